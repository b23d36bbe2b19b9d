"""Corrections and intake in the system's Chromium, on a real archive: correct and undo, drop a file, axe."""

from __future__ import annotations

import json
import shutil
import threading
import time

import pytest

import firsthand
from firsthand.web import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
TEXTS = {
    "ferry-1": "The ferry Merganser ran aground off Harrowmere on Tuesday evening, and nine passengers were hurt. ",
    "mill-1": "A mill burned in Oldbeck on Friday night; the owner, Jonna Pell, was away at the harvest fair. ",
}


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    import uvicorn

    folder = tmp_path_factory.mktemp("edit")
    lines = [{"id": name, "title": f"Title of {name}", "text": text * 3} for name, text in TEXTS.items()]
    (folder / "texts.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    path = folder / "a.firsthand"
    options = {"run.workers": 1, "run.annotate_up_to": 0}
    with firsthand.open(path, must_exist=False, settings=options) as archive:
        archive.add([folder / "texts.jsonl"])
    app = create_app(lambda: firsthand.open(path, settings=options), edit=True)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def _axe(page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    violations = Axe().run(page).response["violations"]
    return [f"{violation['id']}: {violation['nodes'][0]['html'][:120]}" for violation in violations]


def _story(page, address, name):
    page.goto(address)
    page.get_by_role("link", name=f"Title of {name}").first.click()


def test_rename_and_take_back_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    _story(page, address, "mill-1")
    page.get_by_text("Give the story another title").click()
    page.locator("#e-name").fill("A mill, and nobody home")
    page.get_by_role("button", name="Rename").click()
    assert page.locator("h1").inner_text() == "A mill, and nobody home"
    page.goto(f"{address}/edit")
    page.get_by_role("button", name="Take back").first.click()
    assert "is taken back" in page.locator("#work").inner_text()
    _story(page, address, "mill-1")
    assert page.locator("h1").inner_text() == "Title of mill-1"
    context.close()


def test_a_dropped_file_is_added_with_progress(browser, address):
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{address}/edit")
    text = "A tower fell in Quillhaven on Sunday morning, and the street was closed until night. " * 4
    page.evaluate(
        """text => {
          const given = new DataTransfer();
          given.items.add(new File([text], "tower.txt", { type: "text/plain" }));
          document.dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }));
        }""",
        text,
    )
    page.get_by_text("Added: 1 article").wait_for(timeout=60_000)
    page.goto(f"{address}/search?q=Quillhaven")
    assert page.locator(".hit").count() == 1
    assert complaints == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_pages_with_forms(browser, address, scheme):
    page = browser.new_page(color_scheme=scheme, viewport={"width": 375, "height": 800}, bypass_csp=True)
    page.goto(address)
    story = page.locator(".front h2 a").first.get_attribute("href")
    for path in ("/edit", story, "/articles/ferry-1"):
        page.goto(address + path)
        assert _axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.close()
