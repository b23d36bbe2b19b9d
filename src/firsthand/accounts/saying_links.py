"""Which sentences of quotations, in different articles, report one and the same saying.

What articles print in equal words is compared once, as one wording; links join pieces only where that is needed to put
them together, so that their number grows with the number of pieces and not with that of pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from firsthand.accounts.saying_likeness import CERTAIN_RUN, Likeness, is_near, is_one_saying, weigh_all
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.stretches import Piece
from firsthand.accounts.voices import Voice, Voicing, compare_voices

__all__ = ["Link", "link_pieces"]

# A stem that stands in more different wordings than this brings no two of them together. Bounds time.
_MOST_HOLDERS = 60
_FRAGMENT_STEMS = 3  # words of content in the longest fragment
_OPEN_FACTOR = 0.8  # wordings without a common speaker are less close than those of one


class Link(NamedTuple):
    """Two pieces, by their places in the list, that report one saying; the lower place first."""

    a: int
    b: int
    closeness: float  # in (0, 1]; 1 for equal words of one speaker
    is_sure: bool  # whether the words that they share can be no chance; else one of them is short


@dataclass(frozen=True)
class _Wording:
    """One wording, and the pieces that have it, by whom their articles name as the speaker."""

    keys: tuple[str, ...]
    stems: frozenset[str]
    voices: dict[Voice, list[int]]
    articles: set[str]

    @cached_property
    def pieces(self) -> list[int]:
        """All of them, in order."""
        return sorted(place for places in self.voices.values() for place in places)


class _Loose(NamedTuple):
    """Two wordings that may be one saying if nothing nearer is found for either, and the links that this makes."""

    a: int
    b: int
    closeness: float
    links: list[Link]


def link_pieces(pieces: Sequence[Piece], weights: Mapping[str, float], settings: AccountsSettings) -> list[Link]:
    """Links that join the pieces of one saying, in order.

    Args:
        pieces: In order of article and place.
        weights: Of stems, from `weigh_stems`.
        settings: Of this stage.
    """
    wordings = _group_by_words(pieces)
    links = [link for wording in wordings for link in _link_equal(wording, weights, settings)]
    loose: list[_Loose] = []
    nearest: dict[tuple[int, str], float] = {}  # of a wording, the closest that an article has
    for a, b in _find_candidates(wordings, weights, settings):
        likeness = Likeness.of(wordings[a].keys, wordings[b].keys, weights)
        sure, may_be = _link_wordings(wordings[a], wordings[b], likeness, pieces, settings)
        links += sure
        if may_be:
            loose.append(_Loose(a, b, likeness.closeness, may_be))
        if sure or may_be:
            for one, other in ((a, b), (b, a)):
                for article in wordings[other].articles:
                    nearest[one, article] = max(nearest.get((one, article), 0.0), likeness.closeness)
    for each in loose:
        mine, theirs = wordings[each.a].articles, wordings[each.b].articles
        if all(nearest[each.a, article] <= each.closeness for article in theirs) and all(
            nearest[each.b, article] <= each.closeness for article in mine
        ):
            links += each.links
    return sorted(set(links))


def _group_by_words(pieces: Sequence[Piece]) -> list[_Wording]:
    by_words: dict[tuple[str, ...], _Wording] = {}
    for place, piece in enumerate(pieces):
        wording = by_words.setdefault(piece.keys, _Wording(piece.keys, frozenset(piece.stems), {}, set()))
        wording.voices.setdefault(piece.stretch.voice.key, []).append(place)
        wording.articles.add(piece.stretch.article)
    return [by_words[keys] for keys in sorted(by_words)]


def _find_candidates(
    wordings: Sequence[_Wording], weights: Mapping[str, float], settings: AccountsSettings
) -> Iterator[tuple[int, int]]:
    """Pairs of wordings that share enough of the lighter one's weight for a closer look, in order."""
    totals = [weigh_all(wording.stems, weights) for wording in wordings]
    holders: dict[str, list[int]] = defaultdict(list)
    for place, wording in enumerate(wordings):
        for stem in sorted(wording.stems):
            holders[stem].append(place)
    for place, wording in enumerate(wordings):
        shared: dict[int, float] = defaultdict(float)
        for stem in sorted(wording.stems):
            if len(holders[stem]) > _MOST_HOLDERS:
                continue
            for other in holders[stem]:
                if other > place:
                    shared[other] += weights.get(stem, 1.0)
        for other in sorted(shared):
            if shared[other] >= settings.near_saying * min(totals[place], totals[other]):
                yield place, other


def _link_equal(wording: _Wording, weights: Mapping[str, float], settings: AccountsSettings) -> Iterator[Link]:
    """Links in a chain over the pieces in equal words that can be one saying."""
    is_heavy = weigh_all(wording.stems, weights) >= settings.least_saying
    if is_heavy and len(wording.keys) >= CERTAIN_RUN:
        yield from _chain(wording.pieces)
        return
    voices = sorted(wording.voices.items(), key=lambda each: each[1])
    for at, (voice, places) in enumerate(voices):
        if is_heavy or compare_voices(voice, voice) is Voicing.SAME:
            yield from _chain(places)
        for other, others in voices[at + 1 :]:
            voicing = compare_voices(voice, other)
            if voicing is Voicing.SAME or (is_heavy and voicing is Voicing.OPEN):
                yield from _chain(sorted((places[0], others[0])))


def _chain(places: Sequence[int]) -> Iterator[Link]:
    for one, other in pairwise(places):
        yield Link(one, other, 1.0, is_sure=True)


def _link_wordings(
    one: _Wording, other: _Wording, likeness: Likeness, pieces: Sequence[Piece], settings: AccountsSettings
) -> tuple[list[Link], list[Link]]:
    """The links between two wordings that are certain, and those that hold if nothing nearer is found.

    Two wordings of which an article prints both are no rewordings of one another, but one can be a part of the other.
    """
    sure: list[Link] = []
    loose: list[Link] = []
    is_apart = not likeness.is_verbatim(settings) and not one.articles.isdisjoint(other.articles)
    is_heavy = likeness.shared >= settings.sure_saying
    for voice, places in () if is_apart else sorted(one.voices.items(), key=lambda each: each[1]):
        for voice_of_other, others in sorted(other.voices.items(), key=lambda each: each[1]):
            voicing = compare_voices(voice, voice_of_other)
            is_fragment = _is_fragment(pieces[places[0]]) or _is_fragment(pieces[others[0]])
            is_one = is_one_saying(likeness, voicing, settings, is_fragment=is_fragment)
            if is_one or is_near(likeness, voicing, settings):
                closeness = likeness.closeness * (1.0 if voicing is Voicing.SAME else _OPEN_FACTOR)
                for a, b in _pair_pieces(places, others, pieces):
                    is_sure = is_heavy or not (_is_fragment(pieces[a]) or _is_fragment(pieces[b]))
                    (sure if is_one else loose).append(Link(a, b, closeness, is_sure))
    return sure, loose


def _pair_pieces(places: Sequence[int], others: Sequence[int], pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Each piece with the first of the other side that stands in another article, the lower place first."""
    for mine, theirs in ((places, others), (others, places)):
        for place in mine:
            article = pieces[place].stretch.article
            first = next((each for each in theirs if pieces[each].stretch.article != article), None)
            if first is not None:
                yield min(place, first), max(place, first)


def _is_fragment(piece: Piece) -> bool:
    """Whether it is a few words between marks; a clause says something of its own however short it is."""
    return piece.stretch.kind != "indirect" and len(piece.stems) <= _FRAGMENT_STEMS
