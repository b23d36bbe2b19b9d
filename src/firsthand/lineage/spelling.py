"""House spelling: shared text that is written in another style than the rest of its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from firsthand.lexicon.house_style import FAMILIES, count_styles
from firsthand.lineage.grounds import Ground, GroundKind, Objection, Side, Weight
from firsthand.model import Article

__all__ = ["style_findings"]

_FEWEST = 2  # uses of a style that show a habit
_Styles = Counter[tuple[str, str]]


def _count_inside(article: Article, spans: Sequence[tuple[int, int]]) -> tuple[_Styles, _Styles]:
    """Styles in the shared text of an article, and in the rest of its body."""
    inside: _Styles = Counter()
    for start, end in spans:
        inside += count_styles(article.text, start, end)
    whole: _Styles = Counter()
    for body in article.body:
        whole += count_styles(article.text, *body)
    return inside, whole - inside


def _sole(counts: _Styles, family: str) -> str | None:
    """The one style of the family that is used, often enough to be a habit; None where there are two, or too few."""
    used = [style for style in FAMILIES[family] if counts[family, style]]
    return used[0] if len(used) == 1 and counts[family, used[0]] >= _FEWEST else None


def _foreign(side: Side) -> tuple[str, str, str] | None:
    """The family in which the taker's shared text follows the giver's style, and not its own: family, own, foreign."""
    if not (side.giver.language == side.taker.language and side.taker.language in {"en", None}):
        return None
    shared, own = _count_inside(side.taker, side.taker_spans())
    there, elsewhere = _count_inside(side.giver, side.giver_spans())
    for family in FAMILIES:
        mine, borrowed, theirs = _sole(own, family), _sole(shared, family), _sole(there + elsewhere, family)
        if mine and borrowed and mine != borrowed and theirs == borrowed:
            return family, mine, borrowed
    return None


def style_findings(side: Side) -> Iterator[Ground | Objection]:
    """The taker's shared text follows the giver's style and the rest its own: it did not write that text itself.

    A hint for this way, because it may have it from a third in the same style, and an objection to the other way.
    """
    found = _foreign(side)
    if found is None:
        return
    family, mine, borrowed = found
    words = (
        f"in {family} the shared text of {side.taker.article} follows the style of {side.giver.article} ({borrowed}), "
        f"the rest its own ({mine})"
    )
    yield Ground(kind=GroundKind.STYLE, direction=side.direction, weight=Weight.HINT, words=words)
    yield Objection(direction=side.turned().direction, weight=Weight.TEXT, words=words)
