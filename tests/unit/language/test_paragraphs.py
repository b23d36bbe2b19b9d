from __future__ import annotations

import pytest

from firsthand.language.paragraphs import split_paragraphs
from firsthand.model import Article, Source, Span


def paragraphs(text: str) -> list[str]:
    article = Article(article="a", text=text, body=(Span(0, len(text)),), source=Source(sha256="", bytes_kept=0))
    return [text[span.start : span.end] for span in split_paragraphs(article, 1_000)[0]]


def test_a_blank_line_parts_whatever_blanks_it_holds() -> None:
    assert paragraphs("One. \t\n \xa0\nTwo.\n\nThree.") == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("blank", [" ", "\t", "\xa0"])
def test_a_megabyte_of_blanks_is_passed_over(blank: str) -> None:
    assert paragraphs(f"One.{blank * 1_000_000}Two.")[-1].endswith("Two.")
