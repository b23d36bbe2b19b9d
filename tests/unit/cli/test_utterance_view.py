"""What the terminal shows of who said what, with variants."""

from __future__ import annotations

from pathlib import Path

import pytest

from firsthand.cli.utterance_view import print_utterances
from firsthand.model import ArticleRow, Dossier, Source, Span, Story, Utterance, UtteranceInstance

TEXTS = {
    "a": "We will rebuild the old bridge, she said.",
    "b": "We will rebuild the old bridge! said she.",
    "c": "We will restore the old bridge, he said.\x1b[31m",
}
LENGTH = len("We will rebuild the old bridge")
ARCHIVE = Path("news.firsthand")


def instance(article: str, alteration: str = "verbatim", **fields: object) -> UtteranceInstance:
    return UtteranceInstance(
        quotation=None,
        article=article,
        origin=None,
        span=Span(0, LENGTH),
        kind="direct",
        alteration=alteration,
        **fields,  # type: ignore[arg-type]
    )


def make_dossier(*instances: UtteranceInstance, times: int = 1, **fields: object) -> Dossier:
    rows = tuple(
        ArticleRow(article=name, text=text, source=Source(sha256="", bytes_kept=0)) for name, text in TEXTS.items()
    )
    fields.setdefault("speaker_name", "Ann Vale")
    fields.setdefault("origins", ("o-1", "o-2"))
    utterances = tuple(
        Utterance(utterance=f"u-{count}", stories=("s-1",), speaker=None, instances=instances, **fields)  # type: ignore[arg-type]
        for count in range(times)
    )
    story = Story(story="s-1", title="t", title_article="a", articles=tuple(TEXTS), members=())
    return Dossier(story=story, articles=rows, utterances=utterances)


def shown(dossier: Dossier, capsys: pytest.CaptureFixture[str]) -> str:
    print_utterances(dossier, {"a": "Wire", "b": "Echo", "c": "Post"}, ARCHIVE)
    return capsys.readouterr().out


def test_the_same_words_stand_once_and_others_with_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(make_dossier(instance("a"), instance("b"), instance("c", "reworded", changed=(Span(8, 15),))), capsys)
    assert told.splitlines()[1:] == [
        "Who said what, with variants",
        "",
        "  Ann Vale (at most 2 origins)",
        "    “We will rebuild the old bridge” - Wire, Echo",
        "    other words: “We will restore the old bridge” [changed: restore] - Post",
    ]


def test_another_speaker_is_named_safely(capsys: pytest.CaptureFixture[str]) -> None:
    other = instance("c", "other_speaker", speaker_as_written="Ned\x1b[31m")
    told = shown(make_dossier(instance("a"), other, origins=("o-1",)), capsys)
    assert "(at most 1 origin)" in told
    assert "given to another speaker" in told
    assert "Ned" in told
    assert "\x1b" not in told


def test_instances_of_other_stories_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(make_dossier(instance("a"), instance("elsewhere"), speaker_name=None, origins=()), capsys)
    assert "speaker unknown (origins unknown, 1 more in other stories)" in told


def test_many_are_cut_short_with_the_command_that_shows_all(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(make_dossier(instance("a"), instance("b"), times=23), capsys)
    assert told.count("Ann Vale") == 20
    assert "Not shown: 3 told by fewer. firsthand export news.firsthand utterances has all." in told


def test_nothing_is_written_where_nothing_was_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(make_dossier(times=0), capsys) == ""
    assert shown(make_dossier(instance("elsewhere")), capsys) == ""
