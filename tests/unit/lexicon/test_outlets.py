from __future__ import annotations

import pytest

from firsthand.lexicon.outlets import is_domain, is_same_outlet, outlet_of_domain, split_address
from firsthand.lexicon.quotation_marks import is_apostrophe, pairs_of


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("www.harbourgazette.com", "harbourgazette.com"),
        ("https://edition.harbourgazette.co.uk/world/x", "harbourgazette.co.uk"),
        ("news.harbourgazette.example", "harbourgazette.example"),
        ("harbour.blogspot.com", "harbour.blogspot.com"),
        ("localhost", None),
        ("192.168.0.1", None),
    ],
)
def test_a_domain_gives_a_name(address: str, name: str | None) -> None:
    assert outlet_of_domain(address) == name


def test_a_name_is_no_domain() -> None:
    assert is_domain("www.harbourgazette.com")
    assert is_domain("harbourgazette.com/news")
    assert not is_domain("Harbour Gazette")
    assert not is_domain("Gazette")


@pytest.mark.parametrize(
    ("name", "outlet", "same"),
    [
        ("The Harbour Gazette", "harbourgazette.com", True),
        ("Harbour Gazette", "hgazette.com", True),
        ("Harbour Gazette", "The Harbour Gazette", True),
        ("HG", "Harbour Gazette", False),
        ("Harbour Herald", "harbourgazette.com", False),
        ("Harbour Gazette", None, False),
    ],
)
def test_a_name_fits_an_outlet(name: str, outlet: str | None, same: bool) -> None:
    assert is_same_outlet(name, outlet) is same


def test_quotation_marks_follow_the_language() -> None:
    assert pairs_of("de")[0] == ("„", "“")
    assert pairs_of(None)[0] == ("“", "”")


def test_an_apostrophe_is_no_closing_mark() -> None:
    assert is_apostrophe("Ellmouth´s bridge", 8)
    assert is_apostrophe("the leaders’ talks", 11)
    assert not is_apostrophe("'No' he said", 0)
    assert not is_apostrophe("“No’ He said", 3)


@pytest.mark.parametrize("address", [None, "", "http://[::1", "http://a\u2100b/", "javascript:alert(1)", "//", "x" * 9])
def test_what_cannot_be_taken_apart_has_no_parts(address: str | None) -> None:
    assert split_address(address) is None


def test_an_address_is_taken_apart() -> None:
    parts = split_address("https://WWW.Harbourgazette.com:99999/a?b#c")
    assert parts is not None
    assert (parts.hostname, parts.path, parts.query) == ("www.harbourgazette.com", "/a", "b")
