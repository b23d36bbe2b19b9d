"""The geometry of the picture: lines with corners, their widths, and how much of a name fits."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

__all__ = ["HEAD", "RADIUS", "Line", "fit_words", "line_width", "route"]

RADIUS = 10.0  # of a sign
HEAD = 10.0  # length of an arrow's head
_CORNER = 9.0
_LANE = 17.0  # from a sign to the line that goes down from it
_ROUND = 20.0  # from a sign to a line that enters it from the right
_THINNEST, _WIDEST = 1.5, 10.0  # of a line, for no and for all of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line from one sign to another, as SVG takes it."""

    path: str
    head: str | None  # points of the arrow's head; None where it has none


def line_width(share: float, *, roomy: bool = True) -> float:
    """Width of the line for a copied share in [0, 1]; where rows are low, of two thirds."""
    widest = _WIDEST if roomy else _WIDEST * 2 / 3
    return round(_THINNEST + (widest - _THINNEST) * min(1.0, max(0.0, share)), 1)


def _round(*numbers: float) -> str:
    return " ".join(f"{number:.1f}".removesuffix(".0") for number in numbers)


def route(start: tuple[float, float], end: tuple[float, float], *, lane: float = 0.0, headed: bool) -> Line:
    """The line between two signs: to the side, up or down one lane, and along the row of the other sign.

    Each row has one sign only, so that no line along a row runs through another. Lines that leave one sign share
    their lane, and look like the twigs of one branch.

    Args:
        start: Centre of the sign that it leaves.
        end: Centre of the sign that it enters: from the left where that lies ahead, else from the right.
        lane: How far its lane is moved to the right, so that lanes of several signs of one place stand apart.
        headed: Whether it ends in an arrow's head.
    """
    (x1, y1), (x2, y2) = start, end
    reach = RADIUS + (HEAD if headed else 0.0)
    down = x1 + _LANE + lane
    is_ahead = x2 - down >= reach + _CORNER
    if not is_ahead:
        down = max(x1, x2) + _ROUND + reach - RADIUS + lane
    side = -1.0 if is_ahead else 1.0  # of the sign that it enters
    corner = min(_CORNER, abs(y2 - y1) / 2)
    turn = corner if y2 > y1 else -corner
    path = (
        f"M{_round(x1 + RADIUS, y1)} H{_round(down - corner)} Q{_round(down, y1, down, y1 + turn)} "
        f"V{_round(y2 - turn)} Q{_round(down, y2, down - side * corner, y2)} H{_round(x2 + side * reach)}"
    )
    if not headed:
        return Line(path=path, head=None)
    tip, base = x2 + side * RADIUS, x2 + side * reach
    return Line(path=path, head=f"{_round(tip, y2)} {_round(base, y2 - 6.5)} {_round(base, y2 + 6.5)}")


def _character_width(character: str) -> float:
    """Width of a character of a sans face in ems, about; what is still too long is clipped."""
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in " .,;:'’il|!":
        return 0.3
    return 0.54 if character.islower() else 0.64


def fit_words(words: str, width: float, size: float) -> str:
    """`words` on one line, cut to about `width` units of a sans face of that size, with an ellipsis where cut."""
    line = " ".join(words.split())
    room = width / size
    used = 0.0
    for place, character in enumerate(line):
        used += _character_width(character)
        if used > room:
            return line[: max(1, place - 1)].rstrip(" ,;:–-") + "…"
    return line
