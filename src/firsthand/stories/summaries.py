"""The summary line of a story: the sentence that most of its origins support, never written by the program."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from firsthand.lexicon.quotation_marks import OPENING_MARKS
from firsthand.model import Article, Span
from firsthand.stories.word_frequency import STOP_WORDS, expected_share, stem_word
from firsthand.text.lines import split_sentences
from firsthand.text.tokens import find_words, fold_word

__all__ = ["Summary", "choose_summary"]

_SENTENCES = 5  # of each article, from the first: what happened is told there
_SHORTEST, _LONGEST = 50, 320  # characters
_READ = 4_000  # characters of a body that are asked whether they support a sentence
_COMMON_WEIGHT, _TELLING_WEIGHT = 0.4, 1.0
_COMMON_SHARE = 0.01
_TO_MAKE_UP = 4.0  # so that a few shared words are no summary
_LATER_TOLL = 0.05  # for each sentence before it

# What follows the place in a dateline: a day, an agency, and the mark that ends it.
_DATELINE_END = re.compile(r"[^—–:\n]{0,60}?(?:[—–:]|\s-\s|/\.)\s*")
# A post that was pasted in: a handle, an address.
_POST = re.compile(r"(?<!\w)@\w|https?://|\bpic\.twitter")


class Summary(NamedTuple):
    """A sentence, and where it stands."""

    text: str
    article: str
    span: Span


def choose_summary(articles: Sequence[Article], origin_of: Mapping[str, str]) -> Summary | None:
    """The sentence whose words most origins of a story use.

    Among the first sentences of the bodies in the story's commonest language; one that begins with a quotation is
    passed over, since it says what somebody said. Ties go to the earlier sentence, then to the lower article id.

    Args:
        articles: Of the story, in any order.
        origin_of: The origin of each by its id; one without is a voice of its own.

    Returns:
        None where no article has such a sentence.
    """
    ordered = sorted(articles, key=lambda article: article.article)
    support, voices = _count_support(ordered, origin_of)
    language = _commonest_language(ordered)
    best: tuple[float, int, str] | None = None
    found: Summary | None = None
    for article in ordered:
        if language is not None and article.language not in {None, language}:
            continue
        for place, span in enumerate(_first_sentences(article)):
            score = _score(article.text[slice(*span)], support, voices) - _LATER_TOLL * place
            rank = (-round(score, 9), place, article.article)
            if best is None or rank < best:
                best, found = rank, Summary(article.text[slice(*span)], article.article, span)
    return found


def _first_sentences(article: Article) -> list[Span]:
    sentences: list[Span] = []
    for body in article.body:
        for whole in split_sentences(article.text, *body):
            span = _without_dateline(article, whole)
            is_fit = _SHORTEST <= span.end - span.start <= _LONGEST
            if is_fit and article.text[span.start] not in OPENING_MARKS and not _POST.search(article.text, *span):
                sentences.append(span)
            if len(sentences) == _SENTENCES:
                return sentences
    return sentences


def _without_dateline(article: Article, sentence: Span) -> Span:
    """The sentence from behind the place, day and agency that it begins with."""
    if not article.dateline or not article.text.startswith(article.dateline, sentence.start):
        return sentence
    behind = _DATELINE_END.match(article.text, sentence.start + len(article.dateline), sentence.end)
    return Span(behind.end(), sentence.end) if behind else sentence


def _stems(text: str) -> set[str]:
    return {stem_word(norm) for norm in map(fold_word, set(find_words(text))) if norm not in STOP_WORDS}


def _count_support(articles: Sequence[Article], origin_of: Mapping[str, str]) -> tuple[dict[str, int], int]:
    """By how many origins each stem is used, and how many origins there are."""
    used: dict[str, set[str]] = {}
    for article in articles:
        body = " ".join(article.text[slice(*span)] for span in article.body)[:_READ]
        used.setdefault(origin_of.get(article.article, article.article), set()).update(_stems(body))
    support: dict[str, int] = {}
    for stems in used.values():
        for stem in stems:
            support[stem] = support.get(stem, 0) + 1
    return support, len(used)


def _score(sentence: str, support: Mapping[str, int], voices: int) -> float:
    stems = _stems(sentence)
    weights = {stem: _COMMON_WEIGHT if expected_share(stem) > _COMMON_SHARE else _TELLING_WEIGHT for stem in stems}
    gained = sum(weight * support.get(stem, 0) / voices for stem, weight in weights.items())
    return gained / (sum(weights.values()) + _TO_MAKE_UP)


def _commonest_language(articles: Sequence[Article]) -> str | None:
    counts: dict[str, int] = {}
    for article in articles:
        if article.language:
            counts[article.language] = counts.get(article.language, 0) + 1
    return min(counts, key=lambda language: (-counts[language], language != "en", language)) if counts else None
