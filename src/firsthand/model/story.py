"""Which articles cover the same affair."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.model.span import Span

__all__ = ["Member", "Story", "Storyline", "StorylineLink", "ToldStory"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Why one article is in a story."""

    article: str
    reasons: tuple[str, ...]  # in words, strongest first
    margin: float | None = None  # closeness to this story minus closeness to the next best; None where alone
    next_best: str | None = None  # the next best story


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The coverage of one affair on one occasion."""

    story: str
    title: str
    title_article: str
    title_span: Span | None = None  # in the text of `title_article`; None where the title is a field of the source
    summary: str | None = None  # the sentence of its articles that most of its origins support
    summary_article: str | None = None
    summary_span: Span | None = None  # in the text of `summary_article`
    date: str | None = None  # ISO day of the main happening, else of the first report
    articles: tuple[str, ...]
    members: tuple[Member, ...]
    outlets: int = 0  # outlets that are known by name
    origins: int = 0  # at most this many independent accounts
    storyline: str | None = None
    aliases: tuple[str, ...] = ()  # ids that now lead here
    history: tuple[str, ...] = ()  # in words, oldest first: stories that went up in it, or from which it parted
    titled_by: str | None = None  # the user who gave the title; None where it is the headline of `title_article`


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """A story as the program told it, where a user's corrections made another of it."""

    story: str
    told: Story | None = None  # None where corrections alone made a story of that id


@dataclass(frozen=True, slots=True, kw_only=True)
class StorylineLink:
    """Why one story continues another; `source` is the earlier, where the order is known.

    Exported as `from` and `to`.
    """

    source: str
    target: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyline:
    """Stories that continue one another."""

    storyline: str
    stories: tuple[str, ...]
    links: tuple[StorylineLink, ...] = ()
