"""docs/command-line.md names every verb and every option, and nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from firsthand.cli import VERBS, firsthand
from firsthand.sources.fields import FIELDS

PAGE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
COMMON = {"--format", "-q", "--quiet", "-v", "--verbose", "--log", "--workers", "--set", "-h", "--help"}


def command(verb):
    found = firsthand.get_command(click.Context(firsthand), verb)
    assert found is not None
    return found


def section(verb):
    match = re.search(rf"^(##+) {verb}\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert match, f"docs/command-line.md has no section on {verb}"
    return match.group(2)


def own_options(verb):
    options = [parameter for parameter in command(verb).params if isinstance(parameter, click.Option)]
    return {name for option in options for name in [*option.opts, *option.secondary_opts]} - COMMON


@pytest.mark.parametrize("verb", VERBS)
def test_every_option_is_documented(verb):
    text = section(verb)
    for option in own_options(verb):
        assert re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", text), f"{verb} {option} is not documented"


@pytest.mark.parametrize("verb", VERBS)
def test_no_option_is_documented_that_is_not_there(verb):
    usage = section(verb)
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", usage))
    assert named <= own_options(verb) | COMMON


@pytest.mark.parametrize("verb", VERBS)
def test_the_example_is_that_of_the_help_text(verb):
    example = re.search(r"^Example: `(.+)`$", section(verb), re.MULTILINE)
    assert example, f"no example for {verb}"
    assert f"Example: {example.group(1)}" in command(verb).epilog


@pytest.mark.parametrize("field", FIELDS)
def test_every_name_of_a_json_field_is_listed_in_its_order(field):
    listed = [re.findall(r"`([^`]+)`", row) for row in re.findall(r"^\|.+\|$", section("add"), re.MULTILINE)]
    assert list(FIELDS[field]) in listed


def test_common_flags_are_documented():
    text = section("Flags that every verb takes")
    for flag in COMMON:
        assert f"`{flag}" in text, flag


def test_every_section_is_a_verb():
    headings = set(re.findall(r"^##+ (\w+)$", PAGE, re.MULTILINE))
    assert headings == set(VERBS)


@pytest.mark.parametrize("verb", [verb for verb in VERBS if VERBS[verb] != "later"])
def test_every_verb_takes_the_common_flags(verb):
    names = {name for parameter in command(verb).params for name in parameter.opts}
    assert names >= COMMON - {"-h", "--help"}
