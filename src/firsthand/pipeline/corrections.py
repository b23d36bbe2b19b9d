"""What users decided: made from what they name, kept with what finds it again, and given to the stages that obey it."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from firsthand.archive import ArchiveWriter
from firsthand.errors import ConfigError, InputError
from firsthand.model import Correction, Entity, Lineage, Story

__all__ = ["Corrections", "Decision", "find_correction", "login_name", "make_correction"]

_LONGEST_TITLE, _LONGEST_NAME = 300, 100  # characters
_JOINERS = "\u200c\u200d"  # Persian, Hindi and emoji need them
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What one run is to decide, or to take back."""

    made: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """What a run obeys.

    Attributes:
        in_force: In the order in which they were made.
        changed: Those that this run makes or takes back.
    """

    in_force: tuple[Correction, ...] = ()
    changed: tuple[Correction, ...] = ()

    @classmethod
    def after(cls, writer: ArchiveWriter, decision: Decision) -> Corrections:
        """Those of the archive as they are once `decision` holds."""
        undone = {each.correction for each in decision.undone}
        kept = [each for each in writer.corrections() if each.correction not in undone]
        return cls(in_force=(*kept, *decision.made), changed=(*decision.made, *decision.undone))

    @property
    def not_copies(self) -> frozenset[_Pair]:
        """Pairs of articles that share nothing, whatever is found."""
        return frozenset(map(_pair_of, _pairs(self.in_force)))

    @property
    def freed_pairs(self) -> frozenset[_Pair]:
        """Pairs of which it is no longer said that they share nothing."""
        return frozenset(map(_pair_of, _pairs(self.changed))) - self.not_copies

    @property
    def judged_articles(self) -> frozenset[str]:
        """The articles of pairs of which this run says otherwise than the last whether they share text."""
        return frozenset(article for each in _pairs(self.changed) for article in each.of)

    def has_changed(self, kinds: Collection[str]) -> bool:
        """Whether this run makes or takes back a correction of one of these kinds."""
        return any(each.kind in kinds for each in self.changed)


def _pairs(corrections: Sequence[Correction]) -> list[Correction]:
    return [each for each in corrections if each.kind == "not-a-copy"]


def _pair_of(correction: Correction) -> _Pair:
    first, second = sorted(correction.of)
    return first, second


def login_name() -> str:
    """By whom corrections are made where nobody is named."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name in the environment, and none for the user's number
        return "unknown"


# --- making one ---------------------------------------------------------------------------------------------


def make_correction(writer: ArchiveWriter, kind: str, of: Sequence[str], by: str, moment: str) -> Correction:
    """The correction that a user asks for, with what finds again what it is about.

    Args:
        writer: The archive.
        kind: One of the kinds of the contract.
        of: What the user named.
        by: Who.
        moment: When, ISO 8601.

    Raises:
        ConfigError: No such kind, or too few or too many names for it.
        InputError: What is named is not in the archive, or is so already.
    """
    if kind not in _MAKERS:
        raise ConfigError(f"There is no correction {kind!r}.", f"Known: {', '.join(_MAKERS)}.")
    least, most, needs, find = _MAKERS[kind]
    if len(of) < least or (most is not None and len(of) > most):
        raise ConfigError(f"{kind} needs {needs}.", f"{len(of)} given.")
    return Correction(
        correction=writer.next_correction(),
        kind=kind,
        of=(of[0], _plain_words(of[1], _LONGEST_TITLE)) if kind == "name" else tuple(of),
        by=_plain_words(by, _LONGEST_NAME),
        made=moment,
        anchors=tuple(find(writer, of)),
    )


def find_correction(writer: ArchiveWriter, correction: str) -> Correction:
    """The correction of that id that is in force.

    Raises:
        InputError: There is none.
    """
    for each in writer.corrections():
        if each.correction == correction:
            return each
    raise InputError(
        f"{writer.path}: there is no correction {correction}.", f"`firsthand correct {writer.path} list` lists them."
    )


def _plain_words(words: str, most: int) -> str:
    """`words` on one line, without what a terminal could act on.

    Raises:
        ConfigError: Nothing is left, or more than `most` characters.
    """
    plain = " ".join("".join(c if c.isprintable() or c in _JOINERS else " " for c in words).split())
    if not plain or len(plain) > most:
        raise ConfigError(f"{len(plain)} characters are no name or title.", f"Give 1 to {most}.")
    return plain


def _story(writer: ArchiveWriter, name: str) -> Story:
    shelves = writer.shelves
    found: list[Story] = shelves.owned("stories", Story, name) or shelves.placed("stories", Story, name)
    if not found:
        raise InputError(f"{writer.path}: there is no story {name}.", f"`firsthand stories {writer.path}` lists them.")
    return found[0]


def _check_article(writer: ArchiveWriter, article: str) -> None:
    if writer.article_row(article) is None:
        raise InputError(
            f"{writer.path}: there is no article {article}.", f"`firsthand export {writer.path} articles` lists them."
        )


def _merge(writer: ArchiveWriter, of: Sequence[str]) -> list[tuple[str, ...]]:
    found = [_story(writer, name) for name in of]
    if len({story.story for story in found}) < len(found):
        raise InputError(f"{', '.join(of)} are not as many stories.", "Name each story once; some may be one already.")
    return [story.articles for story in found]


def _split(writer: ArchiveWriter, of: Sequence[str]) -> list[tuple[str, ...]]:
    story, articles = _story(writer, of[0]), of[1:]
    strange = sorted(set(articles) - set(story.articles))
    if strange:
        raise InputError(
            f"{', '.join(strange)}: not in the story {story.story}.", f"`firsthand stories` shows its articles: {of[0]}"
        )
    if set(articles) == set(story.articles):
        raise InputError(f"These are all articles of {story.story}: nothing would be left.", "Leave one out.")
    return [story.articles, *((article,) for article in articles)]


def _move(writer: ArchiveWriter, of: Sequence[str]) -> list[tuple[str, ...]]:
    article, story = of[0], _story(writer, of[1])
    _check_article(writer, article)
    if article in story.articles:
        raise InputError(f"{article} is in {story.story} already.", "Nothing was changed.")
    row = writer.article_row(article)
    beside = {each for name in (row.stories if row else ()) for each in _story(writer, name).articles}
    return [(article, *sorted(beside - {article})), story.articles]


def _name(writer: ArchiveWriter, of: Sequence[str]) -> list[tuple[str, ...]]:
    return [_story(writer, of[0]).articles, ()]


def _not_a_copy(writer: ArchiveWriter, of: Sequence[str]) -> list[tuple[str, ...]]:
    for article in of:
        _check_article(writer, article)
    first, second = sorted(of)
    if all(each.b != second for each in writer.shelves.owned("lineage", Lineage, first)):
        raise InputError(f"{first} and {second} share no text.", "There is nothing to correct.")
    return [(article,) for article in of]


def _forms(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def _entities(writer: ArchiveWriter, of: Sequence[str]) -> list[Entity]:
    """The entities of these ids or names.

    Raises:
        InputError: None is called so, or several are.
    """
    by_name: dict[str, dict[str, Entity]] = {name: {} for name in of}
    for entity in writer.shelves.each("entities", Entity):
        for name in {entity.entity, *_forms(entity)} & by_name.keys():
            by_name[name][entity.entity] = entity
    for name, found in by_name.items():
        if not found:
            raise InputError(
                f"{writer.path}: nobody and nothing is called {name}.",
                f"`firsthand export {writer.path} entities` lists the names of annotated articles.",
            )
        if len(found) > 1:
            told = ", ".join(f"{each.entity} ({each.label})" for each in found.values())
            raise InputError(f"{name} may be any of: {told}.", "Give the id.")
    return [next(iter(by_name[name].values())) for name in of]


def _same(writer: ArchiveWriter, of: Sequence[str]) -> list[tuple[str, ...]]:
    found = _entities(writer, of)
    if len({entity.entity for entity in found}) < 2:
        raise InputError(f"{' and '.join(of)} are taken for one already.", "Nothing was changed.")
    return [_forms(entity) for entity in found]


def _different(writer: ArchiveWriter, of: Sequence[str]) -> list[tuple[str, ...]]:
    one, other = _entities(writer, of)
    if one.entity != other.entity:
        return [_forms(one), _forms(other)]
    if of[0] == of[1] or one.entity in of:
        raise InputError(f"{of[0]} and {of[1]} are one entity.", "Give two of the names that are taken for one.")
    return [(name,) for name in of]


_Maker = Callable[[ArchiveWriter, Sequence[str]], list[tuple[str, ...]]]
# By kind: how many names it takes, that in words, and how what they stand for is found.
_MAKERS: Mapping[str, tuple[int, int | None, str, _Maker]] = {
    "merge": (2, None, "two stories or more", _merge),
    "split": (2, None, "a story and those of its articles that are another", _split),
    "move": (2, 2, "an article and a story", _move),
    "name": (2, 2, "a story and its title", _name),
    "same": (2, None, "two names or ids of entities, or more", _same),
    "different": (2, 2, "two names or ids of entities", _different),
    "not-a-copy": (2, 2, "two articles", _not_a_copy),
}
