"""Parts of an archive whose origins do not depend on one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from firsthand.lineage.origin_pile import ties_origins
from firsthand.lineage.settings import LineageSettings
from firsthand.model import Article, Lineage, Story

__all__ = ["OriginPart", "split_into_parts", "widen_to_part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginPart:
    """Articles that nothing outside can join or part: who is one account with whom is decided among them."""

    articles: tuple[str, ...]  # sorted; every story of one of them lies inside
    # Of other parts, sorted: articles that share text with these, too little to be one account by text alone. Their
    # origins are named in `borrows_from`: `group_origins` takes them as `outside`.
    beside: tuple[str, ...]


def split_into_parts(
    stories: Sequence[Story], articles: Mapping[str, Article], lineages: Sequence[Lineage], settings: LineageSettings
) -> list[OriginPart]:
    """The articles that have a body, in parts that are grouped into origins each by itself; sorted.

    Two articles are in one part where a story holds both or where their texts tie them (`ties_origins`), and so on
    through others. An excerpt ties nothing: the background paragraph that stands in a thousand reports makes no part
    of them.

    So the members of origins are found part by part. `group_origins` over the articles of any parts, with the origins
    of what is `beside` them as `outside`, gives for these exactly what it gives over the whole archive.

    When articles are added, changed or taken away: the parts that they are in now, and the parts that were left by
    what went, are grouped anew. Then what is beside an origin that is new, gone or shares new text has others to name,
    and its parts are made once more; nobody's members change by that, so that one such round is enough.

    Args:
        stories: Of the archive.
        articles: By id.
        lineages: Of all linked pairs.
        settings: Reads `copied_share`.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    told = sorted(article for article, record in articles.items() if record.body)
    place = {article: number for number, article in enumerate(told)}
    rows, columns = [], []
    for story in stories:
        members = [place[article] for article in story.articles if article in place]
        rows += members[:1] * len(members[1:])
        columns += members[1:]
    loose = []
    for lineage in lineages:
        if lineage.a in place and lineage.b in place:
            if ties_origins(lineage, settings):
                rows.append(place[lineage.a])
                columns.append(place[lineage.b])
            else:
                loose.append((place[lineage.a], place[lineage.b]))
    links = coo_array(([True] * len(rows), (rows, columns)), shape=(len(told), len(told)))
    labels = connected_components(links, directed=False)[1].tolist() if told else []
    members_of: dict[int, list[str]] = defaultdict(list)
    beside: dict[int, set[str]] = defaultdict(set)
    for article, label in zip(told, labels, strict=True):
        members_of[label].append(article)
    for a, b in loose:
        if labels[a] != labels[b]:
            beside[labels[a]].add(told[b])
            beside[labels[b]].add(told[a])
    parts = (
        OriginPart(articles=tuple(found), beside=tuple(sorted(beside.get(label, ()))))
        for label, found in members_of.items()
    )
    return sorted(parts, key=lambda part: part.articles)


def widen_to_part(
    articles: Collection[str], stories: Iterable[Story], lineages: Iterable[Lineage], settings: LineageSettings
) -> frozenset[str]:
    """`articles` with all that stand in a story with one of them, or are tied to one by text: one step outwards.

    For whoever holds the archive and reads only a part of it: begin with the articles that are new or whose story, text
    or links changed (as the archive has them now, and as it had them before), read the stories and the pairs that
    these are in, widen, and go on until nothing is added. What is reached then are whole parts.

    Args:
        articles: Ids reached so far.
        stories: At least all that hold one of them.
        lineages: At least all pairs that hold one of them.
        settings: Reads `copied_share`.
    """
    known = frozenset(articles)
    reached = set(known)
    for story in stories:
        if not known.isdisjoint(story.articles):
            reached.update(story.articles)
    for lineage in lineages:
        if (lineage.a in known or lineage.b in known) and ties_origins(lineage, settings):
            reached.update((lineage.a, lineage.b))
    return frozenset(reached)
