"""Parts of a sentence, read from the parse: what hangs from a word, who its subject is, where a phrase ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from firsthand.language.parse import ArticleParse
from firsthand.model import Span

__all__ = ["is_passive", "phrase_span", "subject_of", "subtree", "words_between"]

_SUBJECTS = frozenset(["nsubj", "csubj", "nsubjpass", "expl"])
_MOST_STEPS = 6


def subtree(parse: ArticleParse, root: int) -> list[int]:
    """Indices of `root` and all words below it, in order."""
    found = []
    stack = [root]
    while stack:
        index = stack.pop()
        found.append(index)
        stack.extend(parse.children[index])
    return sorted(found)


def is_passive(parse: ArticleParse, verb: int) -> bool:
    """Whether the verb is in the passive voice: "was told"."""
    return any(parse.words[child].dep in {"auxpass", "nsubjpass"} for child in parse.children[verb])


def subject_of(parse: ArticleParse, verb: int) -> int | None:
    """The word that is the subject of `verb`; None where there is none.

    Its own, or that of the verb which it goes on from ("said and added", "spoke, adding"), or the noun that it
    describes ("a statement saying").
    """
    index = verb
    for _ in range(_MOST_STEPS):
        for child in parse.children[index]:
            if parse.words[child].dep in _SUBJECTS:
                return _behind_pronoun(parse, child, index)
        word = parse.words[index]
        if word.head == index:
            return None
        if word.dep in {"acl", "relcl"} and parse.words[word.head].tag.startswith(("NN", "PRP")):
            return word.head
        if word.dep not in {"conj", "xcomp", "advcl", "ccomp", "acl", "pcomp", "prep", "dep", "parataxis"}:
            return None
        index = word.head
    return None


def _behind_pronoun(parse: ArticleParse, subject: int, verb: int) -> int:
    """The noun that a relative pronoun stands for; `subject` itself where it is none."""
    if parse.words[subject].tag in {"WP", "WDT"} and parse.words[verb].dep == "relcl":
        return parse.words[verb].head
    return subject


def phrase_span(parse: ArticleParse, head: int, outside: Iterable[Span] = ()) -> Span:
    """The phrase round a noun or pronoun, without relative clauses, and never reaching into a span of `outside`."""
    first = last = head
    blocked = list(outside)
    for index in _phrase_words(parse, head):
        word = parse.words[index]
        if any(span.start < word.end and word.start < span.end for span in blocked):
            continue
        first, last = min(first, index), max(last, index)
    # A span of `outside` between the ends of the phrase parts it: keep the part of the head.
    for span in blocked:
        if parse.words[first].start <= span.start and span.end <= parse.words[head].start:
            first = head
        if parse.words[head].end <= span.start and span.end <= parse.words[last].end:
            last = head
    while last > head and parse.words[last].tag in {",", ":", "CC", "``", "''"}:
        last -= 1
    while first < head and parse.words[first].tag in {",", ":", "CC", "``", "''"}:
        first += 1
    return Span(parse.words[first].start, parse.words[last].end)


def _phrase_words(parse: ArticleParse, head: int) -> list[int]:
    found = []
    stack = [head]
    while stack:
        index = stack.pop()
        found.append(index)
        stack.extend(
            child
            for child in parse.children[index]
            if parse.words[child].dep not in {"relcl", "acl", "advcl", "ccomp", "parataxis", "cc", "conj"}
            or (parse.words[child].dep in {"cc", "conj"} and index == head)
        )
    return sorted(found)


def words_between(parse: ArticleParse, start: int, end: int) -> range:
    """Indices of the words that lie inside `[start, end)`."""
    first = bisect_left(parse.words, start, key=lambda word: word.start)
    last = bisect_left(parse.words, end, key=lambda word: word.start)
    return range(first, last)
