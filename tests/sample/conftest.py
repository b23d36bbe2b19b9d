"""The archive of the bundled sample, built once."""

from __future__ import annotations

import pytest
from tests.sample.sample_archive import SampleArchive, build_sample


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> SampleArchive:
    return build_sample(tmp_path_factory.mktemp("sample"))
