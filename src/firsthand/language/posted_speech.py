"""Speech set apart from the text without quotation marks: pasted posts, and paragraphs that a colon leads in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from firsthand.language.clauses import words_between
from firsthand.language.labelled_speech import LabelledSpeech
from firsthand.language.parse import ArticleParse
from firsthand.language.quoted import Quoted
from firsthand.language.speech_cues import cue_before
from firsthand.model import Span

__all__ = ["find_posted_speech"]

# "Words of the post — Name (@handle) March 3, 2016", on a line of its own or behind the words of the post.
_SIGNATURE = re.compile(
    r"(?P<dash>[—–―]|--)\s?(?P<name>[^\n—–―@()]{1,60}?)\s?\((?P<handle>@\w{1,30})\)(?:\s[^\n.!?]{0,40})?$"
)
# The same in the middle of a paragraph, where the next post follows: its date must close it.
_INNER_SIGNATURE = re.compile(
    r"(?:[—–―]|--)\s?[^\n—–―@()]{1,60}?\s?\(@\w{1,30}\)\s"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?),? \d{4}"
)
_MOST_POSTS = 40  # in one paragraph
_LONGEST_SIGNATURE = 180
_FEWEST_WORDS = 3
# A paragraph is taken for what its colon announces where it speaks in the first or second person, or where the words
# before the colon say that a text follows.
_OWN = frozenset("i we my our me us you your".split())
_ANNOUNCED = re.compile(
    r"\b(?:in full|as follows|full text|the text|statement|reads?|wrote|posted|letter)\b[^.]{0,60}:$"
)
_ANNOUNCED_REACH = 120


def find_posted_speech(parse: ArticleParse, stretches: Sequence[Quoted]) -> list[LabelledSpeech]:
    """Pasted posts with their signature, and the paragraph behind one that ends with a cue and a colon.

    Args:
        parse: The article.
        stretches: Everything between quotation marks: a paragraph that holds some is found by them.
    """
    outside: defaultdict[int, list[Span]] = defaultdict(list)
    for each in stretches:
        outside[each.paragraph].append(each.outer)
    found: list[LabelledSpeech] = []
    for index in range(len(parse.paragraphs)):
        if index in parse.headlines:
            continue
        posts = _posted(parse, index)
        if not posts and index and index not in outside and index - 1 not in parse.headlines:
            led_in = _led_in(parse, index, outside.get(index - 1, []))
            posts = [led_in] if led_in is not None else []
        found += posts
    return found


def _posted(parse: ArticleParse, index: int) -> list[LabelledSpeech]:
    """The posts of a paragraph, each up to its signature; where one signature fills it, the paragraph before."""
    text, paragraph = parse.text, parse.paragraphs[index]
    found: list[LabelledSpeech | None] = []
    start = paragraph.start
    inner = islice(_INNER_SIGNATURE.finditer(text, paragraph.start, paragraph.end), _MOST_POSTS)
    for end in (signature.end() for signature in inner):
        found.append(_signed(parse, Span(start, end)))
        start = end
    if start < paragraph.end:
        before = index - 1 if index and index - 1 not in parse.headlines and start == paragraph.start else None
        found.append(_signed(parse, Span(start, paragraph.end), before))
    return [speech for speech in found if speech is not None]


def _signed(parse: ArticleParse, post: Span, before: int | None = None) -> LabelledSpeech | None:
    """The words before the signature that ends `post`, or where it is all of that, the paragraph `before`."""
    start = max(post.start, post.end - _LONGEST_SIGNATURE)
    signature = _SIGNATURE.search(parse.text, start, post.end)
    if signature is None:
        return None
    content = _trimmed(parse.text, Span(post.start, max(post.start, signature.start())))
    if content.start == content.end and before is not None:
        content = _trimmed(parse.text, parse.paragraphs[before])
    source = Span(*signature.span("name"))
    words = words_between(parse, *source)
    if not words or len(words_between(parse, *content)) < _FEWEST_WORDS:
        return None
    return LabelledSpeech("direct", content, Span(*signature.span("dash")), source, words[-1])


def _led_in(parse: ArticleParse, index: int, outside: Sequence[Span]) -> LabelledSpeech | None:
    before, paragraph = parse.paragraphs[index - 1], parse.paragraphs[index]
    lead = parse.text[before.start : before.end].rstrip()
    if not lead.endswith(":"):
        return None
    words = [parse.words[each].text.lower() for each in words_between(parse, *paragraph)]
    is_announced = _ANNOUNCED.search(lead[-_ANNOUNCED_REACH:]) is not None
    if len(words) < _FEWEST_WORDS or not (is_announced or _OWN & set(words)):
        return None
    if not parse.text[paragraph.start].isupper():
        return None
    as_quoted = Quoted(paragraph, paragraph, index, True, False)
    cue = cue_before(parse, as_quoted, before.start, outside)
    if cue is None or cue.cue is None or cue.source is None or cue.source_word is None:
        return None
    return LabelledSpeech("direct", paragraph, cue.cue, cue.source, cue.source_word)


def _trimmed(text: str, span: Span) -> Span:
    """The span without white space and marks at its ends; empty where nothing else is in it."""
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\"'“”‘’"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in "\"'“”‘’"):
        start += 1
    return Span(start, end)
