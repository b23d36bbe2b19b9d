"""`firsthand fetch` as people run it, against a server of our own on loopback."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.unit.sources.hostile_server import STORY, HostileServer, answer, redirect

import firsthand
from firsthand.errors import ArchiveError, ConfigError

ALLOWED = ("--set", "fetch.allow_private=true", "--set", "fetch.pause_s=0", "--workers", "1", "--annotate", "later")
SETTINGS = {"fetch.allow_private": True, "fetch.pause_s": 0.0}
EVIL = "\x1b]0;owned\x07\x1b[31m"
FERRY = STORY.replace("Velmora", "Norhaven").replace("VELMORA", "NORHAVEN").replace("bridge", "ferry")


def command(archive: Path, *words: object) -> list[str]:
    return [sys.executable, "-m", "firsthand.cli", "fetch", str(archive), *map(str, words)]


def fetch(archive: Path, *words: object, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(archive, *words), input=given, capture_output=True, text=True, timeout=120, check=False
    )


def articles(archive: Path) -> dict[str, object]:
    with firsthand.open(archive) as opened:
        return {each.url: each for each in opened.articles()}


def rejections(archive: Path) -> dict[str, str]:
    with firsthand.open(archive) as opened:
        return {each.input: each.reason for each in opened.records("rejections")}


@pytest.fixture
def server():
    with HostileServer() as running:
        running.answers["/bridge"] = answer(STORY, Set_Cookie="id=1")
        running.answers["/ferry"] = answer(FERRY)
        yield running


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "news.firsthand"


def saved_files(archive: Path) -> list[Path]:
    return sorted(archive.with_name("news.fetched").glob("*.warc.gz"))


def test_a_list_of_tabs_becomes_articles_with_their_time_and_record(server, archive, tmp_path):
    listed = tmp_path / "tabs.txt"
    listed.write_text(
        f"# tabs\n- <{server.url('/bridge')}>\n{server.url('/ferry')} | Ferry\n\n{server.url('/bridge')}\n"
    )
    result = fetch(archive, listed, *ALLOWED)
    assert (result.returncode, result.stderr.count("saved, ")) == (0, 2), result.stderr
    told = json.loads(result.stdout)
    assert (told["pages_saved"], told["articles_new"], told["rejections"]) == (2, 2, [])
    found = articles(archive)
    assert set(found) == {server.url("/bridge"), server.url("/ferry")}
    (file,) = saved_files(archive)
    assert told["warc"] == str(file)
    for article in found.values():
        assert article.source.path == str(file)
        assert article.source.warc_record.startswith("<urn:uuid:")
        assert article.source.captured.startswith("20")
        assert article.headline.startswith("Harbour")


def test_what_cannot_be_fetched_is_named_by_its_address_and_the_rest_is_in(server, archive, tmp_path):
    server.answers["/gone"] = answer(EVIL, f"404 {EVIL}", Content_Type=EVIL)
    server.answers["/out"] = redirect(f"http://other.example/{EVIL}")
    server.answers["/picture"] = answer(b"\x89PNG", Content_Type="image/png")
    server.answers["/moved"] = redirect("/ferry")
    names = ("gone", "out", "picture", "moved")
    listed = tmp_path / f"tabs{EVIL}.txt"
    listed.write_text(f"junk {EVIL}\n" + "".join(f"{server.url(f'/{name}')}\n" for name in names))
    result = fetch(archive, listed, *ALLOWED)
    assert result.returncode == 1
    for said in (
        "gone: answered 404 Not Found.",
        "out: it sends on to another host",
        "picture: it is image/png",
        "the address holds white space",
    ):
        assert said in result.stderr
    assert set(articles(archive)) == {server.url("/ferry")}
    noted = rejections(archive)
    assert {server.url(f"/{name}") for name in names[:3]} < set(noted)
    assert len(noted) == 4
    for output in (result.stdout, result.stderr):
        assert "\x1b" not in output
        assert "\x07" not in output
    assert "records hold none" not in result.stderr + result.stdout
    assert all("other.example" not in request.split("\r\n")[1] for request in server.requests)


def test_an_address_in_the_own_network_is_not_asked_by_default(server, archive):
    words = (
        server.url("/bridge"),
        f"http://localhost:{server.port}/bridge",
        "http://169.254.169.254/latest",
        "http://[::1]/",
    )
    result = fetch(archive, *words)
    assert result.returncode == 1
    assert result.stderr.count("inside the own machine or network") == 8  # once as it goes, once at the end
    assert server.requests == []
    assert not archive.exists()
    assert saved_files(archive) == []


def test_running_it_again_asks_for_what_is_missing_only(server, archive):
    urls = [server.url("/bridge"), server.url("/ferry"), server.url("/late")]
    assert fetch(archive, *urls, *ALLOWED).returncode == 1
    server.answers["/late"] = answer(STORY.replace("bridge", "market"))
    result = fetch(archive, *urls, *ALLOWED)
    assert result.returncode == 0, result.stderr
    assert "2 of the pages were saved less than 3,600 seconds ago" in result.stderr
    told = json.loads(result.stdout)
    assert (told["pages_saved"], told["pages_kept"], told["articles_new"], told["articles_known"]) == (1, 2, 1, 2)
    assert [server.paths.count(path) for path in ("/bridge", "/ferry", "/late")] == [1, 1, 2]
    assert rejections(archive) == {}
    again = json.loads(fetch(archive, *urls, *ALLOWED, "--again").stdout)
    assert (again["pages_saved"], again["articles_new"]) == (3, 0)
    assert server.paths.count("/bridge") == 2


def test_a_page_that_changed_is_a_version(server, archive):
    fetch(archive, server.url("/bridge"), *ALLOWED)
    server.answers["/bridge"] = answer(STORY.replace("two of its pillars", "three of its pillars"))
    told = json.loads(fetch(archive, server.url("/bridge"), *ALLOWED, "--again").stdout)
    assert (told["articles_new"], told["versions"]) == (1, 1)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_what_was_saved_before_an_interruption_is_added_by_the_next_run(server, archive, stop):
    server.answers["/slow"] = server.hold
    words = (server.url("/bridge"), server.url("/slow"), server.url("/ferry"), *ALLOWED)
    with subprocess.Popen(
        command(archive, *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        for _ in range(600):
            if "/slow" in server.paths or running.poll() is not None:
                break
            time.sleep(0.1)
        running.send_signal(stop)
        _, messages = running.communicate(timeout=60)
    assert len(saved_files(archive)) == 1
    if stop == signal.SIGINT:
        assert running.returncode == 130
        assert "run again: firsthand fetch" in messages
    server.answers["/slow"] = answer(STORY.replace("bridge", "market"))
    told = json.loads(fetch(archive, *words).stdout)
    assert (told["pages_saved"], told["pages_kept"], told["articles_new"]) == (2, 1, 3)
    assert server.paths.count("/bridge") == 1


def test_a_dry_run_lists_the_addresses_and_asks_nothing(server, archive, tmp_path):
    listed = tmp_path / "tabs.txt"
    listed.write_text(f"{server.url('/bridge')}\nnothing\n{server.url('/ferry')}#top\n")
    result = fetch(archive, listed, "--dry-run")
    assert result.returncode == 1
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"url": server.url("/bridge"), "named": f"{listed}:1"},
        {"url": server.url("/ferry"), "named": f"{listed}:3"},
    ]
    assert f"not read: {listed}:2" in result.stderr
    assert (server.requests, archive.exists()) == ([], False)


def test_addresses_on_standard_input_and_a_table(server, archive):
    result = fetch(archive, "-", *ALLOWED, "--format", "table", given=f"{server.url('/bridge')}\n")
    assert result.returncode == 0, result.stderr
    assert "saved before" in result.stdout


def test_quiet_names_only_what_failed(server, archive):
    result = fetch(archive, server.url("/bridge"), server.url("/gone"), *ALLOWED, "-q")
    assert result.stderr == f"not read: {server.url('/gone')}: answered 404 Not Found. Check the address.\n"


def test_nothing_is_asked_for_an_archive_that_cannot_be_written(server, archive, tmp_path):
    archive.write_text("no archive")
    assert fetch(archive, server.url("/bridge"), *ALLOWED).returncode == 3
    assert fetch(tmp_path / "missing" / "a.firsthand", server.url("/bridge"), *ALLOWED).returncode == 3
    assert server.requests == []


def test_a_folder_for_pages_that_cannot_be_made(server, archive):
    archive.with_name("news.fetched").write_text("in the way")
    with (
        firsthand.open(archive, settings=SETTINGS, must_exist=False) as opened,
        pytest.raises(ArchiveError, match=r"news\.fetched"),
    ):
        opened.fetch([server.url("/bridge")])


def test_a_name_of_ours_that_cannot_be_sent_is_wrong_usage(archive):
    opened = firsthand.open(archive, settings={"fetch.user_agent": "a\r\nb"}, must_exist=False)
    with opened, pytest.raises(ConfigError, match="user_agent"):
        opened.fetch(["https://127.0.0.1/a"])


def test_a_page_that_was_removed_does_not_come_back(server, archive):
    fetch(archive, server.url("/bridge"), server.url("/ferry"), *ALLOWED)
    with firsthand.open(archive) as opened:
        opened.remove(url=server.url("/bridge"))
    for more in ((), ("--again",)):
        result = fetch(archive, server.url("/bridge"), server.url("/ferry"), *ALLOWED, *more)
        assert result.returncode == 0, result.stderr
        assert "does not come back" in result.stderr
    assert set(articles(archive)) == {server.url("/ferry")}


def test_the_settings_of_fetch_leave_results_and_the_run_record_alone(server, archive):
    fetch(archive, server.url("/bridge"), *ALLOWED)
    with firsthand.open(archive, settings=SETTINGS) as opened:
        opened.fetch([server.url("/ferry")], annotate="later", workers=1)
    with firsthand.open(archive) as opened:
        opened.add([saved_files(archive)[0]], annotate="later", workers=1)
        assert len({run.settings_digest for run in opened.records("runs")}) == 1
