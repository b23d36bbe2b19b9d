"""Quantities of an article: numbers with qualifier, unit and what they count, and whom they are credited to.

A paragraph is read number by number (`quantity_drafts`); the parse tells what is counted (`quantity_counted`). Dates,
times of day and what recurs stay with the time expressions; durations are in both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from heapq import heappop, heappush, nsmallest

from firsthand.language.parse import ArticleParse
from firsthand.language.quantity_counted import counted, measured
from firsthand.language.quantity_drafts import Draft, read_drafts
from firsthand.language.quantity_refusals import QuantityContext
from firsthand.model import Quantity, Quotation, Span, TimeExpression

__all__ = ["find_quantities"]

_QUOTES = str.maketrans("’‘`´", "''''")
_STERLING = re.compile(r"£|\bpounds? sterling\b")
_COUNTED_KINDS = frozenset({"count", "ordinal", "ratio", "score"})
# Acts whose contents are told as so; what somebody plans is nobody's count.
_TELLING_ACTS = frozenset({"said", "thought"})
_PRONOUNS = frozenset("i you he she it we they who that this which those these one some others there".split())
_DEEPEST_NESTING = 4  # quotations in one another that are looked at
_LONGEST_SPAN = 80  # characters; a longer phrase is cut back to the number with its unit
# The parse often hangs a number behind the comma of such an opening wrongly, so that no quotation is found.
_ACCORDING = re.compile(r"According\sto\s(?:the\s)?(?P<source>[^,.;:\d]{2,60}),\s")
_FARTHEST_NOUN = 60
_GOES_ON = re.compile(r"\s(?:in|at|from|on|for|to)\s[^.;:!?]{1,50}(?:,|\sand|,\sand)\s")
_FEWEST_THOUSANDS, _FEWEST_MILLIONS = 1e3, 1e6
_CHANGE = re.compile(r"\b(?:to|from|than)\s(?:just\s|only\s)?$")
_SENTENCE_END = re.compile(r"[.!?][\s\"'”’)]|\n")
_IN_PLACE = re.compile(r"\s(?:in|at|from|on|for|to)\s")
_AS_OF = re.compile(
    r"\b(?:as\s(?:of|at)|by|until|up\sto|through)\s(?:(?:late|early|the\s(?:end|close)\sof)\s)?$", re.IGNORECASE
)
_FIRMLY_AS_OF = re.compile(r"\bas\s(?:of|at)\s", re.IGNORECASE)


def find_quantities(
    parse: ArticleParse, article: str, times: Sequence[TimeExpression], quotations: Sequence[Quotation]
) -> tuple[Quantity, ...]:
    """The quantities of an article, in order of their spans.

    Spans may overlap where a number stands in the phrase of another: "10 of the 12 passengers".

    Args:
        parse: The article's parse.
        article: The article's id.
        times: Its time expressions, in order.
        quotations: Its quotations.
    """
    context = QuantityContext(parse, parse.text.translate(_QUOTES), times)
    is_sterling = _STERLING.search(parse.text) is not None
    drafts = [draft for paragraph in parse.paragraphs for draft in read_drafts(context, paragraph, is_sterling)]
    credited = _credits(parse.text, [draft.core for draft in drafts], quotations)
    openings = _according_to(parse)
    found: list[Quantity] = []
    for draft, source in zip(drafts, credited, strict=True):
        before = found[-1] if found else None
        found.append(_record(context, article, draft, source or _opening(context, draft, openings), before))
    return tuple(sorted(found, key=lambda quantity: quantity.span))


def _record(
    context: QuantityContext, article: str, draft: Draft, credited: str | None, before: Quantity | None
) -> Quantity:
    first, last = context.words_of(*draft.core)
    of: str | None = None
    kind, end = draft.kind, draft.core.end
    if first < last:
        if kind in _COUNTED_KINDS and not _is_broken(draft.value):
            of, behind = counted(context.parse, first, last)
        else:
            of, behind = measured(context.parse, first, last, kind)
        end = max(end, context.parse.words[behind - 1].end)
        if end - draft.start > _LONGEST_SPAN:
            end = draft.core.end
    quantity = Quantity(
        article=article,
        span=Span(draft.start, end),
        value=draft.value,
        qualifier=draft.qualifier,
        unit=draft.unit,
        of=of,
        kind=kind,
        attributed_to=credited,
        as_of=_as_of(context, first, draft) if first < last else None,
    )
    return quantity if before is None else _carried_on(context.text, before, draft, quantity)


def _carried_on(text: str, before: Quantity, draft: Draft, quantity: Quantity) -> Quantity:
    """The quantity with what it leaves out because the one before it has just said so."""
    if _is_conversion(text, before, draft):
        qualifier = quantity.qualifier or before.qualifier
        return replace(quantity, qualifier=qualifier, of=before.of or quantity.of)
    if quantity.of is not None or quantity.kind != "count":
        return quantity
    if _is_same_money(text, before, draft):
        return replace(quantity, kind="money", unit=before.unit)
    return replace(quantity, of=before.of) if _is_same_noun(text, before, draft) else quantity


def _is_conversion(text: str, before: Quantity, draft: Draft) -> bool:
    """Whether it gives the measure before it in another unit: "about 140 miles (230 km)"."""
    is_bracketed = text[before.span.end : draft.start] in {" (", "("}
    return is_bracketed and draft.unit is not None and before.unit != draft.unit and before.kind == draft.kind


def _is_broken(value: float | str) -> bool:
    """Whether it is above one and no whole number: a level of something, and no count of people."""
    return isinstance(value, float) and value > 1.0 and value != int(value)


def _is_same_noun(text: str, before: Quantity, draft: Draft) -> bool:
    """Whether a number without a noun counts what the one before it does: "300 jobs in Corvale and 70 in Norvik"."""
    if before.kind != "count" or not 0 < draft.start - before.span.end <= _FARTHEST_NOUN:
        return False
    between = text[before.span.end : draft.start]
    return _GOES_ON.fullmatch(between) is not None and _IN_PLACE.match(text, draft.core.end) is not None


def _is_same_money(text: str, before: Quantity, draft: Draft) -> bool:
    """Whether a large number without unit and noun is in the currency before it: "$40m, up from 38 million"."""
    if before.kind != "money" or not 0 < draft.start - before.span.end <= _FARTHEST_NOUN:
        return False
    if not isinstance(draft.value, float) or _SENTENCE_END.search(text, before.span.end, draft.start):
        return False
    is_change = _CHANGE.search(text, before.span.end, draft.start) is not None
    return draft.value >= (_FEWEST_THOUSANDS if is_change else _FEWEST_MILLIONS)


def _credits(text: str, places: Sequence[Span], quotations: Sequence[Quotation]) -> list[str | None]:
    """For each place whom what stands there is credited to: the speaker of the quotation round it.

    The speaker's name, else the source as written, of the innermost quotation that has either; None where none has.

    Args:
        text: The article's text.
        places: In order.
        quotations: In any order.
    """
    waiting = sorted(
        (
            (part, order)
            for order, quotation in enumerate(quotations)
            if quotation.act in _TELLING_ACTS
            for part in quotation.spans
        ),
        reverse=True,
    )
    # Of the parts that have begun and not ended, the one that began last and ends first comes first.
    open_now: list[tuple[int, int, int]] = []
    found: list[str | None] = []
    for place in places:
        while waiting and waiting[-1][0].start <= place.start:
            part, order = waiting.pop()
            heappush(open_now, (-part.start, part.end, order))
        while open_now and open_now[0][1] < place.end:
            heappop(open_now)
        inner = [order for _, end, order in nsmallest(_DEEPEST_NESTING, open_now) if end >= place.end]
        speakers = (_speaker(text, quotations[order]) for order in inner)
        found.append(next((speaker for speaker in speakers if speaker is not None), None))
    return found


def _according_to(parse: ArticleParse) -> dict[int, str]:
    """By the index of a sentence that begins with "According to": the source as written."""
    found = {}
    for index, (start, end) in enumerate(parse.sentences):
        match = _ACCORDING.match(parse.text, start, end)
        if match is not None:
            found[index] = " ".join(match["source"].split())
    return found


def _opening(context: QuantityContext, draft: Draft, openings: dict[int, str]) -> str | None:
    first, last = context.words_of(*draft.core)
    return openings.get(context.parse.words[first].sentence) if openings and first < last else None


def _speaker(text: str, quotation: Quotation) -> str | None:
    if quotation.speaker_name is not None:
        return quotation.speaker_name
    source = quotation.source_span
    written = "" if source is None else " ".join(text[source.start : source.end].split())
    bare = written[4:] if written.lower().startswith("the ") else written
    return bare if bare and bare.lower() not in _PRONOUNS else None


def _as_of(context: QuantityContext, first: int, draft: Draft) -> str | None:
    """The time as of which the sentence gives the number: "as of Tuesday", "by Tuesday night"; None where none is said.

    "As of" holds for the whole sentence; "by" and its like only behind the number and only with a day.
    """
    parse = context.parse
    sentence = parse.sentences[parse.words[first].sentence]
    for time in context.times_in(sentence):
        lead = context.text[max(sentence.start, time.span.start - 24) : time.span.start]
        if time.earliest is None or not _AS_OF.search(lead):
            continue
        if _FIRMLY_AS_OF.search(lead) or (time.span.start >= draft.core.end and time.earliest == time.latest):
            return time.value[:16] if "T" in time.value and time.value[11:13].isdigit() else time.value.split("T")[0]
    return None
