"""Articles into sentences, names, times and quotations, and who is who across the archive."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial

from firsthand import language
from firsthand.archive import pack_result
from firsthand.model import Annotation, ArticleNames, Entity, EntityLinks, Rejection, content_digest
from firsthand.pipeline.library import Library
from firsthand.pipeline.shared_paragraphs import ReadingTask, SharedParagraphs, annotate_tasks
from firsthand.pipeline.workshop import KEEP_EVERY, Workshop, compute_kept, find_kept, load_result, pack_for_article

__all__ = ["Annotated", "annotate_articles"]

_LINKS_DIGEST_BYTES = 16
_MOST_HELD = 2_500  # annotations; one takes some 100 kB


@dataclass(slots=True)
class Annotated:
    """The annotations of the archive as this run leaves them.

    Attributes:
        keys: Under which the annotation of each annotated article is kept.
        changed: Articles whose annotation is new, or links names otherwise than before.
        entities: Who and what the names stand for; None where nothing changed.
    """

    keys: dict[str, str]
    changed: set[str] = field(default_factory=set)
    entities: tuple[Entity, ...] | None = None
    _held: dict[str, Annotation] = field(default_factory=dict)

    def load(self, shop: Workshop, library: Library, articles: Collection[str]) -> dict[str, Annotation]:
        """The annotations of those of `articles` that have one."""
        found = {}
        for article in sorted(articles):
            if article in self._held:
                found[article] = self._held[article]
            elif article in self.keys and article in library:
                found[article] = load_result(shop, "language", self.keys[article], Annotation, library[article].text)
        return found

    def hold(self, annotations: Mapping[str, Annotation]) -> None:
        """Keep what is at hand, so that it is not loaded again; of many, some."""
        self._held.update(annotations)
        while len(self._held) > _MOST_HELD:
            del self._held[next(iter(self._held))]


def annotate_articles(
    shop: Workshop, library: Library, documents: Mapping[str, int], wanted: bool | Collection[str]
) -> Annotated:
    """Annotate the articles wanted; what was annotated before stays so.

    Args:
        shop: The archive, and what the work runs on.
        library: The articles.
        documents: The number of the document that each article was read from that arrived.
        wanted: All, none, or those of these ids.
    """
    rows = {row.article: row for row in shop.writer.annotation_rows() if row.article not in library.gone}
    digests = {article: row.digest for article, row in rows.items()}
    digests |= {article: library.digest(article) for article in library.arrived}
    keys = {article: shop.keys.annotation(digest) for article, digest in digests.items()}
    standing = {article for article, row in rows.items() if row.annotation == keys[article]}
    asked = set(keys) if wanted is True else set(wanted or ()) & set(keys)
    unclear = sorted((asked | library.arrived) - (standing - library.arrived))
    kept = find_kept(shop, "language", [keys[article] for article in unclear])
    chosen = [article for article in unclear if article in asked or keys[article] in kept]
    numbers = {article: row.document for article, row in rows.items()} | dict(documents)
    missing = [library[article] for article in chosen if keys[article] not in kept]
    shared = SharedParagraphs(shop.engine, missing, shop.settings.language)
    failures = compute_kept(
        shop,
        "language",
        {keys[article]: (numbers[article], library[article]) for article in chosen},
        partial(annotate_tasks, settings=shop.settings.language),
        _pack_task,
        shared.task,
    )
    for article in chosen:
        if keys[article] in failures:
            reason = failures[keys[article]]
            shop.rejections.append(Rejection(input=article, stage="language", reason=reason))
    there = (standing | set(chosen)) - {article for article in chosen if keys[article] in failures}
    annotated = Annotated(keys={article: keys[article] for article in sorted(there)})
    annotated.changed = there - standing
    shop.live["names"].update(annotated.keys.values())
    lost = {article for article, row in rows.items() if row.annotation is not None} - there
    is_ruled = shop.corrections.has_changed(language.NAME_CORRECTIONS)
    if annotated.changed or lost or is_ruled or any(shop.writer.had_annotation(article) for article in library.gone):
        _link_names(shop, library, annotated, numbers, {article.article for article in missing})
    return annotated


def _pack_task(task: ReadingTask, annotation: Annotation) -> bytes:
    return pack_for_article(task.article, annotation)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedNames:
    """What relinking an archive needs of an article, kept beside its annotation.

    The annotation itself is read only where the links are others than before.

    Attributes:
        names: Its names.
        links: Digest of the entities, and their names, that stand in the annotation for them; None before any do.
    """

    names: ArticleNames
    links: bytes | None = None


def _link_names(
    shop: Workshop, library: Library, annotated: Annotated, documents: Mapping[str, int], fresh: Collection[str]
) -> None:
    """Say who is who across the archive; what changed is kept in place of what was.

    Args:
        shop: The archive.
        library: The articles.
        annotated: What is annotated.
        documents: The number of the document that each article was read from.
        fresh: Articles that this run annotated, in whose annotations no links stand yet.
    """
    before = _load_names(shop, library, annotated, fresh)
    links = language.link_names([each.names for each in before.values()], shop.corrections.in_force)
    now = {article: _digest_links(article, links) for article in before}
    changed = [article for article in before if now[article] != before[article].links]
    for start in range(0, len(changed), KEEP_EVERY):
        some = changed[start : start + KEEP_EVERY]
        found = annotated.load(shop, library, some)
        linked = {article: language.apply_links(annotation, links) for article, annotation in found.items()}
        differing = [article for article in linked if linked[article] != found[article]]
        _keep(shop, "language", annotated, documents, {a: pack_for_article(library[a], linked[a]) for a in differing})
        kept = {a: pack_result(LinkedNames(names=before[a].names, links=now[a])) for a in linked}
        _keep(shop, "names", annotated, documents, kept)
        annotated.hold(linked)
        annotated.changed |= set(differing)
    annotated.entities = links.entities


def _digest_links(article: str, links: EntityLinks) -> bytes:
    linked = sorted(links.entity_of.get(article, {}).items())
    parts = [part for name, entity in linked for part in (name, entity, links.name_of[entity])]
    return bytes.fromhex(content_digest(*parts))[:_LINKS_DIGEST_BYTES]


def _load_names(
    shop: Workshop, library: Library, annotated: Annotated, fresh: Collection[str]
) -> dict[str, LinkedNames]:
    """The names of all annotated articles; of those read for the first time, from their annotations."""
    found = {}
    for article, key in annotated.keys.items():
        linked: LinkedNames | None = None if article in fresh else load_result(shop, "names", key, LinkedNames)
        if linked is None:
            loaded = annotated.load(shop, library, [article])
            annotated.hold(loaded)
            linked = LinkedNames(names=language.list_names(loaded[article]))
        found[article] = linked
    return found


def _keep(
    shop: Workshop, stage: str, annotated: Annotated, documents: Mapping[str, int], payloads: Mapping[str, bytes]
) -> None:
    """Keep results of articles, by the article."""
    rows = [(annotated.keys[article], documents[article], payload) for article, payload in payloads.items()]
    shop.writer.keep_results(stage, rows)
