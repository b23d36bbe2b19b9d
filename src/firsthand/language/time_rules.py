"""What a rule for time expressions is, and what it may look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from firsthand.language.parse import ArticleParse, Name, Word
from firsthand.language.tense import tense_at
from firsthand.language.time_values import Anchor

__all__ = ["Found", "Rule", "TimeContext", "rule"]

# Where one reading of a date lies within the first number of days and the other beyond the second, the near one is
# meant, whatever the tense of the clause says: a writer who means the far one adds the year.
_NEAR_DAYS, _FAR_DAYS = 45, 240
# From an anchor that is no day of publication, a day name further back than this is the one ahead.
_DAYS_BEHIND_ANCHOR = 3
# "the year to June", "the nine months ended March", "since June": before a month or a day that is over.
_OVER = re.compile(
    r"(?:(?:year|quarter|half|months|period)\s(?:to|ended|that ended)|\bsince)\s(?:the end of\s)?$", re.IGNORECASE
)
_OVER_REACH = 40
# So many expressions back may one lie that a later one refers to.
_REMEMBERED = 200


class Found(NamedTuple):
    """One time expression that a rule found. A TIME value that begins with "T" still lacks its day."""

    start: int
    end: int
    type: str
    value: str


@dataclass(slots=True)
class TimeContext:
    """What rules may look at: the text round a match, the parse, the anchor, and what was found before.

    Attributes:
        parse: The article.
        text: The article's text with plain marks, of the same length.
        anchor: The time from which the article speaks.
        found: The expressions found so far, in order of the text.
    """

    parse: ArticleParse
    text: str
    anchor: Anchor
    found: list[Found] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [word.start for word in self.parse.words]

    def word_at(self, place: int) -> int | None:
        """Index of the word that holds the character at `place`; None where none does."""
        index = bisect_right(self._starts, place) - 1
        return index if index >= 0 and place < self.parse.words[index].end else None

    def neighbours(self, start: int, end: int) -> tuple[Word | None, Word | None]:
        """The words before `start` and from `end` on, within the sentence of the character at `start`."""
        words = self.parse.words
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1)
        if first < 0:
            return None, None
        sentence = words[first].sentence
        before = words[first - 1] if first > 0 and words[first - 1].sentence == sentence else None
        after = words[last] if last < len(words) and words[last].sentence == sentence else None
        return before, after

    def name_at(self, place: int) -> Name | None:
        """The name that the model found round the character at `place`; None where there is none."""
        index = bisect_right(self.parse.names, place, key=lambda name: name.start) - 1
        name = self.parse.names[index] if index >= 0 else None
        return name if name is not None and place < name.end else None

    def tag_at(self, place: int) -> str:
        """The part-of-speech tag of the word at `place`; empty where none stands there."""
        index = self.word_at(place)
        return "" if index is None else self.parse.words[index].tag

    def tense(self, place: int) -> str | None:
        """The tense of the clause at `place`: past, present, future, or None.

        "As soon as Tuesday" is future whatever its verb, and "Wednesday's ruling" says nothing of when it was told.
        """
        index = self.word_at(place)
        if (
            index is not None
            and index > 1
            and self.text[self.parse.words[index - 2].start : place].lower() == "soon as "
        ):
            return "future"
        return None if index is None else tense_at(self.parse, index)

    def previous(self, pattern: str) -> Found | None:
        """The last expression found whose value matches `pattern` from its start."""
        return next((found for found in reversed(self.found[-_REMEMBERED:]) if re.match(pattern, found.value)), None)

    def previous_day(self) -> date | None:
        """The day of the last expression that names one; None before the first."""
        found = self.previous(r"\d{4}-\d{2}-\d{2}")
        return None if found is None else date.fromisoformat(found.value[:10])

    def previous_day_before(self, count: int) -> date | None:
        """As `previous_day`, among the first `count` expressions only."""
        for found in reversed(self.found[max(0, count - _REMEMBERED) : count]):
            if re.match(r"\d{4}-\d{2}-\d{2}", found.value):
                return date.fromisoformat(found.value[:10])
        return None

    def year_of(self, month: int, day: int | None, place: int) -> int | None:
        """The year that a month, or a day of a month, without its year belongs to; None without an anchor.

        The past for a clause in the past tense, the future for one in the future tense, else whichever is nearer.
        """
        anchor = self.anchor
        if anchor.year is None:
            return None
        if anchor.month is None:
            return anchor.year
        now = anchor.day or date(anchor.year, anchor.month, 15)
        offset = month - now.month
        is_over = _OVER.search(self.text, max(0, place - _OVER_REACH), place) is not None
        tense = "past" if is_over or self._is_of_noun(place) else self.tense(place)
        if day is None and offset == 0:
            return now.year
        days = {year: self._days_from(now, year, month, day) for year in (now.year - 1, now.year, now.year + 1)}
        nearest = min(days, key=lambda year: abs(days[year]))
        if tense == "past":
            fitting = [year for year, distance in days.items() if distance <= 0]
        elif tense == "future":
            fitting = [year for year, distance in days.items() if distance >= 0]
        else:
            return nearest
        told = min(fitting, key=lambda year: abs(days[year]))
        # What happened in a month is over; "a visit in May", said in the past tense, may be to come.
        if is_over or (day is None and tense == "past" and self._is_of_verb(place)):
            return told
        return nearest if abs(days[nearest]) <= _NEAR_DAYS and abs(days[told]) >= _FAR_DAYS else told

    def _is_of_verb(self, place: int) -> bool:
        """Whether the word at `place` hangs from a verb, directly or by a preposition: "they met in May"."""
        index = self.word_at(place)
        if index is None:
            return False
        head = self.parse.words[self.parse.words[index].head]
        return (self.parse.words[head.head] if head.tag == "IN" else head).tag.startswith("VB")

    def _is_of_noun(self, place: int) -> bool:
        """As in "a June agreement", which tells of what is over, but in a clause of the future."""
        index = self.word_at(place)
        if index is None or index == 0:
            return False
        word, words = self.parse.words[index], self.parse.words
        is_modifier = word.dep in {"compound", "nmod"} and words[word.head].tag in {"NN", "NNS"} and word.head > index
        return is_modifier and words[index - 1].lemma in {"a", "an"} and self.tense(place) != "future"

    @staticmethod
    def _days_from(now: date, year: int, month: int, day: int | None) -> int:
        if not 1 <= year <= 9999:
            return 10**6
        last = monthrange(year, month)[1]
        return (date(year, month, min(day or 15, last)) - now).days

    def weekday_near(self, weekday: int, place: int) -> date | None:
        """The day that a day name stands for; None without an anchor that is a day.

        The last one, today included, unless the clause speaks of the future: then the next, today included. Where the
        anchor is not the day of publication, the nearest: the article was written some days after it.
        """
        now = self.anchor.day
        if now is None or not 1 < now.year < 9999:
            return None
        back = (now.isoweekday() - weekday) % 7
        if self.tense(place) == "future":
            return now + timedelta(days=(weekday - now.isoweekday()) % 7)
        if not self.anchor.is_published and back > _DAYS_BEHIND_ANCHOR:
            return now + timedelta(days=7 - back)
        return now - timedelta(days=back)


class Rule(NamedTuple):
    """One way to write a time.

    Attributes:
        triggers: Lower-case words, at least one of which stands in every match; "0" stands for any digit.
        pattern: Matches the expression.
        read: Gives the expressions of a match; none where the match is no time.
    """

    triggers: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], TimeContext], list[Found]]


def rule(triggers: str, pattern: str, read: Callable[[re.Match[str], TimeContext], list[Found]]) -> Rule:
    """A `Rule` that begins at the start of a word and ends at the end of one, case ignored, white space free.

    Args:
        triggers: Words separated by spaces.
        pattern: As for `re`; a space stands for any white space.
        read: See `Rule`.
    """
    spaced = pattern.replace(" ", r"\s")
    return Rule(frozenset(triggers.split()), re.compile(rf"(?<![\w.$€£])(?:{spaced})(?!\w)", re.IGNORECASE), read)
