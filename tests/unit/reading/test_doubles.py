"""What stands twice in an article is running text once; galleries and rows of links are not text at all."""

from __future__ import annotations

import pytest

from firsthand.reading.segments import label_segments

_PARAGRAPHS = [
    "The new bridge over the Ell was opened on Monday, eleven years after the old one was washed away by a flood.",
    "About 400 people walked across it in the rain, the council of Ellmouth said in a statement after the ceremony.",
    "“We have waited long enough for this day in the rain,” said the mayor, Ann Lowell, who cut the ribbon.",
    "A second bridge, further up the river, is to be built by 2031 if the money can be found, her office added.",
]


def _labels(lines: list[str], *, from_page: bool = False) -> list[str]:
    text = "\n".join(lines)
    return [one.label.value for one in label_segments("a", text, "A title of its own", from_page=from_page)]


def test_a_paragraph_pasted_again_is_text_once() -> None:
    assert _labels([*_PARAGRAPHS, _PARAGRAPHS[1]]) == ["body"] * 4 + ["caption"]


def test_a_pull_quote_is_not_text() -> None:
    quote = "“We have waited long enough for this day in the rain”"
    assert _labels([*_PARAGRAPHS[:1], quote, *_PARAGRAPHS[1:]]) == ["body", "caption", "body", "body", "body"]
    assert "caption" not in _labels([*_PARAGRAPHS[:1], quote, *_PARAGRAPHS[1:]], from_page=True)


def test_a_text_pasted_twice_keeps_its_first_copy() -> None:
    assert _labels(_PARAGRAPHS * 2) == ["body"] * 4 + ["caption"] * 4


def test_a_text_that_is_made_of_repeats_stays() -> None:
    assert set(_labels([_PARAGRAPHS[0], _PARAGRAPHS[1]] * 4)) == {"body"}


def test_speakers_and_posts_stand_twice_in_their_own_right() -> None:
    post = "— Town of Ellmouth on the river Ell (@ellmouth) May 3, 2021"
    speaker = "THE MAYOR OF ELLMOUTH, ANN LOWELL, IN THE COUNCIL:"
    lines = [_PARAGRAPHS[0], post, _PARAGRAPHS[1], post, speaker, _PARAGRAPHS[2], speaker, _PARAGRAPHS[3]]
    assert "caption" not in _labels(lines)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Sam Birt, AP", "photo_credit"),
        ("SAM BIRT, EPA-EFE", "photo_credit"),
        ("Pool photo by Sam Birt", "photo_credit"),
        ("Media: Harbour Film", "photo_credit"),
        ("Fullscreen", "menu"),
        ("Image 1of/9", "menu"),
        ("Bild 3 von 12", "menu"),
        ("60.169856 24.938379", "metadata"),
        ("The old bridge in Ellmouth. Pictured, the Ell in flood.", "caption"),
        ("На фото: мост через реку Элл в мае 2021 года.", "caption"),
        ("Im Bild: die Brücke über die Ell im Mai 2021.", "caption"),
        ("图为周一通车的大桥。", "caption"),
        ("| 1 | Ellmouth | 12 | 34 |", "subheadline"),
    ],
)
def test_lines_of_a_gallery(line: str, label: str) -> None:
    assert _labels([*_PARAGRAPHS[:2], line, *_PARAGRAPHS[2:]])[2] == label


def test_a_row_of_links_between_paragraphs() -> None:
    links = [
        "Onion growers expect smallest harvest since records began",
        "Vicar retires after sixty quiet winters abroad",
        "Cinema shows silent films every second Thursday",
    ]
    lines = [*_PARAGRAPHS[:2], *links, *_PARAGRAPHS[2:]]
    assert _labels(lines) == ["body", "body", "related", "related", "related", "body", "body"]


def test_a_list_of_the_article_is_no_row_of_links() -> None:
    points = [
        "The bridge will be closed to heavy lorries",
        "The council of Ellmouth will pay for the ribbon",
        "The mayor will build a second bridge further up",
    ]
    assert "related" not in _labels([*_PARAGRAPHS[:2], *points, *_PARAGRAPHS[2:]])


def test_many_lines_of_one_shape_are_a_list_and_no_captions() -> None:
    dates = [
        f"June {day} – Old Mill Hall in the town of Ellmouth, Wessmark County @ eight o'clock" for day in range(10, 16)
    ]
    assert "caption" not in _labels([*_PARAGRAPHS[:2], *dates, *_PARAGRAPHS[2:]])
