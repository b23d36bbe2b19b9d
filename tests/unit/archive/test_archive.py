from __future__ import annotations

import hashlib
import sqlite3
import zlib
from pathlib import Path

import pytest

from firsthand.archive import (
    ArchiveReader,
    ArchiveWriter,
    Generation,
    Placement,
    create,
    migrate,
    pack_reading,
    stored_version,
)
from firsthand.archive.codec import compress, decompress, unpack_text
from firsthand.archive.connection import translate_errors
from firsthand.archive.originals import restore_markup
from firsthand.archive.schema import SCHEMA_VERSION
from firsthand.errors import ArchiveError, ArchiveVersionError, ConfigError
from firsthand.model import Article, RawDocument, Reading, Run, Source, Span, Story


def make_document(article: str, text: str, **claims: object) -> RawDocument:
    original = text.encode()
    source = Source(path=f"{article}.txt", sha256=hashlib.sha256(original).hexdigest(), bytes_kept=len(original))
    return RawDocument(article=article, id_is_given=True, text=text, source=source, original=original, **claims)  # type: ignore[arg-type]


def make_run(verb: str = "add") -> Run:
    return Run(run="", verb=verb, started="2026-03-01T10:00:00+00:00", software="firsthand test", settings_digest="s")


def make_reading(document: RawDocument) -> Reading:
    text = document.text or ""
    body = (Span(0, len(text)),) if text else ()
    return Reading(article=Article(article=document.article, text=text, body=body, source=document.source))


def fill(path: Path, documents: list[RawDocument], inputs: str = "inputs") -> None:
    """Take documents in and put a generation with one story over all of them."""
    writer = ArchiveWriter(path)
    number, run = writer.begin_run(make_run(), inputs)
    writer.add_documents(documents, [], number)
    stored = [writer.document(head.number) for head in writer.document_heads()]
    writer.settle_articles({each.number: each.document.article for each in stored})
    writer.keep_results(
        "reading", [(each.digest, pack_reading(make_reading(each.document), each.document.text)) for each in stored]
    )
    ids = tuple(sorted(each.document.article for each in stored))
    story = Story(story="story-1", title="A title", title_article=ids[0], articles=ids, members=(), aliases=("old-1",))
    generation = Generation(
        placements=[
            Placement(
                article=each.document.article,
                document=each.number,
                headline=None,
                text=each.document.text or "",
                reading=each.digest,
                annotation=None,
                story="story-1",
                stories=("story-1",),
                origin=None,
                urls=(),
            )
            for each in stored
        ],
        records={"stories": [("story-1", ("old-1",), story)]},
        rejections=[],
        live_results={"reading": {each.digest for each in stored}},
    )
    writer.put_generation(generation, number, run)
    writer.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    archive = tmp_path / "a.firsthand"
    create(archive)
    return archive


TEXT = "The ferry Maru left Port Elwick at dawn. Nobody saw the quicksilver lantern."


def test_what_was_put_comes_back(path: Path) -> None:
    fill(path, [make_document("b", "Second text."), make_document("a", TEXT)])
    reader = ArchiveReader(path)
    rows = list(reader.records("articles"))
    assert [row.article for row in rows] == ["a", "b"]
    assert rows[0].text == TEXT
    assert rows[0].stories == ("story-1",)
    assert reader.original("a") == TEXT.encode()
    story = reader.story("story-1")
    assert story is not None
    assert reader.story("old-1") == story
    dossier = reader.dossier("old-1")
    assert dossier is not None
    assert [row.article for row in dossier.articles] == ["a", "b"]
    assert reader.story("none") is None
    assert reader.article("none") is None
    reader.close()


def test_an_unknown_kind_is_named(path: Path) -> None:
    reader = ArchiveReader(path)
    with pytest.raises(ConfigError, match="nonsense"):
        reader.records("nonsense")
    reader.close()


def test_hits_are_spans_of_the_text(path: Path) -> None:
    fill(path, [make_document("a", TEXT)])
    reader = ArchiveReader(path)
    assert reader.search_text('"quicksilver"', 5) == [("a", (Span(56, 67),))]
    assert TEXT[56:67] == "quicksilver"
    reader.close()


def test_marks_in_the_text_itself_are_no_hits(path: Path) -> None:
    fill(path, [make_document("a", "plain \ue001 words \ue000 here")])
    reader = ArchiveReader(path)
    assert reader.search_text('"words"', 5) == [("a", ())]
    reader.close()


def test_the_same_document_is_kept_once(path: Path) -> None:
    writer = ArchiveWriter(path)
    assert writer.add_documents([make_document("a", TEXT)], [], 1) == 1
    assert writer.add_documents([make_document("a", TEXT)], [], 1) == 0
    assert writer.document_count() == 1
    writer.close()


def test_an_interrupted_run_is_taken_up(path: Path) -> None:
    writer = ArchiveWriter(path)
    number, run = writer.begin_run(make_run(), "same")
    assert (number, run.run) == (1, "run-1")
    assert writer.begin_run(make_run(), "same")[0] == 1
    assert writer.begin_run(make_run(), "other")[0] == 2
    writer.close()


def test_a_replaced_text_leaves_the_index(path: Path) -> None:
    fill(path, [make_document("a", TEXT)])
    writer = ArchiveWriter(path)
    writer.remove_articles(["a"], "2026-03-02")
    writer.close()
    fill(path, [make_document("b", "Something else altogether.")], "more")
    reader = ArchiveReader(path)
    assert reader.search_text('"quicksilver"', 5) == []
    assert len(reader.search_text('"altogether"', 5)) == 1
    reader.close()


def test_remove_leaves_no_trace_of_the_text(path: Path) -> None:
    fill(path, [make_document("a", TEXT), make_document("b", "Another report, about a bridge.")])
    assert b"quicksilver" in path.read_bytes()
    writer = ArchiveWriter(path)
    writer.remove_articles(["a"], "2026-03-02")
    number, run = writer.begin_run(make_run("remove"), "remove a")
    stories = writer.stories()
    assert [(story.story, story.articles, story.title) for story in stories] == [("story-1", ("b",), "")]
    assert len(writer.tombstones()) == 2
    del number, run
    writer.compact()
    # Results are dropped by the generation that follows; here there is only the reading of the removed text.
    writer.close()
    content = path.read_bytes()
    assert b"quicksilver" not in content
    assert b"lantern" not in content
    assert zlib.compress(TEXT.encode(), 6) not in content
    assert b"bridge" in content
    assert not path.with_name(path.name + "-wal").exists()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "x.firsthand"
    other.write_text("this is a letter to my aunt " * 100)
    with pytest.raises(ArchiveError, match="not a sound archive"):
        ArchiveReader(other)
    with pytest.raises(ArchiveError, match="no such archive"):
        ArchiveReader(tmp_path / "missing.firsthand")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "x.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()
    with pytest.raises(ArchiveError, match="not a Firsthand archive"):
        ArchiveReader(other)


def test_a_newer_and_an_older_version_are_told_apart(path: Path) -> None:
    for version, words in ((SCHEMA_VERSION + 1, "newer"), (SCHEMA_VERSION - 1, "migrate")):
        connection = sqlite3.connect(path)
        connection.execute(f"PRAGMA user_version = {version}")
        connection.commit()
        connection.close()
        with pytest.raises(ArchiveVersionError, match=words):
            ArchiveReader(path)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER t AFTER INSERT ON runs BEGIN SELECT load_extension('x'); END",
        "CREATE VIEW v AS SELECT 1",
        "DROP TABLE tombstones",
        "ALTER TABLE runs ADD COLUMN more TEXT",
    ],
)
def test_a_strangers_schema_is_refused(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()
    with pytest.raises(ArchiveError, match="Do not trust"):
        ArchiveReader(path)


def test_trusted_schema_is_off(path: Path) -> None:
    for opened in (ArchiveReader(path), ArchiveWriter(path)):
        assert opened._connection.execute("PRAGMA trusted_schema").fetchone() == (0,)  # type: ignore[attr-defined]
        opened.close()


def test_migrate_copies_first(path: Path) -> None:
    def step(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE added (a INTEGER) STRICT")

    assert migrate(path) is None
    copy = migrate(path, SCHEMA_VERSION + 1, {SCHEMA_VERSION: step})
    assert copy is not None
    assert stored_version(copy) == SCHEMA_VERSION
    assert stored_version(path) == SCHEMA_VERSION + 1


def test_a_failed_migration_changes_nothing(path: Path) -> None:
    def step(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE added (a INTEGER) STRICT")
        connection.execute("SELECT no_such_function()")

    with pytest.raises(ArchiveError):
        migrate(path, SCHEMA_VERSION + 1, {SCHEMA_VERSION: step})
    assert stored_version(path) == SCHEMA_VERSION
    ArchiveReader(path).close()


def test_a_missing_step_is_said(path: Path) -> None:
    with pytest.raises(ArchiveError, match="no way is known"):
        migrate(path, SCHEMA_VERSION + 1, {})


def test_a_compression_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.archive.codec._MAX_UNPACKED_BYTES", 1000)
    assert decompress(compress(b"x" * 1000)) == b"x" * 1000
    with pytest.raises(ArchiveError, match="too large"):
        decompress(compress(b"x" * 1001))
    with pytest.raises(ArchiveError, match="damaged"):
        decompress(b"nonsense")


def test_no_folder_to_write_in(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be opened"):
        create(tmp_path / "none" / "a.firsthand")


def test_a_full_disk_is_named(path: Path) -> None:
    writer = ArchiveWriter(path)
    page_count = writer._connection.execute("PRAGMA page_count").fetchone()[0]
    writer._connection.execute(f"PRAGMA max_page_count = {page_count + 1}")
    with pytest.raises(ArchiveError, match="disk is full"):
        writer.add_documents([make_document(str(n), f"{n} " * 40_000) for n in range(50)], [], 1)
    assert writer.document_count() == 0
    writer.close()


def test_a_message_of_sqlite_that_is_no_text_is_an_archive_error(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="not a sound archive"), translate_errors(tmp_path / "a"):
        b"malformed: \xe5(".decode()


@pytest.mark.parametrize("blob", [compress(b"\xff\xfe"), b"no zlib"])
def test_a_text_that_is_no_text_is_an_archive_error(blob: bytes) -> None:
    with pytest.raises(ArchiveError):
        unpack_text(blob)


@pytest.mark.parametrize(("original", "recipe"), [(b"\xff", "utf-8"), (b"{}", "field:html"), (b"[]", "field:html")])
def test_a_page_that_cannot_be_had_again_is_an_archive_error(original: bytes, recipe: str) -> None:
    with pytest.raises(ArchiveError, match="damaged page"):
        restore_markup(compress(original), None, recipe)


def test_what_a_kill_left_half_made_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.firsthand"
    for leftover in ("a.firsthand.making", "a.firsthand.making-wal"):
        (tmp_path / leftover).write_bytes(b"half" * 500)
    create(path)
    assert stored_version(path) == SCHEMA_VERSION
    assert [each.name for each in tmp_path.iterdir()] == ["a.firsthand"]


def test_an_archive_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("firsthand.archive.connection.SCHEMA", "CREATE TABLE one (a); CREATE TABLE one (a);")
    with pytest.raises(ArchiveError):
        create(tmp_path / "a.firsthand")
    assert list(tmp_path.iterdir()) == []
