"""Hits: the stretch of text that shows why."""

from __future__ import annotations

import pytest

from firsthand.errors import ConfigError
from firsthand.model import ArticleRow, Source, Span
from firsthand.search import search_articles

FILLER = "The council of Norhaven met again on a quiet day. " * 20


class Shelf:
    """An archive of one article whose hits are given."""

    def __init__(self, text, marks, body=()):
        self.row = ArticleRow(
            article="a1", text=text, body=body, outlet="Gazette", source=Source(sha256="0", bytes_kept=1)
        )
        self.marks = marks
        self.asked = []

    def search_text(self, expression, limit):
        self.asked.append((expression, limit))
        return [("a1", self.marks), ("gone", ())]

    def article(self, article):
        return self.row if article == "a1" else None


def one_hit(shelf):
    (hit,) = search_articles(shelf, "ferry", 5)
    return hit


def test_the_expression_is_made_safe_and_the_limit_handed_on():
    shelf = Shelf("ferry", (Span(0, 5),))
    search_articles(shelf, 'ferry"', 7)
    assert shelf.asked == [('"ferry"', 7)]
    with pytest.raises(ConfigError):
        search_articles(shelf, "+")


def test_the_snippet_is_where_most_hits_stand():
    text = FILLER + "ferry alone. " + FILLER + "The ferry met a ferry." + FILLER
    marks = tuple(Span(place, place + 5) for place in range(len(text)) if text.startswith("ferry", place))
    hit = one_hit(Shelf(text, marks))
    assert "ferry met a ferry" in hit.snippet
    assert hit.snippet == text[hit.snippet_span.start : hit.snippet_span.end]
    assert len(hit.snippet) <= 240
    assert hit.marks == marks


def test_the_snippet_is_cut_between_words():
    text = FILLER + "ferry" + " " + FILLER
    hit = one_hit(Shelf(text, (Span(len(FILLER), len(FILLER) + 5),)))
    start, end = hit.snippet_span
    assert text[start - 1].isspace()
    assert text[end].isspace()


def test_without_a_hit_in_the_text_it_is_where_the_body_begins():
    hit = one_hit(Shelf("Menu\n" + FILLER, (), body=(Span(5, 100),)))
    assert hit.snippet.startswith("The council")


def test_a_hit_in_the_body_goes_before_those_in_menu_and_headline():
    text = "ferry ferry ferry\nFerry sinks\nThe old ferry was lost.\nMore on this ferry"
    marks = tuple(Span(place, place + 5) for place in range(len(text)) if text.lower().startswith("ferry", place))
    assert one_hit(Shelf(text, marks, body=(Span(30, 53),))).snippet == "The old ferry was lost."


def test_short_and_empty_texts():
    assert one_hit(Shelf("ferry", (Span(0, 5),))).snippet == "ferry"
    empty = one_hit(Shelf("", ()))
    assert (empty.snippet, empty.snippet_span) == ("", None)
    assert one_hit(Shelf("   ", ())).snippet_span in {None, Span(0, 1)}


def test_a_hit_longer_than_a_snippet_is_shown_whole():
    text = "x" * 1000
    assert one_hit(Shelf(text, (Span(100, 900),))).snippet_span == Span(100, 900)


def test_a_text_that_is_all_hits_takes_no_longer():
    text = "ferry " * 150_000
    hit = one_hit(Shelf(text, tuple(Span(place, place + 5) for place in range(0, len(text), 6))))
    assert hit.snippet_span.start == 0
