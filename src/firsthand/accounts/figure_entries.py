"""Entries: every quantity and date in the body of an affair's articles, with what tells of what it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from firsthand.accounts.affair import Affair
from firsthand.accounts.figure_amounts import CLOCK, COUNT, Amount, measure_clock, measure_date, measure_quantity
from firsthand.accounts.figure_context import Context, ContextReader
from firsthand.accounts.furniture import find_furniture
from firsthand.accounts.settings import AccountsSettings
from firsthand.lexicon.calendar_words import MONTHS, RELATIVE_DAYS, WEEKDAYS
from firsthand.lexicon.figure_words import HEDGES
from firsthand.model import Annotation, Article, CreditRole, Quantity, Span, TimeExpression, is_inside
from firsthand.text.tokens import Token, tokenise

__all__ = ["Entry", "find_entries"]

_CLOCK_WORDS = re.compile(
    r"\d{1,2}(?:[:.]\d{2}){1,2}(?:\s?[ap]\.?\s?m\.?(?!\w))?|\d{1,2}\s?[ap]\.?\s?m\.?(?!\w)"
    r"|(?<!\w)(?:noon|midday|midnight|mittag|mitternacht|midi|minuit)(?!\w)",
    re.IGNORECASE,
)
_RIVAL_TOLL = 0.5  # of the largest
_LOWEST_ORDINAL = 4  # "first" to "third" tell an order, not a number
_CONVERSION_GAP = re.compile(r"^\s?[(/\[]|^ or ")
_LONGEST_GAP = 12
_POINTED_CLOCK = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")
_CLOCK_LEADS = (" at", " around", " about", " by", " until", " shortly before", " shortly after")
_LONGEST_HEDGE = 3  # words
# Before a date that is the stamp of a pasted post ("(@name) March 3") or of the page ("Updated: 3 March"), and behind
# one that stands in a dateline ("PORT EMERIC, March 3 (Agency) - ").
_STAMP_BEFORE = re.compile(
    r"(?:(?<!\w)(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Mm]odified)(?: on)?:|(?<!\w)(?:Updated|Published|Posted|updated)"
    r"(?: at \d{1,2}[:.] ?\d{2}(?: ?[ap]\.?m\.?)?,?)?)\s*$"
)
_DATELINE_BEHIND = re.compile(r"\s*\([A-Z][\w /.]{1,30}\)\s*[-–—]")
_STAMP_REACH = 60
# What stands behind the words of a pasted post: links to its pictures, and the account of its writer.
_POST_BEHIND = re.compile(r"https?://t\.co/|pic\.twitter\.com/|\(@\w{1,30}\)")
_POST_REACH = 120
# Told in hours or minutes, a time is a distance from another and names no day: "ten minutes later".
_CLOCK_UNITS = frozenset("hour hours minute minutes second seconds stunden minuten heures minutos часов минут".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value as one article tells it."""

    article: str
    origin: str | None
    published: str  # ISO day of the report; "" where it is not known
    moment: str  # the same with the time of day, where that is known
    span: Span
    kind: str
    value: float | str
    amount: Amount
    context: Context
    told: str  # the words of the value, in lower case
    qualifier: str | None = None
    unit: str | None = None
    of: str | None = None
    attributed_to: str | None = None
    as_of: str | None = None
    is_total: bool = False  # the largest number that its article tells of all of one fate
    cited: tuple[str, ...] = ()  # outlets and agencies that its sentence names as the source of what it reports

    @property
    def order(self) -> tuple[str, str, Span, str]:
        """By which entries are sorted: the same whatever the order of input."""
        return self.published or "9999", self.article, self.span, self.kind


@dataclass(frozen=True, slots=True)
class _Told:
    """What is read of one value before its surroundings are."""

    span: Span
    kind: str
    value: float | str
    amount: Amount
    qualifier: str | None = None
    unit: str | None = None
    of: str | None = None
    attributed_to: str | None = None
    as_of: str | None = None


@dataclass(slots=True)
class _Page:
    """One article, with what is looked up for each of its values."""

    article: Article
    annotation: Annotation
    sentences: list[Span] = field(default_factory=list)
    furniture: list[Span] = field(default_factory=list)
    words: dict[Span, list[Token]] = field(default_factory=dict)

    def sentence_of(self, span: Span, longest: int) -> Span | None:
        """The sentence that holds `span`, within the body; None where it stands outside, in none, or in a list."""
        body = next((part for part in self.article.body if is_inside(span, part)), None)
        if body is None or any(is_inside(span, part) for part in self.furniture):
            return None
        place = bisect_right(self.sentences, (span.start, len(self.article.text) + 1)) - 1
        sentence = self.sentences[place] if place >= 0 else None
        if sentence is None or not span.start < sentence.end:
            return None
        sentence = Span(max(sentence.start, body.start), min(max(sentence.end, span.end), body.end))
        return sentence if sentence.end - sentence.start <= longest else None

    def words_of(self, sentence: Span) -> list[Token]:
        """The words of a sentence, found once."""
        if sentence not in self.words:
            self.words[sentence] = tokenise(self.article.text, *sentence)
        return self.words[sentence]


def find_entries(affair: Affair, settings: AccountsSettings) -> list[Entry]:
    """Every quantity, date and time of day in the body of the affair's articles that can be compared.

    Returns:
        In order of the day of publication, then of article and place.
    """
    found = [
        entry
        for name in sorted(affair.articles)
        if name in affair.annotations
        for entry in _entries_of(affair.articles[name], affair.annotations[name], affair.origin_of, settings)
    ]
    return _mark_totals(sorted(found, key=lambda entry: entry.order))


def _mark_totals(entries: Sequence[Entry]) -> list[Entry]:
    """`entries`, those marked that are the toll of their article: smaller numbers are of a part, or of a day before.

    What another source counts is a toll too, where it is not far smaller.
    """
    largest: dict[tuple[str, str | None], Entry] = {}
    for entry in entries:
        key = entry.article, entry.context.fate
        if _may_be_total(entry) and (key not in largest or entry.amount.point > largest[key].amount.point):
            largest[key] = entry
    marked = []
    for entry in entries:
        most = largest.get((entry.article, entry.context.fate)) if _may_be_total(entry) else None
        is_total = most is not None and (
            entry.amount.point == most.amount.point
            or (entry.attributed_to != most.attributed_to and entry.amount.point >= _RIVAL_TOLL * most.amount.point)
        )
        marked.append(replace(entry, is_total=True) if is_total else entry)
    return marked


def _may_be_total(entry: Entry) -> bool:
    return entry.amount.dimension == COUNT and entry.context.counts_all and not entry.context.years


def _entries_of(
    article: Article, annotation: Annotation, origin_of: Mapping[str, str], settings: AccountsSettings
) -> Iterator[Entry]:
    page = _Page(article, annotation, sorted(annotation.sentences), find_furniture(article))
    told = [*_told_quantities(article.text, annotation.quantities), *_told_times(article.text, annotation)]
    told = _drop_conversions(article.text, told)
    placed = [(each, sentence) for each in told if (sentence := page.sentence_of(each.span, settings.longest_sentence))]
    del placed[settings.figure_values :]
    spans: dict[Span, list[Span]] = {}
    for each, sentence in placed:
        spans.setdefault(sentence, []).append(each.span)
    reader = ContextReader(article, annotation)
    for each, sentence in sorted(placed, key=lambda pair: (pair[0].span, pair[0].kind)):
        others = [span for span in sorted(spans[sentence]) if span != each.span]
        context = reader.read(
            sentence, page.words_of(sentence), each.span, each.of, None if each.kind == "date" else others
        )
        yield Entry(
            article=article.article,
            origin=origin_of.get(article.article),
            published=(article.published or "")[:10],
            moment=article.published or "",
            context=context,
            told=" ".join(article.text[each.span.start : each.span.end].lower().split()),
            cited=tuple(
                credit.name
                for credit in article.credits
                if credit.role == CreditRole.CITED and is_inside(credit.span, sentence)
            ),
            **{name: getattr(each, name) for name in _Told.__dataclass_fields__},
        )


def _drop_conversions(text: str, told: Sequence[_Told]) -> list[_Told]:
    """`told` in order, without those that give the value before them in another unit: "230 km (140 miles)"."""
    kept: list[_Told] = []
    for each in sorted(told, key=lambda each: (each.span, each.kind)):
        before = kept[-1] if kept else None
        if before is not None and before.amount.dimension == each.amount.dimension and before.unit != each.unit:
            between = text[before.span.end : each.span.start]
            if len(between) <= _LONGEST_GAP and _CONVERSION_GAP.search(between):
                continue
        kept.append(each)
    return kept


def _told_quantities(text: str, quantities: Sequence[Quantity]) -> Iterator[_Told]:
    for each in quantities:
        amount = _read_clock(text, each) or measure_quantity(each)
        if amount is not None and not _is_no_count(each, text):
            yield _Told(
                span=each.span,
                kind="date" if amount.dimension == CLOCK else each.kind,
                value=_write_clock(amount) if amount.dimension == CLOCK else each.value,
                amount=amount,
                qualifier=each.qualifier,
                unit=each.unit,
                of=each.of,
                attributed_to=each.attributed_to,
                as_of=each.as_of,
            )


def _read_clock(text: str, quantity: Quantity) -> Amount | None:
    """The time of day that a number with a point tells after "at": "letting go at 6.50"."""
    written = text[quantity.span.start : quantity.span.end]
    match = _POINTED_CLOCK.fullmatch(written)
    if match is None or quantity.unit or not text[: quantity.span.start].rstrip().lower().endswith(_CLOCK_LEADS):
        return None
    minutes = float(int(match.group(1)) * 60 + int(match.group(2)))
    return Amount(CLOCK, minutes, minutes, minutes)


def _write_clock(amount: Amount) -> str:
    hour, minute = divmod(int(amount.point), 60)
    return f"{hour:02d}:{minute:02d}"


def _is_no_count(quantity: Quantity, text: str) -> bool:
    """Whether the number picks one out rather than counting: "one of the passengers", "the other one"."""
    if quantity.kind == "ordinal":
        return isinstance(quantity.value, str) or quantity.value < _LOWEST_ORDINAL
    if quantity.value != 1 or quantity.kind not in {"count", "other"}:
        return False
    return text[quantity.span.start : quantity.span.end].lower().startswith("one of") or (
        text[quantity.span.end : quantity.span.end + 4].lower().strip() in {"of", "of t", "of a"}
    )


def _told_times(text: str, annotation: Annotation) -> Iterator[_Told]:
    """The dates and times of day that the time expressions name; an expression that names both gives both."""
    for time in annotation.times:
        words = text[time.span.start : time.span.end]
        qualifier = _hedge_before(text, time.span.start)
        speaker = _speaker_of(text, annotation, time.span)
        clock, match = measure_clock(time, qualifier, words), _CLOCK_WORDS.search(words)
        names_day = _names_day(words)
        if clock is not None and match is not None:
            start = time.span.start + match.start()
            part = Span(start, start + len(match.group()))
            yield _Told(part, "date", clock[1], clock[0], qualifier, attributed_to=speaker)
        dated = measure_date(time, words)
        if dated is None or (clock is not None and not names_day) or _is_no_date(text, time.span, words):
            continue
        if _is_day_of_a_post(text, time.span, words):
            continue
        part = _day_part(time, words, match) if match is not None else time.span
        yield _Told(part, "date", dated[1], dated[0], attributed_to=speaker)


def _speaker_of(text: str, annotation: Annotation, span: Span) -> str | None:
    """Who says it, as the innermost quotation that holds `span` tells; None where the article does."""
    held = [each for each in annotation.quotations if any(is_inside(span, part) for part in each.spans)]
    if not held:
        return None
    said = min(held, key=lambda each: (each.span.end - each.span.start, each.span))
    source = said.source_span
    return said.speaker_name or (text[source.start : source.end] if source is not None else None)


def _is_day_of_a_post(text: str, span: Span, words: str) -> bool:
    """Whether "today" stands in a pasted post: it is the day of the post, not that of the article."""
    if not any(token.norm in RELATIVE_DAYS for token in tokenise(words)):
        return False
    return _POST_BEHIND.search(text, span.end, span.end + _POST_REACH) is not None


def _is_no_date(text: str, span: Span, words: str) -> bool:
    """Whether the words are the stamp of a post or page, stand in a dateline, or tell a distance in hours."""
    if any(token.norm in _CLOCK_UNITS for token in tokenise(words)):
        return True
    if _STAMP_BEFORE.search(text, max(0, span.start - _STAMP_REACH), span.start):
        return True
    return _DATELINE_BEHIND.match(text, span.end, span.end + _STAMP_REACH) is not None


def _names_day(words: str) -> bool:
    return any(
        token.norm in WEEKDAYS or token.norm in MONTHS or token.norm in RELATIVE_DAYS for token in tokenise(words)
    )


def _day_part(time: TimeExpression, words: str, clock: re.Match[str]) -> Span:
    """The part of an expression that names the day: what stands before its time of day, or after it."""
    before, after = words[: clock.start()], words[clock.end() :]
    if _names_day(before):
        part, offset = before, 0
    else:
        part, offset = after, clock.end()
    start = time.span.start + offset + len(part) - len(part.lstrip(" ,"))
    end = time.span.start + offset + len(part.rstrip(" ,"))
    return Span(start, end) if start < end else time.span


def _hedge_before(text: str, start: int) -> str | None:
    """The words before a time that hedge it: "around", "no later than"."""
    words = [token.norm for token in tokenise(text, max(0, start - 40), start)][-_LONGEST_HEDGE:]
    for first in range(len(words)):
        phrase = " ".join(words[first:])
        if phrase in HEDGES:
            return phrase
    return None
