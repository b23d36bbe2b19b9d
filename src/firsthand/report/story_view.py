"""One story as its page shows it, and the list of stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from firsthand.model import Dossier, Origin, Story, Storyline
from firsthand.report.article_view import view_articles
from firsthand.report.calling import view_called
from firsthand.report.context import StoryContext, mark_origins
from firsthand.report.coverage import view_coverage
from firsthand.report.happenings import view_timeline
from firsthand.report.headline import headline_number
from firsthand.report.ledger import view_figures
from firsthand.report.lineage_choice import Pair, choose_drawn, choose_pairs, pair_addresses
from firsthand.report.links import Links, origin_anchor
from firsthand.report.marking import Piece
from firsthand.report.page_views import FrontStoryView, StoryView
from firsthand.report.pairs import view_lineage_rows, view_pairs
from firsthand.report.picture import draw_lineage
from firsthand.report.sayings import view_speakers
from firsthand.report.times import view_time
from firsthand.report.views import (
    OriginMark,
    OriginView,
    RelatedView,
    SourceView,
    StripView,
)
from firsthand.report.visible import shorten, visible_language
from firsthand.report.words import Words

__all__ = ["order_stories", "view_front_story", "view_story"]

_CELL, _CELL_GAP, _GROUP_GAP = 14.0, 2.0, 8.0
_MOST_CELLS = 60
_LONGEST_TITLE = 200
_MOST_NAMES = 5


def order_stories(stories: Iterable[Story]) -> list[Story]:
    """Stories with the most origins first; then the most articles, the latest day, and the id."""
    by_id = sorted(stories, key=lambda story: story.story)
    by_day = sorted(by_id, key=lambda story: story.date or "", reverse=True)
    return sorted(by_day, key=lambda story: (-story.origins, -len(story.articles)))


def _draw_strip(
    story: Story, origins: Sequence[Origin], marks: Mapping[str, OriginMark], words: Words
) -> StripView | None:
    """One cell an article, grouped by origin in the order of the letters."""
    here = set(story.articles)
    groups = [(marks[origin.origin], len(here.intersection(origin.articles))) for origin in origins]
    groups = sorted((group for group in groups if group[1]), key=lambda group: (len(group[0].letter), group[0].letter))
    if not groups:
        return None
    cells: list[tuple[float, int, bool]] = []
    x = 0.0
    for mark, number in groups:
        for _ in range(number):
            cells.append((x, mark.shape, mark.mixed))
            x += _CELL + _CELL_GAP
        x += _GROUP_GAP - _CELL_GAP
    cells = cells[:_MOST_CELLS]
    said = ", ".join(f"{mark.letter} {number}" for mark, number in groups[:_MOST_CELLS])
    description = words.say("origins.strip", articles=words.count("count.articles", len(story.articles)), origins=said)
    return StripView(width=cells[-1][0] + _CELL, cells=tuple(cells), description=description)


def view_front_story(
    story: Story, origins: Sequence[Origin], storylines: Mapping[str, Storyline], links: Links, words: Words
) -> FrontStoryView:
    """One story of the list.

    Args:
        story: The story.
        origins: Its origins.
        storylines: The storylines of the archive, by id.
        links: How pages are addressed.
        words: The catalogue to speak from.
    """
    storyline = storylines.get(story.storyline or "")
    marks = mark_origins(origins, story)
    return FrontStoryView(
        title=shorten(story.title, _LONGEST_TITLE),
        language=None,
        day=view_time(story.date, words) if story.date else None,
        headline_number=headline_number(story, origins, words),
        strip=_draw_strip(story, origins, marks, words),
        href=links.story(story.story),
        storyline_stories=len(storyline.stories) if storyline else 0,
    )


def _pairs_of(origin: Origin, hrefs: Mapping[Pair, str], context: StoryContext) -> tuple[tuple[str, str], ...]:
    """The pairs that show why: texts of this origin side by side, then with what it borrows."""
    members = set(origin.articles)
    near = [pair for pair in hrefs if members.intersection(pair)]
    near.sort(key=lambda pair: not members.issuperset(pair))
    words = context.words
    return tuple(
        (words.say("origins.pair", one=context.name(a), other=context.name(b)), hrefs[a, b])
        for a, b in near[:_MOST_NAMES]
    )


def _view_origins(context: StoryContext, hrefs: Mapping[Pair, str]) -> tuple[OriginView, ...]:
    words = context.words
    # Captions show nothing of where a text comes from.
    copied = {(link.a, link.b) for link in context.dossier.lineages if link.containment_a or link.containment_b}
    telling = {pair: href for pair, href in hrefs.items() if pair in copied}
    views = []
    for origin in context.dossier.origins:
        elsewhere = words.say("origins.elsewhere")
        lenders = (elsewhere if context.is_origin_elsewhere(name) else name for name in origin.borrows_from)
        names = dict.fromkeys(context.marks[name].name if name in context.marks else name for name in lenders)
        mixed = None
        if origin.mixed:
            mixed = words.say("origins.mixed", names=", ".join(names)) if names else words.say("origins.mixed_unnamed")
        views.append(
            OriginView(
                mark=context.marks[origin.origin],
                members=tuple(context.reference(article) for article in origin.articles if article in context.articles),
                mixed_words=mixed,
                inferred=origin.inferred,
                evidence=context.in_names(origin.evidence),
                anchor=origin_anchor(context.number, context.marks[origin.origin].letter),
                counted=words.count("count.articles", sum(article in context.articles for article in origin.articles)),
                pairs=_pairs_of(origin, telling, context),
            )
        )
    return tuple(sorted(views, key=lambda view: (len(view.mark.letter), view.mark.letter)))


def _view_related(context: StoryContext) -> tuple[RelatedView, ...]:
    dossier = context.dossier
    views = []
    for story in sorted(dossier.related, key=lambda other: (other.date or "9999", other.story)):
        pair = {story.story, dossier.story.story}
        links = dossier.storyline.links if dossier.storyline else ()
        reasons = [reason for link in links if {link.source, link.target} == pair for reason in link.reasons]
        views.append(
            RelatedView(
                title=shorten(story.title, _LONGEST_TITLE),
                day=view_time(story.date, context.words) if story.date else None,
                href=context.links.story(story.story),
                reasons=tuple(dict.fromkeys(reasons)),
            )
        )
    return tuple(views)


def _notes(context: StoryContext) -> tuple[tuple[str, dict[str, str]], ...]:
    """What this page lacks, and the command that would fill it."""
    dossier = context.dossier
    values = {"archive": context.options.archive, "story": context.story}
    missing = [article for article in context.articles if article not in dossier.annotations]
    notes: list[tuple[str, dict[str, str]]] = []
    if missing and len(missing) == len(context.articles):
        notes.append(("unannotated.all", values))
    elif missing:
        numbers = {"number": str(len(missing)), "all": str(len(context.articles))}
        notes.append(("unannotated.some", values | numbers))
    skipped: dict[str, list[str]] = {}
    for article in context.articles:
        reason = dossier.annotations[article].skipped if article in dossier.annotations else None
        if reason:
            skipped.setdefault(reason, []).append(context.name(article))
    for reason, names in sorted(skipped.items()):
        shown = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
        articles = context.words.count("count.articles", len(names))
        notes.append(("unannotated.skipped", {"articles": articles, "outlets": shown, "reason": reason}))
    return tuple(notes)


def _view_summary(context: StoryContext) -> tuple[SourceView | None, tuple[Piece, ...]]:
    """The sentence that stands for the story: where it was read, and the sentence alone."""
    story = context.dossier.story
    if story.summary_article not in context.articles or story.summary_span is None:
        return None, ()
    source = context.source(story.summary_article, story.summary_span)
    return source, context.sentence(story.summary_article, story.summary_span, ())


def view_story(context: StoryContext) -> StoryView:
    """All that a story's page shows."""
    dossier: Dossier = context.dossier
    story = dossier.story
    timeline, timeline_left_out = view_timeline(context)
    figures, figures_left_out = view_figures(context)
    speakers, quotations_left_out = view_speakers(context)
    called, called_left_out = view_called(context)
    drawn = choose_drawn(context)
    chosen = choose_pairs(context, drawn)
    hrefs = pair_addresses(chosen[0], context.number)
    pairs, pairs_left_out = view_pairs(context, chosen)
    lineage, lineage_left_out = view_lineage_rows(context, hrefs)
    articles, articles_left_out = view_articles(context)
    title_row = context.articles.get(story.title_article)
    summary, sentence = _view_summary(context)
    return StoryView(
        story=story.story,
        href=context.links.story(story.story),
        number=context.number,
        title=shorten(story.title, _LONGEST_TITLE),
        title_language=visible_language(title_row.language) if title_row else None,
        day=view_time(story.date, context.words) if story.date else None,
        headline_number=headline_number(story, dossier.origins, context.words),
        summary=summary,
        summary_sentence=sentence,
        strip=_draw_strip(story, dossier.origins, context.marks, context.words),
        notes=_notes(context),
        timeline=timeline,
        timeline_left_out=timeline_left_out,
        coverage=view_coverage(context),
        figures=figures,
        figures_left_out=figures_left_out,
        speakers=speakers,
        quotations_left_out=quotations_left_out,
        called=called,
        called_left_out=called_left_out,
        pairs=pairs,
        pairs_left_out=pairs_left_out,
        picture=draw_lineage(context, drawn),
        lineage=lineage,
        lineage_left_out=lineage_left_out,
        changed=tuple(context.reference(article) for article in context.articles if article in dossier.versions),
        origins=_view_origins(context, hrefs),
        related=_view_related(context),
        storyline_href=context.links.storyline(dossier.storyline.storyline) if dossier.storyline else None,
        articles=articles,
        articles_left_out=articles_left_out,
        annotated=any(not annotation.skipped for annotation in dossier.annotations.values()),
    )
