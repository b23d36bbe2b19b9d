"""Where a date stands and what it is there: the first words of its candidate's reason."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from firsthand.model import DateCandidate

__all__ = ["UNFIT_STANDINGS", "YEAR_ADDED", "DateClaim", "Standing", "standing_of"]


class Standing(StrEnum):
    """Where a date stands: in the text, or in what page, feed and source say beside it."""

    DATELINE = "stands in the dateline"
    LABELLED = "stands after a label"
    UPDATED = "stands after a label that speaks of an update"
    OWN_LINE = "stands on a line of its own at the head of the text"
    OPENING = "opens the first paragraph, before its text"
    CAPTION = "stands in a caption"
    EMBED = "dates an embedded post"
    LEAD = "stands in the lead with its day of the week"
    TEXT = "stands in the text"
    TO_COME = "is named as a day to come"
    ADDRESS = "stands in the address"
    ADDRESS_WORDS = "stands in the words of the address, which may be those of the headline"
    CLAIMED = "claimed by the source"
    FEED = "given by the feed for its item"
    CHANGED = "claimed by the source as the time of a change"
    SITE_HEAD = "shown in the head of the site, where sites show the day on which the page is taken"
    MEMBER = "tells since when somebody is a member, or was last seen"
    GUESSED = "guessed by patterns in the page's source"
    GUESSED_PROSE = "guessed by patterns in the page's source, where the prose names that day"
    CAPTURED = "is the minute at which the page was taken"


YEAR_ADDED = "the year is that of"  # in the reason of a candidate that is written without a year
# What stands so is no day of publication, however much is missing.
UNFIT_STANDINGS = frozenset({Standing.SITE_HEAD, Standing.MEMBER, Standing.CAPTURED, Standing.GUESSED_PROSE})
_STANDINGS = frozenset(Standing)


def standing_of(candidate: DateCandidate) -> Standing | None:
    """Where a candidate stands; None where its reason is that of a decision."""
    words = candidate.reason.split(";")[0]
    return Standing(words) if words in _STANDINGS else None


class DateClaim(NamedTuple):
    """A date that a page gives for its article, exactly as written."""

    kind: str  # metadata, date_line
    raw: str
    locator: str  # "json-ld datePublished", "meta article:published_time", "time datetime"
    standing: Standing = Standing.CLAIMED
