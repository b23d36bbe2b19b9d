"""The dated list of a story for TimelineJS 3."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from firsthand.model import Dossier, Happening

__all__ = ["timeline_js"]

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LONGEST_HEADLINE = 120


def _date(day: str) -> dict[str, int] | None:
    match = _DAY.match(day)
    if match is None:
        return None
    named = zip(("year", "month", "day"), match.groups(), strict=True)
    return {name: int(value) for name, value in named if value is not None}


def _event(happening: Happening, dossier: Dossier) -> dict[str, Any] | None:
    start, end = _date(happening.earliest), _date(happening.latest)
    row = next((row for row in dossier.articles if row.article == happening.article), None)
    if start is None or row is None:
        return None
    sentence = " ".join(row.text[slice(*happening.span)].split())
    headline = sentence if len(sentence) <= _LONGEST_HEADLINE else f"{sentence[: _LONGEST_HEADLINE - 1].rstrip()}…"
    credit = ", ".join(part for part in (row.outlet, row.headline) if part)
    # TimelineJS puts these in as HTML.
    event: dict[str, Any] = {
        "start_date": start,
        "text": {"headline": escape(headline), "text": f"<p>{escape(sentence)}</p><p>{escape(credit)}</p>"},
        "group": happening.status,
    }
    if end is not None and end != start:
        event["end_date"] = end
    return event


def timeline_js(dossier: Dossier) -> str:
    """The story's dated list as JSON for TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html).

    Each sentence stands as its article has it, escaped, with its outlet; the status (happened, planned, denied) is the
    group. Lines whose day has no year are left out, as TimelineJS takes none.
    """
    events = [event for happening in dossier.timeline if (event := _event(happening, dossier)) is not None]
    title = {"text": {"headline": escape(dossier.story.title), "text": ""}}
    return json.dumps({"title": title, "events": events}, ensure_ascii=False, indent=1) + "\n"
