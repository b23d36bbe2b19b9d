"""Which forms of names stand for one person: by their words, and by the company that they keep.

Two forms are one person's where the one is the other with less of it ("Ann Doe", "Ann B. Doe"), or where they are two
spellings of the same sounds and stand beside the same names. A bare surname is the person's who bears it in the
article's company, else the bearer's whom the archive names most by far, else nobody's but its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from firsthand.language.company import Company, EntityTree
from firsthand.language.name_forms import Key, NameForm
from firsthand.lexicon.given_names import pronoun_of_name
from firsthand.lexicon.known_names import FAMILY_NAMES_FIRST

__all__ = ["join_persons", "sound_key"]

# Of several fuller names that a name may stand for, the one is meant that has so many times more articles than the
# next.
_DOMINANCE = 3.0

# Letters that transliterations of one sound differ by, in the order in which they are replaced.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?<=[^aeiou])(?:ie|ye|je)v", "ev"),
        (r"(?:sch|sh|tsch|tch)", "c"),
        (r"kh|gh", "h"),
        (r"dh", "d"),
        (r"ph", "f"),
        (r"ck|q|k|c(?=[aouklrt])", "k"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"ou|oo", "u"),
        (r"(?:ai|ay|aj|ei|ey|ej|ae)", "e"),
        (r"(?:ii|iy|ij|yi|ie|ee|y|j)", "i"),
        (r"(?<=[aeiou])h$", ""),
        (r"(.)\1", r"\1"),
    )
]
_VOWELS = re.compile(r"(?<=.)[aeiou]+(?=.)")
_SHORTEST_LOOSE = 5  # letters of a given name of which the vowels may differ


def sound_key(word: str) -> str:
    """One key for the spellings that a folded name has when it is written in Latin letters from another script."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


def _loose_key(word: str) -> str:
    """As `sound_key`, without the vowels inside: "muhammad", "mohamed"."""
    sounds = sound_key(word)
    return _VOWELS.sub("", sounds) if len(word) >= _SHORTEST_LOOSE else sounds


def join_persons(forms: Sequence[NameForm], tree: EntityTree, company: Company) -> None:
    """Join the forms that stand for one person.

    Args:
        forms: Of persons, in order.
        tree: Where they are joined; parts of bare surnames are added to it.
        company: What stands beside what.
    """
    full = [form for form in forms if len(form.key) > 1]
    _join_fuller(full, tree)
    _join_spellings(full, tree, company)
    _give_bare_names([form for form in forms if len(form.key) == 1], full, tree, company)


# --- a name and its fuller form -------------------------------------------------------------------------------------


def _join_fuller(full: Sequence[NameForm], tree: EntityTree) -> None:
    by_last: defaultdict[str, list[NameForm]] = defaultdict(list)
    by_first: defaultdict[Key, list[NameForm]] = defaultdict(list)
    keys = {form.key for form in full}
    for form in full:
        if _is_run_on(form.key, keys):
            continue
        by_last[form.key[-1]].append(form)
        by_first[form.key[:2]].append(form)
    for form in full:
        fuller = [other for other in by_last[form.key[-1]] if _is_shorter(form.key, other.key)]
        if not fuller:  # "Luis Guillermo" of "Luis Guillermo Solis"
            fuller = [other for other in by_first[form.key[:2]] if other.key[: len(form.key)] == form.key != other.key]
        whole = _choose_fuller(fuller)
        if whole is not None:
            tree.join(form, whole)


def _is_run_on(key: Key, keys: AbstractSet[Key]) -> bool:
    """Whether a name is two persons' names that the model took for one: "Ann Doe Ben Roe"."""
    return any(key[:place] in keys and key[place:] in keys for place in range(2, len(key) - 1))


def _is_shorter(short: Key, long: Key) -> bool:
    """Whether `short` leaves out names of `long` and has none of its own: "George W." is not "George H. W."."""
    if len(short) == len(long) and short != long:
        return all(
            one == other or (place < len(short) - 1 and len(one) == 1 and other.startswith(one) and len(other) > 1)
            for place, (one, other) in enumerate(zip(short, long, strict=True))
        )
    if len(short) >= len(long):
        return False
    if short == long[-len(short) :]:
        return True
    is_same_end = short[-1] == long[-1] and (short[0] == long[0] or (len(short[0]) == 1 and long[0][0] == short[0]))
    middle, whole = short[1:-1], long[1:-1]
    return is_same_end and (not middle or (middle == whole[: len(middle)] and len(whole[0]) > 1))


def _choose_fuller(fuller: Sequence[NameForm]) -> NameForm | None:
    """The fullest of forms that are one person's; of several persons' that with most articles by far; else None."""
    best: list[NameForm] = []
    for form in sorted(fuller, key=lambda each: (-len(each.key), -len(each.articles), each.key)):
        if not any(_is_shorter(form.key, other.key) for other in best):
            best.append(form)
    if len(best) < 2:
        return best[0] if best else None
    best.sort(key=lambda each: (-len(each.articles), each.key))
    return best[0] if len(best[0].articles) >= _DOMINANCE * len(best[1].articles) else None


# --- one name in several spellings ----------------------------------------------------------------------------------


def _join_spellings(full: Sequence[NameForm], tree: EntityTree, company: Company) -> None:
    alike: defaultdict[Key, list[NameForm]] = defaultdict(list)
    for form in full:
        alike[_loose_key(form.key[0]), sound_key(form.key[-1])].append(form)
    for spellings in alike.values():
        spellings.sort(key=lambda form: (-len(form.articles), form.key))
        for place, form in enumerate(spellings):
            for other in spellings[:place]:
                if _is_respelt(form.key, other.key) and company.is_shared(form, other):
                    tree.join(form, other)
                    break


def _is_respelt(one: Key, other: Key) -> bool:
    if one[0] == other[0] and one[-1] == other[-1]:
        return False  # alike in what was compared: `_join_fuller` has judged what stands between
    pronouns = {pronoun_of_name(one[0]), pronoun_of_name(other[0])} - {None}
    middles = [tuple(map(sound_key, key[1:-1])) for key in (one, other)]
    return len(pronouns) < 2 and (not all(middles) or middles[0] == middles[1])


# --- bare names -----------------------------------------------------------------------------------------------------


def _give_bare_names(bare: Sequence[NameForm], full: Sequence[NameForm], tree: EntityTree, company: Company) -> None:
    by_name: defaultdict[str, list[NameForm]] = defaultdict(list)
    by_sound: defaultdict[str, list[NameForm]] = defaultdict(list)
    by_given: defaultdict[str, list[NameForm]] = defaultdict(list)
    for form in full:
        by_name[form.key[-1]].append(form)
        by_sound[sound_key(form.key[-1])].append(form)
        if pronoun_of_name(form.key[0]) is None:  # a common given name may be anybody's
            by_given[form.key[0]].append(form)
        if form.key[0] in FAMILY_NAMES_FIRST:
            by_name[form.key[0]].append(form)
    for form in bare:
        name = form.key[0]
        bearers = tree.group(by_name[name])
        is_alike = not bearers
        bearers = bearers or tree.group(by_sound[sound_key(name)]) or tree.group(by_given[name])
        if not bearers:
            continue
        parts = form.divide(company.choose(form, bearers, needs_company=is_alike).get)
        tree.replace(form, parts.values())
        for bearer, part in parts.items():
            if isinstance(bearer, int):
                tree.join(part, bearers[bearer][0])
