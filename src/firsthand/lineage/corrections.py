"""Corrections: an error that one article kept and the other names in its correction note."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from firsthand.lexicon.correction_notes import find_correction_notes
from firsthand.lineage.grounds import Ground, GroundKind, Side, Weight
from firsthand.text.tokens import Token, tokenise

__all__ = ["correction_grounds"]

_MOST_WORDS = 600  # of a passage that are compared word by word
_LONGEST_CHANGE = 4  # words: a correction replaces a name or a number
_TELLING = re.compile(r"\d|^[^\W\d_]*[A-ZÀ-ÞА-Я]")  # a figure, or a word with a capital


def _kept_error(side: Side) -> Token | None:
    """A word of the taker's shared text, not in the giver's, that the giver's correction note names; None without one.

    It must be a figure or a name: other words of a note stand everywhere.
    """
    giver, taker = side.giver, side.taker
    notes = find_correction_notes(giver.text)
    noted = {token.norm for note in notes for token in tokenise(giver.text, *note)}
    if not noted:
        return None
    for giver_span, taker_span in side.span_pairs():
        right, wrong = tokenise(giver.text, *giver_span)[:_MOST_WORDS], tokenise(taker.text, *taker_span)[:_MOST_WORDS]
        norms = {token.norm for token in right}
        matcher = SequenceMatcher(
            None, [token.norm for token in right], [token.norm for token in wrong], autojunk=False
        )
        for tag, i, j, k, m in matcher.get_opcodes():
            if tag != "replace" or max(j - i, m - k) > _LONGEST_CHANGE:
                continue
            for token in wrong[k:m]:
                is_noted = token.norm in noted and token.norm not in norms
                if is_noted and _TELLING.search(taker.text[token.start : token.end]):
                    return token
    return None


def correction_grounds(side: Side) -> Iterator[Ground]:
    """The taker keeps an error that the giver has put right: it may have the giver's text from before.

    Or both had it wrong from a third, or the giver took over the taker's error first: a hint.
    """
    found = _kept_error(side)
    if found is None:
        return
    wrong = side.taker.text[found.start : found.end]
    words = (
        f'{side.taker.article} keeps "{wrong}" (at character {found.start}), '
        f"which {side.giver.article} says it had wrong at first"
    )
    yield Ground(kind=GroundKind.CORRECTION, direction=side.direction, weight=Weight.HINT, words=words)
