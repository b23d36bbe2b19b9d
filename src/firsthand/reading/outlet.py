"""The outlet: who published, by what the source says, the page, the address or the text itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from firsthand.lexicon.agencies import agency_named, find_agencies
from firsthand.lexicon.outlets import LETTER_OUTLETS, is_domain, is_same_outlet, outlet_of_domain
from firsthand.lexicon.publishers import is_masthead, masthead_named, masthead_of
from firsthand.model import Segment, SegmentLabel, Span

__all__ = ["Outlet", "decide_outlet", "find_self_credit", "name_domain", "readable_outlet"]

# What stands between a site's name and its motto or section: "Example Times | World news", "World - Example Times".
_NAME_BREAK = re.compile(r"\s+[|–—•·»/-]\s+|\s*[:|]{1,2}\s+")
# The kind of its pages behind an outlet's name, as lists of outlets write it: "Example Times (Opinion)".
_KIND = re.compile(r"\s*\((?:\s?(?:news|opinion|online|print|web|website|blog|tv|radio|video)){1,3}\)$", re.IGNORECASE)
_LONGEST_NAME = 200  # characters of a site's name that are looked at
_OPENING_SEGMENTS = 12  # an outlet's mark stands among these first ones
_SLASHED = re.compile(r"/(?P<name>\w(?:[\w -]{0,18}\w)?)/")
# "Example TV's website can also be accessed at", "Download the Example app": the page speaks of its owner.
_OWN_SITE = re.compile(
    r"(?P<name>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})['’´]s? (?:website|site|app|mobile app|newsletter|web site)\b"
)
_OWNER = re.compile(
    r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)\W{0,3}(?:©|\([cC]\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{2,4})?,?\s+)?(?:by\s+)?"
    r"(?P<name>[^\W\d_a-z][\w&’'. -]{1,60}?)\s*(?=[.,;|–]|\s-\s|\d{4}|\s(?:All|Alle|is|LLC|Inc|Ltd)\b|$)"
)
_COMPANY_WORDS = re.compile(
    r"\s+(?:Publishing|Group|Media Group|Interactive|Media|Holdings|Company|Corporation|Corp|Limited"
    r"|GmbH|Verlag|SA|S\.A)$"
)


class Outlet(NamedTuple):
    """The outlet's display name, or why it is not known."""

    name: str | None
    reason: str
    credit: Span | None = None  # where the text names it


def readable_outlet(name: str, url: str | None = None) -> str:
    """`name` for readers, so that one outlet has one name however its sources write it.

    A bare domain loses "www." and the subdomain of a section, and one that the table knows becomes its masthead. A
    name that fits the address loses the section or motto beside it; any other stays as it is.

    Args:
        name: What a source or a page says.
        url: The article's address, where it is known.
    """
    bare = " ".join(name.split())
    bare = _KIND.sub("", bare) or bare
    if is_domain(bare):
        plain = re.sub(r"^(?:https?://)?(?:www\.)?", "", bare.lower()).split("/")[0]
        return masthead_of(bare) or outlet_of_domain(bare) or plain
    domain = outlet_of_domain(url) if url else None
    known = masthead_of(url)
    if known and (is_masthead(bare, known) or is_same_outlet(bare, domain)):
        return known
    parts = [part for part in _NAME_BREAK.split(bare[:_LONGEST_NAME]) if part]
    if domain and len(parts) > 1:
        return next((known or part for part in parts if is_same_outlet(part, domain)), bare)
    return masthead_named(bare) or bare


def find_self_credit(text: str, segments: Sequence[Segment]) -> Outlet:
    """The outlet as the text names it: a tag between slashes, its letters on a line, its own site, its copyright line.

    A copyright line that names an agency credits the text and says nothing about who printed it.
    """
    for segment in segments:
        if segment.label is SegmentLabel.AGENCY_TAG and (match := _SLASHED.search(text, *segment.span)):
            name = agency_named(match["name"].strip()) or match["name"].strip()
            return Outlet(name, "tag between slashes, as an agency marks its own pages", Span(*match.span("name")))
    for segment in segments[:_OPENING_SEGMENTS]:
        if segment.label is SegmentLabel.METADATA and text[slice(*segment.span)] in LETTER_OUTLETS:
            return Outlet(text[slice(*segment.span)], "line of its own before the text", segment.span)
    furniture = (SegmentLabel.SUBSCRIBE, SegmentLabel.SHARE, SegmentLabel.MENU)
    for segment in segments:
        if segment.label in furniture and (match := _OWN_SITE.search(text, *segment.span)):
            return Outlet(match["name"], "the page speaks of its own site", Span(*match.span("name")))
    for segment in segments:
        if segment.label is SegmentLabel.COPYRIGHT and (match := _OWNER.search(text, *segment.span)):
            name = _COMPANY_WORDS.sub("", match["name"].strip())
            if not any(find_agencies(name, with_ambiguous=True)):
                start = match.start("name")
                return Outlet(name, "copyright line", Span(start, start + len(name)))
    return Outlet(None, "no outlet given, no address, and the text does not name its publisher")


def decide_outlet(given: str | None, site_name: str | None, url: str | None, self_credit: Outlet) -> Outlet:
    """The outlet by the best witness: the source's field, the page's site name, the address, the text itself.

    Args:
        given: What the source says; a bare domain becomes a readable name, and gives way to the site's own name.
        site_name: What the page says of itself.
        url: The article's address.
        self_credit: What the text says.
    """
    domain = outlet_of_domain(url) if url else None
    names = [(given, "field outlet"), (site_name, "site name")]
    if given and site_name and domain and is_domain(given.strip()) and outlet_of_domain(given) == domain:
        names.reverse()  # the site at that domain says what it is called
    for name, reason in names:
        if name and name.strip():
            return Outlet(readable_outlet(name, url), reason)
    return Outlet(masthead_of(url) or domain, "address") if domain else self_credit


def name_domain(outlet: Outlet, self_credit: Outlet) -> Outlet:
    """The outlet under the name that the text gives it, where only its domain was known and the two fit together."""
    known_by_domain = outlet.name is not None and is_domain(outlet.name)
    if known_by_domain and self_credit.name and is_same_outlet(self_credit.name, outlet.name):
        return self_credit._replace(reason=f"{self_credit.reason}, which fits the {outlet.reason}")
    return outlet
