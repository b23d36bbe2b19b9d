"""Numbers in English text: digits, words, fractions, ordinals and vague ones, with their values.

Only the shape is looked at here; whether a number is a quantity, and of what, is read elsewhere. Every pattern is
bounded in length, so that a text of nothing but digits takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from firsthand.lexicon.number_words import (
    FRACTION_PARTS,
    GROUPS,
    ORDINAL_WORDS,
    SCALES,
    SHORT_SCALES,
    SMALL_NUMBERS,
    TENS,
    VULGAR_FRACTIONS,
)
from firsthand.lexicon.units import CURRENCY_NAMES

__all__ = ["Number", "find_numbers", "plain_number", "tidy_value"]


class Number(NamedTuple):
    """A number as the text writes it.

    Attributes:
        start: Where it begins, in characters of the text.
        end: Where it ends.
        value: What it stands for; the words in lower case for a vague one ("dozens").
        form: digits, words, vague, fraction, group ("a pair of"), article ("a year") or ordinal.
        scale: The factor of a scale word that it ends in: 1e6 for "1.2 million", else 1.
    """

    start: int
    end: int
    value: float | str
    form: str
    scale: float = 1.0


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) + ")"


_DIGITS = (
    r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,2}(?:,\d{2}){1,4},\d{3}|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}){1,5}"
    r"|\d{1,3}(?:[ ]000){1,3}|\d{1,15}(?:\.\d{1,9})?"
)
_VULGAR = f"[{''.join(VULGAR_FRACTIONS)}]"
_DENOMINATOR = r"(?:[23458]|10|16)"
_ONE = _any_of([*SMALL_NUMBERS, *TENS])
_SCALE = _any_of(SCALES)
# "and" joins only behind a scale: "two hundred and six", but not "two and six".
_AND = r"(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))\s(?:and\s)"
_WORDS = rf"(?:an?\s(?={_SCALE}\b))?(?:{_ONE}|{_SCALE})\b(?:(?:{_AND}|\s?-\s?|\s)(?:{_ONE}|{_SCALE})\b){{0,8}}"
_POINT = rf"(?:\spoint(?:\s{_ONE}\b){{1,4}})(?:\s{_SCALE}\b)?"
_HALF = rf"(?:[\s-]and[\s-](?:an?|one)[\s-](?P<{{name}}>half|quarter))(?:\s{_SCALE}\b)?"
_PLURAL_SCALE = r"(?:hundreds|thousands|millions|billions|trillions)"
_VAGUE = (
    rf"(?:(?:many\s|several\s|a\sfew\s)?(?:tens|dozens|scores|hundreds|thousands)\sof\s{_PLURAL_SCALE}"
    rf"|(?:many\s|several\s)?(?:dozens|{_PLURAL_SCALE})|scores(?=\sof\b)"
    rf"|(?:a\s(?:few|couple(?:\sof)?)|several|some\sfew|a\sgood\smany)\s(?:dozen|{_SCALE})(?:\s(?:thousand|million|billion))?"
    rf"|tens(?=\sof\s))(?:\s(?:million|billion))?"
)
# "A third of": behind "a" the words for parts are ordinals too.
_PART_OF = r"(?=\s(?:of|the|more|less|fewer|larger|smaller|higher|lower|as)\b)"
_FRACTION = (
    rf"(?:an?\squarter\sof\san?\s{_SCALE}|half\s(?:an?\s)?(?:dozen|{_SCALE})|half-(?:an?-)?(?:dozen|{_SCALE})"
    rf"|an?[\s-]{_any_of(FRACTION_PARTS)}{_PART_OF}|(?:one|two|three|four|five|six|seven|eight|nine)[\s-]{_any_of(FRACTION_PARTS)}s?"
    rf"|half)\b"
)
_ORDINAL = rf"(?:{_any_of(ORDINAL_WORDS)}|\d{{1,4}}(?:st|nd|rd|th))\b"
_NUMBER = re.compile(
    # Not inside a word, a longer number, a path or a clock time.
    r"(?:(?<![\w.,/:#@&=])|(?<=\$US)|(?<=\$A)|(?<=\$C)|(?<=\$NZ))(?<!\w\+)(?:(?<![A-Za-z][-–‑])|(?<=foot-)|(?<=feet-))"
    rf"(?:(?P<ordinal>{_ORDINAL})|(?P<fraction>{_FRACTION})|(?P<vague>{_VAGUE}\b)"
    rf"|(?P<group>an?\s(?:dozen|couple|pair|duo|trio|quartet)\b|(?:{_ONE})\s?dozen\b)"
    rf"|(?P<unit>an?(?=[\s-](?:second|minute|hour|day|week|month|year|decade|century)\b))"
    rf"|(?P<words>{_WORDS}(?:{_POINT}|{_HALF.format(name='half')})?)"
    rf"|(?P<mixed>\d{{1,4}}(?:[ ]?{_VULGAR}|[ -]\d/{_DENOMINATOR}(?![\d/])))|(?P<vulgar>{_VULGAR}"
    rf"|\d/{_DENOMINATOR}(?![\d/]))"
    rf"|(?P<digits>{_DIGITS})(?![\d/]|[.,:]\d)(?:{_HALF.format(name='more')})?"
    rf"(?P<tail>(?:\s|-)?(?:{_SCALE}|dozen)\b|[ ]?(?:bn|tn|mn|mln|bln|trn|m|k|b|K|M|B|BN)(?![\w/²³]))?)",
    re.IGNORECASE,
)
# "B" and "K" are short scales in capitals too; "M" beside a currency.
_LETTER_SCALES = frozenset("mbkMBK")
_MONEY = re.compile(rf"[ ](?:{_any_of([*CURRENCY_NAMES, 'pound'])}s?|sterling|[A-Z]{{3}})\b")


def find_numbers(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers in `text[start:end]`, in order, apart. What has the shape of a number and no value is left out."""
    for match in _NUMBER.finditer(text, start, end):
        number = _read(match)
        if number is not None:
            yield number


def tidy_value(value: float) -> float:
    """`value` without the dust of arithmetic: twelve digits, which is more than any text writes."""
    return float(f"{value:.12g}")


def plain_number(value: float) -> str:
    """`value` in plain decimals, without exponent and without a point where it is whole."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")


def _read(match: re.Match[str]) -> Number | None:
    form = match.lastgroup or ""
    if match["digits"]:
        return _read_digits(match)
    readers = {"ordinal": _ordinal, "fraction": _fraction, "group": _group}
    for name, reader in readers.items():
        if match[name]:
            found = reader(" ".join(match[name].lower().split()))
            return None if found is None else Number(match.start(), match.end(), *found)
    if match["vague"]:
        return Number(match.start(), match.end(), " ".join(match["vague"].lower().split()), "vague")
    if match["unit"]:
        return Number(match.start(), match.end(), 1.0, "article")
    if match["words"]:
        return _read_words(match)
    written = match["mixed"] or match["vulgar"]
    value = _vulgar(written) if written else None
    if value is None:
        return None
    return Number(match.start(), match.end(), value, "digits" if form == "mixed" else "fraction")


def _ordinal(words: str) -> tuple[float, str] | None:
    value = ORDINAL_WORDS.get(words)
    if value is None:
        value = int(re.sub(r"\D", "", words))
        # "11st" is a weight in stones, "2th" a slip.
        proper = "th" if value % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
        if not words.endswith(proper):
            return None
    return float(value), "ordinal"


def _fraction(words: str) -> tuple[float, str, float] | tuple[float, str] | None:
    parts = [part for part in re.split(r"[\s-]", words) if part]
    if parts[0] == "half":
        last = parts[-1]
        if last == "dozen":
            return 6.0, "group"
        return (SCALES[last] / 2, "words", float(SCALES[last])) if last in SCALES else (0.5, "fraction")
    if parts[-1] in SCALES:
        return SCALES[parts[-1]] / 4, "words", float(SCALES[parts[-1]])
    whole = FRACTION_PARTS.get(parts[1]) or FRACTION_PARTS.get(parts[1].removesuffix("s"))
    count = 1 if parts[0] in {"a", "an"} else SMALL_NUMBERS[parts[0]]
    # "One second", "two third-placed": a singular is a fraction only behind "a" and "one".
    is_plural = parts[1].endswith("s")
    if whole is None or count >= whole or (count > 1) != is_plural:
        return None
    return round(count / whole, 4), "fraction"


def _group(words: str) -> tuple[float, str]:
    lead, group = words.rsplit(" ", 1) if " " in words else (words.removesuffix("dozen"), "dozen")
    count = 1 if lead in {"a", "an"} else (SMALL_NUMBERS.get(lead) or TENS.get(lead) or 1)
    return float(count * GROUPS[group]), "group"


def _vulgar(written: str) -> float | None:
    if written[-1] in VULGAR_FRACTIONS:
        whole = written[:-1].strip()
        return tidy_value((int(whole) if whole else 0) + round(VULGAR_FRACTIONS[written[-1]], 4))
    whole, _, fraction = written.replace("-", " ").rpartition(" ")
    over, under = map(int, fraction.split("/"))
    if not 0 < over < under:
        return None
    return tidy_value((int(whole) if whole else 0) + round(over / under, 4))


def _read_digits(match: re.Match[str]) -> Number | None:
    value = float(re.sub(r"[^\d.]", "", match["digits"]))
    end = match.end()
    scale = 1.0
    if match["more"]:
        value += 0.5 if match["more"].lower() == "half" else 0.25
        last = match[0].split()[-1].lower() if match["tail"] is None else ""
        scale = float(SCALES.get(last, 1))
    if match["tail"]:
        written = match["tail"].strip(" -\n\t\u00a0")
        if written in _LETTER_SCALES and not _is_scale_letter(match, written):
            end = match.start("tail")
            if not match["tail"][0].isspace():
                return _unless_glued(match, value, end)
        else:
            low = written.lower()
            scale = float(12 if low == "dozen" else SCALES.get(low) or SHORT_SCALES[low])
    return Number(match.start(), end, tidy_value(value * scale), "digits", scale)


def _is_scale_letter(match: re.Match[str], letter: str) -> bool:
    """Whether a single letter behind digits is a scale: "$5m", "500k"; without a currency "5m" is a length."""
    before = match.string[max(0, match.start() - 3) : match.start()].rstrip()
    has_currency = bool(before) and before[-1] in "$€£¥₹₽₩₺₴"
    has_currency = has_currency or _MONEY.match(match.string, match.end()) is not None
    is_apart = match["tail"][0].isspace()
    return has_currency or (letter == "k" and not is_apart)


def _unless_glued(match: re.Match[str], value: float, end: int) -> Number | None:
    """The bare number before a letter that may be a unit ("5m"); None for "5K", "4B" and the like, which are names."""
    return Number(match.start(), end, value, "digits") if match.string[end] == "m" else None


def _read_words(match: re.Match[str]) -> Number | None:
    words = match["words"].lower()
    more = 0.0
    if match["half"]:
        more = 0.5 if match["half"].lower() == "half" else 0.25
        words, _, behind = re.sub(r"\s|-", " ", words).partition(" and a ")
        if not behind:
            words, _, behind = re.sub(r"\s|-", " ", words).partition(" and one ")
        last = behind.split()[-1]
    else:
        last = ""
    whole, _, decimals = words.partition(" point ")
    parts = [word for word in re.split(r"[\s-]+", whole) if word not in {"and", "a", "an"}]
    value = _spelled_value(parts)
    if value is None:
        return None
    scale = float(SCALES.get(parts[-1], 1))
    if more and scale > 1 and last not in SCALES:
        # "a million and a half"
        return Number(match.start(), match.end(), value + more * scale, "words", scale)
    digits = decimals.split()
    if digits and digits[-1] in SCALES:
        last = digits.pop()
    if any(SMALL_NUMBERS.get(digit, 10) > 9 for digit in digits):
        return None
    total = value + more + sum(SMALL_NUMBERS[digit] / 10**place for place, digit in enumerate(digits, start=1))
    factor = float(SCALES.get(last, 1))
    return Number(match.start(), match.end(), tidy_value(total * factor), "words", max(scale, factor))


def _spelled_value(words: list[str]) -> float | None:
    """The value of number words; None for words that make no number, such as "two three" or "nineteen ninety".

    Within a scale, tens come before units and hundreds before both; the large scales go down.
    """
    total, current, lowest, ceiling = 0, 0, 10**15, 1000
    has_words = False
    for word in words:
        if word in SMALL_NUMBERS or word in TENS:
            value = SMALL_NUMBERS.get(word, TENS.get(word, 0))
            if value >= ceiling or (word in SMALL_NUMBERS and value >= 10 and ceiling <= 10):
                return None
            current, has_words = current + value, True
            ceiling = 10 if word in TENS else 1
        elif word == "hundred":
            if current >= 100:
                return None
            current, ceiling, has_words = max(current, 1) * 100, 100, True
        else:
            scale = SCALES[word]
            if scale >= lowest:
                return None
            total, current, lowest, ceiling, has_words = total + max(current, 1) * scale, 0, scale, 1000, True
    return float(total + current) if has_words else None
