"""Dossiers built by hand: invented places, people and outlets, every record kind that a page shows."""

from __future__ import annotations

from dataclasses import replace

from firsthand.model import (
    Annotation,
    ArticleRow,
    Coverage,
    DateCandidate,
    Direction,
    Dossier,
    Entity,
    Figure,
    FigureValue,
    Happening,
    Label,
    Lineage,
    Member,
    Origin,
    Passage,
    PassageKind,
    Quotation,
    Relation,
    Segment,
    SegmentLabel,
    Source,
    Span,
    Statement,
    StatementSentence,
    Story,
    Storyline,
    StorylineLink,
    Utterance,
    UtteranceInstance,
    Wording,
)

WIRE = (
    "Ferry runs aground off Harrowmere, nine hurt\n\n"
    "HARROWMERE, March 3 (Northern Wire) - The ferry Merganser ran aground on the Tarn Bank on Tuesday evening and "
    "nine passengers were hurt, the coast service said.\n"
    "“We heard a long scrape, and then the lights went out,” said Ilse Varn, a passenger.\n"
    "The ferry was carrying 212 people. Divers will inspect the hull on March 9, the owner said.\n"
    "“Nobody is in danger now,” coast service captain Oda Brill told reporters.\n"
    "(Reporting by Northern Wire)"
)
COURIER = (
    "Nine hurt as Merganser hits Tarn Bank\n\n"
    "By Tomas Reck\n\n"
    "The ageing ferry Merganser ran aground on the Tarn Bank on Tuesday night and nine people were hurt, the coast "
    "service said.\n"
    "“We heard a long scrape, and then the lights went out,” said Ilse Varn, a passenger.\n"
    "Residents of Quay Street brought blankets and soup to the pier until midnight, and the school opened its hall.\n"
    "“They came wet to the knees and very calm,” said the baker Jonna Pell, who stayed all night.\n"
    "It carried at least 190 people, the harbour office said. The captain had said that nobody was in danger.\n"
    "Read more: ten pictures from the pier\n"
)
LEDGER = (
    "Ferry runs aground off Harrowmere, nine hurt\n"
    "HARROWMERE, March 3 (Northern Wire) - The ferry Merganser ran aground on the Tarn Bank on Tuesday evening and "
    "nine passengers were hurt, the coast service said.\n"
    "“We heard a long scrape, and then the lights went out,” said Ilse Varn, a passenger.\n"
    "The ferry was carrying 212 people.\n"
    "Subscribe to our letter\n"
)
ARABIC = (
    "جنوح عبّارة قبالة هارومير\n\n"
    "قال شهود إن العبّارة ميرغانسر جنحت مساء الثلاثاء على ضفة تارن. «كان الظلام شديداً»، قال أحد الركاب.\n"
    "وقالت الشركة المالكة إن الرحلات متوقفة حتى إشعار آخر.\n"
)
BLOG = "What the harbour master did not say\n\nNobody lit the north buoy. I was there on 3 March and it was dark.\n"


def at(text: str, needle: str) -> Span:
    """Where `needle` stands in `text`."""
    start = text.index(needle)
    return Span(start, start + len(needle))


def _stretch(text: str, first: str, last: str) -> Span:
    """From the beginning of `first` to the end of `last`."""
    start = text.index(first)
    return Span(start, text.index(last, start) + len(last))


def _article(article: str, text: str, **fields: object) -> ArticleRow:
    headline = text.split("\n", 1)[0]
    values: dict[str, object] = {
        "headline": headline,
        "headline_span": at(text, headline),
        "language": "en",
        "source": Source(path=f"pile/{article}.txt", sha256="0" * 64, bytes_kept=len(text.encode())),
        "body": (Span(len(headline) + 1, len(text)),),
        "story": "st-ferry",
        "stories": ("st-ferry",),
    }
    return ArticleRow(article=article, text=text, **{**values, **fields})  # type: ignore[arg-type]


ARTICLES = (
    _article(
        "blog-7",
        BLOG,
        event_date="2031-03-03",
        origin="or-blog",
        why_null={"published": "the text has no date line and the source gave none", "outlet": "no source named it"},
        published_not_before="2031-03-03",
    ),
    _article(
        "courier-1",
        COURIER,
        outlet="The Harrowmere Courier",
        url="https://courier.example/2031/03/merganser?from=front&x=1",
        published="2031-03-04T06:10+01:00",
        published_precision="minute",
        published_evidence="JSON-LD datePublished",
        byline="Tomas Reck",
        event_date="2031-03-03",
        origin="or-courier",
        cites=("coast service",),
    ),
    _article(
        "ledger-2",
        LEDGER,
        outlet="Port Ledger",
        url="javascript:alert(1)",
        published="2031-03-03",
        published_precision="day",
        published_evidence="date line",
        event_date="2031-03-03",
        agencies=("Northern Wire",),
        origin="or-wire",
    ),
    _article(
        "marsa-3",
        ARABIC,
        outlet="المرسى اليومية",
        language="ar",
        published="2031-03-04T09:00Z",
        published_precision="minute",
        origin="or-marsa",
    ),
    _article(
        "wire-0",
        WIRE,
        outlet="Northern Wire",
        url="https://wire.example/a/991",
        published="2031-03-03T21:42+01:00",
        published_precision="minute",
        published_evidence="field published",
        dateline="HARROWMERE, March 3",
        event_date="2031-03-03",
        agencies=("Northern Wire",),
        origin="or-wire",
    ),
)
_TEXTS = {article.article: article.text for article in ARTICLES}


def _segments(article: str, *labels: tuple[str, SegmentLabel]) -> tuple[Segment, ...]:
    text = _TEXTS[article]
    return tuple(Segment(article=article, span=at(text, needle), label=label) for needle, label in labels)


SEGMENTS = {
    "courier-1": _segments(
        "courier-1",
        ("Nine hurt as Merganser hits Tarn Bank", SegmentLabel.HEADLINE),
        ("By Tomas Reck", SegmentLabel.BYLINE),
        ("Read more: ten pictures from the pier", SegmentLabel.READ_MORE),
    ),
    "ledger-2": _segments("ledger-2", ("Subscribe to our letter", SegmentLabel.SUBSCRIBE)),
}

DATES = {
    "courier-1": (
        DateCandidate(
            article="courier-1",
            kind="metadata",
            raw="2031-03-04T06:10+01:00",
            locator="json-ld datePublished",
            value="2031-03-04T06:10+01:00",
            chosen=True,
            reason="the page's own statement, to the minute",
        ),
        DateCandidate(
            article="courier-1",
            kind="url",
            raw="2031/03",
            locator="url",
            value="2031-03",
            reason="agrees, and knows less",
        ),
    ),
    "blog-7": (
        DateCandidate(
            article="blog-7", kind="in_text", raw="3 March", span=at(BLOG, "3 March"), reason="a day of the report"
        ),
    ),
}

_SCRAPE = "We heard a long scrape, and then the lights went out"


def _quotation(number: int, article: str, words: str, name: str | None, source: str, **fields: object) -> Quotation:
    text = _TEXTS[article]
    return Quotation(
        quotation=f"qu-{number}",
        article=article,
        span=at(text, words),
        spans=(at(text, words),),
        kind="direct",
        source_span=at(text, source),
        speaker=f"en-{name}" if name else None,
        speaker_name=name,
        **fields,  # type: ignore[arg-type]
    )


ANNOTATIONS = {
    "wire-0": Annotation(
        article="wire-0",
        quotations=(
            _quotation(1, "wire-0", _SCRAPE, "Ilse Varn", "Ilse Varn"),
            _quotation(2, "wire-0", "Nobody is in danger now", "Oda Brill", "coast service captain Oda Brill"),
        ),
    ),
    "ledger-2": Annotation(
        article="ledger-2", quotations=(_quotation(3, "ledger-2", _SCRAPE, "Ilse Varn", "Ilse Varn"),)
    ),
    "courier-1": Annotation(
        article="courier-1",
        quotations=(
            _quotation(4, "courier-1", _SCRAPE, "Ilse Varn", "Ilse Varn"),
            _quotation(
                5, "courier-1", "They came wet to the knees and very calm", "Jonna Pell", "the baker Jonna Pell"
            ),
        ),
    ),
    "marsa-3": Annotation(
        article="marsa-3",
        quotations=(
            _quotation(
                6,
                "marsa-3",
                "كان الظلام شديداً",
                None,
                "أحد الركاب",
                why_null={"speaker": "the text does not name the speaker"},
            ),
        ),
    ),
    "blog-7": Annotation(article="blog-7", skipped="the text is shorter than the model needs"),
}

_LEAD_WIRE = _stretch(WIRE, "The ferry Merganser ran", "the coast service said.")
_LEAD_LEDGER = _stretch(LEDGER, "The ferry Merganser ran", "the coast service said.")
_LEAD_COURIER = _stretch(COURIER, "The ageing ferry", "the coast service said.")

PASSAGES = (
    Passage(
        a="courier-1",
        b="wire-0",
        a_span=_LEAD_COURIER,
        b_span=_LEAD_WIRE,
        kind=PassageKind.EDITED,
        similarity=0.88,
        direction=Direction.B_TO_A,
    ),
    Passage(
        a="ledger-2",
        b="wire-0",
        a_span=Span(_LEAD_LEDGER.start, at(LEDGER, "The ferry was carrying 212 people.").end),
        b_span=Span(_LEAD_WIRE.start, at(WIRE, "The ferry was carrying 212 people.").end),
        kind=PassageKind.VERBATIM,
        similarity=1.0,
        direction=Direction.B_TO_A,
        via="Northern Wire",
    ),
    Passage(
        a="courier-1",
        b="ledger-2",
        a_span=_LEAD_COURIER,
        b_span=_LEAD_LEDGER,
        kind=PassageKind.EDITED,
        similarity=0.88,
        direction=Direction.COMMON_SOURCE,
        via="Northern Wire",
    ),
)
WORDINGS = (
    Wording(
        story="st-ferry",
        a="courier-1",
        b="wire-0",
        a_span=_LEAD_COURIER,
        b_span=_LEAD_WIRE,
        direction="b->a",
        only_a=("ageing",),
        differs=(("night", "evening"), ("people", "passengers")),
        only_a_spans=(at(COURIER, "ageing"),),
        differs_spans=(
            (at(COURIER, "night and nine people")._replace(end=at(COURIER, "night").end), at(WIRE, "evening")),
            (at(COURIER, "people"), at(WIRE, "passengers")),
        ),
    ),
)
LINEAGES = (
    Lineage(
        a="courier-1",
        b="ledger-2",
        relation=Relation.COMMON,
        direction=Direction.COMMON_SOURCE,
        via="Northern Wire",
        containment_a=0.31,
        containment_b=0.55,
        evidence=("Port Ledger credits its whole text to Northern Wire",),
    ),
    Lineage(
        a="courier-1",
        b="wire-0",
        relation=Relation.EXCERPT,
        direction=Direction.B_TO_A,
        containment_a=0.31,
        containment_b=0.42,
        evidence=("Northern Wire was published 8 hours earlier",),
    ),
    Lineage(
        a="ledger-2",
        b="wire-0",
        relation=Relation.CUT,
        direction=Direction.B_TO_A,
        via="Northern Wire",
        containment_a=0.97,
        containment_b=0.66,
        evidence=("the dateline credits Northern Wire", "all but one line stands in the wire report"),
    ),
)
ORIGINS = (
    Origin(origin="or-blog", name="What the harbour master did not say", stories=("st-ferry",), articles=("blog-7",)),
    Origin(
        origin="or-courier",
        name="The Harrowmere Courier",
        stories=("st-ferry",),
        articles=("courier-1",),
        mixed=True,
        borrows_from=("or-wire", "Harbour Press"),
        evidence=("31% of the body stands in Northern Wire",),
    ),
    Origin(origin="or-marsa", name="المرسى اليومية", stories=("st-ferry",), articles=("marsa-3",)),
    Origin(
        origin="or-wire",
        name="Northern Wire",
        stories=("st-ferry",),
        articles=("ledger-2", "wire-0"),
        evidence=("Port Ledger credits its whole text to Northern Wire",),
    ),
)
TIMELINE = (
    Happening(
        story="st-ferry",
        storyline="sl-ferry",
        date="2031-03-03",
        earliest="2031-03-03",
        latest="2031-03-03",
        article="wire-0",
        span=_LEAD_WIRE,
        time_span=at(WIRE, "on Tuesday evening"),
        status="happened",
        origins=("or-wire", "or-courier"),
        supports=(("courier-1", _LEAD_COURIER), ("ledger-2", _LEAD_LEDGER)),
    ),
    Happening(
        story="st-ferry",
        storyline="sl-ferry",
        date="2031-03-09",
        earliest="2031-03-09",
        latest="2031-03-09",
        article="wire-0",
        span=at(WIRE, "Divers will inspect the hull on March 9, the owner said."),
        time_span=at(WIRE, "on March 9"),
        status="planned",
        origins=("or-wire",),
    ),
    Happening(
        story="st-ferry",
        date="2031-03",
        earliest="2031-03-01",
        latest="2031-03-31",
        article="marsa-3",
        span=at(ARABIC, "وقالت الشركة المالكة إن الرحلات متوقفة حتى إشعار آخر."),
        status="denied",
        origins=("or-marsa",),
    ),
)
STORY = Story(
    story="st-ferry",
    title="Ferry runs aground off Harrowmere, nine hurt",
    title_article="wire-0",
    title_span=at(WIRE, "Ferry runs aground off Harrowmere, nine hurt"),
    date="2031-03-03",
    articles=tuple(article.article for article in ARTICLES),
    members=tuple(
        Member(article=article.article, reasons=("shares the names Merganser and Tarn Bank",)) for article in ARTICLES
    ),
    outlets=4,
    origins=4,
    storyline="sl-ferry",
    aliases=("st-old",),
)
STORYLINE = Storyline(
    storyline="sl-ferry",
    stories=("st-ferry", "st-inquiry"),
    links=(
        StorylineLink(
            source="st-ferry", target="st-inquiry", reasons=("both name the ferry Merganser", "six days apart")
        ),
    ),
)
_INQUIRY_TEXT = "Inquiry into Merganser opens\n\nThe inquiry into the grounding opened on 9 March in Harrowmere.\n"
INQUIRY_ARTICLE = replace(
    _article(
        "gazette-5",
        _INQUIRY_TEXT,
        outlet="Isles Gazette",
        published="2031-03-10",
        published_precision="day",
        origin="or-gazette",
    ),
    story="st-inquiry",
    stories=("st-inquiry",),
)
INQUIRY = Story(
    story="st-inquiry",
    title="Inquiry into Merganser opens",
    title_article="gazette-5",
    date="2031-03-09",
    articles=("gazette-5",),
    members=(Member(article="gazette-5", reasons=("alone on its affair",)),),
    outlets=1,
    origins=1,
    storyline="sl-ferry",
)
FERRY_DOSSIER = Dossier(
    story=STORY,
    storyline=STORYLINE,
    related=(INQUIRY,),
    articles=ARTICLES,
    segments=SEGMENTS,
    dates=DATES,
    annotations=ANNOTATIONS,
    passages=PASSAGES,
    lineages=LINEAGES,
    origins=ORIGINS,
    timeline=TIMELINE,
    wordings=WORDINGS,
)
INQUIRY_DOSSIER = Dossier(
    story=INQUIRY,
    storyline=STORYLINE,
    related=(STORY,),
    articles=(INQUIRY_ARTICLE,),
    origins=(Origin(origin="or-gazette", name="Isles Gazette", stories=("st-inquiry",), articles=("gazette-5",)),),
)


# --- the accounts side by side ---------------------------------------------------------------------------------

_ORIGIN = {"wire-0": "or-wire", "ledger-2": "or-wire", "courier-1": "or-courier", "blog-7": "or-blog"}


def _value(article: str, needle: str, value: float, **fields: object) -> FigureValue:
    return FigureValue(
        article=article, origin=_ORIGIN[article], span=at(_TEXTS[article], needle), value=value, **fields
    )


FIGURES = (
    Figure(
        figure="fi-hurt",
        stories=("st-ferry",),
        what="hurt",
        kind="count",
        relation="agree",
        reason="the same number",
        origins=("or-courier", "or-wire"),
        values=(_value("courier-1", "nine people", 9), _value("wire-0", "nine passengers", 9)),
    ),
    Figure(
        figure="fi-aboard",
        stories=("st-ferry",),
        what="people aboard",
        kind="count",
        relation="contradiction",
        reason="212 and at least 190 are given for one moment",
        origins=("or-courier", "or-wire"),
        values=(
            _value("courier-1", "at least 190 people", 190, qualifier="at least", attributed_to="the harbour office"),
            _value("ledger-2", "212 people", 212, as_of="2031-03-03"),
            _value("wire-0", "212 people", 212),
        ),
    ),
)


def _instance(number: int, article: str, words: str, alteration: str, **fields: object) -> UtteranceInstance:
    return UtteranceInstance(
        quotation=f"qu-{number}",
        article=article,
        origin=_ORIGIN[article],
        span=at(_TEXTS[article], words),
        alteration=alteration,
        **{"kind": "direct", **fields},  # type: ignore[arg-type]
    )


_WAS = COURIER.index("was in danger")
UTTERANCES = (
    Utterance(
        utterance="ut-scrape",
        stories=("st-ferry",),
        speaker="en-Ilse Varn",
        speaker_name="Ilse Varn",
        origins=("or-courier", "or-wire"),
        instances=(
            _instance(4, "courier-1", "We heard a long scrape", "truncated"),
            _instance(3, "ledger-2", _SCRAPE, "verbatim"),
            _instance(1, "wire-0", _SCRAPE, "verbatim"),
        ),
    ),
    Utterance(
        utterance="ut-danger",
        stories=("st-ferry",),
        speaker="en-Oda Brill",
        speaker_name="Oda Brill",
        origins=("or-courier", "or-wire"),
        instances=(
            _instance(
                8,
                "courier-1",
                "nobody was in danger",
                "made_indirect",
                kind="indirect",
                changed=(Span(_WAS, _WAS + len("was")),),
            ),
            _instance(2, "wire-0", "Nobody is in danger now", "verbatim"),
        ),
    ),
)


def _sentence(article: str, span: Span, **fields: object) -> StatementSentence:
    return StatementSentence(article=article, origin=_ORIGIN[article], span=span, **fields)  # type: ignore[arg-type]


STATEMENTS = (
    Statement(
        statement="sa-aground",
        stories=("st-ferry",),
        relation="same",
        sentences=(
            _sentence("courier-1", _LEAD_COURIER, credited_to="the coast service"),
            _sentence("ledger-2", _LEAD_LEDGER, credited_to="the coast service"),
            _sentence("wire-0", _LEAD_WIRE, credited_to="the coast service"),
        ),
        origins=("or-courier", "or-wire"),
        outlets=("Northern Wire", "Port Ledger", "The Harrowmere Courier"),
    ),
    Statement(
        statement="sa-danger",
        stories=("st-ferry",),
        relation="same",
        sentences=(
            _sentence("courier-1", at(COURIER, "The captain had said that nobody was in danger.")),
            _sentence("wire-0", _stretch(WIRE, "“Nobody is in danger now,”", "told reporters.")),
        ),
        origins=("or-courier", "or-wire"),
        outlets=("Northern Wire", "The Harrowmere Courier"),
    ),
    Statement(
        statement="sa-aboard",
        stories=("st-ferry",),
        relation="differs",
        sentences=(
            _sentence("courier-1", at(COURIER, "It carried at least 190 people, the harbour office said.")),
            _sentence("wire-0", at(WIRE, "The ferry was carrying 212 people.")),
        ),
        origins=("or-courier", "or-wire"),
        outlets=("Northern Wire", "The Harrowmere Courier"),
    ),
)


def _covered(statement: str, outlet: str, status: str, *evidence: str) -> Coverage:
    return Coverage(story="st-ferry", statement=statement, outlet=outlet, status=status, evidence=evidence)


COVERAGE = (
    _covered("sa-aground", "Northern Wire", "reported"),
    _covered("sa-aground", "Port Ledger", "reported"),
    _covered("sa-aground", "The Harrowmere Courier", "reported"),
    _covered("sa-aground", "المرسى اليومية", "unknown", "its language was not read"),
    _covered("sa-danger", "Northern Wire", "reported"),
    _covered("sa-danger", "Port Ledger", "cut", "the sentence stands in wire-0, which it copied from"),
    _covered("sa-danger", "The Harrowmere Courier", "reported"),
    _covered("sa-danger", "المرسى اليومية", "not mentioned"),
    _covered("sa-aboard", "Northern Wire", "reported"),
    _covered("sa-aboard", "Port Ledger", "published before"),
    _covered("sa-aboard", "The Harrowmere Courier", "reported"),
    _covered("sa-aboard", "المرسى اليومية", "unknown"),
)


def _label(outlet: str, words: str, *places: tuple[str, str], kind: str = "person", quoted: int = 0) -> Label:
    return Label(
        stories=("st-ferry",),
        kind=kind,
        subject="Ilse Varn" if kind == "person" else "the dead",
        words=words,
        outlet=outlet,
        own_words=len(places) - quoted,
        quoted=quoted,
        places=tuple((article, at(_TEXTS[article], needle)) for article, needle in places),
    )


LABELS = (
    _label("Northern Wire", "casualty", ("wire-0", "passengers were hurt"), kind="group"),
    _label("The Harrowmere Courier", "victim", ("courier-1", "people were hurt"), kind="group", quoted=1),
    _label("Northern Wire", "passenger", ("wire-0", "a passenger"), ("wire-0", "nine passengers")),
    _label("The Harrowmere Courier", "baker", ("courier-1", "the baker")),
)
FULL_DOSSIER = replace(
    FERRY_DOSSIER,
    figures=FIGURES,
    utterances=UTTERANCES,
    statements=STATEMENTS,
    coverage=COVERAGE,
    labels=LABELS,
)
ENTITIES = (
    Entity(entity="en-Ilse Varn", name="Ilse Varn", label="PERSON", aliases=("Varn",), articles=3),
    Entity(entity="en-Oda Brill", name="Oda Brill", label="PERSON", aliases=("Captain Brill",), articles=2),
    Entity(entity="en-Harrowmere", name="Harrowmere", label="GPE", articles=5),
)
