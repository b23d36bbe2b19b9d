from __future__ import annotations

from firsthand.model import Span
from firsthand.report.marking import Mark, Piece, cut_pieces, shorten_pieces, widen

TEXT = "The ferry ran aground on the bank at night."


def test_pieces_give_back_the_text_and_the_marked_characters():
    marks = [Mark(Span(4, 9), "cited"), Mark(Span(7, 13), "time"), Mark(Span(7, 13), "time")]
    pieces = cut_pieces(TEXT, Span(0, len(TEXT)), marks)
    assert "".join(piece.text for piece in pieces) == TEXT
    assert "".join(piece.text for piece in pieces if "cited" in piece.kinds) == TEXT[4:9]
    assert "".join(piece.text for piece in pieces if "time" in piece.kinds) == TEXT[7:13]


def test_marks_are_cut_to_the_window_and_beyond_it_left_out():
    marks = [Mark(Span(0, 6), "cited"), Mark(Span(30, 400), "cited"), Mark(Span(900, 950), "cited")]
    pieces = cut_pieces(TEXT, Span(4, 35), marks)
    assert "".join(piece.text for piece in pieces) == TEXT[4:35]
    assert [piece.text for piece in pieces if piece.kinds] == [TEXT[4:6], TEXT[30:35]]


def test_an_anchor_stands_once_at_the_beginning_of_its_span():
    marks = [Mark(Span(4, 9), "cited", "here"), Mark(Span(6, 8), "time")]
    pieces = cut_pieces(TEXT, Span(0, 20), marks)
    assert [piece.text for piece in pieces if piece.anchors] == ["fe"]


def test_an_empty_window_has_no_piece():
    assert cut_pieces("", Span(0, 0), [Mark(Span(0, 4), "cited")]) == ()


def test_an_excerpt_ends_at_words_and_stays_in_the_text():
    window = widen(TEXT, Span(14, 21), 12)
    assert TEXT[slice(*window)] == "ferry ran aground on the"
    assert widen(TEXT, Span(0, len(TEXT)), 500) == Span(0, len(TEXT))


def test_a_text_without_spaces_is_not_taken_whole():
    window = widen("x" * 10_000, Span(5000, 5001), 100)
    assert window.end - window.start < 200


def test_the_middle_of_a_long_stretch_is_left_out_and_said_to_be():
    pieces = shorten_pieces([Piece(text="a" * 5, kinds=("cited",)), Piece(text="b" * 100, kinds=("cited",))], 10)
    assert [piece.text for piece in pieces] == ["a" * 5, "b" * 5, "", "b" * 5]
    assert sum(piece.left_out for piece in pieces) == 90


def test_what_is_left_out_begins_and_ends_at_words():
    text = "the quick brown fox jumps over the lazy dog " * 10
    pieces = shorten_pieces([Piece(text=text)], 60)
    assert text.startswith(pieces[0].text + " ")
    assert text.endswith(" " + pieces[2].text)
    assert len(pieces[0].text) + pieces[1].left_out + len(pieces[2].text) == len(text)
