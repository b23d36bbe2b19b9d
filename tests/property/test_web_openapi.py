"""Every address of the OpenAPI document, with queries of the shapes that it names and of others: no 500."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from firsthand.web import create_app
from firsthand.web.openapi import openapi_document


def _load(path: Path):
    name = f"_firsthand_openapi_{path.stem}"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="module")
def client():
    tests = Path(__file__).parents[1]
    invented = _load(tests / "unit" / "report" / "invented_dossiers.py")
    shelf = _load(tests / "web" / "conftest.py").Shelf([invented.FULL_DOSSIER], entities=invented.ENTITIES)
    return TestClient(create_app(shelf), base_url="http://127.0.0.1", follow_redirects=False)


def _value(schema):
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema["type"] == "integer":
        return st.integers(schema.get("minimum", 0), schema.get("maximum", 10**9)).map(str)
    if schema.get("format") == "date":
        return st.dates().map(str)
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def _any():
    return st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
        st.sampled_from(["don't", "AC-130", "C++", '"', "-1", "1e9", "NaN", "2031-02-30", "9" * 20, "*", "a OR b"]),
    )


PATHS = sorted(openapi_document()["paths"].items())
IDS = ["st-ferry", "courier-1", "Port Ledger", "en-Oda Brill", "nothing", "..", "a/../b", "\u202e", "x" * 300]


@pytest.mark.parametrize(("path", "operations"), PATHS, ids=[path for path, _ in PATHS])
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_query_of_the_document_makes_the_server_fail(client, path, operations, data):
    operation = operations["get"]
    query = {}
    for parameter in operation["parameters"]:
        if parameter["in"] == "query" and data.draw(st.booleans()):
            query[parameter["name"]] = data.draw(st.one_of(_value(parameter["schema"]), _any()))
    if "{id}" in path:
        path = path.replace("{id}", data.draw(st.one_of(st.sampled_from(IDS), st.text("ab/.%?# é", max_size=12))))
    answer = client.get(path.replace("#", "%23").replace("?", "%3F"), params=query)
    assert str(answer.status_code) in operation["responses"] or answer.status_code == 404
    if answer.headers["content-type"].startswith("application/json"):
        assert isinstance(answer.json(), dict)
