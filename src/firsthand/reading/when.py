"""When an article was published: every candidate, and which one is believed.

The text is the better witness. A date that the source claims is believed where the text does not speak against it:
a crawl date, a swapped day and month, a future day are told by the days that the text itself names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from firsthand.lexicon.dates import find_date_forms, find_weekdays
from firsthand.model import DateCandidate, Span
from firsthand.reading.candidates import Standing, find_dates, is_update_label, standing_of
from firsthand.reading.occasion import decide_event_date
from firsthand.reading.stamps import day_of, days_between, parse_stamp, precision_of, shift_day, swap_day_month

__all__ = ["PublishedDecision", "decide_event_date", "decide_published", "find_dates"]

# Days that a claim may lie before and after the day that the text states: time zones, late posting, weekend papers.
_EARLIER_DAYS, _LATER_DAYS = 1, 3
_WEEK_DAYS = 7  # a bare day of the week is one of the last seven days
# How much a claim of each class says for its day. What the page shows its readers is seen by its editors, and a little
# more than any one of its data; an address is written once, when the article is made.
_WEIGHTS = {
    "field": 1.2,
    "json-ld": 1.0,
    "meta": 1.0,
    "microdata": 0.8,
    "stamp": 0.8,
    "shown": 1.1,
    "url": 1.5,
    "script": 0.3,
    "other": 0.1,
}
_LISTED_DAYS = 3
_UTC_EVENING = "20"  # hours
_NEXT_DAY_WEIGHT = 0.6  # of a claim for the day before or after: time zones


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDecision:
    """What is believed about when an article was published."""

    published: str | None = None  # ISO 8601 with the source's own offset or none
    precision: str | None = None  # minute, day, month, year
    not_before: str | None = None  # ISO day; the latest past day that the article knows of
    evidence: str | None = None  # in words: which candidate, and what speaks for or against it
    updated: str | None = None
    candidates: tuple[DateCandidate, ...] = ()
    why_null: str | None = None  # why `published` is None


def decide_published(
    candidates: Sequence[DateCandidate], *, updated: str | None = None, latest_day: str | None = None
) -> PublishedDecision:
    """Which candidate is believed, or why none is.

    Args:
        candidates: As `find_dates` gives them.
        updated: What the source claims as the time of the last change.
        latest_day: ISO day after which nothing can have been published, as the day on which the article was added
            to the archive; None where it is not known.

    Returns:
        The decision, with the candidates: the chosen one marked, each with its reason.
    """
    limit = day_of(latest_day)
    judged = [_judge_future(candidate, limit) for candidate in candidates]
    usable = [place for place, candidate in enumerate(judged) if _is_usable(candidate, limit)]
    stated = _pick_stated(judged, usable)
    claim = _pick_claim(judged, usable, stated)
    chosen, value, evidence, objection = _choose(judged, stated, claim)
    changed = _updated_value(judged, updated)
    known = _known_past(judged, limit)
    if chosen is None:
        return PublishedDecision(
            not_before=known.isoformat() if known else None,
            updated=changed,
            candidates=tuple(judged),
            evidence=f"nothing is known of it before {known}" if known else None,
            why_null=objection or _why_nothing(judged),
        )
    judged[chosen] = replace(judged[chosen], chosen=True, value=value, reason=evidence)
    day = day_of(value)
    return PublishedDecision(
        published=value,
        precision=precision_of(value),
        not_before=day.isoformat() if day else None,
        evidence=f"{_name_of(judged[chosen])}: {evidence}",
        updated=changed,
        candidates=tuple(_resolve_names(judged, day)),
    )


def _name_of(candidate: DateCandidate) -> str:
    return candidate.locator or candidate.kind.replace("_", " ")


def _judge_future(candidate: DateCandidate, limit: date | None) -> DateCandidate:
    day = day_of(candidate.value)
    if limit and day and candidate.kind != "in_text" and days_between(limit, day) > 1:
        return replace(candidate, reason=f"{candidate.reason}; it lies in the future, seen from {limit}")
    return candidate


def _is_usable(candidate: DateCandidate, limit: date | None) -> bool:
    if candidate.value is None or candidate.kind in {"in_text", "day_name"}:
        return False
    day = day_of(candidate.value)
    return not (limit and day and days_between(limit, day) > 1)


def _pick_stated(judged: Sequence[DateCandidate], usable: Sequence[int]) -> int | None:
    """The day that the text itself gives: a date line, else the dateline; of several on one day the most precise.

    What is left of a page's text beside its data is content: there only the dateline counts.
    """
    has_data = any(_class_of(judged[place]) in {"json-ld", "meta", "microdata", "stamp", "shown"} for place in usable)
    dated = [place for place in usable if judged[place].span is not None and day_of(judged[place].value)]
    lines = [place for place in dated if judged[place].kind == "date_line" and not has_data]
    own = [place for place in lines if standing_of(judged[place]) is not Standing.UPDATED]
    datelines = [place for place in dated if judged[place].kind == "dateline"]
    first = next(iter([*own, *datelines, *lines]), None)
    if first is None:
        return None
    same_day = [place for place in own if day_of(judged[place].value) == day_of(judged[first].value)]
    return max(same_day or [first], key=lambda place: (len(judged[place].value or ""), -place))


def _class_of(candidate: DateCandidate) -> str:
    """The class of a claim of the source, a key of the weights."""
    if candidate.kind in {"field", "url"}:
        return candidate.kind
    locator = candidate.locator or ""
    if candidate.span is not None or "another object" in locator:
        return "other"
    if candidate.kind == "date_line":
        return "other" if is_update_label(candidate.raw) else "shown"
    first = locator.split(" ")[0]
    return first if first in _WEIGHTS else "stamp"


def _pick_claim(judged: Sequence[DateCandidate], usable: Sequence[int], stated: int | None) -> int | None:
    """The claim of the source whose day the other claims bear out best; of equals the first.

    Each class of claims speaks once, through its first: a page shows and stamps the dates of other things further
    down. A claim that the text's own day bears out goes before all others.
    """
    claims = [place for place in usable if judged[place].span is None and day_of(judged[place].value)]
    if not claims:
        return next((place for place in usable if judged[place].span is None), None)
    lists = _listed_locators(judged, claims)
    heard: dict[str, str] = {}
    for place in claims:
        kind = "other" if judged[place].locator in lists else _class_of(judged[place])
        heard.setdefault(kind, judged[place].value or "")
    borne = {
        place: sum(_WEIGHTS[kind] * _support(judged[place].value or "", other) for kind, other in heard.items())
        for place in claims
    }
    witness = judged[stated].value if stated is not None else None
    spoken = [place for place in claims if judged[place].kind != "url"] or claims
    best = max(spoken, key=lambda place: (_agrees(judged[place].value, witness), round(borne[place], 6), -place))
    months = [place for place in usable if judged[place].kind == "url" and place not in claims]
    if months and judged[best].locator == "htmldate" and not _starts_with(judged[best], judged[months[0]]):
        return months[0]  # a guess yields to an address, though that has only the month
    address = next((place for place in claims if judged[place].kind == "url"), None)
    if address is not None and witness is None and not _agrees(judged[best].value, judged[address].value):
        best = address if borne[address] >= borne[best] else best
    return _finest(judged, claims, best)


def _finest(judged: Sequence[DateCandidate], claims: Sequence[int], best: int) -> int:
    """The first claim of the same day that has a time of day, where `best` has none."""
    value = judged[best].value or ""
    if precision_of(value) == "minute":
        return best
    trusted = [place for place in claims if _class_of(judged[place]) != "other"]
    same_day = [place for place in trusted if (judged[place].value or "").startswith(f"{value}T")]
    return min(same_day, default=best)


def _starts_with(candidate: DateCandidate, coarser: DateCandidate) -> bool:
    return (candidate.value or "").startswith(coarser.value or "")


def _listed_locators(judged: Sequence[DateCandidate], claims: Sequence[int]) -> set[str]:
    """Elements of one name that show three days or more: a list of other things, not the article's own date."""
    days: defaultdict[str, set[date | None]] = defaultdict(set)
    for place in claims:
        if judged[place].kind == "date_line":
            days[judged[place].locator or ""].add(day_of(judged[place].value))
    return {locator for locator, shown in days.items() if len(shown) >= _LISTED_DAYS}


def _support(value: str, other: str) -> float:
    """How far a claim bears out the day of another: 1 the same day, less the next day, 0 else."""
    day, heard = day_of(value), day_of(other)
    if day is None or heard is None:
        return 0.0
    if day == heard:
        return 1.0
    # Late in the evening by UTC it is the next day in half of the world: the stamp bears out what the page shows.
    is_next_by_utc = other.endswith(("Z", "+00:00")) and other[11:13] >= _UTC_EVENING and days_between(heard, day) == 1
    if is_next_by_utc:
        return 1.0
    return _NEXT_DAY_WEIGHT if abs(days_between(heard, day)) == 1 else 0.0


def _agrees(claim: str | None, witness: str | None) -> bool:
    claimed, seen = day_of(claim), day_of(witness)
    return claimed is not None and seen is not None and -_EARLIER_DAYS <= days_between(seen, claimed) <= _LATER_DAYS


def _choose(
    judged: Sequence[DateCandidate], stated: int | None, claim: int | None
) -> tuple[int | None, str, str, str | None]:
    """The chosen place, its value and evidence; or None and what speaks against the claim."""
    if stated is not None:
        return _choose_stated(judged, stated, claim)
    if claim is None:
        return None, "", "", None
    value = judged[claim].value or ""
    objection, mended = _contradiction(judged, claim)
    if mended:
        return claim, mended, f"day and month are swapped: {objection}", None
    if objection:
        return None, "", "", objection
    evidence = "claimed by the source, and nothing in the text speaks against it"
    return claim, value, evidence, None


def _choose_stated(
    judged: Sequence[DateCandidate], stated: int, claim: int | None
) -> tuple[int | None, str, str, str | None]:
    text_value = judged[stated].value or ""
    if claim is None:
        return stated, text_value, judged[stated].reason, None
    claim_value = judged[claim].value or ""
    if not _agrees(claim_value, text_value):
        said = judged[claim]
        return (
            stated,
            text_value,
            f"the text says {text_value[:10]}, against {said.raw[:40]!r} of {_name_of(said)}: the text is believed",
            None,
        )
    is_finer = precision_of(text_value) == "minute" and precision_of(claim_value) != "minute"
    if is_finer and text_value[:10] == claim_value[:10]:
        return stated, text_value, f"{judged[stated].reason}, and {_name_of(judged[claim])} agrees", None
    return claim, claim_value, f"claimed by the source, and the text agrees ({judged[stated].raw[:40]!r})", None


def _contradiction(judged: Sequence[DateCandidate], claim: int) -> tuple[str | None, str | None]:
    """What in the text speaks against a claim, and the value with day and month swapped where that mends it."""
    claimed = day_of(judged[claim].value)
    if claimed is None:
        return None, None
    shown = [
        (day, candidate)
        for candidate in judged
        if candidate.kind == "in_text"
        and standing_of(candidate) in {Standing.CAPTION, Standing.EMBED, Standing.LEAD}
        and (day := day_of(candidate.value)) is not None
    ]
    if not shown:
        return None, None
    last, witness = max(shown, key=lambda pair: (pair[0], pair[1].span or Span(0, 0)))
    late = days_between(last, claimed)
    swapped = swap_day_month(claimed)
    if swapped and not 0 <= late <= _WEEK_DAYS and 0 <= days_between(last, swapped) <= _WEEK_DAYS:
        mended = swapped.isoformat() + (judged[claim].value or "")[10:]
        return f"the text names {last}", mended
    if late < -_EARLIER_DAYS and standing_of(witness) in {Standing.CAPTION, Standing.EMBED} and _has_year(witness):
        return (
            f"{_name_of(judged[claim])} says {claimed}, but the text knows {last} ({witness.raw!r}), which is later",
            None,
        )
    is_weekly = any(candidate.kind == "day_name" for candidate in judged)
    is_news_day = standing_of(witness) is not Standing.CAPTION
    if late > _WEEK_DAYS and is_weekly and is_news_day:
        objection = (
            f"{_name_of(judged[claim])} says {claimed}, {late} days after the last day that the text knows ({last}), "
            "while the text speaks of days of that week: the claim may be the day on which the page was taken"
        )
        return objection, None
    return None, None


def _has_year(candidate: DateCandidate) -> bool:
    return any(form.year is not None for form in find_date_forms(candidate.raw))


def _known_past(judged: Sequence[DateCandidate], limit: date | None) -> date | None:
    """The latest day with a year that the text names as past."""
    days = [
        day
        for candidate in judged
        if candidate.span is not None
        and standing_of(candidate) is not Standing.TO_COME
        and (day := day_of(candidate.value))
    ]
    return max((day for day in days if limit is None or day <= shift_day(limit, 1)), default=None)


def _why_nothing(judged: Sequence[DateCandidate]) -> str:
    if any(candidate.value for candidate in judged if candidate.kind not in {"in_text", "day_name"}):
        return "what the source claims lies in the future"
    if any(candidate.kind in {"dateline", "date_line"} for candidate in judged):
        return "the text gives a day without a year, and nothing gives the year"
    if any(candidate.kind == "day_name" for candidate in judged):
        return "the text names only days of the week, and the source gives no date"
    return "neither the source nor the text gives a date of publication"


def _updated_value(judged: Sequence[DateCandidate], updated: str | None) -> str | None:
    if updated:
        value = parse_stamp(updated)[0]
        if value:
            return value
    return next(
        (candidate.value for candidate in judged if standing_of(candidate) is Standing.UPDATED and candidate.value),
        None,
    )


def _resolve_names(judged: Sequence[DateCandidate], published: date | None) -> Iterator[DateCandidate]:
    """Days of the week as the last such day on or before the day of publication."""
    for candidate in judged:
        names = find_weekdays(candidate.raw) if candidate.kind == "day_name" and published else []
        if names and published:
            back = (published.weekday() - names[0].value) % 7
            yield replace(candidate, value=shift_day(published, -back).isoformat())
        else:
            yield candidate
