"""Affairs of invented articles whose quotations are marked by hand, for the tests of utterances."""

from __future__ import annotations

import re

from firsthand.accounts import AccountsSettings, Affair, link_utterances
from firsthand.model import (
    Annotation,
    Article,
    Mention,
    Passage,
    PassageKind,
    Quotation,
    Source,
    Span,
    Story,
    Utterance,
    UtteranceInstance,
)
from firsthand.text.lines import split_sentences

__all__ = ["SETTINGS", "Telling"]

SETTINGS = AccountsSettings()
_MARKED = re.compile(r"[“”\"]")


class Telling:
    """Articles with quotations that are given as the words that stand in them."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.annotations: dict[str, Annotation] = {}
        self.origin_of: dict[str, str] = {}
        self.passages: list[Passage] = []

    def add(self, name: str, text: str, *said: tuple[str, str | None], **fields: object) -> None:
        """`said`: words of a quotation, and who says them: "Ann Vale", "Ann Vale = she", "= the mayor" or None.

        Behind "=" stands how the article calls the speaker; by the name where that is left out. Words with their marks
        round them are a direct quotation, others a clause; a clause with marks in it is mixed. Parts of one quotation
        are set apart by " ... ".
        """
        fields.setdefault("body", (Span(0, len(text)),))
        source = Source(sha256="0" * 64, bytes_kept=len(text))
        self.articles[name] = Article(article=name, text=text, source=source, language="en", **fields)  # type: ignore[arg-type]
        quotations = [_quotation(name, text, words, who) for words, who in said]
        self.annotations[name] = Annotation(
            article=name,
            sentences=tuple(split_sentences(text)),
            quotations=tuple(quotations),
            mentions=tuple(_mentions(name, text, quotations)),
        )
        self.origin_of.setdefault(name, f"o-{name}")

    def copy(self, a: str, a_words: str, b: str, b_words: str, kind: PassageKind = PassageKind.EDITED) -> None:
        """A passage: words of `a`, and those that stand in their place in `b`."""
        self.passages.append(
            Passage(
                a=a,
                b=b,
                a_span=_place(self.articles[a].text, a_words),
                b_span=_place(self.articles[b].text, b_words),
                kind=kind,
                similarity=0.9,
            )
        )

    def affair(self, order: list[str] | None = None) -> Affair:
        """All of it as one story; the articles in the given order."""
        names = order or list(self.articles)
        return Affair(
            stories=[Story(story="s-1", title="t", title_article="", articles=tuple(names), members=())],
            articles={name: self.articles[name] for name in names},
            annotations={name: self.annotations[name] for name in names if name in self.annotations},
            origin_of=self.origin_of,
            passages=self.passages,
        )

    def link(self, order: list[str] | None = None) -> list[Utterance]:
        """The utterances."""
        return link_utterances(self.affair(order), SETTINGS)

    def words(self, instance: UtteranceInstance) -> str:
        """What an instance spans."""
        return self.articles[instance.article].text[slice(*instance.span)]

    def changed(self, instance: UtteranceInstance) -> list[str]:
        """What of it is changed."""
        return [self.articles[instance.article].text[slice(*span)] for span in instance.changed]

    def told(self, utterance: Utterance) -> dict[str, str]:
        """The alteration by article, the last of each article."""
        return {each.article: each.alteration for each in utterance.instances}


def _place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _quotation(name: str, text: str, words: str, who: str | None) -> Quotation:
    is_direct = bool(_MARKED.match(words[0]))
    parts = [_place(text, part.strip('“”"')) for part in words.split(" ... ")]
    has_marks = not is_direct and bool(_MARKED.search(words))
    if has_marks:
        whole = _place(text, words)
        inner = [
            Span(whole.start + match.start(), whole.start + match.end()) for match in re.finditer(r"[^“”]+", words)
        ]
        parts = [span for span in inner if text[slice(*span)].strip()]
    speaker, _, written = (who or "").partition("=")
    written = written.strip() or speaker.strip()
    source = _place(text, written) if written else None
    return Quotation(
        quotation=f"q-{name}-{parts[0].start}",
        article=name,
        span=Span(parts[0].start, parts[-1].end),
        spans=tuple(parts),
        kind="direct" if is_direct else "mixed" if has_marks else "indirect",
        source_span=source,
        speaker=f"e-{speaker.strip().lower()}" if speaker.strip() else None,
        speaker_name=speaker.strip() or None,
    )


def _mentions(name: str, text: str, quotations: list[Quotation]) -> list[Mention]:
    """The speakers' names as mentions of persons, where they stand."""
    return [
        Mention(article=name, span=each.source_span, label="PERSON", form=each.speaker_name)
        for each in quotations
        if each.source_span is not None and text[slice(*each.source_span)] == each.speaker_name
    ]
