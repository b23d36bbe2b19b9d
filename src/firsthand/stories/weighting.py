"""From counts to weighted vectors: what is rare in the archive, and rare in news at all, weighs most."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from firsthand.stories.features import StoryFeatures
from firsthand.stories.names import COUNTRY, TITLE_WORDS, name_parts, name_sounds
from firsthand.stories.word_frequency import expected_share, stem_word
from firsthand.text.tokens import fold_word

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

__all__ = [
    "Block",
    "Usage",
    "Weighting",
    "count_terms",
    "expected_shares",
    "rarities",
    "weigh_articles",
    "weigh_names",
    "weigh_topics",
]

# An archive of this many articles counts as much as the expectation that stands in for a large one.
_PRIOR_ARTICLES = 200
_NAME_SHARE = 0.3  # a word of which this share stands in names is no topic word
_WITHOUT_CAPITALS = frozenset({"ar", "fa", "he", "ur"})  # and with letters for consonants
_WORDS, _NAMES = 0, 2  # blocks of `Weighting`
_RARE_SHARE = 0.002  # expected share of a name or number


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of feature of all articles: rows are articles, columns are terms in alphabetical order."""

    matrix: csr_matrix
    terms: tuple[str, ...]

    def lengths(self) -> NDArray[float64]:
        """Euclidean length of each row."""
        import numpy

        return numpy.sqrt(numpy.asarray(self.matrix.multiply(self.matrix).sum(axis=1), dtype=numpy.float64).ravel())

    def centred(self, belongs: csr_matrix) -> Block:
        """Unit rows of groups: the sum of the unit rows of those who belong to each (groups by rows)."""
        unit = _unit(self)
        return _unit(Block((belongs @ unit.matrix).tocsr(), self.terms))


@dataclass(frozen=True, slots=True)
class Weighting:
    """The four blocks on which articles are compared."""

    words: Block
    opening: Block
    names: Block
    numbers: Block


def weigh_articles(features: Sequence[StoryFeatures], voices: Sequence[float]) -> Weighting:
    """The weighted vectors of all articles.

    A term weighs (1 + log count) times the log of its inverse frequency; the frequency is counted over voices and
    drawn towards what is expected of it in news at large, the more the smaller the archive.

    Args:
        features: Of the articles, in the order in which rows are wanted.
        voices: Per article, the part of a voice that it is: 1, or 1/n where n articles are copies of one text.
    """
    return Weighting(
        words=_weigh([_merge_stems(one.words) for one in features], voices, expected_share),
        opening=_weigh([_merge_stems(one.opening) for one in features], voices, expected_share),
        names=weigh_names(features, voices),
        numbers=_weigh([one.numbers for one in features], voices, _rare),
    )


def count_terms(one: StoryFeatures) -> tuple[Mapping[str, int], ...]:
    """What is weighed of one article: term to count, in the order of the blocks of `Weighting`."""
    return (_merge_stems(one.words), _merge_stems(one.opening), _name_terms(one), one.numbers)


def expected_shares() -> tuple[Callable[[str], float], ...]:
    """For each block of `Weighting`: the share of news articles in which a term of it would be expected."""
    return (expected_share, expected_share, _rare, _rare)


def rarities(frequencies: NDArray[float64], shares: NDArray[float64], voices: float) -> NDArray[float64]:
    """What terms weigh that so many of `voices` use, and that are expected in such shares of all news."""
    import numpy

    ratio = (voices + _PRIOR_ARTICLES) / (frequencies + _PRIOR_ARTICLES * shares)
    return numpy.maximum(0.0, numpy.log(ratio))


class Usage(Protocol):
    """How many voices of a whole archive use a term, where only some of its articles are weighed."""

    @property
    def voices_judged(self) -> float:
        """How many voices there are."""

    def count_voices(self, kind: int, terms: Sequence[str]) -> NDArray[float64]:
        """How many of them use each of `terms`, which stand in block `kind` of `Weighting`."""


def weigh_names(features: Sequence[StoryFeatures], voices: Sequence[float], usage: Usage | None = None) -> Block:
    """The parts of names and their sounds, in the form for comparison, weighed; by `usage`, else by themselves."""
    return _weigh([_name_terms(one) for one in features], voices, _rare, (usage, _NAMES) if usage else None)


def weigh_topics(features: Sequence[StoryFeatures], voices: Sequence[float], usage: Usage | None = None) -> Block:
    """The words that are no names and no numbers, weighed: what the articles are about, whoever is in it."""
    used: dict[str, int] = {}
    as_name: dict[str, int] = {}
    merged = [_merge_stems(one.words) for one in features]
    for one, stems in zip(features, merged, strict=True):
        for stem, count in stems.items():
            used[stem] = used.get(stem, 0) + count
        for name, count in one.names.items():
            for word in re.split(r"[\s\-]+", name):
                stem = stem_word(fold_word(word))
                as_name[stem] = as_name.get(stem, 0) + count
    plain = {
        stem
        for stem, count in used.items()
        if as_name.get(stem, 0) < _NAME_SHARE * count and not stem[0].isdigit() and stem not in TITLE_WORDS
    }
    rows = [{stem: count for stem, count in stems.items() if stem in plain} for stems in merged]
    return _weigh(rows, voices, expected_share, (usage, _WORDS) if usage else None)


def _name_terms(one: StoryFeatures) -> dict[str, int]:
    """Parts of names, how they sound, by which they meet across alphabets, and countries by one name in all languages.

    Where letters have no capitals, names cannot be told from other words: there the sounds of the opening stand in.
    """
    terms = _merge(one.names, lambda name: name_parts(name) + name_sounds(name))
    terms.update({COUNTRY + place: 1 for place in one.places})
    if one.language in _WITHOUT_CAPITALS:
        for sound in sorted({sound for word in one.opening for sound in name_sounds(word)}):
            terms.setdefault(sound, 1)
    return terms


def _unit(block: Block) -> Block:
    import numpy
    from scipy.sparse import diags

    lengths = block.lengths()
    scale = numpy.divide(1.0, lengths, out=numpy.zeros_like(lengths), where=lengths > 0)
    return Block((diags(scale) @ block.matrix).tocsr(), block.terms)


def _rare(_term: str) -> float:
    return _RARE_SHARE


def _stems(word: str) -> tuple[str, ...]:
    return (stem_word(word),)


def _merge_stems(counts: Mapping[str, int]) -> dict[str, int]:
    """As `_merge` by stem, faster: it is asked of every word of every article."""
    merged: dict[str, int] = {}
    for word, count in counts.items():
        stem = stem_word(word)
        merged[stem] = merged.get(stem, 0) + count
    return merged


def _merge(counts: Mapping[str, int], parts: Callable[[str], tuple[str, ...]]) -> dict[str, int]:
    merged: dict[str, int] = {}
    for term, count in counts.items():
        for part in parts(term):
            merged[part] = merged.get(part, 0) + count
    return merged


def _weigh(
    rows: Sequence[Mapping[str, int]],
    voices: Sequence[float],
    share: Callable[[str], float],
    used: tuple[Usage, int] | None = None,
) -> Block:
    import numpy
    from scipy.sparse import csr_matrix

    frequency: dict[str, float] = {}
    for row, voice in zip(rows, voices, strict=True):
        for term in row:
            frequency[term] = frequency.get(term, 0.0) + voice
    terms = tuple(sorted(frequency))
    column = {term: place for place, term in enumerate(terms)}
    frequencies, whole = numpy.array([frequency[term] for term in terms], dtype=numpy.float64), sum(voices)
    if used is not None:
        frequencies, whole = used[0].count_voices(used[1], terms), used[0].voices_judged
    weight_of = rarities(frequencies, numpy.array([share(term) for term in terms]), whole).tolist()
    starts, columns, weights = [0], [], []
    for row in rows:
        for term in sorted(row):
            place = column[term]
            columns.append(place)
            weights.append((1.0 + math.log(row[term])) * weight_of[place])
        starts.append(len(columns))
    matrix = csr_matrix(
        (numpy.array(weights, dtype=numpy.float64), numpy.array(columns, dtype=numpy.int32), numpy.array(starts)),
        shape=(len(rows), len(terms)),
    )
    return Block(matrix, terms)
