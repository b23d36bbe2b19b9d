"""Who said what: the direct quotations of a story, by speaker, the same words once."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.lexicon.quotation_marks import CLOSING_MARKS
from firsthand.model import Dossier, Quotation, Span
from firsthand.report.context import StoryContext
from firsthand.report.marking import Mark, Piece, cut_pieces, shorten_pieces
from firsthand.report.views import QuotationView, SourceView
from firsthand.report.visible import shorten, visible_language
from firsthand.text.tokens import tokenise

__all__ = ["MOST_QUOTATIONS", "group_quotations", "quoted_spans", "view_quotation"]

MOST_QUOTATIONS = 200  # of one story's page; the archive has all
_MOST_SOURCES = 6
_LONGEST_QUOTATION = 1200
_FEWEST_WORDS = 2  # a single quoted word names a thing rather than reports what was said


def _parts(quotation: Quotation) -> tuple[Span, ...]:
    return quotation.spans or (quotation.span,)


def _wording(quotation: Quotation, text: str) -> tuple[str, ...]:
    return tuple(token.norm for part in _parts(quotation) for token in tokenise(text, part.start, part.end))


def _is_shown(quotation: Quotation) -> bool:
    return quotation.kind in {"direct", "mixed"} and quotation.act == "said"


def quoted_spans(quotation: Quotation, text: str) -> tuple[Span, ...]:
    """What is shown of a quotation: its parts in order, without the "he said" between them.

    One that is partly the article's own words is shown as it stands there, with the marks that it sets.
    """
    if quotation.kind != "mixed":
        return _parts(quotation)
    closed = quotation.span.end + (text[quotation.span.end : quotation.span.end + 1] in CLOSING_MARKS)
    return (Span(quotation.span.start, closed),)


def _pieces(quotation: Quotation, context: StoryContext) -> tuple[Piece, ...]:
    text = context.articles[quotation.article].text
    pieces: list[Piece] = []
    for part in quoted_spans(quotation, text):
        if pieces:
            pieces.append(Piece(text=" … "))
        pieces += cut_pieces(text, part, ())
    return shorten_pieces(pieces, _LONGEST_QUOTATION)


def _source(quotation: Quotation, context: StoryContext) -> SourceView | None:
    parts = _parts(quotation)
    extent = Span(min(part.start for part in parts), max(part.end for part in parts))
    marks = [Mark(quotation.source_span, "speaker")] if quotation.source_span else []
    return context.source(quotation.article, extent, marks)


def _notes(quotation: Quotation, context: StoryContext) -> tuple[str, ...]:
    """Why the speaker is not known, or else how the text names the speaker."""
    if quotation.speaker_name:
        return ()
    reason = quotation.why_null.get("speaker") or quotation.why_null.get("speaker_name")
    if reason:
        return (context.words.say("quotations.why_unknown", reason=reason),)
    if quotation.source_span:
        written = context.articles[quotation.article].text[slice(*quotation.source_span)]
        return (context.words.say("quotations.as_written", source=shorten(written, 80)),)
    return ()


def view_quotation(same: Sequence[Quotation], context: StoryContext) -> QuotationView:
    """Equal words of one speaker, as `group_quotations` puts them together."""
    lead = same[0]
    by_article = {quotation.article: quotation for quotation in reversed(same)}
    articles = list(dict.fromkeys(quotation.article for quotation in same))
    origins = [context.origin_of[article] for article in articles if article in context.origin_of]
    sources = (_source(by_article[article], context) for article in context.one_of_each(articles)[:_MOST_SOURCES])
    return QuotationView(
        partly=lead.kind == "mixed",
        pieces=_pieces(lead, context),
        language=visible_language(context.articles[lead.article].language),
        notes=_notes(lead, context),
        told_by=context.words.count("count.tells", len(articles)),
        origins=context.marks_of(origins),
        sources=tuple(source for source in sources if source is not None),
    )


def group_quotations(dossier: Dossier) -> dict[str, list[list[Quotation]]]:
    """The direct and partly direct quotations of a story by speaker, the same words of one speaker together.

    Returns:
        By the speaker's name, the most quoted first and "" (not known) last: groups of quotations with equal words,
        those that most articles tell first, each group in the order of the dossier's articles. Never empty groups.
    """
    speakers: dict[str, dict[tuple[str, ...], list[Quotation]]] = {}
    for row in dossier.articles:
        annotation = dossier.annotations.get(row.article)
        for quotation in annotation.quotations if annotation else ():
            wording = _wording(quotation, row.text) if _is_shown(quotation) else ()
            if len(wording) >= _FEWEST_WORDS:
                speakers.setdefault(quotation.speaker_name or "", {}).setdefault(wording, []).append(quotation)
    order = sorted(speakers, key=lambda name: (not name, -len(speakers[name]), name))
    return {
        name: sorted(speakers[name].values(), key=lambda same: -len({quotation.article for quotation in same}))
        for name in order
    }
