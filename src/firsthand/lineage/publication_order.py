"""Publication order: what the times of two articles say, at the precision at which they are told."""

from __future__ import annotations

from collections.abc import Iterator

from firsthand.lexicon.instants import instants_of, is_same_minute
from firsthand.lineage.grounds import Ground, GroundKind, Objection, Side, Weight
from firsthand.model import Article

__all__ = ["first_instants", "is_known_later", "is_out_before", "order_grounds", "order_objections"]

_DAY_S = 86_400
# An agency's report reaches all within minutes, a page carries the time of its last change, and sites keep local time:
# below two days the order of two articles says nothing.
_TELLING_S = 2 * _DAY_S
# An outlet's page of the same report carries the time of its last change, mostly of the same day. A page of its house
# that came out so long after the taker is another report.
_OTHER_REPORT_S = 18 * 3600
# A page that is changed carries its last date: a giver dated some days after its taker may be one all the same where
# the taker names it. Only so long after its taker it is none, whatever names and credits say.
_LONGER_S = 7 * _DAY_S
_LONGEST_S = 27 * _DAY_S
_DAY_LENGTH = len("2000-01-01")


def _is_crawl_time(article: Article) -> bool:
    """Whether the time of publication is that at which the page was saved."""
    return is_same_minute(article.published, article.source.captured)


def first_instants(article: Article) -> tuple[int, int] | None:
    """Earliest and latest second, since 1970 UTC, at which the article came out first; None where nothing tells it.

    Told to the day or finer. A time of publication that is also the time of the last change, or of the crawl, is not
    when the article came out first, and the first state of an article may be older than all its dates.
    """
    told = article.published
    if told is None or len(told) < _DAY_LENGTH or _is_crawl_time(article):
        return None
    if article.updated is not None and (article.updated == told or is_same_minute(article.updated, told)):
        return None
    found = instants_of(told)
    return (found.earliest, found.latest) if found else None


def _gap_s(earlier: Article, later: Article) -> int | None:
    """How many seconds at least `later` came out after `earlier`; None where it is not known that it did."""
    one, other = first_instants(earlier), first_instants(later)
    if one is None or other is None:
        return None
    return other[0] - one[1] if other[0] > one[1] else None


def is_known_later(article: Article, other: Article) -> bool:
    """Whether `article` is known to have come out first after `other` did, whatever zone each was dated in."""
    return _gap_s(other, article) is not None


def is_out_before(taker: Article, giver: Article) -> bool:
    """Whether `taker` came out so long before `giver` that it has its text from another report of that house.

    Not where it came out so long before that one of the two dates must be wrong.
    """
    gap = _gap_s(taker, giver)
    return gap is not None and _OTHER_REPORT_S <= gap < _LONGEST_S


def _days(gap_s: int) -> str:
    days = gap_s // _DAY_S
    return f"{days} day{'s' * (days != 1)}"


def order_grounds(side: Side) -> Iterator[Ground]:
    """The giver is known to have come out days before the taker: fits this way, and a third source too."""
    gap = _gap_s(side.giver, side.taker)
    if gap is not None and gap >= _TELLING_S:
        words = (
            f"{side.giver.article} ({side.giver.published}) came out at least {_days(gap)} "
            f"before {side.taker.article} ({side.taker.published})"
        )
        yield Ground(kind=GroundKind.ORDER, direction=side.direction, weight=Weight.HINT, words=words)


def order_objections(side: Side) -> Iterator[Objection]:
    """The taker is known to have come out before the giver."""
    giver, taker = side.giver, side.taker
    gap = _gap_s(taker, giver)
    if gap is None or gap < _OTHER_REPORT_S:
        return
    weight = Weight.TEXT if gap < _LONGER_S else Weight.PLACE
    if gap >= _LONGEST_S and giver.updated is None:
        weight = Weight.WHOLE
    day, giver_day = (taker.published or "")[:_DAY_LENGTH], (giver.published or "")[:_DAY_LENGTH]
    words = f"{taker.article} is dated {day}, before {giver.article} ({giver_day})"
    yield Objection(direction=side.direction, weight=weight, words=words)
