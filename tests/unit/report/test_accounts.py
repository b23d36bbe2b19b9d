"""Numbers, sayings and statements on the page of a story: what stands first, and in which words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.model import StatementDifference
from firsthand.report import ReportOptions, render_report
from firsthand.report.calling import view_called
from firsthand.report.coverage import MOST_STATEMENTS, view_coverage
from firsthand.report.ledger import MOST_FIGURES, view_figures
from firsthand.report.sayings import view_speakers


def _page(parse, dossier, **options):
    return parse(render_report([dossier], ReportOptions(**options)))


def _section(page, name):
    (section,) = page.xpath(f"//section[contains(concat(' ', @class, ' '), ' {name} ')]")
    return section


# --- numbers ---------------------------------------------------------------------------------------------------


def test_what_cannot_both_hold_stands_first_in_words_to_repeat(context_of, invented):
    figures, left_out = view_figures(context_of(invented.FULL_DOSSIER))
    assert [figure.relation for figure in figures] == ["contradiction", "agree"]
    assert figures[0].difference == (
        "Northern Wire and 1 more: 212 people; "
        "The Harrowmere Courier, 8 hours later (crediting the harbour office): at least 190 people"
    )
    assert left_out == 0


def test_a_value_opens_its_exact_characters(context_of, invented):
    figures, _ = view_figures(context_of(invented.FULL_DOSSIER))
    for telling in figures[0].tellings:
        for source in telling.sources:
            marked = "".join(piece.text for piece in source.pieces if "cited" in piece.kinds)
            assert marked in {"212 people", "at least 190 people"}


def test_an_update_shows_the_latest_value_first(context_of, invented):
    figure = replace(invented.FIGURES[1], relation="update")
    figures, _ = view_figures(context_of(replace(invented.FULL_DOSSIER, figures=(figure,))))
    assert figures[0].tellings[0].value == "at least 190 people"
    assert figures[0].tellings[1].when == "8 hours earlier"


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2031-03-04T05:10+01:00", "The Harrowmere Courier, an hour later"),
        ("2031-03-04T06:09+01:00", "The Harrowmere Courier, a minute later"),
        ("2031-03-06T06:10+01:00", "Northern Wire, 2 days later"),
        ("2031-03-04T06:10+01:00", None),
        ("2031-03-04", None),
        (None, None),
    ],
)
def test_how_much_later(context_of, invented, published, said):
    rows = {row.article: row for row in invented.ARTICLES}
    wire = replace(
        rows["wire-0"], published=published, published_precision="day" if published == "2031-03-04" else "minute"
    )
    figure = replace(invented.FIGURES[1], values=(invented.FIGURES[1].values[0], invented.FIGURES[1].values[2]))
    dossier = replace(invented.FULL_DOSSIER, articles=(rows["courier-1"], wire), figures=(figure,))
    figures, _ = view_figures(context_of(dossier))
    told = [f"{telling.named}, {telling.when}" for telling in figures[0].tellings if telling.when]
    assert told == ([said] if said else [])


def test_what_agrees_is_folded_below(parse, invented):
    section = _section(_page(parse, invented.FULL_DOSSIER), "figures")
    (folded,) = section.xpath(".//details[@class='agreeing']")
    assert folded.get("open") is None
    assert "1 number that is the same" in folded.text_content()
    assert len(section.xpath("./ul[@class='ledger']/li")) == 1
    assert "cannot both hold" in section.xpath("./ul[@class='ledger']/li")[0].text_content()


def test_values_of_articles_that_are_not_here_are_passed_over(context_of, invented):
    stray = replace(invented.FIGURES[1], values=(replace(invented.FIGURES[1].values[0], article="elsewhere"),))
    assert view_figures(context_of(replace(invented.FULL_DOSSIER, figures=(stray,)))) == ((), 0)


def test_long_lists_are_cut_and_say_so(parse, context_of, invented):
    many = (invented.FIGURES[1],) * (MOST_FIGURES + 3)
    statements = tuple(
        replace(invented.STATEMENTS[0], statement=f"sa-{number}") for number in range(MOST_STATEMENTS + 4)
    )
    dossier = replace(invented.FULL_DOSSIER, figures=many, statements=statements)
    assert view_figures(context_of(dossier))[1] == 3
    assert view_coverage(context_of(dossier)).statements_left_out == 4
    text = _page(parse, dossier).text_content()
    assert "3 more numbers are in the archive" in text
    assert "4 more statements are in the archive" in text


# --- who said what ---------------------------------------------------------------------------------------------


def test_the_words_as_they_were_said_lead_and_other_wordings_follow(context_of, invented):
    speakers, _ = view_speakers(context_of(invented.FULL_DOSSIER))
    varn = next(speaker for speaker in speakers if speaker.name == "Ilse Varn")
    (saying,) = varn.utterances
    assert [variant.how for variant in saying.variants] == [None, "cut short"]
    assert "".join(piece.text for piece in saying.variants[1].pieces) == "We heard a long scrape"
    assert saying.told_by == "told by 3 articles"
    assert len(saying.origins) == 2
    assert varn.quotations == ()


def test_changed_words_are_marked(parse, invented):
    section = _section(_page(parse, invented.FULL_DOSSIER), "quotations")
    (variant,) = section.xpath(".//ul[@class='variants']/li[.//strong[contains(., 'retold')]]")
    assert variant.xpath("string(./blockquote//mark)") == "was"


def test_quotations_of_no_saying_stay(context_of, invented):
    speakers, left_out = view_speakers(context_of(invented.FULL_DOSSIER))
    assert {speaker.name: len(speaker.quotations) for speaker in speakers} == {
        "Ilse Varn": 0,
        "Oda Brill": 0,
        "Jonna Pell": 1,
        "Speaker not known": 1,
    }
    assert left_out == 0


def test_words_given_to_another_speaker_name_that_one(context_of, invented):
    instance = replace(invented.UTTERANCES[0].instances[0], alteration="other_speaker", speaker_as_written="the mate")
    utterance = replace(invented.UTTERANCES[0], instances=(instance, invented.UTTERANCES[0].instances[1]))
    speakers, _ = view_speakers(context_of(replace(invented.FULL_DOSSIER, utterances=(utterance,))))
    varn = next(speaker for speaker in speakers if speaker.utterances)
    assert varn.utterances[0].variants[1].how == "given to another speaker: the mate"


# --- statement by outlet ---------------------------------------------------------------------------------------


def test_outlets_of_one_origin_stand_side_by_side(context_of, invented):
    columns = view_coverage(context_of(invented.FULL_DOSSIER)).columns
    assert [(column.outlet, column.begins) for column in columns[:2]] == [("Northern Wire", 2), ("Port Ledger", 0)]
    assert sum(column.begins for column in columns) == len(columns) == 4


def test_telling_gaps_stand_first(context_of, invented):
    statements = view_coverage(context_of(invented.FULL_DOSSIER)).statements
    assert [statement.differs for statement in statements] == [True, False, False]
    assert "cut" in {cell.status for cell in statements[1].cells}
    assert statements[2].credited == "the coast service"


def test_cells_speak_carefully_and_open_the_sentence(parse, invented):
    section = _section(_page(parse, invented.FULL_DOSSIER, full_text=True), "coverage")
    cells = {cell.text_content().split("\n")[0].strip() for cell in section.xpath(".//td")}
    assert any(cell.startswith("not mentioned") for cell in cells)
    assert any(cell.startswith("published before") for cell in cells)
    reported = section.xpath(".//td[contains(@class, 'is-reported')]/a/@href")
    assert len(reported) == 7
    page = _page(parse, invented.FULL_DOSSIER, full_text=True)
    assert all(page.xpath("//*[@id=$id]", id=href[1:]) for href in reported)


def test_what_differs_is_said_and_marked(context_of, invented):
    aboard = invented.STATEMENTS[2]
    words = {"courier-1": "at least 190", "wire-0": "212"}
    spans = {
        name: invented.at(next(row.text for row in invented.ARTICLES if row.article == name), needle)
        for name, needle in words.items()
    }
    difference = StatementDifference(
        kind="degree", a="courier-1", a_span=spans["courier-1"], b="wire-0", b_span=spans["wire-0"]
    )
    statement = replace(aboard, differences=(difference,), differs_in=("degree",))
    (view,) = view_coverage(context_of(replace(invented.FULL_DOSSIER, statements=(statement,)))).statements
    assert view.differences == ("how much: “at least 190” (The Harrowmere Courier), “212” (Northern Wire)",)
    marked = {piece.text for source in view.sources for piece in source.pieces if "changed" in piece.kinds}
    assert marked == set(words.values())


def test_a_cut_cell_opens_the_sentence_that_was_cut(context_of, invented):
    place = invented.STATEMENTS[1].sentences[1]
    cut = replace(invented.COVERAGE[5], places=((place.article, place.span),))
    dossier = replace(invented.FULL_DOSSIER, coverage=(cut,))
    statements = view_coverage(context_of(dossier, full_text=True)).statements
    (cell,) = [cell for view in statements for cell in view.cells if cell.status == "cut"]
    assert cell.href.endswith(f"-{place.span.start}-{place.span.end}")


def test_what_one_origin_alone_tells_is_folded_below_the_table(context_of, parse, invented):
    alone = replace(invented.STATEMENTS[1], statement="sa-alone", told_by="one")
    cut = replace(invented.STATEMENTS[1], told_by="one")  # one outlet cut it: that is telling
    others = (invented.STATEMENTS[0], cut, invented.STATEMENTS[2])
    dossier = replace(invented.FULL_DOSSIER, statements=(alone, *others))
    view = view_coverage(context_of(dossier))
    assert (len(view.statements), len(view.alone)) == (3, 1)
    (folded,) = _section(_page(parse, dossier), "coverage").xpath(".//details[@class='agreeing']")
    assert folded.get("open") is None
    assert "1 statement that one origin alone makes" in folded.text_content()
    assert folded.xpath(".//mark")


def test_a_sentence_without_a_judgement_is_unknown_elsewhere(context_of, invented):
    statements = view_coverage(context_of(replace(invented.FULL_DOSSIER, coverage=()))).statements
    assert {cell.status for statement in statements for cell in statement.cells} == {"reported", "unknown"}


def test_nothing_found_and_not_read_are_told_apart(parse, invented):
    page = _page(parse, invented.FERRY_DOSSIER)
    assert (
        "Nothing was found that several of these articles put a number on." in _section(page, "figures").text_content()
    )
    assert "Nothing was found that two of these articles both state." in _section(page, "coverage").text_content()
    unread = _page(parse, replace(invented.FERRY_DOSSIER, annotations={}))
    for name in ("figures", "coverage", "quotations"):
        assert "firsthand annotate ARCHIVE --story st-ferry" in _section(unread, name).text_content()


def test_no_page_says_what_is_true(parse, invented):
    text = _page(parse, invented.FULL_DOSSIER).text_content().lower()
    assert " hid " not in text
    assert "false" not in text


# --- what they are called --------------------------------------------------------------------------------------


def test_persons_and_groups_stand_with_each_outlets_words(context_of, invented):
    called, left_out = view_called(context_of(invented.FULL_DOSSIER))
    assert [(each.name, each.line) for each in called] == [
        ("Ilse Varn", "Northern Wire: “passenger”; The Harrowmere Courier: “baker”"),
        ("The dead", "Northern Wire: “casualty”; The Harrowmere Courier: “victim”"),
    ]
    assert [call.times for call in called[0].calls] == ["2 times in its own words", "1 time in its own words"]
    assert called[1].calls[1].times == "1 time in words that it quotes"
    assert left_out == 0


def test_a_word_opens_its_exact_characters(context_of, invented):
    called, _ = view_called(context_of(invented.FULL_DOSSIER))
    marked = [
        "".join(piece.text for piece in one.pieces if "cited" in piece.kinds) for one in called[0].calls[0].sources
    ]
    assert marked == ["a passenger", "nine passengers"]


def test_what_is_called_elsewhere_only_is_not_on_the_page(parse, context_of, invented):
    away = replace(invented.LABELS[3], places=(("gazette-5", invented.LABELS[3].places[0][1]),))
    dossier = replace(invented.FULL_DOSSIER, labels=(away,))
    assert view_called(context_of(dossier)) == ((), 0)
    assert not _page(parse, dossier).xpath("//section[@class='called']")
    assert _section(_page(parse, invented.FULL_DOSSIER), "called") is not None
