"""Colours: text and signs keep the contrast of WCAG 2.2 AA (1.4.3: 4.5 to 1) in light and dark."""

from __future__ import annotations

import re

import pytest

from firsthand.report import stylesheet

CSS = stylesheet()
PAIRS = [
    *((name, ground) for name in ["ink", "soft", "red", "link"] for ground in ["paper", "sheet"]),
    ("mark-ink", "mark"),
    ("change-ink", "change"),
    ("new-ink", "new"),
    ("gone-ink", "gone"),
    *(("sign-ink", f"o{shape}") for shape in range(1, 7)),
    ("o1", "paper"),
    ("o2", "paper"),
    ("o5", "sheet"),
]


def _palette(dark: bool) -> dict[str, str]:
    light_block, dark_block = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[:2]
    found = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", light_block))
    return found | (dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", dark_block)) if dark else {})


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), PAIRS)
def test_contrast(front, ground, dark):
    palette = _palette(dark)
    lights = sorted((_luminance(palette[front]), _luminance(palette[ground])), reverse=True)
    assert (lights[0] + 0.05) / (lights[1] + 0.05) >= 4.5


def test_the_style_asks_for_nothing_from_elsewhere():
    assert "url(" not in CSS
    assert "@import" not in CSS
    assert "</" not in CSS
