"""Whatever the texts: spans stand inside them, nothing is found twice, and order of input changes nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.accounts import AccountsSettings, build_timeline, compare_wording
from firsthand.accounts.changes import find_changes
from firsthand.model import Annotation, Article, Passage, PassageKind, Source, Span, Story, TimeExpression
from firsthand.text.lines import split_sentences
from firsthand.text.tokens import tokenise

SETTINGS = AccountsSettings()
WORDS = st.sampled_from(
    "the a old guard Brill slept on Monday 12 13 people did not will open bridge’s bridge realise realize al-Haddan al "
    "Haddan, (six) “we said. No. $30 5% ferry fell quickly".split()
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


def make_article(name: str, text: str) -> Article:
    return Article(
        article=name,
        text=text,
        published="2031-05-04",
        language="en",
        body=(Span(0, len(text)),) if text else (),
        source=Source(sha256="0" * 64, bytes_kept=0),
    )


@given(TEXTS | st.text(max_size=60), TEXTS | st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_changes_are_in_order_apart_and_inside(a: str, b: str) -> None:
    words_a, words_b = tokenise(a), tokenise(b)
    changes = find_changes(words_a, words_b, SETTINGS)
    last_a = last_b = 0
    for change in changes:
        assert change.a_first < change.a_last or change.b_first < change.b_last
        if change.a_first < change.a_last:
            assert last_a <= change.a_first < change.a_last <= len(words_a)
            last_a = change.a_last
        if change.b_first < change.b_last:
            assert last_b <= change.b_first < change.b_last <= len(words_b)
            last_b = change.b_last
    assert find_changes(words_a, words_a, SETTINGS) == []


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_wording_shows_what_stands_in_its_spans(a: str, b: str) -> None:
    articles = {"a": make_article("a", a), "b": make_article("b", b)}
    passage = Passage(
        a="a", b="b", a_span=Span(0, len(a)), b_span=Span(0, len(b)), kind=PassageKind.EDITED, similarity=0.5
    )
    for row in compare_wording(None, [passage], articles, SETTINGS):
        assert row.only_a or row.only_b or row.differs
        shown = [*zip(row.only_a, row.only_a_spans, strict=True), *((x, s) for (x, _), (s, _) in _both(row))]
        assert all(" ".join(a[span.start : span.end].split()) == words != "" for words, span in shown)
        shown = [*zip(row.only_b, row.only_b_spans, strict=True), *((y, t) for (_, y), (_, t) in _both(row))]
        assert all(" ".join(b[span.start : span.end].split()) == words != "" for words, span in shown)


def _both(row):  # type: ignore[no-untyped-def]
    return list(zip(row.differs, row.differs_spans, strict=True))


@st.composite
def annotated(draw: st.DrawFn) -> list[tuple[Article, Annotation]]:
    found = []
    for number in range(draw(st.integers(1, 5))):
        text = draw(TEXTS)
        article = make_article(f"article-{number}", text)
        times = []
        for place in [at for at in range(len(text)) if text.startswith("Monday", at)]:
            day = f"2031-05-0{draw(st.integers(1, 6))}"
            times.append(
                TimeExpression(
                    article=article.article,
                    span=Span(place, place + 6),
                    type="DATE",
                    value=day,
                    earliest=day,
                    latest=day,
                )
            )
        sentences = tuple(split_sentences(text))
        found.append((article, Annotation(article=article.article, sentences=sentences, times=tuple(times))))
    return found


@given(annotated(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_timeline_is_the_same_in_any_order_and_tells_no_sentence_twice(pairs, random) -> None:  # type: ignore[no-untyped-def]
    origin_of = {article.article: f"o-{number % 2}" for number, (article, _) in enumerate(pairs)}
    lines = []
    for _ in range(2):
        story = Story(
            story="s-1", title="", title_article="", articles=tuple(article.article for article, _ in pairs), members=()
        )
        articles = {article.article: article for article, _ in pairs}
        annotations = {annotation.article: annotation for _, annotation in pairs}
        lines.append(build_timeline(story, articles, annotations, origin_of, SETTINGS))
        pairs = [
            (article, Annotation(article=article.article, sentences=each.sentences, times=each.times[::-1]))
            for article, each in pairs
        ]
        random.shuffle(pairs)
    assert lines[0] == lines[1]
    told = [
        (line.date, article, span) for line in lines[0] for article, span in [(line.article, line.span), *line.supports]
    ]
    assert len(told) == len(set(told))
    for line in lines[0]:
        text = next(article.text for article, _ in pairs if article.article == line.article)
        assert 0 <= line.span.start < line.span.end <= len(text)
        assert line.time_span is not None
        assert line.span.start <= line.time_span.start < line.time_span.end <= line.span.end
        assert list(line.origins) == sorted(set(line.origins))
