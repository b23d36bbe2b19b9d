from __future__ import annotations

import datetime
import gzip
import json
import random

import pyarrow
import pyarrow.parquet
import pytest

from firsthand.model import RawDocument, Rejection
from firsthand.sources import SourceLimits, read_inputs


def results_of(path, **limits):
    results = list(read_inputs([str(path)], SourceLimits(**limits)))
    documents = [one for one in results if isinstance(one, RawDocument)]
    return documents, {one.input[len(str(path)) :]: one.reason for one in results if isinstance(one, Rejection)}


@pytest.fixture
def read_csv(tmp_path):
    def read(table, **limits):
        path = tmp_path / "table.csv"
        path.write_bytes(table if isinstance(table, bytes) else table.encode())
        return results_of(path, **limits)

    return read


@pytest.fixture
def read_parquet(tmp_path):
    def read(table, **options):
        limits = {name: options.pop(name) for name in list(options) if name.startswith("max_")}
        path = tmp_path / "table.parquet"
        if isinstance(table, bytes):
            path.write_bytes(table)
        else:
            pyarrow.parquet.write_table(pyarrow.table(table), path, **options)
        return results_of(path, **limits)

    return read


# --- CSV -------------------------------------------------------------------------------------------------------


def test_rows_of_a_spreadsheet(read_csv):
    (one, two), rejections = read_csv(
        "\ufeffsep=;\r\nID ; Headline;TEXT;Publisher;gold_label\r\n"
        'a;Bridge shut;"It is ""shut"";\r\n\r\nthey said.";Harbour Post;x\r\n\r\nb;;Second\r\n'
    )
    assert not rejections
    assert (one.article, one.id_is_given, one.title, one.outlet) == ("a", True, "Bridge shut", "Harbour Post")
    assert one.text == 'It is "shut";\r\n\r\nthey said.'
    assert (one.line, one.media) == (3, "table")
    assert json.loads(one.original) == {
        "ID": "a", "Headline": "Bridge shut", "TEXT": one.text, "Publisher": "Harbour Post", "gold_label": "x",
    }  # fmt: skip
    assert (two.line, two.text, two.outlet) == (7, "Second", None)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(read_csv, mark, end):
    documents, _ = read_csv(end.join([f"title{mark}text", f"A{mark}Words and more", f"B{mark}Words"]))
    assert [(document.title, document.line) for document in documents] == [("A", 2), ("B", 3)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(read_csv, encoding):
    (document,), _ = read_csv("title\ttext\nÜber\tGrüße aus der schönen Stadt am Fluss\n".encode(encoding))
    assert (document.title, document.text) == ("Über", "Grüße aus der schönen Stadt am Fluss")


def test_two_encodings_in_one_file(read_csv):
    texts = ["Grüße", "Größe", "Straße", "In der Stadt am Fluss wird eine Brücke aus Stahl gebaut", "Mühle am Bach"]
    rows = [f"T,{text}\n".encode("cp1252" if place % 2 else "utf-8") for place, text in enumerate(texts)]
    documents, _ = read_csv(b"title,text\n" + b"".join(rows))
    assert [document.text for document in documents] == texts


def test_broken_rows_are_named_and_the_rest_is_read(read_csv):
    documents, rejections = read_csv(
        'id,text,title\na,Words,T\nb,Words,T,more,fields\nc,"a "bad" quote",T\n'
        'd\ne,"never closed,T\nf,Words\ng,W\x00rds,\n'
    )
    assert [(document.article, document.line) for document in documents] == [("a", 2), ("f", 7), ("g", 8)]
    assert documents[-1].text == "W\ufffdrds"
    assert list(rejections) == [":3", ":4", ":5", ":6"]
    assert "fields in the row: 5; in the header: 3" in rejections[":3"]
    assert "not quoted" in rejections[":4"]
    assert "fields in the row: 1;" in rejections[":5"]
    assert "never closed" in rejections[":6"]


def test_headers_without_text(read_csv):
    assert "`a`, `b`" in read_csv("a,b\n1,2\n")[1][""]
    documents, rejections = read_csv("id,gold_text,url\n1,Words,https://x.example/1\n")
    assert not documents
    assert "`gold_text`" in rejections[""]
    assert "no row" in read_csv("id,text\n")[1][""]


def test_the_first_column_of_a_name_counts(read_csv):
    (document,), _ = read_csv("text,Text,title\none,two,T\n")
    assert document.text == "one"


def test_long_rows_are_passed_over(read_csv):
    documents, rejections = read_csv("title,text\nA," + "x" * 5_000 + "\nB,Words\n", max_line_bytes=1_000)
    assert [(document.title, document.line) for document in documents] == [("B", 3)]
    assert "too long" in rejections[":2"]


def test_an_open_quotation_mark_costs_one_row_alone(read_csv):
    table = 'title,text\nA,"' + "open\n" + "B,Words\n" * 2_000
    documents, rejections = read_csv(table)
    assert len(documents) == 2_000
    assert list(rejections) == [":2"]
    documents, rejections = read_csv(table, max_line_bytes=800)
    assert "too long" in rejections[":2"]
    assert len(documents) > 1_800


@pytest.mark.parametrize("row", ['"a\n', 'a,"b\n""\n', '"""\n', 'a,"""x\n'])
def test_files_of_quotation_marks_end(read_csv, row):
    documents, rejections = read_csv("title,text\n" + row * 20_000, max_broken_lines=1_000)
    assert len(documents) + len(rejections) < 25_000


def test_articles_longer_than_the_fields_that_csv_allows(read_csv):
    (document,), _ = read_csv('title,text\nA,"' + "word " * 100_000 + '"\n')
    assert len(document.text) == 500_000


def test_memory_is_bounded_by_the_row(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("title,text\n" + "A,Words\n" * 50_000)
    results = read_inputs([str(path)], SourceLimits())
    assert next(results).line == 2
    results.close()


# --- Parquet ---------------------------------------------------------------------------------------------------


def test_columns_of_parquet(read_parquet):
    east = datetime.datetime(2031, 3, 4, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=3)))
    local = east.replace(tzinfo=None)
    (one, two), rejections = read_parquet(
        {
            "ID": [1, 2],
            "text": pyarrow.array(["One.", "Two."]).dictionary_encode(),
            "author": [["A. Morland", "B. Reed"], None],
            "published": pyarrow.array([east] * 2, pyarrow.timestamp("ns", "+03:00")),
            "updated": pyarrow.array([local] * 2, pyarrow.timestamp("us")),
            "source": [{"name": "Harbour Post", "url": "https://harbour.example"}, {"name": None, "url": None}],
            "gold_story": ["s", "s"],
            "language": pyarrow.array([b"en", b"en"], pyarrow.binary()),
            "filedate": [datetime.date(2031, 3, 5)] * 2,
        },
        row_group_size=1,
    )  # fmt: skip
    assert not rejections
    assert (one.article, one.text, one.byline, one.outlet) == ("1", "One.", "A. Morland, B. Reed", "Harbour Post")
    assert (one.published, one.updated) == ("2031-03-04T05:00:00+03:00", "2031-03-04T05:00:00")
    assert (one.language, one.source.captured, one.line, one.media) == ("en", "2031-03-05", 1, "table")
    assert (two.line, two.byline) == (2, None)
    assert "gold_story" not in json.loads(one.original)


@pytest.mark.parametrize("kind", [pyarrow.large_string(), pyarrow.binary(), pyarrow.string_view()])
def test_texts_of_other_types(read_parquet, kind):
    (document,), _ = read_parquet({"text": pyarrow.array(["Words."]).cast(kind)})
    assert document.text == "Words."


def test_rows_that_hold_no_article_are_named(read_parquet):
    documents, rejections = read_parquet({"text": ["One.", None, "Three."]})
    assert [document.line for document in documents] == [1, 3]
    assert list(rejections) == [":2"]


def test_packed_parquet(tmp_path):
    pyarrow.parquet.write_table(pyarrow.table({"text": ["One."]}), tmp_path / "a.parquet")
    packed = tmp_path / "a.parquet.gz"
    packed.write_bytes(gzip.compress((tmp_path / "a.parquet").read_bytes()))
    assert results_of(packed)[0][0].text == "One."
    assert "max_copied_bytes" in results_of(packed, max_copied_bytes=100)[1][""]


def test_large_row_groups_are_passed_over(read_parquet):
    texts = ["x" * 5_000, "Words."]
    documents, rejections = read_parquet(
        {"text": texts}, row_group_size=1, compression="none", max_row_group_bytes=2_000
    )
    assert [document.line for document in documents] == [2]
    assert "row group" in rejections[":1"]


def test_a_text_that_many_rows_share_is_a_bomb(read_parquet):
    shared = pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * 5_000), pyarrow.array(["w " * 50_000]))
    documents, rejections = read_parquet({"text": shared}, store_schema=False)
    assert len(documents) < 1_000
    assert "taken for a bomb" in rejections[""]


def test_other_tables(read_parquet):
    assert "`x`" in read_parquet({"x": [1]})[1][""]
    assert "broken" in read_parquet(b"PAR1" + b"x" * 100)[1][""]


@pytest.mark.parametrize("seed", range(40))
def test_damaged_tables_are_told(read_parquet, tmp_path, seed):
    chance = random.Random(seed)
    pyarrow.parquet.write_table(pyarrow.table({"id": ["a", "b"], "text": ["One.", "Two."]}), tmp_path / "good.parquet")
    raw = bytearray((tmp_path / "good.parquet").read_bytes())
    for _ in range(chance.randint(1, 6)):
        raw[chance.randrange(4, len(raw))] = chance.randrange(256)
    documents, rejections = read_parquet(bytes(raw))
    assert documents or rejections


def test_a_number_that_only_counts_rows_is_no_id(read_csv):
    counted, _ = read_csv("id,text\n1,Words of one.\n2,Words of two.\n")
    assert [(each.article, each.id_is_given) for each in counted] == [("1", False), ("2", False)]
    assert [each.fallback_id.rpartition("/")[2] for each in counted] == ["table.csv:1", "table.csv:2"]
    named, _ = read_csv("id,text\n17,Words of one.\nx2,Words of two.\n")
    assert [(each.article, each.id_is_given) for each in named] == [("17", True), ("x2", True)]
