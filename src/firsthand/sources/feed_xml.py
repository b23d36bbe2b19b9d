"""The XML of a feed into its items, whatever the dialect: elements under one name for each, however they are prefixed.

Read by lxml, which mends what feeds get wrong (a missing end, mismatched tags) and bounds depth and text. No entity is
expanded but XML's five and HTML's, no DTD is looked at, nothing is fetched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from firsthand.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Entry", "Feed", "parse_feed"]

_MAX_ATTRIBUTES = 1_000  # of one element: the parser's work may grow with their square
_LONG_TAG = 4 * _MAX_ATTRIBUTES  # characters that so many attributes take at least
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]{0,1000}\?>", re.IGNORECASE)
# What may stand before a DTD: comments, instructions.
_OPENING = re.compile(r"(?:\s+|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^>\[]{0,2000}(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)
# A part without markup, or an ampersand. What has no end goes on to the end of the file, so that no feed can make the
# search begin again and again.
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
    r"|&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31});|(?P<bare>(?!#\d{1,7};|#[xX][0-9A-Fa-f]{1,6};)))",
    re.DOTALL,
)
_TAG = re.compile(
    r"""<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(?P<name>[^\W\d])(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+""", re.DOTALL
)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_HTML_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9]{0,20}")
_ITEMS = frozenset({"item", "atom:entry"})
# Prefixes under which elements are named here; the dialects of RSS have none.
_PREFIXES = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/net/rss1.1#": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://www.w3.org/2005/Atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://news.yandex.ru": "yandex:",
}


class Value(NamedTuple):
    """What one element of a feed holds."""

    content: str  # its text, or the markup within it
    attributes: dict[str, str]
    children: dict[str, list[str]]  # texts of the elements within it, by name


class Entry(NamedTuple):
    """The elements of one item, by name, and the item as XML."""

    values: dict[str, list[Value]]
    original: bytes
    base: str | None = None  # address to which its links are relative, where it says so itself
    language: str | None = None
    is_cut: bool = False  # the file ends within it

    def texts(self, *names: str) -> list[str]:
        """What the elements of these names hold, in the order of `names`; empty ones left out."""
        return [value.content for name in names for value in self.values.get(name, ()) if value.content.strip()]


class Feed(NamedTuple):
    """What a feed says of itself, and its items."""

    head: Entry
    entries: Iterator[Entry]


def parse_feed(text: str) -> Feed:
    """The items of a feed.

    Raises:
        InputError: It is no XML, declares entities, or has an element of more attributes than is reasonable.
    """
    root, is_limited = _parse(text)
    channel = next((child for child in root if _name_of(child) == "channel"), root)
    items = [element for element in root.iter() if _name_of(element) in _ITEMS]
    last = items[-1] if items else None
    # Of an item that the file ends in, the parser keeps what there is.
    tag = f"{last.prefix}:" if last is not None and last.prefix else ""
    name = tag + ("entry" if last is not None and _name_of(last) == "atom:entry" else "item")
    is_cut = is_limited or _is_open(text, name)
    return Feed(_entry_of(channel, is_head=True), (_entry_of(item, is_cut=is_cut and item is last) for item in items))


def _is_open(text: str, name: str) -> bool:
    """Whether the last element of this name begins and does not end; `<item/>` is whole."""
    begin = text.rfind(f"<{name}")
    if begin <= text.rfind(f"</{name}"):
        return False
    tag = _TAG.match(text, begin)
    return tag is None or not (tag.group().endswith("/") and text[tag.end() : tag.end() + 1] == ">")


def _parse(text: str) -> tuple[Element, bool]:
    """The root, and whether what follows the last element was left out for the depth or length of what it holds."""
    from lxml import etree

    prepared = _prepare(text)
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=False,
    )
    try:
        root = etree.fromstring(prepared.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"the feed is no XML: {error}.", "Fetch it again.") from error
    if root is None:  # so it is where nothing could be mended
        raise InputError("the feed holds no XML element.", "Fetch it again.")
    return root, any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


def _prepare(text: str) -> str:
    """The feed without declaration and DTD, every ampersand in order."""
    text = _DECLARATION.sub("", text, count=1)
    opening = _OPENING.match(text)
    place = opening.end() if opening else 0
    if text[place : place + 9].upper() == "<!DOCTYPE":
        doctype = _DOCTYPE.match(text, place)
        if doctype is None or "<!entity" in doctype.group().lower():
            raise InputError(
                "the feed declares entities of its own, which are not expanded.", "Fetch it again, or remove its DTD."
            )
        text = text[doctype.end() :]
    for tag in _TAG.finditer(text):
        if tag["name"] and tag.end() - tag.start() > _LONG_TAG and tag.group().count("=") > _MAX_ATTRIBUTES:
            raise InputError(f"an element of the feed has more than {_MAX_ATTRIBUTES:,} attributes.", "Fetch it again.")
    return _AMPERSAND.sub(_mend_ampersand, _UNPRINTABLE.sub("\ufffd", text))


def _mend_ampersand(found: re.Match[str]) -> str:
    """HTML's entities as their characters, which XML does not know; a bare ampersand escaped."""
    name = found["name"]
    if name in _XML_NAMES or (name is None and found["bare"] is None):
        return found.group()
    character = html.unescape(f"&{name};") if name else "&"
    return character if not character.startswith("&") and character not in "<>\"'" else f"&amp;{found.group()[1:]}"


def _name_of(element: Element) -> str:
    """The element's name in lower case with the prefix by which it is known here; with "?:" where it is not."""
    tag: object = element.tag  # of an entity that was left alone it is a function
    if not isinstance(tag, str):
        return ""
    namespace, _, name = tag.rpartition("}")
    if namespace:
        prefix = _PREFIXES.get(namespace[1:], _PREFIXES.get(namespace[1:].rstrip("/"), "?:"))
        return prefix + name.lower()
    # A prefix that is declared nowhere stays in the name.
    return "atom:entry" if name.lower() == "entry" else name.lower()


def _entry_of(element: Element, *, is_head: bool = False, is_cut: bool = False) -> Entry:
    from lxml import etree

    values: dict[str, list[Value]] = {}
    for child in element:
        name = _name_of(child)
        if name and name not in _ITEMS:
            values.setdefault(name, []).append(_value_of(child))
    language = next(element.iterancestors(), element).get("{http://www.w3.org/XML/1998/namespace}lang")
    return Entry(
        values,
        b"" if is_head else etree.tostring(element, encoding="utf-8", with_tail=False),
        element.base,
        element.get("{http://www.w3.org/XML/1998/namespace}lang") or language,
        is_cut,
    )


def _value_of(element: Element) -> Value:
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    children: dict[str, list[str]] = {}
    for child in element:
        if name := _name_of(child):
            children.setdefault(name, []).append("".join(str(part) for part in child.itertext()))
    return Value(_markup_within(element) if len(element) else element.text or "", attributes, children)


def _markup_within(element: Element) -> str:
    """The elements within one, as HTML without namespaces: Atom's XHTML, and markup that was not escaped."""
    from lxml import etree

    copy = deepcopy(element)
    copy.tail = None
    for node in copy.iter():
        if isinstance(node.tag, str) and node.tag.startswith("{"):
            name = node.tag.rpartition("}")[2]
            node.tag = name if _HTML_NAME.fullmatch(name) else "span"
    etree.cleanup_namespaces(copy)
    markup = etree.tostring(copy, encoding="unicode", method="html")
    return markup[markup.index(">") + 1 : markup.rindex("<")]
