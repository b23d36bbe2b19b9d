"""Words that bound a number, units that measure one thing, and words that say what became of those who are counted.

Tables only, in English, German, French, Spanish and Russian; lower case, without accents, as
`firsthand.text.tokens.fold_word` folds.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "ANYBODY",
    "CORRECTING",
    "DEVELOPING",
    "FATES",
    "HEDGES",
    "PERSONS",
    "ROUNDED_CLOCKS",
    "UNITS",
    "VAGUE_NUMBERS",
    "Unit",
    "fate_of",
]


def _groups(table: str) -> dict[str, str]:
    """Word to group: each group with its name before the colon; its words, over one line or more, parted by `/`."""
    found: dict[str, str] = {}
    group = ""
    for line in table.strip().splitlines():
        name, colon, words = line.strip().partition(": ")
        group = name if colon else group
        found.update((word.strip(), group) for word in (words if colon else name).split("/") if word.strip())
    return found


# How a word before (or after) a number bounds it: about it, from it up, above it, up to it, below it, just below it.
HEDGES: dict[str, str] = _groups(
    """
    about: about/around/some/roughly/approximately/approx/circa/ca/an estimated/estimated/or so/close to/
      in the region of/more or less/rund/etwa/ungefahr/zirka/environ/quelque/unos/unas/alrededor de/около/
      примерно/порядка/приблизительно
    least: at least/no fewer than/no less than/not less than/not fewer than/a minimum of/minimum/or more/
      upwards of/mindestens/wenigstens/au moins/por lo menos/al menos/не менее/по меньшей мере/минимум
    more: more than/over/above/in excess of/greater than/exceeding/just over/just more than/slightly more than/
      well over/a little over/mehr als/uber/plus de/mas de/более/больше/свыше/более чем
    most: up to/at most/no more than/as many as/not more than/a maximum of/maximum/or less/or fewer/bis zu/
      hochstens/maximal/jusqu'a/au plus/hasta/a lo sumo/до/не более/максимум
    less: less than/fewer than/under/below/just under/weniger als/unter/moins de/menos de/менее/меньше
    nearly: nearly/almost/just short of/just shy of/not quite/fast/knapp/beinahe/presque/pres de/casi/cerca de/почти
    """
)

# Numbers told in words that leave them open, as the lowest and the highest that they can mean.
VAGUE_NUMBERS: dict[str, tuple[float, float]] = {
    "dozens": (24, 200),
    "scores": (40, 300),
    "hundreds": (200, 2_000),
    "thousands": (2_000, 20_000),
    "tens of thousands": (20_000, 200_000),
    "hundreds of thousands": (200_000, 2_000_000),
    "millions": (2_000_000, 20_000_000),
    "billions": (2_000_000_000, 20_000_000_000),
    "several": (3, 12),
    "a few": (2, 8),
    "few": (2, 8),
    "a handful": (2, 10),
    "a couple": (2, 3),
}


class Unit(NamedTuple):
    """What a unit measures, and how much of the base unit one of it is."""

    dimension: str
    factor: float


_MEASURES = {
    "length": {
        "metre/meter/m": 1.0,
        "kilometre/kilometer/km": 1_000.0,
        "centimetre/centimeter/cm": 0.01,
        "millimetre/millimeter/mm": 0.001,
        "mile/mi": 1_609.344,
        "yard/yd": 0.9144,
        "foot/feet/ft": 0.3048,
        "inch/inches/in": 0.0254,
        "nautical mile": 1_852.0,
    },
    "mass": {
        "gram/g/gramme": 0.001,
        "kilogram/kg/kilo/kilogramme": 1.0,
        "tonne/metric ton/t": 1_000.0,
        "ton": 907.185,
        "pound/lb": 0.45359237,
        "ounce/oz": 0.028349523,
        "stone": 6.35029318,
    },
    "duration": {
        "second/sec/s": 1.0,
        "minute/min": 60.0,
        "hour/hr/h": 3_600.0,
        "day": 86_400.0,
        "week": 604_800.0,
        "month": 2_629_746.0,
        "year/yr": 31_556_952.0,
        "decade": 315_569_520.0,
        "century/centuries": 3_155_695_200.0,
    },
    "speed": {
        "km/h/kph/kmh/kilometres per hour/kilometers per hour/kilometres an hour": 1.0,
        "mph/miles per hour/miles an hour": 1.609344,
        "knot/kt": 1.852,
        "m/s/metres per second": 3.6,
    },
    "area": {
        "square metre/square meter/m2/m²/sq m": 1.0,
        "square kilometre/square kilometer/km2/km²/sq km": 1e6,
        "hectare/ha": 1e4,
        "acre": 4_046.8564,
        "square mile/sq mi": 2_589_988.11,
        "square foot/square feet/sq ft": 0.09290304,
    },
    "volume": {
        "litre/liter/l": 1.0,
        "gallon": 3.785411784,
        "barrel": 158.987294928,
        "cubic metre/cubic meter/m3/m³": 1_000.0,
    },
    "percent": {"percent/per cent/%/percentage point/percentage points": 1.0},
}


def _slashed(names: str) -> list[str]:
    """The names of one unit; "km/h" and "m/s" are names, not two."""
    kept = names.replace("km/h", "km|h").replace("m/s", "m|s")
    return [name.replace("|", "/") for name in kept.split("/")]


UNITS: dict[str, Unit] = {
    plural: Unit(dimension, factor)
    for dimension, units in _MEASURES.items()
    for names, factor in units.items()
    for name in _slashed(names)
    for plural in (name, f"{name}s")
}

# Who can be counted as people, whatever else they are called: nouns that say nothing of what became of them.
PERSONS: frozenset[str] = frozenset(
    """
    people person persons man men woman women human humans individual individuals folk soul souls life lives others
    citizen citizens national nationals resident residents member members victim victims casualty casualties body bodies
    menschen personen leute personne personnes personas gente человек людей люди
    """.split()
)

# Of these, those that name nobody in particular: with a fate and nothing else they count all of that fate.
ANYBODY: frozenset[str] = frozenset(
    """
    people person persons lives victims victim bodies casualties souls menschen personen personnes personas человек
    людей люди
    """.split()
)

# What became of those who are counted. Numbers of different fates are different figures, however alike.
FATES: dict[str, str] = _groups(
    """
    dead: kill/kills/killed/killing/killings/dead/die/dies/died/dying/death/deaths/deceased/fatality/fatalities/
      perish/perished/bodies/corpses/slain/murdered/fatally/toll/tote/toten/getotet/starben/morts/mort/tues/tue/
      muertos/fallecidos/погибли/погибших/погиб/убиты/убит/погибло
    hurt: injure/injures/injured/injuring/injuries/wound/wounds/wounded/wounding/hurt/hospitalised/hospitalized/
      verletzt/verletzte/verletzten/blesses/heridos/ранены/ранено/раненых/пострадали/пострадавших
    missing: missing/unaccounted/disappeared/vermisst/vermisste/disparus/desaparecidos/пропали/пропавших
    saved: rescue/rescued/rescues/rescuing/saved/survive/survived/survives/survivor/survivors/alive/gerettet/
      rescates/rescatados/спасены/спасли/выжили
    freed: free/freed/freeing/release/released/releasing/liberated/freigelassen/liberes/liberados/освобождены/освободили
    taken: abduct/abducted/abducting/kidnap/kidnapped/kidnapping/hostage/hostages/captured/seized/entfuhrt/
      enleves/secuestrados/похищены
    trapped: trap/trapped/stranded
    deported: deport/deported/deportation/deportations
    convicted: convict/convicted/sentenced
    charged: charged/indicted
    escaped: escape/escaped/escapees
    drowned: drown/drowned
    dismissed: sacked/dismissed/fired/laid-off
    held: arrest/arrested/arrests/arresting/detain/detained/detaining/jailed/imprisoned/custody/festgenommen/
      verhaftet/arretes/detenidos/задержаны/задержано/арестованы
    fled: evacuate/evacuated/evacuating/displaced/fled/flee/homeless/evakuiert/evacues/evacuados/эвакуированы
    ill: infected/infections/cases/sickened/ill/infiziert/infectes/infectados/заражены
    """
)

# Fates, and other things counted, whose number grows or shrinks while an affair goes on: later reports replace earlier.
DEVELOPING: frozenset[str] = frozenset(FATES.values()) | frozenset(
    """
    signature signatures signed signatories petition petitioners donated donations raised pledged votes ballots
    views viewed likes shares retweets followers customers homes houses buildings destroyed damaged burned burnt outages
    unterschriften stimmen signatures firmas подписей
    """.split()
)

# Words by which an article says of a number that it was told before and no longer stands.
CORRECTING: frozenset[str] = frozenset(
    """
    initially corrected correction incorrect incorrectly revised wrongly mistakenly misstated erroneously
    zunachst ursprunglich korrigiert initialement inicialmente corregido первоначально изначально
    """.split()
)

# Times of day that are told as words and meant roughly.
ROUNDED_CLOCKS: frozenset[str] = frozenset(
    "noon midday midnight mittag mitternacht midi minuit mediodia полдень".split()
)


def fate_of(word: str) -> str | None:
    """What a word says became of those who are counted; None where it says nothing of it."""
    return FATES.get(word)
