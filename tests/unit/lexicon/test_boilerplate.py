from __future__ import annotations

import pytest

from firsthand.lexicon.boilerplate import LEADING_JUNK, TRAILING_JUNK, is_date_line, is_relation_lead, label_line


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Home / News / World", "menu"),
        ("HomeNewsSportWeather", "menu"),
        ("Back to Main page", "menu"),
        ("StartseitePolitikWirtschaftSport", "menu"),
        ("404 Page not found", "menu"),
        ("Advertisement", "advertisement"),
        ("Реклама", "advertisement"),
        ("Anzeige", "advertisement"),
        ("广告", "advertisement"),
        ("Advertisement Continue reading the main story", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("Facebook Twitter Pinterest", "share"),
        ("Share on Facebook Share on Twitter", "share"),
        ("Поделиться", "share"),
        ("Sign up for our morning newsletter", "subscribe"),
        ("Got a story? Email us or call us on 555 0101.", "subscribe"),
        ("We use cookies to make this site work.", "subscribe"),
        ("Read more:", "read_more"),
        ("Read more", "read_more"),
        ("READ MORE: Ten bridges that fell", "read_more"),
        ("Читайте также: Почему обмелела река", "read_more"),
        ("اقرأ أيضا", "read_more"),
        ("Related stories", "related"),
        ("MOST READ IN TOWN Mayor sings again Dog elected", "related"),
        ("© 2024 Harbour Gazette. All rights reserved.", "copyright"),
        ("Alle Rechte vorbehalten", "copyright"),
        ("Correction: The bridge has four arches, not five.", "correction"),
        ("An earlier version of this article gave the wrong year.", "correction"),
        ("This post has been updated.", "correction"),
        ("View this post on Instagram", "embedded"),
        ("We will rebuild... Posted by Town of Ellmouth on Monday, 3 May 2021", "embedded"),
        ("Now Playing: Flood in Ellmouth", "embedded"),
        ("Posted: 8:15 AM, May 3, 2021", "metadata"),
        ("14 мая 2025, 21:30", "metadata"),
        ("Mittwoch, 5. März 2025, 20.15 Uhr", "metadata"),
        ('["other","North Coast"]', "metadata"),
        ("1 / 12", "metadata"),
        ("***", "metadata"),
        ("Follow him on Twitter @ellmouth_ann", "biography"),
    ],
)
def test_furniture_has_its_label(line: str, label: str) -> None:
    assert label_line(line) == label


@pytest.mark.parametrize(
    "line",
    [
        "Home prices in Ellmouth fell for the third month, the council said.",
        "The council asked residents to sign up for the newsletter and to check their email address twice a week.",
        'He said: "Subscribe to the newsletter, sign up, and click here," and everybody laughed at the privacy policy.',
        "Related to the mayor by marriage, the contractor won four tenders.",
        "Copyright law will be changed next year",
        "In May 2021 the bridge fell",
        "Share prices recovered",
        "Advertisement of the tender was late, the court found.",
        "Members have subscribed 40 million crowns.",
        "Mayor Ann Lowell opens new bridge",
        "The company’s website is available in three languages, he said.",
        "She is a reporter for the Harbour Gazette.",
    ],
)
def test_news_is_not_furniture(line: str) -> None:
    assert label_line(line) is None


def test_what_somebody_does_is_a_biography_only_where_one_may_stand() -> None:
    line = "Ann Lowell is a staff writer at the Harbour Gazette, where she covers bridges."
    assert label_line(line) is None
    assert label_line(line, may_be_biography=True) == "biography"


def test_a_date_line_holds_nothing_else() -> None:
    assert is_date_line("Regions 05/03/2021, 08:15am")
    assert not is_date_line("The bridge opened on 3 May 2021")
    assert not is_date_line("— Ann Lowell (@annlowell) May 3, 2021")


def test_relation_lead_is_a_heading_not_a_link() -> None:
    assert is_relation_lead("Read More:")
    assert not is_relation_lead("The river rose again on Tuesday.")


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("date 2021-05-03 Bridge opens in Ellmouth", "date 2021-05-03 "),
        ("Advertisement The bridge opened on Monday.", "Advertisement "),
        ("Share Tweet Email The bridge opened on Monday.", "Share Tweet Email "),
        ("Home News World Bridge opens", "Home News World "),
        ("Advertisement prices rose in May.", None),
        ("Home News reporters struck.", None),
    ],
)
def test_glued_junk_in_front(line: str, cut: str | None) -> None:
    found = [match.group() for _, shape in LEADING_JUNK if (match := shape.match(line))]
    assert found == ([cut] if cut else [])


def test_glued_junk_behind() -> None:
    line = "The bridge opened. Read more"
    assert [match["junk"] for _, shape in TRAILING_JUNK if (match := shape.search(line))] == ["Read more"]
    assert not any(shape.search("He wants to read more") for _, shape in TRAILING_JUNK)
