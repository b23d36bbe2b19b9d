"""Where an article names persons: what the model calls so, mended where the words round a name tell better.

The statistical model takes rare names for bodies or places. "Jane Doe, 58," is a person whatever it says, and so is who
stands behind an office and a country: "President of Nepal Asha Gurung".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.language.parse import ArticleParse, Word
from firsthand.language.span_search import overlaps_any
from firsthand.lexicon.demonyms import COUNTRY_OF_WORD
from firsthand.lexicon.speech import PERSON_NOUNS, ROLE_NOUNS
from firsthand.model import Mention, Span
from firsthand.text.tokens import fold_word

__all__ = ["find_person_spans"]

_AGE = re.compile(r"[1-9]\d?|10\d")
_SHORTEST_SURNAME = 4
_MOST_NAME_WORDS = 4


def find_person_spans(parse: ArticleParse, mentions: Sequence[Mention]) -> list[Span]:
    """Spans of the names of persons, in order, apart.

    Left out are words for a person that stand alone ("Mum"), and a word that begins the name of a body and no person's
    ("Norvale" beside "Norvale Chemicals").

    Args:
        parse: The article's parse.
        mentions: Its names.
    """
    found = _told_by_words(parse)
    surnames = {parse.text[span.start : span.end].split()[-1] for span in found}
    taken = sorted(found)
    called = [mention.span for mention in mentions if mention.label == "PERSON"]
    kept = [span for span in called if not overlaps_any(span, taken) and not _is_noun(parse.text, span)]
    taken = sorted({*taken, *_of_no_body(parse.text, kept, mentions)})
    alone = [
        Span(word.start, word.end)
        for word in parse.words
        if word.text in surnames and len(word.text) >= _SHORTEST_SURNAME and word.tag.startswith("NN")
    ]
    return sorted({*taken, *(span for span in alone if not overlaps_any(span, taken))})


def _told_by_words(parse: ArticleParse) -> list[Span]:
    """Names that an age behind them or an office and a country before them make a person's."""
    found = []
    words = parse.words
    index = 0
    while index < len(words):
        last = _end_of_run(words, index)
        if last - index > 1:
            span = _aged(words, index, last) or _of_country(words, index, last)
            found += [span] if span is not None else []
        index = max(last, index + 1)
    return found


def _end_of_run(words: Sequence[Word], first: int) -> int:
    """The index behind the proper nouns that begin at `first`, within one sentence and without a gap in them."""
    last = first
    while last < len(words) and words[last].tag == "NNP" and words[last].sentence == words[first].sentence:
        if not words[last].text[:1].isupper() or (last > first and words[last].start > words[last - 1].end + 1):
            break
        last += 1
    return last


def _aged(words: Sequence[Word], first: int, last: int) -> Span | None:
    """As in "Jane Doe, 58,": two to four names, a comma, an age and a comma or full stop."""
    behind = words[last : last + 3]
    if len(behind) < 3 or behind[0].text != "," or behind[2].text not in {",", "."}:
        return None
    if not _AGE.fullmatch(behind[1].text):
        return None
    while last - first > 1 and fold_word(words[first].text).rstrip(".") in ROLE_NOUNS | PERSON_NOUNS:
        first += 1
    return Span(words[first].start, words[last - 1].end) if 1 < last - first <= _MOST_NAME_WORDS else None


def _of_country(words: Sequence[Word], first: int, last: int) -> Span | None:
    """As in "President of Nepal Asha Gurung": behind a country that stands behind an office, at least two names."""
    if first < 2 or words[first - 1].lemma != "of" or fold_word(words[first - 2].text) not in ROLE_NOUNS:
        return None
    pair = f"{fold_word(words[first].text)} {fold_word(words[first + 1].text)}"
    first += 2 if pair in COUNTRY_OF_WORD else 1
    return Span(words[first].start, words[last - 1].end) if 1 < last - first <= _MOST_NAME_WORDS else None


def _is_noun(text: str, span: Span) -> bool:
    """Whether every word of a name is a word for a person: "Mum", "President"."""
    return all(fold_word(word).rstrip(".") in ROLE_NOUNS | PERSON_NOUNS for word in text[span.start : span.end].split())


def _of_no_body(text: str, spans: Sequence[Span], mentions: Sequence[Mention]) -> list[Span]:
    """The spans without single words that begin the name of a body and are in no person's name."""
    named = [text[mention.span.start : mention.span.end].split() for mention in mentions if mention.label == "ORG"]
    begins = {words[0] for words in named if len(words) > 1}
    of_persons = {word for span in spans for word in _words_if_several(text, span)}
    return [
        span
        for span in spans
        if (word := text[span.start : span.end]) not in begins or word in of_persons or " " in word
    ]


def _words_if_several(text: str, span: Span) -> list[str]:
    words = text[span.start : span.end].split()
    return words if len(words) > 1 else []
