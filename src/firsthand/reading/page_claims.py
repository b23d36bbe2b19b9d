"""What a page claims of its article, field by field, each claim with its place; and which claim is believed.

Places are "json-ld $.@graph[1].author[0].name", "meta og:title", "microdata headline", "rdfa headline",
"microformats author", "link canonical", "element title", "element h1", "html lang", "comment saved from", and those of
dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from firsthand.model import Claim
from firsthand.reading.jsonld import LdObject, resolve
from firsthand.reading.page_dates import UPDATED_NAMES, DateClaim, element_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = [
    "PageData",
    "believed",
    "believed_authors",
    "believed_language",
    "believed_title",
    "read_claims",
    "shown_headline",
]

_MAX_CLAIMS = 50
_MAX_OF_ONE_FIELD = 8
_LONGEST_VALUE = 500  # characters
_LONGEST_NAME = 200
_LONGEST_HEADING = 400
_MAX_VALUES = 50  # of one property
_BY = re.compile(r"^(?:by|von|par|por|di|автор:?)\s+", re.IGNORECASE)
_TITLE_MARKS = (" | ", " - ", " – ", " — ", " :: ", " · ")

# Properties of schema.org in the order in which they are claimed.
_LD_TEXTS = (
    ("headline", "headline"),
    ("published", "datePublished"),
    ("published", "dateCreated"),
    ("updated", "dateModified"),
    ("section", "articleSection"),
    ("language", "inLanguage"),
)
_LD_NAMED = (("author", "author"), ("author", "creator"), ("outlet", "publisher"))
_META_NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("headline", ("og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title")),
    ("outlet", ("og:site_name", "application-name", "dc.publisher")),
    (
        "author",
        ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "byline"),
    ),
    ("section", ("article:section", "parsely-section", "section", "dc.subject.section")),
    ("updated", UPDATED_NAMES),
    ("canonical_url", ("og:url",)),
    ("language", ("og:locale", "content-language", "dc.language")),
)
# Which place is believed first.
_ORDER: Mapping[str, tuple[str, ...]] = {
    "headline": ("json-ld", "meta og:title", "meta twitter:title", "microdata", "rdfa"),
    "outlet": ("meta og:site_name", "json-ld", "meta application-name", "microdata", "rdfa"),
    "section": ("json-ld", "meta", "microdata", "rdfa"),
    "updated": ("json-ld", "meta", "microdata", "rdfa"),
    "canonical_url": ("link", "meta", "comment"),
    "language": ("html", "json-ld", "meta", "microdata", "rdfa"),
}
_AUTHOR_PLACES = ("json-ld", "meta", "microdata", "rdfa", "microformats")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """What was read from a page before it is judged."""

    tree: HtmlElement
    meta: Mapping[str, str]  # content by lower-case name
    objects: Sequence[LdObject]  # all JSON-LD objects
    article: LdObject  # the one that describes the article; may be empty
    items: tuple[Claim, ...]  # microdata, RDFa, microformats
    shown: str | None = None  # the headline that readers see
    canonical: Claim | None = None  # of the link element, or the address that a saving tool noted
    dates: tuple[DateClaim, ...] = ()


def read_claims(data: PageData) -> tuple[Claim, ...]:
    """Every claim of the page: JSON-LD, meta elements, microdata, elements; at most 8 of a field and 50 in all.

    Values have their blanks folded and are cut at 500 characters, addresses at 2,000.
    """
    counts: dict[str, int] = {}
    claims: dict[Claim, None] = {}
    for claim in _all_claims(data):
        if claim in claims or counts.get(claim.field, 0) >= _MAX_OF_ONE_FIELD:
            continue
        counts[claim.field] = counts.get(claim.field, 0) + 1
        claims[claim] = None
    return tuple(list(claims)[:_MAX_CLAIMS])


def _all_claims(data: PageData) -> Iterator[Claim]:
    yield from _json_ld_claims(data.article, data.objects)
    for field, names in _META_NAMES:
        for name in names:
            yield from _claim(field, data.meta.get(name), f"meta {name}")
    yield from data.items
    if data.canonical:
        yield data.canonical
    yield from _claim("headline", data.shown, "element h1")
    heads = (element_text(head) for head in data.tree.iter("title"))
    yield from _claim("headline", next(heads, None), "element title")
    yield from _claim("language", data.tree.get("lang"), "html lang")
    for date in data.dates:
        if not date.locator.startswith("json-ld"):  # stands above with its whole path
            yield from _claim("published", date.raw, date.locator)


def _claim(field: str, value: Any, locator: str) -> Iterator[Claim]:
    if not isinstance(value, str):
        return
    folded = " ".join(value[:20_000].split())
    if field == "author" and (len(folded) > _LONGEST_NAME or folded.startswith(("http://", "https://"))):
        return
    if field == "canonical_url":
        if folded.startswith(("http://", "https://")):
            yield Claim(field=field, value=folded[:2_000], locator=locator)
    elif folded:
        yield Claim(field=field, value=folded[:_LONGEST_VALUE].rstrip(), locator=locator)


def _json_ld_claims(article: LdObject, objects: Sequence[LdObject]) -> Iterator[Claim]:
    for field, name in _LD_TEXTS:
        for path, value in _values(article, name):
            yield from _claim(field, value, f"json-ld {path}")
    for field, name in _LD_NAMED:
        for path, value in _values(article, name):
            yield from _held_claims(field, value, path, objects, ("name",))
    for path, value in _values(article, "correction"):
        yield from _held_claims("correction", value, path, (), ("text", "description", "name"))
    for path, value in (*_values(article, "url"), *_values(article, "mainEntityOfPage")):
        yield from _held_claims("canonical_url", value, path, (), ("@id", "url"))


def _held_claims(
    field: str, value: Any, path: str, objects: Sequence[LdObject], names: tuple[str, ...]
) -> Iterator[Claim]:
    """A claim by a plain string, or by the first of `names` that the object in its place has."""
    held = resolve(value, path, objects)
    if held is None:
        yield from _claim(field, value, f"json-ld {path}")
        return
    for name in names:
        if name in held.node:
            for place, given in _values(held, name):
                yield from _claim(field, given, f"json-ld {place}")
            return


def _values(held: LdObject, name: str) -> Iterator[tuple[str, Any]]:
    """The values of a property with their paths: of a list each item."""
    value = held.node.get(name)
    if isinstance(value, list):
        for place, item in enumerate(value[:_MAX_VALUES]):
            yield f"{held.path}.{name}[{place}]", item
    elif value is not None:
        yield f"{held.path}.{name}", value


def believed(claims: Iterable[Claim], field: str) -> str | None:
    """The value of the claim that is believed first: outlet, section, updated, canonical_url."""
    held = [claim for claim in claims if claim.field == field]
    for place in _ORDER[field]:
        for claim in held:
            if claim.locator.startswith(place):
                return claim.value
    return None


def believed_language(claims: Iterable[Claim]) -> str | None:
    """ISO 639-1 code of the language that is claimed first by a code of two letters."""
    held = [claim for claim in claims if claim.field == "language"]
    for place in _ORDER["language"]:
        for claim in held:
            code = re.split(r"[-_,]", claim.value.lower())[0].strip()
            if claim.locator.startswith(place) and re.fullmatch(r"[a-z]{2}", code):
                return code
    return None


def believed_authors(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Names of the authors, without "By", each once and in order: those of the first place that gives any."""
    held = [claim for claim in claims if claim.field == "author"]
    for place in _AUTHOR_PLACES:
        names = [_BY.sub("", claim.value) for claim in held if claim.locator.startswith(place)]
        if names:
            return tuple(dict.fromkeys(names[:1] if place == "meta" else names))
    return ()


def shown_headline(tree: HtmlElement) -> str | None:
    """The first h1 that is long enough to be a headline and not the outlet's name in the page's head."""
    shown = [text for heading in tree.iter("h1") if (text := element_text(heading)) and len(text) <= _LONGEST_HEADING]
    return next((text for text in shown if len(text.split()) >= 3), shown[0] if len(shown) == 1 else None)


def believed_title(claims: Sequence[Claim], shown: str | None) -> str | None:
    """The headline: what readers see where the page's data say about the same, else what the data say."""
    claimed = believed(claims, "headline")
    if shown and (claimed is None or _is_like(shown, claimed)):
        return shown
    titles = (claim.value for claim in claims if claim.field == "headline" and claim.locator == "element title")
    title = claimed or shown or next(titles, None)
    return _without_outlet(title, believed(claims, "outlet")) if title else None


def _is_like(one: str, other: str) -> bool:
    """Whether half the words of the shorter stand in the longer."""
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) * 2 >= min(len(words), len(others))


def _without_outlet(title: str, outlet: str | None) -> str:
    """A title without the outlet's name at its end: "Headline - Outlet", "Headline | Section | Outlet"."""
    if not outlet:
        return title
    for mark in _TITLE_MARKS:
        head, found, tail = title.rpartition(mark)
        if found and head.strip() and tail.strip().casefold() == outlet.casefold():
            return head.strip()
    return title
