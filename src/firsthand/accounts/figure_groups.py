"""Groups: values that are equal and told of the same thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from firsthand.accounts.figure_amounts import AGE, CLOCK, COUNT, DATE, ORDINAL, VAGUE, Amount
from firsthand.accounts.figure_entries import Entry
from firsthand.accounts.figure_profiles import Profile
from firsthand.accounts.settings import AccountsSettings

__all__ = ["group_equal_values", "is_saying", "likeness", "needed_likeness"]

# Two or three of something are told of many things in one affair, a dozen of few: how much of what is needed for the
# smallest counts is needed for counts up to so many; and for larger ones by their digits, as 200 and 100,000 are told
# of more things than 1,718.
_COUNT_SHARES = ((3, 1.0), (12, 0.5), (99, 0.25))
_DIGIT_SHARES = (0.5, 0.25, 0.1)
_SAME_NOUN = 0.6  # of what is needed otherwise, where both count one noun
_OTHER_NOUN = 1.3  # where both count another
_NO_NOUN = 2.0  # where it is not known what one of them counts
_TRAIT_BONUS = 0.05
_FATE_BONUS = 0.05
_RIVAL_CLASH = 0.1
# Where very many tell one value: words by which a telling finds groups, groups of one word, and groups looked at.
_KEY_WORDS, _MOST_OF_KEY, _MOST_GROUPS = 12, 200, 20
_SAID = "§said"
_SAID_CLASH = 0.1
_PLACE_CLASH = 0.05  # the dead of two towns
_FATE_CLASH = 0.1  # people of whom one tells what became of them, and the other does not
_MORE_CLASH = 0.15  # one counts those besides what was told before
_YEAR_CLASH = 0.15  # one is told of an earlier happening
_LEADS = 0.5  # of the weight of a text's words: the date is that of a saying


def group_equal_values(
    entries: Sequence[Entry], texts: Sequence[Sequence[int]], weights: Mapping[str, float], settings: AccountsSettings
) -> list[Profile]:
    """Groups of equal values that are told of one thing; one that stands alone is a group too.

    Values are compared only with equal ones of their dimension. Groups are merged, the most alike first, while they
    are alike enough; what a merged group is known by is what its texts have in common, so that it holds together.
    """
    cells: dict[str, list[tuple[float, Profile]]] = defaultdict(list)
    for text in texts:
        by_value: dict[tuple[float, float, bool, str], list[int]] = defaultdict(list)
        for place in text:
            amount = entries[place].amount
            is_span = amount.dimension == DATE or amount.hedge == VAGUE
            low, high = (amount.low, amount.high) if is_span else (amount.point, amount.point)
            by_value[low, high, is_span, amount.unit].append(place)
        for key in sorted(by_value):
            profile = Profile.of(by_value[key], entries, weights)
            first = entries[profile.places[0]]
            cells[first.amount.dimension].append((first.amount.point, profile))
    groups: list[Profile] = []
    for dimension in sorted(cells):
        for cell in _equal_runs(cells[dimension], entries):
            groups.extend(_merge(cell, entries, settings))
    return groups


def _equal_runs(cell: list[tuple[float, Profile]], entries: Sequence[Entry]) -> list[list[Profile]]:
    """The profiles of one dimension, those with equal values together."""
    amounts = {id(profile): entries[profile.places[0]].amount for _, profile in cell}
    cell.sort(
        key=lambda pair: (
            amounts[id(pair[1])].hedge == VAGUE,
            pair[0],
            amounts[id(pair[1])].high if amounts[id(pair[1])].dimension == DATE else 0.0,
            pair[1].places,
        )
    )
    runs: list[list[Profile]] = []
    for _, profile in cell:
        first = entries[runs[-1][0].places[0]].amount if runs else None
        if first is not None and first.equals(entries[profile.places[0]].amount):
            runs[-1].append(profile)
        else:
            runs.append([profile])
    return runs


def needed_likeness(one: Profile, other: Profile, amount: Amount, settings: AccountsSettings) -> float:
    """How alike two tellings of this value must be to be one figure.

    What is told with a unit, and a number that is not small, seldom is told of two things of one affair; a day, or
    three people, often is.
    """
    if amount.dimension == DATE:
        return settings.same_date
    if amount.dimension == CLOCK:
        return settings.same_clock
    if amount.dimension not in {COUNT, ORDINAL}:
        return settings.same_measure
    needed = settings.same_count * _count_share(abs(amount.point))
    if not one.heads or not other.heads:
        return needed * _NO_NOUN
    return needed * (_SAME_NOUN if one.shares_noun(other) else _OTHER_NOUN)


def _count_share(number: float) -> float:
    """What of the likeness that the smallest counts need a count needs that is told of fewer things."""
    for most, share in _COUNT_SHARES:
        if number <= most:
            return share
    digits = len(f"{number:.0f}".rstrip("0"))
    return _DIGIT_SHARES[min(digits, len(_DIGIT_SHARES)) - 1]


def likeness(one: Profile, other: Profile) -> float | None:
    """How alike the surroundings of two groups are; None where they are of different things for certain."""
    if one.fates and other.fates and one.fate() != other.fate():
        return None
    if one.names and other.names and not one.names & other.names:
        return None
    if one.sentences & other.sentences:
        return None  # one sentence tells two things, however equal
    alike = one.alike(other)
    if one.traits.keys() & other.traits.keys():
        alike += _TRAIT_BONUS
    if one.fates and other.fates:
        alike += _FATE_BONUS
    return alike - _clashes(one, other)


def _clashes(one: Profile, other: Profile) -> float:
    """What speaks against two groups being of one thing, however alike the words about them are."""
    tells_fate, both_fates = bool(one.fates) or bool(other.fates), bool(one.fates) and bool(other.fates)
    told = (
        (_RIVAL_CLASH, one.counts_apart(other)),
        (_YEAR_CLASH, (one.dimension == AGE or tells_fate) and one.is_of_another_year(other)),
        (_YEAR_CLASH, tells_fate and one.is_earlier(other)),
        (_FATE_CLASH, one.counts_persons_apart(other)),
        (_PLACE_CLASH, both_fates and one.names_others(other)),
        (_MORE_CLASH, one.counts_more(other)),
        (_SAID_CLASH, is_saying(one) != is_saying(other)),
    )
    return sum(clash for clash, applies in told if applies)


def is_saying(profile: Profile, share: float = _LEADS) -> bool:
    """Whether its texts tell it beside a word of saying: the day on which something was said.

    Args:
        profile: The group.
        share: Of the weight of a text's words that the word of saying must have, on average.
    """
    return profile.words.get(_SAID, 0.0) >= share * profile.texts


def _margin(one: Profile, other: Profile, amount: Amount, settings: AccountsSettings) -> float | None:
    """By how much two groups of one value are more alike than they must be; None where they are apart for certain."""
    alike = likeness(one, other)
    return None if alike is None else round(alike - needed_likeness(one, other, amount, settings), 6)


def _merge(cell: list[Profile], entries: Sequence[Entry], settings: AccountsSettings) -> list[Profile]:
    """Merge the most alike of a cell while they are alike enough."""
    if len(cell) > settings.figure_texts:
        return _merge_in_order(cell, entries, settings)
    amount = entries[cell[0].places[0]].amount
    groups: dict[int, Profile] = dict(enumerate(cell))
    scores = {
        (one, other): score
        for one, other in combinations(range(len(cell)), 2)
        if (score := _margin(cell[one], cell[other], amount, settings)) is not None
    }
    while scores:
        (one, other), best = max(scores.items(), key=lambda item: (item[1], -item[0][0], -item[0][1]))
        if best < 0:
            break
        groups[one].take_in(groups.pop(other))
        scores = {pair: score for pair, score in scores.items() if other not in pair and one not in pair}
        for third, profile in groups.items():
            if third != one:
                score = _margin(groups[one], profile, amount, settings)
                if score is not None:
                    scores[min(one, third), max(one, third)] = score
    return list(groups.values())


def _merge_in_order(cell: list[Profile], entries: Sequence[Entry], settings: AccountsSettings) -> list[Profile]:
    """As `_merge`, one pass in order: each joins the group it is most like. For very many tellings of one value.

    Only groups that share a heavy word are looked at, the first of those that share most.
    """
    amount = entries[cell[0].places[0]].amount
    groups: list[Profile] = []
    postings: dict[str, list[int]] = defaultdict(list)
    for profile in cell:
        keys = sorted(profile.words, key=lambda word: (-profile.words[word], word))[:_KEY_WORDS]
        shared = Counter(number for key in keys for number in postings[key][:_MOST_OF_KEY])
        near = sorted(shared, key=lambda number: (-shared[number], number))[:_MOST_GROUPS]
        scored = [
            (margin, -number)
            for number in near
            if (margin := _margin(groups[number], profile, amount, settings)) is not None
        ]
        best = max(scored, default=(-1.0, 0))
        if best[0] >= 0:
            groups[-best[1]].take_in(profile)
            continue
        for key in keys:
            postings[key].append(len(groups))
        groups.append(profile)
    return groups
