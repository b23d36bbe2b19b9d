"""What a reader types, as an expression that full-text search cannot misread."""

from __future__ import annotations

import re

from firsthand.errors import ConfigError

__all__ = ["parse_query"]

# Every mark that opens or closes a phrase somewhere. The single ones are apostrophes to most people and mark nothing.
_QUOTES = '"“”„‟«»「」『』＂'
_PART = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]|([^\s{_QUOTES}]+)")
_HAS_WORD = re.compile(r"[^\W_]")
_MAX_CHARACTERS = 10_000
_MAX_TERMS = 64


def parse_query(text: str) -> str:
    """FTS5 expression for what a reader typed: every word and every quoted phrase must be there, in any order.

    Each term becomes an FTS5 string, so that no character of the query acts as an operator: `don't`, `AC-130`, `C++`,
    `NEAR(`, `title:x` and a lone quotation mark are all safe. FTS5 splits a term such as `AC-130` as it splits texts,
    and looks for its parts side by side. A term without a letter or digit is left out.

    Args:
        text: Words, and phrases in quotation marks of any shape; at most 64 terms in 10,000 characters.

    Returns:
        The terms, quoted, with a space between them: all must match.

    Raises:
        ConfigError: There is no word to look for, or too many.
    """
    if len(text) > _MAX_CHARACTERS:
        raise ConfigError(f"The query has {len(text)} characters.", f"At most {_MAX_CHARACTERS} are taken.")
    parts = [(match.group(1) if match.group(2) is None else match.group(2)) for match in _PART.finditer(text)]
    # A NUL would end the expression, and a lone surrogate cannot be handed to SQLite.
    cleaned = (re.sub(r"[\0\ud800-\udfff]", " ", part).strip() for part in parts)
    terms = list(dict.fromkeys(part for part in cleaned if _HAS_WORD.search(part)))
    if not terms:
        raise ConfigError("The query holds no word to look for.", "Give a word, or a phrase in quotation marks.")
    if len(terms) > _MAX_TERMS:
        raise ConfigError(f"The query has {len(terms)} terms.", f"At most {_MAX_TERMS} are taken.")
    return " ".join(f'"{term}"' for term in terms)
