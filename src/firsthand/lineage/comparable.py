"""One article made ready for comparing: its words, its sentences, and what stands between quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from firsthand.lexicon.boilerplate import label_line
from firsthand.lineage.set_aside import find_set_aside
from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.speech import find_quoted_spans
from firsthand.model import Article, Span, overlap_length
from firsthand.text.lines import split_lines, split_sentences
from firsthand.text.shingles import HashArray, hash_words
from firsthand.text.tokens import Token, find_words, fold_word, tokenise

__all__ = [
    "ComparableText",
    "Sentence",
    "WordTally",
    "find_zones",
    "leave_out",
    "make_comparable",
    "read_words",
    "word_units",
]

# Words in a sentence; a longer one is cut. Text without sentence marks, or a list, must not be one sentence of all.
_LONGEST_SENTENCE = 200
# A longer line outside the body is not judged by its words: no menu or prompt is so long.
_LONGEST_CAPTION = 2000
_UNSPACED_FROM = "\u0e00"  # Thai and everything after it that `tokenise` cuts into characters


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a comparable text: its words as places in the text's word list."""

    first: int
    last: int  # exclusive
    span: Span
    line: int  # number of its line; sentences of one paragraph share it
    is_body: bool


@dataclass(frozen=True, slots=True)
class WordTally:
    """How often each word stands in one text."""

    words: HashArray  # distinct, ascending
    counts: NDArray[np.int64]  # of each distinct word
    number_of: NDArray[np.int64]  # for each word of the text, its place among the distinct ones

    def count_words(self, words: HashArray) -> NDArray[np.int64]:
        """How often each of `words` stands in the text; 0 where it does not."""
        if len(self.words) == 0:
            return np.zeros(len(words), dtype=np.int64)
        places = np.minimum(np.searchsorted(self.words, words), len(self.words) - 1)
        return np.where(self.words[places] == words, self.counts[places], 0)


@dataclass(frozen=True, slots=True)
class ComparableText:
    """The words that two articles are compared by. Lists and arrays but `sentences` have one entry a word."""

    article: Article
    starts: list[int]  # first character
    ends: list[int]  # past the last character
    words: HashArray
    ids: list[int]  # `words` as Python integers
    units: NDArray[np.float64]  # 1.0 a word, 0.5 a character of an unspaced script or a name or number
    is_quoted: NDArray[np.bool_]
    is_aside: NDArray[np.bool_]
    is_content: NDArray[np.bool_]
    sentence_of: list[int]
    sentences: list[Sentence]
    tally: WordTally


def word_units(token: Token, text: str) -> float:
    """How much of a word a token is: half for a character of a script without spaces, a name or a number.

    Two reporters who write on their own use the same names, titles and numbers; the words between them are their own.
    """
    if token.end - token.start == 1 and token.norm >= _UNSPACED_FROM:
        return 0.5
    first = text[token.start]
    return 0.5 if first.isupper() or first.isdigit() else 1.0


@lru_cache(maxsize=1 << 16)
def _is_content(norm: str) -> bool:
    """Whether a word is likely to name something: long, a number, or of an unspaced script."""
    return len(norm) >= 4 or norm[:1].isdigit() or norm >= _UNSPACED_FROM


def find_zones(article: Article, caption_words: float) -> list[tuple[Span, bool]]:
    """The lines of an article that are compared, each with whether it belongs to the body, in order.

    Outside the body only long lines count, as captions; the headline never does. An article without body has none.
    """
    zones = [(line, True) for span in article.body for line in split_lines(article.text, span.start, span.end)]
    if not article.body:
        return []
    taken = sorted([*article.body, *([article.headline_span] if article.headline_span else [])])
    for line in split_lines(article.text):
        near = bisect_left(taken, line)
        if any(overlap_length(line, span) for span in taken[max(0, near - 1) : near + 1]):
            continue
        if line.end - line.start <= _LONGEST_CAPTION and label_line(article.text[line.start : line.end]) is not None:
            continue
        if article.text.count(" ", line.start, line.end) + 1 >= caption_words or _is_unspaced(article.text, line):
            zones.append((line, False))
    return sorted(zones)


def _is_unspaced(text: str, line: Span) -> bool:
    return line.end - line.start >= 24 and text[line.start] >= _UNSPACED_FROM and " " not in text[line.start : line.end]


def _mark_words(starts: list[int], spans: list[Span]) -> NDArray[np.bool_]:
    """For each word, whether it begins inside one of `spans`."""
    marks = np.zeros(len(starts), dtype=bool)
    for span in spans:
        marks[bisect_left(starts, span.start) : bisect_left(starts, span.end)] = True
    return marks


def _read_sentences(article: Article, settings: LineageSettings) -> tuple[list[Token], list[Sentence], list[Span]]:
    """The words and sentences of all zones, and what stands between quotation marks in them."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    quoted: list[Span] = []
    for number, (line, is_body) in enumerate(find_zones(article, settings.caption_words)):
        words = tokenise(article.text, line.start, line.end)
        if len(tokens) + len(words) > settings.longest_words:
            break
        quoted.extend(find_quoted_spans(article.text, line.start, line.end))
        starts = [word.start for word in words]
        last = 0
        for span in split_sentences(article.text, line.start, line.end):
            first, last = last, bisect_left(starts, span.end)
            for cut in range(first, last, _LONGEST_SENTENCE):
                end = min(last, cut + _LONGEST_SENTENCE)
                part = span if end - first <= _LONGEST_SENTENCE else Span(starts[cut], words[end - 1].end)
                sentences.append(Sentence(len(tokens) + cut, len(tokens) + end, part, number, is_body))
        tokens.extend(words[:last])
    return tokens, sentences, quoted


def _tally(words: HashArray) -> WordTally:
    distinct, inverse, counts = np.unique(words, return_inverse=True, return_counts=True)
    return WordTally(distinct, counts.astype(np.int64), inverse.astype(np.int64))


def _disguise(words: HashArray, is_aside: NDArray[np.bool_], article: Article) -> HashArray:
    """The word hashes, with those that are set aside made such that they equal no word of any other article."""
    mask = hash_words([f"\n{article.article}"])[0]
    return np.where(is_aside, words ^ mask, words)


def _build(article: Article, settings: LineageSettings) -> ComparableText:
    tokens, sentences, quoted = _read_sentences(article, settings)
    starts = [token.start for token in tokens]
    is_aside = _mark_words(starts, find_set_aside(article))
    words = _disguise(hash_words(token.norm for token in tokens), is_aside, article)
    ids = words.tolist()
    return ComparableText(
        article=article,
        starts=starts,
        ends=[token.end for token in tokens],
        words=words,
        ids=ids,
        units=np.array([word_units(token, article.text) for token in tokens], dtype=np.float64),
        is_quoted=_mark_words(starts, quoted),
        is_aside=is_aside,
        is_content=np.array([_is_content(token.norm) for token in tokens], dtype=bool),
        sentence_of=[number for number, sentence in enumerate(sentences) for _ in range(sentence.first, sentence.last)],
        sentences=sentences,
        tally=_tally(words),
    )


class _Key:
    """An article as a key: equal where it is the same record."""

    __slots__ = ("article",)

    def __init__(self, article: Article) -> None:
        self.article = article

    def __hash__(self) -> int:
        return hash((self.article.article, self.article.text))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and (self.article is other.article or self.article == other.article)


@lru_cache(maxsize=256)
def _build_once(key: _Key, settings: LineageSettings) -> ComparableText:
    return _build(key.article, settings)


def make_comparable(article: Article, settings: LineageSettings) -> ComparableText:
    """`article` made ready for comparing.

    The last 256 are remembered, as pairs come sorted and share articles; what comes out never depends on it.
    """
    return _build_once(_Key(article), settings)


def read_words(article: Article, settings: LineageSettings) -> tuple[HashArray, NDArray[np.bool_]]:
    """The hashes of the words of `make_comparable`, and which of them are set aside, without all else: quicker.

    Those that are set aside are not disguised here.
    """
    text = article.text
    written: list[str] = []
    lines: list[Span] = []
    for line, _ in find_zones(article, settings.caption_words):
        words = find_words(text, line.start, line.end)
        if len(written) + len(words) > settings.longest_words:
            break
        written += words
        lines.append(line)
    hashes = hash_words(map(fold_word, written))
    aside = find_set_aside(article)
    if not aside:
        return hashes, np.zeros(len(hashes), dtype=bool)
    return hashes, _mark_words([word.start for line in lines for word in tokenise(text, line.start, line.end)], aside)


def leave_out(text: ComparableText, is_aside: NDArray[np.bool_]) -> ComparableText:
    """`text` with the marked words set aside as well."""
    fresh = is_aside & ~text.is_aside
    if not fresh.any():
        return text
    words = _disguise(text.words, fresh, text.article)
    ids = words.tolist()
    return replace(text, words=words, ids=ids, is_aside=text.is_aside | fresh, tally=_tally(words))
