"""The card index of an archive: what lists are picked from, small enough to be held in memory between questions.

Read once for each state of the archive, in a few seconds for 100,000 articles. It holds no text and no record whole.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from firsthand.archive import ArchiveReader, ArticlePlace
from firsthand.model import Entity, Figure, ListedFigure, ListedStory, ListedStoryline, Story, Utterance
from firsthand.search.changes import note_changes

__all__ = [
    "Catalogue",
    "StoryFilter",
    "build_catalogue",
    "match_names",
    "read_languages",
]

_WEEK_DAYS = 7

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFilter:
    """Which stories are asked for; what is None or empty asks for nothing.

    Attributes:
        first: The first ISO day, inclusive.
        last: The last ISO day, inclusive.
        outlets: Names, as the articles give them: a story passes that has an article of one of them.
        language: ISO 639-1.
        among: Ids: those of the stories that name somebody.
    """

    first: str | None = None
    last: str | None = None
    outlets: frozenset[str] | None = None
    language: str | None = None
    among: frozenset[str] | None = None

    def select(self, stories: Sequence[ListedStory]) -> Sequence[ListedStory]:
        """Those of `stories` that are asked for, in their order."""
        if self == StoryFilter():
            return stories
        if self == StoryFilter(outlets=self.outlets):  # what is asked for most, a third of the time of the rule below
            asked = self.outlets or frozenset()
            return [story for story in stories if not asked.isdisjoint(story.outlets)]
        return [story for story in stories if self.passes(story)]

    def passes(self, story: ListedStory) -> bool:
        """Whether `story` is asked for. One whose day is not known is not, where days are."""
        if self.among is not None and story.story not in self.among:
            return False
        if (self.first or self.last) and story.date is None:
            return False
        if self.first and (story.date or "") < self.first:
            return False
        if self.last and (story.date or "")[: len(self.last)] > self.last:
            return False
        if self.language and self.language not in story.languages:
            return False
        return self.outlets is None or not self.outlets.isdisjoint(story.outlets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What an archive holds, by name.

    Attributes:
        state: The state of the archive that it was read from.
        latest: The stories, the last week first and in it those with most origins; then the week before.
        foremost: The stories with most origins first, whatever their day.
        stories: All of them by id.
        storylines: The latest first.
        outlets: How many articles each outlet has, by name.
        languages: How many articles are in each language.
        entities: Who and what is named, those that most articles name first.
        figures: Those told by most origins first.
        sayings: Of whom a saying is kept in which stories: by id of the speaker, and by name where none is known.
        names: What is searched by name, folded: the spellings of each entity, the words of each number, each outlet.
        counts: How many articles, outlets and stories there are.
        run_times: When each run ended.
    """

    state: str
    latest: Sequence[ListedStory] = ()
    foremost: Sequence[ListedStory] = ()
    stories: Mapping[str, ListedStory] = field(default_factory=dict)
    storylines: Sequence[ListedStoryline] = ()
    outlets: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    entities: Sequence[Entity] = ()
    figures: Sequence[ListedFigure] = ()
    sayings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    run_times: Mapping[int, str] = field(default_factory=dict)


def read_languages(reader: ArchiveReader, known: Mapping[bytes, str | None]) -> dict[bytes, str | None]:
    """The language of every article, under the digest of its reading; what is in `known` is not read again."""
    places = reader.directory.places()
    new = {place.article: place.reading for place in places if place.reading not in known}
    found = {place.reading: known[place.reading] for place in places if place.reading in known}
    found |= {new[article]: language for article, language in reader.directory.languages(new)}
    return found


def build_catalogue(reader: ArchiveReader, languages: Mapping[bytes, str | None]) -> Catalogue:
    """The catalogue of an archive as it is now.

    Args:
        reader: The open archive.
        languages: As `read_languages` gives them; empty for none.

    Raises:
        ArchiveError: The archive cannot be read.
    """
    state = reader.directory.state()
    places = reader.directory.places()
    outlets = Counter(place.outlet for place in places if place.outlet)
    spoken = Counter(language for place in places if (language := languages.get(place.reading)))
    stories = _list_stories(reader.records("stories"), places, languages)
    figures = list(reader.records("figures"))
    stories = note_changes(stories, places, reader.directory.arrivals(), figures)
    by_day = sorted(stories, key=lambda each: (-each.origins, -each.articles))  # stable: the latest of equals first
    ranked = dict(sorted(outlets.items(), key=lambda each: (-each[1], each[0])))
    entities = sorted(reader.records("entities"), key=lambda each: (-each.articles, each.name, each.entity))
    listed = _list_figures(figures)
    return Catalogue(
        state=state,
        latest=_by_week(by_day),
        foremost=by_day,
        stories={each.story: each for each in by_day},
        storylines=_list_storylines(stories),
        outlets=ranked,
        languages=dict(spoken.most_common()),
        entities=entities,
        figures=listed,
        names={
            "entities": [_fold(each.name, *each.aliases) for each in entities],
            "figures": [_fold(" ".join((each.what, *each.values))) for each in listed],
            "outlets": [_fold(name) for name in ranked],
        },
        sayings=_list_sayings(reader.records("utterances")),
        counts={"articles": len(places), "outlets": len(outlets), "stories": len(stories)},
        run_times=reader.directory.run_times(),
    )


def _fold(*spellings: str) -> str:
    """The spellings of one thing, one a line, as they are compared."""
    return "\n".join(spelling.replace("\n", " ").casefold() for spelling in spellings)


def _list_stories(
    stories: Iterable[Story],
    places: Iterable[ArticlePlace],
    languages: Mapping[bytes, str | None],
) -> list[ListedStory]:
    """By day, the latest first, then by id."""
    of_outlet: dict[str, set[str]] = {}
    of_language: dict[str, set[str]] = {}
    for _, outlet, story, reading, _ in places:
        if story is not None and outlet is not None:
            of_outlet.setdefault(story, set()).add(outlet)
        language = languages.get(reading)
        if story is not None and language is not None:
            of_language.setdefault(story, set()).add(language)
    listed = [
        ListedStory(
            story=each.story,
            title=each.title,
            date=each.date,
            articles=len(each.articles),
            origins=each.origins,
            storyline=each.storyline,
            outlets=tuple(sorted(of_outlet.get(each.story, ()))),
            languages=tuple(sorted(of_language.get(each.story, ()))),
        )
        for each in stories
    ]
    listed.sort(key=lambda each: each.story)
    listed.sort(key=lambda each: each.date or "", reverse=True)
    return listed


def _day(date: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((date or "")[:10])
    except ValueError:
        return None


def _by_week(stories: Sequence[ListedStory]) -> list[ListedStory]:
    """The week that ends with the latest day first; those without a day last. Otherwise in order."""
    days = {story.story: _day(story.date) for story in stories}
    known = [day for day in days.values() if day is not None]
    if not known:
        return list(stories)
    newest = max(known)

    def week(story: ListedStory) -> float:
        day = days[story.story]
        return float("inf") if day is None else (newest - day).days // _WEEK_DAYS

    return sorted(stories, key=week)


def _list_storylines(stories: Iterable[ListedStory]) -> list[ListedStoryline]:
    lines: dict[str, list[ListedStory]] = {}
    for story in stories:
        if story.storyline is not None:
            lines.setdefault(story.storyline, []).append(story)
    listed = []
    for name, found in lines.items():
        ordered = sorted(found, key=lambda each: (each.date is None, each.date or "", each.story))
        dates = [each.date for each in ordered if each.date]
        lead = min(found, key=lambda each: (-each.origins, -each.articles, each.story))
        listed.append(
            ListedStoryline(
                storyline=name,
                stories=tuple(each.story for each in ordered),
                title=lead.title,
                first=dates[0] if dates else None,
                last=dates[-1] if dates else None,
                articles=sum(each.articles for each in found),
            )
        )
    listed.sort(key=lambda each: each.storyline)
    listed.sort(key=lambda each: each.last or "", reverse=True)
    return listed


def _list_figures(figures: Iterable[Figure]) -> list[ListedFigure]:
    ranked = sorted(figures, key=lambda each: (-len(each.origins), each.what, each.figure))
    return [
        ListedFigure(
            figure=each.figure,
            what=each.what,
            relation=each.relation,
            stories=each.stories,
            values=tuple(dict.fromkeys(_spoken(value.qualifier, value.value, value.unit) for value in each.values)),
        )
        for each in ranked
    ]


def _spoken(qualifier: str | None, value: float | str, unit: str | None) -> str:
    number = value if isinstance(value, str) else f"{value:,.15g}"
    return " ".join(part for part in (qualifier, number, unit) if part)


def _list_sayings(utterances: Iterable[Utterance]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for each in utterances:
        name = each.speaker or each.speaker_name
        if name:
            found.setdefault(name, {}).update(dict.fromkeys(each.stories))
    return {name: tuple(stories) for name, stories in found.items()}


def match_names(query: str, names: Sequence[str], found: Iterable[Found]) -> Iterator[Found]:
    """What has a name in which every word of `query` stands, in their order; case does not matter.

    Args:
        query: As a reader types it.
        names: As `Catalogue.names` holds them.
        found: What they stand for, in the same order.
    """
    words = query.casefold().split()
    if not words:
        return
    for spellings, each in zip(names, found, strict=True):
        # All words in all spellings together first: hardly any pass.
        if all(word in spellings for word in words) and any(
            all(word in spelling for word in words) for spelling in spellings.split("\n")
        ):
            yield each
