"""Each verb: what it asks of the archive, what it prints where, and its exit code."""

from __future__ import annotations

import csv
import io
import json
import re
import socket
from dataclasses import replace
from types import SimpleNamespace

import networkx
import pytest

from firsthand.cli import VERBS
from firsthand.errors import (
    ArchiveError,
    ArchiveLockedError,
    ArchiveVersionError,
    ConfigError,
    FirsthandError,
    InputError,
    MissingExtraError,
)
from firsthand.model import (
    KINDS,
    Direction,
    ParagraphChange,
    ParagraphChangeKind,
    PassageKind,
    Rejection,
    Span,
    Version,
)

HOSTILE = ("\x1b", "\x9b", "\u202e")


def asked(archive, name):
    return [arguments for call, arguments in archive.calls if call == name]


# --- results on standard output, messages on standard error ------------------------------------------------------


def test_stories_are_json_lines_in_a_pipe(runner, archive, rows):
    result = runner.run("stories", "x.firsthand")
    assert result.exit_code == 0
    assert [row["story"] for row in rows(result.stdout)] == ["s-1"]
    assert result.stderr == ""


def test_stories_are_a_table_on_a_terminal(terminal, archive):
    result = terminal.run("stories", "x.firsthand")
    assert "origins (at" in result.stdout
    assert "s-1" in result.stdout
    assert not result.stdout.startswith("{")


def test_stories_with_the_most_origins_come_first(runner, archive, rows):
    one = archive.dossier.story
    archive.stories = lambda: iter([replace(one, story=f"s-{count}", origins=count) for count in (1, 3, 2)])
    assert [row["origins"] for row in rows(runner.run("stories", "x.firsthand").stdout)] == [3, 2, 1]


def test_nothing_found_is_said_without_an_empty_table(terminal, archive):
    archive.search = lambda query, limit: []
    result = terminal.run("search", "x.firsthand", "nothing")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing found." in result.stderr


def test_stories_as_csv(runner, archive):
    (row,) = csv.DictReader(io.StringIO(runner.run("stories", "x.firsthand", "--format", "csv").stdout, newline=""))
    assert row["story"] == "s-1"
    assert json.loads(row["articles"]) == ["a", "b"]


def test_one_story_for_people(terminal, archive):
    out = terminal.run("stories", "x.firsthand", "s-1").stdout
    assert "2 articles, 2 known outlets, at most 2 independent origins, one of them mixed." in out
    assert "Twelve died on Friday" in out
    assert "Ada Lund" in out
    assert "“The sea was rough" in out
    assert "90% alike, b from a" in out
    assert "1 of 2 articles are not annotated" in out


def test_a_story_for_people_tells_equal_words_once_and_counts_indirect_speech(terminal, archive):
    first = archive.dossier.annotations["a"].quotations[0]
    reported = replace(first, quotation="q2", kind="indirect")
    copy = replace(archive.dossier.articles[0], article="c", outlet=None)
    archive.dossier = replace(
        archive.dossier,
        articles=(*archive.dossier.articles, copy),
        annotations={
            "a": replace(archive.dossier.annotations["a"], quotations=(first, reported)),
            "c": replace(archive.dossier.annotations["a"], article="c", quotations=(replace(first, article="c"),)),
        },
        timeline=(replace(archive.dossier.timeline[0], supports=(("c", first.span),)),),
    )
    out = terminal.run("stories", "x.firsthand", "s-1").stdout
    assert out.count("“The sea was rough") == 1
    assert "[a], c\n" in out.replace("\r", "")
    assert "a, c" in out.split("Quotations by speaker")[0]
    assert "Not shown: 1 in indirect speech. firsthand export x.firsthand quotations has all." in out


def test_a_dry_run_tells_what_it_knows_and_no_more(terminal, archive):
    archive.added.estimate = "About 3 hours."
    result = terminal.run("add", "x.firsthand", "in", "--dry-run")
    assert "could be read" in result.stdout
    assert "stories" not in result.stdout
    assert "About 3 hours." in result.stderr


def test_one_story_as_json_has_the_words_of_its_spans(runner, archive, rows):
    (row,) = rows(runner.run("stories", "x.firsthand", "s-1").stdout)
    assert row["headline_number"].startswith("2 articles")
    assert row["timeline"][0]["words"].startswith("NORHAVEN - Twelve")
    assert row["passages"][0]["b_words"] == "NORHAVEN - Thirteen died on Friday."
    assert row["quotations"][0]["speaker_name"] == "Ada Lund"
    assert [origin["mixed"] for origin in row["origins"]] == [False, True]


def test_an_unknown_story_is_one_line_with_the_mend(runner, archive):
    result = runner.run("stories", "x.firsthand", "nope")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "firsthand: There is no story nope. List them.\n"


# --- hostile texts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ["stories", "x"],
        ["stories", "x", "s-1"],
        ["inspect", "x", "a"],
        ["compare", "x", "a", "b"],
        ["search", "x", "ferry"],
        ["lineage", "x"],
        ["lineage", "x", "--format", "dot"],
        ["lineage", "x", "--format", "graphml"],
        ["stories", "x", "--format", "jsonl"],
        ["stories", "x", "s-1", "--format", "csv"],
        ["search", "x", "ferry", "--format", "csv"],
        ["export", "x", "articles"],
        ["export", "x", "articles", "--format", "csv"],
        ["export", "x", "stories"],
    ],
)
def test_no_text_acts_on_a_terminal(terminal, archive, words):
    result = terminal.run(*words)
    assert result.exit_code == 0
    assert "\x1b[31mred" not in result.stdout
    out = re.sub(r"\x1b\[[\d;]*m", "", result.stdout)  # the colours of our own tables
    assert "ferry" in out.lower() or "rewrite" in out
    for character in HOSTILE:
        assert character not in out


def test_json_on_a_terminal_has_the_same_values(terminal, runner, archive, rows):
    assert rows(terminal.run("export", "x", "articles").stdout) == rows(runner.run("export", "x", "articles").stdout)


def test_errors_are_made_safe_too(runner, archive):
    archive.failure = InputError("bad \x1b[2J\u202ename", "mend")
    assert not any(character in runner.run("stories", "x").stderr for character in HOSTILE)


# --- add ----------------------------------------------------------------------------------------------------------


def test_add_hands_on_what_it_was_told(runner, archive, rows):
    result = runner.run(
        "add", "new.firsthand", "in.jsonl", "-", "--annotate", "later", "--workers", "3", "--set", "lineage.shortest=9"
    )
    assert result.exit_code == 0
    assert asked(archive, "add") == [{"paths": ["in.jsonl", "-"], "annotate": "later", "dry_run": False, "workers": 3}]
    (opened,) = asked(archive, "open")
    assert opened["must_exist"] is False
    assert opened["settings"] == {"lineage.shortest": "9"}
    assert rows(result.stdout)[0]["articles_new"] == 2


def test_short_work_says_nothing_of_its_progress(runner, archive):
    result = runner.run("add", "x", "in")
    assert result.stderr.splitlines() == ["about a minute"]


def test_progress_is_plain_lines_when_no_terminal_watches(runner, archive, monkeypatch):
    monkeypatch.setattr("firsthand.cli.messages._LINE_EVERY_S", 0.0)
    result = runner.run("add", "x", "in")
    assert result.stderr.splitlines()[-1] == "reading: done (2)"
    assert "reading: 2 of 2" in result.stderr
    assert "reading" not in result.stdout


def test_progress_is_bars_on_a_terminal(terminal, archive):
    result = terminal.run("add", "x", "in")
    assert "about a minute" in result.stderr
    assert "2/2" in result.stderr


def test_quiet_says_nothing_but_names_what_could_not_be_read(runner, archive):
    archive.added.rejections = (Rejection(input="in/bad.jsonl:3", stage="sources", reason="not JSON"),)
    archive.added.set_aside = (Rejection(input="in/empty.txt", stage="reading", reason="no article"),)
    result = runner.run("add", "x", "in", "-q")
    assert result.exit_code == 1
    assert result.stderr == "not read: in/bad.jsonl:3: not JSON\n"


def test_a_text_set_aside_is_told_and_is_no_failure(runner, archive):
    archive.added.set_aside = (Rejection(input="in/empty.txt", stage="reading", reason="no article"),)
    result = runner.run("add", "x", "in")
    assert result.exit_code == 0
    assert "set aside: in/empty.txt: no article" in result.stderr


def test_a_long_list_of_rejections_is_cut(runner, archive):
    archive.added.rejections = tuple(Rejection(input=f"in-{place}", stage="s", reason="r") for place in range(60))
    stderr = runner.run("add", "x", "in").stderr
    assert stderr.count("not read:") == 50
    assert "and 10 more: firsthand export x rejections" in stderr


# --- the other verbs ----------------------------------------------------------------------------------------------


def test_inspect_shows_labels_dates_and_credits(terminal, archive):
    out = terminal.run("inspect", "x", "a").stdout
    for words in ("labels:", "headline", "chosen", "the only day", "no year", "Reuters", "cited", "unknown: no date"):
        assert words in out


def test_inspect_reads_a_file_without_an_archive(runner, archive, rows, tmp_path):
    (tmp_path / "page.txt").write_text("x")
    (row,) = rows(runner.run("inspect", str(tmp_path / "page.txt")).stdout)
    assert [date["chosen"] for date in row["dates"]] == [True, False]
    assert asked(archive, "open") == []


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
    assert asked(archive, "compare") == [{"a": "a", "b": "b"}]
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


def test_a_story_for_people_names_the_articles_that_changed(terminal, archive):
    assert "Changed after publication" not in terminal.run("stories", "x", "s-1").stdout
    states = (Version(article="a", version=1), Version(article="a", version=2))
    archive.dossier = replace(archive.dossier, versions={"a": states})
    assert "Changed after publication: a (2 states)." in terminal.run("stories", "x", "s-1").stdout


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


def test_search_joins_the_words(runner, archive, rows):
    result = runner.run("search", "x", "ferry", "don't", "--limit", "3")
    assert asked(archive, "search") == [{"query": "ferry don't", "limit": 3}]
    assert rows(result.stdout)[0]["snippet_span"] == [0, 40]


def test_report_on_a_terminal_is_one_line(terminal, archive, tmp_path):
    result = terminal.run("report", "x", "-o", str(tmp_path / "r.html"))
    assert (result.stdout, result.stderr) == ("", f"Open {tmp_path / 'r.html'} in a browser.\n")


def test_compare_without_copied_text_does_not_say_that_nothing_is_shared(terminal, archive):
    a, b = archive.dossier.articles
    archive.compare = lambda one, other: SimpleNamespace(a=a, b=b, passages=(), lineages=(), wordings=())
    assert "Quotations and stock phrases" in terminal.run("compare", "x", "a", "b").stdout


def test_report_writes_where_it_is_told(runner, archive, tmp_path):
    target = tmp_path / "r.html"
    result = runner.run("report", "x", "--story", "s-1", "--excerpts", "50", "--full-text", "-o", str(target))
    assert asked(archive, "report") == [{"story": "s-1", "excerpt_characters": 50, "full_text": True}]
    assert target.exists()
    assert f"Open {target}" in result.stderr


@pytest.mark.parametrize("verb", ["report", "export"])
def test_a_file_that_cannot_be_made_is_wrong_usage(runner, archive, tmp_path, verb):
    kind = ["stories"] if verb == "export" else []
    assert runner.run(verb, "x", *kind, "-o", str(tmp_path / "no" / "r")).exit_code == 2
    assert asked(archive, "open") == []


def test_export_to_standard_output_is_the_bytes_of_the_file(runner, archive, tmp_path):
    for format_ in ("jsonl", "csv", "parquet"):
        target = tmp_path / f"out.{format_}"
        assert runner.run("export", "x", "stories", "-o", str(target)).exit_code == 0
        assert runner.run("export", "x", "stories", "--format", format_).stdout_bytes == target.read_bytes()


def test_export_all_writes_every_kind(runner, archive, tmp_path):
    result = runner.run("export", "x", "--all", str(tmp_path / "new" / "folder"))
    assert result.exit_code == 0
    assert {path.name for path in (tmp_path / "new" / "folder").iterdir()} == {f"{kind}.jsonl" for kind in KINDS}


@pytest.mark.parametrize(
    "words", [[], ["stories", "--all", "d"], ["novels"], ["--all", "d", "-o", "f"], ["stories", "--format", "table"]]
)
def test_export_of_nothing_or_too_much_is_wrong_usage(runner, archive, words):
    assert runner.run("export", "x", *words).exit_code == 2


def test_parquet_is_not_for_a_terminal(terminal, archive):
    result = terminal.run("export", "x", "stories", "--format", "parquet")
    assert result.exit_code == 2
    assert "-o FILE" in result.stderr


def test_remove_takes_exactly_one_choice(runner, archive, rows):
    for words in ([], ["a", "--outlet", "b"], ["--outlet", "b", "--url", "c"]):
        assert runner.run("remove", "x", *words).exit_code == 2
    result = runner.run("remove", "x", "--outlet", "Gazette", "--dry-run")
    assert asked(archive, "remove") == [{"article": None, "outlet": "Gazette", "url": None, "dry_run": True}]
    assert rows(result.stdout) == [{"article": "a"}, {"article": "b"}]
    assert "2 articles would be removed; nothing was changed." in result.stderr


def test_settings_with_and_without_an_archive(runner, archive, rows):
    for words in (["settings"], ["settings", "x"]):
        assert rows(runner.run(*words).stdout) == [
            {
                "key": "lineage.shortest",
                "value": 8,
                "source": "default",
                "description": "Words of the shortest passage.",
            }
        ]


def test_migrate_says_that_nothing_was_to_do(runner, archive):
    result = runner.run("migrate", "x")
    assert result.exit_code == 0
    assert "up to date" in result.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "news.example"])
def test_serve_refuses_other_machines_without_a_token(runner, archive, host):
    result = runner.run("serve", "x", "--host", host)
    assert result.exit_code == 2
    assert "token" in result.stderr
    assert asked(archive, "open") == []


def test_serve_tells_a_port_in_use_before_anything_is_served(runner, archive):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = runner.run("serve", "x", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert "Cannot listen on 127.0.0.1 port" in result.stderr


def test_editing_comes_later(runner, archive):
    assert runner.run("serve", "x", "--edit").exit_code == 2


@pytest.mark.parametrize("verb", ["evidence"])
def test_verbs_of_later_releases_say_so(runner, archive, verb):
    result = runner.run(verb, "x", "--story", "y", "-o", "z")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "later release" in result.stderr


# --- errors and exit codes ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ArchiveError("broken", "mend"), 3),
        (ArchiveLockedError("locked"), 3),
        (ArchiveVersionError("old", "firsthand migrate x"), 3),
        (ConfigError("no such setting"), 2),
        (MissingExtraError("not installed"), 2),
        (InputError("no such article"), 1),
        (FirsthandError("disk full"), 1),
    ],
)
def test_an_error_is_one_line_and_its_exit_code(runner, archive, error, code):
    archive.failure = error
    result = runner.run("stories", "x")
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr == f"firsthand: {error}\n"


def test_verbose_shows_where_it_happened(runner, archive):
    archive.failure = ArchiveError("broken", "mend")
    result = runner.run("stories", "x", "-v")
    assert "Traceback" in result.stderr
    assert result.stderr.endswith("firsthand: broken mend\n")


def test_an_interrupt_says_how_to_go_on(runner, archive):
    archive.failure = KeyboardInterrupt()
    result = runner.run("add", "x.firsthand", "my articles")
    assert result.exit_code == 130
    assert result.stderr.endswith("run again: firsthand add x.firsthand 'my articles'\n")
    assert runner.run("stories", "x").stderr == "Interrupted.\n"


def test_a_reader_that_leaves_is_no_error(runner, archive):
    archive.failure = BrokenPipeError()
    result = runner.run("stories", "x")
    assert (result.exit_code, result.stderr) == (0, "")


def test_the_log_file_takes_messages_and_errors(runner, archive, tmp_path):
    log = tmp_path / "log"
    runner.run("add", "x", "in", "-q", "--log", str(log))
    archive.failure = ArchiveError("broken", "mend")
    runner.run("add", "x", "in", "-q", "--log", str(log))
    assert "broken mend" in log.read_text()
    assert runner.run("add", "x", "in", "--log", str(tmp_path / "no" / "log")).exit_code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["add"],
        ["add", "x"],
        ["stories"],
        ["stories", "x", "--set", "novalue"],
        ["add", "x", "y", "--workers", "0"],
    ],
)
def test_wrong_usage_is_2(runner, archive, words):
    assert runner.run(*words).exit_code == 2


def test_the_list_of_verbs_is_not_cut_and_tells_what_is_still_to_come(runner):
    listed = runner.run("--help").stdout
    assert "..." not in listed.replace("[ARGS]...", "")
    here, later = listed.split("Announced, not there yet:")
    for verb, module in VERBS.items():
        assert f"\n  {verb} " in (later if module == "later" else here)


def test_a_verb_with_a_slip_is_suggested(runner):
    result = runner.run("storys", "x")
    assert result.exit_code == 2
    assert "Did you mean stories?" in result.stderr
    assert "Did you mean" not in runner.run("qqqq").stderr


@pytest.mark.parametrize("verb", VERBS)
def test_settings_in_examples_are_settings(runner, verb):
    from firsthand import api

    keys = {row.key for row in api.settings()}
    assert set(re.findall(r"--set ([a-z]\w*\.\w+)=", runner.run(verb, "--help").stdout)) <= keys


@pytest.mark.parametrize("verb", VERBS)
def test_every_help_text_has_an_example(runner, verb):
    result = runner.run(verb, "--help")
    assert result.exit_code == 0
    assert "Example: firsthand " in result.stdout


def test_demo_builds_prints_and_says_how_to_open_it(runner, archive, rows, tmp_path):
    for _ in range(2):
        result = runner.run("demo", "--out", str(tmp_path / "demo"))
        assert result.exit_code == 0
        assert rows(result.stdout)[0]["story"] == "s-1"
        assert (tmp_path / "demo" / "report.html").exists()
        assert "report.html in a browser" in result.stderr
    assert asked(archive, "add")[0]["paths"][0].endswith("articles.jsonl")


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
