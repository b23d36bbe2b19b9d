"""Speech that is told by a name and a colon: headlines ("Doe: ...", "...: Doe") and written-down talk ("DOE: ...")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.language.clauses import words_between
from firsthand.language.parse import ArticleParse
from firsthand.model import Mention, Span

__all__ = ["LabelledSpeech", "find_labelled_speech"]

_LONGEST_LABEL = 60
_MOST_LABEL_WORDS = 6
_FEWEST_WORDS = 3
_FEWEST_LINES = 2  # one line alone that begins with capitals and a colon is a place and its report
_SPEAKERS = frozenset(["PERSON", "ORG", "GPE"])
_CAPITALS = re.compile(r"[A-Z][A-Z.'’-]+(?:[ ][A-Z.'’-]+){0,4}")
_MARKS = "\"'“”‘’«»"


@dataclass(frozen=True, slots=True)
class LabelledSpeech:
    """What stands on the other side of a speaker's colon."""

    kind: str  # direct in written-down talk, indirect in a headline: there it is hardly ever word for word
    content: Span
    cue: Span  # the colon
    source: Span
    source_word: int


def find_labelled_speech(parse: ArticleParse, mentions: Sequence[Mention]) -> list[LabelledSpeech]:
    """Headlines that give a saying and its speaker, and lines of talk that begin with the speaker in capitals."""
    headlines: list[LabelledSpeech | None] = []
    talk: list[LabelledSpeech] = []
    for index, paragraph in enumerate(parse.paragraphs):
        if index in parse.headlines:
            headlines.append(_of_headline(parse, paragraph, mentions))
        else:
            line = _of_talk(parse, paragraph)
            talk += [line] if line is not None else []
    found = [speech for speech in headlines if speech is not None]
    return found + talk if len(talk) >= _FEWEST_LINES else found


def _of_headline(parse: ArticleParse, paragraph: Span, mentions: Sequence[Mention]) -> LabelledSpeech | None:
    text = parse.text
    first = text.find(": ", paragraph.start, paragraph.end)
    last = text.rfind(": ", paragraph.start, paragraph.end)
    if first < 0:
        return None
    before, behind = Span(paragraph.start, first), Span(last + 2, paragraph.end)
    if _is_speaker(parse, behind, mentions):
        return _speech(parse, "indirect", Span(paragraph.start, last), Span(last, last + 1), behind)
    if _is_speaker(parse, before, mentions):
        return _speech(parse, "indirect", Span(first + 2, paragraph.end), Span(first, first + 1), before)
    return None


def _is_speaker(parse: ArticleParse, label: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a label is a name, or ends in one, and states nothing by itself."""
    words = words_between(parse, label.start, label.end)
    if not 0 < len(words) <= _MOST_LABEL_WORDS or any(
        parse.words[index].tag.startswith(("VB", "MD")) for index in words
    ):
        return False
    text = parse.text
    end = label.start + len(text[label.start : label.end].rstrip(" .!?"))
    return any(
        mention.label in _SPEAKERS and mention.span.start >= label.start and mention.span.end == end
        for mention in mentions
    )


def _of_talk(parse: ArticleParse, paragraph: Span) -> LabelledSpeech | None:
    text = parse.text
    label = _CAPITALS.match(text, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_LABEL))
    if label is None or text[label.end() : label.end() + 2] != ": ":
        return None
    if text[label.end() + 2 : label.end() + 3] in _MARKS:  # quoted speech is found by its marks
        return None
    content, colon = Span(label.end() + 2, paragraph.end), Span(label.end(), label.end() + 1)
    return _speech(parse, "direct", content, colon, Span(*label.span()))


def _speech(parse: ArticleParse, kind: str, content: Span, cue: Span, source: Span) -> LabelledSpeech | None:
    words = words_between(parse, source.start, source.end)
    start, end = content
    while start < end and (parse.text[start].isspace() or parse.text[start] in _MARKS):
        start += 1
    while end > start and (parse.text[end - 1].isspace() or parse.text[end - 1] in _MARKS):
        end -= 1
    if not words or len(words_between(parse, start, end)) < _FEWEST_WORDS:
        return None
    return LabelledSpeech(kind, Span(start, end), cue, source, words[-1])
