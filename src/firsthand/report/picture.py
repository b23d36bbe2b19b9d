"""The lineage as a picture: one row an article, grouped by origin, time from left to right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from firsthand.model import ArticleRow, Direction, Lineage
from firsthand.report.context import StoryContext, order_of_publication, percent
from firsthand.report.drawing import Line, fit_words, line_width, route
from firsthand.report.lineage_choice import Drawn, Pair, choose_drawn, choose_pairs, pair_addresses, rank_lineages
from firsthand.report.times import instant, offset, view_time
from firsthand.report.views import ArrowView, BandView, NodeView, OriginMark, PictureView

__all__ = ["draw_lineage"]

# Sizes in units of the picture; the page shows one unit as about one CSS pixel.
_WIDTH = 960.0
_TOP = 44.0
_LABELS = 14.0  # left edge of the names
_OUTSIDE, _TIME_LEFT, _TIME_RIGHT, _UNKNOWN = 326.0, 408.0, 838.0, 830.0
_SHARES = 946.0  # right edge of the shares
_TICK_ROOM = 128.0
_LANES, _LANE_STEP = 3, 12.0  # of sources outside the archive
_BESIDE = (0.0, -1.0, 1.0)  # where lines enter one sign, in steps from its middle
_MOST_ROOMY = 16  # rows with two lines of words; more have one each


@dataclass(frozen=True, slots=True)
class _Rows:
    """How rows are set: with two lines of words while there are few."""

    height: float
    gap: float
    roomy: bool

    @classmethod
    def of(cls, number: int) -> _Rows:
        return cls(44.0, 12.0, True) if number <= _MOST_ROOMY else cls(27.0, 6.0, False)


@dataclass(slots=True)
class _Layout:
    """Where each article, and each source outside the archive, stands."""

    rows: _Rows
    x: dict[str, float] = field(default_factory=dict)
    y: dict[str, float] = field(default_factory=dict)
    bands: list[BandView] = field(default_factory=list)
    height: float = _TOP
    entered: dict[str, int] = field(default_factory=dict)  # by sign: how many lines enter it


def _columns(articles: Sequence[ArticleRow]) -> tuple[dict[datetime, float], bool]:
    """Places of the known times, in order and evenly apart, and whether a time is unknown."""
    times = [instant(article.published) for article in articles]
    known = sorted({time for time in times if time is not None})
    unknown = any(time is None for time in times)
    right = _UNKNOWN - _TICK_ROOM if unknown else _TIME_RIGHT
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


def _key(name: str) -> str:
    """The key of a source outside the archive, among ids of articles."""
    return f"outside {name}"


def _place(drawn: Drawn, columns: Mapping[datetime, float], context: StoryContext) -> _Layout:
    """Rows by origin; a source outside the archive stands above the first origin that has text from it."""
    waiting = sorted({name for name, _ in drawn.outside})
    layout = _Layout(_Rows.of(len(drawn.articles) + len(waiting)))
    height, y = layout.rows.height, _TOP
    for mark, members in _groups(drawn.articles, context):
        begins = y
        here = {article.article for article in members}
        for name in [name for name in waiting if any((name, article) in drawn.outside for article in here)]:
            waiting.remove(name)
            layout.x[_key(name)], layout.y[_key(name)] = _OUTSIDE, y + height / 2
            y += height
        for article in members:
            time = instant(article.published)
            layout.x[article.article] = _UNKNOWN if time is None else columns[time]
            layout.y[article.article] = y + height / 2
            y += height
        layout.bands.append(BandView(y=begins, height=y - begins, shape=mark.shape if mark else 0))
        y += layout.rows.gap
    layout.height = y
    return layout


# --- times -------------------------------------------------------------------------------------------------------


def _tick_time(published: str, time: datetime, *, in_utc: bool) -> str:
    return time.strftime("%Y-%m-%dT%H:%MZ") if in_utc and offset(published) is not None else published


def _ticks(
    columns: Mapping[datetime, float], articles: Sequence[ArticleRow], context: StoryContext, *, in_utc: bool
) -> list[tuple[float, str]]:
    """The columns; those that there is room for with their times, the first and the last before all others."""
    said: dict[float, str] = {}
    for article in sorted(articles, key=order_of_publication):
        time = instant(article.published)
        if time is not None and article.published is not None:
            spoken = view_time(_tick_time(article.published, time, in_utc=in_utc), context.words).short
            said.setdefault(columns[time], spoken)
    places = list(said)
    labelled: list[float] = []
    for x in [*places[:1], *places[-1:], *places[1:-1]]:
        if all(abs(x - other) >= _TICK_ROOM for other in labelled):
            labelled.append(x)
    return [(x, words if x in labelled else "") for x, words in said.items()]


# --- lines -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ends:
    """The signs that a line joins."""

    source: str
    target: str
    headed: bool


def _trace(ends: _Ends, layout: _Layout, lane: float = 0.0) -> Line:
    """The line, which enters its sign beside those that entered it before."""
    entered = layout.entered.get(ends.target, 0)
    layout.entered[ends.target] = entered + 1
    beside = _BESIDE[entered % len(_BESIDE)] * layout.rows.height / 4
    start = layout.x[ends.source], layout.y[ends.source]
    return route(start, (layout.x[ends.target], layout.y[ends.target] + beside), lane=lane, headed=ends.headed)


def _link_arrow(link: Lineage, layout: _Layout, hrefs: Mapping[Pair, str], context: StoryContext) -> ArrowView:
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
        source, target = sorted((source, target), key=lambda name: (layout.x[name], layout.y[name]))
        why = "common_word" if link.direction == Direction.COMMON_SOURCE else "unknown_word"
        title = words.say("lineage.tie", percent=percent(share), why=words.say(f"lineage.direction.{why}"), **names)
    mark = context.mark_of(source) if known else None
    line = _trace(_Ends(source, target, known), layout)
    return ArrowView(
        path=line.path,
        head=line.head,
        width=line_width(share, roomy=layout.rows.roomy),
        broken=not known,
        shape=mark.shape if mark else 0,
        title=title,
        href=hrefs.get((link.a, link.b)),
    )


def _outside_arrow(
    ends: tuple[str, str], drawn: Drawn, layout: _Layout, hrefs: Mapping[Pair, str], context: StoryContext
) -> ArrowView:
    """A broken arrow from a source that is not in the archive; it leads to two texts that both have it from there."""
    name, article = ends
    share = drawn.outside[ends]
    names = {"source": name, "target": context.name(article)}
    key = "lineage.borrows_share" if share else "lineage.credits" if ends in drawn.credited else "lineage.borrows"
    lane = sorted({other for other, _ in drawn.outside}).index(name) % _LANES * _LANE_STEP
    line = _trace(_Ends(_key(name), article, headed=True), layout, lane)
    mark = context.mark_of(article)
    href = hrefs.get(drawn.shown_by[ends]) if ends in drawn.shown_by else None
    return ArrowView(
        path=line.path,
        head=line.head,
        width=line_width(share, roomy=layout.rows.roomy),
        broken=True,
        shape=0,
        title=context.words.say(key, percent=percent(share), **names),
        href=href or (mark.href if mark else None),
    )


def _nodes(drawn: Drawn, layout: _Layout, context: StoryContext) -> list[NodeView]:
    roomy = layout.rows.roomy
    room = _OUTSIDE - _LABELS - 30.0
    nodes = []
    for article in drawn.articles:
        reference = context.reference(article.article)
        share = context.shares.get(article.article, 0.0)
        label = fit_words(reference.outlet, room if roomy else room * 0.6, 14.0)
        # In one line with it, what room the name leaves; its letters are bold.
        left = room if roomy else room - 8.6 * len(label)
        nodes.append(
            NodeView(
                x=layout.x[article.article],
                y=layout.y[article.article],
                label=label,
                under=fit_words(reference.headline, left, 12.0) if left > 40.0 else "",
                full=f"{reference.outlet}: {reference.headline}",
                share=percent(share) if share else "",
                mark=reference.origin,
                href=reference.href,
            )
        )
    words = context.words.say("lineage.outside")
    for name in sorted({name for name, _ in drawn.outside}):
        label = fit_words(name, room if roomy else room * 0.6, 14.0)
        nodes.append(
            NodeView(
                x=layout.x[_key(name)],
                y=layout.y[_key(name)],
                label=label,
                under=words,
                full=f"{name} ({words})",
                share="",
                mark=None,
                href=None,
            )
        )
    return sorted(nodes, key=lambda node: node.y)


def _not_drawn(drawn: Drawn, context: StoryContext) -> str | None:
    words = context.words
    said: list[str] = []
    if len(drawn.articles) < len(context.articles):
        missing = words.count("count.articles", len(context.articles) - len(drawn.articles))
        said.append(words.say("lineage.not_drawn_articles", articles=missing))
    implied = len(rank_lineages(context)) - len(drawn.links)
    if implied > 0:
        said.append(words.say("lineage.not_drawn_links", links=words.count("lineage.links", implied)))
    return " ".join(said) or None


def draw_lineage(context: StoryContext, drawn: Drawn | None = None) -> PictureView | None:
    """The lineage of the story's articles, laid out; None for fewer than two articles.

    Args:
        context: The story.
        drawn: What `choose_drawn` chose; None to choose here.
    """
    if len(context.articles) < 2:
        return None
    drawn = drawn or choose_drawn(context)
    hrefs = pair_addresses(choose_pairs(context, drawn)[0], context.number)
    columns, unknown = _columns(drawn.articles)
    layout = _place(drawn, columns, context)
    words = context.words
    in_utc = len({offset(article.published) for article in drawn.articles} - {None}) > 1
    arrows = [_outside_arrow(ends, drawn, layout, hrefs, context) for ends in sorted(drawn.outside)]
    arrows += [_link_arrow(link, layout, hrefs, context) for link in drawn.links]
    # The widest first, so that none hides another.
    arrows.sort(key=lambda arrow: -arrow.width)
    return PictureView(
        number=context.number,
        width=_WIDTH,
        height=layout.height,
        roomy=layout.rows.roomy,
        labels_x=_LABELS,
        labels_width=_OUTSIDE - _LABELS - 14.0,
        shares_x=_SHARES,
        description=words.say("lineage.picture_text", links=words.count("lineage.links", len(rank_lineages(context)))),
        ticks=tuple(_ticks(columns, drawn.articles, context, in_utc=in_utc)),
        unknown_x=_UNKNOWN if unknown else None,
        in_utc=in_utc,
        bands=tuple(layout.bands),
        nodes=tuple(_nodes(drawn, layout, context)),
        arrows=tuple(arrows),
        not_drawn=_not_drawn(drawn, context),
    )
