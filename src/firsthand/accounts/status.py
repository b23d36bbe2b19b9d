"""Whether a sentence tells a dated happening as planned, as denied, or as what happened."""

from __future__ import annotations

import re

from firsthand.lexicon.status_words import (
    CLAUSE_BREAK,
    DENIAL_VERBS,
    LOOKS_AHEAD,
    LOOKS_BACK,
    NEGATIONS,
    PLANNING,
    VERB_LAST_LANGUAGES,
)
from firsthand.model import Span

__all__ = ["DENIED", "HAPPENED", "PLANNED", "judge_status"]

HAPPENED, PLANNED, DENIED = "happened", "planned", "denied"

# A date that stands no further into its sentence than this opens it: "On Sunday, divers will search the wreck".
_FRONTED_CHARACTERS = 12
# Letters between a verb of denial and the date below which the date is that of the denial: "denied on Monday that".
_BESIDE_CHARACTERS = 8


def judge_status(sentence: str, time: Span, language: str | None, is_later: bool) -> str:
    """The status of what `sentence` tells of the date at `time`.

    Denied where the date's clause is negated, or stands in what a verb of denial governs; planned where the date lies
    after the report, or where a word of planning leads to it; else happened. Words that look back ("two weeks ago")
    or ahead ("next May") go before the day that they were resolved to.

    Args:
        sentence: The sentence's characters.
        time: Of the time expression, from the start of `sentence`.
        language: ISO 639-1 code of the article; unknown is read as English.
        is_later: Whether the date lies after the day of the report.
    """
    language = language if language in PLANNING else "en"
    before, after = _clause(sentence, time)
    clause = before if language not in VERB_LAST_LANGUAGES and before.strip() else f"{before} {after}"
    if _is_denied(before, after, language):
        return DENIED
    words = sentence[time.start : time.end]
    if LOOKS_AHEAD.search(words) or (is_later and not LOOKS_BACK.search(words)):
        return PLANNED
    return PLANNED if PLANNING[language].search(clause) else HAPPENED


def _clause(sentence: str, time: Span) -> tuple[str, str]:
    """The clause that holds the date, before the date and after it.

    Where only a comma stands before the date, it hangs from the whole sentence: "will meet him, on the left, tomorrow".
    """
    breaks = list(CLAUSE_BREAK.finditer(sentence, 0, time.start))
    start = breaks[-1].end() if breaks else 0
    if breaks and breaks[-1].group() == "," and not sentence[start : time.start].strip():
        start = 0
    closing = CLAUSE_BREAK.search(sentence, time.end)
    end = closing.start() if closing else len(sentence)
    if start == 0 and time.start <= _FRONTED_CHARACTERS and closing and end - time.end < 2:
        closing = CLAUSE_BREAK.search(sentence, closing.end())
        end = closing.start() if closing else len(sentence)
    return sentence[start : time.start], sentence[time.end : end]


def _is_denied(before: str, after: str, language: str) -> bool:
    opens = len(re.sub(r"\W", "", before)) <= _FRONTED_CHARACTERS // 2
    negated = NEGATIONS[language].search(f"{before} {after}" if opens or language in VERB_LAST_LANGUAGES else before)
    if negated:
        return True
    cues = list(DENIAL_VERBS[language].finditer(before))
    return bool(cues) and len(re.sub(r"\W", "", before[cues[-1].end() :])) > _BESIDE_CHARACTERS
