"""Origins: which articles are one account (the rule of origins, docs/origins.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from firsthand.lineage.direction import credits_unnamed, is_own_text
from firsthand.lineage.origin_copies import found_releases, group_copies, join_copies
from firsthand.lineage.origin_credits import group_credits
from firsthand.lineage.origin_lenders import Borrowing, find_borrowing, is_from_third
from firsthand.lineage.origin_names import NamedAccount, name_accounts
from firsthand.lineage.origin_parts import split_into_parts
from firsthand.lineage.origin_pile import OriginGroup, OriginPile
from firsthand.lineage.settings import LineageSettings
from firsthand.model import Article, Lineage, Origin, Passage, Story

__all__ = ["group_origins"]


def group_origins(
    stories: Sequence[Story],
    articles: Mapping[str, Article],
    lineages: Sequence[Lineage],
    passages: Sequence[Passage],
    settings: LineageSettings,
    outside: Mapping[str, Origin] | None = None,
) -> list[Origin]:
    """The origins of an archive: every article that has a body is in exactly one, sorted by first member.

    Full credit to one source inside one story joins. Otherwise more than half of the body must stand in the origin's
    own text; what joins that way brings no others in, so that an article which quotes from many makes no giant of
    them. With half or less an article is an account of its own, marked mixed, with the origins it borrows from.

    Args:
        stories: Of the archive; articles in none are grouped by text only.
        articles: Every article, by id.
        lineages: Of all linked pairs; pairs of articles that are not given are passed over.
        passages: Of all linked pairs.
        settings: Reads `copied_share`, `cut_share`.
        outside: Where `articles` are whole parts of an archive (`split_into_parts`) and not all of it: the origin of
            each article that shares text with one of them, as it is after this run. Only its id and source are read,
            for `borrows_from`. None where all articles are given.

    Source: the rule of origins, docs/origins.md.
    """
    pile = OriginPile(stories, articles, lineages, passages, settings, outside or {})
    group_credits(pile)
    found_releases(pile)
    join_copies(pile)
    group_copies(pile)
    for group in pile.groups:
        _judge_source(pile, group)
    names = _name_groups(pile)
    cited = _cited_by(pile)
    found = [_as_origin(pile, group, names[group.identity], cited) for group in pile.groups]
    return sorted(found, key=lambda origin: origin.articles)


def _judge_source(pile: OriginPile, group: OriginGroup) -> None:
    """Whether the text of `group` comes from a source that is not here, and the words for it."""
    members = group.members
    if pile.articles[group.core[0]].kind == "release":
        group.is_inferred = False  # the text that the others have is here
        group.notes.append(f"{group.core[0]} is a press release")
    elif is_from_third(pile, group):
        group.is_inferred = True
        group.notes.append(f"more than half of the body of {members[0]} stands in a text not seen to be its source")
    elif group.is_inferred:
        group.notes.append("nothing says which of them had the text first: its source may not be here")
    if group.source is None and not pile.credits[members[0]]:
        unnamed = [member for member in members if credits_unnamed(pile.articles[member])]
        if unnamed:
            group.is_inferred = True
            group.notes.append(f"{unnamed[0]} is credited to agencies that are not named")


def _name_groups(pile: OriginPile) -> dict[str, str]:
    """Names that differ within each part: a part is what can be named without a look at the rest of the archive."""
    by_part: dict[int, dict[str, NamedAccount]] = defaultdict(dict)
    parts = split_into_parts(list(pile.given), pile.articles, list(pile.links.values()), pile.settings)
    part_of = {article: number for number, part in enumerate(parts) for article in part.articles}
    for group in pile.groups:
        members = _text_first(pile, group)
        by_part[part_of[members[0]]][group.identity] = NamedAccount(
            articles=tuple(pile.articles[member] for member in members),
            source=group.source,
            is_inferred=group.is_inferred,
        )
    names: dict[str, str] = {}
    for number, accounts in by_part.items():
        is_one_of_many = bool(parts[number].beside) or any(
            article in pile.lenders for article in parts[number].articles
        )
        names |= name_accounts(accounts, is_one_of_many=is_one_of_many)
    return names


def _text_first(pile: OriginPile, group: OriginGroup) -> list[str]:
    """The members of `group`: the source's own publication first, then the text itself, then what joined."""
    core = set(group.core)

    def place(member: str) -> tuple[bool, bool, str]:
        is_own = group.source is not None and is_own_text(pile.articles[member], group.source)
        return not is_own, member not in core, member

    return sorted(group.members, key=place)


def _cited_by(pile: OriginPile) -> dict[tuple[str, str], set[int]]:
    """By story and name: the origins in which an article names it as the source of a statement."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for article, record in pile.articles.items():
        for name in record.cites:
            for story in pile.stories_of.get(article, ()):
                found[story, name].add(id(pile.group_of[article]))
    return found


def _citing_words(pile: OriginPile, group: OriginGroup, cited: Mapping[tuple[str, str], set[int]]) -> list[str]:
    """What several origins of a story have from one named outlet or agency rests on one source."""
    words = {}
    for article in group.members:
        for name in pile.articles[article].cites:
            stories = pile.stories_of.get(article, ())
            others = set().union(*(cited[story, name] for story in stories)) - {id(group)}
            if others and name not in words:
                how_many = f"{len(others)} other {'origins do' if len(others) > 1 else 'origin does'}"
                words[name] = (
                    f"{article} names {name} as the source of a statement, as {how_many}: that rests on {name}"
                )
    return [words[name] for name in sorted(words)]


def _evidence(
    pile: OriginPile, group: OriginGroup, borrowing: Borrowing, cited: Mapping[tuple[str, str], set[int]]
) -> tuple[str, ...]:
    """What the origin rests on: of the whole, then of each member, then what it shares with others."""
    reasons = dict(group.reasons)
    for article in group.core:
        if article not in reasons and len(group.members) == 1:
            reasons[article] = _alone_words(pile, article)
        elif article not in reasons:
            reasons[article] = f"{article} is the text that the others are measured against"
    members = [reasons[member] for member in sorted(reasons, key=lambda member: (member not in group.core, member))]
    return (*group.notes, *members, *borrowing.evidence, *_citing_words(pile, group, cited))


def _alone_words(pile: OriginPile, article: str) -> str:
    near = pile.partners.get(article, set()) | pile.lenders.get(article, set())
    shares = [pile.containment(article, other) for other in near]
    credited = pile.credits[article]
    if len(credited) > 1:
        return f"{article} credits {', '.join(credited)}, and most of it is seen in the text of none of them"
    if not any(shares):
        named = "its credit names nobody" if credits_unnamed(pile.articles[article]) else "it credits none"
        return f"no text of {article} was found in another article, and {named}"
    return (
        f"{article} credits its whole text to nobody by name; at most {max(shares):.0%} of its body stands in one other"
    )


def _as_origin(
    pile: OriginPile,
    group: OriginGroup,
    name: str,
    cited: Mapping[tuple[str, str], set[int]],
) -> Origin:
    members = group.members
    borrowing = find_borrowing(pile, group)
    has_own = group.source is not None and any(is_own_text(pile.articles[member], group.source) for member in members)
    return Origin(
        origin=group.identity,
        name=name,
        stories=tuple(sorted({story for member in members for story in pile.stories_of.get(member, ())})),
        articles=tuple(members),
        mixed=bool(borrowing.lenders),
        inferred=group.is_inferred or (group.source is not None and not has_own),
        borrows_from=borrowing.lenders,
        evidence=_evidence(pile, group, borrowing, cited),
        source=group.source,
    )
