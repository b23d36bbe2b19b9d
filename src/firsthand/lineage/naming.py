"""Naming: where one article names the house of the other, and where a house names itself in what both share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from firsthand.lexicon.agencies import find_agencies
from firsthand.lexicon.house_marks import MarkKind, find_house_marks
from firsthand.lexicon.houses import house_forms, is_same_house
from firsthand.lineage.crediting import full_credits, is_own_text, text_sources
from firsthand.lineage.grounds import Ground, GroundKind, Side, Weight
from firsthand.model import Article, CreditRole, Direction, Span

__all__ = ["has_other_sources", "naming_grounds", "own_work_grounds", "shared_agency_grounds"]

# Characters between a name and the shared text that still make it the source of that text: about one sentence.
_BESIDE = 200
# The same for a house's own name in its own text: the clause may be what the other left out.
_WITHIN = 40
# What stands in the opening of an article is said of all of it.
_OPENING = 500
_CREDITED = frozenset({CreditRole.FULL, CreditRole.PARTIAL, CreditRole.CITED})


class _Mention(NamedTuple):
    """A place where the taker names the giver's house."""

    distance: int  # characters to the shared text; 0 inside it
    kind: MarkKind
    start: int
    end: int
    written: str


def _distance(start: int, end: int, spans: Sequence[tuple[int, int]]) -> int:
    return min((max(0, first - end, start - last) for first, last in spans), default=1 << 30)


def _is_in_body(article: Article, start: int, end: int) -> bool:
    return any(span.start <= start and end <= span.end for span in article.body)


def _mentions(side: Side) -> list[_Mention]:
    """Where the taker names the giver's house with a cue, nearest to the shared text first."""
    giver, taker = side.giver, side.taker
    spans = side.taker_spans()
    found = []
    for credit in taker.credits:
        if credit.role in _CREDITED and is_own_text(giver, credit.name) and not is_own_text(taker, credit.name):
            start, end = credit.span
            kind = MarkKind.ATTRIBUTION if credit.role is CreditRole.CITED else MarkKind.SOURCE_LINE
            found.append(_Mention(_distance(start, end, spans), kind, start, end, credit.name))
    known = {mention.written for mention in found}
    # A citation whose place is not kept.
    found += [
        _Mention(_BESIDE + 1, MarkKind.ATTRIBUTION, 0, 0, name)
        for name in taker.cites
        if name not in known and is_own_text(giver, name) and not is_own_text(taker, name)
    ]
    forms = tuple(
        form for form in house_forms(giver.outlet, giver.url) if not is_same_house(form, taker.outlet, taker.url)
    )
    for body in taker.body:
        for mark in find_house_marks(taker.text, forms, *body):
            distance = _distance(mark.start, mark.end, spans)
            found.append(_Mention(distance, mark.kind, mark.start, mark.end, taker.text[mark.start : mark.end]))
    return sorted(found, key=lambda mention: (mention.distance, mention.kind, mention.start, mention.written))


def has_other_sources(side: Side) -> bool:
    """Whether something says that the shared text may be a third's: an agency, or another source, in either article."""
    others = [name for name in side.taker.cites if not is_own_text(side.giver, name)]
    return bool(text_sources(side.giver) - _own_names(side.giver) or text_sources(side.taker) or others)


def _is_one_house(side: Side) -> bool:
    giver, taker = side.giver, side.taker
    return bool(giver.outlet and is_same_house(giver.outlet, taker.outlet, taker.url))


def _own_names(article: Article) -> set[str]:
    return {name for name in article.agencies if is_own_text(article, name)}


def naming_grounds(side: Side) -> Iterator[Ground]:
    """The taker names the giver's house: in or beside the shared text, or elsewhere.

    Elsewhere it says less where the text may be of another source that is named too. Where the giver's own text is
    credited to another house, who names the giver does not mean that text.
    """
    giver, taker = side.giver, side.taker
    if any(not is_own_text(giver, source) for source in full_credits(giver)):
        return
    mentions = _mentions(side)
    if not mentions:
        return
    left = [mention for mention in mentions if mention.kind is MarkKind.LEFTOVER]
    first = left[0] if left else mentions[0]
    what = f"{taker.article} names {first.written}, which published {giver.article}"
    if left:
        what = (
            f"{taker.article} keeps words that {first.written}, which published {giver.article}, writes of itself "
            f'("{_quoted(taker.text, first)}", at character {first.start})'
        )
        weight = Weight.PLACE
    elif first.distance <= _BESIDE:
        what += ", in the shared text" if first.distance == 0 else ", beside the shared text"
        what += f" (at character {first.start})"
        weight = Weight.PLACE
    elif has_other_sources(side):
        weight = Weight.HINT
        what += ", but not by the shared text, and names other sources too"
    elif len({mention.end for mention in mentions}) > 1 or _is_in_opening(taker, mentions):
        weight = Weight.TEXT
    else:
        weight = Weight.HINT
        what += ", but once, and far from the shared text"
    yield Ground(kind=GroundKind.NAMING, direction=side.direction, weight=weight, words=what, via=first.written)


def _is_in_opening(article: Article, mentions: Sequence[_Mention]) -> bool:
    """Whether one of the mentions stands where an article says whose report it follows."""
    start = article.body[0].start if article.body else 0
    return any(mention.start - start < _OPENING for mention in mentions)


def _quoted(text: str, mention: _Mention) -> str:
    """The name with the word behind it, as written."""
    if text[mention.start - 1 : mention.start] in {"(", "["}:
        return text[mention.start - 1 : mention.end + 1]
    rest = text[mention.end : mention.end + 30].split("\n", maxsplit=1)[0].split(" ")
    return (text[mention.start : mention.end] + " ".join(rest[:2])).strip(" ,;.-–—")


def own_work_grounds(side: Side) -> Iterator[Ground]:
    """The giver names itself as the one who was told, inside the shared text: the words come from its own work."""
    giver, taker = side.giver, side.taker
    if any(not is_own_text(giver, source) for source in text_sources(giver)) or _is_one_house(side):
        return
    forms = house_forms(giver.outlet, giver.url)
    for start, end in side.giver_spans():
        first = max(giver.text.rfind("\n", 0, start) + 1, start - _WITHIN)
        line_end = giver.text.find("\n", end)
        last = min(len(giver.text) if line_end < 0 else max(line_end, end), end + _WITHIN)
        for mark in find_house_marks(giver.text, forms, first, last):
            if mark.kind is not MarkKind.ATTRIBUTION or not _is_in_body(giver, mark.start, mark.end):
                continue
            words = (
                f"{giver.article} writes in the shared text that its own house was told "
                f'("{giver.text[mark.start : mark.end]}", at character {mark.start}), and {taker.article} has that text'
            )
            yield Ground(
                kind=GroundKind.OWN_WORK, direction=side.direction, weight=Weight.PLACE, words=words, via=giver.outlet
            )
            return


def shared_agency_grounds(side: Side) -> Iterator[Ground]:
    """Words of an agency's own newsroom in the text that both share, neither of which is its publication.

    "An AFP correspondent saw" is AFP's text. "Told AFP" is less: it stands in others' reports too, and is a hint.
    """
    giver, taker = side.giver, side.taker
    for start, end in side.giver_spans():
        for hit in find_agencies(giver.text, start, end):
            if is_own_text(giver, hit.name) or is_own_text(taker, hit.name):
                continue
            in_giver = _mark_kinds(giver, hit.name, side.giver_spans())
            both = in_giver & _mark_kinds(taker, hit.name, side.taker_spans())
            if not both:
                continue
            weight = Weight.TEXT if MarkKind.LEFTOVER in both else Weight.HINT
            what = f"words of {hit.name}'s newsroom" if weight is Weight.TEXT else f"the name of {hit.name}"
            words = f"both keep {what} in the text that they share"
            yield Ground(
                kind=GroundKind.AGENCY, direction=Direction.COMMON_SOURCE, weight=weight, words=words, via=hit.name
            )
            return


def _mark_kinds(article: Article, agency: str, spans: Sequence[Span]) -> set[MarkKind]:
    """The classes of the agency's marks in the shared text of an article."""
    forms = house_forms(agency)
    return {mark.kind for span in spans for mark in find_house_marks(article.text, forms, *span)}
