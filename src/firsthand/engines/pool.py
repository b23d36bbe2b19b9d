"""A pool of processes that survives the death of its workers."""

from __future__ import annotations

import pickle
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from types import ModuleType
from typing import TypeVar

from firsthand.engines.engine import Outcome, in_batches, run_batch
from firsthand.errors import StageError

__all__ = ["PoolEngine"]

T = TypeVar("T")
R = TypeVar("R")

_MAX_REBUILDS = 20
_MAX_FAILED_STARTS = 3
_DIED = "its worker process died (out of memory, or a crash in a library), also when it was tried alone"


def _try_load(packed: bytes) -> str | None:
    """Why this process cannot load what it is to run; None where it can."""
    try:
        pickle.loads(packed)  # noqa: S301 - packed by the process that started this one
    except Exception as error:  # noqa: BLE001 - a module fails as it likes when it is imported
        return f"{type(error).__name__}: {error}"
    return None


def _run_groups(function: Callable[[Sequence[T]], R], groups: Sequence[Sequence[T]]) -> list[R]:
    return [function(group) for group in groups]


@contextmanager
def _main_module_hidden() -> Iterator[None]:
    """Start workers without running the caller's script in each of them.

    A process that is spawned imports the main module again. A researcher's script that adds articles at its top
    level would begin anew in every worker, which Python refuses; and no work that is sent here needs that module.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


class PoolEngine:
    """Batches spread over worker processes.

    When a worker dies, the pool is built again and what was in flight is done again, each item in a process of its
    own, so that the item that kills its worker is found and refused and its neighbours are not lost. Before that it
    is made sure that workers can start at all: where they cannot, no item is to blame, and the work ends at once.
    `spawn`, because a fork of a process with threads may hang. Functions and items must be picklable.
    """

    def __init__(self, workers: int) -> None:
        """Prepare for `workers` processes; they start with the first work.

        Args:
            workers: At least 1.
        """
        self._workers = max(1, workers)
        self._executor: ProcessPoolExecutor | None = None
        self._rebuilds = 0

    def close(self) -> None:
        """Let the workers go; work not begun is dropped."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def map_articles(
        self, function: Callable[[Sequence[T]], Sequence[R]], items: Iterable[T], batch_size: int
    ) -> Iterator[Outcome[R]]:
        """See `Engine.map_articles`.

        Raises:
            StageError: Workers die again and again, or cannot start.
        """
        pending: deque[tuple[Sequence[T], Future[list[Outcome[R]]]]] = deque()
        batches = in_batches(items, batch_size)
        # Enough in flight to keep all workers busy, few enough that a million results never wait in memory.
        window = self._workers * 3
        while True:
            while len(pending) < window and (batch := next(batches, None)) is not None:
                pending.append((batch, self._submit(function, batch)))
            if not pending:
                return
            sent, future = pending.popleft()
            try:
                outcomes = future.result()
            except BrokenProcessPool:
                self._check_start(function)
                outcomes = [self._run_alone(function, item) for item in sent]
            yield from outcomes

    def map_groups(
        self, function: Callable[[Sequence[T]], R], groups: Mapping[str, Sequence[T]]
    ) -> Iterator[tuple[str, Outcome[R]]]:
        """See `Engine.map_groups`."""
        outcomes = self.map_articles(partial(_run_groups, function), list(groups.values()), 1)
        yield from zip(groups, outcomes, strict=True)

    def _submit(self, function: Callable[[Sequence[T]], Sequence[R]], batch: Sequence[T]) -> Future[list[Outcome[R]]]:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"))
        try:
            with _main_module_hidden():
                return self._executor.submit(run_batch, function, batch)
        except BrokenProcessPool:
            self._rebuilds += 1
            if self._rebuilds > _MAX_REBUILDS:
                raise StageError(
                    f"Worker processes died {self._rebuilds} times.",
                    "Free some memory, or run it again with `--workers 1`; what is done is kept.",
                ) from None
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None
            return self._submit(function, batch)

    def _check_start(self, function: Callable[[Sequence[T]], Sequence[R]]) -> None:
        """Make sure that a worker can start and load `function`.

        Raises:
            StageError: It cannot.
        """
        packed = pickle.dumps(function)
        for _ in range(_MAX_FAILED_STARTS):
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
                try:
                    with _main_module_hidden():
                        future = alone.submit(_try_load, packed)
                    problem = future.result()
                except BrokenProcessPool:
                    continue
            if problem is None:
                return
            raise StageError(
                f"Worker processes cannot load the program ({problem}).",
                "Install it again, or run it with `--workers 1`; what is done is kept.",
            )
        raise StageError(
            f"Worker processes cannot start: {_MAX_FAILED_STARTS} in a row died before they did anything.",
            "See what they wrote to standard error, free some memory, or run it with `--workers 1`; what is done is "
            "kept.",
        )

    def _run_alone(self, function: Callable[[Sequence[T]], Sequence[R]], item: T) -> Outcome[R]:
        """The outcome of one item in a process of its own, where it can take nothing along if it dies again."""
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            try:
                with _main_module_hidden():
                    future = alone.submit(run_batch, function, [item])
                return future.result()[0]
            except BrokenProcessPool:
                return Outcome(failure=_DIED)
