"""Articles into sentences, names, times and quotations, and who is who across the archive."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from firsthand import language
from firsthand.model import Annotation, Article, Entity, Rejection
from firsthand.pipeline.library import Library
from firsthand.pipeline.workshop import Workshop, compute_kept, find_kept, load_result, pack_for_article

__all__ = ["Annotated", "annotate_articles"]


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
        """Keep what is at hand, so that it is not loaded again."""
        self._held.update(annotations)


def annotate_batch(batch: Sequence[Article], settings: language.LanguageSettings) -> list[Annotation]:
    """Annotations of a batch of articles; the model is loaded once a process."""
    return language.annotate_articles(batch, language.load_model(settings.model), settings)


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
    failures = compute_kept(
        shop,
        "language",
        {keys[article]: (numbers[article], library[article]) for article in chosen},
        partial(annotate_batch, settings=shop.settings.language),
        pack_for_article,
    )
    for article in chosen:
        if keys[article] in failures:
            reason = failures[keys[article]]
            shop.rejections.append(Rejection(input=article, stage="language", reason=reason))
    there = (standing | set(chosen)) - {article for article in chosen if keys[article] in failures}
    annotated = Annotated(keys={article: keys[article] for article in sorted(there)})
    annotated.changed = there - standing
    lost = {article for article, row in rows.items() if row.annotation is not None} - there
    is_ruled = shop.corrections.has_changed(language.NAME_CORRECTIONS)
    if annotated.changed or lost or is_ruled or any(shop.writer.had_annotation(article) for article in library.gone):
        _link_names(shop, library, annotated, numbers)
    return annotated


def _link_names(shop: Workshop, library: Library, annotated: Annotated, documents: Mapping[str, int]) -> None:
    """Say who is who across the archive; what changed is kept in place of what was."""
    before = annotated.load(shop, library, annotated.keys)
    links = language.link_entities(list(before.values()), shop.corrections.in_force)
    linked = {article: language.apply_links(annotation, links) for article, annotation in before.items()}
    changed = [article for article, now in linked.items() if now != before[article]]
    shop.writer.keep_results(
        "language",
        [(annotated.keys[each], documents[each], pack_for_article(library[each], linked[each])) for each in changed],
    )
    annotated.hold(linked)
    annotated.changed |= set(changed)
    annotated.entities = links.entities
