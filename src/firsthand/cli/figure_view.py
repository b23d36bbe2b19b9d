"""The figures of one story, for people: those that differ, then those that agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from firsthand.cli.results import Column, print_table, write_text
from firsthand.cli.terminal import shorten
from firsthand.model import Figure, FigureValue

__all__ = ["print_figures"]

_SHOWN_CHARACTERS = 90
_NAMED_ARTICLES = 3  # of those that give one value; the others are counted
# What differs comes first, the plainest difference on top.
_ORDER = ("contradiction", "update", "precision", "agree")
_WORDS = {
    "contradiction": "differs",
    "update": "differs with the day",
    "precision": "some are more exact",
    "agree": "the same",
}


def print_figures(figures: Iterable[Figure], names: Mapping[str, str]) -> None:
    """Write the figures of a story to standard output; nothing where there are none.

    Args:
        figures: In their export order.
        names: What to call the articles, by id; others are called by their id.
    """
    ordered = sorted(figures, key=lambda figure: _ORDER.index(figure.relation))
    differing = [figure for figure in ordered if figure.relation in _ORDER[:2]]
    others = [figure for figure in ordered if figure.relation not in _ORDER[:2]]
    if differing:
        write_text("\nFigures that differ")
        print_table(_columns(names, with_reason=True), differing)
    if others:
        write_text("\nFigures that can all hold")
        print_table(_columns(names, with_reason=False), others)


def _columns(names: Mapping[str, str], *, with_reason: bool) -> list[Column]:
    return [
        Column(title="what", cell=lambda figure: shorten(figure.what, _SHOWN_CHARACTERS)),
        Column(title="values, and who gives them", cell=lambda figure: _tell_values(figure.values, names)),
        Column(
            title="how they stand",
            cell=lambda figure: (
                f"{_WORDS[figure.relation]}: {figure.reason}" if with_reason else _WORDS[figure.relation]
            ),
        ),
        Column(title="origins", cell=lambda figure: len(figure.origins), right=True),
    ]


def _tell_values(values: Sequence[FigureValue], names: Mapping[str, str]) -> str:
    """Each value once, with who gives it: "at least 4 people (a, b and 2 more); 9 people (c)"."""
    tellers: dict[str, list[str]] = {}
    for value in values:
        called = names.get(value.article, value.article)
        given = tellers.setdefault(_tell(value), [])
        if called not in given:
            given.append(called)
    return "; ".join(f"{told} ({_few(given)})" for told, given in tellers.items())


def _tell(value: FigureValue) -> str:
    number = value.value if isinstance(value.value, str) else f"{value.value:,.10g}"
    unit = "%" if value.unit == "percent" else f" {value.unit}" if value.unit else ""
    return f"{value.qualifier} {number}{unit}" if value.qualifier else f"{number}{unit}"


def _few(names: Sequence[str]) -> str:
    more = len(names) - _NAMED_ARTICLES
    return ", ".join(names[:_NAMED_ARTICLES]) + (f" and {more} more" if more > 0 else "")
