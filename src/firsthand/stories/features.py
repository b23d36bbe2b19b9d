"""What grouping needs to know of one article: cheap, compact, and nothing but counts and days."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.lexicon.country_words import find_countries
from firsthand.lexicon.dates import find_date_forms, find_weekdays, is_calendar_day
from firsthand.model import Article, CreditRole, Span
from firsthand.stories.names import find_names, find_persons
from firsthand.stories.round_ups import is_round_up
from firsthand.stories.settings import StorySettings
from firsthand.stories.word_frequency import STOP_WORDS
from firsthand.text.lines import split_sentences
from firsthand.text.sentence_vectors import encode_sentence
from firsthand.text.tokens import Token, tokenise

__all__ = ["StoryFeatures", "describe_article"]

_MOST_WORDS = 600  # distinct words kept: what comes later in a long text says little about its affair
_MOST_TOKENS = 4000  # words of the body that are read
_MOST_NAMES = 60
_MOST_DAYS = 40
_MOST_SIGNATURES = 20
_CLUE_CHARACTERS = 8000  # from the start of the body, in which dates and occasions are looked for
_LEAD_WORDS = 200  # in which the persons of the affair are introduced
_TITLE_CHARACTERS = 200
_GIST_CHARACTERS = 80
_CHINESE_NUMBER = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)([万亿])")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(), start=11
    )
}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=2
    )
}
# "the first visit to that country since 1999", "first strike there since 1999": the occasion, told by the year of
# the one before it. The noun is the first word after "first" that is not about the doer or the kind.
_SINCE = re.compile(
    r"\b[Ff]irst\s((?:[\w'’\-]{1,30}\s){1,8}?)since\s(?:(?:the|his|her|its|their)\s)?(?:[A-Z]\w{0,20}\s)?(\d{4})\b"
)
_SINCE_FILLER = frozenset("such official state ever public formal foreign".split())
# "the fifth round", "a 3rd hearing": one in a row of happenings.
_ORDINAL = re.compile(r"\b(\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:nd|rd|th))\s([a-z]{4,})\b")
_ROWS = frozenset(
    "round session hearing meeting summit phase stage term vote trial day week wave referendum test launch".split()
)
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFeatures:
    """What grouping knows of one article. Counts are of folded words; days are ISO days."""

    article: str
    outlet: str | None = None
    language: str | None = None
    has_text: bool = True  # False where the text was set aside: such an article is in no story
    words: dict[str, int] = field(default_factory=dict)  # of headline and body, stop words left out
    opening: dict[str, int] = field(default_factory=dict)  # of headline and the opening of the body
    names: dict[str, int] = field(default_factory=dict)  # as written
    persons: tuple[str, ...] = ()  # surnames, for comparison, of persons named with their office early in the body
    places: tuple[str, ...] = ()  # countries that headline and opening name, in any language, in English
    numbers: dict[str, int] = field(default_factory=dict)
    published: str | None = None  # day, local to the outlet
    not_before: str | None = None  # day
    event_date: str | None = None  # day of the main happening
    weekday: int | None = None  # 0 for Monday: the first day of the week that the opening names
    days: tuple[str, ...] = ()  # days written out with their year in the text
    since: dict[str, int] = field(default_factory=dict)  # "first visit since 1999": {"visit": 1999}
    rows: dict[str, int] = field(default_factory=dict)  # "the fifth round": {"round": 5}
    is_round_up: bool = False  # a page on several affairs
    has_headline: bool = False  # False where the title is a sentence of the body
    title: str = ""
    title_span: Span | None = None
    vector: bytes = b""  # of the headline or else the first words, as `vectors.encode_sentence` packs it


def describe_article(article: Article, settings: StorySettings) -> StoryFeatures:
    """The features of one article, from its body, headline and dates alone.

    Takes about four milliseconds for an article of 600 words, more than half of them for its vector; at most 4,000
    words of a body are read.
    """
    title, title_span = _find_title(article)
    has_text = bool(article.body) or (bool(title) and not article.text.strip())
    if not has_text:
        return StoryFeatures(article=article.article, outlet=article.outlet, language=article.language, has_text=False)
    title_tokens = tokenise(article.headline or "")
    body_tokens = _body_tokens(article)
    words = Counter(token.norm for token in [*title_tokens, *body_tokens])
    head = body_tokens[: settings.opening_words]
    opening = Counter(token.norm for token in [*title_tokens, *head])
    names = find_names(article.text, body_tokens)
    ranges = _clue_ranges(article)
    return StoryFeatures(
        article=article.article,
        outlet=article.outlet,
        language=article.language,
        words=_count_words(words, _MOST_WORDS),
        opening=_count_words(opening, _MOST_WORDS),
        names=_most_common(names, _MOST_NAMES),
        persons=find_persons(article.text, body_tokens[:_LEAD_WORDS]),
        places=_find_places(article, title_tokens, head),
        numbers=_count_numbers(words + _chinese_numbers(article, body_tokens)),
        published=_day_of(article.published),
        not_before=_day_of(article.published_not_before),
        event_date=_day_of(article.event_date),
        weekday=_find_weekday(article.text, body_tokens[: settings.opening_words]),
        days=_find_days(article.text, ranges),
        since=_find_since(article.text, ranges),
        rows=_find_rows(article.text, ranges),
        is_round_up=is_round_up(article.headline or "", article.text, body_tokens),
        has_headline=bool((article.headline or "").strip()),
        title=title,
        title_span=title_span,
        vector=encode_sentence(_find_gist(article, body_tokens)),
    )


def _find_gist(article: Article, tokens: Sequence[Token]) -> str:
    """What the vector is made of: the headline, or as much of the body as a headline holds.

    First sentences are of all lengths, and in the pages that have no headline they are as often a dateline.
    """
    headline = " ".join((article.headline or "").split())
    if headline or not tokens:
        return headline
    start = tokens[0].start
    return article.text[start : start + _GIST_CHARACTERS]


def _find_places(article: Article, title: Sequence[Token], head: Sequence[Token]) -> tuple[str, ...]:
    """The countries of headline and opening. Such words as "us" are grammar more often than a country."""
    words = [token.norm for token in [*title, *head] if token.norm not in STOP_WORDS]
    return tuple(sorted(find_countries(words, f"{article.headline or ''} {_between(article, head)}", article.language)))


def _between(article: Article, tokens: Sequence[Token]) -> str:
    return article.text[tokens[0].start : tokens[-1].end] if tokens else ""


def _body_tokens(article: Article) -> list[Token]:
    """The words of the body, without those that say who wrote and published it: they are of no affair."""
    tokens: list[Token] = []
    for span in article.body:
        if len(tokens) >= _MOST_TOKENS:
            break
        # 40 characters a word is far above any language: no reason to tokenise a line of a megabyte for its head.
        stop = min(span.end, span.start + 40 * (_MOST_TOKENS - len(tokens)))
        tokens.extend(tokenise(article.text, span.start, stop))
    signed = _signatures(article)
    tokens = tokens[:_MOST_TOKENS]
    starts = [token.start for token in tokens]
    dropped = {
        place
        for span in signed
        for place in range(bisect_left(starts, span.start), bisect_left(starts, span.end))
        if tokens[place].end <= span.end
    }
    return [token for place, token in enumerate(tokens) if place not in dropped] if dropped else tokens


def _signatures(article: Article) -> list[Span]:
    """Where the byline, the outlet's name and credits stand; not where somebody is cited."""
    spans = [credit.span for credit in article.credits if credit.role is not CreditRole.CITED]
    for name in (article.byline, article.outlet):
        start = article.text.find(name) if name and len(name) > 3 else -1
        while name and start >= 0 and len(spans) < _MOST_SIGNATURES:
            spans.append(Span(start, start + len(name)))
            start = article.text.find(name, start + len(name))
    return spans


def _count_words(counted: Counter[str], most: int) -> dict[str, int]:
    counts = {
        norm: count
        for norm, count in counted.items()
        if norm not in STOP_WORDS and (len(norm) > 1 or not norm.isascii()) and len(norm) < 60
    }
    return _most_common(counts, most)


def _count_numbers(counted: Counter[str]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for norm, count in counted.items():
        if norm[:1].isdigit() and len(norm) < 20:  # a vowel sign or tone mark alone folds to nothing
            counts[_plain_number(norm)] += count
        elif norm in _NUMBER_WORDS:
            counts[_NUMBER_WORDS[norm]] += count
    return _most_common(counts, _MOST_NAMES)


def _chinese_numbers(article: Article, tokens: Sequence[Token]) -> Counter[str]:
    """Numbers of ten thousands and of hundred millions as other languages write them: 85万 is 850000."""
    if article.language != "zh":
        return Counter()
    found = _CHINESE_NUMBER.findall(_between(article, tokens))
    return Counter(str(round(float(digits) * (10**4 if unit == "万" else 10**8))) for digits, unit in found)


def _plain_number(written: str) -> str:
    """`written` as English writes it without its groups: "1.200" and "1,200" are 1200, "6,1" is 6.1."""
    if _GROUPED.fullmatch(written):
        return written.replace(",", "").replace(".", "")
    return written.replace(",", ".")


def _most_common(counts: Mapping[str, int], most: int) -> dict[str, int]:
    """The commonest, in alphabetical order: equal texts give equal features, byte for byte."""
    kept = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return dict(sorted(kept))


def _find_title(article: Article) -> tuple[str, Span | None]:
    """Headline, or else the first sentence of the body, with its span in the text."""
    if article.headline and article.headline.strip():
        return " ".join(article.headline.split()), article.headline_span
    for span in article.body:
        sentences = split_sentences(article.text, span.start, min(span.end, span.start + 4000))
        for sentence in sentences:
            if sentence.end - sentence.start >= 20:
                end = min(sentence.end, sentence.start + _TITLE_CHARACTERS)
                cut = Span(sentence.start, end)
                return " ".join(article.text[cut.start : cut.end].split()), cut
    return "", None


def _find_weekday(text: str, tokens: Sequence[Token]) -> int | None:
    if not tokens:
        return None
    weekdays = find_weekdays(text, tokens[0].start, tokens[-1].end)
    return weekdays[0].value if weekdays else None


def _find_days(text: str, ranges: Sequence[Span]) -> tuple[str, ...]:
    """The days that are written out with their year."""
    days = {
        f"{form.year:04d}-{form.month:02d}-{form.day:02d}"
        for span in ranges
        for form in find_date_forms(text, span.start, span.end)
        if form.year and form.month and form.day and not form.is_ambiguous
    }
    return tuple(sorted(days)[:_MOST_DAYS])


def _find_since(text: str, ranges: Sequence[Span]) -> dict[str, int]:
    since: dict[str, int] = {}
    for span in ranges:
        is_told = text.find("since", span.start, span.end) >= 0
        for match in _SINCE.finditer(text, span.start, span.end) if is_told else ():
            noun = next((word for word in match[1].lower().split() if word not in _SINCE_FILLER), "")
            if noun:
                since.setdefault(noun, int(match[2]))
    return dict(sorted(since.items()))


def _may_hold_row(text: str, span: Span) -> bool:
    """Whether a word for one in a row of happenings stands behind what may be an ordinal: cheap, and mostly not so."""
    for noun in _ROWS:
        place = text.find(noun, span.start, span.end)
        while place >= 0:
            if text[max(0, place - 3) : place - 1] in _ORDINAL_ENDS:
                return True
            place = text.find(noun, place + 1, span.end)
    return False


def _find_rows(text: str, ranges: Sequence[Span]) -> dict[str, int]:
    rows: dict[str, int] = {}
    for span in ranges:
        for match in _ORDINAL.finditer(text, span.start, span.end) if _may_hold_row(text, span) else ():
            value = _ordinal(match[1])
            if value and match[2] in _ROWS:
                rows.setdefault(match[2], value)
    return dict(sorted(rows.items()))


def _clue_ranges(article: Article) -> list[Span]:
    """The head of the body, in which dates and occasions are looked for."""
    if not article.body:
        return []
    limit = article.body[0].start + _CLUE_CHARACTERS
    return [Span(span.start, min(span.end, limit)) for span in article.body if span.start < limit]


def _ordinal(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else _ORDINALS.get(word, 0)


def _day_of(stamp: str | None) -> str | None:
    """The day of an ISO 8601 time, None where it has none."""
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})", stamp or "")
    if not match or not is_calendar_day(int(match[1]), int(match[2]), int(match[3])):
        return None
    return datetime.date(int(match[1]), int(match[2]), int(match[3])).isoformat()
