"""The statements of one story, for people: what sentences differ in, what several origins tell, and who does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from firsthand.cli.results import Column, print_table, write_text
from firsthand.cli.terminal import one_line, shorten
from firsthand.model import Coverage, Dossier, Statement, StatementDifference

__all__ = ["print_statements"]

_SHOWN_STATEMENTS = 30  # of a story; the export has all
_SHOWN_CHARACTERS = 220
_SHOWN_WORDS = 60
_NAMED_OUTLETS = 3  # of those that do not tell a thing; the others are counted
_GAPS = ("cut", "not mentioned", "published before")  # what is shown of coverage: who does not tell it
_SEVERAL = 2


def print_statements(dossier: Dossier, names: Mapping[str, str]) -> None:
    """Write the statements of a story to standard output; nothing where there are none.

    Args:
        dossier: The story.
        names: What to call its articles, by id.
    """
    texts = {row.article: row.text for row in dossier.articles}
    here = [each for each in dossier.statements if each.sentences[0].article in texts]
    differing = [(each, difference) for each in here for difference in _shown(each, texts)]
    if differing:
        write_text("\nWhat sentences differ in")
        print_table(_difference_columns(texts, names), differing)
    shared = [each for each in here if len(each.origins) >= _SEVERAL]
    if shared:
        write_text("\nWhat several origins tell, and who does not")
        print_table(_statement_columns(texts, dossier.coverage), shared[:_SHOWN_STATEMENTS])
    left = len(here) - len(shared[:_SHOWN_STATEMENTS])
    if left:
        write_text(f"  Not shown: {left} statements, most of them told by one origin alone. The export has all.")


def _shown(statement: Statement, texts: Mapping[str, str]) -> list[StatementDifference]:
    """The differences of a statement, each pair of words once."""
    pairs: dict[tuple[str, str], StatementDifference] = {}
    for each in statement.differences:
        if each.a in texts and each.b in texts:
            a, b = texts[each.a][slice(*each.a_span)], texts[each.b][slice(*each.b_span)]
            pairs.setdefault((min(a.lower(), b.lower()), max(a.lower(), b.lower())), each)
    return list(pairs.values())


def _difference_columns(texts: Mapping[str, str], names: Mapping[str, str]) -> list[Column]:
    def words(article: str, start: int, end: int) -> str:
        told = shorten(texts[article][start:end], _SHOWN_WORDS)
        return f"“{told}” ({names.get(article, one_line(article))})"

    return [
        Column(title="differs in", cell=lambda row: row[1].kind),
        Column(title="one", cell=lambda row: words(row[1].a, *row[1].a_span)),
        Column(title="other", cell=lambda row: words(row[1].b, *row[1].b_span)),
        Column(title="sentence", cell=lambda row: _sentence(row[0], texts)),
    ]


def _statement_columns(texts: Mapping[str, str], coverage: Iterable[Coverage]) -> list[Column]:
    silent: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for cell in coverage:
        silent[cell.statement][cell.status].append(cell.outlet)
    return [
        Column(title="sentence", cell=lambda each: _sentence(each, texts)),
        Column(title="origins", cell=lambda each: len(each.origins), right=True),
        Column(title="rests on", cell=lambda each: one_line(each.rests_on or "")),
        Column(title="who does not tell it", cell=lambda each: _tell_gaps(silent[each.statement])),
    ]


def _sentence(statement: Statement, texts: Mapping[str, str]) -> str:
    lead = statement.sentences[0]
    return shorten(texts[lead.article][slice(*lead.span)], _SHOWN_CHARACTERS)


def _tell_gaps(outlets: Mapping[str, Sequence[str]]) -> str:
    """Who cut it, who does not mention it, who published before: "cut: a; not mentioned: b, c and 2 more"."""
    told = []
    for status in _GAPS:
        named = [one_line(outlet) for outlet in outlets.get(status, ())]
        more = len(named) - _NAMED_OUTLETS
        if named:
            told.append(f"{status}: {', '.join(named[:_NAMED_OUTLETS])}" + (f" and {more} more" if more > 0 else ""))
    return "; ".join(told)
