"""What stands before every page: who may ask, for what, under which name; and the headers that bind the browser."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import re
from collections.abc import Collection
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from firsthand.errors import ConfigError
from firsthand.report import PageFrame, render_notice_page

__all__ = ["SECURITY_HEADERS", "Guard", "check_names", "is_loopback"]

# No script at all, styles and pictures from this server only, no frame; forms lead to this server.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
# Where the archive may be changed there is one script, our own, that asks this server alone.
_EDIT_POLICY = f"{_POLICY}; script-src 'self'; connect-src 'self'"
# Without a referrer a browser sends no origin with a form either, and the origin is what tells our forms from others.
_EDIT_HEADERS = {"Content-Security-Policy": _EDIT_POLICY, "Referrer-Policy": "same-origin"}
_COOKIE = "firsthand"
_HOST = re.compile(r"(\[[^\[\]]+\]|[^:@/\s\[\]]+)(?::[0-9]*)?")  # a name or address, and a port
_MOST_ADDRESS_BYTES = 4096
_LONGEST_LENGTH = 12  # digits
_EDIT_PATH = "/edit/"
_ADD_PATH = "/edit/add"
_MOST_FORM_BYTES, _MOST_UPLOAD_BYTES = 1 << 18, 1 << 26
_OPEN_PATHS = frozenset(
    {"/health", "/assets/desk.css", "/assets/edit.js", "/assets/icon.svg"}
)  # hold nothing of the archive


def is_loopback(host: str) -> bool:
    """Whether `host` names this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _host_name(header: str) -> str:
    """The name in a Host header, without its port, in lower case; empty where it is no name and port."""
    found = _HOST.fullmatch(header.strip().lower())
    return found[1] if found else ""


def check_names(allowed_hosts: Collection[str], token: str | None) -> frozenset[str]:
    """The names of `allowed_hosts` as they are compared.

    Args:
        allowed_hosts: Names or addresses without port; "*" for any, with a token only.
        token: What a reader must know; None for none.

    Raises:
        ConfigError: A name can be reached from other machines, and there is no token; or there is no name.
    """
    names = {_host_name(f"[{name}]" if name.count(":") > 1 and "[" not in name else name) for name in allowed_hosts}
    beyond = sorted(name for name in names if not is_loopback(name))
    if not names or "" in names:
        raise ConfigError("The server needs a name to answer to.", "Give at least one allowed host.")
    if beyond and not token:
        raise ConfigError(
            f"{', '.join(beyond)} can be reached from other machines, and no token is set.",
            "Set a token, or serve on 127.0.0.1 only.",
        )
    return frozenset(names)


class Guard:
    """ASGI middleware: host, method, length and token are checked in this order, and every answer gets the headers."""

    def __init__(self, app: ASGIApp, *, token: str | None, names: frozenset[str], frame: PageFrame) -> None:
        """Stand before `app`.

        Args:
            app: What is guarded.
            token: What a reader must know; None for none.
            names: What the server answers to, as `check_names` gives them.
            frame: What stands round the pages that say no; it holds the token of its forms where the archive may be
                changed.
        """
        self._app = app
        self._token = token.encode() if token else None
        self._pass = hashlib.sha256(b"firsthand cookie\0" + self._token).hexdigest() if self._token else ""
        self._names = names
        self._frame = frame
        self._headers = SECURITY_HEADERS
        if frame.token is not None:
            self._headers = SECURITY_HEADERS | _EDIT_HEADERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand the request on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # a web socket: there is none here
            await send({"type": "websocket.close", "code": 1008})
            return

        async def send_bound(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
                headers.add_vary_header("Accept-Language")
            await send(message)

        refusal = self._refuse(scope)
        await (self._app if refusal is None else refusal)(scope, receive, send_bound)

    def _refuse(self, scope: Scope) -> Response | None:
        """The answer where the request stops here; None where it may go on."""
        headers = Headers(scope=scope)
        if "*" not in self._names and _host_name(headers.get("host", "")) not in self._names:
            return self._notice("host", 421)
        if scope["method"] not in {"GET", "HEAD"}:
            refusal = self._refuse_change(scope["method"], scope["path"], headers)
            if refusal is not None:
                return refusal
        query: bytes = scope.get("query_string", b"")
        if len(scope["path"].encode("utf-8", "replace")) + len(query) > _MOST_ADDRESS_BYTES:
            return self._notice("too_long", 414, most=_MOST_ADDRESS_BYTES)
        if self._token is None or scope["path"] in _OPEN_PATHS:
            return None
        return self._check_token(scope["path"], query.decode("latin-1"), headers)

    def _refuse_change(self, method: str, path: str, headers: Headers) -> Response | None:
        """The answer to what would change something; None where it may: from a form, and not too large."""
        if self._frame.token is None or method != "POST" or not path.startswith(_EDIT_PATH):
            allowed = "GET, HEAD, POST" if self._frame.token is not None else "GET, HEAD"
            return self._notice("method", 405, headers={"Allow": allowed})
        most = _MOST_UPLOAD_BYTES if path == _ADD_PATH else _MOST_FORM_BYTES
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdigit()) or len(length) > _LONGEST_LENGTH or int(length) > most:
            return self._notice("too_large", 413, most=most)
        return None

    def _check_token(self, path: str, query: str, headers: Headers) -> Response | None:
        if self._knows_token(headers):
            return None
        asked = parse_qsl(query, keep_blank_values=True, max_num_fields=100) if query.count("&") < 100 else []
        given = [value for name, value in asked if name == "token"]
        if not given or not self._is_token(given[0]):
            return self._notice("token", 401, headers={"WWW-Authenticate": "Bearer"})
        # The token leaves the address, where history and other people's eyes would find it.
        rest = urlencode([(name, value) for name, value in asked if name != "token"])
        address = "/" + path.lstrip("/\\")  # never "//host", which is another server
        answer = RedirectResponse(f"{address}?{rest}" if rest else address, status_code=303)
        answer.set_cookie(_COOKIE, self._pass, httponly=True, samesite="lax", path="/")
        return answer

    def _knows_token(self, headers: Headers) -> bool:
        kind, _, value = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and self._is_token(value.strip()):
            return True
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(_COOKIE)
        except CookieError:
            return False
        return cookie is not None and hmac.compare_digest(cookie.value.encode(), self._pass.encode())

    def _is_token(self, given: str) -> bool:
        return self._token is not None and hmac.compare_digest(given.encode("utf-8", "replace"), self._token)

    def _notice(self, notice: str, status: int, headers: dict[str, str] | None = None, **values: int) -> Response:
        page = render_notice_page(notice, self._frame, None, **values)
        return HTMLResponse(page, status_code=status, headers=headers)
