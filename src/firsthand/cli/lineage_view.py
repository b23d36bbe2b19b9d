"""Linked pairs of articles as a table for people: who has whose text, how much of it, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from firsthand.cli.results import console, write_text
from firsthand.cli.story_view import relation_words
from firsthand.cli.terminal import one_line, shorten
from firsthand.model import ArticleRow, Direction, Lineage

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["MOST_ROWS", "choose_rows", "print_lineage"]

MOST_ROWS = 300  # of a table that people read; JSON lines have all
_LONGEST_REASON = 160
_LONGEST_NAME = 60
_NAME_WIDTH = 17  # columns of an article's name where the screen is narrow
_NARROW = 100


def choose_rows(pairs: Iterable[Lineage]) -> list[Lineage]:
    """The pairs that a table shows: the largest copied share first, then by the ids."""
    return sorted(pairs, key=lambda pair: (-max(pair.containment_a, pair.containment_b), pair.a, pair.b))[:MOST_ROWS]


def _ends(pair: Lineage) -> tuple[str, str]:
    """Both articles, the one that had the text before the other, where that is known."""
    return (pair.b, pair.a) if pair.direction is Direction.B_TO_A else (pair.a, pair.b)


def _name(article: str, articles: Mapping[str, ArticleRow]) -> Text:
    from rich.text import Text

    row = articles.get(article)
    made = Text()
    if row is not None and row.outlet:
        made.append(shorten(row.outlet, _LONGEST_NAME) + "\n", style="bold")
    made.append(one_line(article))
    return made


def _finding(pair: Lineage, articles: Mapping[str, ArticleRow]) -> Text:
    """What was found, with the first reason."""
    from rich.text import Text

    names = {
        article: one_line(articles[article].outlet or article) if article in articles else article
        for article in _ends(pair)
    }
    if len(set(names.values())) < len(names):
        names = {article: one_line(article) for article in names}
    if not pair.containment_a and not pair.containment_b:
        said = "They share captions of pictures only"
    else:
        said = relation_words(pair, names)
    made = Text(f"{one_line(said)}.")
    if pair.evidence:
        made.append(f"\n{shorten(pair.evidence[0], _LONGEST_REASON)}", style="dim")
    return made


def summarise_directions(pairs: Sequence[Lineage]) -> str:
    """How many pairs there are, and of how many it is known who had the text first, in one line."""
    counted = Counter(pair.direction for pair in pairs)
    directed = counted[Direction.A_TO_B] + counted[Direction.B_TO_A]
    parts = [
        (directed, "one from the other"),
        (counted[Direction.COMMON_SOURCE], "from a common source"),
        (counted[Direction.UNKNOWN], "unknown"),
    ]
    pairs_said = "1 pair shares" if len(pairs) == 1 else f"{len(pairs):,} pairs share"
    return f"{pairs_said} text: {', '.join(f'{number:,} {words}' for number, words in parts if number)}."


def print_lineage(headline: str, pairs: Sequence[Lineage], articles: Mapping[str, ArticleRow]) -> None:
    """Write the linked pairs to standard output, for people.

    Args:
        headline: How many articles, outlets and origins there are; it is the first line.
        pairs: All of them.
        articles: Those that `choose_rows` names, by id.
    """
    write_text(f"{headline}.")
    if not pairs:
        write_text("No two articles share a passage: each stands on its own.")
        return
    write_text(summarise_directions(pairs))
    write_text("Shares: of each text in the other. The first article of -> had the text first.")
    shown = choose_rows(pairs)
    _print_table(shown, articles)
    if len(shown) < len(pairs):
        write_text(f"{len(pairs) - len(shown):,} more pairs share less; --format jsonl has all.")


def _print_table(shown: Sequence[Lineage], articles: Mapping[str, ArticleRow]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    output = console()
    is_narrow = output.width < _NARROW
    width = _NAME_WIDTH if is_narrow else 2 * _NAME_WIDTH - 8
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("first article", width=width, overflow="fold")
    table.add_column("", no_wrap=True)
    table.add_column("second article", width=width, overflow="fold")
    table.add_column("shares", justify="right", no_wrap=True)
    table.add_column("what was found, and why", overflow="fold")
    for pair in shown:
        first, second = _ends(pair)
        share = {pair.a: pair.containment_a, pair.b: pair.containment_b}
        is_known = pair.direction in {Direction.A_TO_B, Direction.B_TO_A}
        table.add_row(
            _name(first, articles),
            "->" if is_known else "--",
            _name(second, articles),
            Text(f"{share[first]:.0%}\n{share[second]:.0%}"),
            _finding(pair, articles),
        )
    output.print(table)
