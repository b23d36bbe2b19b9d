"""docs/settings.md lists every setting, as the program has it."""

from __future__ import annotations

import runpy
from pathlib import Path

from firsthand import api

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


def test_the_page_is_current():
    made = runpy.run_path(str(ROOT / "scripts" / "publish_reference.py"))["settings_page"]()
    assert made == PAGE, "run scripts/publish_reference.py"


def test_every_setting_says_what_it_is():
    for row in api.settings():
        assert f"| `{row.key}` |" in PAGE
        assert row.description, f"{row.key} has no description: write it under Attributes in its settings class"
