"""Pictures of every page of the desk for docs/images, from the bundled sample: `make screenshots`.

It needs Chromium (`scripts/install-browser`) and Playwright of the development requirements.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Browser, sync_playwright

import firsthand
from firsthand.web import create_app

IMAGES = Path(__file__).parent.parent / "docs" / "images"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"]
WIDTH, HEIGHT = 1180, 1000


@contextmanager
def served(archive: Path) -> Iterator[str]:
    """The archive on a free port of this machine, open for editing.

    Yields:
        Its address.
    """
    app = create_app(lambda: firsthand.open(archive), archive_name="news.firsthand", edit=True)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)


def pages(archive: Path) -> dict[str, tuple[str, str | None]]:
    """By the picture's name: the address, and the part that is shown; None for the top of the page."""
    with firsthand.open(archive) as opened:
        catalogue = opened.desk.catalogue({})
        story = catalogue.foremost[0].story
        article = opened.story(story).articles[0].article
        link = next(iter(opened.lineage()))
        person = next(
            each for each in catalogue.entities if each.label == "PERSON" and each.entity in catalogue.sayings
        )
        outlet = next(iter(catalogue.outlets))
        lines = [f"/storylines/{quote(each.storyline)}" for each in catalogue.storylines[:1]]
    page = f"/stories/{quote(story)}"
    return {
        "desk-front": ("/", None),
        "desk-story": (page, None),
        "desk-coverage": (page, "section.coverage"),
        "desk-numbers": (page, "section.figures"),
        "desk-sayings": (page, "section.quotations"),
        "desk-lineage": (page, "section.lineages"),
        "desk-article": (f"/articles/{quote(article)}", None),
        "desk-search": (f"/search?q={quote(person.name)}", None),
        "desk-person": (f"/entities/{quote(person.entity)}", None),
        "desk-outlet": (f"/outlets/{quote(outlet)}", None),
        "desk-compare": (f"/compare?a={quote(link.a)}&b={quote(link.b)}", None),
        "desk-storylines": ("/storylines", None),
        **({"desk-storyline": (lines[0], None)} if lines else {}),
        "desk-edit": ("/edit", None),
    }


def take(browser: Browser, address: str, wanted: dict[str, tuple[str, str | None]]) -> None:
    """One picture a page; of the front also on a narrow screen and in the dark."""
    for name, (path, part) in wanted.items():
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(address + path)
        if part is not None:
            page.locator(part).first.evaluate("part => part.scrollIntoView()")
        page.screenshot(path=IMAGES / f"{name}.png")
        page.close()
    for name, path in (("desk-front-narrow", "/"), ("desk-story-narrow", wanted["desk-story"][0])):
        page = browser.new_page(viewport={"width": 375, "height": 800}, color_scheme="dark")
        page.goto(address + path)
        page.screenshot(path=IMAGES / f"{name}.png")
        page.close()


def main() -> int:
    """Build the sample, serve it, take the pictures; 1 where there is no Chromium."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        sys.stderr.write("No Chromium on this machine: run scripts/install-browser.\n")
        return 1
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "news.firsthand"
        sample = files("firsthand.sample").joinpath("articles.jsonl")
        with as_file(sample) as path, firsthand.open(archive, must_exist=False) as opened:
            opened.add([path], annotate="now", workers=1)
        with served(archive) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            take(browser, address, pages(archive))
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
