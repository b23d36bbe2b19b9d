"""Which sentences of several articles say the same thing: copied ones first, then those in other words."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from firsthand.accounts.sentences import Sentence, WordKind
from firsthand.accounts.settings import AccountsSettings
from firsthand.lexicon.function_words import WEIGHTLESS_WORDS
from firsthand.model import Passage, Span
from firsthand.text.sentence_vectors import encode_sentence, unpack_vectors

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

__all__ = ["Text", "group_sentences", "measure_likeness"]

# What a word weighs beside one of content: two sentences about different things seldom share a name, a number or a day.
_KIND_WEIGHTS = {WordKind.NAME: 1.2, WordKind.NUMBER: 1.2, WordKind.DATE: 0.8, WordKind.CONTENT: 1.0}
# Share of a text's weight that it must share with another, in rare words, to be compared with it at all.
_NEAR = 0.2
# Groups whose meaning is compared with that of one text.
_MOST_VOTES = 3
# Texts that hold a word from which on the word finds no candidates: what the whole affair is about.
_MOST_POSTINGS = 400


@dataclass(frozen=True, slots=True)
class Text:
    """The sentences that are the same words: one text, printed by several."""

    place: int  # among the texts of the affair
    sentences: tuple[Sentence, ...]  # the first published first
    weights: Mapping[str, float]  # of each stem: rare ones and names weigh more
    total: float

    @property
    def lead(self) -> Sentence:
        """The sentence that was published first."""
        return self.sentences[0]


class _Meanings:
    """Likeness of meaning by sentence vectors, for a bounded number of texts."""

    def __init__(self, settings: AccountsSettings) -> None:
        self.settings = settings
        self._left = settings.vectors_at_most
        self._vectors: dict[int, NDArray[float32]] = {}

    def measure(self, one: Text, other: Text) -> float:
        """The cosine of two texts; 0 where no more texts are to be encoded."""
        a, b = self._encode(one), self._encode(other)
        return float(a @ b) if a is not None and b is not None else 0.0

    def _encode(self, text: Text) -> NDArray[float32] | None:
        if text.place not in self._vectors and self._left > 0:
            self._left -= 1
            self._vectors[text.place] = unpack_vectors([encode_sentence(text.lead.text)])[0]
        return self._vectors.get(text.place)


@dataclass(slots=True)
class _Group:
    """Texts that say the same; all are compared with the first."""

    texts: list[Text] = field(default_factory=list)


def measure_likeness(one: Text, other: Text) -> float:
    """Weight that two texts have in common, over the mean of what they weigh; in [0, 1]."""
    if len(other.weights) < len(one.weights):
        one, other = other, one
    shared = sum(weight for stem, weight in one.weights.items() if stem in other.weights)
    return 2 * shared / (one.total + other.total)


def group_sentences(
    sentences: Sequence[Sentence], passages: Sequence[Passage], settings: AccountsSettings
) -> list[list[Text]]:
    """The sentences of an affair as texts, those that say the same together.

    Sentences of the same words are one text. Two texts are laid together where the rare words, names, numbers and
    days that they share weigh at least `same_statement` of what both weigh on average; `copied_statement` is enough
    where both stand in one passage of copied text, and `voted_statement` where the sentence vectors are near too. Each
    text is compared with the fullest of each group that it shares rare words with, never with all.

    Args:
        sentences: From `find_sentences`.
        passages: Text shared by two of their articles.
        settings: Of this stage.

    Returns:
        Groups with their fullest and most printed text first; the same whatever the order of input.
    """
    texts = _collect_texts(sentences)
    meanings = _Meanings(settings)
    linked = _link_passages(texts, passages, settings)
    groups: list[_Group] = []
    group_of: dict[int, int] = {}
    postings: dict[str, list[int]] = defaultdict(list)
    common = _find_common_stems(texts)
    for text in sorted(texts, key=_rank):
        copied = {group_of[other] for other in linked[text.place] if other in group_of}
        place = _choose_group(
            text,
            _find_near(text, groups, postings),
            {each: measure_likeness(text, groups[each].texts[0]) for each in sorted(copied)},
            meanings,
            groups,
        )
        if place is None:
            place = len(groups)
            groups.append(_Group())
            for stem in text.weights:
                if stem not in common:
                    postings[stem].append(place)
        groups[place].texts.append(text)
        group_of[text.place] = place
    return [group.texts for group in groups]


def _rank(text: Text) -> tuple[int, float, tuple[str, str, Span]]:
    """The most printed first, of these the fullest."""
    return -len({sentence.article for sentence in text.sentences}), -round(text.total, 6), text.lead.order


def _collect_texts(sentences: Sequence[Sentence]) -> list[Text]:
    by_words: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentence in sorted(sentences, key=lambda each: each.order):
        words = tuple(word.key for word in sentence.words if word.key not in WEIGHTLESS_WORDS)
        by_words[words].append(sentence)
    counts = Counter(stem for printed in by_words.values() for stem in printed[0].stems)
    texts = []
    for place, printed in enumerate(by_words.values()):
        weights = _weigh(printed[0], counts, len(by_words))
        texts.append(Text(place, tuple(printed), weights, sum(weights.values())))
    return texts


def _weigh(sentence: Sentence, counts: Counter[str], texts: int) -> dict[str, float]:
    """What each stem weighs: less the more sentences hold it."""
    weights: dict[str, float] = {}
    for word in sorted(sentence.words, key=lambda word: word.stem):
        if word.kind is not WordKind.GRAMMAR:
            rarity = math.log(1 + texts / counts[word.stem]) / math.log(1 + texts)
            weights[word.stem] = max(weights.get(word.stem, 0.0), rarity * _KIND_WEIGHTS[word.kind])
    return weights


def _find_common_stems(texts: Sequence[Text]) -> set[str]:
    counts = Counter(stem for text in texts for stem in text.weights)
    return {stem for stem, count in counts.items() if count > _MOST_POSTINGS}


def _find_near(text: Text, groups: Sequence[_Group], postings: Mapping[str, Sequence[int]]) -> dict[int, float]:
    """The likeness of `text` to the groups that share enough rare words with it, in order of the groups."""
    shared: dict[int, float] = defaultdict(float)
    for stem, weight in text.weights.items():
        for place in postings.get(stem, ()):
            shared[place] += weight
    return {
        place: measure_likeness(text, groups[place].texts[0])
        for place in sorted(shared)
        if shared[place] >= text.total * _NEAR
    }


def _choose_group(
    text: Text, near: Mapping[int, float], linked: Mapping[int, float], meanings: _Meanings, groups: Sequence[_Group]
) -> int | None:
    """The group that says the same as `text`; of several that which is most like it; None where none does.

    Args:
        text: The text.
        near: The likeness of groups to it.
        linked: The same of the groups that stand against it in copied text.
        meanings: For those that are not like enough.
        groups: All of them.
    """
    settings = meanings.settings
    alike = [(likeness, place) for place, likeness in near.items() if likeness >= settings.same_statement]
    alike += [(likeness, place) for place, likeness in linked.items() if likeness >= settings.copied_statement]
    if alike:
        return min(alike, key=lambda pair: (-round(pair[0], 6), pair[1]))[1]
    doubtful = [(-round(likeness, 6), place) for place, likeness in near.items()]
    for likeness, place in sorted(doubtful)[:_MOST_VOTES]:
        leader = groups[place].texts[0]
        if -likeness >= settings.voted_statement and meanings.measure(text, leader) >= settings.voted_meaning:
            return place
    return None


def _link_passages(
    texts: Sequence[Text], passages: Sequence[Passage], settings: AccountsSettings
) -> dict[int, frozenset[int]]:
    """For each text those that stand against it in a passage of copied text."""
    by_article: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for text in texts:
        for sentence in text.sentences:
            by_article[sentence.article].append((sentence.span, text.place))
    for places in by_article.values():
        places.sort()
    linked: dict[int, set[int]] = defaultdict(set)
    seen: set[tuple[int, int]] = set()
    for passage in passages:
        inside_a = _texts_inside(by_article.get(passage.a, ()), passage.a_span)
        inside_b = _texts_inside(by_article.get(passage.b, ()), passage.b_span)
        for one in inside_a - inside_b:
            for other in inside_b - inside_a:
                pair = (min(one, other), max(one, other))
                if pair in seen:
                    continue
                seen.add(pair)
                if measure_likeness(texts[one], texts[other]) >= settings.copied_statement:
                    linked[one].add(other)
                    linked[other].add(one)
    return defaultdict(frozenset, {place: frozenset(others) for place, others in linked.items()})


def _texts_inside(places: Sequence[tuple[Span, int]], passage: Span) -> set[int]:
    """The texts of the sentences of an article of which most stands in a passage."""
    first = max(0, bisect_left(places, passage.start, key=lambda each: each[0].start) - 1)
    last = bisect_right(places, passage.end, key=lambda each: each[0].start)
    return {
        place
        for span, place in places[first:last]
        if 2 * (min(span.end, passage.end) - max(span.start, passage.start)) >= span.end - span.start
    }
