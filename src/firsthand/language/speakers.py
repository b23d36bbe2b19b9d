"""Whom a source stands for: a name, a pronoun or a description, resolved within its article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.language.antecedents import Antecedent, AntecedentFinder
from firsthand.language.clauses import phrase_span
from firsthand.language.parse import ArticleParse
from firsthand.language.people import People, Person
from firsthand.language.speaking_bodies import Body, BodyFinder
from firsthand.lexicon.speech import ROLE_NOUNS, UNNAMED_SOURCES
from firsthand.model import Mention, Span
from firsthand.text.tokens import fold_word

__all__ = ["Speaker", "SpeakerFinder"]

_PRONOUNS = {"he": "he", "she": "she", "him": "he", "her": "she", "his": "he", "himself": "he", "herself": "she"}
# A document of these kinds says what whoever made it says.
_OWN_WORDS = frozenset("statement release letter post tweet message email e-mail memo note".split())
_BESIDE = 100  # characters from a source in which the document is named that it speaks in: "said in a statement"
_STATEMENT_REACH = 1500  # characters from the source back to the speaker whose statement it is
_SELF = frozenset(["i", "we", "you"])


@dataclass(frozen=True, slots=True)
class Speaker:
    """What a source stands for.

    Attributes:
        name: The fullest name in the article; None where it is unclear.
        chain: From the source as written to that name.
        why_null: Why there is no name; empty where there is one.
        person: The person, where it is one of the article's.
        body: The body, where it is one.
    """

    name: str | None
    chain: tuple[Span, ...] = ()
    why_null: str = ""
    person: Person | None = None
    body: Body | None = None


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
        self._antecedents = AntecedentFinder(parse, people, quoted)
        spans = people.of_mention
        self._bodies = BodyFinder(parse, [mention for mention in mentions if mention.span not in spans], quoted)
        self._all_spans = sorted(people.of_mention)
        self._starts = [word.start for word in parse.words]

    def speaker_of(self, source: Span, head: int, before: Speaker | None) -> Speaker:
        """The speaker that a source stands for.

        Args:
            source: The source as written.
            head: Index of the head word of the source.
            before: Who spoke last before it.
        """
        text = self._parse.text
        word = self._parse.words[head]
        if not source.start <= word.start < source.end:  # a relative pronoun: whom the noun before it names
            behind = self.speaker_of(phrase_span(self._parse, head), head, before)
            return replace(behind, chain=(source, *behind.chain))
        lowered = word.text.lower()
        if lowered in _PRONOUNS:
            return self._by_pronoun(source, _PRONOUNS[lowered], before)
        if lowered in _SELF:
            return Speaker(None, (source,), f"the source is the writer or whoever speaks: {word.text!r}")
        if lowered == "it":
            return self._by_it(source, before)
        if self._are_several(source, head):
            several = " ".join(text[source.start : source.end].split())
            return Speaker(None, (source,), f"several are named as the source: {several!r}")
        found = self._by_name(source, head) or self._by_description(source, head, before)
        if found is None and text.startswith(" (@", source.end):  # whoever signs a post
            return Speaker(" ".join(text[source.start : source.end].split()), (source,))
        return found or _unnamed(text, source, word.text)

    def _by_name(self, source: Span, head: int) -> Speaker | None:
        """The person or body that a source names; None where it names none."""
        word = self._parse.words[head]
        named = self._named_at(source, head)
        if named is not None:
            return self._as_person(source, named)
        is_noun = fold_word(word.text) in ROLE_NOUNS or word.text.lower() in UNNAMED_SOURCES
        found = self._bodies.at(word.start)
        if found is not None and (not is_noun or " " in self._parse.text[slice(*found[0])]):
            return self._as_body(source, *found)
        body = self._bodies.of_word(word.text)
        if body is not None and not is_noun:
            return self._as_body(source, body.full, body)
        if word.tag == "NNP" and not is_noun and word.text.lower() not in _PRONOUNS:
            # A name that the model did not see as one.
            return Speaker(" ".join(self._parse.text[source.start : source.end].split()), (source,))
        return None

    def _are_several(self, source: Span, head: int) -> bool:
        """Whether the source joins two names: "Doe and Roe"."""
        others = [
            self._parse.words[child]
            for child in self._parse.children[head]
            if self._parse.words[child].dep == "conj" and self._parse.words[child].end <= source.end
        ]
        return self._parse.words[head].tag.startswith("NNP") and any(word.tag.startswith("NNP") for word in others)

    def _as_person(self, source: Span, person: Person, middle: Span | None = None) -> Speaker:
        chain = _chain(source, middle, person.full)
        if person.not_meant:  # the bare name would be taken for the one who is named in full
            return Speaker(None, chain, f"another {person.name!r} than {person.not_meant!r}, not named in full", person)
        return Speaker(person.name, chain, "", person)

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

    def _as_body(self, source: Span, span: Span, body: Body) -> Speaker:
        return Speaker(body.name, _chain(source, span, body.full), "", None, body)

    def _by_pronoun(self, source: Span, pronoun: str, before: Speaker | None) -> Speaker:
        last = None
        if before is not None and before.chain and before.body is None:
            last = Antecedent(before.chain[0], before.person)
        found = self._antecedents.of_pronoun(source, pronoun, last)
        if found is None:
            return Speaker(None, (source,), f"no person named before fits {pronoun!r}")
        if found.person is None:
            described = " ".join(self._parse.text[found.span.start : found.span.end].split())
            return Speaker(None, (source, found.span), f"{pronoun!r} stands for somebody not named: {described!r}")
        return self._as_person(source, found.person, found.span)

    def _by_it(self, source: Span, before: Speaker | None) -> Speaker:
        """As in "it said": the body that spoke last, or that the sentences before are about."""
        found = self._bodies.of_it(source)
        if found is None or (before is not None and before.chain and before.chain[0].start > found[0].start):
            if before is not None and before.body is not None:
                return Speaker(before.name, (source, *before.chain), "", None, before.body)
            found = None if before is not None and before.person is not None else found
        return self._as_body(source, *found) if found is not None else _unnamed(self._parse.text, source, "it")

    def _by_description(self, source: Span, head: int, before: Speaker | None) -> Speaker | None:
        """As in "the Nepali leader", "the company": the last one before it whom the article calls so."""
        found = self._antecedents.of_description(source)
        if found is not None and found.person is not None:
            return self._as_person(source, found.person, found.span)
        word, first = self._parse.words[head], bisect_left(self._starts, source.start)
        if self._parse.words[first].text.lower() not in {"the", "this", "that"}:
            return None
        last = None if before is None else before.body
        body = self._bodies.of_description(source, word.lemma if word.tag in {"NN", "NNP"} else "", last)
        if body is not None:
            return self._as_body(source, *body)
        # "The statement concluded": whoever made it, who was just quoted from it.
        if word.lemma in _OWN_WORDS and before is not None and before.chain:
            said = before.chain[0]
            round_it = self._parse.text[max(0, said.start - _BESIDE) : said.end + _BESIDE].lower()
            is_near = source.start - said.start <= _STATEMENT_REACH and word.lemma in round_it
            return replace(before, chain=(source, *before.chain)) if is_near else None
        return None

    @staticmethod
    def unsaid(cue: Span | None, before: Speaker | None) -> Speaker:
        """The speaker of a quotation without a source: whoever spoke last, where that was just before."""
        if before is not None:
            return before
        beside = (
            "neither cue nor source, and nobody spoke just before it" if cue is None else "no source beside its cue"
        )
        return Speaker(None, (), f"the quotation has {beside}")


def _unnamed(text: str, source: Span, head: str) -> Speaker:
    """The speaker of a source that names nobody, with the reason."""
    if head.lower() in {"they", "it", "that", "this", "who", "which", "one"}:
        return Speaker(None, (source,), f"it is unclear whom {head!r} stands for")
    return Speaker(None, (source,), f"the source is not named: {' '.join(text[source.start : source.end].split())!r}")


def _chain(source: Span, *names: Span | None) -> tuple[Span, ...]:
    """From a source to the fullest name: each span that stands in none of those before it."""
    chain = [source]
    for span in names:
        if span is not None and not any(each.start <= span.start and span.end <= each.end for each in chain):
            chain.append(span)
    return tuple(chain)
