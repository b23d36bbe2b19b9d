"""States that reports say or deny of a happening: whether somebody was hurt, was arrested, is known. English.

Written by hand from general knowledge. Folded as `firsthand.text.tokens.fold_word` folds.
"""

from __future__ import annotations

__all__ = ["COUNTED_STATES", "STATES", "STATES_DENIED"]

# States of which reports say of how many, or that there were none.
COUNTED_STATES = frozenset({"arrest", "damage", "death", "hurt", "responsibility", "survival"})

# The words that say a state; one line each, its name first.
_SAID = """
hurt: injured injuries injury hurt wounded
death: fatalities fatality casualties
arrest: arrested arrests arrest
charge: charged charges
survival: survivors survivor survived
responsibility: responsibility
damage: damage damaged
warning: warning warnings alert
motive: motive
armed: armed
identity: identified
link: linked links connection connected
intent: intentional intentionally deliberate deliberately
attack: terrorism terrorist terror
conscious: conscious
resistance: resisted
""".strip().splitlines()

# The words that deny one.
_DENIED = """
hurt: unhurt unharmed uninjured unscathed
armed: unarmed
identity: unidentified
intent: accidental accidentally unintentional unintentionally
conscious: unconscious
""".strip().splitlines()


def _read(lines: list[str]) -> dict[str, str]:
    pairs = (line.split(": ") for line in lines)
    return {word: name for name, words in pairs for word in words.split()}


STATES = _read(_SAID)
STATES_DENIED = _read(_DENIED)
