"""The exceptions that firsthand raises, one tree.

    FirsthandError
    ├── InputError         an input could not be read, or does not fit what was asked
    ├── ConfigError        a setting, flag or argument is wrong
    ├── MissingExtraError  a feature needs a package that is not installed
    ├── ArchiveError       the archive file cannot be used
    │   ├── ArchiveLockedError   another process is writing
    │   └── ArchiveVersionError  the archive is of another schema version
    └── StageError         a stage refused one article; the run goes on

A message says what happened, to which input, and what to do about it.
"""

from __future__ import annotations

__all__ = [
    "ArchiveError",
    "ArchiveLockedError",
    "ArchiveVersionError",
    "ConfigError",
    "FirsthandError",
    "InputError",
    "MissingExtraError",
    "StageError",
]


class FirsthandError(Exception):
    """What every error of this package is.

    Attributes:
        what: What happened, and to which input.
        mend: What the reader can do about it; may be empty.
    """

    def __init__(self, what: str, mend: str = "") -> None:
        super().__init__(f"{what} {mend}".strip())
        self.what = what
        self.mend = mend

    def __reduce__(self) -> tuple[type[FirsthandError], tuple[str, str]]:
        """Let the error cross to another process with both parts kept."""
        return type(self), (self.what, self.mend)


class InputError(FirsthandError):
    """An input could not be read, or does not fit what was asked of it."""


class ConfigError(FirsthandError):
    """A setting, flag or argument is unknown or out of range."""


class MissingExtraError(FirsthandError):
    """A feature needs a package that is not installed."""


class ArchiveError(FirsthandError):
    """The archive file cannot be used: damaged, not ours, not writable, disk full."""


class ArchiveLockedError(ArchiveError):
    """Another process is writing to the archive, and waiting did not help."""


class ArchiveVersionError(ArchiveError):
    """The archive was written with another schema version."""


class StageError(FirsthandError):
    """A stage refused one article or group; it is recorded as a rejection and the run goes on."""
