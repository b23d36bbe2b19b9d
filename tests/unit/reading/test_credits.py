from __future__ import annotations

import pytest

from firsthand.model import Credit, Span
from firsthand.reading.byline import find_byline, is_name, is_sign_off, read_names
from firsthand.reading.citations import find_citations
from firsthand.reading.credits import cited_names, credited_agencies, find_credits
from firsthand.reading.dateline import find_dateline, read_place
from firsthand.reading.outlet import Outlet, decide_outlet, find_self_credit, name_domain, readable_outlet
from firsthand.reading.segments import label_segments

_TEXT = [
    "The new bridge over the Ell was opened on Monday, eleven years after the old one was washed away by a flood.",
    "About 400 people walked across it in the rain, the council of Ellmouth said in a statement after the ceremony.",
    "“We have waited long enough,” said the mayor, Ann Lowell, who cut the ribbon with a pair of garden shears.",
]


def _credits(lines: list[str], outlet: str | None = None, url: str | None = None) -> tuple[str, tuple[Credit, ...]]:
    text = "\n".join(lines)
    return text, find_credits(text, label_segments("a", text), outlet, url)


@pytest.mark.parametrize(
    ("head", "place", "source"),
    [
        ("ELLMOUTH (AP) — The bridge opened.", "ELLMOUTH", "Associated Press"),
        ("PORT ELL, Wessmark — The bridge opened.", "PORT ELL, Wessmark", None),
        ("PORT ELL, Wessmark, May 3 (Reuters) - The bridge opened.", "PORT ELL, Wessmark", "Reuters"),
        ("ELLMOUTH, May 3. /TASS/. The bridge opened.", "ELLMOUTH", "TASS"),
        ("ELLMOUTH: The bridge opened.", "ELLMOUTH", None),
        ("Berlin (dpa) - Die Brücke ist offen.", "Berlin", "dpa"),
        ("(Reuters) - The bridge opened.", None, "Reuters"),
        ("МОСКВА, 3 мая. /ТАСС/. Мост открыт.", "МОСКВА", "TASS"),
        ("МОСКВА, 3 мая — РИА Новости. Мост открыт.", "МОСКВА", "RIA Novosti"),
        ("新华社北京5月3日电 大桥通车。", "北京", "Xinhua"),
        ("Geneva, 12 March 2018 – The bridge opened.", "Geneva", None),
    ],
)
def test_datelines(head: str, place: str | None, source: str | None) -> None:
    found = find_dateline(head, 0, len(head))
    assert found is not None
    assert (head[slice(*found.place)] if found.place else None) == place
    assert found.source == source


@pytest.mark.parametrize(
    "head",
    [
        "EXCLUSIVE: The bridge opened.",
        "FILE - In this May 3, 2010 photo, the bridge stands.",
        "HOW THE TOWN WON: The bridge opened.",
        "Mayor (Liberal) - said the bridge opened.",
        "AP - x",
        "The bridge — at last — opened.",
        "ELLMOUTH",
    ],
)
def test_no_datelines(head: str) -> None:
    assert find_dateline(head, 0, len(head)) is None


def test_place_of_a_dateline_on_a_line_of_its_own() -> None:
    text = "\n".join(["Bridge opens in Ellmouth at last", "ELLMOUTH", *_TEXT])
    assert read_place(text, label_segments("a", text)) == "ELLMOUTH"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Arbour", "Ann Arbour"),
        ("By ANN ARBOUR and SAM BIRT", "ANN ARBOUR and SAM BIRT"),
        ("Von Jutta Behrendsen", "Jutta Behrendsen"),
        ("By Ann Arbour, Associated Press", "Ann Arbour, Associated Press"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    found = find_byline(line, 0, len(line))
    assert found is not None
    assert line[slice(*found.names)] == names


@pytest.mark.parametrize("line", ["By the river stood a house", "By Monday the bridge was open", "Von der Brücke"])
def test_no_bylines(line: str) -> None:
    assert find_byline(line, 0, len(line)) is None


def test_names_and_sections() -> None:
    assert is_name("Ann Arbour")
    assert is_name("LUDWIG van der MEER")
    assert not is_name("Middle East")
    assert not is_name("World News")
    assert not is_name("the bridge")


def test_the_name_ends_where_the_text_is_glued_on() -> None:
    text = "\n".join(["By Ann ArbourRescuers were still looking for the dog on Monday night in the rain.", *_TEXT])
    assert read_names(text, label_segments("a", text)) == "Ann Arbour"


def test_sign_offs() -> None:
    for line in ("(Reporting by Ann Arbour; Editing by Sam Birt)", "The Associated Press contributed to this report."):
        assert is_sign_off(line, 0, len(line))
    line = "Rain contributed to the flood."
    assert not is_sign_off(line, 0, len(line))


@pytest.mark.parametrize(
    ("lines", "agencies", "role"),
    [
        (["ELLMOUTH (AP) — " + _TEXT[0], *_TEXT[1:]], ("Associated Press",), "full"),
        (["By Ann Arbour, Associated Press", *_TEXT], ("Associated Press",), "full"),
        (["The Associated Press", *_TEXT], ("Associated Press",), "full"),
        ([*_TEXT, "Reuters - AFP"], ("Reuters", "AFP"), "full"),
        ([*_TEXT, "- Reuters"], ("Reuters",), "full"),
        ([*_TEXT, "Copyright 2021 The Associated Press. All rights reserved."], ("Associated Press",), "full"),
        ([*_TEXT, "This account was supplied by the AFP news agency and edited here."], ("AFP",), "full"),
        ([*_TEXT, "The Associated Press contributed to this report."], ("Associated Press",), "partial"),
        ([*_TEXT, "With files from Reuters"], ("Reuters",), "partial"),
        ([*_TEXT, "With agencies"], ("Agencies",), "partial"),
    ],
)
def test_credits_for_the_text(lines: list[str], agencies: tuple[str, ...], role: str) -> None:
    text, found = _credits(lines)
    assert credited_agencies(found) == agencies
    assert {credit.role.value for credit in found} == {role}
    assert all(text[slice(*credit.span)].strip() for credit in found)


def test_a_picture_credit_is_no_credit_for_the_text() -> None:
    _, found = _credits([*_TEXT[:2], "Ann Lowell on the bridge. (AP Photo/Sam Birt)", _TEXT[2]])
    assert credited_agencies(found) == ()
    assert [(credit.name, credit.role.value) for credit in found] == [("Associated Press", "photo")]


def test_the_address_credits_where_the_text_is_silent() -> None:
    text, found = _credits(["ELLMOUTH — " + _TEXT[0], *_TEXT[1:]], url="https://paper.example/aponline/2021/x.html")
    assert [(credit.name, text[slice(*credit.span)]) for credit in found] == [("Associated Press", "ELLMOUTH —")]
    _, found = _credits(["ELLMOUTH (AFP) — " + _TEXT[0]], url="https://paper.example/aponline/2021/x.html")
    assert credited_agencies(found) == ("AFP",)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The mayor told Reuters that it was late.", ["Reuters"]),
        ("It cost 4 million, according to the Harbour Times.", ["Harbour Times"]),
        ("KELL reported that the dog swam.", ["KELL"]),
        ("The dog swam, the BBC said.", ["BBC"]),
        ("The dog swam, state television reported.", ["state television"]),
        ("The Reuters building was closed.", []),
        ("Ann Lowell told the Times of her life.", ["the Times"]),
    ],
)
def test_citations(sentence: str, names: list[str]) -> None:
    assert [citation.name for citation in find_citations(sentence, 0, len(sentence))] == names


def test_nobody_cites_himself() -> None:
    lines = [*_TEXT, "The mayor told the Harbour Gazette that it was late, Reuters reported on Monday in a short item."]
    assert cited_names(_credits(lines, outlet="harbourgazette.com")[1]) == ("Reuters",)
    assert cited_names(_credits(["ELLMOUTH (Reuters) - " + _TEXT[0], *lines[1:]], outlet="Harbour Gazette")[1]) == ()


def test_a_short_name_is_the_longer_one_named_before() -> None:
    lines = [*_TEXT, "She told the Harbour Times that it was late. It rained, the Times said in an article on Sunday."]
    assert cited_names(_credits(lines)[1]) == ("Harbour Times",)


def test_the_outlet_by_the_best_witness() -> None:
    unknown = Outlet(None, "unknown")
    assert decide_outlet("www.harbour.com", "Harbour Gazette", None, unknown).name == "harbour.com"
    assert decide_outlet(None, "Harbour Gazette", "https://www.harbour.com/x", unknown).name == "Harbour Gazette"
    assert decide_outlet(None, None, "https://news.harbour.com/x", unknown).name == "harbour.com"
    assert decide_outlet(None, None, None, unknown).name is None
    assert readable_outlet(" Harbour  Gazette ") == "Harbour Gazette"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["ELLMOUTH, May 3. /TASS/. " + _TEXT[0], *_TEXT[1:]], "TASS"),
        ([*_TEXT, "© 2021 Harbour Gazette Publishing. All rights reserved."], "Harbour Gazette"),
        ([*_TEXT, "Harbour TV’s app is available from the following stores:"], "Harbour TV"),
        (["Bridge opens in Ellmouth today", "BBC", *_TEXT], "BBC"),
        ([*_TEXT, "Copyright 2021 The Associated Press. All rights reserved."], None),
        (["ELLMOUTH (Reuters) - " + _TEXT[0], *_TEXT[1:]], None),
        (_TEXT, None),
    ],
)
def test_the_outlet_as_the_text_names_it(lines: list[str], name: str | None) -> None:
    text = "\n".join(lines)
    found = find_self_credit(text, label_segments("a", text))
    assert found.name == name
    assert found.reason
    assert found.credit is None or text[slice(*found.credit)] == name or name == "TASS"


def test_a_copyright_line_names_a_domain_it_fits() -> None:
    own = Outlet("Harbour Gazette", "copyright line", Span(0, 15))
    assert name_domain(Outlet("harbourgazette.com", "address"), own).name == "Harbour Gazette"
    assert name_domain(Outlet("ellmouthtimes.com", "address"), own).name == "ellmouthtimes.com"
