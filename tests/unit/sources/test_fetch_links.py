"""Lists of addresses, as people keep them."""

from __future__ import annotations

import gzip
import io
import sys
from types import SimpleNamespace

import pytest

from firsthand.sources.fetching import read_links


def urls(words, max_links=100):
    links, rejections = read_links([str(word) for word in words], max_links)
    return [link.address.url for link in links], [(each.input, each.reason) for each in rejections]


@pytest.fixture
def listed(tmp_path):
    def write(content):
        path = tmp_path / "links.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.mark.parametrize(
    "line",
    [
        "https://paper.example/a",
        "  https://paper.example/a\t",
        "<https://paper.example/a>",
        "- https://paper.example/a",
        "* <https://paper.example/a>",
        "• https://paper.example/a",
        "12. https://paper.example/a",
        "- [x] https://paper.example/a",
        "- [Bridge closes](https://paper.example/a)",
        "[Bridge](<https://paper.example/a>)",
        "https://paper.example/a | Bridge closes in Velmora",
        "https://paper.example/a – Bridge closes",
        "https://paper.example/a # the mayor's words",
        "https://paper.example/a#comments",
        "\u200bhttps://paper.example/a",
    ],
)
def test_a_line_as_people_write_it(listed, line):
    assert urls([listed(f"{line}\n")]) == (["https://paper.example/a"], [])


def test_brackets_of_an_address_in_a_markdown_link_are_kept(listed):
    assert urls([listed("[a](https://paper.example/a_(b))")])[0] == ["https://paper.example/a_(b)"]


def test_comments_blank_lines_and_repeats_count_for_nothing(listed):
    text = "\ufeff# tabs\n\nhttps://paper.example/a\r\n   \nhttps://other.example/\n# x\nhttps://PAPER.example/a#top\n"
    assert urls([listed(text)]) == (["https://paper.example/a", "https://other.example/"], [])


def test_a_line_that_is_no_address_is_named_and_the_rest_goes_on(listed):
    path = listed("https://paper.example/a\nwww.paper.example/b\nhttps://paper.example/c d\nhttps://paper.example/e\n")
    found, rejected = urls([path])
    assert found == ["https://paper.example/a", "https://paper.example/e"]
    assert [name for name, _ in rejected] == [f"{path}:2", f"{path}:3"]
    assert "www.paper.example/b: this is no address of a page." in rejected[0][1]


def test_a_login_is_refused_and_never_repeated(listed):
    path = listed("https://paper.example/a\nhttps://ada:s3cret@paper.example/b\n")
    found, rejected = urls([path, "https://ada:s3cret@paper.example/c"])
    assert found == ["https://paper.example/a"]
    assert len(rejected) == 2
    assert "s3cret" not in str(rejected)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"%PDF-1.7\n\x00\x01\n\x02\n", b"one\ntwo\nthree\n" * 5_000])
def test_what_is_no_list_is_told_once(listed, content):
    path = listed(content)
    found, rejected = urls([path])
    assert found == []
    assert [name for name, _ in rejected] == [str(path)]


def test_of_too_many_wrong_lines_the_rest_is_left(listed):
    found, rejected = urls([listed("https://paper.example/a\n" + "x\n" * 3_000 + "https://paper.example/b\n")])
    assert found == ["https://paper.example/a"]
    assert len(rejected) == 1_002


def test_more_addresses_than_allowed_are_refused(listed):
    found, rejected = urls([listed("".join(f"https://paper.example/{n}\n" for n in range(9)))], max_links=3)
    assert len(found) == 3
    assert len(rejected) == 1
    assert "max_links" in rejected[0][1]


def test_a_packed_list_and_one_in_utf_16(listed):
    assert urls([listed(gzip.compress(b"https://paper.example/a\n"))])[0] == ["https://paper.example/a"]
    assert urls([listed("https://paper.example/a\n".encode("utf-16"))])[0] == ["https://paper.example/a"]


def test_addresses_files_and_standard_input_together(listed, monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"https://paper.example/c\n")))
    found, rejected = urls(["https://paper.example/b", listed("https://paper.example/a\n"), "-"])
    assert found == [f"https://paper.example/{name}" for name in "bac"]
    assert rejected == []


def test_a_missing_file_may_have_been_meant_as_an_address(tmp_path):
    _, rejected = urls(["paper.example/story", tmp_path])
    assert "an address begins with http:// or https://" in rejected[0][1]
    assert len(rejected) == 2


@pytest.mark.parametrize("line", ["- " * 50_000, "[" * 50_000, "[](" * 30_000, "x" + " " * 100_000 + "y", "<" * 90_000])
def test_a_hostile_line_is_one_rejection(listed, line):
    found, rejected = urls([listed(f"https://paper.example/a\n{line}\n")])
    assert (len(found), len(rejected)) == (1, 1)
    assert len(rejected[0][1]) < 300
