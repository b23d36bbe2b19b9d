"""House style: choices that a newsroom makes for every text, by which one house's copy stands out in another's.

Each family is a choice between ways to write one thing; what both styles share counts for none. English only: in other
languages no such choice is told by a list of words.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

__all__ = ["FAMILIES", "count_styles"]

# Stem, then British/American ending; each ending of the third column may follow both.
_STEMS = (
    (
        """organ real recogn apolog critic author emphas mobil final util privat normal stabil minim maxim prior social
        legal modern central capital special general hospital terror victim jeopard symbol summar character neutral
        penal global popular scrutin""",
        "is/iz",
        "e ed es ing er ers",
    ),
    ("analy paraly cataly", "s/z", "e ed es ing er ers"),
    (
        "hon lab neighb fav col harb behavi hum rum vap arm vig sav glam endeav tum clam",
        "our/or",
        " s ed ing able ite ites hood hoods ly",
    ),
    ("cent theat met kilomet millimet centimet lit fib calib somb spect", "re/er", " s"),
    (
        "trave cance mode signa labe fue due quarre marve counse channe tota riva equa",
        "ll/l",
        "ed ing er ers",
    ),
)
# British/American; "s" may follow both.
_PAIRS = """
    defence/defense offence/offense pretence/pretense programme/program aluminium/aluminum tyre/tire kerb/curb grey/gray
    jewellery/jewelry plough/plow sceptic/skeptic scepticism/skepticism sceptical/skeptical manoeuvre/maneuver
    moustache/mustache pyjamas/pajamas towards/toward afterwards/afterward whilst/ amongst/ learnt/ mum/mom
    artefact/artifact judgement/judgment cosy/cozy fulfil/fulfill skilful/skillful wilful/willful enrol/enroll
    instalment/installment paediatric/pediatric paediatrician/pediatrician haemorrhage/hemorrhage anaesthetic/anesthetic
    foetus/fetus oestrogen/estrogen diarrhoea/diarrhea archaeologist/archeologist aeroplane/airplane
""".split()
_BRITISH, _AMERICAN = "British", "American"
# Words that the other side writes too, in another sense: "parking meter", "he tires", "curbs on exports".
_SHARED = frozenset("meter meters tire tires curb curbs program programs center liter fiber".split())
_MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)"
)
# Family, then its styles, each with its pattern; of "spelling" the words are looked up instead.
FAMILIES: dict[str, tuple[str, ...]] = {
    "spelling": (_BRITISH, _AMERICAN),
    "quotation marks": ("double", "single"),
    "per cent": ("two words", "one word", "sign"),
    "dates": ("day first", "month first"),
    "titles": ("without a point", "with a point"),
    "clock": ("with points", "without points"),
}
_PATTERNS = {
    key: re.compile(pattern)
    for key, pattern in {
        ("quotation marks", "double"): r"[“”\"]",
        ("quotation marks", "single"): r"(?<![\w’'])[‘'](?=[A-Z][^‘’'\n\"“”]{12,300}[.,!?]['’](?!\w))",
        ("per cent", "two words"): r"\bper cent\b",
        ("per cent", "one word"): r"\bpercent\b",
        ("per cent", "sign"): r"\d ?%",
        ("dates", "day first"): rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS}\b",
        ("dates", "month first"): rf"\b{_MONTHS}\.? \d{{1,2}}(?:st|nd|rd|th)?\b",
        ("titles", "without a point"): r"\b(?:Mr|Mrs|Ms|Dr) (?=[A-Z])",
        ("titles", "with a point"): r"\b(?:Mr|Mrs|Ms|Dr)\. (?=[A-Z])",
        ("clock", "with points"): r"\d ?[ap]\.m\.",
        ("clock", "without points"): r"\d ?[ap]m\b",
    }.items()
}
_WORD = re.compile(r"[a-z]{3,20}")
_ENDINGS = (("isation", _BRITISH), ("ization", _AMERICAN))


@cache
def _style_of_word() -> dict[str, str]:
    """Every word of the tables with the style that it belongs to."""
    found: dict[str, str] = {}
    for stems, middles, endings in _STEMS:
        for style, middle in zip((_BRITISH, _AMERICAN), middles.split("/"), strict=True):
            for stem in stems.split():
                found.update(dict.fromkeys((f"{stem}{middle}{ending}" for ending in endings.split(" ")), style))
    for pair in _PAIRS:
        for style, word in zip((_BRITISH, _AMERICAN), pair.split("/"), strict=True):
            if word:
                found.update({word: style, f"{word}s": style})
    return {word: style for word, style in found.items() if not (style == _AMERICAN and word in _SHARED)}


@lru_cache(maxsize=256)  # an article is compared with several others in a row
def count_styles(text: str, start: int = 0, end: int | None = None) -> Counter[tuple[str, str]]:
    """How often each style of each family stands in `text[start:end]`: (family, style) to count."""
    part = text[start:end]
    styles, found = _style_of_word(), Counter[tuple[str, str]]()
    for word in _WORD.findall(part.lower()):
        style = styles.get(word)
        if style is not None:
            found["spelling", style] += 1
    for ending, style in _ENDINGS:
        found["spelling", style] += part.count(ending)
    for key, pattern in _PATTERNS.items():
        found[key] += len(pattern.findall(part))
    return +found  # read, never written to
