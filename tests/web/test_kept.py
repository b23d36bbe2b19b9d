"""Answers are kept for as long as the archive is as it was, and never longer."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from firsthand.web.kept import Kept


class Archive:
    def __init__(self):
        self.value = "1-1"

    def __call__(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    @property
    def desk(self):
        return self

    def state(self):
        return self.value


class Cards:
    settled = True

    def is_settled(self, state):
        return self.settled


def _request(path="/", query="", host="a.example"):
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "server": (host, 80),
            "path": path,
            "query_string": query.encode(),
            "headers": [(b"host", host.encode())],
        }
    )


@pytest.fixture
def made():
    calls = []

    def page(request):
        calls.append(str(request.url))
        return JSONResponse({"call": len(calls)})

    page.calls = calls
    return page


def test_a_page_is_made_once_for_each_address_and_state(made):
    archive = Archive()
    page = Kept(archive, Cards()).page(made)
    first = page(_request())
    assert page(_request()).body == first.body
    assert page(_request()).headers["content-type"] == "application/json"
    for other in (_request("/x"), _request(query="page=2"), _request(host="b.example")):
        assert page(other).body != first.body
    archive.value = "2-2"
    assert page(_request()).body != first.body
    assert len(made.calls) == 5


def test_what_is_answered_from_an_index_out_of_date_is_not_kept(made):
    cards = Cards()
    cards.settled = False
    page = Kept(Archive(), cards).page(made)
    assert page(_request()).body != page(_request()).body


def test_only_whole_answers_of_bounded_size_are_kept(monkeypatch):
    monkeypatch.setattr("firsthand.web.kept._MOST_BYTES", 1300)
    monkeypatch.setattr("firsthand.web.kept._MOST_BYTES_OF_ONE", 1000)
    calls = []

    def make(request):
        calls.append(request.url.path)
        body = b"x" * (2000 if request.url.path == "/big" else 600)
        return Response(body, status_code=404 if request.url.path == "/gone" else 200, media_type="text/html")

    page = Kept(Archive(), Cards()).page(make)
    for path in ("/a", "/b", "/b", "/gone", "/gone", "/big", "/big", "/a", "/c", "/b", "/a"):
        page(_request(path))
    # What was longest not asked for went when "/c" came: "/b", which then sent "/a" away.
    assert calls == ["/a", "/b", "/gone", "/gone", "/big", "/big", "/c", "/b", "/a"]
