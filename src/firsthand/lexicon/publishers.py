"""Publisher families and mastheads: whose an outlet is, and under which name a site is known.

The tables stand in `publishers_europe` and `publishers_world`; a user's settings extend them. To belong to one family
says that two outlets share an owner, and nothing about who wrote a text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from firsthand.lexicon.outlets import is_domain, split_address
from firsthand.lexicon.publishers_europe import EUROPEAN_FAMILIES
from firsthand.lexicon.publishers_world import SINGLE_MASTHEADS, WORLD_FAMILIES

__all__ = ["PublisherTable", "is_masthead", "masthead_named", "masthead_of", "publisher_of", "publisher_table"]

_MOST_LABELS = 6  # of a host that are looked at, from its end
_FEWEST_LETTERS = 6  # of a masthead of one word that stands for its outlet without the address
# Names that several outlets of the world bear, without article: alone they name no family.
_SHARED_NAMES = frozenset(
    "abc|advertiser|age|argus|blade|business daily|business times|capital|citizen|courier|cosmopolitan|current time"
    "|daily express|daily mail|daily mirror|daily monitor|daily press|daily record|daily star|daily telegraph"
    "|deadline|die presse|el comercio|el correo|el mundo|el nuevo día|el país|esquire|evening standard"
    "|evening telegraph|excélsior|expansión|express|focus|glamour|globo|guardian|herald|hindustan|hoy|il giorno"
    "|independent|information|información|kleine zeitung|kompas|kurier|l union|l avenir|la libre|la nación|la prensa"
    "|la provincia|la república|la tribune|la verdad|las provincias|le progrès|libero|limes|los andes|marca|mercury"
    "|metro|milenio|nation|national|neue presse|new paper|news press|news tribune|observer|olympian"
    "|portafolio|posta|post|press|province|record|reforma|reflex|state|standard|star|stuff|sun|sun herald"
    "|sunday post|sunday world|today|times|tribune|variety|vesti|wired|vogue|libération|le temps|le soir|sabah"
    "|athletic|atlantic|australian|conversation|expresso|fortune|intercept|journal|news24|reason|scroll|spectator"
    "|chronicle|gazette|dispatch|telegraph|mirror|examiner|news|mail|morning call|público|punch|wire".split("|")
)
_NOT_A_WORD = re.compile(r"[\W_]+")


class _Entry(NamedTuple):
    """One outlet of the table."""

    domain: str
    masthead: str | None
    family: str | None


class PublisherTable(NamedTuple):
    """The tables, ready to be asked."""

    families: Mapping[str, tuple[str, ...]]  # the domains of each family
    by_host: Mapping[str, _Entry]
    by_name: Mapping[str, _Entry]  # by masthead, folded; only names that one outlet alone bears


def _entries(listed: str, family: str | None) -> Iterator[_Entry]:
    for entry in listed.split(";"):
        domain, _, masthead = " ".join(entry.split()).partition(" ")
        if domain:
            yield _Entry(domain, masthead or None, family)


@cache
def publisher_table() -> PublisherTable:
    """Every outlet that the program knows by itself."""
    entries: list[_Entry] = []
    for line in re.split(r"\n(?! )", (EUROPEAN_FAMILIES.strip("\n") + "\n" + WORLD_FAMILIES.strip("\n"))):
        family, _, listed = line.partition(": ")
        entries += _entries(listed, family)
    entries += _entries(SINGLE_MASTHEADS, None)
    families: defaultdict[str, list[str]] = defaultdict(list)
    by_name: defaultdict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        if entry.family:
            families[entry.family].append(entry.domain)
        if entry.masthead and _is_telling(_fold_name(entry.masthead)):
            by_name[_fold_name(entry.masthead)].append(entry)
    return PublisherTable(
        families={family: tuple(domains) for family, domains in families.items()},
        by_host={entry.domain: entry for entry in entries},
        by_name={name: held[0] for name, held in by_name.items() if len({one.family for one in held}) == 1},
    )


def _is_telling(name: str) -> bool:
    """Whether a folded name stands for one outlet wherever it is read."""
    short = " " not in name and len(name) < _FEWEST_LETTERS
    return name not in _SHARED_NAMES and not short


@lru_cache(maxsize=1 << 12)
def _fold_name(name: str) -> str:
    """`name` as it is compared: capitals, signs and a leading "the" put aside."""
    return _NOT_A_WORD.sub(" ", name[:200].casefold()).strip().removeprefix("the ")


def _hosts(address: str) -> Iterator[str]:
    """The host of an address or bare domain, then each domain above it, the longest first."""
    parts = split_address(address if "//" in address else f"//{address}")
    labels = (parts.hostname or "").strip(".").split(".")[-_MOST_LABELS:] if parts else []
    for first in range(len(labels) - 1):
        yield ".".join(labels[first:])


def _entry_of(address: str | None) -> _Entry | None:
    if not address:
        return None
    by_host = publisher_table().by_host
    return next((by_host[host] for host in _hosts(address) if host in by_host), None)


def masthead_of(address: str | None) -> str | None:
    """The name under which the site at `address` (a domain, or an address below it) is known; None where none is."""
    entry = _entry_of(address)
    return entry.masthead if entry else None


def masthead_named(name: str) -> str | None:
    """The masthead that `name` is but for capitals, signs and "the"; None where several outlets bear the name."""
    entry = publisher_table().by_name.get(_fold_name(name))
    return entry.masthead if entry else None


def is_masthead(name: str, masthead: str) -> bool:
    """Whether `name` is `masthead` or begins with it, as that of a section does: "Example Times Business"."""
    folded, known = _fold_name(name), _fold_name(masthead)
    return folded == known or folded.startswith(f"{known} ")


def publisher_of(
    outlet: str | None, domain: str | None, extra: Mapping[str, Sequence[str]] | None = None
) -> str | None:
    """The family of outlets that an outlet belongs to; None where nothing says it.

    What the user wrote goes before the tables. In the tables a name that one outlet alone bears goes before the
    address, because a site also shows what others published; a name that many bear says nothing.

    Args:
        outlet: Name or domain of the outlet.
        domain: Its domain, or an address below it.
        extra: Families of the user: outlets, by name, and domains.
    """
    if extra and (own := _own_family(outlet, domain, extra)) is not None:
        return own
    named = publisher_table().by_name.get(_fold_name(outlet)) if outlet else None
    entry = named or _entry_of(domain) or (_entry_of(outlet) if outlet and is_domain(outlet) else None)
    return entry.family if entry else None


def _own_family(outlet: str | None, domain: str | None, extra: Mapping[str, Sequence[str]]) -> str | None:
    """The first of the user's families, by name, that lists the outlet or its domain."""
    hosts = {host for address in (domain, outlet) if address and "." in address for host in _hosts(address)}
    name = _fold_name(outlet) if outlet else None
    for family in sorted(extra):
        for listed in extra[family]:
            if is_domain(listed):
                if next(_hosts(listed), "").removeprefix("www.") in hosts:
                    return family
            elif name and _fold_name(listed) == name:
                return family
    return None
