"""What an archive shows of one outlet: how much of its text is its own, whom it quotes, what it changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from firsthand.accounts import AccountsSettings, find_habits
from firsthand.archive import ArchiveReader
from firsthand.model import (
    ArticleRow,
    Direction,
    Lineage,
    MonthShares,
    Origin,
    OutletHabit,
    OutletProfile,
    Passage,
    Span,
    overlap_length,
    union_spans,
)

__all__ = ["LOOKED_AT", "profile_outlet"]

LOOKED_AT = 200  # articles of one outlet: those that were taken in last
_MOST_SPEAKERS = 30
_MOST_PAIRS = 12
_MOST_COMPARED = 120  # pairs whose changes are looked at for habits: those that share most
_MOST_HABITS = 30


@dataclass(slots=True)
class _Shared:
    """What one article has in common with others."""

    links: list[Lineage] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


def _shared(reader: ArchiveReader, article: str) -> _Shared:
    directory = reader.directory
    owners = [article, *directory.placed_owners("lineage", article)]
    found = _Shared()
    for owner in dict.fromkeys(owners):
        found.links += [link for link in directory.owned("lineage", owner) if article in {link.a, link.b}]
        found.passages += [each for each in directory.owned("passages", owner) if article in {each.a, each.b}]
    return found


def _has_it_from_other(link: Lineage, article: str) -> bool:
    received = Direction.A_TO_B if article == link.b else Direction.B_TO_A
    return link.direction in {received, Direction.COMMON_SOURCE}


def _side(passage: Passage, article: str) -> Span:
    return passage.a_span if passage.a == article else passage.b_span


class _Book:
    """Adds up what is found in one article after another."""

    def __init__(self, reader: ArchiveReader, outlet: str) -> None:
        self.reader = reader
        self.outlet = outlet
        self.months: dict[str | None, MonthShares] = {}
        self.lenders: Counter[str] = Counter()
        self.quoted: Counter[tuple[str | None, str]] = Counter()
        self.annotated = 0
        self.best: list[tuple[float, Lineage]] = []

    def add(self, row: ArticleRow) -> None:
        """Look at one article."""
        month = self.months.setdefault(_month(row), MonthShares(month=_month(row)))
        month.articles += 1
        length = sum(span.end - span.start for span in row.body)
        own, agency, copied = self._shares(row, length)
        month.own += own
        month.agency += agency
        month.copied += copied
        annotation = self.reader.annotation(row.article)
        if annotation is not None and not annotation.skipped:
            self.annotated += 1
            names = {(each.speaker, each.speaker_name) for each in annotation.quotations if each.speaker_name}
            self.quoted.update((speaker, name) for speaker, name in names if name)

    def _shares(self, row: ArticleRow, length: int) -> tuple[int, int, int]:
        origins: list[Origin] = self.reader.directory.owned("origins", row.origin) if row.origin else []
        credited = next((each.source for each in origins if each.source), None)
        shared = _shared(self.reader, row.article)
        received = [link for link in shared.links if _has_it_from_other(link, row.article)]
        lenders = {credited} if credited else set()
        from_agency: list[Span] = []
        from_others: list[Span] = []
        for link in received:
            other = link.a if link.b == row.article else link.b
            via = link.via or (other_row.outlet if (other_row := self.reader.article(other)) else None)
            if via == self.outlet:
                continue
            if via:
                lenders.add(via)
            spans = [_side(each, row.article) for each in shared.passages if {each.a, each.b} == {link.a, link.b}]
            (from_agency if via and via in row.agencies else from_others).extend(spans)
            share = link.containment_b if link.b == row.article else link.containment_a
            if link.direction != Direction.COMMON_SOURCE:
                self.best.append((share, link))
        self.lenders.update(lenders)
        if credited is not None and credited != self.outlet:
            return 0, length, 0
        body = union_spans(list(row.body))
        agency_spans = union_spans(from_agency)
        every = union_spans([*from_agency, *from_others])
        agency = sum(overlap_length(part, span) for part in body for span in agency_spans)
        taken = sum(overlap_length(part, span) for part in body for span in every)
        return length - taken, agency, taken - agency


def _month(row: ArticleRow) -> str | None:
    return row.published[:7] if row.published and len(row.published) >= 7 else None


def _find_habits(
    reader: ArchiveReader, links: list[Lineage], outlet: str, settings: AccountsSettings
) -> tuple[OutletHabit, ...]:
    """What `outlet` changes in at least two of its articles, of those pairs."""
    names = sorted({end for link in links for end in (link.a, link.b)})
    rows = {row.article: row for row in map(reader.article, names) if row is not None}
    pairs = [(link.a, link.b) for link in links if link.a in rows and link.b in rows]
    wordings = [each for a, b in pairs for each in reader.between("wording", a, b)]
    found = [each for each in find_habits(wordings, rows, settings) if each.outlet == outlet]
    return tuple(
        OutletHabit(
            words=each.words,
            instead=each.instead,
            articles=len(each.articles),
            example=(each.places[0][0], each.places[0][2]),
        )
        for each in found[:_MOST_HABITS]
    )


def profile_outlet(reader: ArchiveReader, outlet: str, settings: AccountsSettings) -> OutletProfile | None:
    """What the archive shows of `outlet`, from the articles that were taken in last; None where it has none of it.

    Shares count characters of body text. Own is at most so much: what was copied from a text that is not in the
    archive cannot be seen.
    """
    directory = reader.directory
    names = directory.articles_of(outlet, LOOKED_AT)
    if not names:
        return None
    rows = [row for row in map(reader.article, names) if row is not None]
    rows.sort(key=lambda row: (row.published or "", row.article), reverse=True)
    book = _Book(reader, outlet)
    for row in rows:
        book.add(row)
    ranked = [link for _, link in sorted(book.best, key=lambda each: (-each[0], each[1].a, each[1].b))]
    best = ranked[:_MOST_PAIRS]
    own = {row.article for row in rows}
    others = sorted({end for link in best for end in (link.a, link.b)} - own)
    return OutletProfile(
        outlet=outlet,
        articles=directory.count_of(outlet),
        rows=tuple(rows),
        months=tuple(
            book.months[month] for month in sorted(book.months, key=lambda month: (month is None, month or ""))
        ),
        held=frozenset(name for name in book.lenders if directory.articles_of(name, 1)),
        lenders=tuple(sorted(book.lenders.items(), key=lambda each: (-each[1], each[0]))),
        quoted=tuple(
            (speaker, name, count)
            for (speaker, name), count in sorted(
                book.quoted.items(), key=lambda each: (-each[1], each[0][1], each[0][0] or "")
            )[:_MOST_SPEAKERS]
        ),
        annotated=book.annotated,
        pairs=tuple(row for row in map(reader.article, others) if row is not None),
        passages=tuple(each for link in best for each in reader.between("passages", link.a, link.b)),
        lineages=tuple(best),
        wordings=tuple(each for link in best for each in reader.between("wording", link.a, link.b)),
        habits=_find_habits(reader, ranked[:_MOST_COMPARED], outlet, settings),
    )
