"""The pages in the system's Chromium: axe, the narrow screen, no scripts, the keyboard alone, print."""

from __future__ import annotations

import shutil
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.lineage import compare_versions
from firsthand.report import ReportOptions, render_report
from firsthand.web import create_app

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
PAGES = [
    "/",
    "/stories/st-ferry",
    "/stories/st-inquiry",
    "/articles/courier-1?start=0&end=9",
    "/articles/marsa-3",
    "/?outlet=Port+Ledger&language=en",
    "/search",
    "/search?q=Ilse+Varn",
    "/search?q=%2B",
    "/storylines",
    "/storylines/sl-ferry",
    "/outlets",
    "/outlets/The%20Harrowmere%20Courier",
    "/entities/en-Oda%20Brill",
    "/compare?a=courier-1&b=wire-0",
    "/no",
]


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address(invented, request):
    """A server on a free port of this machine, for as long as the module runs."""
    import uvicorn

    conftest = next(plugin for plugin in request.config.pluginmanager.get_plugins() if hasattr(plugin, "Shelf"))
    shelf = conftest.Shelf([invented.FULL_DOSSIER, invented.INQUIRY_DOSSIER], entities=invented.ENTITIES)
    server = uvicorn.Server(uvicorn.Config(create_app(shelf), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def report(invented, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    wire = next(row for row in invented.ARTICLES if row.article == "wire-0")
    earlier = replace(wire, text=wire.text.replace("nine", "four"), headline="Ferry aground, four hurt")
    changed = replace(invented.FULL_DOSSIER, versions={"wire-0": tuple(compare_versions([earlier, wire]))})
    dossiers = [changed, invented.INQUIRY_DOSSIER]
    path.write_text(render_report(dossiers, ReportOptions(full_text=True)), encoding="utf-8")
    return path


def _axe(page) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    violations = Axe().run(page).response["violations"]
    return [f"{violation['id']}: {violation['nodes'][0]['html'][:120]}" for violation in violations]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1180])
def test_axe_finds_nothing_in_the_report(browser, report, scheme, width):
    # axe is a script, and the page forbids scripts: for the measurement the policy is set aside.
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page.goto(report.as_uri())
    assert _axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".versions ins").first.is_visible()
    assert page.locator(".versions del").first.is_visible()
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_served_pages(browser, address, path):
    page = browser.new_page(viewport={"width": 375, "height": 800}, bypass_csp=True)
    page.goto(address + path)
    assert _axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.close()


def test_the_policy_stops_nothing_that_the_pages_need(browser, address, report):
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.append(f"{request.url} {request.failure}"))
    for place in [report.as_uri(), *(address + path for path in PAGES[:-1])]:
        page.goto(place, wait_until="networkidle")
        assert page.evaluate("getComputedStyle(document.querySelector('.masthead')).display") == "flex"
    assert complaints == []
    page.close()


def test_from_the_front_to_the_exact_characters_without_scripts(browser, address, invented):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name=invented.STORY.title).first.click()
    line = page.locator(".timeline li details").first
    line.locator("summary").click()
    assert line.locator("mark").first.is_visible()
    line.get_by_role("link", name="Open the article at these characters").first.click()
    text = invented.WIRE[slice(*invented.TIMELINE[0].span)]
    assert page.locator(".text mark").first.inner_text() == text
    context.close()


def test_from_the_front_by_search_to_a_number_and_its_source_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 375, "height": 800})
    page = context.new_page()
    page.goto(address)
    page.locator("#find-q").fill("aboard")
    page.keyboard.press("Enter")
    page.locator(".is-figures a").first.click()
    line = page.locator(".ledger > li").first
    assert "cannot both hold" in line.inner_text()
    line.locator("summary").click()
    assert line.locator("mark").first.inner_text() == "212 people"
    line.get_by_role("link", name="Open the article at these characters").first.click()
    assert page.locator(".text mark").first.inner_text() == "212 people"
    context.close()


def test_a_cell_of_the_table_opens_the_sentence_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/stories/st-ferry")
    page.locator(".coverage-table td.is-reported a").first.click()
    assert page.locator(".text mark").first.is_visible()
    context.close()


def test_marks_are_chosen_with_the_keyboard_and_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/articles/courier-1")
    box = page.locator("#mark-quotation")
    assert box.is_checked()
    box.focus()
    page.keyboard.press("Space")
    assert not box.is_checked()
    context.close()


def test_narrowing_and_comparing_without_scripts(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(".filter > summary").click()
    page.locator("#f-from").fill("2031-03-09")
    page.get_by_role("button", name="Show").click()
    assert page.locator(".front > li").count() == 1
    page.goto(f"{address}/articles/courier-1")
    page.get_by_role("link", name="Side by side").last.click()
    assert page.locator("mark.is-changed").first.is_visible()
    context.close()


def test_with_the_keyboard_alone(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/stories/st-ferry")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.timeline summary')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.locator(".timeline li details").first.get_attribute("open") is not None
    page.close()


def test_print_holds_what_is_folded(browser, report):
    page = browser.new_page()
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    folded = page.locator(".timeline details:not([open]) .panel").first
    assert folded.bounding_box()["height"] > 20
    page.close()


def test_a_line_of_the_picture_opens_the_two_texts_without_scripts(browser, report):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    line = page.locator("a.arrow[href*='-pair-']").last
    target = page.locator(f"[id='{line.get_attribute('href')[1:]}']")
    # The last of the pairs: the first is open from the beginning.
    line.focus()
    page.keyboard.press("Enter")
    assert target.is_visible()
    assert target.locator("mark").first.is_visible()
    context.close()


def test_no_words_of_the_picture_overlap(browser, report):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(report.as_uri())
    boxes = page.evaluate(
        """[...document.querySelector('.lineage').querySelectorAll('text')].filter(each => each.textContent.trim())
           .map(each => { const box = each.getBoundingClientRect();
             return [each.textContent, box.left, box.top, box.right, box.bottom] })"""
    )
    assert len(boxes) > 10
    for place, (words, left, top, right, bottom) in enumerate(boxes):
        for other, left2, top2, right2, bottom2 in boxes[place + 1 :]:
            apart = right <= left2 + 1 or right2 <= left + 1 or bottom <= top2 + 3 or bottom2 <= top + 3
            assert apart, f"{words!r} lies on {other!r}"
    page.close()
