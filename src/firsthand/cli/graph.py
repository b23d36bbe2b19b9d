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


def _label(name: str, article: ArticleRow | None) -> str:
    if article is None:
        return one_line(name)
    parts = [article.outlet or article.article, article.headline or "", article.published or ""]
    return _NOT_XML.sub("\ufffd", "\n".join(one_line(part) for part in parts if part))


def lineage_graph(pairs: Sequence[Lineage], articles: Mapping[str, ArticleRow]) -> networkx.DiGraph[str]:
    """Articles as nodes, lineages as edges from the text's source to its receiver.

    Where the direction is not known an edge goes from a to b, and its `direction` says so.
    """
    import networkx as nx

    graph: networkx.DiGraph[str] = nx.DiGraph()
    for name in sorted({end for pair in pairs for end in (pair.a, pair.b)}):
        article = articles.get(name)
        graph.add_node(name, label=_label(name, article), story=(article.story if article else None) or "")
    for pair in sorted(pairs, key=lambda each: (each.a, each.b)):
        source, receiver = (pair.b, pair.a) if pair.direction == Direction.B_TO_A else (pair.a, pair.b)
        shares = {pair.a: pair.containment_a, pair.b: pair.containment_b}
        graph.add_edge(
            source,
            receiver,
            relation=str(pair.relation),
            direction=str(pair.direction),
            via=_NOT_XML.sub("\ufffd", pair.via or ""),
            share_of_source=round(shares[source], 4),
            share_of_receiver=round(shares[receiver], 4),
        )
    return graph


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def lineage_dot(pairs: Sequence[Lineage], articles: Mapping[str, ArticleRow]) -> str:
    """The graph in the language of Graphviz; an edge whose direction is not known has no arrow."""
    graph = lineage_graph(pairs, articles)
    lines = ["digraph lineage {", "  node [shape=box];"]
    lines += [f"  {_quoted(one_line(name))} [label={_quoted(node['label'])}];" for name, node in graph.nodes(data=True)]
    for source, receiver, edge in graph.edges(data=True):
        arrow = "" if "->" in edge["direction"] else ", dir=none, style=dashed"
        label = _quoted(f"{edge['relation']}, {edge['share_of_receiver']:.0%}")
        lines.append(f"  {_quoted(one_line(source))} -> {_quoted(one_line(receiver))} [label={label}{arrow}];")
    return "\n".join([*lines, "}"])


def lineage_graphml(pairs: Sequence[Lineage], articles: Mapping[str, ArticleRow]) -> str:
    """The graph as GraphML, for Gephi, yEd, Cytoscape and the like."""
    import networkx as nx

    return "\n".join(nx.generate_graphml(lineage_graph(pairs, articles)))
