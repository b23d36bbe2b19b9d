"""What tells of which thing a value is: the words about it, what it counts, and what became of those counted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from firsthand.lexicon.calendar_words import MONTHS, RELATIVE_DAYS, WEEKDAYS
from firsthand.lexicon.figure_words import ANYBODY, CORRECTING, PERSONS, fate_of
from firsthand.lexicon.function_words import FUNCTION_WORDS
from firsthand.lexicon.spelling_variants import spelling_key
from firsthand.model import Annotation, Article, Span
from firsthand.text.tokens import Token, fold_word, tokenise

__all__ = ["Context", "ContextReader", "content_stem"]

_NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
# Of these, those by which like things are told apart: two towns, two makers. Persons mostly are who said it.
_PARTING_LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT"})
_SHORTEST_NAME = 2
_ISO_MONTH = re.compile(r"\d{4}-\d{2}")
_YEAR_DIGITS = 4
_NAME_WEIGHT = 1.5
_NUMBER_WEIGHT = 1.2
# A word that stands so many words from the value, or further, weighs `_FAR_WEIGHT` of one beside it.
_FAR_WORDS = 12
_FAR_WEIGHT = 0.3
_CLAUSE_WORDS = 3  # a mark between a word and the value sets it so many words further off
_MOST_WORDS = 40  # on either side: sentences longer than that are lists
_WINDOW = 7  # words on either side by which a copied text is known
_TURNING = frozenset("turn turns turned turning reached reaches wurde cumplio исполнилось".split())
_TURNING_REACH = 2  # words
_FATE_BEFORE, _FATE_AFTER = 4, 7  # words
_SHORTEST_STEM = 3
_ENDINGS = ("ings", "ing", "ies", "ied", "ers", "ed", "es", "er", "s", "e", "y")
_PERSON = "§person"
# What the words of saying have in common: a date beside one is the day on which it was said.
_SAYING = frozenset(
    """
    said say says told tells tweeted tweet announced announces statement reported confirmed wrote posted interview
    conference spokesman spokeswoman spokesperson
    sagte teilte erklarte a declare dijo сообщил сообщила заявил заявила сказал сказала
    """.split()
)
_LITTLE = frozenset("mr mrs ms dr gmt utc local time am pm according".split())
_JOINING = frozenset("and or including included includes plus & und et y и including among".split())
# What governs an age or a measure without being what is measured.
_NO_NOUNS = frozenset(
    """
    old aged age ages turn turned turning built he she it they we you i who year years
    worth value valued cost costs total totalled estimated
    """.split()
)
_BEHIND_NOUN = frozenset("of in on who from at for with".split())
_POST_BEFORE = re.compile(r"\(@\w{1,30}\)\s{0,3}$")
_POST_REACH = 40
_BESIDE_BEHIND, _BESIDE_BEFORE = 9, 5  # words
_COMPARED = frozenset("higher lower cheaper dearer".split())
_COMPARED_REACH = 3  # words
_CHANGING = frozenset(
    """
    rose rise rises risen rising fell fall falls fallen falling climbed climb dropped drop drops jumped jump gained gain
    declined decline grew grown increased increase decreased decrease up down
    """.split()
)
_CORRECTING_REACH = 9  # words
_FURTHER = frozenset("additional further weitere supplementaires adicionales".split())
_EARLIER_DAYS = 20  # before the report: what is dated so is another happening than that reported
_MOST_DATES = 12  # of a sentence
_BREAKS = frozenset(',;:()[]—–"“”')


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What is known of a value from the words about it.

    Attributes:
        sentence: The sentence that holds it.
        words: Stems of words of content, names and numbers in it, each with a weight in (0, 1.5] that falls with its
            distance from the value.
        head: Stems of what is counted: the noun; persons of every name are one.
        traits: Stems of the words that say more of what is counted.
        names: Stems of the name of the person whose age it is.
        fate: What became of those who are counted, where the words say so.
        left: The words before the value, nearest first, as they are compared in copies.
        right: The words after it, nearest first.
        counts_all: Whether the words count all of a fate: "12 people were killed", but not "five of the dead".
        is_then: Whether an age is that of a day on which somebody "turned" so old.
        years: Other years than that of the report, as the sentence names them.
        months: The same for months.
        named: Stems of the names of places, bodies and products in the sentence.
        beside: Of these, the ones that stand right beside the value, with no mark between: "60% in Corvale".
        is_more: Whether it tells a change: "200 more people", "fell 2,000", "3% higher".
        is_earlier: Whether all that dates the sentence lies weeks before the report.
        is_former: Whether the sentence says of the value that it was told before and stands no more.
    """

    sentence: Span
    words: dict[str, float]
    head: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    fate: str | None = None
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    counts_all: bool = False
    is_then: bool = False
    years: frozenset[str] = frozenset()
    months: frozenset[int] = frozenset()
    is_former: bool = False
    named: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    is_more: bool = False
    is_earlier: bool = False


def content_stem(word: str) -> str | None:
    """The stem under which a word of content is compared; None for words of grammar, days, months and courtesy."""
    norm = word.removesuffix("'s")
    if norm in FUNCTION_WORDS or norm in _LITTLE or norm in WEEKDAYS or norm in MONTHS or norm in RELATIVE_DAYS:
        return None
    if len(norm) == 1 and not norm.isdigit() and norm.isascii():
        return None
    key = spelling_key(norm)
    if key[:1].isdigit():
        return key
    fate = fate_of(norm)
    if fate is not None:
        return f"§{fate}"
    if norm in _SAYING:
        return "§said"
    return _stem(key)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            stem = word.removesuffix(ending)
            return stem[:-1] if stem[-1] == stem[-2] and ending in {"ing", "ed", "er"} else stem
    return word


class ContextReader:
    """Reads the surroundings of the values of one article."""

    def __init__(self, article: Article, annotation: Annotation) -> None:
        self._text = article.text
        self._year = (article.published or "")[:4]
        self._month = (
            int(article.published[5:7]) if _ISO_MONTH.match(article.published or "") and article.published else 0
        )
        self._names = sorted(mention.span for mention in annotation.mentions if mention.label in _NAME_LABELS)
        self._parting = sorted(mention.span for mention in annotation.mentions if mention.label in _PARTING_LABELS)
        self._whole_names = _spell_out(article, annotation)
        self._day = _ordinal(article.published or "")
        self._dates = sorted(
            (time.span.start, day)
            for time in annotation.times
            if time.type in {"DATE", "TIME"} and (day := _ordinal(time.latest or ""))
        )

    def read(
        self, sentence: Span, tokens: Sequence[Token], span: Span, of: str | None, others: Sequence[Span] | None
    ) -> Context:
        """The context of the value at `span`.

        Args:
            sentence: That holds it.
            tokens: The words of the sentence.
            span: The value.
            of: What is counted, as the language stage tells it.
            others: The other values of the sentence, in order; None for a date, which tells no fate.
        """
        first = next((place for place, token in enumerate(tokens) if token.end > span.start), len(tokens))
        last = next((place for place, token in enumerate(tokens) if token.start >= span.end), len(tokens))
        head, traits = _read_head(of)
        words = self._weigh(tokens, first, last)
        if _POST_BEFORE.search(self._text, max(0, span.start - _POST_REACH), span.start):
            words["§said"] = 1.0  # the stamp of a pasted post: the day on which something was said
        fate = _fate_told(of) or (None if others is None else self._find_fate(tokens, (first, last), others))
        told = self._text[span.start : span.end]
        return Context(
            sentence=sentence,
            words=words,
            head=head,
            traits=traits,
            names=self._read_names(of),
            is_then=any(token.norm in _TURNING for token in tokens[max(0, first - _TURNING_REACH) : first]),
            fate=fate,
            counts_all=bool(of)
            and fate is not None
            and traits <= {f"§{fate}"}
            and " of " not in told
            and _names_anybody(of),
            left=tuple(spelling_key(token.norm) for token in reversed(tokens[max(0, first - _WINDOW) : first])),
            right=tuple(spelling_key(token.norm) for token in tokens[last : last + _WINDOW]),
            years=frozenset(self._other_years((*tokens[:first], *tokens[last:]))),
            months=frozenset(self._other_months((*tokens[:first], *tokens[last:]))),
            is_former=any(
                token.norm in CORRECTING
                for token in tokens[max(0, first - _CORRECTING_REACH) : last + _CORRECTING_REACH]
            ),
            named=frozenset(
                stem for token in tokens if self._is_told_apart_by(token.start) and (stem := content_stem(token.norm))
            ),
            beside=self._names_beside(tokens, first, last),
            is_more=_tells_change(tokens, first, last),
            is_earlier=self._tells_of_earlier(sentence),
        )

    def _read_names(self, of: str | None) -> frozenset[str]:
        """The words of the name of the person who is told; none where the last word is no name."""
        words = (of or "").split()
        if not words or not words[-1][:1].isupper():
            return frozenset()
        named = {fold_word(word) for word in words if word[:1].isupper() and len(word) > _SHORTEST_NAME}
        whole = named.union(*(self._whole_names.get(word, ()) for word in named))
        return frozenset(stem for word in whole if (stem := content_stem(word)))

    def _tells_of_earlier(self, sentence: Span) -> bool:
        """Whether the sentence holds dates, and all of them lie weeks before the report."""
        place = bisect_left(self._dates, (sentence.start, -1))
        days = [day for start, day in self._dates[place : place + _MOST_DATES] if start < sentence.end]
        return bool(days) and self._day > 0 and max(days) < self._day - _EARLIER_DAYS

    def _other_years(self, tokens: Iterable[Token]) -> Iterator[str]:
        for token in tokens:
            is_year = len(token.norm) == _YEAR_DIGITS and token.norm.isdigit() and "1800" <= token.norm <= "2199"
            if is_year and token.norm != self._year:
                yield token.norm

    def _other_months(self, tokens: Iterable[Token]) -> Iterator[int]:
        for token in tokens:
            if token.norm in MONTHS and self._text[token.start].isupper() and MONTHS[token.norm] != self._month:
                yield MONTHS[token.norm]

    def _is_name(self, place: int) -> bool:
        return self._is_inside(self._names, place)

    def _is_told_apart_by(self, place: int) -> bool:
        return self._is_inside(self._parting, place)

    def _is_inside(self, spans: Sequence[Span], place: int) -> bool:
        index = bisect_right(spans, (place, len(self._text) + 1)) - 1
        return index >= 0 and place < spans[index].end

    def _weigh(self, tokens: Sequence[Token], first: int, last: int) -> dict[str, float]:
        """Each word of content with a weight that falls with its distance from the value, in words and marks."""
        weights: dict[str, float] = {}
        for step, places in (
            (-1, range(first - 1, max(-1, first - 1 - _MOST_WORDS), -1)),
            (1, range(last, min(len(tokens), last + _MOST_WORDS))),
        ):
            distance = 0
            edge = first if step < 0 else last - 1
            for place in places:
                distance += 1
                if self._has_break(tokens, place, edge, step):
                    distance += _CLAUSE_WORDS
                edge = place
                stem = content_stem(tokens[place].norm)
                if stem is None:
                    continue
                near = max(0.0, 1.0 - (distance - 1) / _FAR_WORDS)
                weight = _FAR_WEIGHT + (1.0 - _FAR_WEIGHT) * near
                if stem[:1].isdigit():
                    weight *= _NUMBER_WEIGHT
                elif self._is_name(tokens[place].start):
                    weight *= _NAME_WEIGHT
                weights[stem] = max(weights.get(stem, 0.0), round(weight, 4))
        return weights

    def _names_beside(self, tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
        """The names of places, bodies and products behind the value, or else before it, up to the next mark."""
        for step, places in (
            (1, range(last, min(len(tokens), last + _BESIDE_BEHIND))),
            (-1, range(first - 1, max(-1, first - 1 - _BESIDE_BEFORE), -1)),
        ):
            edge = last - 1 if step > 0 else first
            found = set()
            for place in places:
                if self._has_break(tokens, place, edge, step):
                    break
                edge = place
                stem = content_stem(tokens[place].norm) if self._is_told_apart_by(tokens[place].start) else None
                if stem is not None:
                    found.add(stem)
            if found:
                return frozenset(found)
        return frozenset()

    def _has_break(self, tokens: Sequence[Token], place: int, edge: int, step: int) -> bool:
        if edge < 0 or edge >= len(tokens):
            return False
        start, end = (tokens[place].end, tokens[edge].start) if step < 0 else (tokens[edge].end, tokens[place].start)
        return not _BREAKS.isdisjoint(self._text[start:end])

    def _find_fate(self, tokens: Sequence[Token], value: tuple[int, int], others: Sequence[Span]) -> str | None:
        """What became of those counted, as a word beside the value tells it: "12 people were killed", "killed 12".

        Only what stands near, in the same clause, with no other value between; the rest is for the language stage.
        """
        first, last = value
        for step, places in ((1, range(last, len(tokens))), (-1, range(first - 1, -1, -1))):
            edge = last - 1 if step > 0 else first
            for place in list(places)[: _FATE_AFTER if step > 0 else _FATE_BEFORE]:
                token = tokens[place]
                if token.norm in _JOINING or any(other.start <= token.start < other.end for other in others):
                    break
                if edge >= 0 and self._has_break(tokens, place, edge, step):
                    break
                edge = place
                fate = fate_of(token.norm)
                if fate is not None:
                    return fate
        return None


def _ordinal(day: str) -> int:
    """Days since the year 1; 0 where the day is not known."""
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0


def _tells_change(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the value tells a change: "200 more", "an additional 30", "fell 2,000", "rose by 5%", "$1 higher"."""
    if any(token.norm in _FURTHER for token in tokens[max(0, first - 1) : last]):
        return True
    before = first - 2 if first > 1 and tokens[first - 1].norm == "by" else first - 1
    if before >= 0 and tokens[before].norm in _CHANGING:
        return True
    if any(token.norm in _COMPARED for token in tokens[last : last + _COMPARED_REACH]):
        return True
    for place in range(first, min(last + 1, len(tokens))):
        is_bound = tokens[place - 1].norm in {"or", "no", "once"} or (
            place + 1 < len(tokens) and tokens[place + 1].norm == "than"
        )
        if place > first and tokens[place].norm == "more" and not is_bound:
            return True
    return False


def _read_head(of: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """The noun that is counted and the words that say more of it.

    Of "crew members of the ship killed" the noun is the last word of content before the "of", without the word of
    fate that the language stage sets at the end.
    """
    if not of:
        return frozenset(), frozenset()
    words = [token.norm for token in tokenise(of)]
    cut = next((place for place, word in enumerate(words) if place and word in _BEHIND_NOUN), len(words))
    core = [word for word in words[:cut] if content_stem(word) and word not in _NO_NOUNS]
    rest = [word for word in words[cut:] if content_stem(word)]
    while core and fate_of(core[-1]) and core[-1] not in PERSONS:
        rest.append(core.pop())
    if not core:
        return frozenset(), frozenset(stem for word in rest if (stem := content_stem(word)))
    head = _PERSON if core[-1] in PERSONS else content_stem(core[-1]) or core[-1]
    return frozenset({head}), frozenset(stem for word in (*core[:-1], *rest) if (stem := content_stem(word)))


def _names_anybody(of: str | None) -> bool:
    words = [token.norm for token in tokenise(of or "")]
    return all(word in ANYBODY or fate_of(word) for word in words)


def _spell_out(article: Article, annotation: Annotation) -> dict[str, set[str]]:
    """The words of whole names by each word of a name that stands for a person: "Ann" for Ann Salk."""
    found: dict[str, set[str]] = {}
    for mention in annotation.mentions:
        if mention.label != "PERSON":
            continue
        written = tokenise(article.text, *mention.span)
        whole = {token.norm.removesuffix("'s") for token in (*written, *tokenise(mention.form or ""))}
        for token in written:
            found.setdefault(token.norm.removesuffix("'s"), set()).update(whole)
    return found


def _fate_told(of: str | None) -> str | None:
    """The fate that the language stage sets behind what is counted: "crew members killed"."""
    words = [token.norm for token in tokenise(of or "")]
    return fate_of(words[-1]) if words else None
