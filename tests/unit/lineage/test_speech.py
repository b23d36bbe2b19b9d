import pytest

from firsthand.lineage.speech import find_quoted_spans


def quoted(text):
    return [text[start:end] for start, end in find_quoted_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we will stay" and left.', ["we will stay"]),
        ("He said “we will stay” and left.", ["we will stay"]),
        ("Er sagte: „Wir bleiben.“ Dann ging er.", ["Wir bleiben."]),
        ("Он сказал: «Мы останемся».", ["Мы останемся"]),
        ("他说：「我们不走。」", ["我们不走。"]),
        ("'We will stay,' the mayor said.", ["We will stay,"]),
        ("The mayors' boats and the captain's dog.", []),
        ("\"We will stay. We won't go.", ["We will stay. We won't go."]),
        ('"I mean, not "over winter" but soon," she wrote.', ['I mean, not "over winter" but soon,']),
        ("It is 5 o'clock. 'Twas ever thus.", []),
    ],
)
def test_marks(text, expected):
    assert quoted(text) == expected


def test_speech_ends_with_its_line():
    assert quoted('"We stay\nThe mayor left.') == ["We stay"]


def test_a_million_marks_are_read():
    assert find_quoted_spans('"' * 1_000_000, 0, 1_000_000) == [(1, 1_000_000)]
