"""Direct quotations: stretches between marks that are speech, put together with their cue and source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.language.clauses import words_between
from firsthand.language.parse import ArticleParse
from firsthand.language.quoted import Quoted
from firsthand.language.span_search import is_within
from firsthand.language.speech_cues import SpeechCue, cue_after, cue_before, cue_by_colon, cue_by_dash, has_other_cue
from firsthand.model import Span

__all__ = ["DirectSpeech", "find_direct_speech", "is_sentence"]

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD", "VB"])
_ENDS_SENTENCE = tuple(".!?…,;:—–-")
_BEHIND_STOP = re.compile(r"[\s\"'“”‘’«»]{0,20}\Z")  # white space and marks behind the stop of a cue
_UTTERING = frozenset("say chant shout yell scream tweet reply cry exclaim".split())
# Without a cue beside it, a stretch of fewer words is a title, a term or a word at which the writer looks askance.
_SHORTEST_UNCUED = 5
_SHORTEST_CUED = 2
# Between the parts of a split quotation stand a cue and a source, with their offices; more characters tell something.
_LONGEST_SPLIT = 350


@dataclass(slots=True)
class DirectSpeech:
    """One quotation in direct speech.

    Attributes:
        parts: Its stretches, in order; more than one where cue or source part them.
        cue: Beside one of the stretches; None where the speaker must be inferred.
    """

    parts: list[Quoted] = field(default_factory=list)
    cue: SpeechCue | None = None


def is_sentence(parse: ArticleParse, quoted: Quoted) -> bool:
    """Whether a stretch reads as speech of its own: begins like a sentence and holds a verb or ends like one."""
    text = parse.text[quoted.inner.start : quoted.inner.end]
    first = next((character for character in text if character.isalnum()), "")
    if not (first.isupper() or first.isdigit() or text.startswith(("…", "...", "[", "("))):
        return False
    words = words_between(parse, quoted.inner.start, quoted.inner.end)
    count = len(words)
    if count < _SHORTEST_CUED:
        return text.endswith(_ENDS_SENTENCE)
    if _has_verb_before(parse, quoted):
        return True
    has_verb = any(parse.words[index].tag in _FINITE for index in words)
    before = parse.text[parse.paragraphs[quoted.paragraph].start : quoted.outer.start].rstrip()
    if not has_verb and before and not before.endswith((",", ":", ".", "!", "?", "”", '"', "’")):
        return False  # a title within a sentence
    return has_verb or text.endswith(_ENDS_SENTENCE) or not quoted.is_closed


def _has_verb_before(parse: ArticleParse, quoted: Quoted) -> bool:
    """As in 'the crowd chanted "Out! Out!"': a verb that is only ever followed by words as they were said."""
    before = words_between(parse, parse.paragraphs[quoted.paragraph].start, quoted.outer.start)
    return bool(before) and parse.words[before[-1]].lemma in _UTTERING and parse.words[before[-1]].tag.startswith("VB")


def find_direct_speech(parse: ArticleParse, stretches: Sequence[Quoted]) -> list[DirectSpeech]:
    """The direct quotations of an article, in order.

    Args:
        parse: The article.
        stretches: Everything between quotation marks, in order.
    """
    by_paragraph: dict[int, list[Quoted]] = {}
    for quoted in stretches:
        by_paragraph.setdefault(quoted.paragraph, []).append(quoted)
    found: list[DirectSpeech] = []
    for paragraph in sorted(by_paragraph):
        speeches = _read_paragraph(parse, paragraph, by_paragraph[paragraph])
        if found and speeches and _continues(parse, found[-1], speeches[0]):
            found[-1].parts.extend(speeches[0].parts)
            found[-1].cue = found[-1].cue or speeches[0].cue
            speeches = speeches[1:]
        found.extend(speeches)
    return found


def _continues(parse: ArticleParse, before: DirectSpeech, speech: DirectSpeech) -> bool:
    """Whether `speech` goes on from a paragraph that was left open: the mark opens again at the start of the next."""
    last, first = before.parts[-1], speech.parts[0]
    return (
        not last.is_closed
        and first.paragraph == last.paragraph + 1
        and first.outer.start == parse.paragraphs[first.paragraph].start
        and (before.cue is None or speech.cue is None)
    )


def _read_paragraph(parse: ArticleParse, paragraph: int, stretches: Sequence[Quoted]) -> list[DirectSpeech]:
    outside = [quoted.outer for quoted in stretches]
    bounds = parse.paragraphs[paragraph]
    found: list[DirectSpeech] = []
    previous_end = bounds.start
    for place, quoted in enumerate(stretches):
        limit = stretches[place + 1].outer.start if place + 1 < len(stretches) else bounds.end
        last = _last_in_sentence(parse, found, quoted, previous_end, outside)
        between = parse.text[last.parts[-1].outer.end if last else previous_end : quoted.outer.start]
        goes_on = last is not None and _is_split(parse, last, between, quoted, outside)
        goes_on = goes_on and not _has_own_cue(parse, quoted, limit, outside)
        if not goes_on and not is_sentence(parse, quoted) and not _is_fragment_with_cue(parse, quoted, limit):
            previous_end = quoted.outer.end
            continue
        cue = None if goes_on else _cue_of(parse, quoted, Span(previous_end, limit), outside)
        if goes_on or (last is not None and _is_same_speech(last, cue, between)):
            last.parts.append(quoted)  # type: ignore[union-attr]
            last.cue = last.cue or cue  # type: ignore[union-attr]
        elif cue is not None or _stands_alone(parse, quoted, bounds):
            if cue is None and quoted.outer.start == bounds.start:
                cue = _cue_in_paragraph_before(parse, quoted, paragraph, outside)
            found.append(DirectSpeech([quoted], cue))
        previous_end = quoted.outer.end
    return found


def _ends_between(parse: ArticleParse, last: DirectSpeech, quoted: Quoted, outside: Sequence[Span]) -> bool:
    """Whether a sentence ends between a speech and the next stretch, before the last word, and not in a title."""
    words = words_between(parse, last.parts[-1].outer.end, quoted.outer.start)[:-1]
    stops = [parse.words[index].start for index in words if parse.words[index].text in {".", "!", "?"}]
    return any(not is_within(place, outside) for place in stops)


def _last_in_sentence(
    parse: ArticleParse, found: Sequence[DirectSpeech], quoted: Quoted, previous_end: int, outside: Sequence[Span]
) -> DirectSpeech | None:
    """The speech before a stretch, also where a title in marks stands in its cue: '"...," he told "News". "..."'."""
    if not found or found[-1].parts[-1].paragraph != quoted.paragraph:
        return None
    last = found[-1]
    if last.parts[-1].outer.end == previous_end:
        return last
    return last if last.cue is not None and not _ends_between(parse, last, quoted, outside) else None


def _has_own_cue(parse: ArticleParse, quoted: Quoted, limit: int, outside: Sequence[Span]) -> bool:
    """Whether a cue of its own follows a stretch that ends with a comma, as in '"...," he said. "...," he added'."""
    ends = parse.text[quoted.inner.start : quoted.inner.end].endswith(",")
    return ends and quoted.is_closed and cue_after(parse, quoted, limit, outside) is not None


def _is_split(parse: ArticleParse, last: DirectSpeech, between: str, quoted: Quoted, outside: Sequence[Span]) -> bool:
    """As in "..., he said, ...": between two stretches stands the cue of the first, and nothing new is begun."""
    cue = last.cue
    if cue is None or cue.cue is None or not last.parts[-1].outer.end <= cue.cue.start < quoted.outer.start:
        return False
    stop = _BEHIND_STOP.sub("", between)[-1:]
    if not stop or stop not in ",.;:—–-…" or len(between) > _LONGEST_SPLIT:
        return False
    behind = parse.text[quoted.outer.end : parse.paragraphs[quoted.paragraph].end].lstrip()
    if behind[:1].islower() and parse.text[quoted.inner.end - 1].isalnum():
        return False  # quoted words within a sentence of the writer's
    words = words_between(parse, last.parts[-1].outer.end, quoted.outer.start)
    is_led = between.rstrip().endswith((",", ":")) or parse.words[words[-1]].tag == "VBG"
    if is_led and any(has_other_cue(parse, index, cue.cue_word) for index in words):
        return False
    return not _ends_between(parse, last, quoted, outside)


def _is_same_speech(last: DirectSpeech, cue: SpeechCue | None, between: str) -> bool:
    if cue is None:
        return not between.strip()
    return last.cue is not None and cue.cue_word is not None and last.cue.cue_word == cue.cue_word


def _is_fragment_with_cue(parse: ArticleParse, quoted: Quoted, limit: int) -> bool:
    """As in "it was necessary", she said: a stretch in lower case, set off by a comma before its cue."""
    text = parse.text
    inner = text[quoted.inner.start : quoted.inner.end]
    behind = text[quoted.outer.end : limit].lstrip()
    is_set_off = inner.endswith((",", "!", "?")) or behind.startswith(",")
    words = len(words_between(parse, quoted.inner.start, quoted.inner.end))
    starts_sentence = quoted.outer.start == parse.paragraphs[quoted.paragraph].start or text[
        : quoted.outer.start
    ].rstrip()[-1:] in {".", "!", "?", ":"}
    return is_set_off and words >= 4 and starts_sentence


def _cue_of(parse: ArticleParse, quoted: Quoted, zone: Span, outside: Sequence[Span]) -> SpeechCue | None:
    """The cue of one stretch: behind it where it ends with a comma or the like, else before it."""
    text = parse.text
    inner = text[quoted.inner.start : quoted.inner.end]
    behind = text[quoted.outer.end : zone.end].lstrip()
    before = text[zone.start : quoted.outer.start].rstrip()
    starts_anew = (inner.endswith((".", "…")) and behind[:1].isupper()) or behind.startswith(".")
    after = cue_by_dash(parse, quoted, zone.end)
    if quoted.is_closed and not starts_anew and after is None:
        after = cue_after(parse, quoted, zone.end, outside)
    if after is not None and (inner.endswith((",", "—", "–")) or after.cue_word is None):
        return after
    if before.endswith((":", ",", "—", "–", "that")) or _ends_with_cue(parse, zone.start, quoted):
        led = cue_by_colon(parse, quoted, zone.start) if before.endswith(":") else None
        led = led or cue_before(parse, quoted, zone.start, outside)
        if led is not None:
            return led
    return after


def _ends_with_cue(parse: ArticleParse, start: int, quoted: Quoted) -> bool:
    words = words_between(parse, start, quoted.outer.start)
    return len(words) > 0 and parse.words[words[-1]].tag.startswith("VB")


def _cue_in_paragraph_before(
    parse: ArticleParse, quoted: Quoted, paragraph: int, outside: Sequence[Span]
) -> SpeechCue | None:
    """The cue at the end of the paragraph before, where that ends with a colon."""
    if paragraph == 0:
        return None
    bounds = parse.paragraphs[paragraph - 1]
    if not parse.text[bounds.start : bounds.end].rstrip().endswith(":"):
        return None
    return cue_before(parse, quoted, bounds.start, outside) or cue_by_colon(parse, quoted, bounds.start)


def _stands_alone(parse: ArticleParse, quoted: Quoted, bounds: Span) -> bool:
    """Whether a stretch without a cue is speech: sentences that end as such, and fill their paragraph or begin it."""
    inner = parse.text[quoted.inner.start : quoted.inner.end]
    words = words_between(parse, quoted.inner.start, quoted.inner.end)
    if len(words) < _SHORTEST_UNCUED or not any(parse.words[index].tag in _FINITE for index in words):
        return False
    # A heading between marks: its longer words have capitals.
    if all(parse.words[index].text[:1].isupper() for index in words if len(parse.words[index].text) > 3):
        return False
    if not is_sentence(parse, quoted):
        return False
    ends = inner.endswith((".", "!", "?", "…", ",")) or not quoted.is_closed
    before = parse.text[bounds.start : quoted.outer.start].rstrip()
    return ends and (not before or before.endswith((".", "!", "?", ":", "”", '"', "’", ",")))
