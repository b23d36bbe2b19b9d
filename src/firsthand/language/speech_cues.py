"""Who speaks the words between quotation marks: read from what stands before and behind the marks.

The parse of a sentence that is broken by a quotation is seldom right, so the order of the words decides first and the
parse only helps to find the subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.language.clauses import phrase_span, subject_of, words_between
from firsthand.language.parse import ArticleParse
from firsthand.language.quoted import Quoted
from firsthand.lexicon.speech import SAYING_VERBS, THINKING_VERBS
from firsthand.model import Span

__all__ = ["SpeechCue", "cue_after", "cue_before", "cue_by_colon"]

# How far from the marks the reporting verb may stand, in words: a source with its offices and party takes a score.
_FURTHEST_WORDS = 28
_FURTHEST_BEFORE = 40
_SPEECH = (
    SAYING_VERBS
    | frozenset(["begin", "go", "start", "think", "note", "sing", "reply", "put", "be", "read"])
    | (THINKING_VERBS & {"think", "wonder"})
)
# Verbs that report only with a subject that can speak, right beside the marks.
_WEAK = frozenset(
    [
        "begin",
        "go",
        "start",
        "put",
        "be",
        "find",
        "address",
        "charge",
        "issue",
        "post",
        "show",
        "sign",
        "object",
        "spell",
        "state",
        "weigh",
        "answer",
        "read",
        "offer",
        "deliver",
    ]
)


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """A reporting verb beside a quotation, and the phrase that speaks; either may be missing, not both."""

    cue: Span | None
    cue_word: int | None
    source: Span | None
    source_word: int | None


def cue_after(parse: ArticleParse, quoted: Quoted, limit: int, outside: Sequence[Span]) -> SpeechCue | None:
    """The cue in the clause that follows the closing mark: "..., he said", "..., said Ms Doe", "..., Doe told us".

    Args:
        parse: The article.
        quoted: The stretch.
        limit: Where the clause ends at the latest: the next stretch, or the end of the paragraph.
        outside: All stretches between marks: nothing in them is cue or source.
    """
    words = _clause_after(parse, quoted.outer.end, limit)
    if not words:
        return None
    for place, index in enumerate(words):
        word = parse.words[index]
        if place > _FURTHEST_WORDS:
            break
        if not word.tag.startswith("VB") or word.lemma not in _SPEECH:
            continue
        if word.lemma in _WEAK and place > 4:
            continue
        if word.lemma == "be":
            continue
        source = _source_beside(parse, index, words, outside)
        if source is None and place > 0:
            continue
        return SpeechCue(Span(word.start, word.end), index, *(source or (None, None)))
    return _according_after(parse, words, outside)


def cue_before(parse: ArticleParse, quoted: Quoted, start: int, outside: Sequence[Span]) -> SpeechCue | None:
    """The cue in the clause before the opening mark: "He said: ...", "Doe added, ...", "the statement read ...".

    Args:
        parse: The article.
        quoted: The stretch.
        start: Where the clause begins at the earliest.
        outside: All stretches between marks.
    """
    words = _clause_before(parse, start, quoted.outer.start)
    for place, index in enumerate(reversed(words)):
        word = parse.words[index]
        if place > _FURTHEST_BEFORE:
            break
        if not word.tag.startswith("VB") or word.lemma not in _SPEECH:
            continue
        if word.lemma in _WEAK and place > 6:
            continue
        source = _source_beside(parse, index, words, outside)
        if source is not None:
            return SpeechCue(Span(word.start, word.end), index, *source)
        if place <= 2:
            return SpeechCue(Span(word.start, word.end), index, None, None)
    return None


def cue_by_colon(parse: ArticleParse, quoted: Quoted, start: int) -> SpeechCue | None:
    """A name and a colon before the marks, as in headlines and interviews: "Doe: ..."; or behind them: "...: Doe"."""
    text = parse.text
    before = text[start : quoted.outer.start].rstrip()
    if before.endswith(":") and len(before.split()) <= 6:
        words = list(words_between(parse, start, start + len(before) - 1))
        if words and all(
            parse.words[index].tag.startswith(("NNP", "NN", "IN", "DT", "POS", "HYPH")) for index in words
        ):
            colon = start + len(before) - 1
            return SpeechCue(
                Span(colon, colon + 1), None, Span(parse.words[words[0]].start, parse.words[words[-1]].end), words[-1]
            )
    return None


def _clause_after(parse: ArticleParse, start: int, limit: int) -> list[int]:
    """The words behind a closing mark up to the end of the sentence."""
    words: list[int] = []
    for index in words_between(parse, start, limit):
        word = parse.words[index]
        if word.text in {".", "!", "?", ";"} and words:
            break
        if word.text == "." and not words:
            break
        words.append(index)
    return words


def _clause_before(parse: ArticleParse, start: int, end: int) -> list[int]:
    """The words before an opening mark, back to the end of the sentence before."""
    words: list[int] = []
    for index in reversed(words_between(parse, start, end)):
        if parse.words[index].text in {".", "!", "?"} and parse.words[index].tag == ".":
            break
        words.append(index)
    return words[::-1]


def _source_beside(
    parse: ArticleParse, verb: int, clause: Sequence[int], outside: Sequence[Span]
) -> tuple[Span, int] | None:
    """The phrase that speaks: the subject of the verb where it stands in the same clause, else the nearest noun."""
    inside = set(clause)
    subject = subject_of(parse, verb)
    if (
        subject is not None
        and (subject in inside or not _is_in(parse, subject, outside))
        and _can_speak(parse, subject)
    ) and (subject in inside or parse.words[subject].sentence == parse.words[verb].sentence):
        return phrase_span(parse, subject, outside), subject
    nearest = _noun_behind(parse, verb, clause) or _noun_before(parse, verb, clause)
    return None if nearest is None else (phrase_span(parse, nearest, outside), nearest)


def _can_speak(parse: ArticleParse, word: int) -> bool:
    return (
        parse.words[word].tag in {"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "CD", "JJ", "DT"}
        and parse.words[word].text.lower() not in {"it", "that", "this", "which", "what"}
    ) or parse.words[word].text.lower() == "it"


def _is_in(parse: ArticleParse, word: int, spans: Sequence[Span]) -> bool:
    start = parse.words[word].start
    return any(span.start <= start < span.end for span in spans)


def _noun_behind(parse: ArticleParse, verb: int, clause: Sequence[int]) -> int | None:
    """As in "said Ms Doe": the last noun of the first noun phrase right behind the verb."""
    head: int | None = None
    for index in clause:
        if index <= verb:
            continue
        tag = parse.words[index].tag
        if tag.startswith("NN") or (tag == "PRP" and head is None):
            head = index
            if tag == "PRP":
                break
        elif (head is None and tag in {"DT", "JJ", "PRP$", "POS", "CD", "HYPH", "VBN"}) or tag in {"POS", "HYPH"}:
            continue
        else:
            break
    return head


def _noun_before(parse: ArticleParse, verb: int, clause: Sequence[int]) -> int | None:
    """As in "Ms Doe also said": the last noun before the verb, adverbs and helpers between them."""
    for index in reversed(clause):
        if index >= verb:
            continue
        tag = parse.words[index].tag
        if tag.startswith("NN") or tag == "PRP":
            return index
        if not tag.startswith(("RB", "MD", "VB")) and tag not in {",", "-RRB-"}:
            return None
    return None


def _according_after(parse: ArticleParse, words: Sequence[int], outside: Sequence[Span]) -> SpeechCue | None:
    """As in "...," according to X."""
    for index in words[:4]:
        if parse.words[index].text.lower() == "according":
            head = next(
                (each for each in words if each > index + 1 and parse.words[each].tag.startswith(("NN", "PRP"))), None
            )
            if head is None:
                return None
            while head + 1 in set(words) and parse.words[head + 1].tag.startswith("NN"):
                head += 1
            return SpeechCue(
                Span(parse.words[index].start, parse.words[min(index + 1, words[-1])].end),
                index,
                phrase_span(parse, head, outside),
                head,
            )
    return None
