from dataclasses import replace

import pytest

from firsthand.lineage import compare_versions
from firsthand.model import Article, Source, Span

FIRST = "The ferry ran aground on Monday.\nTwo people were hurt.\nIt had left at six in the morning."


def state(text, published=None):
    return Article(
        article="a", text=text, published=published, body=(Span(0, len(text)),), source=Source(sha256="", bytes_kept=0)
    )


def changed(*texts):
    versions = compare_versions([state(text) for text in texts])
    return [[text[start:end] for start, end in version.changed] for text, version in zip(texts, versions, strict=True)]


def test_a_single_state():
    [version] = compare_versions([state(FIRST, "2020-03-02")])
    assert (version.version, version.published, version.changed) == (1, "2020-03-02", ())


def test_another_number_is_a_change():
    assert changed(FIRST, FIRST.replace("Two", "Three")) == [[], ["Three people were hurt."]]
    assert changed("It left at 6:10.", "It left at 6:15.")[1] == ["It left at 6:15."]


def test_a_typo_is_set_aside():
    assert changed(FIRST, FIRST.replace("aground", "agruond")) == [[], []]


def test_a_paragraph_that_was_added():
    assert changed(FIRST, f"{FIRST}\nSalvage begins on Tuesday.")[1] == ["Salvage begins on Tuesday."]


def test_moved_paragraphs_are_unchanged():
    lines = FIRST.split("\n")
    assert changed(FIRST, "\n".join([lines[2], lines[0], lines[1]]))[1] == []


def test_each_state_is_compared_with_the_one_before():
    assert [len(spans) for spans in changed(FIRST, FIRST.replace("Monday", "Sunday"), FIRST)] == [0, 1, 1]


# --- by paragraph --------------------------------------------------------------------------------------------

LINES = [
    "The ferry Merganser ran aground on the Tarn Bank on Tuesday evening, the coast service said.",
    "Two people were hurt and taken to the hospital of Harrowmere by boat.",
    "Divers will inspect the hull on Friday, the owner told reporters.",
    "The school of Quay Street opened its hall for the night.",
]


def second(before, now, **fields):
    states = [replace(state("\n".join(lines)), **fields) for lines in (before, now)]
    return compare_versions(states)[1], states


def told(version):
    return [(str(change.kind), change.words_before, change.words) for change in version.changes]


def test_each_paragraph_is_told_in_the_order_of_the_text():
    rewritten = LINES[1].replace("Two", "Three")
    version, _ = second(LINES, ["A warning was given at noon.", LINES[0], rewritten, LINES[3]])
    assert told(version) == [
        ("added", None, "A warning was given at noon."),
        ("rewritten", LINES[1], rewritten),
        ("removed", LINES[2], None),
    ]


def test_the_words_that_changed_are_marked_in_both_states():
    version, (old, new) = second(LINES, [LINES[0].replace("Tuesday evening", "Wednesday night"), *LINES[1:]])
    (change,) = version.changes
    assert [new.text[slice(*span)] for span in change.inserted] == ["Wednesday night"]
    assert [old.text[slice(*span)] for span in change.deleted] == ["Tuesday evening"]
    assert new.text[slice(*change.span)] == change.words
    assert old.text[slice(*change.span_before)] == change.words_before


def test_a_moved_paragraph_is_told_as_such():
    version, _ = second(LINES, [LINES[3], *LINES[:3]])
    assert told(version) == [("moved", LINES[3], LINES[3])]
    assert version.changed == ()


def test_a_paragraph_that_grew_is_rewritten_and_its_old_words_are_not_marked():
    grown = (
        f"{LINES[2]} The ship had passed its last inspection in spring, and its captain has sailed for thirty years."
    )
    version, (_, new) = second(LINES, [*LINES[:2], grown, LINES[3]])
    assert [str(change.kind) for change in version.changes] == ["rewritten"]
    (span,) = version.changes[0].inserted
    assert new.text[slice(*span)].startswith("The ship had")
    assert version.changes[0].deleted == ()


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("inspect", "insepct"),  # letters exchanged
        ("Friday, the", "Friday – the"),  # marks
        ("Divers", "DIVERS"),  # capitals
        ("reporters", "reporter"),  # a letter
        ("hull on", "hull  on"),
    ],
)
def test_what_has_the_size_of_a_typo_is_set_aside(before, now):
    version, _ = second(LINES, [line.replace(before, now) for line in LINES])
    assert version.changes == ()
    assert [pair != (before, before) for pair in version.small_changes] == [True] * (before.split() != now.split())


@pytest.mark.parametrize(
    ("before", "now"), [("color", "colour"), ("realize", "realise"), ("advertising", "advertisnig")]
)
def test_another_spelling_is_set_aside_and_counted(before, now):
    version, _ = second([f"They {before} the sea at night."], [f"They {now} the sea at night."])
    assert version.changes == ()
    assert version.small_changes == ((before, now),)


@pytest.mark.parametrize(
    ("before", "now"), [("Friday", "Monday"), ("fight", "right"), ("not", "now"), ("1901", "1902")]
)
def test_what_says_something_else_is_no_typo(before, now):
    line = "The owner said that {} was what the inquiry of the house would be about this winter."
    version, _ = second([line.format(before)], [line.format(now)])
    assert [str(change.kind) for change in version.changes] == ["rewritten"]
    assert version.small_changes == ()


def test_a_paragraph_broken_in_two_is_a_small_change():
    one = f"{LINES[1]} {LINES[2]}"
    for before, now in (([one], LINES[1:3]), (LINES[1:3], [one])):
        version, _ = second([LINES[0], *before], [LINES[0], *now])
        assert version.changes == ()
        assert len(version.small_changes) == 1
        assert any("\n" in side for side in version.small_changes[0])


def test_a_changed_headline_is_told_first_and_a_corrected_one_is_small():
    states = [replace(state(FIRST), headline=headline) for headline in ("Ferry agruond", "Ferry aground", "Two hurt")]
    versions = compare_versions(states)
    assert [told(version) for version in versions] == [[], [], [("headline", "Ferry aground", "Two hurt")]]
    assert versions[1].small_changes == (("agruond", "aground"),)


def test_a_headline_that_could_not_be_read_did_not_change():
    version = compare_versions([state(FIRST), replace(state(FIRST), headline="Ferry aground")])[1]
    assert version.changes == ()


def test_each_state_has_its_own_time():
    states = [
        replace(state(FIRST, "2020-03-02"), source=Source(sha256="", bytes_kept=0, captured="2020-03-02T10:00:00Z")),
        replace(state(FIRST, "2020-03-02"), updated="2020-03-03T08:00+01:00"),
    ]
    versions = compare_versions(states)
    assert [version.published for version in versions] == ["2020-03-02", "2020-03-03T08:00+01:00"]
    assert [version.captured for version in versions] == ["2020-03-02T10:00:00Z", None]


def test_a_page_without_line_breaks_is_compared_word_by_word():
    before, now = " ".join(LINES), " ".join(LINES).replace("Two", "Three")
    version, (_, new) = second([before], [now])
    assert [new.text[slice(*span)] for span in version.changes[0].inserted] == ["Three"]


def test_other_scripts_are_marked_by_character():
    version, (_, new) = second(["渡轮周二晚上在塔恩浅滩搁浅两人受伤"], ["渡轮周二晚上在塔恩浅滩搁浅三人受伤"])
    assert [new.text[slice(*span)] for span in version.changes[0].inserted] == ["三"]
