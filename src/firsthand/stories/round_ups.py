"""Whether a page tells of several affairs: a round-up, a press review, a live page of a busy day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from firsthand.lexicon.round_ups import LIVE_PAGE, ROUND_UP
from firsthand.stories.names import find_names, name_parts
from firsthand.stories.word_frequency import STOP_WORDS, expected_share, stem_word
from firsthand.text.tokens import Token

__all__ = ["is_round_up"]

_HEADLINE_CHARACTERS = 200
_MOST_PARAGRAPHS = 60
_COMMON_SHARE = 0.01  # words that so many articles hold join no paragraphs
_SHORTEST_WORD = 5
# A second affair has a quarter of a live page, and is no aside of a few lines.
_SECOND_SHARE, _SECOND_WORDS = 0.25, 60


def is_round_up(headline: str, text: str, tokens: Sequence[Token]) -> bool:
    """Whether headline and body are of several affairs.

    What the headline calls a round-up is one. What it calls a live page is one where the paragraphs fall into two parts
    or more that share neither names nor rare words.

    Args:
        headline: Empty where there is none: such an article is none.
        text: What the tokens are ranges of.
        tokens: Of the body, in order.
    """
    head = headline[:_HEADLINE_CHARACTERS]
    if ROUND_UP.search(head):
        return True
    return LIVE_PAGE.search(head) is not None and _has_two_affairs(text, tokens)


def _has_two_affairs(text: str, tokens: Sequence[Token]) -> bool:
    paragraphs = _paragraphs(text, tokens)
    told = [_telling(text, paragraph) for paragraph in paragraphs]
    part_of = list(range(len(paragraphs)))
    for place, terms in enumerate(told):
        for earlier in range(place):
            if part_of[earlier] != part_of[place] and not terms.isdisjoint(told[earlier]):
                old, new = part_of[place], part_of[earlier]
                part_of = [new if part == old else part for part in part_of]
    sizes: Counter[int] = Counter()
    for part, paragraph in zip(part_of, paragraphs, strict=True):
        sizes[part] += len(paragraph)
    second = sorted(sizes.values(), reverse=True)[1:2]
    return bool(second) and second[0] >= max(_SECOND_WORDS, _SECOND_SHARE * sum(sizes.values()))


def _paragraphs(text: str, tokens: Sequence[Token]) -> list[list[Token]]:
    paragraphs: list[list[Token]] = []
    end = None
    for token in tokens:
        if end is None or "\n" in text[end : token.start]:
            paragraphs.append([])
        paragraphs[-1].append(token)
        end = token.end
    return paragraphs[:_MOST_PARAGRAPHS]


def _telling(text: str, paragraph: Sequence[Token]) -> set[str]:
    """Names and rare words of a paragraph."""
    stems = {stem_word(one.norm) for one in paragraph if len(one.norm) >= _SHORTEST_WORD and one.norm not in STOP_WORDS}
    rare = {stem for stem in stems if expected_share(stem) < _COMMON_SHARE}
    return rare | {part for name in find_names(text, paragraph) for part in name_parts(name)}
