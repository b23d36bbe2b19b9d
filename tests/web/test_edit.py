"""Corrections and intake from the page, on a real archive of a few invented texts."""

from __future__ import annotations

import contextlib
import json
import threading
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html
from starlette.testclient import TestClient

import firsthand
from firsthand.errors import InputError
from firsthand.web import create_app
from firsthand.web.bench import Bench
from firsthand.web.forms import read_form, safe_file_name

BASE = "http://127.0.0.1:8000"
TEXTS = {
    "ferry-1": "The ferry Merganser ran aground off Harrowmere on Tuesday evening, and nine passengers were hurt. ",
    "ferry-2": "Nine passengers were hurt as the ferry Merganser struck the Tarn Bank off Harrowmere on Tuesday. ",
    "mill-1": "A mill burned in Oldbeck on Friday night; the owner, Jonna Pell, was away at the harvest fair. ",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("edit")
    lines = [
        {"id": name, "title": f"Title of {name}", "text": text * 3, "outlet": f"Outlet of {name}"}
        for name, text in TEXTS.items()
    ]
    (folder / "texts.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with firsthand.open(folder / "a.firsthand", must_exist=False) as archive:
        archive.add([folder / "texts.jsonl"], annotate="later", workers=1)
    return (folder / "a.firsthand").read_bytes()


@pytest.fixture
def path(built, tmp_path):
    path = tmp_path / "a.firsthand"
    path.write_bytes(built)
    return path


@pytest.fixture
def client(path):
    def opened():
        return firsthand.open(path, settings={"run.workers": 1, "run.annotate_up_to": 0})

    return TestClient(create_app(opened, edit=True), base_url=BASE, follow_redirects=False)


def _token(client):
    return html.document_fromstring(client.get("/edit").text).xpath("//input[@name='token']/@value")[0]


def _story_of(path, article):
    with firsthand.open(path) as archive:
        return archive.article(article).story


# --- what is refused -------------------------------------------------------------------------------------------


def test_without_edit_nothing_can_be_posted_and_no_form_is_shown(path):
    client = TestClient(create_app(lambda: firsthand.open(path)), base_url=BASE)
    assert client.post("/edit/merge", data={"of": "x"}).status_code == 405
    assert client.get("/edit").status_code == 404
    assert 'method="post"' not in client.get(f"/stories/{_story_of(path, 'mill-1')}").text
    assert "script-src" not in client.get("/").headers["content-security-policy"]


def test_a_form_of_another_site_is_refused(client, path):
    of = [_story_of(path, "mill-1"), "Another title"]
    data = {"token": _token(client), "of": of}
    for wrong in (
        {"data": data | {"token": "guess"}},
        {"data": {"of": of}},
        {"data": data, "headers": {"origin": "https://evil.example"}},
        {"data": data, "headers": {"origin": "null"}},
        {"data": data, "headers": {"sec-fetch-site": "cross-site"}},
        {"data": data, "headers": {"sec-fetch-site": "same-site"}},
    ):
        assert client.post("/edit/name", **wrong).status_code == 403
    with firsthand.open(path) as archive:
        assert list(archive.corrections()) == []


def test_tokens_are_of_one_server(client, path):
    other = TestClient(create_app(lambda: firsthand.open(path), edit=True), base_url=BASE)
    assert _token(client) != _token(other)
    assert other.post("/edit/undo", data={"token": _token(client), "of": "x"}).status_code == 403


@pytest.mark.parametrize("path_", ["/", "/stories/x", "/edit", "/editor/merge"])
def test_only_the_forms_addresses_take_a_post(client, path_):
    assert client.post(path_, data={}).status_code == 405


def test_what_is_too_large_or_of_unknown_length_is_refused(client):
    token = _token(client)
    assert client.post("/edit/name", data={"token": token, "of": "x" * 300_000}).status_code == 413
    assert client.post("/edit/name", content=iter([b"token=x"])).status_code == 413
    huge = client.post("/edit/add", content=b"x", headers={"content-length": str(1 << 40)})
    assert huge.status_code == 413


def test_what_is_no_form_is_refused(client):
    for kind in ("application/json", "multipart/form-data", "multipart/form-data; boundary=x", ""):
        answer = client.post("/edit/name", content=b"{}", headers={"content-type": kind})
        assert answer.status_code in {400, 403}


def test_off_loopback_the_readers_token_is_needed_too(path):
    app = create_app(lambda: firsthand.open(path), edit=True, token="secret", allowed_hosts=["desk.example"])
    client = TestClient(app, base_url="http://desk.example")
    assert client.get("/edit").status_code == 401
    assert client.post("/edit/name", data={"of": "x"}).status_code == 401


# --- what is done ----------------------------------------------------------------------------------------------


def test_rename_and_take_back(client, path):
    story = _story_of(path, "mill-1")
    page = html.document_fromstring(client.get(f"/stories/{story}").text)
    (form,) = page.xpath("//form[@action='/edit/name']")
    values = [(field.get("name"), field.get("value")) for field in form.xpath(".//input")]
    data: dict[str, list[str]] = {}
    for name, value in values[:-1]:
        data.setdefault(name, []).append(value)
    data["of"].append("A mill, and nobody home")
    answer = client.post("/edit/name", data=data)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/stories/{story}")
    assert "A mill, and nobody home" in client.get(answer.headers["location"]).text
    listed = html.document_fromstring(client.get("/edit").text)
    (undo,) = listed.xpath("//form[@action='/edit/undo']")
    taken = {field.get("name"): field.get("value") for field in undo.xpath(".//input")}
    assert client.post("/edit/undo", data=taken).headers["location"] == "/edit"
    assert "A mill, and nobody home" not in client.get(f"/stories/{story}").text
    assert "is taken back" in client.get("/edit").text


def test_merge_and_split(client, path):
    token, ferry, mill = _token(client), _story_of(path, "ferry-1"), _story_of(path, "mill-1")
    assert ferry != mill
    assert client.post("/edit/merge", data={"token": token, "of": [ferry, mill]}).status_code == 303
    assert _story_of(path, "mill-1") == _story_of(path, "ferry-1") == ferry
    assert client.post("/edit/split", data={"token": token, "of": [ferry, "mill-1"]}).status_code == 303
    assert _story_of(path, "mill-1") != _story_of(path, "ferry-1")


def test_what_cannot_be_done_is_told_and_changes_nothing(client, path):
    token = _token(client)
    for kind, of in (("merge", ["nothing", "nowhere"]), ("move", ["mill-1"]), ("not-a-copy", ["mill-1", "mill-1"])):
        answer = client.post(f"/edit/{kind}", data={"token": token, "of": of})
        assert answer.status_code == 400
        assert "This could not be done" in answer.text
    assert client.post("/edit/burn", data={"token": token, "of": "x"}).status_code == 404
    with firsthand.open(path) as archive:
        assert list(archive.corrections()) == []


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "/\\evil.example", ""])
def test_the_way_back_stays_on_this_server(client, path, back):
    data = {"token": _token(client), "of": [_story_of(path, "mill-1"), f"Title {back}"], "back": back}
    assert client.post("/edit/name", data=data).headers["location"] == "/edit"


def test_files_are_added_with_what_came_of_them(client, path):
    text = ("A tower fell in Quillhaven on Sunday morning, and the street was closed until night. " * 4).encode()
    files = [("files", ("../../tower one.txt", text, "text/plain")), ("files", ("empty.txt", b"", "text/plain"))]
    answer = client.post("/edit/add", data={"token": _token(client)}, files=files)
    assert (answer.status_code, answer.headers["location"]) == (303, "/edit")
    for _ in range(600):
        if not client.get("/edit/work.json").json()["is_running"]:
            break
        time.sleep(0.1)
    work = client.get("/edit/work.json").json()
    assert work["error"] == ""
    assert "Added: 1 article" in work["result"]
    assert "empty.txt" in work["result"]
    with firsthand.open(path) as archive:
        assert archive.article("tower one").text.encode() == text


def test_every_form_has_a_token_and_leads_here(client, path):
    for page in ("/edit", f"/stories/{_story_of(path, 'ferry-1')}", "/articles/ferry-1"):
        tree = html.document_fromstring(client.get(page).text)
        posts = tree.xpath("//form[@method='post']")
        assert posts
        assert all(form.get("action").startswith("/edit/") for form in posts)
        assert all(form.xpath(".//input[@name='token']") for form in posts)
        assert tree.xpath("//script/@src") == ["/assets/edit.js"]


# --- the bench -------------------------------------------------------------------------------------------------


def test_one_thing_at_a_time_with_its_progress():
    bench, go = Bench(), threading.Event()

    def task(progress):
        progress.start("reading", 3)
        progress.advance()
        progress.say("one read")
        go.wait(20)
        return "done"

    assert bench.start("Adding", task)
    for _ in range(200):
        if bench.work.messages:
            break
        time.sleep(0.01)
    assert (bench.work.stage, bench.work.done, bench.work.total) == ("reading", 1, 3)
    assert not bench.start("Another", task)
    go.set()
    assert bench.wait(20).result == "done"
    assert bench.start("Another", lambda progress: "again")
    assert bench.wait(20).result == "again"


def test_work_that_fails_says_why_only_where_the_error_is_ours():
    def fail(error):
        def task(progress):
            raise error

        return task

    bench = Bench()
    bench.start("x", fail(InputError("No such story.", "Look again.")))
    assert bench.wait(20).error == "No such story. Look again."
    bench.start("x", fail(RuntimeError("secret")))
    assert bench.wait(20).error == "RuntimeError"


# --- forms -----------------------------------------------------------------------------------------------------


def _multipart(boundary, parts):
    body = b""
    for head, payload in parts:
        body += b"--" + boundary + b"\r\nContent-Disposition: form-data; " + head + b"\r\n\r\n" + payload + b"\r\n"
    return body + b"--" + boundary + b"--\r\n"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300), st.sampled_from([b"", b"\r\n", b"\n", b"\r", b"\r\n--", b"\x00\xff"]))
def test_files_arrive_byte_for_byte(payload, end):
    body = _multipart(b"XbOuNdArYX", [(b'name="token"', b"t"), (b'name="files"; filename="a.bin"', payload + end)])
    form = read_form(body, "multipart/form-data; boundary=XbOuNdArYX")
    assert form.one("token") == "t"
    assert form.files == (("a.bin", payload + end),)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400), st.sampled_from(["multipart/form-data; boundary=x", "multipart/form-data; boundary=", "x"])
)
def test_no_body_makes_a_form_fail_otherwise(body, kind):
    with contextlib.suppress(InputError):
        read_form(body, kind)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\report.html", "report.html"),
        (".hidden", "hidden"),
        ("a\0b\x1b.txt", "a_b_.txt"),
        ("...", "file"),
        ("", "file"),
        ("новости.txt", "новости.txt"),
        ("x" * 500 + ".txt", "x" * 116 + ".txt"),
    ],
)
def test_names_of_files_are_made_fit(name, safe):
    assert safe_file_name(name) == safe
