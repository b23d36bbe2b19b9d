"""Who said it: the speaker of a saying, from what all of its articles tell, and from what they call each other's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.accounts.affair import Affair
from firsthand.accounts.saying_tellings import Telling
from firsthand.accounts.voices import Voice, describe_voice, fullest_name, name_words
from firsthand.text.tokens import tokenise

__all__ = ["Speakers"]

_OTHER_PRONOUN = {"he": "she", "she": "he"}


@dataclass(frozen=True, slots=True)
class Speakers:
    """What the articles of an affair call those who speak.

    Attributes:
        known_as: For a description ("airline"), the names of those whose sayings it stands beside, counted.
        acronyms: For initials, the name of the body that they stand for.
        speaking: The names of all who are quoted, in order.
    """

    known_as: dict[str, Counter[str]]
    acronyms: dict[str, str]
    speaking: tuple[str, ...]

    @classmethod
    def of(cls, sayings: Sequence[Sequence[Telling]], affair: Affair) -> Speakers:
        """Learnt from sayings that one article gives to a name and another to a description."""
        acronyms = _read_acronyms(affair)
        known_as: dict[str, Counter[str]] = defaultdict(Counter)
        for tellings in sayings:
            name = fullest_name(_names(tellings, acronyms))
            if name is None:
                continue
            for telling in tellings:
                description = describe_voice(telling.stretch.voice)
                if telling.stretch.voice.name is None and description is not None:
                    known_as[description][name] += 1
        speaking = {
            quotation.speaker_name
            for annotation in affair.annotations.values()
            for quotation in annotation.quotations
            if quotation.speaker_name
        }
        return cls(dict(known_as), acronyms, tuple(sorted(speaking)))

    def name(self, tellings: Sequence[Telling]) -> Voice:
        """The speaker of a saying: the name that most articles give, in its fullest form.

        Where none gives one, the name that most of the affair's articles give to what they call the speaker; else the
        description that most have, the fullest of equals.
        """
        name = fullest_name(_names(tellings, self.acronyms))
        descriptions = Counter(
            telling.stretch.voice.written
            for telling in tellings
            if telling.stretch.voice.written and describe_voice(telling.stretch.voice)
        )
        if name is None:
            name = self._guess(tellings)
        if name is None and descriptions:
            name = min(descriptions, key=lambda each: (-descriptions[each], -len(each), each))
            return Voice(name=name)
        entities = Counter(
            telling.stretch.voice.entity
            for telling in tellings
            if telling.stretch.voice.entity
            and telling.stretch.voice.name
            and name
            and name_words(telling.stretch.voice.name) <= name_words(name)
        )
        entity = min(entities, key=lambda each: (-entities[each], each), default=None)
        return Voice(entity=entity, name=name)

    def is_other(self, telling: Telling, name: str | None, tellings: Sequence[Telling]) -> bool:
        """Whether an article gives the saying to somebody else than `name`.

        By name beside the words; or by "he" where an article that gives it to `name` has "she". Any other pronoun was
        more likely read wrongly.
        """
        voice = telling.stretch.voice
        if voice.name is None or name is None:
            return False
        own, speaker = name_words(voice.name), name_words(name)
        if not own.isdisjoint(speaker):
            return False
        pronouns = {
            (each.stretch.voice.written or "").casefold()
            for each in tellings
            if each.stretch.voice.name is not None and not name_words(each.stretch.voice.name).isdisjoint(speaker)
        }
        other = _OTHER_PRONOUN.get((voice.written or "").casefold())
        return other in pronouns or not own.isdisjoint(name_words(voice.written or ""))

    def _guess(self, tellings: Sequence[Telling]) -> str | None:
        votes: Counter[str] = Counter()
        for telling in tellings:
            description = describe_voice(telling.stretch.voice)
            if description is not None:
                votes.update(self.known_as.get(description) or self._named_so(description))
        return min(votes, key=lambda each: (-votes[each], each), default=None)

    def _named_so(self, description: str) -> Counter[str]:
        """The one speaker whose name holds the description: "the hospital" is Alder Hospital where that speaks."""
        fitting = [name for name in self.speaking if set(description.split()) <= name_words(name)]
        return Counter(fitting) if len(fitting) == 1 else Counter()


def _names(tellings: Sequence[Telling], acronyms: dict[str, str]) -> list[str]:
    """One name for each article and name, two where it stands beside the speaker's own words."""
    votes: dict[tuple[str, str], int] = {}
    for telling in tellings:
        voice = telling.stretch.voice
        name = voice.name or acronyms.get(voice.written or "")
        if name:
            weight = 2 if telling.stretch.kind == "direct" else 1
            votes[telling.article, name] = max(votes.get((telling.article, name), 0), weight)
    return [name for (_, name), weight in sorted(votes.items()) for _ in range(weight)]


def _read_acronyms(affair: Affair) -> dict[str, str]:
    """Initials of the bodies named in the articles; none that two of them share."""
    found: dict[str, set[str]] = defaultdict(set)
    for annotation in affair.annotations.values():
        for mention in annotation.mentions:
            name = mention.name or mention.form
            if mention.label == "ORG" and name:
                words = [token for token in tokenise(name) if name[token.start].isupper()]
                if len(words) > 1:
                    found["".join(name[word.start] for word in words)].add(name)
    return {initials: min(names) for initials, names in sorted(found.items()) if len(names) == 1}
