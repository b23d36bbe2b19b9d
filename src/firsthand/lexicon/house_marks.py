"""House marks: words by which a text shows in whose newsroom it was written, or says from where it was taken.

Four classes, each around a house's name:

- a leftover: "X affiliate", "an X correspondent", "(X) -", "X has learned", which hardly anyone but X writes;
- an attribution: "told X", "according to X", "X reported", which others write of X, and X of itself;
- a source line, which may also mean a picture or a figure: "Source: X", "© X";
- a republication line: "This article was originally published by X".

An invitation ("read more at X", "watch our interview with X") says nothing about the text and is no mark. In English,
with the commonest forms in German, French, Spanish, Italian, Portuguese, Russian and Ukrainian.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from firsthand.lexicon.agencies import agency_named
from firsthand.lexicon.outlets import OUTLET_WORDS

__all__ = ["HouseMark", "MarkKind", "find_house_lines", "find_house_marks", "find_republication"]

_MOST_NAMES = 60  # places of one house's name that are looked at in one text
_HEAD_LINES = 6
_TAIL_LINES = 3
_LONGEST_HEAD = 600  # characters
_LONGEST_TAIL = 300
_LINES = re.compile(r"[^\n]+")
_REACH = 80  # characters before and after a name in which its cue stands
_LONGEST_DATELINE = 60  # characters in front of a tag


class MarkKind(StrEnum):
    """Which class of mark it is."""

    LEFTOVER = "leftover"
    ATTRIBUTION = "attribution"
    SOURCE_LINE = "source line"
    REPUBLICATION = "republication"


class HouseMark(NamedTuple):
    """A place where a text names a house with a cue."""

    start: int  # of the name
    end: int
    kind: MarkKind


_STAFF = (
    r"affiliates?|correspondents?|reporters?|journalists?|photographers?|videographers?|bureau|newsroom|stringers?"
    r"|witness(?:es)?|crews?|teams?|producers?|tally|calculations?|Korrespondent(?:in)?|Reporter(?:in)?"
    r"|Journalist(?:in)?|Fotograf(?:in)?"
)
# Of a name that is also a common word only these: "a star witness" is no witness of "the Star".
_CLEAR_STAFF = re.compile(
    r"(?:['’]s?)? (?:affiliate|correspondent|reporter|journalist|photographer|bureau|newsroom)s?(?!\w)"
)
_TEXT_AFTER = re.compile(r"[ \t]*[-–—:]*[ \t]*\S")
_LEFT_AFTER = re.compile(
    rf"(?:['’]s?)? (?:(?:news|sister|partner|staff|television|TV|own) )?(?:{_STAFF})(?!\w)"
    r"| (?:has |have |had )?(?:learned|reached out|was not able to|was unable to"
    r"|could not (?:immediately |independently )?(?:verify|reach|confirm|establish)"
    r"|has (?:seen|approached|contacted))(?!\w)"
)
_LEFT_BEFORE = re.compile(
    r"(?:(?:correspondants?|journalistes?|photographes?|reporters?) (?:de |d['’])(?:l['’])?"
    r"|(?:corresponsal|periodistas?|fotógrafo) de |(?:корреспондент|журналист|кореспондент)\w{0,4} )$"
)
_TOLD_BEFORE = re.compile(
    r"(?<!\w)(?:told|tells|telling|informed|speaking (?:to|with)|spoke (?:to|with)|interview (?:with|to|by|for)"
    r"|statement to"
    r"|confirmed to|comments? to|emailed to|obtained by|seen by|reviewed by|contacted by|asked by|[Aa]ccording to"
    r"|reported (?:by|in|on)|reports? (?:by|in|from|on)|published (?:by|in|on)|quoted (?:by|in)|cited by|citing|quoting"
    r"|writ(?:es?|ing) (?:in|for)|wrote (?:in|for)|sagte|laut|gegenüber|selon|a (?:déclaré|confié|indiqué) à"
    r"|d['’]après|según|declaró a|dijo a|secondo|segundo|disse à|ha detto (?:a|all['’])|по данным|сообщил\w{0,3}"
    r"|за даними"
    r"|передает|передаёт|сообщает|повідомля\w{1,4})"
    r" (?:(?:[a-zà-ÿ]+ ){0,2})(?:The |l['’])?$"
)
_TOLD_AFTER = re.compile(
    r"(?:['’]s)?(?: (?:newspaper|paper|website|news agency|agency|magazine|TV|television|radio|also|has|had|first"
    r"|later)){0,3},? (?:reports?|reported|revealed|said|says|writes|wrote|quoted|cited|noted|berichtete?"
    r"|meldete?|rapporte|informó|riporta)(?!\w)"
)
# On a line of its own, so that a study which "was first published in" a journal is none.
_LINE_EDGE = r"[ \t*(\[—–-]{0,4}"
_LINE = rf"(?:^|(?<=\n)){_LINE_EDGE}"
_FIRST_PUBLISHED = (
    r"(?:(?:(?:[Tt]his|[Tt]he) (?:article|story|report|piece|post|text|essay|analysis|commentary|interview|column)"
    r"(?: (?:was|is|has been|were))? )?"
    r"(?i:(?:originally|first|previously|initially) (?:published|appeared|posted|printed)"
    r"|(?:re-?published|reprinted|reproduced|syndicated)(?: here)?(?: with (?:the )?(?:kind )?permission)?)"
    r"(?: (?:on|in|by|at|from|of|with|via)){1,2} "
    r"|(?:(?:[Aa]uthored|[Ww]ritten|[Ss]ubmitted|[Pp]osted) by |By )[^\n,;:]{3,60}? via "
    r"|(?i:zuerst erschienen|publié (?:initialement|à l['’]origine)|publicado originalmente)"
    r" (?:in|bei|auf|par|sur|dans|en|por) )(?:[Tt]he )?"
)
_SOURCE_LINE = (
    r"(?:(?:Source|Quelle|Fuente|Fonte|Источник|Джерело|Courtesy of)[ \t]*:?[ \t]*"
    r"|(?:Copyright |© ?|\([cC]\) ){1,2}(?:\d{4},? ?)?(?:by )?)(?:[Tt]he )?"
)
_REPUBLISHED_BEFORE = re.compile(rf"{_LINE}{_FIRST_PUBLISHED}$")
_SOURCE_BEFORE = re.compile(rf"{_LINE}{_SOURCE_LINE}$")
# What may stand on a house's own line beside its name: a bullet, a time, words that go with one.
_LINE_FILL = re.compile(
    r"(?i:posted|published|updated|last|on|at|via|by|from|source|[ap]\.?m\.?|et|est|edt|gmt|utc|bst"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)|[\W\d_]+"
)
_INVITATION = re.compile(
    r"(?:read|see|watch|find|click|visit|view|listen|follow|like|join|subscribe|sign|download|get|buy|more|also|related"
    r"|photo|picture|image|video|credit|advert\w*|sponsored|partner)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_OTHER_BEFORE = re.compile(r"(?:^|[\s(“\"‘])(?!(?:The|By|In|On|At|From|To|For|And|But|As|A|An)\s)[A-ZÀ-Þ][\w&’'.-]*\s$")
_OTHER_AFTER = re.compile(
    r"(?:-| (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|TV )[A-ZÀ-Þ][a-zà-ÿ]+)"
)


@lru_cache(maxsize=1 << 12)
def _names(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@#/.-])(?:{'|'.join(re.escape(form) for form in forms)})(?![\w@/])")


def find_house_marks(text: str, forms: tuple[str, ...], start: int = 0, end: int | None = None) -> Iterator[HouseMark]:
    """The marks of one house in `text[start:end]`, in order of place.

    A name that is part of a longer one is none: "the Example Times" does not name "the Times".

    Args:
        text: Any text.
        forms: The names of the house, as `firsthand.lexicon.houses.house_forms` gives them.
        start: First character looked at.
        end: End of the range; None for the end of the text.
    """
    end = len(text) if end is None else end
    if not forms or not any(text.find(form, start, end) >= 0 for form in forms):
        return
    for seen, match in enumerate(_names(forms).finditer(text, start, end)):
        if seen >= _MOST_NAMES:
            return
        kind = _kind_of(text, *match.span(), (start, end))
        if kind is not None:
            yield HouseMark(*match.span(), kind)


def _kind_of(text: str, start: int, end: int, bounds: tuple[int, int]) -> MarkKind | None:
    """The class of the mark that the name at `start` to `end` makes with the words round it; None where it is none."""
    if _REPUBLISHED_BEFORE.search(text, max(0, start - _REACH), start):
        return MarkKind.REPUBLICATION
    if _SOURCE_BEFORE.search(text, max(0, start - _REACH), start):
        return MarkKind.SOURCE_LINE
    before, after = text[max(bounds[0], start - _REACH) : start], text[end : min(bounds[1], end + _REACH)]
    line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start]
    if before[-1:] in {"(", "["} and after[:1] in {")", "]"}:  # a tag stands before the text of its line
        return MarkKind.LEFTOVER if len(line) < _LONGEST_DATELINE and _TEXT_AFTER.match(after, 1) else None
    left = _CLEAR_STAFF if _is_plain_word(text[start:end]) else _LEFT_AFTER
    if left.match(after) or _LEFT_BEFORE.search(before):
        return None if _OTHER_BEFORE.search(before) and not _TOLD_BEFORE.search(before) else MarkKind.LEFTOVER
    is_told = _is_told(text[start:end], before, after) and not (len(line) < _REACH and _INVITATION.match(line))
    return MarkKind.ATTRIBUTION if is_told else None


def _is_told(name: str, before: str, after: str) -> bool:
    """Whether the words round a name make it the one who was told, or who reported."""
    if name in OUTLET_WORDS and not before.lower().endswith("the "):
        return False
    if _TOLD_BEFORE.search(before):
        return _OTHER_AFTER.match(after) is None
    return _TOLD_AFTER.match(after) is not None and _OTHER_BEFORE.search(before) is None


def find_house_lines(text: str, forms: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where a line at the head or the tail of `text` holds the house's name, and beside it at most a time.

    So portals and blogs show whose text they print. A name in brackets is a picture's.
    """
    if not forms or not any(form in text for form in forms):
        return []
    lines = list(_LINES.finditer(text, 0, _LONGEST_HEAD))[:_HEAD_LINES]
    lines += list(_LINES.finditer(text, max(_LONGEST_HEAD, len(text) - _LONGEST_TAIL)))[-_TAIL_LINES:]
    found = []
    for line in lines:
        name = _names(forms).search(text, *line.span())
        if name is None or line.group()[:1] in {"(", "["}:
            continue
        rest = text[line.start() : name.start()] + " " + text[name.end() : line.end()]
        if not _LINE_FILL.sub("", rest):
            found.append(name.span())
    return found


def _is_plain_word(name: str) -> bool:
    """Whether a house's name is one word that may be any word: no letters, no agency."""
    return " " not in name and not name.isupper() and agency_named(name) is None


# One of these stands in every such line: most texts hold none.
_REPUBLISHED_WORDS = ("ublished", "ppeared", "osted", "rinted", "eproduced", "yndicated", " via ", "rschienen", "ubli")
_REPUBLISHED = re.compile(
    rf"{_LINE_EDGE}{_FIRST_PUBLISHED}"
    r"(?P<name>[A-ZÀ-Þ][\w&'’.-]*(?: (?:(?:of|the|de|la|and|&) )?[A-ZÀ-Þ][\w&'’-]*){0,4})"
)


@lru_cache(maxsize=256)  # an article is compared with several others in a row
def find_republication(text: str) -> tuple[str, int] | None:
    """The house that a line of `text` says the text was first published by, and the line's place; None without one."""
    if not any(word in text for word in _REPUBLISHED_WORDS):
        return None
    start = 0
    while start >= 0:
        match = _REPUBLISHED.match(text, start)
        if match is not None:
            return match["name"].rstrip(".,'’-"), start
        start = text.find("\n", start) + 1 or -1
    return None
