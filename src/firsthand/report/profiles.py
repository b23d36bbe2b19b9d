"""One outlet, and one person or body, as their pages show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.model import MonthShares, Origin, OutletHabit, OutletProfile, PersonProfile, Story, Storyline
from firsthand.report.context import StoryContext, order_of_publication, percent
from firsthand.report.frame import PageFrame
from firsthand.report.gathering import gather
from firsthand.report.lineage_choice import Pair
from firsthand.report.lookup_view import entity_label
from firsthand.report.lookup_views import NamedView, OutletView, PersonView, SaidView, ShareView
from firsthand.report.pairs import view_pairs
from firsthand.report.quotations import group_quotations, view_quotation
from firsthand.report.sayings import other_quotations, view_utterance
from firsthand.report.story_view import view_front_story
from firsthand.report.times import TimeView, view_time
from firsthand.report.visible import shorten
from firsthand.report.words import Words

__all__ = ["view_outlet", "view_person"]

_BAR = 240.0  # width of the picture of one month, in CSS pixels
_MOST_ARTICLES = 40
_MOST_NAMES = 30
_MOST_SAYINGS = 120
_MOST_STORIES = 30


# --- outlets ---------------------------------------------------------------------------------------------------


def _label(shares: MonthShares, words: Words) -> str:
    return view_time(shares.month, words).words if shares.month else words.say("person.day_unknown")


def _view_shares(shares: MonthShares, label: str) -> ShareView:
    whole = max(1, shares.own + shares.agency + shares.copied)
    bars, x = [], 0.0
    for name, size in (("own", shares.own), ("agency", shares.agency), ("copied", shares.copied)):
        width = round(_BAR * size / whole, 1)
        bars.append((name, round(x, 1), width))
        x += width
    without = shares.own + shares.copied
    return ShareView(
        label=label,
        articles=shares.articles,
        own=percent(shares.own / whole),
        agency=percent(shares.agency / whole),
        copied=percent(shares.copied / whole),
        own_without=percent(shares.own / without) if without else "–",
        bars=tuple(bars),
    )


def _add_up(months: Sequence[MonthShares]) -> MonthShares:
    return MonthShares(
        month=None,
        articles=sum(each.articles for each in months),
        own=sum(each.own for each in months),
        agency=sum(each.agency for each in months),
        copied=sum(each.copied for each in months),
    )


def _view_habit(habit: OutletHabit, frame: PageFrame) -> NamedView:
    words = frame.words
    key = "outlet.habit.leaves_out" if habit.instead is None else "outlet.habit.other"
    key = "outlet.habit.adds" if habit.words is None else key
    said = {"words": shorten(habit.words or "", 80), "instead": shorten(habit.instead or "", 80)}
    return NamedView(
        name=words.say(key, **said),
        href=frame.links.compare(*habit.example),
        note=words.count("count.articles", habit.articles),
    )


def view_outlet(profile: OutletProfile, frame: PageFrame) -> OutletView:
    """One outlet: whose text it prints, whom it quotes, what it changes."""
    words, links = frame.words, frame.links
    context = gather(
        [*profile.rows, *profile.pairs],
        frame,
        shared=(profile.passages, profile.lineages, profile.wordings),
    )
    months = tuple(_view_shares(each, _label(each, words)) for each in profile.months)
    reworded: list[Pair] = sorted({(each.a, each.b) for each in profile.wordings})
    pairs, _ = view_pairs(context, (reworded, 0))
    said = "; ".join(f"{month.label}: {month.own} {words.say('outlet.own')}" for month in months)
    habits = tuple(_view_habit(each, frame) for each in profile.habits)
    return OutletView(
        outlet=profile.outlet,
        looked_at=words.say("outlet.looked_at", number=f"{len(profile.rows):,}", all=f"{profile.articles:,}"),
        total=_view_shares(_add_up(profile.months), words.say("outlet.total")),
        months=months,
        description=words.say("outlet.picture", months=said),
        lenders=tuple(
            NamedView(
                name=name,
                href=links.outlet(name) if name in profile.held else None,
                note=words.count("count.articles", number),
            )
            for name, number in profile.lenders[:_MOST_NAMES]
        ),
        quoted=tuple(
            NamedView(
                name=shorten(name, 80),
                href=links.entity(speaker) if speaker else None,
                note=words.count("count.articles", number),
            )
            for speaker, name, number in profile.quoted[:_MOST_NAMES]
        ),
        is_annotated=profile.annotated > 0,
        habits=habits,
        pairs=pairs,
        articles=tuple(context.reference(row.article) for row in profile.rows[:_MOST_ARTICLES]),
    )


# --- persons ---------------------------------------------------------------------------------------------------


def _first_told(articles: Sequence[str], context: StoryContext) -> tuple[tuple[object, str], TimeView | None]:
    """Key that orders sayings by the first article that reports them, and the day of that."""
    rows = sorted((context.articles[article] for article in articles), key=order_of_publication)
    published = rows[0].published
    return order_of_publication(rows[0]), view_time(published[:10], context.words) if published else None


def _stories_of(articles: Sequence[str], titles: Mapping[str, str], context: StoryContext) -> tuple[NamedView, ...]:
    stories = dict.fromkeys(story for article in articles for story in context.articles[article].stories)
    return tuple(
        NamedView(name=shorten(titles[story], 100), href=context.links.story(story), note="")
        for story in stories
        if story in titles
    )


def _view_sayings(profile: PersonProfile, titles: Mapping[str, str], context: StoryContext) -> tuple[SaidView, ...]:
    found: list[tuple[tuple[object, str], SaidView]] = []
    for utterance in profile.utterances:
        view = view_utterance(utterance, context)
        articles = [each.article for each in utterance.instances if each.article in context.articles]
        if view is not None:
            key, day = _first_told(articles, context)
            said = SaidView(day=day, utterance=view, quotation=None, stories=_stories_of(articles, titles, context))
            found.append((key, said))
    for told in other_quotations(context.dossier, group_quotations(context.dossier)).values():
        for same in told:
            articles = [each.article for each in same]
            key, day = _first_told(articles, context)
            stories = _stories_of(articles, titles, context)
            found.append(
                (key, SaidView(day=day, utterance=None, quotation=view_quotation(same, context), stories=stories))
            )
    found.sort(key=lambda each: each[0])
    return tuple(said for _, said in found[:_MOST_SAYINGS])


def view_person(
    profile: PersonProfile,
    cards: Sequence[tuple[Story, Sequence[Origin]]],
    storylines: Mapping[str, Storyline],
    frame: PageFrame,
) -> PersonView:
    """One person or body: what they are reported to have said, in the order in which it was first reported.

    Args:
        profile: What the archive shows.
        cards: The stories that name them, with their origins, in the order in which they are to stand.
        storylines: Of these, by id.
        frame: How pages are addressed, and in which words they speak.
    """
    words, links = frame.words, frame.links
    context = gather(profile.rows, frame, annotations=profile.annotations, utterances=profile.utterances)
    titles = {story.story: story.title for story, _ in cards}
    others = [alias for alias in profile.entity.aliases if alias != profile.entity.name]
    return PersonView(
        entity=profile.entity.entity,
        href=links.entity(profile.entity.entity),
        name=shorten(profile.entity.name, 120),
        label=entity_label(profile.entity, words),
        also=", ".join(shorten(alias, 80) for alias in others[:_MOST_NAMES]),
        counted=words.say(
            "person.counts",
            articles=words.count("count.articles", profile.entity.articles),
            name=shorten(profile.entity.name, 80),
        ),
        sayings=_view_sayings(profile, titles, context),
        looked_at=None if profile.is_all else len(profile.rows),
        stories=tuple(
            view_front_story(story, origins, storylines, links, words) for story, origins in cards[:_MOST_STORIES]
        ),
        stories_left_out=max(0, len(profile.stories) - _MOST_STORIES),
    )
