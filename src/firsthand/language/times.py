"""Time expressions of an article: found by rules, resolved to TIMEX3 values.

Rules look at one paragraph at a time. Where matches overlap, the one that begins first is taken, of those the longest,
of those the first in the table; a rule may refuse its match after a look at the words round it, and then the next one
has its turn. What a value rests on is, in this order: the expression itself, the expression told before ("a day
earlier"), the anchor of the article (see `anchor_of`) and the tense of the clause.
"""

from __future__ import annotations

import re
from datetime import date

from firsthand.language.paragraphs import readable_text
from firsthand.language.parse import ArticleParse
from firsthand.language.time_rules import Found, Rule, TimeContext
from firsthand.language.time_rules_dates import DATE_RULES
from firsthand.language.time_rules_days import DAY_RULES
from firsthand.language.time_rules_durations import DURATION_RULES
from firsthand.language.time_rules_relative import RELATIVE_RULES
from firsthand.language.time_rules_years import YEAR_RULES
from firsthand.language.time_values import Anchor, days_of_value
from firsthand.model import Span, TimeExpression

__all__ = ["find_times"]

_RULES: tuple[Rule, ...] = (*DATE_RULES, *YEAR_RULES, *DAY_RULES, *RELATIVE_RULES, *DURATION_RULES)
_TRIGGER = re.compile(r"[a-z]+(?:\d(?!\d))?|\d")
_BETWEEN_PARTS = re.compile(r"\s*(?:,\s*)?(?:on\s+|at\s+|of\s+|the\s+)?(?:early\s+|late\s+)?")


def find_times(parse: ArticleParse, article: str, anchor: Anchor) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, in order, apart.

    Args:
        parse: The article's parse.
        article: The article's id.
        anchor: The time from which the article speaks.
    """
    context = TimeContext(parse, readable_text(parse.text.translate(_QUOTES)), anchor)
    for paragraph in parse.paragraphs:
        first = len(context.found)
        _read_paragraph(paragraph, context)
        settled = _settle_clocks(context.found[first:], context, first)
        context.found[first:] = _without_date_line(settled, paragraph, context)
    return tuple(_record(found, article) for found in context.found)


_QUOTES = str.maketrans("’‘", "''")


def _record(found: Found, article: str) -> TimeExpression:
    days = days_of_value(found.value) if found.type in {"DATE", "TIME"} else None
    earliest, latest = days if days is not None else (None, None)
    return TimeExpression(
        article=article,
        span=Span(found.start, found.end),
        type=found.type,
        value=found.value,
        earliest=earliest,
        latest=latest,
    )


def _read_paragraph(paragraph: Span, context: TimeContext) -> None:
    text = context.text
    words = set(_TRIGGER.findall(text[paragraph.start : paragraph.end].lower()))
    if any(word[-1].isdigit() for word in words):
        words.add("0")
    matches: list[tuple[int, int, int, re.Match[str]]] = []
    for place, each in enumerate(_RULES):
        if words.isdisjoint(each.triggers):
            continue
        matches.extend(
            (match.start(), -match.end(), place, match)
            for match in each.pattern.finditer(text, paragraph.start, paragraph.end)
        )
    matches.sort(key=lambda entry: entry[:3])
    end = paragraph.start
    for start, _, place, match in matches:
        if start < end:
            continue
        found = _RULES[place].read(match, context)
        if found:
            context.found.extend(found)
            end = found[-1].end


# What stands beside the date in a line that only says when the report appeared.
_DATE_LINE_WORDS = re.compile(
    r"(?:published|posted|updated|last|date|first|on|at|by|the|et|est|edt|gmt|utc|local|time|[\W\d_])+", re.IGNORECASE
)


def _without_date_line(found: list[Found], paragraph: Span, context: TimeContext) -> list[Found]:
    """What was found, but nothing in a line that holds a date and no statement: it dates the report itself."""
    if not found or found[0].type not in {"DATE", "TIME"}:
        return found
    text = context.text
    edges = [paragraph.start, *(place for each in found for place in (each.start, each.end)), paragraph.end]
    rest = " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    is_date_line = any(_is_day(each) for each in found) and _DATE_LINE_WORDS.fullmatch(rest + " ") is not None
    return [] if is_date_line else found


def _settle_clocks(found: list[Found], context: TimeContext, first: int) -> list[Found]:
    """What was found, each time of the clock with its day.

    That of the date beside it, with which it is joined, else of the nearest one in its paragraph, else of the one
    before, else of the anchor.
    """
    settled: list[Found] = []
    skip = False
    for place, each in enumerate(found):
        if skip:
            skip = False
            continue
        if not each.value.startswith("T"):
            settled.append(each)
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        if after is not None and _is_day(after) and _BETWEEN_PARTS.fullmatch(context.text, each.end, after.start):
            settled.append(Found(each.start, after.end, "TIME", after.value[:10] + each.value))
            skip = True
            continue
        day = _day_beside(place, found) or context.previous_day_before(first) or context.anchor.day
        if day is not None:
            settled.append(Found(each.start, each.end, "TIME", day.isoformat() + each.value))
        else:
            settled.append(Found(each.start, each.end, "TIME", "XXXX-XX-XX" + each.value))
    return settled


def _is_day(found: Found) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}(?:T[A-Z]{2})?", found.value) is not None


def _day_beside(place: int, found: list[Found]) -> date | None:
    """The nearest day named in the same paragraph, the one before winning a tie."""
    here = found[place]
    days = [each for each in found if _is_day(each)]
    if not days:
        return None
    nearest = min(days, key=lambda each: (max(here.start - each.end, each.start - here.end), each.start))
    return date.fromisoformat(nearest.value[:10])
