"""The flags that every verb takes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import click

from firsthand.cli.messages import logged

__all__ = ["TABLE_FORMATS", "Flags", "annotate_flag", "common_flags", "parse_setting"]

TABLE_FORMATS = ("table", "jsonl", "csv")
_FORMAT_HELP = "How results are written; if left out, {}."
_LEFT_OUT = {True: "a table on a terminal and JSON lines in a pipe", False: "JSON lines"}


# Of the verbs that take articles in: when the language stage reads them. The verb gets it as `when`.
annotate_flag = click.option(
    "--annotate",
    "when",
    type=click.Choice(["auto", "now", "later"]),
    default="auto",
    show_default=True,
    help="Names, quotations and times: now, later (`firsthand annotate`), or now up to 20,000 articles.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """What the common flags say."""

    format: str | None = None  # None: a table on a terminal, JSONL in a pipe
    quiet: bool = False  # errors only on standard error
    verbose: bool = False
    log: str | None = None  # file that takes every log line
    workers: int | None = None  # processes; None leaves it to the program
    settings: Mapping[str, object] = field(default_factory=dict)


def parse_setting(text: str) -> tuple[str, str]:
    """Key and value of `key=value`, both as text; what the value means is up to the setting.

    Raises:
        click.BadParameter: There is no equals sign, or no key.
    """
    key, equals, value = text.partition("=")
    if not equals or not key.strip():
        raise click.BadParameter(f"{text!r} is not of the form key=value.")
    return key.strip(), value.strip()


def _parse_settings(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    return dict(parse_setting(value) for value in values)


def common_flags(formats: tuple[str, ...] = TABLE_FORMATS) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorator that adds the common flags to a verb, which gets them as its first argument, a `Flags`.

    Args:
        formats: What `--format` takes in this verb.
    """
    formats_help = _FORMAT_HELP.format(_LEFT_OUT["table" in formats])

    def decorate(verb: Callable[..., Any]) -> Callable[..., Any]:
        @click.option("--format", "format_", type=click.Choice(formats), help=formats_help)
        @click.option("-q", "--quiet", is_flag=True, help="Errors only: no progress, no messages.")
        @click.option("-v", "--verbose", is_flag=True, help="More messages, and the traceback of an error.")
        @click.option(
            "--log", metavar="FILE", type=click.Path(dir_okay=False), help="Write every message to FILE as well."
        )
        @click.option(
            "--workers",
            metavar="N",
            type=click.IntRange(min=1),
            help="Processes to use; one for each core if left out.",
        )
        @click.option(
            "--set",
            "settings",
            metavar="KEY=VALUE",
            multiple=True,
            callback=_parse_settings,
            help="Change one setting for this run; `firsthand settings` lists them. Can be repeated.",
        )
        @functools.wraps(verb)
        def with_flags(**arguments: Any) -> Any:
            flags = Flags(
                format=arguments.pop("format_"),
                quiet=arguments.pop("quiet"),
                verbose=arguments.pop("verbose"),
                log=arguments.pop("log"),
                workers=arguments.pop("workers"),
                settings=arguments.pop("settings"),
            )
            click.get_current_context().find_root().obj = flags
            with logged(flags):
                return verb(flags, **arguments)

        return with_flags

    return decorate
