"""The verbs that a later release brings."""

from __future__ import annotations

import click

__all__ = ["correct", "evidence", "watch"]

_AS_GIVEN = {"ignore_unknown_options": True, "allow_extra_args": True}


def _announce(verb: str) -> None:
    raise click.exceptions.Exit(_say_later(verb))


def _say_later(verb: str) -> int:
    click.echo(f"firsthand: `{verb}` comes in a later release; `firsthand --help` lists what is there.", err=True)
    return 2


@click.command(context_settings=_AS_GIVEN, epilog="Example: firsthand evidence news.firsthand --story ID -o proof.zip")
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def evidence(words: tuple[str, ...]) -> None:  # noqa: ARG001
    """Pack originals, hashes and spans of a story.

    Comes in a later release.
    """
    _announce("evidence")


@click.command(context_settings=_AS_GIVEN, epilog="Example: firsthand correct news.firsthand merge STORY STORY")
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def correct(words: tuple[str, ...]) -> None:  # noqa: ARG001
    """Tell the archive what it got wrong.

    Comes in a later release.
    """
    _announce("correct")


@click.command(context_settings=_AS_GIVEN, epilog="Example: firsthand watch news.firsthand incoming/")
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
def watch(words: tuple[str, ...]) -> None:  # noqa: ARG001
    """Add files as they come into a folder.

    Comes in a later release.
    """
    _announce("watch")
