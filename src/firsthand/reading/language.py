"""The language of a text, from its first characters."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Span

__all__ = ["identify_language"]

_SAMPLE_LENGTH = 1000  # characters; more changes nothing in news text and costs time
_SHORTEST_SAMPLE = 40  # characters under which the guess is worth nothing


def identify_language(text: str, body: Sequence[Span]) -> str | None:
    """ISO 639-1 code of the language of the body's first 1,000 characters; None for fewer than 40.

    Source: py3langid, a naive Bayes classifier over byte n-grams (Lui and Baldwin 2012, langid.py).
    """
    sample = ""
    for start, end in body:
        sample += text[start : min(end, start + _SAMPLE_LENGTH)] + " "
        if len(sample) >= _SAMPLE_LENGTH:
            break
    sample = sample.strip()[:_SAMPLE_LENGTH]
    if len(sample) < _SHORTEST_SAMPLE:
        return None
    import py3langid

    code, _ = py3langid.classify(sample)
    return str(code)
