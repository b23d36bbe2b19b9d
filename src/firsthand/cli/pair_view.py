"""Two articles side by side, for people and as one JSON object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from firsthand.cli.results import console, write_text
from firsthand.cli.story_view import article_names, relation_words
from firsthand.cli.terminal import one_line, sanitise
from firsthand.model import Article, Direction, Lineage, Passage, PassageKind, Span

if TYPE_CHECKING:
    from rich.text import Text

    from firsthand.api import Comparison

__all__ = ["comparison_row", "print_comparison"]

_CHANGED = "bold yellow"

# Not "they share nothing": two reports of one speech have its words in common, and stock phrases.
_NOTHING_SHARED = "No copied text was found. Quotations and stock phrases that both hold do not count as copied."
_ONLY_CAPTIONS = "They share captions of pictures only."


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


def _first_had(lineage: Lineage, names: dict[str, str]) -> str:
    """Who had the text first, in words."""
    if lineage.direction is Direction.COMMON_SOURCE:
        return f"neither: both have it from {one_line(lineage.via or 'a third text')}"
    if lineage.direction is Direction.UNKNOWN:
        return "unknown"
    return names[lineage.a if lineage.direction is Direction.A_TO_B else lineage.b]


def _finding(comparison: Comparison, names: dict[str, str]) -> list[str]:
    """The finding in one sentence, then the shares, who had it first, and why."""
    if not comparison.passages:
        return [_NOTHING_SHARED, "Who had it first: unknown."]
    if not comparison.lineages:
        return ["They share some text, too little to say that one has it from the other."]
    lines = []
    for lineage in comparison.lineages:
        is_caption = not lineage.containment_a and not lineage.containment_b
        a, b = names[lineage.a], names[lineage.b]
        lines.append(_ONLY_CAPTIONS if is_caption else f"{relation_words(lineage, names)}.")
        lines.append(
            f"{lineage.containment_a:.0%} of the text of {a} stands in {b}; "
            f"{lineage.containment_b:.0%} of that of {b} in {a}."
        )
        lines.append(f"Who had it first: {_first_had(lineage, names)}. Why:")
        lines += [f"- {reason}" for reason in lineage.evidence or ("nothing in either text says",)]
    return lines


def print_comparison(comparison: Comparison) -> None:
    """Write what two articles share to standard output, the finding first; words in brackets differ."""
    a, b = comparison.a, comparison.b
    names = article_names((a, b))
    for line in _finding(comparison, names):
        write_text(one_line(line))
    write_text("")
    for article in (a, b):
        name, identity = names[article.article], one_line(article.article)
        known = [one_line(part) for part in (article.published, article.headline) if part]
        called = name if name == identity else f"{name}: {identity}"
        write_text(called + (f" ({'; '.join(known)})" if known else ""))
    captions = [passage for passage in comparison.passages if passage.kind is PassageKind.CAPTION]
    passages = [passage for passage in comparison.passages if passage.kind is not PassageKind.CAPTION]
    if passages:
        write_text("\nPassages side by side")
        _print_passages(passages, comparison, names)
    if captions:
        write_text("\nCaptions of pictures that both print (no part of the shares)")
        _print_passages(captions, comparison, names)


def _print_passages(passages: Sequence[Passage], comparison: Comparison, names: dict[str, str]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    a, b = comparison.a, comparison.b
    in_a, in_b = _differing(comparison)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True)
    table.add_column(Text("how"), no_wrap=True)
    # Equal halves, whatever words are long.
    table.add_column(Text(names[a.article]), overflow="fold", ratio=1)
    table.add_column(Text(names[b.article]), overflow="fold", ratio=1)
    for passage in passages:
        table.add_row(_how(passage), _marked(a, passage.a_span, in_a), _marked(b, passage.b_span, in_b))
    console().print(table)


def _how(passage: Passage) -> Text:
    from rich.text import Text

    return Text("word\nfor word" if passage.kind is PassageKind.VERBATIM else f"{passage.similarity:.0%}\nalike")


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
