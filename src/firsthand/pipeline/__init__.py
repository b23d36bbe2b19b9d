"""The order of work: the only room that knows it, and the only one that writes."""

from firsthand.pipeline.deciding import correct, undo
from firsthand.pipeline.derive import Derivation
from firsthand.pipeline.fetching import FetchPlan, FetchReport, fetch, fetch_folder, plan_fetch
from firsthand.pipeline.news import StoryNews
from firsthand.pipeline.settings import RunSettings, SettingRow, Settings, load_settings, settings_file
from firsthand.pipeline.verbs import (
    AddReport,
    add,
    annotate,
    dry_run,
    estimate,
    find_removable,
    migrate,
    peek,
    remove,
)
from firsthand.pipeline.watching import WatchReport, watch

__all__ = [
    "AddReport",
    "Derivation",
    "FetchPlan",
    "FetchReport",
    "RunSettings",
    "SettingRow",
    "Settings",
    "StoryNews",
    "WatchReport",
    "add",
    "annotate",
    "correct",
    "dry_run",
    "estimate",
    "fetch",
    "fetch_folder",
    "find_removable",
    "load_settings",
    "migrate",
    "peek",
    "plan_fetch",
    "remove",
    "settings_file",
    "undo",
    "watch",
]
