"""What users decided holds through all later runs, and leaves nothing behind when it is taken back."""

from __future__ import annotations

import functools
import getpass
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import firsthand
from firsthand import language, lineage, stories
from firsthand.errors import ArchiveError, ConfigError, InputError
from firsthand.export import encode_row
from firsthand.model import KINDS, Correction, Story
from firsthand.pipeline import grouping

_SINKING = (
    "The ferry Norhaven Star sank off Karlsborg on Friday with 41 people aboard, the coast guard of Norhaven said. {} "
    "Captain Ada Lund said the sea was rough near the lighthouse of Karlsborg."
)
_ARTICLES = {
    "ferry-a": (
        "Ferry sinks off Karlsborg",
        _SINKING.format("Divers found the wreck in deep water on Saturday morning after a long search."),
        "Gazette",
        "2031-03-14",
    ),
    "ferry-b": (
        "Ferry Norhaven Star sinks off Karlsborg",
        _SINKING.format("Relatives of the missing waited in the harbour hall while lists were read out aloud."),
        "Courier",
        "2031-03-14",
    ),
    "ferry-c": (
        "Dozens feared dead in Karlsborg ferry sinking",
        (
            "Forty people are feared dead after the ferry Norhaven Star went down near Karlsborg, rescuers said "
            "on Friday. The owner of the ferry, Lund Lines, promised an inquiry into the sinking of the Norhaven "
            "Star."
        ),
        "Tribune",
        "2031-03-15",
    ),
    "court-a": (
        "Dairy Moravel fined for river pollution",
        (
            "A court in Ilvan fined the dairy Moravel 3 million crowns on Tuesday for polluting the river Sava "
            "with whey. Judge Emil Tarn said the dairy knew of the leak for years. Villagers of Ilvan cheered "
            "outside."
        ),
        "Gazette",
        "2031-06-02",
    ),
    "court-b": (
        "Court in Ilvan fines dairy Moravel",
        (
            "The dairy Moravel must pay 3 million crowns for polluting the river Sava, a court in Ilvan ruled on "
            "Tuesday. The company Moravel said that it would appeal against the ruling by Judge Emil Tarn."
        ),
        "Courier",
        "2031-06-02",
    ),
    "rail-a": (
        "Railway to Ostrel opens",
        (
            "The railway between Dravin and Ostrel was opened on Monday after nine years of works, minister Petra "
            "Holl said at the station of Ostrel."
        ),
        "Tribune",
        "2031-09-08",
    ),
}
_LATER = {
    "ferry-d": (
        "Inquiry into Norhaven Star sinking",
        (
            "Norhaven opened an inquiry into the sinking of the ferry Norhaven Star off Karlsborg on Friday. "
            "Captain Ada Lund told the coast guard that the sea was rough near the lighthouse of Karlsborg."
        ),
        "Standard",
        "2031-03-15",
    ),
}
_Articles = dict[str, tuple[str, str, str, str]]


class Bench:
    """An archive that is opened anew for each step, as the command line does."""

    def __init__(self, folder: Path, annotate: str = "later") -> None:
        self.folder, self.path, self.annotate = folder, folder / "a.firsthand", annotate

    def open(self, **settings: object) -> firsthand.api.OpenArchive:
        return firsthand.open(self.path, settings={"run.workers": 1, **settings}, must_exist=False)

    def add(self, articles: _Articles, **settings: object) -> None:
        corpus = self.folder / f"{'-'.join(sorted(articles))}.jsonl"
        rows = [
            {"id": name, "title": title, "text": f"{title}\n\n{text}", "outlet": outlet, "published": day}
            for name, (title, text, outlet, day) in articles.items()
        ]
        corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with self.open(**settings) as archive:
            archive.add([corpus], annotate=self.annotate)

    def correct(self, kind: str, *of: str) -> Correction:
        with self.open() as archive:
            return archive.correct(kind, *of, by="Mara Venn")

    def undo(self, correction: Correction) -> None:
        with self.open() as archive:
            archive.undo(correction.correction)

    def story_of(self, article: str) -> Story:
        with self.open() as archive:
            (found,) = [story for story in archive.stories() if article in story.articles]
            row = archive.article(article)
            assert (row.story, row.stories) == (found.story, (found.story,))
            return found

    def derived(self) -> dict[str, list[bytes]]:
        with self.open() as archive:
            return {kind: [encode_row(each) for each in archive.records(kind)] for kind in KINDS if kind not in _MADE}

    def check_counts(self) -> None:
        """Every article is in one story; origins and timelines name stories that are there."""
        with self.open() as archive:
            told = {story.story: story for story in archive.stories()}
            assert sorted(article for story in told.values() for article in story.articles) == sorted(
                row.article for row in archive.articles()
            )
            origins = list(archive.origins())
            for story in told.values():
                assert story.origins == sum(story.story in origin.stories for origin in origins)
                assert [member.article for member in story.members] == list(story.articles)
            assert {name for origin in origins for name in origin.stories} == set(told)
            assert {line.story for line in archive.timeline()} <= set(told)
            lines = {name: line.storyline for line in archive.storylines() for name in line.stories}
            assert lines == {name: story.storyline for name, story in told.items() if story.storyline is not None}
            assert set(lines) <= set(told)


_MADE = {"runs", "corrections"}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    made = Bench(tmp_path)
    made.add(_ARTICLES)
    return made


@pytest.fixture(params=["whole", "arrivals"])
def either_bench(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """An archive that is grouped as a whole at each run, and one of which only what arrives is."""
    if request.param == "arrivals":
        limits = stories.ArrivalLimits(small_archive=0, regrouped_archive=0)
        monkeypatch.setattr(grouping, "_LIMITS", limits)
        monkeypatch.setattr(stories, "arrive", functools.partial(stories.arrive, limits=limits))
    made = Bench(tmp_path)
    made.add(_ARTICLES)
    return made


def ask_merge(bench: Bench) -> Correction:
    return bench.correct("merge", bench.story_of("court-a").story, bench.story_of("rail-a").story)


def ask_split(bench: Bench) -> Correction:
    return bench.correct("split", bench.story_of("ferry-a").story, "ferry-b")


def ask_move(bench: Bench) -> Correction:
    return bench.correct("move", "ferry-c", bench.story_of("rail-a").story)


def ask_name(bench: Bench) -> Correction:
    return bench.correct("name", bench.story_of("ferry-a").story, "The last crossing")


def ask_not_a_copy(bench: Bench) -> Correction:
    return bench.correct("not-a-copy", "ferry-b", "ferry-a")


def is_merged(bench: Bench) -> bool:
    return {"court-a", "court-b", "rail-a"} == set(bench.story_of("rail-a").articles)


def is_split(bench: Bench) -> bool:
    return bench.story_of("ferry-b").articles == ("ferry-b",)


def is_moved(bench: Bench) -> bool:
    return "ferry-c" in bench.story_of("rail-a").articles and "ferry-c" not in bench.story_of("ferry-a").articles


def is_named(bench: Bench) -> bool:
    story = bench.story_of("ferry-a")
    return (story.title, story.titled_by, story.title_article) == ("The last crossing", "Mara Venn", "")


def is_no_copy(bench: Bench) -> bool:
    with bench.open() as archive:
        pairs = {(each.a, each.b) for each in [*archive.passages(), *archive.lineage(), *archive.wording()]}
        row = archive.article("ferry-a")
        return ("ferry-a", "ferry-b") not in pairs and row.origin != archive.article("ferry-b").origin


_Asked = tuple[Callable[[Bench], Correction], Callable[[Bench], bool]]
_KINDS: dict[str, _Asked] = {
    "merge": (ask_merge, is_merged),
    "split": (ask_split, is_split),
    "move": (ask_move, is_moved),
    "name": (ask_name, is_named),
    "not-a-copy": (ask_not_a_copy, is_no_copy),
}


@pytest.mark.parametrize("kind", _KINDS)
def test_a_correction_holds_and_can_be_taken_back(either_bench: Bench, kind: str) -> None:
    bench, (ask, holds) = either_bench, _KINDS[kind]
    before = bench.derived()
    assert not holds(bench)
    made = ask(bench)
    assert made.kind == kind
    assert holds(bench)
    bench.check_counts()
    with bench.open() as archive:
        assert list(archive.corrections()) == [made]
        assert [run.verb for run in archive.runs()] == ["add", "correct"]
    bench.undo(made)
    assert not holds(bench)
    assert bench.derived() == before
    with bench.open() as archive:
        assert list(archive.corrections()) == []


@pytest.mark.parametrize("kind", ["merge", "split", "move", "name"])
def test_a_correction_survives_what_comes_after_it(
    either_bench: Bench, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, (ask, holds) = either_bench, _KINDS[kind]
    ask(bench)
    bench.add(_LATER)
    assert holds(bench), "after a new portion"
    bench.add(_ARTICLES, **{"stories.join_closeness": 0.06, "lineage.fewest_passage_words": 9})
    assert holds(bench), "after other settings"
    monkeypatch.setattr(stories, "VERSION", "stories of tomorrow")
    monkeypatch.setattr(lineage, "VERSION", "lineage of tomorrow")
    bench.add(_LATER)
    assert holds(bench), "after an upgrade"
    bench.check_counts()


def test_a_pair_that_is_no_copy_stays_apart(either_bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    ask_not_a_copy(either_bench)
    either_bench.add(_LATER)
    assert is_no_copy(either_bench)
    monkeypatch.setattr(lineage, "VERSION", "lineage of tomorrow")
    either_bench.add(_LATER)
    assert is_no_copy(either_bench)
    either_bench.check_counts()


def test_all_corrections_taken_back_in_any_order_leave_what_there_would_be_without_them(bench: Bench) -> None:
    made = [ask(bench) for ask, _ in _KINDS.values() if ask not in {ask_move, ask_not_a_copy}]
    bench.add(_LATER)
    for correction in (made[1], made[0], made[2]):
        bench.undo(correction)
    (bench.folder / "fresh").mkdir()
    fresh = Bench(bench.folder / "fresh")
    fresh.add(_ARTICLES)
    fresh.add(_LATER)
    assert {kind: rows for kind, rows in bench.derived().items() if kind != "articles"} == {
        kind: rows for kind, rows in fresh.derived().items() if kind != "articles"
    }


def test_reasons_say_who_put_an_article_where_and_when(bench: Bench) -> None:
    made = ask_move(bench)
    told = {member.article: member for member in bench.story_of("rail-a").members}
    words = f"a correction of Mara Venn on {made.made[:10]}"
    assert told["ferry-c"].reasons == (f"put here by {words}",)
    assert told["ferry-c"].next_best == bench.story_of("ferry-a").story
    assert told["rail-a"].reasons == (f"others were put beside it by {words}",)


def test_ids_lead_on_and_are_never_given_twice(bench: Bench) -> None:
    rail = bench.story_of("rail-a").story
    first = ask_merge(bench)
    with bench.open() as archive:
        assert archive.story(rail).story.story == bench.story_of("court-a").story
    bench.undo(first)
    assert bench.story_of("rail-a").story == rail
    assert ask_merge(bench).correction != first.correction


def test_a_split_story_keeps_its_id_as_articles_come(bench: Bench) -> None:
    ask_split(bench)
    before = bench.story_of("ferry-b").story, bench.story_of("ferry-a").story
    bench.add(_LATER)
    assert (bench.story_of("ferry-b").story, bench.story_of("ferry-a").story) == before


def test_a_reprint_that_comes_later_goes_where_its_text_was_put(either_bench: Bench) -> None:
    bench = either_bench
    title, text, _, day = _ARTICLES["ferry-b"]
    ask_split(bench)
    bench.add({"ferry-b-again": (title, text, "Mirror", day)})
    assert bench.story_of("ferry-b").articles == ("ferry-b", "ferry-b-again")
    told = {member.article: member for member in bench.story_of("ferry-b").members}
    assert told["ferry-b-again"].reasons[0].startswith("put here with ferry-b, whose text it has, by a correction of")
    ask_move(bench)
    title, text, _, day = _ARTICLES["ferry-c"]
    bench.add({"ferry-c-again": (title, text, "Mirror", day)})
    assert {"rail-a", "ferry-c", "ferry-c-again"} == set(bench.story_of("rail-a").articles)
    bench.check_counts()


def test_a_correction_of_an_article_that_was_removed_does_nothing(bench: Bench) -> None:
    made = ask_split(bench)
    with bench.open() as archive:
        archive.remove("ferry-b")
    bench.check_counts()
    assert bench.story_of("ferry-a").articles == ("ferry-a", "ferry-c")
    bench.undo(made)
    bench.check_counts()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ConfigError, ("guess", "x")),
        (ConfigError, ("merge", "x")),
        (ConfigError, ("move", "ferry-a", "x", "y")),
        (InputError, ("merge", "story-1", "story-2")),
        (InputError, ("merge", "FERRY", "FERRY")),
        (InputError, ("split", "FERRY", "rail-a")),
        (InputError, ("split", "FERRY", "ferry-a", "ferry-b", "ferry-c")),
        (InputError, ("move", "ferry-a", "FERRY")),
        (InputError, ("move", "nothing", "FERRY")),
        (ConfigError, ("name", "FERRY", "\x1b\x00")),
        (ConfigError, ("name", "FERRY", "x" * 301)),
        (InputError, ("not-a-copy", "ferry-a", "rail-a")),
        (InputError, ("same", "Nobody", "Noone")),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_changes(
    bench: Bench, error: type[Exception], words: tuple[str, ...]
) -> None:
    before = bench.derived()
    ferry = bench.story_of("ferry-a").story
    with pytest.raises(error):
        bench.correct(*(ferry if word == "FERRY" else word for word in words))
    assert bench.derived() == before
    with bench.open() as archive:
        assert list(archive.corrections()) == []
        assert [run.verb for run in archive.runs()] == ["add"]
    with pytest.raises(InputError):
        bench.undo(Correction(correction="correction-1", kind="", of=(), by="", made=""))


def test_the_login_name_stands_where_nobody_is_named(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "mara")
    with bench.open() as archive:
        assert archive.correct("name", bench.story_of("ferry-a").story, "The last crossing").by == "mara"
    monkeypatch.setattr(getpass, "getuser", lambda: {}["nobody"])
    with bench.open() as archive:
        assert archive.correct("name", bench.story_of("rail-a").story, "Ostrel").by == "unknown"


@pytest.mark.parametrize(
    "body",
    [
        "no record",
        '{"correction":"correction-1","kind":"name","of":["x"],"by":"","made":""}',
        '{"correction":"correction-1","kind":"name","of":["x","y"],"by":"","made":"","anchors":[["a"]]}',
        '{"correction":"correction-1","kind":"move","of":["x","y"],"by":"","made":"","anchors":[[],["a"]]}',
        '{"correction":"correction-1","kind":"not-a-copy","of":["x","y","z"],"by":"","made":"","anchors":[[],[],[]]}',
    ],
)
def test_a_correction_of_a_stranger_that_has_no_shape_is_refused(bench: Bench, body: str) -> None:
    connection = sqlite3.connect(bench.path)
    with connection:
        connection.execute("INSERT INTO corrections (number, body) VALUES (1, ?)", (body,))
    connection.close()
    with bench.open() as archive, pytest.raises(ArchiveError):
        list(archive.corrections())
    with pytest.raises(ArchiveError):
        bench.add(_LATER)


def test_words_from_outside_cannot_act_on_a_terminal(bench: Bench) -> None:
    with bench.open() as archive:
        made = archive.correct("name", bench.story_of("ferry-a").story, "Lost\x1b[31m \u202eat\nsea", by="M\x9bara")
    assert (made.of[1], made.by) == ("Lost [31m at sea", "M ara")


@pytest.mark.parametrize("words", [("same", "Ada Lund", "Petra Holl"), ("different", "Ada Lund", "Lund")])
def test_who_is_who_is_obeyed_by_later_runs(
    tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = Bench(tmp_path, annotate="now")
    bench.add(_ARTICLES)
    surname = {
        "ferry-e": (
            "Lund speaks of rough sea",
            "Captain Ada Lund spoke of the ferry Norhaven Star on Sunday. Lund said the sea off Karlsborg was rough.",
            "Standard",
            "2031-03-16",
        ),
        "ferry-f": (
            "Lund heard in Karlsborg",
            "The coast guard of Norhaven heard Lund on Monday. Lund said the ferry Norhaven Star was sound.",
            "Mirror",
            "2031-03-17",
        ),
    }
    bench.add(surname)
    before = bench.derived()

    def is_one() -> bool:
        with bench.open() as archive:
            homes = [each.entity for each in archive.entities() if {words[1], words[2]} & {each.name, *each.aliases}]
            return len(homes) == 1

    assert is_one() is (words[0] == "different")
    made = bench.correct(*words)
    assert is_one() is (words[0] == "same")
    bench.add(_LATER)
    assert is_one() is (words[0] == "same")
    monkeypatch.setattr(language, "VERSION", "language of tomorrow")
    bench.add(_LATER)
    assert is_one() is (words[0] == "same")
    with bench.open() as archive:
        archive.remove("ferry-d")
    bench.undo(made)
    after = bench.derived()
    assert after["entities"] == before["entities"]
    assert after["mentions"] == before["mentions"]
