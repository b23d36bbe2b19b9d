"""What the source claims of the day of publication, weighed: which claim the others bear out best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from firsthand.lexicon.instants import Instants, instants_of
from firsthand.model import DateCandidate
from firsthand.reading.stamps import day_of, days_between, precision_of
from firsthand.reading.standing import YEAR_ADDED, Standing, standing_of

__all__ = ["class_of", "count_witnesses", "find_offset", "is_borne_out", "pick_claim"]

# Days that a claim may lie before and after the day that the text states: time zones, late posting, weekend papers.
_EARLIER_DAYS, _LATER_DAYS = 1, 3
# How much a claim of each class says for its day. What the page shows its readers is seen by its editors, and a little
# more than any one of its data; an address is written once, when the article is made.
_WEIGHTS = {
    "field": 1.2,
    "json-ld": 1.0,
    "meta": 1.0,
    "feed": 0.9,
    "microdata": 0.8,
    "stamp": 0.8,
    "label": 1.1,
    "shown": 1.1,
    "url": 1.5,
    "words": 0.6,
    "yearless": 0.5,
    "script": 0.3,
    "guess": 0.3,
    "other": 0.1,
}
_LISTED_DAYS = 3
_UTC = ("Z", "+00:00")
_MINUTE, _SECOND = len("2000-01-01T00:00"), len("2000-01-01T00:00:00")  # characters of a value without an offset
_STAMPED = frozenset({"field", "feed", "json-ld", "meta", "microdata", "stamp", "script"})
_HALF_HOUR_S, _HOUR_S, _FURTHEST_H = 1_800, 3_600, 13
# Hours by UTC before which it is still the day before in the Americas, and from which it is the next day in Asia.
_WEST_BEHIND, _EAST_AHEAD = "10", "14"
_MONTH_WEIGHT = 0.5  # of an address that gives only the month
_NEXT_DAY_WEIGHT = 0.6  # of a claim for the day before or after: time zones


def class_of(candidate: DateCandidate) -> str:
    """The class of a claim, a key of the weights; what nothing else fits is a stamp."""
    locator = candidate.locator or ""
    if candidate.kind == "url":
        return "words" if standing_of(candidate) is Standing.ADDRESS_WORDS else "url"
    if candidate.kind in {"field", "feed"}:
        return candidate.kind
    if candidate.span is not None or "another object" in locator or standing_of(candidate) is Standing.CHANGED:
        return "other"
    first = locator.split(" ")[0]
    if candidate.kind == "date_line":
        return "label" if first == "label" else "yearless" if YEAR_ADDED in candidate.reason else "shown"
    if first == "htmldate":
        return "guess"
    return first if first in _WEIGHTS else "stamp"


def pick_claim(judged: Sequence[DateCandidate], usable: Sequence[int], stated: int | None) -> int | None:
    """The claim of the source whose day the other claims bear out best; of equals the first.

    Each class of claims speaks once, through its first: a page shows and stamps the dates of other things further
    down. A claim that the text's own day bears out goes before all others. Words of an address bear out, no more.

    Args:
        judged: All candidates.
        usable: Places in `judged` of those that can be the day of publication.
        stated: Place of the day that the text itself gives, if it gives one.
    """
    spoken = [place for place in usable if judged[place].span is None and class_of(judged[place]) != "words"]
    claims = [place for place in spoken if day_of(judged[place].value)]
    if not claims:
        return next(iter(spoken), None)
    heard = _heard(judged, usable)
    # A day that no class gives as its first is one of other things, however near the days round it lie.
    days = {day_of(value) for value in heard.values()}
    borne = {
        place: sum(_WEIGHTS[kind] * _support(judged[place].value or "", other) for kind, other in heard.items())
        if day_of(judged[place].value) in days
        else 0.0
        for place in claims
    }
    witness = judged[stated].value if stated is not None else None
    others = [place for place in claims if judged[place].kind != "url"] or claims
    best = max(others, key=lambda place: (is_borne_out(judged[place].value, witness), round(borne[place], 6), -place))
    months = [place for place in spoken if judged[place].kind == "url" and place not in claims]
    if months and judged[best].locator == "htmldate" and not _starts_with(judged[best], judged[months[0]]):
        return months[0]  # a guess yields to an address, though that has only the month
    address = next((place for place in claims if judged[place].kind == "url"), None)
    if address is not None and witness is None and not is_borne_out(judged[best].value, judged[address].value):
        best = address if borne[address] >= borne[best] else best
    return _finest(judged, claims, best)


def count_witnesses(judged: Sequence[DateCandidate], usable: Sequence[int], claim: int) -> int:
    """How many classes of claims give the day of one claim, a day beside it or its month, its own class included."""
    day = judged[claim].value or ""
    return sum(
        _support(day, other) > 0
        for kind, other in _heard(judged, usable).items()
        if _WEIGHTS[kind] >= _WEIGHTS["words"]
    )


def _heard(judged: Sequence[DateCandidate], usable: Sequence[int]) -> dict[str, str]:
    """The value that each class of claims gives: its first with a day, or of an address its month."""
    claims = [place for place in usable if judged[place].span is None]
    lists = _listed_locators(judged, claims)
    stamps = {value[:_MINUTE] for place in claims if (value := judged[place].value or "").endswith(_UTC)}
    heard: dict[str, str] = {}
    for place in claims:
        if day_of(judged[place].value) or judged[place].kind == "url":
            kind = "other" if judged[place].locator in lists else class_of(judged[place])
            value = judged[place].value or ""
            # A clock that another stamp gives by UTC is one by UTC, though it does not say so.
            is_utc = _SECOND >= len(value) >= _MINUTE and value[:_MINUTE] in stamps
            heard.setdefault(kind, f"{value}Z" if is_utc else value)
    return heard


def _finest(judged: Sequence[DateCandidate], claims: Sequence[int], best: int) -> int:
    """The first claim of the same day that has a time of day, where `best` has none."""
    value = judged[best].value or ""
    if precision_of(value) == "minute":
        return best
    trusted = [place for place in claims if class_of(judged[place]) != "other"]
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
    if day is None:
        return 0.0
    if heard is None:  # an address that has only the month
        return _MONTH_WEIGHT if value.startswith(other) else 0.0
    if day == heard:
        return 1.0
    if other.endswith(_UTC) and len(value) <= _SECOND:
        # A stamp in UTC bears out the day that it was then west or east of there, where that is told without an offset.
        hour, late = other[11:13], days_between(heard, day)
        if (late == -1 and hour < _WEST_BEHIND) or (late == 1 and hour >= _EAST_AHEAD):
            return 1.0
    return _NEXT_DAY_WEIGHT if abs(days_between(heard, day)) == 1 else 0.0


def is_borne_out(claim: str | None, witness: str | None) -> bool:
    """Whether a claimed day is that of a witness, or as near to it as publication comes to the day a text gives."""
    claimed, seen = day_of(claim), day_of(witness)
    return claimed is not None and seen is not None and -_EARLIER_DAYS <= days_between(seen, claimed) <= _LATER_DAYS


def find_offset(judged: Sequence[DateCandidate], usable: Sequence[int], value: str) -> tuple[str, str] | None:
    """The offset of a time told without one, where the page also gives the same minute by UTC; and the place of that.

    "3 March, 23:03" and "2031-03-04T07:03:25Z" are one minute eight hours behind UTC. Where both are the same by the
    clock, either may have been stamped carelessly: then the offset stays unknown.
    """
    told = instants_of(f"{value}Z") if precision_of(value) == "minute" and len(value) <= _SECOND else None
    if told is None:
        return None
    for place in usable:
        stamp = judged[place].value or ""
        known = instants_of(stamp) if class_of(judged[place]) in _STAMPED and stamp.endswith(_UTC) else None
        offset_s = _offset_between(told, known) if known else None
        if offset_s:
            hours, minutes = divmod(abs(offset_s) // 60, 60)
            return f"{'-' if offset_s < 0 else '+'}{hours:02d}:{minutes:02d}", judged[place].locator or ""
    return None


def _offset_between(told: Instants, known: Instants) -> int | None:
    """How far a clock is ahead of UTC, in seconds; None where the two show no time of one minute."""
    have_seconds = told.earliest == told.latest and known.earliest == known.latest
    first, second = (
        (told.earliest, known.earliest) if have_seconds else (told.earliest // 60 * 60, known.earliest // 60 * 60)
    )
    offset_s = first - second
    is_zone = offset_s % _HALF_HOUR_S == 0 and abs(offset_s) <= _FURTHEST_H * _HOUR_S
    return offset_s if is_zone else None
