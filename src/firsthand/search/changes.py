"""What a later run changed in a story: its number of origins, and the numbers that it tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from firsthand.archive import ArticlePlace
from firsthand.model import Figure, ListedStory

__all__ = ["note_changes"]


def note_changes(
    stories: Iterable[ListedStory],
    places: Iterable[ArticlePlace],
    arrivals: Mapping[str, tuple[int, int]],
    figures: Sequence[Figure],
) -> list[ListedStory]:
    """The stories with the runs that brought their articles, and what the last of these changed.

    What stood before is told by the articles that were there before: an archive keeps no former states of its stories.

    Args:
        stories: In any order.
        places: Of all articles.
        arrivals: By article: the runs that took in its first and its last state.
        figures: The numbers of the archive.
    """
    told: dict[str, list[ArticlePlace]] = {}
    for place in places:
        if place.story is not None:
            told.setdefault(place.story, []).append(place)
    figures_of: dict[str, list[Figure]] = {}
    for figure in figures:
        for story in figure.stories:
            figures_of.setdefault(story, []).append(figure)
    return [_note(story, told.get(story.story, ()), arrivals, figures_of.get(story.story, ())) for story in stories]


def _note(
    story: ListedStory,
    places: Sequence[ArticlePlace],
    arrivals: Mapping[str, tuple[int, int]],
    figures: Sequence[Figure],
) -> ListedStory:
    runs = [arrivals[place.article] for place in places if place.article in arrivals]
    if not runs:
        return story
    first, last = min(run for run, _ in runs), max(run for _, run in runs)
    story = replace(story, first_run=first, last_run=last)
    if first == last:
        return story
    new = {place.article for place in places if arrivals.get(place.article, (0, 0))[1] == last}
    before = {place.origin or place.article for place in places if arrivals.get(place.article, (last, 0))[0] < last}
    now = {place.origin or place.article for place in places}
    return replace(
        story,
        origins_before=len(before) if len(before) != len(now) else None,
        figures_changed=tuple(figure.what for figure in figures if _is_changed(figure, new)),
    )


def _is_changed(figure: Figure, new: set[str]) -> bool:
    """Whether the new articles give a value that the others do not."""

    def values(*, of_new: bool) -> set[tuple[str, str | None]]:
        return {(str(value.value), value.qualifier) for value in figure.values if (value.article in new) is of_new}

    return bool(values(of_new=False)) and not values(of_new=True) <= values(of_new=False)
