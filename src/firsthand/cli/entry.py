"""The command `firsthand`: its verbs, and what becomes of errors."""

from __future__ import annotations

import contextlib
import difflib
import importlib
import importlib.metadata
import io
import os
import shlex
import sys
import traceback
from typing import Any

import click

from firsthand.cli.flags import Flags
from firsthand.cli.messages import say
from firsthand.cli.terminal import one_line, sanitise
from firsthand.errors import ArchiveError, ConfigError, FirsthandError, MissingExtraError

__all__ = ["VERBS", "exit_code", "firsthand", "main"]

_PARTLY_READ, _WRONG_USAGE, _UNUSABLE_ARCHIVE, _INTERRUPTED = 1, 2, 3, 130

# Verb and the module that holds it, in the order of the help text.
VERBS: dict[str, str] = {
    "demo": "demo",
    "add": "add",
    "fetch": "fetch",
    "annotate": "annotate",
    "stories": "stories",
    "inspect": "inspect",
    "compare": "compare",
    "lineage": "lineage",
    "search": "search",
    "report": "report",
    "evidence": "evidence",
    "export": "export",
    "correct": "correct",
    "remove": "remove",
    "watch": "watch",
    "serve": "serve",
    "settings": "settings",
    "migrate": "migrate",
}
_LONGEST_SUMMARY = 300  # characters of a verb's line in the list of verbs
_RESUMABLE = {"demo", "add", "fetch", "annotate", "watch"}


def exit_code(error: FirsthandError) -> int:
    """Exit code of the contract for an error: 3 for the archive, 2 for usage, else 1."""
    if isinstance(error, ArchiveError):
        return _UNUSABLE_ARCHIVE
    return _WRONG_USAGE if isinstance(error, ConfigError | MissingExtraError) else _PARTLY_READ


def _drop_output() -> None:
    """Send what is left of standard output nowhere, so that closing it cannot fail a second time."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _interrupted(words: list[str]) -> str:
    if not words or words[0] not in _RESUMABLE:
        return "Interrupted."
    again = shlex.join(["firsthand", *words])
    return f"Interrupted. What was finished is kept. To go on where it stopped, run again: {again}"


def _fault(error: Exception) -> str:
    """What the reader is told of an error that no room foresaw: one line, never a traceback."""
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename is not None else ""
        return f"{place}{error.strerror or error}. Free some space or mend the path, then run the same command again."
    if isinstance(error, MemoryError):
        return "out of memory. Add fewer articles at once, or close other programs; what was finished is kept."
    return (
        f"a fault in Firsthand itself ({type(error).__name__}: {error}). What was finished is kept. "
        "Run it again with -v and report what it prints."
    )


class _Verbs(click.Group):
    """The group of verbs: a verb's module is loaded when it is needed; errors become one line and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        found = getattr(importlib.import_module(f"firsthand.cli.{VERBS[cmd_name]}"), cmd_name)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Whole sentences, which click would cut at the width."""
        commands = [(verb, self.get_command(ctx, verb)) for verb in VERBS]
        rows = [(verb, each.get_short_help_str(limit=_LONGEST_SUMMARY)) for verb, each in commands if each is not None]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], VERBS, n=1)
            if near:
                raise click.UsageError(f"{error.message} Did you mean {near[0]}?", ctx) from error
            raise

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta["firsthand.words"] = list(args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except click.ClickException as error:
            shown = io.StringIO()
            error.show(shown)  # it may quote a path or a name as it was given
            click.echo(sanitise(shown.getvalue()), err=True, nl=False)
            ctx.exit(error.exit_code)
        except (click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            say(_interrupted(ctx.meta["firsthand.words"]))
            # Where Ctrl-C fell into code made from text (every dataclass is), CPython remembers it and ends by the
            # signal whatever the exit code. Running any other text, such as none, makes it forget.
            exec("")  # noqa: S102
            ctx.exit(_INTERRUPTED)
        except BrokenPipeError:
            _drop_output()  # the reader has seen enough: `firsthand ... | head`
            ctx.exit(0)
        except Exception as error:  # noqa: BLE001 - the boundary of the program
            if isinstance(ctx.obj, Flags) and ctx.obj.verbose:
                click.echo(sanitise(traceback.format_exc()), err=True)
            is_ours = isinstance(error, FirsthandError)
            say(one_line(f"firsthand: {error if is_ours else _fault(error)}"))
            if isinstance(error, OSError):
                _drop_output()  # what could not be written now cannot be written at the end either
            ctx.exit(exit_code(error) if isinstance(error, FirsthandError) else _PARTLY_READ)


@click.group(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Example: firsthand demo",
)
@click.version_option(importlib.metadata.version("firsthand"), prog_name="firsthand")
def firsthand() -> None:
    """Puts many outlets' accounts of the same happenings side by side: origins, not outlets.

    Standard output carries results: a table on a terminal, JSON lines in a pipe. Messages go to standard error.
    Exit codes: 0 done, 1 some inputs could not be read, 2 wrong usage, 3 the archive is unusable, 130 interrupted.
    """


def main() -> None:
    """Run the command line: what the console script `firsthand` calls."""
    # A stream that was closed by the caller (`firsthand ... >&-`) is None: it takes and gives nothing.
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - open until the process ends
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows its replacement; results in files are UTF-8 anyway.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    firsthand(prog_name="firsthand")
