"""The pages: a report in one file, and the same views as served pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from firsthand.model import ArticleRow, Dossier, Origin, Reading, Span, Story, Storyline
from firsthand.report.article_view import mark_text, view_article
from firsthand.report.context import StoryContext
from firsthand.report.lineage_choice import choose_pairs, pair_addresses
from firsthand.report.links import FileLinks, Links
from firsthand.report.marking import Mark
from firsthand.report.options import ReportOptions
from firsthand.report.pairs import view_lineage_rows
from firsthand.report.rendering import render_template, style_hash, stylesheet
from firsthand.report.story_view import order_stories, view_front_story, view_story
from firsthand.report.visible import shorten
from firsthand.report.words import ENGLISH, Words

__all__ = [
    "FrontPage",
    "PageFrame",
    "render_article_page",
    "render_front_page",
    "render_notice_page",
    "render_report",
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
class PageFrame:
    """What stands round every served page."""

    links: Links
    options: ReportOptions
    stylesheet: str  # addresses
    icon: str
    home: str
    twin: str | None = None  # of the page as data
    words: Words = ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """One page of the list of stories."""

    stories: Sequence[Story]  # of this page, in order
    origins: Mapping[str, Sequence[Origin]]  # by story
    storylines: Mapping[str, Storyline]
    counts: Mapping[str, int]  # articles, outlets, stories of the whole archive
    first: int  # 1-based place of the first story in the whole list
    previous: str | None  # addresses
    next: str | None


def _render_served(name: str, frame: PageFrame, **values: object) -> str:
    return render_template(
        name,
        frame.words,
        stylesheet=frame.stylesheet,
        icon=frame.icon,
        home=frame.home,
        twin=frame.twin,
        archive=frame.options.archive,
        **values,
    )


def render_front_page(page: FrontPage, frame: PageFrame) -> str:
    """The list of stories."""
    words = frame.words
    counts = page.counts
    total = counts.get("stories", 0)
    return _render_served(
        "front.html",
        frame,
        title=words.say("page.front_title"),
        counts=_counts(counts.get("articles", 0), counts.get("outlets", 0), total, words),
        front=[
            view_front_story(story, page.origins.get(story.story, ()), page.storylines, frame.links, words)
            for story in page.stories
        ],
        position=words.say(
            "page.position", first=page.first, last=page.first + len(page.stories) - 1, total=f"{total:,}"
        ),
        previous=page.previous,
        next=page.next,
    )


def render_story_page(dossier: Dossier, frame: PageFrame) -> str:
    """One story."""
    view = view_story(StoryContext.of(dossier, frame.options, frame.words, frame.links, 1))
    return _render_served("story.html", frame, title=view.title, story=view)


def _alone(article: ArticleRow) -> Dossier:
    """A dossier for an article that is in no story."""
    story = Story(
        story="", title=article.headline or "", title_article=article.article, articles=(article.article,), members=()
    )
    return Dossier(story=story, articles=(article,))


def render_article_page(
    article: ArticleRow, reading: Reading | None, dossier: Dossier | None, span: Span | None, frame: PageFrame
) -> str:
    """One article with its whole text.

    Args:
        article: The article.
        reading: Its segments and dates; None where the archive has none.
        dossier: Its story, for the text that it shares; None where it is in none.
        span: The characters to mark; None for none. Beyond the text, nothing is marked.
        frame: What stands round the page.
    """
    found = dossier if dossier and any(row.article == article.article for row in dossier.articles) else None
    context = StoryContext.of(found or _alone(article), frame.options, frame.words, frame.links, 1)
    if reading is not None:
        context.dossier.segments.setdefault(article.article, reading.segments)
        context.dossier.dates.setdefault(article.article, reading.dates)
    view = view_article(article, 1, context)
    here = [Mark(span, "cited", "here")] if span and span.start < min(span.end, len(article.text)) else []
    page = frame.links.story(found.story.story) if found else None
    rows, _ = view_lineage_rows(context, pair_addresses(choose_pairs(context)[0], context.number, page or ""))
    return _render_served(
        "article.html",
        frame,
        title=frame.words.say("page.article_title", headline=shorten(view.ref.headline, 120)),
        article=view,
        text=mark_text(article, context, here),
        here=bool(here),
        rows=[row for row in rows if article.article in {row.left.article, row.right.article}],
        story_title=found.story.title if found else None,
        story_href=page,
    )


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
    return _render_served("notice.html", frame, title=words.say(f"served.{notice}.title"), text=text, detail=detail)
