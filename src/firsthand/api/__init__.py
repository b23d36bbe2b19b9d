"""What researchers import, and what the command line and the pages use: an archive as an object.

import firsthand

with firsthand.open("my.firsthand") as archive:
    for story in archive.stories():
        print(story.title, story.origins)
"""

from collections.abc import Mapping

from firsthand.api.open_archive import OpenArchive, open  # noqa: A004 - `firsthand.open`, as one opens a file
from firsthand.api.single import Comparison, compare_files, read_file
from firsthand.engines import Progress, SilentProgress
from firsthand.pipeline import AddReport, FetchPlan, FetchReport, SettingRow, StoryNews, WatchReport, load_settings
from firsthand.search import SearchHit

__all__ = [
    "AddReport",
    "Comparison",
    "FetchPlan",
    "FetchReport",
    "OpenArchive",
    "Progress",
    "SearchHit",
    "SettingRow",
    "SilentProgress",
    "StoryNews",
    "WatchReport",
    "compare_files",
    "open",
    "read_file",
    "settings",
]


def settings(*, settings: Mapping[str, object] | None = None) -> list[SettingRow]:
    """Each setting with its default, or with what `settings` sets, where there is no archive.

    Raises:
        ConfigError: A setting is unknown or out of range.
    """
    return load_settings(None, settings)[1]
