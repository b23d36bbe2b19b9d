"""Names of origins, for people: "Reuters report of 30 December 2017", "The Star's own reporting"."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.lineage.direction import outlet_of
from firsthand.model import Article

__all__ = ["describe_members", "name_origin"]

_MONTHS = "January February March April May June July August September October November December".split()
_MOST_NAMED = 4


def describe_members(members: Sequence[str]) -> str:
    """The ids as a list in words; "and N more" after the fourth."""
    shown = list(members[:_MOST_NAMED])
    if len(members) > _MOST_NAMED:
        return f"{', '.join(shown)} and {len(members) - _MOST_NAMED} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _day(articles: Sequence[Article]) -> str:
    """The first day of publication known, as words to append: "of 30 December 2017" after a space; else nothing."""
    days = sorted(article.published[:10] for article in articles if article.published and len(article.published) >= 10)
    days += sorted(article.event_date for article in articles if article.event_date) if not days else []
    if not days:
        return ""
    year, month, day = days[0].split("-")[:3]
    return f" of {int(day)} {_MONTHS[int(month) - 1]} {year}"


def name_origin(articles: Sequence[Article], source: str | None, *, is_inferred: bool) -> str:
    """Name of the origin that `articles` are.

    Args:
        articles: The members, in order.
        source: The agency or outlet that the text is credited to, None where it is credited to none.
        is_inferred: Whether the text is copied from a source that nobody names.
    """
    if source is not None:
        return f"{source} report{_day(articles)}"
    outlets = list(dict.fromkeys(outlet for outlet in map(outlet_of, articles) if outlet))
    if is_inferred:
        where = f"seen in {' and '.join(outlets[:2])}" if outlets else f"seen in {articles[0].article}"
        return f"report of a source that is not named{_day(articles)}, {where}"
    if not outlets:
        return f"account of unknown outlet ({articles[0].article})"
    kind = "press release" if articles[0].kind == "release" else "own reporting"
    suffix = "'" if outlets[0].endswith("s") else "'s"
    return f"{outlets[0]}{suffix} {kind}{_day(articles)}"
