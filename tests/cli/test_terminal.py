"""What is printed cannot act on a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest

from firsthand.cli.terminal import escape_json_line, one_line, sanitise, shorten

UNSAFE = [
    "\x00",
    "\x07",
    "\x08",
    "\x1b",
    "\x7f",
    "\x9b",
    "\u061c",
    "\u200e",
    "\u200f",
    "\u202a",
    "\u202e",
    "\u2066",
    "\u2069",
    "\ufeff",
    "\ud800",
    "\U000e0041",
]


@pytest.mark.parametrize("character", UNSAFE)
def test_unsafe_characters_are_replaced(character):
    assert sanitise(f"a{character}b") == "a\ufffdb"


def test_every_control_and_direction_mark_is_replaced():
    kept = {"\n", "\t"}
    for code in range(0x110000):
        character = chr(code)
        if unicodedata.category(character) == "Cc" or unicodedata.bidirectional(character) in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }:
            assert sanitise(character) == (
                character if character in kept else "\n" if character in "\r\x85" else "\ufffd"
            )


@pytest.mark.parametrize("text", ["plain", "naïve – “quoted”", "家\u200d族", "می\u200cخواهم", "a\tb\nc", "👩\u200d🚀"])
def test_other_text_stays(text):
    assert sanitise(text) == text


def test_lines():
    assert sanitise("a\r\nb\rc\u2028d") == "a\nb\nc\nd"
    assert one_line(" a\r\n\tb\u2029c ") == "a b c"
    assert shorten("a b c", 5) == "a b c"
    assert shorten("abcdef", 5) == "abcd…"


@pytest.mark.parametrize("character", [character for character in UNSAFE if character != "\ud800"])
def test_escaped_json_has_the_same_value(character):
    line = json.dumps({"a": f"x{character}y"}, ensure_ascii=False).encode()
    escaped = escape_json_line(line)
    assert json.loads(escaped) == json.loads(line)
    assert character not in escaped.decode()
