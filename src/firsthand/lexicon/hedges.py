"""Words by which a speaker makes a saying smaller: how sure it is, on what it depends, how far it goes. English.

Folded as `firsthand.text.tokens.fold_word` folds. Written for this project from general knowledge.
"""

from __future__ import annotations

__all__ = ["HEDGES", "HEDGE_PHRASES"]

# Single words: of doubt, of opinion, of condition.
HEDGES = frozenset(
    """
    may might could perhaps maybe possibly probably likely unlikely apparently seemingly presumably reportedly allegedly
    supposedly potentially arguably roughly approximately seems seem seemed appears appear appeared suggests suggest
    believe believes think thinks feel suspect suspects hope hopes expect expects guess assume assumes estimate
    estimates unless provided if partly somewhat sometimes
    """.split()
)
# Several words in a row.
HEDGE_PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in (
        "at least",
        "at the very least",
        "at most",
        "in part",
        "in my view",
        "in our view",
        "in my opinion",
        "in our opinion",
        "as far as",
        "so far as",
        "according to",
        "to our knowledge",
        "to my knowledge",
        "by our own",
        "prepared to",
        "ready to",
        "willing to",
        "on condition",
        "subject to",
        "as long as",
    )
)
