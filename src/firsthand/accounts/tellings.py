"""Tellings: the sentences of a story that hold a resolved date."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from firsthand.accounts.content_words import says_little, stem_word
from firsthand.accounts.furniture import find_furniture
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.status import judge_status
from firsthand.lexicon.spelling_variants import spelling_key
from firsthand.model import Annotation, Article, Span, TimeExpression, is_inside
from firsthand.text.lines import split_sentences
from firsthand.text.tokens import Token, tokenise

__all__ = ["CLOCK_KEY", "UNKNOWN_DAY", "Telling", "find_tellings", "weigh_words"]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}(?![\d-])")
_YEAR = re.compile(r"\d{4}(?![\d-])")
_WEEK_OR_SEASON = re.compile(r"\d{4}-(?:W\d{2}(?!-\d)|SP|SU|FA|AU|WI)")
# "The fall", "the spring" may be none.
_BARE_SEASON = re.compile(r"(?:the )?(?:spring|summer|fall|autumn|winter)", re.IGNORECASE)
# A year of which something is told: "in 2009", "since 2009, when 17 people died"; not "the 2015 deal", "since 2007".
_YEAR_BEFORE = re.compile(r"(?:(?<!\w)(?:in|during|im Jahre?|en|в|во)\s*|^)$", re.IGNORECASE)
_YEAR_AFTER = re.compile(r",? (?:when|where|als|quand|cuando)\b|,? когда(?!\w)", re.IGNORECASE)
_YEAR_REACH = 12
_CLOCK = re.compile(r"T\d{2}:\d{2}")
_ISO_DAY_LENGTH = 10
UNKNOWN_DAY = "9999"  # sorts after every day
# Days after its happening within which a report without a date is taken to have appeared.
_DAYS_UNKNOWN = 7
_RANGE_SIGNS = frozenset({"-", "–", "—", "to", "and", "through", "until", "bis", "und", "au", "al", "y"})
_LONGEST_RANGE_SIGN = 9
# Before a date that is the stamp of a pasted post ("(@name) March 3") or of the page ("Updated: 3 March", "Published
# 3 March", but not "a letter published on 3 March").
_STAMP = re.compile(
    r"(?:\(@\w{1,30}\)|(?<!\w)(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Mm]odified)(?: on)?:"
    r"|(?<!\w)(?:Updated|Published|Posted))\s*$"
)
_STAMP_REACH = 60
_CAPITALS_REACH = 60
_SHORTEST_CAPITALS = 3  # letters; "MON" may be a day of a table
# Labels of names of which a day or month can be a part. Dates, numbers and events that are named by their day are none.
_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
# A word that stands this many words from the date, or further, weighs `_FAR_WEIGHT` of one that stands beside it.
_FAR_WORDS = 12
_FAR_WEIGHT = 0.4
_NAME_WEIGHT = 1.5
_CLOCK_WEIGHT = 2.0
CLOCK_KEY = "T"  # words are in lower case


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One sentence of one article that tells something of one date."""

    date: str  # ISO day, month or year
    earliest: str
    latest: str
    article: str
    published: str  # ISO day of the report; `UNKNOWN_DAY` where it is not known, so that it sorts last
    span: Span  # the sentence
    time_span: Span
    time_words: str  # as written, in lower case
    status: str
    weights: dict[str, float]  # the words that name the happening; names, numbers and words near the date weigh more

    @property
    def order(self) -> tuple[str, str, Span]:
        """By which tellings are sorted: the same whatever the order of input."""
        return self.published, self.article, self.span


def find_tellings(
    articles: Sequence[Article], annotations: Mapping[str, Annotation], settings: AccountsSettings
) -> list[Telling]:
    """Every sentence in the body of an article that holds a date known to the day or the month.

    One for each date in a sentence, however often it is named there. Datelines and bylines are no sentences.
    """
    return [
        telling
        for article in articles
        if article.article in annotations
        for telling in _tellings_of(article, annotations[article.article], settings)
    ]


def _tellings_of(article: Article, annotation: Annotation, settings: AccountsSettings) -> list[Telling]:
    found: dict[tuple[Span, str], Telling] = {}
    context = _Context.of(article, annotation)
    for time in _join_ranges(article.text, annotation.times):
        date = _precise_date(article.text, time, years=settings.years or _is_told_year(article.text, time.span))
        if date is None or context.is_no_time(time.span):
            continue
        sentence = context.sentence_of(time.span, settings.longest_sentence)
        if sentence is None or (sentence, date) in found:
            continue
        words = tokenise(article.text, *sentence)
        if _tells_something(article.text, words, time.span):
            found[sentence, date] = _tell(context, time, date, (sentence, words))
    return list(found.values())


def _join_ranges(text: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """`times` in order, the two days of a range ("March 3-4", "3 to 4 March") made one."""
    joined: list[TimeExpression] = []
    for time in sorted(times, key=lambda time: (time.span, time.value)):
        last = joined[-1] if joined else None
        if last is not None and _is_range(text, last, time):
            joined[-1] = replace(last, span=Span(last.span.start, time.span.end), latest=time.latest)
        else:
            joined.append(time)
    return joined


def _is_range(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    if first.type != "DATE" or second.type != "DATE" or second.span.start < first.span.end:
        return False
    if second.span.start - first.span.end > _LONGEST_RANGE_SIGN or first.latest is None or second.earliest is None:
        return False
    between = text[first.span.end : second.span.start].strip()
    return between in _RANGE_SIGNS and first.latest < second.earliest


def _precise_date(text: str, time: TimeExpression, *, years: bool) -> str | None:
    """The day, month, week or season of a time expression; None where it is vaguer, a duration, or not resolved."""
    if time.type not in {"DATE", "TIME"} or time.earliest is None or time.latest is None:
        return None
    if _WEEK_OR_SEASON.match(time.value) is not None:
        if _BARE_SEASON.fullmatch(text, *time.span) is not None:
            return None
        return f"{time.earliest}/{time.latest}"
    patterns = (_DAY, _MONTH, _YEAR) if years else (_DAY, _MONTH)
    return next((match.group() for pattern in patterns if (match := pattern.match(time.value))), None)


def _is_told_year(text: str, time: Span) -> bool:
    """Whether something is said to have been in a year, where the time is one."""
    before = text[max(0, time.start - _YEAR_REACH) : time.start]
    return _YEAR_BEFORE.search(before) is not None or _YEAR_AFTER.match(text, time.end) is not None


def _tells_something(text: str, words: Sequence[Token], time: Span) -> bool:
    """Whether a word of content in lower case stands beside the date: datelines, headings and signatures have none.

    In scripts without case any word of content does.
    """
    return any(
        not text[word.start].isupper() and not text[word.start].isdigit() and not says_little(word.norm)
        for word in words
        if not time.start <= word.start < time.end and text[word.start - 1 : word.start] != "@"
    )


@dataclass(frozen=True, slots=True)
class _Context:
    """One article, with what is looked up for each of its dates."""

    article: Article
    sentences: list[Span]
    furniture: list[Span]  # their dates are those of the report
    names: list[Span]
    reported: str  # ISO day at which the report can have been written at the latest that is known; "" where unknown

    @classmethod
    def of(cls, article: Article, annotation: Annotation) -> _Context:
        days = [article.published] if article.published else [article.event_date, article.published_not_before]
        return cls(
            article=article,
            sentences=sorted(annotation.sentences),
            furniture=find_furniture(article),
            names=sorted(mention.span for mention in annotation.mentions if mention.label in _NAME_LABELS),
            reported=max((day[:10] for day in days if day), default=""),
        )

    def name_at(self, place: int) -> Span | None:
        """The name that holds the character at `place`."""
        index = bisect_right(self.names, (place, len(self.article.text) + 1)) - 1
        return self.names[index] if index >= 0 and place < self.names[index].end else None

    def is_no_time(self, time: Span) -> bool:
        """Whether the words are part of a name ("the Monday Club"), of a dateline, or the stamp of a post or page."""
        name = self.name_at(time.start)
        if name is not None and is_inside(time, name) and name != time:
            return True
        if any(is_inside(time, span) for span in self.furniture) or self._is_in_capitals(time):
            return True
        return _STAMP.search(self.article.text, max(0, time.start - _STAMP_REACH), time.start) is not None

    def _is_in_capitals(self, time: Span) -> bool:
        """Whether a day is a word in capitals behind another, in a line that is not: the name of a paper."""
        text = self.article.text
        words, before = text[time.start : time.end], text[max(0, time.start - _CAPITALS_REACH) : time.start]
        last = before.split()[-1:]
        if len(words) < _SHORTEST_CAPITALS or not words[:_SHORTEST_CAPITALS].isupper() or not last:
            return False
        return last[0].isupper() and any(character.islower() for character in before)

    def sentence_of(self, time: Span, longest: int) -> Span | None:
        """The sentence that holds `time`, within the body; None where it stands outside, or in no sentence."""
        text = self.article.text
        body = next((span for span in self.article.body if is_inside(time, span)), None)
        if body is None:
            return None
        place = bisect_right(self.sentences, (time.start, len(text) + 1)) - 1
        sentence = self.sentences[place] if place >= 0 else None
        if sentence is None or not is_inside(time, sentence):
            start, end = max(body.start, time.start - longest), min(body.end, time.end + longest)
            sentence = next((span for span in split_sentences(text, start, end) if is_inside(time, span)), None)
        if sentence is None:
            return None
        sentence = Span(max(sentence.start, body.start), min(sentence.end, body.end))
        return sentence if sentence.end - sentence.start <= longest else None

    def is_later(self, day: str) -> bool:
        """Whether `day` lies after the report.

        An article without a day of publication may have appeared up to a week after its happening, so there only
        what is further off is called later.
        """
        if not self.reported or len(self.reported) < _ISO_DAY_LENGTH:
            return False
        if self.article.published:
            return day > self.reported
        try:
            return (date.fromisoformat(day) - date.fromisoformat(self.reported)).days > _DAYS_UNKNOWN
        except ValueError:
            return day > self.reported


def _tell(context: _Context, time: TimeExpression, day: str, told: tuple[Span, Sequence[Token]]) -> Telling:
    article, (sentence, words) = context.article, told
    earliest, latest = time.earliest or day, time.latest or day
    local = Span(time.span.start - sentence.start, time.span.end - sentence.start)
    clock = _CLOCK.search(time.value)
    weights = weigh_words(words, time.span, lambda place: context.name_at(place) is not None)
    if clock is not None:
        weights[clock.group()] = _CLOCK_WEIGHT  # begins with `CLOCK_KEY`
    return Telling(
        date=day,
        earliest=earliest,
        latest=latest,
        article=article.article,
        published=(article.published or UNKNOWN_DAY)[:10],
        span=sentence,
        time_span=time.span,
        time_words=" ".join(article.text[time.span.start : time.span.end].lower().split()),
        status=judge_status(
            article.text[sentence.start : sentence.end], local, article.language, context.is_later(earliest)
        ),
        weights=weights,
    )


def weigh_words(words: Sequence[Token], time: Span, is_name_at: Callable[[int], bool]) -> dict[str, float]:
    """What names the happening: each word of content with a weight that falls with its distance from the date.

    Args:
        words: Of the sentence.
        time: Where the date stands.
        is_name_at: Whether the character at a place is part of a name: those weigh more.
    """
    weights: dict[str, float] = {}
    at = sum(1 for word in words if word.start < time.start)
    for place, word in enumerate(words):
        norm = word.norm.removesuffix("'s")
        if time.start <= word.start < time.end or says_little(norm):
            continue
        is_name = norm[:1].isdigit() or is_name_at(word.start)
        nearness = max(0.0, 1.0 - abs(place - at) / _FAR_WORDS)
        weight = (_NAME_WEIGHT if is_name else 1.0) * (_FAR_WEIGHT + (1.0 - _FAR_WEIGHT) * nearness)
        key = stem_word(spelling_key(norm))
        weights[key] = max(weights.get(key, 0.0), weight)
    return weights
