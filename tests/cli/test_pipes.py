"""The command as people run it: its own process, real pipes, a small archive made here."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request

import jsonschema
import pytest

from firsthand.export import json_schema
from firsthand.model import KINDS


def as_text(block):
    """The paragraphs of `block`, each on one line."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in block.strip().split("\n\n"))


AGENCY = as_text("""
NORHAVEN, May 2 (Reuters) - A ferry with 112 people on board sank off the island of Brevik on Friday, killing
at least twelve, the coastguard said.

The vessel, the Astra Lund, began taking on water forty minutes after it left the harbour of Norhaven and
capsized shortly afterwards, the coastguard said in a statement.

"We are still pulling people out of the water alive," said Ada Lund, the commander of the coastguard. "The sea
is our enemy this morning."

Three naval vessels, two helicopters and a fleet of fishing boats were searching an area of twenty square
miles, and the search was to go on through the night.

(Reporting by Tom Vale; Editing by Mia Roth)
""")
OWN = as_text("""
Twelve people died when the Brevik ferry went down on Friday. Our reporter spoke to families who had come to
the quay of Norhaven before dawn.

"My brother rang me from the deck," said Jonas Eide, a carpenter from Brevik. "Then the line went dead."

The mayor of Norhaven has called a meeting for Monday, at which the owners of the Astra Lund are to answer
questions about the age of the ship.
""")
ELSEWHERE = as_text("""
The parliament of Ostmark voted on Tuesday to raise the price of water by a tenth, after a debate that lasted
until midnight.

Farmers had protested outside the building since Sunday, and their union said it would go to court over the
new law.
""")


def article(name, outlet, text, published, title):
    return {"id": name, "outlet": outlet, "text": text, "published": published, "title": title}


CORPUS = [
    article("wire", "Norhaven Gazette", AGENCY, "2031-05-02T10:00:00+02:00", "Ferry sinks off Brevik, twelve dead"),
    article("copy", "Brevik Courier", AGENCY, "2031-05-02T12:30:00+02:00", "At least twelve die as ferry sinks"),
    article("own", "The Evening Lamp", OWN, "2031-05-02T18:00:00+02:00", "'Then the line went dead': the Brevik ferry"),
    article("other", "Ostmark Herald", ELSEWHERE, "2031-07-15T09:00:00+02:00", "Parliament raises the price of water"),
]


def firsthand(*words, stdin=None, cwd=None, check=None):
    """Run the command; `check` is the exit code that it must have."""
    result = subprocess.run(
        [sys.executable, "-m", "firsthand.cli", *map(str, words)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        timeout=300,
        check=False,
    )
    if check is not None:
        assert result.returncode == check, result.stderr.decode()
    return result


def rows(output):
    return [json.loads(line) for line in output.decode().splitlines()]


@pytest.fixture(scope="session")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "articles.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in CORPUS), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def archive(corpus, tmp_path_factory):
    path = tmp_path_factory.mktemp("archive") / "small.firsthand"
    result = firsthand("add", path, corpus, "--workers", "1", check=0)
    (report,) = rows(result.stdout)
    assert (report["articles_new"], report["rejections"]) == (4, [])
    return path


def test_adding_again_finds_everything_known(archive, corpus):
    (report,) = rows(firsthand("add", archive, corpus, "--workers", "1", "-q", check=0).stdout)
    assert (report["articles_new"], report["articles_known"]) == (0, 4)


def test_stories_and_origins(archive):
    stories = rows(firsthand("stories", archive, check=0).stdout)
    together = {frozenset(story["articles"]) for story in stories}
    assert frozenset({"wire", "copy", "own"}) in together
    assert frozenset({"other"}) in together
    (ferry,) = (story for story in stories if "wire" in story["articles"])
    assert ferry["origins"] == 2
    (told,) = rows(firsthand("stories", archive, ferry["story"], check=0).stdout)
    assert told["headline_number"].startswith("3 articles, 3 known outlets, at most 2 independent origins")
    assert told["passages"]
    table = firsthand("stories", archive, ferry["story"], "--format", "table", check=0).stdout.decode()
    assert "Copied passages" in table
    assert "\x1b" not in table


@pytest.fixture(scope="session")
def exported(archive, tmp_path_factory):
    folder = tmp_path_factory.mktemp("exported")
    firsthand("export", archive, "--all", folder, check=0)
    return folder


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_validates(exported, kind):
    validator = jsonschema.Draft202012Validator(json_schema(kind))
    for row in rows((exported / f"{kind}.jsonl").read_bytes()):
        validator.validate(row)


def test_an_export_is_the_same_twice_and_in_a_pipe(archive, exported, tmp_path):
    firsthand("export", archive, "--all", tmp_path / "again", check=0)
    assert {path.name: path.read_bytes() for path in exported.iterdir()} == {
        path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()
    }
    assert firsthand("export", archive, "passages", check=0).stdout == (exported / "passages.jsonl").read_bytes()


def test_csv_and_parquet_in_pipes(archive):
    assert firsthand("export", archive, "origins", "--format", "csv", check=0).stdout.startswith(b"origin,name,")
    assert firsthand("export", archive, "origins", "--format", "parquet", check=0).stdout[:4] == b"PAR1"


def test_inspect_compare_lineage_search_report(archive, tmp_path):
    (reading,) = rows(firsthand("inspect", archive, "wire", check=0).stdout)
    assert "Reuters" in reading["article"]["agencies"]
    (shared,) = rows(firsthand("compare", archive, "wire", "copy", check=0).stdout)
    assert shared["passages"]
    (pair,) = rows(firsthand("lineage", archive, check=0).stdout)
    assert (pair["a"], pair["b"]) == ("copy", "wire")
    hits = rows(firsthand("search", archive, '"pulling people out"', check=0).stdout)
    assert {hit["article"] for hit in hits} == {"wire", "copy"}
    firsthand("report", archive, "-o", tmp_path / "r.html", check=0)
    assert "<html" in (tmp_path / "r.html").read_text(encoding="utf-8").lower()


def test_files_without_an_archive(tmp_path):
    (tmp_path / "one.txt").write_text(CORPUS[0]["title"] + "\n\n" + AGENCY, encoding="utf-8")
    (tmp_path / "other.txt").write_text(CORPUS[1]["title"] + "\n\n" + AGENCY, encoding="utf-8")
    (reading,) = rows(firsthand("inspect", tmp_path / "one.txt", check=0).stdout)
    assert reading["article"]["article"] == "one"
    (shared,) = rows(firsthand("compare", tmp_path / "one.txt", tmp_path / "other.txt", check=0).stdout)
    assert shared["passages"]
    assert firsthand("inspect", tmp_path / "missing.txt").returncode == 1


def test_articles_on_standard_input_with_a_broken_line(tmp_path):
    lines = "\n".join([json.dumps(CORPUS[2]), "{broken", json.dumps(CORPUS[3])]).encode()
    result = firsthand(
        "add", tmp_path / "x.firsthand", "-", "--workers", "1", "--annotate", "later", stdin=lines, check=1
    )
    (report,) = rows(result.stdout)
    assert report["articles_new"] == 2
    assert len(report["rejections"]) == 1
    assert b"not read: -" in result.stderr


def test_exit_codes(archive, tmp_path):
    (tmp_path / "no.firsthand").write_bytes(b"this is no archive, it is a note" * 50)
    assert firsthand("stories", tmp_path / "missing.firsthand").returncode == 3
    assert firsthand("stories", tmp_path / "no.firsthand").returncode == 3
    assert firsthand("stories", archive, "s-nothing").returncode == 1
    assert firsthand("stories", archive, "--set", "no.such=1").returncode == 2
    assert firsthand("search", archive, "+++").returncode == 2
    assert firsthand("nonsense").returncode == 2
    for words in (["missing.firsthand"], ["no.firsthand"]):
        stderr = firsthand("stories", *words, cwd=tmp_path).stderr.decode()
        assert stderr.startswith("firsthand: ")
        assert "Traceback" not in stderr


def test_a_reader_that_leaves_early(archive):
    command = f"'{sys.executable}' -m firsthand.cli export '{archive}' segments | head -c 1"
    result = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, timeout=60, check=False)
    assert (result.returncode, result.stderr) == (0, b"")


def test_removed_text_is_gone(corpus, tmp_path):
    path = tmp_path / "x.firsthand"
    firsthand("add", path, corpus, "--workers", "1", "--annotate", "later", "-q", check=0)
    assert rows(firsthand("remove", path, "other", "--dry-run", check=0).stdout) == [{"article": "other"}]
    firsthand("remove", path, "other", check=0)
    assert {row["article"] for row in rows(firsthand("export", path, "articles").stdout)} == {"wire", "copy", "own"}
    assert firsthand("remove", path, "other").returncode == 1


def test_an_interrupt_is_130_and_a_second_run_ends_the_work(corpus, tmp_path):
    path = tmp_path / "x.firsthand"
    words = [sys.executable, "-m", "firsthand.cli", "add", str(path), str(corpus), "--workers", "1"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    ) as process:
        process.stderr.readline()  # it has begun to tell what it does
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=120)
    assert process.returncode in {0, 130}, stderr.decode()
    if process.returncode == 130:
        assert b"run again: firsthand add" in stderr
    firsthand("add", path, corpus, "--workers", "1", "-q", check=0)
    assert len(rows(firsthand("export", path, "articles").stdout)) == len(CORPUS)


def test_serve_answers_and_ends_with_ctrl_c(archive):
    words = [sys.executable, "-m", "firsthand.cli", "serve", str(archive), "--port", "0"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        said = process.stderr.readline().decode()
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert address, said
        with urllib.request.urlopen(address.group(), timeout=60) as answer:
            page = answer.read().decode()
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    assert "Ferry" in page or "ferry" in page
    assert (process.returncode, stdout, stderr) == (0, b"", b"")


def test_settings_and_migrate(archive):
    keys = {row["key"] for row in rows(firsthand("settings", archive, check=0).stdout)}
    assert "run.workers" in keys
    assert b"up to date" in firsthand("migrate", archive, check=0).stderr
