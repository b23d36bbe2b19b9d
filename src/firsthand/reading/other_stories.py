"""Headlines of other stories left in a text: single ones between paragraphs, and rows of links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from firsthand.lexicon.function_words import FUNCTION_WORDS
from firsthand.model import SegmentLabel
from firsthand.reading.pieces import Piece, is_prose, is_terminated, word_count
from firsthand.text.tokens import fold_word

__all__ = ["has_common_thread", "label_link_rows", "label_other_stories"]

_STEM = 5  # first letters by which a heading's word is looked for in the rest of the text
_FEWEST_OWN_WORDS = 4  # content words that a heading needs before their absence from the text says anything
_CONTENT_WORD = re.compile(r"[^\W\d_]{5,}")  # shorter ones, as "says" and "seen", are in every text
_LETTERS = re.compile(r"[^\W\d_]+")
_LIST_MARK = re.compile(r"[^\w\s\"“‘'„«¿¡]|\d{1,3}[).:]|\w{1,2}:")  # an item of a list stands for itself
_FEWEST_IN_ROW = 3  # links side by side
_SHORTEST_LINK, _LONGEST_LINK = 28, 130  # characters
_FEWEST_LINK_WORDS = 5
_LINKED_SHARE = 0.7  # of the lines of one account that share a word with another line
_FOREIGN_SHARE = 0.6  # of a link's content words that stand nowhere else in the text


def _stems(text: str, start: int, end: int) -> list[str]:
    folded = (fold_word(match.group()) for match in _CONTENT_WORD.finditer(text, start, end))
    return [word[:_STEM] for word in folded if word not in FUNCTION_WORDS]


def _count_stems(text: str, pieces: Sequence[Piece]) -> Counter[str]:
    return Counter(stem for piece in pieces for stem in _stems(text, piece.start, piece.end))


def label_other_stories(text: str, pieces: Sequence[Piece]) -> None:
    """Label headings of other stories: what stands between paragraphs and shares no word with all the rest.

    A site that sets a link to another story into a text leaves its headline there. A heading of the article's own
    takes up at least one word of what it heads.
    """
    headings = [
        piece
        for piece in pieces
        if piece.label is SegmentLabel.SUBHEADLINE and _LIST_MARK.match(text, piece.start) is None
    ]
    held: Counter[str] | None = None
    for piece in headings:
        own = Counter(_stems(text, piece.start, piece.end))
        if len(own) < _FEWEST_OWN_WORDS or _stands_elsewhere(text, piece, own):
            continue
        held = _count_stems(text, pieces) if held is None else held
        if all(held[stem] == count for stem, count in own.items()):
            piece.label = SegmentLabel.OTHER_STORY


def _stands_elsewhere(text: str, piece: Piece, stems: Iterable[str]) -> bool:
    """Whether one of the stems plainly begins a word outside the piece; False may also mean that accents differ."""
    for rest in (text[piece.end :].lower(), text[: piece.start].lower()):
        for stem in stems:
            place = rest.find(stem)
            while place >= 0:
                if not place or not (rest[place - 1].isalnum() or rest[place - 1] in "_'’"):
                    word = _LETTERS.match(rest, place)
                    if word is None or fold_word(word.group()) not in FUNCTION_WORDS:
                        return True
                place = rest.find(stem, place + 1)
    return False


def _may_be_link(text: str, piece: Piece) -> bool:
    return (
        piece.label is None
        and not piece.prose
        and _SHORTEST_LINK <= piece.length <= _LONGEST_LINK
        and not is_terminated(text, piece)
        and not text[piece.start].islower()
        and _LIST_MARK.match(text, piece.start) is None
        and word_count(text, piece) >= _FEWEST_LINK_WORDS
    )


def label_link_rows(text: str, pieces: Sequence[Piece]) -> None:
    """Label rows of three or more titles between paragraphs of which most words stand nowhere else in the text.

    The line above ends in a full stop: what a colon or a heading opens is a list of the article's own.
    """
    held: Counter[str] | None = None
    place = 0
    while place < len(pieces):
        end = place
        while end < len(pieces) and _may_be_link(text, pieces[end]):
            end += 1
        row = pieces[place:end]
        above = pieces[place - 1] if place else None
        if (
            len(row) >= _FEWEST_IN_ROW
            and above is not None
            and is_prose(text, above)
            and is_terminated(text, above)
            and text[above.end - 1] not in ":："
        ):
            held = held if held is not None else _count_stems(text, pieces)
            if all(_is_foreign(text, piece, held) for piece in row):
                for piece in row:
                    piece.label = SegmentLabel.RELATED
        place = max(end, place + 1)


def _is_foreign(text: str, piece: Piece, held: Counter[str]) -> bool:
    own = Counter(_stems(text, piece.start, piece.end))
    return len(own) >= 2 and sum(held[stem] == count for stem, count in own.items()) >= _FOREIGN_SHARE * len(own)


def has_common_thread(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether most lines share a content word with another line, as those of one account do and titles do not."""
    held = _count_stems(text, pieces)
    lines = [Counter(_stems(text, piece.start, piece.end)) for piece in pieces]
    linked = sum(any(held[stem] > count for stem, count in own.items()) for own in lines)
    return linked >= _LINKED_SHARE * sum(bool(own) for own in lines)
