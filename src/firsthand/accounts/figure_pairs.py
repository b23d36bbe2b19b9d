"""Pairs: whether two groups of different values are told of one thing, and how surely."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from firsthand.accounts.figure_amounts import AGE, CLOCK, COUNT, DATE, ORDINAL, VAGUE, Amount
from firsthand.accounts.figure_context import content_stem
from firsthand.accounts.figure_copies import is_copy
from firsthand.accounts.figure_days import day_number
from firsthand.accounts.figure_entries import Entry
from firsthand.accounts.figure_groups import is_saying, likeness, needed_likeness
from firsthand.accounts.figure_profiles import Profile
from firsthand.accounts.settings import AccountsSettings
from firsthand.lexicon.figure_words import DEVELOPING

__all__ = ["PairJudge", "is_developing"]

_DEVELOPING_STEMS = frozenset(stem for word in DEVELOPING if (stem := content_stem(word)))
_LEADING_SHARE = 0.25  # of the weight of a text's words
_PERSON = "§person"
# Few things of an affair are measured, and by one noun seldom two.
_PHYSICAL = frozenset({"length", "mass", "speed", "area", "volume"})
_PERCENT = "percent"  # of one noun there are many shares
_INCOMPARABLE = frozenset({ORDINAL, "score"})  # another place in an order, another game
_GROWING_FATES = frozenset({"dead", "hurt", "ill"})  # of one happening these never turn back
_COPY_BONUS = 0.4
_COPY_SHARE = 0.7
_COPY_LIKENESS = 0.2  # below this no two values stand in the words of one text
_SHOWN_COPIES = 6  # values of a group that are compared one by one with those of another
# How alike two groups must be; where settings do not say.
_LONGEST_COUNT = 60  # days over which the toll of one happening is told anew
_ROUNDING = 0.025  # of the larger
_LONGEST_VALUE = 14  # days after which another value is that of another time: a rate, a sum, a day
_TOLL = 0.1  # two tolls of one fate
_TURNED_BACK = 0.3  # where the smaller is told only after the larger
_REVISED = 0.02  # two values that one article tells, the one as former
_OTHER_NAMES = 0.1  # the rate of one maker's vaccine, and of another's; the dead of two towns
_SAID_TOO = 0.2  # of the weight of a text's words, beside a date that differs from others
_WIDE = 2.0  # times the least that a number told in words can mean
_RARE = 0.0  # what nothing else in the affair is called, or measured in
_SMALL_COUNTS = 0.4  # two boats and three boats are seldom the same boats
# Shares of what the settings ask for.
_SAME_NOUN = 0.16
_SAME_NOUN_DIFFERING = 0.48
_TWO_NOUNS = 1.6
_TWO_COUNTED = 3.0
_RIVALLED = 1.5
_YEAR_FACTOR = 3.4  # all that happens in a year is dated by it
_FEW = 3  # groups
_SMALL_COUNT = 12
_SMALL_SCORE = 40  # points, times
_DAYS_OF_A_DAY = 3  # "yesterday" may be a day off on either side
_DAYS_A_MONTH = 31
_DAYS_A_YEAR, _LEAP_DAYS = 365, 2
_YEAR = re.compile(r"(?<!\d)(?:1\d|20|21)\d\d(?!\d)")
_MUCH_THE_SAME = 1.15  # times: an article may round its own number so far
_WIDEST = 40  # times that one date may hold another: a month a day, a decade a year, but not a year a day
# Values of one thing are seldom this many times one another, unless they grow while the affair goes on.
_FURTHEST_RATIO = 2.5
_FURTHEST_DAYS = 800.0
_FURTHEST_MINUTES = 180.0


class PairJudge:
    """Judges pairs of the groups of one affair. A pair is looked at once."""

    def __init__(self, groups: Sequence[Profile], entries: Sequence[Entry], settings: AccountsSettings) -> None:
        self._groups = groups
        self._entries = entries
        self._settings = settings
        self.amounts: list[Amount] = [entries[group.places[0]].amount for group in groups]
        self._told: dict[tuple[str, str, str, str | None], set[int]] = defaultdict(set)
        self._nouns: Counter[tuple[str, str]] = Counter()
        self._dimensions: Counter[str] = Counter(amount.dimension for amount in self.amounts)
        self._margins: dict[tuple[int, int], float | None] = {}
        for number, group in enumerate(groups):
            self._nouns.update((self.amounts[number].dimension, noun) for noun in group.heads)
            for key in self._tellings(number):
                self._told[key].add(number)

    def keys_of(self, number: int) -> tuple[str, ...]:
        """Keys by which a group finds others, besides its words: what little else is measured in its unit."""
        dimension = self.amounts[number].dimension
        is_rare = dimension not in {COUNT, AGE, DATE, CLOCK} and self._dimensions[dimension] <= _FEW
        return ("§measure",) if is_rare else ()

    def is_vague(self, one: int, other: int) -> bool:
        """Whether one of the two numbers is told in words that leave it open."""
        return VAGUE in {self.amounts[one].hedge, self.amounts[other].hedge}

    def _is_wide(self, one: int, other: int) -> bool:
        """Whether one of the two leaves nearly everything open: "dozens", but not "10 to 12"."""
        amounts = self.amounts[one], self.amounts[other]
        return any(amount.hedge == VAGUE and amount.high > _WIDE * amount.low for amount in amounts)

    def differ(self, one: int, other: int) -> bool:
        """Whether the two cannot both hold."""
        return not self._has_overlap(self._groups[one], self._groups[other])

    def margin(self, one: int, other: int) -> float | None:
        """By how much the two are more alike than they must be; None where they are of two things for certain."""
        pair = min(one, other), max(one, other)
        if pair not in self._margins:
            self._margins[pair] = self._judge(*pair)
        return self._margins[pair]

    def _judge(self, one: int, other: int) -> float | None:
        first, second = self._groups[one], self._groups[other]
        if self.amounts[one].dimension != self.amounts[other].dimension:
            return None
        overlap = self._has_overlap(first, second)
        if not self._may_join(one, other, overlap):
            return None
        alike = likeness(first, second)
        if alike is None:
            return None
        if alike >= _COPY_LIKENESS and self._has_copies(first, second):
            alike += _COPY_BONUS
        needed = self._needed(one, other, overlap)
        if not overlap and first.dimension not in {DATE, CLOCK} and first.names_others(second):
            needed += _OTHER_NAMES
        return round(alike - needed, 6)

    def _values(self, group: Profile) -> list[Entry]:
        return [self._entries[place] for place in group.places[:_SHOWN_COPIES]]

    def _has_overlap(self, one: Profile, other: Profile) -> bool:
        """Whether one thing can have a value of each. Two days are two, also where one is told as "yesterday"."""
        return any(
            left.amount.overlaps(right.amount)
            and (left.amount.point == right.amount.point or not _are_days(left.amount, right.amount))
            for left in self._values(one)
            for right in self._values(other)
        )

    def _has_copies(self, one: Profile, other: Profile) -> bool:
        return any(is_copy(left, right, _COPY_SHARE) for left in self._values(one) for right in self._values(other))

    def _needed(self, one: int, other: int, overlap: bool) -> float:
        """How alike two groups of different values must be to be of one thing.

        Two tolls need little; nor does what is called by one noun, where no third value of that noun is told beside
        them.
        """
        first, second, amount = self._groups[one], self._groups[other], self.amounts[one]
        if amount.equals(self.amounts[other]):
            return needed_likeness(first, second, amount, self._settings)
        if amount.dimension == DATE:
            return self._needed_of_dates(one, other, overlap)
        if not overlap and first.articles & second.articles:
            return _REVISED
        if first.is_total() and second.is_total() and first.fate() == second.fate():
            return _TURNED_BACK if self._turns_back(one, other) else _TOLL
        needed = self._settings.precise_value if overlap else self._settings.differing_value
        if amount.dimension == CLOCK:
            return needed * _RIVALLED
        if amount.dimension == _PERCENT and not overlap:
            return needed
        return self._needed_by_noun(one, other, needed, overlap)

    def _needed_by_noun(self, one: int, other: int, needed: float, overlap: bool) -> float:
        """What of `needed` two groups need, by the nouns that they count or measure."""
        first, second, dimension = self._groups[one], self._groups[other], self.amounts[one].dimension
        smallest = min(self.amounts[one].point, self.amounts[other].point)
        is_large = smallest > (_SMALL_COUNT if dimension == COUNT else _SMALL_SCORE)
        is_counted = dimension == COUNT or dimension.startswith("other")  # "seven times", "three points"
        if is_counted and not overlap and not is_large:
            return _SMALL_COUNTS
        if not first.shares_noun(second):
            if overlap and self.keys_of(one):
                return _RARE
            if not first.heads or not second.heads:
                return needed
            return needed * (_TWO_COUNTED if dimension == COUNT else 1.0 if overlap else _TWO_NOUNS)
        nouns = sorted(first.heads.keys() & second.heads.keys())
        if self._is_rivalled(one, other):
            return needed if _PERSON in nouns else needed * _RIVALLED
        if not overlap and dimension not in _PHYSICAL:
            return needed * _SAME_NOUN_DIFFERING
        is_rare = all(noun != _PERSON and self._nouns[dimension, noun] <= _FEW for noun in nouns)
        return _RARE if overlap and is_rare and is_large else needed * _SAME_NOUN

    def _needed_of_dates(self, one: int, other: int, overlap: bool) -> float:
        days = _days(self.amounts[one]), _days(self.amounts[other])
        if not overlap:
            return self._settings.differing_date
        holds = max(days) > _DAYS_A_MONTH and max(days) >= 2 * min(days)
        return self._settings.precise_date * (_YEAR_FACTOR if holds else 1.0)

    def _tellings(self, number: int) -> Iterator[tuple[str, str, str, str | None]]:
        group = self._groups[number]
        for article in sorted(group.articles):
            for noun in sorted(group.heads):
                yield article, self.amounts[number].dimension, noun, group.fate()

    def _is_rivalled(self, one: int, other: int) -> bool:
        """Whether an article of one of the two tells a third value of the noun that both count."""
        shared = self._groups[one].heads.keys() & self._groups[other].heads.keys()
        return any(
            self._told[key] - {one, other}
            for number in (one, other)
            for key in self._tellings(number)
            if key[2] in shared
        )

    def _may_join(self, one: int, other: int, overlap: bool) -> bool:
        """Whether nothing rules out that both are told of one thing."""
        first, second = self._groups[one], self._groups[other]
        shared = first.articles & second.articles
        if self._is_long_after(one, other, overlap):
            return False
        if first.dimension in _INCOMPARABLE and not self.amounts[one].equals(self.amounts[other]):
            return False
        if first.dimension != DATE and first.names_another_month(second):
            return False  # the arrests of June, and those of July
        if first.dimension == _PERCENT and first.is_of_another_place(second):
            return False  # shares listed by country
        if overlap:
            return self._may_differ_in_precision(one, other, bool(shared))
        if self._are_of_two_things(one, other):
            return False
        if shared:
            return self._is_revised(first, second, shared) or self._is_disputed(first, second, shared)
        return True

    def _are_of_two_things(self, one: int, other: int) -> bool:
        """Whether two values that cannot both hold are plainly of two things, whatever the words about them."""
        first, second = self._groups[one], self._groups[other]
        is_earlier = first.is_of_another_year(second) or (
            bool(first.fates) and (first.is_of_another_month(second) or first.is_earlier(second))
        )
        may_grow = first.dimension == COUNT and is_developing(first)
        is_far = not may_grow and not _is_near(self.amounts[one], self.amounts[other])
        if is_earlier or is_far or self._is_wide(one, other):
            return True
        if first.counts_more(second):
            return True
        if first.dimension == DATE:  # who speaks on two days says two things
            is_said = is_saying(first, _SAID_TOO) or is_saying(second, _SAID_TOO)
            return is_said or self._is_misread_weekday(one, other) or self._is_misread_year(one, other)
        if first.dimension == AGE:
            return not self._is_age_of_one(first, second)
        return self._counts_others(first, second)

    def _may_differ_in_precision(self, one: int, other: int, is_shared: bool) -> bool:
        first, second = self.amounts[one], self.amounts[other]
        if first.dimension == DATE:
            return (
                _is_nearly_as_exact(first, second)
                and is_saying(self._groups[one]) == is_saying(self._groups[other])
                and not self._groups[one].dated & self._groups[other].dated
            )
        if not is_shared or first.dimension != COUNT:
            return True
        # Dozens are missing, of 112; up to six, after three: one article tells both.
        least, most = sorted((first.point, second.point))
        return not self.is_vague(one, other) and most <= _MUCH_THE_SAME * least

    def _counts_others(self, one: Profile, other: Profile) -> bool:
        """Whether they count others: two boats, and three guns; so many were aboard, and so many died."""
        if one.dimension != COUNT:
            return False
        if not one.shares_noun(other) and not (one.is_total() and other.is_total()):
            return True
        return bool(one.fates) != bool(other.fates) or (bool(one.fates) and one.is_total() != other.is_total())

    def _is_misread_weekday(self, one: int, other: int) -> bool:
        """Whether one of two days is told by its weekday or so alone, and may have been counted from the wrong day.

        So it is where they are whole weeks apart.
        """
        gap = abs(self.amounts[one].point - self.amounts[other].point)
        first = [self._entries[self._groups[number].places[0]] for number in (one, other)]
        relative = [entry for entry in first if not any(character.isdigit() for character in entry.told)]
        # In an article whose own day is not known, "yesterday" was counted from some other day.
        return any(not entry.published for entry in relative) or (gap % 7 == 0 and bool(relative))

    def _is_misread_year(self, one: int, other: int) -> bool:
        """Whether two dates are years apart, and one is told without a year: "last January", "on June 14"."""
        gap = abs(self.amounts[one].point - self.amounts[other].point)
        if (
            min(gap % _DAYS_A_YEAR, -gap % _DAYS_A_YEAR) > _LEAP_DAYS
            or max(_days(self.amounts[one]), _days(self.amounts[other])) > _DAYS_A_MONTH
        ):
            return False
        told = [self._entries[self._groups[number].places[0]].told for number in (one, other)]
        return not all(_YEAR.search(words) for words in told)

    def _is_age_of_one(self, one: Profile, other: Profile) -> bool:
        """Whether two ages are of one person and of one time: not eighteen then and nineteen now."""
        if bool(one.then) != bool(other.then):
            return False
        return one.shares_noun(other) or bool(one.names & other.names) or bool(one.articles & other.articles)

    def _is_revised(self, one: Profile, other: Profile, shared: set[str]) -> bool:
        """Whether each article that tells both values says of one that it stands no more."""
        former = {
            self._entries[place].article
            for place in (*one.places, *other.places)
            if self._entries[place].context.is_former
        }
        return shared <= former

    def _is_disputed(self, one: Profile, other: Profile, shared: set[str]) -> bool:
        """Whether each article that tells both values credits them to two sources, as the toll of one happening."""
        if not one.is_total() or not other.is_total() or one.names_others(other):
            return False
        first = {(self._entries[place].article, self._entries[place].attributed_to) for place in one.places}
        second = {(self._entries[place].article, self._entries[place].attributed_to) for place in other.places}
        return all(article not in shared for article, _ in first & second)

    def _is_long_after(self, first: int, second: int, overlap: bool) -> bool:
        """Whether two counts of one fate are told months apart, or other values weeks apart that cannot both hold.

        They are those of two happenings of one storyline, or of two times: the rate of May and that of July.
        """
        one, other, amount = self._groups[first], self._groups[second], self.amounts[first]
        is_count_of_fate = bool(one.fates) and bool(other.fates)
        may_last = amount.dimension == DATE or _is_rounding(amount, self.amounts[second])
        if not is_count_of_fate and overlap and may_last:
            return False
        longest = _LONGEST_COUNT if is_count_of_fate and (overlap or one.is_total()) else _LONGEST_VALUE
        days = [sorted(day_number(self._entries[place].published) for place in group.places) for group in (one, other)]
        if not days[0][0] or not days[1][0]:
            return False
        return max(days[0][0], days[1][0]) - min(days[0][-1], days[1][-1]) > longest

    def _turns_back(self, one: int, other: int) -> bool:
        """Whether the smaller of two tolls is told only after the larger: it is that of another happening."""
        first, second = sorted((one, other), key=lambda number: self.amounts[number].point)
        smaller, larger = self._groups[first], self._groups[second]
        if smaller.fate() not in _GROWING_FATES or smaller.fate() != larger.fate():
            return False
        days = [[self._entries[place].published for place in group.places] for group in (smaller, larger)]
        return min(days[0]) > max(days[1])


def _days(date: Amount) -> float:
    return date.high - date.low + 1


def _is_rounding(first: Amount, second: Amount) -> bool:
    """Whether one can be the other told with fewer digits, and not only a bound of it."""
    return VAGUE in {first.hedge, second.hedge} or abs(first.point - second.point) <= _ROUNDING * max(
        abs(first.point), abs(second.point)
    )


def _grain(date: Amount) -> int:
    """How exact a date is: to the day or so, to the month or a part of it, to the year or a part of it."""
    return sum(_days(date) > limit for limit in (_DAYS_OF_A_DAY, _DAYS_A_MONTH))


def _are_days(first: Amount, second: Amount) -> bool:
    return first.dimension == DATE and max(_days(first), _days(second)) <= _DAYS_OF_A_DAY


def _is_nearly_as_exact(first: Amount, second: Amount) -> bool:
    narrow, wide = sorted((_days(first), _days(second)))
    return wide <= _WIDEST * narrow


def _is_near(first: Amount, second: Amount) -> bool:
    gap = abs(first.point - second.point)
    if first.dimension == DATE:
        # A year and a month of another year, a month and a day of another month: two dates of two happenings.
        return gap <= _FURTHEST_DAYS and _grain(first) == _grain(second)
    if first.dimension == CLOCK:
        return gap <= _FURTHEST_MINUTES
    least, most = sorted((abs(first.point), abs(second.point)))
    return least > 0 and most / least <= _FURTHEST_RATIO


def is_developing(group: Profile) -> bool:
    """Whether what is counted grows or shrinks while the affair goes on."""
    if group.fates or any(word in _DEVELOPING_STEMS for word in (*group.heads, *group.traits)):
        return True
    return any(group.words.get(word, 0.0) >= _LEADING_SHARE * group.texts for word in sorted(_DEVELOPING_STEMS))
