"""Direct speech of one speaker that two articles put into other words: put twice into the language of the articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from firsthand.accounts.affair import Affair
from firsthand.accounts.saying_groups import Roots
from firsthand.accounts.saying_likeness import may_agree
from firsthand.accounts.saying_links import Link
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.stretches import Piece
from firsthand.accounts.voices import Voicing, compare_voices

__all__ = ["link_meanings"]

_FEWEST_STEMS = 3
# Weight of the words that two translations share in any case: a name, a number, the one word for the thing.
_LEAST_SHARED = 0.4
# A stem that stands in more sentences of direct speech than this brings no two of them together. Bounds time.
_MOST_HOLDERS = 40


def link_meanings(
    pieces: Sequence[Piece],
    links: Sequence[Link],
    weights: Mapping[str, float],
    affair: Affair,
    settings: AccountsSettings,
) -> list[Link]:
    """Further links between sentences of direct speech that mean the same, in order.

    A vector never decides alone: the speakers can be one, a word of weight stands in both, nothing speaks
    against it, and each is the nearest that the other has. Two milliseconds for each wording that is compared.

    Args:
        pieces: All of them.
        links: Those that their words made: what tells a saying by its words is not looked for in the same article.
        weights: Of stems.
        affair: For the texts.
        settings: Of this stage.
    """
    speeches = _read_speeches(pieces, links)
    pairs = _choose_pairs(_find_pairs(speeches, pieces, weights), settings.most_meanings)
    near = [each for each in _compare(pairs, speeches, pieces, affair) if each.closeness >= settings.same_meaning]
    best: dict[int, float] = {}
    for each in near:
        for place in (each.a, each.b):
            best[place] = max(best.get(place, 0.0), each.closeness)
    found: list[Link] = []
    for each in near:
        if each.closeness >= max(best[each.a], best[each.b]):
            one, other = speeches[each.a].places[0], speeches[each.b].places[0]
            found.append(Link(min(one, other), max(one, other), each.closeness, is_sure=True))
    return sorted(found)


@dataclass(frozen=True, slots=True)
class _Speech:
    """One wording of a sentence of direct speech.

    Attributes:
        places: The pieces that have it.
        articles: All that tell the saying by its words, in whatever form.
    """

    places: list[int]
    articles: set[str]


class _Near(NamedTuple):
    a: int
    b: int
    closeness: float


def _read_speeches(pieces: Sequence[Piece], links: Sequence[Link]) -> list[_Speech]:
    roots = Roots(len(pieces))
    for link in links:
        roots.join(link.a, link.b)
    tellers: dict[int, set[str]] = defaultdict(set)
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        tellers[roots.find(place)].add(piece.stretch.article)
        if piece.stretch.kind == "direct" and len(piece.stems) >= _FEWEST_STEMS:
            by_words[piece.keys].append(place)
    return [
        _Speech(places, set().union(*(tellers[roots.find(place)] for place in places)))
        for _, places in sorted(by_words.items())
    ]


def _find_pairs(
    speeches: Sequence[_Speech], pieces: Sequence[Piece], weights: Mapping[str, float]
) -> dict[tuple[int, int], float]:
    """Pairs of wordings that one speaker can have said of one thing, and the weight of what they share."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, speech in enumerate(speeches):
        for stem in sorted(set(pieces[speech.places[0]].stems)):
            holders[stem].append(place)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for stem in sorted(holders):
        places = holders[stem]
        for at, a in enumerate(places if len(places) <= _MOST_HOLDERS else ()):
            for b in places[at + 1 :]:
                shared[a, b] += weights.get(stem, 1.0)
    return {
        (a, b): weight
        for (a, b), weight in sorted(shared.items())
        if weight >= _LEAST_SHARED and _may_be_one(speeches[a], speeches[b], pieces)
    }


def _may_be_one(one: _Speech, other: _Speech, pieces: Sequence[Piece]) -> bool:
    if not one.articles.isdisjoint(other.articles):
        return False
    mine, theirs = pieces[one.places[0]], pieces[other.places[0]]
    if not may_agree(mine.keys, theirs.keys):
        return False
    return compare_voices(mine.stretch.voice.key, theirs.stretch.voice.key) is not Voicing.OTHER


def _choose_pairs(shared: Mapping[tuple[int, int], float], most: int) -> list[tuple[int, int]]:
    """The pairs that share most, of at most `most` wordings; in order."""
    chosen: list[tuple[int, int]] = []
    compared: set[int] = set()
    for pair in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if len(compared | set(pair)) <= most:
            compared.update(pair)
            chosen.append(pair)
    return sorted(chosen)


def _compare(
    pairs: Sequence[tuple[int, int]], speeches: Sequence[_Speech], pieces: Sequence[Piece], affair: Affair
) -> list[_Near]:
    import numpy

    from firsthand.text.sentence_vectors import encode_sentence, pair_likeness, unpack_vectors

    compared = sorted({place for pair in pairs for place in pair})
    if not compared:
        return []
    said = [pieces[speeches[place].places[0]] for place in compared]
    rows = unpack_vectors(
        [encode_sentence(affair.articles[each.stretch.article].text[slice(*each.span)]) for each in said]
    )
    row_of = {place: row for row, place in enumerate(compared)}
    firsts = numpy.array([row_of[a] for a, _ in pairs])
    seconds = numpy.array([row_of[b] for _, b in pairs])
    cosines = pair_likeness(rows, firsts, seconds).tolist()
    return [_Near(a, b, round(cosine, 4)) for (a, b), cosine in zip(pairs, cosines, strict=True)]
