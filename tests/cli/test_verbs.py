"""The other verbs: what each asks of the archive, and what it prints where."""

from __future__ import annotations

import socket

import pytest

from firsthand.model import (
    KINDS,
    Rejection,
)


def test_a_dry_run_tells_what_it_knows_and_no_more(terminal, archive):
    archive.added.estimate = "About 3 hours."
    result = terminal.run("add", "x.firsthand", "in", "--dry-run")
    assert "could be read" in result.stdout
    assert "stories" not in result.stdout
    assert "About 3 hours." in result.stderr


def test_add_hands_on_what_it_was_told(runner, archive, rows):
    result = runner.run(
        "add", "new.firsthand", "in.jsonl", "-", "--annotate", "later", "--workers", "3", "--set", "lineage.shortest=9"
    )
    assert result.exit_code == 0
    assert archive.asked("add") == [{"paths": ["in.jsonl", "-"], "annotate": "later", "dry_run": False, "workers": 3}]
    (opened,) = archive.asked("open")
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


def test_search_joins_the_words(runner, archive, rows):
    result = runner.run("search", "x", "ferry", "don't", "--limit", "3")
    assert archive.asked("search") == [{"query": "ferry don't", "limit": 3}]
    assert rows(result.stdout)[0]["snippet_span"] == [0, 40]


def test_report_on_a_terminal_is_one_line(terminal, archive, tmp_path):
    result = terminal.run("report", "x", "-o", str(tmp_path / "r.html"))
    assert (result.stdout, result.stderr) == ("", f"Open {tmp_path / 'r.html'} in a browser.\n")


def test_report_writes_where_it_is_told(runner, archive, tmp_path):
    target = tmp_path / "r.html"
    result = runner.run("report", "x", "--story", "s-1", "--excerpts", "50", "--full-text", "-o", str(target))
    assert archive.asked("report") == [{"story": "s-1", "excerpt_characters": 50, "full_text": True, "language": "en"}]
    assert target.exists()
    assert f"Open {target}" in result.stderr


@pytest.mark.parametrize("verb", ["report", "export"])
def test_a_file_that_cannot_be_made_is_wrong_usage(runner, archive, tmp_path, verb):
    kind = ["stories"] if verb == "export" else []
    assert runner.run(verb, "x", *kind, "-o", str(tmp_path / "no" / "r")).exit_code == 2
    assert archive.asked("open") == []


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
    assert archive.asked("remove") == [{"article": None, "outlet": "Gazette", "url": None, "dry_run": True}]
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
    assert archive.asked("open") == []


def test_serve_tells_a_port_in_use_before_anything_is_served(runner, archive):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = runner.run("serve", "x", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 2
    assert "Cannot listen on 127.0.0.1 port" in result.stderr


def test_demo_builds_prints_and_says_how_to_open_it(runner, archive, rows, tmp_path):
    for _ in range(2):
        result = runner.run("demo", "--out", str(tmp_path / "demo"))
        assert result.exit_code == 0
        assert rows(result.stdout)[0]["story"] == "s-1"
        assert (tmp_path / "demo" / "report.html").exists()
        assert "report.html in a browser" in result.stderr
    assert archive.asked("add")[0]["paths"][0].endswith("articles.jsonl")
