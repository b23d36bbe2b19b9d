"""How much two wordings have in common, and whether that makes them one saying."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import LCSseq

from firsthand.accounts.affair import Affair
from firsthand.accounts.content_words import says_little
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.stretches import read_keys, stem_key
from firsthand.accounts.voices import Voicing
from firsthand.text.tokens import tokenise

__all__ = ["CERTAIN_RUN", "Likeness", "is_near", "is_one_saying", "may_agree", "weigh_all", "weigh_stems"]

# Words in a row that are nobody's chance: two speakers who are given them are one, or one of them is given wrongly.
CERTAIN_RUN = 7
# Of the lighter one's weight, what one speaker's two wordings share that differ in nothing that says something.
_NEARLY_ALL = 0.9
_PART_WEIGHT = 0.7  # of the least weight, what such a part must have at least
# Of the heavier one's weight, what two wordings of one speaker share that are each other's nearest.
_NEAR_LONGER = 0.3
# Of the heavier one's weight, what two wordings share that reword one another where nobody is named for one of them.
_OPEN_LONGER = 0.4
_NAME_WEIGHT = 0.5
_CAPITAL_SHARE = 0.8  # of its places within sentences, a name has a capital letter in so many
_NEGATIONS = frozenset("no not never none nobody nothing neither nor cannot without".split())


def weigh_stems(affair: Affair) -> dict[str, float]:
    """How much a stem tells of which saying it is from: 1 for one that a single sentence of the affair has.

    Over different sentences of all bodies, so that what the affair is about weighs little, and what is copied no less.
    A name weighs half: whom a saying is about is not what it says.
    """
    sentences: set[frozenset[str]] = set()
    written: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for name in sorted(affair.annotations):
        text = affair.articles[name].text
        for span in affair.annotations[name].sentences:
            words = tokenise(text, *span)
            stems = [stem_key(key) for key in read_keys(words)]
            sentences.add(
                frozenset(stem for stem, word in zip(stems, words, strict=True) if not says_little(word.norm))
            )
            written.update(stems[1:])
            capital.update(stem for stem, word in zip(stems[1:], words[1:], strict=True) if text[word.start].isupper())
    holders = Counter(stem for stems in sentences for stem in stems)
    most = log(1 + len(sentences))
    return {
        stem: log(1 + len(sentences) / count) / most * (_NAME_WEIGHT if _is_name(stem, written, capital) else 1.0)
        for stem, count in holders.items()
    }


def _is_name(stem: str, written: Counter[str], capital: Counter[str]) -> bool:
    return capital[stem] > 0 and capital[stem] >= _CAPITAL_SHARE * written[stem]


def weigh_all(stems: Collection[str], weights: Mapping[str, float]) -> float:
    """The weight of different stems together; one that no sentence has weighs 1."""
    return sum(weights.get(stem, 1.0) for stem in sorted(set(stems)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two wordings have in common.

    Attributes:
        shared: Weight of the stems that both have.
        of_shorter: The same as a share of what the lighter one weighs.
        of_longer: And of the heavier one.
        in_order: Words that both have in the same order, as a share of the shorter one's words.
        run: Words in the longest run that both have.
        agrees: Whether nothing speaks against it, see `may_agree`.
    """

    shared: float
    of_shorter: float
    of_longer: float
    in_order: float
    run: int
    agrees: bool

    @classmethod
    def of(cls, one: tuple[str, ...], other: tuple[str, ...], weights: Mapping[str, float]) -> Likeness:
        """Of two wordings, each as the keys of its words."""
        mine, theirs = ({stem_key(key) for key in keys if not says_little(key)} for keys in (one, other))
        shared = weigh_all(mine & theirs, weights)
        light, heavy = sorted((weigh_all(mine, weights), weigh_all(theirs, weights)))
        blocks = LCSseq.opcodes(one, other)
        equal = [code.src_end - code.src_start for code in blocks if code.tag == "equal"]
        return cls(
            shared=shared,
            of_shorter=shared / light if light else 0.0,
            of_longer=shared / heavy if heavy else 0.0,
            in_order=sum(equal) / min(len(one), len(other)),
            run=max(equal, default=0),
            agrees=may_agree(one, other),
        )

    @property
    def closeness(self) -> float:
        """In [0, 1]."""
        return round((self.of_shorter + self.of_longer + self.in_order) / 3, 6)

    def is_verbatim(self, settings: AccountsSettings) -> bool:
        """Whether the shorter one's words stand in the longer one."""
        return self.in_order >= settings.verbatim_saying


def is_one_saying(likeness: Likeness, voicing: Voicing, settings: AccountsSettings, *, is_fragment: bool) -> bool:
    """Whether two wordings report one saying, whatever else their articles print.

    Args:
        likeness: Of the two.
        voicing: Of their speakers.
        settings: Of this stage.
        is_fragment: Whether one of them is a few words between marks, and no clause.
    """
    if voicing is Voicing.OTHER:
        return likeness.run >= CERTAIN_RUN and likeness.is_verbatim(settings)
    is_all = voicing is Voicing.SAME and likeness.of_shorter >= _NEARLY_ALL
    if likeness.shared < settings.least_saying:
        is_part = voicing is Voicing.SAME and likeness.in_order == 1.0
        return is_part or (is_all and not is_fragment and likeness.shared >= _PART_WEIGHT * settings.least_saying)
    if likeness.is_verbatim(settings):
        return True
    is_enough = likeness.shared >= settings.sure_saying
    if voicing is Voicing.SAME:
        return is_all or (is_enough and likeness.of_shorter >= settings.same_saying)
    return is_enough and likeness.of_shorter >= settings.open_saying and likeness.of_longer >= _OPEN_LONGER


def is_near(likeness: Likeness, voicing: Voicing, settings: AccountsSettings) -> bool:
    """Whether one speaker's two wordings may report one saying, if nothing nearer is found for either."""
    return (
        voicing is Voicing.SAME
        and likeness.agrees
        and likeness.shared >= settings.least_saying
        and likeness.of_shorter >= settings.near_saying
        and likeness.of_longer >= _NEAR_LONGER
    )


def may_agree(one: Collection[str], other: Collection[str]) -> bool:
    """Whether nothing speaks against it that two wordings say the same: other numbers, or a negation in one alone.

    Args:
        one: Keys of the one wording's words.
        other: Of the other's.
    """
    mine, theirs = ({key for key in keys if key[:1].isdigit()} for keys in (one, other))
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    return _has_negation(one) == _has_negation(other)


def _has_negation(keys: Collection[str]) -> bool:
    return any(key in _NEGATIONS or key.endswith("n't") for key in keys)
