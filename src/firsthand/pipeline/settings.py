"""Settings: `firsthand.toml` beside the archive, then what the command line or the caller sets."""

from __future__ import annotations

import dataclasses
import difflib
import math
import os
import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from firsthand.accounts import AccountsSettings
from firsthand.errors import ConfigError
from firsthand.language import LanguageSettings
from firsthand.lineage import LineageSettings
from firsthand.model import content_digest
from firsthand.reading import ReadingSettings
from firsthand.sources import SourceLimits
from firsthand.sources.fetching import FetchSettings
from firsthand.stories import StorySettings

__all__ = ["RunSettings", "SettingRow", "Settings", "digest_settings", "load_settings", "settings_file"]

_MAX_SETTINGS_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """How a run goes about its work. None of these changes what comes out.

    Attributes:
        workers: Processes that read and annotate at once; 0 means one for each core.
        annotate_up_to: With more articles than this in the archive, the language stage is left for
            `firsthand annotate` unless it is asked for.
        wait_s: How long to wait, in seconds, while another process writes to the same archive.
        watch_every_s: `firsthand watch` looks into its folder every so many seconds.
    """

    workers: int = 0
    annotate_up_to: int = 20_000
    wait_s: float = 600.0
    watch_every_s: float = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, by the room that reads them."""

    run: RunSettings = field(default_factory=RunSettings)
    fetch: FetchSettings = field(default_factory=FetchSettings)
    sources: SourceLimits = field(default_factory=SourceLimits)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    lineage: LineageSettings = field(default_factory=LineageSettings)
    stories: StorySettings = field(default_factory=StorySettings)
    language: LanguageSettings = field(default_factory=LanguageSettings)
    accounts: AccountsSettings = field(default_factory=AccountsSettings)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRow:
    """One setting as `firsthand settings` shows it."""

    key: str  # "lineage.shortest_passage"
    value: object
    source: str  # default, the path of the file, or "--set"
    description: str


def settings_file(archive: Path) -> Path:
    """The file that settings for `archive` are read from, whether or not it is there."""
    return archive.parent / "firsthand.toml"


def _default_rows() -> dict[str, SettingRow]:
    rows: dict[str, SettingRow] = {}
    defaults = Settings()
    for room in dataclasses.fields(Settings):
        settings = getattr(defaults, room.name)
        described = _describe_attributes(type(settings).__doc__ or "")
        for each in dataclasses.fields(settings):
            key = f"{room.name}.{each.name}"
            value = getattr(settings, each.name)
            rows[key] = SettingRow(key=key, value=value, source="default", description=described.get(each.name, ""))
    return rows


def _describe_attributes(docstring: str) -> dict[str, str]:
    """What the "Attributes" part of a docstring says of each name, on one line."""
    _, _, attributes = docstring.partition("Attributes:")
    entries = re.split(r"\n {8}(\w+): ", attributes)
    return {name: " ".join(text.split()) for name, text in zip(entries[1::2], entries[2::2], strict=False)}


def _flatten(table: Mapping[str, object], prefix: str = "") -> dict[str, object]:
    flat: dict[str, object] = {}
    for key, value in table.items():
        if isinstance(value, Mapping) and "." not in prefix:
            flat.update(_flatten(value, f"{prefix}{key}."))
        else:
            flat[f"{prefix}{key}"] = value
    return flat


def _read_file(path: Path) -> dict[str, object]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
            raise ConfigError(f"{path}: not a file.", "Settings are read from there; move it away.")
        with path.open("rb") as file:
            content = file.read(_MAX_SETTINGS_BYTES + 1)
    except OSError as error:
        raise ConfigError(
            f"{path}: cannot be read ({error.strerror}).", "Mend its permissions, or move it away."
        ) from error
    if len(content) > _MAX_SETTINGS_BYTES:
        raise ConfigError(f"{path}: larger than 1 MiB.", "That is no settings file; move it away.")
    try:
        return _flatten(tomllib.loads(content.decode("utf-8")))
    except (ValueError, RecursionError) as error:  # no TOML, no UTF-8, a number of too many digits, a deep list
        raise ConfigError(f"{path}: not TOML ({error}).", "Mend that line, or move the file away.") from error


def _checked(row: SettingRow, value: object, source: str, *, as_text: bool) -> SettingRow:
    room, name = row.key.split(".")
    settings = type(getattr(Settings(), room))
    wanted = msgspec.inspect.type_info(settings)
    annotation = next(f.type for f in wanted.fields if f.name == name)  # type: ignore[attr-defined]
    if as_text and isinstance(value, str) and not isinstance(annotation, msgspec.inspect.StrType):
        value = _parse_value(value)
    try:
        converted = getattr(msgspec.convert({name: value}, settings, strict=not as_text), name)
    except msgspec.ValidationError as error:
        raise ConfigError(
            f"{row.key} in {source}: {value!r} does not fit ({str(error).partition(' - at')[0]}).",
            f"The default is {row.value!r}. {row.description}".strip(),
        ) from error
    if not _is_in_range(name, converted):
        raise ConfigError(
            f"{row.key} in {source}: {value!r} is out of range.", f"The default is {row.value!r}. {row.description}"
        )
    return dataclasses.replace(row, value=converted, source=source)


def _joined_entries(layer: Mapping[str, object], rows: Mapping[str, SettingRow], source: str) -> dict[str, object]:
    """`layer` with the entries of each table-valued setting put into one value: "reading.publishers.Example Group".

    An entry set by itself is added to the table that holds so far; the table as a whole replaces it.
    """
    joined: dict[str, object] = {}
    for key, value in layer.items():
        table, name = ".".join(key.split(".", 2)[:2]), ".".join(key.split(".", 2)[2:])
        held = rows[table].value if table in rows else None
        if not name or not isinstance(held, Mapping):
            joined[key] = value
            continue
        before = joined.get(table, held)
        if isinstance(before, str):
            before = _parse_value(before)
        if not isinstance(before, Mapping):
            raise ConfigError(f"{table} in {source}: {before!r} is no table.", rows[table].description)
        joined[table] = {**before, name: _parse_value(value) if isinstance(value, str) else value}
    return joined


def _is_in_range(name: str, value: object) -> bool:
    """Whether a number fits what it counts: all are sizes, counts, weights or times, and a share is one of a whole."""
    if not isinstance(value, int | float):
        return True
    return math.isfinite(value) and value >= 0 and not (name.endswith("_share") and value > 1)


def _parse_value(text: str) -> object:
    """`text` as TOML would read it to the right of an equals sign; itself where that fails."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except (ValueError, RecursionError):
        return text


def load_settings(
    archive: Path | None, overrides: Mapping[str, object] | None = None
) -> tuple[Settings, list[SettingRow]]:
    """The settings that hold for `archive`, and where each comes from.

    Args:
        archive: The archive whose folder may hold a `firsthand.toml`; None for the defaults.
        overrides: Dotted keys and values that go before the file; text is read as TOML.

    Returns:
        The settings, and a row for each in a fixed order.

    Raises:
        ConfigError: The file cannot be read, a key is unknown, or a value does not fit.
    """
    rows = _default_rows()
    layers: list[tuple[str, Mapping[str, object]]] = []
    if archive is not None and os.path.lexists(settings_file(archive)):
        layers.append((str(settings_file(archive)), _read_file(settings_file(archive))))
    layers.append(("--set", overrides or {}))
    for source, layer in layers:
        for key, value in _joined_entries(layer, rows, source).items():
            if key not in rows:
                near = difflib.get_close_matches(key, rows, n=1)
                hint = f"Did you mean {near[0]}?" if near else "`firsthand settings` lists them."
                raise ConfigError(f"{key} in {source}: there is no such setting.", hint)
            rows[key] = _checked(rows[key], value, source, as_text=source == "--set")
    by_room: dict[str, dict[str, Any]] = {}
    for key, row in rows.items():
        room, name = key.split(".")
        by_room.setdefault(room, {})[name] = row.value
    defaults = Settings()
    settings = Settings(**{room: type(getattr(defaults, room))(**values) for room, values in by_room.items()})
    return settings, list(rows.values())


def digest_settings(settings: object) -> str:
    """Digest of settings of one room, or of all of them: equal where every value is equal."""
    return content_digest(msgspec.json.encode(settings, order="sorted"))
