"""Agency marks: what an agency's system or desk leaves in a text, whose name the text does not say.

Only shapes that one agency's desk alone writes. They show that the text passed through it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["AgencyMark", "find_agency_marks"]

_LONGEST_TAIL = 800  # characters at the end of a text in which a sign-off stands
_LONGEST_HEAD = 400

# Reuters: "(Reporting by ...; Editing by ...)", a company's code behind its name, the number of a report.
_REUTERS_TAIL = re.compile(
    r"\(?(?:Additional )?[Rr]eporting by [^\n;()]{3,200}[;.] ?(?:[Ww]riting by [^\n;()]{3,120}[;.] ?)?[Ee]diting by "
)
_REUTERS_CODE = re.compile(r"<(?:[A-Z0-9]{1,8}\.[A-Z]{1,3}|nL\w{8,12}|\.[A-Z]{3,6}|[A-Z]{3}=)>")
# AFP: the desk's signatures in lower case as the last line ("abc-de/fg", "ab/cd/efg").
_AFP_TAIL = re.compile(
    r"\n[ \t]*(?:[a-z]{2,3}-[a-z]{2,3}(?:-[a-z]{2,3})?(?:/[a-z]{2,3}){1,3}|[a-z]{2,3}(?:/[a-z]{2,3}){2,3})\s*\Z"
)
# AP: its time stamp, the slug of its wire, the rule under the text with a writer's line.
_AP_TAIL = re.compile(
    r"\bAP-(?:[A-Z]{2}-)?\d\d-\d\d-\d\d \d{4}(?:GMT|EST|EDT)"
    r"|\n_{3,}\n?\s*(?:Associated Press|AP) (?:writers?|journalists?) "
)
_AP_HEAD = re.compile(r"\b[AB][PC]-[A-Z]{2,3}--?[A-Z][\w-]+")


class AgencyMark(NamedTuple):
    """A place where an agency's system left its trace."""

    start: int
    end: int
    agency: str  # full name from the table of agencies


@lru_cache(maxsize=256)  # an article is compared with several others in a row
def find_agency_marks(text: str) -> tuple[AgencyMark, ...]:
    """The traces of agencies' systems at the head and the tail of `text`, and company codes anywhere in it."""
    found = []
    tail = max(0, len(text) - _LONGEST_TAIL)
    has_codes = "<" in text
    for agency, pattern, start, end in (
        ("Associated Press", _AP_HEAD, 0, min(len(text), _LONGEST_HEAD)),
        ("Reuters", _REUTERS_CODE, 0, len(text) if has_codes else 0),
        ("Reuters", _REUTERS_TAIL, tail, len(text)),
        ("AFP", _AFP_TAIL, tail, len(text)),
        ("Associated Press", _AP_TAIL, tail, len(text)),
    ):
        match = pattern.search(text, start, end)
        if match is not None:
            found.append(AgencyMark(*match.span(), agency))
    return tuple(found)
