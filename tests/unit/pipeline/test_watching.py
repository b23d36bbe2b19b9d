"""A watched folder: files are added when they are complete, once, and what that changes is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import firsthand
from firsthand.archive import hold_writer_lock
from firsthand.errors import ArchiveLockedError, ConfigError, InputError
from firsthand.pipeline import WatchReport, watching

_SINKING = (
    "The ferry Norhaven Star sank off Karlsborg on Friday with 41 people aboard, the coast guard of Norhaven said. {} "
    "Captain Ada Lund said the sea was rough near the lighthouse of Karlsborg."
)

_SEARCH = "Divers found the wreck in deep water after a long search."


def put(folder: Path, name: str, more: str, outlet: str) -> Path:
    row = {"id": name, "title": "Ferry sinks off Karlsborg", "text": _SINKING.format(more), "outlet": outlet}
    path = folder / f"{name}.jsonl"
    path.write_text(json.dumps(row | {"published": "2031-03-14"}) + "\n", encoding="utf-8")
    return path


class Watch:
    """A watch whose time stands still: between two looks the next of `steps` is done."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.path = folder / "in", folder / "a.firsthand"
        self.folder.mkdir()
        self.steps: list[Callable[[], object]] = []
        monkeypatch.setattr(watching.time, "sleep", lambda _seconds: self.step())

    def step(self) -> None:
        if not self.steps:
            raise KeyboardInterrupt
        self.steps.pop(0)()

    def run(self, *steps: Callable[[], object], once: bool = False, **settings: object) -> list[WatchReport]:
        self.steps = list(steps)
        reports: list[WatchReport] = []
        with firsthand.open(self.path, settings={"run.workers": 1, **settings}, must_exist=False) as archive:
            try:
                reports.extend(archive.watch(self.folder, annotate="later", once=once))
            except KeyboardInterrupt:
                return reports
        return reports

    def gather(self, *steps: Callable[[], object]) -> list[WatchReport]:
        self.steps = list(steps)
        reports: list[WatchReport] = []
        with firsthand.open(self.path, settings={"run.workers": 1}, must_exist=False) as archive:
            watch = archive.watch(self.folder, annotate="later")
            while True:
                try:
                    reports.append(next(watch))
                except KeyboardInterrupt:
                    return reports


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(tmp_path, monkeypatch)


def nothing() -> None:
    return None


def test_new_stories_and_changed_origins_are_told_as_they_come(watch: Watch) -> None:
    first, second, third = watch.gather(
        lambda: put(watch.folder, "a", _SEARCH, "Gazette"),
        nothing,
        lambda: put(watch.folder, "b", _SEARCH, "Courier"),
        nothing,
        lambda: (watch.folder / "c.jsonl").write_text(
            json.dumps(
                {
                    "id": "c",
                    "title": "Karlsborg ferry was overloaded",
                    "text": "Inspectors found that the ferry Norhaven Star, which sank off Karlsborg on Friday, had 41 "
                    "people aboard and lifeboats for thirty. Lund Lines of Norhaven would not comment.",
                    "outlet": "Tribune",
                    "published": "2031-03-14",
                }
            ),
            encoding="utf-8",
        ),
        nothing,
    )
    (new,) = first.news
    assert (new.origins_before, new.story.origins, new.story.articles) == (None, 1, ("a",))
    assert second.news == ()  # a copy: one account as before
    (changed,) = third.news
    assert (changed.origins_before, changed.story.origins, changed.story.story) == (1, 2, new.story.story)


def test_a_file_that_grows_is_left_until_it_is_complete(watch: Watch) -> None:
    path = watch.folder / "a.jsonl"

    def grow() -> None:
        with path.open("a", encoding="utf-8") as file:
            row = {"id": f"a{path.stat().st_size}", "text": _SINKING.format("Divers searched."), "outlet": "Gazette"}
            file.write(json.dumps(row) + "\n")

    reports = watch.gather(grow, grow, grow, nothing, nothing)
    assert [report.files for report in reports] == [(str(path),)]
    with firsthand.open(watch.path) as archive:
        assert archive.counts()["articles"] == 3


def test_what_was_read_is_not_read_again_until_it_changes(watch: Watch) -> None:
    path = put(watch.folder, "a", "Divers found the wreck.", "Gazette")
    (report,) = watch.run(nothing, once=True)
    assert report.files == (str(path),)
    assert watch.run(nothing, once=True) == []
    put(watch.folder, "a", "Divers found the wreck, and lifted it.", "Gazette")
    (again,) = watch.run(nothing, once=True)
    assert again.files == (str(path),)
    with firsthand.open(watch.path) as archive:
        assert [run.verb for run in archive.runs()] == ["add", "add"]
        assert len(list(archive.versions("a"))) == 2


def test_a_bad_file_is_named_and_the_others_are_in(watch: Watch) -> None:
    bad = watch.folder / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02\x03" * 50)
    put(watch.folder, "a", "Divers found the wreck.", "Gazette")
    (report,) = watch.run(nothing, once=True)
    assert [rejection.input for rejection in report.rejections] == [str(bad)]
    assert len(report.news) == 1
    assert watch.run(nothing, once=True) == []


def test_files_keep_the_ids_that_the_folder_gives_them(watch: Watch) -> None:
    for folder in ("north", "south"):
        (watch.folder / folder).mkdir()
        text = f"Norhaven, {folder}. " + _SINKING.format(f"The {folder} harbour was shut.")
        (watch.folder / folder / "report.txt").write_text(text, encoding="utf-8")
    watch.run(nothing, once=True)
    with firsthand.open(watch.path) as archive:
        assert all(str(watch.folder) not in row.article for row in archive.articles())


def test_a_folder_that_goes_and_comes_back_is_waited_for(watch: Watch, tmp_path: Path) -> None:
    put(watch.folder, "a", "Divers found the wreck.", "Gazette")
    away = tmp_path / "away"
    reports = watch.gather(
        lambda: watch.folder.rename(away), nothing, lambda: away.rename(watch.folder), nothing, nothing
    )
    assert len(reports) == 1
    with pytest.raises(InputError):
        watch.run(lambda: watch.folder.rename(away), once=True)
    with pytest.raises(ConfigError):
        watch.run(once=True)


def test_an_archive_that_is_locked_is_tried_again(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    put(watch.folder, "a", "Divers found the wreck.", "Gazette")
    add, failures = watching.add_files, [ArchiveLockedError("taken", "wait")]

    def locked_once(*arguments: object, **more: object) -> object:
        if failures:
            raise failures.pop()
        return add(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "add_files", locked_once)
    reports = watch.gather(nothing, nothing, nothing)
    assert len(reports) == 1
    put(watch.folder, "b", "Divers found it.", "Courier")
    with hold_writer_lock(watch.path, 0), pytest.raises(ArchiveLockedError):
        watch.run(nothing, once=True, **{"run.wait_s": 0})
