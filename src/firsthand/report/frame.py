"""What stands round every served page."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.report.links import Links
from firsthand.report.options import ReportOptions
from firsthand.report.words import ENGLISH, Words

__all__ = ["PageFrame"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """What stands round every served page."""

    links: Links
    options: ReportOptions
    stylesheet: str  # addresses
    icon: str
    home: str
    twin: str | None = None  # of the page as data
    words: Words = ENGLISH
    rooms: tuple[tuple[str, str], ...] = ()  # key of the words and address of each list
    search: str = ""  # where the form of the masthead leads
    feeds: tuple[tuple[str, str], ...] = ()  # key of the words and address of each
    script: str | None = None  # address; None where the page is for reading only
    token: str | None = None  # of the forms that change the archive; None where none may
