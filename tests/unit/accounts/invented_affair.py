"""An affair of invented articles, marked by hand, for the tests of statements, coverage and labels."""

from __future__ import annotations

from firsthand.accounts import Affair
from firsthand.model import (
    Annotation,
    Article,
    Credit,
    CreditRole,
    Direction,
    Lineage,
    Mention,
    Passage,
    PassageKind,
    Quotation,
    Relation,
    Source,
    Span,
    Story,
    TimeExpression,
)
from firsthand.text.lines import split_sentences

__all__ = ["InventedAffair"]


class InventedAffair:
    """Articles of one story; what is not marked is not there."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.annotations: dict[str, Annotation] = {}
        self.origin_of: dict[str, str] = {}
        self.passages: list[Passage] = []
        self.lineages: list[Lineage] = []

    def add(
        self,
        name: str,
        text: str,
        *,
        outlet: str | None = None,
        published: str | None = "2031-05-04",
        origin: str | None = None,
        names: dict[str, str] | None = None,
        times: dict[str, str] | None = None,
        quotations: tuple[tuple[str, str], ...] = (),
        cites: tuple[str, ...] = (),
        skipped: str | None = None,
        annotated: bool = True,
    ) -> None:
        """`names`: words, and label or "LABEL=full name"; `times`: words and day; `quotations`: content and source."""
        self.articles[name] = Article(
            article=name,
            text=text,
            outlet=outlet or f"The {name.title()}",
            published=published,
            language="en",
            body=(Span(0, len(text)),) if text else (),
            credits=tuple(Credit(name=each, span=_find(text, each), role=CreditRole.CITED) for each in cites),
            source=Source(sha256="0" * 64, bytes_kept=len(text)),
        )
        self.origin_of[name] = origin or f"o-{name}"
        if not annotated:
            return
        self.annotations[name] = Annotation(
            article=name,
            sentences=() if skipped else tuple(split_sentences(text)),
            mentions=tuple(
                Mention(article=name, span=span, label=label, form=full, entity=f"e-{full}", name=full)
                for words, told in (names or {}).items()
                for label, _, full in [(told if "=" in told else f"{told}={words}").partition("=")]
                for span in _find_all(text, words)
            ),
            times=tuple(
                TimeExpression(article=name, span=_find(text, words), type="DATE", value=day, earliest=day, latest=day)
                for words, day in (times or {}).items()
            ),
            quotations=tuple(_quote(name, text, *each) for each in quotations),
            skipped=skipped,
        )

    def copy(self, a: str, b: str, words_of_a: str, words_of_b: str | None = None, **link: object) -> None:
        """That a passage of `a` stands in `b`; with fields of a lineage, that and the lineage."""
        one, other = sorted((a, b))
        words = {a: words_of_a, b: words_of_b or words_of_a}
        spans = {name: _find(self.articles[name].text, words[name]) for name in (a, b)}
        direction = Direction(str(link.get("direction", "unknown")))
        self.passages.append(
            Passage(
                a=one,
                b=other,
                a_span=spans[one],
                b_span=spans[other],
                kind=PassageKind.VERBATIM if words[a] == words[b] else PassageKind.EDITED,
                similarity=0.9,
                direction=direction,
            )
        )
        if link:
            shares = link.get("shares", (0.5, 0.9))
            assert isinstance(shares, tuple)
            self.lineages.append(
                Lineage(
                    a=one,
                    b=other,
                    relation=Relation(str(link.get("relation", "cut"))),
                    direction=direction,
                    containment_a=shares[0],
                    containment_b=shares[1],
                )
            )

    def build(self) -> Affair:
        """All of it as the stages of the room get it."""
        story = Story(story="s-1", title="t", title_article="", articles=tuple(sorted(self.articles)), members=())
        return Affair(
            stories=(story,),
            articles=dict(sorted(self.articles.items())),
            annotations=self.annotations,
            origin_of=self.origin_of,
            passages=self.passages,
            lineages=self.lineages,
        )

    def words(self, article: str, span: Span) -> str:
        """What stands at a place."""
        return self.articles[article].text[slice(*span)]


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _find_all(text: str, words: str) -> list[Span]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def _quote(article: str, text: str, content: str, source: str) -> Quotation:
    span, named = _find(text, content), _find(text, source)
    return Quotation(
        quotation=f"q-{article}-{span.start}",
        article=article,
        span=span,
        spans=(span,),
        kind="direct",
        source_span=named,
        speaker=f"e-{source}" if source[:1].isupper() else None,
        speaker_name=source if source[:1].isupper() else None,
    )
