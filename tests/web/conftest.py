"""A shelf that answers as an open archive does, filled with the invented dossiers; a client in this process."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest
from starlette.testclient import TestClient

from firsthand.api import Comparison
from firsthand.api.desk import Desk
from firsthand.archive import ArticlePlace, FoundText, find_hits
from firsthand.errors import InputError
from firsthand.model import Dossier, Entity, Reading
from firsthand.web import create_app

_INVENTED = Path(__file__).parents[1] / "unit" / "report" / "invented_dossiers.py"


def _load(path: Path) -> ModuleType:
    name = f"_firsthand_{path.stem}"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


class _Directory:
    """What `firsthand.archive.Directory` tells, of a shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def state(self) -> str:
        return self.shelf.state

    def limit_cache(self, kilobytes: int) -> None: ...

    def count(self) -> int:
        return len(self.shelf.rows())

    def places(self):
        return [
            ArticlePlace(row.article, row.outlet, row.story, row.article.encode("utf-8", "replace"), row.origin)
            for row in self.shelf.rows()
        ]

    def arrivals(self):
        return {row.article: self.shelf.arrived.get(row.article, (1, 1)) for row in self.shelf.rows()}

    def run_times(self):
        return {1: "2031-03-05T08:00:00+00:00", 2: "2031-03-06T08:00:00+00:00"}

    def languages(self, articles):
        wanted = set(articles)
        return ((row.article, row.language) for row in self.shelf.rows() if row.article in wanted)

    def articles_of(self, outlet, limit):
        return [row.article for row in self.shelf.rows() if row.outlet == outlet][:limit]

    def count_of(self, outlet):
        return len(self.articles_of(outlet, 10_000))

    def find(self, expression, first, count, *, at_most):
        found = [row.article for row in self.shelf.rows() if find_hits([row.text], expression)[0]]
        return FoundText(articles=tuple(found[first : first + count]), matches=len(found), is_all=True)

    def stories_holding(self, expression):
        return {row.story for row in self.shelf.rows() if row.story and find_hits([row.text], expression)[0]}

    def owned(self, kind, owner):
        pairs = {"lineage": "lineages", "passages": "passages", "wording": "wordings"}
        if kind in pairs:
            return [each for each in self.shelf.all(pairs[kind]) if each.a == owner]
        if kind == "origins":
            return [each for each in self.shelf.origins() if each.origin == owner]
        if kind == "timeline":
            return [each for each in self.shelf.all("timeline") if each.story == owner]
        return [each for each in self.shelf.storylines() if each.storyline == owner]

    def placed(self, kind, place):
        if kind == "origins":
            return [each for each in self.shelf.origins() if place in each.stories]
        return [each for each in self.shelf.all(kind) if place in each.stories]

    def placed_owners(self, kind, place):
        assert kind == "lineage"
        return [each.a for each in self.shelf.all("lineages") if each.b == place]


class _Reader:
    """What `firsthand.archive.ArchiveReader` reads, of a shelf: so that the pages meet the real lists and profiles."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.directory = _Directory(shelf)

    def records(self, kind):
        if kind == "stories":
            return self.shelf.stories()
        return iter(self.shelf.entities if kind == "entities" else self.shelf.all(kind))

    def story(self, story):
        return next((each for each in self.shelf.stories() if each.story == story), None)

    def article(self, article):
        return next((row for row in self.shelf.rows() if row.article == article), None)

    def annotation(self, article):
        return self.shelf.annotation(article)

    def between(self, kind, a, b):
        return tuple(each for each in self.directory.owned(kind, min(a, b)) if each.b == max(a, b))


class Shelf:
    """What the pages ask of `firsthand.api.OpenArchive`, over dossiers at hand."""

    def __init__(
        self, dossiers: Iterable[Dossier] = (), loose: Iterable[object] = (), entities: Iterable[Entity] = ()
    ) -> None:
        self.dossiers = list(dossiers)
        self.loose = list(loose)
        self.entities = list(entities)
        self.opened = self.closed = 0
        self.state = "1-1"
        self.arrived: dict[str, tuple[int, int]] = {}

    def __call__(self) -> Shelf:
        self.opened += 1
        return self

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        self.closed += 1

    def is_in_place(self) -> bool:
        return True

    @property
    def desk(self) -> Desk:
        return Desk(_Reader(self))

    def check(self) -> None: ...

    def rows(self):
        return [row for dossier in self.dossiers for row in dossier.articles] + self.loose

    def all(self, name):
        return [each for dossier in self.dossiers for each in getattr(dossier, name)]

    def stories(self):
        return (dossier.story for dossier in self.dossiers)

    def origins(self):
        return (origin for dossier in self.dossiers for origin in dossier.origins)

    def storylines(self):
        return {dossier.storyline for dossier in self.dossiers if dossier.storyline}

    def story(self, story):
        for dossier in self.dossiers:
            if story in {dossier.story.story, *dossier.story.aliases}:
                return dossier
        raise InputError("no such story")

    def article(self, article):
        for row in self.rows():
            if row.article == article:
                return row
        raise InputError("no such article")

    def reading(self, article):
        for dossier in self.dossiers:
            if article in dossier.segments or article in dossier.dates:
                return Reading(
                    article=self.article(article),
                    segments=dossier.segments.get(article, ()),
                    dates=dossier.dates.get(article, ()),
                )
        return Reading(article=self.article(article))

    def annotation(self, article):
        return next((dossier.annotations.get(article) for dossier in self.dossiers), None)

    def versions(self, article):
        return iter(next((each.versions[article] for each in self.dossiers if article in each.versions), ()))

    def compare(self, a, b):
        one, other = sorted((self.article(a), self.article(b)), key=lambda row: row.article)
        found = {kind: tuple(_Reader(self).between(kind, a, b)) for kind in ("passages", "lineage", "wording")}
        return Comparison(
            a=one, b=other, passages=found["passages"], lineages=found["lineage"], wordings=found["wording"]
        )


@pytest.fixture(scope="session")
def invented() -> ModuleType:
    return _load(_INVENTED)


@pytest.fixture
def shelf_of():
    return Shelf


@pytest.fixture
def shelf(invented) -> Shelf:
    return Shelf([invented.FULL_DOSSIER, invented.INQUIRY_DOSSIER], entities=invented.ENTITIES)


@pytest.fixture
def client_of():
    def make(shelf, **options) -> TestClient:
        app = create_app(shelf, archive_name="my.firsthand", **options)
        return TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False)

    return make


@pytest.fixture
def client(shelf, client_of) -> TestClient:
    return client_of(shelf)
