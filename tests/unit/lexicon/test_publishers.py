from __future__ import annotations

import re

import pytest

from firsthand.lexicon.publishers import is_masthead, masthead_named, masthead_of, publisher_of, publisher_table

_OWN = {"Shore Group": ("Harbour Gazette", "ellmouth.example", "www.anders-post.org"), "A Group": ("Harbour Gazette",)}


def test_the_table_is_well_formed() -> None:
    table = publisher_table()
    assert len(table.families) >= 100
    assert all(re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", host) for host in table.by_host)
    assert sum(map(len, table.families.values())) == sum(entry.family is not None for entry in table.by_host.values())
    assert all(family == family.strip() and not family.endswith(":") for family in table.families)
    assert all("." in domain for domains in table.families.values() for domain in domains)


@pytest.mark.parametrize(
    ("outlet", "domain", "family"),
    [
        ("Daily Mirror", "https://www.mirror.co.uk/news/x", "Reach plc"),
        ("Daily Mirror", "https://www.dailymirror.lk/x", "Wijeya Newspapers"),
        ("Daily Mirror", None, None),
        ("Süddeutsche Zeitung", None, None),
        ("SÄCHSISCHE ZEITUNG", None, "Madsack"),
        ("Wall Street Journal", None, "News Corp"),
        ("USA Today", "https://www.yahoo.com/news/x", "Gannett"),
        (None, "https://g1.globo.com/politica/x", "Globo"),
        (None, "economictimes.indiatimes.com", "Times Group"),
        ("bild.de", None, "Axel Springer"),
        ("Harbour Gazette", "https://harbourgazette.com/x", None),
        ("x", "http://[", None),
        (None, None, None),
        ("", "", None),
    ],
)
def test_whose_an_outlet_is(outlet: str | None, domain: str | None, family: str | None) -> None:
    assert publisher_of(outlet, domain) == family


@pytest.mark.parametrize(
    ("outlet", "domain", "family"),
    [
        ("The Harbour Gazette", None, "A Group"),  # listed twice: the first family by name
        ("Ellmouth News", "https://news.ellmouth.example/x", "Shore Group"),
        ("anders-post.org", None, "Shore Group"),
        ("Anders Post", "https://notanders-post.org/x", None),
        ("Bild", "https://www.bild.de/x", "Axel Springer"),
    ],
)
def test_what_the_user_wrote_goes_first(outlet: str | None, domain: str | None, family: str | None) -> None:
    assert publisher_of(outlet, domain, _OWN) == family
    assert publisher_of("Bild", "https://www.bild.de/x", {"Mine": ("bild.de",)}) == "Mine"


def test_mastheads() -> None:
    assert masthead_of("https://edition.cnn.com/2018/x") == "CNN"
    assert masthead_of("theguardian.com") == masthead_of("http://www.guardian.co.uk/x") == "The Guardian"
    assert masthead_of("https://harbourgazette.com/x") is None
    assert masthead_of(None) is None
    assert masthead_named("new york times") == "The New York Times"
    assert masthead_named("The Herald") is None  # of a dozen towns
    assert is_masthead("Irish Times Business", "The Irish Times")
    assert not is_masthead("The Irish", "The Irish Times")
    assert not is_masthead("Irish Timesaver", "The Irish Times")
