"""Lineage as DOT and GraphML: other programs can read it, whatever the ids and headlines hold."""

from __future__ import annotations

import re

import networkx
import pytest

from firsthand.cli.graph import lineage_dot, lineage_graph, lineage_graphml
from firsthand.model import ArticleRow, Direction, Lineage, Relation, Source

# The parts of the DOT language that are written here: https://graphviz.org/doc/info/lang.html
STRING = r'"(?:[^"\\]|\\.)*"'
ATTRIBUTE = rf"\w+=(?:{STRING}|[\w.]+)"
STATEMENT = re.compile(
    rf"  (?:rankdir=LR|node \[shape=box\]|(?P<source>{STRING})(?: -> (?P<target>{STRING}))?"
    rf" \[(?P<attributes>{ATTRIBUTE}(?:, {ATTRIBUTE})*)\]);",
    re.DOTALL,
)


def row(article, **fields):
    return ArticleRow(article=article, text="", source=Source(sha256="", bytes_kept=0), **fields)


def link(a, b, direction=Direction.A_TO_B, via=None):
    return Lineage(
        a=a,
        b=b,
        relation=Relation.EXCERPT,
        direction=direction,
        via=via,
        containment_a=0.25,
        containment_b=0.5,
        evidence=("b credits a",),
    )


def parse_dot(text):
    """Nodes and edges of a DOT graph, with what stands in brackets; fails on anything else."""
    first, *statements, last = text.split("\n")
    assert (first, last) == ("digraph lineage {", "}")
    nodes, edges = {}, {}
    for statement in statements:
        match = STATEMENT.fullmatch(statement)
        assert match, statement
        if match["target"]:
            edges[match["source"], match["target"]] = match["attributes"]
        elif match["source"]:
            nodes[match["source"]] = match["attributes"]
    return nodes, edges


def test_edges_go_from_the_giver_and_unknown_ones_have_no_arrow():
    pairs = [link("a", "b"), link("a", "c", Direction.B_TO_A), link("b", "c", Direction.COMMON_SOURCE, "Bay Agency")]
    nodes, edges = parse_dot(lineage_dot(pairs, {}))
    assert set(nodes) == {'"a"', '"b"', '"c"'}
    assert edges['"a"', '"b"'] == 'label="excerpt, 50%", penwidth=3.5'
    assert edges['"c"', '"a"'] == 'label="excerpt, 25%", penwidth=2.2'
    assert edges['"b"', '"c"'] == 'label="excerpt, 50%, Bay Agency", penwidth=3.5, dir=none, style=dashed'


HOSTILE = [
    'he said "no"',
    "back\\slash",
    'end\\"',
    "two\nlines",
    "<&> ]; x -> y",
    "\x00\x1b[31m\x0b",
    "渡轮",
    "\ud800",
    "]]>",
    "{a|b}",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_ids_and_names_hold_both_formats_can_be_read(words):
    pairs = [link("a", f"b{words}", via=words)]
    articles = {"a": row("a", outlet=words, headline=words), f"b{words}": row(f"b{words}", headline=words)}
    nodes, edges = parse_dot(lineage_dot(pairs, articles))
    assert (len(nodes), len(edges)) == (2, 1)
    graph = networkx.parse_graphml(lineage_graphml(pairs, articles))
    assert list(graph.edges) == list(lineage_graph(pairs, articles).edges)


def test_ids_that_look_alike_stay_apart():
    pairs = [link("a\x00", "a\x01")]
    assert len(networkx.parse_graphml(lineage_graphml(pairs, {})).nodes) == 2
    assert len(parse_dot(lineage_dot(pairs, {}))[0]) == 2


def test_graphml_holds_what_the_records_hold():
    articles = {"a": row("a", outlet="Echo", published="2031-03-03", story="s", origin="o")}
    graph = networkx.parse_graphml(lineage_graphml([link("a", "b", Direction.UNKNOWN)], articles))
    assert {key: value for key, value in graph.nodes["a"].items() if value} == {
        "label": "Echo\n2031-03-03",
        "outlet": "Echo",
        "published": "2031-03-03",
        "story": "s",
        "origin": "o",
    }
    edge = graph.edges["a", "b"]
    assert (edge["direction"], edge["share_of_source"], edge["share_of_receiver"]) == ("unknown", 0.25, 0.5)


def test_no_pair_is_an_empty_graph():
    assert parse_dot(lineage_dot([], {})) == ({}, {})
    assert len(networkx.parse_graphml(lineage_graphml([], {}))) == 0
