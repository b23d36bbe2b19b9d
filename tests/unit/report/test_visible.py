from __future__ import annotations

import pytest

from firsthand.report.visible import shorten, visible_language, visible_text, web_address


def test_terminal_escapes_and_controls_are_shown_as_pictures():
    assert visible_text("a\x1b[31mb\x00\x7f\x9b") == "a␛[31mb␀␡�"


def test_overrides_and_tags_are_dropped_and_plain_marks_stay():
    assert visible_text("a\u202eb\u2066c\u2069\U000e0041\ufeff") == "abc"
    assert visible_text("\u200fشارع\u200e") == "\u200fشارع\u200e"


def test_line_ends_become_line_ends_and_tabs_stay():
    assert visible_text("a\u2028b\x0bc\x85d\te\r\n") == "a\nb\nc\nd\te\r\n"


def test_what_utf8_cannot_hold_is_replaced():
    assert visible_text("a\ud800b\uffff").encode("utf-8").decode() == "a�b�"


@pytest.mark.parametrize("address", ["https://a.example/x?y=1&z=%20", "http://a.example:80/"])
def test_addresses_of_the_web_are_linked(address):
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//a.example/x",
        "http:///x",
        "https://",
        "ftp://a.example",
        "https://a.example/ x",
        "https://a.example/\u202ex",
        "https://a.example/\x00",
        "https://a.example/'onclick='x",
        "https://[bad/",
        "https://a.example/" + "x" * 3000,
        "\thttps://a.example",
    ],
)
def test_everything_else_is_not(address):
    assert web_address(address) is None


@pytest.mark.parametrize(
    ("tag", "shown"), [("en", "en"), ("zh-Hant", "zh-Hant"), ('en"x', None), ("", None), (None, None)]
)
def test_language_tags(tag, shown):
    assert visible_language(tag) == shown


def test_shorten_cuts_at_a_word():
    assert shorten("one two three", 100) == "one two three"
    assert shorten("one two three", 9) == "one two…"
    assert shorten("x" * 50, 10) == "x" * 9 + "…"
    assert shorten("a\n  b", 10) == "a b"
