"""The front: the stories of the archive, narrowed by day, outlet, name and language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from firsthand.errors import ConfigError
from firsthand.model import Entity, ListedStory
from firsthand.report import FilterView, FrontPage, render_front_page
from firsthand.search import Catalogue, StoryFilter
from firsthand.web.addresses import front_address
from firsthand.web.room import TWIN, Room, page_number, wants_data
from firsthand.web.twins import front_twin

if TYPE_CHECKING:
    from firsthand.api import OpenArchive

__all__ = ["Front"]

_STORIES_A_PAGE = 30
_MOST_OUTLETS = 300  # to choose from; any other can be typed
_LONGEST_WORD = 200
_FIELDS = ("from", "to", "outlet", "entity", "language", "order")
_ORDERS = ("latest", "origins")


def _asked(request: Request) -> dict[str, str]:
    """What the form was filled in with, as far as it can be used."""
    asked = {name: request.query_params.get(name, "").strip()[:_LONGEST_WORD] for name in _FIELDS}
    for name in ("from", "to"):
        if not _is_day(asked[name]):
            asked[name] = ""
    if asked["order"] not in _ORDERS:
        asked["order"] = _ORDERS[0]
    return asked


def _is_day(value: str) -> bool:
    parts = value.split("-")
    return [len(part) for part in parts] == [4, 2, 2] and all(part.isascii() and part.isdigit() for part in parts)


def _query(asked: dict[str, str]) -> dict[str, str]:
    """What stands in the address: nothing for what is as it comes."""
    return {name: value for name, value in asked.items() if value and (name, value) != ("order", _ORDERS[0])}


def find_entity(asked: str, entities: Sequence[Entity]) -> Entity | None:
    """The entity of that id or name, the most named of several."""
    wanted = asked.casefold()
    for entity in entities:
        if entity.entity == asked or wanted in map(str.casefold, (entity.name, *entity.aliases)):
            return entity
    return None


def _named(asked: str, catalogue: Catalogue) -> frozenset[str]:
    """The outlets of that name; case does not matter."""
    wanted = asked.casefold()
    return frozenset(outlet for outlet in catalogue.outlets if outlet.casefold() == wanted)


class Front(Room):
    """The list of stories."""

    def page(self, request: Request) -> Response:
        """One page of the list, or its twin."""
        asked = _asked(request)
        query = _query(asked)
        suffix = TWIN if wants_data(request) else ""
        number = page_number(request)
        with self.open_archive() as archive:
            catalogue = self.cards.current(archive)
            stories = self._choose(archive, catalogue, asked)
            pager = self.pager(number, len(stories), _STORIES_A_PAGE, lambda page: front_address(page, suffix, query))
            if pager is None:
                return self.missing(request)
            first = (number - 1) * _STORIES_A_PAGE
            shown = [story.story for story in stories[first : first + _STORIES_A_PAGE]]
            cards = archive.desk.cards(shown)
            if suffix:
                pages = max(1, -(-len(stories) // _STORIES_A_PAGE))
                return JSONResponse(front_twin([story for story, _ in cards], catalogue.counts, number, pages))
            storylines = archive.desk.storylines([story.storyline for story, _ in cards if story.storyline])
        page = FrontPage(
            cards=cards,
            storylines=storylines,
            counts=catalogue.counts,
            filters=self._view_filters(asked, catalogue, len(stories)),
            pager=pager,
        )
        return HTMLResponse(render_front_page(page, self.framed(front_address(number, TWIN, query))))

    def _choose(self, archive: OpenArchive, catalogue: Catalogue, asked: dict[str, str]) -> Sequence[ListedStory]:
        ordered = catalogue.latest if asked["order"] == "latest" else catalogue.foremost
        among = None
        if asked["entity"]:
            entity = find_entity(asked["entity"], catalogue.entities)
            spellings = [entity.name, *entity.aliases] if entity else [asked["entity"]]
            try:
                among = archive.desk.stories_naming(spellings)
            except ConfigError:  # no word in it that could be looked for
                among = frozenset()
        wanted = StoryFilter(
            first=asked["from"] or None,
            last=asked["to"] or None,
            outlets=_named(asked["outlet"], catalogue) if asked["outlet"] else None,
            language=asked["language"] or None,
            among=among,
        )
        return wanted.select(ordered)

    def _view_filters(self, asked: dict[str, str], catalogue: Catalogue, found: int) -> FilterView:
        words = self.frame.words
        return FilterView(
            first=asked["from"],
            last=asked["to"],
            outlet=asked["outlet"],
            entity=asked["entity"],
            language=asked["language"],
            order=asked["order"],
            outlets=tuple(list(catalogue.outlets)[:_MOST_OUTLETS]),
            languages=tuple(
                (code, words.say(f"language.{code}") if words.has(f"language.{code}") else code)
                for code in catalogue.languages
            ),
            is_on=bool(_query(asked).keys() - {"order"}),
            found=words.count("front.filtered", found),
        )
