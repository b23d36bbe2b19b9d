"""Structured data of a page: the objects of its JSON-LD scripts, read with bounds.

Own reader, because the extractors drop the time of day, and because a page can nest, repeat and break its scripts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

__all__ = [
    "NO_OBJECT",
    "LdObject",
    "find_article",
    "is_article",
    "name_of",
    "names_of",
    "read_json_ld",
    "resolve",
    "text_of",
    "type_names",
]

_MAX_SCRIPT_CHARACTERS = 1_000_000  # of one script
_MAX_SCRIPTS = 60
_MAX_NODES = 5_000  # objects and lists in all
_MAX_DEPTH = 24
_LONGEST_KEY = 80  # characters of a key in a path
_ARTICLE_TYPES = frozenset(
    "NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReviewNewsArticle"
    " AskPublicNewsArticle LiveBlogPosting BlogPosting SocialMediaPosting Article TechArticle ScholarlyArticle Report"
    " AdvertiserContentArticle SatiricalArticle DiscussionForumPosting".split()
)
_PAGE_TYPES = frozenset("WebPage ItemPage CollectionPage VideoObject CreativeWork MediaGallery Review Recipe".split())
_WRAPPERS = re.compile(
    r"^\s*(?:<!--|/?\*?<!\[CDATA\[\*?/?|//\s*<!\[CDATA\[)|(?:-->|\*?/?\*?\]\]>\*?/?|//\s*\]\]>)\s*;?\s*$"
)
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_LAST_COMMA = re.compile(r",\s*([}\]])")
# For scripts that no parser reads: the plain string fields that are worth saving.
_SALVAGED = re.compile(r'"(headline|datePublished|dateModified|dateCreated)"\s{0,4}:\s{0,4}"((?:[^"\\]|\\.){1,300})"')


class LdObject(NamedTuple):
    """One object of a page's JSON-LD scripts, and where it stands."""

    path: str  # "$", "$.@graph[1]"; in the second script and later "script 2 $": their count begins at 1
    node: Mapping[str, Any]


NO_OBJECT = LdObject("$", {})


def read_json_ld(scripts: Iterable[str]) -> list[LdObject]:
    """The typed objects of JSON-LD scripts, outer before inner, in order of the page.

    Lists and `@graph` are opened; scripts that are too long are passed over; of a script that is no JSON, dates and
    headline are saved where they stand as plain strings. At most 60 scripts, and 5,000 objects and lists in all.
    """
    objects: list[LdObject] = []
    budget = [_MAX_NODES]
    for place, script in enumerate(scripts):
        root = "$" if place == 0 else f"script {place + 1} $"
        if place >= _MAX_SCRIPTS:
            break
        if len(script) > _MAX_SCRIPT_CHARACTERS:
            continue
        value = _decode(script)
        if value is None:
            saved = dict(reversed(_SALVAGED.findall(script)))  # the first of a name wins
            if saved:
                objects.append(LdObject(root, {"@type": "Article", **saved}))
            continue
        objects.extend(_walk(value, root, budget))
    return objects


def _decode(script: str) -> Any:
    bare = _WRAPPERS.sub("", _WRAPPERS.sub("", script)).strip().rstrip(";")
    for attempt in (bare, _LAST_COMMA.sub(r"\1", _CONTROLS.sub(" ", bare))):
        try:
            return msgspec.json.decode(attempt.encode("utf-8", "replace"))
        except RecursionError:
            return None
        except (msgspec.DecodeError, UnicodeError):
            continue
    try:
        # Two objects one after the other in one script: the first is better than none.
        return json.JSONDecoder(strict=False).raw_decode(bare)[0]
    except (ValueError, RecursionError):
        return None


def _walk(value: Any, root: str, budget: list[int]) -> Iterator[LdObject]:
    """Depth first and in order, without recursion; stops when the budget of nodes is spent."""
    stack: list[tuple[Any, str, int]] = [(value, root, 0)]
    while stack and budget[0] > 0:
        item, path, depth = stack.pop()
        if depth > _MAX_DEPTH:
            continue
        if isinstance(item, dict):
            budget[0] -= 1
            if "@type" in item or "headline" in item:
                yield LdObject(path, item)
            stack.extend(
                (inner, f"{path}.{key[:_LONGEST_KEY]}", depth + 1)
                for key, inner in reversed(item.items())
                if isinstance(inner, (dict, list))
            )
        elif isinstance(item, list):
            budget[0] -= 1
            stack.extend(
                (inner, f"{path}[{place}]", depth + 1)
                for place, inner in reversed(list(enumerate(item[:_MAX_NODES])))
                if isinstance(inner, (dict, list))
            )


def type_names(node: Mapping[str, Any]) -> set[str]:
    """The types that an object names, without the address of their vocabulary."""
    held = node.get("@type")
    names = held if isinstance(held, list) else [held]
    return {name.rpartition("/")[2] for name in names if isinstance(name, str)}


def is_article(node: Mapping[str, Any]) -> bool:
    """Whether an object calls itself an article of some kind."""
    return bool(type_names(node) & _ARTICLE_TYPES)


def resolve(value: Any, path: str, objects: Iterable[LdObject]) -> LdObject | None:
    """The object that `value` is, or that it refers to by its `@id` alone; None for anything else."""
    if not isinstance(value, dict):
        return None
    if "name" not in value and isinstance(value.get("@id"), str):
        named = (one for one in objects if one.node.get("@id") == value["@id"] and "name" in one.node)
        return next(named, LdObject(path, value))
    return LdObject(path, value)


def find_article(objects: list[LdObject], address: str | None, title: str | None) -> LdObject | None:
    """The object that describes the page's own article.

    Pages also describe articles that they link to: one whose address or headline is the page's wins, then the first
    that has a date, then the first.
    """
    for types in (_ARTICLE_TYPES, _PAGE_TYPES):
        found = [one for one in objects if type_names(one.node) & types]
        if not found:
            continue
        # Of equals `min` takes the first.
        best = min(
            found,
            key=lambda one: (
                not _has_address(one.node, address),
                not _has_headline(one.node, title),
                "datePublished" not in one.node,
            ),
        )
        if types is _ARTICLE_TYPES or "datePublished" in best.node or "headline" in best.node:
            return best
    return None


def _has_address(node: Mapping[str, Any], address: str | None) -> bool:
    if not address:
        return False
    main = node.get("mainEntityOfPage")
    own = [node.get("url"), node.get("@id"), main.get("@id") if isinstance(main, dict) else main]
    wanted = _bare_address(address)
    return any(isinstance(one, str) and _bare_address(one) == wanted for one in own)


def _bare_address(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$", "", address).rstrip("/").lower()


def _has_headline(node: Mapping[str, Any], title: str | None) -> bool:
    headline = text_of(node.get("headline"))
    return bool(title and headline and headline.casefold()[:40] in title.casefold())


def text_of(value: Any) -> str | None:
    """A plain string, or the first of a list of them, white space folded; None for anything else."""
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    return " ".join(value.split()) or None


def name_of(value: Any) -> str | None:
    """The name of a person or organisation given as a string or an object, or the first of several."""
    names = names_of(value)
    return names[0] if names else None


def names_of(value: Any) -> tuple[str, ...]:
    """The names of persons or organisations given as strings, objects, or a list of either; each once, in order."""
    items = value if isinstance(value, list) else [value]
    names: dict[str, None] = {}
    for item in items[:50]:
        name = text_of(item.get("name")) if isinstance(item, dict) else text_of(item)
        if name and len(name) <= 200 and not name.startswith(("http://", "https://")):
            names[name] = None
    return tuple(names)
