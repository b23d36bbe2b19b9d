"""The order of work: the only room that knows it, and the only one that writes."""

from firsthand.pipeline.derive import Derivation
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

__all__ = [
    "AddReport",
    "Derivation",
    "RunSettings",
    "SettingRow",
    "Settings",
    "add",
    "annotate",
    "dry_run",
    "estimate",
    "find_removable",
    "load_settings",
    "migrate",
    "peek",
    "remove",
    "settings_file",
]
