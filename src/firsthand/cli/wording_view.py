"""How the articles of one story word the same, for people: edited passages, and what persons and groups are called."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from firsthand.cli.results import Column, print_table, write_text
from firsthand.cli.terminal import one_line, shorten
from firsthand.model import Dossier, Label, Wording

__all__ = ["print_wordings"]

_SHOWN_CHARACTERS = 90
_SHOWN_WORDINGS = 20  # of a story, those with most words in question
_SHOWN_CHANGES = 4  # of one passage


def print_wordings(dossier: Dossier, names: Mapping[str, str], archive: Path) -> None:
    """Write how edited passages are worded, and who is called what, to standard output; nothing where nothing differs.

    Args:
        dossier: The story.
        names: What to call its articles, by id.
        archive: Where it is from, for the command that shows the rest.
    """
    told = sorted(dossier.wordings, key=lambda each: (-_count_words(each), each.a, each.b, each.a_span))
    if told:
        write_text("\nWording of the same passages")
    for wording in told[:_SHOWN_WORDINGS]:
        _print_wording(wording, names)
    if len(told) > _SHOWN_WORDINGS:
        left = len(told) - _SHOWN_WORDINGS
        write_text(f"\n  Not shown: {left} with fewer words. firsthand export {archive} wording has all.")
    if dossier.labels:
        write_text("\nWhat they are called, by outlet")
        print_table(_LABEL_COLUMNS, dossier.labels)


def _count_words(wording: Wording) -> int:
    """How many stretches of words one of the two has otherwise."""
    return len(wording.differs) + len(wording.only_a) + len(wording.only_b)


def _print_wording(wording: Wording, names: Mapping[str, str]) -> None:
    a, b = (one_line(names.get(each, each)) for each in (wording.a, wording.b))
    write_text(f"\n  {a} and {b}")
    for here, there in wording.differs[:_SHOWN_CHANGES]:
        write_text(f"    {a}: “{shorten(here, _SHOWN_CHARACTERS)}”  {b}: “{shorten(there, _SHOWN_CHARACTERS)}”")
    for who, words in ((a, wording.only_a), (b, wording.only_b)):
        for each in words[:_SHOWN_CHANGES]:
            write_text(f"    only {who}: “{shorten(each, _SHOWN_CHARACTERS)}”")


def _tell_times(label: Label) -> str:
    own = f"{label.own_words} in its own words" if label.own_words else ""
    quoted = f"{label.quoted} quoted" if label.quoted else ""
    return ", ".join(each for each in (own, quoted) if each)


_LABEL_COLUMNS = [
    Column(title="who", cell=lambda label: shorten(label.subject, _SHOWN_CHARACTERS)),
    Column(title="words", cell=lambda label: shorten(label.words, _SHOWN_CHARACTERS)),
    Column(title="outlet", cell=lambda label: one_line(label.outlet)),
    Column(title="times", cell=_tell_times),
]
