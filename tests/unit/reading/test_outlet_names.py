from __future__ import annotations

import pytest

from firsthand.model import RawDocument, Source
from firsthand.reading import ReadingSettings, read_article
from firsthand.reading.outlet import Outlet, decide_outlet, readable_outlet

_UNKNOWN = Outlet(None, "nothing says it")
_GAZETTE = "https://www.harbourgazette.com/x"


@pytest.mark.parametrize(
    ("name", "url", "readable"),
    [
        ("Harbour Gazette", None, "Harbour Gazette"),
        ("  Harbour   Gazette ", _GAZETTE, "Harbour Gazette"),
        ("Harbour Gazette | News from the coast", _GAZETTE, "Harbour Gazette"),
        ("World news - Harbour Gazette", _GAZETTE, "Harbour Gazette"),
        ("Sail - Tide", _GAZETTE, "Sail - Tide"),  # neither fits the address
        ("Harbour Gazette - Coast", None, "Harbour Gazette - Coast"),
        ("Harbour Gazette (Opinion)", None, "Harbour Gazette"),
        ("Harbour Gazette (Online News)", _GAZETTE, "Harbour Gazette"),
        ("Harbour Gazette (Ellmouth)", None, "Harbour Gazette (Ellmouth)"),
        ("www.harbourgazette.com", None, "harbourgazette.com"),
        ("sport.harbourgazette.com", _GAZETTE, "harbourgazette.com"),
        ("edition.cnn.com", None, "CNN"),
        ("CNN Business", "https://edition.cnn.com/x", "CNN"),
        ("BBC News", "https://www.bbc.co.uk/news/x", "BBC"),
        ("New York Times", None, "The New York Times"),
        ("nytimes", "https://www.nytimes.com/x", "The New York Times"),
        ("Harbour Gazette", "https://www.nytimes.com/x", "Harbour Gazette"),
        ("(Opinion)", None, "(Opinion)"),
    ],
)
def test_one_outlet_has_one_name(name: str, url: str | None, readable: str) -> None:
    assert readable_outlet(name, url) == readable


def test_a_domain_gives_way_to_the_name_that_the_site_gives_itself() -> None:
    assert decide_outlet("harbourgazette.com", "Harbour Gazette", _GAZETTE, _UNKNOWN).name == "Harbour Gazette"
    assert decide_outlet("ellmouth.com", "Harbour Gazette", _GAZETTE, _UNKNOWN).name == "ellmouth.com"
    assert decide_outlet(None, None, "https://www.theguardian.com/x", _UNKNOWN).name == "The Guardian"
    assert decide_outlet(None, None, _GAZETTE, _UNKNOWN).name == "harbourgazette.com"


@pytest.mark.parametrize(
    ("fields", "publisher"),
    [
        ({"outlet": "Daily Mirror", "url": "https://www.mirror.co.uk/x"}, "Reach plc"),
        ({"outlet": "dailymail.co.uk"}, "DMG Media"),
        ({"outlet": "Harbour Gazette"}, "Shore Group"),
        ({"url": _GAZETTE}, None),
        ({}, None),
    ],
)
def test_the_family_of_the_outlet(fields: dict[str, str], publisher: str | None) -> None:
    text = "The new bridge over the Ell was opened on Monday, eleven years after the old one was washed away."
    document = RawDocument(article="a", text=text, source=Source(sha256="0", bytes_kept=0), original=b"", **fields)
    settings = ReadingSettings(publishers={"Shore Group": ("Harbour Gazette",)})
    assert read_article(document, settings).article.publisher == publisher
