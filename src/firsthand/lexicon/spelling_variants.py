"""Spellings of one word: British and American, numerals in words, short names of months.

`spelling_key` gives one key to all spellings of a word, and other keys to other words.
"""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["spelling_key"]

# Pairs that no ending tells, British first. The endings s, d, ed, ing of each are folded too.
_PAIRS = dict(
    pair.split("/")
    for pair in """
    programme/program grey/gray cheque/check tyre/tire plough/plow kerb/curb storey/story sceptic/skeptic
    sceptical/skeptical aluminium/aluminum moustache/mustache pyjamas/pajamas enquiry/inquiry enquire/inquire
    jewellery/jewelry artefact/artifact cosy/cozy mould/mold smoulder/smolder ageing/aging judgement/judgment
    manoeuvre/maneuver draught/draft gaol/jail whilst/while amongst/among towards/toward afterwards/afterward
    backwards/backward forwards/forward learnt/learned burnt/burned spelt/spelled dreamt/dreamed leapt/leaped
    airplane/aeroplane mum/mom sulphur/sulfur cigarette/cigaret omelette/omelet catalogue/catalog dialogue/dialog
    analogue/analog likeable/likable licence/license practise/practice defence/defense offence/offense
    pretence/pretense acknowledgement/acknowledgment encyclopaedia/encyclopedia paediatric/pediatric
    anaesthetic/anesthetic foetus/fetus oestrogen/estrogen haemorrhage/hemorrhage leukaemia/leukemia
    diarrhoea/diarrhea orthopaedic/orthopedic archaeologist/archeologist archaeology/archeology okay/ok adviser/advisor
    """.split()
)
# Endings, British to American. A stem of two letters or more is needed before each.
_ENDINGS = (
    (re.compile(r"(?<=\w{2})is(e|ed|es|er|ers|ing|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"(?<=\w{2})ys(e|ed|es|er|ers|ing)$"), r"yz\1"),
    (re.compile(r"(?<=\w{2}[^aeiou])our(s|ed|ing|ite|ites|able|ably|er|ers|ful|less|hood|hoods|ly|ism)?$"), r"or\1"),
    (re.compile(r"(?<=\w{2}[bt])re(s|d)?$"), r"er\1"),
    (re.compile(r"(?<=\w{2}[aeiou])ll(ed|ing|er|ers|or|ors)$"), r"l\1"),
)
_NUMERALS = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
} | dict(zip("thirty forty fifty sixty seventy eighty ninety".split(), map(str, range(30, 100, 10)), strict=True))
_MONTHS = dict(
    pair.split("/")
    for pair in """jan/january feb/february apr/april aug/august sept/september sep/september oct/october nov/november
    dec/december""".split()
)
_GROUPED_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@lru_cache(maxsize=1 << 16)
def spelling_key(word: str) -> str:
    """One key for all spellings of a word.

    British and American ("realise", "realize"), numerals up to twenty and full tens ("three", "3"), thousands with
    and without commas, short names of months. A key is no word to show.

    Args:
        word: As `firsthand.text.tokens.fold_word` gives it.
    """
    if word[:1].isdigit():
        return word.replace(",", "") if _GROUPED_NUMBER.fullmatch(word) else word
    possessive = word.endswith("'s")
    stem = word.removesuffix("'s")
    key = _NUMERALS.get(stem) or _MONTHS.get(stem) or _fold_spelling(stem)
    return f"{key}'s" if possessive else key


def _fold_spelling(word: str) -> str:
    for ending in ("", "s", "d", "ed", "ing"):
        stem = word.removesuffix(ending)
        if word.endswith(ending) and stem in _PAIRS:
            return _PAIRS[stem] + ending
    for pattern, american in _ENDINGS:
        folded, count = pattern.subn(american, word)
        if count:
            return folded
    return word
