"""Who speaks the words between quotation marks: read from what stands before and behind the marks.

The parse of a sentence that is broken by a quotation is seldom right, so the order of the words decides first and the
parse only helps to find the subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.language.clauses import phrase_span, relative_pronoun, subject_of, words_between
from firsthand.language.parse import ArticleParse
from firsthand.language.quoted import Quoted
from firsthand.lexicon.calendar_words import MONTHS, WEEKDAYS
from firsthand.lexicon.speech import PERSON_NOUNS, ROLE_NOUNS, SAYING_VERBS, THINKING_VERBS
from firsthand.model import Span

__all__ = ["SpeechCue", "cue_after", "cue_before", "cue_by_colon", "cue_by_dash", "has_other_cue"]

# How far from the marks the reporting verb may stand, in words: a source with its offices and party takes a score.
_FURTHEST_WORDS = 28
_FURTHEST_BEFORE = 40
_SPEECH = (
    SAYING_VERBS
    | frozenset(["begin", "go", "start", "think", "note", "sing", "reply", "put", "be", "read"])
    | (THINKING_VERBS & {"think", "wonder"})
)
# What signs a quotation: a dash, then a name, with an office or a place.
_SIGNED = re.compile(r"\s*(?P<dash>[—–―-]{1,2})\s*(?P<name>[^\W\d_](?:[^\n.!?;:\"“”]|(?<=\b[A-Z])\.){2,80})")
# Behind these stands who is spoken to.
_WITH_HEARER = frozenset("tell ask inform remind assure advise notify warn".split())
# No manner of speaking: what is quoted before or behind these is told of.
_NO_SPEECH = frozenset("be have do become get seem appear remain mean make take win include star feature".split())
_FURTHEST_ANY_VERB = 7
_TIMES = frozenset("week weekend month year night morning afternoon evening day yesterday today tomorrow time".split())
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
    return _according(parse, words[:4], words, outside) or _any_verb_after(parse, quoted, words, outside)


def _any_verb_after(
    parse: ArticleParse, quoted: Quoted, words: Sequence[int], outside: Sequence[Span]
) -> SpeechCue | None:
    """As in "...," Doe thundered, "...!" beamed Doe: whatever verb stands with its subject right behind the marks.

    Manners of speaking are without number. Behind a stop that ends no sentence (a comma) any verb with a subject that
    can speak reports; behind "!" or "?" the clause must go on in lower case, or it is a sentence of its own.
    """
    inner = parse.text[quoted.inner.start : quoted.inner.end]
    first = parse.words[words[0]]
    goes_on = inner.endswith(",") or (inner.endswith(("!", "?")) and first.text[:1].islower())
    if not goes_on:
        return None
    for place, index in enumerate(words[:_FURTHEST_ANY_VERB]):
        word = parse.words[index]
        is_form = word.tag in {"NNS", "NN"} and word.text.lower().removesuffix("s") in _SPEECH and place > 0
        if word.tag not in {"VBD", "VBZ", "VBN"} and not is_form:
            continue
        if word.lemma in _NO_SPEECH:
            return None
        found = _noun_behind(parse, index, words) if place == 0 else _noun_before(parse, index, words)
        if found is None or not _is_speaker(parse, found):
            return None
        return SpeechCue(Span(word.start, word.end), index, phrase_span(parse, found, outside), found)
    return None


def _is_speaker(parse: ArticleParse, word: int) -> bool:
    """Whether a word names or describes somebody: a name, a pronoun for a person, or the holder of a part."""
    found = parse.words[word]
    if found.tag in {"PRP", "WP"}:
        return found.text.lower() in {"he", "she", "they", "i", "we", "who"}
    return found.tag.startswith("NNP") or found.lemma in ROLE_NOUNS | PERSON_NOUNS


def cue_before(parse: ArticleParse, quoted: Quoted, start: int, outside: Sequence[Span]) -> SpeechCue | None:
    """The cue in the clause before the opening mark: "He said: ...", "Doe added, ...", "the statement read ...".

    Args:
        parse: The article.
        quoted: The stretch.
        start: Where the clause begins at the earliest.
        outside: All stretches between marks.
    """
    words = _clause_before(parse, start, quoted.outer.start)
    credited = _according(parse, words[:2], words, outside)
    if credited is not None and parse.words[words[-1]].text == ",":
        return credited
    for place, index in enumerate(reversed(words)):
        word = parse.words[index]
        if place > _FURTHEST_BEFORE:
            break
        if not (word.tag.startswith("VB") and word.lemma in _SPEECH) and not _is_form(parse, index, place):
            continue
        if (word.lemma in _WEAK and place > 3) or (word.lemma == "be" and place > 1):
            continue
        source = _source_beside(parse, index, words, outside)
        if source is not None:
            return SpeechCue(Span(word.start, word.end), index, *source)
        if place <= 2:
            return SpeechCue(Span(word.start, word.end), index, None, None)
    return _any_verb_before(parse, words, outside)


def _is_form(parse: ArticleParse, index: int, place: int) -> bool:
    """Whether a word right before a colon looks like a verb of speech that was tagged as a noun: "the site notes:"."""
    word = parse.words[index]
    return place <= 1 and word.tag == "NNS" and word.text.lower().removesuffix("s") in _SPEECH


def _any_verb_before(parse: ArticleParse, words: Sequence[int], outside: Sequence[Span]) -> SpeechCue | None:
    """As in "Doe broke it down: ...": before a colon, the sentence's main verb, whatever it is, and its subject."""
    if not words or parse.words[words[-1]].text != ":":
        return None
    for index in words:
        word = parse.words[index]
        if word.tag not in {"VBD", "VBZ", "VBP", "VBN"} or word.lemma in _NO_SPEECH:
            continue
        subject = next((each for each in parse.children[index] if parse.words[each].dep == "nsubj"), None)
        if subject is not None and subject in words and _is_speaker(parse, subject):
            return SpeechCue(Span(word.start, word.end), index, phrase_span(parse, subject, outside), subject)
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


def cue_by_dash(parse: ArticleParse, quoted: Quoted, limit: int) -> SpeechCue | None:
    """A dash and a name behind the marks, up to the end of the line: '"..." — Jane Doe'."""
    text = parse.text
    behind = _SIGNED.match(text, quoted.outer.end, limit)
    if behind is None or text[behind.end() : limit].strip(" \t\r\n\xa0."):
        return None
    words = list(words_between(parse, *behind.span("name")))
    if not words or not parse.words[words[0]].text[:1].isupper():
        return None
    head = next((index for index in words if not parse.words[index].tag.startswith("NNP")), words[-1] + 1) - 1
    return SpeechCue(
        Span(*behind.span("dash")), None, Span(parse.words[words[0]].start, parse.words[words[-1]].end), head
    )


def has_other_cue(parse: ArticleParse, index: int, cue_word: int | None) -> bool:
    """Whether a verb of speech stands behind the cue of a quotation: "..., she said, adding: ..." begins another."""
    word = parse.words[index]
    return cue_word is not None and index > cue_word and word.tag == "VBG" and word.lemma in _SPEECH - _WEAK


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
    is_fit = subject is not None and _can_speak(parse, subject)
    pronoun = relative_pronoun(parse, verb) or -1
    if subject is not None and is_fit and pronoun in inside:
        return Span(parse.words[pronoun].start, parse.words[pronoun].end), subject
    if subject is not None and is_fit and subject in inside:
        return phrase_span(parse, subject, outside), subject
    before = _noun_before(parse, verb, clause)
    if before is not None and _is_speaker(parse, before):
        return phrase_span(parse, before, outside), before
    is_near = subject is not None and parse.words[subject].sentence == parse.words[verb].sentence
    if subject is not None and is_fit and is_near and not _is_in(parse, subject, outside):
        return phrase_span(parse, subject, outside), subject
    nearest = None if parse.words[verb].lemma in _WITH_HEARER else _noun_behind(parse, verb, clause)
    nearest = nearest or before
    if nearest is None or not _can_speak(parse, nearest):
        return None
    return phrase_span(parse, nearest, outside), nearest


def _can_speak(parse: ArticleParse, word: int) -> bool:
    found = parse.words[word]
    if found.lemma in _TIMES or found.lemma in WEEKDAYS or found.lemma in MONTHS:
        return False
    return found.tag in {"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "CD", "JJ", "DT"} and found.text.lower() not in {
        "that",
        "this",
        "which",
        "what",
    }


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
    """As in "Ms Doe also said", "Doe, 58, told us": the last noun before the verb but for ages, adverbs and helpers."""
    depth = 0
    for index in reversed(clause):
        if index >= verb:
            continue
        word = parse.words[index]
        depth += (word.text == ")") - (word.text == "(")
        if depth or word.text == "(":
            continue
        if word.tag.startswith("NN") or word.tag == "PRP":
            return index
        if not word.tag.startswith(("RB", "MD", "VB")) and word.tag not in {",", "-RRB-", "CD"}:
            return None
    return None


def _according(
    parse: ArticleParse, places: Sequence[int], words: Sequence[int], outside: Sequence[Span]
) -> SpeechCue | None:
    """As in "..., according to X" and "According to X, ...", where the first word stands at one of `places`."""
    for index in places:
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
