"""Whom a source stands for: a name, a pronoun or a description, resolved within its article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.language.parse import ArticleParse
from firsthand.language.people import People, Person, countries_of
from firsthand.lexicon.speech import ROLE_NOUNS, UNNAMED_SOURCES
from firsthand.model import Mention, Span
from firsthand.text.tokens import fold_word

__all__ = ["Speaker", "SpeakerFinder"]

_PRONOUNS = {"he": "he", "she": "she", "him": "he", "her": "she", "his": "he"}
_SELF = frozenset(["i", "we", "you"])
# How many paragraphs back a pronoun may look for its person, and a description for its bearer.
_PRONOUN_PARAGRAPHS = 4
_DESCRIBED_MENTIONS = 200
# With one of these an office is held by somebody else than without.
_OTHER_BEARERS = frozenset(
    "former ex deputy vice acting assistant late first second prime supreme then retired".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """What a source stands for.

    Attributes:
        name: The fullest name in the article; None where it is unclear.
        chain: From the source as written to that name.
        why_null: Why there is no name; empty where there is one.
        person: The person, where it is one of the article's.
    """

    name: str | None
    chain: tuple[Span, ...] = ()
    why_null: str = ""
    person: Person | None = None


class SpeakerFinder:
    """Resolves the sources of one article, in the order of the text."""

    def __init__(
        self, parse: ArticleParse, people: People, mentions: Sequence[Mention], quoted: Sequence[Span]
    ) -> None:
        """Take the article apart.

        Args:
            parse: The article's parse.
            people: Its persons.
            mentions: Its names.
            quoted: Stretches between quotation marks, and the byline; a name in one of them is no speaker.
        """
        self._parse = parse
        self._people = people
        self._spans = sorted(
            span for span in people.of_mention if not any(each.start <= span.start < each.end for each in quoted)
        )
        self._all_spans = sorted(people.of_mention)
        self._bodies = [mention.span for mention in mentions if mention.label != "PERSON"]
        self._starts = [word.start for word in parse.words]
        self._paragraph_starts = [paragraph.start for paragraph in parse.paragraphs]

    def speaker_of(self, source: Span, head: int, before: Speaker | None) -> Speaker:
        """The speaker that a source stands for.

        Args:
            source: The source as written.
            head: Index of the head word of the source.
            before: Who spoke last before it.
        """
        text = self._parse.text
        word = self._parse.words[head]
        lowered = word.text.lower()
        if lowered in _PRONOUNS:
            return self._by_pronoun(source, _PRONOUNS[lowered], before)
        if lowered in _SELF:
            return Speaker(None, (source,), f"the source is the writer or whoever speaks: {word.text!r}")
        if self._are_several(source, head):
            several = " ".join(text[source.start : source.end].split())
            return Speaker(None, (source,), f"several are named as the source: {several!r}")
        named = self._named_at(source, head)
        if named is not None:
            return self._as_person(source, named)
        body = self._body_named(head)
        if body is not None and lowered not in UNNAMED_SOURCES and fold_word(word.text) not in ROLE_NOUNS:
            return Speaker(" ".join(text[body.start : body.end].split()), _chain(source, body))
        if word.tag == "NNP" and lowered not in UNNAMED_SOURCES | ROLE_NOUNS and lowered not in _PRONOUNS:
            # A name that the model did not see as one.
            return Speaker(" ".join(text[source.start : source.end].split()), (source,))
        return self._by_description(source) or _unnamed(text, source, word.text)

    def _are_several(self, source: Span, head: int) -> bool:
        """Whether the source joins two names: "Doe and Roe"."""
        others = [
            self._parse.words[child]
            for child in self._parse.children[head]
            if self._parse.words[child].dep == "conj" and self._parse.words[child].end <= source.end
        ]
        return self._parse.words[head].tag.startswith("NNP") and any(word.tag.startswith("NNP") for word in others)

    def _as_person(self, source: Span, person: Person, middle: Span | None = None) -> Speaker:
        chain = [source]
        for span in (middle, person.full):
            if span is not None and not any(each.start <= span.start and span.end <= each.end for each in chain):
                chain.append(span)
        return Speaker(person.name, tuple(chain), "", person)

    def _named_at(self, source: Span, head: int) -> Person | None:
        """The person whose name holds the head of the source, else the one named in it where the head is a role."""
        place = self._parse.words[head].start
        first = bisect_left(self._all_spans, (source.start, 0))
        last = bisect_left(self._all_spans, (source.end, 0))
        inside = [span for span in self._all_spans[first:last] if span.end <= source.end]
        for span in inside:
            if span.start <= place < span.end:
                return self._people.of_mention[span]
        text = self._parse.text
        # "Doe's spokesman" names somebody else: a name in the genitive is not the speaker's.
        free = [span for span in inside if text[span.end : span.end + 2].strip("’'´`")[:1] != "s"]
        if not free:
            return None
        # "the envoy for Nepal, Doe": an apposition behind its comma, whatever the parse hangs it from.
        is_apposition = text[source.start : free[-1].start].rstrip().endswith(",") and free[-1].end >= source.end - 1
        if is_apposition or not self._is_below_preposition(free[-1], head):
            return self._people.of_mention[free[-1]]
        return None

    def _is_below_preposition(self, span: Span, head: int) -> bool:
        """Whether a name hangs from the head by a preposition: "a spokesman for Doe"."""
        index = bisect_right(self._starts, span.end - 1) - 1
        for _ in range(6):
            word = self._parse.words[index]
            if index == head:
                return False
            if word.dep == "prep" or word.head == index:
                return word.dep == "prep"
            index = word.head
        return False

    def _body_named(self, head: int) -> Span | None:
        """The organisation, country or people whose name holds the head of the source."""
        place = self._parse.words[head].start
        index = bisect_right(self._bodies, (place, len(self._parse.text))) - 1
        body = self._bodies[index] if index >= 0 else None
        return body if body is not None and body.start <= place < body.end else None

    def _by_pronoun(self, source: Span, pronoun: str, before: Speaker | None) -> Speaker:
        people = self._people.of_mention
        fitting = [span for span in self._antecedents(source, before) if people[span].pronoun in {None, pronoun}]
        # A single word that nothing calls a person is often none: whoever is known better comes first.
        known = [span for span in fitting if people[span].pronoun or len(people[span].words) > 1]
        for span in known or fitting:
            return self._as_person(source, people[span], span)
        return Speaker(None, (source,), f"no person named before fits {pronoun!r}")

    def _antecedents(self, source: Span, before: Speaker | None) -> list[Span]:
        """Mentions of persons before the source, the likeliest first.

        Subjects in its own paragraph, the speaker before, subjects further up, then whoever was named last.
        """
        paragraph = bisect_right(self._paragraph_starts, source.start) - 1
        earliest = self._paragraph_starts[max(0, paragraph - _PRONOUN_PARAGRAPHS)]
        first = bisect_left(self._spans, (earliest, 0))
        last_place = bisect_left(self._spans, (source.start, 0))
        spans = [span for span in self._spans[first:last_place] if span.end <= source.start]
        spans.reverse()
        subjects = [span for span in spans if self._is_subject(span)]
        last = None
        if before is not None and before.person is not None:
            last = next((span for span in spans if self._people.of_mention[span] is before.person), None)
        here = self._paragraph_starts[paragraph]
        near = [span for span in subjects if span.start >= here]
        ordered = near + ([last] if last is not None else []) + subjects + spans
        return list(dict.fromkeys(ordered))

    def _is_subject(self, span: Span) -> bool:
        index = bisect_right(self._starts, span.end - 1) - 1
        for _ in range(4):
            word = self._parse.words[index]
            if word.dep in {"nsubj", "nsubjpass"}:
                return True
            if word.dep not in {"compound", "appos", "flat", "nmod"} or word.head == index:
                return False
            index = word.head
        return False

    def _by_description(self, source: Span) -> Speaker | None:
        """As in "the Nepali leader", "the minister": the last person before it whom the article calls so."""
        first = bisect_left(self._starts, source.start)
        last = bisect_left(self._starts, source.end)
        words = [fold_word(word.text).rstrip(".") for word in self._parse.words[first:last]]
        if not words or words[0] in {"a", "an", "some", "one", "several"}:
            return None
        said = [word for word in words if word in ROLE_NOUNS]
        countries = countries_of(words)
        if not said and not (countries and words[0] == "the" and len(words) == 2):
            return None
        if said and said[-1] in UNNAMED_SOURCES and not said[-1].startswith("spokes"):
            return None
        fitting: list[tuple[int, Span]] = []
        for span in self._spans[max(0, bisect_left(self._spans, (source.start, 0)) - _DESCRIBED_MENTIONS) :]:
            if span.end > source.start:
                break
            person = self._people.of_mention[span]
            shared = _fit(person, said, countries, set(words))
            if shared > 0:
                fitting.append((shared, span))
        if not fitting:
            return None
        best = max(fitting, key=lambda entry: (entry[0], entry[1].start))[1]
        return self._as_person(source, self._people.of_mention[best], best)

    def unsaid(self, place: int, before: Speaker | None) -> Speaker:
        """The speaker of a quotation without cue or source: whoever spoke last, where that was just before."""
        del place
        if before is None or before.name is None:
            return Speaker(None, (), "the quotation has neither cue nor source, and nobody spoke just before it")
        return before


def _unnamed(text: str, source: Span, head: str) -> Speaker:
    """The speaker of a source that names nobody, with the reason."""
    if head.lower() in {"they", "it", "that", "this", "who", "which", "one"}:
        return Speaker(None, (source,), f"it is unclear whom {head!r} stands for")
    return Speaker(None, (source,), f"the source is not named: {' '.join(text[source.start : source.end].split())!r}")


def _outside(spans: Sequence[Span], quoted: Sequence[Span]) -> list[Span]:
    """The spans that begin in none of `quoted`; both in order."""
    found = []
    for span in spans:
        index = bisect_right(quoted, (span.start, span.start + 1)) - 1
        before = [each for each in quoted[max(0, index) : index + 2] if each.start <= span.start < each.end]
        if not before:
            found.append(span)
    return found


def _chain(source: Span, name: Span) -> tuple[Span, ...]:
    return (source,) if source.start <= name.start and name.end <= source.end else (source, name)


def _fit(person: Person, roles: Sequence[str], countries: set[str], words: set[str]) -> int:
    """How well a description fits a person: 0 where it does not, else one more than it shares with the article."""
    if countries and person.countries and not countries & person.countries:
        return 0
    if countries and not person.countries:
        return 0
    told = words - {"the", "this", "that"} - set(roles) - _country_words(words)
    # A president may be called a leader, but "supreme leader" and "party leader" are offices of their own.
    is_leader = bool(roles) and roles[-1] == "leader" and person.is_leader() and not told - person.called
    if roles and roles[-1] not in person.called and not is_leader:
        return 0
    if told & _OTHER_BEARERS - person.called:
        return 0
    return 1 + len(words & person.called) + 2 * len(countries & person.countries)


def _country_words(words: set[str]) -> set[str]:
    return {word for word in words if countries_of([word])}
