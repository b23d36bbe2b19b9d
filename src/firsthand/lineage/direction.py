"""Lineage of a pair: how much each has of the other, who had it first where the evidence decides, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.lexicon.houses import is_agency
from firsthand.lexicon.outlets import is_article_address, split_address
from firsthand.lineage.corrections import correction_grounds
from firsthand.lineage.crediting import credit_grounds, credits_unnamed, full_credits, is_own_text, named_sources
from firsthand.lineage.grounds import (
    NOTHING_SAID,
    UNDECIDED,
    Ground,
    GroundKind,
    Objection,
    Side,
    Weight,
    sides_of,
    weigh_grounds,
)
from firsthand.lineage.later_text import cut_grounds, later_grounds, later_objections
from firsthand.lineage.naming import has_other_sources, naming_grounds, own_work_grounds, shared_agency_grounds
from firsthand.lineage.publication_order import is_out_before, order_grounds, order_objections
from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.signatures import signature_grounds
from firsthand.lineage.spelling import style_findings
from firsthand.model import (
    Article,
    CreditRole,
    Direction,
    Lineage,
    Passage,
    PassageKind,
    Relation,
    Span,
    overlap_length,
    union_spans,
)

__all__ = [
    "body_share",
    "credits_unnamed",
    "full_credits",
    "is_own_text",
    "judge_lineage",
    "named_sources",
    "outlet_of",
]

# Grounds that name the giver's house, and not this article of it.
_OF_A_HOUSE = frozenset({GroundKind.CREDIT, GroundKind.NAMING, GroundKind.SIGNATURE})
# Up to this share of a text that is wholly of a house in one of its reports, it was made from another.
_LITTLE = 0.25


def outlet_of(article: Article) -> str | None:
    """The outlet's name, else the host of the address, else None."""
    if article.outlet:
        return article.outlet
    return _host(article.url)


def _host(address: str | None) -> str | None:
    parts = split_address(address)
    return parts.hostname if parts else None


def body_share(article: Article, spans: Sequence[Span]) -> float:
    """Share of the characters of the article's body that stand in `spans`; 0.0 where it has no body."""
    whole = sum(span.end - span.start for span in article.body)
    if not whole:
        return 0.0
    shared = sum(overlap_length(span, body) for span in union_spans(list(spans)) for body in article.body)
    return min(1.0, shared / whole)


def _relate(a: Article, b: Article, containment: tuple[float, float], settings: LineageSettings) -> Relation:
    if _is_version(a, b):
        return Relation.VERSION
    smaller, larger = sorted(containment)
    if smaller >= settings.cut_share:
        return Relation.REPRINT
    if larger >= settings.cut_share:
        return Relation.CUT
    if larger > settings.copied_share:
        return Relation.REWRITE
    return Relation.EXCERPT


def _addresses(article: Article) -> set[str]:
    found = set()
    for url in (article.url, *article.urls):
        parts = split_address(url)
        if parts is not None and is_article_address(url):
            found.add(f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}")
    return found


def _is_version(a: Article, b: Article) -> bool:
    """Whether the two stand at one address: two states of one article."""
    return bool(_addresses(a) & _addresses(b))


def _find_grounds(sides: tuple[Side, Side]) -> tuple[list[Ground], list[Objection]]:
    """Everything that speaks for or against a way; where a credit for the whole text decides, texts are not read."""
    a, b = sides[0].giver, sides[0].taker
    naming = [ground for side in sides for ground in (*naming_grounds(side), *signature_grounds(side))]
    is_named = any(ground.weight >= Weight.PLACE for ground in naming)
    grounds = [*credit_grounds(a, b, sides, is_named=is_named), *naming]
    objections = [objection for side in sides for objection in order_objections(side)]
    if any(ground.weight is Weight.WHOLE for ground in grounds):
        return [ground for ground in grounds if ground.weight >= Weight.PLACE], objections
    for side in sides:
        grounds += [*own_work_grounds(side), *correction_grounds(side), *cut_grounds(side), *order_grounds(side)]
    grounds += shared_agency_grounds(sides[0])
    if grounds:  # what follows reads both bodies, and decides nothing alone
        for side in sides:
            grounds += later_grounds(side)
            objections += later_objections(side)
            for finding in style_findings(side):
                if isinstance(finding, Ground):
                    grounds.append(finding)
                else:
                    objections.append(finding)
    return grounds, objections


def _judge_direction(
    a: Article, b: Article, passages: Sequence[Passage], relation: Relation
) -> tuple[Direction, str | None, list[str]]:
    if relation is Relation.VERSION:
        return Direction.UNKNOWN, None, ["one address: two states of one article"]
    told = [passage for passage in passages if passage.kind is not PassageKind.CAPTION]
    if not told:
        return _judge_captions(a, b)
    sides = sides_of(a, b, told)
    grounds, objections = _find_grounds(sides)
    # Hints fit a third source too: they count for something only where neither text names any.
    with_hints = not any(has_other_sources(side) for side in sides)
    counted = [ground for ground in grounds if with_hints or ground.weight > Weight.HINT]
    if relation is Relation.EXCERPT:
        counted = [_of_other_report(ground, sides) for ground in counted]
    direction, via, reasons = weigh_grounds(counted, objections)
    hints = [ground.words for ground in grounds if ground.weight is Weight.HINT and not with_hints]
    if not reasons and not hints:
        reasons = [NOTHING_SAID]
    elif direction is Direction.UNKNOWN:
        hints.append(UNDECIDED)
    return direction, via, [*reasons, *hints]


def _of_other_report(ground: Ground, sides: tuple[Side, Side]) -> Ground:
    """The ground, pointing to a common source where it names the giver's house, but means another report of it.

    A house prints what it wrote before in its next report. So a little text in an article that was out the day before
    is from an earlier one; and an article whose whole text is the house's, of which little stands in this report, is
    another report of the house.
    """
    if ground.via is None or ground.kind not in _OF_A_HOUSE:
        return ground
    for side in sides:
        if ground.direction is not side.direction or side.giver.kind == "release":
            continue
        reason = ""
        if is_out_before(side.taker, side.giver):
            reason = f"but {side.giver.article} came out later, so both have it from an earlier report"
        elif ground.weight is Weight.WHOLE and body_share(side.taker, side.taker_spans()) <= _LITTLE:
            reason = f"but little of {side.taker.article} stands in {side.giver.article}: two reports of one house"
        if reason:
            return replace(ground, direction=Direction.COMMON_SOURCE, words=f"{ground.words}; {reason}")
    return ground


def _judge_captions(a: Article, b: Article) -> tuple[Direction, str | None, list[str]]:
    """Two articles that share captions only: from an agency, where both credit their pictures to it."""
    pictures = [
        {credit.name for credit in article.credits if credit.role is CreditRole.PHOTO and is_agency(credit.name)}
        for article in (a, b)
    ]
    both = sorted(pictures[0] & pictures[1])
    if len(both) == 1 and not any(is_own_text(article, both[0]) for article in (a, b)):
        return Direction.COMMON_SOURCE, both[0], ["only captions are shared", f"both credit pictures to {both[0]}"]
    return Direction.UNKNOWN, None, ["only captions are shared"]


def judge_lineage(a: Article, b: Article, passages: Sequence[Passage], settings: LineageSettings) -> Lineage | None:
    """How two articles hang together, from their passages and from what they say about themselves.

    Direction follows from what points to a giver: a credit, its own publication, its name in the shared text, words
    that only its newsroom writes, a press release. Times of publication, later additions, house spelling, kept errors
    and cuts from the end rule a giver out, or count together where no other source is named. Where nothing decides,
    or reasons contradict one another, it is unknown.

    Args:
        a: The article with the smaller id.
        b: The other.
        passages: Of this pair, from `align_pair`.
        settings: Reads `copied_share`, `cut_share`.

    Returns:
        None where the pair shares no passage.
    """
    if not passages:
        return None
    if a.article > b.article:
        a, b = b, a
    told = [passage for passage in passages if passage.kind is not PassageKind.CAPTION]
    share_a = body_share(a, [passage.a_span for passage in told])
    share_b = body_share(b, [passage.b_span for passage in told])
    relation = _relate(a, b, (share_a, share_b), settings)
    direction, via, evidence = _judge_direction(a, b, passages, relation)
    if direction is Direction.COMMON_SOURCE and relation is not Relation.VERSION:
        relation = Relation.COMMON
    evidence.append(
        f"{len(passages)} shared {'passage' if len(passages) == 1 else 'passages'}: "
        f"{share_a:.0%} of the body of {a.article}, {share_b:.0%} of the body of {b.article}"
    )
    return Lineage(
        a=a.article,
        b=b.article,
        relation=relation,
        direction=direction,
        via=via,
        containment_a=round(share_a, 4),
        containment_b=round(share_b, 4),
        evidence=tuple(evidence),
    )
