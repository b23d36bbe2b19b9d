"""Whatever the articles: statements, coverage and labels open what they rest on, and order of input changes nothing."""

from __future__ import annotations

import random as randomness
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.accounts.invented_affair import InventedAffair

from firsthand.accounts import AccountsSettings, Affair, align_statements, find_labels, judge_coverage
from firsthand.model import Coverage, Label, Statement

SETTINGS = AccountsSettings(most_statements=30)
NAMES = {"Brill": "PERSON", "Haddan": "PERSON", "Norbury": "GPE", "Elmsworth": "GPE"}
SENTENCES = st.lists(
    st.sampled_from(
        "ferry reef harbour President Brill Haddan in Norbury Elmsworth not never closed forced asked left north west "
        "because rusted winches jammed before after Monday 12 30 serious minor said rebels terrorists the of".split()
    ),
    min_size=4,
    max_size=14,
).map(lambda words: " ".join([*words, "today"]).capitalize() + ".")
POOL = st.lists(SENTENCES, min_size=1, max_size=6, unique=True)


@st.composite
def affairs(draw: st.DrawFn) -> Affair:
    """Articles that share sentences, some of them as passages, some without annotation, day or outlet of their own."""
    pool = draw(POOL)
    made = InventedAffair()
    for number in range(draw(st.integers(1, 6))):
        told = draw(st.lists(st.sampled_from(pool), max_size=5, unique=True))
        text = " ".join(told)
        made.add(
            f"a{number}",
            text,
            outlet=draw(st.sampled_from(["Echo", "Wire", "Post"])),
            origin=draw(st.sampled_from(["o-1", "o-2", "o-3"])),
            published=draw(st.sampled_from([None, "2031-05-03", "2031-05-04T10:00:00Z"])),
            names={words: label for words, label in NAMES.items() if words in text},
            skipped=draw(st.sampled_from([None, None, None, "no model"])),
            annotated=draw(st.booleans()) or draw(st.booleans()),
        )
        for other in range(number):
            common = [each for each in told if each in made.articles[f"a{other}"].text]
            if common and draw(st.booleans()):
                direction = draw(st.sampled_from(["a->b", "b->a", "unknown", "common source"]))
                made.copy(f"a{other}", f"a{number}", common[0], direction=direction)
    return made.build()


def tell(affair: Affair) -> tuple[list[Statement], list[Coverage], list[Label]]:
    statements = align_statements(affair, SETTINGS)
    return statements, judge_coverage(affair, statements, SETTINGS), find_labels(affair, SETTINGS)


def shuffle(affair: Affair, seed: int) -> Affair:
    random = randomness.Random(seed)

    def turn(items: object) -> list[object]:
        turned = list(items)  # type: ignore[call-overload]
        random.shuffle(turned)
        return turned

    annotations = {
        name: replace(
            each,
            sentences=tuple(turn(each.sentences)),
            mentions=tuple(turn(each.mentions)),
            times=tuple(turn(each.times)),
        )
        for name, each in affair.annotations.items()
    }
    return replace(
        affair,
        articles=dict(turn(affair.articles.items())),  # type: ignore[arg-type]
        annotations=dict(turn(annotations.items())),  # type: ignore[arg-type]
        passages=turn(affair.passages),  # type: ignore[arg-type]
        lineages=turn(affair.lineages),  # type: ignore[arg-type]
    )


@given(affairs(), st.integers(0, 1000))
@settings(max_examples=60, deadline=None)
def test_order_of_input_changes_nothing(affair: Affair, seed: int) -> None:
    assert tell(affair) == tell(shuffle(affair, seed))


@given(affairs())
@settings(max_examples=60, deadline=None)
def test_every_statement_opens_its_sentences(affair: Affair) -> None:
    statements, _, _ = tell(affair)
    assert len(statements) <= SETTINGS.most_statements
    assert len({each.statement for each in statements}) == len(statements)
    places = [(each.article, each.span) for statement in statements for each in statement.sentences]
    assert len(places) == len(set(places))  # a sentence stands in one statement
    assert all(0 <= span.start < span.end <= len(affair.articles[name].text) for name, span in places)
    for statement in statements:
        held = {(each.article, each.span) for each in statement.sentences}
        assert set(statement.origins) == {each.origin for each in statement.sentences} - {None}
        assert list(statement.origins) == sorted(set(statement.origins))
        assert (statement.relation == "differs") == bool(statement.differences) == bool(statement.differs_in)
        for each in statement.differences:
            assert each.a < each.b
            for name, words in ((each.a, each.a_span), (each.b, each.b_span)):
                assert any(
                    name == article and span.start <= words.start < words.end <= span.end for article, span in held
                )


@given(affairs())
@settings(max_examples=60, deadline=None)
def test_every_outlet_has_a_word_on_every_statement_and_every_cell_its_source(affair: Affair) -> None:
    statements, coverage, _ = tell(affair)
    outlets = {article.outlet for article in affair.articles.values()}
    cells = [(row.statement, row.outlet) for row in coverage]
    assert sorted(cells) == sorted((each.statement, str(outlet)) for each in statements for outlet in outlets)
    held = {each.statement: {(one.article, one.span) for one in each.sentences} for each in statements}
    for row in coverage:
        assert row.articles
        assert row.evidence
        assert set(row.places) <= held[row.statement]
        assert bool(row.places) or row.status in {"not mentioned", "published before", "unknown"}
        if row.status == "reported":
            assert {name for name, _ in row.places} <= set(row.articles)
        else:
            assert not {name for name, _ in held[row.statement]} & set(row.articles)


@given(affairs())
@settings(max_examples=60, deadline=None)
def test_every_label_stands_where_it_says(affair: Affair) -> None:
    _, _, labels = tell(affair)
    for label in labels:
        assert label.own_words + label.quoted >= len(label.places) > 0
        for name, span in label.places:
            assert affair.articles[name].text[slice(*span)].lower().startswith(label.words[:-1])
