"""What the terminal shows of one story, however much there is of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.cli.story_view import print_story
from firsthand.model import (
    Annotation,
    ArticleRow,
    Dossier,
    Label,
    Passage,
    PassageKind,
    Source,
    Span,
    Story,
    Wording,
)

TEXT = "The tram left the rails near the old market hall. Nobody was hurt."


def make_dossier(ends: list[int]) -> Dossier:
    rows = tuple(ArticleRow(article=name, text=TEXT, source=Source(sha256="", bytes_kept=0)) for name in ("a", "b"))
    passages = tuple(
        Passage(a="a", b="b", a_span=Span(0, end), b_span=Span(0, end), kind=PassageKind.VERBATIM, similarity=1.0)
        for end in ends
    )
    story = Story(story="s-1", title="t", title_article="a", articles=("a", "b"), members=())
    return Dossier(story=story, articles=rows, passages=passages)


def test_of_very_many_copied_passages_the_longest_are_shown_and_the_others_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_story(make_dossier([49] * 59 + [8] * 20 + [len(TEXT)]), Path("x.firsthand"))
    shown = capsys.readouterr().out
    assert shown.count("word for word") == 60
    assert "Nobody was hurt." in shown
    assert "Not shown: 20 passages, none of them longer. firsthand export x.firsthand passages has all." in shown


def test_few_copied_passages_are_all_shown(capsys: pytest.CaptureFixture[str]) -> None:
    print_story(make_dossier([49, 8]), Path("x.firsthand"))
    shown = capsys.readouterr().out
    assert shown.count("word for word") == 2
    assert "Not shown" not in shown


def test_articles_that_could_not_be_annotated_are_named_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    dossier = make_dossier([])
    dossier.annotations["a"] = Annotation(article="a", skipped="no model for Volapük (vo)")
    dossier.annotations["b"] = Annotation(article="b")
    print_story(dossier, Path("x.firsthand"))
    shown = capsys.readouterr().out
    assert "Not read for names, quotations and times: a. Why: no model for Volapük (vo)." in shown
    assert "not annotated" not in shown


def test_how_a_passage_is_worded_and_who_is_called_what(capsys: pytest.CaptureFixture[str]) -> None:
    wording = Wording(
        story="s-1",
        a="a",
        b="b",
        a_span=Span(0, 20),
        b_span=Span(0, 20),
        direction="unknown",
        only_b=("late",),
        differs=(("the tram", "the \x1b[31mstreetcar"),),
    )
    label = Label(
        stories=("s-1",),
        kind="group",
        subject="strikers",
        words="rebel",
        outlet="Tidewater Post",
        own_words=2,
        quoted=1,
        places=(("a", Span(0, 3)),),
    )
    print_story(replace(make_dossier([]), wordings=(wording,), labels=(label,)), Path("x.firsthand"))
    shown = capsys.readouterr().out
    assert "a: “the tram”  b: “the " in shown
    assert "only b: “late”" in shown
    assert "2 in its own words, 1 quoted" in shown
    assert "\x1b" not in shown
