"""Articles of invented affairs, built by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.model import Article, Source, Span

FERRY = (
    "The ferry Marbella Star sank off the island of Quenby on Tuesday with 112 people aboard, the Tolmar coastguard "
    "said. Captain Ines Radlow told rescuers that water came over the bow doors. Minister Pavel Orsik promised an "
    "inquiry into the sinking of the Marbella Star."
)
FERRY_ALSO = (
    "Rescuers searched the sea off Quenby for survivors after the Marbella Star went down with 112 aboard. The Tolmar "
    "coastguard said the ferry had taken on water through its bow doors. Minister Pavel Orsik promised an inquiry."
)
STRIKE = (
    "Bakers in the city of Lusk walked out on Friday over night shifts, leaving shops without bread. The union of "
    "Mira Dolan wants 40 crowns more a week. Employers in Lusk called the strike of the bakers reckless."
)
STRIKE_ALSO = (
    "Shops in Lusk had no bread as bakers went on strike over their night shifts. Union leader Mira Dolan asked for 40 "
    "crowns a week more, and employers spoke of a reckless walkout."
)
TALKS = (
    "President Viktor Halm met Prime Minister Orna Deveril in Sarrow on Wednesday for the second round of talks on the "
    "Ilmen river dam. Farmers in Kassel valley want more water from the Ilmen. Halm said monitors could visit the dam, "
    "and Deveril spoke of a change of tone on river water."
)
TALKS_LATER = (
    "President Viktor Halm and Prime Minister Orna Deveril signed a protocol in Belgar on Wednesday that lets monitors "
    "visit the Ilmen river dam, after a third round of talks. Farmers in Kassel valley will get more river water, and "
    "Halm praised the monitors of the dam. Deveril said the water would flow."
)
RAILWAY = (
    "President Viktor Halm and Prime Minister Orna Deveril agreed in Sarrow on Thursday to reopen the railway between "
    "their capitals, closed since the war. Trains carrying freight and passengers would cross seven rebuilt bridges, "
    "and tickets would be cheap. Engineers walked the tracks last summer."
)


@pytest.fixture
def make_article() -> Callable[..., Article]:
    def make(name: str, text: str, headline: str | None = None, **fields: object) -> Article:
        given = {"outlet": None, "language": "en", "body": (Span(0, len(text)),) if text else ()} | fields
        return Article(article=name, text=text, headline=headline, source=Source(sha256="0", bytes_kept=0), **given)  # type: ignore[arg-type]

    return make


@pytest.fixture
def archive(make_article: Callable[..., Article]) -> list[Article]:
    """Two affairs of two articles each, and a sequel and a look-alike of a third."""
    return [
        make_article("a1", FERRY, "Ferry sinks off Quenby", event_date="2031-03-04", outlet="Harbour Post"),
        make_article("a2", FERRY_ALSO, "Search for survivors of Marbella Star", event_date="2031-03-04"),
        make_article("b1", STRIKE, "Bakers of Lusk on strike", published="2031-03-07T08:00:00Z", outlet="Lusk Echo"),
        make_article("b2", STRIKE_ALSO, "No bread in Lusk as bakers strike", published="2031-03-08"),
        make_article("c1", TALKS, "Halm and Deveril talk of dam in Sarrow", event_date="2031-05-14"),
        make_article("d1", TALKS_LATER, "Halm and Deveril sign protocol on dam", event_date="2031-05-28"),
        make_article("e1", RAILWAY, "Halm and Deveril to reopen railway", event_date="2029-05-17"),
    ]
