"""Which tellings of one date tell the same happening."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.status import DENIED, PLANNED
from firsthand.accounts.tellings import CLOCK_KEY, Telling

__all__ = ["count_dates", "group_tellings", "group_texts", "settle_copies"]

# Shares that differ by less are equal: sums of the same weights in another order.
_EQUAL = 1e-9
# Tellings from which on it can be seen what a group says by and large, and the share of them that says it.
_FEWEST_JOINED = 4
_CORE_SHARE = 0.3
# Of a date that is a day or a month: years, weeks and seasons are not told apart by what is told with each.
_PRECISE_LENGTHS = frozenset({7, 10})


@dataclass(slots=True)
class _Group:
    """Tellings of one happening; the fullest one, which came first, is what others are compared with."""

    weights: dict[str, float]
    total: float
    tellings: list[Telling] = field(default_factory=list)


def settle_copies(tellings: Sequence[Telling], settings: AccountsSettings) -> list[Telling]:
    """`tellings`, in the same order, a sentence that several articles have in the same words with one date.

    "Yesterday" and "at noon" are counted from the day of the article that prints them; in a copy that is the wrong
    day. The date is that of the article published first.
    """
    copies: dict[tuple[str, ...], list[Telling]] = defaultdict(list)
    for telling in tellings:
        if len(telling.weights) >= settings.copied_words:
            copies[telling.time_words, *sorted(telling.weights)].append(telling)
    first_of = {key: min(found, key=lambda telling: telling.order) for key, found in copies.items()}
    return [
        _date_as(telling, first_of.get((telling.time_words, *sorted(telling.weights)), telling)) for telling in tellings
    ]


def _date_as(telling: Telling, first: Telling) -> Telling:
    if first.article == telling.article or first.date == telling.date:
        return telling
    return replace(telling, date=first.date, earliest=first.earliest, latest=first.latest, status=first.status)


def count_dates(tellings: Iterable[Telling]) -> Counter[str]:
    """With how many dates of the story each word is told. What is told with every date is what the story is about."""
    words_of: dict[str, set[str]] = defaultdict(set)
    for telling in tellings:
        if len(telling.date) in _PRECISE_LENGTHS:
            words_of[telling.date].update(telling.weights)
    return Counter(word for words in words_of.values() for word in words)


def group_tellings(tellings: Sequence[Telling], dates: Counter[str], settings: AccountsSettings) -> list[list[Telling]]:
    """The tellings of one date, those of one happening together.

    Each is compared with the fullest telling of each happening found so far, fullest first. Cost grows with the
    number of tellings that share a word, not with all pairs. A denial never joins what others say happened.

    Args:
        tellings: All of one date.
        dates: From `count_dates`, over the whole story.
        settings: Of this stage.

    Returns:
        Groups in no order of meaning; the same whatever the order of input.
    """
    weighed = [(_damp(telling.weights, dates), telling) for telling in tellings]
    weighed.sort(key=lambda pair: (-round(sum(pair[0].values()), 6), pair[1].order))
    groups: list[_Group] = []
    postings: dict[str, list[int]] = defaultdict(list)
    for weights, telling in weighed:
        place = _find_group(weights, telling, groups, postings, settings)
        if place is None:
            place = len(groups)
            groups.append(_Group(weights, sum(weights.values())))
            for word in weights:
                postings[word].append(place)
        groups[place].tellings.append(telling)
    return _join_groups([group.tellings for group in groups], dates, settings)


def _join_groups(
    groups: Sequence[list[Telling]], dates: Counter[str], settings: AccountsSettings
) -> list[list[Telling]]:
    """`groups`, those joined whose tellings say the same by and large, though their fullest ones do not.

    What a group says by and large can be seen from `_FEWEST_JOINED` tellings on. Larger groups take in smaller ones.
    """
    large = [group for group in groups if len(group) >= _FEWEST_JOINED]
    joined: list[tuple[dict[str, float], list[Telling]]] = []
    for group in sorted(large, key=lambda group: -len(group)):
        core = _core(group, dates)
        total = sum(core.values())
        for other, tellings in joined:
            shared = sum(min(weight, other[word]) for word, weight in sorted(core.items()) if word in other)
            share = shared / min(total, sum(other.values())) if shared else 0.0
            if shared >= settings.same_weight and _is_same(tellings[0], group[0], share, settings):
                tellings.extend(group)
                break
        else:
            joined.append((core, list(group)))
    return [*(tellings for _, tellings in joined), *(group for group in groups if len(group) < _FEWEST_JOINED)]


def _core(group: Sequence[Telling], dates: Counter[str]) -> dict[str, float]:
    """The words that a good part of the tellings have, with their mean weight."""
    weighed = [_damp(telling.weights, dates) for telling in group]
    told_by = Counter(word for weights in weighed for word in weights)
    return {
        word: sum(weights.get(word, 0.0) for weights in weighed) / len(group)
        for word, count in sorted(told_by.items())
        if count >= _CORE_SHARE * len(group)
    }


def _damp(weights: dict[str, float], dates: Counter[str]) -> dict[str, float]:
    """Each weight divided by the square root of the number of dates that the word is told with, at most by two."""
    return {word: weight / min(2.0, max(1, dates[word]) ** 0.5) for word, weight in weights.items()}


def _find_group(
    weights: dict[str, float],
    telling: Telling,
    groups: Sequence[_Group],
    postings: dict[str, list[int]],
    settings: AccountsSettings,
) -> int | None:
    """The group that `telling` has most in common with; of equals the first; None where it tells something else."""
    shared: dict[int, float] = defaultdict(float)
    for word in sorted(weights):
        for place in postings.get(word, ()):
            shared[place] += min(weights[word], groups[place].weights[word])
    total = sum(weights.values())
    best: tuple[float, int] | None = None
    for place in sorted(shared):
        group = groups[place]
        share = shared[place] / min(total, group.total)
        if not _is_same(group.tellings[0], telling, share, settings) and not _share_clock(weights, group.weights):
            continue
        is_whole = shared[place] >= settings.copied_share * max(total, group.total)
        if (shared[place] >= settings.same_weight or is_whole) and (best is None or share > best[0] + _EQUAL):
            best = (share, place)
    return None if best is None else best[1]


def _share_clock(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether both give the same hour and minute: with anything else in common they tell the same."""
    return any(key in other for key in one if key.startswith(CLOCK_KEY))


def _is_same(first: Telling, telling: Telling, share: float, settings: AccountsSettings) -> bool:
    if (first.status == DENIED) != (telling.status == DENIED):
        return False
    is_planned = first.status == telling.status == PLANNED
    return share >= (settings.same_share_planned if is_planned else settings.same_share)


def group_texts(tellings: Sequence[Telling], settings: AccountsSettings) -> list[list[Telling]]:
    """The tellings of one happening, those that are one copied text together, in order."""
    texts: list[list[Telling]] = []
    for telling in sorted(tellings, key=lambda telling: telling.order):
        place = next((place for place, text in enumerate(texts) if _is_copied(text[0], telling, settings)), None)
        if place is None:
            texts.append([telling])
        else:
            texts[place].append(telling)
    return texts


def _is_copied(one: Telling, other: Telling, settings: AccountsSettings) -> bool:
    fewest, most = sorted((len(one.weights), len(other.weights)))
    if fewest < settings.copied_words:
        return False
    return len(one.weights.keys() & other.weights.keys()) >= settings.copied_share * most
