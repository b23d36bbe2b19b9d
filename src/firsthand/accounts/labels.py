"""By which words each outlet calls the persons and groups of an affair: "rebels", "terrorists"; "strongman"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from firsthand.accounts.affair import Affair
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.wording import compare_wording
from firsthand.lexicon.label_words import GROUP_LABELS, PERSON_LABELS
from firsthand.model import Annotation, Article, Label, Mention, Passage, PassageKind, Span, overlap_length
from firsthand.text.tokens import Token, tokenise

__all__ = ["find_labels"]

_PERSON, _GROUP = "person", "group"
# Words before a name, and behind it after a comma, among which its label is looked for.
_WORDS_BEFORE, _WORDS_BEHIND = 3, 5
_FEWEST = 2  # words and outlets: what all call alike is no choice of theirs
_Use = tuple[str, str, str, str]  # the kind of subject, the subject, the word, the outlet


@dataclass(slots=True)
class _Uses:
    """Where an outlet calls a subject by a word."""

    own: list[tuple[str, Span]] = field(default_factory=list)
    quoted: list[tuple[str, Span]] = field(default_factory=list)


def find_labels(affair: Affair, settings: AccountsSettings) -> list[Label]:
    """The words by which outlets call the persons and groups of an affair, where they do not all choose the same.

    A person's label stands right before the name, behind it after a comma, or in its place where an edited passage has
    the name in the other article. A group's is any word for people of that kind: that two of them mean the same people
    is likely within one affair, and not certain. Words of others, in quotation marks, are counted apart.

    Args:
        affair: The stories; articles that were not annotated give nothing.
        settings: Of this stage.

    Returns:
        By kind, subject, word and outlet.
    """
    uses: dict[_Use, _Uses] = defaultdict(_Uses)
    for name in sorted(affair.articles):
        annotation = affair.annotations.get(name)
        if annotation is not None and annotation.skipped is None:
            _read(affair.articles[name], annotation, uses)
    for name, subject, word, span in _find_replaced(affair, settings):
        found = uses[_PERSON, subject, word, _publisher(affair.articles[name])]
        if (name, span) not in found.own:
            found.own.append((name, span))
    chosen = _find_choices(uses)
    return [_label(affair, use, uses[use]) for use in sorted(uses) if use[:2] in chosen]


def _publisher(article: Article) -> str:
    return article.outlet or article.article


def _find_choices(uses: Iterable[_Use]) -> set[tuple[str, str]]:
    """The subjects that outlets call by several words, one of them by a word that another never has."""
    words_of: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind, subject, word, outlet in uses:
        words_of[kind, subject][outlet].add(word)
    return {
        subject
        for subject, by_outlet in words_of.items()
        if len(by_outlet) >= _FEWEST and len({frozenset(words) for words in by_outlet.values()}) >= _FEWEST
    }


def _label(affair: Affair, use: _Use, found: _Uses) -> Label:
    kind, subject, word, outlet = use
    places = tuple(sorted({*found.own, *found.quoted}))
    return Label(
        stories=affair.stories_of([name for name, _ in places]),
        kind=kind,
        subject=subject,
        words=word,
        outlet=outlet,
        own_words=len(set(found.own)),
        quoted=len(set(found.quoted)),
        places=places,
    )


def _read(article: Article, annotation: Annotation, uses: dict[_Use, _Uses]) -> None:
    said = [span for each in annotation.quotations if each.kind == "direct" for span in each.spans]
    people = sorted((each for each in annotation.mentions if each.label == "PERSON"), key=lambda each: each.span)
    words = [token for part in article.body for token in tokenise(article.text, part.start, part.end)]
    outlet = _publisher(article)
    for place, word in enumerate(words):
        for group in GROUP_LABELS.get(_singular(word.norm), ()):
            _note(uses[_GROUP, group, _singular(word.norm), outlet], article, word, said)
        if word.norm in PERSON_LABELS:
            person = _named_beside(article.text, words, place, people)
            subject = (person.name or person.form) if person is not None else None
            if subject is not None and " " in subject:
                _note(uses[_PERSON, subject, word.norm, outlet], article, word, said)


def _singular(word: str) -> str:
    """The word for one of a group: "militants", "militias", "opposition"."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _note(found: _Uses, article: Article, word: Token, said: Sequence[Span]) -> None:
    span = Span(word.start, word.end)
    (found.quoted if any(overlap_length(span, each) for each in said) else found.own).append((article.article, span))


def _named_beside(text: str, words: Sequence[Token], place: int, people: Sequence[Mention]) -> Mention | None:
    """The person whose name follows a label, or stands before it and a comma."""
    start, end = words[place].start, words[place].end
    last = words[min(len(words), place + 1 + _WORDS_BEFORE) - 1].end
    for person in people:
        if end <= person.span.start <= last and text[end : person.span.start].strip(" ") == "":
            return person
        if person.span.end <= start:
            between = text[person.span.end : start]
            if between.lstrip().startswith(",") and between.count(",") == 1 and "\n" not in between:
                inside = between.strip(" ,").split()
                if inside and inside[0].lower() in {"the", "a", "an"} and len(inside) <= _WORDS_BEHIND:
                    return person
    return None


def _find_replaced(affair: Affair, settings: AccountsSettings) -> Iterator[tuple[str, str, str, Span]]:
    """Labels that stand in an edited passage in place of a name: article, person, word, where."""
    for passage in affair.passages:
        if passage.kind is not PassageKind.EDITED or not _has_label(affair, passage):
            continue
        for row in compare_wording(None, [passage], affair.articles, settings):
            for a_span, b_span in row.differs_spans:
                yield from _replaced(affair, (row.a, a_span), (row.b, b_span))
                yield from _replaced(affair, (row.b, b_span), (row.a, a_span))


def _has_label(affair: Affair, passage: Passage) -> bool:
    """Whether one side has a person's label that the other has not: comparing the rest costs much and gives nothing."""
    a, b = (
        {word.norm.removesuffix("'s") for word in tokenise(affair.articles[name].text, *span)} & PERSON_LABELS
        for name, span in ((passage.a, passage.a_span), (passage.b, passage.b_span))
    )
    return a != b


def _replaced(
    affair: Affair, labelled: tuple[str, Span], named: tuple[str, Span]
) -> Iterator[tuple[str, str, str, Span]]:
    annotation = affair.annotations.get(named[0])
    if annotation is None:
        return
    persons = {
        each.name or each.form
        for each in annotation.mentions
        if each.label == "PERSON" and overlap_length(each.span, named[1]) == each.span.end - each.span.start
    }
    person = next(iter(persons)) if len(persons) == 1 else None
    text = affair.articles[labelled[0]].text
    words = tokenise(text, *labelled[1])
    if person is None or any(word.norm.removesuffix("'s") in person.casefold().split() for word in words):
        return
    for word in words:
        norm = word.norm.removesuffix("'s")
        if norm in PERSON_LABELS:
            yield labelled[0], person, norm, Span(word.start, word.start + len(norm))
