"""Whatever the text: spans lie inside it, in order and apart, values can be read, order changes nothing."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.language import apply_links, link_entities
from firsthand.language.mentions import find_mentions
from firsthand.language.paragraphs import readable_text, split_paragraphs
from firsthand.language.parse import ArticleParse, Name, ParagraphParse, Word, join_parses
from firsthand.language.quotations import find_quotations
from firsthand.language.quoted import find_quoted
from firsthand.language.time_values import Anchor
from firsthand.language.times import find_times
from firsthand.model import Annotation, Article, Mention, Source, Span

_PIECES = st.sampled_from(
    """
    May|3|2016|,|-|and|last|Monday|to|a|year|earlier|two|weeks|ago|the|third|quarter|of|10:30|p.m.|noon|“|”|"|'|``|''|said
    |that|Norton|Anna Norton|she|officials|according|to|.|:|every|day|annually|1989s|XII|é|ß|the end of the year|next
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_TEXTS = st.lists(_PIECES, min_size=1, max_size=40).map(" ".join)
_TAGS = st.sampled_from(["NN", "NNP", "VBD", "VBZ", "PRP", "IN", "CD", "DT", ".", "MD", "TO", "VB", "NNS", "JJ"])
_DEPS = st.sampled_from(["nsubj", "ROOT", "ccomp", "xcomp", "dobj", "conj", "prep", "pobj", "acl", "aux", "parataxis"])


@st.composite
def parses(draw: st.DrawFn) -> ArticleParse:
    """A text with an arbitrary parse: a tree of arbitrary tags over its words."""
    text = draw(_TEXTS)
    words: list[Word] = []
    for place, match in enumerate(re.finditer(r"\w+(?:\.\w+)*|[^\w\s]", text)):
        head = draw(st.integers(0, place))
        words.append(Word(match.start(), match.end(), match[0], match[0].lower(), draw(_TAGS), draw(_DEPS), head, 0))
    names = tuple(Name(m.start(), m.end(), "PERSON") for m in re.finditer(r"Anna Norton|Norton", text))
    return join_parses(text, [Span(0, len(text))], [ParagraphParse(tuple(words), names, 1 if words else 0)])


@settings(max_examples=60, deadline=None)
@given(parses(), st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_times_are_apart_and_cover_days_in_order(parse: ArticleParse, day: date) -> None:
    end = 0
    for time in find_times(parse, "a", Anchor(day.year, day.month, day)):
        assert end <= time.span.start < time.span.end <= len(parse.text)
        end = time.span.end
        assert time.type in {"DATE", "TIME", "DURATION", "SET"}
        assert time.value
        assert not time.value.startswith("T")
        assert (time.earliest is None) == (time.latest is None)
        if time.earliest is not None and time.latest is not None:
            assert date.fromisoformat(time.earliest) <= date.fromisoformat(time.latest)


@settings(max_examples=60, deadline=None)
@given(parses())
def test_quotations_lie_in_the_text_and_say_what_they_do_not_know(parse: ArticleParse) -> None:
    mentions = find_mentions(parse, "a")
    quotations = find_quotations(parse, "a", mentions, indirect=True)
    assert len({quotation.quotation for quotation in quotations}) == len(quotations)
    for quotation in quotations:
        assert 0 <= quotation.span.start < quotation.span.end <= len(parse.text)
        assert list(quotation.spans) == sorted(quotation.spans)
        assert (quotation.spans[0].start, quotation.spans[-1].end) == quotation.span
        assert (quotation.speaker_name is None) == ("speaker_name" in quotation.why_null)


@settings(max_examples=60)
@given(st.text(alphabet="ab \"'“”‘’„«»`.,\n", max_size=80))
def test_stretches_are_apart_and_hold_words(text: str) -> None:
    end = 0
    for quoted in find_quoted(text, [Span(0, len(text))]):
        assert end <= quoted.outer.start <= quoted.inner.start < quoted.inner.end <= quoted.outer.end <= len(text)
        assert any(character.isalnum() for character in text[quoted.inner.start : quoted.inner.end])
        end = quoted.outer.end


@settings(max_examples=60)
@given(st.text(max_size=200), st.integers(1, 30))
def test_paragraphs_keep_every_word_and_offset(text: str, longest: int) -> None:
    whole = text + "x"
    article = Article(
        article="a", text=whole, body=(Span(0, len(whole)),), source=Source(sha256="", bytes_kept=len(whole))
    )
    paragraphs, _ = split_paragraphs(article, longest)
    assert all(0 < paragraph.end - paragraph.start <= longest for paragraph in paragraphs)
    kept = "".join(whole[start:end] for start, end in paragraphs)
    assert "".join(kept.split()) == "".join(whole.split())
    assert len(readable_text(whole)) == len(whole)


_NAMES = st.sampled_from(
    """
    Anna Norton|Norton|Anna|Anna Berta Norton|Ana Nortón|David Norton|President Norton|NHB|Northern Harbour Board
    |Harbour Board|Norwegian Harbour Board|Board of Harbour|UK|U.K.|Britain|Georgia|Texas|Russia|Russians|Russian|UN
    |United Nations|Kim Dae Sok|Kim|Sergei Lavrentyev|Sergey Lavrentiev|Lavrentev|Jr.|"|Elizabeth II
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_ARCHIVES = st.lists(
    st.lists(st.tuples(_NAMES, st.sampled_from(["PERSON", "ORG", "GPE", "NORP"])), max_size=6), min_size=1, max_size=8
)


@settings(max_examples=60)
@given(_ARCHIVES, st.randoms(use_true_random=False))
def test_links_do_not_depend_on_order_and_reach_every_mention(
    archive: list[list[tuple[str, str]]], random: object
) -> None:
    annotations = [
        Annotation(
            article=str(number),
            mentions=tuple(
                Mention(article=str(number), span=Span(10 * place, 10 * place + 5), label=label, form=name, name=name)
                for place, (name, label) in enumerate(names)
            ),
        )
        for number, names in enumerate(archive)
    ]
    links = link_entities(annotations)
    shuffled = list(annotations)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link_entities(shuffled) == links
    known = {entity.entity for entity in links.entities}
    assert len(known) == len(links.entities)
    for annotation in annotations:
        assert all(mention.entity in known for mention in apply_links(annotation, links).mentions)
