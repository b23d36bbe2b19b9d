"""Whatever the articles: repeats do not hang on their order; read again, an article keeps its text and its spans."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import RawDocument, Reading, Source
from firsthand.reading import ReadingSettings, judge_repeats, mark_lines, read_article, repeats_by_article

_FURNITURE = ["Choose the plan that fits you.", "Good reading from the coast", "Write to us at desk@example.org", "X"]
_PROSE = [
    f"The {what} of {place} was {done} on Monday, the council of the town said in a statement after the meeting."
    for what, place, done in zip(
        "bridge ferry school orchard museum tower".split(),
        "Ellmouth Anders Harbour Tarn Neustadt Skerry".split(),
        "opened stopped emptied ruined robbed painted".split(),
        strict=True,
    )
]
_LINES = st.one_of(st.sampled_from(_FURNITURE), st.sampled_from(_PROSE), st.text(max_size=60))
_TEXTS = st.lists(st.lists(_LINES, min_size=1, max_size=6).map("\n".join), min_size=1, max_size=8)
_OUTLETS = st.sampled_from(["Harbour Gazette", "Port Anders Post", None])


def _document(article: int, text: str, outlet: str | None) -> RawDocument:
    source = Source(sha256="0", bytes_kept=0)
    return RawDocument(article=f"a{article}", text=text, outlet=outlet, source=source, original=b"")


def _without_labels(reading: Reading) -> list[tuple[int, int]]:
    return [tuple(one.span) for one in reading.segments]


@given(_TEXTS, st.data())
@settings(max_examples=60, deadline=None)
def test_repeats(texts: list[str], data: st.DataObject) -> None:
    documents = [_document(number, text, data.draw(_OUTLETS)) for number, text in enumerate(texts)]
    first = [read_article(one, ReadingSettings()) for one in documents]
    marks = [mark_lines(one) for one in first]
    judged = judge_repeats(marks)
    assert judge_repeats(data.draw(st.permutations(marks))) == judged
    assert list(judged) == sorted(judged, key=lambda one: (one.outlet, one.digest))
    assert all(one.articles >= 3 for one in judged)
    touched = repeats_by_article(marks, judged)
    for document, before in zip(documents, first, strict=True):
        again = read_article(document, ReadingSettings(), touched.get(document.article, frozenset()))
        assert again.article.text == before.article.text
        assert _without_labels(again) == _without_labels(before)
        if document.article not in touched:
            assert again == before
        inside = {place for span in again.article.body for place in range(*span)}
        assert inside <= {place for span in before.article.body for place in range(*span)}
        held = {line.digest for line in mark_lines(again).lines}
        assert held.isdisjoint(touched.get(document.article, frozenset()))
