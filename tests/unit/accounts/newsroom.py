"""Articles whose numbers, dates and places are marked by hand, for the tests of the ledger of figures."""

from __future__ import annotations

from typing import Any

from firsthand.accounts import AccountsSettings, Affair, build_ledger
from firsthand.model import (
    Annotation,
    Article,
    Figure,
    Mention,
    Quantity,
    Source,
    Span,
    Story,
    TimeExpression,
)
from firsthand.text.lines import split_sentences

__all__ = ["SETTINGS", "Newsroom"]

SETTINGS = AccountsSettings()


class Newsroom:
    """Articles whose numbers and dates are marked by hand."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.annotations: dict[str, Annotation] = {}
        self.origin_of: dict[str, str] = {}

    def add(
        self,
        name: str,
        text: str,
        numbers: list[tuple[Any, ...]] = [],  # noqa: B006 - never changed
        times: list[tuple[str, str]] = [],  # noqa: B006 - never changed
        places: list[str] = [],  # noqa: B006 - never changed
        **fields: Any,
    ) -> None:
        """`numbers`: words, value, what is counted, and fields of a quantity; `times`: words and a TIMEX3 value.

        `places`: names of places.
        """
        fields.setdefault("body", (Span(0, len(text)),))
        fields.setdefault("published", "2031-05-04")
        source = Source(sha256="0" * 64, bytes_kept=len(text))
        self.articles[name] = Article(article=name, text=text, source=source, language="en", **fields)
        quantities, place = [], 0
        for words, value, of, *more in numbers:
            place = text.index(words, place)
            told = {"kind": "count", **(more[0] if more else {})}
            quantities.append(Quantity(article=name, span=Span(place, place + len(words)), value=value, of=of, **told))
            place += 1
        self.annotations[name] = Annotation(
            article=name,
            sentences=tuple(split_sentences(text)),
            quantities=tuple(quantities),
            times=tuple(self._time(name, text, words, value) for words, value in times),
            mentions=tuple(self._mention(name, text, words) for words in places),
        )
        self.origin_of.setdefault(name, f"o-{name}")

    @staticmethod
    def _mention(name: str, text: str, words: str) -> Mention:
        start = text.index(words)
        return Mention(article=name, span=Span(start, start + len(words)), label="GPE")

    @staticmethod
    def _time(name: str, text: str, words: str, value: str) -> TimeExpression:
        start = text.index(words)
        day = value[:10]
        earliest, latest = {10: (day, day), 7: (f"{day}-01", f"{day}-28"), 4: (f"{day}-01-01", f"{day}-12-31")}[
            len(day)
        ]
        return TimeExpression(
            article=name,
            span=Span(start, start + len(words)),
            type="TIME" if "T" in value else "DATE",
            value=value,
            earliest=earliest,
            latest=latest,
        )

    def affair(self) -> Affair:
        story = Story(story="s-1", title="t", title_article="", articles=tuple(sorted(self.articles)), members=())
        return Affair(stories=[story], articles=self.articles, annotations=self.annotations, origin_of=self.origin_of)

    def ledger(self) -> list[Figure]:
        return build_ledger(self.affair(), SETTINGS)

    def words(self, figure: Figure) -> list[tuple[str, str]]:
        return [(value.article, self.articles[value.article].text[slice(*value.span)]) for value in figure.values]
