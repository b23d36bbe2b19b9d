"""Feeds: RSS 0.9 to 2.0 and Atom, one document for each item that holds its whole article.

What is kept of an item is its element, as XML in UTF-8; the markup of its article is read as a page of its own.

Which id: an Atom `id` or RSS `guid` that is a `tag:` or `urn:` names the article wherever it is met: the id is given.
One that is an address is a second address and no name, and any other (a number) may stand in two outlets' feeds for
two articles: those items get an id from their content. Two feeds that carry one article under one link are joined by
the link, as everywhere.
"""

from __future__ import annotations

import hashlib
import html
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from firsthand.errors import InputError
from firsthand.model import RawDocument, Rejection, Source
from firsthand.sources.decoding import decode_page, mend_text
from firsthand.sources.feed_dates import iso_date
from firsthand.sources.feed_xml import Entry, parse_feed
from firsthand.sources.files import FoundFile, plain_name, read_whole
from firsthand.sources.limits import SourceLimits
from firsthand.sources.refusals import make_rejection
from firsthand.sources.rows import check_lines, content_id

__all__ = ["read_feed"]

_MAX_NAME = 2_000  # characters of an address, title or name
_SHOWN_ADDRESSES = 3
_ENDS_WITHIN = 3_000  # characters of a text in which the mark of a cut stands
# Shorter than any report; what a feed calls content is believed from here on.
_CONTENT_WORDS = 25
# What a feed calls a description is an excerpt as a rule: those that programs cut have 55 words, or 100.
_DESCRIPTION_WORDS = 150
_CONTENTS = ("content:encoded", "atom:content", "xhtml:body", "xhtml:div", "yandex:full-text")
_DESCRIPTIONS = ("description", "atom:summary")
_DATES = ("pubdate", "atom:published", "atom:issued", "dc:date", "dcterms:issued", "dcterms:created")
_UPDATES = ("atom:updated", "atom:modified", "dcterms:modified")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_MARKUP = re.compile(r"<[!/a-zA-Z][^<>]{0,5000}>")
_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_LAST_LINK = re.compile(
    r"<a\b[^<>]{0,2000}>(?:[^<]|<(?!/?a\b)){1,300}?</a>[^\w<>]{0,5}(?:</?[a-z][^<>]{0,200}>|\s)*+$", re.IGNORECASE
)
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)[\])]?$")
_BRACKETED_ELLIPSIS = re.compile(r"[\[(]\s?(?:…|\.\.\.)\s?[\])]$")
# The line with which WordPress ends excerpts and whole articles alike.
_APPEARED = re.compile(
    r"<p>\s*(?:The post|Der Beitrag|L’article|La entrada|O post|L'articolo|Сообщение)\s.{1,2000}</p>\s*$", re.DOTALL
)
_GLOBAL_ID = re.compile(r"(?:tag|urn):\S+", re.IGNORECASE)
_TITLE_PARTS = re.compile(r"\s+[|»›·:–—-]+\s+|:\s+")
_MAIL_NAME = re.compile(
    r"\S{1,200}@\S{1,200}\s*\((?P<after>[^()]{1,200})\)|(?P<before>[^<>@]{1,200}?)\s*<[^<>]{0,200}>"
)


def read_feed(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    """The document of each item that holds its whole article, then how many hold no more than a teaser.

    Whole is what the feed calls content (`content:encoded`, Atom's `content`) and has 25 words, or what it calls a
    description and has 150, unless it ends with the mark of a cut: an ellipsis, or a link to the item's own address.

    Raises:
        InputError: It is too large, no XML, declares entities, or has no items.
    """
    feed = parse_feed(decode_page(read_whole(stream, limits.max_feed_bytes, "max_feed_bytes")))
    path = plain_name(found.path)
    entries = list(feed.entries)
    if not entries:
        raise InputError("the feed has no items.", "Fetch it again, or add the articles' pages.")
    source = _read_head(feed.head)
    uses = Counter(_global_id(entry) for entry in entries)
    teasers: list[str | None] = []
    for number, entry in enumerate(entries, start=1):
        if entry.is_cut:
            yield make_rejection(
                f"{path}:{number}", InputError("the feed breaks off within this item.", "Fetch it again.")
            )
            continue
        try:
            document = _read_entry(entry, source, path, limits)
        except InputError as error:
            yield make_rejection(f"{path}:{number}", error)
            continue
        if document is None:
            teasers.append(_address(entry, source.link))
            continue
        named = _global_id(entry)
        if named and uses[named] == 1:  # an id that several items share is none
            document = replace(document, article=named, id_is_given=True)
        yield replace(document, line=number)
    if teasers:
        yield make_rejection(path, _teaser_error(teasers, len(entries)))


def _teaser_error(teasers: list[str | None], count: int) -> InputError:
    known = [address for address in teasers if address]
    shown = " ".join(known[:_SHOWN_ADDRESSES])
    more = f" and {len(known) - _SHOWN_ADDRESSES:,} more" if len(known) > _SHOWN_ADDRESSES else ""
    return InputError(
        f"items with only a teaser, not the article: {len(teasers):,} of {count:,}.",
        f"Save their pages with `firsthand fetch ARCHIVE URL`: {shown}{more}." if known else "Add their pages instead.",
    )


class _Head(NamedTuple):
    """What a feed says of all its items."""

    outlet: str | None
    link: str | None
    language: str | None


class _Body(NamedTuple):
    """The text of an item: markup, or plain."""

    content: str
    is_markup: bool

    @property
    def words(self) -> int:
        """Number of words; of Chinese and Japanese two characters count as one."""
        text = _visible(self.content) if self.is_markup else self.content
        return len(text.split()) + len(_CJK.findall(text)) // 2


def _read_head(head: Entry) -> _Head:
    link = _address(head, None)
    titles = head.texts("title", "atom:title")
    codes = head.texts("language", "dc:language") or [head.language or ""]
    code = re.split(r"[-_]", codes[0].strip().lower())[0]
    return _Head(
        _outlet_of(_one_line(titles[0]), link) if titles else None,
        link,
        code if re.fullmatch(r"[a-z]{2}", code) else None,
    )


def _outlet_of(title: str, link: str | None) -> str:
    """The outlet's name in a feed's title: "Outlet - Section" where the address tells which part it is."""
    try:
        host = urlsplit(link or "").hostname or ""
    except ValueError:
        return title
    labels = {label for name in host.split(".") for label in (name, name.replace("-", ""))}
    for part in _TITLE_PARTS.split(title):
        folded = "".join(character for character in part.casefold() if character.isalnum())
        if folded in labels or folded.removeprefix("the") in labels:
            return part.strip()
    return title


def _read_entry(entry: Entry, head: _Head, path: str, limits: SourceLimits) -> RawDocument | None:
    """The document of one item; none where it holds a teaser only."""
    url = _address(entry, head.link)
    body = _whole_text(entry, url)
    if body is None:
        return None
    if len(body.content) > limits.max_text_bytes:
        raise InputError(
            f"its text has {len(body.content):,} characters.", "Raise `sources.max_text_bytes` to read it."
        )
    titles = entry.texts("title", "atom:title", "dc:title")
    title = (_one_line(titles[0]) or None) if titles else None
    if not body.is_markup:
        check_lines(body.content, limits)
    outlet = _credited_source(entry) or head.outlet
    dates = [date for raw in entry.texts(*_DATES, *_UPDATES) if (date := iso_date(raw))]
    updates = [date for raw in entry.texts(*_UPDATES) if (date := iso_date(raw))]
    return RawDocument(
        article=content_id(body.content, url, outlet, title),
        text=None if body.is_markup else body.content,
        html=_page(title, body.content) if body.is_markup else None,
        url=url,
        outlet=outlet,
        title=title,
        updated=updates[0] if updates and updates[0] != dates[0] else None,
        byline=_byline(entry),
        language=head.language,
        source=Source(path=path, sha256=hashlib.sha256(entry.original).hexdigest(), bytes_kept=len(entry.original)),
        feed_date=dates[0] if dates else None,
        media="feed",
        original=entry.original,
    )


def _page(title: str | None, content: str) -> str:
    """An item's markup as a page: extractors lose what stands in no element, and the headline has its place."""
    if _WHOLE_PAGE.search(content):
        return content
    head = f"<head><title>{html.escape(title)}</title></head>" if title else ""
    return f"<html>{head}<body><article>\n{content}\n</article></body></html>"


# --- what is whole ---------------------------------------------------------------------------------------------


def _whole_text(entry: Entry, url: str | None) -> _Body | None:
    for names, words in ((_CONTENTS, _CONTENT_WORDS), (_DESCRIPTIONS, _DESCRIPTION_WORDS)):
        bodies = [body for body in _bodies(entry, names) if body.words >= words and not _is_cut(body, url)]
        if bodies:
            return max(bodies, key=lambda body: len(body.content))
    return None


def _bodies(entry: Entry, names: tuple[str, ...]) -> Iterator[_Body]:
    for name in names:
        for value in entry.values.get(name, ()):
            kind = value.attributes.get("type", "html" if not name.startswith("atom:") else "text").lower()
            is_elsewhere = "src" in value.attributes or value.attributes.get("mode") == "base64"
            is_text = kind in {"text", "html", "xhtml"} or kind.startswith("text/") or kind.endswith("xhtml+xml")
            if is_elsewhere or not is_text or not value.content.strip():
                continue
            content = mend_text(value.content)
            is_markup = kind not in {"text", "text/plain"} or bool(value.children)
            if is_markup and not _MARKUP.search(content):
                content, is_markup = html.unescape(content), False
            yield _Body(content, is_markup)


def _is_cut(body: _Body, url: str | None) -> bool:
    """Whether the text goes on elsewhere: it ends in an ellipsis, or with a link to the article itself."""
    end = _APPEARED.sub("", body.content[-_ENDS_WITHIN:]) if body.is_markup else body.content[-_ENDS_WITHIN:]
    is_short = body.words < _DESCRIPTION_WORDS
    link = _LAST_LINK.search(end) if body.is_markup else None
    if link and (
        _ELLIPSIS.search(_visible(end[: link.start()]))
        or (is_short and url and html.escape(url) in html.escape(html.unescape(link.group())))
    ):
        return True
    ending = _visible(end) if body.is_markup else end.rstrip()
    return bool(_BRACKETED_ELLIPSIS.search(ending) or (is_short and _ELLIPSIS.search(ending)))


def _visible(markup: str) -> str:
    return html.unescape(_MARKUP.sub(" ", markup)).strip()


# --- what is said of it ----------------------------------------------------------------------------------------


def _one_line(text: str) -> str:
    """A title or name without markup, which RSS allows in it escaped."""
    return " ".join(mend_text(html.unescape(_MARKUP.sub("", text[: _MAX_NAME * 5]))).split())[:_MAX_NAME]


def _address(entry: Entry, base: str | None) -> str | None:
    """The page of the item, or of the feed: absolute, and of the web."""
    links = [
        value.attributes.get("href", "")
        for value in entry.values.get("atom:link", ())
        if value.attributes.get("rel", "alternate") == "alternate"
    ]
    guids = [value.content for value in entry.values.get("guid", ()) if value.attributes.get("isPermaLink") != "false"]
    for link in (*entry.texts("feedburner:origlink", "link"), *links, *guids):
        try:
            address = urljoin(entry.base or base or "", link.strip())
        except ValueError:
            continue
        if re.match(r"https?://[^/\s]", address, re.IGNORECASE) and len(address) <= _MAX_NAME:
            return mend_text(address)
    return None


def _global_id(entry: Entry) -> str | None:
    for name in entry.texts("atom:id", "guid"):
        if len(name) <= _MAX_NAME and _GLOBAL_ID.fullmatch(name.strip()):
            return mend_text(name.strip())
    return None


def _credited_source(entry: Entry) -> str | None:
    """The feed that an item was taken over from, by its title."""
    for name in ("source", "atom:source"):
        for value in entry.values.get(name, ()):
            titles = value.children.get("atom:title") or ([] if value.children else [value.content])
            if titles and (title := _one_line(titles[0])):
                return title
    return None


def _byline(entry: Entry) -> str | None:
    names = entry.texts("dc:creator")
    names += [name for value in entry.values.get("atom:author", ()) for name in value.children.get("atom:name", ())]
    for author in entry.texts("author"):
        found = _MAIL_NAME.fullmatch(author.strip()[:_MAX_NAME])
        if found or "@" not in author:
            names.append((found["after"] or found["before"]) if found else author)
    told = dict.fromkeys(_one_line(name) for name in names)
    return ", ".join(name for name in told if name)[:_MAX_NAME] or None
