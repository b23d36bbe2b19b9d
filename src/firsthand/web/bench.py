"""Work that takes longer than a request: one thing at a time, in a thread of its own, with its progress."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from firsthand.engines import Progress
from firsthand.errors import FirsthandError

__all__ = ["Bench", "Work"]

_MOST_MESSAGES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is being done, or was done last.

    Attributes:
        what: In the words that it was begun with.
        is_running: Whether it goes on.
        stage: The stage that runs; empty before the first.
        done: How many items of the stage are done.
        total: Of how many; None where that is not known.
        messages: The last lines that the work said.
        result: What came of it, in words; empty while it runs, or where it failed.
        error: Why it failed; empty where it did not.
    """

    what: str = ""
    is_running: bool = False
    stage: str = ""
    done: int = 0
    total: int | None = None
    messages: tuple[str, ...] = ()
    result: str = ""
    error: str = ""


class Bench:
    """Where the work of one server is done."""

    def __init__(self) -> None:
        """Nothing is done yet."""
        self._lock = threading.Lock()
        self._work = Work()
        self._thread: threading.Thread | None = None

    @property
    def work(self) -> Work:
        """How far it is."""
        return self._work

    def start(self, what: str, task: Callable[[Progress], str]) -> bool:
        """Begin `task`, which tells its progress and returns what came of it; False where other work goes on."""
        with self._lock:
            if self._work.is_running:
                return False
            self._work = Work(what=what, is_running=True)
            self._thread = threading.Thread(target=self._run, args=(task,), name="bench", daemon=False)
            self._thread.start()
        return True

    def wait(self, timeout_s: float) -> Work:
        """How far it is when it ends, or after so many seconds."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout_s)
        return self._work

    def _run(self, task: Callable[[Progress], str]) -> None:
        try:
            result, error = task(_Told(self)), ""
        except FirsthandError as raised:
            result, error = "", str(raised)
        except Exception as raised:  # noqa: BLE001 - the boundary of the thread: whatever it was, the page says that it failed
            result, error = "", type(raised).__name__
        with self._lock:
            self._work = replace(self._work, is_running=False, stage="", result=result, error=error)

    def change(self, **values: object) -> None:
        """Note how far it is."""
        with self._lock:
            self._work = replace(self._work, **values)  # type: ignore[arg-type]


class _Told:
    """Progress that the page shows."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def start(self, stage: str, total: int | None) -> None:
        self._bench.change(stage=stage, done=0, total=total)

    def advance(self, count: int = 1) -> None:
        self._bench.change(done=self._bench.work.done + count)

    def done(self) -> None:
        self._bench.change(stage="", done=0, total=None)

    def say(self, message: str) -> None:
        self._bench.change(messages=(*self._bench.work.messages, message)[-_MOST_MESSAGES:])
