"""Corrections and intake from the page: only on a server that was started for editing, and only from its own forms."""

from __future__ import annotations

import hmac
import secrets
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from anyio import move_on_after, sleep
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from firsthand.engines import Progress
from firsthand.errors import FirsthandError, InputError
from firsthand.report import render_edit_page, render_notice_page, visible_text
from firsthand.web.addresses import EDIT
from firsthand.web.bench import Bench
from firsthand.web.forms import Form, read_form, safe_file_name
from firsthand.web.room import Room

__all__ = ["KINDS", "Edit", "new_token"]

KINDS = ("merge", "split", "move", "name", "same", "different", "not-a-copy")
_LOOK_S = 0.05
_WAIT_S = 8.0  # most corrections are done by then, and the reader goes back to the page
_LONGEST_VALUE = 2_000


def new_token() -> str:
    """What the forms of one server hold, and no other page can know."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Edit(Room):
    """What changes the archive. The frame holds the token of its forms."""

    bench: Bench = field(default_factory=Bench)

    def page(self, request: Request) -> Response:  # noqa: ARG002
        """What was decided and holds, the work that goes on, and where files can be dropped."""
        return self._show(200)

    def state(self, request: Request) -> Response:  # noqa: ARG002
        """How far the work is, as data."""
        return JSONResponse(asdict(self.bench.work))

    async def post(self, request: Request) -> Response:
        """One correction, an undo, or files to add."""
        if not _is_own(request):
            return HTMLResponse(render_notice_page("forged", self.frame), status_code=403)
        try:
            form = read_form(await request.body(), request.headers.get("content-type", ""))
        except InputError as error:
            return HTMLResponse(render_notice_page("bad_form", self.frame, visible_text(str(error))), status_code=400)
        if not hmac.compare_digest(form.one("token").encode("utf-8", "replace"), (self.frame.token or "").encode()):
            return HTMLResponse(render_notice_page("forged", self.frame), status_code=403)
        kind = request.path_params["kind"]
        task = self._task(kind, form)
        if task is None:
            return HTMLResponse(render_notice_page("not_found", self.frame), status_code=404)
        if not self.bench.start(self.frame.words.say(f"edit.work.{kind}"), task):
            return await run_in_threadpool(self._show, 409, busy=True)
        # No thread is held for the wait: there are few, and readers need them.
        with move_on_after(_WAIT_S):
            while self.bench.work.is_running:
                await sleep(_LOOK_S)
        return await run_in_threadpool(self._end, kind, form)

    def _end(self, kind: str, form: Form) -> Response:
        """Back to where the reader came from, or what went wrong."""
        work = self.bench.work
        if work.error:
            return self._show(400)
        back = form.one("back")
        goes_back = not work.is_running and kind != "add" and back.startswith("/") and back[1:2] not in {"/", "\\"}
        return RedirectResponse(back if goes_back else EDIT, status_code=303)

    def _task(self, kind: str, form: Form) -> Callable[[Progress], str] | None:
        """What is to be done; None where there is no such thing to do."""
        of = tuple(value.strip()[:_LONGEST_VALUE] for value in form.all("of") if value.strip())
        if kind in KINDS:
            return lambda progress: self._correct(kind, of, progress)
        if kind == "undo" and of:
            return lambda progress: self._undo(of[0], progress)
        if kind == "add" and form.files:
            return lambda progress: self._add(form.files, progress)
        return None

    def _correct(self, kind: str, of: tuple[str, ...], progress: Progress) -> str:
        with self.open_archive() as archive:
            made = archive.correct(kind, *of, progress=progress)
        return self.frame.words.say("edit.made", correction=made.correction)

    def _undo(self, correction: str, progress: Progress) -> str:
        with self.open_archive() as archive:
            archive.undo(correction, progress=progress)
        return self.frame.words.say("edit.undone", correction=correction)

    def _add(self, files: tuple[tuple[str, bytes], ...], progress: Progress) -> str:
        with tempfile.TemporaryDirectory(prefix="firsthand-") as folder:
            paths = _save(files, Path(folder))
            with self.open_archive() as archive:
                done = archive.add(paths, progress=progress)
        words = self.frame.words
        said = words.say("edit.added", new=words.count("count.articles", done.articles_new))
        refused = [f"{Path(each.input).name}: {each.reason}" for each in done.rejections]
        return "; ".join([said, *refused])

    def _show(self, status: int, *, busy: bool = False) -> Response:
        problem = None
        try:
            with self.open_archive() as archive:
                corrections = list(archive.corrections())
        except FirsthandError as error:
            corrections, problem = [], visible_text(str(error))
        page = render_edit_page(corrections, asdict(self.bench.work), self.frame, busy=busy, problem=problem)
        return HTMLResponse(page, status_code=status)


def _is_own(request: Request) -> bool:
    """Whether a page of this server sent it, as far as the browser tells."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return site in {"same-origin", "none"} and (origin is None or origin == own)


def _save(files: tuple[tuple[str, bytes], ...], folder: Path) -> list[Path]:
    """The files under names that are fit, and apart."""
    paths: list[Path] = []
    for number, (name, body) in enumerate(files):
        path = folder / safe_file_name(name)
        if path.exists():
            path = folder / f"{number}-{path.name}"
        path.write_bytes(body)
        paths.append(path)
    return paths
