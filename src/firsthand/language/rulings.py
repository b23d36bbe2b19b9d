"""What users decided of names: which stand for the same person, body or place, and which do not.

An entity is found again by its id where that stands for one of the ways in which its name was written, else by these
ways: so a decision holds when new articles bring other forms and other ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from firsthand.model import Correction

__all__ = ["NAME_CORRECTIONS", "rule_names"]

NAME_CORRECTIONS = frozenset({"same", "different"})
_Key = tuple[str, ...]


class NameForm(Protocol):
    """One way to write a name: its words as they are compared, its group of labels, and the articles that use it."""

    key: _Key
    group: str
    articles: set[str]


F = TypeVar("F", bound=NameForm)


def rule_names(
    entities: Iterable[Sequence[F]],
    corrections: Iterable[Correction],
    keys_of: Callable[[str], Iterable[_Key]],
    id_of: Callable[[Sequence[F]], str],
) -> list[list[F]]:
    """The entities, each as its forms, as users corrected them.

    Args:
        entities: As the program told them.
        corrections: In the order in which they were made; those of other kinds are passed over. A correction about a
            name that is not there any more does nothing.
        keys_of: The words of a name as they are compared, for each kind of thing that it may name.
        id_of: The id that forms have as an entity.
    """
    found = [list(forms) for forms in entities]
    for correction in corrections:
        if correction.kind not in NAME_CORRECTIONS:
            continue
        keys = [frozenset(key for name in names for key in keys_of(name)) for names in correction.anchors]
        homes = [_find(found, name, wanted, id_of) for name, wanted in zip(correction.of, keys, strict=True)]
        known = [home for home in homes if home is not None]
        if correction.kind == "same":
            _join(found, known)
        elif len(known) > 1 and known[0] is known[1]:
            _part(found, known[0], keys[1] - keys[0])
    return found


def _find(
    entities: Sequence[list[F]], name: str, keys: frozenset[_Key], id_of: Callable[[Sequence[F]], str]
) -> list[F] | None:
    """The entity of that id, else the one that most of these forms stand for; of two, that of most articles."""
    held = [(sum(form.key in keys for form in forms), forms) for forms in entities]
    held = [(count, forms) for count, forms in held if count]
    named = [forms for _, forms in held if id_of(forms) == name]
    if named:
        return named[0]
    best = min(
        held,
        key=lambda each: (-each[0], -len(set().union(*(form.articles for form in each[1]))), id_of(each[1])),
        default=None,
    )
    return None if best is None else best[1]


def _join(entities: list[list[F]], known: Sequence[list[F]]) -> None:
    for other in known[1:]:
        if other is not known[0] and any(other is each for each in entities):
            known[0].extend(other)
            entities[:] = [each for each in entities if each is not other]


def _part(entities: list[list[F]], home: list[F], keys: frozenset[_Key]) -> None:
    """Let the forms of those keys be an entity of their own, where something is left without them."""
    leaving = [form for form in home if form.key in keys]
    if leaving and len(leaving) < len(home):
        home[:] = [form for form in home if form.key not in keys]
        entities.append(leaving)
