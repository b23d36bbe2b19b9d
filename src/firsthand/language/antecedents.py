"""Whom "he" and "she" stand for: the persons named and described before, the likeliest first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.language.clauses import phrase_span
from firsthand.language.descriptions import find_bearer, is_indefinite
from firsthand.language.parse import ArticleParse
from firsthand.language.people import People, Person, countries_of, pronoun_of_words
from firsthand.language.span_search import is_within
from firsthand.lexicon.speech import PERSON_NOUNS, ROLE_NOUNS
from firsthand.model import Span
from firsthand.text.tokens import fold_word

__all__ = ["Antecedent", "AntecedentFinder"]

# How many paragraphs back a pronoun may look for its person, and how many on where nobody was named before it.
_PARAGRAPHS_BACK = 4
_PARAGRAPHS_ON = 6
_DESCRIBED_MENTIONS = 200
# So many mentions and descriptions are looked at for one pronoun: a text made of nothing else costs no more.
_MOST_CANDIDATES = 60
_MOST_DESCRIBED = 5
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])


@dataclass(frozen=True, slots=True)
class Antecedent:
    """What a pronoun stands for: a mention of a person, or a description of somebody whom the article never names."""

    span: Span
    person: Person | None


class AntecedentFinder:
    """Finds whom the pronouns and descriptions of one article stand for."""

    def __init__(self, parse: ArticleParse, people: People, apart: Sequence[Span]) -> None:
        """Take the article apart.

        Args:
            parse: The article's parse.
            people: Its persons.
            apart: Stretches whose names are spoken of and never speak: quoted words, and the byline.
        """
        self._parse = parse
        self._people = people
        self._starts = [word.start for word in parse.words]
        self._paragraphs = [paragraph.start for paragraph in parse.paragraphs]
        outside = sorted(apart)
        self._spans = sorted(span for span in people.of_mention if not is_within(span.start, outside))
        self._described = self._find_described(outside)
        self._bearers: dict[Span, Antecedent | None] = {}
        fitting = {
            pronoun: (span.start for span in self._spans if self._fits(people.of_mention[span], pronoun))
            for pronoun in ("he", "she")
        }
        self._first_fitting = {pronoun: min(starts, default=len(parse.text)) for pronoun, starts in fitting.items()}

    def of_pronoun(self, source: Span, pronoun: str, last: Antecedent | None) -> Antecedent | None:
        """Whom a pronoun stands for; None where nobody fits.

        Of those whom nothing gives the other pronoun, the first of: who its paragraph is about so far; the last
        speaker, where that was in the same paragraph; the only one named in the paragraph; the last speaker; who the
        paragraphs before are about; whoever was named last. Where nobody was named yet, the first to be named.

        Args:
            source: The pronoun.
            pronoun: "he" or "she".
            last: Who spoke last before it.
        """
        here = bisect_right(self._paragraphs, source.start) - 1
        near = self._paragraphs[here]
        spans = self._before(source, self._paragraphs[max(0, here - _PARAGRAPHS_BACK)])
        fitting = [span for span in spans if self._fits(self._people.of_mention[span], pronoun)]
        topics = [Antecedent(span, self._people.of_mention[span]) for span in fitting if self._is_topic(span)]
        topics += self._unnamed(source, near, pronoun)
        topics.sort(key=lambda each: -each.span.start)
        spoke = last if last is not None and self._may_be(last, pronoun) else None
        in_paragraph = [span for span in fitting if span.start >= near]
        ordered: list[Antecedent] = [each for each in topics if each.span.start >= near]
        if spoke is not None and spoke.span.start >= near:
            ordered.append(spoke)
        if len({id(self._people.of_mention[span]) for span in in_paragraph}) == 1:
            ordered.append(Antecedent(in_paragraph[0], self._people.of_mention[in_paragraph[0]]))
        if spoke is not None:
            ordered.append(spoke)
        ordered += [each for each in topics if each.person is not None]
        ordered += [Antecedent(span, self._people.of_mention[span]) for span in fitting]
        # A single word that nothing calls a person is often none: whoever is known better comes first.
        known = [each for each in ordered if each.person is None or _is_known(each.person)]
        return next(iter(known or ordered), None) or self._named_later(source, pronoun)

    def of_description(self, source: Span) -> Antecedent | None:
        """The person before a description whom the article calls so; None where there is none."""
        if source not in self._bearers:
            self._bearers[source] = self._find_bearer(source)
        return self._bearers[source]

    def _find_bearer(self, source: Span) -> Antecedent | None:
        last = bisect_left(self._spans, (source.start, 0))
        spans = [span for span in self._spans[max(0, last - _DESCRIBED_MENTIONS) : last] if span.end <= source.start]
        if bisect_right(self._paragraphs, source.start) - 1 in self._parse.headlines:  # the text below says who
            spans += self._spans[last : last + _DESCRIBED_MENTIONS]
        found = find_bearer(self._description(source), [(span, self._people.of_mention[span]) for span in spans])
        return None if found is None else Antecedent(*found)

    def _description(self, source: Span) -> list[str]:
        """The folded words of a description: up to its preposition all, behind it only the countries.

        "The press service of the president" is no president, but "the head of state" and "the president of Nepal" are.
        """
        words = self._words(source)
        place = next((index for index, word in enumerate(words) if word in {"of", "for", "to", "in", "at"}), len(words))
        if words[place + 1 : place + 2] in (["state"], ["government"]):
            return words
        return words[:place] + [word for word in words[place:] if countries_of([word])]

    def _before(self, source: Span, earliest: int) -> list[Span]:
        """Mentions of persons between `earliest` and the source, the last first."""
        first, last = bisect_left(self._spans, (earliest, 0)), bisect_left(self._spans, (source.start, 0))
        nearest = self._spans[max(first, last - _MOST_CANDIDATES) : last]
        return [span for span in reversed(nearest) if span.end <= source.start]

    @staticmethod
    def _fits(person: Person, pronoun: str) -> bool:
        return person.pronoun in {None, pronoun}

    def _may_be(self, last: Antecedent, pronoun: str) -> bool:
        """Whether the last speaker can be meant: a person who fits, or somebody described in the singular."""
        if last.person is not None:
            return self._fits(last.person, pronoun)
        return self._is_somebody(last.span, pronoun)

    def _is_topic(self, span: Span) -> bool:
        """Whether a mention is what its sentence is about: its subject or whose that is, and in no reported clause."""
        index = self._word_at(span.end - 1)
        for _ in range(5):
            word = self._parse.words[index]
            if word.dep in _SUBJECTS:
                return self._parse.words[word.head].dep != "ccomp"
            if word.dep not in {"compound", "appos", "flat", "nmod", "poss"} or word.head == index:
                return False
            index = word.head
        return False

    def _find_described(self, apart: Sequence[Span]) -> list[int]:
        """Indices of the subjects that describe one person: "the postman", "a protester"; quoted ones are none."""
        found = []
        for index, word in enumerate(self._parse.words):
            is_subject = word.dep in _SUBJECTS and word.tag == "NN"
            if is_subject and word.lemma in ROLE_NOUNS | PERSON_NOUNS and not is_within(word.start, apart):
                found.append(index)
        return found

    def _unnamed(self, source: Span, earliest: int, pronoun: str) -> list[Antecedent]:
        """The described subjects of the pronoun's paragraph: the persons they stand for, or somebody without a name."""
        found = []
        first = bisect_left(self._described, self._word_at(earliest))
        last = bisect_left(self._described, self._word_at(source.start))
        for index in self._described[max(first, last - _MOST_DESCRIBED) : last]:
            span = phrase_span(self._parse, index)
            place = bisect_left(self._spans, (span.start, 0))
            if place < len(self._spans) and self._spans[place].start < span.end:
                continue  # "the envoy Jane Doe": the name is a candidate itself
            bearer = self.of_description(span)
            if bearer is not None and bearer.person is not None:
                if self._fits(bearer.person, pronoun):
                    found.append(Antecedent(bearer.span, bearer.person))
            elif is_indefinite(self._words(span)) and self._is_somebody(span, pronoun):
                found.append(Antecedent(span, None))
        return found

    def _is_somebody(self, span: Span, pronoun: str) -> bool:
        """Whether a description without a name speaks of one person for whom the pronoun can stand."""
        words = self._words(span)
        is_person = any(word in ROLE_NOUNS or word in PERSON_NOUNS for word in words)
        return is_person and pronoun_of_words(words) in {None, pronoun}

    def _named_later(self, source: Span, pronoun: str) -> Antecedent | None:
        """The first person named after the pronoun, where nobody whom it can stand for was named before it."""
        if self._first_fitting[pronoun] < source.start:
            return None
        here = bisect_right(self._paragraphs, source.start) - 1
        latest = self._parse.paragraphs[min(here + _PARAGRAPHS_ON, len(self._paragraphs) - 1)].end
        for span in self._spans[bisect_left(self._spans, (source.end, 0)) :]:
            if span.start >= latest:
                return None
            person = self._people.of_mention[span]
            if self._fits(person, pronoun) and len(person.words) > 1 and self._is_topic(span):
                return Antecedent(span, person)
        return None

    def _word_at(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def _words(self, span: Span) -> list[str]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [fold_word(word.text).rstrip(".") for word in self._parse.words[first:last]]


def _is_known(person: Person) -> bool:
    return person.pronoun is not None or len(person.words) > 1
