"""One article as read: its text, its segments, its dates, its credits."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from firsthand.model.document import Source
from firsthand.model.span import Span

__all__ = [
    "Article",
    "ArticleRow",
    "Claim",
    "Credit",
    "CreditRole",
    "DateCandidate",
    "LanguageStretch",
    "OutletRepeat",
    "Reading",
    "Segment",
    "SegmentLabel",
]


class SegmentLabel(StrEnum):
    """What a stretch of an article is."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    AGENCY_TAG = "agency_tag"
    CAPTION = "caption"
    PHOTO_CREDIT = "photo_credit"
    RELATED = "related"
    READ_MORE = "read_more"
    SUBSCRIBE = "subscribe"
    SHARE = "share"
    ADVERTISEMENT = "advertisement"
    MENU = "menu"
    COPYRIGHT = "copyright"
    BIOGRAPHY = "biography"
    CORRECTION = "correction"
    EMBEDDED = "embedded"
    OTHER_STORY = "other_story"
    METADATA = "metadata"


class CreditRole(StrEnum):
    """What a credit says about the text that it stands by."""

    FULL = "full"  # the whole text is credited to this agency or outlet
    PARTIAL = "partial"  # "contributed to this report": does not join an origin
    CITED = "cited"  # named as the source of a reported statement
    PHOTO = "photo"  # credits a picture, says nothing about the text
    OUTLET = "outlet"  # the publisher names itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Labelled stretch of an article. The segments of an article cover its text without overlap."""

    article: str
    span: Span
    label: SegmentLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCandidate:
    """One date that the article, its page or its source offers for "when was this published"."""

    article: str
    kind: str  # field, url, metadata, date_line, dateline, day_name, in_text, feed
    raw: str  # as written
    span: Span | None = None  # in the text
    locator: str | None = None  # or where else: "field published", "url", "json-ld datePublished"
    value: str | None = None  # ISO 8601 at the precision that was found; None where it cannot be resolved
    chosen: bool = False
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency or outlet named as where text, picture or statement comes from."""

    name: str  # full name from the project's own table, or as written where the table lacks it
    span: Span
    role: CreditRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a page or its source says of the article in a field of its own. A claim is a candidate, not the truth."""

    field: str  # headline, outlet, author, section, published, updated, canonical_url, language, correction
    value: str  # as written, blanks folded
    locator: (
        str  # where it stands: "json-ld $.author[0].name", "meta og:title", "microdata dateModified", "field title"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageStretch:
    """A stretch of the body in another language than the article."""

    span: Span
    language: str  # ISO 639-1


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRepeat:
    """A line that stands in several articles of one outlet, and so belongs to the outlet and not to an article.

    Judged from the whole archive.
    """

    outlet: str
    digest: str  # of the line as it is compared: case, blanks and digits folded; hexadecimal
    article: str  # the first article, by id, that holds it
    span: Span  # where the line stands there
    articles: int  # articles of the outlet that hold it, at least 3
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One published text and what could be read from it alone. Every span is a range of `text`."""

    article: str
    text: str
    url: str | None = None
    urls: tuple[str, ...] = ()
    outlet: str | None = None
    kind: str = "article"
    headline: str | None = None
    headline_span: Span | None = None  # None where the headline is a field of the source and not in the text
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None  # ISO 8601 with the source's own offset or none
    published_precision: str | None = None  # minute, day, month, year
    published_not_before: str | None = None  # ISO day
    published_evidence: str | None = None
    updated: str | None = None
    event_date: str | None = None  # ISO day, local
    language: str | None = None  # ISO 639-1
    agencies: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    body: tuple[Span, ...] = ()  # body, subheadline, byline, dateline, agency tag; in order, apart
    source: Source
    why_null: dict[str, str] = field(default_factory=dict)
    section: str | None = None  # the part of the paper, as the page names it
    publisher: str | None = None  # the family of outlets that the outlet belongs to, where the table knows it
    stretches: tuple[LanguageStretch, ...] = ()  # of the body, in another language than `language`
    claims: tuple[Claim, ...] = ()  # what page and source say in fields, each with its place


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow(Article):
    """An article with its place in the archive: the shape of the export kind `articles`."""

    story: str | None = None
    stories: tuple[str, ...] = ()
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the reading stage puts out for one document."""

    article: Article
    segments: tuple[Segment, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    set_aside: str | None = None  # why the text holds no article; its body is then empty
