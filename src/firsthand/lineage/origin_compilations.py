"""Texts that were put together from several: round-ups, press reviews, reports merged from two."""

from __future__ import annotations

from firsthand.lexicon.instants import is_earlier
from firsthand.lineage.origin_pile import OriginPile
from firsthand.model import Span, overlap_length, union_spans

__all__ = ["belongs_alone", "is_compiled_in", "other_texts"]

# Parts of a text that have less than this share of the smaller one in common are different parts of it.
_SAME_PART = 0.2
# Two papers may cut one report to halves with nothing in common; three such parts are those of a round-up.
_MOST_CUTS = 2
_NO_MORE = 1.25  # times the share of a third text: two that have so much in common have nothing beyond that text
_MOST_COMPARED = 64  # the fullest copies of a text that each of the others is compared with: bounds time


def belongs_alone(pile: OriginPile, article: str, leader: str) -> bool:
    """Whether `article` is of the account of `leader`, were the two alone."""
    half = pile.settings.copied_share
    share, back = pile.containment(article, leader), pile.containment(leader, article)
    if pile.is_version(article, leader):
        return True
    if share <= half:
        return False
    # More than half of the one in the other, and the other way round: one text. A text that stands nearly whole
    # in a longer one is a cut of it, unless the longer one is known to have it from there. Between the two, both
    # may have it from a third: then the one with half or less of it copied is an account of its own.
    is_cut = share >= pile.settings.cut_share and not pile.is_from(leader, article)
    return back > half or is_cut or pile.is_from(article, leader)


def other_texts(pile: OriginPile, leader: str) -> frozenset[str]:
    """Texts that stand whole in `leader` and are no cuts of it.

    A round-up, a press review or a report merged from two holds each of its sources whole, and makes them no account
    of one. So where two texts stand in different places of the leader, only that one is its own which makes up more
    than half of it. Exceptions, where the leader is seen to be a report of which papers cut different parts: a second
    text holds both, or the leader is known to be the earlier, or has the part's headline or byline.
    """
    if leader in pile.others:
        return pile.others[leader]
    followers = [article for article in sorted(pile.kin.get(leader, ())) if belongs_alone(pile, article, leader)]
    found = {
        article
        for article in followers
        if _is_part(pile, leader, article)
        and not _is_one_report(pile, leader, article)
        and _is_taken_by_others(pile, leader, article)
    }
    if len(followers) > 1:
        covered = {article: union_spans(pile.spans.get((leader, article), [])) for article in followers}
        fullest = sorted(followers, key=lambda article: (-pile.containment(leader, article), article))[:_MOST_COMPARED]
        places = _count_places([covered[article] for article in fullest if _is_part(pile, leader, article)])
        for article in followers:
            if _is_part(pile, leader, article) and not _is_one_report(pile, leader, article):
                apart = (
                    _are_different_parts(covered[article], covered[other])
                    and (places > _MOST_CUTS or not _has_second_holder(pile, leader, article, other))
                    for other in fullest
                    if other != article
                )
                if any(apart):
                    found.add(article)
    pile.others[leader] = frozenset(found)
    return pile.others[leader]


def is_compiled_in(pile: OriginPile, article: str, other: str) -> bool:
    """Whether `other` puts the text of `article` together with that of a third (see `other_texts`)."""
    if pile.containment(article, other) <= pile.settings.copied_share:
        return False
    return article in other_texts(pile, other)


def _is_taken_by_others(pile: OriginPile, leader: str, part: str) -> bool:
    """Whether `part` stands whole in another longer text, which has next to nothing else in common with the leader."""
    settings = pile.settings
    for taker in pile.kin[part] - {leader}:
        if (
            pile.containment(part, taker) >= settings.cut_share
            and _is_part(pile, taker, part)
            and not pile.is_from(part, taker)
        ):
            if leader not in pile.partners[taker]:
                return True
            common = ((leader, taker), (taker, leader))
            if all(pile.containment(one, other) <= _NO_MORE * pile.containment(one, part) for one, other in common):
                return True
    return False


def _is_part(pile: OriginPile, leader: str, article: str) -> bool:
    return pile.containment(leader, article) <= pile.settings.copied_share


def _count_places(covered: list[list[Span]]) -> int:
    """In how many places with nothing in common the texts stand, counted from the fullest."""
    places: list[list[Span]] = []
    for spans in covered:
        if all(_are_different_parts(spans, other) for other in places):
            places.append(spans)
    return len(places)


def _are_different_parts(one: list[Span], other: list[Span]) -> bool:
    smaller = min(sum(span.end - span.start for span in spans) for spans in (one, other))
    common = sum(overlap_length(span, second) for span in one for second in other)
    return smaller > 0 and common < _SAME_PART * smaller


def _has_second_holder(pile: OriginPile, leader: str, one: str, other: str) -> bool:
    """Whether a text of another outlet than the leader's holds most of both, and more than the two."""
    half = pile.settings.copied_share
    for holder in pile.kin[one] & pile.kin[other] - {leader}:
        if pile.containment(one, holder) > half and pile.containment(other, holder) > half:
            outlet = pile.outlet(holder)
            is_other_outlet = outlet is None or outlet != pile.outlet(leader)
            if is_other_outlet and not (leader in pile.kin[holder] and pile.is_version(holder, leader)):
                return True
    return False


def _is_one_report(pile: OriginPile, leader: str, part: str) -> bool:
    """Whether the part is seen to be cut from the leader: it says so, came out later, or has its heading."""
    whole, cut = pile.articles[leader], pile.articles[part]
    if pile.is_version(leader, part) or pile.is_from(part, leader):
        return True
    if is_earlier(whole.published, cut.published):
        return True
    headings = ((whole.headline, cut.headline), (whole.byline, cut.byline))
    return any(one and other and _folded(one) == _folded(other) for one, other in headings)


def _folded(heading: str) -> str:
    return "".join(filter(str.isalnum, heading.casefold()))
