"""Versions: two or more states of one article, and what changed from each to the next."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import OSA, Indel

from firsthand.model import Article, Span, Version
from firsthand.text.lines import split_lines
from firsthand.text.tokens import tokenise

__all__ = ["compare_versions"]

# A corrected typo: one letter put in, left out, replaced, or two exchanged, in a word of so many letters at least and
# in so few words of a paragraph. In a shorter word one letter makes another word ("not", "now").
_TYPO_LETTERS = 5
_TYPO_WORDS = 3


def _paragraphs(article: Article) -> list[Span]:
    spans = article.body or (Span(0, len(article.text)),)
    return [line for span in spans if span.end > span.start for line in split_lines(article.text, *span)]


def _norm(text: str, span: Span) -> str:
    return " ".join(token.norm for token in tokenise(text, span.start, span.end))


def _is_typo(new: str, old: str) -> bool:
    """Whether two paragraphs differ by corrected typos only: as many words, no number, few letters."""
    words, others = new.split(), old.split()
    if len(words) != len(others):
        return False
    changed = [(word, other) for word, other in zip(words, others, strict=True) if word != other]
    return len(changed) <= _TYPO_WORDS and all(
        min(len(word), len(other)) >= _TYPO_LETTERS
        and not any(character.isdigit() for character in word + other)
        and OSA.distance(word, other) <= 1
        for word, other in changed
    )


def _changed(old: Article, new: Article) -> tuple[Span, ...]:
    """The paragraphs of `new` that are not in `old`, or stand there in other words."""
    old_norms = [_norm(old.text, span) for span in _paragraphs(old)]
    spans = _paragraphs(new)
    norms = [_norm(new.text, span) for span in spans]
    kept = {
        place
        for code in Indel.opcodes(old_norms, norms)
        if code.tag == "equal"
        for place in range(code.dest_start, code.dest_end)
    }
    known = set(old_norms)
    return tuple(
        span
        for place, (span, norm) in enumerate(zip(spans, norms, strict=True))
        if place not in kept and norm and norm not in known and not any(_is_typo(norm, other) for other in old_norms)
    )


def compare_versions(states: Sequence[Article]) -> list[Version]:
    """The versions of one article, with the paragraphs of each that changed against the one before.

    Paragraphs that moved, and changes the size of a typo, count as unchanged; another number never is a typo.

    Args:
        states: Two or more states of one article, oldest first. A single one gives version 1 alone.

    Returns:
        One version for each state, numbered from 1; `changed` of the first is empty.
    """
    versions = []
    for number, state in enumerate(states):
        changed = _changed(states[number - 1], state) if number else ()
        versions.append(
            Version(
                article=state.article, version=number + 1, published=state.updated or state.published, changed=changed
            )
        )
    return versions
