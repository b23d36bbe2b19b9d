"""Origins by credit: articles of one story that credit their whole text to one and the same source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from firsthand.lineage.direction import is_own_text
from firsthand.lineage.origin_pile import OriginGroup, OriginPile

__all__ = ["group_credits"]

# So much of the shorter one in common makes two texts one report in two states; less is a background paragraph.
_SAME_REPORT = 0.1
_APART_DAYS = 2  # page dates of one report differ by a day: time zones, and papers that print it next morning


def group_credits(pile: OriginPile) -> None:
    """Put the articles of `pile` that credit one source in full into origins, story by story.

    Args:
        pile: Changed in place.
    """
    for story in sorted(pile.stories):
        left = [article for article in pile.stories[story] if pile.is_left(article)]
        _group_story(pile, left)
    for article in pile.articles:  # credited, but in no story: alone until text shows more
        if pile.is_left(article) and len(pile.credits[article]) == 1:
            source = pile.credits[article][0]
            group = OriginGroup(core=[article], source=source)
            group.reasons[article] = f"{article} credits its whole text to {source}"
            pile.found(group)
    _unite_across_stories(pile)
    _join_compilations(pile)


def _group_story(pile: OriginPile, story: Sequence[str]) -> None:
    cores: dict[str, list[str]] = defaultdict(list)
    for article in story:
        credited = pile.credits[article]
        if len(credited) == 1:
            cores[credited[0]].append(article)
    moved = _find_moved(pile, cores)
    groups: dict[str, list[OriginGroup]] = {}
    for source, core in sorted(cores.items()):
        reports = _split_reports(pile, [article for article in core if article not in moved])
        groups[source] = [OriginGroup(core=report, source=source) for report in reports]
        for group in groups[source]:
            pile.found(group)
            _say_credits(pile, group, source)
            if len(reports) > 1:
                others = len(reports) - 1
                group.notes.append(
                    f"{source} had {others} other {'report' if others == 1 else 'reports'} on this of other days; "
                    "next to no text is shared with them"
                )
    for article, source in sorted(moved.items()):
        group = _fullest(pile, article, groups[source])
        own = pile.credits[article][0]
        pile.join(
            article,
            group,
            f"{article} credits {own}, but {pile.share(article, group.core):.0%} of its body stands in texts "
            f"credited to {source}",
        )
    for source, reports_of in groups.items():
        _join_publisher(pile, story, source, reports_of)


def _say_credits(pile: OriginPile, group: OriginGroup, source: str) -> None:
    core = set(group.core)
    for article in group.core:
        words = f"{article} credits its whole text to {source}"
        if len(core) > 1:
            share = pile.share(article, core)
            seen = f"{share:.0%} of its body also stands" if share else "none of its body is seen"
            words += f"; {seen} in the others that do"
        group.reasons[article] = words


def _fullest(pile: OriginPile, article: str, groups: Sequence[OriginGroup]) -> OriginGroup:
    """The group whose texts hold most of `article`; of equals the one that sorts first."""
    return min(groups, key=lambda group: (-pile.share(article, group.core), group.core))


# --- credit against text ----------------------------------------------------------------------------------------


def _find_moved(pile: OriginPile, cores: dict[str, list[str]]) -> dict[str, str]:
    """Articles that credit one source and are mostly text credited to another, with that other.

    A national agency sends out what it has from a larger one under its own name, and a house credits the wrong
    agency: the text is the better witness. An article whose text stands with its own source's as much stays, and so
    does what the source itself published. What others are measured against stays too.
    """
    claims = []
    texts_of = {source: set(core) for source, core in cores.items()}
    for source, core in texts_of.items():
        for article in core:
            if is_own_text(pile.articles[article], source):
                continue
            own = pile.share(article, core)
            for other, texts in texts_of.items():
                share = pile.share(article, texts) if other != source else 0.0
                if share > pile.settings.copied_share and share > own:
                    # One that has nothing of what its own source sent to others is the more doubtful of the two.
                    claims.append((len(core) == 1, -share, article, other))
    moved: dict[str, str] = {}
    held: set[str] = set()
    for _, _, article, other in sorted(claims):
        texts = texts_of[other] - moved.keys()
        if article in moved or article in held or pile.share(article, texts) <= pile.settings.copied_share:
            continue
        moved[article] = other
        held.update(text for text in texts if pile.spans.get((article, text)))
    return moved


# --- several reports of one agency ------------------------------------------------------------------------------


def _split_reports(pile: OriginPile, core: Sequence[str]) -> list[list[str]]:
    """The articles of one story and one credit as one report, or as several of different days.

    Several only where next to no text is shared between them and either two days lie between their pages' dates, or
    one day does and they tell of different days. All else is one report in several states: an agency updates its
    report all day, and at the end shares little with its first lines.
    """
    if len(core) < 2:
        return [list(core)] if core else []
    clusters = [(_days(pile, cluster), cluster) for cluster in _share_text(pile, core)]
    dated = sorted((each for each in clusters if each[0]), key=lambda each: (_in_order(each[0]), each[1]))
    reports: list[tuple[list[tuple[date, str | None]], list[str]]] = []
    for days, cluster in dated:
        if reports and not _are_apart(reports[-1][0], days):
            reports[-1][0].extend(days)
            reports[-1][1].extend(cluster)
        else:
            reports.append((list(days), list(cluster)))
    undated = [article for days, cluster in clusters if not days for article in cluster]
    if not reports:
        return [sorted(undated)]
    reports[0][1].extend(undated)  # nothing tells them apart from the first
    return [sorted(report) for _, report in reports]


def _share_text(pile: OriginPile, core: Sequence[str]) -> list[list[str]]:
    """`core` in parts between which next to no text is shared."""
    left, parts = set(core), []
    for article in sorted(core):
        if article not in left:
            continue
        part, reached = [], [article]
        left.discard(article)
        while reached:
            one = reached.pop()
            part.append(one)
            near = {
                other
                for other in pile.partners[one] & left
                if pile.is_version(one, other)
                or max(pile.containment(one, other), pile.containment(other, one)) >= _SAME_REPORT
            }
            left -= near
            reached += near
        parts.append(sorted(part))
    return parts


def _days(pile: OriginPile, cluster: Sequence[str]) -> list[tuple[date, str | None]]:
    """Days of publication with the day that is told of, sorted; empty where any is unknown: then nothing is split."""
    found = []
    for article in cluster:
        record = pile.articles[article]
        try:
            day = date.fromisoformat((record.published or "")[:10])
        except ValueError:
            return []
        found.append((day, record.event_date))
    return sorted(found, key=lambda item: _in_order([item]))


def _in_order(days: Sequence[tuple[date, str | None]]) -> list[tuple[date, str]]:
    """By what days are sorted; an article that tells of no known day comes before others of its day."""
    return [(day, told or "") for day, told in days]


def _are_apart(earlier: Sequence[tuple[date, str | None]], later: Sequence[tuple[date, str | None]]) -> bool:
    gap = min(day for day, _ in later) - max(day for day, _ in earlier)
    told, told_later = {event for _, event in earlier}, {event for _, event in later}
    if gap.days >= _APART_DAYS:
        return True
    return gap.days >= 1 and None not in told | told_later and told.isdisjoint(told_later)


# --- what joins a credited origin -------------------------------------------------------------------------------


def _join_publisher(pile: OriginPile, story: Sequence[str], source: str, groups: Sequence[OriginGroup]) -> None:
    """The source's own publication of the credited text belongs to it, where they share text."""
    cores = [set(group.core) for group in groups]
    for article in story:
        if not pile.is_left(article) or not is_own_text(pile.articles[article], source):
            continue
        shares = [(pile.share(article, core), group) for core, group in zip(cores, groups, strict=True)]
        share, group = max(shares, key=lambda item: item[0], default=(0.0, None))
        if group is not None and share > 0.0:
            pile.join(
                article,
                group,
                f"{article} was published by {source} itself; {share:.0%} of its body stands in what others credit "
                "to it",
            )


def _join_compilations(pile: OriginPile) -> None:
    """A text that credits several sources belongs to the one most of it is seen to stand in, else to none."""
    joining = []
    for article in pile.articles:
        if not pile.is_left(article) or len(pile.credits[article]) < 2:
            continue
        named = {
            id(pile.group_of[other]): pile.group_of[other]
            for other in pile.partners[article]
            if other in pile.group_of
            and pile.group_of[other].source in pile.credits[article]
            and pile.ties(article, other)
        }
        if named:
            best = _fullest(pile, article, list(named.values()))
            share = pile.share(article, best.core)
            if share > pile.settings.copied_share / 2:
                joining.append((article, best, share))
    for article, best, share in joining:
        pile.join(article, best, f"{article} credits {best.source} among others; {share:.0%} of its body stands there")


def _unite_across_stories(pile: OriginPile) -> None:
    """One report of one source that was printed in several stories is one origin.

    The origin that most others follow leads. More than half of the articles of a follower must stand by more than half
    in a text of the leader; what follows a follower stays apart.
    """
    followers: dict[int, list[OriginGroup]] = {}
    for group in pile.groups:
        found = [near for near in _near_groups(pile, group) if _follows(pile, near, group)]
        if found:
            followers[id(group)] = found
    leaders = [group for group in pile.groups if id(group) in followers]
    settled: set[int] = set()
    for leader in sorted(leaders, key=lambda group: (-len(followers[id(group)]), -len(group.core), group.core)):
        if id(leader) in settled:
            continue
        settled.add(id(leader))
        core = list(leader.core)
        for follower in followers[id(leader)]:
            if id(follower) not in settled:
                settled.add(id(follower))
                share, article, text = max(
                    (pile.containment(article, text), article, text)
                    for article in follower.core
                    for text in _tied(pile, article, core)
                )
                pile.absorb(
                    leader,
                    follower,
                    f"{share:.0%} of the body of {article} stands in {text}, which credits {leader.source} too and "
                    "is not of its story",
                )
    pile.groups = [group for group in pile.groups if pile.group_of[group.core[0]] is group]


def _tied(pile: OriginPile, article: str, texts: Sequence[str]) -> list[str]:
    return [text for text in texts if text in pile.partners[article] and pile.ties(article, text)]


def _near_groups(pile: OriginPile, group: OriginGroup) -> list[OriginGroup]:
    """Other origins of the same source that share text with `group`, in order."""
    near: dict[int, OriginGroup] = {}
    for article in group.core:
        for other in pile.partners[article]:
            found = pile.group_of.get(other)
            if found is not None and found is not group and found.source == group.source and pile.ties(article, other):
                near[id(found)] = found
    return sorted(near.values(), key=lambda found: found.core)


def _follows(pile: OriginPile, group: OriginGroup, leader: OriginGroup) -> bool:
    """Whether most articles of `group` stand by more than half in one text of `leader`."""
    standing = 0
    for article in group.core:
        texts = _tied(pile, article, leader.core)
        standing += any(
            pile.containment(article, text) > pile.settings.copied_share or pile.is_version(article, text)
            for text in texts
        )
    return 2 * standing > len(group.core)
