"""The day of the main happening, as the lead tells it.

Days of the week are counted from the day of publication by the tense of their sentence. An article that is of no
single day, or whose day cannot be known, has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from firsthand.lexicon.dates import find_date_forms, find_feasts, find_relative_days, find_weekdays, may_hold_days
from firsthand.model import Span
from firsthand.reading.stamps import day_of, days_between, form_value, shift_day
from firsthand.text.lines import split_sentences

if TYPE_CHECKING:
    from firsthand.reading.when import PublishedDecision

__all__ = ["decide_event_date"]

_LEAD_SENTENCES = 7
_MAX_SENTENCES = 40
_LONGEST_SENTENCE = 2_000  # characters; what is longer is a table or a text without sentence marks
_LONGEST_BODY = 100_000  # characters in which sentences are looked for: 40 sentences are read
_NEAR_DAYS = 2  # how far a day of the week may lie from a day that is only known as "not before"
_RECENT_DAYS = 3  # how far back a day behind the lead may lie to be the day of the news
_FAR_DAYS = 60  # a date in the first sentence that is further back is background
_LATE_DAYS = 10  # and one behind the first sentence: news is told within days, what is older is how it came to it

_SAYING = (
    r"said|says|told|tweeted|announced|reported|added|wrote|posted|confirmed|statement|interview|news conference"
    r"|speaking|reached|respond|sagte|erklärte|teilte|berichtete|a déclaré|a dit|a annoncé|dijo|declaró|anunció"
    r"|сказал\w*|заявил\w*|сообщил\w*|рассказал\w*|قال|أعلن|صرح|说|表示|söyledi|dedi|açıkladı"
)
# Words that may stand between the saying and its day: to whom, where, in what form.
_BETWEEN = (
    r"(?i:reporters?|journalists|lawmakers|parliament|statement|conference|news|press|interview|in|at|to|by|via|a|an"
    r"|the|on|for|late|early|from|comment|back|immediately|am|im|le|el|en|в|во)"
)
# "were reported Sunday" dates what happened, "she reported Sunday" the report.
_SAID_BEFORE = re.compile(
    rf"(?<!was )(?<!were )(?<!been )\b(?i:{_SAYING})(?:,?\s(?:{_BETWEEN}|[A-ZА-Я][\w'’]+)){{0,6}}\s$"
)
_SAID_AFTER = re.compile(rf"^,?\s(?:\w+\s){{0,2}}(?:{_SAYING})\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|scheduled|due|plans?|planned|expected|upcoming|set to|slated|next|until|predict\w*"
    r"|forecast\w*|to (?:begin|start|open|meet)|wird|werden|soll|sollen|nächsten|kommenden|bis|sera|seront"
    r"|prochain|será|próximo|будет|будут|состоится|пройдет|пройдёт|намерен\w*|до)\b|将|سوف|gelecek|önümüzdeki",
    re.IGNORECASE,
)
# "By Friday", "by the end of May" set a term; "torn down by a crowd on Friday", "by the time they came" do not.
_TERM = re.compile(r"\bby\s(?:(?:late|early|mid|noon|the|end|start|close|of|on|next|this)[\s-]){0,5}$", re.IGNORECASE)
# Days from which, or up to which, something is counted: "the quarter ended Sept. 30", "since Aug. 14".
_COUNTED = re.compile(
    r"\b(?:since|ended|ending|as of|dated|seit|depuis|desde|dal|sinds|od|с)\s(?:(?:the|le|el|dem|den|early|late)\s)?$",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:last|previous|past|vergangenen|letzten|dernier|pasado|прошл\w+|geçen)\s*$|上$", re.IGNORECASE)


class _Mention(NamedTuple):
    sentence: int
    start: int
    day: date | None
    raw: str
    is_said: bool
    is_to_come: bool
    is_counted: bool = False  # something is counted from it, or up to it


def decide_event_date(
    text: str,
    body: Sequence[Span],
    headline_span: Span | None,
    decision: PublishedDecision,
    dateline: str | None,
) -> tuple[str | None, str]:
    """The local day of the main happening, and why it is that one, or why there is none.

    Args:
        text: The article's text.
        body: Its body, in order.
        headline_span: The headline in the text, looked at last.
        decision: When it was published, or since when.
        dateline: The dateline as written; its day, where it has one, is the day from which the text counts.

    Returns:
        An ISO day or None, and the reason in words.
    """
    published = day_of(decision.published)
    anchor = _dateline_day(dateline, published) or published
    is_firm = anchor is not None
    anchor = anchor or day_of(decision.not_before)
    if anchor is None:
        return _dated_in_full(text, body)
    own = [one.span for one in decision.candidates if one.span and one.kind in {"date_line", "dateline"}]
    sentences = enumerate(_sentences(text, _without_dateline(text, body, dateline), headline_span))
    mentions: list[_Mention] = []
    # The lead is read first: where it names the day, no more is read.
    for part in (islice(sentences, _LEAD_SENTENCES), sentences):
        mentions += [
            one
            for place, sentence in part
            for one in _mentions(text, place, sentence, anchor, is_firm=is_firm)
            if not any(span.start <= one.start < span.end for span in own)
        ]
        chosen = _first([one for one in mentions if _is_past(one, anchor)], anchor)
        if chosen is not None and chosen.day is not None:
            return chosen.day.isoformat(), f"the lead says {chosen.raw!r}, counted from {anchor}"
    if any(one.is_to_come for one in mentions):
        return None, "the lead tells of days to come"
    if not mentions:
        return None, "the text names no day for what it reports"
    return None, "the days that the text names cannot be placed, or lie too far back to be those of the news"


def _is_past(mention: _Mention, anchor: date) -> bool:
    """Whether a day has come by the day of publication, and not so long before it that it is no news."""
    if mention.day is None or mention.is_to_come:
        return False
    most = _FAR_DAYS if mention.sentence == 0 and not mention.is_counted else _LATE_DAYS
    return -1 <= days_between(mention.day, anchor) <= most


def _first(mentions: Sequence[_Mention], anchor: date) -> _Mention | None:
    """The first day of the lead that dates a happening, not a saying; else of a saying; else the first recent one."""
    lead = [one for one in mentions if one.sentence < _LEAD_SENTENCES]
    told = [one for one in lead if not one.is_said]
    if told or lead:
        return (told or lead)[0]
    near = [one for one in mentions if not one.is_said and one.day and days_between(one.day, anchor) <= _RECENT_DAYS]
    return near[0] if near else None


def _dateline_day(dateline: str | None, published: date | None) -> date | None:
    """The day of the dateline, in the year that brings it nearest to the publication; None where it is far off."""
    forms = [form for form in find_date_forms(dateline or "") if form.day is not None]
    if not forms:
        return None
    if forms[0].year is not None:
        return day_of(form_value(forms[0]))
    if published is None:
        return None
    days = [day for year in (published.year, published.year - 1) if (day := day_of(form_value(forms[0], year)))]
    near = [day for day in days if -1 <= days_between(day, published) <= 5]
    return near[0] if near else None


def _without_dateline(text: str, body: Sequence[Span], dateline: str | None) -> tuple[Span, ...]:
    """The body from behind the dateline: its day is the day of writing, not of the happening."""
    if not dateline or not body:
        return tuple(body)
    for place, span in enumerate(body[:3]):
        found = text.find(dateline, span.start, min(span.end, span.start + 400 + len(dateline)))
        if found >= 0:
            start = found + len(dateline)
            return (*body[:place], *((Span(start, span.end),) if start < span.end else ()), *body[place + 1 :])
    return tuple(body)


def _sentences(text: str, body: Sequence[Span], headline_span: Span | None) -> Iterator[Span]:
    found = 0
    for span in body:
        for sentence in split_sentences(text, span.start, min(span.end, span.start + _LONGEST_BODY)):
            yield Span(sentence.start, min(sentence.end, sentence.start + _LONGEST_SENTENCE))
            found += 1
            if found >= _MAX_SENTENCES:
                return
    if headline_span is not None:
        yield headline_span


def _mentions(text: str, place: int, sentence: Span, anchor: date, *, is_firm: bool) -> Iterator[_Mention]:
    """The days that a sentence names, in order, each resolved against the anchor."""
    if not may_hold_days(text, sentence.start, sentence.end):
        return
    taken: list[Span] = []
    found: list[_Mention] = []
    for form in (
        *find_date_forms(text, sentence.start, sentence.end),
        *find_feasts(text, sentence.start, sentence.end),
    ):
        if form.day is None:
            continue
        taken.append(form.span)
        is_to_come = _is_to_come(text, sentence, form.span)
        day = day_of(form_value(form)) if form.year else _nearest(form.month, form.day, anchor, is_to_come=is_to_come)
        found.append(_mention(text, place, sentence, form.span, day))
    for name in find_weekdays(text, sentence.start, sentence.end):
        if any(span.start <= name.span.start < span.end for span in taken):
            continue
        is_to_come = _is_to_come(text, sentence, name.span)
        day = _weekday_near(
            name.value,
            anchor,
            text[max(sentence.start, name.span.start - 40) : name.span.start],
            is_to_come=is_to_come,
            is_firm=is_firm,
        )
        found.append(_mention(text, place, sentence, name.span, day))
    if is_firm:
        found.extend(
            _mention(text, place, sentence, word.span, shift_day(anchor, word.value))
            for word in find_relative_days(text, sentence.start, sentence.end)
            if word.value < 0
        )
    yield from sorted(found, key=lambda one: one.start)


def _mention(text: str, place: int, sentence: Span, span: Span, day: date | None) -> _Mention:
    before = text[max(sentence.start, span.start - 60) : span.start]
    is_counted = bool(_COUNTED.search(before))
    is_said = is_counted or bool(_SAID_BEFORE.search(before)) or bool(_SAID_AFTER.match(text[span.end : span.end + 40]))
    return _Mention(
        place,
        span.start,
        day,
        text[span.start : span.end],
        is_said,
        _is_to_come(text, sentence, span),
        is_counted,
    )


def _is_to_come(text: str, sentence: Span, span: Span) -> bool:
    """Whether the clause that leads to a day speaks of what is to come."""
    before = text[max(sentence.start, span.start - 110) : span.start]
    clause = re.split(r"[,;:–—]|\b(?:after|when|who|which|said|told|that)\b", before)[-1]
    return bool(_TO_COME.search(clause)) or bool(_TERM.search(clause))


def _weekday_near(weekday: int, anchor: date, before: str, *, is_to_come: bool, is_firm: bool) -> date | None:
    """The day that a day of the week stands for: the last one on or before the anchor, or the next one after it.

    The day after the anchor is meant rather than the same six days before it: texts are updated after they were
    published, and time zones differ by up to a day; for the day six days ago writers say "last".
    """
    if not is_firm:
        near = [shift_day(anchor, days) for days in range(-_NEAR_DAYS, _NEAR_DAYS + 1)]
        return next((day for day in near if day.weekday() == weekday), None)
    back = (anchor.weekday() - weekday) % 7
    if is_to_come:
        return shift_day(anchor, 7 - back)
    is_last = bool(_LAST.search(before))
    if back == 6 and not is_last:
        return shift_day(anchor, 1)
    if back == 0 and is_last:
        back = 7
    return shift_day(anchor, -back)


def _nearest(month: int | None, day: int | None, anchor: date, *, is_to_come: bool) -> date | None:
    """The day in the year that brings it nearest to the anchor, past days first."""
    days: list[date] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            days.append(date(year, month or 0, day or 0))
        except ValueError:
            continue
    past = [one for one in days if one <= shift_day(anchor, 1)]
    coming = [one for one in days if one >= anchor]
    if is_to_come and coming:
        return min(coming)
    return max(past, default=None)


def _dated_in_full(text: str, body: Sequence[Span]) -> tuple[str | None, str]:
    """Without any anchor: a day that the lead itself writes out with its year."""
    for sentence in list(_sentences(text, body, None))[:_LEAD_SENTENCES]:
        for form in find_date_forms(text, sentence.start, sentence.end):
            day = day_of(form_value(form))
            if day is not None and not _is_to_come(text, sentence, form.span):
                return day.isoformat(), f"the lead writes out {text[form.span.start : form.span.end]!r}"
    return None, "nothing dates the article, so its days of the week cannot be placed"
