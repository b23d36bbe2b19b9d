"""How edited passages stand in both articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from firsthand.accounts.changes import Change, find_changes
from firsthand.accounts.furniture import find_furniture
from firsthand.accounts.settings import AccountsSettings
from firsthand.model import Article, Passage, PassageKind, Span, Story, Wording, overlap_length
from firsthand.text.tokens import Token, tokenise

__all__ = ["compare_wording"]

# Signs that belong to the number beside them and are no words.
_SIGNS_BEFORE = "$€£¥₽₹#"
_SIGNS_AFTER = "‰°€£¥₽$"
_BLANKS = " \t\xa0"
# What stands at the end of a sentence or line, closing marks included.
_ENDS = ".!?…:;。！？\n\r\u2028\u2029\x0b\x0c\x85)]}\"'”’»"


def compare_wording(
    story: Story | None, passages: Sequence[Passage], articles: Mapping[str, Article], settings: AccountsSettings
) -> list[Wording]:
    """The words in which edited passages differ, one row a passage in which anything is left.

    What changes nothing of what is said is set aside, see `firsthand.accounts.changes.find_changes`. Captions and
    verbatim passages give no row; datelines, bylines and agency tags are no wording.

    Args:
        story: The story that the passages are part of; None where they join articles of several stories.
        passages: Any, in any order.
        articles: Every article that they name, by id.
        settings: Of this stage.

    Returns:
        Rows in order of the two articles' ids, then of the places in them.
    """
    rows = {
        _key(passage): row
        for passage in passages
        if passage.kind == PassageKind.EDITED and (row := _compare(story, passage, articles, settings)) is not None
    }
    return [rows[key] for key in sorted(rows)]


def _key(passage: Passage) -> tuple[str, str, Span, Span]:
    return passage.a, passage.b, passage.a_span, passage.b_span


def _compare(
    story: Story | None, passage: Passage, articles: Mapping[str, Article], settings: AccountsSettings
) -> Wording | None:
    a = _Side.of(articles[passage.a], passage.a_span)
    b = _Side.of(articles[passage.b], passage.b_span)
    changes = [change for change in find_changes(a.words, b.words, settings) if not _is_cut_off(change, a, b)]
    if not changes:
        return None
    only_a = [a.span(c.a_first, c.a_last) for c in changes if c.b_first == c.b_last]
    only_b = [b.span(c.b_first, c.b_last) for c in changes if c.a_first == c.a_last]
    both = [(a.span(c.a_first, c.a_last), b.span(c.b_first, c.b_last)) for c in changes if _is_replaced(c)]
    return Wording(
        story=story.story if story is not None else None,
        a=passage.a,
        b=passage.b,
        a_span=passage.a_span,
        b_span=passage.b_span,
        direction=str(passage.direction),
        only_a=tuple(a.show(span) for span in only_a),
        only_b=tuple(b.show(span) for span in only_b),
        differs=tuple((a.show(one), b.show(other)) for one, other in both),
        only_a_spans=tuple(only_a),
        only_b_spans=tuple(only_b),
        differs_spans=tuple(both),
    )


def _is_replaced(change: Change) -> bool:
    return change.a_first < change.a_last and change.b_first < change.b_last


def _is_cut_off(change: Change, a: _Side, b: _Side) -> bool:
    """Whether words stand at the edge of a passage, alone because the other side's passage ends within a sentence.

    What answers to them may stand just outside the passage, so nobody can say that they are missing.
    """
    if _is_replaced(change):
        return False
    mine, other, first, last = (
        (a, b, change.a_first, change.a_last)
        if change.a_first < change.a_last
        else (b, a, change.b_first, change.b_last)
    )
    return (first == 0 and not other.opens_sentence()) or (last == len(mine.words) and not other.closes_sentence())


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a passage: its words, without those that are not the account's own (see `find_furniture`)."""

    text: str
    passage: Span
    words: list[Token]

    @classmethod
    def of(cls, article: Article, passage: Span) -> _Side:
        body = [span for span in article.body if overlap_length(span, passage)]
        furniture = [span for span in find_furniture(article) if overlap_length(span, passage)]
        words = [
            token
            for span in body
            for token in _read_words(article.text, max(span.start, passage.start), min(span.end, passage.end))
            if not any(each.start <= token.start < each.end for each in furniture)
        ]
        return cls(article.text, passage, words)

    def span(self, first: int, last: int) -> Span:
        """From the start of word `first` to the end of the word before `last`, with the marks that belong to them."""
        start, end = self.words[first].start, self.words[last - 1].end
        text, passage = self.text, self.passage
        if start > passage.start and text[start].isdigit() and text[start - 1] in _SIGNS_BEFORE:
            start -= 1
        if end < passage.end and text[end - 1].isdigit() and text[end] in _SIGNS_AFTER:
            end += 1
        if start > passage.start and text[start - 1] == "(" and text.find(")", start, end) >= 0:
            start -= 1
        opened = text.rfind("(", start, end)
        if end < passage.end and text[end] == ")" and opened >= 0 and text.find(")", opened, end) < 0:
            end += 1
        return Span(start, end)

    def show(self, span: Span) -> str:
        """The characters of `span` on one line."""
        return " ".join(self.text[span.start : span.end].split())

    def opens_sentence(self) -> bool:
        """Whether the passage begins where a sentence or a line does."""
        place = self.passage.start - 1
        while place >= 0 and self.text[place] in _BLANKS:
            place -= 1
        return place < 0 or self.text[place] in _ENDS

    def closes_sentence(self) -> bool:
        """Whether the passage ends where a sentence or a line does."""
        place = self.passage.end
        while place < len(self.text) and self.text[place] in _BLANKS:
            place += 1
        return place >= len(self.text) or self.text[place] in _ENDS or self.text[self.passage.end - 1] in _ENDS


def _read_words(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]`, with a percent sign after a number as the word that it stands for."""
    words: list[Token] = []
    for token in tokenise(text, start, end):
        words.append(token)
        if token.end < end and text[token.end] == "%" and token.norm[:1].isdigit():
            words.append(Token(token.end, token.end + 1, "percent"))
    return words
