"""A few words between marks that no quotation holds, and that another article prints in direct speech."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from firsthand.accounts.affair import Affair
from firsthand.accounts.content_words import says_little
from firsthand.accounts.stretches import Stretch, read_keys, stem_key
from firsthand.accounts.voices import Voice
from firsthand.lexicon.speech import SAYING_VERBS
from firsthand.model import Article, Span, is_inside, overlap_length
from firsthand.text.lines import split_sentences
from firsthand.text.tokens import tokenise

__all__ = ["find_fragments"]

# What stands between marks in one line, short.
_MARKED = re.compile(r"(?<!\w)[\"“‘'«](?P<inner>[^\s\"“”‘’'«»][^\n\"“”‘«»]{1,118}?)[,.]?[\"”’'»](?!\w)")
_FEWEST_CONTENT = 2
_MOST_HOLDERS = 30  # stretches of direct speech that are looked through for one fragment
_REACH = 160  # characters before the words in which a verb of saying is looked for
_SAYING_STEMS = frozenset(stem_key(verb) for verb in SAYING_VERBS)
_SAID = frozenset({"said", "says"})

_Spoken = Mapping[tuple[str, ...], Sequence[tuple[str, tuple[str, ...]]]]


def find_fragments(stretches: Sequence[Stretch], affair: Affair) -> list[Stretch]:
    """Stretches without a quotation, in order: words between marks, behind a verb of saying, that are said elsewhere.

    Names of films and the like are none: where every word has a capital letter it is a title.

    Args:
        stretches: Those that are known.
        affair: For the texts.
    """
    known: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        known[stretch.article].append(stretch)
    spoken = _read_pairs(stretches, affair)
    return [
        fragment
        for name in sorted(affair.annotations)
        if affair.annotations[name].skipped is None
        for fragment in _search_article(affair.articles[name], spoken, known[name])
    ]


def _read_pairs(stretches: Sequence[Stretch], affair: Affair) -> _Spoken:
    """By each two words in a row between marks, the article and all the words of the stretch."""
    spoken: dict[tuple[str, ...], list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for stretch in stretches:
        if stretch.is_marked:
            keys = read_keys(tokenise(affair.articles[stretch.article].text, *stretch.span))
            for pair in set(pairwise(keys)):
                spoken[pair].append((stretch.article, keys))
    return spoken


def _search_article(article: Article, spoken: _Spoken, known: Sequence[Stretch]) -> list[Stretch]:
    found: list[Stretch] = []
    for body in article.body:
        for match in _MARKED.finditer(article.text, *body):
            span = Span(*match.span("inner"))
            if is_inside(span, body) and not any(overlap_length(span, each.span) for each in known):
                keys = read_keys(tokenise(article.text, *span))
                if _is_said(article.text, span, keys) and _is_held(keys, article.article, spoken):
                    found.append(_fragment(article.article, span))
    return found


def _fragment(article: str, span: Span) -> Stretch:
    return Stretch(article=article, quotation=None, span=span, kind="mixed", voice=Voice(), is_marked=True)


def _is_said(text: str, span: Span, keys: Sequence[str]) -> bool:
    """Whether the words say something, are no title, and stand behind a verb of saying in their sentence."""
    if sum(not says_little(key) for key in keys) < _FEWEST_CONTENT:
        return False
    if all(text[word.start].isupper() for word in tokenise(text, *span) if not says_little(word.norm)):
        return False
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _REACH)
    sentence = split_sentences(text, start, span.end)[-1:]
    before = tokenise(text, sentence[0].start, span.start) if sentence else []
    return any(word.norm in _SAID or stem_key(word.norm) in _SAYING_STEMS for word in before)


def _is_held(keys: tuple[str, ...], article: str, spoken: _Spoken) -> bool:
    holders = spoken.get(keys[:2], ())[:_MOST_HOLDERS]
    return any(name != article and _holds(words, keys) for name, words in holders)


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))
