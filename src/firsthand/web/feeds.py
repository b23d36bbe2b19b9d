"""Atom feeds: stories that are new, and stories of which the origins or numbers changed after they were new."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from starlette.requests import Request
from starlette.responses import Response

from firsthand.model import ListedStory
from firsthand.report import Words, headline_number, visible_text
from firsthand.search import Catalogue
from firsthand.web.addresses import FEED_CHANGED, FEED_NEW, HOME, story_address
from firsthand.web.room import Room

__all__ = ["Feeds"]

_ATOM = "http://www.w3.org/2005/Atom"
_MOST_ENTRIES = 60
_NO_TIME = "1970-01-01T00:00:00+00:00"  # of a run that was never ended: Atom takes no entry without a time


class Feeds(Room):
    """What a feed reader asks for."""

    def new(self, request: Request) -> Response:
        """Stories by when their first article was taken in, the latest first."""
        with self.open_archive() as archive:
            catalogue = self.cards.current(archive)
            stories = sorted(catalogue.foremost, key=lambda story: -story.first_run)[:_MOST_ENTRIES]
            cards = {story.story: origins for story, origins in archive.desk.cards([each.story for each in stories])}
            records = {story.story: story for story, _ in archive.desk.cards([each.story for each in stories])}
        words = self.frame.words
        told = {name: headline_number(records[name], cards[name], words) for name in records}
        runs = {story.story: story.first_run for story in stories}
        return self._answer(
            request,
            ("desk.feed_new", FEED_NEW),
            catalogue,
            [(story, told.get(story.story, "")) for story in stories],
            runs,
        )

    def changed(self, request: Request) -> Response:
        """Stories whose origins or numbers a later run changed, the latest first, with what changed."""
        with self.open_archive() as archive:
            catalogue = self.cards.current(archive)
        stories = [story for story in catalogue.foremost if story.origins_before is not None or story.figures_changed]
        stories = sorted(stories, key=lambda story: -story.last_run)[:_MOST_ENTRIES]
        runs = {story.story: story.last_run for story in stories}
        told = [(story, _what_changed(story, self.frame.words)) for story in stories]
        return self._answer(request, ("desk.feed_changed", FEED_CHANGED), catalogue, told, runs)

    def _answer(
        self,
        request: Request,
        feed: tuple[str, str],
        catalogue: Catalogue,
        stories: Sequence[tuple[ListedStory, str]],
        runs: Mapping[str, int],
    ) -> Response:
        base = f"{request.url.scheme}://{request.url.netloc}"
        root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": self.frame.words.language})
        key, address = feed
        _put(root, "title", f"{self.frame.words.say('page.name')}: {self.frame.words.say(key)}")
        _put(root, "id", _urn(key))
        times = [catalogue.run_times.get(number) or _NO_TIME for number in runs.values()]
        _put(root, "updated", max(times, default=_NO_TIME))
        ET.SubElement(root, "link", {"rel": "self", "href": f"{base}{address}", "type": "application/atom+xml"})
        ET.SubElement(root, "link", {"rel": "alternate", "href": f"{base}{HOME}", "type": "text/html"})
        _put(ET.SubElement(root, "author"), "name", self.frame.words.say("page.name"))
        for story, summary in stories:
            run = runs[story.story]
            entry = ET.SubElement(root, "entry")
            _put(entry, "title", story.title)
            _put(entry, "id", _urn(key, story.story, str(run) if key == "desk.feed_changed" else ""))
            _put(entry, "updated", catalogue.run_times.get(run) or _NO_TIME)
            ET.SubElement(entry, "link", {"rel": "alternate", "href": f"{base}{story_address(story.story)}"})
            _put(entry, "summary", summary)
        body = ET.tostring(root, encoding="utf-8", xml_declaration=True)
        return Response(body, media_type="application/atom+xml; charset=utf-8")


def _put(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = visible_text(text)


def _urn(*parts: str) -> str:
    """An id that stays: of the feed, or of one entry of it."""
    return uuid.uuid5(
        uuid.NAMESPACE_URL, visible_text("firsthand:" + "\0".join(parts)).encode("utf-8", "replace").decode()
    ).urn


def _what_changed(story: ListedStory, words: Words) -> str:
    said = []
    if story.origins_before is not None:
        said.append(words.say("feed.origins", before=story.origins_before, now=story.origins))
    if story.figures_changed:
        said.append(words.say("feed.figures", names=", ".join(story.figures_changed)))
    return "; ".join(said)
