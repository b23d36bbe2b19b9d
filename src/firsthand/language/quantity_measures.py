"""The unit or currency of a number, beside it in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from firsthand.language.quantity_numbers import Number
from firsthand.lexicon.units import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    CURRENCY_PHRASES,
    CURRENCY_SYMBOLS,
    MINOR_UNITS,
    SPELLED_UNITS,
    UNIT_SYMBOLS,
)

__all__ = ["Measure", "read_measure", "smaller_unit"]


class Measure(NamedTuple):
    """The unit of a number.

    Attributes:
        start: Where number and unit begin together: a currency may stand in front.
        end: Where they end.
        unit: See `firsthand.lexicon.units`.
        kind: As in `Quantity.kind`.
        factor: What the number is multiplied by to count in `unit`: 0.01 for cents.
        is_old: Whether "old" follows: "34-year-old", "four years old".
    """

    start: int
    end: int
    unit: str
    kind: str
    factor: float = 1.0
    is_old: bool = False


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) + ")"


_GAP = r"(?:\s?[-–‑]\s?|\s)"
# "half an hour", "three more years", "two consecutive weeks".
_BETWEEN = r"(?:(?:an?|of a|more|additional|further|full|straight|consecutive|calendar|extra|whole|long)\s)?"
_SPELLED = re.compile(
    rf"(?:{_GAP}{_BETWEEN})?(?P<unit>{_any_of(SPELLED_UNITS).replace(chr(92) + ' ', chr(92) + 's')})(?![\w])"
    rf"(?P<old>{_GAP}(?:old|of{_GAP}age)s?\b)?",
    re.IGNORECASE,
)
# Single letters and "in" are units only where they touch the digits.
_GLUED_ONLY = {symbol for symbol in UNIT_SYMBOLS if len(symbol) == 1 and symbol.isalpha()} - {"m"} | {"in"}
_LONG_SYMBOLS = [symbol for symbol in UNIT_SYMBOLS if symbol not in _GLUED_ONLY]
_SYMBOL = re.compile(
    rf"(?:(?:[ \u00a0]|-)?(?P<long>{_any_of(_LONG_SYMBOLS)})|(?P<short>{_any_of(UNIT_SYMBOLS)}))(?![\w²³])"
)
_CURRENCY_BEFORE = re.compile(
    rf"(?:(?P<symbol>{_any_of(CURRENCY_SYMBOLS)})|(?<![A-Za-z])(?P<code>{_any_of(CURRENCY_CODES)}))[ \u00a0]?$"
)
_FEWEST_WON = 1000
_LONGEST_BEFORE = 6  # characters of a currency in front, with its space
_COUNTRIES = _any_of({country for country, _ in CURRENCY_PHRASES}).replace(chr(92) + " ", chr(92) + "s")
_NAMES = _any_of({*CURRENCY_NAMES, *(name for _, name in CURRENCY_PHRASES)})
_CURRENCY_BEHIND = re.compile(
    rf"{_GAP}(?:(?:(?i:(?P<country>{_COUNTRIES})){_GAP})?(?i:(?P<name>{_NAMES})s?)|(?P<code>{_any_of(CURRENCY_CODES)}))"
    r"(?!\w)(?P<sterling>\ssterling\b)?"
)
# What a smaller unit is of a larger one, where both are said together: "8 hours and 20 minutes", "5ft 10in".
_SMALLER: dict[tuple[str, str], float] = {
    ("hours", "minutes"): 60,
    ("minutes", "seconds"): 60,
    ("days", "hours"): 24,
    ("weeks", "days"): 7,
    ("years", "months"): 12,
    ("feet", "inches"): 12,
    ("pounds", "ounces"): 16,
    ("km", "m"): 1000,
    ("m", "cm"): 100,
    ("kg", "g"): 1000,
}


def smaller_unit(large: str, small: str) -> float | None:
    """How many of `small` make one `large`, for units that are said together; None for any other two."""
    return _SMALLER.get((large, small))


def read_measure(text: str, number: Number, limit: int, is_sterling: bool) -> Measure | None:
    """The unit of `number`; None where none stands beside it.

    Args:
        text: With plain marks.
        number: In `text`.
        limit: Where its paragraph ends.
        is_sterling: Whether pounds are rather money than weight in this text.
    """
    return _money_before(text, number) or _money_behind(text, number, limit, is_sterling) or _unit(text, number, limit)


def _money_before(text: str, number: Number) -> Measure | None:
    start = max(0, number.start - _LONGEST_BEFORE)
    match = _CURRENCY_BEFORE.search(text[start : number.start])
    if match is None:
        return None
    code = CURRENCY_SYMBOLS[match["symbol"]] if match["symbol"] else match["code"]
    end = number.end
    # "$30 million dollars", "C$5m Canadian".
    behind = _CURRENCY_BEHIND.match(text, number.end)
    if behind is not None and match["symbol"]:
        named = _currency(behind, is_sterling=True)
        if named is not None and named[1] == 1.0:
            end = behind.end()
            code = named[0] if behind["country"] or behind["code"] else code
    return Measure(start + match.start(), end, code, "money")


def _money_behind(text: str, number: Number, limit: int, is_sterling: bool) -> Measure | None:
    match = _CURRENCY_BEHIND.match(text, number.end, limit)
    if match is None:
        return None
    found = _currency(match, is_sterling or number.scale >= 10**6)
    if found is None or (found[0] == "KRW" and match["country"] is None and not _is_thousands(number)):
        return None
    return Measure(number.start, match.end(), found[0], "money", found[1])


def _is_thousands(number: Number) -> bool:
    """Whether it is large enough to be a sum of won, a word that also tells who came first."""
    return isinstance(number.value, float) and number.value >= _FEWEST_WON


def _currency(match: re.Match[str], is_sterling: bool) -> tuple[str, float] | None:
    """Currency and factor of what a name of a currency means; None where it is a weight or no currency."""
    if match["code"]:
        return match["code"], 1.0
    name = match["name"].lower()
    country = " ".join(match["country"].lower().split()) if match["country"] else None
    if country is not None:
        code = CURRENCY_PHRASES.get((country, name))
        return None if code is None else (code, 1.0)
    if name == "pound":
        return ("GBP", 1.0) if match["sterling"] or is_sterling else None
    if name not in CURRENCY_NAMES:
        return None
    # "two real problems": these are words too, and mean money only in the plural.
    if name in {"real", "won", "rand"} and not match[0].lower().endswith(name if name == "won" else f"{name}s"):
        return None
    code = CURRENCY_NAMES[name]
    plural = name if name.endswith("r") and name != "dollar" else f"{name}s"
    return code or plural, 0.01 if name in MINOR_UNITS else 1.0


def _unit(text: str, number: Number, limit: int) -> Measure | None:
    symbol = _SYMBOL.match(text, number.end, limit) if number.form == "digits" else None
    spelled = _SPELLED.match(text, number.end, limit)
    if spelled is not None and (symbol is None or symbol.end() <= spelled.end()):
        if number.end == spelled.start("unit") and number.form != "digits":
            return None
        unit, kind = SPELLED_UNITS[" ".join(spelled["unit"].lower().split())]
        is_old = spelled["old"] is not None and kind == "duration"
        end = spelled.end() if is_old else spelled.end("unit")
        return Measure(number.start, end, unit, "age" if is_old else kind, is_old=is_old)
    # "4.1s" is a time, "1990s" and "20s" are none.
    if symbol is None or (symbol["short"] == "s" and "." not in text[number.start : number.end]):
        return None
    unit, kind = UNIT_SYMBOLS[symbol["long"] or symbol["short"]]
    return Measure(number.start, symbol.end(), unit, kind)
