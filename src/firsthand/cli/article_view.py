"""One article for people: its text with labels, its dates, its credits."""

from __future__ import annotations

from firsthand.cli.results import Column, console, print_table, write_text
from firsthand.cli.terminal import one_line, sanitise
from firsthand.model import DateCandidate, Reading, SegmentLabel, Span

__all__ = ["LABEL_STYLES", "print_reading"]

# One look for each label; what counts as the article is bright, what does not is dim.
LABEL_STYLES: dict[SegmentLabel, str] = {
    SegmentLabel.HEADLINE: "bold cyan",
    SegmentLabel.SUBHEADLINE: "cyan",
    SegmentLabel.BYLINE: "green",
    SegmentLabel.DATELINE: "bold green",
    SegmentLabel.BODY: "",
    SegmentLabel.AGENCY_TAG: "bold magenta",
    SegmentLabel.CAPTION: "yellow",
    SegmentLabel.PHOTO_CREDIT: "dim yellow",
    SegmentLabel.RELATED: "dim blue",
    SegmentLabel.READ_MORE: "dim blue",
    SegmentLabel.SUBSCRIBE: "dim red",
    SegmentLabel.SHARE: "dim red",
    SegmentLabel.ADVERTISEMENT: "red",
    SegmentLabel.MENU: "dim red",
    SegmentLabel.COPYRIGHT: "dim magenta",
    SegmentLabel.BIOGRAPHY: "dim green",
    SegmentLabel.CORRECTION: "bold yellow",
    SegmentLabel.EMBEDDED: "blue",
    SegmentLabel.OTHER_STORY: "dim cyan",
    SegmentLabel.METADATA: "dim",
}
_CONTEXT_CHARACTERS = 40


def _print_text(reading: Reading) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    output = console()
    legend = Text("labels: ")
    for label in sorted({segment.label for segment in reading.segments}, key=list(SegmentLabel).index):
        legend.append(str(label), style=LABEL_STYLES[label] or None)
        legend.append("  ")
    output.print(legend)
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for segment in reading.segments:
        style = LABEL_STYLES[segment.label]
        words = sanitise(reading.article.text[segment.span.start : segment.span.end])
        table.add_row(Text(str(segment.label), style=style), Text(words, style=style))
    output.print(table)


def _place(date: DateCandidate) -> str:
    if date.span is not None:
        return f"text {date.span.start}-{date.span.end}"
    return date.locator or ""


def _around(text: str, span: Span) -> str:
    """The span in guillemets with a little text on both sides."""
    before = text[max(0, span.start - _CONTEXT_CHARACTERS) : span.start]
    after = text[span.end : span.end + _CONTEXT_CHARACTERS]
    return one_line(f"{before}»{text[span.start : span.end]}«{after}")


def _print_dates(reading: Reading) -> None:
    write_text("\nCandidate dates")
    columns = [
        Column(title="", cell=lambda date: "chosen" if date.chosen else ""),
        Column(title="value", cell=lambda date: date.value, whole=True),
        Column(title="kind", cell=lambda date: date.kind, whole=True),
        # One cell, so that the reason has room on a terminal of 80 columns.
        Column(title="where, as written, why", cell=lambda date: f"{_place(date)}: »{date.raw}« {date.reason}"),
    ]
    print_table(columns, reading.dates)


def _print_credits(reading: Reading) -> None:
    write_text("\nCredits")
    columns = [
        Column(title="name", cell=lambda credit: credit.name),
        Column(title="role", cell=lambda credit: credit.role, whole=True),
        Column(title="where", cell=lambda credit: f"{credit.span.start}-{credit.span.end}", whole=True),
        Column(title="words", cell=lambda credit: _around(reading.article.text, credit.span)),
    ]
    print_table(columns, reading.article.credits)


def _print_claims(reading: Reading) -> None:
    write_text("\nWhat page and source say in fields")
    columns = [
        Column(title="field", cell=lambda claim: claim.field, whole=True),
        Column(title="value", cell=lambda claim: claim.value),
        Column(title="where", cell=lambda claim: claim.locator),
    ]
    print_table(columns, reading.article.claims)


def _print_stretches(reading: Reading) -> None:
    write_text("\nStretches in another language")
    columns = [
        Column(title="language", cell=lambda stretch: stretch.language, whole=True),
        Column(title="where", cell=lambda stretch: f"{stretch.span.start}-{stretch.span.end}", whole=True),
        Column(title="words", cell=lambda stretch: _opening(reading.article.text, stretch.span)),
    ]
    print_table(columns, reading.article.stretches)


def _opening(text: str, span: Span) -> str:
    """The first words of a span."""
    end = min(span.end, span.start + 2 * _CONTEXT_CHARACTERS)
    return one_line(text[span.start : end] + ("…" if end < span.end else ""))


def _facts(reading: Reading) -> list[tuple[str, object]]:
    article = reading.article
    return [
        ("article", article.article),
        ("outlet", article.outlet),
        ("publisher", article.publisher),
        ("section", article.section),
        ("url", article.url),
        ("headline", article.headline),
        ("byline", article.byline),
        ("dateline", article.dateline),
        ("published", article.published),
        ("published_not_before", article.published_not_before),
        ("updated", article.updated),
        ("event_date", article.event_date),
        ("language", article.language),
        ("agencies", ", ".join(article.agencies) or None),
        ("cites", ", ".join(article.cites) or None),
    ]


def print_reading(reading: Reading) -> None:
    """Write one article as read to standard output, for people."""
    why = reading.article.why_null
    for name, value in _facts(reading):
        if value is not None:
            write_text(f"{name:>20}  {one_line(str(value))}")
        elif name in why:
            write_text(f"{name:>20}  unknown: {one_line(why[name])}")
    if reading.article.published_evidence:
        write_text(f"{'published because':>20}  {one_line(reading.article.published_evidence)}")
    if reading.set_aside:
        write_text(f"{'set aside':>20}  {one_line(reading.set_aside)}")
    write_text("")
    _print_text(reading)
    if reading.dates:
        _print_dates(reading)
    else:
        write_text("\nNo candidate for a date.")
    if reading.article.credits:
        _print_credits(reading)
    else:
        write_text("\nNo credits.")
    if reading.article.stretches:
        _print_stretches(reading)
    if reading.article.claims:
        _print_claims(reading)
