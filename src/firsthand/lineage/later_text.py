"""Later text: what shows that one of two texts was written after the other came out, or was cut from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from firsthand.lexicon.dates import DateForm, find_date_forms, is_calendar_day
from firsthand.lineage.grounds import Ground, GroundKind, Objection, Side, Weight
from firsthand.lineage.publication_order import first_instants
from firsthand.model import Article

__all__ = ["cut_grounds", "later_grounds", "later_objections"]

_DAY_S = 86_400
_EPOCH_DAY = date(1970, 1, 1)
_FARTHEST_DAYS = 60  # a date without a year that far from the other's publication may be of another year
_LONGEST_SENTENCE = 400  # characters on each side of a date in which its sentence is looked for
# Words of what has not happened yet, or of what happened long ago: a date beside them does not say when one writes.
_NOT_PAST = re.compile(
    r"(?<!\w)(?:will|would|shall|may|might|could|can|due|scheduled|expect\w*|until|till|deadline|plan\w*|set|slated|next"
    r"|by|before|upcoming|ahead|anniversary|expir\w*|valid|from|starting|begin\w*|starts?|opens?|ends?|from|going|hope\w*"
    r"|aim\w*|propos\w*|forecast\w*|likely|elections?|if|wird|werden|soll\w*|bis|geplant|erwartet|ab|sera|seront|doit|prévu\w*"
    r"|jusqu|d'ici|será\w*|hasta|previst\w*|sarà|entro|fino|буд\w+|до|заплан\w+|план\w+)(?!\w)",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…。](?:\s|$)|\n")
# How much of a text that was cut from the end must be shared, how much of the longer one is left over at its end, and
# how much of what stands in front of that must be shared.
_CUT_SHARED = 0.85
_CUT_LEFT_OVER = 0.2
_FEWEST_CHARACTERS = 400  # below that every brief is the beginning of something


def _is_past(text: str, form: DateForm) -> bool:
    """Whether nothing in the date's sentence says that the day is still to come."""
    start, end = form.span
    first = max(0, start - _LONGEST_SENTENCE)
    for match in _END.finditer(text, first, start):
        first = match.end()
    last = _END.search(text, end, min(len(text), end + _LONGEST_SENTENCE))
    return _NOT_PAST.search(text, first, last.start() if last else min(len(text), end + _LONGEST_SENTENCE)) is None


def _day_of(form: DateForm, near: date) -> date | None:
    """The day that is written; without a year, the one nearest to `near`; None where no day is."""
    if form.day is None or form.month is None or form.is_ambiguous:
        return None
    if form.year is not None:
        return date(form.year, form.month, form.day) if is_calendar_day(form.year, form.month, form.day) else None
    years = (near.year - 1, near.year, near.year + 1)
    days = [date(year, form.month, form.day) for year in years if is_calendar_day(year, form.month, form.day)]
    nearest = min(days, key=lambda day: (abs((day - near).days), day), default=None)
    return nearest if nearest and abs((nearest - near).days) <= _FARTHEST_DAYS else None


def _last_day(seconds: int) -> date:
    return _EPOCH_DAY + timedelta(days=seconds // _DAY_S)


def _later_day(article: Article, other: Article, spans: Sequence[tuple[int, int]]) -> tuple[date, DateForm] | None:
    """The first date in the body of `article`, outside `spans`, of a past day after `other` came out."""
    known, own = first_instants(other), first_instants(article)
    if known is None:
        return None
    after = _last_day(known[1])
    last = _last_day(own[1]) if own else None
    for body in article.body:
        for form in find_date_forms(article.text, *body):
            if any(first <= form.span[0] < end for first, end in spans):
                continue
            day = _day_of(form, after)
            if day is None or day <= after or (last is not None and day > last):
                continue
            if _is_past(article.text, form):
                return day, form
    return None


def later_grounds(side: Side) -> Iterator[Ground]:
    """The taker tells of a day after the giver came out: fits this way, and a third source too."""
    found = _later_day(side.taker, side.giver, side.taker_spans())
    if found is not None:
        words = (
            f"{side.taker.article} tells of {found[0].isoformat()} (at character {found[1].span[0]}), "
            f"after {side.giver.article} came out ({side.giver.published})"
        )
        yield Ground(kind=GroundKind.ORDER, direction=side.direction, weight=Weight.HINT, words=words)


def later_objections(side: Side) -> Iterator[Objection]:
    """The giver, as it stands, tells of a day after the taker came out: its text is the younger, whatever its date."""
    found = _later_day(side.giver, side.taker, side.giver_spans())
    if found is not None:
        words = (
            f"{side.giver.article} tells of {found[0].isoformat()} (at character {found[1].span[0]}), "
            f"after {side.taker.article} came out ({side.taker.published})"
        )
        yield Objection(direction=side.direction, weight=Weight.TEXT, words=words)


def _length(spans: Sequence[tuple[int, int]]) -> int:
    return sum(end - start for start, end in spans)


def cut_grounds(side: Side) -> Iterator[Ground]:
    """The taker is the beginning of the giver: news is written so that it can be cut from the end.

    It fits a taker that was cut, a giver that was written on, and two cuts of a third: it never decides.
    """
    giver, taker = side.giver, side.taker
    spans, taken = side.giver_spans(), side.taker_spans()
    if not spans or not giver.body or not taker.body:
        return
    start, end = giver.body[0].start, giver.body[-1].end
    last = max(stop for _, stop in spans)
    body, front = _length(taker.body), last - start
    if body < _FEWEST_CHARACTERS or _length(taken) < _CUT_SHARED * body or _length(spans) < _CUT_SHARED * front:
        return
    if end - last >= _CUT_LEFT_OVER * (end - start):
        words = f"{taker.article} is the beginning of {giver.article}, which goes on for {end - last} characters"
        yield Ground(kind=GroundKind.CUT, direction=side.direction, weight=Weight.HINT, words=words)
