"""Atom feeds, and the OpenAPI document."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import jsonschema
import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


def _entries(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return ET.fromstring(answer.content).findall(f"{ATOM}entry")


def _say(entry, name):
    return entry.findtext(f"{ATOM}{name}")


def test_new_stories_with_their_headline_number(client):
    entries = _entries(client, "/feeds/new.atom")
    assert {_say(entry, "title") for entry in entries} == {
        "Ferry runs aground off Harrowmere, nine hurt",
        "Inquiry into Merganser opens",
    }
    assert any("at most 4 independent origins" in _say(entry, "summary") for entry in entries)
    assert all(entry.find(f"{ATOM}link").get("href").startswith("http://127.0.0.1:8000/stories/") for entry in entries)
    assert len({_say(entry, "id") for entry in entries}) == 2


def test_ids_of_entries_stay(client, client_of, shelf):
    before = [_say(entry, "id") for entry in _entries(client, "/feeds/new.atom")]
    assert [_say(entry, "id") for entry in _entries(client_of(shelf), "/feeds/new.atom")] == before


def test_stories_that_a_later_run_changed(client_of, shelf):
    assert _entries(client_of(shelf), "/feeds/changed.atom") == []
    shelf.arrived["courier-1"] = (2, 2)
    (entry,) = _entries(client_of(shelf), "/feeds/changed.atom")
    assert _say(entry, "summary") == "at most 4 independent origins, 3 before; other numbers than before: people aboard"
    assert _say(entry, "updated") == "2031-03-06T08:00:00+00:00"


def test_pages_name_the_feeds(client):
    assert client.get("/").text.count('type="application/atom+xml"') >= 2


# --- OpenAPI ---------------------------------------------------------------------------------------------------

SAMPLES = {
    "/stories.json": "/stories.json",
    "/stories/{id}.json": "/stories/st-ferry.json",
    "/articles/{id}.json": "/articles/courier-1.json",
    "/search.json": "/search.json?q=Ilse",
    "/storylines.json": "/storylines.json",
    "/storylines/{id}.json": "/storylines/sl-ferry.json",
    "/outlets.json": "/outlets.json",
    "/outlets/{id}.json": "/outlets/Port%20Ledger.json",
    "/entities/{id}.json": "/entities/en-Oda%20Brill.json",
    "/compare.json": "/compare.json?a=wire-0&b=courier-1",
}


def test_every_address_of_the_document_is_tried_here(client):
    assert set(client.get("/openapi.json").json()["paths"]) == set(SAMPLES)


@pytest.mark.parametrize("path", sorted(SAMPLES))
def test_twins_are_of_the_shape_that_the_document_says(client, path):
    document = client.get("/openapi.json").json()
    schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    answer = client.get(SAMPLES[path])
    assert answer.status_code == 200
    jsonschema.validate(answer.json(), schema | {"components": document["components"]})


def test_every_reference_of_the_document_leads_somewhere(client):
    document = client.get("/openapi.json").json()

    def follow(reference):
        found = document
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
        return found

    references = set(re.findall(r'"\$ref": ?"(#[^"]+)"', client.get("/openapi.json").text))
    assert references
    assert all(follow(reference) for reference in references)
