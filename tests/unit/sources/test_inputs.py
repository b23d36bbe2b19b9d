from __future__ import annotations

import builtins
import gzip
import io
import json
import os
import sys

from firsthand.model import RawDocument, Rejection
from firsthand.sources import SourceLimits, read_inputs


def read(*paths, **limits):
    return list(read_inputs([str(path) for path in paths], SourceLimits(**limits)))


def documents(results):
    return [one for one in results if isinstance(one, RawDocument)]


def rejections(results):
    return {one.input: one.reason for one in results if isinstance(one, Rejection)}


def test_plain_file_keeps_text_stem_and_bytes(tmp_path):
    raw = "\ufeffFirst line\r\n\r\n Second é \x00 ".encode()
    (tmp_path / "n.1.txt").write_bytes(raw)
    (document,) = read(tmp_path / "n.1.txt")
    assert document.text == "First line\r\n\r\n Second é \ufffd "
    assert document.article == "n.1"
    assert not document.id_is_given
    assert document.fallback_id == str(tmp_path / "n.1.txt")
    assert document.original == raw
    assert document.source.bytes_kept == len(raw)


def test_folder_in_order_with_hidden_files_and_archives_passed_over(tmp_path):
    for name in ("b.txt", "a/c.txt", "a/a.html", ".hidden", "k.firsthand", "k.firsthand-wal", "firsthand.toml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<html><p>x</p></html>" if name.endswith("html") else "Words of a text.")
    results = read(tmp_path)
    assert [(one.article, one.fallback_id) for one in results] == [("a", "a/a.html"), ("c", "a/c.txt"), ("b", "b.txt")]
    assert results[0].html is not None
    assert results[0].text is None


def test_folder_of_a_saved_pages_parts_is_passed_over(tmp_path):
    for name in "a.html a_files/ad.html b.htm b-Dateien/ad.html c_files/d.html e.txt e_files/f.html".split():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<html><p>x</p></html>" if ".h" in name else "Words of a text.")
    results = read(tmp_path)
    assert [one.fallback_id for one in results] == ["a.html", "b.htm", "c_files/d.html", "e.txt", "e_files/f.html"]


def test_jsonl_with_broken_lines_keeps_the_rest(tmp_path):
    path = tmp_path / "x.jsonl"
    lines = [b'{"id": "a", "text": "one"}', b'{"id": "b", "te', b"", b"[1, 2]", b'{"text": 5}', b'{"text": "last"}']
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n".join(lines))
    results = read(path)
    assert [one.text for one in documents(results)] == ["one", "last"]
    assert documents(results)[0].original == lines[0]
    assert documents(results)[1].line == 6
    reasons = rejections(results)
    assert list(reasons) == [f"{path}:2", f"{path}:4", f"{path}:5"]
    assert "not valid JSON" in reasons[f"{path}:2"]
    assert "`$.text`" in reasons[f"{path}:5"]


def test_json_object_list_and_wrapped_list(tmp_path):
    rows = [{"id": "a", "text": "one"}, {"id": "b", "text": "two"}]
    (tmp_path / "l.json").write_text(json.dumps(rows, indent=1))
    (tmp_path / "o.json").write_text(json.dumps(rows[0], indent=1))
    (tmp_path / "w.json").write_text(json.dumps({"status": "ok", "articles": rows}))
    (tmp_path / "nan.json").write_text('[{"id": "c", "text": "three", "title": NaN}]')
    results = read(tmp_path)
    assert [one.article for one in results] == ["a", "b", "c", "a", "a", "b"]
    assert json.loads(results[0].original) == rows[0]


def test_gzip_is_unpacked_whatever_is_in_it(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"Words of a text."))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"id": "b", "text": "two"}\n'))
    results = read(tmp_path)
    assert [(one.article, one.text) for one in results] == [("a", "Words of a text."), ("b", "two")]


def test_standard_input_is_jsonl(monkeypatch):
    class Stream:
        buffer = io.BytesIO(b'{"id": "a", "text": "one"}\nbroken\n')

    monkeypatch.setattr(sys, "stdin", Stream())
    results = read("-")
    assert documents(results)[0].source.path == "-"
    assert list(rejections(results)) == ["-:2"]


def test_refusals_name_input_reason_and_mend(tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.dat").write_bytes(os.urandom(4_000))
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "x.csv").write_text("id,words\n1,words\n")
    (tmp_path / "old.db").write_bytes(b"SQLite format 3\x00" + bytes(100))
    (tmp_path / "half.jsonl.gz").write_bytes(gzip.compress(os.urandom(5_000).hex().encode())[:-900])
    (tmp_path / "twice.gz").write_bytes(gzip.compress(gzip.compress(b"x")))
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dead").symlink_to("nowhere")
    (tmp_path / "good.txt").write_text("Words of a text.")
    results = read(tmp_path, tmp_path / "missing")
    assert [one.article for one in documents(results)] == ["good"]
    reasons = rejections(results)
    expected = {
        "empty.txt": "empty", "binary.dat": "binary", "x.pdf": "the PDF is broken",
        "x.csv": "no column of the table holds text", "old.db": "database", "half.jsonl.gz": "broken",
        "twice.gz": "gzipped twice", "pipe": "regular file", "dead": "no such file", "missing": "no such file",
    }  # fmt: skip
    assert len(reasons) == len(expected)
    for name, words in expected.items():
        assert words in reasons[str(tmp_path / name)]


def test_sizes_are_bounded(tmp_path):
    (tmp_path / "long.txt").write_bytes(b"x" * 5_000)
    (tmp_path / "long.jsonl").write_bytes(b'{"text": "' + b"x" * 5_000 + b'"}\n{"id": "b", "text": "two"}\n')
    (tmp_path / "long.json").write_bytes(b'[{"text": "' + b"x" * 5_000 + b'"}]')
    results = read(tmp_path, max_text_bytes=1_000, max_line_bytes=1_000, max_json_bytes=1_000)
    assert [one.article for one in documents(results)] == ["b"]
    reasons = rejections(results)
    assert "max_text_bytes" in reasons[str(tmp_path / "long.txt")]
    assert "longer than 1,000 bytes" in reasons[str(tmp_path / "long.jsonl") + ":1"]
    assert "max_json_bytes" in reasons[str(tmp_path / "long.json")]


def test_gzip_bomb_is_refused(tmp_path):
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "' + b"x" * 40_000_000 + b'"}'))
    (result,) = read(path)
    assert isinstance(result, Rejection)
    assert "unpacks to more than" in result.reason


def test_folder_that_contains_itself(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "up").symlink_to("..")
    (tmp_path / "a" / "x.txt").write_text("Words.")
    results = read(tmp_path)
    assert [one.article for one in documents(results)] == ["x"]
    assert "contains itself" in next(iter(rejections(results).values()))


def test_folder_without_files(tmp_path):
    (result,) = read(tmp_path)
    assert "holds no file" in result.reason


def test_no_permission(tmp_path, monkeypatch):
    path = tmp_path / "x.txt"
    path.write_text("Words.")

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(builtins, "open", refuse)
    (result,) = read(path)
    assert "not permitted" in result.reason


def test_nothing_is_read_before_it_is_asked_for(tmp_path):
    (tmp_path / "a.txt").write_text("Words.")
    results = read_inputs([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], SourceLimits())
    assert isinstance(next(results), RawDocument)
    (tmp_path / "b.txt").write_text("Written later.")
    assert next(results).text == "Written later."


def test_file_names_that_are_no_utf8_can_be_written_out(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Words of a text.")
    (document,) = read(tmp_path)
    assert document.article == "caf\ufffd"
    assert document.source.path.encode("utf-8")


def test_a_file_that_is_no_jsonl_is_left_after_many_broken_lines(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text("no\n" * 40 + '{"id": "a", "text": "words"}\n')
    results = read(path, max_broken_lines=30)
    assert not documents(results)
    assert len(results) == 31
    assert "what follows line 30 was not looked at" in rejections(results)[str(path)]


def test_broken_lines_between_good_ones_never_end_a_file(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text("".join(f'no\nno\n{{"id": "{n}", "text": "words"}}\n' for n in range(20)))
    assert len(documents(read(path, max_broken_lines=3))) == 20


def test_a_text_of_too_many_lines_is_no_article(tmp_path):
    (tmp_path / "log.txt").write_text("a\r\n" * 60)
    (tmp_path / "log.jsonl").write_text(json.dumps({"id": "a", "text": "a\u2028" * 120}))
    found = rejections(read(tmp_path, max_text_lines=100))
    assert len(found) == 2
    assert all("120 lines, more than 100" in reason for reason in found.values())
