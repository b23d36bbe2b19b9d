"""Every date that could be the day of publication: what the source claims, what the page shows, what the text says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from firsthand.lexicon.date_labels import DateLabel, find_label_before
from firsthand.lexicon.dates import DateForm, find_date_forms, find_weekdays, may_hold_days
from firsthand.lexicon.instants import is_same_minute
from firsthand.model import DateCandidate, RawDocument, Segment, SegmentLabel, Span
from firsthand.reading.html import Page
from firsthand.reading.stamps import (
    day_of,
    days_between,
    form_value,
    parse_shown,
    parse_stamp,
    url_value,
    url_words_value,
)
from firsthand.reading.standing import YEAR_ADDED, DateClaim, Standing
from firsthand.text.lines import split_lines

__all__ = ["OPEN_ORDER", "find_dates"]

_MAX_TEXT_DATES = 400  # of one article; a list of days is no help beyond that
_MAX_DAY_NAMES = 12
_PROSE_LENGTH = 160  # characters from which a line is taken for a paragraph
_HEAD_LINES = 25  # date lines stand among these first lines, or carry a label
_MAX_OTHER_LETTERS = 45  # letters beside the date in a date line: a section, a place, an author
_LATE_DAYS = 3  # how far a date line or dateline may lie after the day that dates the article
_LEAD_CHARACTERS = 1_500  # from the first paragraph on; a day of the week dated there is the day of the news
OPEN_ORDER = "day and month could be the other way round"
_NO_YEAR = "it has no year, and nothing else dates the article"


# Behind a date, where it is no part of the sentence: a mark that parts the two, an opening quotation mark.
_TEXT_BEGINS = re.compile(r"\s?[)\]|/–—:-]\s|\s?[\"“„«‹「]")
_HANDLE = re.compile(r"\(@\w{1,30}\)\s{0,3}(?:on\s)?$")
_TO_COME_WORDS = re.compile(
    r"\b(?:will|shall|would|scheduled|due|plans?|planned|planning|expected|upcoming|set to|slated|next|until|before|by"
    r"|deadline|wird|werden|soll|sollen|geplant|bis|sera|seront|prévue?|prochain|será|serán|próximo|previsto"
    r"|будет|будут|состоится|пройдет|пройдёт|намечен\w*|запланирован\w*|до)\b|将|سوف|ستعقد|من المقرر",
    re.IGNORECASE,
)
_LABELLED = {DateLabel.PUBLISHED: Standing.LABELLED, DateLabel.UPDATED: Standing.UPDATED}
_LABELLED_CLAIMS: dict[DateLabel | None, Standing] = {
    DateLabel.PUBLISHED: Standing.LABELLED,
    DateLabel.UPDATED: Standing.CHANGED,
    DateLabel.MEMBER: Standing.MEMBER,
}
_BODY_LABELS = frozenset({SegmentLabel.BODY, SegmentLabel.SUBHEADLINE, SegmentLabel.HEADLINE})
_CAPTION_LABELS = frozenset({SegmentLabel.CAPTION, SegmentLabel.PHOTO_CREDIT})
# Stretches whose dates are those of other articles, of the outlet, or of reprints.
_FOREIGN_LABELS = frozenset(
    {
        SegmentLabel.RELATED,
        SegmentLabel.READ_MORE,
        SegmentLabel.SUBSCRIBE,
        SegmentLabel.ADVERTISEMENT,
        SegmentLabel.COPYRIGHT,
        SegmentLabel.OTHER_STORY,
        SegmentLabel.BIOGRAPHY,
    }
)


class _Regions:
    """Which label stands at a place of the text."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        ordered = sorted(segments, key=lambda segment: segment.span)
        self._starts = [segment.span.start for segment in ordered]
        self._segments = ordered

    def label_at(self, place: int) -> SegmentLabel | None:
        found = bisect_right(self._starts, place) - 1
        if found < 0 or place >= self._segments[found].span.end:
            return None
        return self._segments[found].label


def find_dates(
    article: str, text: str, segments: Sequence[Segment], document: RawDocument, page: Page | None
) -> tuple[DateCandidate, ...]:
    """Every date that the source, the address, the page and the text offer, in that order, none chosen yet.

    A date without a year gets the one that brings it nearest to a day that dates the article, of the years in which
    its day of the week fits; without such a day its value is None.
    """
    claims = _with_years(list(_claimed(article, document, page)))
    stated = list(_in_text(article, text, _Regions(segments)))
    anchors = [day for candidate, form in stated if (day := _anchor_of(candidate, form)) is not None]
    anchors += [day for candidate in claims if (day := day_of(candidate.value)) is not None]
    resolved = [_with_year(candidate, form, stated, anchors) for candidate, form in stated]
    names = list(_day_names(article, text, segments))
    named = {day_of(one.value) for one in resolved if one.kind == "in_text"}
    claims = [
        replace(one, reason=Standing.GUESSED_PROSE.value)
        if one.reason == Standing.GUESSED and day_of(one.value) in named
        else one
        for one in claims
    ]
    return (*claims, *resolved, *names)


def _claimed(article: str, document: RawDocument, page: Page | None) -> Iterator[DateCandidate]:
    """What is said beside the text: by the source, by the feed, by the page, by the address."""
    captured = document.source.captured
    if document.published:
        yield _claim(article, DateClaim("field", document.published, "field published"), captured)
    if document.feed_date:
        yield _claim(article, DateClaim("feed", document.feed_date, "feed", Standing.FEED), captured)
    for claim in page.published if page else ():
        yield _claim(article, claim, captured)
    addresses = tuple(dict.fromkeys(filter(None, (document.url, page.canonical_url if page else None))))
    for locator, standing, read in (
        ("url", Standing.ADDRESS, url_value),
        ("url words", Standing.ADDRESS_WORDS, url_words_value),
    ):
        found = next((one for one in map(read, addresses) if one), None)
        if found:
            yield DateCandidate(
                article=article, kind="url", raw=found[1], locator=locator, value=found[0], reason=standing.value
            )
        if found and day_of(found[0]):
            return


def _with_years(claims: list[DateCandidate]) -> list[DateCandidate]:
    """The claims, with the year of another added to those that a page shows without one: "[3 March 10:30]"."""
    anchor = next((day for one in claims if (day := day_of(one.value)) is not None), None)
    if anchor is None:
        return claims
    return [_with_year_near(one, anchor) if one.value is None and one.kind == "date_line" else one for one in claims]


def _with_year_near(claim: DateCandidate, anchor: date) -> DateCandidate:
    form = next((form for form in find_date_forms(claim.raw) if form.month and form.day), None)
    if form is None or form.month is None or form.day is None:
        return claim
    year = _nearest_year(form.month, form.day, form.weekday, anchor, is_past=False)
    value = form_value(form, year) if year is not None else None
    return replace(claim, value=value, reason=f"{Standing.CLAIMED}; {YEAR_ADDED} {anchor}") if value else claim


def _claim(article: str, claim: DateClaim, captured: str | None) -> DateCandidate:
    label: DateLabel | None = None
    if claim.kind == "date_line":
        value, is_ambiguous, label = parse_shown(claim.raw)
    else:
        value, is_ambiguous = parse_stamp(claim.raw)
    standing = claim.standing
    if label in _LABELLED_CLAIMS and standing is Standing.CLAIMED:
        standing = _LABELLED_CLAIMS[label]
    if is_same_minute(value, captured):
        standing = Standing.CAPTURED
    reason = standing.value
    if value is None:
        reason = "holds no date that could be read"
    elif is_ambiguous:
        reason = f"{standing}; {OPEN_ORDER}"
    return DateCandidate(
        article=article, kind=claim.kind, raw=claim.raw[:300], locator=claim.locator, value=value, reason=reason
    )


def _in_text(article: str, text: str, regions: _Regions) -> Iterator[tuple[DateCandidate, DateForm]]:
    lines = split_lines(text)
    starts = [line.start for line in lines]
    first_prose = next(
        (place for place, line in enumerate(lines) if line.end - line.start >= _PROSE_LENGTH), len(lines)
    )
    lead_end = lines[first_prose].start + _LEAD_CHARACTERS if first_prose < len(lines) else len(text)
    for form in find_date_forms(text)[:_MAX_TEXT_DATES]:
        label = regions.label_at(form.span.start)
        if form.day is None or label in _FOREIGN_LABELS:
            continue
        place = max(0, bisect_right(starts, form.span.start) - 1)
        kind, reason = _role(text, form, lines[place], label, is_head=place < min(first_prose, _HEAD_LINES))
        if kind == "in_text" and place == first_prose and _opens(text, form, lines[place]):
            kind, reason = "date_line", Standing.OPENING
        if kind == "in_text" and reason == Standing.TEXT and form.weekday is not None and form.span.start < lead_end:
            reason = Standing.LEAD
        candidate = DateCandidate(
            article=article,
            kind=kind,
            raw=text[form.span.start : form.span.end],
            span=form.span,
            value=form_value(form),
            reason=f"{reason}; {OPEN_ORDER}" if form.is_ambiguous else reason.value,
        )
        yield candidate, form


def _role(text: str, form: DateForm, line: Span, label: SegmentLabel | None, *, is_head: bool) -> tuple[str, Standing]:
    """The kind of a date in the text, and where it stands."""
    if label is SegmentLabel.DATELINE:
        return "dateline", Standing.DATELINE
    before = text[max(line.start, form.span.start - 60) : form.span.start]
    if _HANDLE.search(before):
        return "in_text", Standing.EMBED
    found = find_label_before(before)
    # In prose ("a study published November 1") a label has neither a colon nor the start of the line.
    if found and found[0] in _LABELLED and (":" in found[2] or "：" in found[2] or not found[1].strip()):
        return "date_line", _LABELLED[found[0]]
    if label in _CAPTION_LABELS:
        return "in_text", Standing.CAPTION
    if is_head and label not in _BODY_LABELS - {SegmentLabel.BODY} and _is_date_line(text, form, line):
        return "date_line", Standing.OWN_LINE
    if label is SegmentLabel.EMBEDDED:
        return "in_text", Standing.EMBED
    sentence = text[max(line.start, form.span.start - 70) : min(line.end, form.span.end + 25)]
    return "in_text", Standing.TO_COME if _TO_COME_WORDS.search(sentence) else Standing.TEXT


def _opens(text: str, form: DateForm, line: Span) -> bool:
    """Whether a whole date stands before the text of its paragraph: "4.3.2031 - The port", "(4 March 2031) In"."""
    is_first = not text[line.start : form.span.start].strip(" ([\u00a0")
    return is_first and form.year is not None and bool(_TEXT_BEGINS.match(text, form.span.end, line.end))


def _is_date_line(text: str, form: DateForm, line: Span) -> bool:
    rest = text[line.start : form.span.start] + text[form.span.end : line.end]
    letters = sum(character.isalpha() for character in rest)
    return letters <= _MAX_OTHER_LETTERS and not re.search(r"[a-zà-ÿа-я]\.\s*$", rest)


def _anchor_of(candidate: DateCandidate, form: DateForm) -> date | None:
    """The day of a whole date that dates the article as such."""
    if candidate.kind in {"date_line", "dateline"} and form.year is not None:
        return day_of(candidate.value)
    return None


def _with_year(
    candidate: DateCandidate, form: DateForm, stated: Sequence[tuple[DateCandidate, DateForm]], anchors: Sequence[date]
) -> DateCandidate:
    if form.year is not None or form.month is None or form.day is None:
        return candidate
    if not anchors:
        return replace(candidate, reason=f"{candidate.reason}; {_NO_YEAR}")
    anchor = anchors[0]
    weekday = form.weekday
    if weekday is None:  # the same day may be named elsewhere with its day of the week
        same = [other.weekday for _, other in stated if (other.month, other.day) == (form.month, form.day)]
        weekday = next((one for one in same if one is not None), None)
    year = _nearest_year(form.month, form.day, weekday, anchor, is_past=candidate.kind in {"dateline", "date_line"})
    if year is None:
        return replace(candidate, reason=f"{candidate.reason}; its day of the week fits no year near {anchor}")
    return replace(candidate, value=form_value(form, year), reason=f"{candidate.reason}; {YEAR_ADDED} {anchor}")


def _nearest_year(month: int, day: int, weekday: int | None, anchor: date, *, is_past: bool) -> int | None:
    """The year in which the day falls nearest to the anchor; where it is past, at most three days after it."""
    # A day of the week comes round within eleven years at most, and mostly within six.
    span = 1 if weekday is None else 6
    days: list[date] = []
    for year in range(anchor.year - span, anchor.year + 2):
        try:
            one = date(year, month, day)
        except ValueError:
            continue
        late = days_between(anchor, one)
        if (weekday is None or one.weekday() == weekday) and not (is_past and late > _LATE_DAYS):
            days.append(one)
    # Ties cannot be: two days of one name are at least 300 days apart, but 183 days each way are possible.
    return min(days, key=lambda one: (abs(days_between(anchor, one)), one)).year if days else None


def _day_names(article: str, text: str, segments: Sequence[Segment]) -> Iterator[DateCandidate]:
    found = 0
    for segment in segments:
        if segment.label not in _BODY_LABELS or not may_hold_days(text, *segment.span):
            continue
        for name in find_weekdays(text, segment.span.start, segment.span.end):
            if found >= _MAX_DAY_NAMES:
                return
            found += 1
            yield DateCandidate(
                article=article,
                kind="day_name",
                raw=text[name.span.start : name.span.end],
                span=name.span,
                reason="is a day of the week, counted from the day of publication",
            )
