"""Who may ask, for what, and under which name."""

from __future__ import annotations

import pytest
from lxml import html

from firsthand.errors import ConfigError
from firsthand.web import create_app

PATHS = ["/", "/stories/st-ferry", "/articles/courier-1", "/stories.json", "/nothing", "/health", "/assets/desk.css"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_binds_the_browser(client, path):
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["style-src"] == "'self'"
    assert "script-src" not in policy
    assert "unsafe-inline" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == ("max-age=3600" if "assets" in path else "no-store")


@pytest.mark.parametrize("path", ["/", "/stories/st-ferry", "/articles/courier-1"])
def test_no_page_needs_what_the_policy_forbids(client, path):
    text = client.get(path).text
    for forbidden in ["<script", "<style", " style=", "javascript:", "<img", " onclick"]:
        assert forbidden not in text


@pytest.mark.parametrize("path", ["/", "/search?q=ferry", "/stories/st-ferry", "/compare"])
def test_forms_only_ask_and_stay_on_this_server(client, path):
    for form in html.document_fromstring(client.get(path).text).xpath("//form"):
        assert form.get("method") == "get"
        assert form.get("action").startswith("/")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_nothing_but_reading(client, shelf, method):
    answer = client.request(method, "/stories/st-ferry")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert shelf.opened == 0


def test_head_has_no_body(client):
    answer = client.head("/")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "",
        "localhost@evil.example",
        "localhost:1@evil.example",
        "[::2]:8000",
        "[::1]x",
    ],
)
def test_other_host_names_are_refused(client, shelf, host):
    assert client.get("/", headers={"host": host}).status_code == 421
    assert shelf.opened == 0


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9000", "127.0.0.1:1", "[::1]:8000"])
def test_own_host_names_are_answered(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


def test_long_addresses_are_refused(client):
    assert client.get("/articles/" + "x" * 5000).status_code == 414
    assert client.get("/?" + "x" * 5000).status_code == 414


@pytest.mark.parametrize("hosts", [["desk.example"], ["127.0.0.1", "192.0.2.7"], ["*"], ["0.0.0.0"], ["::"], []])
def test_off_loopback_a_token_is_needed(shelf, hosts):
    with pytest.raises(ConfigError):
        create_app(shelf, allowed_hosts=hosts)


@pytest.fixture
def guarded(shelf, client_of):
    return client_of(shelf, token="s3cret-ü", allowed_hosts=["127.0.0.1", "desk.example"])


def test_without_the_token_nothing_is_read(guarded, shelf):
    for path in ["/", "/stories/st-ferry", "/articles/courier-1.json", "/?token=wrong", "/nothing"]:
        answer = guarded.get(path)
        assert answer.status_code == 401
        assert "Ferry" not in answer.text
    assert shelf.opened == 0
    assert guarded.get("/assets/desk.css").status_code == 200


def test_the_token_in_the_address_becomes_a_cookie_and_leaves_the_address(guarded):
    answer = guarded.get("/stories/st-ferry", params={"token": "s3cret-ü", "x": "1 2"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/stories/st-ferry?x=1+2"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "s3cret" not in cookie
    assert guarded.get("/stories/st-ferry").status_code == 200


def test_the_redirect_never_leaves_this_server(guarded):
    for path in ["//evil.example/x", "/\\evil.example"]:
        guarded.cookies.clear()
        answer = guarded.get(f"http://127.0.0.1:8000{path}", params={"token": "s3cret-ü"})
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/")
        assert not answer.headers["location"].startswith(("//", "/\\"))


def test_a_wrong_bearer_or_cookie_is_refused(guarded):
    assert guarded.get("/", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert guarded.get("/", headers={"cookie": "firsthand=wrong"}).status_code == 401


def test_a_plain_token_as_a_bearer(shelf, client_of):
    client = client_of(shelf, token="plain", allowed_hosts=["*"])
    assert client.get("/", headers={"authorization": "Bearer plain", "host": "any.example"}).status_code == 200
