"""The language of a text, from its first characters: by its words of grammar, by its script, else by a classifier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from firsthand.lexicon.language_words import LANGUAGES_OF_WORD, OTHER_SCRIPT, SCRIPT_LANGUAGES, Script
from firsthand.model import Span

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

__all__ = ["classify_language", "identify_language", "language_of_script", "tally_languages"]

_SAMPLE_LENGTH = 1000  # characters; more changes nothing in news text and costs time
_SHORTEST_SAMPLE = 40  # characters under which the guess is worth nothing
_MOST_WORDS = 80  # of the sample that are counted
# Words of grammar make up 35 to 50 % of running text in the languages of the table, and fewer than half as many of
# them are words of another language too. Under these bounds, as for Danish and Norwegian, the classifier decides.
_LEAST_WORDS = 10
_LEAST_WORD_SHARE = 0.22
_MOST_RIVAL_SHARE = 0.6
_SURE_SCRIPTS = frozenset({"hangul", "kana", "hebrew", "thai", "greek", "georgian", "armenian"})
_LEAST_SCRIPT_SHARE = 0.3  # of the characters of the sample: Japanese is for the most part written in Han
# The classifier's codes that are varieties of a language with a code of two letters.
_VARIETIES = {"yue": "zh", "wuu": "zh", "ary": "ar", "arz": "ar", "grc": "el", "hbo": "he", "uzs": "uz", "gug": "gn"}
# Letters that tell the languages of one script apart; the first that fits holds.
_TELLING_LETTERS: dict[Script, tuple[tuple[str, str], ...]] = {
    "cyrillic": (("ў", "be"), ("їєґ", "uk"), ("ђћџљњј", "sr"), ("әңұқғһ", "kk"), ("ыэё", "ru"), ("і", "uk")),
    "arabic": (("ٹڈڑےں", "ur"), ("ښځڅ", "ps"), ("ڕێۆ", "ku"), ("پچژگی", "fa")),
    "devanagari": (("ळ", "mr"),),
}


def tally_languages(words: Sequence[str]) -> Mapping[str, int]:
    """How many of `words`, in small letters, are words of grammar in each language of the table."""
    tally: Counter[str] = Counter()
    known = LANGUAGES_OF_WORD.get
    for word in words:
        for language in known(word, ()):
            tally[language] += 1
    return tally


@cache
def _classifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def classify_language(sample: str) -> tuple[str, float]:
    """ISO 639-1 code of the likeliest language of `sample`, and how likely it is; varieties count as their language.

    About 0.1 ms for a hundred characters, and a second for the first call, which loads the model.

    Source: py3langid, a naive Bayes classifier over byte n-grams (Lui and Baldwin 2012, langid.py).
    """
    likely: Counter[str] = Counter()
    for code, probability in _classifier().rank(sample):
        language = _VARIETIES.get(code, code)
        if len(language) == 2:  # those of three letters are of no language in ISO 639-1
            likely[language] += probability
    language, probability = max(likely.items(), key=lambda item: (item[1], item[0]))
    return language, min(1.0, probability)


def language_of_script(script: Script, letters: str) -> str:
    """ISO 639-1 code of the language that `letters`, all of one script, are most likely written in."""
    folded = letters.lower()
    if script == "cyrillic" and any(letter in folded for letter in "ѓќѕ"):
        return "mk"
    for telling, language in _TELLING_LETTERS.get(script, ()):
        if any(letter in folded for letter in telling):
            return language
    if script == "cyrillic" and len(letters) >= _SHORTEST_SAMPLE:
        return classify_language(letters)[0]
    return SCRIPT_LANGUAGES[script]


def _by_words(sample: str) -> str | None:
    """The language whose words of grammar the sample is full of; None where none stands out."""
    words = sample.lower().split()[:_MOST_WORDS]
    ranked = sorted(tally_languages(words).items(), key=lambda item: (-item[1], item[0]))[:2]
    if not ranked:
        return None
    best, hits = ranked[0]
    rival = ranked[1][1] if len(ranked) > 1 else 0
    sure = hits >= max(_LEAST_WORDS, _LEAST_WORD_SHARE * len(words)) and rival <= _MOST_RIVAL_SHARE * hits
    return best if sure else None


def _by_script(sample: str) -> str | None:
    """The language of the sample's script, where one language alone is written in it."""
    if sample.isascii():
        return None
    lengths: Counter[str] = Counter()
    for match in OTHER_SCRIPT.finditer(sample):
        lengths[str(match.lastgroup)] += match.end() - match.start()
    if not lengths:
        return None
    script, length = max(lengths.items(), key=lambda item: (item[0] in _SURE_SCRIPTS, item[1], item[0]))
    return SCRIPT_LANGUAGES[script] if script in _SURE_SCRIPTS and length > _LEAST_SCRIPT_SHARE * len(sample) else None


def identify_language(text: str, body: Sequence[Span]) -> str | None:
    """ISO 639-1 code of the language of the body's first 1,000 characters; None for fewer than 40."""
    sample = ""
    for start, end in body:
        sample += text[start : min(end, start + _SAMPLE_LENGTH)] + " "
        if len(sample) >= _SAMPLE_LENGTH:
            break
    sample = sample.strip()[:_SAMPLE_LENGTH]
    if len(sample) < _SHORTEST_SAMPLE:
        return None
    return _by_words(sample) or _by_script(sample) or classify_language(sample)[0]
