"""The program held to the written answers of the bundled sample, one test for each thing that the answers say.

What fails today is listed in expected_failures.toml and must fail: what was mended has to be taken off that list.
"""

from __future__ import annotations

import importlib
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from tests.sample.answers import (
    ANSWERS,
    ARTICLES,
    CAPABILITIES,
    EXPECTED,
    ITEMS,
    TEXTS,
    Answer,
    items,
    numbered,
    passage_place,
    place,
    slug,
    words,
)
from tests.sample.sample_archive import SampleArchive

from firsthand.model import CreditRole, Quotation, SegmentLabel

NAMES = sorted(ANSWERS["articles"])
HAPPENINGS = sorted(story["happening"] for story in ANSWERS["stories"])


def articles(field: str) -> list[Any]:
    """One item an article: its id, its name and what the answers say in `field`."""
    return items((f"articles/{name}/{field}", name, ANSWERS["articles"][name][field]) for name in NAMES)


def parts(field: str, key: str) -> list[Any]:
    """One item for each entry of the articles' list `field`, called by its `key` and a count."""
    return items(
        (f"articles/{name}/{field}/{called}", name, part)
        for name in NAMES
        for called, part in zip(
            numbered(slug(part[key]) for part in ANSWERS["articles"][name][field]),
            ANSWERS["articles"][name][field],
            strict=True,
        )
    )


# --- articles ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "outlet"), articles("outlet"))
def test_outlet(sample: SampleArchive, name: str, outlet: str | None) -> None:
    found = sample.articles[name].outlet
    if found != outlet and outlet and outlet not in TEXTS[name] and "." in (found or ""):
        # The text nowhere has the name for readers: the domain says the same, and no more can be known.
        assert outlet.replace(" ", "").casefold() == (found or "").split(".")[0]
    else:
        assert found == outlet


@pytest.mark.parametrize(("name", "published"), articles("published"))
def test_published(sample: SampleArchive, name: str, published: str | None) -> None:
    found = sample.articles[name].published
    if published is None or found is None or "T" not in published:
        assert found == published
    else:  # one instant may be written with several offsets
        assert datetime.fromisoformat(found) == datetime.fromisoformat(published)


@pytest.mark.parametrize(("name", "day"), articles("not_before"))
def test_not_before(sample: SampleArchive, name: str, day: str | None) -> None:
    row = sample.articles[name]
    if day is None and row.published is not None:  # the answers write a bound only where the day is not known
        assert row.published_not_before in {None, row.published[:10]}
    else:
        assert row.published_not_before == day


@pytest.mark.parametrize(("name", "day"), articles("event_date"))
def test_event_date(sample: SampleArchive, name: str, day: str | None) -> None:
    assert sample.articles[name].event_date == day


@pytest.mark.parametrize(
    ("name", "field", "value"),
    items(
        (f"articles/{name}/beside_others/{field}", name, field, value)
        for name in NAMES
        for field, value in ANSWERS["articles"][name].get("beside_others", {}).items()
        if value is not None and field != "not_before"  # no record holds a bound that others give
    ),
)
def test_what_only_its_neighbours_tell(sample: SampleArchive, name: str, field: str, value: Any) -> None:
    # An article record says what can be read from the article alone; its story and its origin say the rest.
    story = next(story for story in sample.records["stories"] if name in story.articles)
    if field == "event_date":
        assert story.date == value
    else:
        assert field == "agencies"
        assert [agency for agency in value if sample.origin_of[name].name.startswith(agency)] == value


@pytest.mark.parametrize(("name", "dateline"), articles("dateline"))
def test_dateline(sample: SampleArchive, name: str, dateline: str | None) -> None:
    found = sample.articles[name].dateline
    if dateline is None or found is None:
        assert found == dateline
    else:  # the answers write the day that follows, the record the place alone
        assert dateline.startswith(found)
        assert re.fullmatch(r"[\s,.]*(?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+ \d{4})?\.?", dateline[len(found) :])


@pytest.mark.parametrize(("name", "byline"), articles("byline"))
def test_byline(sample: SampleArchive, name: str, byline: str | None) -> None:
    found = sample.articles[name].byline
    if byline is None or found is None:
        assert found == byline
    else:  # "By" is no part of who wrote it; a page's own data give the name without the office
        whole = re.sub(r"^(?:Reporting by|By|Von) ", "", byline)
        assert found in {whole, whole.split(",")[0]}


@pytest.mark.parametrize(
    ("name", "line"),
    items(
        (f"articles/{name}/{field}/segment", name, ANSWERS["articles"][name][field])
        for name in NAMES
        for field in ("byline", "dateline")
        if ANSWERS["articles"][name][field]
    ),
)
def test_lead_in_is_no_running_text(sample: SampleArchive, name: str, line: str) -> None:
    rows = [row for row in sample.records["segments"] if row.article == name and row.label == SegmentLabel.BODY]
    assert not place(sample.articles[name].text, line) & sample.characters(name, [row.span for row in rows])


@pytest.mark.parametrize(("name", "agencies"), articles("agencies"))
def test_agencies(sample: SampleArchive, name: str, agencies: list[str]) -> None:
    assert sorted(sample.articles[name].agencies) == sorted(agencies)


@pytest.mark.parametrize(("name", "cites"), articles("cites"))
def test_cites(sample: SampleArchive, name: str, cites: list[str]) -> None:
    assert sorted(sample.articles[name].cites) == sorted(cites)


@pytest.mark.parametrize(("name", "language"), articles("language"))
def test_language(sample: SampleArchive, name: str, language: str) -> None:
    assert sample.articles[name].language == language


@pytest.mark.parametrize(("name", "kind"), articles("kind"))
def test_kind(sample: SampleArchive, name: str, kind: str) -> None:
    assert sample.articles[name].kind == kind


# The answers say where a credit stands, the record what it says about the text.
ROLES = {
    "dateline": {CreditRole.FULL},
    "byline": {CreditRole.FULL},
    "agency_tag": {CreditRole.FULL},
    "copyright": {CreditRole.FULL},
    "self": {CreditRole.FULL, CreditRole.OUTLET},
    "contributed": {CreditRole.PARTIAL},
    "photo_credit": {CreditRole.PHOTO},
    "cites": {CreditRole.CITED},
}


@pytest.mark.parametrize(("name", "credit"), parts("credits", "name"))
def test_credit(sample: SampleArchive, name: str, credit: Answer) -> None:
    wanted = sample.place(credit, name)
    if not wanted:  # the caption of a page: it is left out of the text with the picture
        assert "html" in ARTICLES[name]
        return
    found = [row for row in sample.articles[name].credits if sample.characters(name, [row.span]) & wanted]
    assert [(row.name, row.role in ROLES[credit["role"]]) for row in found] == [(credit["name"], True)]


@pytest.mark.parametrize("name", items((f"articles/{name}/credits", name) for name in NAMES))
def test_no_other_credit(sample: SampleArchive, name: str) -> None:
    wanted = set().union(*(sample.place(credit, name) for credit in ANSWERS["articles"][name]["credits"]))
    row = sample.articles[name]
    for credit in row.credits:  # the publisher's own name is no credit to the answers
        assert sample.characters(name, [credit.span]) & wanted or (credit.role, credit.name) == ("outlet", row.outlet)


@pytest.mark.parametrize(("name", "headline"), articles("headline"))
def test_headline(sample: SampleArchive, name: str, headline: Answer | None) -> None:
    row = sample.articles[name]
    if headline is None:
        assert row.headline is None
        return
    assert words(row.headline or "") == words(headline["quote"])
    where = place(row.text, headline["quote"])
    assert not where & sample.body(name)
    if row.headline_span is not None:
        assert {at for at in where if row.text[at].isalnum()} <= sample.characters(name, [row.headline_span])


@pytest.mark.parametrize(("name", "junk"), parts("junk", "label"))
def test_junk_is_outside_the_body(sample: SampleArchive, name: str, junk: Answer) -> None:
    text = sample.articles[name].text
    where = sample.place(junk, name) & sample.body(name)
    assert not "".join(text[at] for at in sorted(where))


@pytest.mark.parametrize("name", items((f"articles/{name}/body", name) for name in NAMES))
def test_body_is_whole(sample: SampleArchive, name: str) -> None:
    answer, text, row = ANSWERS["articles"][name], TEXTS[name], sample.articles[name]
    outside = [*answer["junk"], *([answer["headline"]] if answer["headline"] else [])]
    dropped = set().union(*(place(text, part["quote"], part.get("nth", 0)) for part in outside))
    kept = "".join(" " if at in dropped else character for at, character in enumerate(text))
    body = "\n".join(row.text[slice(*span)] for span in row.body)
    # A page's byline may be kept as a field alone.
    missing = Counter(words(kept)) - Counter(words(body)) - Counter(words(answer["byline"] or ""))
    assert not missing


# --- stories -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("happening", "members"),
    items((f"stories/{story['happening']}", story["happening"], story["articles"]) for story in ANSWERS["stories"]),
)
def test_story(sample: SampleArchive, happening: str, members: list[str]) -> None:
    story = sample.story(happening)
    assert sorted(story.articles) == sorted(members)
    assert all(member.reasons for member in story.members)


@pytest.mark.parametrize(
    ("one", "other"), items((f"stories/{one}-is-not-{other}", one, other) for one, other in ANSWERS["not_same_story"])
)
def test_stories_that_stay_apart(sample: SampleArchive, one: str, other: str) -> None:
    assert sample.story(one).story != sample.story(other).story


def test_storylines(sample: SampleArchive) -> None:
    found = [sorted(line.stories) for line in sample.records["storylines"]]
    wanted = [sorted(sample.story(name).story for name in line) for line in ANSWERS["storylines"]]
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize(
    "link", items((f"storylines/{link['from']}-to-{link['to']}", link) for link in ANSWERS["storyline_links"])
)
def test_storyline_link(sample: SampleArchive, link: Answer) -> None:
    ends = (sample.story(link["from"]).story, sample.story(link["to"]).story)
    found = [row for line in sample.records["storylines"] for row in line.links if (row.source, row.target) == ends]
    assert len(found) == 1
    assert found[0].reasons


# --- lineage -------------------------------------------------------------------------------------------------------


def pairs(what: str) -> list[Any]:
    return items((f"reuse/{pair['a']}+{pair['b']}/{what}", pair) for pair in ANSWERS["reuse"])


def key(pair: Answer) -> frozenset[str]:
    return frozenset((pair["a"], pair["b"]))


def passage_places(sample: SampleArchive, pair: Answer, passage: Answer) -> set[tuple[str, int]]:
    """The characters of a written passage in both articles."""
    return {
        (pair[side], at)
        for side in "ab"
        for at in passage_place(
            sample.articles[pair[side]].text,
            passage[f"{side}_from"],
            passage[f"{side}_to"],
            passage.get(f"{side}_nth", 0),
        )
    }


@pytest.mark.parametrize("pair", pairs("linked"))
def test_pair_is_linked(sample: SampleArchive, pair: Answer) -> None:
    assert key(pair) in sample.lineage
    assert sample.lineage[key(pair)].evidence


@pytest.mark.parametrize("pair", pairs("passages"))
def test_passages(sample: SampleArchive, pair: Answer) -> None:
    wanted = set().union(*(passage_places(sample, pair, passage) for passage in pair["passages"]))
    found = {
        (name, at)
        for row in sample.passages[key(pair)]
        for name, span in ((row.a, row.a_span), (row.b, row.b_span))
        for at in sample.characters(name, [span])
    }
    assert 2 * len(wanted & found) / (len(wanted) + len(found)) >= 0.8


@pytest.mark.parametrize("pair", pairs("kinds"))
def test_kinds_of_passages(sample: SampleArchive, pair: Answer) -> None:
    # Two written passages with a line between them may be found as one: it is edited where any of them is.
    for row in sample.passages[key(pair)]:
        place_a = {(row.a, at) for at in sample.characters(row.a, [row.a_span])}
        kinds = {part["kind"] for part in pair["passages"] if passage_places(sample, pair, part) & place_a}
        assert row.kind in kinds


@pytest.mark.parametrize("pair", pairs("direction"))
def test_direction(sample: SampleArchive, pair: Answer) -> None:
    assert sample.direction(pair["a"], pair["b"]) == pair["direction"]


@pytest.mark.parametrize("pair", [pytest.param(pair, id=f"{pair['a']}+{pair['b']}") for pair in ANSWERS["reuse"]])
def test_direction_is_never_wrong(sample: SampleArchive, pair: Answer) -> None:
    # Never on the list: "unknown" may stand where the answers know, but no arrow that they do not draw.
    found = sample.direction(pair["a"], pair["b"])
    assert found not in {"a->b", "b->a"} or found == pair["direction"]
    assert pair["direction"] not in {"a->b", "b->a"} or found in {pair["direction"], "unknown"}


@pytest.mark.parametrize("pair", items((f"not_copied/{p['a']}+{p['b']}", p) for p in ANSWERS["not_copied"]))
def test_pair_is_not_linked(sample: SampleArchive, pair: Answer) -> None:
    assert key(pair) not in sample.lineage
    assert key(pair) not in sample.passages


@pytest.mark.parametrize("members", items((f"origins/{origin[0]}", origin) for origin in ANSWERS["origins"]))
def test_origin(sample: SampleArchive, members: list[str]) -> None:
    origin = sample.origin_of[members[0]]
    assert sorted(origin.articles) == sorted(members)
    assert origin.mixed == (ANSWERS["articles"][members[0]]["origin"] == "mixed")


@pytest.mark.parametrize("happening", items((f"stories/{name}/origins", name) for name in HAPPENINGS))
def test_count_of_origins(sample: SampleArchive, happening: str) -> None:
    written = [origin for origin in ANSWERS["origins"] if ANSWERS["articles"][origin[0]]["about"] == happening]
    assert sample.story(happening).origins == len(written)


# --- accounts ------------------------------------------------------------------------------------------------------


def first_day(date: str) -> str:
    return (date + "-01-01"[len(date) - 4 :])[:10]


def last_day(date: str) -> str:
    month = (date + "-12")[:7]
    return (f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]:02}" if len(date) < 10 else date)[:10]


def timeline_items() -> Iterator[tuple[Any, ...]]:
    called = numbered(f"{line['article']}/{line['date'].replace('/', '..')}" for line in ANSWERS["timeline"])
    return ((f"timeline/{name}", line) for name, line in zip(called, ANSWERS["timeline"], strict=True))


@pytest.mark.parametrize("line", items(timeline_items()))
def test_timeline(sample: SampleArchive, line: Answer) -> None:
    story = sample.story(line["happening"]).story
    where = sample.place(line)
    first, *_, last = [line["date"], *line["date"].split("/")]
    days = (first_day(first.split("/")[0]), last_day(last))
    statuses = {
        row.status
        for row in sample.records["timeline"]
        if (row.story, row.earliest, row.latest) == (story, *days)
        for name, span in ((row.article, row.span), *row.supports)
        if name == line["article"] and sample.characters(name, [span]) & where
    }
    assert line["status"] in statuses


def is_reworded(pair: Answer, passage: Answer) -> bool:
    """Whether the sides of an edited passage differ by more than "the" and spelling: those are set aside."""
    if passage["kind"] != "edited":
        return False
    sides = []
    for side in "ab":
        text = TEXTS[pair[side]]
        where = passage_place(text, passage[f"{side}_from"], passage[f"{side}_to"], passage.get(f"{side}_nth", 0))
        sides.append(Counter(words(text[min(where) : max(where) + 1])))
    return any(len(word) > 3 for word in (sides[0] - sides[1]) + (sides[1] - sides[0]))


def wording_items() -> Iterator[tuple[Any, ...]]:
    for pair in ANSWERS["reuse"]:
        edited = [passage for passage in pair["passages"] if is_reworded(pair, passage)]
        for count, passage in enumerate(edited, start=1):
            yield f"wording/{pair['a']}+{pair['b']}/{count}", pair, passage


@pytest.mark.parametrize(("pair", "passage"), items(wording_items()))
def test_wording(sample: SampleArchive, pair: Answer, passage: Answer) -> None:
    wanted = passage_places(sample, pair, passage)
    rows = [row for row in sample.records["wording"] if frozenset((row.a, row.b)) == key(pair)]
    sides = ((row, row.a, row.a_span) for row in rows), ((row, row.b, row.b_span) for row in rows)
    for side in sides:
        found = [row for row, name, span in side if wanted & {(name, at) for at in sample.characters(name, [span])}]
        assert any(row.only_a or row.only_b or row.differs for row in found)


# --- language ------------------------------------------------------------------------------------------------------


def quotation_of(sample: SampleArchive, said: Answer) -> Quotation:
    """The quotation that holds most of the said words, at least four fifths of them."""
    where = sample.place(said)
    rows = [row for row in sample.records["quotations"] if row.article == said["article"]]
    held = [(len(where & sample.characters(row.article, row.spans)), row) for row in rows]
    most, row = max(held, key=lambda pair: pair[0], default=(0, None))
    assert where
    assert row is not None
    assert most >= 0.8 * len(where)
    if said["kind"] == "direct":
        assert row.kind == "direct"
    return row


def said_items(kinds: set[str]) -> Iterator[tuple[Any, ...]]:
    for utterance in ANSWERS["utterances"]:
        said = [instance for instance in utterance["instances"] if instance["kind"] in kinds]
        called = numbered(instance["article"] for instance in said)
        for name, instance in zip(called, said, strict=True):
            yield f"quotations/{utterance['utterance']}/{name}", utterance, instance


@pytest.mark.parametrize(("utterance", "said"), items(said_items({"direct", "mixed"})))
def test_quotation_and_its_speaker(sample: SampleArchive, utterance: Answer, said: Answer) -> None:
    found = quotation_of(sample, said)
    as_written = said["speaker_as_written"]
    speaker = as_written if said["alteration"] == "other_speaker" else utterance["speaker"]
    named = set(words(found.speaker_name or "")) & set(words(speaker))
    assert named or (as_written is None and found.speaker_name is None)  # where the text names nobody


def single_items() -> Iterator[tuple[Any, ...]]:
    called = numbered(said["article"] for said in ANSWERS["quotations"])
    for name, said in zip(called, ANSWERS["quotations"], strict=True):
        yield f"quotations/{name}", said


@pytest.mark.parametrize("said", items(single_items()))
def test_quotation_and_its_source(sample: SampleArchive, said: Answer) -> None:
    found = quotation_of(sample, said)
    text = sample.articles[said["article"]].text
    source = "" if found.source_span is None else text[slice(*found.source_span)]
    if said["speaker_as_written"] is None:
        assert not source
    else:  # the answers give the fullest form near by, the record who is written there and whom it stands for
        assert set(words(f"{source} {found.speaker_name}")) & set(words(said["speaker_as_written"]))


# --- the list ------------------------------------------------------------------------------------------------------


def test_the_list_names_items_and_capabilities() -> None:
    importlib.import_module("tests.sample.test_later")  # its items count too where this file is run alone
    assert not [name for name in EXPECTED if name not in ITEMS]
    assert {reason.split(":")[0] for reason in EXPECTED.values()} <= set(CAPABILITIES)
