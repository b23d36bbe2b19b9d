"""Bylines: who wrote the text, as the text says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from firsthand.lexicon.agencies import agency_named, find_agencies
from firsthand.lexicon.boilerplate import MENU_WORDS, SHARE_WORDS
from firsthand.lexicon.outlets import OUTLET_WORDS
from firsthand.model import Segment, SegmentLabel, Span

__all__ = ["Byline", "find_byline", "find_glued_byline", "is_name", "is_sign_off", "read_names"]


class Byline(NamedTuple):
    """A byline as it stands in the text."""

    span: Span  # with the word that leads it in
    names: Span  # the names alone, and what stands between them


_LEAD = (
    r"(?:By|BY|by|Written by|Story by|Reported by|Reporting by|Text by|From|Von|VON|Par|PAR|Por|POR"
    r"|Di|Av|Автор(?:ы)?:?|Текст:?|بقلم:?|كتب:?|Yazan:?|Haber:?|作者[:：]?|记者)"
)
_LEADS = (
    *"By BY by Written Story Reported Reporting Text From Von VON Par PAR Por POR Di Av".split(),
    *"Автор Текст بقلم كتب Yazan".split(),
    *"Haber 作者 记者".split(),
)
_SOURCE_LEAD = re.compile(r"[\w .]{2,30}\s[—–|-]")  # "Harbour Gazette - By Ann Arbour"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё]"
_NAME_WORD = (
    rf"(?:{_CAPITAL}[\w'’.-]*|(?:de|del|della|der|den|di|da|dos|van|von|vom|zu|al|el|bin|ibn|bint|la"
    r"|le|ter|af|y)(?=[ -]))"
)
_NAME = rf"{_CAPITAL}[\w'’.-]*(?: {_NAME_WORD}){{0,4}}"
_JOIN = r"(?:\s*[,;|/•·]\s*|\s*,?\s+(?:and|und|et|y|e|и|ve|with|&|in|at|for|of|en|à)\s+(?:the )?)"
_NAMES = rf"{_NAME}(?:{_JOIN}{_NAME}){{0,9}}"
_LINE = re.compile(rf"(?:[\w .]{{2,30}}\s[—–|-]+\s)?(?:{_LEAD})\s+(?P<names>{_NAMES})(?P<rest>.{{0,80}})")
_GLUED = re.compile(
    rf"(?:By|BY|Von|Par|Por)\s+(?P<names>{_CAPITAL}[\w'’.-]*(?: {_NAME_WORD}){{1,3}}(?:,? (?:and|und"
    rf"|et|y) {_CAPITAL}[\w'’.-]*(?: {_NAME_WORD}){{1,3}})?)"
)
_DAY_BEHIND = re.compile(
    r"[\s,|•·–—-]+(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d.*)?|\d{1,2} [A-Z][a-z]{2}.*)$"
)
_LEAD_ALONE = re.compile(r"(?:By|BY|Von|Par|Por|Автор|Текст|Text|Yazan|بقلم|作者):?")
_LEAD_IN = re.compile(r"^(?:(?:By|BY|by|Von|Par|Por|From)\s+|[（(]?(?:记者|通讯员|作者))")
_CAMEL_NAME = re.compile(r"[a-zß-öø-ÿ](?=[A-ZÀ-Þ][a-zß-öø-ÿ])(?<!Mc)(?<!Mac)")
_SIGN_OFF = re.compile(
    r"[(\[]?(?:(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled"
    r"|[Tt]ranslation|[Tt]ranslated|[Rr]eported|[Ww]ritten|[Ee]dited|[Pp]roduction)(?: and"
    r" (?:[Ww]riting|[Ee]diting))?)"
    r" by [^()]{3,400}[)\]]?\.?"
)
_REPORTERS = re.compile(
    rf"[(\[]?(?:Reporting|Reported|Written)(?: and \w+)? by (?P<names>{_CAPITAL}[^;()\[\]]{{2,160}})"
)
_WORDS_OF_NO_NAME = frozenset(
    "the a an this that it he she they we you i in on at of for and or but if when while where after"
    " before why how what who is are was were has have new says said"
    " north south west central former top state first second time best big united saudi republic"
    " president minister press media agency"
    " newsletter newsletters headlines follow connect signed today's".split()
)
# "A contributed to this report", "With files from B": who else wrote, and for whom.
_CONTRIBUTION = re.compile(
    r"[*•_—–-]*\s*(?:contributing: .{3,300}|.{2,300}\b(?:contributed|contributing) (?:reporting|writing"
    r"|from\b|to (?:this|the) (?:report|story|article|post|piece|coverage)).{0,80}"
    r"|(?:additional |further )?(?:with )?(?:additional )?"
    r"(?:files|reporting|reports|inputs?|material|agency inputs|contributions?)(?: and \w+)? (?:from"
    r"|by)\b.{2,200}|with (?:the )?(?:agencies|wires?|wire reports)"
    r"|mit agenturmaterial|con agencias|avec (?:les )?agences(?: de presse)?|с использованием материалов агентств"
    r"|mit (?:material|agenturmaterial) (?:von|der)\b.{2,80}|(?:avec|con información de|с"
    r" использованием материалов|по материалам)\b.{2,80})",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"^[(\[（\s]+|[)\]）\s]+$")
_NEEDS_AGENCY = re.compile(r"avec|по материалам|с использованием", re.IGNORECASE)  # they begin sentences of all kinds
_SIGN_WORDS = (
    "contribut", "files", "report", "input", "material", "agenc", "wire", "avec", "con inf", "материал", "agentur",
)  # fmt: skip
_PERSON = re.compile(rf"{_CAPITAL}[\w'’.-]*(?: {_NAME_WORD}){{1,3}}")


def is_name(words: str) -> bool:
    """Whether `words` has the shape of a person's name: two to four words that begin with capitals.

    Names of sections ("Middle East", "World News") and of agencies have the same shape and are told apart by the
    tables; a place of two words cannot be told apart and needs what stands around it.
    """
    if not _PERSON.fullmatch(words.strip()):
        return False
    parts = [part.strip(".,").lower() for part in words.split()]
    tables = (MENU_WORDS, SHARE_WORDS, _WORDS_OF_NO_NAME)
    return (
        not any(part.endswith(("'s", "’s")) or any(part in table for table in tables) for part in parts)
        and agency_named(words) is None
    )


def is_sign_off(text: str, start: int, end: int) -> bool:
    """Whether the line is a closing credit: "(Reporting by A; Editing by B)", "C contributed to this report"."""
    if end - start > 500:
        return False
    line = text[start:end]
    folded = line.lower()
    bare = _BRACKETS.sub("", line)
    if _SIGN_OFF.fullmatch(line) is not None:
        return True
    if not any(word in folded for word in _SIGN_WORDS) or _CONTRIBUTION.fullmatch(bare) is None:
        return False
    return _NEEDS_AGENCY.match(bare) is None or any(find_agencies(line, with_ambiguous=True)) or "agen" in folded


def _is_byline_rest(rest: str) -> bool:
    """Whether what stands behind the names may close a byline: nothing, a role, an address, a day."""
    bare = rest.strip(" ,.|•·-–—:")
    return not bare or bool(
        re.match(
            (
                r"[,|•·(–—-]|\s*(?:Published|Updated|Posted|Special|Staff|Today|\d|@|Jan|Feb|Mar|Apr|May|Jun|Jul"
                r"|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
            ),
            rest.strip(),
        )
    )


def find_byline(text: str, start: int, end: int) -> Byline | None:
    """The byline that the line `text[start:end]` is; None where the line is none.

    "By" or its like in another language, names, and at most a role, an agency, a place or a day behind them.
    """
    if end - start > 200:
        return None
    line = text[start:end]
    if not line.startswith(_LEADS) and _SOURCE_LEAD.match(line) is None:
        return None
    match = _LINE.fullmatch(line)
    if match is None or not _is_byline_rest(match["rest"]):
        return None
    names = match["names"]
    first = names.split()[0].strip(",.").lower()
    if first in _WORDS_OF_NO_NAME or (line.endswith(".") and len(names.split()) > 12):
        return None
    if len(names.split()) == 1 and match["rest"] and not any(find_agencies(match["rest"], with_ambiguous=True)):
        return None
    return Byline(Span(start, end), Span(start + match.start("names"), start + match.end("names")))


def find_glued_byline(text: str, start: int, end: int) -> Byline | None:
    """The byline that stands in front of other words in the line `text[start:end]`, with no break between."""
    match = _GLUED.match(text, start, min(end, start + 120))
    if match is None:
        return None
    names, stop = match["names"], match.end()
    camel = _CAMEL_NAME.search(
        names
    )  # "By Jane RoeRescue workers": the name ends where the small letter meets the capital
    if camel is not None and not names[: camel.start()].endswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van", "O")):
        stop = match.start("names") + camel.start() + 1
        names = text[match.start("names") : stop]
    if not is_name(re.split(r",? (?:and|und|et|y) ", names)[0]):
        return None
    return Byline(Span(start, stop), Span(match.start("names"), stop))


def _names_an_outlet(names: str) -> bool:
    """Whether the words end as an outlet's name does: "Harbour Gazette" beside a byline that names a person."""
    words = names.split()
    return 1 < len(words) <= 5 and words[-1] in OUTLET_WORDS


def _reporters(text: str, segments: Sequence[Segment]) -> str | None:
    """Who reported by an agency's closing line: "(Reporting by A in B; Editing by C)" gives "A in B"."""
    for segment in segments:
        match = _REPORTERS.match(text, *segment.span) if segment.label is SegmentLabel.BYLINE else None
        if match is not None:
            return match["names"].strip(" .,")
    return None


def read_names(text: str, segments: Sequence[Segment]) -> str | None:
    """Who wrote the text by its first byline, without the word that leads it in; None where it has none.

    A closing credit that only says who helped is no byline; one that says who reported stands in where none is above.
    """
    outlet: str | None = None
    for segment in segments:
        start, end = segment.span
        if segment.label is not SegmentLabel.BYLINE or is_sign_off(text, start, end):
            continue
        byline = find_byline(text, start, end) or find_glued_byline(text, start, end)
        names = (
            text[slice(*byline.names)].strip(" ,|") if byline else _LEAD_IN.sub("", text[start:end]).strip(" |•·（）()")
        )
        names = _DAY_BEHIND.sub("", names)
        if names and _LEAD_ALONE.fullmatch(names) is None and not _names_an_outlet(names):
            return names
        outlet = outlet or (names if _LEAD_ALONE.fullmatch(names) is None else None)
    closing = _reporters(text, segments)
    if closing or outlet:
        return closing or outlet
    for place, segment in enumerate(segments):  # else the agency that stands where an author would
        if segment.label is SegmentLabel.BODY:
            break
        alone = place == 0 or segments[place - 1].label is not SegmentLabel.DATELINE
        if place + 1 < len(segments) and segments[place + 1].label is SegmentLabel.DATELINE:
            alone = alone and "\n" in text[segment.span.end : segments[place + 1].span.start]
        if segment.label is SegmentLabel.AGENCY_TAG and alone and text[segment.span.start] not in "(/（":
            return _LEAD_IN.sub("", text[slice(*segment.span)]).strip(" •|,-–—")
    return None
