"""The verbs that a later release brings."""

from __future__ import annotations

import click

__all__ = ["evidence"]

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
