"""What an article did to a saying: how its words stand to the fullest telling of it, and which of them changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.accounts.changes import Change, find_changes
from firsthand.accounts.saying_tellings import Telling
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.stretches import stem_key
from firsthand.lexicon.function_words import FUNCTION_WORDS
from firsthand.lexicon.hedges import HEDGE_PHRASES, HEDGES
from firsthand.model import Span
from firsthand.text.tokens import Token

__all__ = ["Alteration", "judge_alteration"]

# Of the words that say something, so many may differ in a verbatim telling: "are looking", "were looking".
_SLIGHT_SHARE = 0.1
_PRONOUNS = frozenset(stem_key(key) for key in ("nobody", "anybody", "everybody", "nothing", "everything", "anyone"))
_LONG_WORDS = 6  # words that say something, from which on one of them may stand elsewhere
# What is left of a hedged sentence must be this share of the rest of it.
_REST_SHARE = 0.4
_FEWEST_REST = 3
# Words of content that stand for others in what both articles print between marks: nobody edits there, so the saying
# was put into this language twice.
_TRANSLATED_WORDS = 3
# A cut within a saying, with words of content on both sides, that closes over so many of them.
_SPLICED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Alteration:
    """How one telling of a saying stands to its fullest.

    Attributes:
        kind: verbatim, truncated, spliced, reworded, translated, made_indirect or hedge_removed.
        changed: The words of the telling that the fullest does not have there, in order.
    """

    kind: str
    changed: tuple[Span, ...]


def judge_alteration(
    lead: Telling, telling: Telling, others: Sequence[Telling], settings: AccountsSettings
) -> Alteration:
    """What became of a saying in one telling.

    Args:
        lead: The fullest telling.
        telling: Another one.
        others: All tellings, the lead among them: what was printed between marks anywhere is the speaker's own.
        settings: Of this stage.
    """
    pair = _Pair.of(lead, telling, settings)
    return Alteration(_judge(pair, others), pair.changed())


@dataclass(frozen=True, slots=True)
class _Pair:
    """The fullest telling and another, laid side by side word by word."""

    lead: Telling
    telling: Telling
    a: Sequence[Token]
    b: Sequence[Token]
    changes: list[Change]

    @classmethod
    def of(cls, lead: Telling, telling: Telling, settings: AccountsSettings) -> _Pair:
        a, b = lead.words, telling.words
        return cls(lead, telling, a, b, find_changes(a, b, settings))

    def changed(self) -> tuple[Span, ...]:
        """The words of the telling that are not the lead's."""
        return tuple(
            Span(self.b[change.b_first].start, self.b[change.b_last - 1].end)
            for change in self.changes
            if change.b_first < change.b_last
        )

    def moved(self) -> int:
        """How many words of content stand in `changed`."""
        return sum(len(_content(self.b[each.b_first : each.b_last])) for each in self.changes)

    def new_stems(self) -> set[str]:
        """The stems that the telling has and the lead has nowhere."""
        return set(self.telling.stems) - set(self.lead.stems)

    def lost_words(self) -> list[str]:
        """The words of the lead, but those of grammar, that the telling has in no form."""
        kept = {stem_key(key) for key in self.telling.keys}
        return [key for key in self.lead.keys if key not in FUNCTION_WORDS and stem_key(key) not in kept]

    def cuts(self) -> list[Change]:
        """Where the telling leaves out words of the lead between others that it has."""
        return [
            change
            for change in self.changes
            if change.b_first == change.b_last
            and change.a_first > 0
            and change.a_last < len(self.a)
            and _content(self.a[change.a_first : change.a_last])
        ]


def _judge(pair: _Pair, others: Sequence[Telling]) -> str:
    words = len(pair.telling.stems)
    if pair.new_stems() or pair.moved() > max(_SLIGHT_SHARE * words, 1 if words >= _LONG_WORDS else 0):
        return _judge_rewording(pair, others)
    if len(pair.lost_words()) <= _SLIGHT_SHARE * len(pair.lead.stems):
        return "verbatim"
    if _has_lost_hedge(pair):
        return "hedge_removed"
    if _is_turned(pair):
        return "made_indirect"
    return "spliced" if _is_spliced(pair) else "truncated"


def _judge_rewording(pair: _Pair, others: Sequence[Telling]) -> str:
    if _both_marked(pair):
        return "translated" if _is_put_anew(pair) else "reworded"
    if pair.telling.stretch.kind != "indirect":
        return "reworded"
    # What any article prints between marks is the speaker's own, in one translation or another.
    said = {stem for other in others if other.stretch.kind == "direct" for stem in other.stems}
    if not set(pair.telling.stems) - _PRONOUNS <= said:
        return "reworded"
    return "hedge_removed" if _has_lost_hedge(pair) else "made_indirect"


def _is_put_anew(pair: _Pair) -> bool:
    """Whether words of content stand for others in several places, or in most of a short saying."""
    replaced = sum(
        min(len(_content(pair.a[c.a_first : c.a_last])), len(_content(pair.b[c.b_first : c.b_last])))
        for c in pair.changes
    )
    new = len(pair.new_stems())
    return min(replaced, new) >= _TRANSLATED_WORDS or 2 * new > max(_FEWEST_REST, len(pair.telling.stems))


def _both_marked(pair: _Pair) -> bool:
    return pair.lead.stretch.kind == "direct" and pair.telling.stretch.kind == "direct"


def _is_turned(pair: _Pair) -> bool:
    """Whether speech became a clause: its words stand there, in other forms, under other pronouns."""
    if pair.lead.stretch.kind != "direct" or pair.telling.stretch.kind != "indirect":
        return False
    return any(change.b_first < change.b_last for change in pair.changes)


def _has_lost_hedge(pair: _Pair) -> bool:
    """Whether a sentence of the lead is told for the most part, and what made it smaller is not."""
    kept = set(pair.telling.stems)
    for piece in pair.lead.pieces:
        lost = [change for change in pair.changes if _is_within(pair.a[change.a_first : change.a_last], piece.span)]
        if not any(_is_hedged([word.norm for word in pair.a[each.a_first : each.a_last]]) for each in lost):
            continue
        if len(kept & set(piece.stems)) >= max(_FEWEST_REST, _REST_SHARE * len(set(piece.stems))):
            return True
    return False


def _is_within(words: Sequence[Token], span: Span) -> bool:
    return bool(words) and span.start <= words[0].start and words[-1].end <= span.end


def _is_hedged(words: Sequence[str]) -> bool:
    if not HEDGES.isdisjoint(words):
        return True
    return any(
        tuple(words[at : at + size]) in HEDGE_PHRASES for size in (2, 3, 4) for at in range(len(words) - size + 1)
    )


def _is_spliced(pair: _Pair) -> bool:
    """Whether words of the lead are printed as if they followed on one another, where others stand between them."""
    if pair.telling.stretch.kind != "direct" or _is_run_of(pair.telling.keys, pair.lead.keys):
        return False
    return any(len(_content(pair.a[cut.a_first : cut.a_last])) >= _SPLICED_WORDS for cut in pair.cuts())


def _is_run_of(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _content(words: Sequence[Token]) -> list[str]:
    return [word.norm for word in words if word.norm not in FUNCTION_WORDS]
