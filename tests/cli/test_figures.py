"""The figures of a story on a terminal: what differs first, each value with who gives it, hostile text made safe."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.model import Figure, FigureValue, Span

EVIL = "\x1b[31mred\u202e"


def figure(what, relation, *values):
    return Figure(
        figure=f"figure-{what}",
        stories=("s-1",),
        what=what,
        kind="count",
        relation=relation,
        reason=f"The reason for {what}.",
        origins=("o-a", "o-b"),
        values=tuple(
            FigureValue(article=article, origin=f"o-{article}", span=Span(0, 1), value=value, **more)
            for article, value, more in values
        ),
    )


@pytest.fixture(autouse=True)
def wide(archive, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")


@pytest.fixture
def figures(archive):
    archive.dossier = replace(
        archive.dossier,
        figures=(
            figure("boats", "agree", ("a", 2.0, {}), ("b", 2.0, {})),
            figure("dead " + EVIL, "contradiction", ("a", 12.0, {"qualifier": "at least"}), ("b", 1300000.0, {})),
            figure("share", "precision", ("a", 40.5, {"unit": "percent"}), ("elsewhere", "dozens", {})),
        ),
    )


def test_what_differs_stands_first_with_its_reason(terminal, archive, figures):
    out = " ".join(terminal.run("stories", "x.firsthand", "s-1").stdout.split())
    assert out.index("Figures that differ") < out.index("dead") < out.index("Figures that can all hold")
    assert out.index("share") < out.index("boats")
    assert "The reason for dead" in out
    assert "The reason for boats." not in out


def test_each_value_stands_once_with_who_gives_it(terminal, archive, figures):
    out = " ".join(terminal.run("stories", "x.firsthand", "s-1").stdout.split())
    assert "at least 12 (" in out
    assert "1,300,000 (" in out
    assert "40.5% (" in out
    assert out.count("2 (") >= 1
    assert "elsewhere" in out


def test_no_figure_acts_on_the_terminal(terminal, archive, figures):
    out = terminal.run("stories", "x.firsthand", "s-1").stdout
    assert "\x1b[31mred" not in out
    assert "\u202e" not in out


def test_a_story_without_figures_has_no_heading_for_them(terminal, archive):
    assert "Figures" not in terminal.run("stories", "x.firsthand", "s-1").stdout


def test_one_story_as_json_has_its_figures(runner, archive, rows, figures):
    (row,) = rows(runner.run("stories", "x.firsthand", "s-1").stdout)
    assert [each["relation"] for each in row["figures"]] == ["agree", "contradiction", "precision"]
