"""What users decided of stories, laid over what the program told of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand import stories
from firsthand.archive import TOLD, Shelf
from firsthand.model import Story, ToldStory
from firsthand.pipeline.holdings import Holdings
from firsthand.pipeline.workshop import Workshop

__all__ = ["correct_told"]


def correct_told(
    shop: Workshop, told: Holdings, corrected: Holdings, *, is_whole: bool
) -> tuple[Holdings, Sequence[Shelf]]:
    """The stories as they are shown, and what is to be kept of those that the program told otherwise.

    The program goes on from its own stories at the next run, so that a correction changes nothing of how it groups, and
    leaves nothing behind when it is taken back. Where nobody ever corrected a story the two are one.

    Args:
        shop: The archive, and the corrections.
        told: The stories as the program told them, with those of this run.
        corrected: The stories as users corrected them; those of this run are put in.
        is_whole: Whether all stories were told anew.
    """
    kept: list[ToldStory] = list(shop.writer.shelves.each(TOLD, ToldStory))
    anchors = stories.corrected_articles(shop.corrections.in_force)
    if not kept and not anchors:
        return told, ()
    if is_whole:
        corrected.all_before()
    near = set(told.before)  # what the program looked at; their storylines are looked at too
    # All that a correction touches, touched in the last run, or that the program told anew.
    looked_at = {story.story: story for story in told.stories_of(anchors)}
    looked_at |= {story.story: story for story in told.stories([each.story for each in kept])}
    looked_at |= told.told
    given = [looked_at[name] for name in sorted(looked_at)]
    shown = stories.correct_stories(given, shop.corrections.in_force, told, shop.settings.stories)
    changed = [story for story in shown if is_whole or story.story in told.told or _differs(shop, story)]
    ended = ({each.story for each in kept} | told.ended | looked_at.keys()) - {story.story for story in shown}
    corrected.stories(sorted(near | ended | {story.story for story in changed}))
    corrected.put(changed, ended)
    return corrected, _keep_told(kept, given, shown)


def _differs(shop: Workshop, story: Story) -> bool:
    """Whether a story is another than the last run left it, but for what is filled in later."""
    was: list[Story] = shop.writer.shelves.owned("stories", Story, story.story)
    return not was or was[0] != replace(
        story, outlets=was[0].outlets, origins=was[0].origins, storyline=was[0].storyline
    )


def _keep_told(kept: Sequence[ToldStory], given: Sequence[Story], shown: Sequence[Story]) -> list[Shelf]:
    """The shelves of what is to be kept from now on; empty ones for what is as the program told it again."""
    by_id = {story.story: story for story in given}
    names = {story.story: story for story in shown}
    found = {
        name: ToldStory(story=name, told=by_id.get(name))
        for name in by_id.keys() | names.keys()
        if by_id.get(name) != names.get(name)
    }
    shelves = [
        Shelf(
            owner=each.story,
            records=(each,),
            places=() if each.told is None else (*each.told.articles, *each.told.aliases),
        )
        for _, each in sorted(found.items())
    ]
    return [*shelves, *(Shelf(owner=each.story) for each in kept if each.story not in found)]
