"""`firsthand serve`: read an archive in the browser."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from pathlib import Path

import click

from firsthand.cli.flags import Flags, common_flags
from firsthand.cli.messages import say
from firsthand.cli.session import ARCHIVE, opened
from firsthand.errors import ConfigError

__all__ = ["serve"]

_LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; taken first, so that a port in use is told before anything else."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise ConfigError(
            f"Cannot listen on {host} port {port}: {error.strerror or error}.", "Choose another --port or --host."
        ) from error


def _run(listening: socket.socket, archive: Path, host: str, token: str | None, *, edit: bool, flags: Flags) -> None:
    import uvicorn

    from firsthand import api
    from firsthand.web import create_app

    # Off this machine the token is the lock, whatever name a reader reaches us by.
    names = (*_LOOPBACK_NAMES, host) if _is_loopback(host) else ("*",)
    app = create_app(
        lambda: api.open(archive, settings=flags.settings),
        token=token,
        allowed_hosts=names,
        archive_name=str(archive),
        edit=edit,
    )
    config = uvicorn.Config(app, access_log=False, log_level="info" if flags.verbose else "warning")
    with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C is how this verb ends
        uvicorn.Server(config).run(sockets=[listening])


@click.command(epilog="Example: firsthand serve news.firsthand --port 8000")
@click.argument("archive", type=ARCHIVE)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help="Port to listen on; 0 for any free."
)
@click.option("--edit", is_flag=True, help="Allow corrections and adding files from the pages.")
@click.option(
    "--token",
    metavar="TEXT",
    envvar="FIRSTHAND_TOKEN",
    help="What a reader must know; needed off this machine. Better given as FIRSTHAND_TOKEN.",
)
@common_flags()
def serve(flags: Flags, archive: Path, host: str, port: int, edit: bool, token: str | None) -> None:
    """Show ARCHIVE as pages on this machine. Other machines are let in only with a token, for reading too."""
    host = host.strip("[]")
    if not _is_loopback(host) and not token:
        raise click.UsageError(
            f"{host} can be reached from other machines: give --token TEXT (or FIRSTHAND_TOKEN), or leave --host out."
        )
    with opened(archive, flags):
        pass  # an archive that cannot be used is told before a page is asked for
    with _listen(host, port) as listening:
        shown = f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{listening.getsockname()[1]}/" + ("?token=..." if token else "")
        say(f"Serving {archive} at {address} - Ctrl-C ends it.", flags)
        _run(listening, archive, host, token, edit=edit, flags=flags)
