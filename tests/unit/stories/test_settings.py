from __future__ import annotations

import pytest

from firsthand.stories.settings import StorySettings, ease_for_size


@pytest.mark.parametrize(
    ("articles", "least"), [(10, 0.04), (3_000, 0.04), (6_000, 0.03), (12_000, 0.02), (10**6, 0.02)]
)
def test_the_larger_the_archive_the_lower_the_threshold_down_to_half(articles, least):
    settings = StorySettings(join_closeness=0.04, size_relief=0.01)
    assert ease_for_size(settings, articles).join_closeness == pytest.approx(least)
