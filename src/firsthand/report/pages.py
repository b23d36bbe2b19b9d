"""The pages: a report in one file, and the same views as served pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from firsthand.model import (
    Annotation,
    ArticleRow,
    Dossier,
    Neighbours,
    Origin,
    Reading,
    Span,
    Story,
    Storyline,
    Version,
)
from firsthand.report.article_view import annotation_marks, mark_text, view_article
from firsthand.report.context import StoryContext
from firsthand.report.frame import PageFrame
from firsthand.report.links import FileLinks
from firsthand.report.lookup_views import FilterView, PagerView
from firsthand.report.marking import Mark
from firsthand.report.options import ReportOptions
from firsthand.report.pairs import view_lineage_rows
from firsthand.report.rendering import render_template, style_hash, stylesheet
from firsthand.report.story_view import order_stories, view_front_story, view_story
from firsthand.report.times import view_time
from firsthand.report.visible import shorten
from firsthand.report.words import ENGLISH, Words

__all__ = [
    "ArticlePage",
    "FrontPage",
    "render_article_page",
    "render_front_page",
    "render_notice_page",
    "render_report",
    "render_served",
    "render_story_page",
]


def render_report(dossiers: Sequence[Dossier], options: ReportOptions, words: Words = ENGLISH) -> str:
    """One HTML file that holds everything it needs: no script, no other file, no other host.

    Args:
        dossiers: The stories; any order. One story makes the page of that story, more a list by origins before them.
        options: How much of the texts to show.
        words: The catalogue to speak from.

    Returns:
        HTML that can be encoded as UTF-8 whatever the articles hold. The same dossiers give the same bytes.
    """
    by_id = {dossier.story.story: dossier for dossier in dossiers}
    ordered = [by_id[story.story] for story in order_stories(dossier.story for dossier in by_id.values())]
    links = FileLinks.of(ordered, full_text=options.full_text)
    storylines = {dossier.storyline.storyline: dossier.storyline for dossier in ordered if dossier.storyline}
    stories = [
        view_story(StoryContext.of(dossier, options, words, links, number))
        for number, dossier in enumerate(ordered, start=1)
    ]
    front = [view_front_story(dossier.story, dossier.origins, storylines, links, words) for dossier in ordered]
    articles = {article.article: article.outlet for dossier in ordered for article in dossier.articles}
    outlets = {outlet for outlet in articles.values() if outlet}
    return render_template(
        "report.html",
        words,
        title=stories[0].title if len(stories) == 1 else options.title or words.say("page.front_title"),
        counts=_counts(len(articles), len(outlets), len(stories), words),
        style=Markup(stylesheet()),  # noqa: S704 - our own file; what it holds is tested
        style_hash=style_hash(),
        home=None,
        twin=None,
        archive=options.archive,
        front=front,
        stories=stories,
    )


def _counts(articles: int, outlets: int, stories: int, words: Words) -> str:
    return words.say(
        "front.archive",
        articles=words.count("count.articles", articles),
        outlets=words.count("count.known_outlets", outlets),
        stories=words.count("count.stories", stories),
    )


# --- served pages ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """One page of the list of stories."""

    cards: Sequence[tuple[Story, Sequence[Origin]]]  # the stories of this page with their origins, in order
    storylines: Mapping[str, Storyline]
    counts: Mapping[str, int]  # articles, outlets, stories of the whole archive
    filters: FilterView
    pager: PagerView


def render_served(name: str, frame: PageFrame, **values: object) -> str:
    """The served page that a template makes of `values`."""
    return render_template(
        name,
        frame.words,
        stylesheet=frame.stylesheet,
        icon=frame.icon,
        home=frame.home,
        twin=frame.twin,
        archive=frame.options.archive,
        rooms=frame.rooms,
        search=frame.search,
        feeds=frame.feeds,
        script=frame.script,
        token=frame.token,
        **values,
    )


def render_front_page(page: FrontPage, frame: PageFrame) -> str:
    """The list of stories."""
    words = frame.words
    counts = page.counts
    total = counts.get("stories", 0)
    return render_served(
        "front.html",
        frame,
        title=words.say("page.front_title"),
        counts=_counts(counts.get("articles", 0), counts.get("outlets", 0), total, words) if total else "",
        lead="front.latest_lead" if page.filters.order == "latest" else "front.lead",
        filters=page.filters,
        front=[view_front_story(story, origins, page.storylines, frame.links, words) for story, origins in page.cards],
        pager=page.pager,
    )


def render_story_page(dossier: Dossier, frame: PageFrame) -> str:
    """One story."""
    view = view_story(StoryContext.of(dossier, frame.options, frame.words, frame.links, 1))
    return render_served("story.html", frame, title=view.title, story=view)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """One article with what stands near it.

    Attributes:
        article: The article.
        reading: Its segments and dates; None where the archive has none.
        annotation: What the language stage read; None where that was left for later.
        story: Its story; None where it is in none.
        origins: Of that story.
        neighbours: The articles that share text with it, and what they share.
        versions: Its states, oldest first; none where one is known.
        span: The characters to mark; None for none. Beyond the text, nothing is marked.
    """

    article: ArticleRow
    reading: Reading | None = None
    annotation: Annotation | None = None
    story: Story | None = None
    origins: Sequence[Origin] = ()
    neighbours: Neighbours | None = None
    versions: tuple[Version, ...] = ()
    span: Span | None = None

    def dossier(self) -> Dossier:
        """All of it as a story of which only this article and its neighbours are at hand."""
        row, near = self.article, self.neighbours
        name = row.article
        alone = Story(story="", title=row.headline or "", title_article=name, articles=(name,), members=())
        others = tuple(each for each in (near.rows if near else ()) if each.article != name)
        return Dossier(
            story=self.story or alone,
            articles=(row, *others),
            segments={name: self.reading.segments} if self.reading else {},
            dates={name: self.reading.dates} if self.reading else {},
            annotations={name: self.annotation} if self.annotation else {},
            passages=near.passages if near else (),
            lineages=near.lineages if near else (),
            wordings=near.wordings if near else (),
            origins=tuple(self.origins),
            versions={name: self.versions} if self.versions else {},
        )


def render_article_page(page: ArticlePage, frame: PageFrame) -> str:
    """One article with its whole text, its dates, its states, and who shares text with it."""
    article, span = page.article, page.span
    context = StoryContext.of(page.dossier(), frame.options, frame.words, frame.links, 1)
    view = view_article(article, 1, context)
    here = [Mark(span, "cited", "here")] if span and span.start < min(span.end, len(article.text)) else []
    pairs = [(link.a, link.b) for link in context.dossier.lineages]
    hrefs = {pair: href for pair in pairs if (href := frame.links.compare(*pair)) is not None}
    rows, _ = view_lineage_rows(context, hrefs)
    read = page.annotation if page.annotation is not None and not page.annotation.skipped else None
    return render_served(
        "article.html",
        frame,
        title=frame.words.say("page.article_title", headline=shorten(view.ref.headline, 120)),
        article=view,
        text=mark_text(article, context, [*here, *annotation_marks(read)]),
        here=bool(here),
        rows=rows,
        story_title=page.story.title if page.story else None,
        story_href=frame.links.story(page.story.story) if page.story else None,
        outlet_href=frame.links.outlet(article.outlet) if article.outlet else None,
        is_read=read is not None,
        skipped=page.annotation.skipped if page.annotation else None,
        origin_line=_source_line(article, frame.words),
    )


def _source_line(article: ArticleRow, words: Words) -> str:
    """Where the text came from, and the digest by which anybody can check it."""
    source = article.source
    said = words.say(
        "article.original",
        media=source.media_type or source.path or source.url or words.say("time.unknown"),
        bytes=f"{source.bytes_kept:,}",
        sha=source.sha256,
    )
    if not source.captured:
        return said
    captured = words.say("article.captured", time=view_time(source.captured, words).words)
    return f"{said}; {captured}"


def render_notice_page(notice: str, frame: PageFrame, detail: str | None = None, **values: object) -> str:
    """A page that says why there is nothing here.

    Args:
        notice: `served.NOTICE.title` and `.text` are the catalogue's keys; the text is left out where it has none.
        frame: What stands round the page.
        detail: What happened and how to mend it, where an error says so.
        **values: What the text takes.
    """
    words = frame.words
    key = f"served.{notice}.text"
    text = words.prose(key, **values) if words.has(key) else None
    return render_served("notice.html", frame, title=words.say(f"served.{notice}.title"), text=text, detail=detail)
