"""One story, for people and as one JSON object."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

from firsthand.cli.results import Column, print_table, write_text
from firsthand.cli.terminal import one_line, shorten
from firsthand.model import ArticleRow, Direction, Dossier, Happening, Lineage, Origin, Passage, Quotation, Span

__all__ = ["direction_words", "origin_columns", "print_story", "story_row"]

# Shown of one sentence, quotation or passage on a terminal.
_SHOWN_CHARACTERS = 300
_NO_SPEAKER = "speaker unknown"


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


def direction_words(pair: Passage | Lineage) -> str:
    """Who has it from whom, in words: "b from a", "common source (Reuters)", "direction unknown"."""
    words = {
        Direction.A_TO_B: f"{pair.b} from {pair.a}",
        Direction.B_TO_A: f"{pair.a} from {pair.b}",
        Direction.COMMON_SOURCE: "common source",
        Direction.UNKNOWN: "direction unknown",
    }[pair.direction]
    return f"{words} ({pair.via})" if pair.via else words


def origin_columns(origins: Iterable[Origin]) -> list[Column]:
    """The columns of a table of `origins`; one that is borrowed from is named, not numbered."""
    names = {origin.origin: origin.name for origin in origins}
    return [
        Column(title="origin", cell=lambda origin: origin.name),
        Column(title="articles", cell=lambda origin: ", ".join(origin.articles)),
        Column(title="mixed", cell=lambda origin: "mixed" if origin.mixed else ""),
        Column(
            title="borrows from", cell=lambda origin: "; ".join(names.get(each, each) for each in origin.borrows_from)
        ),
    ]


def _quotations(dossier: Dossier) -> list[Quotation]:
    found = [quotation for annotation in dossier.annotations.values() for quotation in annotation.quotations]
    return sorted(found, key=lambda each: (each.speaker_name is None, each.speaker_name or "", each.article, each.span))


def _texts(dossier: Dossier) -> dict[str, str]:
    return {row.article: row.text for row in dossier.articles}


def _outlets(articles: Iterable[ArticleRow]) -> dict[str, str]:
    return {row.article: row.outlet or row.article for row in articles}


def _print_timeline(timeline: tuple[Happening, ...], texts: dict[str, str]) -> None:
    write_text("\nTimeline")
    columns = [
        Column(title="date", cell=lambda line: line.date, whole=True),
        Column(title="", cell=lambda line: "" if line.status == "happened" else line.status),
        Column(title="told by", cell=lambda line: line.article),
        Column(title="origins", cell=lambda line: len(line.origins), right=True),
        Column(title="sentence", cell=lambda line: shorten(_cut(texts[line.article], line.span), _SHOWN_CHARACTERS)),
    ]
    print_table(columns, timeline)


def _print_quotations(quotations: list[Quotation], texts: dict[str, str], outlets: dict[str, str]) -> None:
    write_text("\nQuotations by speaker")
    for speaker, said in groupby(quotations, key=lambda each: each.speaker_name):
        write_text(f"\n  {one_line(speaker) if speaker else _NO_SPEAKER}")
        for quotation in said:
            words = shorten(_cut(texts[quotation.article], quotation.span), _SHOWN_CHARACTERS)
            shown = f"“{words}”" if quotation.kind == "direct" else f"{words} ({quotation.kind})"
            write_text(f"    {shown} - {one_line(outlets[quotation.article])} [{one_line(quotation.article)}]")


def _print_passages(dossier: Dossier, texts: dict[str, str]) -> None:
    write_text("\nCopied passages")
    for passage in dossier.passages:
        share = f"{passage.similarity:.0%} alike" if passage.kind != "verbatim" else "word for word"
        write_text(
            f"\n  {one_line(passage.a)} and {one_line(passage.b)}: {share}, {one_line(direction_words(passage))}"
        )
        write_text(f"    {shorten(_cut(texts[passage.a], passage.a_span), _SHOWN_CHARACTERS)}")
        if passage.kind != "verbatim":
            write_text(f"    {shorten(_cut(texts[passage.b], passage.b_span), _SHOWN_CHARACTERS)}")


def print_story(dossier: Dossier, archive: Path) -> None:
    """Write one story to standard output, for people."""
    from firsthand.report import headline_number

    story, texts = dossier.story, _texts(dossier)
    write_text(one_line(story.title))
    write_text(f"{story.date or 'date unknown'}  {story.story}")
    write_text(headline_number(story, dossier.origins) + ".")
    if dossier.related:
        write_text("Storyline: " + "; ".join(f"{one_line(other.title)} ({other.story})" for other in dossier.related))
    write_text("\nOrigins")
    print_table(origin_columns(dossier.origins), dossier.origins)
    if dossier.timeline:
        _print_timeline(dossier.timeline, texts)
    quotations = _quotations(dossier)
    if quotations:
        _print_quotations(quotations, texts, _outlets(dossier.articles))
    if dossier.passages:
        _print_passages(dossier, texts)
    missing = [row.article for row in dossier.articles if row.article not in dossier.annotations]
    if missing:
        write_text(
            f"\n{len(missing)} of {len(texts)} articles are not annotated (names, quotations, times): "
            f"firsthand annotate {archive} --story {story.story}"
        )


def _row(record: object, **more: object) -> dict[str, Any]:
    from firsthand.export import export_rows

    return next(export_rows([record])) | more


def story_row(dossier: Dossier) -> dict[str, Any]:
    """One story as one object: its records as they are exported, with the words that their spans hold as `words`."""
    from firsthand.report import headline_number

    texts = _texts(dossier)
    return {
        "story": _row(dossier.story),
        "headline_number": headline_number(dossier.story, dossier.origins),
        "storyline": None if dossier.storyline is None else _row(dossier.storyline),
        "origins": [_row(origin) for origin in dossier.origins],
        "timeline": [_row(line, words=_cut(texts[line.article], line.span)) for line in dossier.timeline],
        "quotations": [_row(each, words=_cut(texts[each.article], each.span)) for each in _quotations(dossier)],
        "passages": [
            _row(each, a_words=_cut(texts[each.a], each.a_span), b_words=_cut(texts[each.b], each.b_span))
            for each in dossier.passages
        ],
        "lineage": [_row(each) for each in dossier.lineages],
    }
