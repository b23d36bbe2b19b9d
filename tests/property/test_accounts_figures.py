"""The ledger of figures: the same whatever the order of input, every value in its text, two articles at least."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.accounts import AccountsSettings, Affair, build_ledger
from firsthand.model import Annotation, Article, Quantity, Source, Span, Story, TimeExpression

_NOUNS = ("pilots", "lamps", "people killed", "people injured", "boats")
_PLACES = ("in Brill", "at Norbury", "by the river Alm", "on the old quay")
_QUALIFIERS = (None, "about", "more than", "at least", "nearly", "up to", "of old")
_UNITS = ((None, "count"), ("km", "distance"), ("miles", "distance"), ("years", "age"), ("EUR", "money"))

_NUMBERS = st.tuples(
    st.one_of(
        st.sampled_from([1.0, 2.0, 12.0, 40.0, 1_200.0]),
        st.floats(allow_nan=True),
        st.sampled_from(["dozens", "3-5", "x"]),
    ),
    st.sampled_from(_NOUNS),
    st.sampled_from(_PLACES),
    st.sampled_from(_QUALIFIERS),
    st.sampled_from(_UNITS),
)
_TIMES = st.sampled_from(["2031-05-03", "2031-05", "2031", "203", "2031-05-03T06:30", "P3D", "PRESENT_REF", "2031-W20"])
_SENTENCES = st.one_of(_NUMBERS, _TIMES)
_PUBLISHED = st.sampled_from([None, "2031-05-03", "2031-05-04T10:00:00Z", "2031"])
_ARTICLES = st.lists(st.tuples(_PUBLISHED, st.lists(_SENTENCES, max_size=5)), min_size=1, max_size=6)


def _write(name: str, published: str | None, told: list[object]) -> tuple[Article, Annotation]:
    text, sentences, quantities, times = "", [], [], []
    for each in told:
        start = len(text)
        if isinstance(each, tuple):
            value, noun, place, qualifier, (unit, kind) = each
            text += f"The guild counted {value} {noun} {place}. "
            begin = start + len("The guild counted ")
            span = Span(begin, begin + len(str(value)))
            quantities.append(
                Quantity(article=name, span=span, value=value, of=noun, qualifier=qualifier, unit=unit, kind=kind)
            )
        else:
            text += f"The bridge fell {each} at noon. "
            begin = start + len("The bridge fell ")
            day = str(each)[:10] if len(str(each)) >= 10 and str(each)[4] == "-" else None
            times.append(
                TimeExpression(
                    article=name,
                    span=Span(begin, begin + len(str(each))),
                    type="DATE",
                    value=str(each),
                    earliest=day,
                    latest=day,
                )
            )
        sentences.append(Span(start, len(text)))
    article = Article(
        article=name,
        text=text,
        published=published,
        language="en",
        body=(Span(0, len(text)),),
        source=Source(sha256="0" * 64, bytes_kept=len(text)),
    )
    return article, Annotation(
        article=name, sentences=tuple(sentences), quantities=tuple(quantities), times=tuple(times)
    )


def _affair(written: list[tuple[Article, Annotation]]) -> Affair:
    names = tuple(sorted(article.article for article, _ in written))
    return Affair(
        stories=[Story(story="s-1", title="t", title_article="", articles=names, members=())],
        articles={article.article: article for article, _ in written},
        annotations={article.article: annotation for article, annotation in written},
        origin_of={name: f"o-{number // 2}" for number, name in enumerate(names)},
    )


@settings(max_examples=60, deadline=None)
@given(_ARTICLES, st.randoms(use_true_random=False))
def test_figures_are_sound_whatever_the_order_of_input(
    drawn: list[tuple[str | None, list[object]]], chance: Random
) -> None:
    written = [_write(f"a{number}", published, told) for number, (published, told) in enumerate(drawn)]
    figures = build_ledger(_affair(written), AccountsSettings())
    assert len({figure.figure for figure in figures}) == len(figures)
    texts = {article.article: article.text for article, _ in written}
    for figure in figures:
        assert len({value.article for value in figure.values}) >= 2
        assert figure.relation in {"agree", "precision", "update", "contradiction"}
        assert figure.what
        assert figure.reason
        assert set(figure.origins) <= {value.origin for value in figure.values}
        for value in figure.values:
            assert 0 <= value.span.start < value.span.end <= len(texts[value.article])
    mixed = [
        (
            article,
            replace(
                annotation,
                quantities=tuple(chance.sample(annotation.quantities, len(annotation.quantities))),
                times=tuple(chance.sample(annotation.times, len(annotation.times))),
            ),
        )
        for article, annotation in written
    ]
    chance.shuffle(mixed)
    assert build_ledger(_affair(mixed), AccountsSettings()) == figures
