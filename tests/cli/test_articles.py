"""Articles looked at and set beside one another: `inspect`, `compare`, `lineage`."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from types import SimpleNamespace

import networkx
import pytest

from firsthand.model import (
    Direction,
    ParagraphChange,
    ParagraphChangeKind,
    PassageKind,
    Span,
    Version,
)


def test_inspect_shows_labels_dates_and_credits(terminal, archive):
    out = terminal.run("inspect", "x", "a").stdout
    for words in ("labels:", "headline", "chosen", "the only day", "no year", "Reuters", "cited", "unknown: no date"):
        assert words in out


def test_inspect_reads_a_file_without_an_archive(runner, archive, rows, tmp_path):
    (tmp_path / "page.txt").write_text("x")
    (row,) = rows(runner.run("inspect", str(tmp_path / "page.txt")).stdout)
    assert [date["chosen"] for date in row["dates"]] == [True, False]
    assert archive.asked("open") == []


def test_inspect_of_an_archive_wants_an_id(runner, archive, tmp_path):
    (tmp_path / "x.firsthand").write_bytes(b"SQLite format 3\0" + b"\0" * 100)
    result = runner.run("inspect", str(tmp_path / "x.firsthand"))
    assert result.exit_code == 2
    assert "name the article" in result.stderr


def test_inspect_tells_what_changed_from_state_to_state(terminal, runner, archive):
    before, now = "Two were hurt. \x1b[2J", "Nine were hurt. \x1b[2J"
    change = ParagraphChange(
        kind=ParagraphChangeKind.REWRITTEN,
        words=now,
        words_before=before,
        span=Span(10, 10 + len(now)),
        span_before=Span(20, 20 + len(before)),
        inserted=(Span(10, 14),),
        deleted=(Span(20, 23),),
    )
    assert "States of this article" not in terminal.run("inspect", "x.firsthand", "a").stdout
    archive.states = (
        Version(article="a", version=1, published="2031-05-02"),
        Version(article="a", version=2, captured="2031-05-03", changes=(change,), small_changes=(("teh", "the"),)),
    )
    out = terminal.run("inspect", "x.firsthand", "a").stdout
    assert "1  2031-05-02: the first state known" in out
    assert "2  time unknown, fetched 2031-05-03: 1 paragraph rewritten; 1 small change set aside" in out
    assert "[Two]" in re.sub(r"\x1b\[[\d;]*m", "", out)
    assert "[Nine]" in re.sub(r"\x1b\[[\d;]*m", "", out)
    assert "set aside: teh -> the" in out
    assert "\x1b[2J" not in out
    assert "version" not in json.loads(runner.run("inspect", "x.firsthand", "a").stdout)


def test_compare_marks_what_differs(terminal, archive):
    out = terminal.run("compare", "one.txt", "other.txt").stdout
    assert "Twelve]" in out
    assert "Thirteen]" in out
    first, shares, had_it, *_ = out.splitlines()
    assert first.startswith("Courier rewrites Gazette")
    assert shares.startswith("50% of the text of Gazette")
    assert "100% of that of Courier" in shares
    assert had_it.startswith("Who had it first: Gazette")
    assert out.index("- later") < out.index("Passages side by side")


def test_compare_takes_files_or_ids(runner, archive, rows):
    (row,) = rows(runner.run("compare", "x.firsthand", "a", "b").stdout)
    assert archive.asked("compare") == [{"a": "a", "b": "b"}]
    assert row["passages"][0]["a_words"].startswith("NORHAVEN")
    assert runner.run("compare", "a").exit_code == 2
    assert runner.run("compare", "a", "b", "c", "d").exit_code == 2


def test_lineage_as_graphs(runner, archive):
    dot = runner.run("lineage", "x", "--format", "dot").stdout
    assert dot.startswith("digraph lineage {")
    assert '"a" -> "b" [label="rewrite, 100%", penwidth=6.0];' in dot
    graph = networkx.parse_graphml(runner.run("lineage", "x", "--format", "graphml", "--story", "s-1").stdout)
    assert list(graph.edges) == [("a", "b")]
    assert graph.edges["a", "b"]["share_of_receiver"] == 1.0
    assert graph.nodes["b"]["outlet"] == "Courier"


def test_lineage_for_people_begins_with_the_headline_number(terminal, archive):
    for words, headline in (
        (["x"], "2 articles, 2 known outlets, 1 story, at most 2 independent origins."),
        (["x", "--story", "s-1"], "2 articles, 2 known outlets, at most 2 independent origins, one of them mixed."),
    ):
        lines = terminal.run("lineage", *words).stdout.splitlines()
        assert lines[0] == headline
        assert lines[1] == "1 pair shares text: 1 one from the other."
        assert "Courier rewrites Gazette" in " ".join(lines)
        assert "later" in " ".join(lines)


@pytest.mark.parametrize("columns", [80, 120])
def test_the_table_of_lineage_fits_the_screen(terminal, archive, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    link = archive.dossier.lineages[0]
    long_words = ("reason " * 60, "w" * 300)
    archive.dossier = replace(archive.dossier, lineages=(replace(link, evidence=long_words),))
    shown = terminal.run("lineage", "x", "--story", "s-1").stdout
    lines = re.sub("\x1b\\[[0-9;]*m", "", shown).splitlines()
    assert max(map(len, lines)) <= columns
    assert len(lines) < 30


def test_lineage_without_a_pair_says_so(terminal, archive):
    archive.dossier = replace(archive.dossier, lineages=())
    assert "each stands on its own" in terminal.run("lineage", "x", "--story", "s-1").stdout


def test_lineage_as_rows_keeps_the_records(runner, archive, rows):
    (row,) = rows(runner.run("lineage", "x").stdout)
    assert (row["a"], row["b"], row["containment_a"]) == ("a", "b", 0.5)
    assert runner.run("lineage", "x", "--format", "csv").stdout.startswith("a,b,relation")


def test_compare_sets_captions_apart(terminal, archive):
    caption = replace(archive.dossier.passages[0], kind=PassageKind.CAPTION)
    link = replace(archive.dossier.lineages[0], containment_a=0.0, containment_b=0.0, direction=Direction.UNKNOWN)
    a, b = archive.dossier.articles
    archive.compare = lambda *_: SimpleNamespace(a=a, b=b, passages=(caption,), lineages=(link,), wordings=())
    out = terminal.run("compare", "x", "a", "b").stdout
    assert out.startswith("They share captions of pictures only.")
    assert "Captions of pictures that both print" in out
    assert "Passages side by side" not in out
    assert "Who had it first: unknown" in out


def test_compare_of_an_archive_wants_two_ids(runner, archive, tmp_path):
    (tmp_path / "x.firsthand").write_bytes(b"SQLite format 3\0" + b"\0" * 100)
    result = runner.run("compare", str(tmp_path / "x.firsthand"), "a")
    assert result.exit_code == 2
    assert "give two article ids" in result.stderr


def test_compare_writes_a_page(runner, archive, rows, tmp_path):
    target = tmp_path / "pair.html"
    result = runner.run("compare", "x", "a", "b", "-o", str(target))
    assert rows(result.stdout)
    assert f"Open {target}" in result.stderr
    page = target.read_text("utf-8")
    assert "<mark" in page
    assert "<script" not in page
    assert "\x1b" not in page
    assert runner.run("compare", "x", "a", "b", "-o", str(tmp_path / "no" / "p.html")).exit_code == 2


def test_compare_without_copied_text_does_not_say_that_nothing_is_shared(terminal, archive):
    a, b = archive.dossier.articles
    archive.compare = lambda one, other: SimpleNamespace(a=a, b=b, passages=(), lineages=(), wordings=())
    assert "Quotations and stock phrases" in terminal.run("compare", "x", "a", "b").stdout


@pytest.mark.parametrize(
    ("direction", "via", "short", "sentence"),
    [
        ("a->b", None, "b from a", "b rewrites a"),
        ("b->a", "Reuters", "a from b, by way of Reuters", "a rewrites b, by way of Reuters"),
        ("common source", "Reuters", "both from Reuters", "Both have it from Reuters"),
        ("common source", None, "both from a third text", "Both have it from a third text"),
        ("unknown", None, "order not known", "They share text; who had it first is not known"),
    ],
)
def test_who_has_it_from_whom_in_words(archive, direction, via, short, sentence):
    from firsthand.cli.story_view import direction_words, relation_words
    from firsthand.model import Direction

    pair = replace(archive.dossier.lineages[0], direction=Direction(direction), via=via)
    assert (direction_words(pair), relation_words(pair)) == (short, sentence)
