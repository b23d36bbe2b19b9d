"""What holds for all tests."""

from __future__ import annotations

import pytest


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Bytes are named by their length: packed ones hold the time, and every process must name its tests alike."""
    return f"{argname}-{len(val)}-bytes" if isinstance(val, bytes) else None
