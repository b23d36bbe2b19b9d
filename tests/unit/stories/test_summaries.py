"""The summary line is a sentence of an article, supported by most origins."""

from __future__ import annotations

from firsthand.model import Article, Source, Span
from firsthand.stories import choose_summary

_EVENT = "The ferry Maru sank off Port Elwick on Sunday and eleven passengers drowned, the coastguard of Elwick said."
_OTHER = "Ticket prices for crossings to the northern islands had gone up twice since the autumn of last year."


def article(name: str, text: str, *, language: str = "en") -> Article:
    source = Source(path=name, sha256="0" * 64, bytes_kept=0)
    body = (Span(0, len(text)),)
    return Article(article=name, text=text, body=body, language=language, source=source)


def test_the_sentence_that_most_origins_support_is_taken_from_where_it_stands() -> None:
    texts = {
        "a": f"{_OTHER}\n{_EVENT}",
        "b": "Eleven passengers drowned when the ferry Maru sank off Port Elwick on Sunday, officials said.",
        "c": "Divers sought those of the ferry Maru, which sank off Port Elwick on Sunday; eleven drowned there.",
    }
    found = choose_summary([article(name, text) for name, text in texts.items()], {})
    assert found is not None
    assert texts[found.article][slice(*found.span)] == found.text
    assert "Maru" in found.text


def test_copies_of_one_text_are_one_voice() -> None:
    copies = [article(f"copy{number}", _OTHER) for number in range(5)]
    others = [article("x", _EVENT), article("y", _EVENT.replace("coastguard", "coast guard"))]
    found = choose_summary([*copies, *others], {each.article: "one" for each in copies})
    assert found is not None
    assert found.article == "x"


def test_order_plays_no_part_and_speech_is_passed_over() -> None:
    said = article("a", f"“{_EVENT}” he told reporters who had come to the pier on that day. {_OTHER}")
    plain = article("b", _OTHER)
    one, other = choose_summary([said, plain], {}), choose_summary([plain, said], {})
    assert one == other
    assert one is not None
    assert one.text.startswith("Ticket prices")


def test_a_story_without_a_fit_sentence_has_none() -> None:
    assert choose_summary([article("a", "Too short.")], {}) is None
    assert choose_summary([], {}) is None


def test_datelines_are_cut_off_and_pasted_posts_passed_over() -> None:
    source = Source(path="a", sha256="0" * 64, bytes_kept=0)
    for dateline, rest in (("PORT ELWICK", ", March 4 (Reuters) - "), ("PORT ELWICK", " (AFP) — "), ("ELWICK", ": ")):
        text = f"{dateline}{rest}{_EVENT}\n{_EVENT[:-1]} (@elwick_radio) on the day after."
        told = Article(article="a", text=text, body=(Span(0, len(text)),), dateline=dateline, source=source)
        found = choose_summary([told], {})
        assert found is not None
        assert found.text == _EVENT == text[slice(*found.span)]
