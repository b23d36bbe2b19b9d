"""Which documents are states of one article, and by which id the article goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from firsthand.archive import StoredDocument
from firsthand.lexicon.instants import order_times
from firsthand.lexicon.outlets import is_article_address, registered_domain
from firsthand.model import Reading, content_digest

__all__ = ["identity_digests", "order_states", "settle_articles"]


_LEAST_BODY = 200  # characters; two briefs of one line may well be alike


def _identities(stored: StoredDocument, read: Reading | None) -> Iterable[tuple[str, str]]:
    """What makes two documents states of one article: an id that the source gave, a file, an address, a page's text."""
    document = stored.document
    if stored.article is not None:
        yield "settled", stored.article
    if document.id_is_given:
        yield "id", document.article
    elif document.source.path not in {None, "-"} and document.line is None:
        yield "file", str(document.source.path)
    elif document.fallback_id is not None:  # a row that a table numbers: another table's row has that number too
        yield "row", document.fallback_id
    else:
        yield "content", document.article
    if is_article_address(document.url):
        yield "url", str(document.url)
    if read is not None and not document.id_is_given:
        yield from _page_identities(read, document.url)


def identity_digests(stored: StoredDocument, read: Reading | None = None) -> frozenset[bytes]:
    """What makes a document a state of an article, as the archive remembers it: 8 bytes each."""
    found = (identity for identity in _identities(stored, read) if identity[0] != "settled")
    return frozenset(bytes.fromhex(content_digest(*identity)[:16]) for identity in found)


def _page_identities(read: Reading, url: str | None) -> Iterable[tuple[str, str]]:
    """What shows two pages of one site to be one article under several addresses: prints, tracking marks, sections.

    The same text under another site's address is a reprint, and an article of its own. A canonical address alone does
    not join: some sites give all their pages one.
    """
    article = read.article
    site = registered_domain(url) if url else None
    if site is None:
        return
    body = " ".join(" ".join(article.text[slice(*span)] for span in article.body).split())
    if len(body) >= _LEAST_BODY:
        yield "text", content_digest(site, body)
    for address in article.urls:
        if article.headline and is_article_address(address) and registered_domain(address) == site:
            yield "headline", content_digest(address, " ".join(article.headline.casefold().split()))


def _group(documents: Sequence[StoredDocument], readings: Mapping[int, Reading]) -> list[list[StoredDocument]]:
    import numpy
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    place: dict[tuple[str, str], int] = {}
    rows: list[int] = []
    columns: list[int] = []
    for row, stored in enumerate(documents):
        for identity in _identities(stored, readings.get(stored.number)):
            rows.append(row)
            columns.append(len(documents) + place.setdefault(identity, len(place)))
    size = len(documents) + len(place)
    graph = coo_array((numpy.ones(len(rows), dtype=numpy.int8), (rows, columns)), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    groups: dict[int, list[StoredDocument]] = defaultdict(list)
    for stored, label in zip(documents, labels[: len(documents)].tolist(), strict=True):
        groups[label].append(stored)
    return list(groups.values())


def _preference(group: list[StoredDocument]) -> tuple[int, int, str, str]:
    """Order in which groups choose their ids: those that have one, then those that were given one, then by path."""
    settled = [stored.run for stored in group if stored.article is not None]
    given = [stored.document.article for stored in group if stored.document.id_is_given]
    paths = [stored.document.fallback_id or stored.document.article for stored in group]
    return (
        0 if settled else 1 if given else 2,
        min(settled, default=0),
        min(given, default=""),
        min(paths),
    )


def _wanted_ids(group: list[StoredDocument]) -> list[str]:
    """Ids that a group would take, best first."""
    settled = sorted((stored.run, stored.article) for stored in group if stored.article is not None)
    given = sorted(stored.document.article for stored in group if stored.document.id_is_given)
    stems = sorted(stored.document.article for stored in group)
    paths = sorted(stored.document.fallback_id for stored in group if stored.document.fallback_id)
    return [article for _, article in settled] + given + stems + paths + [f"{stems[0]}-{group[0].digest[:12]}"]


def settle_articles(
    documents: Sequence[StoredDocument],
    readings: Mapping[int, Reading] | None = None,
    is_taken: Callable[[str], bool] = lambda _: False,
) -> dict[int, str]:
    """The article id of every document, by its number.

    Documents with one given id, one file or one address are states of one article. An id once settled stays; else
    the smallest given id names the article, else the file's stem, else its path. The order of `documents` plays no
    part.

    Args:
        documents: Of the archive, with or without their text: all that have to do with one another.
        readings: What was read from them, by number, where that is known: it shows pages of one site that are one
            article under several addresses.
        is_taken: Whether an id belongs to an article that has nothing to do with these documents.
    """
    article_of: dict[int, str] = {}
    taken: set[str] = set()
    own = {stored.article for stored in documents}
    for group in sorted(_group(documents, readings or {}), key=_preference):
        article = next(
            wanted for wanted in _wanted_ids(group) if wanted not in taken and (wanted in own or not is_taken(wanted))
        )
        taken.add(article)
        article_of.update((stored.number, article) for stored in group)
    return article_of


def order_states(states: Sequence[tuple[StoredDocument, Reading]]) -> list[tuple[StoredDocument, Reading]]:
    """The states of one article, oldest first, each text once.

    By the time that each state itself gives, then by when each was taken from its site, then by the run that brought it
    in. What is left undecided is ordered by digest, so that the order of input plays no part.
    """
    told = [state[1].article.updated or state[1].article.published for state in states]
    taken = [state[0].document.source.captured for state in states]
    by_time, by_capture = _rank_times(told), _rank_times(taken)
    places = sorted(
        range(len(states)),
        key=lambda place: (by_time[place], by_capture[place], states[place][0].run, states[place][0].digest),
    )
    ordered = [states[place] for place in places]
    last_of_text = {state[1].article.text: state for state in ordered}
    return [state for state in ordered if last_of_text[state[1].article.text] is state]


def _rank_times(times: Sequence[str | None]) -> list[int]:
    """The rank of each time from 0, equal times alike; all 0 where the order of any two is unknown."""
    # The times of one article are told by one outlet's clock.
    order = order_times(times, is_one_zone=True)
    if order is None:
        return [0] * len(times)
    ranks: dict[str | None, int] = {}
    for place in order:
        ranks.setdefault(times[place], len(ranks))
    return [ranks[time] for time in times]
