"""Entities of an archive: which names, in which articles, stand for the same person, body or place.

A first, cautious version: names are joined by their form alone. Two persons whose names agree are one; two who share a
surname are two, and a bare surname that several bear stands for nobody but itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from firsthand.language.mentions import NAME_LABELS, folded_name
from firsthand.language.people import name_words
from firsthand.language.rulings import rule_names
from firsthand.model import Annotation, Correction, Entity, EntityLinks, Mention, Quotation, Span, record_id

__all__ = ["apply_links", "link_entities"]

# Labels that the model confuses with each other share a group: one name is one entity within a group.
_GROUPS = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "body", "NORP": "people"}
_SMALL_WORDS = frozenset(["of", "the", "and", "for", "in", "on", "de", "la"])
_LONGEST_ACRONYM = 6
_FormPlace = tuple[str, tuple[str, ...]]  # a form's group and key
_POINTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")  # "U.N." is "UN"


@dataclass(slots=True)
class _Form:
    """One way to write a name, over the whole archive."""

    key: tuple[str, ...]
    group: str
    labels: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    mentions: list[str] = field(default_factory=list)


def link_entities(annotations: Sequence[Annotation], corrections: Sequence[Correction] = ()) -> EntityLinks:
    """The entities named in `annotations`, and which mention or speaker stands for which.

    Accents, apostrophes, case and titles are ignored. A full name takes in its shorter forms ("Ann Berta Doe", "Ann
    Doe"), a surname goes to the one person of the archive who bears it, an acronym to the one name whose initials it
    is and which stands in one of the same articles. A label is what most mentions in the archive have, not what one of
    them has. The order of the annotations changes nothing.

    Args:
        annotations: As `annotate_articles` made them; linked ones may be linked again.
        corrections: What users decided, in the order in which they did; it goes before all of this.
    """
    ordered = sorted(annotations, key=lambda annotation: annotation.article)
    forms = _collect_forms(ordered)
    root = _join_forms(forms)
    entities: list[Entity] = []
    entity_of: dict[str, str] = {}
    joined: defaultdict[_FormPlace, list[_Form]] = defaultdict(list)
    for form in forms:
        joined[root[form.group, form.key]].append(form)
    for members in rule_names(joined.values(), corrections, _key, lambda forms: _entity(forms).entity):
        entity = _entity(members)
        entities.append(entity)
        entity_of.update((mention, entity.entity) for form in members for mention in form.mentions)
    by_name = {
        (_key(entity.name), entity.label == "PERSON"): entity.entity
        for entity in sorted(entities, key=_rank, reverse=True)
    }
    for annotation in ordered:
        _link_speakers(annotation, entity_of, by_name)
    entities.sort(key=lambda entity: (_rank(entity), entity.entity))
    # Made here, once: an index made for each article takes time by the square of the archive.
    name_of = {entity.entity: entity.name for entity in entities}
    return EntityLinks(entities=tuple(entities), entity_of=entity_of, name_of=name_of)


def apply_links(annotation: Annotation, links: EntityLinks) -> Annotation:
    """`annotation` with the entities of its mentions and of the speakers of its quotations filled in.

    A mention's name becomes the entity's. What `links` does not know is left without an entity, under the form that
    its article has: linking again gives what linking the first time would have given.
    """

    def linked_mention(mention: Mention) -> Mention:
        entity = links.entity_of.get(_place(mention.article, mention.span))
        return replace(mention, entity=entity, name=mention.form if entity is None else links.name_of[entity])

    def linked_quotation(quotation: Quotation) -> Quotation:
        if quotation.speaker_form is None or not quotation.chain:
            return quotation
        entity = links.entity_of.get(_place(quotation.article, quotation.chain[-1]))
        name = quotation.speaker_form if entity is None else links.name_of[entity]
        return replace(quotation, speaker=entity, speaker_name=name)

    return replace(
        annotation,
        mentions=tuple(map(linked_mention, annotation.mentions)),
        quotations=tuple(map(linked_quotation, annotation.quotations)),
    )


def _place(article: str, span: Span) -> str:
    return f"{article}:{span.start}:{span.end}"


def _key(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, and in Latin letters."""
    from anyascii import anyascii

    plain = _POINTED.sub(lambda match: match[0].replace(".", ""), name if name.isascii() else anyascii(name))
    return name_words(plain) or (plain.casefold(),)


def _collect_forms(annotations: Iterable[Annotation]) -> list[_Form]:
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    mentions: list[tuple[Mention, str]] = []
    for annotation in annotations:
        for mention in annotation.mentions:
            if mention.form is None:
                continue
            folded = folded_name(mention.form)
            votes[folded][mention.label] += 1
            mentions.append((mention, folded))
    forms: dict[_FormPlace, _Form] = {}
    keys: dict[str, tuple[str, ...]] = {}
    for mention, folded in mentions:
        label = min(votes[folded], key=lambda each, folded=folded: (-votes[folded][each], _label_rank(each)))  # type: ignore[misc]
        name = mention.form or ""
        key = keys.setdefault(name, _key(name))
        group = _GROUPS.get(label, label)
        form = forms.setdefault((group, key), _Form(key, group))
        form.labels[label] += 1
        form.written[name] += 1
        form.articles.add(mention.article)
        form.mentions.append(_place(mention.article, mention.span))
    return [forms[each] for each in sorted(forms)]


def _label_rank(label: str) -> int:
    return NAME_LABELS.index(label) if label in NAME_LABELS else len(NAME_LABELS)


class _Joined:
    """Forms that stand for the same entity: each form leads, by some steps, to the one that stands for all."""

    def __init__(self, forms: Sequence[_Form]) -> None:
        self._next = {_place_of(form): _place_of(form) for form in forms}

    def find(self, form: _Form) -> _FormPlace:
        """The form that stands for the entity of `form`."""
        place = _place_of(form)
        while self._next[place] != place:
            place = self._next[place]
        return place

    def join(self, form: _Form, other: _Form) -> None:
        """Make `form`, and what leads to it, stand for the entity of `other`."""
        self._next[self.find(form)] = self.find(other)


def _place_of(form: _Form) -> _FormPlace:
    return form.group, form.key


def _join_forms(forms: Sequence[_Form]) -> dict[_FormPlace, _FormPlace]:
    """For each form the one that stands for its entity."""
    joined = _Joined(forms)
    by_surname: defaultdict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        if form.group == "person" and len(form.key) > 1:
            by_surname[form.key[-1]].append(form)
    for bearers in by_surname.values():
        for form in bearers:
            fuller = _fuller_form(form, bearers)
            if fuller is not None:
                joined.join(form, fuller)
    for form in forms:
        bearers = by_surname.get(form.key[0], []) if form.group == "person" and len(form.key) == 1 else []
        if len({joined.find(bearer) for bearer in bearers}) == 1:
            joined.join(form, bearers[0])
    for form, whole in _acronyms(forms):
        if joined.find(form) == _place_of(form):
            joined.join(form, whole)
    return {_place_of(form): joined.find(form) for form in forms}


def _fuller_form(form: _Form, bearers: Sequence[_Form]) -> _Form | None:
    """The one fuller name that holds all words of `form`: "Ann Doe" may be "Ann Berta" or "Ann Clara Doe", not both."""
    fuller = [other for other in bearers if set(form.key) < set(other.key)]
    if not fuller:
        return None
    longest = max(fuller, key=lambda other: (len(other.key), other.key))
    return longest if all(set(other.key) <= set(longest.key) for other in fuller) else None


def _acronyms(forms: Sequence[_Form]) -> list[tuple[_Form, _Form]]:
    """Acronyms with the one name that they are the initials of, where an article has both."""
    by_initials: defaultdict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        words = [word for word in form.key if word not in _SMALL_WORDS]
        if form.group in {"body", "place"} and len(words) > 1:
            by_initials["".join(word[0] for word in words)].append(form)
    found = []
    for form in forms:
        letters = "".join(form.key).replace(".", "")
        is_acronym = (
            form.group in {"body", "place"} and 2 <= len(letters) <= _LONGEST_ACRONYM and len(form.key) <= len(letters)
        )
        if not is_acronym or not all(name.replace(".", "").replace(" ", "").isupper() for name in form.written):
            continue
        # Everybody knows the initials of a country; those of a body are told in the article that uses them.
        wholes = [
            whole
            for whole in by_initials.get(letters, ())
            if whole.articles & form.articles or whole.group == form.group == "place"
        ]
        if len(wholes) == 1:
            found.append((form, wholes[0]))
    return found


def _entity(members: Sequence[_Form]) -> Entity:
    written: Counter[str] = sum((form.written for form in members), Counter())
    labels: Counter[str] = sum((form.labels for form in members), Counter())
    # The name that most mentions have, among those with most words: a surname alone is an alias.
    full = max((len(form.key) for form in members), default=1) > 1
    names = [name for form in members for name in form.written if len(form.key) > 1 or not full]
    name = min(names, key=lambda each: (-written[each], -len(each), each))
    label = min(labels, key=lambda each: (-labels[each], _label_rank(each)))
    group, key = min((form.group, _key(name)) for form in members)
    return Entity(
        entity=record_id("entity", group, *key),
        name=name,
        label=label,
        aliases=tuple(sorted(set(written) - {name})),
        articles=len(set().union(*(form.articles for form in members))),
    )


def _rank(entity: Entity) -> tuple[int, str]:
    return -entity.articles, entity.name


def _link_speakers(
    annotation: Annotation, entity_of: dict[str, str], by_name: dict[tuple[tuple[str, ...], bool], str]
) -> None:
    """Give the end of each quotation's chain the entity of its speaker, where the chain does not end in a mention."""
    of_name: dict[str, str] = {}
    for mention in annotation.mentions:
        if mention.form is not None:
            of_name.setdefault(mention.form, entity_of[_place(mention.article, mention.span)])
    for quotation in annotation.quotations:
        if quotation.speaker_form is None or not quotation.chain:
            continue
        place = _place(annotation.article, quotation.chain[-1])
        key = _key(quotation.speaker_form)
        entity = of_name.get(quotation.speaker_form) or by_name.get((key, True)) or by_name.get((key, False))
        if entity is not None:
            entity_of.setdefault(place, entity)
