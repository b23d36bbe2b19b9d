"""Search, storylines, outlets, persons, and two articles compared."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from firsthand.errors import ConfigError, InputError
from firsthand.model import Entity, ListedFigure, SearchPage
from firsthand.report import (
    STORYLINE_LINES,
    NamedView,
    SearchView,
    render_compare_page,
    render_outlet_page,
    render_outlets_page,
    render_person_page,
    render_search_page,
    render_storyline_page,
    render_storylines_page,
    view_entity,
    view_figure_line,
    view_hit,
    view_storyline,
    visible_text,
)
from firsthand.search import Catalogue, match_names
from firsthand.web.addresses import (
    COMPARE,
    compare_address,
    entity_address,
    list_address,
    outlet_address,
    storyline_address,
)
from firsthand.web.room import TWIN, Room, look_up, page_number, wants_data
from firsthand.web.twins import compare_twin, outlet_twin, person_twin, plain_rows, search_twin, storyline_twin

if TYPE_CHECKING:
    from firsthand.api import Comparison, OpenArchive

__all__ = ["Lookup"]

_HITS_A_PAGE = 10
_LINES_A_PAGE = 40
_MOST_HAPPENINGS = 3_000  # lines of its stories that a storyline's page joins
_OUTLETS_A_PAGE = 200
_MOST_NAMES, _MOST_FIGURES = 24, 12
_LONGEST_QUERY = 500
_NO_HITS = SearchPage(hits=(), matches=0, is_all=True)


class Lookup(Room):
    """What is found by words and by names."""

    # --- search --------------------------------------------------------------------------------------------

    def search(self, request: Request) -> Response:
        """What stands in texts, names and numbers."""
        query = request.query_params.get("q", "").strip()[:_LONGEST_QUERY]
        number = page_number(request) or 1
        suffix = TWIN if wants_data(request) else ""
        address = partial(list_address, "search", suffix=suffix, query={"q": query})
        found, problem = _NO_HITS, None
        with self.open_archive() as archive:
            catalogue = self.cards.current(archive)
            if query:
                try:
                    found = archive.desk.find(query, (number - 1) * _HITS_A_PAGE, _HITS_A_PAGE)
                except ConfigError as error:
                    problem = visible_text(str(error))
        pager = self.pager(number, found.matches, _HITS_A_PAGE, address)
        if pager is None:
            return self.missing(request)
        names, figures, outlets = _match(query if not problem else "", catalogue)
        if suffix:
            status = 400 if problem else 200
            return JSONResponse(search_twin(query, problem, found, (names, figures, outlets)), status_code=status)
        words, links = self.frame.words, self.frame.links
        shown = [hit.story for hit in found.hits if hit.story] + [
            name for each in figures[:_MOST_FIGURES] for name in each.stories
        ]
        titles = {name: catalogue.stories[name].title for name in shown if name in catalogue.stories}
        view = SearchView(
            query=query,
            problem=problem,
            hits=tuple(view_hit(hit, titles, links, words) for hit in found.hits),
            matches=words.count("search.matches", found.matches),
            is_all=found.is_all,
            ranked=words.say("search.of_many", number=f"{found.matches:,}"),
            names=tuple(
                view_entity(each, links, words, has_sayings=each.entity in catalogue.sayings)
                for each in names[:_MOST_NAMES]
            ),
            names_left_out=max(0, len(names) - _MOST_NAMES),
            outlets=tuple(_named_outlet(name, catalogue, self) for name in outlets[:_MOST_NAMES]),
            figures=tuple(view_figure_line(each, titles, links, words) for each in figures[:_MOST_FIGURES]),
            is_annotated=bool(catalogue.entities),
            pager=pager,
        )
        frame = self.framed(list_address("search", number, suffix=TWIN, query={"q": query}))
        return HTMLResponse(render_search_page(view, frame))

    # --- lists ---------------------------------------------------------------------------------------------

    def storylines(self, request: Request) -> Response:
        """Stories that continue one another."""
        if "id" in request.query_params:
            return self.storyline(request)
        number, suffix = page_number(request), TWIN if wants_data(request) else ""
        with self.open_archive() as archive:
            catalogue = self.cards.current(archive)
            lines = catalogue.storylines
            pager = self.pager(number, len(lines), _LINES_A_PAGE, partial(list_address, "storylines", suffix=suffix))
            if pager is None:
                return self.missing(request)
            shown = lines[(number - 1) * _LINES_A_PAGE : number * _LINES_A_PAGE]
            if suffix:
                records = archive.desk.storylines([line.storyline for line in shown])
                return JSONResponse({"page": number, "storylines": plain_rows(records.values())})
        wanted = {story for line in shown for story in line.stories}
        named = [catalogue.stories[name] for name in wanted if name in catalogue.stories]
        titles = {each.story: (each.title, each.date) for each in named}
        views = [view_storyline(line, titles, self.frame.links, self.frame.words) for line in shown]
        frame = self.framed(list_address("storylines", number, suffix=TWIN))
        return HTMLResponse(render_storylines_page(views, pager, frame))

    def storyline(self, request: Request) -> Response:
        """One storyline: its stories, and what happened in them, none twice."""
        with self.open_archive() as archive:
            catalogue = self.cards.current(archive)
            listed = {line.storyline: line for line in catalogue.storylines}
            line, as_data = look_up(request, listed.get)
            records = archive.desk.storylines([line.storyline]) if line is not None else {}
            if line is None or line.storyline not in records:
                return self.missing(request)
            timeline = archive.desk.storyline_timeline(line.storyline, at_most=_MOST_HAPPENINGS)
            if as_data:
                return JSONResponse(storyline_twin(records[line.storyline], timeline))
            rows = archive.desk.tellers(timeline[:STORYLINE_LINES])
        named = [catalogue.stories[name] for name in line.stories if name in catalogue.stories]
        titles = {each.story: (each.title, each.date) for each in named}
        frame = self.framed(storyline_address(line.storyline, TWIN))
        return HTMLResponse(render_storyline_page(line, titles, (timeline, rows), frame))

    def outlets(self, request: Request) -> Response:
        """Every outlet with how many articles it has."""
        if "id" in request.query_params:
            return self.outlet(request)
        number, suffix = page_number(request), TWIN if wants_data(request) else ""
        with self.open_archive() as archive:
            catalogue = self.cards.current(archive)
        names = list(catalogue.outlets)
        pager = self.pager(number, len(names), _OUTLETS_A_PAGE, partial(list_address, "outlets", suffix=suffix))
        if pager is None:
            return self.missing(request)
        shown = names[(number - 1) * _OUTLETS_A_PAGE : number * _OUTLETS_A_PAGE]
        if suffix:
            rows = [{"outlet": name, "articles": catalogue.outlets[name]} for name in shown]
            return JSONResponse({"page": number, "outlets": rows})
        views = [_named_outlet(name, catalogue, self) for name in shown]
        return HTMLResponse(
            render_outlets_page(views, pager, self.framed(list_address("outlets", number, suffix=TWIN)))
        )

    # --- profiles ------------------------------------------------------------------------------------------

    def outlet(self, request: Request) -> Response:
        """One outlet."""
        with self.open_archive() as archive:
            profile, as_data = look_up(request, archive.desk.outlet)
        if profile is None:
            return self.missing(request)
        if as_data:
            return JSONResponse(outlet_twin(profile))
        return HTMLResponse(render_outlet_page(profile, self.framed(outlet_address(profile.outlet, TWIN))))

    def person(self, request: Request) -> Response:
        """One person, place or body."""
        with self.open_archive() as archive:
            catalogue = self.cards.current(archive)
            entities = {entity.entity: entity for entity in catalogue.entities}
            entity, as_data = look_up(request, entities.get)
            if entity is None:
                return self.missing(request)
            profile = archive.desk.person(entity, catalogue.sayings.get(entity.entity, ()))
            if as_data:
                return JSONResponse(person_twin(profile))
            order = [story.story for story in catalogue.latest if story.story in profile.stories]
            cards = archive.desk.cards(order[:_LINES_A_PAGE])
            storylines = archive.desk.storylines([story.storyline for story, _ in cards if story.storyline])
        frame = self.framed(entity_address(entity.entity, TWIN))
        return HTMLResponse(render_person_page(profile, cards, storylines, frame))

    def compare(self, request: Request) -> Response:
        """Two articles side by side."""
        asked = (request.query_params.get("a", ""), request.query_params.get("b", ""))
        compared, problem = None, None
        if all(asked):
            with self.open_archive() as archive:
                compared, problem = _compare(archive, asked)
        status = 404 if problem else 200
        if wants_data(request):
            if compared is None:
                said = self.frame.words.say(problem or "compare.lead")
                return JSONResponse({"error": said}, status_code=404)
            return JSONResponse(compare_twin(compared))
        frame = self.framed(compare_address(*asked, suffix=TWIN)) if compared else self.frame
        return HTMLResponse(render_compare_page(compared, asked, problem, COMPARE, frame), status_code=status)


def _compare(archive: OpenArchive, asked: tuple[str, str]) -> tuple[Comparison | None, str | None]:
    if asked[0] == asked[1]:
        return None, "compare.same"
    try:
        return archive.compare(*asked), None
    except InputError:
        return None, "compare.missing"


def _named_outlet(name: str, catalogue: Catalogue, room: Room) -> NamedView:
    counted = room.frame.words.count("count.articles", catalogue.outlets.get(name, 0))
    return NamedView(name=name, href=room.frame.links.outlet(name), note=counted)


def _match(query: str, catalogue: Catalogue) -> tuple[list[Entity], list[ListedFigure], list[str]]:
    """Entities, numbers and outlets whose names hold every word of `query`."""
    plain = query.strip('"“”„‟«»「」『』＂ ')
    names = catalogue.names
    return (
        list(match_names(plain, names.get("entities", ()), catalogue.entities)),
        list(match_names(plain, names.get("figures", ()), catalogue.figures)),
        list(match_names(plain, names.get("outlets", ()), catalogue.outlets)),
    )
