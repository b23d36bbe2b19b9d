"""Citations: outlets and agencies that a text names as the source of a reported statement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from firsthand.lexicon.agencies import agency_named
from firsthand.lexicon.outlets import LETTER_OUTLETS, OUTLET_WORDS
from firsthand.model import Span

__all__ = ["Citation", "find_citations"]

_REACH = 90  # characters before a verb in which the name stands


class Citation(NamedTuple):
    """A place where an outlet or agency is named as a source."""

    span: Span  # the name
    name: str  # an agency's full name, else as written


# Words of outlets' names that are too common to name one by themselves behind "the".
_NEVER_ALONE = frozenset(
    "Republic Network Channel Today Register Record Citizen Bee Standard Review Bulletin Weekly Radio Press Television"
    " TV Daily News Reporter Monitor Magazine Broadcasting Advocate Advertiser Argus Echo Courier Dispatch"
    " Ledger".split()
)
_KINDS = (
    r"(?:(?:the |a |an )?(?:(?!(?:[A-Z]\w+ )?state (?:tele|TV|media|radio|news)|[A-Z]\w+ news"
    r" agencies)(?:local|state|state-run|state-owned|official|private|national|regional|British"
    r"|American|US|"
    r"U\.S\.|French|German|Russian|Chinese|Israeli|Iranian|Turkish|Indian|Japanese|Saudi|Arab|daily"
    r"|weekly|tabloid|news"
    r"|agency|agencies|newspaper|paper|broadcaster|station|channel|television|TV|radio|magazine|website|site|outlet"
    r"|affiliate|network|wire|service) ){0,4})?"
)


@cache
def _name() -> str:
    letters = "|".join(sorted(LETTER_OUTLETS, key=lambda name: (-len(name), name)))
    words = "|".join(sorted(OUTLET_WORDS))
    alone = "|".join(sorted(OUTLET_WORDS - _NEVER_ALONE))
    return (
        r"(?P<name>(?:The )?(?:[A-ZÀ-Þ][\w&’'-]+ ){0,4}?(?:Associated Press|Agence France-Presse|Press"
        r" Association|Novosti)|"
        rf"(?:The )?(?:[A-ZÀ-Þ][\w&’'.-]+ (?:and )?){{1,4}}(?:{words})(?: (?:of|de) [A-Z]\w+(?: [A-Z]\w+)?)?"
        rf"|[Tt]he (?:{alone})|(?:{letters})(?: News| TV| Radio|\d{{1,2}})?|[KW][A-Z]{{3}}(?:-(?:TV|FM))?"
        rf"|[KW][A-Z]{{2}}-(?:TV|FM)"
        r"|[\w-]+\.(?:com|org|net|info|co\.uk|de|fr|ru)|(?:[A-Z][a-z]+ )?state (?:television|TV|media"
        r"|radio|news agency)"
        r"|(?:[A-Z][a-z]+ )?news agencies|Reuters|AFP|AP|TASS|Tass|Interfax|Xinhua|dpa|DPA|EFE|ANSA|Kyodo"
        r"|Yonhap|UPI|IRNA"
        r"|Anadolu|Bloomberg)"
    )


@cache
def _before() -> re.Pattern[str]:
    """A cue and then the name: "told X", "according to X", "reported X"."""
    cues = (
        "told|tells|tell|telling|[Aa]ccording to|reported by|report by|report from|reports by|reports in"
        "|quoted by|cited by|citing|quoting"
        "|interview with|interview to|statement to|seen by|published by|published in|wrote in|writing in"
        "|speaking to|spoke to"
        "|confirmed to|obtained by|reported|reports|notes|said|says|broadcast by|aired by|first reported by|said in"
        "|sagte der|berichtete|teilte der|laut|selon|según|a déclaré à|сообщает|сообщил|по данным|передаёт|передает"
    )
    return re.compile(rf"\b(?:{cues})\s+{_KINDS}(?:the )?{_name()}(?![\w@])")


@cache
def _after() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The verb, and the name in front of it: "X reported", "the X newspaper said"."""
    verb = re.compile(
        r"\b(?:report(?:s|ed)?|said|says|wrote|writes|revealed|noted|notes|quoted|cited|claimed|berichtet"
        r"|berichtete|meldete|zufolge|rapporte|informó)\b"
    )
    tail = (
        r"(?: (?:newspaper|paper|television|TV|radio|channel|station|news agency|agency|website|magazine"
        r"|also|has|had|later|first|then)){0,2},?\s$"
    )
    return verb, re.compile(rf"(?:^|(?<=[\s“\"‘(])){_name()}{tail}")


def _citation(match: re.Match[str], offset: int = 0) -> Citation:
    written = match["name"]
    return Citation(Span(offset + match.start("name"), offset + match.end("name")), agency_named(written) or written)


def find_citations(text: str, start: int, end: int) -> Iterator[Citation]:
    """The outlets and agencies that `text[start:end]` cites, in order; the same place once.

    A cue is needed: "told X", "according to X", "X reported". A name is an agency of the table, a broadcaster's
    letters, a station's call sign, a domain, or words in capitals that end as an outlet's name does. A paper whose
    name has no such word is missed.
    """
    seen: dict[Span, Citation] = {}
    for match in _before().finditer(text, start, end):
        citation = _citation(match)
        seen[citation.span] = citation
    verb, name = _after()
    for match in verb.finditer(text, start, end):
        begin = max(start, match.start() - _REACH)
        found = name.search(text[begin : match.start()])
        if found is not None:
            citation = _citation(found, begin)
            seen.setdefault(citation.span, citation)
    last = -1
    for span in sorted(seen):
        if span.start >= last:
            last = span.end
            yield seen[span]
