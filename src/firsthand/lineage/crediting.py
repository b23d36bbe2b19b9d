"""Crediting: what two articles say about where their text comes from, and whose publications they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.lexicon.agencies import UNNAMED_AGENCIES
from firsthand.lexicon.agency_marks import find_agency_marks
from firsthand.lexicon.house_marks import find_republication
from firsthand.lexicon.houses import agency_of, is_agency, is_same_house
from firsthand.lexicon.instants import is_earlier
from firsthand.lineage.grounds import Ground, GroundKind, Side, Weight
from firsthand.model import Article, CreditRole, Direction

__all__ = ["credit_grounds", "credits_unnamed", "full_credits", "is_own_text", "named_sources", "text_sources"]

_FEWEST_SHARED = 150  # characters: a sentence may be a statement that both were sent


def full_credits(article: Article) -> tuple[str, ...]:
    """Agencies and outlets that the article credits its whole text to, sorted; "Agencies" names none."""
    named = {credit.name for credit in article.credits if credit.role is CreditRole.FULL}
    return tuple(sorted(named - {UNNAMED_AGENCIES}))


def credits_unnamed(article: Article) -> bool:
    """Whether the article credits its whole text to agencies without saying which."""
    return any(credit.role is CreditRole.FULL and credit.name == UNNAMED_AGENCIES for credit in article.credits)


def text_sources(article: Article) -> set[str]:
    """Every agency or outlet that the article names as a source of its text, or whose desk left its trace in it."""
    partial = {credit.name for credit in article.credits if credit.role is CreditRole.PARTIAL}
    marks = {mark.agency for mark in find_agency_marks(article.text)}
    return (partial | set(article.agencies) | set(full_credits(article)) | marks) - {UNNAMED_AGENCIES}


def named_sources(article: Article) -> set[str]:
    """Every agency or outlet that the article names as a source of text or of a statement."""
    return text_sources(article) | set(article.cites)


def is_own_text(article: Article, source: str) -> bool:
    """Whether `article` was published by `source` itself: its outlet or its address says so."""
    return is_same_house(source, article.outlet, article.url)


def _is_release_later(release: Article, report: Article) -> bool:
    """Whether the day on which the release came out is known to be after that of the report."""
    return is_earlier((report.published or "")[:10], (release.published or "")[:10], is_one_zone=True) is True


def credit_grounds(a: Article, b: Article, sides: Sequence[Side], *, is_named: bool) -> Iterator[Ground]:
    """What the credits for the whole text, or a part of it, say of the pair.

    Args:
        a: One article.
        b: The other.
        sides: The pair seen both ways.
        is_named: One of them names the other's house in or beside the shared text. Then a credit that only one of
            them gives to an agency does not speak against it, nor that one is an agency's page: an agency, too,
            quotes outlets.
    """
    found = list(_shared_credits(a, b))
    found = found or [ground for side in sides for ground in _given_text(side)]
    if is_named:
        found = [ground for ground in found if ground.kind is not GroundKind.AGENCY]
    yield from found
    if found:
        return
    third = list(_third_credits(a, b))
    yield from (ground for ground in third if not is_named or ground.weight is Weight.WHOLE)


def _shared_credits(a: Article, b: Article) -> Iterator[Ground]:
    """Both credit their whole text to one house: from its own publication, if one of them is that, else from it."""
    for source in sorted(set(full_credits(a)) & set(full_credits(b))):
        own_a, own_b = is_own_text(a, source), is_own_text(b, source)
        if own_a != own_b:
            direction = Direction.A_TO_B if own_a else Direction.B_TO_A
            words = f"both credit {source}, and {a.article if own_a else b.article} is its own publication"
        else:
            direction, words = Direction.COMMON_SOURCE, f"both credit their whole text to {source}"
        yield Ground(kind=GroundKind.CREDIT, direction=direction, weight=Weight.WHOLE, words=words, via=source)
        return


def _given_text(side: Side) -> Iterator[Ground]:
    """A press release, a whole text credited to the other's house, an agency's own report: the other is the giver."""
    giver, taker = side.giver, side.taker
    if (giver.kind, taker.kind) == ("release", "article"):
        if not _is_release_later(giver, taker):
            words = f"{giver.article} is a press release, and {taker.article} has text of it"
            yield _whole(side.direction, words, giver.outlet)
        return
    foreign = [source for source in full_credits(giver) if not is_own_text(giver, source)]
    if foreign:  # the giver's own text is another's: who names the giver does not mean it
        return
    for source in full_credits(taker):
        if is_own_text(giver, source) and not is_own_text(taker, source):
            words = f"{taker.article} credits its whole text to {source}, which published {giver.article}"
            yield _whole(side.direction, words, source)
            return
    republished = find_republication(taker.text)
    if republished and is_own_text(giver, republished[0]) and not is_own_text(taker, republished[0]):
        words = f"{taker.article} says that it was first published by {republished[0]}, which published {giver.article}"
        yield _whole(side.direction, words, republished[0])
        return
    yield from _agency_report(side)


def _agency_report(side: Side) -> Iterator[Ground]:
    """One is an agency's own publication, the other an outlet's that names no other agency as a source of its text."""
    giver, taker = side.giver, side.taker
    agency = agency_of(giver.outlet, giver.url)
    if agency is None or agency_of(taker.outlet, taker.url) is not None or not (taker.outlet or taker.url):
        return
    sources = text_sources(taker)
    if agency in sources:
        words = f"{taker.article} credits {agency} for text, and {giver.article} is its own publication"
        yield Ground(kind=GroundKind.CREDIT, direction=side.direction, weight=Weight.PLACE, words=words, via=agency)
    elif _shared_length(side) >= _FEWEST_SHARED and not sources and not credits_unnamed(taker):
        words = f"{giver.article} is {agency}'s own publication, and {taker.article} names no source of its text"
        yield Ground(kind=GroundKind.AGENCY, direction=side.direction, weight=Weight.TEXT, words=words, via=agency)


def _shared_length(side: Side) -> int:
    return sum(span.end - span.start for span in side.taker_spans())


def _third_credits(a: Article, b: Article) -> Iterator[Ground]:
    """A house that neither of them is, and that one of them, or both, have text from."""
    whole = [ground for one, other in ((a, b), (b, a)) for ground in _whole_credits(one, other)]
    if whole:  # a credit that names one house goes before one that names several, or none
        yield min(whole, key=lambda ground: (ground.via is None, ground.words))
        return
    both = text_sources(a) | text_sources(b)
    shared = sorted(source for source in named_sources(a) & named_sources(b) & both)
    shared = [source for source in shared if not is_own_text(a, source) and not is_own_text(b, source)]
    if shared:
        yield _third(f"both name {shared[0]} as a source", shared[0], Weight.TEXT)
        return
    for one, other in ((a, b), (b, a)):
        marks = sorted({mark.agency for mark in find_agency_marks(one.text)})
        if marks and not is_own_text(one, marks[0]) and not is_own_text(other, marks[0]):
            yield _third(f"{one.article} keeps a mark of {marks[0]}'s desk", marks[0], Weight.TEXT)
            return


def _whole_credits(one: Article, other: Article) -> Iterator[Ground]:
    """The house, neither of the two, that `one` credits its whole text to, or says it was first published by."""
    foreign = [each for each in full_credits(one) if not (is_own_text(one, each) or is_own_text(other, each))]
    republished = find_republication(one.text)
    if len(foreign) == 1:
        yield _third(f"{one.article} credits its whole text to {foreign[0]}", foreign[0], Weight.PLACE)
    elif foreign or credits_unnamed(one):
        named = ", ".join(foreign) or "agencies that it does not name"
        yield _third(f"{one.article} credits its whole text to {named}", None, Weight.PLACE)
    elif republished and not is_own_text(one, republished[0]) and not is_own_text(other, republished[0]):
        words = f"{one.article} says that it was first published by {republished[0]}"
        yield _third(words, republished[0], Weight.PLACE)


def _third(words: str, via: str | None, weight: Weight) -> Ground:
    kind = GroundKind.AGENCY if is_agency(via) else GroundKind.CREDIT
    return Ground(kind=kind, direction=Direction.COMMON_SOURCE, weight=weight, words=words, via=via)


def _whole(direction: Direction, words: str, via: str | None) -> Ground:
    return Ground(kind=GroundKind.CREDIT, direction=direction, weight=Weight.WHOLE, words=words, via=via)
