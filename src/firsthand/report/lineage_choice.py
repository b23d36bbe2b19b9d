"""Which articles and links the picture draws, and which pairs of articles stand side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.model import ArticleRow, Direction, Lineage
from firsthand.report.context import StoryContext, order_of_publication
from firsthand.report.links import pair_anchor

__all__ = ["MOST_PAIRS", "Drawn", "choose_drawn", "choose_pairs", "pair_addresses", "rank_lineages"]

MOST_PAIRS = 30  # side by side on one story's page, and those that the picture draws; the archive has all
_LEAST_SHARE = 0.01  # of a line without a direction: less is a caption or a stock phrase, and the table has it
_MOST_NODES = 60  # rows that a reader can still follow; the table has all
_MOST_ARROWS = 120

Pair = tuple[str, str]  # ids of two articles, in order


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What the picture shows of a story."""

    articles: tuple[ArticleRow, ...]
    links: tuple[Lineage, ...]
    outside: Mapping[tuple[str, str], float]  # by source that is not in the archive, and article: the share seen
    shown_by: Mapping[tuple[str, str], Pair]  # by the same: two articles that share the text, where there are two
    credited: frozenset[tuple[str, str]]  # of these, where a credit alone says so


def _is_directed(link: Lineage) -> bool:
    return link.direction in {Direction.A_TO_B, Direction.B_TO_A}


def rank_lineages(context: StoryContext) -> list[Lineage]:
    """The lineages between articles at hand: the largest copied share first, then by the ids."""
    here = [link for link in context.dossier.lineages if link.a in context.articles and link.b in context.articles]
    return sorted(here, key=lambda link: (-max(link.containment_a, link.containment_b), link.a, link.b))


def _choose_articles(context: StoryContext) -> list[ArticleRow]:
    """The articles to draw: all, or the first of each origin in turn until the picture is full."""
    queues: dict[str, list[ArticleRow]] = {}
    for article in sorted(context.articles.values(), key=order_of_publication):
        queues.setdefault(context.origin_of.get(article.article, ""), []).append(article)
    chosen: list[ArticleRow] = []
    turn = 0
    while len(chosen) < min(_MOST_NODES, len(context.articles)):
        chosen += [queue[turn] for queue in queues.values() if turn < len(queue)]
        turn += 1
    return chosen[:_MOST_NODES]


def _outside_shares(
    links: Sequence[Lineage], drawn: set[str], context: StoryContext
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], Pair]]:
    """Sources that are not in the archive, the articles that have text from them, the share seen, and by which pair."""
    outlets = {article.outlet for article in context.articles.values()}
    shares: dict[tuple[str, str], float] = {}
    shown_by: dict[tuple[str, str], Pair] = {}
    for link in links:
        if link.direction == Direction.COMMON_SOURCE and link.via and link.via not in outlets:
            for article, share in ((link.a, link.containment_a), (link.b, link.containment_b)):
                if share > shares.get((link.via, article), -1.0):
                    shares[link.via, article] = share
                    shown_by[link.via, article] = link.a, link.b
    for origin in context.dossier.origins:
        for name in origin.borrows_from:
            if name not in context.marks and name not in outlets and not context.is_origin_elsewhere(name):
                for article in origin.articles:
                    shares.setdefault((name, article), 0.0)
    return {ends: share for ends, share in shares.items() if ends[1] in drawn}, shown_by


def _credits(
    articles: Sequence[ArticleRow], outside: Mapping[tuple[str, str], float], context: StoryContext
) -> list[tuple[str, str]]:
    """Articles that credit a source drawn for others of their origin, though none of its text was found in them."""
    fed = {(name, context.origin_of.get(article)) for name, article in outside}
    return [
        (name, article.article)
        for article in articles
        for name in article.agencies
        if (name, context.origin_of.get(article.article)) in fed and (name, article.article) not in outside
    ]


def _choose_links(links: Sequence[Lineage], outside: Iterable[tuple[str, str]], context: StoryContext) -> list[Lineage]:
    """The links that a picture needs: ten reprints of one report share text in 45 pairs, and nine lines say so.

    Of the arrows into one article from one origin the widest is kept. A tie without a direction is kept where the
    lines so far, and those to sources outside the archive, do not already join its two articles.
    """
    joined: dict[str, str] = {}

    def root(name: str) -> str:
        while name in joined:
            name = joined[name]
        return name

    def join(one: str, other: str) -> bool:
        roots = root(one), root(other)
        if roots[0] != roots[1]:
            joined[roots[0]] = roots[1]
        return roots[0] != roots[1]

    chosen: list[Lineage] = []
    entered: set[tuple[str, str]] = set()
    for link in links:
        if _is_directed(link):
            source, target = (link.a, link.b) if link.direction == Direction.A_TO_B else (link.b, link.a)
            way = context.origin_of.get(source, source), target
            join(source, target)
            if way not in entered:
                entered.add(way)
                chosen.append(link)
    for name, article in outside:
        join(f"outside {name}", article)
    ties = (
        link for link in links if not _is_directed(link) and max(link.containment_a, link.containment_b) >= _LEAST_SHARE
    )
    return chosen + [link for link in ties if join(link.a, link.b)]


def choose_drawn(context: StoryContext) -> Drawn:
    """What the picture of this story shows."""
    articles = _choose_articles(context)
    drawn = {article.article for article in articles}
    within = [link for link in rank_lineages(context) if link.a in drawn and link.b in drawn]
    outside, shown_by = _outside_shares(within, drawn, context)
    credited = _credits(articles, outside, context)
    outside |= dict.fromkeys(credited, 0.0)
    links = _choose_links(within, sorted(outside), context)[:_MOST_ARROWS]
    return Drawn(
        articles=tuple(articles), links=tuple(links), outside=outside, shown_by=shown_by, credited=frozenset(credited)
    )


def choose_pairs(context: StoryContext, drawn: Drawn | None = None) -> tuple[list[Pair], int]:
    """The pairs of articles to show side by side, and how many that share text are left out.

    The largest shares first, and each pair that the picture draws, so that every line leads to its two texts; pairs
    that share text without a lineage (too little to speak of copying) come last.
    """
    drawn = drawn or choose_drawn(context)
    here = context.articles
    sharing = {(each.a, each.b) for each in context.dossier.passages if each.a in here and each.b in here}
    ranked = [(link.a, link.b) for link in rank_lineages(context)]
    pairs = [pair for pair in ranked if pair in sharing]
    pairs += sorted(sharing - set(ranked))
    needed = {(link.a, link.b) for link in drawn.links} | set(drawn.shown_by.values())
    chosen = [pair for place, pair in enumerate(pairs) if place < MOST_PAIRS or pair in needed]
    return chosen, len(pairs) - len(chosen)


def pair_addresses(pairs: Sequence[Pair], number: int, page: str = "") -> dict[Pair, str]:
    """Where each pair stands side by side, on `page`, the page of the story; on the same one where it is empty."""
    return {pair: f"{page}#{pair_anchor(number, place)}" for place, pair in enumerate(pairs, start=1)}
