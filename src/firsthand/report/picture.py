"""The lineage as a picture: one row an article, grouped by origin, time from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from firsthand.model import ArticleRow, Direction, Lineage
from firsthand.report.context import StoryContext, order_of_publication, percent
from firsthand.report.pairs import rank_lineages
from firsthand.report.times import instant, offset, view_time
from firsthand.report.views import ArrowView, BandView, NodeView, OriginMark, PictureView
from firsthand.report.visible import shorten

__all__ = ["draw_lineage"]

# Sizes in units of the picture; the page shows one unit as about one CSS pixel.
_WIDTH = 880.0
_TOP, _ROW, _GAP = 44.0, 44.0, 12.0
_OUTSIDE, _TIME_LEFT, _TIME_RIGHT, _UNKNOWN = 318.0, 376.0, 830.0, 810.0
_RADIUS = 10.0
_HEAD = 9.0
_THINNEST, _WIDEST = 1.5, 10.0  # of an arrow, for no and for all of the text
_TICK_ROOM = 100.0
_LEAST_SHARE = 0.01  # of a line without a direction: less is a caption or a stock phrase, and the table has it
_MOST_NODES = 36  # rows that a reader can still follow; the table has all
_MOST_ARROWS = 120
_LABEL, _UNDER = 34, 42  # characters that fit left of the times


@dataclass(slots=True)
class _Layout:
    """Where each article, and each source outside the archive, stands."""

    x: dict[str, float] = field(default_factory=dict)
    y: dict[str, float] = field(default_factory=dict)
    bands: list[BandView] = field(default_factory=list)
    height: float = _TOP


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


def _columns(articles: Sequence[ArticleRow]) -> tuple[dict[datetime, float], bool]:
    """Places of the known times, in order and evenly apart, and whether a time is unknown."""
    times = [instant(article.published) for article in articles]
    known = sorted({time for time in times if time is not None})
    unknown = any(time is None for time in times)
    right = _UNKNOWN - 1.15 * _TICK_ROOM if unknown else _TIME_RIGHT
    step = (right - _TIME_LEFT) / max(1, len(known) - 1)
    return {time: _TIME_LEFT + place * step for place, time in enumerate(known)}, unknown


def _groups(articles: Sequence[ArticleRow], context: StoryContext) -> list[tuple[OriginMark | None, list[ArticleRow]]]:
    groups: dict[str, list[ArticleRow]] = {}
    for article in sorted(articles, key=order_of_publication):
        groups.setdefault(context.origin_of.get(article.article, ""), []).append(article)
    marked = [(context.marks.get(origin), members) for origin, members in groups.items()]
    return sorted(marked, key=_by_letter)


def _by_letter(group: tuple[OriginMark | None, list[ArticleRow]]) -> tuple[bool, int, str]:
    mark = group[0]
    return (True, 0, "") if mark is None else (False, len(mark.letter), mark.letter)


def _place(
    articles: Sequence[ArticleRow], outside: Sequence[str], columns: dict[datetime, float], context: StoryContext
) -> _Layout:
    layout = _Layout()
    y = _TOP
    if outside:
        layout.bands.append(BandView(y=y, height=len(outside) * _ROW, shape=0))
        for name in outside:
            layout.x[f"outside {name}"], layout.y[f"outside {name}"] = _OUTSIDE, y + _ROW / 2
            y += _ROW
        y += _GAP
    for mark, members in _groups(articles, context):
        layout.bands.append(BandView(y=y, height=len(members) * _ROW, shape=mark.shape if mark else 0))
        for article in members:
            time = instant(article.published)
            layout.x[article.article] = _UNKNOWN if time is None else columns[time]
            layout.y[article.article] = y + _ROW / 2
            y += _ROW
        y += _GAP
    layout.height = y
    return layout


def _tick_time(published: str, time: datetime, *, in_utc: bool) -> str:
    return time.strftime("%Y-%m-%dT%H:%MZ") if in_utc and offset(published) is not None else published


def _ticks(
    columns: dict[datetime, float], articles: Sequence[ArticleRow], context: StoryContext, *, in_utc: bool
) -> list[tuple[float, str]]:
    ticks: list[tuple[float, str]] = []
    labelled = -_TICK_ROOM
    for article in sorted(articles, key=order_of_publication):
        time = instant(article.published)
        if time is None or article.published is None or any(columns[time] == x for x, _ in ticks):
            continue
        x = columns[time]
        label = ""
        if x - labelled >= _TICK_ROOM:
            label = view_time(_tick_time(article.published, time, in_utc=in_utc), context.words).short
            labelled = x
        ticks.append((x, label))
    return ticks


def _round(*numbers: float) -> str:
    return " ".join(f"{number:.1f}".removesuffix(".0") for number in numbers)


def _curve(start: tuple[float, float], end: tuple[float, float], *, headed: bool) -> tuple[str, str | None]:
    """The path from one place to another, and the points of its head."""
    (x1, y1), (x2, y2) = start, end
    reach = _RADIUS + (_HEAD if headed else 0)
    if x2 - x1 > 2 * reach:  # forward in time: out on the right, in on the left
        bend = max(30.0, (x2 - x1) / 2)
        tip, side = x2 - _RADIUS, -1.0
        path = f"M{_round(x1, y1)} C{_round(x1 + bend, y1, x2 - bend, y2, x2 - reach, y2)}"
    else:  # the same time, or none: round the right side
        bend = max(x1, x2) + 34.0
        tip, side = x2 + _RADIUS, 1.0
        path = f"M{_round(x1 + (0 if headed else _RADIUS), y1)} C{_round(bend, y1, bend, y2, x2 + reach, y2)}"
    if not headed:
        return path, None
    return path, f"{_round(tip, y2)} {_round(tip + side * _HEAD, y2 - 6)} {_round(tip + side * _HEAD, y2 + 6)}"


def _trace(source: str, target: str, layout: _Layout, *, headed: bool) -> tuple[str, str | None]:
    return _curve((layout.x[source], layout.y[source]), (layout.x[target], layout.y[target]), headed=headed)


def _width(share: float) -> float:
    return round(_THINNEST + (_WIDEST - _THINNEST) * min(1.0, max(0.0, share)), 1)


def _link_arrow(link: Lineage, layout: _Layout, context: StoryContext) -> ArrowView:
    """An arrow from who had the text to who took it; a broken line without a head where that is not known."""
    words = context.words
    known = link.direction in {Direction.A_TO_B, Direction.B_TO_A}
    source, target = (link.b, link.a) if link.direction == Direction.B_TO_A else (link.a, link.b)
    share = link.containment_a if target == link.a else link.containment_b
    names = {"source": context.name(source), "target": context.name(target)}
    if known:
        title = words.say("lineage.arrow", percent=percent(share), **names)
    else:
        share = max(link.containment_a, link.containment_b)
        why = "common_word" if link.direction == Direction.COMMON_SOURCE else "unknown_word"
        title = words.say("lineage.tie", percent=percent(share), why=words.say(f"lineage.direction.{why}"), **names)
    mark = context.mark_of(source) if known else None
    path, head = _trace(source, target, layout, headed=known)
    return ArrowView(
        path=path, head=head, width=_width(share), broken=not known, shape=mark.shape if mark else 0, title=title
    )


def _outside_shares(links: Sequence[Lineage], drawn: set[str], context: StoryContext) -> dict[tuple[str, str], float]:
    """Sources that are not in the archive, the articles that have text from them, and the share that is seen."""
    outlets = {article.outlet for article in context.articles.values()}
    shares: dict[tuple[str, str], float] = {}
    for link in links:
        if link.direction == Direction.COMMON_SOURCE and link.via and link.via not in outlets:
            for article, share in ((link.a, link.containment_a), (link.b, link.containment_b)):
                shares[link.via, article] = max(share, shares.get((link.via, article), 0.0))
    for origin in context.dossier.origins:
        for name in origin.borrows_from:
            if name not in context.marks and name not in outlets:
                for article in origin.articles:
                    shares.setdefault((name, article), 0.0)
    return {ends: share for ends, share in shares.items() if ends[1] in drawn}


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
        if link.direction in {Direction.A_TO_B, Direction.B_TO_A}:
            source, target = (link.a, link.b) if link.direction == Direction.A_TO_B else (link.b, link.a)
            way = context.origin_of.get(source, source), target
            join(source, target)
            if way not in entered:
                entered.add(way)
                chosen.append(link)
    for name, article in outside:
        join(f"outside {name}", article)
    ties = (
        link
        for link in links
        if link.direction not in {Direction.A_TO_B, Direction.B_TO_A}
        and max(link.containment_a, link.containment_b) >= _LEAST_SHARE
    )
    return chosen + [link for link in ties if join(link.a, link.b)]


def _draw_arrows(
    links: Sequence[Lineage], outside: dict[tuple[str, str], float], layout: _Layout, context: StoryContext
) -> list[ArrowView]:
    words = context.words
    arrows = [_link_arrow(link, layout, context) for link in links]
    for (name, article), share in sorted(outside.items()):
        title = words.say("lineage.borrows", source=name, target=context.name(article))
        path, head = _trace(f"outside {name}", article, layout, headed=True)
        arrows.append(ArrowView(path=path, head=head, width=_width(share), broken=True, shape=0, title=title))
    return arrows


def _nodes(
    articles: Sequence[ArticleRow], outside: Sequence[str], layout: _Layout, context: StoryContext
) -> list[NodeView]:
    nodes = []
    for article in articles:
        reference = context.reference(article.article)
        full = f"{reference.outlet}: {reference.headline}"
        nodes.append(
            NodeView(
                x=layout.x[article.article],
                y=layout.y[article.article],
                label=shorten(reference.outlet, _LABEL),
                under=shorten(reference.headline, _UNDER),
                full=full,
                mark=reference.origin,
                href=reference.href,
            )
        )
    for name in outside:
        key = f"outside {name}"
        words = context.words.say("lineage.outside")
        nodes.append(
            NodeView(
                x=layout.x[key],
                y=layout.y[key],
                label=shorten(name, _LABEL),
                under=words,
                full=f"{name} ({words})",
                mark=None,
                href=None,
            )
        )
    return nodes


def draw_lineage(context: StoryContext) -> PictureView | None:
    """The lineage of the story's articles, laid out; None for fewer than two articles."""
    if len(context.articles) < 2:
        return None
    articles = _choose_articles(context)
    drawn = {article.article for article in articles}
    links = rank_lineages(context)
    within = [link for link in links if link.a in drawn and link.b in drawn]
    outside = _outside_shares(within, drawn, context)
    shown = _choose_links(within, sorted(outside), context)[:_MOST_ARROWS]
    names = sorted({name for name, _ in outside})
    columns, unknown = _columns(articles)
    layout = _place(articles, names, columns, context)
    words = context.words
    in_utc = len({offset(article.published) for article in articles} - {None}) > 1
    not_drawn: list[str] = []
    if len(articles) < len(context.articles):
        missing = words.count("count.articles", len(context.articles) - len(articles))
        not_drawn.append(words.say("lineage.not_drawn_articles", articles=missing))
    if len(shown) < len(links):
        implied = words.count("lineage.links", len(links) - len(shown))
        not_drawn.append(words.say("lineage.not_drawn_links", links=implied))
    return PictureView(
        number=context.number,
        width=_WIDTH,
        height=layout.height,
        description=words.say("lineage.picture_text", links=words.count("lineage.links", len(links))),
        ticks=tuple(_ticks(columns, articles, context, in_utc=in_utc)),
        unknown_x=_UNKNOWN if unknown else None,
        in_utc=in_utc,
        bands=tuple(layout.bands),
        nodes=tuple(_nodes(articles, names, layout, context)),
        arrows=tuple(_draw_arrows(shown, outside, layout, context)),
        not_drawn=" ".join(not_drawn) or None,
    )
