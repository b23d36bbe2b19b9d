"""Direct speech that an article made of two sentences which the speaker said apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from firsthand.accounts.content_words import says_little
from firsthand.accounts.saying_links import Link
from firsthand.accounts.stretches import Piece
from firsthand.accounts.voices import Voicing, compare_voices

__all__ = ["Splice", "find_splices"]

_FEWEST_WORDS = 8  # in what can be a splice
_MOST_WORDS = 80  # bounds time
# A stem that more sentences of direct speech have than this brings no two of them together. Bounds time.
_MOST_HOLDERS = 60
_FEWEST_SHARED = 3  # words, two of content, that it has of each of the two
_FEWEST_CONTENT = 2
# Of its words so many stand in the two, in order; in one of them alone fewer do.
_COVERED = 0.85
_MOST_SOURCES = 4  # sentences of one article that are tried, those that share most


class Splice(NamedTuple):
    """A piece, and the piece that it has more of its words from."""

    piece: int
    source: int


def find_splices(pieces: Sequence[Piece], links: Sequence[Link]) -> list[Splice]:
    """The pieces of direct speech that are put together from two pieces of one other article, in order.

    Args:
        pieces: All of them.
        links: Those of equal words show which wordings several articles print: what is printed twice as it stands was
            said so.
    """
    equal = {place for link in links if pieces[link.a].keys == pieces[link.b].keys for place in (link.a, link.b)}
    holders: dict[str, list[int]] = defaultdict(list)
    direct = [place for place, piece in enumerate(pieces) if piece.stretch.kind == "direct"]
    for place in direct:
        for stem in set(pieces[place].stems):
            holders[stem].append(place)
    found: list[Splice] = []
    for place in direct:
        if place in equal or not _FEWEST_WORDS <= len(pieces[place].keys) <= _MOST_WORDS:
            continue
        source = next(_find_sources(place, pieces, holders), None)
        if source is not None:
            found.append(Splice(place, source))
    return found


def _find_sources(place: int, pieces: Sequence[Piece], holders: Mapping[str, Sequence[int]]) -> Iterator[int]:
    piece = pieces[place]
    shared: Counter[int] = Counter(
        other for stem in sorted(set(piece.stems)) if len(holders[stem]) <= _MOST_HOLDERS for other in holders[stem]
    )
    by_article: dict[str, list[int]] = defaultdict(list)
    for other in sorted(shared, key=lambda each: (-shared[each], each)):
        stretch = pieces[other].stretch
        can_be = compare_voices(piece.stretch.voice, stretch.voice) is not Voicing.OTHER
        can_be = can_be and stretch.article != piece.stretch.article and shared[other] >= _FEWEST_CONTENT
        if can_be and len(by_article[stretch.article]) < _MOST_SOURCES:
            by_article[stretch.article].append(other)
    for article in sorted(by_article):
        for one in by_article[article]:
            for other in by_article[article]:
                if one != other and _is_spliced(piece.keys, pieces[one].keys, pieces[other].keys):
                    first, second = (LCSseq.similarity(piece.keys, pieces[each].keys) for each in (one, other))
                    yield one if first >= second else other


def _is_spliced(words: tuple[str, ...], head: tuple[str, ...], tail: tuple[str, ...]) -> bool:
    """Whether `words` begin with those of `head` and end with those of `tail`."""
    if max(LCSseq.similarity(words, head), LCSseq.similarity(words, tail)) >= _COVERED * len(words):
        return False
    for cut in range(_FEWEST_SHARED, len(words) - _FEWEST_SHARED + 1):
        first, second = words[:cut], words[cut:]
        of_head, of_tail = LCSseq.similarity(first, head), LCSseq.similarity(second, tail)
        is_whole = of_head + of_tail >= _COVERED * len(words) and min(of_head, of_tail) >= _FEWEST_SHARED
        if is_whole and _says_enough(first, head) and _says_enough(second, tail):
            return True
    return False


def _says_enough(words: tuple[str, ...], source: tuple[str, ...]) -> bool:
    return sum(not says_little(word) for word in set(words) & set(source)) >= _FEWEST_CONTENT
