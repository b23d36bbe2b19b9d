"""A web server on loopback that answers byte for byte as it is told, however wrong that is."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable

Answer = bytes | Callable[[socket.socket], None]

STORY = (
    "<html><head><title>Harbour bridge closes in Velmora</title></head><body><article><h1>Harbour bridge closes in "
    "Velmora</h1><p>VELMORA - The council of Velmora voted on Tuesday to close the old harbour bridge after cracks "
    "were found in two of its pillars, the mayor said.</p><p>Traffic is to be led over the northern crossing until the "
    "spring, and the ferry will run every ten minutes, the harbour office added in a statement.</p></article></body>"
    "</html>"
)


def answer(body: bytes | str = STORY, status: str = "200 OK", **headers: str) -> bytes:
    """A sound answer; header names with "_" for "-". `Content_Length` is set unless given."""
    raw = body.encode() if isinstance(body, str) else body
    fields = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(raw)), **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in fields.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + raw


def redirect(location: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, Location=location)


class HostileServer:
    """Answers by path; what no answer is written for is not there. Use as a context manager."""

    def __init__(self, ip: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, Answer | list[Answer]] = {}  # of a list the first is used up
        self.requests: list[str] = []  # whole heads, in order
        self.greeting = b""  # sent before anything is asked
        self._tls = tls
        self._stopping = threading.Event()
        family = socket.AF_INET6 if ":" in ip else socket.AF_INET
        self._listener = socket.create_server((ip, 0), family=family)
        self.ip, self.port = self._listener.getsockname()[:2]
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []

    @property
    def paths(self) -> list[str]:
        return [request.split(" ")[1] for request in self.requests]

    def url(self, path: str = "/story", host: str | None = None) -> str:
        return f"http://{host or self.ip}:{self.port}{path}"

    def __enter__(self) -> HostileServer:
        self._start(self._accept)
        return self

    def __exit__(self, *error: object) -> None:
        self._stopping.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in list(self._open):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(10)

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(connection)
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                connection.sendall(self.greeting)
                head = b""
                while b"\r\n\r\n" not in head:
                    block = connection.recv(65_536)
                    if not block:
                        return
                    head += block
                self.requests.append(head.decode("latin-1"))
                self._answer(connection, self._choose(self.paths[-1]))

    def _choose(self, path: str) -> Answer:
        chosen = self.answers.get(path, answer("nothing here", "404 Not Found"))
        if isinstance(chosen, list):
            return chosen.pop(0) if len(chosen) > 1 else chosen[0]
        return chosen

    def _answer(self, connection: socket.socket, chosen: Answer) -> None:
        if isinstance(chosen, bytes):
            connection.sendall(chosen)
        else:
            chosen(connection)

    def drip(self, head: bytes, piece: bytes, pause_s: float = 0.0) -> Callable[[socket.socket], None]:
        """An answer that begins with `head` and goes on with `piece` until nobody listens."""

        def send(connection: socket.socket) -> None:
            connection.sendall(head)
            while not self._stopping.is_set():
                connection.sendall(piece)
                if pause_s:
                    self._stopping.wait(pause_s)

        return send

    def hold(self, connection: socket.socket) -> None:
        """An answer that never comes."""
        self._stopping.wait(30)
