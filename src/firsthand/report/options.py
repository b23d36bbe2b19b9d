"""What a reader can choose about a report."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.errors import ConfigError

__all__ = ["ReportOptions"]

_MOST_EXCERPT_CHARACTERS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """How much of the articles a report shows, and what it is called.

    Raises:
        ConfigError: `excerpt_characters` is out of range.
    """

    excerpt_characters: int = 300  # shown round each cited span, half on each side; 0 to 10,000
    full_text: bool = False  # print every article whole; mind the outlets' rights
    archive: str = "ARCHIVE"  # the archive as the reader would name it in a command
    title: str | None = None  # of a report on several stories; None: the catalogue's

    def __post_init__(self) -> None:
        """Check the ranges."""
        if not 0 <= self.excerpt_characters <= _MOST_EXCERPT_CHARACTERS:
            raise ConfigError(
                f"Excerpts of {self.excerpt_characters} characters are out of range.",
                f"Choose 0 to {_MOST_EXCERPT_CHARACTERS}, or ask for full texts.",
            )
