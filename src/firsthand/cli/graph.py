"""Lineage as a graph for other programs: DOT and GraphML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from firsthand.cli.terminal import one_line
from firsthand.model import ArticleRow, Direction, Lineage

if TYPE_CHECKING:
    import networkx

__all__ = ["lineage_dot", "lineage_graph", "lineage_graphml"]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_THINNEST, _WIDEST = 1.0, 6.0  # of an edge, for none and for all of the receiving text


def _clean(text: str | None) -> str:
    """`text` on one line, without characters that XML cannot hold; empty for None."""
    return _NOT_XML.sub("\ufffd", one_line(text or ""))


def _node_names(pairs: Sequence[Lineage]) -> dict[str, str]:
    """A name for each article that both formats can hold; two ids that look alike then are told apart."""
    names: dict[str, str] = {}
    used: set[str] = set()
    for article in sorted({end for pair in pairs for end in (pair.a, pair.b)}):
        name = base = _clean(article)
        number = 2
        while name in used:
            name, number = f"{base} ({number})", number + 1
        used.add(name)
        names[article] = name
    return names


def lineage_graph(pairs: Sequence[Lineage], articles: Mapping[str, ArticleRow]) -> networkx.DiGraph[str]:
    """Articles as nodes, lineages as edges from the text's source to its receiver.

    Where the direction is not known an edge goes from a to b, and its `direction` says so.
    """
    import networkx as nx

    graph: networkx.DiGraph[str] = nx.DiGraph()
    names = _node_names(pairs)
    for article, name in names.items():
        row = articles.get(article)
        outlet, headline, published = (
            (_clean(row.outlet), _clean(row.headline), _clean(row.published)) if row else ("", "", "")
        )
        label = "\n".join(part for part in (outlet or name, headline, published) if part)
        graph.add_node(
            name,
            label=label,
            outlet=outlet,
            headline=headline,
            published=published,
            story=_clean(row.story) if row else "",
            origin=_clean(row.origin) if row else "",
        )
    for pair in sorted(pairs, key=lambda each: (each.a, each.b)):
        source, receiver = (pair.b, pair.a) if pair.direction == Direction.B_TO_A else (pair.a, pair.b)
        shares = {pair.a: pair.containment_a, pair.b: pair.containment_b}
        graph.add_edge(
            names[source],
            names[receiver],
            relation=str(pair.relation),
            direction=str(pair.direction),
            via=_clean(pair.via),
            share_of_source=round(shares[source], 4),
            share_of_receiver=round(shares[receiver], 4),
            evidence=_clean("; ".join(pair.evidence)),
        )
    return graph


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def lineage_dot(pairs: Sequence[Lineage], articles: Mapping[str, ArticleRow]) -> str:
    """The graph in the language of Graphviz, from left to right; an edge without a known direction has no arrow.

    An edge is as wide as the share of the receiving text that is copied: of either, where nobody knows who received.
    """
    graph = lineage_graph(pairs, articles)
    lines = ["digraph lineage {", "  rankdir=LR;", "  node [shape=box];"]
    lines += [f"  {_quoted(name)} [label={_quoted(node['label'])}];" for name, node in graph.nodes(data=True)]
    for source, receiver, edge in graph.edges(data=True):
        is_known = "->" in edge["direction"]
        share = edge["share_of_receiver"] if is_known else max(edge["share_of_source"], edge["share_of_receiver"])
        said = f"{edge['relation']}, {share:.0%}" + (f", {edge['via']}" if edge["via"] and not is_known else "")
        width = f"{_THINNEST + (_WIDEST - _THINNEST) * share:.1f}"
        arrow = "" if is_known else ", dir=none, style=dashed"
        lines.append(f"  {_quoted(source)} -> {_quoted(receiver)} [label={_quoted(said)}, penwidth={width}{arrow}];")
    return "\n".join([*lines, "}"])


def lineage_graphml(pairs: Sequence[Lineage], articles: Mapping[str, ArticleRow]) -> str:
    """The graph as GraphML, for Gephi, yEd, Cytoscape and the like."""
    import networkx as nx

    return "\n".join(nx.generate_graphml(lineage_graph(pairs, articles)))
