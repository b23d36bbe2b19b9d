"""Whatever the text: segments stand in order, do not overlap, and leave out nothing but white space."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.model import RawDocument, Source
from firsthand.reading import ReadingSettings, read_article
from firsthand.reading.segments import body_spans, label_segments

_LINES = st.sampled_from(
    [
        "Home / News / World",
        "Advertisement The bridge opened on Monday.",
        "Share Tweet Email The bridge opened.",
        "date 2021-05-03 Bridge opens in Ellmouth",
        "ELLMOUTH, May 3 (Reuters) - The bridge opened on Monday, the council of the town said in a statement.",
        "By Ann Arbour ELLMOUTH (AP) — The bridge opened.",
        "By Ann ArbourThe bridge opened on Monday.",
        "Ann Lowell on the bridge. (AP Photo/Sam Birt)",
        "The mayor cut the ribbon with garden shears, and everybody who had come to see it clapped. Read more",
        "An unclosed line of the kind that stands under a picture in many papers",
        "(Reporting by Ann Arbour; Editing by Sam Birt)",
        "/TASS/",
        "Bridge opens | Harbour Gazette",
        "Read more:",
        "© 2021 Harbour Gazette",
        "The Associated Press May 3, 2021",
        "新华社北京5月3日电 大桥通车。",
        "\u200b",
        "",
    ]
)
_TEXTS = st.one_of(
    st.lists(_LINES, max_size=14).map("\n".join),
    st.text(max_size=400),
    st.lists(st.one_of(_LINES, st.text(max_size=60)), max_size=10).map("\r\n".join),
)


@given(_TEXTS, st.one_of(st.none(), _LINES))
@settings(max_examples=60, deadline=None)
@example("ELLMOUTH:", None)
@example("(AP)", "x y z")
@example("Advertisement ", None)
def test_segments_cover_the_text(text: str, title: str | None) -> None:
    segments = label_segments("a", text, title)
    place = 0
    for segment in segments:
        start, end = segment.span
        assert place <= start < end <= len(text)
        assert not text[place:start].strip()
        assert text[start:end] == text[start:end].strip()
        place = end
    assert not text[place:].strip()
    body = body_spans(text, segments)
    assert list(body) == sorted(body)
    assert all(one.end < other.start for one, other in pairwise(body))


@given(_TEXTS)
@settings(max_examples=40, deadline=None)
def test_every_span_of_an_article_stands_in_its_text(text: str) -> None:
    source = Source(sha256="0", bytes_kept=0)
    reading = read_article(RawDocument(article="a", text=text, source=source, original=b""), ReadingSettings())
    article = reading.article
    spans = [*article.body, *(credit.span for credit in article.credits), *(one.span for one in reading.segments)]
    spans += [one.span for one in reading.dates if one.span is not None]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert (article.body == ()) == (reading.set_aside is not None) or not article.body
    for field in ("outlet", "headline", "byline", "dateline", "published", "language"):
        assert getattr(article, field) is not None or article.why_null[field]
