"""The same words of the same speaker across articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from firsthand.accounts.affair import Affair
from firsthand.accounts.alterations import judge_alteration
from firsthand.accounts.saying_copies import link_copies
from firsthand.accounts.saying_cores import Cores
from firsthand.accounts.saying_echoes import find_echoes
from firsthand.accounts.saying_foreign import find_foreign, is_foreign, link_foreign
from firsthand.accounts.saying_fragments import find_fragments
from firsthand.accounts.saying_groups import group_pieces
from firsthand.accounts.saying_likeness import weigh_stems
from firsthand.accounts.saying_links import Link, link_pieces
from firsthand.accounts.saying_meanings import link_meanings
from firsthand.accounts.saying_speakers import Speakers
from firsthand.accounts.saying_splices import Splice, find_splices
from firsthand.accounts.saying_tellings import Telling, settle_tellings
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.stretches import Piece, Stretch, find_stretches, read_pieces
from firsthand.model import Span, Utterance, UtteranceInstance, record_id

__all__ = ["link_utterances"]


def link_utterances(affair: Affair, settings: AccountsSettings) -> list[Utterance]:
    """What one speaker said once, as two or more articles of the affair report it.

    Args:
        affair: The stories, with what was read in their articles.
        settings: Of this stage.

    Returns:
        Utterances in order of their leading instance's article and place. The fullest instance leads; the others
        follow by article and place.
    """
    pieces = read_pieces(_find_all(affair, settings), affair)
    weights = weigh_stems(affair)
    links, far, splices = _link(pieces, weights, affair, settings)
    meanings = {(pieces[link.a].keys, pieces[link.b].keys) for link in far}
    published = {name: article.published for name, article in affair.articles.items() if article.published}
    spliced = {pieces[splice.piece] for splice in splices}
    foreign = {piece for piece in pieces if is_foreign(piece, affair)}
    cores = Cores(weights, meanings, spliced | foreign, published, settings)
    texts = {name: article.text for name, article in affair.articles.items()}
    sayings = [
        saying
        for group in group_pieces(pieces, links, settings)
        for saying in cores.split(settle_tellings(group, texts))
        if len({telling.article for telling in saying}) > 1
    ]
    speakers = Speakers.of(sayings, affair)
    found = [_utterance(tellings, speakers, spliced, affair, settings) for tellings in sayings]
    return sorted(found, key=lambda each: (each.instances[0].article, each.instances[0].span, each.utterance))


def _link(
    pieces: Sequence[Piece], weights: Mapping[str, float], affair: Affair, settings: AccountsSettings
) -> tuple[list[Link], list[Link], list[Splice]]:
    """All links between pieces; those of them that are made by meaning or splice; the splices."""
    links = [*link_pieces(pieces, weights, settings), *link_copies(pieces, affair)]
    splices = find_splices(pieces, links)
    spliced = {splice.piece for splice in splices}
    links = [link for link in links if link.a not in spliced and link.b not in spliced]
    far = [Link(min(splice), max(splice), 1.0, is_sure=True) for splice in splices if splice.source not in spliced]
    far += link_meanings(pieces, [*links, *far], weights, affair, settings)
    far += link_foreign(pieces, affair, settings)
    return sorted([*links, *far]), far, splices


def _find_all(affair: Affair, settings: AccountsSettings) -> list[Stretch]:
    """The quotations of the affair, and what else its articles print in words that others quote."""
    found = find_stretches(affair, settings)
    found += find_echoes(found, affair)
    found += find_fragments(found, affair)
    return _drop_inner([*found, *find_foreign(affair)])


def _drop_inner(stretches: Sequence[Stretch]) -> list[Stretch]:
    """`stretches` in order, without what stands within direct speech: that is told by the speaker, not the article."""
    kept: list[Stretch] = []
    last: Stretch | None = None  # the direct stretch that reaches furthest in the article
    for stretch in sorted(stretches, key=lambda each: (each.article, each.span.start, -each.span.end, each.order)):
        is_inner = last is not None and last.article == stretch.article and stretch.span.end <= last.span.end
        if is_inner:
            continue
        kept.append(stretch)
        if stretch.kind == "direct":
            last = stretch
    return sorted(kept, key=lambda each: each.order)


def _utterance(
    tellings: Sequence[Telling],
    speakers: Speakers,
    spliced: set[Piece],
    affair: Affair,
    settings: AccountsSettings,
) -> Utterance:
    speaker = speakers.name(tellings)
    others = [telling for telling in tellings if speakers.is_other(telling, speaker.name, tellings)]
    # Of equal words those lead that are given to the speaker.
    lead = next((each for each in tellings if each.keys == tellings[0].keys and each not in others), tellings[0])
    rest = [telling for telling in tellings if telling is not lead]
    instances = [_instance(lead, "verbatim", (), affair)]
    for telling in rest:
        alteration = judge_alteration(lead, telling, tellings, settings)
        kind = "spliced" if not spliced.isdisjoint(telling.pieces) else alteration.kind
        if telling in others:
            kind = "other_speaker"
        instances.append(_instance(telling, kind, alteration.changed, affair))
    origins = {each.origin for each in instances if each.origin is not None}
    return Utterance(
        utterance=record_id("utterance", lead.article, str(lead.span.start), str(lead.span.end)),
        stories=affair.stories_of([each.article for each in instances]),
        speaker=speaker.entity,
        speaker_name=speaker.name,
        origins=tuple(sorted(origins)),
        instances=tuple(instances),
    )


def _instance(telling: Telling, alteration: str, changed: tuple[Span, ...], affair: Affair) -> UtteranceInstance:
    return UtteranceInstance(
        quotation=telling.stretch.quotation,
        article=telling.article,
        origin=affair.origin_of.get(telling.article),
        span=telling.span,
        kind=telling.stretch.kind,
        alteration=alteration,
        changed=changed,
        speaker_as_written=telling.stretch.voice.written,
    )
