"""The sentences of an affair that can be laid beside one another: their words, and whom they are credited to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from firsthand.accounts.affair import Affair
from firsthand.accounts.content_words import says_little, stem_word
from firsthand.accounts.furniture import find_furniture
from firsthand.accounts.settings import AccountsSettings
from firsthand.lexicon.demonyms import COUNTRY_OF_WORD
from firsthand.lexicon.function_words import FUNCTION_WORDS
from firsthand.lexicon.spelling_variants import spelling_key
from firsthand.model import Annotation, Article, CreditRole, Mention, Quotation, Span, TimeExpression, is_inside
from firsthand.text.tokens import tokenise

__all__ = ["PART_OF_DAY", "Sentence", "Word", "WordKind", "find_sentences"]

PART_OF_DAY = re.compile(r"(?<!\w)(?:morning|afternoon|evening|night)(?!\w)", re.IGNORECASE)

# Share of a sentence's words that must stand in quoted or reported speech for the sentence to be credited for it.
_CREDITED_SHARE = 0.5
_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_SOURCE_LABELS = frozenset({"PERSON", "ORG"})
_SHORTEST_ADVERB = 6


class WordKind(StrEnum):
    """What a word is to the sentence."""

    GRAMMAR = "grammar"  # of grammar or of reporting: says nothing of what the sentence is about
    CONTENT = "content"
    NAME = "name"
    NUMBER = "number"
    DATE = "date"  # a whole time expression that was resolved


class Word(NamedTuple):
    """A word, or a resolved date, with its place in the article's text."""

    start: int
    end: int
    key: str  # one for all spellings of a word
    stem: str  # one for all forms; a date's is its first and last day
    kind: WordKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence in the body of an article."""

    article: str
    origin: str | None
    published: str  # as the article has it; "9999" where it is not known, so that it sorts last
    span: Span
    text: str
    words: tuple[Word, ...]
    names: tuple[Mention, ...]  # that stand in it, in order
    credited_to: str | None = None  # whom the article credits for what it says, as the name stands
    credited_span: Span | None = None  # where the source stands, as written
    credited_id: str | None = None  # the entity that this is, where it is known
    is_quoted: bool = False  # whether most of it stands, in part at least, between quotation marks
    cites: str | None = None  # the outlet or agency that it names as the source of what it reports

    @property
    def order(self) -> tuple[str, str, Span]:
        """By which sentences are sorted: the same whatever the order of input."""
        return self.published, self.article, self.span

    @property
    def is_credited_by_name(self) -> bool:
        """Whether a named person or body, or an outlet, is credited for it: not "officials", "two of them"."""
        if self.credited_id is not None or (self.cites is not None and self.cites == self.credited_to):
            return True
        source = self.credited_span
        return source is not None and any(
            name.label in _SOURCE_LABELS and is_inside(name.span, source) for name in self.names
        )

    @property
    def named_stems(self) -> frozenset[str]:
        """The stems of the names that stand in it."""
        return frozenset(word.stem for word in self.words if word.kind is WordKind.NAME)

    @property
    def stems(self) -> frozenset[str]:
        """What it is about: the stems of its words of content, names, numbers and dates."""
        return frozenset(word.stem for word in self.words if word.kind is not WordKind.GRAMMAR)


def find_sentences(affair: Affair, settings: AccountsSettings) -> list[Sentence]:
    """Every sentence of the annotated articles that says enough to be compared, by article and place.

    Sentences in the body only, without dateline, byline and agency tag; none with fewer than `fewest_statement_words`
    different words of content, or longer than `longest_sentence` characters.
    """
    found = []
    for name in sorted(affair.articles):
        annotation = affair.annotations.get(name)
        if annotation is not None and annotation.skipped is None:
            found += _read_article(affair.articles[name], annotation, affair.origin_of.get(name), settings)
    return found


def _read_article(
    article: Article, annotation: Annotation, origin: str | None, settings: AccountsSettings
) -> list[Sentence]:
    furniture = find_furniture(article)
    marks = _Marks.of(article, annotation)
    sentences = []
    for span in _clip(sorted(set(annotation.sentences)), article.body, furniture):
        if span.end - span.start > settings.longest_sentence:
            continue
        words = _read_words(article.text, span, marks)
        if len({word.stem for word in words if word.kind is not WordKind.GRAMMAR}) < settings.fewest_statement_words:
            continue
        if all(article.text[word.start].isupper() or article.text[word.start].isdigit() for word in words):
            continue  # a heading, a signature, a list of names
        quotation = _covering(marks.quotations_in(span), words)
        cites = marks.credit_in(span)
        sentences.append(
            Sentence(
                article=article.article,
                origin=origin,
                published=article.published or "9999",
                span=span,
                text=article.text[span.start : span.end],
                words=tuple(words),
                names=tuple(marks.names_in(span)),
                credited_to=_name_source(quotation, article) or cites,
                credited_span=quotation.source_span if quotation is not None else None,
                credited_id=quotation.speaker if quotation is not None else None,
                is_quoted=quotation is not None and quotation.kind != "indirect",
                cites=cites,
            )
        )
    return sentences


def _clip(sentences: Sequence[Span], body: Sequence[Span], furniture: Sequence[Span]) -> list[Span]:
    """`sentences` within the body, after what of the furniture stands at their beginning."""
    clipped = []
    for sentence in sentences:
        for part in body:
            start, end = max(part.start, sentence.start), min(part.end, sentence.end)
            if end <= start:
                continue
            for each in furniture:
                if each.start <= start + 40 and start < each.end < end:
                    start = each.end
            if end > start:
                clipped.append(Span(start, end))
    return sorted(set(clipped))


@dataclass(frozen=True, slots=True)
class _Marks:
    """What was read in one article, by place."""

    names: list[Mention]
    times: list[TimeExpression]
    quotations: list[Quotation]
    credits: list[tuple[Span, str]]

    @classmethod
    def of(cls, article: Article, annotation: Annotation) -> _Marks:
        return cls(
            names=sorted((each for each in annotation.mentions if each.label in _NAME_LABELS), key=lambda m: m.span),
            times=sorted(annotation.times, key=lambda time: (time.span, time.value)),
            quotations=sorted(annotation.quotations, key=lambda quotation: (quotation.span, quotation.quotation)),
            credits=sorted((each.span, each.name) for each in article.credits if each.role is CreditRole.CITED),
        )

    def names_in(self, span: Span) -> list[Mention]:
        first = bisect_left(self.names, span.start, key=lambda mention: mention.span.start)
        last = bisect_right(self.names, span.end - 1, key=lambda mention: mention.span.start)
        return self.names[first:last]

    def times_in(self, span: Span) -> list[TimeExpression]:
        first = bisect_left(self.times, span.start, key=lambda time: time.span.start)
        last = bisect_right(self.times, span.end - 1, key=lambda time: time.span.start)
        return [
            time
            for time in self.times[first:last]
            if time.type in {"DATE", "TIME"} and time.earliest is not None and time.latest is not None
        ]

    def quotations_in(self, span: Span) -> list[Quotation]:
        return [each for each in self.quotations if each.span.start < span.end and span.start < each.span.end]

    def credit_in(self, span: Span) -> str | None:
        return next((name for place, name in self.credits if span.start <= place.start < span.end), None)


def _read_words(text: str, span: Span, marks: _Marks) -> list[Word]:
    """The words of a sentence in order; a resolved date, or the name of a country, is one word."""
    names = marks.names_in(span)
    whole = [(time.span, f"@{time.earliest}/{time.latest}", WordKind.DATE) for time in marks.times_in(span)]
    whole += [
        (name.span, country, WordKind.NAME)
        for name in names
        if (country := COUNTRY_OF_WORD.get(text[name.span.start : name.span.end].lower())) is not None
    ]
    words: list[Word] = []
    for token in tokenise(text, *span):
        found = next((each for each in whole if each[0].start <= token.start < each[0].end), None)
        if found is not None:
            place, stem, kind = found
            if not words or words[-1].stem != stem or words[-1].end < place.start:
                end = min(place.end, span.end)
                words.append(Word(token.start, end, _time_key(text[token.start : end], stem), stem, kind))
            continue
        norm = token.norm.removesuffix("'s")
        key = spelling_key(norm)
        is_name = any(name.span.start <= token.start < name.span.end for name in names)
        words.append(Word(token.start, token.end, key, _stem(key), _judge_kind(norm, key, is_name)))
    return words


def _time_key(written: str, stem: str) -> str:
    """The key of a whole time expression or country: "Monday morning" and "Monday evening" are two, on one day."""
    part = PART_OF_DAY.search(written)
    return f"{stem} {part.group().lower()}" if part is not None else stem


def _judge_kind(norm: str, key: str, is_name: bool) -> WordKind:
    if key[:1].isdigit():
        return WordKind.NUMBER
    if norm in FUNCTION_WORDS or (says_little(norm) and not is_name):
        return WordKind.GRAMMAR
    return WordKind.NAME if is_name else WordKind.CONTENT


def _stem(key: str) -> str:
    """The stem of a word; what stands for a country stands under the country ("Nepali", "Nepal")."""
    country = COUNTRY_OF_WORD.get(key)
    if country is not None:
        return country
    return stem_word(key.removesuffix("ly") if len(key) > _SHORTEST_ADVERB else key)


def _covering(quotations: Iterable[Quotation], words: Sequence[Word]) -> Quotation | None:
    """The quotation in which most of the words stand that are neither its cue nor its source; None where none is."""
    best: tuple[float, Quotation] | None = None
    for quotation in quotations:
        apart = [span for span in (quotation.cue_span, quotation.source_span) if span is not None]
        said = [word for word in words if not any(span.start <= word.start < span.end for span in apart)]
        parts = quotation.spans or (quotation.span,)
        inside = sum(any(part.start <= word.start < part.end for part in parts) for word in said)
        share = inside / len(said) if said else 0.0
        if share >= _CREDITED_SHARE and (best is None or share > best[0]):
            best = (share, quotation)
    return best[1] if best is not None else None


def _name_source(quotation: Quotation | None, article: Article) -> str | None:
    """Who said it: the name where it is known, else the words that stand for it."""
    if quotation is None:
        return None
    if quotation.speaker_name:
        return quotation.speaker_name
    if quotation.source_span is None:
        return None
    return " ".join(article.text[quotation.source_span.start : quotation.source_span.end].split())
