"""Entities of an archive: which names, in which articles, stand for the same person, body, place or people.

Names are judged by their form, by the names that stand beside them, and by what the gazetteer knows of them. Which kind
of thing a name names the whole archive decides. Two persons whose names agree are one; two who share a surname are
two, and a bare surname that nothing gives to one of them stands for nobody but itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from firsthand.language.body_names import join_bodies
from firsthand.language.company import Company, EntityTree
from firsthand.language.name_forms import Key, NameForm, collect_forms, compared_name, label_rank
from firsthand.language.person_names import join_persons
from firsthand.language.place_names import join_places
from firsthand.language.rulings import rule_names
from firsthand.lexicon.gazetteer import place_of_code
from firsthand.lexicon.speech import HONORIFICS, ROLE_NOUNS
from firsthand.model import (
    Annotation,
    ArticleNames,
    Correction,
    Entity,
    EntityLinks,
    Mention,
    NameUse,
    Quotation,
    record_id,
)
from firsthand.text.tokens import fold_word

__all__ = ["apply_links", "link_entities", "link_names", "list_names"]

# A single word is the name of a person or body whose longer names are used so many times less: those are slips.
_FULL_NAME_FEW = 10
_TITLES = HONORIFICS | ROLE_NOUNS
_GROUPS = ("person", "body", "place", "people", "")


def list_names(annotation: Annotation) -> ArticleNames:
    """All of `annotation` that `link_names` needs: a small fraction of it. Linked ones give what they gave before."""
    counts = Counter((mention.form, mention.label) for mention in annotation.mentions if mention.form is not None)
    forms = {form for form, _ in counts}
    speakers = {quotation.speaker_form for quotation in annotation.quotations if quotation.chain}
    return ArticleNames(
        article=annotation.article,
        uses=tuple(
            NameUse(name=name, label=label, mentions=mentions)
            for (name, label), mentions in sorted(counts.items())
            if name is not None
        ),
        speakers=tuple(sorted(speaker for speaker in speakers - forms if speaker is not None)),
    )


def link_entities(annotations: Sequence[Annotation], corrections: Sequence[Correction] = ()) -> EntityLinks:
    """As `link_names`, from the annotations themselves."""
    return link_names(list(map(list_names, annotations)), corrections)


def link_names(articles: Sequence[ArticleNames], corrections: Sequence[Correction] = ()) -> EntityLinks:
    """The entities named in `articles`, and which name stands for which in each of them.

    Accents, apostrophes, case and titles are ignored. A label is what most mentions in the archive have, not what one
    of them has. The order of the articles changes nothing. Takes time by the number of distinct names, and of uses.

    Args:
        articles: As `list_names` gives them.
        corrections: What users decided, in the order in which they did; it goes before all of this.
    """
    ordered = sorted(articles, key=lambda each: each.article)
    forms = collect_forms(ordered)
    tree = EntityTree(forms)
    company = Company(forms)
    join_bodies(forms, tree)
    join_persons([form for form in forms if form.group == "person"], tree, company)
    join_places(forms, tree)
    ruled = rule_names(tree.group(), corrections, _keys, lambda members: _entity(members).entity)
    found: dict[str, list[NameForm]] = {}
    for members in ruled:
        found.setdefault(_entity(members).entity, []).extend(members)
    entities = sorted((_entity(members) for members in found.values()), key=_rank)
    entity_of = _place_names(ordered, found, entities)
    return EntityLinks(
        entities=tuple(entities),
        entity_of=entity_of,
        name_of={entity.entity: entity.name for entity in entities},
    )


def apply_links(annotation: Annotation, links: EntityLinks) -> Annotation:
    """`annotation` with the entities of its mentions and of the speakers of its quotations filled in.

    A mention's name becomes the entity's. What `links` does not know is left without an entity, under the form that
    its article has: linking again gives what linking the first time would have given.
    """
    entity_of = links.entity_of.get(annotation.article, {})

    def linked_mention(mention: Mention) -> Mention:
        entity = None if mention.form is None else entity_of.get(mention.form)
        return replace(mention, entity=entity, name=mention.form if entity is None else links.name_of[entity])

    def linked_quotation(quotation: Quotation) -> Quotation:
        if quotation.speaker_form is None or not quotation.chain:
            return quotation
        entity = entity_of.get(quotation.speaker_form)
        name = quotation.speaker_form if entity is None else links.name_of[entity]
        return replace(quotation, speaker=entity, speaker_name=name)

    return replace(
        annotation,
        mentions=tuple(map(linked_mention, annotation.mentions)),
        quotations=tuple(map(linked_quotation, annotation.quotations)),
    )


def _keys(name: str) -> set[Key]:
    """The words of a name as they are compared, whatever it names."""
    return {compared_name(name, group) for group in _GROUPS}


def _entity(members: Sequence[NameForm]) -> Entity:
    written: Counter[str] = sum((form.written for form in members), Counter())
    labels: Counter[str] = sum((form.labels for form in members), Counter())
    name = _choose_name(members, written)
    label = min(labels, key=lambda each: (-labels[each], label_rank(each)))
    # Of a key that stands for several entities, none takes its id.
    own = [form for form in members if not form.is_part] or members
    group, key = min((form.group, form.key) for form in own)
    code = min((form.code for form in members if form.code is not None), default=None)
    place = None if code is None else place_of_code(code)
    return Entity(
        entity=record_id("entity", group, *key) if code is None else record_id("entity", "place", code),
        name=name,
        label=label,
        aliases=tuple(sorted(set(written) - {name})),
        articles=len(set().union(*(form.articles for form in members))),
        code=code,
        lat=None if place is None else place.lat,
        lon=None if place is None else place.lon,
    )


def _choose_name(members: Iterable[NameForm], written: Counter[str]) -> str:
    """Of the ways to write the name the one most often used, as far as there are better ones than others.

    No acronym and nothing in capitals, of persons and bodies no single word; unless hardly anybody writes more.
    """

    def rank(name: str) -> tuple[int, int, str]:
        return -written[name], -len(name), name

    short = {name for form in members if form.group in {"person", "body"} for name in form.written if " " not in name}
    mixed = [name for name in written if not name.isupper()] or list(written)
    full = [name for name in mixed if name not in short]
    best = min(full or mixed, key=rank)
    single = min(short, key=rank, default=best)
    if written[single] > _FULL_NAME_FEW * written[best]:
        return single
    return _without_titles(best) if any(form.group == "person" for form in members) else best


def _without_titles(name: str) -> str:
    """A person's name without titles that the model took for a part of it, as far as two words are left."""
    words = name.split()
    while len(words) > 2 and fold_word(words[0]).rstrip(".") in _TITLES:
        words.pop(0)
    return " ".join(words)


def _rank(entity: Entity) -> tuple[int, str, str]:
    return -entity.articles, entity.name, entity.entity


def _place_names(
    articles: Iterable[ArticleNames], found: dict[str, list[NameForm]], entities: Sequence[Entity]
) -> dict[str, dict[str, str]]:
    """The entity of each name in each article, and of the speakers whom no mention names."""
    entity_of: defaultdict[str, dict[str, str]] = defaultdict(dict)
    by_key: dict[tuple[str, Key], str] = {}
    for entity in entities:
        for form in found[entity.entity]:
            by_key.setdefault((form.group, form.key), entity.entity)
            for article, name in form.uses:
                entity_of[article][name] = entity.entity
    for each in articles:
        for speaker in each.speakers:
            keys = [(group, compared_name(speaker, group)) for group in _GROUPS]
            entity_id = next((by_key[key] for key in keys if key in by_key), None)
            if entity_id is not None:
                entity_of[each.article][speaker] = entity_id
    return dict(sorted(entity_of.items()))
