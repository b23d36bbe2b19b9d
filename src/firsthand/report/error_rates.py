"""How often each part of a page is right: the figures that the project has published, in one table.

Each stands as it was measured on articles read by hand, in the document that it names; what is measured
again is written there and here. Which sentence says it is in the catalogue, under `rates.SECTION`.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from firsthand.report.words import Words

__all__ = ["ERROR_RATES", "ErrorRate", "say_rate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRate:
    """One published figure.

    Attributes:
        section: The part of the page.
        name: How the sentence of that section takes it.
        printed: As the document has it: a share in [0, 1] with its point, or a number of cases.
        document: Where it was published, under `docs/`.
        floor: The labelled set and the measure of `tests/quality/floors.toml` that hold it; None where none does.
    """

    section: str
    name: str
    printed: str
    document: str
    floor: tuple[str, str] | None = None

    @property
    def shown(self) -> str:
        """A share as so many of a hundred; a number of cases as it is."""
        return str(round(float(self.printed) * 100)) if "." in self.printed else self.printed


_COVERAGE_A = "gold/coverage-a"
_ACCOUNTS, _LANGUAGE, _LINEAGE = "accounts.md", "language.md", "lineage.md"


def _rate(
    section: str, name: str, printed: str, document: str, measure: str = "", data: str = _COVERAGE_A
) -> ErrorRate:
    floor = (data, measure) if measure else None
    return ErrorRate(section=section, name=name, printed=printed, document=document, floor=floor)


ERROR_RATES: tuple[ErrorRate, ...] = (
    _rate("origins", "whole", "0.990", "origins.md", "origins_b3_f1"),
    _rate("origins", "off", "0.125", "origins.md", "origin_count_error"),
    _rate("timeline", "right", "57", _ACCOUNTS),
    _rate("timeline", "found", "45", _ACCOUNTS),
    _rate("coverage", "same", "46", _ACCOUNTS),
    _rate("coverage", "conflicts", "7", _ACCOUNTS),
    _rate("figures", "linked", "0.78", _ACCOUNTS, "figure_link_f1"),
    _rate("figures", "relation", "0.898", _ACCOUNTS, "figure_relation_accuracy"),
    _rate("figures", "differing", "24", _ACCOUNTS),
    _rate("quotations", "joined", ".774", _ACCOUNTS, "utterance_link_f1"),
    _rate("quotations", "unread", ".575", _ACCOUNTS),
    _rate("quotations", "found", ".648", _LANGUAGE, "quotation_f1", "quotations/polnear-dev"),
    _rate("quotations", "speaker", ".925", _LANGUAGE, "source_accuracy", "quotations/polnear-dev"),
    _rate("passages", "characters", "0.963", _LINEAGE, "passage_char_f1"),
    _rate("lineage", "pairs", "0.985", _LINEAGE, "reuse_pair_f1"),
    _rate("articles", "best", "0.978", "stories.md", "story_b3_f1", "stories/wikinews-10E"),
    _rate("articles", "least", "0.842", "stories.md", "story_b3_f1", "stories/neus-train"),
)


def say_rate(section: str, words: Words) -> Markup:
    """How often that part of a page is right, in one sentence; for a part that was not measured, that it was not."""
    key = f"rates.{section}"
    values = {rate.name: rate.shown for rate in ERROR_RATES if rate.section == section}
    return words.prose(key if words.has(key) else "rates.unmeasured", **values)
