"""When a text holds no article: error pages, walls, forms, search pages, players, galleries, menus."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.lexicon.page_kinds import PAGE_KINDS, PageKind
from firsthand.model import Segment, SegmentLabel, Span
from firsthand.reading.other_stories import has_common_thread
from firsthand.reading.pieces import Piece

__all__ = ["find_absence"]

_FEW_WORDS = 15  # of body beside a demand to pay or links, under which nothing was told
_BRIEF_WORDS = 120  # a page about itself explains itself in fewer; a text with more is an article about errors
_MANY_LINKS = 3  # beside so little text
_LEAST_WORDS = 6  # without a sentence mark, fewer are a menu's leftovers
_OPENING_LINES = 4  # in which a page says what it is
_LOOKED_AT = 30  # lines that may speak of the page
_LONGEST_LINE = 300  # characters of a line that does
_LONGEST_TITLE = 200
_MOST_LIST_LINE = 90  # characters on average of the lines of a page that lists titles
_FEWEST_LIST_LINES = 12
_FEWEST_POINTS = 6  # lines that take up one another's words and so are one account
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?…。！？؟]")
_SEARCH_PATH = re.compile(
    r"^[a-z]+://[^/]+/(?:[^?#]*/)?(?:search|suche|recherche|buscar|busqueda|poisk|arama)(?:[/.?][^#]*)?(?:#.*)?$",
    re.IGNORECASE,
)
_SEARCH_QUERY = re.compile(r"[?&](?:q|query|s|search\w*|keyword|text)=", re.IGNORECASE)
_SEARCH_TITLE = re.compile(
    r"\bsearch(?: results?)?\b|suchergebnis|résultats|resultados|результаты поиска|نتائج البحث|arama sonuç|搜索结果",
    re.IGNORECASE,
)
# What a page about itself never says.
_REPORTED = re.compile(
    r"\b(?:said|says|told|according to|reported|announced|sagte|teilte|berichtete|mitteilte|a (?:déclaré|annoncé"
    r"|indiqué)|dijo"
    r"|informó|anunció|сообщил\w*|заявил\w*|söyledi|açıkladı|bildirdi)\b|قال|أعلن|صرح|表示|宣布",
    re.IGNORECASE,
)
_LETTERS_A_WORD = 12  # with blanks; in so many characters for each word asked for, most texts hold enough of them
# What only a report has: where it comes from, and whose text it is.
_REPORT_LABELS = frozenset({SegmentLabel.DATELINE, SegmentLabel.AGENCY_TAG})
_LINK_LABELS = frozenset({SegmentLabel.READ_MORE, SegmentLabel.RELATED})
_NO_TEXT = frozenset(
    {SegmentLabel.BODY, SegmentLabel.SUBHEADLINE, SegmentLabel.HEADLINE, SegmentLabel.MENU, SegmentLabel.SUBSCRIBE}
    | {SegmentLabel.EMBEDDED, SegmentLabel.READ_MORE, SegmentLabel.BYLINE, SegmentLabel.CAPTION, SegmentLabel.RELATED}
)


def _count_words(text: str, start: int, end: int, most: int) -> int:
    """Words of a stretch, counted up to `most`; two characters of a script without spaces count as one word."""
    window = text[start : min(end, start + _LETTERS_A_WORD * most)]
    if _UNSPACED.search(window) is None and (
        (count := len(_WORD.findall(window))) >= most or len(window) == end - start
    ):
        return min(count, most)
    count = 0
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        count += 1 if word.isascii() or _UNSPACED.match(word) is None else max(1, len(word) // 2)
        if count >= most:
            break
    return count


def _count_body(text: str, body: Sequence[Span], most: int) -> int:
    count = 0
    for start, end in body:
        count += _count_words(text, start, end, most)
        if count >= most:
            break
    return count


def _speaks_of_page(kind: PageKind, line: str) -> bool:
    return len(line) <= _LONGEST_LINE and kind.lines.match(line) is not None and _REPORTED.search(line) is None


def _find_kind(text: str, segments: Sequence[Segment], title: str | None) -> str | None:
    """The kind of page that a short text says it is: in its title or first lines, with little else beside it."""
    if any(segment.label in _REPORT_LABELS for segment in segments):
        return None
    lines = [(segment, text[slice(*segment.span)]) for segment in segments[:_LOOKED_AT] if segment.label in _NO_TEXT]
    heading = (title or "").strip()[:_LONGEST_TITLE]
    for kind in PAGE_KINDS:
        spoken = [_speaks_of_page(kind, line) for _, line in lines]
        named = bool(heading) and kind.lines.match(heading) is not None
        if not named and not any(spoken[:_OPENING_LINES]):
            continue
        others = sum(
            _count_words(text, *segment.span, _BRIEF_WORDS + 1)
            for (segment, _), own in zip(lines, spoken, strict=True)
            if not own and segment.label is SegmentLabel.BODY
        )
        if others <= kind.most_words:
            return kind.name
    return None


def _is_title_list(text: str, segments: Sequence[Segment]) -> bool:
    """Whether the text is many short lines of which none is closed by a mark, and that share few words."""
    lines = [segment.span for segment in segments]
    if len(lines) < _FEWEST_LIST_LINES or sum(end - start for start, end in lines) > _MOST_LIST_LINE * len(lines):
        return False
    if any(_SENTENCE_END.match(text, end - 1) for _, end in lines):
        return False
    return not has_common_thread(text, [Piece(start, end) for start, end in lines])


def find_absence(
    text: str, segments: Sequence[Segment], body: Sequence[Span], title: str | None, url: str | None
) -> str | None:
    """Why the text holds no article: "no article: 404 page"; None where it holds one.

    A short real brief is an article, and so is a report on errors, cookies or paywalls: the page must speak of itself,
    in its title or its first lines, and hold next to nothing else; a dateline or an agency's tag makes it a report.

    Args:
        text: The text.
        segments: Its segments.
        body: Spans of its body.
        title: The title that the source gives.
        url: The address.
    """
    reason = _find_reason(text, segments, body, title, url or "")
    return None if reason is None else f"no article: {reason}"


def _find_reason(
    text: str, segments: Sequence[Segment], body: Sequence[Span], title: str | None, address: str
) -> str | None:
    if not text.strip():
        return "a title alone" if (title or "").strip() else "the text is empty"
    if _SEARCH_PATH.match(address) and (_SEARCH_QUERY.search(address) or _SEARCH_TITLE.search(title or "")):
        return "search results"
    words = _count_body(text, body, _BRIEF_WORDS + 1)
    kind = _find_kind(text, segments, title) if words <= _BRIEF_WORDS else None
    if kind is not None:
        return kind
    labels = {segment.label for segment in segments}
    links = sum(segment.label in _LINK_LABELS for segment in segments)
    if SegmentLabel.BODY not in labels:
        return _name_bodiless(text, segments, links)
    if words < _FEW_WORDS and SegmentLabel.SUBSCRIBE in labels:
        return "paywall"
    if words < _FEW_WORDS and links >= _MANY_LINKS:
        return "links to other texts"
    sentence = any(_SENTENCE_END.search(text, start, end) for start, end in body)
    if words < _LEAST_WORDS and not sentence and not _UNSPACED.search(text[:200]):
        return "no sentence"
    return "list of titles" if _is_title_list(text, segments) else None


def _name_bodiless(text: str, segments: Sequence[Segment], links: int) -> str | None:
    """What a text without a paragraph is; None where its lines are the points of one account."""
    if any(segment.label is SegmentLabel.CAPTION for segment in segments):
        return "picture gallery"
    if links >= _MANY_LINKS:
        return "links to other texts"
    points = [Piece(*segment.span) for segment in segments if segment.label is SegmentLabel.SUBHEADLINE]
    if len(points) >= _FEWEST_POINTS and has_common_thread(text, points):
        return None
    return "list of titles" if _is_title_list(text, segments) else "menu page"
