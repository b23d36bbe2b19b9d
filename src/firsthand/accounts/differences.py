"""In what two sentences that say the same differ: who, where, when, order, cause, negation, attribution, act, degree.

Two sentences differ where one slot has values that shut one another out beside the same words (see `facets`), where
one negates what the other says, or where they credit one saying to two persons. Nothing is parsed; what is told
beside other words is left alone, so a difference is missed more easily than a wrong one is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from firsthand.accounts.facet_marks import Facet, count_negators, find_negator, is_of_others, is_open, stems_beside
from firsthand.accounts.facets import find_facets, values_of
from firsthand.accounts.sentences import Sentence, WordKind
from firsthand.lexicon.gazetteer import find_places
from firsthand.model import Mention, Span, is_inside

__all__ = ["Difference", "are_apart", "find_differences"]

# Share of what the shorter of two differently credited sentences says that the other must say too: quoted, reported.
_SAME_QUOTED = 0.7
_SAME_REPORTED = 0.8
_FEWEST_SAID = 5  # words of content that the shorter of them must have
_ONE_NAME = 0.75  # likeness of letters from which on two names may be one
_NAMED_KINDS = frozenset({"who", "where"})
_LARGE_PLACES = frozenset({"country", "region"})
# What rises one week and falls the next is the same only where a number or day of it is.
_SERIES = "class trend"
# What two sentences name where each tells of somebody, or of a place, that the other does not.
_LABELS_OF_OTHERS = (frozenset({"PERSON"}), frozenset({"GPE", "LOC", "FAC"}))
# Words of other names that one of two sentences with other persons or places may have and the other not.
_MOST_OTHERS = 1
# The same for what one sentence says and the other negates.
_SAME_TELLING = 0.4
# Words of content on either side of a negated word, and how many of them the other sentence must have beside it too.
_NEGATION_WORDS = 4
_FEWEST_SHARED = 2
# Stems of words that say too little alone: to deny them of one thing and say them of another is common.
_VAGUE_STEMS = frozenset(
    "think expect go going want know kind thing tak mak giv get com look see mean seem good bad feel believ".split()
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the one sentence, and those of the other that stand in their place."""

    kind: str
    a_span: Span
    b_span: Span


def find_differences(a: Sentence, b: Sentence, nested: Collection[tuple[str, str]] = ()) -> list[Difference]:
    """In what two sentences that say the same differ, by kind and place; nothing where it cannot be told.

    Args:
        a: The one.
        b: The other.
        nested: Pairs of stems of places of which the first lies in the second: "Harrow, London". To name the one for
            the other is no difference.
    """
    facets = find_facets(b)
    found = {
        Difference(one.kind, one.span, other.span)
        for one in find_facets(a)
        for other in facets
        if are_apart(one, other, a, b, nested)
    }
    found |= {Difference("negation", here, there) for here, there in _find_negations(a, b)}
    found |= {Difference("negation", here, there) for there, here in _find_negations(b, a)}
    found |= _compare_sources(a, b)
    return _narrow(sorted(found, key=lambda each: (each.kind, each.a_span, each.b_span)))


def _narrow(found: Sequence[Difference]) -> list[Difference]:
    """`found` with one difference of a kind for each stretch of words."""
    kept: list[Difference] = []
    for each in found:
        if not any(each.kind == other.kind and each.a_span == other.a_span for other in kept):
            kept.append(each)
    return kept


def are_apart(one: Facet, other: Facet, a: Sentence, b: Sentence, nested: Collection[tuple[str, str]] = ()) -> bool:
    """Whether two facets of one slot shut one another out, and neither is told in the other sentence too.

    Args:
        one: Of `a`.
        other: Of `b`.
        a: The one sentence.
        b: The other.
        nested: As in `find_differences`.
    """
    if one.slot != other.slot or not one.value.isdisjoint(other.value):
        return False
    if len(one.beside & other.beside) < one.fewest_beside or _may_be_of_two_things(one, a, b):
        return False
    if any(x in y or y in x for x in one.value for y in other.value):  # "west", "northwest"; a name and its short form
        return False
    if not one.value.isdisjoint(values_of(b, one.slot)) or not other.value.isdisjoint(values_of(a, other.slot)):
        return False
    if one.kind == "where" and _may_contain(a, one.span, b, other.span):
        return False
    others = (a.named_stems ^ b.named_stems) - one.value - other.value
    if one.kind in _NAMED_KINDS and not one.is_strong and len(others) > _MOST_OTHERS:
        return False  # each may be of another thing
    return not any((x, y) in nested or (y, x) in nested for x in one.value for y in other.value)


def _may_be_of_two_things(one: Facet, a: Sentence, b: Sentence) -> bool:
    """Whether what stands elsewhere in two sentences shows that they may tell of two happenings, persons or places."""
    return (
        _are_of_other_days(a, b)
        or (one.kind not in _NAMED_KINDS and _are_of_others(a, b))
        or (one.slot == _SERIES and not _have_common_measure(a, b))
    )


def _may_contain(a: Sentence, here: Span, b: Sentence, there: Span) -> bool:
    """Whether one of two places is a country or region, and the other none: it may lie in it ("Morgantown", "Ohio")."""
    kinds = [
        {place.kind for place in find_places(each.text[span.start - each.span.start : span.end - each.span.start])}
        for each, span in ((a, here), (b, there))
    ]
    return any(_LARGE_PLACES & one and not _LARGE_PLACES & other for one, other in (kinds, kinds[::-1]))


def _have_common_measure(a: Sentence, b: Sentence) -> bool:
    """Whether two sentences have a number or a day in common."""
    kinds = {WordKind.NUMBER, WordKind.DATE}
    said = [{word.stem for word in each.words if word.kind in kinds} for each in (a, b)]
    return not said[0].isdisjoint(said[1])


def _are_of_other_days(a: Sentence, b: Sentence) -> bool:
    """Whether both sentences give days, and none in common: what they tell may be told of two happenings."""
    days = [{word.stem for word in each.words if word.kind is WordKind.DATE} for each in (a, b)]
    return bool(days[0]) and bool(days[1]) and days[0].isdisjoint(days[1])


def _are_of_others(a: Sentence, b: Sentence) -> bool:
    """Whether each of two sentences names a person, or a place, that the other does not."""
    return any(_only_in(a, b, labels) and _only_in(b, a, labels) for labels in _LABELS_OF_OTHERS)


def _only_in(one: Sentence, other: Sentence, labels: Collection[str]) -> bool:
    return any(
        mention.label in labels and (said := _stems_in(one, mention.span)) and said.isdisjoint(other.stems)
        for mention in one.names
        if one.credited_span is None or not is_inside(mention.span, one.credited_span)
    )


# --- negation ----------------------------------------------------------------------------------------------------


def _find_negations(a: Sentence, b: Sentence) -> Iterator[tuple[Span, Span]]:
    """Words of content that `a` negates and `b` says are so, beside the same words.

    Not where `a` negates twice, nor where a word before it leaves open in `b` whether it is so.
    """
    if count_negators(a.words) > 1 or _share_stems(a, b) < _SAME_TELLING or a.named_stems != b.named_stems:
        return
    for place, word in enumerate(a.words):
        if word.kind is not WordKind.CONTENT or word.stem in _VAGUE_STEMS or is_of_others(a.words, place):
            continue
        negator = find_negator(a.words, place)
        if negator is None or (negator.key == "never" and word.key.endswith("er")):
            continue
        near = stems_beside(a.words, place, _NEGATION_WORDS)
        for at, other in enumerate(b.words):
            if other.stem != word.stem or other.kind is not WordKind.CONTENT or is_open(b.words[: at + 3]):
                continue
            if len(near & stems_beside(b.words, at, _NEGATION_WORDS)) >= _FEWEST_SHARED:
                yield Span(negator.start, word.end), Span(other.start, other.end)
                break


# --- attribution -------------------------------------------------------------------------------------------------


def _compare_sources(a: Sentence, b: Sentence) -> set[Difference]:
    """The two sources, where what is said is given to two persons who are both named in the sentences.

    A quotation or a report: as much of the shorter of the two must stand in the other.
    """
    here, there = _named_source(a), _named_source(b)
    if here is None or there is None or (a.credited_id is not None and a.credited_id == b.credited_id):
        return set()
    names = (_stems_in(a, here.span), _stems_in(b, there.span))
    if not names[0].isdisjoint(b.stems) or not names[1].isdisjoint(a.stems):
        return set()
    if any(_are_spellings(one, other) for one in names[0] for other in names[1]):
        return set()
    said, told = _said_in(a), _said_in(b)
    shorter = min(len(said), len(told))
    fewest = _SAME_QUOTED if a.is_quoted and b.is_quoted else _SAME_REPORTED
    if shorter < _FEWEST_SAID or len(said & told) < fewest * shorter:
        return set()
    return {Difference("attribution", here.span, there.span)}


def _said_in(sentence: Sentence) -> frozenset[str]:
    """The stems of what a sentence says, without those of its source."""
    source = sentence.credited_span
    return sentence.stems - (_stems_in(sentence, source) if source is not None else frozenset())


def _are_spellings(one: str, other: str) -> bool:
    """Whether two names may be one, misspelt: "Brill", "Bril"."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ONE_NAME


def _share_stems(a: Sentence, b: Sentence) -> float:
    """Words of content that two sentences have in common, over the mean of what they have; in [0, 1]."""
    return 2 * len(a.stems & b.stems) / max(1, len(a.stems) + len(b.stems))


def _named_source(sentence: Sentence) -> Mention | None:
    """The person who is named, in the sentence, as the source of what it says."""
    source = sentence.credited_span
    if source is None:
        return None
    return next(
        (
            mention
            for mention in sentence.names
            if mention.label == "PERSON" and is_inside(mention.span, source) and not _is_possessive(sentence, mention)
        ),
        None,
    )


def _is_possessive(sentence: Sentence, mention: Mention) -> bool:
    """Whether something of theirs is spoken of: "the Mayor's office", "Ms Brill's lawyer"."""
    last = max(
        (word for word in sentence.words if mention.span.start <= word.start < mention.span.end),
        key=lambda word: word.start,
        default=None,
    )
    return last is not None and last.end - last.start > len(last.key)


def _stems_in(sentence: Sentence, span: Span) -> frozenset[str]:
    return frozenset(
        word.stem
        for word in sentence.words
        if span.start <= word.start < span.end and word.kind is not WordKind.GRAMMAR
    )
