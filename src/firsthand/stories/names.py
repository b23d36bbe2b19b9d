"""Names found by their capital letters: cheap, in any script that has capitals, and fit for comparison only.

The language stage finds names properly; grouping must work before it and on articles it will never see.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from firsthand.lexicon.calendar_words import MONTHS, WEEKDAYS
from firsthand.stories.word_frequency import STOP_WORDS
from firsthand.text.tokens import Token

__all__ = ["COUNTRY", "SOUND", "TITLE_WORDS", "consonants", "find_names", "find_persons", "name_parts", "name_sounds"]

# Small words that stand inside names, between capitalised parts.
_PARTICLES = frozenset("al bin da de del della der di do dos du el ibn la le of san st the van von y".split())
# Words that precede a name and are no part of it. Capitalised in English titles; the name is the same without them.
TITLE_WORDS = frozenset(
    """mr mrs ms dr president prime minister chancellor king queen prince princess pope senator sen rep representative
    governor gov mayor general gen colonel col captain capt commander lt sgt judge justice secretary attorney sir lord
    lady dame chief foreign deputy vice professor prof ayatollah sheikh rev father
    herr frau prasident kanzler m mme monsieur madame senor senora don dona г президент министр премьер
    president's minister's""".split()
)
# Titles that as often begin the name of an office or body: "Foreign Ministry", "Prime Time".
_ACTING = frozenset("attorney chief deputy foreign general king lady lord m prime st vice г".split())
COUNTRY = "@"  # marks a term that is a country, whatever it is called in the article
SOUND = "~"  # marks a term that is the sound of a name, not a part of it as written
_SHORTEST_SOUND = 3
# What several letters, or one of two, say: for comparison across alphabets only.
_SOUNDS = (("sch", "s"), ("tsh", "s"), ("shch", "s"), ("zh", "z"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("qu", "k"),
           ("ck", "k"), ("ts", "s"), ("tz", "s"), ("x", "ks"))  # fmt: skip
_ONE_LETTER = str.maketrans("pvcqjgz", "bfkkkks")
_LONGEST_NAME = 6  # words; a longer run of capitals is a headline in title case or a table
_NO_BREAK = re.compile(r"[\s\u00a0]{1,2}|-")


def find_persons(text: str, tokens: Sequence[Token]) -> tuple[str, ...]:
    """Last parts of the names that stand behind an office or form of address, in the form for comparison, sorted."""
    persons: set[str] = set()
    for place, token in enumerate(tokens):
        if token.norm not in TITLE_WORDS or token.norm in _ACTING:
            continue
        run: list[Token] = []
        end = token.end
        for follower in tokens[place + 1 : place + 1 + _LONGEST_NAME]:
            gap = _NO_BREAK.fullmatch(text, end, follower.start)
            if not gap or not (_is_capital(text, follower) or follower.norm in _PARTICLES):
                break
            if follower.norm in TITLE_WORDS:
                run = []
                break
            run.append(follower)
            end = follower.end
        while run and run[-1].norm in _PARTICLES:
            run.pop()
        if run:
            persons.add(_part(text[run[-1].start : run[-1].end]))
    return tuple(sorted(persons - {""}))


def find_names(text: str, tokens: Sequence[Token]) -> Counter[str]:
    """Runs of capitalised words in running text, as written, with their counts.

    A word that also occurs without its capital is taken for an ordinary word at the head of a sentence. Titles,
    days and months are left out.

    Args:
        text: What the tokens are ranges of.
        tokens: Words of running text, in order. Headlines in title case do not belong here.

    Returns:
        Name as written (possessive dropped, spaces made single) to count.
    """
    plain = {token.norm for token in tokens if text[token.start].islower()}
    names: Counter[str] = Counter()
    run: list[Token] = []
    end = -1
    for token in tokens:
        if not run:  # most words: neither begins a name nor goes on with one
            if token.norm not in plain and _is_capital(text, token):
                run.append(token)
                end = token.end
            continue
        # A possessive ends a name: what it owns is another.
        owner = run[-1].norm.endswith("'s")
        continues = not owner and _NO_BREAK.fullmatch(text, end, token.start) is not None
        if _is_capital(text, token) and (token.norm not in plain or (continues and len(run) < _LONGEST_NAME)):
            if not continues:
                _close(text, run, names)
                run = []
            run.append(token)
        elif continues and token.norm in _PARTICLES:
            run.append(token)
        else:
            _close(text, run, names)
            run = []
        end = token.end
    _close(text, run, names)
    return names


def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name in the form in which names are compared across spellings, cases and scripts.

    Letters are written in ASCII; final vowels and the commonest Slavic case endings fall, so that a nominative
    meets its oblique cases. Good for comparison only: different names may fall together, rarely.
    """
    return tuple(part for part in (_part(piece) for piece in re.split(r"[\s\-]+", name)) if part)


def name_sounds(name: str) -> tuple[str, ...]:
    """The sounds of the parts of a name that `name_parts` keeps, marked with `SOUND`; two letters tell nothing."""
    pieces = (consonants(piece) for piece in re.split(r"[\s\-]+", name) if _part(piece))
    return tuple(SOUND + sound for sound in pieces if len(sound) >= _SHORTEST_SOUND)


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The consonants of a word as any alphabet would write them: Quilvera, Кильвера and كيلفيرا are `klfr`.

    Arabic writes no short vowels and has no p, v or g; case endings and doubled letters differ. Many words fall
    together, so that one alone proves nothing.
    """
    from anyascii import anyascii

    plain = re.sub(r"[^a-z]", "", anyascii(word.removeprefix("ال")).lower())
    for written, sound in _SOUNDS:
        plain = plain.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouwyh]", "", plain.translate(_ONE_LETTER)))


@lru_cache(maxsize=65536)
def _part(piece: str) -> str:
    from anyascii import anyascii

    plain = re.sub(r"[^a-z0-9]", "", re.sub(r"['’´`]s?$", "", anyascii(piece).lower()))
    if len(plain) < 2 or plain in _PARTICLES or plain in TITLE_WORDS or plain in STOP_WORDS:
        return ""
    plain = plain.replace("kh", "h").replace("yy", "y")
    if not piece.isascii() and len(plain) > 5:
        plain = re.sub(r"(?:om|em|ym|oy|ogo|omu|ami|ah)$", "", plain)
    return re.sub(r"[aeiouy]+$", "", plain) if len(plain) > 4 else plain


def _is_capital(text: str, token: Token) -> bool:
    return text[token.start].isupper() and token.norm not in STOP_WORDS


def _close(text: str, run: Sequence[Token], names: Counter[str]) -> None:
    """Count what the run names: the words before a title and those after it are two names."""
    start = 0
    for place, token in enumerate(run):
        if token.norm in TITLE_WORDS:
            _count(text, run[start:place], names)
            start = place + 1
    _count(text, run[start:], names)


def _count(text: str, run: Sequence[Token], names: Counter[str]) -> None:
    """Count one name without particles at its ends and without the possessive."""
    first, last = 0, len(run)
    while first < last and run[first].norm in _PARTICLES:
        first += 1
    while last > first and run[last - 1].norm in _PARTICLES:
        last -= 1
    if first == last or last - first > _LONGEST_NAME:
        return
    if last - first == 1 and (run[first].norm in WEEKDAYS or run[first].norm in MONTHS):
        return
    words = [text[token.start : token.end] for token in run[first:last]]
    words[-1] = re.sub(r"['’´`ʼ]s$", "", words[-1])
    if sum(map(len, words)) > 1:
        names[" ".join(words)] += 1
