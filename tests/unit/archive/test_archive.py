from __future__ import annotations

import hashlib
import sqlite3
import zlib
from pathlib import Path

import pytest

from firsthand.archive import (
    ArchiveReader,
    ArchiveWriter,
    Changes,
    IndexPart,
    Placement,
    Shelf,
    Whereabouts,
    create,
    migrate,
    pack_reading,
    stored_version,
)
from firsthand.archive.codec import compress, decompress, encode_record, unpack_text
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
    """Take documents in and put one story over all of them."""
    writer = ArchiveWriter(path)
    number, run = writer.begin_run(make_run(), inputs)
    writer.add_documents(documents, [], number)
    stored = [writer.document(head.number) for head in writer.document_heads()]
    writer.keep_results(
        "reading",
        [(each.digest, each.number, pack_reading(make_reading(each.document), each.document.text)) for each in stored],
    )
    ids = tuple(sorted(each.document.article for each in stored))
    story = Story(story="story-1", title="A title", title_article=ids[0], articles=ids, members=(), aliases=("old-1",))
    changes = Changes(
        placements=[
            Placement(
                article=each.document.article,
                document=each.number,
                outlet=None,
                headline=None,
                text=each.document.text or "",
                is_set_aside=False,
                digest=each.digest,
                reading=each.digest,
            )
            for each in stored
        ],
        whereabouts={article: Whereabouts(story="story-1", stories=("story-1",)) for article in ids},
        settled={each.number: each.document.article for each in stored},
        shelves={"stories": [Shelf(owner="story-1", places=("old-1",), records=(story,))]},
        live_results={"reading": {each.digest for each in stored}},
    )
    writer.put_changes(changes, number, run)
    writer.close()


def remove(path: Path, article: str) -> None:
    """Take one article out for good."""
    writer = ArchiveWriter(path)
    number, run = writer.begin_run(make_run("remove"), f"remove {article}")
    changes = Changes(gone=[article], shelves={"stories": [Shelf(owner="story-1")]})
    writer.put_changes(changes, number, run, removed="2026-03-02")
    assert len(writer.tombstones()) == 2
    writer.compact()
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
    remove(path, "a")
    fill(path, [make_document("b", "Something else altogether.")], "more")
    reader = ArchiveReader(path)
    assert reader.search_text('"quicksilver"', 5) == []
    assert len(reader.search_text('"altogether"', 5)) == 1
    reader.close()


def test_remove_leaves_no_trace_of_the_text(path: Path) -> None:
    fill(path, [make_document("a", TEXT), make_document("b", "Another report, about a bridge.")])
    assert b"quicksilver" in path.read_bytes()
    remove(path, "a")
    reader = ArchiveReader(path)
    assert [row.article for row in reader.records("articles")] == ["b"]
    reader.close()
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


def make_story(story: str, *articles: str) -> Story:
    return Story(story=story, title=f"The title of {story}", title_article=articles[0], articles=articles, members=())


def put(path: Path, changes: Changes) -> None:
    writer = ArchiveWriter(path)
    number, run = writer.begin_run(make_run(), "more")
    writer.put_changes(changes, number, run)
    writer.close()


def test_a_shelf_takes_the_place_of_its_owners_last_and_others_stay(path: Path) -> None:
    one, other = make_story("story-1", "a"), make_story("story-2", "b")
    put(
        path,
        Changes(
            shelves={
                "stories": [
                    Shelf(owner="story-2", rank="b", records=(other,)),
                    Shelf(owner="story-1", rank="a", places=("former",), records=(one,)),
                ]
            }
        ),
    )
    grown = make_story("story-1", "a", "c")
    put(path, Changes(shelves={"stories": [Shelf(owner="story-1", rank="a", places=("later",), records=(grown,))]}))
    reader = ArchiveReader(path)
    assert list(reader.records("stories")) == [grown, other]
    assert reader.story_ids() == ["story-1", "story-2"]
    assert (reader.story("later"), reader.story("former")) == (grown, None)
    reader.close()
    put(path, Changes(shelves={"stories": [Shelf(owner="story-1")]}))
    reader = ArchiveReader(path)
    assert list(reader.records("stories")) == [other]
    reader.close()


def test_a_kind_that_is_emptied_holds_only_what_is_put(path: Path) -> None:
    put(path, Changes(shelves={"stories": [Shelf(owner="story-1", records=(make_story("story-1", "a"),))]}))
    last = make_story("story-9", "z")
    put(path, Changes(shelves={"stories": [Shelf(owner="story-9", records=(last,))]}, emptied=["stories"]))
    reader = ArchiveReader(path)
    assert list(reader.records("stories")) == [last]
    reader.close()


def test_parts_of_an_index_stay_where_they_are_kept(path: Path) -> None:
    put(path, Changes(indexes={"runs": [IndexPart(part=n, size=n, body=bytes([n])) for n in (0, 1, 2)]}))
    put(path, Changes(indexes={"runs": [IndexPart(part=3, size=9, body=b"new")]}, kept_parts={"runs": [0]}))
    writer = ArchiveWriter(path)
    assert [(part.part, part.body) for part in writer.index("runs")] == [(0, b"\0"), (3, b"new")]
    assert writer.index("other") == []
    writer.close()


def test_what_only_changed_articles_needed_is_dropped_and_no_more(path: Path) -> None:
    fill(path, [make_document("a", TEXT), make_document("b", "Another report, about a bridge.")])
    writer = ArchiveWriter(path)
    before = writer.result_digests("reading")
    number, run = writer.begin_run(make_run(), "more")
    row = writer.article_row("a")
    assert row is not None
    writer.keep_results("reading", [("ab" * 20, row.document, b"new")])
    placement = Placement(
        article="a",
        document=row.document,
        outlet=None,
        headline=None,
        text=TEXT,
        is_set_aside=False,
        digest="cd" * 20,
        reading="ab" * 20,
    )
    writer.put_changes(Changes(placements=[placement], live_results={"reading": {"ab" * 20}}), number, run)
    assert writer.result_digests("reading") == before - {row.reading} | {"ab" * 20}
    writer.close()


# The tables of version 1 that a migration reads or takes away; the others are as they were.
_VERSION_1 = """
CREATE TABLE articles (
  article TEXT PRIMARY KEY, document INTEGER NOT NULL, reading BLOB NOT NULL, annotation BLOB,
  story TEXT, origin TEXT, stories TEXT NOT NULL, urls TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE results (
  stage TEXT NOT NULL, digest BLOB NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (stage, digest)
) STRICT;
CREATE TABLE records (record INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT, body BLOB NOT NULL) STRICT;
CREATE TABLE dictionaries (kind TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX records_by_id ON records (id) WHERE id IS NOT NULL;
CREATE TABLE record_places (
  place TEXT NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (place, record)
) STRICT, WITHOUT ROWID;
"""


def test_version_1_is_brought_up_to_date_with_its_results_and_its_stories(path: Path) -> None:
    fill(path, [make_document("a", TEXT)])
    connection = sqlite3.connect(path)
    kept = connection.execute("SELECT stage, digest, payload FROM results").fetchall()
    for table in ("articles", "results", "dictionaries", "shelf_places", "shelves", "indexes", "judgements"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("DROP TABLE identities")
    connection.executescript(_VERSION_1)
    connection.executemany("INSERT INTO results VALUES (?, ?, ?)", [*kept, ("passages", b"x", b"old")])
    story = make_story("story-7", "a")
    dictionary = b"a story much like others"
    connection.execute("INSERT INTO dictionaries VALUES ('stories', ?)", (compress(dictionary),))
    body = compress(encode_record(story).encode(), dictionary)
    connection.execute("INSERT INTO records VALUES (1, 'stories', 'story-7', ?)", (body,))
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    copy = migrate(path)
    assert copy is not None
    assert stored_version(copy) == 1
    reader = ArchiveReader(path)  # refuses a file whose tables are not exactly ours
    assert list(reader.records("stories")) == [story]
    reader.close()
    writer = ArchiveWriter(path)
    assert (writer.article_count(), writer.document_count()) == (0, 1)
    assert writer.result_digests("passages") == set()
    assert len(writer.result_digests("reading")) == 1
    writer.close()
