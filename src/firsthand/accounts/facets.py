"""Facets: what a sentence says in one slot, beside the words that say of what it is told.

A slot is a class of words of which a thing is only one (`firsthand.lexicon.exclusive_words`), a person beside a word
of content, a place behind a preposition, what stands behind "before" or "after", what is given as a cause, what a named
person is (`facet_roles`), or whether there was something at all (`facet_states`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from firsthand.accounts.facet_marks import Facet, is_negated_far, is_of_others, neighbours, stems_beside, stems_of
from firsthand.accounts.facet_roles import role_facets, says_former
from firsthand.accounts.facet_states import state_facets
from firsthand.accounts.sentences import PART_OF_DAY, Sentence, Word, WordKind
from firsthand.lexicon.exclusive_words import EXCLUSIVE_WORDS, ExclusiveWord
from firsthand.lexicon.role_words import ROLES
from firsthand.model import Mention, Span

__all__ = ["find_facets", "values_of"]

# Words of content to either side of a word that say of what it is told.
_NEAR_WORDS = 3
_PLACE_WORDS = frozenset("in at near from of to into outside off inside over".split())
_CAUSE_WORDS = frozenset(
    {
        ("because",),
        ("due", "to"),
        ("thanks", "to"),
        ("attributed", "to"),
        ("result", "of"),
        *((word, "by") for word in ("caused", "sparked", "triggered", "prompted")),
        *((word, "on") for word in ("blamed", "blame")),
        *((word, by) for word in ("died", "dies", "death") for by in ("of", "from")),
    }
)
_DEATHS = frozenset({"died", "dies", "death"})
_CONDITIONAL = frozenset("if whether unless could would might may".split())
_TO_COME = frozenset("is are was were be been".split())  # "is due to close" gives no cause
_CAUSE_REACH = 6
_CLOCK_WORDS = frozenset({"before", "after"})
# Classes of words that are told of many things: more of what is beside them must be the same.
_FEWEST_BESIDE = dict.fromkeys(
    """
    compulsion answer trend life stance role side colour weapon weapon-use verdict plea homicide intent harm part
    departure custody fall delay trade gate trip collision end extent whole condition outcome vote law term duty sky
    rule size rank-first place inside room building home water bound road half ground illness failing drug beast vehicle
    stranger crime faith paint
    """.split(),
    2,
) | {"side": 3}
# Classes of which a word is told of the same thing also where the sentences have little else in common.
_STRONG_CLASSES = frozenset(
    """
    violence compulsion debut office rank weapon weapon-use verdict plea homicide intent harm departure custody
    delay extent condition outcome vote law term duty room home bound ground illness failing drug side
    """.split()
)
# Classes of words that stand right before the name of whom they are said.
_TITLES = frozenset({"office", "rank"})
# Letters between a person's name and "of" or "from" with the place: ", 34," and the like.
_LONGEST_APPOSITION = 10


def find_facets(sentence: Sentence) -> list[Facet]:
    """What a sentence says in each slot, in no order of meaning."""
    words = sentence.words
    return [
        *_classes(words),
        *_names(sentence),
        *_homes(sentence),
        *_parts_of_day(sentence),
        *_orders(words),
        *_causes(words),
        *role_facets(sentence),
        *state_facets(sentence),
    ]


def values_of(sentence: Sentence, slot: str) -> frozenset[str]:
    """Everything in a sentence that could be a value of `slot`."""
    said = set(sentence.stems) | {word.key for word in sentence.words if word.key in _CLOCK_WORDS}
    for word in sentence.words:
        said.update(each.group for each in EXCLUSIVE_WORDS.get(word.key, ()) if slot == f"class {each.name}")
        said.update(group for name, group in ROLES.get(word.key, ()) if slot == f"role {name}")
    return frozenset(said)


def _classes(words: Sequence[Word]) -> Iterator[Facet]:
    """Words of which a thing is only one, not where they are negated."""
    for place, word in enumerate(words):
        for exclusive in EXCLUSIVE_WORDS.get(word.key, ()):
            if not is_negated_far(words, place) and not is_of_others(words, place):
                facet = _class_facet(words, place, exclusive)
                if facet is not None:
                    yield facet


def _class_facet(words: Sequence[Word], place: int, exclusive: ExclusiveWord) -> Facet | None:
    """What a word of a class is said of: an office of the name behind it, a number in order of the next word."""
    start, end = words[place].start, words[place].end
    value = exclusive.group
    if exclusive.name == "violence" and place + 1 < len(words) and words[place + 1].key == "off":
        return None  # "kicked off"
    if exclusive.name == "life" and place + 1 < len(words) and words[place + 1].key == "by":
        return None  # "is survived by"
    if exclusive.name in _TITLES:
        if says_former(words, place):
            return None
        following = list(neighbours(words, place, 2, 1))
        if not following or following[0].kind is not WordKind.NAME or following[0].start > end + 2:
            return None
        beside = frozenset(word.stem for word in following if word.kind is WordKind.NAME)
    elif exclusive.kind == "order":
        beside = stems_of(neighbours(words, place, 1, 1))
    else:
        beside = stems_beside(words, place, _NEAR_WORDS)
    if exclusive.name == "compass":
        if place and any(each.name == "compass" for each in EXCLUSIVE_WORDS.get(words[place - 1].key, ())):
            return None  # "north west" is one point of the compass
        after = next(iter(EXCLUSIVE_WORDS.get(words[place + 1].key, ())), None) if place + 1 < len(words) else None
        if after is not None and after.name == "compass":
            value, end = value + after.group, words[place + 1].end
    return Facet(
        exclusive.kind,
        f"class {exclusive.name}",
        frozenset({value}),
        beside,
        Span(start, end),
        exclusive.name in _STRONG_CLASSES,
        _FEWEST_BESIDE.get(exclusive.name, 1),
    )


def _names(sentence: Sentence) -> Iterator[Facet]:
    """Persons beside a word of content, and places behind a preposition."""
    words = sentence.words
    for mention in sentence.names:
        inside = [place for place, word in enumerate(words) if mention.span.start <= word.start < mention.span.end]
        value = frozenset(words[place].stem for place in inside if words[place].kind is not WordKind.GRAMMAR)
        if not value:
            continue
        if mention.label == "PERSON":
            full = frozenset(part.casefold() for part in (mention.form or "").split())
            slot = f"person {len(full) > 1}"  # a name of one word may be of a town or a team
            yield Facet("who", slot, value | full, _close(sentence, inside[0], inside[-1]), mention.span)
        elif mention.label in {"GPE", "LOC", "FAC"}:
            yield from _place(words, mention, value, (inside[0], inside[-1]))


def _close(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """The words of content that stand next to a name, each with its side and the word of grammar between, if any.

    None behind a mark: in a list of names the next word is said of another.
    """
    words, found = sentence.words, set()
    for place, step in ((first, -1), (last, 1)):
        between = ""
        for distance in (1, 2):
            at = place + step * distance
            if not 0 <= at < len(words):
                break
            edges = (words[at].end, words[place].start) if step < 0 else (words[place].end, words[at].start)
            gap = sentence.text[edges[0] - sentence.span.start : edges[1] - sentence.span.start]
            if any(not character.isalpha() and not character.isspace() for character in gap):
                break
            if words[at].kind is WordKind.CONTENT:
                found.add(f"{step} {words[at].stem} {between}")
            if words[at].kind is not WordKind.GRAMMAR:
                break
            between = words[at].key
    return frozenset(found)


def _place(words: Sequence[Word], mention: Mention, value: frozenset[str], edges: tuple[int, int]) -> Iterator[Facet]:
    """A place behind a preposition, beside the word before it, or in the larger place named behind it."""
    first, last = edges
    before = first - 1
    while before >= 0 and words[before].key in {"the", "a", "an"}:
        before -= 1
    if before < 0 or words[before].key not in _PLACE_WORDS:
        return
    slot = f"place {words[before].key}"
    beside = frozenset(each.stem for each in neighbours(words, before, 1, -1) if each.kind is WordKind.CONTENT)
    follows = words[last + 1] if last + 1 < len(words) else None
    if follows is not None and follows.kind is WordKind.NAME and 0 < follows.start - words[last].end <= 2:
        region = frozenset({f"in {follows.stem}"})
        yield Facet("where", f"{slot} {follows.stem}", value, region, mention.span, is_strong=True)
    yield Facet("where", f"{slot} {mention.label}", value, beside, mention.span)


def _homes(sentence: Sentence) -> Iterator[Facet]:
    """Where persons are from: "Mara Brill, 34, of Harrow". A strong facet: it is of whoever has that last name."""
    for person, place in pairwise(sentence.names):
        if person.label != "PERSON" or place.label not in {"GPE", "LOC"}:
            continue
        between = sentence.text[person.span.end - sentence.span.start : place.span.start - sentence.span.start]
        if len(between) <= _LONGEST_APPOSITION and between.split()[-1:] in (["of"], ["from"]):
            last = [word.stem for word in sentence.words if person.span.start <= word.start < person.span.end][-1:]
            value = stems_of(word for word in sentence.words if place.span.start <= word.start < place.span.end)
            if last and value:
                yield Facet("where", "home", value, frozenset(last), place.span, is_strong=True)


def _parts_of_day(sentence: Sentence) -> Iterator[Facet]:
    """The part of the day in resolved times: "Saturday morning"."""
    for place, word in enumerate(sentence.words):
        if word.kind is not WordKind.DATE:
            continue
        found = PART_OF_DAY.search(sentence.text, word.start - sentence.span.start, word.end - sentence.span.start)
        if found is not None:
            part = "evening" if found.group().lower() == "night" else found.group().lower()
            span = Span(found.start() + sentence.span.start, found.end() + sentence.span.start)
            beside = stems_beside(sentence.words, place, _NEAR_WORDS)
            slot = f"part {word.stem}"  # of the same day
            yield Facet("when", slot, frozenset({part}), beside, span, fewest_beside=_FEWEST_BESIDE["part"])


def _orders(words: Sequence[Word]) -> Iterator[Facet]:
    """The words "before" and "after", with what follows them."""
    for place, word in enumerate(words):
        if word.key in _CLOCK_WORDS:
            beside = stems_of(neighbours(words, place, 2, 1))
            yield Facet("order", "clock", frozenset({word.key}), beside, Span(word.start, word.end))


def _causes(words: Sequence[Word]) -> Iterator[Facet]:
    """What is given as the cause: the words of content behind "because", "due to", "caused by" and the like.

    A strong facet too, of what is told right before it.
    """
    for place, word in enumerate(words):
        following = words[place + 1].key if place + 1 < len(words) else ""
        if (word.key,) not in _CAUSE_WORDS and (word.key, following) not in _CAUSE_WORDS:
            continue
        if word.key == "due" and place and words[place - 1].key in _TO_COME:
            continue
        cause = list(neighbours(words, place, _CAUSE_REACH, 1))
        if cause:
            value = stems_of(iter(cause))
            span = Span(word.start, cause[-1].end)
            yield Facet("cause", "cause", value, frozenset({"cause"}), span)
            if not any(each.key in _CONDITIONAL for each in words[:place]):
                of_what = stems_of(neighbours(words, place, _NEAR_WORDS, -1))
                if word.key in _DEATHS:
                    of_what |= {"death"}
                yield Facet("cause", "cause of", value, of_what, span, is_strong=True, fewest_beside=2)
