"""What an archive shows of one person or body: what articles report them to have said, and where they are named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from firsthand.archive import ArchiveReader
from firsthand.model import Annotation, Entity, PersonProfile, Utterance
from firsthand.search.query import parse_query

__all__ = ["LOOKED_AT", "naming_expression", "profile_person"]

LOOKED_AT = 120  # articles that name one person: those that were taken in last
_MOST_SPELLINGS = 12
_MOST_STORIES = 60


def naming_expression(spellings: Collection[str]) -> str | None:
    """An FTS5 expression for texts that hold one of these names; None where no name has a letter."""
    phrases = []
    for spelling in list(dict.fromkeys(spellings))[:_MOST_SPELLINGS]:
        plain = spelling.translate(_NO_QUOTES)
        if any(character.isalnum() for character in plain):
            phrases.append(parse_query(f'"{plain}"'))
    return " OR ".join(phrases) or None


_NO_QUOTES = str.maketrans(dict.fromkeys('"“”„‟«»「」『』＂', " "))


def _sayings(reader: ArchiveReader, entity: Entity, stories: Sequence[str]) -> tuple[Utterance, ...]:
    found = [
        utterance
        for story in stories[:_MOST_STORIES]
        for utterance in reader.directory.placed("utterances", story)
        if utterance.speaker == entity.entity
    ]
    return tuple(dict.fromkeys(found))


def profile_person(reader: ArchiveReader, entity: Entity, stories: Sequence[str]) -> PersonProfile:
    """What the archive shows of `entity`.

    Args:
        reader: The open archive.
        entity: Who.
        stories: Ids of the stories in which a saying of theirs is kept.
    """
    expression = naming_expression([entity.name, *entity.aliases])
    found = reader.directory.find(expression, 0, LOOKED_AT, at_most=LOOKED_AT) if expression else None
    annotations: dict[str, Annotation] = {}
    for article in found.articles if found else ():
        annotation = reader.annotation(article)
        quotations = [each for each in annotation.quotations if each.speaker == entity.entity] if annotation else []
        if annotation is not None and quotations:
            annotations[article] = replace(annotation, quotations=tuple(quotations))
    utterances = _sayings(reader, entity, stories)
    wanted = sorted({*annotations, *(each.article for utterance in utterances for each in utterance.instances)})
    return PersonProfile(
        entity=entity,
        rows=tuple(row for row in map(reader.article, wanted) if row is not None),
        annotations=annotations,
        utterances=utterances,
        stories=frozenset(reader.directory.stories_holding(expression) if expression else ()) | set(stories),
        is_all=found.is_all if found else True,
    )
