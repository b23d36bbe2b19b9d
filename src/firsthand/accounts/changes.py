"""What differs between two stretches of words, once typing errors and spellings of one word are set aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import OSA, Levenshtein

from firsthand.accounts.settings import AccountsSettings
from firsthand.lexicon.calendar_words import MONTHS, WEEKDAYS
from firsthand.lexicon.function_words import DETERMINERS, FUNCTION_WORDS, WEIGHTLESS_WORDS
from firsthand.lexicon.spelling_variants import spelling_key
from firsthand.text.tokens import Token

__all__ = ["Change", "find_changes"]

# Equal words at the end of a batch that are certain to stand against each other.
_ANCHOR_WORDS = 6
_LONGEST_GROWTH = 3
# Places of one word that are tried when a moved run is looked for. Bounds time on input that repeats itself.
_MOST_PLACES = 50
_SHORTEST_ADVERB = 4
# Words between the two places of a noun that was turned round.
_TURNED_WORDS = 5


class Change(NamedTuple):
    """Words `a_first` to `a_last` (exclusive) of the one side stand where `b_first` to `b_last` stand on the other."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int


@dataclass(frozen=True, slots=True)
class _Sides:
    """The words of both sides as they are compared, and with one key for what counts as one word."""

    a: Sequence[Token]
    b: Sequence[Token]
    a_keys: list[str]
    b_keys: list[str]

    def same_words(self, change: Change) -> bool:
        """Whether both sides of `change` are the same letters, parted or hyphenated in other places."""
        return _letters(self.a_keys[change.a_first : change.a_last]) == _letters(
            self.b_keys[change.b_first : change.b_last]
        )


def find_changes(a: Sequence[Token], b: Sequence[Token], settings: AccountsSettings) -> list[Change]:
    """Where two stretches of words differ, in order, none touching another.

    Set aside, because they change nothing of what is said: case, accents, punctuation and quotation marks (they are
    no words), hyphens, one-character edits of longer words, spellings of one word, articles, a stretch printed twice
    in a row, and words that only moved. Neighbouring changes are joined, and a change is grown to a whole phrase.

    Args:
        a: Words of the one side.
        b: Words of the other.
        settings: Of this stage.
    """
    if [token.norm for token in a] == [token.norm for token in b]:
        return []
    keys = _match_spellings([spelling_key(t.norm) for t in a], [spelling_key(t.norm) for t in b], settings)
    kept_a = _drop_repetitions(keys[0], settings.longest_repetition)
    kept_b = _drop_repetitions(keys[1], settings.longest_repetition)
    sides = _Sides(
        [a[i] for i in kept_a], [b[j] for j in kept_b], [keys[0][i] for i in kept_a], [keys[1][j] for j in kept_b]
    )
    changes = _align(sides.a_keys, sides.b_keys, settings.words_at_once)
    changes = [change for change in changes if not _is_spelling(change, sides, settings.shortest_typo_word)]
    changes = _set_aside_moves(changes, sides)
    changes = [change for change in changes if not _is_weightless(change, sides)]
    changes = _join_neighbours(changes, sides, settings.bridge_words)
    changes = _join_touching([_grow(change, sides) for change in changes])
    return [_restore(change, kept_a, kept_b) for change in changes if not sides.same_words(change)]


def _restore(change: Change, kept_a: list[int], kept_b: list[int]) -> Change:
    """`change` in places of the words as they came; a stretch that was dropped inside it belongs to it."""
    a_first, a_last = _range_of(change.a_first, change.a_last, kept_a)
    b_first, b_last = _range_of(change.b_first, change.b_last, kept_b)
    return Change(a_first, a_last, b_first, b_last)


def _range_of(first: int, last: int, kept: list[int]) -> tuple[int, int]:
    return (kept[first], kept[last - 1] + 1) if last > first else (0, 0)


# --- what counts as one word -------------------------------------------------------------------------------------


def _letters(keys: Sequence[str]) -> str:
    return "".join(keys).replace("-", "").replace("'", "")


def _match_spellings(a: list[str], b: list[str], settings: AccountsSettings) -> tuple[list[str], list[str]]:
    """The keys of both sides; a word that only `a` has and one that only `b` has share a key where they are alike."""
    only_a, only_b = set(a) - set(b), set(b) - set(a)
    by_start: dict[str, list[str]] = defaultdict(list)
    for word in sorted(only_b):
        by_start[word[:1]].append(word)
    renamed: dict[str, str] = {}
    for word in sorted(only_a):
        for other in by_start[word[:1]]:
            if other not in renamed and _is_typing_error(word, other, settings.shortest_typo_word):
                renamed[other] = word
                break
    return a, [renamed.get(word, word) for word in b]


def _is_typing_error(word: str, other: str, shortest: int) -> bool:
    """Whether two words are one, with a letter added, dropped, changed or swapped with its neighbour.

    Never in numbers and words of grammar, nor at the first letter: there it makes another word ("legal", "illegal";
    "fight", "right"). A plural or a verb's final s counts as such an edit in words of one letter less.
    """
    if word[:1] != other[:1] or word in FUNCTION_WORDS or other in FUNCTION_WORDS:
        return False
    if any(character.isdigit() for character in word + other):
        return False
    if word.removesuffix("'s") == other.removesuffix("'s"):
        return True
    short = min(len(word), len(other))
    if short < shortest and not (short == shortest - 1 and word.rstrip("s") == other.rstrip("s")):
        return False
    return OSA.distance(word, other, score_cutoff=1) <= 1


def _drop_repetitions(keys: list[str], longest: int) -> list[int]:
    """Places of the words without the second of two equal stretches that follow on each other."""
    kept: list[int] = []
    last_at: dict[str, int] = {}  # for each word, its last place in `kept`
    place = 0
    while place < len(keys):
        last_at[keys[place]] = len(kept)
        kept.append(place)
        place += 1
        if place < len(keys) and len(kept) - last_at.get(keys[place], -longest) <= longest:
            place += _repeats(keys, place, kept, longest)
    return kept


def _repeats(keys: list[str], place: int, kept: list[int], longest: int) -> int:
    """Length of the longest stretch at the end of `kept` that is printed again from `place` on; 0 where none is."""
    for size in range(min(longest, len(kept)), 0, -1):
        if keys[place] == keys[kept[-size]] and keys[place : place + size] == [keys[i] for i in kept[-size:]]:
            return size
    return 0


# --- alignment ---------------------------------------------------------------------------------------------------


def _align(a: list[str], b: list[str], words_at_once: int) -> list[Change]:
    """What is unequal in an alignment of least edits. Long input is aligned in batches that end on a run of equals."""
    changes: list[Change] = []
    at_a = at_b = 0
    while at_a < len(a) or at_b < len(b):
        batch_a, batch_b = a[at_a : at_a + words_at_once], b[at_b : at_b + words_at_once]
        codes = list(Levenshtein.opcodes(batch_a, batch_b))
        is_last = at_a + len(batch_a) == len(a) and at_b + len(batch_b) == len(b)
        if not is_last:
            anchors = [
                place
                for place, code in enumerate(codes)
                if code.tag == "equal" and code.src_end - code.src_start >= _ANCHOR_WORDS
            ]
            codes = codes[: anchors[-1] + 1] if anchors else codes
        changes += [
            Change(at_a + code.src_start, at_a + code.src_end, at_b + code.dest_start, at_b + code.dest_end)
            for code in codes
            if code.tag != "equal"
        ]
        at_a, at_b = at_a + codes[-1].src_end, at_b + codes[-1].dest_end
    return _join_touching(changes)


def _join_touching(changes: Sequence[Change]) -> list[Change]:
    """`changes` with those that touch on both sides, or overlap on one, made one."""
    joined: list[Change] = []
    for change in changes:
        last = joined[-1] if joined else None
        touches = last is not None and change.a_first <= last.a_last and change.b_first <= last.b_last
        if last is not None and (touches or change.a_first < last.a_last or change.b_first < last.b_last):
            joined[-1] = Change(
                last.a_first, max(last.a_last, change.a_last), last.b_first, max(last.b_last, change.b_last)
            )
        else:
            joined.append(change)
    return joined


# --- what is no change -------------------------------------------------------------------------------------------


def _set_aside_moves(changes: list[Change], sides: _Sides) -> list[Change]:
    """`changes` without the words that stand on both sides, in changes of one passage, as the same run."""
    free_a = {i for change in changes for i in range(change.a_first, change.a_last)}
    free_b = {j for change in changes for j in range(change.b_first, change.b_last)}
    places: dict[str, list[int]] = defaultdict(list)
    for j in sorted(free_b):
        places[sides.b_keys[j]].append(j)
    moved_a: set[int] = set()
    moved_b: set[int] = set()
    for i in sorted(free_a):
        if i not in free_a:
            continue
        candidates = places[sides.a_keys[i]][:_MOST_PLACES]
        length, at_b = max(((_run_from(i, j, sides, free_a, free_b), -j) for j in candidates), default=(0, 0))
        if _can_move(sides.a_keys[i : i + length]) or (length == 1 and _is_turned(i, -at_b, changes, sides)):
            run_a, run_b = range(i, i + length), range(-at_b, length - at_b)
            moved_a.update(run_a)
            moved_b.update(run_b)
            free_a.difference_update(run_a)
            free_b.difference_update(run_b)
    if not moved_a:
        return changes
    return [rest for change in changes for rest in _without(change, moved_a, moved_b)]


def _can_move(keys: Sequence[str]) -> bool:
    """Whether a run of words says the same in another place: a phrase, or a day, month or adverb alone.

    Another word alone may belong to another thing there: who did it, and to whom; how many of what.
    """
    if len(keys) == 1:
        return keys[0] in WEEKDAYS or keys[0] in MONTHS or (keys[0].endswith("ly") and len(keys[0]) > _SHORTEST_ADVERB)
    return _has_content(keys)


def _is_turned(i: int, j: int, changes: Sequence[Change], sides: _Sides) -> bool:
    """Whether a word of content stands alone on either side, near by: "the door of the house", "the house door"."""
    here = next(change for change in changes if change.a_first <= i < change.a_last)
    there = next(change for change in changes if change.b_first <= j < change.b_last)
    if here.b_first < here.b_last or there.a_first < there.a_last:
        return False
    content = [key for key in sides.a_keys[here.a_first : here.a_last] if key not in FUNCTION_WORDS]
    answer = [key for key in sides.b_keys[there.b_first : there.b_last] if key not in FUNCTION_WORDS]
    return abs(here.b_first - j) <= _TURNED_WORDS and len(content) == 1 and content == answer


def _run_from(i: int, j: int, sides: _Sides, free_a: set[int], free_b: set[int]) -> int:
    """Length of the run of equal words from `i` and `j` that are still free."""
    length = 0
    while i + length in free_a and j + length in free_b and sides.a_keys[i + length] == sides.b_keys[j + length]:
        length += 1
    return length


def _without(change: Change, moved_a: set[int], moved_b: set[int]) -> list[Change]:
    """What is left of `change` without the moved words: one change, trimmed, or none where only grammar is left."""
    rest_a = [i for i in range(change.a_first, change.a_last) if i not in moved_a]
    rest_b = [j for j in range(change.b_first, change.b_last) if j not in moved_b]
    if not rest_a and not rest_b:
        return []
    a = (rest_a[0], rest_a[-1] + 1) if rest_a else (change.a_last, change.a_last)
    b = (rest_b[0], rest_b[-1] + 1) if rest_b else (change.b_last, change.b_last)
    return [Change(*a, *b)]


def _is_spelling(change: Change, sides: _Sides, shortest: int) -> bool:
    """Whether both sides are the same words, spelled or parted otherwise."""
    if sides.same_words(change):
        return True
    a, b = sides.a_keys[change.a_first : change.a_last], sides.b_keys[change.b_first : change.b_last]
    return len(a) == len(b) and all(
        word == other or _is_typing_error(word, other, shortest) for word, other in zip(a, b, strict=True)
    )


def _is_weightless(change: Change, sides: _Sides) -> bool:
    """Whether nothing but articles differs."""
    return all(
        key in WEIGHTLESS_WORDS
        for key in (*sides.a_keys[change.a_first : change.a_last], *sides.b_keys[change.b_first : change.b_last])
    )


# --- whole phrases -----------------------------------------------------------------------------------------------


def _join_neighbours(changes: Sequence[Change], sides: _Sides, bridge_words: int) -> list[Change]:
    """Changes with only a few words of grammar between them made one, where words stand against words."""
    joined: list[Change] = []
    for change in changes:
        last = joined[-1] if joined else None
        if last is not None and _bridges(last, change, sides, bridge_words):
            joined[-1] = Change(last.a_first, change.a_last, last.b_first, change.b_last)
        else:
            joined.append(change)
    return joined


def _bridges(last: Change, change: Change, sides: _Sides, bridge_words: int) -> bool:
    between_a = sides.a_keys[last.a_last : change.a_first]
    between_b = sides.b_keys[last.b_last : change.b_first]
    if between_a != between_b or len(between_a) > bridge_words:
        return False
    if any(key not in FUNCTION_WORDS for key in between_a):
        return False
    words_a = (last.a_last - last.a_first) + (change.a_last - change.a_first)
    words_b = (last.b_last - last.b_first) + (change.b_last - change.b_first)
    return words_a > 0 and words_b > 0


def _counts_next(words: Sequence[Token], place: int) -> bool:
    """Whether the word before `place` is a number that counts the word at `place`: only a space stands between."""
    if not words[place - 1].norm[:1].isdigit() or words[place].norm in FUNCTION_WORDS:
        return False
    return words[place].start - words[place - 1].end <= 1


def _has_content(keys: Sequence[str]) -> bool:
    return any(key not in FUNCTION_WORDS for key in keys)


def _grow(change: Change, sides: _Sides) -> Change:
    """`change` grown to a phrase, where words stand against words.

    With the article or possessive before it, with the noun after a number, and up to the next word of content where
    one side has none.
    """
    a_first, a_last, b_first, b_last = change
    if a_first == a_last or b_first == b_last:
        return change
    while a_first > 0 and b_first > 0 and sides.a_keys[a_first - 1] == sides.b_keys[b_first - 1] in DETERMINERS:
        a_first, b_first = a_first - 1, b_first - 1
    for _ in range(_LONGEST_GROWTH):
        if a_last >= len(sides.a_keys) or b_last >= len(sides.b_keys):
            break
        if sides.a_keys[a_last] != sides.b_keys[b_last]:
            break
        ends = sides.a_keys[a_last - 1], sides.b_keys[b_last - 1]
        is_cut = (
            any(end in DETERMINERS for end in ends) or _counts_next(sides.a, a_last) or _counts_next(sides.b, b_last)
        )
        if not is_cut and _has_content(sides.a_keys[a_first:a_last]) and _has_content(sides.b_keys[b_first:b_last]):
            break
        a_last, b_last = a_last + 1, b_last + 1
    return Change(a_first, a_last, b_first, b_last)
