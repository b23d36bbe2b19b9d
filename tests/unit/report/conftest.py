"""The invented dossiers, loaded by their path: tests are no package."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from lxml import html

from firsthand.report import ENGLISH, ReportOptions
from firsthand.report.context import StoryContext
from firsthand.report.links import FileLinks


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


@pytest.fixture(scope="session")
def invented() -> ModuleType:
    return _load(Path(__file__).with_name("invented_dossiers.py"))


@pytest.fixture
def context_of():
    def make(dossier, **options) -> StoryContext:
        chosen = ReportOptions(**options)
        links = FileLinks.of([dossier], full_text=chosen.full_text)
        return StoryContext.of(dossier, chosen, ENGLISH, links, 1)

    return make


@pytest.fixture
def parse():
    return html.document_fromstring
