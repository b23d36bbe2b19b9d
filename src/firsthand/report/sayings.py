"""Who said what: the sayings of a story by speaker, each in all the wordings in which outlets give it."""

from __future__ import annotations

from collections.abc import Sequence

from firsthand.model import Dossier, Quotation, Utterance, UtteranceInstance
from firsthand.report.account_views import SpeakerView, UtteranceView, VariantView
from firsthand.report.context import StoryContext
from firsthand.report.marking import Mark, Piece, cut_pieces, shorten_pieces
from firsthand.report.quotations import MOST_QUOTATIONS, group_quotations, view_quotation
from firsthand.report.views import QuotationView, SourceView
from firsthand.report.visible import shorten, visible_language
from firsthand.text.tokens import tokenise

__all__ = ["other_quotations", "view_speakers", "view_utterance"]

_MOST_VARIANTS = 8
_MOST_SOURCES = 3
_LONGEST_VARIANT = 1200
_LONGEST_NAME = 80


def _wording(instance: UtteranceInstance, context: StoryContext) -> tuple[str, ...]:
    text = context.articles[instance.article].text
    return tuple(token.norm for token in tokenise(text, instance.span.start, instance.span.end))


def _how(instance: UtteranceInstance, context: StoryContext) -> str | None:
    """What is different in this wording, in words; None where it stands as it was said."""
    key = f"sayings.alteration.{instance.alteration}"
    if instance.alteration == "verbatim" or not context.words.has(key):
        return None
    if instance.alteration == "other_speaker":
        written = shorten(instance.speaker_as_written or "", _LONGEST_NAME)
        return context.words.say(key, speaker=written or context.words.say("quotations.speaker_unknown"))
    return context.words.say(key)


def _source(instance: UtteranceInstance, context: StoryContext) -> SourceView | None:
    return context.source(instance.article, instance.span, [Mark(span, "changed") for span in instance.changed])


def _view_variant(same: Sequence[UtteranceInstance], context: StoryContext) -> VariantView:
    lead = same[0]
    row = context.articles[lead.article]
    by_article = {instance.article: instance for instance in reversed(same)}
    articles = context.one_of_each(dict.fromkeys(instance.article for instance in same))
    sources = (_source(by_article[article], context) for article in articles[:_MOST_SOURCES])
    named = context.name(articles[0])
    pieces: tuple[Piece, ...] = cut_pieces(row.text, lead.span, [Mark(span, "changed") for span in lead.changed])
    return VariantView(
        pieces=shorten_pieces(pieces, _LONGEST_VARIANT),
        how=_how(lead, context),
        in_marks=lead.kind == "direct",
        language=visible_language(row.language),
        told_by=context.words.count("count.tells", len(articles)),
        origins=context.marks_of(instance.origin or context.origin_of.get(instance.article, "") for instance in same),
        named=named if len(articles) == 1 else context.words.count("figures.and_more", len(articles) - 1, name=named),
        sources=tuple(source for source in sources if source is not None),
    )


def view_utterance(utterance: Utterance, context: StoryContext) -> UtteranceView | None:
    """The wordings of one saying: as it was said first, then those that most articles have."""
    groups: dict[tuple[str, tuple[str, ...]], list[UtteranceInstance]] = {}
    here = [instance for instance in utterance.instances if instance.article in context.articles]
    for instance in here:
        groups.setdefault((instance.alteration, _wording(instance, context)), []).append(instance)
    if not groups:
        return None
    ordered = sorted(groups.items(), key=lambda group: (group[0][0] != "verbatim", -len(group[1]), -len(group[0][1])))
    articles = {instance.article for instance in here}
    return UtteranceView(
        variants=tuple(_view_variant(same, context) for _, same in ordered[:_MOST_VARIANTS]),
        variants_left_out=max(0, len(ordered) - _MOST_VARIANTS),
        told_by=context.words.count("count.tells", len(articles)),
        origins=context.marks_of(instance.origin or context.origin_of.get(instance.article, "") for instance in here),
    )


def other_quotations(dossier: Dossier, groups: dict[str, list[list[Quotation]]]) -> dict[str, list[list[Quotation]]]:
    """Of what `group_quotations` put together: what belongs to no saying."""
    joined = {instance.quotation for utterance in dossier.utterances for instance in utterance.instances}
    left = {
        name: [same for same in told if joined.isdisjoint(quotation.quotation for quotation in same)]
        for name, told in groups.items()
    }
    return {name: told for name, told in left.items() if told}


def view_speakers(context: StoryContext) -> tuple[tuple[SpeakerView, ...], int]:
    """Speakers with their words, the most quoted first and the unknown last, and how many sayings are left out.

    What several articles report of one speaker stands before what one alone does.
    """
    sayings: dict[str, list[UtteranceView]] = {}
    ids: dict[str, str] = {}
    for utterance in context.dossier.utterances:
        view = view_utterance(utterance, context)
        if view is not None:
            sayings.setdefault(utterance.speaker_name or "", []).append(view)
            if utterance.speaker_name and utterance.speaker:
                ids.setdefault(utterance.speaker_name, utterance.speaker)
    others = other_quotations(context.dossier, group_quotations(context.dossier))
    for told in others.values():
        ids |= {each.speaker_name: each.speaker for same in told for each in same if each.speaker_name and each.speaker}
    counts = {name: len(sayings.get(name, ())) + len(others.get(name, ())) for name in {*sayings, *others}}
    room, views = MOST_QUOTATIONS, []
    for name in sorted(counts, key=lambda name: (not name, -counts[name], name)):
        utterances = tuple(sorted(sayings.get(name, ()), key=lambda each: -len(each.origins)))[:room]
        room -= len(utterances)
        quotations: tuple[QuotationView, ...] = tuple(
            view_quotation(same, context) for same in others.get(name, ())[:room]
        )
        room -= len(quotations)
        if utterances or quotations:
            unknown = context.words.say("quotations.speaker_unknown")
            href = context.links.entity(ids[name]) if name in ids else None
            views.append(
                SpeakerView(
                    name=name or unknown, known=bool(name), href=href, utterances=utterances, quotations=quotations
                )
            )
    return tuple(views), sum(counts.values()) - (MOST_QUOTATIONS - room)
