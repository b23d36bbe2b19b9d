"""The words of the pages, all in one place, and how they are put together.

A word stands under a dotted key. `{name}` takes a value; `[[label|term]]` links a term to its line in the glossary
at the end of the page; text between back-quotes is a command. A counted word has the keys `.none` (optional),
`.one` and `.many`. Another language is another catalogue with the same keys.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from firsthand.report import words_de, words_en
from firsthand.report.visible import visible_text
from firsthand.report.words_en_terms import GLOSSARY_TERMS

__all__ = ["CATALOGUES", "ENGLISH", "Words", "choose_words"]

_MARKUP = re.compile(r"\[\[(?P<label>[^|\]]+)\|(?P<term>[a-z_]+)\]\]|`(?P<command>[^`]+)`")


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words for the pages."""

    language: str  # BCP 47
    phrases: Mapping[str, str]
    terms: tuple[str, ...]  # the glossary's terms, in the order in which they are shown

    def has(self, key: str) -> bool:
        """Whether the catalogue holds `key`."""
        return key in self.phrases

    def say(self, key: str, **values: object) -> str:
        """The phrase under `key` with its values put in, as plain text: not escaped, and values as they came."""
        return _plain(self.phrases[key]).format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """The counted phrase under `key` for `number`: "1 article", "1,204 articles"."""
        if number == 0 and self.has(f"{key}.none"):
            return self.say(f"{key}.none", **values)
        return self.say(f"{key}.{'one' if number == 1 else 'many'}", number=f"{number:,}", **values)

    def number(self, number: int) -> str:
        """A small number in words, a larger one in digits."""
        key = f"number.{number}"
        return self.phrases.get(key, f"{number:,}")

    def prose(self, key: str, **values: object) -> Markup:
        """The phrase under `key` as HTML: values escaped, terms linked to the glossary, commands set as code."""
        return self.mark_up(self.phrases[key], **values)

    def mark_up(self, phrase: str, **values: object) -> Markup:
        """As `prose`, for a phrase at hand."""
        safe = {name: escape(visible_text(str(value))) for name, value in values.items()}
        parts: list[Markup] = []
        end = 0
        for match in _MARKUP.finditer(phrase):
            parts.append(_fill(phrase[end : match.start()], safe))
            if match["command"]:
                parts.append(Markup("<code>{}</code>").format(_fill(match["command"], safe)))
            else:
                parts.append(
                    Markup('<a class="term" href="#term-{}">{}</a>').format(match["term"], _fill(match["label"], safe))
                )
            end = match.end()
        parts.append(_fill(phrase[end:], safe))
        return Markup("").join(parts)


def _fill(phrase: str, safe: Mapping[str, Markup]) -> Markup:
    return Markup(escape(phrase)).format(**safe)  # noqa: S704 - escaped here; the values were


@lru_cache(maxsize=4096)  # more than two catalogues hold
def _plain(phrase: str) -> str:
    return _MARKUP.sub(lambda match: match["label"] or match["command"], phrase)


ENGLISH = Words(language="en", phrases=words_en.PHRASES, terms=GLOSSARY_TERMS)
GERMAN = Words(language="de", phrases=words_de.PHRASES, terms=GLOSSARY_TERMS)
CATALOGUES: Mapping[str, Words] = {words.language: words for words in (ENGLISH, GERMAN)}

_MOST_LANGUAGES = 20
_RANGE = re.compile(r"\s*([A-Za-z]{1,8}|\*)(?:-[A-Za-z0-9-]*)?\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?)\s*)?")


def choose_words(accepted: str) -> Words:
    """The catalogue that a reader's browser asks for, English where it asks for none that is there.

    Args:
        accepted: An Accept-Language header, whatever it holds: "de-AT,de;q=0.9,en;q=0.5".
    """
    found: list[tuple[float, int, Words]] = []
    for place, part in enumerate(accepted.split(",")[:_MOST_LANGUAGES]):
        match = _RANGE.fullmatch(part)
        words = CATALOGUES.get(match[1].lower()) if match else None
        weight = float(match[2] or 1) if match else 0.0
        if words is not None and weight > 0:
            found.append((-weight, place, words))
    return min(found, key=lambda each: each[:2])[2] if found else ENGLISH
