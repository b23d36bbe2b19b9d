"""The templates, set so that nothing from outside can reach a page unescaped."""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from firsthand.report.error_rates import say_rate
from firsthand.report.markup import PartMaker
from firsthand.report.visible import visible_text
from firsthand.report.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["render_template", "style_hash", "stylesheet"]


def _finalise(value: object) -> object:
    """What is put out, with controls and overrides made harmless; it is escaped after this."""
    return visible_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("firsthand.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalise,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render_template(name: str, words: Words, **values: object) -> str:
    """The page that the template `name` makes of `values`, in the words of `words`."""
    page = _environment().get_template(name)
    parts = PartMaker(words)
    return page.render(
        shape_path=parts.shape_path,
        origin_sign=parts.origin_sign,
        origin_link=parts.origin_link,
        origin_signs=parts.origin_signs,
        pieces=parts.pieces,
        reference=parts.reference,
        source=parts.source,
        time=parts.time,
        say=words.say,
        count=words.count,
        prose=words.prose,
        rate=partial(say_rate, words=words),
        page_language=words.language,
        terms=words.terms,
        **values,
    )


@cache
def stylesheet() -> str:
    """The style of every page, as CSS."""
    return files("firsthand.report").joinpath("assets", "desk.css").read_text("utf-8")


@cache
def style_hash() -> str:
    """The style's digest as a content security policy names it: "sha256-…"."""
    digest = hashlib.sha256(stylesheet().encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
