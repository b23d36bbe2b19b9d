"""One JSON record into one document."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from firsthand.errors import InputError
from firsthand.model import RawDocument, Source, record_id
from firsthand.sources.decoding import decode_bytes, mend_text
from firsthand.sources.fields import FIELDS, Field
from firsthand.sources.limits import SourceLimits

__all__ = ["check_lines", "content_id", "parse_json", "read_row"]

_MAX_NAME_LENGTH = 2_000  # characters of an id, address or name; longer is not one
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_MAX_DEPTH = 6  # objects and lists within a field
_MAX_PARTS = 10_000  # items of a list within a field
_SHOWN_NAMES, _SHOWN_NAME = 8, 40  # of the fields of a record without text: how many, and characters of each
_MARKUP = re.compile(r"<(?:p|div|section|article|html|body|br|span|h[1-6])\b", re.IGNORECASE)
_MISSING_WORDS = frozenset({"none", "null", "nan", "nat", "n/a"})  # what programs write for a value they lack
_LONG_CODES = {
    long: code
    for code, longs in {
        "en": "eng english",
        "de": "deu ger german",
        "fr": "fra fre french",
        "es": "spa spanish",
        "ru": "rus russian",
        "ar": "ara arabic",
        "tr": "tur turkish",
        "zh": "zho chi chinese",
        "it": "ita italian",
        "pt": "por portuguese",
    }.items()
    for long in longs.split()
}


def parse_json(raw: bytes) -> Any:
    """The value that `raw` holds. Lenient where no meaning is lost: NaN, raw control characters, lone surrogates.

    Raises:
        InputError: It is no JSON, or nested too deeply; `what` says where.
    """
    try:
        return msgspec.json.decode(raw)
    except RecursionError as error:
        raise InputError("the JSON is nested too deeply.") from error
    except (msgspec.DecodeError, UnicodeDecodeError):
        pass
    try:
        return json.loads(decode_bytes(raw), strict=False)
    except json.JSONDecodeError as error:
        raise InputError(f"this is not valid JSON: {error.msg} at character {error.pos + 1}.") from error
    except RecursionError as error:
        raise InputError("the JSON is nested too deeply.") from error
    except ValueError as error:  # a number of more digits than Python converts
        raise InputError("a number in this JSON has more digits than are read.") from error


def check_lines(text: str, limits: SourceLimits) -> None:
    """See that `text` has no more lines than an article can have: reading costs time and room by the line.

    Raises:
        InputError: It has more than `limits.max_text_lines`.
    """
    lines = sum(map(text.count, _LINE_ENDS))
    if lines > limits.max_text_lines:
        raise InputError(
            f"its text has {lines:,} lines, more than {limits.max_text_lines:,}.",
            "Split it into articles, or raise `sources.max_text_lines`.",
        )


def content_id(document_text: str, url: str | None, outlet: str | None, title: str | None) -> str:
    """The id of an article whose source gives none: equal content from one place has one id."""
    return record_id("article", url or "", outlet or "", title or "", document_text)


def read_row(row: object, source: Source, original: bytes, limits: SourceLimits) -> RawDocument:
    """The document that one record describes.

    Args:
        row: The decoded record, of any of the shapes in `firsthand.sources.fields`.
        source: Where it came from; its `captured` is filled from the record.
        original: The bytes of the record.
        limits: How long its text may be.

    Raises:
        InputError: It is no object, a field has the wrong type (its JSON path is named), or it holds no article.
    """
    if not isinstance(row, dict):
        raise InputError(f"Expected `object`, got `{_type_name(row)}` - at `$`.", "One article is one JSON object.")
    held: Mapping[str, Any] = row
    text, html = _read_text(held, Field.TEXT), _read_text(held, Field.HTML)
    if text is not None and html is None and _is_page(held, text):
        text, html = None, text
    if text is not None:
        html = None
    title = _read_name(held, Field.TITLE)
    if text is None and html is None and title is None:
        raise _no_text(held)
    content = text if text is not None else html
    if content is not None and len(content) > limits.max_text_bytes:
        raise InputError(
            f"its text has {len(content):,} characters, more than {limits.max_text_bytes:,}.",
            "Split it into articles, or raise `sources.max_text_bytes`.",
        )
    if text is not None:
        check_lines(text, limits)
    url, outlet = _read_url(held), _read_name(held, Field.OUTLET)
    given = _read_id(held)
    return RawDocument(
        article=given or content_id(content or "", url, outlet, title),
        id_is_given=given is not None,
        text=text,
        html=html,
        url=url,
        outlet=outlet,
        title=title,
        published=_read_name(held, Field.PUBLISHED),
        updated=_read_name(held, Field.UPDATED),
        byline=_read_byline(held),
        language=_read_language(held),
        kind="release" if "release" in (_read_name(held, Field.KIND) or "").lower() else "article",
        source=Source(
            path=source.path,
            url=source.url,
            sha256=hashlib.sha256(original).hexdigest(),
            captured=_read_name(held, Field.CAPTURED) or source.captured,
            bytes_kept=len(original),
        ),
        original=original,
    )


def _values(row: Mapping[str, Any], field: Field) -> Iterator[tuple[str, Any]]:
    """The values that the record holds for a field, with their JSON paths; empty ones left out."""
    for name in FIELDS[field]:
        value: Any = row
        for key in (name,) if name in row else name.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        if value is None or value in ("", [], {}) or value != value:
            continue
        yield f"$.{name}", value


def _read_text(row: Mapping[str, Any], field: Field) -> str | None:
    for path, value in _values(row, field):
        if path == "$.body" and _is_span_list(value):  # our export: the spans of the body within `text`
            continue
        if path == "$.html" and isinstance(value, dict):  # fundus: the page with its address
            value = value.get("content")  # noqa: PLW2901
            if value is None:
                continue
        text = _join(value, path, "\n\n", 0)
        if text.strip():
            return mend_text(text)
    return None


def _is_span_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, list) for item in value)


def _join(value: object, path: str, separator: str, depth: int) -> str:
    """Text of a value that is a string, a list of strings, or objects that hold strings under known names."""
    if isinstance(value, str):
        return value
    if depth < _MAX_DEPTH and isinstance(value, list):
        parts = (_join(item, f"{path}[{place}]", separator, depth + 1) for place, item in enumerate(value[:_MAX_PARTS]))
        return separator.join(part for part in parts if part.strip())
    if depth < _MAX_DEPTH and isinstance(value, dict):
        # ninjs 2: {"role", "value"}; fundus: {"summary", "sections": [{"headline", "paragraphs"}]}; schema.org:
        # {"@type", "name"}.
        held = [
            (name, value[name])
            for name in ("value", "summary", "headline", "paragraphs", "sections", "name")
            if value.get(name)
        ]
        return separator.join(
            part for name, item in held if (part := _join(item, f"{path}.{name}", separator, depth + 1)).strip()
        )
    try:
        return msgspec.convert(value, str)
    except msgspec.ValidationError as error:
        raise InputError(f"{error} - at `{path}`.", "Mend the record, or leave the field out.") from error


def _first(value: object) -> object:
    """The main one of several: ninjs 2 marks it by its role, elsewhere it comes first."""
    if not isinstance(value, list) or not value:
        return value
    main = [item for item in value if isinstance(item, dict) and item.get("role") == "main"]
    return (main or value)[0]


def _read_name(row: Mapping[str, Any], field: Field) -> str | None:
    for path, value in _values(row, field):
        one = _first(value)
        if (
            isinstance(one, (int, float))
            and not isinstance(one, bool)
            and field in {Field.ID, Field.PUBLISHED, Field.UPDATED, Field.CAPTURED}
        ):
            one = str(one)
        name = " ".join(mend_text(_join(one, path, ", ", 0)).split())
        if name and name.lower() not in _MISSING_WORDS:
            return name[:_MAX_NAME_LENGTH]
    return None


def _read_id(row: Mapping[str, Any]) -> str | None:
    name = _read_name(row, Field.ID)
    return name if name and len(name) < _MAX_NAME_LENGTH else None


def _read_url(row: Mapping[str, Any]) -> str | None:
    for path, value in _values(row, Field.URL):
        one = value.get("@id") or value.get("url") if isinstance(value, dict) else _first(value)
        if path == "$.source" and not isinstance(one, str):
            continue
        if one is None:
            continue
        url = _join(one, path, " ", 0).strip()
        if path == "$.url" or re.match(r"https?://", url):  # `source` is a name as often as an address
            return mend_text(url)[:_MAX_NAME_LENGTH] or None
    return None


def _read_byline(row: Mapping[str, Any]) -> str | None:
    for path, value in _values(row, Field.BYLINE):
        names = [value] if not isinstance(value, list) else value[:100]
        joined = ", ".join(part for item in names if (part := _join(item, path, " ", 0).strip()))
        byline = " ".join(mend_text(joined).split())
        if byline and byline.lower() not in _MISSING_WORDS:
            return byline[:_MAX_NAME_LENGTH]
    return None


def _read_language(row: Mapping[str, Any]) -> str | None:
    name = _read_name(row, Field.LANGUAGE)
    if name is None:
        return None
    code = re.split(r"[-_]", name.lower())[0]
    if code in _LONG_CODES:
        return _LONG_CODES[code]
    return code if re.fullmatch(r"[a-z]{2}", code) else None


def _is_page(row: Mapping[str, Any], text: str) -> bool:
    """Whether what stands as text is marked up: ninjs 2 bodies of type text/html, and whole pages."""
    bodies = row.get("bodies")
    if isinstance(bodies, list) and any(
        isinstance(body, dict) and "html" in str(body.get("contenttype")) for body in bodies
    ):
        return True
    return text.lstrip()[:1] == "<" and len(_MARKUP.findall(text[:20_000])) >= 3


def _no_text(row: Mapping[str, Any]) -> InputError:
    """That a record holds no article: its fields for one are empty, or it has none that is known."""
    known = [name for field in (Field.TEXT, Field.HTML, Field.TITLE) for name in FIELDS[field] if name in row]
    if known:
        return InputError(
            f"the record has no text: nothing stands in {', '.join(f'`{name}`' for name in known)}.",
            f"Nothing to do, unless another of its fields holds the article: {_names_of(row)}.",
        )
    return InputError(
        f"the record has no text; its fields are {_names_of(row)}.",
        "Rename the one that holds the article to `text` or `html`, and its headline to `title`.",
    )


def _names_of(row: Mapping[str, Any]) -> str:
    names = ", ".join(f"`{name[:_SHOWN_NAME]}`" for name in list(row)[:_SHOWN_NAMES])
    return f"{names or 'none'}{', ...' if len(row) > _SHOWN_NAMES else ''}"


def _type_name(value: object) -> str:
    names = {list: "array", str: "str", int: "int", float: "float", bool: "bool", type(None): "null"}
    return names.get(type(value), type(value).__name__)
