"""Pieces of quotations put together to sayings, and what each article prints of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from firsthand.accounts.saying_links import Link
from firsthand.accounts.saying_tellings import Telling
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.stretches import Piece
from firsthand.model import Span

__all__ = ["Roots", "group_pieces"]

# Words of content in the longest piece that counts as a fragment.
_FRAGMENT_STEMS = 3
# Of the words of a clause, what must be told elsewhere for the whole of it to be one saying.
_MOST_SHARE = 0.6


def group_pieces(pieces: Sequence[Piece], links: Sequence[Link], settings: AccountsSettings) -> list[list[Telling]]:
    """The tellings of each saying that two or more articles report.

    Args:
        pieces: In order of their stretches.
        links: From `link_pieces`.
        settings: Of this stage.
    """
    root = Roots(len(pieces))
    for link in links:
        if link.is_sure:
            root.join(link.a, link.b)
    _attach_fragments(pieces, links, root)
    stretches: dict[tuple[str, Span, str, str], list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        stretches[piece.stretch.order].append(place)
    linked = {place for link in links for place in (link.a, link.b)}
    for one, other in _find_wholes(stretches.values(), pieces, root, linked):
        root.join(one, other)
    stems_of: dict[int, set[str]] = defaultdict(set)
    for place in linked:
        stems_of[root.find(place)].update(pieces[place].stems)
    tellings: dict[int, list[Telling]] = defaultdict(list)
    for row in stretches.values():
        sayings = [root.find(place) if place in linked else None for place in row]
        told = {saying for saying in sayings if saying is not None}
        if len(told) == 1 and _is_whole(row, linked, pieces, settings):
            sayings = [*told] * len(row)
        for saying, run in _cut_runs(row, sayings, pieces, stems_of):
            tellings[saying].append(Telling(pieces=tuple(pieces[at] for at in run)))
    return [tellings[saying] for saying in sorted(tellings)]


class Roots:
    """Places joined to sayings, each known by its lowest place."""

    def __init__(self, count: int) -> None:
        """Places 0 to `count` - 1, each a saying of its own."""
        self._parent = list(range(count))

    def find(self, place: int) -> int:
        """The lowest place of the saying."""
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def join(self, one: int, other: int) -> None:
        """Make the sayings of two places one."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low


def _attach_fragments(pieces: Sequence[Piece], links: Sequence[Link], root: Roots) -> None:
    """Join what is linked by a few words, closest first: a fragment goes to one saying and never makes two one."""
    held = {place for link in links if link.is_sure for place in (link.a, link.b)}
    anchored = {root.find(place) for place in held if len(pieces[place].stems) > _FRAGMENT_STEMS}
    for link in sorted(links, key=lambda link: (link.is_sure, -link.closeness, link.a, link.b)):
        one, other = root.find(link.a), root.find(link.b)
        if link.is_sure or one == other or (one in anchored and other in anchored):
            continue
        root.join(one, other)
        anchored.add(root.find(one))


def _find_wholes(
    stretches: Iterable[Sequence[int]], pieces: Sequence[Piece], root: Roots, linked: Collection[int]
) -> list[tuple[int, int]]:
    """Sayings that follow on one another, in one stretch, in most of the articles that print one of them: they are one.

    "At least half" keeps a sentence that many take out of a long statement a saying of its own.
    """
    together: dict[tuple[int, int], set[str]] = defaultdict(set)
    tellers: dict[int, set[str]] = defaultdict(set)
    for places in stretches:
        row = [(root.find(at), pieces[at].stretch.article) for at in places if at in linked]
        for saying, article in row:
            tellers[saying].add(article)
        for (one, article), (other, _) in pairwise(row):
            if one != other:
                together[min(one, other), max(one, other)].add(article)
    return [
        (one, other)
        for (one, other), articles in sorted(together.items())
        if len(articles) > max(1, len((tellers[one] & tellers[other]) - articles))
        and 2 * len(articles) >= max(len(tellers[one]), len(tellers[other]))
    ]


def _is_whole(row: Sequence[int], linked: Collection[int], pieces: Sequence[Piece], settings: AccountsSettings) -> bool:
    """Whether a stretch is told as a whole where only some of it is told elsewhere.

    What stands between two marks is, if it is short; of reported speech the part that is told elsewhere must be most.
    """
    words = sum(len(pieces[place].keys) for place in row)
    told = sum(len(pieces[place].keys) for place in row if place in linked)
    is_marked = pieces[row[0]].stretch.is_marked
    return words <= settings.whole_words and (is_marked or told > _MOST_SHARE * words)


def _cut_runs(
    row: Sequence[int], sayings: Sequence[int | None], pieces: Sequence[Piece], stems_of: Mapping[int, set[str]]
) -> Iterator[tuple[int, list[int]]]:
    """The sayings of one stretch, each with the places of its pieces in a row.

    What stands between two sentences of one saying belongs to it; so does a sentence beside it that says what other
    tellings of it say too, in other words than the linked one.
    """
    filled = list(sayings)
    for at, beside in [
        *((at, at - 1) for at in range(1, len(row))),
        *((at, at + 1) for at in range(len(row) - 2, -1, -1)),
    ]:
        saying = filled[beside]
        if filled[at] is None and saying is not None and sayings[beside] == saying:
            untold = stems_of[saying] - set(pieces[row[beside]].stems)
            if not untold.isdisjoint(pieces[row[at]].stems):
                filled[at] = saying
    last: int | None = None
    for at, saying in enumerate(filled):
        if saying is not None:
            if last is not None and filled[last] == saying:
                filled[last:at] = [saying] * (at - last)
            last = at
    for saying, run in groupby(zip(filled, row, strict=True), key=lambda pair: pair[0]):
        if saying is not None:
            yield saying, [place for _, place in run]
