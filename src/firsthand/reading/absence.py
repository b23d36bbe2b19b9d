"""When a text holds no article: error pages, search pages, galleries, menus, walls."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.model import Segment, SegmentLabel, Span

__all__ = ["find_absence"]

_FEW_WORDS = 15  # of body beside a demand to pay or an error, under which nothing was told
_BRIEF_WORDS = 120  # an error page explains itself in fewer; a text with more is an article about errors
_MANY_LINKS = 3  # beside so little text
_LEAST_WORDS = 6  # without a sentence mark, fewer are a menu's leftovers
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…。！？؟]")
_ERROR = re.compile(
    r"\b404\b|page (?:not found|you (?:requested|are looking for|were looking for))|not be found|no"
    r" longer (?:available|exists)"
    r"|access denied|forbidden|seite nicht gefunden|page introuvable|página no encontrada|страница не найдена"
    r"|sayfa bulunamadı|الصفحة غير موجودة|页面不存在|enable javascript|are you a robot|unusual traffic|captcha",
    re.IGNORECASE,
)
# How an error page offers its help.
_ERROR_OFFER = re.compile(
    r"(?:hit|reached|landed on|found) (?:this|an|our) error page"
    r"|this page (?:does not|doesn['’]t|no longer) exists?|we (?:could not|couldn['’]t|can['’]t"
    r"|cannot) find (?:the|that) page",
    re.IGNORECASE,
)
_SEARCH_PATH = re.compile(
    r"^[a-z]+://[^/]+/(?:[^?#]*/)?(?:search|suche|recherche|buscar|busqueda|poisk)(?:[/.?][^#]*)?(?:#.*)?$",
    re.IGNORECASE,
)
_SEARCH_QUERY = re.compile(r"[?&](?:q|query|s|search\w*|keyword|text)=", re.IGNORECASE)
_SEARCH_TITLE = re.compile(
    r"\bsearch(?: results?)?\b|suchergebnis|résultats|resultados|результаты поиска", re.IGNORECASE
)


def _count_words(text: str, body: Sequence[Span], most: int) -> int:
    count = 0
    for start, end in body:
        for _ in _WORD.finditer(text, start, end):
            count += 1
            if count >= most:
                return count
    return count


def find_absence(
    text: str, segments: Sequence[Segment], body: Sequence[Span], title: str | None, url: str | None
) -> str | None:
    """Why the text holds no article, in words; None where it holds one. A short real brief is an article.

    Args:
        text: The text.
        segments: Its segments.
        body: Spans of its body.
        title: The title that the source gives.
        url: The address.
    """
    if not text.strip():
        return "the text is empty" if not (title or "").strip() else "only a title was given"
    address = url or ""
    if _SEARCH_PATH.match(address) and (_SEARCH_QUERY.search(address) or _SEARCH_TITLE.search(title or "")):
        return "a page of search results, by its address"
    if not any(segment.label is SegmentLabel.BODY for segment in segments):
        captions = sum(segment.label is SegmentLabel.CAPTION for segment in segments)
        return "captions of pictures only" if captions else "no line of the text is an article's"
    words = _count_words(text, body, _BRIEF_WORDS + 1)
    labels = {segment.label for segment in segments}
    first = text[:300] + " " + (title or "")
    opens = _ERROR.match((title or "").strip()) or _ERROR.match(text.strip()[:80])
    opens = opens or _ERROR_OFFER.search(text.strip()[:160])
    if (words <= _BRIEF_WORDS and opens) or (words <= _FEW_WORDS and _ERROR.search(first)):
        return "an error page"
    if words < _FEW_WORDS and SegmentLabel.SUBSCRIBE in labels:
        return "the text stands behind a demand to subscribe"
    links = sum(segment.label in {SegmentLabel.READ_MORE, SegmentLabel.RELATED} for segment in segments)
    if words < _FEW_WORDS and links >= _MANY_LINKS:
        return "links to other texts only"
    sentence = any(_SENTENCE_END.search(text, start, end) for start, end in body)
    spaced = not any(character >= "\u3040" for character in text[:200])
    if words < _LEAST_WORDS and not sentence and spaced:
        return "no sentence stands in the text"
    return None
