"""The catalogue: complete, used, and safe."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import firsthand.report
from firsthand.report import CATALOGUES, ENGLISH, choose_words

ROOM = Path(firsthand.report.__file__).parent
SOURCES = [*ROOM.glob("*.py"), *ROOM.glob("templates/*.html"), *(ROOM.parent / "web").glob("*.py")]
CODE = "\n".join(path.read_text("utf-8") for path in SOURCES if not path.name.startswith("words_"))


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
    "figures.",
    "called.group.",
    "rates.",
    "entity.label.",
    "front.order.",
    "marks.",
    "edit.work.",
    "sayings.alteration.",
    "coverage.status.",
    "coverage.differs_in.",
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


# --- other languages -------------------------------------------------------------------------------------------

OTHERS = [words for words in CATALOGUES.values() if words is not ENGLISH]


def _values(phrase):
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}


@pytest.mark.parametrize("words", OTHERS, ids=lambda words: words.language)
def test_another_catalogue_is_complete_and_takes_the_same_values(words):
    assert words.phrases.keys() == ENGLISH.phrases.keys()
    assert words.terms == ENGLISH.terms
    for key, phrase in ENGLISH.phrases.items():
        other = words.phrases[key]
        assert _values(other) == _values(phrase), key
        assert set(re.findall(r"\|([a-z_]+)\]\]", other)) == set(re.findall(r"\|([a-z_]+)\]\]", phrase)), key
        commands = [re.findall(r"`(firsthand [^`]+)`", each) for each in (phrase, other)]
        assert commands[0] == commands[1], key


def test_the_other_catalogue_is_no_copy():
    for words in OTHERS:
        same = [
            key
            for key, phrase in ENGLISH.phrases.items()
            if phrase == words.phrases[key] and len(re.sub(r"\{[a-z_]+\}", "", phrase)) > 25
        ]
        assert same == []


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT,de;q=0.9,en;q=0.5", "de"),
        ("fr,en;q=0.3,de;q=0.8", "de"),
        ("en,de", "en"),
        ("de;q=0,en", "en"),
        ("fr", "en"),
        ("DE", "de"),
        ("*", "en"),
        ("de;q=x,\x00,;;,,", "en"),
        ("x" * 10_000, "en"),
    ],
)
def test_the_browser_chooses_the_language(accepted, language):
    assert choose_words(accepted).language == language
