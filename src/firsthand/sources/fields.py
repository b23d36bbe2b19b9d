"""Which field of a JSON record says what: one table for all the shapes that are understood.

The names were read in the code or schema of each program: trafilatura 2 (`xml.build_json_output`), news-please
(`NewsArticle.get_dict`), fundus (`Article`), newspaper4k (`Article.to_json`), Media Cloud (api-client), IPTC ninjs 1
and 2 (schema and examples), schema.org NewsArticle, JSON Feed 1.1, RSS items as feed readers write them in JSON, News
API (its documented answer), and our own exports (`articles.jsonl`). docs/command-line.md lists them for the reader.

No name here begins with `gold_`, and nothing outside this table is looked at: labels in the input cannot leak.
"""

from __future__ import annotations

__all__ = ["FIELDS", "Field"]

from enum import StrEnum


class Field(StrEnum):
    """What is taken from a record."""

    ID = "id"
    TEXT = "text"
    HTML = "html"
    TITLE = "title"
    URL = "url"
    OUTLET = "outlet"
    PUBLISHED = "published"
    UPDATED = "updated"
    BYLINE = "byline"
    LANGUAGE = "language"
    KIND = "kind"
    CAPTURED = "captured"


# Names in the order in which they are tried; the first that holds something wins. A point leads into an object.
FIELDS: dict[Field, tuple[str, ...]] = {
    Field.ID: (
        "id",  # ours; trafilatura; Media Cloud 4
        "article",  # our export
        "stories_id",  # Media Cloud 2
        "uri",  # ninjs
        "identifier",  # schema.org
        "@id",  # schema.org in JSON-LD
    ),
    Field.TEXT: (
        "maintext",  # news-please; its own `text` is older and mostly empty
        "text",  # ours; trafilatura; newspaper4k; Media Cloud
        "articleBody",  # schema.org
        "plaintext",  # fundus
        "body_text",  # ninjs 1
        "bodies",  # ninjs 2
        "body",  # fundus: an object of summary and sections; in our export a list of spans, which is no text
        "raw_text",  # trafilatura: the same text without line breaks
        "content_text",  # JSON Feed
        "content",  # many feeds' and interfaces' JSON
    ),
    Field.HTML: (
        "html",  # ours; newspaper4k
        "body_xhtml",  # ninjs 1
        "body_html",  # ninjs 1.3
        "content_html",  # JSON Feed
        "article_html",  # newspaper4k: the article's part of the page
    ),
    Field.TITLE: (
        "title",  # ours; trafilatura; news-please; fundus; newspaper4k; Media Cloud
        "headline",  # our export; ninjs 1; schema.org
        "headlines",  # ninjs 2
        "title_page",  # news-please
    ),
    Field.URL: (
        "url",  # ours; news-please; newspaper4k; Media Cloud; schema.org
        "source",  # trafilatura; an object in our export
        "canonical_link",  # newspaper4k
        "link",  # RSS
        "mainEntityOfPage",  # schema.org
        "html.responded_url",  # fundus
        "html.requested_url",  # fundus
    ),
    Field.OUTLET: (
        "outlet",  # ours; our export
        "sitename",  # trafilatura
        "source-hostname",  # trafilatura: the site's name under its JSON name
        "publisher",  # schema.org
        "publication",  # tables of articles, as researchers pass them on
        "media_name",  # Media Cloud
        "meta_site_name",  # newspaper4k
        "infosources",  # ninjs 2
        "copyrightholder",  # ninjs
        "source.name",  # News API
        "source_domain",  # news-please
        "hostname",  # trafilatura
        "media_url",  # Media Cloud 4
    ),
    Field.PUBLISHED: (
        "published",  # ours; our export
        "datePublished",  # schema.org
        "date_publish",  # news-please
        "publishing_date",  # fundus
        "publish_date",  # newspaper4k; Media Cloud
        "firstcreated",  # ninjs
        "versioncreated",  # ninjs
        "date",  # trafilatura
        "dateCreated",  # schema.org
        "date_published",  # JSON Feed
        "publishedAt",  # News API
        "pubDate",  # RSS
        "published_at",  # many interfaces' JSON
    ),
    Field.UPDATED: (
        "updated",  # our export
        "dateModified",  # schema.org
        "date_modify",  # news-please
        "date_modified",  # JSON Feed
        "contentmodified",  # ninjs 2
    ),
    Field.BYLINE: (
        "byline",  # ours; our export; ninjs 1
        "by",  # ninjs 2
        "author",  # trafilatura; schema.org
        "authors",  # news-please; fundus; newspaper4k
        "creator",  # schema.org
    ),
    Field.LANGUAGE: (
        "language",  # ours; our export; trafilatura; news-please; Media Cloud; ninjs
        "inLanguage",  # schema.org
        "lang",  # fundus
        "meta_lang",  # newspaper4k
    ),
    Field.KIND: ("kind",),  # ours; our export
    Field.CAPTURED: (
        "captured",  # ours
        "source.captured",  # our export
        "date_download",  # news-please
        "filedate",  # trafilatura
        "indexed_date",  # Media Cloud
        "html.crawl_date",  # fundus
    ),
}
