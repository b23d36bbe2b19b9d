"""Answers for what the program does not tell yet: utterances, figures, conflicts, coverage. Each is a listed item."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.sample.answers import ANSWERS, Answer, items, numbered, slug
from tests.sample.sample_archive import SampleArchive

from firsthand.model import Figure, Utterance

HAPPENINGS = sorted(story["happening"] for story in ANSWERS["stories"])


def holds(sample: SampleArchive, record: Figure | Utterance, told: Answer) -> list[Any]:
    """The values or instances of the record that stand where the answer's quote stands."""
    rows: tuple[Any, ...] = record.values if isinstance(record, Figure) else record.instances
    where = sample.place(told)
    return [
        row for row in rows if row.article == told["article"] and sample.characters(row.article, [row.span]) & where
    ]


def figures(sample: SampleArchive, values: list[Answer]) -> list[Figure]:
    """The figures that hold every one of the values."""
    return [row for row in sample.records["figures"] if all(holds(sample, row, value) for value in values)]


def utterances(sample: SampleArchive, instances: list[Answer]) -> list[Utterance]:
    """The utterances that hold every one of the instances."""
    return [row for row in sample.records["utterances"] if all(holds(sample, row, said) for said in instances)]


@pytest.mark.parametrize("answer", items((f"utterances/{row['utterance']}", row) for row in ANSWERS["utterances"]))
def test_utterance(sample: SampleArchive, answer: Answer) -> None:
    found = utterances(sample, answer["instances"])
    assert len(found) == 1
    assert answer["speaker"].split()[-1] in (found[0].speaker_name or "")


def alteration_items() -> Iterator[tuple[Any, ...]]:
    for row in ANSWERS["utterances"]:
        called = numbered(said["article"] for said in row["instances"])
        for name, said in zip(called, row["instances"], strict=True):
            yield f"utterances/{row['utterance']}/{name}", said


@pytest.mark.parametrize("said", items(alteration_items()))
def test_alteration(sample: SampleArchive, said: Answer) -> None:
    found = {row.alteration for record in sample.records["utterances"] for row in holds(sample, record, said)}
    assert found & {said["alteration"], *said.get("also_accept", [])}


@pytest.mark.parametrize("answer", items((f"figures/{row['figure']}", row) for row in ANSWERS["figures"]))
def test_figure(sample: SampleArchive, answer: Answer) -> None:
    found = figures(sample, answer["values"])
    assert len(found) == 1
    assert (found[0].relation, found[0].kind) == (answer["relation"], answer["kind"])


@pytest.mark.parametrize(
    "answer",
    items(
        (f"figures/{row['figure']}/qualifiers", row)
        for row in ANSWERS["figures"]
        if any(value["qualifier"] for value in row["values"])
    ),
)
def test_qualifiers_of_a_figure(sample: SampleArchive, answer: Answer) -> None:
    # "at least four", "no fewer than four": how a number is worded is what accounts differ in first.
    for value in answer["values"]:
        found = {row.qualifier for record in sample.records["figures"] for row in holds(sample, record, value)}
        assert value["qualifier"] in found


def quantity_items() -> Iterator[tuple[Any, ...]]:
    called = numbered(row["article"] for row in ANSWERS["quantities"])
    return ((f"quantities/{name}", row) for name, row in zip(called, ANSWERS["quantities"], strict=True))


@pytest.mark.parametrize("answer", items(quantity_items()))
def test_quantity(sample: SampleArchive, answer: Answer) -> None:
    where = sample.place(answer)
    found = [
        row
        for row in sample.records["quantities"]
        if row.article == answer["article"] and sample.characters(row.article, [row.span]) & where
    ]
    assert answer["value"] in {row.value for row in found}


@pytest.mark.parametrize("answer", items((f"conflicts/{slug(row['what'])}", row) for row in ANSWERS["conflicts"]))
def test_conflict(sample: SampleArchive, answer: Answer) -> None:
    if answer["figure"] is not None:
        assert "contradiction" in {row.relation for row in figures(sample, answer["values"])}
        return
    told = {value["article"] for value in answer["values"]}  # a conflict of words: the saying is altered in one
    altered = {"other_speaker", "hedge_removed", "spliced"}
    assert [
        row
        for row in sample.records["utterances"]
        if told <= {said.article for said in row.instances}
        and altered & {said.alteration for said in row.instances if said.article in told}
    ]


@pytest.mark.parametrize(
    "answer", items((f"not_conflicts/{slug(row['why'])}", row) for row in ANSWERS["not_conflicts"])
)
def test_what_only_looks_like_a_conflict(sample: SampleArchive, answer: Answer) -> None:
    assert sample.records["figures"]
    told = [row for row in sample.records["figures"] if any(holds(sample, row, value) for value in answer["values"])]
    for row in told:
        joined = [value for value in answer["values"] if holds(sample, row, value)]
        assert row.relation != "contradiction" or len(joined) < 2


@pytest.mark.parametrize("happening", items((f"coverage/{name}", name) for name in HAPPENINGS))
def test_coverage(sample: SampleArchive, happening: str) -> None:
    # No answer is written sentence by sentence; each outlet of a story has a word on each statement of it.
    story = sample.story(happening)
    outlets = {sample.articles[name].outlet for name in story.articles} - {None}
    statements = {row.statement for row in sample.records["statements"] if story.story in row.stories}
    told = {(row.statement, row.outlet) for row in sample.records["coverage"] if row.story == story.story}
    assert statements
    assert told == {(statement, outlet) for statement in statements for outlet in outlets}
