import pytest

from firsthand.lineage import Fingerprint, LineageSettings, StockText, align_pair, fingerprint, judge_stock_text
from firsthand.model import Article, PassageKind, Source, Span

SETTINGS = LineageSettings()
REPORT = (
    "The ferry Aurelia ran aground on a sandbank off the island of Tolm early on Monday with 140 people on board.\n"
    "Two passengers were taken to hospital in Northaven with broken arms, the coast guard said.\n"
    "The vessel had left the mainland at six in the morning and was late because of thick fog over the strait.\n"
    "Salvage teams plan to pull it free at high water on Tuesday, weather permitting."
)
OTHER = (
    "Residents of Northaven have waited three years for a new bridge across the river Sele.\n"
    "The town council voted by nine to four to raise the parking fees along the promenade from next month.\n"
    "A bakery that had been closed since the flood opened its doors again and gave away its first two hundred loaves."
)


def make(name, text, outlet=None, body=None):
    return Article(
        article=name,
        text=text,
        outlet=outlet,
        body=(Span(0, len(text)),) if body is None else body,
        source=Source(sha256="", bytes_kept=0),
    )


def shared(one, other, stock=StockText()):  # noqa: B008
    return [
        (one.text[p.a_span.start : p.a_span.end], other.text[p.b_span.start : p.b_span.end], p)
        for p in align_pair(one, other, stock, SETTINGS)
    ]


def test_a_reprint_is_one_verbatim_passage():
    [(one, other, passage)] = shared(make("a", REPORT), make("b", f"{OTHER}\n{REPORT}"))
    assert one == other == REPORT
    assert passage.kind is PassageKind.VERBATIM
    assert passage.similarity == 1.0


def test_reports_on_other_things_share_nothing():
    assert shared(make("a", REPORT), make("b", OTHER)) == []


def test_an_edited_sentence_is_found():
    edited = (
        "Two of the passengers had to be taken to a hospital in Northaven with broken arms, "
        "according to the coast guard.\n"
        "The ship had left the mainland at six o'clock and was running late because of the thick fog over the strait."
    )
    found = shared(make("a", REPORT), make("b", f"{OTHER}\n{edited}"))
    assert found
    assert all(passage.kind is PassageKind.EDITED for _, _, passage in found)
    assert sum(len(other) for _, other, _ in found) > 0.8 * len(edited)
    assert not any("bakery" in other for _, other, _ in found)


def test_swapped_ids_swap_the_sides():
    edited = REPORT.replace("early on Monday", "before dawn on Monday").replace("Two passengers", "Two of them")
    forward = shared(make("a", REPORT), make("b", edited))
    backward = shared(make("a", edited), make("b", REPORT))
    assert [(one, other) for one, other, _ in forward] == [(REPORT, edited)]
    assert [(one, other) for one, other, _ in backward] == [(edited, REPORT)]


def test_a_sentence_that_was_split_is_one_passage():
    split = (
        "The ferry Aurelia ran aground on a sandbank off the island of Tolm early on Monday. "
        "It had 140 people on board."
    )
    [(one, other, _)] = shared(make("a", REPORT), make("b", split))
    assert one == REPORT.splitlines()[0]
    assert other == split


def test_text_in_another_order_is_found():
    lines = REPORT.split("\n")
    found = shared(make("a", REPORT), make("b", "\n".join([*lines[2:], OTHER, *lines[:2]])))
    assert sum(len(one) for one, _, _ in found) >= len(REPORT) - 4


def test_american_spelling_is_an_edit():
    british = (
        "The harbour authority organised a programme of towing and favoured the theory of a broken rudder on Monday."
    )
    american = british.replace("harbour", "harbor").replace("organised", "organized").replace("favoured", "favored")
    [(one, other, passage)] = shared(make("a", f"{british}\n{OTHER}"), make("b", f"{REPORT}\n{american}"))
    assert (one, other) == (british, american)
    assert passage.kind is PassageKind.EDITED
    assert passage.similarity > 0.9


def test_a_shared_quotation_with_its_cue_is_no_passage():
    speech = '"We heard a loud bang and then the whole deck was leaning to one side for an hour," said Ida Holm.'
    assert shared(make("a", f"{REPORT}\n{speech}"), make("b", f"{OTHER}\n{speech}")) == []


def test_speech_that_is_quoted_on_one_side_only_is_no_passage():
    words = "We heard a loud bang and then the whole deck was leaning to one side for an hour"
    assert shared(make("a", f"{REPORT}\n{words}."), make("b", f'{OTHER}\n"{words}," she wrote.')) == []


def test_a_quotation_inside_a_shared_sentence_belongs_to_it():
    line = 'The captain, who served on the line for twenty years, told the inquiry that he "never saw the sand" before.'
    [(one, other, _)] = shared(make("a", f"{line}\n{OTHER}"), make("b", f"{REPORT}\n{line}"))
    assert one == other == line


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2020 Northaven Press Union. This material may not be published or redistributed without consent.",
        "Off to the island with the whole family, what could go wrong — Ida Holm (@idaholm) March 2, 2020",
        "Sign up for our weekly newsletter and get the best stories of the strait in your inbox every Friday.",
    ],
)
def test_what_is_set_aside_is_no_passage(line):
    assert shared(make("a", f"{REPORT}\n{line}"), make("b", f"{OTHER}\n{line}")) == []


NOTE = "Readers who keep bees or grow roses may like our spring almanac with forty pages of tables and drawings."


def test_a_note_of_one_outlet_is_no_passage():
    one, other = make("a", f"{REPORT}\n{NOTE}", "The Strait"), make("b", f"{OTHER}\n{NOTE}", "The Strait")
    assert shared(one, other) == []
    assert shared(one, make("b", f"{OTHER}\n{NOTE}", "Inland News"))


def test_background_of_the_same_affair_in_one_outlet_is_a_passage():
    again = (
        "The ferry company of Tolm fired the captain of the Aurelia on Thursday, for the sandbank is on every"
        f" chart of the island.\n{REPORT.splitlines()[0]}"
    )
    assert shared(make("a", REPORT, "The Strait"), make("b", again, "The Strait"))


def test_stock_text_of_the_archive_is_no_passage():
    fillers = [" ".join(f"word{n}x{k}" for k in range(80)) for n in range(6)]
    articles = [make(f"n{n}", f"{filler}.\n{NOTE}", "The Strait") for n, filler in enumerate(fillers)]
    stock = judge_stock_text([fingerprint(article, SETTINGS) for article in articles], SETTINGS)
    assert stock.runs
    one, other = make("a", f"{REPORT}\n{NOTE}", "The Strait"), make("b", f"{OTHER}\n{NOTE}", "Inland News")
    assert shared(one, other)
    assert shared(one, other, stock) == []


def test_a_caption_outside_both_bodies_is_a_passage_of_its_kind():
    caption = "The ferry Aurelia lies on a sandbank off the island of Tolm on Monday, March 2, 2020, in this photo."
    one = f"{caption}\n{REPORT}"
    other = f"The ferry company Aurelia Lines apologised to the people of Tolm for the sandbank accident.\n{caption}"
    found = shared(
        make("a", one, body=(Span(len(caption) + 1, len(one)),)),
        make("b", other, body=(Span(0, other.index("\n")),)),
    )
    assert [passage.kind for _, _, passage in found] == [PassageKind.CAPTION]


def test_unspaced_script():
    line = (
        "渡轮星期一凌晨在浅滩搁浅，船上有一百四十名乘客和船员，两人受伤被送往医院治疗，海岸警卫队说救援工作仍在继续。"
    )
    one, other = f"市议会星期二投票决定提高停车费。{line}", f"{line}面包店昨天重新开门营业。"
    [(left, right, _)] = shared(make("a", one), make("b", other))
    assert left == right == line


def test_languages_with_words():
    line = "Паром сел на мель у острова рано утром в понедельник, на борту находились сто сорок пассажиров и команда."
    [(left, right, _)] = shared(
        make("a", f"{line}\nСовет города поднял плату."), make("b", f"Булочная открылась.\n{line}")
    )
    assert left == right == line


def test_an_article_without_body_shares_nothing():
    assert shared(make("a", REPORT, body=()), make("b", REPORT)) == []
    assert fingerprint(make("a", REPORT, body=()), SETTINGS) == Fingerprint(article="a")


def test_hostile_text_is_compared():
    one, other = make("a", "ferry " * 60_000), make("b", "ferry " * 60_000)
    align_pair(one, other, StockText(), SETTINGS)
    align_pair(make("a", "x" * 1_000_000), make("b", "x" * 1_000_000), StockText(), SETTINGS)
    align_pair(make("a", "水" * 300_000), make("b", "水" * 300_000), StockText(), SETTINGS)
