"""One body over every engine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from firsthand.engines import Engine, InProcessEngine, PoolEngine
from firsthand.errors import StageError


def double(batch: Sequence[int]) -> list[int]:
    return [2 * item for item in batch]


def double_but_seven(batch: Sequence[int]) -> list[int]:
    if 7 in batch:
        raise StageError("Seven cannot be doubled.", "Leave it out.")
    return double(batch)


def one_too_few(batch: Sequence[int]) -> list[int]:
    return double(batch)[1:]


def die_at_seven(batch: Sequence[int]) -> list[int]:
    if 7 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(batch)


def add_up(group: Sequence[int]) -> int:
    return sum(group)


@pytest.fixture(scope="module", params=["in process", "pool"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "in process":
        yield InProcessEngine()
    else:
        pool = PoolEngine(2)
        yield pool
        pool.close()


def test_results_come_in_order(engine: Engine) -> None:
    assert [outcome.value for outcome in engine.map_articles(double, range(50), 3)] == [2 * n for n in range(50)]
    assert list(engine.map_articles(double, [], 3)) == []


def test_items_are_taken_as_they_are_needed(engine: Engine) -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while taken < 1000:
            taken += 1
            yield taken

    outcomes = engine.map_articles(double, items(), 4)
    assert next(outcomes).value == 2
    assert taken <= 40  # a few batches in flight, not the whole


def test_one_refused_item_takes_no_other_along(engine: Engine) -> None:
    outcomes = list(engine.map_articles(double_but_seven, range(10), 4))
    assert [outcome.value for outcome in outcomes] == [None if n == 7 else 2 * n for n in range(10)]
    assert outcomes[7].failure == "Seven cannot be doubled. Leave it out."


def test_a_result_missing_is_a_failure(engine: Engine) -> None:
    assert all(outcome.failure for outcome in engine.map_articles(one_too_few, [1, 2], 2))


def test_groups_keep_their_keys(engine: Engine) -> None:
    groups = {"b": [1, 2], "a": [3], "c": []}
    assert [(key, outcome.value) for key, outcome in engine.map_groups(add_up, groups)] == [
        ("b", 3),
        ("a", 3),
        ("c", 0),
    ]


def test_a_dead_worker_loses_only_what_killed_it() -> None:
    pool = PoolEngine(2)
    outcomes = list(pool.map_articles(die_at_seven, range(12), 2))
    pool.close()
    assert [outcome.value for outcome in outcomes] == [None if n == 7 else 2 * n for n in range(12)]
    assert "died" in (outcomes[7].failure or "")


class FailsWhenLoaded:
    """Stands for a program that workers cannot import: a new process fails to load it, or dies as it tries."""

    def __init__(self, how: str) -> None:
        self._how = how

    def __reduce__(self) -> object:
        return _load_in_worker, (self._how,)

    def __call__(self, batch: Sequence[int]) -> list[int]:
        return double(batch)


def _load_in_worker(how: str) -> FailsWhenLoaded:
    if how == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    raise ImportError("no module named anything")


@pytest.mark.parametrize(("how", "words"), [("raises", "cannot load the program"), ("dies", "cannot start")])
def test_workers_that_cannot_start_end_the_work(how: str, words: str) -> None:
    pool = PoolEngine(2)
    outcomes = pool.map_articles(FailsWhenLoaded(how), range(1000), 2)
    with pytest.raises(StageError, match=words):
        list(outcomes)
    pool.close()


SCRIPT = """
from firsthand.engines import PoolEngine
from firsthand.text.lines import split_lines
print("once")
pool = PoolEngine(2)
print([outcome.value for outcome in pool.map_articles(sorted, [3, 4], 2)])
print(len(list(pool.map_groups(len, {"a": [1], "b": [2, 3]}))))
pool.close()
"""


def test_a_script_without_a_main_guard_runs_once(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines().count("once") == 1
    assert done.stdout.splitlines()[-1] == "2"
    assert done.stderr == ""
