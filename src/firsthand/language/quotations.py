"""Quotations of an article: direct, mixed and indirect, each with cue, source and speaker.

Direct ones come from the marks (`direct_speech`), the others from the parse (`attribution`). Where both see the same
words the marks win. A stretch between marks that neither claims is a title, a term or a scare quote, and no record.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from firsthand.language.attribution import Attribution, find_attributions
from firsthand.language.direct_speech import DirectSpeech, find_direct_speech
from firsthand.language.labelled_speech import LabelledSpeech, find_labelled_speech
from firsthand.language.parse import ArticleParse
from firsthand.language.people import find_people
from firsthand.language.posted_speech import find_posted_speech
from firsthand.language.quoted import Quoted, find_quoted
from firsthand.language.quoted_fragments import QuotedFragment, find_fragments
from firsthand.language.release_speech import find_release_speech
from firsthand.language.span_search import merge_spans, overlaps_any
from firsthand.language.speakers import Speaker, SpeakerFinder
from firsthand.model import Mention, Quotation, Span, overlap_length, record_id

__all__ = ["find_quotations"]

# An uncued quotation takes the speaker before it, but from no further up than this many paragraphs.
_CARRIED_PARAGRAPHS = 2
# A clause that stands to more than this share in direct speech is that speech.
_SAME_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class _Draft:
    kind: str
    act: str
    parts: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    source_word: int | None
    speaker: Speaker | None = None  # where something else than the source tells it

    @property
    def extent(self) -> Span:
        return Span(self.parts[0].start, self.parts[-1].end)

    @property
    def begins(self) -> int:
        return min(
            self.parts[0].start,
            *(span.start for span in (self.cue, self.source) if span is not None),
            self.parts[0].start,
        )


def find_quotations(
    parse: ArticleParse,
    article: str,
    mentions: Sequence[Mention],
    indirect: bool,
    byline: Span | None = None,
    sender: Span | None = None,
) -> tuple[Quotation, ...]:
    """The quotations of an article, in order of their extents.

    Args:
        parse: The article's parse.
        article: The article's id.
        mentions: Its names.
        indirect: Whether reported speech without quotation marks is wanted too.
        byline: Where the article says who wrote it: nobody named there is meant by a pronoun.
        sender: Where a press release names who sent it; None for an article that is none.
    """
    stretches = find_quoted(parse.text, parse.paragraphs)
    speeches = find_direct_speech(parse, stretches)
    drafts = [_direct(speech) for speech in speeches]
    spoken = frozenset(part.inner for speech in speeches for part in speech.parts)
    for attribution in _with_outer_sources(parse, find_attributions(parse), stretches):
        draft = _reported(parse, attribution, stretches, spoken)
        if draft is not None and (indirect or draft.kind != "indirect"):
            drafts.append(draft)
    # The words of a post are the poster's, with all that they quote.
    posted = [_labelled(speech) for speech in find_posted_speech(parse, stretches)]
    taken = merge_spans(draft.extent for draft in posted)
    drafts = [draft for draft in drafts if not overlaps_any(draft.extent, taken)] + posted
    labelled = [_labelled(speech) for speech in find_labelled_speech(parse, mentions)]
    taken = merge_spans(draft.extent for draft in drafts if draft.kind == "direct")
    drafts += [draft for draft in labelled if not overlaps_any(draft.extent, taken)]
    taken = merge_spans(draft.extent for draft in drafts)
    free = [each for each in stretches if not overlaps_any(each.inner, taken)]
    fragments = _one_for_each_clause(find_fragments(parse, stretches, free))
    drafts += [_fragment(parse, fragment, stretches) for fragment in fragments]
    drafts = _without_parts(drafts)
    drafts.sort(key=lambda draft: (draft.begins, draft.extent, draft.kind))
    if sender is not None:
        drafts += _released(parse, sender, stretches, drafts)
    apart = sorted([quoted.outer for quoted in stretches] + ([byline] if byline is not None else []))
    finder = SpeakerFinder(parse, find_people(parse, mentions, apart), mentions, apart)
    return _resolve(parse, article, drafts, finder)


def _touching(stretches: Sequence[Quoted], span: Span) -> list[Quoted]:
    """The stretches whose inner part shares a character with `span`; `stretches` in order, apart."""
    first = bisect_right(stretches, span.start, key=lambda each: each.inner.end)
    last = bisect_left(stretches, span.end, key=lambda each: each.inner.start)
    return list(stretches[first:last])


def _with_outer_sources(
    parse: ArticleParse, attributions: Sequence[Attribution], stretches: Sequence[Quoted]
) -> list[Attribution]:
    """The attributions, each whose source lies in quoted words with the source of the one before it in its sentence.

    "She said the "new road ... is safe", and insisted ...": whoever is quoted goes on, not a word of the quotation.
    """
    mended: list[Attribution] = []
    last: Attribution | None = None
    for attribution in attributions:
        source = attribution.source
        is_quoted = source is not None and bool(_touching(stretches, source))
        is_near = last is not None and parse.words[last.cue_word].sentence == parse.words[attribution.cue_word].sentence
        if is_quoted and last is not None and is_near:
            mended.append(replace(attribution, source=last.source, source_word=last.source_word))
            continue
        mended.append(attribution)
        if source is not None and not is_quoted:
            last = attribution
    return mended


def _labelled(speech: LabelledSpeech) -> _Draft:
    return _Draft(speech.kind, "said", (speech.content,), speech.cue, speech.source, speech.source_word)


def _released(parse: ArticleParse, sender: Span, stretches: Sequence[Quoted], drafts: Sequence[_Draft]) -> list[_Draft]:
    """What a release says of itself, where nothing else is found: its sender's words."""
    speaker = Speaker(" ".join(parse.text[sender.start : sender.end].split()), (sender,))
    taken = merge_spans(draft.extent for draft in drafts if draft.kind == "direct")
    sentences = find_release_speech(parse, [quoted.outer for quoted in stretches])
    return [
        _Draft("direct", "said", (sentence,), None, None, None, speaker)
        for sentence in sentences
        if not overlaps_any(sentence, taken)
    ]


def _one_for_each_clause(fragments: Sequence[QuotedFragment]) -> list[QuotedFragment]:
    """The fragments without those that stand in what another reports."""
    kept: list[QuotedFragment] = []
    for fragment in sorted(fragments, key=lambda each: (each.content.start, -each.content.end)):
        if not kept or fragment.content.start >= kept[-1].content.end:
            kept.append(fragment)
    return kept


def _fragment(parse: ArticleParse, found: QuotedFragment, stretches: Sequence[Quoted]) -> _Draft:
    parts = _without_marks(parse.text, (found.content,), _touching(stretches, found.content))
    return _Draft("mixed", found.act, parts, found.cue, found.source, found.source_word)


def _without_parts(drafts: Sequence[_Draft]) -> list[_Draft]:
    """The drafts without direct speech that is the beginning of what its own cue reports.

    '"It is late," he said, but "not too late".'
    """
    mixed = {draft.cue: draft.extent for draft in drafts if draft.kind == "mixed" and draft.cue is not None}

    def is_part(draft: _Draft) -> bool:
        whole = mixed.get(draft.cue) if draft.kind == "direct" and draft.cue is not None else None
        return whole is not None and whole.start <= draft.extent.start and draft.extent.end <= whole.end

    return [draft for draft in drafts if not is_part(draft)]


def _direct(speech: DirectSpeech) -> _Draft:
    cue = speech.cue
    return _Draft(
        "direct",
        "said",
        tuple(part.inner for part in speech.parts),
        cue.cue if cue else None,
        cue.source if cue else None,
        cue.source_word if cue else None,
    )


def _reported(
    parse: ArticleParse, attribution: Attribution, stretches: Sequence[Quoted], spoken: frozenset[Span]
) -> _Draft | None:
    """What an attribution reports as a draft; None where it is direct speech, or stands inside some."""
    extent = attribution.extent
    quoted = _touching(stretches, extent)
    covered = sum(overlap_length(extent, each.inner) for each in quoted if each.inner in spoken)
    if covered > _SAME_SHARE * (extent.end - extent.start):
        return None
    if _touching(stretches, attribution.cue):
        return None
    parts = _without_marks(parse.text, attribution.parts, quoted)
    if not parts:
        return None
    return _Draft(
        "mixed" if quoted else "indirect",
        attribution.act,
        parts,
        attribution.cue,
        attribution.source,
        attribution.source_word,
    )


def _without_marks(text: str, parts: Sequence[Span], quoted: Sequence[Quoted]) -> tuple[Span, ...]:
    """The parts, cut where quotation marks stand in them; a stretch that a part runs into is taken whole."""
    cuts = sorted(
        {place for each in quoted for place in (each.outer.start, each.inner.start, each.inner.end, each.outer.end)}
    )
    found: list[Span] = []
    for part in parts:
        start, end = part
        for each in quoted:
            if each.outer.start < end < each.inner.end:
                end = each.inner.end
        edges = [start, *(cut for cut in cuts if start < cut < end), end]
        for left, right in pairwise(edges):
            is_mark = any(
                (each.outer.start <= left and right <= each.inner.start)
                or (each.inner.end <= left and right <= each.outer.end)
                for each in quoted
            )
            while left < right and text[left].isspace():
                left += 1  # noqa: PLW2901
            while right > left and text[right - 1].isspace():
                right -= 1  # noqa: PLW2901
            # Of two parts that run into one stretch the first takes it.
            is_taken = bool(found) and left < found[-1].end
            if not is_mark and not is_taken and any(character.isalnum() for character in text[left:right]):
                found.append(Span(left, right))
    return tuple(found)


def _resolve(
    parse: ArticleParse, article: str, drafts: Sequence[_Draft], finder: SpeakerFinder
) -> tuple[Quotation, ...]:
    starts = [paragraph.start for paragraph in parse.paragraphs]
    quotations: list[Quotation] = []
    before: Speaker | None = None
    spoke_in = -_CARRIED_PARAGRAPHS - 1
    for draft in drafts:
        paragraph = bisect_right(starts, draft.begins) - 1
        if draft.speaker is not None:
            speaker = draft.speaker
        elif draft.source is not None and draft.source_word is not None:
            speaker = finder.speaker_of(draft.source, draft.source_word, before)
        else:
            is_near = paragraph - spoke_in <= _CARRIED_PARAGRAPHS
            carried = before if is_near and draft.kind == "direct" else None
            speaker = finder.unsaid(draft.cue, carried)
        if (draft.kind != "indirect" or draft.act == "said") and speaker.chain:
            before, spoke_in = speaker, bisect_right(starts, draft.extent.end) - 1
        quotations.append(_record(article, draft, speaker))
    return tuple(sorted(quotations, key=lambda quotation: (quotation.span, quotation.kind, quotation.quotation)))


def _record(article: str, draft: _Draft, speaker: Speaker) -> Quotation:
    why_null = {"speaker_name": speaker.why_null} if speaker.name is None else {}
    if draft.cue is None:
        why_null["cue_span"] = "no reporting verb or phrase stands beside it"
    # Words that go on without a cue have the source of those before them.
    source = draft.source or (speaker.chain[0] if speaker.chain else None)
    if source is None:
        why_null["source_span"] = "nobody is named beside it"
    cue_start = draft.cue.start if draft.cue else -1
    return Quotation(
        quotation=record_id(
            "quotation", article, draft.kind, str(draft.extent.start), str(draft.extent.end), str(cue_start)
        ),
        article=article,
        span=draft.extent,
        spans=draft.parts,
        kind=draft.kind,
        act=draft.act,
        cue_span=draft.cue,
        source_span=source,
        speaker_form=speaker.name,
        speaker_name=speaker.name,
        chain=speaker.chain,
        why_null=why_null,
    )
