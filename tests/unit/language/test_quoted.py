from __future__ import annotations

import pytest

from firsthand.language.quoted import find_quoted
from firsthand.model import Span


def inner(text: str) -> list[str]:
    return [text[quoted.inner.start : quoted.inner.end] for quoted in find_quoted(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail,” he said. “Soon.”", ["We sail,", "Soon."]),
        ('He said "we sail" and "soon".', ["we sail", "soon"]),
        ("``We sail,'' he said.", ["We sail,"]),
        ("''We sail,'' he said.", ["We sail,"]),
        ("‘We don’t sail,’ he said. ‘Nobody’s here.’", ["We don’t sail,", "Nobody’s here."]),
        ("'We don't sail,' he said.", ["We don't sail,"]),
        ("„Wir segeln“, sagte er. »Ja«, « Oui »", ["Wir segeln", "Ja", "Oui"]),
        ("「船」", ["船"]),
        ("“He called it ‘the boat’ and left”", ["He called it ‘the boat’ and left"]),
        ("the sailors' union of the '90s", []),
        ("“We sail on and on", ["We sail on and on"]),
        ('" " "', []),
    ],
)
def test_stretches_between_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_an_open_stretch_ends_with_its_paragraph() -> None:
    text = "“We sail on.\n“We land.”"
    found = find_quoted(text, [Span(0, 12), Span(13, len(text))])
    assert [(quoted.paragraph, quoted.is_closed) for quoted in found] == [(0, False), (1, True)]
    assert [text[quoted.inner.start : quoted.inner.end] for quoted in found] == ["We sail on.", "We land."]


def test_inner_lies_in_outer_with_its_marks() -> None:
    quoted = find_quoted("so “ we sail ” on", [Span(0, 17)])[0]
    assert (quoted.inner, quoted.outer) == (Span(5, 12), Span(3, 14))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We will "never" sail," she wrote, "because of ice." She left.',
            ['We will "never" sail,', "because of ice."],
        ),
        ('"The trip "is not off", Berg wrote, "but late," in June.', ['The trip "is not off', "but late,"]),
        ('""Never" is long," Berg said.', ['"Never" is long,']),
        ('"Call it "never"," Berg said. "We wait."', ['Call it "never",', "We wait."]),
        ('"The first was left open. The "best" road is lost.', ['The first was left open. The "best" road is lost.']),
        ('"We sail," he said. "We land," she said.', ["We sail,", "We land,"]),
    ],
)
def test_typewriter_marks_inside_others(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
