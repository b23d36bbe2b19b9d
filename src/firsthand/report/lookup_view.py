"""Lists and searches as the served pages show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.model import Entity, ListedFigure, ListedStoryline, SearchHit
from firsthand.report.links import Links
from firsthand.report.lookup_views import HitView, ListedFigureView, NamedView, StorylineView
from firsthand.report.marking import Mark, cut_pieces
from firsthand.report.times import view_time
from firsthand.report.views import ArticleRef
from firsthand.report.visible import shorten
from firsthand.report.words import Words

__all__ = ["entity_label", "view_entity", "view_figure_line", "view_hit", "view_storyline"]

_LONGEST_TITLE = 200
_MOST_STORIES = 6
_MOST_VALUES = 6


def entity_label(entity: Entity, words: Words) -> str:
    """What kind of thing is named, in words."""
    key = f"entity.label.{entity.label}"
    return words.say(key if words.has(key) else "entity.label.other")


def view_entity(entity: Entity, links: Links, words: Words, *, has_sayings: bool = False) -> NamedView:
    """A name with how many articles it stands in."""
    note = [entity_label(entity, words), words.count("search.named_in", entity.articles)]
    if has_sayings:
        note.append(words.say("search.says"))
    return NamedView(name=shorten(entity.name, _LONGEST_TITLE), href=links.entity(entity.entity), note=", ".join(note))


def view_hit(hit: SearchHit, titles: Mapping[str, str], links: Links, words: Words) -> HitView:
    """One article that a search found, with the stretch of its text that shows why.

    Args:
        hit: What was found.
        titles: Of the stories, by id.
        links: How pages are addressed.
        words: The catalogue to speak from.
    """
    span = hit.snippet_span
    shown = []
    if span is not None:
        inside = [mark for mark in hit.marks if span.start <= mark.start and mark.end <= span.end]
        shown = [
            Mark(mark._replace(start=mark.start - span.start, end=mark.end - span.start), "cited") for mark in inside
        ]
    first = next((mark for mark in hit.marks if span is not None and span.start <= mark.start), None)
    whole = span._replace(start=0, end=len(hit.snippet)) if span is not None else None
    return HitView(
        ref=ArticleRef(
            article=hit.article,
            outlet=hit.outlet or words.say("articles.outlet_unknown"),
            outlet_known=hit.outlet is not None,
            headline=shorten(hit.headline or words.say("articles.headline_unknown"), _LONGEST_TITLE),
            language=None,
            published=view_time(hit.published, words) if hit.published else None,
            origin=None,
            href=links.article(hit.story, hit.article),
        ),
        pieces=cut_pieces(hit.snippet, whole, shown) if whole is not None else (),
        before=bool(span and span.start > 0),
        after=span is not None,
        href=links.article(hit.story, hit.article, first) if first else None,
        story_title=shorten(titles[hit.story], _LONGEST_TITLE) if hit.story and hit.story in titles else None,
        story_href=links.story(hit.story) if hit.story else None,
    )


def view_figure_line(figure: ListedFigure, titles: Mapping[str, str], links: Links, words: Words) -> ListedFigureView:
    """One number that a search found, with its values."""
    relation = f"figures.relation.{figure.relation}"
    story = figure.stories[0] if figure.stories else ""
    page = links.story(story) if story else None
    return ListedFigureView(
        what=shorten(figure.what, _LONGEST_TITLE),
        relation=figure.relation if words.has(relation) else "other",
        relation_words=words.say(relation) if words.has(relation) else figure.relation,
        values=words.say("figures.between").join(shorten(value, 60) for value in figure.values[:_MOST_VALUES]),
        href=f"{page}#story-1-figures" if page else None,
        story_title=shorten(titles.get(story, story), _LONGEST_TITLE),
    )


def view_storyline(
    line: ListedStoryline,
    titles: Mapping[str, tuple[str, str | None]],
    links: Links,
    words: Words,
    *,
    at_most: int = _MOST_STORIES,
) -> StorylineView:
    """One storyline with `at_most` of its stories; `titles` are title and day of the stories, by id."""

    def named(story: str) -> NamedView:
        title, date = titles.get(story, (story, None))
        day = view_time(date, words).words if date else words.say("person.day_unknown")
        return NamedView(name=shorten(title, _LONGEST_TITLE), href=links.story(story), note=day)

    days: Sequence[str] = [view_time(day, words).words for day in (line.first, line.last) if day]
    when = words.say("front.date_unknown")
    if days:
        when = days[0] if days[0] == days[-1] else words.say("storylines.between", first=days[0], last=days[-1])
    stories = words.count("count.stories", len(line.stories))
    return StorylineView(
        title=shorten(line.title, _LONGEST_TITLE),
        href=links.storyline(line.storyline),
        when=when,
        counted=f"{stories}, {words.count('count.articles', line.articles)}",
        stories=tuple(named(story) for story in line.stories[:at_most]),
        left_out=max(0, len(line.stories) - at_most),
    )
