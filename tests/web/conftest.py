"""A shelf that answers as an open archive does, filled with the invented dossiers; a client in this process."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest
from starlette.testclient import TestClient

from firsthand.errors import InputError
from firsthand.model import Dossier, Reading
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


class Shelf:
    """What the pages ask of `firsthand.api.OpenArchive`, over dossiers at hand."""

    def __init__(self, dossiers: Iterable[Dossier] = (), loose: Iterable[object] = ()) -> None:
        self.dossiers = list(dossiers)
        self.loose = list(loose)
        self.opened = self.closed = 0

    def __call__(self) -> Shelf:
        self.opened += 1
        return self

    def __enter__(self) -> Shelf:
        return self

    def __exit__(self, *error: object) -> None:
        self.closed += 1

    def check(self) -> None: ...

    def stories(self):
        return (dossier.story for dossier in self.dossiers)

    def origins(self):
        return (origin for dossier in self.dossiers for origin in dossier.origins)

    def storylines(self):
        return {dossier.storyline for dossier in self.dossiers if dossier.storyline}

    def counts(self):
        rows = [row for dossier in self.dossiers for row in dossier.articles]
        return {
            "articles": len(rows),
            "outlets": len({row.outlet for row in rows if row.outlet}),
            "stories": len(self.dossiers),
        }

    def story(self, story):
        for dossier in self.dossiers:
            if story in {dossier.story.story, *dossier.story.aliases}:
                return dossier
        raise InputError("no such story")

    def article(self, article):
        for row in [row for dossier in self.dossiers for row in dossier.articles] + self.loose:
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


@pytest.fixture(scope="session")
def invented() -> ModuleType:
    return _load(_INVENTED)


@pytest.fixture
def shelf_of():
    return Shelf


@pytest.fixture
def shelf(invented) -> Shelf:
    return Shelf([invented.FERRY_DOSSIER, invented.INQUIRY_DOSSIER])


@pytest.fixture
def client_of():
    def make(shelf, **options) -> TestClient:
        app = create_app(shelf, archive_name="my.firsthand", **options)
        return TestClient(app, base_url="http://127.0.0.1:8000", follow_redirects=False)

    return make


@pytest.fixture
def client(shelf, client_of) -> TestClient:
    return client_of(shelf)
