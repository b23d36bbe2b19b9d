from __future__ import annotations

import gzip
import io
import random
import struct
import zipfile

import pytest

from firsthand.model import RawDocument, Rejection
from firsthand.sources import SourceLimits, read_inputs

PAGE = "<html><body><article><p>Words of a page.</p></article></body></html>"


def zipped(members, packing=zipfile.ZIP_DEFLATED):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


@pytest.fixture
def read(tmp_path):
    def read_zip(raw, name="a.zip", **limits):
        path = tmp_path / name
        path.write_bytes(raw)
        results = list(read_inputs([str(path)], SourceLimits(**limits)))
        documents = [one for one in results if isinstance(one, RawDocument)]
        return documents, {one.input[len(str(path)) :]: one.reason for one in results if isinstance(one, Rejection)}

    return read_zip


def test_members_of_every_kind_in_order_of_names(read, tmp_path):
    raw = zipped(
        {
            "c.html": PAGE,
            "inner/b.txt": "Words of a text.",
            "a.jsonl.gz": gzip.compress(b'{"id": "one", "text": "One."}\nbroken\n'),
            "d.csv": "id,text\ntwo,Two.\n",
            "inner/more.zip": zipped({"e.txt": "Words within."}),
            "picture.png": b"\x89PNG....",
        }
    )
    documents, rejections = read(raw)
    assert [document.article for document in documents] == ["one", "c", "two", "b", "e"]
    path = tmp_path / "a.zip"
    assert documents[1].source.path == f"{path}/c.html"
    assert documents[4].source.path == f"{path}/inner/more.zip/e.txt"
    assert documents[3].original == b"Words of a text."
    assert list(rejections) == ["/a.jsonl.gz:2", "/picture.png"]


def test_a_gzipped_zip(read):
    (document,), _ = read(gzip.compress(zipped({"b.txt": "Words of a text."})), "a.zip.gz")
    assert document.text == "Words of a text."


def test_what_is_passed_over(read):
    names = [".hidden", "__MACOSX/._b.txt", "c/.d/e.txt", "page_files/ad.html", "k/page-Dateien/x.txt", "old.firsthand"]
    documents, rejections = read(
        zipped({**dict.fromkeys(names, "Words."), "page.html": PAGE, "k/page.htm": PAGE, "alone_files/x.txt": "Words."})
    )
    assert not rejections
    assert [document.source.path.partition("a.zip/")[2] for document in documents] == [
        "alone_files/x.txt",
        "k/page.htm",
        "page.html",
    ]


def test_names_do_not_lead_out(read):
    documents, _ = read(zipped({"../../etc/x.txt": "Words.", "/y.txt": "Words.", "..\\z.txt": "Words."}))
    assert [document.source.path.partition("a.zip/")[2] for document in documents] == ["etc/x.txt", "y.txt", "z.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_last_of_one_name_counts(read):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.txt", "The first words.")
        archive.writestr("a.txt", "The last words.")
    (document,), _ = read(held.getvalue())
    assert document.text == "The last words."


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("word/document.xml", "Word"),
        ("xl/workbook.xml", "CSV"),
        ("[Content_Types].xml", "PDF"),
        ("mimetype", "OpenDocument"),
    ],
)
def test_documents_of_other_programs_say_what_to_save_them_as(read, name, told):
    assert told in read(zipped({name: "x", "z.txt": "Words."}), "a.docx")[1][""]
    documents, rejections = read(zipped({"a.docx": zipped({name: "x"}), "z.txt": "Words."}))
    assert len(documents) == 1
    assert told in rejections["/a.docx"]


def test_web_archive_gives_its_pages_alone(read):
    documents, rejections = read(
        zipped({"datapackage.json": "{}", "pages/pages.jsonl": '{"text": "no"}\n', "archive/a.txt": "Words."})
    )
    assert [document.text for document in documents] == ["Words."]
    assert not rejections


def test_encrypted_member(read):
    raw = bytearray(zipped({"a.txt": "Words.", "b.txt": "More words."}))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    documents, rejections = read(bytes(raw))
    assert [document.article for document in documents] == ["b"]
    assert "encrypted" in rejections["/a.txt"]


def test_unknown_packing_and_wrong_check_sum(read):
    raw = bytearray(zipped({"a.txt": "Words.", "b.txt": "More words."}, zipfile.ZIP_STORED))
    place = raw.index(b"PK\x01\x02")
    raw[place + 10 : place + 12] = struct.pack("<H", 97)
    raw[raw.index(b"More words.")] = ord("L")
    documents, rejections = read(bytes(raw))
    assert not documents
    assert "unusual way" in rejections["/a.txt"]
    assert "CRC" in rejections["/b.txt"]


def test_cut_and_empty(read):
    assert "not a zip file" in read(zipped({"a.txt": "Words."})[:-30])[1][""]
    assert "no file to read" in read(zipped({}))[1][""]
    assert "no file to read" in read(zipped({"folder/": ""}))[1][""]


def test_zips_within_one_another_have_a_limit(read):
    raw = zipped({"a.txt": "Words."})
    for _ in range(4):
        raw = zipped({"in.zip": raw})
    assert "more than 2 zip files" in read(raw)[1]["/in.zip/in.zip"]


def test_bombs_are_refused(read):
    line = b'{"text": "' + b"x" * 100_000 + b'"}\n'
    documents, rejections = read(zipped({f"{number}.jsonl": line * 100 for number in range(3)}))
    assert len(documents) < 200
    assert "taken for a bomb" in next(iter(rejections.values()))


def test_members_behind_a_bomb_are_named(read):
    bomb = b'{"text": "' + b"x" * 20_000_000 + b'"}\n'
    members = {"a.jsonl": bomb, "b.txt": "Words.", **{f"c{number}.txt": "Words." for number in range(9)}}
    documents, rejections = read(zipped(members))
    assert not documents
    assert "taken for a bomb" in rejections["/a.jsonl"]
    assert "10 members" in rejections[""]
    assert "b.txt, c0.txt, c1.txt, c2.txt, c3.txt, ..." in rejections[""]


def test_members_that_share_their_bytes_are_not_read_twice(read):
    raw = zipped({"0000000": "Words of a text."})
    start, end = raw.index(b"PK\x01\x02"), raw.index(b"PK\x05\x06")
    listed = b"".join(raw[start:end].replace(b"0000000", b"%07d" % number) for number in range(100))
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 100, 100, len(listed), start, 0)
    documents, rejections = read(raw[:start] + listed + tail)
    assert len(documents) <= 1
    assert len(rejections) >= 99


def test_zips_within_draw_on_the_same_allowance(read):
    lines = b'{"text": "' + b"x" * 100_000 + b'"}\n'
    inner = zipped({"a.jsonl": lines * 60})
    documents, rejections = read(zipped({f"{number}.zip": inner for number in range(9)}))
    assert len(documents) < 200
    assert any("taken for a bomb" in reason for reason in rejections.values())


def test_number_of_members_is_bounded(read):
    raw = zipped({f"{number}.txt": "Words." for number in range(20)})
    assert "20 members, more than 10" in read(raw, max_zip_members=10)[1][""]


def test_a_copy_has_a_limit(read):
    raw = gzip.compress(zipped({"a.txt": random.Random(1).randbytes(5_000).hex()}))
    assert "max_copied_bytes" in read(raw, max_copied_bytes=1_000)[1][""]


@pytest.mark.parametrize("seed", range(40))
def test_damaged_files_are_told(read, seed):
    chance = random.Random(seed)
    raw = bytearray(zipped({"a.txt": "Words.", "b/c.html": PAGE, "d.zip": zipped({"e.txt": "Words."})}))
    for _ in range(chance.randint(1, 8)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    documents, rejections = read(bytes(raw[: chance.randint(len(raw) // 2, len(raw))]))
    assert documents or rejections
