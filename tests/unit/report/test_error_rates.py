"""The published error rates: what is shown is what was measured, what is held, and what the documents say."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

from firsthand.report import CATALOGUES, ReportOptions, render_report
from firsthand.report.error_rates import ERROR_RATES, say_rate

ROOT = Path(__file__).parents[3]
SETS = {each["name"]: each for each in tomllib.loads((ROOT / "tests/quality/floors.toml").read_text("utf-8"))["set"]}
SECTIONS = sorted({rate.section for rate in ERROR_RATES})
NEAR = 0.005  # what moves a figure by less changes nothing that is shown
SLACK = 0.03  # a floor stands a little below what was measured


@pytest.mark.parametrize("rate", ERROR_RATES, ids=lambda rate: f"{rate.section}-{rate.name}")
def test_a_figure_stands_in_the_document_that_it_names(rate):
    published = re.findall(r"(?<![\d.])\d*\.?\d+(?!\d)", (ROOT / "docs" / rate.document).read_text("utf-8"))
    if "." in rate.printed:
        assert any(abs(float(rate.printed) - float(each)) <= NEAR for each in published if "." in each)
    else:
        assert rate.printed in published


@pytest.mark.parametrize("rate", [each for each in ERROR_RATES if each.floor], ids=lambda rate: "-".join(rate.floor))
def test_no_figure_is_better_than_what_the_floors_hold(rate):
    name, measure = rate.floor
    held, value = SETS[name], float(rate.printed)
    if measure in held.get("ceilings", {}):
        assert held["ceilings"][measure] <= value
    else:
        assert held["floors"][measure] <= value <= held["floors"][measure] + SLACK


@pytest.mark.parametrize("words", CATALOGUES.values(), ids=lambda words: words.language)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_says_each_of_its_figures(words, section):
    values = {rate.name: rate.shown for rate in ERROR_RATES if rate.section == section}
    asked = {name for _, name, _, _ in string.Formatter().parse(words.phrases[f"rates.{section}"]) if name}
    assert asked == values.keys()
    assert all(value in say_rate(section, words) for value in values.values())


def test_shares_are_of_a_hundred_and_cases_as_they_are():
    shown = {(rate.section, rate.name): rate.shown for rate in ERROR_RATES}
    assert shown["figures", "relation"] == "90"
    assert shown["timeline", "right"] == "57"


def test_what_was_not_measured_says_so():
    assert "not been measured" in say_rate("called", CATALOGUES["en"])


def test_every_section_of_a_story_says_how_often_it_is_right(invented, parse):
    page = parse(render_report([invented.FULL_DOSSIER], ReportOptions()))
    said = {" ".join(line.text_content().split()) for line in page.xpath("//p[contains(@class, 'rate')]")}
    for section in [*SECTIONS, "called"]:
        expected = " ".join(str(say_rate(section, CATALOGUES["en"])).split())
        assert any(expected in line for line in said), section
