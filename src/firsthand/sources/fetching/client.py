"""One request and its answer, with every bound kept: who is asked, how long it may take, how much is taken.

No proxy, cookie, login or redirect: what goes out is one GET to an IP address that was checked, and nothing else. The
standard library's reader of HTTP answers is used on a socket of our own, since a limit on the time of a whole answer
and on all of its bytes can be kept nowhere else.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import re
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from firsthand.errors import ConfigError, InputError
from firsthand.sources.fetching.addresses import Address, is_public
from firsthand.sources.fetching.settings import FetchSettings

__all__ = ["Client", "Exchange", "Resolve", "Weigh", "resolve_host"]

Resolve = Callable[[str, int], Sequence[str]]  # host and port into IP addresses; raises OSError
# Status and headers into the bytes of body to take at most, and whether a longer one is cut instead of refused.
# Raises InputError where the body is not wanted at all.
Weigh = Callable[[int, "Headers"], tuple[int, bool]]
Headers = tuple[tuple[str, str], ...]

_MAX_HEAD_BYTES = 60_000  # less than what our WARC reader takes for the head of an answer
_MAX_TRIED = 4  # IP addresses of one host
_BLOCK_BYTES = 65_536
_FRAMING = 1.5  # bytes on the wire for a byte of body: chunks have heads
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.8,application/pdf;q=0.8,*/*;q=0.1"
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROLS = re.compile("[\x00-\x1f\x7f]+")
_MEND_LATER = "Try again later."


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its answer."""

    address: Address
    ip: str  # who was asked
    began: datetime  # when the request was sent; aware
    request: bytes  # as it was sent
    status: int
    headers: Headers  # of the answer, in order, names as sent
    head: bytes  # status line and headers of the answer as they were understood, with the empty line
    body: bytes  # without chunk framing; still packed where Content-Encoding says so
    cut: str | None = None  # why the body ends before its end: length, time or disconnect, as WARC has it

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for each, value in self.headers if each.lower() == name.lower()), None)


class _OverBudget(OSError):  # noqa: N818 - never leaves this module
    """More bytes came than were allowed."""


class _Wire(io.RawIOBase):
    """What comes from a socket until the time or the bytes allowed are used up."""

    def __init__(self, sock: socket.socket, deadline: float, timeout_s: float) -> None:
        self._sock = sock
        self._deadline = deadline
        self._timeout_s = timeout_s
        self.allowance = _MAX_HEAD_BYTES

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self.allowance <= 0:
            raise _OverBudget
        self._sock.settimeout(_time_left(self._deadline, self._timeout_s))
        count = self._sock.recv_into(buffer, min(len(buffer), self.allowance))
        self.allowance -= count
        return count

    def makefile(self, mode: str) -> io.BufferedReader:  # noqa: ARG002 - what HTTPResponse asks a socket for
        return io.BufferedReader(self)


def _time_left(deadline: float, most: float) -> float:
    left = min(deadline - time.monotonic(), most)
    if left <= 0:
        raise TimeoutError
    return left


def resolve_host(host: str, port: int) -> Sequence[str]:
    """The IP addresses of `host`, in the order of the system's preference.

    Raises:
        OSError: It has none. How long that takes is the system's resolver's affair.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(str(error)) from error
    return list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))


def _system_trust() -> ssl.SSLContext:
    """The certificates that this machine trusts; those of Mozilla where its Python knows of none, as on some Macs."""
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not paths.cafile and not paths.capath and not context.cert_store_stats()["x509_ca"]:
        import certifi

        context.load_verify_locations(certifi.where())
    return context


class Client:
    """Asks for pages. One at a time; each over a connection of its own."""

    def __init__(
        self,
        settings: FetchSettings,
        *,
        resolve: Resolve = resolve_host,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """Make a client.

        Args:
            settings: Bounds and manners.
            resolve: Finds the IP addresses of a host, once for each.
            tls: Whom to trust; whom the system trusts where left out.

        Raises:
            ConfigError: `fetch.user_agent` cannot be sent.
        """
        if not settings.user_agent.strip() or not (settings.user_agent.isascii() and settings.user_agent.isprintable()):
            raise ConfigError("fetch.user_agent: not one line of ASCII text.", "Begin with a name: firsthand (...).")
        self._settings = settings
        self._resolve = resolve
        self._tls = tls or _system_trust()
        self._checked: dict[str, tuple[str, ...] | InputError] = {}

    def check(self, address: Address) -> tuple[str, ...]:
        """The IP addresses to ask for `address`: found once a run, and none of them inside the own network.

        Raises:
            InputError: The host is not known, or may not be asked.
        """
        if address.host not in self._checked:
            try:
                self._checked[address.host] = self._find(address)
            except InputError as error:
                self._checked[address.host] = error
        found = self._checked[address.host]
        if isinstance(found, InputError):
            raise InputError(found.what, found.mend)
        return found

    def _find(self, address: Address) -> tuple[str, ...]:
        try:
            found = [str(address.ip)] if address.ip else self._resolve(address.host, address.port)
            ips = [ipaddress.ip_address(text) for text in found]
        except (OSError, ValueError) as error:
            raise InputError(f"the host {address.host} is not known.", "Check the address and the network.") from error
        if not ips:
            raise InputError(f"the host {address.host} has no IP address.", "Check the address.")
        # One private address among several is refused too: which of them is asked would be left to chance.
        inside = next((ip for ip in ips if not is_public(ip)), None)
        if inside is not None and not self._settings.allow_private:
            raise InputError(
                f"{address.host} is inside the own machine or network ({inside}).",
                "If that is meant: --set fetch.allow_private=true",
            )
        return tuple(str(ip) for ip in ips)

    def get(self, address: Address, weigh: Weigh) -> Exchange:
        """Ask for `address`.

        Args:
            address: What to ask for.
            weigh: How much of the answer's body is wanted.

        Returns:
            The answer, whatever its status.

        Raises:
            InputError: There was none within the bounds, or it was not wanted.
        """
        ips = self.check(address)
        deadline = time.monotonic() + self._settings.max_page_s
        try:
            ip, sock = self._connect(address, ips, deadline)
            with sock:
                return self._talk(sock, address, ip, deadline, weigh)
        except (OSError, http.client.HTTPException) as error:
            raise self._explain(error) from error

    def _connect(self, address: Address, ips: Sequence[str], deadline: float) -> tuple[str, socket.socket]:
        """A connection to the first of `ips` that takes it: to the IP itself, so that no second look-up can differ."""
        fault: OSError = TimeoutError()
        for ip in ips[:_MAX_TRIED]:
            try:
                left = _time_left(deadline, self._settings.timeout_s)
                sock = socket.create_connection((ip, address.port), timeout=left)
            except OSError as error:
                fault = error
                continue
            if address.scheme == "http":
                return ip, sock
            try:
                sock.settimeout(_time_left(deadline, self._settings.timeout_s))
                return ip, self._tls.wrap_socket(sock, server_hostname=address.host)
            except BaseException:
                sock.close()
                raise
        raise fault

    def _talk(self, sock: socket.socket, address: Address, ip: str, deadline: float, weigh: Weigh) -> Exchange:
        request = self._write_request(address)
        began = datetime.now(UTC)
        sock.sendall(request)
        wire = _Wire(sock, deadline, self._settings.timeout_s)
        response = http.client.HTTPResponse(cast("socket.socket", wire), method="GET")
        try:
            response.begin()
            headers = tuple((name, _one_line(value)) for name, value in response.getheaders() if _NAME.fullmatch(name))
            most, may_cut = weigh(response.status, headers)
            wire.allowance = int(most * _FRAMING) + _BLOCK_BYTES
            body, cut = _read_body(response, most, may_cut=may_cut)
        finally:
            response.close()
        return Exchange(
            address=address,
            ip=ip,
            began=began,
            request=request,
            status=response.status,
            headers=headers,
            head=_write_head(response, headers, len(body)),
            body=body,
            cut=cut,
        )

    def _write_request(self, address: Address) -> bytes:
        lines = (
            f"GET {address.target} HTTP/1.1",
            f"Host: {address.host_field}",
            f"User-Agent: {self._settings.user_agent}",
            f"Accept: {_ACCEPT}",
            "Accept-Encoding: gzip, deflate",
            "Connection: close",
        )
        return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")

    def _explain(self, error: OSError | http.client.HTTPException) -> InputError:
        """What the reader is told; nothing that the server wrote is repeated."""
        too_many = type(error) is http.client.HTTPException  # the library says by this that there are over 100
        if too_many or isinstance(error, _OverBudget | http.client.LineTooLong):
            return InputError("its headers do not end.", "It is no page.")
        if isinstance(error, ssl.SSLCertVerificationError):
            return InputError(
                f"its certificate does not hold ({error.verify_message}).",
                "Open it in a browser to see why; nothing was asked of it.",
            )
        if isinstance(error, ssl.SSLError):
            return InputError("no secure connection could be made.", "Open it in a browser to see why.")
        if isinstance(error, TimeoutError):
            settings = self._settings
            return InputError(
                f"no answer within {settings.timeout_s:g} seconds, or not the whole of it in {settings.max_page_s:g}.",
                _MEND_LATER,
            )
        if isinstance(error, http.client.RemoteDisconnected | ConnectionResetError | BrokenPipeError):
            return InputError("the host hung up without an answer.", _MEND_LATER)
        if isinstance(error, http.client.HTTPException):
            return InputError("what the host answered is no HTTP.", "Open it in a browser to see what it is.")
        if isinstance(error, ConnectionRefusedError):
            return InputError("the host refused the connection.", "Check the address.")
        return InputError(f"the host cannot be reached ({error.strerror or 'no connection'}).", "Check the network.")


def _one_line(value: str) -> str:
    """A header's value with folds, NULs and other controls as spaces; characters are bytes read as Latin-1."""
    return _CONTROLS.sub(" ", value).strip()


def _read_body(response: http.client.HTTPResponse, most: int, *, may_cut: bool) -> tuple[bytes, str | None]:
    """The body, and why it was cut, None where it is whole.

    Raises:
        InputError: It is longer than `most`, or ends before it should, and may not be cut.
    """
    promised = response.length  # None for chunks, and where the end of the connection is the end of the body
    body = bytearray()
    cut: str | None = "length" if promised is not None and promised > most and not may_cut else None
    try:
        while cut is None and (block := response.read(min(_BLOCK_BYTES, most + 1 - len(body)))):
            body += block
            if len(body) > most:
                cut = "length"
    except _OverBudget:  # chunks of next to nothing, or trailers without end
        cut = "length"
    except TimeoutError:
        if not may_cut:
            raise
        cut = "time"
    except (http.client.HTTPException, ConnectionError, ssl.SSLError):
        cut = "disconnect"
    if cut is None and promised is not None and len(body) < promised:
        cut = "disconnect"
    if cut is not None and not may_cut:
        raise _too_large(most) if cut == "length" else InputError("the page broke off before its end.", _MEND_LATER)
    return bytes(body[:most]), cut


def _too_large(most: int) -> InputError:
    return InputError(f"the page is larger than {most:,} bytes.", "Raise `fetch.max_page_bytes` if it is sound.")


def _write_head(response: http.client.HTTPResponse, headers: Headers, length: int) -> bytes:
    """The head to keep: what told how the body was framed on the wire is renamed where it no longer fits."""
    reason = _one_line(response.reason or "")
    lines = [f"HTTP/{response.version // 10}.{response.version % 10} {response.status} {reason}".rstrip()]
    for name, value in headers:
        lowered = name.lower()
        is_off = lowered == "transfer-encoding" or (lowered == "content-length" and value != str(length))
        lines.append(f"X-Archive-Orig-{name}: {value}" if is_off else f"{name}: {value}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")
