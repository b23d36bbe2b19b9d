"""One story, for people and as one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from firsthand.cli.figure_view import print_figures
from firsthand.cli.results import Column, print_table, write_text
from firsthand.cli.statement_view import print_statements
from firsthand.cli.terminal import one_line, shorten
from firsthand.cli.utterance_view import print_utterances
from firsthand.cli.wording_view import print_wordings
from firsthand.model import (
    Article,
    ArticleRow,
    Direction,
    Dossier,
    Lineage,
    Origin,
    Passage,
    Quotation,
    Span,
)

__all__ = [
    "article_names",
    "direction_words",
    "origin_columns",
    "print_story",
    "relation_words",
    "story_row",
    "timeline_columns",
]

# Shown of one sentence, quotation or passage on a terminal.
_SHOWN_CHARACTERS = 300
_NO_SPEAKER = "speaker unknown"
_SHOWN_PASSAGES = 60  # of the copied ones; forty reprints of one report are eight hundred pairs of the same words
_NAMED_ARTICLES = 4  # of the articles that tell one thing; the others are counted


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


def direction_words(pair: Passage | Lineage) -> str:
    """Who has it from whom, in words: "b from a", "both from Reuters", "order not known"."""
    if pair.direction is Direction.COMMON_SOURCE:
        return f"both from {pair.via or 'a third text'}"
    words = {
        Direction.A_TO_B: f"{pair.b} from {pair.a}",
        Direction.B_TO_A: f"{pair.a} from {pair.b}",
        Direction.UNKNOWN: "order not known",
    }[pair.direction]
    return f"{words}, by way of {pair.via}" if pair.via else words


def article_names(articles: Iterable[Article]) -> dict[str, str]:
    """Each article by its outlet, where the outlets are known and differ; else by its id. Safe to print."""
    rows = list(articles)
    outlets = [row.outlet for row in rows]
    by_outlet = all(outlets) and len(set(outlets)) == len(outlets)
    return {row.article: one_line((row.outlet if by_outlet else None) or row.article) for row in rows}


def relation_words(pair: Lineage, names: Mapping[str, str] | None = None) -> str:
    """What the one article is to the other, as a sentence without its stop: "b is a shortened form of a".

    Args:
        pair: Two linked articles.
        names: What to call them; None for their ids.
    """
    from firsthand.report import ENGLISH

    if pair.direction is Direction.COMMON_SOURCE:
        via = pair.via
        return ENGLISH.say("lineage.direction.common_via", via=via) if via else ENGLISH.say("lineage.direction.common")
    if pair.direction is Direction.UNKNOWN:
        return ENGLISH.say("lineage.direction.unknown")
    giver, taker = (pair.a, pair.b) if pair.direction is Direction.A_TO_B else (pair.b, pair.a)
    called = names or {}
    relation = ENGLISH.say(f"lineage.relation.{pair.relation}")
    said = f"{called.get(taker, taker)} {relation} {called.get(giver, giver)}"
    is_told = pair.via is None or pair.via == called.get(giver)
    return said if is_told else ENGLISH.say("lineage.via", said=said, via=pair.via)


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


def _few(articles: Iterable[str]) -> str:
    """The first of several articles, and how many more there are."""
    named = list(dict.fromkeys(articles))
    more = len(named) - _NAMED_ARTICLES
    return ", ".join(named[:_NAMED_ARTICLES]) + (f" and {more} more" if more > 0 else "")


def timeline_columns(texts: Mapping[str, str]) -> list[Column]:
    """The columns of a table of happenings; `texts` are those of the articles that lead them, by id."""
    return [
        Column(title="date", cell=lambda line: line.date, whole=True),
        Column(title="", cell=lambda line: "" if line.status == "happened" else line.status),
        Column(title="told by", cell=lambda line: _few([line.article, *(article for article, _ in line.supports)])),
        Column(title="origins", cell=lambda line: len(line.origins), right=True),
        Column(title="sentence", cell=lambda line: shorten(_cut(texts[line.article], line.span), _SHOWN_CHARACTERS)),
    ]


def _words(quotation: Quotation, text: str) -> str:
    from firsthand.report import quoted_spans

    words = shorten(" … ".join(_cut(text, part) for part in quoted_spans(quotation, text)), _SHOWN_CHARACTERS)
    return f"{words} (partly in the article's own words)" if quotation.kind == "mixed" else f"“{words}”"


def _print_quotations(dossier: Dossier, texts: dict[str, str], archive: Path) -> None:
    """Direct quotations as the report shows them: the same words of one speaker once, with who prints them."""
    from firsthand.report import group_quotations

    outlets = _outlets(dossier.articles)
    write_text("\nQuotations by speaker")
    shown = 0
    for speaker, said in group_quotations(dossier).items():
        write_text(f"\n  {one_line(speaker) if speaker else _NO_SPEAKER}")
        for same in said:
            shown += len(same)
            tellers = dict.fromkeys(quotation.article for quotation in same)
            named = _few(
                f"{outlets[article]} [{article}]" if outlets[article] != article else article for article in tellers
            )
            write_text(f"    {_words(same[0], texts[same[0].article])} - {one_line(named)}")
    left = len(_quotations(dossier)) - shown
    if left:
        write_text(f"\n  Not shown: {left} in indirect speech. firsthand export {archive} quotations has all.")


def _print_passages(dossier: Dossier, texts: dict[str, str], archive: Path) -> None:
    """The longest copied passages, in the order of the export."""
    write_text("\nCopied passages")
    for passage in _longest(dossier.passages):
        share = f"{passage.similarity:.0%} alike" if passage.kind != "verbatim" else "word for word"
        write_text(
            f"\n  {one_line(passage.a)} and {one_line(passage.b)}: {share}, {one_line(direction_words(passage))}"
        )
        write_text(f"    {shorten(_cut(texts[passage.a], passage.a_span), _SHOWN_CHARACTERS)}")
        if passage.kind != "verbatim":
            write_text(f"    {shorten(_cut(texts[passage.b], passage.b_span), _SHOWN_CHARACTERS)}")
    left = len(dossier.passages) - _SHOWN_PASSAGES
    if left > 0:
        write_text(f"\n  Not shown: {left} passages, none of them longer. firsthand export {archive} passages has all.")


def _longest(passages: Sequence[Passage]) -> list[Passage]:
    by_length = sorted(enumerate(passages), key=lambda each: (each[1].a_span.start - each[1].a_span.end, each[0]))
    return [passage for _, passage in sorted(by_length[:_SHOWN_PASSAGES], key=lambda each: each[0])]


def print_story(dossier: Dossier, archive: Path) -> None:
    """Write one story to standard output, for people."""
    from firsthand.report import headline_number

    story, texts = dossier.story, _texts(dossier)
    write_text(one_line(story.title))
    if story.titled_by is not None:
        write_text(f"(title given by {one_line(story.titled_by)})")
    for line in story.history:
        write_text(f"({one_line(line)})")
    if story.summary is not None:
        write_text(f"{shorten(story.summary, _SHOWN_CHARACTERS)} ({one_line(story.summary_article or '')})")
    write_text(f"{story.date or 'date unknown'}  {story.story}")
    write_text(headline_number(story, dossier.origins) + ".")
    if dossier.related:
        write_text("Storyline: " + "; ".join(f"{one_line(other.title)} ({other.story})" for other in dossier.related))
        write_text(f"Its timeline: firsthand stories {archive} {dossier.story.storyline}")
    if dossier.versions:
        changed = "; ".join(
            f"{one_line(article)} ({len(states)} states)" for article, states in dossier.versions.items()
        )
        write_text(f"Changed after publication: {changed}. firsthand inspect {archive} ID shows how.")
    write_text("\nOrigins")
    print_table(origin_columns(dossier.origins), dossier.origins)
    if dossier.timeline:
        write_text("\nTimeline")
        print_table(timeline_columns(texts), dossier.timeline)
    print_utterances(dossier, article_names(dossier.articles), archive)
    print_figures(dossier.figures, article_names(dossier.articles))
    print_statements(dossier, article_names(dossier.articles))
    print_wordings(dossier, article_names(dossier.articles), archive)
    if _quotations(dossier):
        _print_quotations(dossier, texts, archive)
    if dossier.passages:
        _print_passages(dossier, texts, archive)
    _print_unread(dossier, archive)


def _print_unread(dossier: Dossier, archive: Path) -> None:
    """What the language stage passed over, and what was left for later."""
    for reason, articles in _skipped(dossier).items():
        write_text(f"\nNot read for names, quotations and times: {one_line(_few(articles))}. Why: {one_line(reason)}.")
    missing = [row.article for row in dossier.articles if row.article not in dossier.annotations]
    if missing:
        write_text(
            f"\n{len(missing)} of {len(dossier.articles)} articles are not annotated (names, quotations, times): "
            f"firsthand annotate {archive} --story {dossier.story.story}"
        )


def _skipped(dossier: Dossier) -> dict[str, list[str]]:
    """The articles that the language stage passed over, by its reason."""
    skipped: dict[str, list[str]] = {}
    for article, annotation in sorted(dossier.annotations.items()):
        if annotation.skipped is not None:
            skipped.setdefault(annotation.skipped, []).append(article)
    return skipped


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
        "utterances": [_row(each) for each in dossier.utterances],
        "figures": [_row(each) for each in dossier.figures],
        "statements": [_row(each) for each in dossier.statements],
        "coverage": [_row(each) for each in dossier.coverage],
        "wording": [_row(each) for each in dossier.wordings],
        "labels": [_row(each) for each in dossier.labels],
        "quotations": [_row(each, words=_cut(texts[each.article], each.span)) for each in _quotations(dossier)],
        "passages": [
            _row(each, a_words=_cut(texts[each.a], each.a_span), b_words=_cut(texts[each.b], each.b_span))
            for each in dossier.passages
        ],
        "lineage": [_row(each) for each in dossier.lineages],
    }
