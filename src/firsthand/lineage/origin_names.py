"""Names of origins, for people: "Reuters report of 30 December 2017", "The Star's own reporting"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.lineage.direction import outlet_of
from firsthand.model import Article

__all__ = ["NamedAccount", "describe_members", "name_accounts", "name_origin"]

_MONTHS = "January February March April May June July August September October November December".split()
_MOST_NAMED = 4
_LONGEST_HEADLINE = 60  # characters of a headline that stand in a name
_MOST_OUTLETS = 2
_SENTENCE_WORDS = 5  # a byline or a dateline has fewer
_LONGEST_LOOKED_AT = 2_000  # characters of a stretch of the body


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAccount:
    """What the name of an origin is made from."""

    articles: tuple[Article, ...]  # the members; the text itself first, then what joined
    source: str | None = None  # the agency or outlet that the text is credited to
    is_inferred: bool = False  # whether the text is copied from a source that nobody names


def describe_members(members: Sequence[str]) -> str:
    """The ids as a list in words; "and N more" after the fourth."""
    shown = list(members[:_MOST_NAMED])
    if len(members) > _MOST_NAMED:
        return f"{', '.join(shown)} and {len(members) - _MOST_NAMED} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _day(articles: Iterable[Article]) -> str:
    """The first day of publication known, as words to append: "of 30 December 2017" after a space; else nothing."""
    told = list(articles)
    days = sorted(article.published[:10] for article in told if article.published and len(article.published) >= 10)
    days = days or sorted(article.event_date for article in told if article.event_date)
    if not days:
        return ""
    year, month, day = days[0].split("-")[:3]
    return f" of {int(day)} {_MONTHS[int(month) - 1]} {year}"


def _outlets(articles: Iterable[Article]) -> list[str]:
    return list(dict.fromkeys(outlet for outlet in map(outlet_of, articles) if outlet))


def name_origin(account: NamedAccount) -> str:
    """Name of one origin by its source or outlet and its first day; others may have the same (`name_accounts`)."""
    articles = account.articles
    if account.source is not None:
        return f"{account.source} report{_day(articles)}"
    first = articles[0]
    outlets = _outlets(articles)
    if first.kind == "release":
        issuer = outlet_of(first) or first.byline or f"unknown issuer ({first.article})"
        # A statement is what its own headline calls one.
        is_statement = re.search(r"\bstatement\b", (first.headline or "")[:300], re.IGNORECASE) is not None
        return f"{'statement of' if is_statement else 'press release by'} {issuer}{_day([first])}"
    if account.is_inferred:
        where = f"seen in {' and '.join(outlets[:_MOST_OUTLETS])}" if outlets else f"seen in {first.article}"
        return f"report of a source that is not named{_day(articles)}, {where}"
    outlet = outlet_of(first)
    if outlet is None:
        return f"account of unknown outlet ({first.article})"
    suffix = "'" if outlet.endswith("s") else "'s"
    return f"{outlet}{suffix} own reporting{_day(articles)}"


# --- what tells apart --------------------------------------------------------------------------------------------


def _from_place(account: NamedAccount) -> str:
    place = next((article.dateline for article in account.articles if article.dateline), None)
    if not place:
        return ""
    words = (word.title() if word.isupper() and len(word) > 3 else word for word in place.split())
    return f" from {_shorten(' '.join(words))}"


def _at_time(account: NamedAccount) -> str:
    """Time of day of the first member that is dated to the minute, by the clock of its page."""
    times = sorted(article.published for article in account.articles if article.published)
    return next((f", {time[11:16]}" for time in times if re.match(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", time)), "")


def _headed(account: NamedAccount) -> str:
    """The headline that most members have, else the first words of the body: what it is about, in its own words."""
    headlines = [article.headline for article in account.articles if article.headline]
    printed = Counter(headline.casefold() for headline in headlines)
    headline = max(headlines, key=lambda each: printed[each.casefold()], default=None)
    opening = headline or next(filter(None, map(_opening, account.articles)), None)
    return f": “{_shorten(opening)}”" if opening else ""


def _opening(article: Article) -> str | None:
    """The first line of the body that is long enough to be a sentence."""
    for span in article.body:
        for line in article.text[span.start : span.end][:_LONGEST_LOOKED_AT].splitlines():
            if len(line.split()) >= _SENTENCE_WORDS:
                return line
    return None


def _seen_in(account: NamedAccount) -> str:
    outlets = _outlets(account.articles)
    if account.source is None or not outlets:
        return ""
    return f", seen in {' and '.join(outlets[:_MOST_OUTLETS])}"


def _identified(account: NamedAccount) -> str:
    return f" ({min(article.article for article in account.articles)})"


def _shorten(words: str) -> str:
    """`words` cut at a blank, where there is one, to what a name has room for."""
    folded = " ".join(words.split())
    if len(folded) <= _LONGEST_HEADLINE:
        return folded
    cut = folded[:_LONGEST_HEADLINE]
    return f"{(cut.rsplit(' ', 1)[0] if ' ' in cut else cut).rstrip(',;:')} …"


# The id twice: an outlet may be called what another with an id behind it is called.
_DETAILS = (_from_place, _at_time, _headed, _seen_in, _identified, _identified)


def name_accounts(accounts: Mapping[str, NamedAccount], *, is_one_of_many: bool = False) -> dict[str, str]:
    """Names that differ, by id: source or outlet and day, and no more than is needed to tell equal ones apart.

    Where several would have one name they are told apart by the place of the dateline, else by the time of day, else by
    the headline, the outlets, and last by the id of the first article. A detail is given only where it tells some of
    them apart. Follows from the accounts alone, in whatever order they stand.

    What is read beside accounts of other stories has its headline in any case: an account that stands alone, and all
    where an affair goes on elsewhere. Otherwise an agency's ten reports of one day in ten stories had one name.

    Args:
        accounts: By id of the origin: all that hang together by a story or by their text.
        is_one_of_many: Whether others, that do not hang together with these, share text with them.
    """
    names = {identity: name_origin(account) for identity, account in accounts.items()}
    if is_one_of_many or len(accounts) == 1:
        for identity, account in accounts.items():
            if not _is_named_by_id(account):
                names[identity] += _headed(account)
    for detail in _DETAILS:
        for identities in _same_named(names):
            details = {identity: detail(accounts[identity]) for identity in identities}
            if len(set(details.values())) > 1:
                names |= {identity: names[identity] + details[identity] for identity in identities}
    return names


def _is_named_by_id(account: NamedAccount) -> bool:
    """Whether neither source nor outlet is known, so that the name holds the id of the first article."""
    outlets = _outlets(account.articles) if account.is_inferred else outlet_of(account.articles[0])
    return account.source is None and not outlets


def _same_named(names: Mapping[str, str]) -> list[list[str]]:
    by_name: dict[str, list[str]] = defaultdict(list)
    for identity in sorted(names):
        by_name[names[identity]].append(identity)
    return [identities for identities in by_name.values() if len(identities) > 1]
