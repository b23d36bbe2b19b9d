"""How long work tells where it is."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Progress", "SilentProgress"]


class Progress(Protocol):
    """Told of the work as it goes; what it does with that is its own affair."""

    def start(self, stage: str, total: int | None) -> None:
        """A stage begins; `total` is how many items it has, None where that is not known."""

    def advance(self, count: int = 1) -> None:
        """`count` more items of the stage are done."""

    def done(self) -> None:
        """The stage has ended."""

    def say(self, message: str) -> None:
        """One line for the reader, such as an estimate."""


class SilentProgress:
    """Progress that nobody watches."""

    def start(self, stage: str, total: int | None) -> None:
        """Nothing is shown."""

    def advance(self, count: int = 1) -> None:
        """Nothing is shown."""

    def done(self) -> None:
        """Nothing is shown."""

    def say(self, message: str) -> None:
        """Nothing is shown."""
