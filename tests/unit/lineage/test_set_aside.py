import pytest

from firsthand.lineage.set_aside import find_set_aside
from firsthand.model import Article, Credit, CreditRole, Source, Span


def make(text, named=()):
    return Article(
        article="x", text=text, body=(Span(0, len(text)),), credits=named, source=Source(sha256="", bytes_kept=0)
    )


def aside(text, named=()):
    return [text[start:end] for start, end in find_set_aside(make(text, named))]


@pytest.mark.parametrize(
    "line",
    [
        "© 2020 Harbour Media Ltd.",
        "All rights reserved. This text may not be rewritten or redistributed.",
        "Alle Rechte vorbehalten.",
        "Sign up for our newsletter to get the best of the week in your inbox.",
        "Follow The Sound Courier on Facebook.",
        "FOLLOW THE SOUND ON SOCIAL MEDIA",
        "Off to the harbour, wish me luck — Anna Berg (@annaberg) March 3, 2020",
        "Off to the harbour pic.twitter.com/AbC123",
    ],
)
def test_lines_that_are_no_reporting(line):
    assert aside(f"The ferry left on time.\n{line}\nIt came back at noon.")


@pytest.mark.parametrize(
    "line",
    [
        "Most islanders follow the harbour master on Facebook.",
        "Follow the coast on foot and you reach the ferry.",
        f"Those who follow us know the ferry, {'and the ferry knows them, ' * 8}said the mayor of the island.",
    ],
)
def test_reporting_with_such_words_is_kept(line):
    assert aside(f"The ferry left on time.\n{line}\nIt came back at noon.") == []


def test_notices_are_found_sentence_by_sentence_in_a_text_whose_small_letters_are_longer():
    text = "İİİ The ferry left. Sign up for our newsletter in your inbox. It came back at noon. All rights reserved."
    assert aside(text) == ["Sign up for our newsletter in your inbox.", "All rights reserved."]


def test_a_signature_takes_the_post_before_it_along():
    found = aside(
        "The ferry left.\nWish me luck on the water today\n— Anna Berg (@annaberg) March 3, 2020\nIt came back."
    )
    assert "Wish me luck on the water today" in found
    assert "The ferry left." not in found
    assert "It came back." not in found


def test_reports_on_newsletters_and_copyright_stay():
    assert not aside(
        "The publisher, which had gained two million readers for its newsletter over the course of a year in which many"
        " of its rivals had to close their doors, sued the harbour town on Monday over a photograph of the pier."
    )


def test_a_caption_that_begins_with_the_sign_of_its_picture_stays():
    assert not aside(
        "© Agency / Stringer The ferry leaves the harbour of Northaven for the islands on a calm day in March."
    )


def test_a_dateline_with_its_agency_is_set_aside():
    text = "NORTHAVEN (Reuters) - The ferry left on time."
    start = text.index("Reuters")
    found = aside(text, (Credit(name="Reuters", span=Span(start, start + 7), role=CreditRole.FULL),))
    assert found == ["NORTHAVEN (Reuters"]


def test_a_line_of_partial_credit_is_set_aside():
    line = "The Associated Press contributed to this report."
    text = f"The ferry left on time.\n{line}"
    start = text.index("Associated")
    found = aside(text, (Credit(name="Associated Press", span=Span(start, start + 16), role=CreditRole.PARTIAL),))
    assert found == [line]


def test_a_megabyte_without_breaks_is_read():
    assert find_set_aside(make("@a— " * 250_000)) is not None
    assert find_set_aside(make("—" * 1_000_000 + "(@a)")) is not None
