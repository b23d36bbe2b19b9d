"""One hand-made record of every kind, and one with every optional field left out."""

from __future__ import annotations

import pytest

from firsthand.model import (
    ArticleRow,
    Correction,
    Coverage,
    Credit,
    CreditRole,
    DateCandidate,
    Direction,
    Entity,
    Event,
    Figure,
    FigureValue,
    Happening,
    Label,
    Lineage,
    Member,
    Mention,
    Origin,
    OutletRepeat,
    Passage,
    PassageKind,
    Quantity,
    Quotation,
    Rejection,
    Relation,
    Run,
    Segment,
    SegmentLabel,
    Source,
    Span,
    Statement,
    StatementSentence,
    Story,
    Storyline,
    StorylineLink,
    TimeExpression,
    Utterance,
    UtteranceInstance,
    Version,
    Wording,
)

SOURCE = Source(path="in/ferry.jsonl", sha256="0" * 64, bytes_kept=120)
VALUES = (
    FigureValue(article="a1", origin="o-1", span=Span(1, 3), value=12.0, qualifier="at least", as_of="2031-05-02"),
    FigureValue(article="a2", origin=None, span=Span(4, 9), value="dozens", attributed_to="the mayor"),
)

FULL: dict[str, list[object]] = {
    "articles": [
        ArticleRow(
            article="a1",
            text="=Ferry sinks\nNORHAVEN - Twelve died.",
            url="https://gazette.example/1",
            urls=("https://gazette.example/1",),
            outlet="Norhaven Gazette",
            headline="=Ferry sinks",
            headline_span=Span(0, 12),
            published="2031-05-02T10:00:00+02:00",
            published_precision="minute",
            agencies=("Reuters",),
            credits=(Credit(name="Reuters", span=Span(3, 9), role=CreditRole.FULL),),
            body=(Span(13, 36),),
            source=SOURCE,
            why_null={"byline": "none is printed", "a": "b"},
            story="s-1",
            stories=("s-1",),
            origin="o-1",
        ),
        ArticleRow(article="a2", text="", source=Source(sha256="1" * 64, bytes_kept=0)),
    ],
    "segments": [Segment(article="a1", span=Span(0, 12), label=SegmentLabel.HEADLINE)],
    "dates": [
        DateCandidate(
            article="a1", kind="field", raw="May 2", locator="field published", chosen=True, reason="only one"
        ),
        DateCandidate(article="a1", kind="in_text", raw="today", span=Span(2, 4), reason="relative"),
    ],
    "times": [TimeExpression(article="a1", span=Span(0, 5), type="DATE", value="2031-W18")],
    "mentions": [Mention(article="a1", span=Span(13, 21), label="GPE")],
    "entities": [
        Entity(entity="e-1", name="Norhaven", label="GPE", aliases=("Norhaven Bay",), articles=2, lat=1.5, lon=-2.25)
    ],
    "quotations": [
        Quotation(
            quotation="q-1",
            article="a1",
            span=Span(1, 9),
            spans=(Span(1, 3), Span(5, 9)),
            kind="direct",
            cue_span=Span(3, 5),
            chain=(Span(9, 11),),
            why_null={"speaker": "a pronoun without a name before it"},
        )
    ],
    "quantities": [
        Quantity(article="a1", span=Span(0, 2), value=3.5, unit="km", kind="distance"),
        Quantity(article="a1", span=Span(0, 2), value="dozens", kind="count"),
    ],
    "passages": [
        Passage(
            a="a1", b="a2", a_span=Span(0, 9), b_span=Span(2, 11), kind=PassageKind.EDITED, similarity=0.875, via="AFP"
        )
    ],
    "lineage": [
        Lineage(
            a="a1",
            b="a2",
            relation=Relation.CUT,
            direction=Direction.A_TO_B,
            containment_a=0.25,
            containment_b=1.0,
            evidence=("shorter", "later"),
        )
    ],
    "versions": [Version(article="a1", version=2, published="2031-05-02", changed=(Span(0, 3),))],
    "origins": [Origin(origin="o-1", name="Reuters", stories=("s-1",), articles=("a1",), borrows_from=("AFP",))],
    "stories": [
        Story(
            story="s-1",
            title="Ferry sinks",
            title_article="a1",
            title_span=Span(1, 12),
            date="2031-05-02",
            articles=("a1", "a2"),
            members=(Member(article="a1", reasons=("same ferry",), margin=0.5, next_best="s-2"),),
            outlets=2,
            origins=1,
        )
    ],
    "storylines": [
        Storyline(
            storyline="l-1",
            stories=("s-1", "s-2"),
            links=(StorylineLink(source="s-1", target="s-2", reasons=("the same ferry",)),),
        )
    ],
    "timeline": [
        Happening(
            story="s-1",
            date="2031-05",
            earliest="2031-05-01",
            latest="2031-05-31",
            article="a1",
            span=Span(0, 5),
            time_span=Span(1, 3),
            status="planned",
            origins=("o-1",),
            supports=(("a2", Span(3, 9)),),
        )
    ],
    "utterances": [
        Utterance(
            utterance="u-1",
            stories=("s-1",),
            speaker=None,
            speaker_name="Ada Lund",
            origins=("o-1",),
            instances=(
                UtteranceInstance(
                    quotation="q-1",
                    article="a1",
                    origin="o-1",
                    span=Span(1, 9),
                    kind="direct",
                    alteration="verbatim",
                    changed=(Span(2, 3),),
                ),
            ),
        )
    ],
    "figures": [
        Figure(
            figure="f-1",
            stories=("s-1",),
            what="dead",
            kind="count",
            relation="update",
            reason="later",
            origins=("o-1",),
            values=VALUES,
        )
    ],
    "statements": [
        Statement(
            statement="t-1",
            stories=("s-1",),
            relation="same",
            sentences=(StatementSentence(article="a1", origin="o-1", span=Span(0, 4)),),
            origins=("o-1",),
            outlets=("Norhaven Gazette",),
        )
    ],
    "coverage": [
        Coverage(story="s-1", statement="t-1", outlet="Norhaven Gazette", status="reported", evidence=("a1",))
    ],
    "wording": [
        Wording(
            story=None,
            a="a1",
            b="a2",
            a_span=Span(0, 9),
            b_span=Span(2, 11),
            direction="unknown",
            only_a=("grim",),
            differs=(("said", "claimed"),),
            only_a_spans=(Span(3, 7),),
            differs_spans=((Span(1, 3), Span(4, 6)),),
        )
    ],
    "labels": [
        Label(
            stories=("s-1",),
            kind="person",
            subject="Mara Brill",
            words="strongman",
            outlet="Echo",
            own_words=1,
            quoted=0,
            places=(("a1", Span(0, 9)),),
        )
    ],
    "events": [
        Event(event="v-1", story="s-1", article="a1", span=Span(0, 4), type="AID", actors=("e-1",), status="planned")
    ],
    "corrections": [
        Correction(correction="c-1", kind="merge", of=("s-1", "s-2"), by="desk", made="2031-05-03T08:00:00+00:00")
    ],
    "runs": [
        Run(
            run="r-1",
            verb="add",
            started="2031-05-03T08:00:00+00:00",
            software="firsthand 0.1.0",
            stages={"stories": "1", "lineage": "2"},
            settings_digest="d",
        )
    ],
    "repeats": [
        OutletRepeat(
            outlet="Norhaven Gazette",
            digest="0" * 16,
            article="a1",
            span=Span(0, 5),
            articles=4,
            reason="stands in 4 articles of the outlet that are otherwise unlike",
        )
    ],
    "rejections": [Rejection(input="in/broken.jsonl:2", stage="sources", reason="not JSON")],
}


@pytest.fixture
def records() -> dict[str, list[object]]:
    """Records by kind: every kind has one at least, every field of every record class is set somewhere."""
    return {kind: list(each) for kind, each in FULL.items()}
