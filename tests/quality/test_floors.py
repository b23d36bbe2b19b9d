"""Every floor of floors.toml holds on the labelled data, where that is there."""

from __future__ import annotations

import pytest
from tests.quality.measure import LabelledSet, labelled_data, measure, read_sets

pytestmark = pytest.mark.quality
DATA = labelled_data()


@pytest.mark.skipif(DATA is None, reason="the labelled data is not beside the project")
@pytest.mark.parametrize("labelled", read_sets(), ids=lambda labelled: labelled.name)
def test_floors_hold(labelled: LabelledSet) -> None:
    assert DATA is not None
    figures = measure(labelled, DATA)
    short = {name: figures[name] for name, floor in labelled.floors.items() if figures[name] < floor}
    over = {name: figures[name] for name, ceiling in labelled.ceilings.items() if figures[name] > ceiling}
    assert not short
    assert not over
