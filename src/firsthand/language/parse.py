"""What the statistical model says about a text, as plain records: words, sentences, names.

The rest of the room reads these and never the model's own objects, so that another model can stand behind them,
tests can build them by hand, and equal paragraphs can share one parse.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from firsthand.model import Span

__all__ = ["ArticleParse", "Name", "ParagraphParse", "Word", "join_parses", "pack_parse", "unpack_parse"]


class Word(NamedTuple):
    """One token of the model. White space is none."""

    start: int
    end: int
    text: str
    lemma: str  # lower case
    tag: str  # Penn Treebank
    dep: str  # ClearNLP label as spaCy's English pipelines have it; "ROOT" for a sentence's head
    head: int  # index of the word it hangs from; its own index for the root
    sentence: int  # index of its sentence


class Name(NamedTuple):
    """A name that the model found, with the label that it gave."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class ParagraphParse:
    """The parse of one paragraph, with offsets from the paragraph's own start. Knows nothing of its article."""

    words: tuple[Word, ...] = ()
    names: tuple[Name, ...] = ()
    sentences: int = 0


def pack_parse(parse: ParagraphParse) -> bytes:
    """`parse` in few bytes, about six a word, for sending it to another process."""
    return zlib.compress(msgspec.msgpack.encode(parse), 1)


def unpack_parse(packed: bytes) -> ParagraphParse:
    """The parse that `pack_parse` was given. For our own bytes only."""
    return msgspec.msgpack.decode(zlib.decompress(packed), type=ParagraphParse)


@dataclass(frozen=True, slots=True)
class ArticleParse:
    """The parses of an article's paragraphs, with offsets into the article's text.

    Attributes:
        text: The article's text, exactly as given.
        words: In order of the text.
        names: In order of the text.
        sentences: Spans, in order; `Word.sentence` is an index into it.
        sentence_words: For each sentence, the indices `[first, last)` of its words.
        paragraphs: Spans, in order; no sentence crosses one.
        headlines: Indices of the paragraphs that are a headline.
        children: For each word, the indices of the words that hang from it, in order.
    """

    text: str
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    sentences: tuple[Span, ...]
    sentence_words: tuple[tuple[int, int], ...]
    paragraphs: tuple[Span, ...]
    headlines: frozenset[int]
    children: tuple[tuple[int, ...], ...]


def join_parses(
    text: str,
    paragraphs: Sequence[Span],
    parses: Sequence[ParagraphParse],
    headlines: frozenset[int] = frozenset(),
) -> ArticleParse:
    """The parses of an article's paragraphs as one, offsets moved to the article's text.

    Args:
        text: The article's text.
        paragraphs: In order, apart.
        parses: One for each paragraph.
        headlines: Indices of the paragraphs that are a headline.
    """
    words: list[Word] = []
    names: list[Name] = []
    sentences = 0
    for paragraph, parse in zip(paragraphs, parses, strict=True):
        base, first = paragraph.start, len(words)
        words += [
            Word(start + base, end + base, word, lemma, tag, dep, head + first, sentence + sentences)
            for start, end, word, lemma, tag, dep, head, sentence in parse.words
        ]
        names.extend(Name(name.start + base, name.end + base, name.label) for name in parse.names)
        sentences += parse.sentences
    ranges = _sentence_ranges(words, sentences)
    return ArticleParse(
        text,
        tuple(words),
        tuple(names),
        tuple(Span(words[first].start, words[last - 1].end) for first, last in ranges),
        ranges,
        tuple(paragraphs),
        headlines,
        _children(words),
    )


def _sentence_ranges(words: Sequence[Word], sentences: int) -> tuple[tuple[int, int], ...]:
    firsts = [0] * sentences
    lasts = [0] * sentences
    for index, word in enumerate(words):
        if not lasts[word.sentence]:
            firsts[word.sentence] = index
        lasts[word.sentence] = index + 1
    return tuple(zip(firsts, lasts, strict=True))


def _children(words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    children: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        if word.head != index:
            children.setdefault(word.head, []).append(index)
    # Most words have none, and share one empty tuple: so many small lists keep the garbage collector busy.
    return tuple(tuple(children[index]) if index in children else () for index in range(len(words)))
