"""Two articles side by side, for people and as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from firsthand.cli.results import console, write_text
from firsthand.cli.story_view import relation_words
from firsthand.cli.terminal import one_line, sanitise
from firsthand.model import Article, Passage, Span

if TYPE_CHECKING:
    from rich.text import Text

    from firsthand.api import Comparison

__all__ = ["comparison_row", "print_comparison"]

_CHANGED = "bold yellow"

# Not "they share nothing": two reports of one speech have its words in common, and stock phrases.
_NOTHING_SHARED = "No copied text was found. Quotations and stock phrases that both hold do not count as copied."


def _differing(comparison: Comparison) -> tuple[list[Span], list[Span]]:
    """Where words stand that the other side has not, or has otherwise: in a, and in b."""
    in_a = [span for wording in comparison.wordings for span in wording.only_a_spans]
    in_b = [span for wording in comparison.wordings for span in wording.only_b_spans]
    for wording in comparison.wordings:
        in_a += [pair[0] for pair in wording.differs_spans]
        in_b += [pair[1] for pair in wording.differs_spans]
    return in_a, in_b


def _marked(article: Article, span: Span, differing: list[Span]) -> Text:
    """The text of `span`, with what differs between square brackets of its own colour."""
    from rich.text import Text

    made = Text()
    place = span.start
    for start, end in sorted(each for each in differing if span.start <= each.start and each.end <= span.end):
        if start < place:
            continue
        made.append(sanitise(article.text[place:start]))
        made.append(f"[{sanitise(article.text[start:end])}]", style=_CHANGED)
        place = end
    made.append(sanitise(article.text[place : span.end]))
    return made


def _summary(comparison: Comparison) -> list[str]:
    if not comparison.lineages:
        return [_NOTHING_SHARED if not comparison.passages else "No lineage between them."]
    lines = []
    for lineage in comparison.lineages:
        lines.append(f"{relation_words(lineage)}.")
        lines.append(
            f"{lineage.containment_a:.0%} of {lineage.a} and {lineage.containment_b:.0%} of {lineage.b} is shared."
        )
        lines += [f"- {reason}" for reason in lineage.evidence]
    return lines


def print_comparison(comparison: Comparison) -> None:
    """Write what two articles share to standard output, side by side; words in brackets differ."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    a, b = comparison.a, comparison.b
    for name, article in (("A", a), ("B", b)):
        known = [one_line(part) for part in (article.outlet, article.published, article.headline) if part]
        write_text(f"{name}: {one_line(article.article)}" + (f" ({'; '.join(known)})" if known else ""))
    for line in _summary(comparison):
        write_text(one_line(line))
    if not comparison.passages:
        return
    in_a, in_b = _differing(comparison)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True)
    for title in ("shared", one_line(a.article), one_line(b.article)):
        table.add_column(Text(title), overflow="fold")
    for passage in comparison.passages:
        table.add_row(_how(passage), _marked(a, passage.a_span, in_a), _marked(b, passage.b_span, in_b))
    console().print(table)


def _how(passage: Passage) -> Text:
    from rich.text import Text

    return Text(f"{passage.kind}\n{passage.similarity:.0%}")


def comparison_row(comparison: Comparison) -> dict[str, Any]:
    """Two articles and what they share as one object: records as exported, with the words of each passage."""
    from firsthand.export import export_rows

    a, b = comparison.a, comparison.b
    passages = zip(comparison.passages, export_rows(comparison.passages), strict=True)
    return {
        "a": a.article,
        "b": b.article,
        "lineage": list(export_rows(comparison.lineages)),
        "passages": [
            row
            | {
                "a_words": a.text[passage.a_span.start : passage.a_span.end],
                "b_words": b.text[passage.b_span.start : passage.b_span.end],
            }
            for passage, row in passages
        ],
        "wordings": list(export_rows(comparison.wordings)),
    }
