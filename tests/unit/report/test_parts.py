"""Timeline, quotations, passages, origins and the picture, each from records built by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from firsthand.model import (
    Annotation,
    Direction,
    Happening,
    Lineage,
    Origin,
    Passage,
    PassageKind,
    Quotation,
    Relation,
    Span,
    record_id,
)
from firsthand.report.happenings import MOST_LINES, view_timeline
from firsthand.report.pairs import view_lineage_rows, view_pairs
from firsthand.report.picture import draw_lineage
from firsthand.report.quotations import group_quotations
from firsthand.report.sayings import view_speakers
from firsthand.report.story_view import order_stories, view_story


def _marked(source, kind="cited"):
    return "".join(piece.text for piece in source.pieces if kind in piece.kinds)


# --- timeline ----------------------------------------------------------------------------------------------


def test_each_line_opens_the_exact_characters(invented, context_of):
    context = context_of(invented.FERRY_DOSSIER)
    lines, left_out = view_timeline(context)
    assert left_out == 0
    for line, happening in zip(lines, invented.TIMELINE, strict=True):
        text = context.articles[happening.article].text
        assert _marked(line.source) == text[slice(*happening.span)]
        assert "".join(piece.text for piece in line.sentence) == text[slice(*happening.span)]
    assert _marked(lines[0].source, "time") == "on Tuesday evening"
    assert [line.status for line in lines] == ["happened", "planned", "denied"]
    assert lines[2].between == "between 1 March 2031 and 31 March 2031"


def test_supporting_sentences_are_cited_too(invented, context_of):
    line = view_timeline(context_of(invented.FERRY_DOSSIER))[0][0]
    assert [source.ref.article for source in line.supports] == ["courier-1", "ledger-2"]
    assert line.told_by == "told by 3 articles"
    assert [mark.letter for mark in line.origins] == ["A", "D"]


def test_a_long_timeline_is_cut_and_says_so(invented, context_of):
    many = tuple(replace(invented.TIMELINE[0], supports=()) for _ in range(MOST_LINES + 7))
    lines, left_out = view_timeline(context_of(replace(invented.FERRY_DOSSIER, timeline=many)))
    assert (len(lines), left_out) == (MOST_LINES, 7)


def test_a_sentence_that_is_a_page_is_cut_in_the_middle(invented, context_of):
    article = replace(invented.INQUIRY_ARTICLE, text="word " * 50_000)
    happening = Happening(
        story="st-inquiry",
        date="2031",
        earliest="2031-01-01",
        latest="2031-12-31",
        article=article.article,
        span=Span(0, 250_000),
        status="happened",
    )
    dossier = replace(invented.INQUIRY_DOSSIER, articles=(article,), timeline=(happening,))
    (line,) = view_timeline(context_of(dossier))[0]
    assert sum(len(piece.text) for piece in line.sentence) < 1000
    assert sum(piece.left_out for piece in line.sentence) > 240_000


# --- quotations --------------------------------------------------------------------------------------------


def test_the_same_words_stand_once_under_their_speaker(invented, context_of):
    speakers, left_out = view_speakers(context_of(invented.FERRY_DOSSIER))
    assert left_out == 0
    by_name = {speaker.name: speaker for speaker in speakers}
    (scrape,) = by_name["Ilse Varn"].quotations
    assert scrape.told_by == "told by 3 articles"
    assert {source.ref.article for source in scrape.sources} == {"courier-1", "ledger-2", "wire-0"}
    assert all(_marked(source) == "We heard a long scrape, and then the lights went out" for source in scrape.sources)


def test_unknown_speakers_come_last_with_the_reason(invented, context_of):
    last = view_speakers(context_of(invented.FERRY_DOSSIER))[0][-1]
    assert not last.known
    assert last.quotations[0].notes[-1] == "Why: the text does not name the speaker."


@pytest.mark.parametrize("change", [{"kind": "indirect"}, {"act": "thought"}])
def test_only_spoken_words_are_shown(invented, context_of, change):
    annotation = invented.ANNOTATIONS["wire-0"]
    other = replace(annotation, quotations=tuple(replace(quotation, **change) for quotation in annotation.quotations))
    dossier = replace(invented.FERRY_DOSSIER, annotations={"wire-0": other})
    assert view_speakers(context_of(dossier)) == ((), 0)


def test_a_partly_quoted_sentence_keeps_the_marks_of_its_article(invented, context_of):
    text = "Inquiry opens\nThe owner said that the ferry was “old but sound” on Monday.\n"
    article = replace(invented.INQUIRY_ARTICLE, text=text)
    start = text.index("that the ferry")
    extent = Span(start, text.index("sound") + len("sound"))
    quotation = Quotation(
        quotation="qu-m", article=article.article, span=extent, spans=(extent,), kind="mixed", speaker_name="The owner"
    )
    annotation = Annotation(article=article.article, quotations=(quotation,))
    dossier = replace(invented.INQUIRY_DOSSIER, articles=(article,), annotations={article.article: annotation})
    (speaker,) = view_speakers(context_of(dossier))[0]
    assert speaker.quotations[0].partly
    assert "".join(piece.text for piece in speaker.quotations[0].pieces) == "that the ferry was “old but sound”"


def test_quotations_are_grouped_for_every_view_alike(invented):
    grouped = group_quotations(invented.FERRY_DOSSIER)
    assert next(iter(grouped)) == "Ilse Varn"
    assert list(grouped)[-1] == ""
    ((*same,),) = grouped["Ilse Varn"]
    assert sorted(quotation.article for quotation in same) == ["courier-1", "ledger-2", "wire-0"]


# --- names ---


def test_evidence_names_articles_as_readers_know_them(invented, context_of):
    context = context_of(invented.FERRY_DOSSIER)
    lines = ("31% of courier-1 stands in wire-0; not in wire-01 or a-wire-0", "1 of 7")
    assert context.in_names(lines) == (
        "31% of The Harrowmere Courier stands in Northern Wire; not in wire-01 or a-wire-0",
        "1 of 7",
    )


def test_ids_that_could_be_numbers_or_words_stay(invented, context_of):
    rows = tuple(replace(invented.ARTICLES[4], article=name) for name in ("92", "body", "2017"))
    dossier = replace(invented.INQUIRY_DOSSIER, articles=rows)
    line = "shares 92 % of its body, published 2017"
    assert context_of(dossier).in_names([line]) == (line,)


def test_two_articles_of_one_outlet_are_told_apart_by_their_times(invented, context_of):
    later = replace(invented.ARTICLES[4], article="wire-9", published="2031-03-05T08:00Z")
    unknown = replace(invented.ARTICLES[4], article="wire-8", published=None)
    dossier = replace(invented.INQUIRY_DOSSIER, articles=(invented.ARTICLES[4], later, unknown))
    context = context_of(dossier)
    assert [context.name(article) for article in ("wire-0", "wire-9", "wire-8")] == [
        "Northern Wire (3 March, 21:42)",
        "Northern Wire (5 March, 08:00)",
        "Northern Wire (“Ferry runs aground off Harrowmere…”)",
    ]


def test_one_of_each_origin_goes_first(invented, context_of):
    context = context_of(invented.FERRY_DOSSIER)
    assert context.one_of_each(["wire-0", "ledger-2", "courier-1"]) == ["wire-0", "courier-1", "ledger-2"]


# --- passages ----------------------------------------------------------------------------------------------


def test_who_had_the_text_first_stands_left_and_changes_are_named(invented, context_of):
    pairs, _ = view_pairs(context_of(invented.FERRY_DOSSIER))
    pair = next(pair for pair in pairs if {pair.left.article, pair.right.article} == {"wire-0", "courier-1"})
    assert (pair.left.article, pair.directed) == ("wire-0", True)
    (passage,) = pair.passages
    assert passage.changes == (
        "added by The Harrowmere Courier: “ageing”",
        "“evening” stands as “night”",
        "“passengers” stands as “people”",
    )
    assert _marked(passage.left, "changed") == "eveningpassengers"
    assert _marked(passage.right, "changed") == "ageingnightpeople"


def test_nothing_is_called_added_where_the_direction_is_unknown(invented, context_of):
    wording = replace(invented.WORDINGS[0], direction="unknown")
    lineages = tuple(
        replace(link, direction=Direction.UNKNOWN) if link.b == "wire-0" and link.a == "courier-1" else link
        for link in invented.LINEAGES
    )
    pairs, _ = view_pairs(context_of(replace(invented.FERRY_DOSSIER, wordings=(wording,), lineages=lineages)))
    pair = next(pair for pair in pairs if {pair.left.article, pair.right.article} == {"wire-0", "courier-1"})
    assert not pair.directed
    assert pair.passages[0].changes[0] == "only in The Harrowmere Courier: “ageing”"


def test_verbatim_passages_are_shown_once(invented, context_of):
    pairs, _ = view_pairs(context_of(invented.FERRY_DOSSIER))
    pair = next(pair for pair in pairs if {pair.left.article, pair.right.article} == {"wire-0", "ledger-2"})
    assert pair.passages[0].same
    assert pair.shares == "shared: 66% of the first text, 97% of the second"


def test_a_passage_without_a_lineage_is_not_lost(invented, context_of):
    pairs, _ = view_pairs(context_of(replace(invented.FERRY_DOSSIER, lineages=())))
    assert len(pairs) == 3
    assert all(pair.summary.startswith("They share some text") for pair in pairs)


# --- lineage -----------------------------------------------------------------------------------------------


def test_the_table_says_all_links(invented, context_of):
    rows, left_out = view_lineage_rows(context_of(invented.FERRY_DOSSIER), {("ledger-2", "wire-0"): "#here"})
    assert left_out == 0
    assert [row.href for row in rows] == ["#here", None, None]
    assert [(row.left.article, row.right.article, row.share_right) for row in rows] == [
        ("wire-0", "ledger-2", "97%"),
        ("ledger-2", "courier-1", "31%"),
        ("wire-0", "courier-1", "31%"),
    ]
    assert rows[0].summary == "The second is a shortened form of the first"


def test_the_picture_goes_from_left_to_right_in_time(invented, context_of):
    picture = draw_lineage(context_of(invented.FERRY_DOSSIER))
    at = {node.label: node.x for node in picture.nodes}
    assert at["Northern Wire"] < at["Port Ledger"] < at["The Harrowmere Courier"] < at["المرسى اليومية"]
    assert at["Outlet not known"] == picture.unknown_x


def test_wider_arrows_for_larger_shares_and_broken_ones_from_outside(invented, context_of):
    arrows = draw_lineage(context_of(invented.FERRY_DOSSIER)).arrows
    by_title = {arrow.title: arrow for arrow in arrows}
    cut = by_title["Northern Wire to Port Ledger: 97% of the text of Port Ledger"]
    excerpt = by_title["Northern Wire to The Harrowmere Courier: 31% of the text of The Harrowmere Courier"]
    assert cut.width > excerpt.width
    assert cut.head
    assert not cut.broken
    outside = by_title["The Harrowmere Courier borrows from Harbour Press, which is not in this archive"]
    assert outside.broken
    assert len(arrows) == 3  # what two articles have from a third that is drawn goes without saying


def test_times_of_several_zones_are_shown_in_one(invented, context_of):
    picture = draw_lineage(context_of(invented.FERRY_DOSSIER))
    assert picture.in_utc
    assert [label for _, label in picture.ticks] == ["3 March, 20:42", "", "", "4 March, 09:00"]
    one_zone = tuple(article for article in invented.ARTICLES if article.article != "marsa-3")
    picture = draw_lineage(context_of(replace(invented.FERRY_DOSSIER, articles=one_zone)))
    assert not picture.in_utc
    assert picture.ticks[0][1] == "3 March, 21:42"


def test_a_shared_scrap_draws_no_line(invented, context_of):
    link = replace(invented.LINEAGES[0], via=None, containment_a=0.004, containment_b=0.0)
    picture = draw_lineage(context_of(replace(invented.FERRY_DOSSIER, lineages=(link,), origins=())))
    assert picture.arrows == ()


def test_a_link_without_direction_is_broken_and_has_no_head(invented, context_of):
    link = Lineage(
        a="courier-1",
        b="marsa-3",
        relation=Relation.COMMON,
        direction=Direction.UNKNOWN,
        containment_a=0.5,
        containment_b=0.5,
    )
    picture = draw_lineage(context_of(replace(invented.FERRY_DOSSIER, lineages=(link,))))
    tie = next(arrow for arrow in picture.arrows if "order not known" in arrow.title)
    assert tie.broken
    assert tie.head is None


def test_a_source_outside_is_drawn_with_an_arrow_to_each(invented, context_of):
    link = replace(invented.LINEAGES[0], via="Bay Agency")
    dossier = replace(invented.FERRY_DOSSIER, lineages=(link,))
    picture = draw_lineage(context_of(dossier))
    assert [arrow.title for arrow in picture.arrows if "Bay Agency" in arrow.title] == [
        "Port Ledger has 55% of its text from Bay Agency, which is not in this archive",
        "The Harrowmere Courier has 31% of its text from Bay Agency, which is not in this archive",
    ]
    assert any(node.label == "Bay Agency" for node in picture.nodes)


def _crowd(invented, number):
    """`number` reprints of one report, each sharing text with each other one."""
    rows = tuple(replace(invented.ARTICLES[2], article=f"r-{place:03}", outlet=f"O{place}") for place in range(number))
    links = tuple(
        Lineage(
            a=rows[one].article,
            b=rows[other].article,
            relation=Relation.COMMON,
            direction=Direction.COMMON_SOURCE,
            containment_a=0.9,
            containment_b=0.9,
        )
        for one in range(number)
        for other in range(one + 1, number)
    )
    names = tuple(row.article for row in rows)
    origin = Origin(origin="or-wire", name="Northern Wire", stories=("st-ferry",), articles=names)
    story = replace(invented.STORY, articles=names, origins=1)
    return replace(
        invented.FERRY_DOSSIER,
        story=story,
        articles=rows,
        lineages=links,
        origins=(origin,),
        passages=(),
        wordings=(),
        timeline=(),
        annotations={},
    )


def test_ten_reprints_need_nine_lines(invented, context_of):
    picture = draw_lineage(context_of(_crowd(invented, 10)))
    assert len(picture.arrows) == 9
    assert "36 links" in picture.not_drawn


def test_a_crowd_is_cut_to_what_fits(invented, context_of):
    picture = draw_lineage(context_of(_crowd(invented, 90)))
    assert len(picture.nodes) == 60
    assert "30 articles" in picture.not_drawn


@pytest.mark.parametrize("number", [2, 16, 60])
def test_no_two_rows_or_times_overlap(invented, context_of, number):
    dossier = _crowd(invented, number)
    rows = tuple(
        replace(row, published=f"2031-03-04T{place // 60:02}:{place % 60:02}Z")
        for place, row in enumerate(dossier.articles)
    )
    picture = draw_lineage(context_of(replace(dossier, articles=rows)))
    places = sorted(node.y for node in picture.nodes)
    assert all(below - above >= 26 for above, below in pairwise(places))
    assert len({node.x for node in picture.nodes}) == number
    labelled = [x for x, label in picture.ticks if label]
    assert all(after - before >= 110 for before, after in pairwise(labelled))
    assert labelled[0] == min(node.x for node in picture.nodes)
    assert labelled[-1] == max(node.x for node in picture.nodes)
    assert picture.height <= 60 * 27 + 120
    assert picture.roomy == (number <= 16)


def test_every_line_opens_two_texts_side_by_side(invented, context_of):
    context = context_of(invented.FERRY_DOSSIER)
    anchors = {f"#{pair.anchor}": {pair.left.article, pair.right.article} for pair in view_pairs(context)[0]}
    by_title = {arrow.title: arrow.href for arrow in draw_lineage(context).arrows}
    cut = by_title["Northern Wire to Port Ledger: 97% of the text of Port Ledger"]
    assert anchors[cut] == {"wire-0", "ledger-2"}
    # Nothing shows text of an agency that is not here: its line leads to why it is thought to be the source.
    mark = context.mark_of("courier-1")
    borrowed = by_title["The Harrowmere Courier borrows from Harbour Press, which is not in this archive"]
    assert borrowed == f"#story-1-origin-{mark.letter}"


def test_a_credit_alone_draws_a_line_where_others_show_the_text(invented, context_of):
    dossier = _crowd(invented, 3)
    links = tuple(replace(link, via="Bay Agency") for link in dossier.lineages if "r-002" not in {link.a, link.b})
    rows = tuple(replace(row, agencies=("Bay Agency",)) for row in dossier.articles)
    picture = draw_lineage(context_of(replace(dossier, articles=rows, lineages=links)))
    assert sorted(arrow.title for arrow in picture.arrows) == [
        "O0 has 90% of its text from Bay Agency, which is not in this archive",
        "O1 has 90% of its text from Bay Agency, which is not in this archive",
        "O2 credits Bay Agency, which is not in this archive",
    ]


def test_lines_that_enter_one_sign_stand_beside_each_other(invented, context_of):
    links = tuple(
        Lineage(
            a="courier-1",
            b=other,
            relation=Relation.EXCERPT,
            direction=Direction.B_TO_A,
            containment_a=0.4,
            containment_b=0.4,
        )
        for other in ("ledger-2", "wire-0")
    )
    origins = tuple(replace(origin, borrows_from=()) for origin in invented.ORIGINS)
    alone = {article: f"or-{article}" for article in ("ledger-2", "wire-0")}
    origins = tuple(origin for origin in origins if not set(origin.articles) & set(alone)) + tuple(
        Origin(origin=name, name=name, stories=("st-ferry",), articles=(article,)) for article, name in alone.items()
    )
    picture = draw_lineage(context_of(replace(invented.FERRY_DOSSIER, lineages=links, origins=origins)))
    heads = {arrow.head for arrow in picture.arrows}
    assert len(picture.arrows) == len(heads) == 2


def test_only_captions_are_no_copying(invented, context_of):
    link = Lineage(
        a="courier-1",
        b="ledger-2",
        relation=Relation.EXCERPT,
        direction=Direction.UNKNOWN,
        containment_a=0.0,
        containment_b=0.0,
    )
    (row,), _ = view_lineage_rows(context_of(replace(invented.FERRY_DOSSIER, lineages=(link,))), {})
    assert row.summary == "They share captions of pictures only"


def test_more_pairs_stand_side_by_side_than_the_list_has_where_lines_need_them(invented, context_of):
    dossier = _crowd(invented, 40)
    span = Span(0, 44)
    passages = tuple(
        Passage(a=link.a, b=link.b, a_span=span, b_span=span, kind=PassageKind.VERBATIM, similarity=1.0)
        for link in dossier.lineages
    )
    context = context_of(replace(dossier, passages=passages))
    pairs, left_out = view_pairs(context)
    anchors = {f"#{pair.anchor}" for pair in pairs}
    arrows = draw_lineage(context).arrows
    assert len(arrows) == 39
    assert {arrow.href for arrow in arrows} <= anchors
    assert len(pairs) + left_out == len(dossier.lineages)


def test_both_texts_whole_in_a_report_with_full_texts(invented, context_of):
    assert all(pair.texts == () for pair in view_pairs(context_of(invented.FERRY_DOSSIER))[0])
    context = context_of(invented.FERRY_DOSSIER, full_text=True)
    for pair in view_pairs(context)[0]:
        for ref, pieces in zip((pair.left, pair.right), pair.texts, strict=True):
            assert "".join(piece.text for piece in pieces) == context.articles[ref.article].text
        shown = [source for passage in pair.passages for source in (passage.left,)]
        marked = "".join(piece.text for piece in pair.texts[0] if "cited" in piece.kinds)
        assert all(_marked(source) in marked for source in shown)


def test_captions_come_after_what_counts(invented, context_of):
    first = next(each for each in invented.PASSAGES if {each.a, each.b} == {"ledger-2", "wire-0"})
    caption = replace(first, kind=PassageKind.CAPTION)
    body = replace(
        first, a_span=Span(first.a_span.end, first.a_span.end + 9), b_span=Span(first.b_span.end, first.b_span.end + 9)
    )
    (pair,) = view_pairs(context_of(replace(invented.FERRY_DOSSIER, passages=(caption, body))))[0]
    assert [passage.kind for passage in pair.passages][-1] == "caption of a picture"


def test_one_article_has_no_picture(invented, context_of):
    assert draw_lineage(context_of(invented.INQUIRY_DOSSIER)) is None


# --- the story ---------------------------------------------------------------------------------------------


def test_origins_are_lettered_by_size_and_name_what_they_borrow(invented, context_of):
    origins = view_story(context_of(invented.FERRY_DOSSIER)).origins
    assert [view.mark.letter for view in origins] == ["A", "B", "C", "D"]
    assert origins[0].mark.name == "Northern Wire"
    mixed = next(view for view in origins if view.mixed_words)
    assert mixed.mixed_words == "mixed, borrows from Northern Wire, Harbour Press"


def test_an_unannotated_story_names_the_command(invented, context_of):
    view = view_story(context_of(replace(invented.FERRY_DOSSIER, annotations={}), archive="my.firsthand"))
    assert view.notes == (("unannotated.all", {"archive": "my.firsthand", "story": "st-ferry"}),)
    assert not view.annotated


def test_articles_say_why_their_day_is_unknown(invented, context_of):
    view = view_story(context_of(invented.FERRY_DOSSIER))
    blog = next(article for article in view.articles if article.ref.article == "blog-7")
    facts = dict(blog.facts)
    assert facts["Published"] == (
        "not known: the text has no date line and the source gave none; not before 3 March 2031"
    )
    assert view.articles[-1] is blog  # those without a day come last


def test_stories_with_most_origins_come_first(invented):
    small = replace(invented.STORY, story="st-a", origins=1, articles=("x",) * 40)
    assert [story.story for story in order_stories([invented.INQUIRY, small, invented.STORY])] == [
        "st-ferry",
        "st-a",
        "st-inquiry",
    ]


@pytest.mark.parametrize(("headline", "name"), [("Ferry inquiry opens", "“Ferry inquiry opens”"), (None, "note-17")])
def test_an_article_without_outlet_is_named_by_its_headline_or_id(invented, context_of, headline, name):
    article = replace(invented.INQUIRY_ARTICLE, article="note-17", outlet=None, headline=headline, origin=None)
    origin = Origin(
        origin="or-note",
        name="account of unknown outlet (note-17)",
        stories=("st-inquiry",),
        articles=("note-17",),
        evidence=("no text of note-17 was found in another article",),
    )
    story = replace(invented.INQUIRY_DOSSIER.story, articles=("note-17",))
    dossier = replace(
        invented.INQUIRY_DOSSIER, story=story, articles=(article,), origins=(origin,), annotations={}, timeline=()
    )
    context = context_of(dossier)
    assert context.marks["or-note"].name == f"account of unknown outlet ({name})"
    assert context.in_names(origin.evidence) == (f"no text of {name} was found in another article",)


def test_an_origin_of_another_story_is_no_source_outside_the_archive(invented, context_of):
    lender = record_id("origin", "some-article")
    origins = tuple(
        replace(origin, borrows_from=(lender, lender, "Harbour Press")) if origin.mixed else origin
        for origin in invented.ORIGINS
    )
    context = context_of(replace(invented.FERRY_DOSSIER, origins=origins))
    assert all(lender not in node.label for node in draw_lineage(context).nodes)
    said = [view.mixed_words for view in view_story(context).origins if view.mixed_words]
    assert said
    assert all(words == "mixed, borrows from an account of another story, Harbour Press" for words in said)
