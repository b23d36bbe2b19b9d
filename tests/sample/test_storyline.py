"""The sample's one storyline, its happenings as one timeline."""

from __future__ import annotations

from tests.sample.answers import ANSWERS
from tests.sample.sample_archive import SampleArchive

from firsthand.accounts import AccountsSettings, merge_timelines


def test_no_happening_of_the_storyline_is_told_twice(sample: SampleArchive) -> None:
    (names,) = ANSWERS["storylines"]
    stories = {sample.story(name).story for name in names}
    lines = [line for line in sample.records["timeline"] if line.story in stories]
    assert {line.storyline for line in lines} == {line.storyline for line in sample.records["storylines"]}
    merged = merge_timelines(lines, sample.articles, AccountsSettings())
    assert len(merged) <= len(lines)
    assert [line.date for line in merged] == sorted(line.date for line in merged)
    told = [
        (line.date, line.time_span, name, span)
        for line in merged
        for name, span in ((line.article, line.span), *line.supports)
    ]
    assert len(told) == len(set(told))
    for line in merged:  # what is planned only is told as planned by all that tell it
        if line.status == "planned":
            same = {(each.article, each.span) for each in lines if each.date == line.date and each.status == "happened"}
            assert not same & {(line.article, line.span), *line.supports}
