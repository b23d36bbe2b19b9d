"""Archives are used again only while the file is the one that was opened, as it was."""

from __future__ import annotations

import pytest

from firsthand.web.pool import Pool


class Archive:
    def __init__(self, world):
        self.world = world
        self.place = world.place
        self.is_closed = False

    @property
    def desk(self):
        return self

    def state(self):
        return self.world.state

    def limit_cache(self, kilobytes):
        assert 1000 < kilobytes < 20_000

    def is_in_place(self):
        return self.place == self.world.place

    def close(self):
        assert not self.is_closed
        self.is_closed = True


class World:
    def __init__(self):
        self.state, self.place, self.made = "1-1", 1, []

    def __call__(self):
        self.made.append(Archive(self))
        return self.made[-1]


@pytest.fixture
def world():
    return World()


def test_one_after_another_is_one_archive(world):
    pool = Pool(world)
    for _ in range(3):
        with pool() as archive:
            assert archive is world.made[0]


def test_two_at_once_are_two(world):
    pool = Pool(world)
    with pool() as one, pool() as other:
        assert one is not other


@pytest.mark.parametrize("change", [{"state": "2-2"}, {"place": 2}])
def test_after_a_change_it_is_opened_anew(world, change):
    pool = Pool(world)
    with pool() as before:
        pass
    vars(world).update(change)
    with pool() as after:
        assert after is not before
    assert before.is_closed


def test_one_that_failed_is_not_used_again(world):
    pool = Pool(world)
    with pytest.raises(ValueError, match="x"), pool():
        raise ValueError("x")
    assert world.made[0].is_closed


def test_what_is_idle_is_closed_with_the_pool(world):
    pool = Pool(world)
    with pool():
        pass
    del pool
    assert world.made[0].is_closed


def test_no_more_are_idle_than_are_useful(world):
    pool = Pool(world)
    from contextlib import ExitStack

    with ExitStack() as stack:
        for _ in range(12):
            stack.enter_context(pool())
    assert sum(not archive.is_closed for archive in world.made) == 4
    pool.close()
    assert all(archive.is_closed for archive in world.made)
