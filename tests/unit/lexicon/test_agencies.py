from __future__ import annotations

import pytest

from firsthand.lexicon.agencies import AGENCIES, agency_in_path, agency_named, find_agencies


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("AP", "Associated Press"),
        ("The Associated Press", "Associated Press"),
        ("the  Associated Press", "Associated Press"),
        ("Agence France-Presse", "AFP"),
        ("ТАСС", "TASS"),
        ("路透社", "Reuters"),
        ("رويترز", "Reuters"),
        ("Thomson Reuters", "Reuters"),
        ("PA", "Press Association"),
        ("Agencies", "Agencies"),
        ("Harbour Gazette", None),
    ],
)
def test_a_form_gives_the_full_name(form: str, name: str | None) -> None:
    assert agency_named(form) == name


def test_forms_are_not_shared() -> None:
    forms = [form for agency in AGENCIES for form in {agency.name, *agency.forms}]
    assert len(forms) == len(set(forms))


def test_running_text_does_not_count_codes() -> None:
    text = "In Scranton, PA, Reuters and the AP asked AA and an APA of sorts."
    assert [hit.name for hit in find_agencies(text)] == ["Reuters", "Associated Press"]
    assert text[find_hit(text, "Reuters")] == "R"


def find_hit(text: str, name: str) -> int:
    return next(hit.start for hit in find_agencies(text) if hit.name == name)


def test_credit_lines_count_codes() -> None:
    assert [hit.name for hit in find_agencies("PA / AA", with_ambiguous=True)] == [
        "Press Association",
        "Anadolu Agency",
    ]


def test_unspaced_scripts_need_no_word_ends() -> None:
    assert [hit.name for hit in find_agencies("据新华社北京电")] == ["Xinhua"]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://paper.example/aponline/2020/01/02/x.html", "Associated Press"),
        ("https://paper.example/wires/pa/article-1/x.html", "Press Association"),
        ("https://paper.example/pa/article-1/x.html", None),
        ("https://reuters.example/world/x", None),
        ("https://paper.example/news/x?from=/reuters/y", None),
        ("", None),
    ],
)
def test_an_address_names_an_agency_by_its_segment(url: str, name: str | None) -> None:
    assert agency_in_path(url) == name
