"""Numbers of a paragraph as drafts of quantities: with unit and qualifier, pairs joined, labels refused."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.language.quantity_measures import Measure, read_measure
from firsthand.language.quantity_numbers import Number, find_numbers, tidy_value
from firsthand.language.quantity_pairs import Joined, Measured, join_numbers
from firsthand.language.quantity_refusals import QuantityContext, masked_spans
from firsthand.lexicon.number_words import LEADING_QUALIFIERS, TRAILING_QUALIFIERS
from firsthand.model import Span

__all__ = ["Draft", "read_drafts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A quantity before it is known what it counts.

    Attributes:
        start: Where number, unit and qualifier begin.
        core: From the number to the end of its unit, without what stands before.
        value: As in `Quantity.value`.
        qualifier: As in `Quantity.qualifier`.
        unit: As in `Quantity.unit`.
        kind: As in `Quantity.kind`.
    """

    start: int
    core: Span
    value: float | str
    qualifier: str | None
    unit: str | None
    kind: str


def _any_of(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered) + ")"


_LEADING = re.compile(rf"(?<![\w-])(?P<qualifier>{_any_of(LEADING_QUALIFIERS)})\s$", re.IGNORECASE)
_LONGEST_LEADING = 36
_TRAILING_WORDS = _any_of(each for each in TRAILING_QUALIFIERS if each[0].isalpha())
_TRAILING = re.compile(rf"(?P<qualifier>\+(?!\w)|-(?:odd|plus|ish)\b|\s(?P<words>{_TRAILING_WORDS})\b)", re.IGNORECASE)
# These are prepositions, unless the parse hangs them under the number.
_PREPOSITIONS = frozenset("about around over under above below near beyond".split())
# "Turned around four hours into the flight", "hand over 12 men".
_PHRASAL_VERBS = frozenset(
    (verb, particle)
    for particle, verbs in {
        "around": "turn look go come shop stand sit get walk drive travel",
        "over": "turn hand take win run pull knock roll",
        "about": "bring come talk speak know think hear ask care learn",
        "under": "go come",
        "up": "tick go shoot creep edge inch move come jump bump push pull bring add walk build end run revise",
    }.items()
    for verb in verbs.split()
)
_FARTHEST_PAIR = 40  # characters between two numbers that may be one quantity
_OLDEST = 125
# "Aged 7", "aged 22, 23 and 25".
_AGE_LEAD = re.compile(
    r"(?:\b(?:aged?|ages|age\sof)\s(?:\d{1,3}(?:,\s|,?\sand\s)){0,4}|\bturn(?:s|ed|ing)?\s|,\snow\s)$", re.IGNORECASE
)
_AGES_LEAD = re.compile(r"\b(?:aged?|ages|ages?\sof)\s(?:between\s|from\s)?$", re.IGNORECASE)
_AGE_TAIL = re.compile(r"\s?(?:[,.;:)\]–—]|$)|\s(?:and|who|from|was|is|had|has|on|in|when|only|just|last|this)\b")
_SHARE = re.compile(r"\s(?:of|the|its|their|his|her|my|our|your|all|that|this|those|these)\b", re.IGNORECASE)
_HALF_OF_TWO = re.compile(r"\b(?:first|second|other|latter|better|last)\s$", re.IGNORECASE)
_MINUS = re.compile(r"(?:(?<![\w)])[-−–]|\bminus\s)$", re.IGNORECASE)
_PERSONS = frozenset("age he she who i man woman boy girl child son daughter they victim suspect".split())
_MAGNITUDE = re.compile(r"\b(?:magnitude\s(?:of\s)?|measur(?:ing|ed)\s)$", re.IGNORECASE)
_CLOCK_UNITS = frozenset({"hours", "minutes", "seconds"})


def read_drafts(context: QuantityContext, paragraph: Span, is_sterling: bool) -> list[Draft]:
    """The quantities of a paragraph, in order, apart.

    Args:
        context: The article.
        paragraph: In its text.
        is_sterling: Whether pounds are rather money than weight in this article.
    """
    numbers = list(find_numbers(context.text, paragraph.start, paragraph.end))
    if not numbers:
        return []
    masked = masked_spans(context.text, paragraph)
    reader = _Reader(context, paragraph, is_sterling)
    drafts: list[Draft] = []
    readable = [number for number in numbers if not _is_masked(masked, number)]
    place = 0
    while place < len(readable):
        if drafts and readable[place].start < drafts[-1].core.end:
            # Taken up by the unit of the one before: "one-eighth of 1 percent".
            place += 1
            continue
        following = readable[place + 1] if place + 1 < len(readable) else None
        draft, used = reader.read(readable[place], following)
        if draft is not None:
            drafts.append(draft)
        place += used
    return drafts


def _is_masked(masked: list[Span], number: Number) -> bool:
    place = bisect_right(masked, number.start, key=lambda span: span.end)
    return place < len(masked) and masked[place].start < number.end


@dataclass(frozen=True, slots=True)
class _Reader:
    context: QuantityContext
    paragraph: Span
    is_sterling: bool

    def read(self, number: Number, following: Number | None) -> tuple[Draft | None, int]:
        """The draft that begins with `number`, None where it is none, and how many numbers that takes up: 1 or 2."""
        one, trailing = self._measured(number)
        if following is not None and trailing is None and following.start - one.end <= _FARTHEST_PAIR:
            joined = self._pair(one, following)
            if joined is not None:
                return joined, 2
        if self._is_refused(one):
            return None, 1
        return self._single(one, trailing), 1

    def _pair(self, one: Measured, following: Number) -> Draft | None:
        """The two numbers as one; None where they are two, or one of them belongs to a date, or both are nothing."""
        other, behind = self._measured(following)
        joined = join_numbers(self.context.text, one, other, self._counts_many(other))
        if joined is None or (self._is_refused(one) and self._is_refused(other)):
            return None
        is_dated = [self.context.time_at(each.number.start, each.number.end) is not None for each in (one, other)]
        if is_dated[0] != is_dated[1]:
            return None
        return self._joined(Span(one.start, other.end), joined, behind)

    def _joined(self, core: Span, joined: Joined, trailing: str | None) -> Draft:
        before = self.context.text[max(self.paragraph.start, core.start - 25) : core.start]
        if joined.unit is None and joined.kind != "ratio" and _AGES_LEAD.search(before):
            return self._draft(core, joined.value, trailing, "years", "age")
        return self._draft(core, joined.value, trailing, joined.unit, joined.kind)

    def _measured(self, number: Number) -> tuple[Measured, str | None]:
        """The number with its unit and with what trails it ("-plus", " or more"), and that in lower case."""
        if number.form == "ordinal":
            return Measured(number, None), None
        trailing = self._trailing(number.end)
        if trailing is not None and not (trailing["words"] == "plus" and self._measure(number) is None):
            longer = number._replace(end=trailing.end())
            return Measured(longer, self._measure(longer)), _plain(trailing)
        measure = self._measure(number)
        trailing = None if measure is None else self._trailing(measure.end)
        if measure is not None and trailing is not None and trailing["words"] not in {None, "plus"}:
            return Measured(number, measure._replace(end=trailing.end())), _plain(trailing)
        return Measured(number, measure), None

    def _trailing(self, place: int) -> re.Match[str] | None:
        return _TRAILING.match(self.context.text, place, self.paragraph.end)

    def _measure(self, number: Number) -> Measure | None:
        text, limit = self.context.text, self.paragraph.end
        if number.form in {"vague", "group", "fraction"} and text.startswith(" of ", number.end):
            # "One-eighth of one percent", "dozens of miles".
            base = number.end + (5 if text.startswith("1 ", number.end + 4) else 3)
            base += 4 if text.startswith("one ", base + 1) else 0
            found = read_measure(text, number._replace(end=base), limit, self.is_sterling)
            if found is not None and (base == number.end + 3 or found.kind == "percent"):
                return found
        return read_measure(text, number, limit, self.is_sterling)

    def _single(self, one: Measured, trailing: str | None) -> Draft:
        number, measure = one
        value = number.value
        core = Span(one.start, one.end)
        if measure is None:
            if _MAGNITUDE.search(self.context.text[max(self.paragraph.start, one.start - 14) : one.start]):
                return self._draft(core, value, trailing, "magnitude", "other")
            if self._is_age(number):
                return self._draft(core, value, trailing, "years", "age")
            kind = {"ordinal": "ordinal", "fraction": "ratio"}.get(number.form, "count")
            return self._draft(core, value, trailing, None, kind)
        if isinstance(value, float) and measure.factor != 1.0:
            value = tidy_value(value * measure.factor)
        if isinstance(value, float) and measure.kind in {"temperature", "percent"} and self._is_below_zero(core.start):
            value = -value
        return self._draft(core, value, trailing, measure.unit, measure.kind)

    def _is_below_zero(self, start: int) -> bool:
        return _MINUS.search(self.context.text[max(self.paragraph.start, start - 7) : start]) is not None

    def _draft(self, core: Span, value: float | str, trailing: str | None, unit: str | None, kind: str) -> Draft:
        qualifier, start = (trailing, core.start) if trailing is not None else self._leading(core.start)
        return Draft(start=start, core=core, value=value, qualifier=qualifier, unit=unit, kind=kind)

    def _leading(self, start: int) -> tuple[str | None, int]:
        """The qualifier before `start` in lower case, and where it begins; None and `start` where there is none."""
        base = max(self.paragraph.start, start - _LONGEST_LEADING)
        match = _LEADING.search(self.context.text[base:start])
        if match is None:
            return None, start
        qualifier = _plain(match)
        place = base + match.start("qualifier")
        if (qualifier in _PREPOSITIONS and self._is_preposition(place)) or self._is_particle(place):
            return None, start
        return qualifier, place

    def _is_particle(self, place: int) -> bool:
        """Whether the word at `place` goes with the verb before it: "ticked up to 6%", "turned around four hours"."""
        first, _ = self.context.words_of(place, place + 1)
        words = self.context.parse.words
        if not 0 < first < len(words):
            return False
        return (words[first - 1].lemma, words[first].text.lower()) in _PHRASAL_VERBS

    def _is_preposition(self, place: int) -> bool:
        """Whether "about", "over" and the like lead a phrase ("talks about 10 points") and do not limit the number."""
        first, last = self.context.words_of(place, place + 1)
        if first == last:
            return True
        words = self.context.parse.words
        word = words[first]
        if first and words[first - 1].tag == "IN":
            return False  # "in under 3 hours", "for over 30 years"
        is_beside_verb = word.head == first - 1 and words[word.head].tag.startswith("VB")
        return word.dep in {"prep", "prt"} and word.head < first and not is_beside_verb

    def _is_refused(self, one: Measured) -> bool:
        """Whether the number is no quantity."""
        context, (number, measure) = self.context, one
        if number.form == "article":
            return measure is None or not context.is_duration(one.start, one.end)
        is_clock_span = measure is not None and measure.unit in _CLOCK_UNITS
        if context.time_at(number.start, number.end) is not None and not is_clock_span:
            return True
        if measure is None:
            return self._is_bare_refused(number)
        if measure.kind == "money":
            return False
        if context.is_in_name(number) or context.is_label(number, has_unit=True):
            return True
        if context.is_model(number, one.end):
            return True
        is_phrase = measure.unit in {"times", "points"} or measure.kind == "duration"
        return is_phrase and context.is_one_of_none(number)

    def _is_bare_refused(self, number: Number) -> bool:
        """Whether a number without a unit is no quantity."""
        context = self.context
        if (
            _is_in_word(context.text, number.end)
            or context.is_in_name(number)
            or context.is_label(number, has_unit=False)
        ):
            return True
        if context.is_identifier(number) or context.is_paired_thing(number):
            return True
        if number.form == "fraction":
            return not self._is_share(number)
        if number.form == "words" and number.value == 0.0:
            return True
        return context.is_year(number) or context.is_one_of_none(number) or context.is_idle_ordinal(number)

    def _is_share(self, number: Number) -> bool:
        """Whether a fraction is one of something: "half the town", "two-thirds majority", but not "half-brother"."""
        text = self.context.text
        words = text[number.start : number.end].lower()
        # "The last three quarters" are of a year.
        if not words.startswith(("a ", "an ", "half")) and not words.endswith(" quarters"):
            return True
        if words == "half" and _HALF_OF_TWO.search(text[max(0, number.start - 9) : number.start]):
            return False
        return _SHARE.match(text, number.end, self.paragraph.end) is not None

    def _is_age(self, number: Number) -> bool:
        """Whether a bare number tells how old somebody is: "Name, 47,", "aged 7", "who was 17"."""
        value = number.value
        if number.form not in {"digits", "words"} or not isinstance(value, float):
            return False
        if not 0 < value <= _OLDEST or value != int(value) or "," in self.context.text[number.start : number.end]:
            return False
        context, text = self.context, self.context.text
        before = text[max(self.paragraph.start, number.start - 40) : number.start]
        first, last = context.words_of(number.start, number.end)
        if first == 0 or first == last or _AGE_TAIL.match(text, number.end, self.paragraph.end) is None:
            return False
        if _AGE_LEAD.search(before):
            return True
        words = context.parse.words
        if before.endswith((", ", "(")) and text[number.end : number.end + 1] in {",", ".", ";", ")", ""}:
            return first > 1 and words[first - 2].tag in {"NN", "NNP"}
        own = words[last - 1]
        if own.dep not in {"attr", "acomp"} or words[own.head].lemma not in {"be", "turn"}:
            return False
        return any(
            words[child].dep == "nsubj" and (words[child].lemma in _PERSONS or words[child].tag == "NNP")
            for child in context.parse.children[own.head]
        )

    def _counts_many(self, one: Measured) -> bool:
        """Whether a noun in the plural hangs above the number."""
        first, last = self.context.words_of(one.number.start, one.number.end)
        if first == last:
            return False
        words = self.context.parse.words
        head = words[words[last - 1].head]
        return words[last - 1].head >= last and head.tag == "NNS"


def _plain(match: re.Match[str]) -> str:
    return " ".join(match["qualifier"].lower().split())


def _is_in_word(text: str, end: int) -> bool:
    """Whether letters go on where a number without a unit ends: "4x4", "1990s", "20's"; a hyphen may follow."""
    after = text[end : end + 2]
    return after[:1].isalnum() or after[:1] == "_" or after in {"'s", "°"}
