"""Where the parts of a page lead: to places in one file, or to other pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from firsthand.model import Dossier, Span

__all__ = ["FileLinks", "Links", "article_anchor", "origin_anchor", "pair_anchor"]


class Links(Protocol):
    """How stories and articles are addressed."""

    def story(self, story: str) -> str | None:
        """Address of a story; None where it has none here."""
        ...

    def article(self, story: str | None, article: str, span: Span | None = None) -> str | None:
        """Address of an article as it is shown with `story`, at `span` where one is given; None where it has none."""
        ...

    def storyline(self, storyline: str) -> str | None:
        """Address of a storyline; None where it has no page of its own."""
        ...

    def entity(self, entity: str) -> str | None:
        """Address of a person or body; None where it has no page of its own."""
        ...

    def outlet(self, outlet: str) -> str | None:
        """Address of an outlet; None where it has no page of its own."""
        ...

    def compare(self, a: str, b: str) -> str | None:
        """Address of two articles side by side; None where they have no page of their own."""
        ...


@dataclass(frozen=True, slots=True)
class FileLinks:
    """Addresses within one file. Anchors are numbers, as ids from outside may hold anything."""

    full_text: bool
    stories: dict[str, int] = field(default_factory=dict)  # by id and by former id
    articles: dict[tuple[str, str], int] = field(default_factory=dict)  # by story and article

    @classmethod
    def of(cls, dossiers: Sequence[Dossier], *, full_text: bool) -> FileLinks:
        """The addresses of what stands in `dossiers`."""
        links = cls(full_text)
        for number, dossier in enumerate(dossiers, start=1):
            for story in (dossier.story.story, *dossier.story.aliases):
                links.stories.setdefault(story, number)
            for place, article in enumerate(dossier.articles, start=1):
                links.articles[dossier.story.story, article.article] = place
        return links

    def story(self, story: str) -> str | None:
        """Address of a story; None where it is not in the file."""
        number = self.stories.get(story)
        return None if number is None else f"#story-{number}"

    def article(self, story: str | None, article: str, span: Span | None = None) -> str | None:
        """Address of an article under its story; at the characters only where full texts are printed."""
        place = self.articles.get((story or "", article))
        if place is None:
            return None
        anchor = f"#{article_anchor(self.stories[story or ''], place)}"
        return f"{anchor}-{span.start}-{span.end}" if span is not None and self.full_text else anchor

    def storyline(self, storyline: str) -> str | None:  # noqa: ARG002
        """None: in a report a storyline stands under its stories."""
        return None

    def entity(self, entity: str) -> str | None:  # noqa: ARG002
        """None: a report has no page of a person or body."""
        return None

    def outlet(self, outlet: str) -> str | None:  # noqa: ARG002
        """None: a report has no page of an outlet."""
        return None

    def compare(self, a: str, b: str) -> str | None:  # noqa: ARG002
        """None: in a report they stand under their story."""
        return None


def article_anchor(story_number: int, place: int) -> str:
    """The id under which an article stands in the file."""
    return f"story-{story_number}-article-{place}"


def pair_anchor(story_number: int, place: int) -> str:
    """The id under which two articles stand side by side."""
    return f"story-{story_number}-pair-{place}"


def origin_anchor(story_number: int, letter: str) -> str:
    """The id under which an origin stands with its evidence."""
    return f"story-{story_number}-origin-{letter}"
