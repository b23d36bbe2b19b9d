"""Whom "the company" and "it" stand for: the bodies that an article names, and what it calls each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.language.mentions import folded_name
from firsthand.language.parse import ArticleParse
from firsthand.language.span_search import is_within
from firsthand.lexicon.agencies import agency_named
from firsthand.lexicon.speaking_nouns import BODY_NOUNS, COMPANY_ENDINGS, COMPANY_NOUNS
from firsthand.model import Mention, Span
from firsthand.text.tokens import fold_word

__all__ = ["Body", "BodyFinder"]

_LABELS = frozenset(["ORG", "GPE", "FAC", "NORP", "PERSON"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_WORDS_ROUND = 6
_DOMINANCE = 3  # so many times more mentions than the next has the body that a description fits best
_SINGULARS = {"airways": "airline", "airlines": "airline", "railways": "railway", "industries": "company"}
_DESCRIBED_MENTIONS = 200  # so many mentions back may a body lie that a description stands for
_PARAGRAPHS_BACK = 1  # "it" looks for its body in its own paragraph and the one before


@dataclass(slots=True, eq=False)
class Body:
    """An organisation, or a place whose government speaks, as one article names it.

    Attributes:
        name: The fullest name in the article.
        full: Where that stands first.
        mentions: Spans, in order.
        called: Nouns that the article uses of it, or that its name holds: "company", "ministry".
        is_place: Whether it is a country or town.
    """

    name: str
    full: Span
    mentions: list[Span] = field(default_factory=list)
    called: set[str] = field(default_factory=set)
    is_place: bool = False


class BodyFinder:
    """Finds which bodies the names, descriptions and "it" of one article stand for."""

    def __init__(self, parse: ArticleParse, mentions: Sequence[Mention], apart: Sequence[Span]) -> None:
        """Take the article apart.

        Args:
            parse: The article's parse.
            mentions: Its names, without those of persons.
            apart: Quoted words and the byline: a body named there is spoken of.
        """
        self._parse = parse
        self._starts = [word.start for word in parse.words]
        self._paragraphs = [paragraph.start for paragraph in parse.paragraphs]
        self._of_span = _group(parse.text, [mention for mention in mentions if mention.label in _LABELS])
        self._of_word = _by_first_word(self._of_span)
        outside = sorted(apart)
        self._spans = [span for span in sorted(self._of_span) if not is_within(span.start, outside)]
        for span in self._spans:
            body = self._of_span[span]
            body.mentions.append(span)
            body.called |= self._called_beside(span)

    def at(self, place: int) -> tuple[Span, Body] | None:
        """The mention that holds the character at `place`, and its body."""
        index = bisect_right(self._spans, place, key=lambda span: span.start) - 1
        if index < 0 or place >= self._spans[index].end:
            return None
        return self._spans[index], self._of_span[self._spans[index]]

    def of_word(self, word: str) -> Body | None:
        """The one body whose name begins with a word: "Norvale" for Norvale Chemicals; None where several do."""
        bodies = self._of_word.get(word, [])
        return bodies[0] if len(bodies) == 1 else None

    def of_description(self, source: Span, noun: str, last: Body | None) -> tuple[Span, Body] | None:
        """The body before a description whom the article calls so: "the ministry", "the company", "the zoo".

        Of several the one that spoke last, else the one that is named far more often than the next; else it is
        unclear. A company that nothing calls one is meant where the article has named no other body but places.

        Args:
            source: The description.
            noun: Its head, singular and in lower case.
            last: Who spoke last before it.
        """
        if not noun:
            return None
        place = bisect_left(self._spans, (source.start, 0))
        before = [span for span in self._spans[max(0, place - _DESCRIBED_MENTIONS) : place] if span.end <= source.start]
        wanted = COMPANY_NOUNS if noun in COMPANY_NOUNS else {noun}
        exact = [span for span in before if noun in self._of_span[span].called]
        fitting = exact or [span for span in before if self._of_span[span].called & wanted]
        if not fitting and noun in COMPANY_NOUNS:
            bodies = [span for span in before if self._may_be_company(self._of_span[span])]
            fitting = bodies if len({id(self._of_span[span]) for span in bodies}) == 1 else []
        counted = Counter(self._of_span[span] for span in fitting).most_common(2)
        spoken = [span for span in fitting if self._of_span[span] is last]
        is_clear = len(counted) == 1 or (len(counted) > 1 and counted[0][1] >= _DOMINANCE * counted[1][1])
        meant = last if spoken else (counted[0][0] if is_clear else None)
        span = next((span for span in reversed(fitting) if self._of_span[span] is meant), None)
        return None if span is None or meant is None else (span, meant)

    @staticmethod
    def _may_be_company(body: Body) -> bool:
        """Whether nothing speaks against a body's being a company: no place, no ministry, no news agency."""
        return not body.is_place and not body.called & BODY_NOUNS and agency_named(body.name) is None

    def of_it(self, source: Span) -> tuple[Span, Body] | None:
        """The body that the text before "it" is about: the last subject, in its paragraph or the one before."""
        here = bisect_right(self._paragraphs, source.start) - 1
        earliest = self._paragraphs[max(0, here - _PARAGRAPHS_BACK)]
        first, last = bisect_left(self._spans, (earliest, 0)), bisect_left(self._spans, (source.start, 0))
        for span in reversed(self._spans[first:last]):
            if self._is_subject(span):
                return span, self._of_span[span]
        return None

    def _is_subject(self, span: Span) -> bool:
        word = self._parse.words[bisect_right(self._starts, span.end - 1) - 1]
        return word.dep in _SUBJECTS

    def _called_beside(self, span: Span) -> set[str]:
        """Nouns for bodies beside a mention: "the chemicals company X", "X, a maker of paint,"."""
        words = self._parse.words
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        own = {fold_word(words[index].text) for index in range(first, last)}
        own |= {_SINGULARS[word] for word in own if word in _SINGULARS}
        found = {words[index].lemma for index in range(first, last)}
        place = first - 1
        while place >= max(0, first - 2) and words[place].tag.startswith(("NN", "JJ")):
            found.add(words[place].lemma)
            place -= 1
        if last + 1 < len(words) and words[last].text == "," and words[last + 1].tag == "DT":
            for word in words[last + 1 : last + 1 + _WORDS_ROUND]:
                if word.tag.startswith("VB") or word.tag in {",", ".", "IN", "WDT", "WP"}:
                    break
                found.add(word.lemma)
        # What a name holds the body may be called, but for names of one word.
        return (found & BODY_NOUNS) | (own if last - first > 1 else own & BODY_NOUNS)


def _by_first_word(of_span: dict[Span, Body]) -> dict[str, list[Body]]:
    """The bodies named with several words, by the first of them as written."""
    found: defaultdict[str, list[Body]] = defaultdict(list)
    for body in {id(body): body for _, body in sorted(of_span.items())}.values():
        words = body.name.split()
        if len(words) > 1:
            found[words[0]].append(body)
    return found


def _group(text: str, mentions: Sequence[Mention]) -> dict[Span, Body]:
    """The body of each mention: those of one folded name are one, and a first word alone goes to the fuller name."""
    names = {mention.span: folded_name(text[mention.span.start : mention.span.end]) for mention in mentions}
    fuller: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        words = names[mention.span].split()
        if len(words) > 1 and mention.label == "ORG":
            fuller[words[0]].add(names[mention.span])
    bodies: dict[str, Body] = {}
    of_span: dict[Span, Body] = {}
    labels: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        labels[names[mention.span]].add(mention.label)
    for mention in sorted(mentions, key=lambda mention: (-len(names[mention.span].split()), mention.span)):
        name = names[mention.span]
        longer = fuller.get(name, set())
        key = min(longer) if len(longer) == 1 else name
        if key not in bodies:
            written = " ".join(text[mention.span.start : mention.span.end].split())
            bodies[key] = Body(written, mention.span, is_place="ORG" not in labels[key])
            if fold_word(written.split()[-1]).rstrip(".") in COMPANY_ENDINGS:
                bodies[key].called.add("company")
        of_span[mention.span] = bodies[key]
    return of_span
