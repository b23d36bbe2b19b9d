"""What was done to an archive, when, and with what."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["Correction", "Rejection", "Run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the program on an archive."""

    run: str
    verb: str  # add, annotate, remove, correct, migrate
    started: str  # ISO 8601, UTC
    ended: str | None = None  # None while it runs, or where it was interrupted
    software: str  # "firsthand 0.1.0"
    stages: dict[str, str] = field(default_factory=dict)  # stage: version
    settings_digest: str
    models: dict[str, str] = field(default_factory=dict)  # model: digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """An input or article that a stage refused, and why."""

    input: str  # the path, with its line, or the article's id
    stage: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A user's decision that later runs obey."""

    correction: str
    kind: str  # merge split move name same different not-a-copy
    of: tuple[str, ...]  # as the user gave it
    by: str
    made: str
    # For each of `of`, what it stood for when this was made: the articles of a story; an article, and where it is moved
    # those it stood with; the ways to write a name; nothing for a title. Later runs find it again by these.
    anchors: tuple[tuple[str, ...], ...] = ()
