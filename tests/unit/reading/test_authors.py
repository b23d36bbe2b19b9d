"""Bylines: fused with the first sentence, over several lines, beside an outlet; datelines without an agency."""

from __future__ import annotations

import pytest

from firsthand.model import RawDocument, Reading, Source
from firsthand.reading import ReadingSettings, read_article
from firsthand.reading.authors import find_fused_byline, is_author_line, is_firm, is_outlet_name, is_role

_TITLE = "Bridge opens in Ellmouth after eleven years"
_FIRST = "The new bridge over the Ell was opened on Monday, eleven years after the old one was washed away by a flood."
_REST = [
    "About 400 people walked across it in the rain, the council of Ellmouth said in a statement after the ceremony.",
    "“We have waited long enough,” said the mayor, Ann Lowell, who cut the ribbon with a pair of garden shears.",
]
_GERMAN = "Die neue Brücke über die Ell ist am Montag freigegeben worden, elf Jahre nach der großen Flut."


def _read(*lines: str) -> Reading:
    source = Source(sha256="0", bytes_kept=0)
    text = "\n".join(lines)
    return read_article(RawDocument(article="a", text=text, source=source, original=b""), ReadingSettings())


def _pieces(reading: Reading, label: str) -> list[str]:
    return [reading.article.text[slice(*one.span)] for one in reading.segments if one.label == label]


@pytest.mark.parametrize(
    ("fused", "byline", "name"),
    [
        ("By Ann Arbour", ["By Ann Arbour"], "Ann Arbour"),
        ("By Ann Arbour and Sam Birt", ["By Ann Arbour and Sam Birt"], "Ann Arbour and Sam Birt"),
        ("By ANN ARBOUR", ["By ANN ARBOUR"], "ANN ARBOUR"),
        ("By Ann Arbour in Ellmouth", ["By Ann Arbour in Ellmouth"], "Ann Arbour in Ellmouth"),
        ("By Ann Arbour, Political Editor", ["By Ann Arbour, Political Editor"], "Ann Arbour, Political Editor"),
        ("By Ann Arbour | Harbour Gazette", ["By Ann Arbour | Harbour Gazette"], "Ann Arbour | Harbour Gazette"),
        ("Ann ArbourHarbour Gazette", ["Ann Arbour", "Harbour Gazette"], "Ann Arbour"),
        ("Harbour GazetteAnn Arbour ", ["Harbour Gazette", "Ann Arbour"], "Ann Arbour"),
        ("Ann ArbourMay 3, 2021", ["Ann Arbour"], "Ann Arbour"),
        ("By Ann Arbour May 3, 2021 ", ["By Ann Arbour"], "Ann Arbour"),
        ("By Ann Arbour 3 May 2021", ["By Ann Arbour"], "Ann Arbour"),
    ],
)
def test_a_byline_fused_with_the_first_sentence(fused: str, byline: list[str], name: str) -> None:
    reading = _read(_TITLE, fused + _FIRST, *_REST)
    assert _pieces(reading, "byline") == byline
    assert reading.article.byline == name
    assert _pieces(reading, "body")[0] == _FIRST
    assert reading.article.headline == _TITLE


@pytest.mark.parametrize(
    "line",
    [
        "McArthur Bridge over the Ell was opened on Monday, eleven years after the old one was washed away.",
        "By Monday the bridge over the Ell will be open again, the council of Ellmouth said after its meeting.",
        "YouTube has removed a film of the bridge over the Ell, the council of Ellmouth said on Monday.",
        "By May 3, 2021 the bridge over the Ell had been closed for eleven years, the council of Ellmouth said.",
        "Ellmouth 2021 was the year in which the bridge over the Ell was opened again, and nobody came.",
    ],
)
def test_a_sentence_is_not_cut(line: str) -> None:
    assert find_fused_byline(line, 0, len(line)) is None
    assert _pieces(_read(_TITLE, line, *_REST), "body")[0] == line


def test_names_fused_with_an_agency_credit_it() -> None:
    reading = _read(_TITLE, "Ann Arbour and Sam BirtAssociated Press", _FIRST, *_REST)
    assert _pieces(reading, "byline") == ["Ann Arbour and Sam Birt"]
    assert reading.article.agencies == ("Associated Press",)


@pytest.mark.parametrize(
    ("head", "byline", "metadata"),
    [
        (["By Ann Arbour", "Political correspondent", "in Ellmouth"], 3, 0),
        (["BY ANN ARBOUR", "POLITICAL EDITOR"], 2, 0),
        (["By", "Ann Arbour", "May 3, 2021"], 2, 1),
        (["Ann Arbour", "Staff writer"], 2, 0),
        (["Ann Arbour Contact Reporter"], 1, 0),
        (["Ann Arbour The Harbour Gazette   @annarbour"], 1, 0),
        (["Ann Arbour and Sam Birt, Harbour Gazette Published 3:55 a.m. ET May 3, 2021 | Updated 7:15 a.m. ET"], 1, 1),
        (["Posted 3:57 pm, May 3, 2021, by Ann Arbour"], 1, 1),
        (["By THE HARBOUR GAZETTE"], 1, 0),
    ],
)
def test_a_byline_over_the_text(head: list[str], byline: int, metadata: int) -> None:
    reading = _read(_TITLE, *head, _FIRST, *_REST)
    assert (len(_pieces(reading, "byline")), len(_pieces(reading, "metadata"))) == (byline, metadata)
    assert _pieces(reading, "body")[0] == _FIRST


def test_a_byline_above_the_headline_is_no_headline() -> None:
    reading = _read("By Ann Arbour, in Ellmouth, and Sam Birt, in Port Ell", _TITLE, _FIRST, *_REST)
    assert reading.article.headline == _TITLE


@pytest.mark.parametrize(
    "masthead",
    [
        ["Harbour Gazette"],
        ["The Harbour Gazette"],
        ["HARBOUR GAZETTE", "Monday, 3 May 2021"],
        ["The Harbour Gazette | 3 May 2021"],
        ["harbourgazette.com | May 3, 2021"],
        ["Ellmouth Daily News"],
        ["PRESS RELEASE", "Ell Bridges Ltd"],
        ["Ell Bridges Ltd", "PRESS RELEASE"],
        ["Press release from Ell Bridges Ltd", "3 May 2021"],
    ],
)
def test_an_outlet_or_a_firm_over_the_text_is_neither_headline_nor_byline(masthead: list[str]) -> None:
    reading = _read(*masthead, _TITLE, _FIRST, *_REST)
    assert reading.article.headline == _TITLE
    assert reading.article.byline is None
    assert _pieces(reading, "metadata") == masthead


def test_the_credit_of_a_picture_is_no_byline() -> None:
    reading = _read(_TITLE, "Sam Birt | AP", _FIRST, *_REST)
    assert reading.article.byline is None
    assert reading.article.agencies == ()


def test_who_reported_may_stand_in_the_closing_line() -> None:
    closing = "(Reporting by Ann Arbour in Ellmouth; Editing by Sam Birt)"
    assert _read(_TITLE, _FIRST, *_REST, closing).article.byline == "Ann Arbour in Ellmouth"


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        ("Ellmünde. ", "Ellmünde"),
        ("ELLMÜNDE. ", "ELLMÜNDE"),
        ("Bad Ellmünde - ", "Bad Ellmünde"),
        ("Ellmünde/Berlin. ", "Ellmünde/Berlin"),
        ("BERLIN taz | ", "BERLIN"),
        ("Von Anna LohwaldEllmünde. ", "Ellmünde"),
    ],
)
def test_a_german_dateline_has_no_agency(lead: str, place: str) -> None:
    reading = _read("Brücke in Ellmünde eröffnet", lead + _GERMAN, _GERMAN.replace("Montag", "Dienstag"))
    assert reading.article.dateline == place
    assert _pieces(reading, "body")[0] == _GERMAN


@pytest.mark.parametrize("lead", ["Endlich. ", "Nein. ", "Die Brücke. "])
def test_a_short_german_sentence_is_no_dateline(lead: str) -> None:
    assert _read("Brücke in Ellmünde eröffnet", lead + _GERMAN, _GERMAN).article.dateline is None


@pytest.mark.parametrize(
    ("lead", "sentence", "place", "agency"),
    [
        (
            "Madrid, 3 may (EFE).- ",
            "El nuevo puente sobre el río se abrió el lunes, once años después.",
            "Madrid",
            "EFE",
        ),
        ("القاهرة (رويترز) - ", "افتتح الجسر الجديد فوق النهر يوم الاثنين بعد أحد عشر عاما.", "القاهرة", "Reuters"),
        ("بيروت 3 مايو (رويترز) - ", "افتتح الجسر الجديد فوق النهر يوم الاثنين بعد أعوام.", "بيروت", "Reuters"),
        ("新华社北京5月3日电", "横跨大河的新桥周一正式通车，距离旧桥被洪水冲垮已有十一年。", "北京", "Xinhua"),
        ("Rom (APA/dpa) – ", "Die neue Brücke ist am Montag freigegeben worden.", "Rom", "Austria Press Agency"),
    ],
)
def test_datelines_of_other_languages(lead: str, sentence: str, place: str, agency: str) -> None:
    reading = _read(lead + sentence, sentence + " " + sentence)
    assert reading.article.dateline == place
    assert reading.article.agencies[0] == agency


@pytest.mark.parametrize(
    ("tail", "agency"),
    [
        ("Quelle: dpa", "dpa"),
        ("(mit Agenturmaterial)", "Agencies"),
        ("(Avec Reuters)", "Reuters"),
        ("Con información de EFE", "EFE"),
        ("По материалам ТАСС", "TASS"),
        ("المصدر: رويترز", "Reuters"),
        ("Kaynak: AA", "Anadolu Agency"),
        ("来源：新华社", "Xinhua"),
    ],
)
def test_closing_tags_of_other_languages(tail: str, agency: str) -> None:
    assert _read(_TITLE, _FIRST, *_REST, tail).article.agencies == (agency,)


def test_an_agency_that_speaks_of_itself_is_named_and_not_cited() -> None:
    article = _read(
        "ELLMOUTH (AFP) — " + _FIRST, "The draft was seen by AFP, whose reporter was told AFP could quote it."
    ).article
    assert article.agencies == ("AFP",)
    assert article.cites == ()
    assert "outlet" in {credit.role for credit in article.credits}


def test_shapes_of_names() -> None:
    assert is_outlet_name("Westland-Rundschau Zeitung")
    assert not is_outlet_name("A walk round the Ellmouth Gazette")
    assert is_role("Political correspondent")
    assert not is_role("The correspondent was held for two days.")
    assert is_firm("Ell Bridges GmbH")
    assert not is_firm("Ell Bridges")
    assert is_author_line("Ann Arbour, chief reporter")
    assert not is_author_line("Ann Arbour, Ellmouth")
    assert not is_author_line("Ann Arbour opened the Harbour Gazette")


def test_the_letters_of_the_outlet_itself_credit_nobody_else() -> None:
    lines = [_TITLE, "By Ann Arbour, CBC News", _FIRST, *_REST]
    text = "\n".join(lines)
    source = Source(sha256="0", bytes_kept=0)
    for outlet, agencies in (("CBC News", ()), ("Harbour Gazette", ("CBC",))):
        document = RawDocument(article="a", text=text, outlet=outlet, source=source, original=b"")
        assert read_article(document, ReadingSettings()).article.agencies == agencies
