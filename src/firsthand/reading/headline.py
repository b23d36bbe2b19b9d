"""The headline: the source's title found in the text, or the line that stands as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from firsthand.lexicon.agencies import find_agencies
from firsthand.lexicon.boilerplate import label_line
from firsthand.model import SegmentLabel, Span
from firsthand.reading.authors import is_author_line, is_firm, is_outlet_name
from firsthand.reading.byline import find_byline, is_name
from firsthand.reading.captions import is_picture_line
from firsthand.reading.pieces import Piece, first_prose, is_terminated, word_count
from firsthand.text.tokens import fold_word

__all__ = ["find_headline", "find_title", "strip_site_name"]

_TITLE_LINES = 40  # first pieces among which the headline is looked for
_LONGEST_HEADLINE = 220  # characters
_LONGEST_CLOSED_HEADLINE = 120  # with a full stop behind it
_FEWEST_WORDS = 3
_CAPITALISED_SHARE = 0.7  # of the longer words of a line with a full stop that is still a headline
_LOOKED_AT = 600  # characters of a line in which a title is looked for
_NO_MARKS = str.maketrans("", "", "“”‘’—–…\u00a0")
_LONGEST_LINE_ROUND = 300  # characters that may stand round a title in its line, glued words and all
_GLUED_WORDS = 11  # words that may stand in front of a title in its line
_SITE_SEPARATOR = re.compile(r"\s+(?:\||[-–—]|»|::|•)\s+(?=[^|–—»•]{2,40}$)")
_WORD = re.compile(r"\w+")


def strip_site_name(title: str) -> str:
    """`title` without the site's name behind a bar or a dash: "Fire in mill | The Example" gives "Fire in mill".

    Only a tail of at most four words that is shorter than what stands before it.
    """
    separators = list(_SITE_SEPARATOR.finditer(title))
    if not separators:
        return title.strip()
    match = separators[-1]
    front, tail = title[: match.start()].strip(), title[match.end() :].strip()
    short = len(tail.split()) <= 4 and len(tail) < len(front)
    dash = "|" not in match.group() and "»" not in match.group()
    return (
        front if short and (not dash or tail[:1].isupper()) and len(front.split()) >= _FEWEST_WORDS else title.strip()
    )


def _folded(words: str) -> str:
    return " ".join(fold_word(word) for word in _WORD.findall(words))


def _match_in(text: str, piece: Piece, wanted: Sequence[str]) -> Span | None:
    """Where the words `wanted` stand in a row at the start of the piece or behind a few words glued in front."""
    end = min(piece.end, piece.start + _LOOKED_AT)
    head = text[piece.start : end].translate(_NO_MARKS)
    if head.isascii():
        folded = head.lower()
        if any(word not in folded for word in wanted):
            return None
    matches = _WORD.finditer(text, piece.start, end)
    words = [
        (match.start(), match.end(), fold_word(match.group())) for match in islice(matches, _GLUED_WORDS + len(wanted))
    ]
    norms = [norm for _, _, norm in words]
    for place in range(min(_GLUED_WORDS + 1, len(norms) - len(wanted) + 1)):
        if norms[place : place + len(wanted)] == list(wanted):
            start, end = words[place][0], words[place + len(wanted) - 1][1]
            while start > piece.start and text[start - 1] in "\"'“‘«„(¿¡":
                start -= 1
            while end < piece.end and text[end] in "\"'”’»?!…%)":
                end += 1
            return Span(start, end)
    return None


def find_title(text: str, pieces: Sequence[Piece], title: str | None) -> list[Span]:
    """Where the source's title stands in the text's first lines, once or more; empty where it does not.

    Compared by folded words, so that marks, case and accents do not matter. A title that was cut short ("... in...")
    is found by what is left of it. A paragraph that begins with the same words is no headline: what follows the title
    in its line may be no longer than a site's name or a date.
    """
    wanted = _folded(strip_site_name(title or "")).split()
    if len(wanted) < 2:
        return []
    found = []
    longest = 2 * len(title or "") + _LONGEST_LINE_ROUND
    for piece in pieces[:_TITLE_LINES]:
        if piece.length > longest:
            continue
        span = _match_in(text, piece, wanted)
        if span is None:
            continue
        behind = text[span.end : piece.end].strip()
        if (title or "").rstrip().endswith(("...", "…")) and piece.length <= _LONGEST_HEADLINE:
            span = piece.span
        elif len(behind) > 60 or (behind and piece.length > 1.6 * (span.end - span.start) + 20):
            continue
        found.append(span)
    return found


def _is_capitalised(line: str) -> bool:
    long = [word for word in _WORD.findall(line) if len(word) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= _CAPITALISED_SHARE * len(long)


def _may_be_headline(text: str, piece: Piece) -> bool:
    line = text[piece.start : piece.end]
    if piece.label is not None or piece.prose or len(line) > _LONGEST_HEADLINE or line[-1] in ":;,":
        return False
    if find_byline(line, 0, len(line)) is not None or is_author_line(line) or is_picture_line(line):
        return False
    if label_line(line) is not None or is_name(line) or (word_count(text, piece) <= 6 and any(find_agencies(line))):
        return False
    if is_terminated(text, piece) and line[-1] not in "?!…" and not line.endswith(("?”", "!”", "?'", "!'", "...")):
        return len(line) <= _LONGEST_CLOSED_HEADLINE and _is_capitalised(line)
    return word_count(text, piece) >= _FEWEST_WORDS


def find_headline(text: str, pieces: Sequence[Piece]) -> int | None:
    """Place among `pieces` of the line that stands as a headline, for a source that gave no title; None if none does.

    The first line before the first paragraph that is no menu, section, name or date, and has three words or more. The
    first paragraph itself only if it is short, capitalised throughout and followed by others. The name of an outlet or
    a firm is one only where no other line may be.
    """
    prose = first_prose(text, pieces)
    masthead = None
    for place, piece in enumerate(pieces[: min(prose + 1, len(pieces) - 1, _TITLE_LINES)]):
        if _may_be_headline(text, piece) and (place < prose or is_terminated(text, piece)):
            line = text[piece.start : piece.end]
            if not is_outlet_name(line) and not is_firm(line):
                return place
            masthead = place if masthead is None else masthead
        if piece.label is SegmentLabel.DATELINE:
            break
    return masthead
