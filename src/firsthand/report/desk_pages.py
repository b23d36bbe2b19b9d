"""The served pages that look things up: search, storylines, outlets, persons, two articles compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.model import (
    ArticleRow,
    Happening,
    ListedStoryline,
    Origin,
    OutletProfile,
    PersonProfile,
    Story,
    Storyline,
)
from firsthand.report.comparison import Compared, compare_context
from firsthand.report.frame import PageFrame
from firsthand.report.gathering import gather
from firsthand.report.happenings import view_timeline
from firsthand.report.lookup_view import view_storyline
from firsthand.report.lookup_views import NamedView, PagerView, SearchView, StorylineView
from firsthand.report.pages import render_served
from firsthand.report.pairs import view_pairs
from firsthand.report.profiles import view_outlet, view_person
from firsthand.report.visible import shorten

__all__ = [
    "render_compare_page",
    "render_outlet_page",
    "render_outlets_page",
    "render_person_page",
    "render_search_page",
    "render_storyline_page",
    "render_storylines_page",
]

_LONGEST_TITLE = 80
_MOST_STORIES = 200  # of one storyline's page


def render_search_page(found: SearchView, frame: PageFrame) -> str:
    """What was looked for, and what was found: names first, then numbers, then texts with snippets."""
    words = frame.words
    query = shorten(found.query, _LONGEST_TITLE)
    title = words.say("search.title_for", query=query) if query else words.say("search.title")
    return render_served("search.html", frame, title=title, found=found, query=found.query)


def render_storylines_page(lines: Sequence[StorylineView], pager: PagerView, frame: PageFrame) -> str:
    """The list of storylines."""
    return render_served("storylines.html", frame, title=frame.words.say("storylines.title"), lines=lines, pager=pager)


def render_storyline_page(
    line: ListedStoryline,
    titles: Mapping[str, tuple[str, str | None]],
    told: tuple[Sequence[Happening], Sequence[ArticleRow]],
    frame: PageFrame,
) -> str:
    """One storyline.

    Args:
        line: The storyline.
        titles: Title and day of its stories, by id.
        told: What happened in them, none twice, in order of date; and the articles that tell the lines to be shown.
        frame: What stands round the page.
    """
    happenings, rows = told
    view = view_storyline(line, titles, frame.links, frame.words, at_most=_MOST_STORIES)
    timeline, left_out = view_timeline(gather(rows, frame, timeline=happenings))
    title = frame.words.say("storylines.page", title=shorten(line.title, _LONGEST_TITLE))
    return render_served(
        "storyline.html",
        frame,
        title=title,
        line=view,
        storyline=line.storyline,
        timeline=timeline,
        timeline_left_out=left_out,
    )


def render_outlets_page(outlets: Sequence[NamedView], pager: PagerView, frame: PageFrame) -> str:
    """The list of outlets."""
    return render_served("outlets.html", frame, title=frame.words.say("outlets.title"), outlets=outlets, pager=pager)


def render_outlet_page(profile: OutletProfile, frame: PageFrame) -> str:
    """One outlet."""
    view = view_outlet(profile, frame)
    title = frame.words.say("outlet.title", outlet=shorten(profile.outlet, _LONGEST_TITLE))
    return render_served("outlet.html", frame, title=title, outlet=view)


def render_person_page(
    profile: PersonProfile,
    cards: Sequence[tuple[Story, Sequence[Origin]]],
    storylines: Mapping[str, Storyline],
    frame: PageFrame,
) -> str:
    """One person, place or body; `cards` are the stories that name them, with their origins, in order."""
    view = view_person(profile, cards, storylines, frame)
    title = frame.words.say("person.title", name=shorten(profile.entity.name, _LONGEST_TITLE))
    return render_served("person.html", frame, title=title, person=view)


def render_compare_page(
    compared: Compared | None, asked: tuple[str, str], problem: str | None, action: str, frame: PageFrame
) -> str:
    """Two articles side by side, and a form to choose others.

    Args:
        compared: What they share; None where there is nothing to compare.
        asked: The ids as they were asked for.
        problem: The catalogue's key for why there is nothing; None where nothing was asked.
        action: Where the form leads.
        frame: What stands round the page.
    """
    words = frame.words
    title, pair, refs = words.say("compare.page"), None, []
    if compared is not None:
        context = compare_context(compared, words, frame.links)
        names = (compared.a.article, compared.b.article)
        title = words.say("compare.title", a=context.name(names[0]), b=context.name(names[1]))
        pairs, _ = view_pairs(context)
        pair = pairs[0] if pairs else None
        refs = [context.reference(name) for name in names]
    return render_served(
        "compare.html",
        frame,
        title=title,
        pair=pair,
        refs=refs,
        problem=problem,
        a=asked[0],
        b=asked[1],
        action=action,
    )
