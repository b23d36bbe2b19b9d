"""When an article was published: every candidate, and which one is believed.

The text is the better witness. A date that the source claims is believed where the text does not speak against it:
a crawl date, a swapped day and month, a future day are told by the days that the text itself names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from firsthand.lexicon.dates import find_date_forms, find_weekdays
from firsthand.lexicon.instants import is_earlier
from firsthand.model import DateCandidate, Span
from firsthand.reading.candidates import OPEN_ORDER, find_dates
from firsthand.reading.occasion import decide_event_date
from firsthand.reading.stamps import day_of, days_between, parse_stamp, precision_of, shift_day, swap_day_month
from firsthand.reading.standing import UNFIT_STANDINGS, Standing, standing_of
from firsthand.reading.witnesses import class_of, count_witnesses, find_offset, is_borne_out, pick_claim

__all__ = ["PublishedDecision", "decide_event_date", "decide_published", "find_dates"]

_EARLIER_DAYS = 1  # days that a claim may lie before a day that the text shows: time zones
_MONTHS = 12
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:\d\d){1,2}(?!\d)")
_PAGE_CLASSES = frozenset({"json-ld", "meta", "microdata", "stamp", "label", "shown"})
_WITNESSES = 2  # classes of claims for one day that no day in the text speaks against
_WEEK_DAYS = 7  # a bare day of the week is one of the last seven days


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
        latest_day: ISO day or time after which nothing can have been published, as that at which the page was taken;
            None where it is not known. A day counts with the day after it, for the zones in which that has begun.

    Returns:
        The decision, with the candidates: the chosen one marked, each with its reason.
    """
    last_change = parse_stamp(updated)[0] if updated else None
    judged = [_judge_future(candidate, latest_day) for candidate in _mend_order(candidates, latest_day)]
    usable = [place for place, candidate in enumerate(judged) if _is_usable(candidate, latest_day)]
    stated = _pick_stated(judged, usable)
    claim = pick_claim(judged, usable, stated)
    chosen, value, evidence, objection = _choose(judged, usable, stated, claim)
    changed = last_change or _shown_change(judged)
    known = _known_past(judged, day_of(latest_day))
    if chosen is None:
        return PublishedDecision(
            not_before=known.isoformat() if known else None,
            updated=changed,
            candidates=tuple(judged),
            evidence=f"nothing is known of it before {known}" if known else None,
            why_null=objection or _why_nothing(judged),
        )
    zone = find_offset(judged, usable, value)
    if zone:
        value, evidence = f"{value}{zone[0]}", f"{evidence}; its offset follows from the same minute in {zone[1]}"
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


def _mend_order(candidates: Sequence[DateCandidate], latest: str | None) -> list[DateCandidate]:
    """The candidates, with day and month the other way round where they could be and something shows that they are.

    Something is: a future day that is none when swapped; another claim for the swapped day and none for the day; the
    same order in another date of the same place ("3/14/2031" in one element, "3/4/2031" in the next).
    """
    is_open = [OPEN_ORDER in candidate.reason for candidate in candidates]
    if not any(is_open):
        return list(candidates)
    claimed = [one for one, its_open in zip(candidates, is_open, strict=True) if one.span is None and not its_open]
    return [_swap(one, claimed, latest) if its_open else one for one, its_open in zip(candidates, is_open, strict=True)]


def _swap(candidate: DateCandidate, claimed: Sequence[DateCandidate], latest: str | None) -> DateCandidate:
    day = day_of(candidate.value)
    swapped = swap_day_month(day) if day else None
    if day is None or swapped is None:
        return candidate
    value = swapped.isoformat() + (candidate.value or "")[10:]
    days = {heard: one for one in claimed if (heard := day_of(one.value))}
    why = ""
    if _lies_after(candidate.value, latest) and not _lies_after(value, latest):
        why = "else it lay in the future"
    elif swapped in days and day not in days:
        why = f"as {_name_of(days[swapped])} shows"
    elif any(one.locator == candidate.locator and _is_month_first(one) for one in claimed):
        why = "as other dates of that place show"
    return replace(candidate, value=value, reason=f"{candidate.reason}; month first, {why}") if why else candidate


def _is_month_first(candidate: DateCandidate) -> bool:
    match = _FIGURES.search(candidate.raw)
    return match is not None and int(match[2]) > _MONTHS >= int(match[1])


def _lies_after(value: str | None, latest: str | None) -> bool:
    """Whether a value is known to be after the latest day or time at which it can be."""
    limit, day = day_of(latest), day_of(value)
    if limit is None or day is None:
        return False
    return days_between(limit, day) > 1 or (precision_of(latest or "") == "minute" and bool(is_earlier(latest, value)))


def _judge_future(candidate: DateCandidate, latest: str | None) -> DateCandidate:
    if candidate.kind != "in_text" and _lies_after(candidate.value, latest):
        return replace(candidate, reason=f"{candidate.reason}; it lies in the future, seen from {latest}")
    return candidate


def _is_usable(candidate: DateCandidate, latest: str | None) -> bool:
    if candidate.value is None or candidate.kind in {"in_text", "day_name"}:
        return False
    return standing_of(candidate) not in UNFIT_STANDINGS and not _lies_after(candidate.value, latest)


def _pick_stated(judged: Sequence[DateCandidate], usable: Sequence[int]) -> int | None:
    """The day that the text itself gives: a date line, else the dateline; of several on one day the most precise.

    What is left of a page's text beside its data is content: there only the dateline counts.
    """
    has_data = any(class_of(judged[place]) in _PAGE_CLASSES for place in usable)
    dated = [place for place in usable if judged[place].span is not None and day_of(judged[place].value)]
    lines = [place for place in dated if judged[place].kind == "date_line" and not has_data]
    own = [place for place in lines if standing_of(judged[place]) is not Standing.UPDATED]
    datelines = [place for place in dated if judged[place].kind == "dateline"]
    first = next(iter([*own, *datelines, *lines]), None)
    if first is None:
        return None
    same_day = [place for place in own if day_of(judged[place].value) == day_of(judged[first].value)]
    return max(same_day or [first], key=lambda place: (len(judged[place].value or ""), -place))


def _choose(
    judged: Sequence[DateCandidate], usable: Sequence[int], stated: int | None, claim: int | None
) -> tuple[int | None, str, str, str | None]:
    """The chosen place, its value and evidence; or None and what speaks against the claim."""
    if stated is not None:
        return _choose_stated(judged, stated, claim)
    if claim is None:
        return None, "", "", None
    value = judged[claim].value or ""
    objection, mended = _contradiction(judged, claim)
    if objection and count_witnesses(judged, usable, claim) >= _WITNESSES:
        # A day that its address, its data and its readers are told is no slip, and not that of the crawl.
        return claim, value, f"claimed in several places, though {objection}", None
    if mended:
        return claim, mended, f"day and month are swapped: {objection}", None
    if objection:
        return None, "", "", objection
    how = Standing.GUESSED if standing_of(judged[claim]) is Standing.GUESSED else Standing.CLAIMED
    return claim, value, f"{how}, and nothing in the text speaks against it", None


def _choose_stated(
    judged: Sequence[DateCandidate], stated: int, claim: int | None
) -> tuple[int | None, str, str, str | None]:
    text_value = judged[stated].value or ""
    if claim is None:
        return stated, text_value, judged[stated].reason, None
    claim_value = judged[claim].value or ""
    if not is_borne_out(claim_value, text_value):
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
    if late > _WEEK_DAYS and is_weekly and is_news_day and _may_be_crawled(judged[claim]):
        objection = (
            f"{_name_of(judged[claim])} says {claimed}, {late} days after the last day that the text knows ({last}), "
            "while the text speaks of days of that week: the claim may be the day on which the page was taken"
        )
        return objection, None
    return None, None


def _may_be_crawled(claim: DateCandidate) -> bool:
    """Whether a claim can be the day of a crawl: a page's own data and marked dates are there before it is taken."""
    return claim.kind in {"field", "feed"} or claim.locator in {"htmldate", "text of the page"}


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
    claims = [one for one in judged if one.value and one.kind not in {"in_text", "day_name"}]
    unfit = next((one for one in claims if standing_of(one) in UNFIT_STANDINGS), None)
    if unfit is not None:
        return f"{_name_of(unfit)} ({unfit.raw[:40]!r}) {standing_of(unfit)}, and nothing else dates the article"
    if any("lies in the future" in one.reason for one in claims):
        return "what the source claims lies in the future"
    if any(candidate.kind in {"dateline", "date_line"} for candidate in judged):
        return "the text gives a day without a year, and nothing gives the year"
    if any(candidate.kind == "day_name" for candidate in judged):
        return "the text names only days of the week, and the source gives no date"
    return "neither the source nor the text gives a date of publication"


def _shown_change(judged: Sequence[DateCandidate]) -> str | None:
    """The time of the last change, where text or page show one."""
    marks = {Standing.UPDATED, Standing.CHANGED}
    return next((candidate.value for candidate in judged if standing_of(candidate) in marks and candidate.value), None)


def _resolve_names(judged: Sequence[DateCandidate], published: date | None) -> Iterator[DateCandidate]:
    """Days of the week as the last such day on or before the day of publication."""
    for candidate in judged:
        names = find_weekdays(candidate.raw) if candidate.kind == "day_name" and published else []
        if names and published:
            back = (published.weekday() - names[0].value) % 7
            yield replace(candidate, value=shift_day(published, -back).isoformat())
        else:
            yield candidate
