"""What a press release says in the first person: the words of its sender, without quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.language.clauses import words_between
from firsthand.language.parse import ArticleParse
from firsthand.language.span_search import is_within
from firsthand.model import Article, Span

__all__ = ["find_release_speech", "find_sender"]

_FIRST_PERSON = frozenset("we our ours us ourselves".split())
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


def find_sender(article: Article, parse: ArticleParse) -> Span | None:
    """Where a press release first names who sent it, in headline or body; None for what is none, or names nobody."""
    if article.kind != "release" or not article.outlet:
        return None
    for paragraph in parse.paragraphs:
        start = article.text.find(article.outlet, paragraph.start, paragraph.end)
        if start >= 0:
            return Span(start, start + len(article.outlet))
    return None


def find_release_speech(parse: ArticleParse, quoted: Sequence[Span]) -> list[Span]:
    """The sentences that say "we" or "our" outside of quotation marks, in order; not in headlines.

    Args:
        parse: The release.
        quoted: Stretches between quotation marks with their marks, in order.
    """
    headlines = [parse.paragraphs[index] for index in sorted(parse.headlines)]
    found = []
    for sentence in parse.sentences:
        words = [parse.words[index] for index in words_between(parse, sentence.start, sentence.end)]
        is_own = any(
            word.text.lower() in _FIRST_PERSON and word.tag.startswith("PRP") and not is_within(word.start, quoted)
            for word in words
        )
        if is_own and any(word.tag in _FINITE for word in words) and not is_within(sentence.start, headlines):
            found.append(sentence)
    return found
