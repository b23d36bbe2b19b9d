"""What the terminal shows of the statements of a story."""

from __future__ import annotations

import pytest

from firsthand.cli.statement_view import print_statements
from firsthand.model import (
    ArticleRow,
    Coverage,
    Dossier,
    Source,
    Span,
    Statement,
    StatementDifference,
    StatementSentence,
    Story,
)

TEXTS = {
    "a": "Mara Brill was taken to hospital with serious burns.",
    "b": "Mara Brill was taken to hospital with minor burns.",
}


def make_dossier(origins: tuple[str, ...], statuses: dict[str, str], *, differs: bool = False) -> Dossier:
    rows = tuple(
        ArticleRow(article=name, text=text, source=Source(sha256="", bytes_kept=0)) for name, text in TEXTS.items()
    )
    difference = StatementDifference(kind="degree", a="a", a_span=Span(38, 45), b="b", b_span=Span(38, 43))
    statement = Statement(
        statement="statement-1",
        stories=("s-1",),
        relation="differs" if differs else "same",
        sentences=tuple(
            StatementSentence(article=name, origin=None, span=Span(0, len(text))) for name, text in TEXTS.items()
        ),
        origins=origins,
        outlets=(),
        rests_on="Tom Haddan",
        differs_in=("degree",) if differs else (),
        differences=(difference, difference) if differs else (),
    )
    coverage = tuple(
        Coverage(story="s-1", statement="statement-1", outlet=outlet, status=status)
        for outlet, status in statuses.items()
    )
    story = Story(story="s-1", title="t", title_article="a", articles=("a", "b"), members=())
    return Dossier(story=story, articles=rows, statements=(statement,), coverage=coverage)


def test_what_several_origins_tell_and_who_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    statuses = {"Echo": "cut", "Post": "not mentioned", "Wire": "reported", "Sun": "unknown"}
    print_statements(make_dossier(("o-1", "o-2"), statuses), {"a": "Wire"})
    shown = " ".join(capsys.readouterr().out.split())
    assert "What several origins tell" in shown
    assert "Tom Haddan" in shown
    assert "cut: Echo; not mentioned: Post" in shown
    assert "Sun" not in shown
    assert "differs in" not in shown


def test_words_that_differ_stand_once_with_those_who_print_them(capsys: pytest.CaptureFixture[str]) -> None:
    print_statements(make_dossier(("o-1", "o-2"), {}, differs=True), {"a": "Wire", "b": "Echo"})
    shown = " ".join(capsys.readouterr().out.split())
    assert shown.count("“serious” (Wire)") == 1
    assert "“minor” (Echo)" in shown


def test_what_one_origin_tells_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    print_statements(make_dossier(("o-1",), {}), {})
    shown = capsys.readouterr().out
    assert "Not shown: 1 statements" in shown
    assert "Mara" not in shown


def test_nothing_where_there_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    dossier = make_dossier(("o-1",), {})
    print_statements(Dossier(story=dossier.story, articles=dossier.articles), {})
    assert capsys.readouterr().out == ""
