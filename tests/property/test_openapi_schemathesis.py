"""schemathesis invents requests from the OpenAPI document: the server never fails, and answers as it tells."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

schemathesis = pytest.importorskip("schemathesis")

from firsthand.web import create_app  # noqa: E402
from firsthand.web.openapi import openapi_document  # noqa: E402

_WEB = Path(__file__).parents[1] / "web" / "conftest.py"
_INVENTED = Path(__file__).parents[1] / "unit" / "report" / "invented_dossiers.py"
_KNOWN = {  # what an invented id never is
    "/stories/{id}.json": "st-ferry",
    "/articles/{id}.json": "wire-0",
    "/storylines/{id}.json": "sl-ferry",
    "/outlets/{id}.json": "Port Ledger",
    "/entities/{id}.json": "en-Oda Brill",
}
_CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)


def _load(path: Path):
    name = f"_firsthand_schemathesis_{path.stem}"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="module")
def schema():
    invented = _load(_INVENTED)
    shelf = _load(_WEB).Shelf([invented.FULL_DOSSIER, invented.INQUIRY_DOSSIER], entities=invented.ENTITIES)
    app = create_app(shelf, allowed_hosts=("*",), token="t")
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers={"Authorization": "Bearer t"})


@pytest.mark.parametrize("path", sorted(openapi_document()["paths"]))
def test_no_invented_request_makes_the_server_fail(schema, path):
    operation = schema[path]["GET"]

    @settings(
        max_examples=25,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(), is_known=st.booleans())
    def ask(case, is_known):
        if is_known and path in _KNOWN:
            case.path_parameters = {"id": _KNOWN[path]}
        answer = case.call(headers={"Authorization": "Bearer t"})
        seen.add(answer.status_code)
        case.validate_response(answer, checks=[getattr(schemathesis.checks, name) for name in _CHECKS])

    seen: set[int] = set()
    ask()
    assert 200 in seen or path == "/compare.json"  # two ids at once are never met
