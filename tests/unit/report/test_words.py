"""The catalogue: complete, used, and safe."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import firsthand.report
from firsthand.report import ENGLISH

ROOM = Path(firsthand.report.__file__).parent
SOURCES = [*ROOM.glob("*.py"), *ROOM.glob("templates/*.html"), *(ROOM.parent / "web").glob("*.py")]
CODE = "\n".join(path.read_text("utf-8") for path in SOURCES if path.name != "words_en.py")


def test_every_term_has_its_line_in_the_glossary():
    assert all(ENGLISH.has(f"term.{term}") and ENGLISH.has(f"term.{term}.text") for term in ENGLISH.terms)
    linked = {term for phrase in ENGLISH.phrases.values() for term in re.findall(r"\[\[[^|\]]+\|([a-z_]+)\]\]", phrase)}
    assert linked
    assert linked <= set(ENGLISH.terms)


# Families whose last part is put together at run time, from a record's own words.
FAMILIES = (
    "term.",
    "limits.",
    "number.",
    "month.",
    "language.",
    "time.precision.",
    "timeline.status.",
    "passages.kind.",
    "lineage.relation.",
    "versions.kind.",
    "versions.count.",
)
LEVELS = {"time.minute", "time.day", "time.month", "time.year"}
SOURCES_OF_TIES = {"lineage.direction.common_word", "lineage.direction.unknown_word"}


@pytest.mark.parametrize("key", sorted(ENGLISH.phrases))
def test_every_phrase_is_used(key):
    name = re.sub(r"\.(none|one|many)$", "", key)
    section = re.sub(r"^served\.|\.(title|text)$", "", name)  # headings and notices are asked for by their section
    assert (
        f'"{name}"' in CODE
        or name.startswith(FAMILIES)
        or name in LEVELS | SOURCES_OF_TIES
        or (section != name and f'"{section}"' in CODE)
    ), f"{key} is used nowhere"


@pytest.mark.parametrize("key", sorted(set(re.findall(r'(?:say|prose)\("([a-z_]+(?:\.[a-z_]+)+)"', CODE))))
def test_every_phrase_that_is_asked_for_is_there(key):
    assert ENGLISH.has(key)


@pytest.mark.parametrize("key", sorted(set(re.findall(r'count\("([a-z_.]+)"', CODE))))
def test_every_counted_phrase_has_both_numbers(key):
    assert "{number}" in ENGLISH.phrases[f"{key}.one"]
    assert "{number}" in ENGLISH.phrases[f"{key}.many"]


def test_phrases_take_named_values_only():
    for key, phrase in ENGLISH.phrases.items():
        names = [name for _, name, spec, conversion in string.Formatter().parse(phrase) if name is not None]
        assert all(re.fullmatch(r"[a-z_]+", name) for name in names), key


def test_prose_escapes_values_and_reads_no_markup_in_them():
    said = str(ENGLISH.mark_up("In `cmd {x}`: [[the {x}|origin]] {x}", x="<b>[[a|mixed]] `c` {y}"))
    assert "<b>" not in said
    assert said.count("<a ") == 1
    assert said.count("<code>") == 1
    assert "{y}" in said
