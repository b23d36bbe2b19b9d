"""Quoted words inside a sentence of the writer's that no clause of reporting holds: who is quoted with them.

"She thanked them for "years of patience"", "the envoy, in whose words it was "a start"". The words between the marks
are the quotation; a verb or noun of reporting above them in the tree, or else the last one before them in the sentence,
tells whose they are. Where there is none the words are a title, a term or a scare quote.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.language.clauses import can_speak, is_passive, phrase_span, subject_of, subtree, words_between
from firsthand.language.parse import ArticleParse
from firsthand.language.quoted import Quoted
from firsthand.lexicon.speaking_nouns import DOCUMENT_NOUNS
from firsthand.lexicon.speech import NAMING_VERBS, REPORTING_NOUNS, SAYING_VERBS, THINKING_VERBS, act_of_verb
from firsthand.model import Span

__all__ = ["QuotedFragment", "find_fragments"]

_FEWEST_WORDS = 2  # one word in marks is a term more often than a saying
_FEWEST_OF_DOCUMENT = 4
_MOST_STEPS = 8
_FURTHEST_BEFORE = 9  # words before the marks at which "in Doe's words" may begin
_ENDS_CLAUSE = re.compile(r"[,;:—–]|\s--?\s")
_MOST_SHARE = 0.6  # of what is reported, between marks: then those words alone are the quotation
_HEARERS = frozenset(["reporter", "journalist", "him", "her", "them", "us", "me"])
# With these what is between marks is what was said, also where it is no clause.
_VERBS = SAYING_VERBS | NAMING_VERBS | (THINKING_VERBS & {"consider", "regard", "view", "deem"})
_NOT_NAMED = frozenset(["entitle", "title", "name", "know", "spell", "show", "sign", "issue"])


@dataclass(frozen=True, slots=True)
class QuotedFragment:
    """Quoted words with the word that reports them and whose they are."""

    content: Span
    cue: Span
    act: str
    source: Span
    source_word: int


def find_fragments(parse: ArticleParse, stretches: Sequence[Quoted], free: Sequence[Quoted]) -> list[QuotedFragment]:
    """The quoted fragments of an article, in order.

    Args:
        parse: The article.
        stretches: Everything between quotation marks.
        free: Those of them that are part of no quotation yet.
    """
    outside: defaultdict[int, list[Span]] = defaultdict(list)  # by paragraph: none reads beyond its own
    for quoted in stretches:
        outside[quoted.paragraph].append(quoted.outer)
    found = (_read(parse, quoted, outside[quoted.paragraph]) for quoted in free)
    return [fragment for fragment in found if fragment is not None]


def _read(parse: ArticleParse, quoted: Quoted, outside: Sequence[Span]) -> QuotedFragment | None:
    words = list(words_between(parse, quoted.inner.start, quoted.inner.end))
    if len(words) < _FEWEST_WORDS or _is_title(parse, words):
        return None
    beside = _words_of(parse, words[0], outside)
    if beside is not None:
        index, whose = beside
        cue_span = Span(parse.words[index].start, parse.words[index].end)
        return QuotedFragment(quoted.inner, cue_span, "said", phrase_span(parse, whose, outside), whose)
    cue = _cue_above(parse, words, outside)
    if cue is None:
        return None
    word, source, below = cue
    act = act_of_verb(parse.words[word].lemma) or "said"
    return QuotedFragment(
        _clause_round(parse, quoted.inner, word, source, below),
        Span(parse.words[word].start, parse.words[word].end),
        act,
        phrase_span(parse, source, outside),
        source,
    )


def _words_of(parse: ArticleParse, first: int, outside: Sequence[Span]) -> tuple[int, int] | None:
    """As in "in Doe's words, ...", "in the words of Doe, ..." and "as Doe put it, ...": the cue and whose words."""
    sentence = parse.words[first].sentence
    for index in range(first - 1, max(-1, first - _FURTHEST_BEFORE), -1):
        word = parse.words[index]
        if word.sentence != sentence:
            return None
        if any(span.start <= word.start < span.end for span in outside):
            continue
        whose: int | None = None
        if word.text.lower() == "words":
            below = parse.children[index]
            whose = next((each for each in below if parse.words[each].dep == "poss"), None)
            links = [each for each in below if parse.words[each].lemma == "of"]
            if whose is None and links:
                whose = next((each for each in parse.children[links[0]] if parse.words[each].dep == "pobj"), None)
        elif word.lemma == "put" and parse.words[index + 1].text == "it":
            whose = subject_of(parse, index)
        if whose is not None and can_speak(parse, whose):
            return index, whose
    return None


def _document(parse: ArticleParse, verb: int) -> int | None:
    """The subject of any verb that is a document: what the log "has" between marks stands in it."""
    below = (child for child in parse.children[verb] if parse.words[child].dep == "nsubj")
    return next((child for child in below if parse.words[child].lemma in DOCUMENT_NOUNS), None)


def _clause_round(parse: ArticleParse, inner: Span, cue: int, source: int, below: int) -> Span:
    """What is reported: the quoted words where they are most of it, else all from the cue to their phrase's end."""
    if parse.words[cue].start >= inner.start or not parse.words[cue].tag.startswith("VB"):
        return inner
    first = cue + 1
    while parse.words[first].tag in {",", ":", "RP"} or parse.words[first].lemma in _HEARERS:
        first += 1
    start = parse.words[first].start
    if start >= inner.start or parse.words[first - 1].start < parse.words[source].start < inner.start:
        return inner
    end = max(inner.end, parse.words[max(subtree(parse, below))].end)
    end = min(end, parse.sentences[parse.words[cue].sentence].end)
    stop = _ENDS_CLAUSE.search(parse.text, inner.end, end)
    end = end if stop is None else max(inner.end, stop.start())
    while end > inner.end and not parse.text[end - 1].isalnum():
        end -= 1
    return inner if inner.end - inner.start >= _MOST_SHARE * (end - start) else Span(start, end)


def _is_title(parse: ArticleParse, words: Sequence[int]) -> bool:
    """Whether the words are written as a title: every one of content with a capital."""
    content = [parse.words[index] for index in words if parse.words[index].tag[:2] in {"NN", "JJ", "VB", "RB"}]
    return bool(content) and all(word.text[:1].isupper() for word in content)


def _cue_above(parse: ArticleParse, words: Sequence[int], outside: Sequence[Span]) -> tuple[int, int, int] | None:
    """The word of reporting above the fragment in the tree, the word of its source, and the one below it on the way."""
    inside = set(words)
    index = next((each for each in words if parse.words[each].head not in inside), words[0])
    for _ in range(_MOST_STEPS):
        head = parse.words[index].head
        if head == index:
            return None
        below, index = index, head
        word = parse.words[index]
        if any(span.start <= word.start < span.end for span in outside):
            continue
        source: int | None = None
        if word.tag.startswith("VB"):
            if word.lemma in _VERBS - _NOT_NAMED and not is_passive(parse, index):
                source = subject_of(parse, index)
            elif len(words) >= _FEWEST_OF_DOCUMENT:
                source = _document(parse, index)
        elif word.lemma in REPORTING_NOUNS:
            source = next((each for each in parse.children[index] if parse.words[each].dep == "poss"), None)
        if source is not None and can_speak(parse, source) and source not in inside:
            place = parse.words[source].start
            if not any(span.start <= place < span.end for span in outside):
                return index, source, below
    return None
