"""What an engine is: two verbs, and what comes back for each item."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, Protocol, TypeVar

from firsthand.errors import FirsthandError

__all__ = ["Engine", "InProcessEngine", "Outcome", "in_batches", "run_batch"]

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[R]):
    """What became of one item: a value, or in words why there is none."""

    value: R | None = None
    failure: str | None = None


class Engine(Protocol):
    """Where work runs. Results come in the order of the items, whatever the engine."""

    def map_articles(
        self, function: Callable[[Sequence[T]], Sequence[R]], items: Iterable[T], batch_size: int
    ) -> Iterator[Outcome[R]]:
        """Run `function` over batches of `items`; it returns as many results as it was given items.

        No more of `items` is held at once than the work needs.
        """
        ...

    def map_groups(
        self, function: Callable[[Sequence[T]], R], groups: Mapping[str, Sequence[T]]
    ) -> Iterator[tuple[str, Outcome[R]]]:
        """Run `function` on each group of items; keys come in the order of `groups`."""
        ...


def run_batch(function: Callable[[Sequence[T]], Sequence[R]], batch: Sequence[T]) -> list[Outcome[R]]:
    """The outcomes of `function` on `batch`; where it fails on the whole, each item is tried alone.

    This is the boundary at which an error of any kind becomes a rejection of the one item that caused it.
    """
    try:
        return [Outcome(value=result) for _, result in zip(batch, function(batch), strict=True)]
    except Exception as error:  # noqa: BLE001
        if len(batch) > 1:
            return [outcome for item in batch for outcome in run_batch(function, [item])]
        reason = str(error) if isinstance(error, FirsthandError) else f"{type(error).__name__}: {error}"
        return [Outcome(failure=reason)]


def in_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in order, `size` at a time; the last batch may be shorter."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


def _run_group(function: Callable[[Sequence[T]], R], group: Sequence[T]) -> Outcome[R]:
    return run_batch(lambda groups: [function(group) for group in groups], [group])[0]


class InProcessEngine:
    """Everything in this process, one item after another."""

    def map_articles(
        self, function: Callable[[Sequence[T]], Sequence[R]], items: Iterable[T], batch_size: int
    ) -> Iterator[Outcome[R]]:
        """See `Engine.map_articles`."""
        for batch in in_batches(items, batch_size):
            yield from run_batch(function, batch)

    def map_groups(
        self, function: Callable[[Sequence[T]], R], groups: Mapping[str, Sequence[T]]
    ) -> Iterator[tuple[str, Outcome[R]]]:
        """See `Engine.map_groups`."""
        for key, group in groups.items():
            yield key, _run_group(function, group)
