"""What a page says of its article in microdata and RDFa Lite: `itemprop` in an `itemtype`, `property` in a `typeof`.

Sources: WHATWG HTML, chapter Microdata; W3C RDFa Lite 1.1; schema.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from firsthand.model import Claim

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_microdata"]

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Blog[pP]ost|Report)$")
# Property of schema.org, then the field of ours that it claims.
_FIELDS = {
    "headline": "headline",
    "author": "author",
    "creator": "author",
    "publisher": "outlet",
    "sourceOrganization": "outlet",
    "articleSection": "section",
    "datePublished": "published",
    "dateCreated": "published",
    "dateModified": "updated",
    "inLanguage": "language",
    "mainEntityOfPage": "canonical_url",
    "correction": "correction",
}
_TITLES = ("headline", "name")  # of an article that gives no headline its name is one
_LONGEST_VALUE = 500  # characters
_MAX_TYPED = 2_000  # elements with a type
_MAX_REFERENCES = 20  # ids of one `itemref`
_MAX_ELEMENTS = 20_000  # of one item
_MAX_CLAIMS = 40
_MAX_OF_ONE_FIELD = 8


class _Form(NamedTuple):
    """The attributes of one way to mark data."""

    name: str
    scope: str
    type: str
    property: str


_FORMS = (
    _Form("microdata", "itemscope", "itemtype", "itemprop"),
    _Form("rdfa", "typeof", "typeof", "property"),
)


def read_microdata(tree: HtmlElement) -> tuple[Claim, ...]:
    """What the page's own article says of itself, in order of the page, microdata before RDFa; at most 40 claims.

    Of several articles the one that holds the first `h1` is the page's own, else the first. Locators are "microdata
    datePublished" and "rdfa author name". Elements that `itemref` names are read once each, so that they may name each
    other.

    Args:
        tree: The parsed page; left as it is.
    """
    claims: dict[Claim, None] = {}
    for form in _FORMS:
        item = _find_item(tree, form)
        if item is None:
            continue
        found = list(_read_item(tree, item, form))
        has_headline = any(name == "headline" for name, _ in found)
        counts: dict[str, int] = {}
        for name, claim in found:
            if name == "name" and has_headline:
                continue
            counts[claim.field] = counts.get(claim.field, 0) + 1
            if counts[claim.field] <= _MAX_OF_ONE_FIELD:
                claims[claim] = None
    return tuple(list(claims)[:_MAX_CLAIMS])


def _find_item(tree: HtmlElement, form: _Form) -> HtmlElement | None:
    heading = next(tree.iter("h1"), None)
    if heading is not None:
        own = next((above for above in heading.iterancestors() if _is_article(above, form)), None)
        if own is not None:
            return own
    typed = tree.xpath(f"//*[@{form.type}]")[:_MAX_TYPED]
    return next((element for element in typed if _is_article(element, form)), None)


def _is_article(element: HtmlElement, form: _Form) -> bool:
    types = (element.get(form.type) or "")[:_LONGEST_VALUE].split()
    return any(_ARTICLE_TYPE.search(one) for one in types)


def _read_item(tree: HtmlElement, item: HtmlElement, form: _Form) -> Iterator[tuple[str, Claim]]:
    """Each property of the item with its claim; other items within it are not entered, but for their names."""
    roots = [item, *_referenced(tree, item, form)]
    seen: set[HtmlElement] = set()
    for root in roots:
        stack = list(reversed(root)) if root is item else [root]
        while stack and len(seen) < _MAX_ELEMENTS:
            element = stack.pop()
            if element in seen or element is item or not isinstance(element.tag, str):
                continue
            seen.add(element)
            is_item = element.get(form.scope) is not None
            for written in (element.get(form.property) or "").split()[:4]:
                name = written.rpartition(":")[2].rpartition("/")[2]
                claim = _claim(element, name, form, is_item=is_item)
                if claim is not None:
                    yield name, claim
            if not is_item:
                stack.extend(reversed(element))


def _referenced(tree: HtmlElement, item: HtmlElement, form: _Form) -> list[HtmlElement]:
    if form.name != "microdata" or not item.get("itemref"):
        return []
    wanted = set((item.get("itemref") or "")[:2_000].split()[:_MAX_REFERENCES])
    return [element for element in tree.iterfind(".//*[@id]") if element.get("id") in wanted][:_MAX_REFERENCES]


def _claim(element: HtmlElement, name: str, form: _Form, *, is_item: bool) -> Claim | None:
    field = _FIELDS.get(name) or ("headline" if name in _TITLES else None)
    if field is None:
        return None
    locator = f"{form.name} {name}"
    value = None
    if is_item and field in {"author", "outlet"}:
        value = _name_within(element, form)
        locator = f"{locator} name" if value else locator
    value = value or _value(element, field)
    return Claim(field=field, value=value, locator=locator) if value else None


def _name_within(item: HtmlElement, form: _Form) -> str | None:
    for place, element in enumerate(item.iterfind(f".//*[@{form.property}]")):
        if place >= _MAX_CLAIMS:
            return None
        names = {name.rpartition(":")[2] for name in (element.get(form.property) or "").split()[:4]}
        if "name" in names:
            return _value(element, "author")
    return None


def _value(element: HtmlElement, field: str) -> str | None:
    """The value of a property: what is given for programs, else the text; an address only where one is asked for."""
    if field == "canonical_url":
        address = (element.get("itemid") or element.get("content") or element.get("href") or "").strip()
        return address[:2_000] if address.startswith(("http://", "https://")) else None
    raw = element.get("content") or (element.get("datetime") if element.tag == "time" else None)
    if not raw and element.tag in {"meta", "link", "img"}:
        return None
    if not raw:
        raw = " ".join(str(part) for _, part in zip(range(200), element.itertext(), strict=False))
    value = " ".join(raw[:20_000].split())
    if field == "author" and value.startswith(("http://", "https://")):
        return None
    return value[:_LONGEST_VALUE].rstrip() or None
