"""Lineage of a pair: how much each has of the other, who had it first where the evidence decides, and why."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.lexicon.agencies import UNNAMED_AGENCIES
from firsthand.lexicon.instants import is_earlier
from firsthand.lexicon.outlets import is_article_address, is_same_outlet, split_address
from firsthand.lineage.settings import LineageSettings
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


def outlet_of(article: Article) -> str | None:
    """The outlet's name, else the host of the address, else None."""
    if article.outlet:
        return article.outlet
    return _host(article.url)


def _host(address: str | None) -> str | None:
    parts = split_address(address)
    return parts.hostname if parts else None


def full_credits(article: Article) -> tuple[str, ...]:
    """Agencies and outlets that the article credits its whole text to, sorted; "Agencies" names none."""
    named = {credit.name for credit in article.credits if credit.role is CreditRole.FULL}
    return tuple(sorted(named - {UNNAMED_AGENCIES}))


def credits_unnamed(article: Article) -> bool:
    """Whether the article credits its whole text to agencies without saying which."""
    return any(credit.role is CreditRole.FULL and credit.name == UNNAMED_AGENCIES for credit in article.credits)


def _partial_credits(article: Article) -> set[str]:
    partial = {credit.name for credit in article.credits if credit.role is CreditRole.PARTIAL}
    return (partial | set(article.agencies)) - set(full_credits(article)) - {UNNAMED_AGENCIES}


def named_sources(article: Article) -> set[str]:
    """Every agency or outlet that the article names as a source of text or of a statement."""
    return set(full_credits(article)) | _partial_credits(article) | set(article.cites)


def is_own_text(article: Article, source: str) -> bool:
    """Whether `article` was published by `source` itself: its outlet or its address says so."""
    names = [article.outlet, _host(article.url)]
    return any(is_same_outlet(source, name) for name in names)


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


def _judge_credits(a: Article, b: Article) -> tuple[Direction, str | None, str] | None:
    """Direction from what the articles themselves say about where their text comes from."""
    full_a, full_b = set(full_credits(a)), set(full_credits(b))
    for source in sorted(full_a & full_b):
        own_a, own_b = is_own_text(a, source), is_own_text(b, source)
        if own_a != own_b:
            direction = Direction.A_TO_B if own_a else Direction.B_TO_A
            return (
                direction,
                source,
                f"both credit {source}, and {a.article if own_a else b.article} is its own publication",
            )
        return Direction.COMMON_SOURCE, source, f"both credit their whole text to {source}"
    for release, report, forward in ((a, b, Direction.A_TO_B), (b, a, Direction.B_TO_A)):
        if (release.kind, report.kind) == ("release", "article") and not _is_later(release, report):
            return forward, release.outlet, f"{release.article} is a press release, and {report.article} has text of it"
    for first, second, forward in ((a, b, Direction.A_TO_B), (b, a, Direction.B_TO_A)):
        named = sorted(source for source in named_sources(second) if is_own_text(first, source))
        names_back = any(is_own_text(second, source) for source in named_sources(first))
        if named and not names_back and not is_own_text(second, named[0]):
            return forward, named[0], f"{second.article} names {named[0]}, which published {first.article}"
    shared = sorted(named_sources(a) & named_sources(b) & (full_a | full_b | _partial_credits(a) | _partial_credits(b)))
    if shared:
        return Direction.COMMON_SOURCE, shared[0], f"both name {shared[0]} as a source"
    for article, full in ((a, full_a), (b, full_b)):
        if len(full) == 1:
            source = next(iter(full))
            return Direction.COMMON_SOURCE, source, f"{article.article} credits its whole text to {source}"
    return None  # two articles that cite one outlet for a statement may have all the rest from anywhere


def _is_later(article: Article, other: Article) -> bool:
    """Whether the day on which `article` came out is known to be after that of `other`, each as its outlet dates it."""
    return is_earlier((other.published or "")[:10], (article.published or "")[:10], is_one_zone=True) is True


def _judge_direction(
    a: Article, b: Article, passages: Sequence[Passage], relation: Relation
) -> tuple[Direction, str | None, list[str]]:
    if relation is Relation.VERSION:
        return Direction.UNKNOWN, None, ["one address: two states of one article"]
    if all(passage.kind is PassageKind.CAPTION for passage in passages):
        return Direction.UNKNOWN, None, ["only captions are shared"]
    judged = _judge_credits(a, b)
    if judged is None:
        return Direction.UNKNOWN, None, ["no credit, address or citation says who had the text first"]
    direction, via, reason = judged
    contrary = _time_against(a, b, direction)
    if contrary:
        return Direction.UNKNOWN, via, [reason, contrary]
    return direction, via, [reason]


def _time_against(a: Article, b: Article, direction: Direction) -> str | None:
    """Why the publication days speak against `direction`; None where they do not, or are not known."""
    if direction not in {Direction.A_TO_B, Direction.B_TO_A} or not (a.published and b.published):
        return None
    giver, taker = (a, b) if direction is Direction.A_TO_B else (b, a)
    day, other_day = (giver.published or "")[:10], (taker.published or "")[:10]
    # A page that is updated carries its last date: one day of doubt is usual, and months too. Only a taker that was
    # out long before its giver can be no taker, unless the giver's date is that of an update.
    if len(day) == len(other_day) == len("2000-01-01") and day[:7] > other_day[:7] and giver.updated is None:
        return f"{taker.article} is dated {other_day}, before {giver.article} ({day})"
    return None


def judge_lineage(a: Article, b: Article, passages: Sequence[Passage], settings: LineageSettings) -> Lineage | None:
    """How two articles hang together, from their passages and from what they say about themselves.

    Direction follows from a full credit, from the source's own publication, from a citation of it, or from one of
    them being a press release. Times of publication alone never decide: pages carry the time of their last change,
    and one report reaches all within minutes. Where nothing decides it is unknown.

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
