"""Whom articles give words to, and whether two of them can mean one speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from firsthand.lexicon.function_words import FUNCTION_WORDS
from firsthand.lexicon.speech import HONORIFICS, UNNAMED_SOURCES
from firsthand.model import Article, Mention, Quotation, is_inside
from firsthand.text.tokens import tokenise

__all__ = ["Voice", "Voicing", "compare_voices", "describe_voice", "fullest_name", "name_words", "read_voice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Whom an article gives words to.

    Attributes:
        entity: Entity id of the speaker.
        name: The speaker's name; None where the article gives none, or nobody can tell.
        written: The words that stand for the speaker beside the quotation, on one line.
    """

    entity: str | None = None
    name: str | None = None
    written: str | None = None

    @property
    def key(self) -> Voice:
        """What `compare_voices` looks at: two voices with one key are compared with any third alike."""
        if self.name is not None:
            return Voice(entity=self.entity, name=self.name)
        return Voice(entity=self.entity, written=describe_voice(self))


class Voicing(StrEnum):
    """What two articles say of the speaker of their quotations."""

    SAME = "same"
    OPEN = "open"  # one of them, or both, names nobody
    OTHER = "other"


def read_voice(article: Article, quotation: Quotation, mentions: Sequence[Mention]) -> Voice:
    """Whom `quotation` is given to: its speaker, else the name that its source ends with.

    "A spokeswoman for Northern Rail" speaks for the company; "Mr Vale's lawyer" does not speak as Mr Vale. The place in
    the dateline was written before the sentence, not said to speak in it.
    """
    text, source = article.text, quotation.source_span
    if quotation.speaker_name and quotation.speaker_name.casefold() in (article.dateline or "").casefold():
        return Voice()
    if source is None:
        return Voice(entity=quotation.speaker, name=quotation.speaker_name)
    written = " ".join(text[source.start : source.end].split())
    if quotation.speaker_name is not None:
        return Voice(entity=quotation.speaker, name=quotation.speaker_name, written=written)
    for mention in mentions:
        if is_inside(mention.span, source) and mention.span.end == source.end and mention.label in {"PERSON", "ORG"}:
            is_bodys = mention.label == "ORG" or not _is_of(text[source.start : mention.span.start])
            if is_bodys:
                return Voice(entity=mention.entity, name=mention.name or mention.form, written=written)
    return Voice(written=written)


def _is_of(before: str) -> bool:
    return before.split()[-1:] in (["for"], ["of"], ["by"], ["with"])


@lru_cache(maxsize=1 << 12)
def name_words(name: str) -> frozenset[str]:
    """The folded words of a name, without titles."""
    words = [token.norm.removesuffix("'s") for token in tokenise(name)]
    bare = [word for word in words if word not in HONORIFICS and word not in FUNCTION_WORDS]
    return frozenset(bare or words)


@lru_cache(maxsize=1 << 12)
def describe_voice(voice: Voice) -> str | None:
    """The words that stand for a speaker without a name, as they are compared; None for a pronoun or nothing."""
    words = [token.norm.removesuffix("'s") for token in tokenise(voice.written or "")]
    said = [word for word in words if word not in FUNCTION_WORDS]
    return " ".join(said) or None


@lru_cache(maxsize=1 << 14)
def compare_voices(one: Voice, other: Voice) -> Voicing:
    """Whether two voices are one, as far as they tell.

    One entity, or one name within the other, is one speaker. Descriptions in the same words are too, unless they stand
    for many ("officials", "residents").
    """
    if one.entity is not None and one.entity == other.entity:
        return Voicing.SAME
    if one.name is not None and other.name is not None:
        mine, theirs = name_words(one.name), name_words(other.name)
        return Voicing.SAME if mine <= theirs or theirs <= mine else Voicing.OTHER
    if one.name is None and other.name is None:
        description = describe_voice(one)
        if description is not None and description == describe_voice(other):
            return Voicing.OPEN if set(description.split()) <= UNNAMED_SOURCES else Voicing.SAME
    return Voicing.OPEN


def fullest_name(names: Iterable[str]) -> str | None:
    """The name that most have, shorter forms counted for the longer; of equals the fullest; None for none."""
    counted = Counter(names)
    forms = sorted(counted, key=lambda name: (-len(name_words(name)), -len(name), name))
    votes: Counter[str] = Counter()
    for name in sorted(counted):
        words = name_words(name)
        votes[next(form for form in forms if words <= name_words(form))] += counted[name]
    return min(votes, key=lambda name: (-votes[name], -len(name_words(name)), name), default=None)
