"""Credits: agencies and outlets named as where the text, its pictures or its statements come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from firsthand.lexicon.agencies import UNNAMED_AGENCIES, agency_in_path, find_agencies
from firsthand.lexicon.outlets import LETTER_OUTLETS, is_same_outlet
from firsthand.model import Credit, CreditRole, Segment, SegmentLabel, Span
from firsthand.reading.citations import find_citations

__all__ = ["cited_names", "credited_agencies", "find_credits"]

_PARTIAL = re.compile(
    r"contribut|with (?:files|reporting|reports?|inputs?|agency inputs|material|additional)|(?:additional|further) "
    r"(?:reporting|input|material)|(?:files|inputs?|material|reports?) from|with (?:the )?(?:agencies|wires?)|"
    r"mit (?:material|agentur)|avec|con informaci|с использованием|по материалам",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:with (?:the )?(?:agencies|wires?|wire reports|agency inputs)|mit agenturmaterial|con agencias"
    r"|avec (?:les )?agences"
    r"|с использованием материалов агентств)\b",
    re.IGNORECASE,
)
_MOST_SOURCES = 200  # names cited by one article; a list of papers is no report
_LETTERS = re.compile(r"(?<![\w@/])[A-Z][A-Z0-9]{1,5}(?!\w)")
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")
_PICTURES = frozenset({SegmentLabel.CAPTION, SegmentLabel.PHOTO_CREDIT})
_OWN_WORDS = frozenset({SegmentLabel.BODY, SegmentLabel.SUBHEADLINE})


def _names_in(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Agencies, and broadcasters known by letters, in a credit line; what is glued in front of it says nothing."""
    line, shift = text[slice(*span)], span.start
    taken: list[Span] = []
    for hit in find_agencies(line, with_ambiguous=True):
        taken.append(Span(shift + hit.start, shift + hit.end))
        yield hit.name, taken[-1]
    for match in _LETTERS.finditer(line):
        place = Span(shift + match.start(), shift + match.end())
        if match.group() in LETTER_OUTLETS and not any(start <= place.start < end for start, end in taken):
            yield match.group(), place


def _line_credits(text: str, segment: Segment, outlet: str | None) -> Iterator[Credit]:
    """Credits in a tag, a byline or a copyright line, sentence by sentence: each is for the whole text or a part."""
    for sentence in _SENTENCE.finditer(text, *segment.span):
        span = Span(*sentence.span())
        partial = _PARTIAL.search(sentence.group()) is not None
        named = False
        for name, place in _names_in(text, span):
            named = True
            if name in LETTER_OUTLETS and (_is_own(name, outlet) or segment.label is SegmentLabel.COPYRIGHT):
                yield Credit(name=name, span=place, role=CreditRole.OUTLET)
            else:
                yield Credit(name=name, span=place, role=CreditRole.PARTIAL if partial else CreditRole.FULL)
        if not named and (match := _UNNAMED.search(text, *span)):
            yield Credit(name=UNNAMED_AGENCIES, span=Span(*match.span()), role=CreditRole.PARTIAL)


def _address_credit(segments: Sequence[Segment], url: str | None, found: Iterable[Credit]) -> Iterator[Credit]:
    """The agency under whose name the outlet files the page, where the text does not credit another one in full.

    An address has no place in the text: the credit stands at the dateline, or at the first line of the body.
    """
    name = agency_in_path(url or "")
    if name is None or any(credit.role is CreditRole.FULL for credit in found):
        return
    for label in (SegmentLabel.DATELINE, SegmentLabel.BODY):
        for segment in segments:
            if segment.label is label:
                yield Credit(name=name, span=segment.span, role=CreditRole.FULL)
                return


def _citation_credits(
    text: str, segments: Sequence[Segment], own: Sequence[str], outlet: str | None
) -> Iterator[Credit]:
    names: dict[str, None] = {}
    for segment in segments:
        if segment.label not in _OWN_WORDS:
            continue
        for citation in find_citations(text, *segment.span):
            if citation.name in own:  # an agency speaks of itself: "under a draft seen by" the agency whose text it is
                yield Credit(name=citation.name, span=citation.span, role=CreditRole.OUTLET)
                continue
            name = next((longer for longer in names if _is_short_for(citation.name, longer)), citation.name)
            if name not in own and not _is_own(name, outlet) and not _is_short_for(name, outlet or ""):
                names[name] = None
                if len(names) >= _MOST_SOURCES:
                    return
                yield Credit(name=name, span=citation.span, role=CreditRole.CITED)


def _is_own(name: str, outlet: str | None) -> bool:
    """Whether `name` is the outlet's own, or the letters with which the outlet's name begins: "ABC" for "ABC News"."""
    return is_same_outlet(name, outlet) or (name in LETTER_OUTLETS and (outlet or "").startswith(f"{name} "))


def _is_short_for(name: str, longer: str) -> bool:
    """Whether `name` is the end of `longer`, as "the Times" is of "The Example Times"."""
    short, long = (words.removeprefix("the ").removeprefix("The ").split() for words in (name, longer))
    return len(short) < len(long) and long[-len(short) :] == short


def find_credits(
    text: str, segments: Sequence[Segment], outlet: str | None, url: str | None, byline: str | None = None
) -> tuple[Credit, ...]:
    """Every credit of an article, in order of place.

    Args:
        text: The article's text.
        segments: Its segments.
        outlet: The outlet's name, which an article may name without citing anybody.
        url: The article's address: "/wires/reuters/" says whose text it is.
        byline: The byline that the source gives. It counts only where the text names the agency somewhere too: a
            credit without a place in the text cannot be shown.

    Returns:
        Credits for the whole text, a part of it, a statement, a picture, and those by which the outlet names itself.
    """
    found: list[Credit] = []
    for segment in segments:
        if segment.label in {SegmentLabel.AGENCY_TAG, SegmentLabel.BYLINE, SegmentLabel.COPYRIGHT}:
            found += _line_credits(text, segment, outlet)
        elif segment.label in _PICTURES:
            found += [
                Credit(name=name, span=place, role=CreditRole.PHOTO) for name, place in _names_in(text, segment.span)
            ]
    found += _address_credit(segments, url, found)
    for hit in find_agencies(byline or "", with_ambiguous=True):
        place = next((span for span in (_first_place(text, hit.name),) if span), None)
        if place and not any(credit.name == hit.name and credit.role is CreditRole.FULL for credit in found):
            found.append(Credit(name=hit.name, span=place, role=CreditRole.FULL))
    own = [credit.name for credit in found if credit.role is CreditRole.FULL]
    found += _citation_credits(text, segments, own, outlet)
    return tuple(sorted(found, key=lambda credit: (credit.span, credit.role, credit.name)))


def _first_place(text: str, agency: str) -> Span | None:
    """Where the text first names the agency."""
    return next((Span(hit.start, hit.end) for hit in find_agencies(text) if hit.name == agency), None)


def credited_agencies(found: Sequence[Credit]) -> tuple[str, ...]:
    """Names of those whose text the article carries or credits as a source of its text, each once, by first place."""
    return tuple(dict.fromkeys(credit.name for credit in found if credit.role in {CreditRole.FULL, CreditRole.PARTIAL}))


def cited_names(found: Sequence[Credit]) -> tuple[str, ...]:
    """Names of those cited for a statement, each once, by first place."""
    return tuple(dict.fromkeys(credit.name for credit in found if credit.role is CreditRole.CITED))
