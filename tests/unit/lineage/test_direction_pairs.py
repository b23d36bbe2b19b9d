"""Invented pairs of every class of evidence, with the direction that is right, and those where none may be given."""

from dataclasses import replace

import pytest

from firsthand.lineage import LineageSettings, align_pair, judge_lineage, judge_stock_text
from firsthand.model import Article, Credit, CreditRole, Direction, Source, Span

SETTINGS = LineageSettings()
STOCK = judge_stock_text([], SETTINGS)
A_TO_B, B_TO_A, COMMON, UNKNOWN = Direction.A_TO_B, Direction.B_TO_A, Direction.COMMON_SOURCE, Direction.UNKNOWN

FERRY = (
    "The night ferry to Ellmouth ran aground on the Carrow sandbank shortly after it left the harbour of Tolm, and the "
    "eighty passengers on board waited nine hours for the lifeboats to reach them through heavy fog."
)
CREW = (
    "Two of the crew were treated for broken wrists, the harbour master Oda Brenn wrote in a report that blames a buoy "
    "which had drifted almost a mile from its charted place during the storm of the week before."
)
PILOT = (
    "A pilot who knows the channel had been asked for by the captain at noon, but none was free before evening, and "
    "the company let the ship sail without one so that it would not miss the tide at the far side."
)
OWNERS = (
    "The owners of the ferry line have promised to pay for the hotel rooms of all who could not travel on, and another "
    "ship is to take over the crossing from the small quay behind the fish market until the hull is mended."
)
MARKET = (
    "In the market square, stallholders sold the last of the early plums while the town band practised for the summer "
    "fair, and hardly anyone looked up when the sirens sounded from the lower town for the third time."
)
COUNCIL = (
    "The council had voted only in spring against a new lighthouse, with nine hands to eight, because the money was "
    "wanted for the roof of the swimming hall, and three of the nine now say that they would vote otherwise."
)
LIGHTS = (
    "Lamps along the quay went out at nine, as they have on every evening since the mill stopped buying current from "
    "the old works, and the shopkeepers of the lower town lit candles in their windows and waited for the night watch."
)
# The same in American spelling, and a line of a house that spells otherwise.
AMERICAN_FERRY = "The harbor was closed and the ferry canceled. " + FERRY.replace("harbour", "harbor")
AMERICAN_CREW = CREW.replace("harbour", "harbor")
PASSING = "The Northaven Star once asked for a lighthouse."
BRITISH = "We realised it late: our neighbours honoured them."


def make(name, *paragraphs, full=(), partial=(), cites=(), aside="", **fields):
    """An article of these paragraphs; a credit stands where its name does, else at the first character."""
    text = "\n".join(paragraphs)
    body = Span(0, len(text))
    text = f"{text}\n{aside}" if aside else text

    def credit(source, role):
        start = max(0, text.lower().find(source.lower()))
        return Credit(name=source, span=Span(start, start + len(source)), role=role)

    named = [credit(source, CreditRole.FULL) for source in full]
    named += [credit(source, CreditRole.PARTIAL) for source in partial]
    named += [credit(source, CreditRole.CITED) for source in cites]
    captured = fields.pop("captured", None)
    return Article(
        article=name,
        text=text,
        body=(body,),
        credits=tuple(named),
        agencies=(*full, *partial),
        cites=tuple(cites),
        source=Source(sha256="", bytes_kept=0, captured=captured),
        **fields,
    )


def judge(a, b):
    """Lineage of the pair, the same whichever way round it is asked."""
    passages = align_pair(a, b, STOCK, SETTINGS)
    assert passages, "the pair must share text"
    found = judge_lineage(a, b, passages, SETTINGS)
    assert judge_lineage(b, a, passages, SETTINGS) == found
    return found


def star(*paragraphs, **fields):
    return make("a", *paragraphs, outlet="The Northaven Star", **fields)


def today(*paragraphs, **fields):
    return make("b", *paragraphs, outlet="Tolm Today", **fields)


def reuters(*paragraphs, **fields):
    return make("a", *paragraphs, outlet="Reuters", url="https://www.reuters.com/world/ferry-1", **fields)


DIRECTED = {
    "the agency's own page, credited by the other": (
        reuters(FERRY, CREW, PILOT, full=["Reuters"]),
        today(FERRY, CREW, full=["Reuters"]),
    ),
    "the agency's own page is dated hours after the outlet's": (
        reuters(FERRY, CREW, PILOT, full=["Reuters"], published="2031-03-02T18:00Z"),
        today(FERRY, CREW, full=["Reuters"], published="2031-03-02T13:00Z"),
    ),
    "the agency's own page, and an outlet that credits nobody": (reuters(FERRY, CREW, PILOT), today(FERRY, CREW)),
    "the agency's own page, and an outlet that worked with its material": (
        reuters(FERRY, CREW, PILOT),
        today(FERRY, MARKET, "With material from Reuters", partial=["Reuters"]),
    ),
    "the agency under the name of its edition": (
        make("a", FERRY, CREW, outlet="AP News", url="https://apnews.com/article/1"),
        today(FERRY, CREW, full=["Associated Press"]),
    ),
    "a press release": (star(FERRY, CREW, kind="release"), today(FERRY, CREW)),
    "the other is named in the shared sentence": (
        star(CREW, PILOT),
        today(MARKET, CREW[:-1] + ", the Northaven Star reported."),
    ),
    "the other is named beside the shared paragraph": (
        star(FERRY, CREW),
        today("The Northaven Star reports on a wreck off Carrow.", FERRY, COUNCIL, cites=["The Northaven Star"]),
    ),
    "the other is named far off, and nobody else is": (
        star(FERRY, CREW),
        today(
            MARKET, "The Northaven Star had asked for it in spring.", COUNCIL, FERRY, CREW, cites=["The Northaven Star"]
        ),
    ),
    "an outlet that an agency quotes": (
        star(CREW, PILOT),
        make("b", FERRY, CREW[:-1] + ", the Northaven Star reported.", outlet="AFP", full=["AFP"]),
    ),
    "the agency's page on a portal": (
        make("a", FERRY, CREW, outlet="Reuters", url="https://news.portal.example/ferry-1"),
        today(FERRY, CREW),
    ),
    "an affiliate of the other": (
        make("a", FERRY, CREW, outlet="CNN", url="https://edition.cnn.com/2031/ferry"),
        today(FERRY, MARKET, COUNCIL, "CNN affiliate Carrow Four showed the buoy on the beach."),
    ),
    "the other's tag at the head": (
        star(FERRY, CREW, MARKET),
        today(f"TOLM (Northaven Star) - {FERRY}", CREW),
    ),
    "the other's correspondent": (
        star(FERRY, CREW, MARKET),
        today(FERRY, CREW, COUNCIL, "A Northaven Star correspondent counted twelve boats."),
    ),
    "published there first": (
        star(FERRY, CREW),
        today(FERRY, CREW, aside="This article was originally published by The Northaven Star."),
    ),
    "a byline of the other house": (
        star(FERRY, CREW, byline="Ada Moor"),
        today(FERRY, CREW, byline="Ada Moor, The Northaven Star"),
    ),
    "a line that holds the other's name": (
        star(FERRY, CREW, MARKET),
        today(FERRY, aside="Northaven Star • Posted at 9:40 am on March 4"),
    ),
    "the other's address": (
        star(FERRY, CREW, MARKET, url="https://www.northavenstar.example/2031/03/ferry-aground"),
        today(FERRY, aside="northavenstar.example/2031/03/ferry-aground"),
    ),
    "the giver was told, and the taker left it out": (
        star(CREW[:-1] + ", he told the Northaven Star.", MARKET),
        today(CREW, COUNCIL),
    ),
    "order, style and cut together, and no other source": (
        star(
            "The harbor was closed and the ferry canceled, 5 percent of them said. "
            + FERRY.replace("harbour", "harbor"),
            AMERICAN_CREW,
            PILOT,
            OWNERS,
            COUNCIL,
            published="2031-03-02",
            language="en",
        ),
        today(
            "The harbor was closed and the ferry canceled, 5 percent of them said. "
            + FERRY.replace("harbour", "harbor"),
            AMERICAN_CREW,
            BRITISH,
            published="2031-03-09",
            language="en",
        ),
    ),
    "the giver's page was changed after the taker that names it": (
        star(FERRY, CREW, published="2031-03-05T08:00Z", updated="2031-03-05T08:00Z"),
        today(FERRY, CREW, "the Northaven Star reported.", cites=["The Northaven Star"], published="2031-03-02T08:00Z"),
    ),
}

COMMON_SOURCES = {
    "two reports of the agency, one of them printed by the other": (
        reuters(FERRY, CREW, PILOT, full=["Reuters"]),
        today(FERRY, MARKET, COUNCIL, OWNERS, LIGHTS, full=["Reuters"]),
        "Reuters",
    ),
    "both credit one agency, and one cites the other": (
        star(FERRY, CREW, full=["AFP"]),
        today(FERRY, CREW, "The Northaven Star reported it.", full=["AFP"], cites=["The Northaven Star"]),
        "AFP",
    ),
    "one credits an agency, the other nobody": (star(FERRY, CREW, full=["AFP"]), today(FERRY, CREW), "AFP"),
    "one cites the other, whose text is an agency's": (
        star(FERRY, CREW, full=["AFP"]),
        today(FERRY, MARKET, COUNCIL, "The Northaven Star reported it.", cites=["The Northaven Star"]),
        "AFP",
    ),
    "agencies that are not named": (star(FERRY, CREW, full=["Agencies"]), today(FERRY, CREW), None),
    "several agencies and one": (
        star(FERRY, CREW, full=["AFP", "Reuters"]),
        today(FERRY, CREW, full=["Press Association"]),
        "Press Association",
    ),
    "an agency's correspondent in the text of both": (
        star(FERRY, CREW[:-1] + ", an AFP correspondent saw."),
        today(FERRY, CREW[:-1] + ", an AFP correspondent saw."),
        "AFP",
    ),
    "the sign-off of an agency's desk": (
        star(FERRY, CREW, aside="(Reporting by Ada Moor; Editing by Jon Vale)"),
        today(FERRY, CREW),
        "Reuters",
    ),
    "an agency's page, and an outlet that credits another agency": (
        reuters(FERRY, CREW, PILOT),
        today(FERRY, CREW, full=["Interfax"]),
        "Interfax",
    ),
    "both from a third outlet": (
        star(FERRY, CREW, aside="This article was first published in Carrow Weekly"),
        today(FERRY, CREW, aside="Republished with permission from Carrow Weekly"),
        "Carrow Weekly",
    ),
    "a later report of the house that is credited": (
        star(FERRY, MARKET, COUNCIL, OWNERS, published="2031-03-05T08:00Z"),
        today(FERRY, PILOT, CREW, "The Northaven Star", full=["The Northaven Star"], published="2031-03-04T07:00Z"),
        "The Northaven Star",
    ),
}

UNDECIDED = {
    "times alone": (star(FERRY, CREW, published="2031-03-02"), today(FERRY, CREW, published="2031-03-12")),
    "a portal that is dated before the wire": (
        make("a", FERRY, CREW, outlet="portal.example", published="2031-03-02T08:00Z"),
        today(FERRY, CREW, published="2031-03-05T08:00Z"),
    ),
    "a citation far off, and an agency too": (
        star(FERRY, CREW),
        today(
            FERRY,
            MARKET,
            COUNCIL,
            OWNERS,
            "The Northaven Star had warned of it, AFP said.",
            cites=["The Northaven Star", "AFP"],
        ),
    ),
    "each names the other": (
        star(FERRY, "Tolm Today reported it.", cites=["Tolm Today"]),
        today(FERRY, "The Northaven Star reported it.", cites=["The Northaven Star"]),
    ),
    "style and cut alone": (
        star(
            AMERICAN_FERRY,
            AMERICAN_CREW,
            PILOT,
            OWNERS,
            language="en",
        ),
        today(
            AMERICAN_FERRY,
            AMERICAN_CREW,
            BRITISH,
            language="en",
        ),
    ),
    "the time of the crawl is no time of publication": (
        star(
            AMERICAN_FERRY,
            AMERICAN_CREW,
            PILOT,
            OWNERS,
            language="en",
            published="2031-03-02T10:00Z",
        ),
        today(
            AMERICAN_FERRY,
            AMERICAN_CREW,
            BRITISH,
            language="en",
            published="2031-03-12T10:00Z",
            captured="2031-03-12T10:00:30Z",
        ),
    ),
    "an invitation to read on elsewhere": (
        star(FERRY, CREW),
        today(FERRY, MARKET, "Read more on the ferry at the Northaven Star."),
    ),
    "a partner named in an advertisement": (
        star(FERRY, CREW),
        today(FERRY, MARKET, aside="Subscribe to our partner The Northaven Star for 3 a month"),
    ),
    "a house that is named inside a longer name": (
        make("a", FERRY, CREW, outlet="The Star"),
        today(FERRY, MARKET, "Sailors told the Carrow Star that the fog came early."),
    ),
    "the outlet's own name in a box": (
        star(FERRY, CREW, aside="Ada Moor told the Northaven Star"),
        today(FERRY, CREW),
    ),
    "an agency's name under a picture": (
        star(FERRY, CREW, aside="AFP"),
        today(FERRY, CREW, aside="Reuters"),
    ),
    "both say that they were told": (
        star(FERRY, CREW[:-1] + ", he told the Northaven Star."),
        today(FERRY, CREW[:-1] + ", he told Tolm Today."),
    ),
    "the taker was out days before what it names far off": (
        star(FERRY, CREW, published="2031-03-09"),
        today(
            FERRY,
            CREW,
            MARKET,
            COUNCIL,
            OWNERS,
            "The Northaven Star once asked.",
            cites=["The Northaven Star"],
            published="2031-03-04",
        ),
    ),
    "the giver tells of a day after the taker came out": (
        star(FERRY, CREW, "On 20 March 2031 the ship was towed to the yard."),
        today(
            FERRY,
            CREW,
            MARKET,
            COUNCIL,
            OWNERS,
            "The Northaven Star once asked.",
            cites=["The Northaven Star"],
            published="2031-03-04",
        ),
    ),
    "two articles of one house": (
        star(FERRY, PILOT, OWNERS, CREW[:-1] + ", he told the Northaven Star."),
        make("b", FERRY, PILOT, OWNERS, CREW, outlet="The Northaven Star"),
    ),
    "an outlet with the whole text and one with its beginning": (star(FERRY, CREW, PILOT, OWNERS), today(FERRY, CREW)),
    "a study that was first published in a journal": (
        star(FERRY, CREW, "The study was first published in Carrow Letters last year."),
        today(FERRY, CREW),
    ),
    "a citation in passing, at the end": (
        star(FERRY, CREW),
        today(FERRY, MARKET, COUNCIL, OWNERS, "Rents rise, the Northaven Star reported.", cites=["The Northaven Star"]),
    ),
    "a star witness is none of the Star": (
        make("a", FERRY, CREW, outlet="The Star"),
        today(FERRY, MARKET, "The Star witness of the inquiry is the harbour master."),
    ),
    "a byline of a family's common desk": (
        star(FERRY, CREW),
        today(FERRY, CREW, byline="Ada Moor, The Northaven Star Network"),
    ),
    "a name on every page of a family": (
        star(FERRY, CREW, publisher="Northaven Papers"),
        today(FERRY, CREW, aside="The Northaven Star", publisher="Northaven Papers"),
    ),
    "an agency's page that came out a day after an outlet's": (
        reuters(FERRY, CREW, published="2031-03-03T09:00Z"),
        today(FERRY, CREW, published="2031-03-02T08:00Z"),
    ),
    "two agencies": (reuters(FERRY, CREW), make("b", FERRY, CREW, outlet="TASS")),
    "nobody knows whose either is": (make("a", FERRY, CREW), make("b", FERRY, CREW)),
}


@pytest.mark.parametrize("case", DIRECTED)
def test_the_giver_is_found(case):
    found = judge(*DIRECTED[case])
    assert found.direction is A_TO_B, found.evidence


@pytest.mark.parametrize("case", DIRECTED)
def test_ids_the_other_way_round_turn_the_direction(case):
    giver, taker = DIRECTED[case]
    found = judge(replace(giver, article="z"), replace(taker, article="c"))
    assert found.direction is B_TO_A, found.evidence


@pytest.mark.parametrize("case", COMMON_SOURCES)
def test_a_third_is_said(case):
    a, b, via = COMMON_SOURCES[case]
    found = judge(a, b)
    assert (found.direction, found.via) == (COMMON, via), found.evidence


@pytest.mark.parametrize("case", UNDECIDED)
def test_nothing_is_said_where_nothing_decides(case):
    found = judge(*UNDECIDED[case])
    assert found.direction is UNKNOWN, found.evidence
    assert found.evidence
