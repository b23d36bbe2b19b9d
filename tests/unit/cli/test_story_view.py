"""What the terminal shows of one story, however much there is of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.cli.story_view import print_story
from firsthand.model import Annotation, ArticleRow, Dossier, Passage, PassageKind, Source, Span, Story

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
