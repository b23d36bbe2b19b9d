"""One saying is what its fullest telling says: groups that grew from link to link are taken apart again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from firsthand.accounts.saying_likeness import weigh_all
from firsthand.accounts.saying_tellings import Telling
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.stretches import Piece

__all__ = ["Cores", "choose_lead"]

# The speaker's own words are worth more of the article's.
_FULLNESS = {"direct": 2.5, "mixed": 1.0}
_NEARLY_FULL = 0.85
_UNKNOWN_DAY = "9999"  # sorts last


def choose_lead(tellings: Sequence[Telling], published: Mapping[str, str]) -> Telling:
    """The fullest telling: direct speech before a clause that says as much; of nearly equals the wording of most.

    Args:
        tellings: Of one saying, one at least.
        published: The day or time of each article, where it is known: of equals the first leads.
    """
    most = max(map(_fullness, tellings))
    full = [telling for telling in tellings if _fullness(telling) >= _NEARLY_FULL * most]
    worded = Counter(telling.keys for telling in full)
    return min(
        full,
        key=lambda each: (
            -worded[each.keys],
            -_fullness(each),
            published.get(each.article, _UNKNOWN_DAY),
            each.order,
        ),
    )


def _fullness(telling: Telling) -> float:
    return len(telling.stems) * _FULLNESS.get(telling.stretch.kind, 1.0)


@dataclass(frozen=True, slots=True)
class Cores:
    """What decides whether a telling belongs to the fullest of its group.

    Attributes:
        weights: Of stems.
        meanings: Wordings that are one saying though they share few words: translations, splices.
        led: Pieces that lead nothing: made of two, or in a language that was not read.
        published: Of each article, where it is known.
        settings: Of this stage.
    """

    weights: Mapping[str, float]
    meanings: Collection[tuple[tuple[str, ...], tuple[str, ...]]]
    led: Collection[Piece]
    published: Mapping[str, str]
    settings: AccountsSettings

    def split(self, tellings: Sequence[Telling]) -> list[list[Telling]]:
        """`tellings` as sayings: the fullest first, then those that say something of it; and the same of the rest."""
        sayings: list[list[Telling]] = []
        rest = list(tellings)
        while rest:
            own = [telling for telling in rest if not any(piece in self.led for piece in telling.pieces)]
            lead = choose_lead(own or rest, self.published)
            others = [telling for telling in rest if telling is not lead]
            sayings.append([lead, *(telling for telling in others if self._is_part(telling, lead))])
            rest = [telling for telling in others if not self._is_part(telling, lead)]
        return sayings

    def _is_part(self, telling: Telling, lead: Telling) -> bool:
        shared = weigh_all(telling.stems & lead.stems, self.weights)
        lighter = min(weigh_all(telling.stems, self.weights), weigh_all(lead.stems, self.weights))
        if shared >= self.settings.core_saying * lighter > 0:
            return True
        return any(
            (one.keys, other.keys) in self.meanings or (other.keys, one.keys) in self.meanings
            for one in telling.pieces
            for other in lead.pieces
        )
