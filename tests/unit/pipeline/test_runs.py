"""Whole runs over the bundled sample: killed and resumed, shuffled, twice at once, removed from."""

from __future__ import annotations

import contextlib
import json
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import firsthand
from firsthand import pipeline
from firsthand.archive import ArchiveWriter
from firsthand.errors import ArchiveLockedError
from firsthand.model import KINDS
from firsthand.pipeline import runs

SAMPLE = Path(firsthand.__file__).parent / "sample" / "articles.jsonl"
LINES = SAMPLE.read_text(encoding="utf-8").splitlines(keepends=True)
# One happening of the sample, enough for every stage to have work.
FEW = [line for line in LINES if json.loads(line)["id"].startswith(("ferry", "stone"))]


def corpus(folder: Path, lines: list[str]) -> Path:
    path = folder / "in.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def build(archive: Path, corpus_path: Path, **options: Any) -> pipeline.AddReport:
    with firsthand.open(archive, must_exist=False) as opened:
        return opened.add([corpus_path], workers=1, **options)


def exports(archive: Path, folder: Path) -> dict[str, bytes]:
    """Every kind as exported, but for the times of runs."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    with firsthand.open(archive) as opened:
        for kind in KINDS:
            if kind != "runs":
                opened.export(kind, folder / f"{kind}.jsonl")
                found[kind] = (folder / f"{kind}.jsonl").read_bytes()
    return found


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """The few articles, annotated, with the corpus file that they came from."""
    folder = tmp_path_factory.mktemp("undisturbed")
    path = corpus(folder, FEW)
    build(folder / "a.firsthand", path)
    return path, exports(folder / "a.firsthand", folder / "out")


def test_every_article_has_one_origin_and_the_stories_count_them(undisturbed: tuple[Path, dict[str, bytes]]) -> None:
    rows = {kind: [json.loads(line) for line in content.splitlines()] for kind, content in undisturbed[1].items()}
    placed = [article for origin in rows["origins"] for article in origin["articles"]]
    with_body = [row["article"] for row in rows["articles"] if row["body"]]
    assert sorted(placed) == sorted(with_body)
    for story in rows["stories"]:
        named = [origin for origin in rows["origins"] if story["story"] in origin["stories"]]
        assert story["origins"] == len(named)
    assert rows["passages"]
    assert rows["timeline"]
    assert rows["quotations"]


def test_the_same_input_shuffled_gives_the_same_bytes(
    undisturbed: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    shuffled = FEW[:]
    random.Random(4).shuffle(shuffled)
    path = corpus(tmp_path, shuffled)
    build(tmp_path / "b.firsthand", path)
    found = exports(tmp_path / "b.firsthand", tmp_path / "out")
    # The file that an article came from is part of its record; the line is not.
    ours, theirs = str(path).encode(), str(undisturbed[0]).encode()
    for kind in set(KINDS) - {"runs"}:
        assert found[kind].replace(ours, theirs) == undisturbed[1][kind], kind


def test_adding_again_changes_nothing(undisturbed: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    path = undisturbed[0]
    build(tmp_path / "b.firsthand", path)
    report = build(tmp_path / "b.firsthand", path)
    assert (report.articles_new, report.articles_known) == (0, len(FEW))
    assert exports(tmp_path / "b.firsthand", tmp_path / "out") == undisturbed[1]


class Killed(BaseException):
    """Stands for the end of the process: nothing may catch it."""


@pytest.mark.parametrize("moment", range(12))
def test_killed_at_any_commit_and_resumed(
    undisturbed: tuple[Path, dict[str, bytes]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """The process ends just before its n-th transaction is committed; the next run ends as an undisturbed one."""
    from firsthand.archive import writer as module

    left = moment
    real = module.transaction

    def dying(connection: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise Killed
        return real(connection)

    archive = tmp_path / "b.firsthand"
    with monkeypatch.context() as patch:
        patch.setattr(module, "transaction", dying)
        with contextlib.suppress(Killed):
            build(archive, undisturbed[0])
    build(archive, undisturbed[0])
    assert exports(archive, tmp_path / "out") == undisturbed[1]
    with firsthand.open(archive) as opened:
        runs = list(opened.runs())
    assert all(run.ended for run in runs)


ADD = """
import sys, firsthand
with firsthand.open(sys.argv[1], must_exist=False) as opened:
    opened.add(sys.argv[2:], workers=1, annotate="later")
"""


def add_process(archive: Path, path: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", ADD, str(archive), str(path)], stderr=subprocess.PIPE)


def test_a_killed_process_leaves_an_archive_that_resumes(tmp_path: Path) -> None:
    path = corpus(tmp_path, LINES)
    build(tmp_path / "whole.firsthand", path, annotate="later")
    expected = exports(tmp_path / "whole.firsthand", tmp_path / "whole")
    archive = tmp_path / "killed.firsthand"
    for pause in (0.9, 1.6, 2.4):
        process = add_process(archive, path)
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    build(archive, path, annotate="later")
    assert exports(archive, tmp_path / "out") == expected


def test_two_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    half = len(LINES) // 2
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first, second = corpus(tmp_path / "one", LINES[:half]), corpus(tmp_path / "two", LINES[half:])
    archive = tmp_path / "a.firsthand"
    processes = [add_process(archive, path) for path in (first, second)]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode()
    with firsthand.open(archive) as opened:
        assert opened.counts()["articles"] == len(LINES)
        assert len(list(opened.runs())) == 2
    assert not archive.with_name("a.firsthand.lock").exists()


def test_a_writer_that_will_not_wait_is_told(tmp_path: Path) -> None:
    from firsthand.archive import hold_writer_lock

    path = corpus(tmp_path, FEW[:2])
    archive = tmp_path / "a.firsthand"
    with (
        hold_writer_lock(archive, 0),
        firsthand.open(archive, settings={"run.wait_s": 0.2}, must_exist=False) as opened,
        pytest.raises(ArchiveLockedError),
    ):
        opened.add([path])


def test_remove_leaves_no_trace(tmp_path: Path) -> None:
    path = corpus(tmp_path, FEW)
    archive = tmp_path / "a.firsthand"
    build(archive, path)
    gone = "stone-lantern-1"
    with firsthand.open(archive) as opened:
        text = opened.article(gone).text
        others = "\n".join(row.text for row in opened.articles() if row.article != gone)
        kept_ids = {story.story for story in opened.stories()}
        assert opened.remove(gone) == (gone,)
        assert gone not in [row.article for row in opened.articles()]
        for kind in set(KINDS) - {"runs"}:
            assert all(gone not in json.dumps(_plain(record)) for record in opened.records(kind)), kind
        assert {story.story for story in opened.stories()} <= kept_ids
    content = archive.read_bytes()
    never = tmp_path / "never.firsthand"
    build(never, corpus(tmp_path, [line for line in FEW if json.loads(line)["id"] != gone]))
    elsewhere = never.read_bytes().lower() + others.lower().encode()
    own = [word for word in set(text.split()) if len(word) > 6 and word.lower().encode() not in elsewhere]
    assert own
    for word in own:
        assert word.encode() not in content
        assert word.lower().encode() not in content
    assert not list(tmp_path.glob("a.firsthand-*"))
    report = build(archive, corpus(tmp_path, FEW))
    assert report.articles_new == 0
    assert [rejection.input.split(":")[-1] for rejection in report.set_aside if "removed" in rejection.reason]
    with firsthand.open(archive) as opened:
        assert gone not in [row.article for row in opened.articles()]


def _plain(record: object) -> Any:
    import msgspec

    return msgspec.to_builtins(record)


def test_versions_are_states_of_one_article(tmp_path: Path) -> None:
    first = {"id": "v", "url": "http://a.example/1", "text": "A bridge fell in Tarn. " * 12, "published": "2025-03-01"}
    later = {**first, "text": first["text"] + "Nobody was hurt, the mayor said.", "published": "2025-03-02"}
    path = corpus(tmp_path, [json.dumps(first) + "\n", json.dumps(later) + "\n"])
    report = build(tmp_path / "a.firsthand", path, annotate="later")
    assert report.versions == 1
    with firsthand.open(tmp_path / "a.firsthand") as opened:
        assert [row.text for row in opened.articles()] == [later["text"]]
        versions = list(opened.versions())
        assert [version.version for version in versions] == [1, 2]
        changed = "".join(later["text"][s.start : s.end] for s in versions[1].changed)
        assert "Nobody was hurt" in changed


def test_annotation_can_be_left_for_later(tmp_path: Path) -> None:
    path = corpus(tmp_path, FEW)
    archive = tmp_path / "a.firsthand"
    build(archive, path, annotate="later")
    with firsthand.open(archive) as opened:
        assert list(opened.timeline()) == []
        assert opened.counts()["unannotated"] == len(FEW)
        story = next(story for story in opened.stories() if len(story.articles) > 1)
        assert opened.annotate(story.story, workers=1) == len(story.articles)
        assert {line.story for line in opened.timeline()} == {story.story}
        assert opened.annotate(workers=1) == len(FEW) - len(story.articles)


def test_a_changed_setting_redoes_only_what_reads_it(tmp_path: Path) -> None:
    path = corpus(tmp_path, FEW)
    archive = tmp_path / "a.firsthand"
    build(archive, path)

    def digests() -> dict[str, set[str]]:
        writer = ArchiveWriter(archive)
        found = {
            stage: writer.result_digests(stage) for stage in ("reading", "lineage", "passages", "stories", "language")
        }
        writer.close()
        return found

    before = digests()
    with firsthand.open(archive, settings={"language.indirect": False}) as opened:
        opened.add([path], workers=1)
    after = digests()
    assert {stage for stage in before if before[stage] != after[stage]} == {"language"}


def _other_words(text: str, number: int) -> str:
    """The text with every longer word turned into another, so that copies of it are texts of their own."""
    vowels = "aeiou"
    turned = str.maketrans(vowels, vowels[number % 5 :] + vowels[: number % 5])
    return re.sub(r"[a-z]{4,}", lambda word: word[0].translate(turned) + "snrtl"[number // 5], text)


@pytest.mark.slow
def test_the_archive_takes_at_most_four_times_the_text(tmp_path: Path) -> None:
    lines = []
    for number in range(10):
        for line in LINES:
            record = json.loads(line)
            if "text" in record:
                text = _other_words(record["text"], number)
                # As long as news reports are: what an archive needs for an article that is empty weighs nothing here.
                longer = text + "\n" + _other_words(text, (number + 3) % 10)
                lines.append(json.dumps({"id": f"{number}-{record['id']}", "text": longer}) + "\n")
    archive = tmp_path / "a.firsthand"
    build(archive, corpus(tmp_path, lines))
    with firsthand.open(archive) as opened:
        text_bytes = sum(len(row.text.encode()) for row in opened.articles())
    assert archive.stat().st_size <= 4 * text_bytes


def test_a_pair_that_a_stage_fails_on_is_named_and_the_rest_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("no such thing")

    monkeypatch.setattr("firsthand.lineage.judge_lineage", fail)
    report = build(tmp_path / "a.firsthand", corpus(tmp_path, FEW), annotate="later")
    assert report.rejections
    assert all(rejection.stage == "lineage" and "no such thing" in rejection.reason for rejection in report.rejections)
    assert report.stories


def test_never_more_processes_than_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    settings, _ = pipeline.load_settings(None, {"run.workers": "99"})
    assert runs.worker_count(settings) == 4
