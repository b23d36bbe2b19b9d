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
        "By ANN ARBOUR, Political EditorThe bridge over the Ell was opened on Monday by the mayor.",
        "Ann ArbourMay 3, 2021The bridge over the Ell was opened on Monday by the mayor of Ellmouth.",
        "Harbour GazetteAnn Arbour The bridge over the Ell was opened on Monday by the mayor.",
        "Ann Arbour and Sam BirtAssociated Press",
        "Ann Arbour, Harbour Gazette Published 3:55 a.m. ET May 3, 2021 | Updated 7:15 a.m.",
        "Posted 3:57 pm, May 3, 2021, by Associated Press",
        "Political correspondent",
        "Harbour Gazette | 3 May 2021",
        "Ellmünde. Die neue Brücke über die Ell ist am Montag nach elf Jahren freigegeben worden.",
        "القاهرة (رويترز) - افتتح الجسر الجديد فوق النهر يوم الاثنين.",
        "\u202bاقرأ أيضاً: عشرة جسور\u202c",
        "新华社北京5月3日电（记者王安）大桥通车。",
        "Korrektur: Die Brücke hat vier Bögen.",
        "Foto: Anna Lohwald",
        "404",
        "We use cookies",
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
# Marks of direction, joiners, accents that combine, white space of every kind, emoji of several code points, capitals.
_ODD = st.text(
    st.one_of(
        st.sampled_from("\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202e\u2066\u2067\u2069\ufeff\u00ad\u061c"),
        st.sampled_from("\u0301\u0308\u0323\u064b\u0651\u0e31\u20dd\u093f"),
        st.sampled_from("\r\n\t\v\f\x1c\x85\u00a0\u2028\u2029\u3000\u202f "),
        st.sampled_from("\U0001f469\U0001f3fd\U0001f1e9\ufe0f☺İıßŁДЯقي大桥ｱ"),
        st.sampled_from("aBcDé.,:;!?()[]{}|/–—-“”\"'«»©@#0123"),
    ),
    max_size=80,
)
_BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\r\n", "\u2028", "\x85", " ", "", "\u200b"])


@st.composite
def _mixed(draw: st.DrawFn) -> str:
    """Lines, odd characters and noise with every kind of break between, or none: what is glued must be cut safely."""
    parts = draw(st.lists(st.one_of(_LINES, _ODD, st.text(max_size=40)), max_size=12))
    return "".join(part + draw(_BREAKS) for part in parts)


_TEXTS = st.one_of(
    st.lists(_LINES, max_size=14).map("\n".join),
    st.text(max_size=400),
    st.lists(st.one_of(_LINES, st.text(max_size=60)), max_size=10).map("\r\n".join),
    _mixed(),
)


@given(_TEXTS, st.one_of(st.none(), _LINES), st.booleans())
@settings(max_examples=60, deadline=None)
@example("ELLMOUTH:", None, False)
@example("(AP)", "x y z", True)
@example("Advertisement ", None, False)
@example("By Ann Arbour", None, False)
@example("Ann ArbourHarbour Gazette", None, False)
@example("新华社北京5月3日电（记者王安）", None, False)
def test_segments_cover_the_text(text: str, title: str | None, from_page: bool) -> None:
    segments = label_segments("a", text, title, from_page=from_page)
    kept = "".join(text[slice(*segment.span)] for segment in segments)
    assert "".join(kept.split()) == "".join(text.split())  # no character is lost, moved or told twice
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
@settings(max_examples=30, deadline=None)
def test_the_same_text_gives_the_same_segments(text: str) -> None:
    assert label_segments("a", text) == label_segments("a", text)
    assert [one.span for one in label_segments("a", text)] == [one.span for one in label_segments("b", text)]


@given(_TEXTS)
@settings(max_examples=40, deadline=None)
def test_every_span_of_an_article_stands_in_its_text(text: str) -> None:
    source = Source(sha256="0", bytes_kept=0)
    reading = read_article(RawDocument(article="a", text=text, source=source, original=b""), ReadingSettings())
    article = reading.article
    spans = [*article.body, *(credit.span for credit in article.credits), *(one.span for one in reading.segments)]
    spans += [one.span for one in reading.dates if one.span is not None]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert reading.set_aside is None or (article.body == () and reading.set_aside.startswith("no article: "))
    for field in ("outlet", "headline", "byline", "dateline", "published", "language"):
        assert getattr(article, field) is not None or article.why_null[field]
