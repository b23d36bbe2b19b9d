"""How edited passages are worded: what is set aside, what is shown, and where."""

from __future__ import annotations

import pytest

from firsthand.accounts import AccountsSettings, compare_wording
from firsthand.model import Article, Credit, CreditRole, Passage, PassageKind, Source, Span, Story, Wording

SETTINGS = AccountsSettings()


def make_article(name: str, text: str, **fields: object) -> Article:
    fields.setdefault("body", (Span(0, len(text)),))
    return Article(article=name, text=text, source=Source(sha256="0" * 64, bytes_kept=len(text)), **fields)  # type: ignore[arg-type]


def compare(a: Article, b: Article, kind: PassageKind = PassageKind.EDITED) -> list[Wording]:
    passage = Passage(
        a=a.article,
        b=b.article,
        a_span=Span(0, len(a.text)),
        b_span=Span(0, len(b.text)),
        kind=kind,
        similarity=0.9,
    )
    return compare_wording(None, [passage], {a.article: a, b.article: b}, SETTINGS)


def compare_texts(a: str, b: str) -> Wording | None:
    rows = compare(make_article("a", a), make_article("b", b))
    return rows[0] if rows else None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The two ministers realise their aims.", "The two ministers realize their aims."),
        ("The programme of the centre was cancelled.", "The program of the center was canceled."),
        ("The organisation´s defence", "The organization's defense"),
        ("“We will go,” she said", "'We will go', she said"),
        ("Juan Mejía of São Tomar spoke", "Juan Mejia of Sao Tomar spoke"),
        ("THE COUNCIL of Norbury met", "The council of Norbury met"),
        ("Omar al-Haddan met counter-terrorism officers", "Omar al Haddan met counterterrorism officers"),
        ("the U.S. envoy in the north-east", "the US envoy in the northeast"),
        ("Alexandr Wirth spoke of the acommodation", "Alexander Wirth spoke of the accommodation"),
        ("a heavy bell of iron", "the heavy bell of iron"),
        ("He said that talks would go on", "He said talks would go on"),
        ("Three boats and 1,200 people", "3 boats and 1200 people"),
        ("sank on Tuesday off Brill", "sank Tuesday off Brill"),
        ("rose 40 per cent to 7 percent", "rose 40% to 7%"),
        ("She met Mr Wirth in May", "She met Wirth in May"),
        (
            "the mayor wants to mend the old mill wants to mend the old mill before the frost",
            "the mayor wants to mend the old mill before the frost",
        ),
        (
            "The guard set out after a supper of fish in Norbury on Tuesday to help",
            "On Tuesday, the guard set out after a supper of fish in Norbury to help",
        ),
        ("taped to the window of the ticket office", "taped to the ticket office window"),
    ],
)
def test_sets_aside_what_changes_nothing_of_what_is_said(a: str, b: str) -> None:
    assert compare_texts(a, b) is None


@pytest.mark.parametrize(
    ("a", "b", "differs"),
    [
        (
            "The Palace hardliner’s new book sells well in Norbury.",
            "Wirth’s new book sells well in Norbury.",
            ("The Palace hardliner’s", "Wirth’s"),
        ),
        ("They killed 12 people at the ford", "They killed 13 people at the ford", ("12 people", "13 people")),
        ("The rebels of the north fled", "The terrorists of the north fled", ("The rebels", "The terrorists")),
        ("It cost $30 in all", "It cost $45 in all", ("$30", "$45")),
        ("It fell by 30% in all", "It fell by 45% in all", ("30%", "45%")),
        ("He could go to Brill", "He would go to Brill", ("could go", "would go")),
        ("The vote was legal in Brill", "The vote was illegal in Brill", ("legal", "illegal")),
        ("They met in Iran last week", "They met in Iraq last week", ("Iran", "Iraq")),
        ("it fell at six (0500 GMT) and broke", "it fell at dawn and broke", ("six (0500 GMT)", "dawn")),
    ],
)
def test_shows_other_words_as_one_phrase(a: str, b: str, differs: tuple[str, str]) -> None:
    wording = compare_texts(a, b)
    assert wording is not None
    assert wording.differs == (differs,)
    assert wording.only_a == ()
    assert wording.only_b == ()


def test_shows_words_that_stand_on_one_side_alone() -> None:
    wording = compare_texts(
        "The envoy did not confirm the plan for the old harbour.",
        "The envoy did confirm the secret plan for the harbour.",
    )
    assert wording is not None
    assert wording.only_a == ("not", "old")
    assert wording.only_b == ("secret",)
    assert wording.differs == ()


def test_a_swap_of_who_did_it_is_no_move() -> None:
    wording = compare_texts("Brill attacked Norbury at dawn", "Norbury attacked Brill at dawn")
    assert wording is not None


def test_spans_hold_the_words_shown() -> None:
    a, b = "One. The tall guard of\nBrill slept well.", "Two. The short guard slept."
    wording = compare_texts(a, b)
    assert wording is not None
    for shown, span in zip(wording.only_a, wording.only_a_spans, strict=True):
        assert " ".join(a[span.start : span.end].split()) == shown
    for shown, (one, other) in zip(wording.differs, wording.differs_spans, strict=True):
        assert (a[one.start : one.end], b[other.start : other.end]) == shown


def test_verbatim_passages_and_captions_give_no_row() -> None:
    a, b = make_article("a", "The old guard slept"), make_article("b", "The young guard slept")
    assert len(compare(a, b)) == 1
    assert compare(a, b, PassageKind.CAPTION) == []
    assert compare(a, b, PassageKind.VERBATIM) == []


def test_dateline_agency_and_lines_outside_the_body_are_no_wording() -> None:
    text = "BRILL, May 3 (TASS) - The guard slept.\nSubscribe to our letter\nThe gate was open."
    a = make_article(
        "a",
        text,
        dateline="BRILL, May 3",
        credits=(Credit(name="TASS", span=Span(14, 18), role=CreditRole.FULL),),
        body=(Span(0, 38), Span(63, len(text))),
    )
    assert compare(a, make_article("b", "The guard slept. The gate was open.")) == []


def test_words_at_the_edge_are_not_missing_where_the_other_passage_is_cut_within_a_sentence() -> None:
    a = make_article("a", "A fast boat with forty people sank off Brill.")
    b = make_article("b", "A ship carrying forty people sank off Brill.")
    passage = Passage(
        a="a",
        b="b",
        a_span=Span(0, len(a.text)),
        b_span=Span(b.text.index("forty"), len(b.text)),
        kind=PassageKind.EDITED,
        similarity=0.8,
    )
    assert compare_wording(None, [passage], {"a": a, "b": b}, SETTINGS) == []


def test_row_carries_story_direction_and_spans() -> None:
    a, b = make_article("a", "The old guard slept"), make_article("b", "The young guard slept")
    story = Story(story="s-1", title="t", title_article="a", articles=("a", "b"), members=())
    passage = Passage(a="a", b="b", a_span=Span(0, 19), b_span=Span(0, 21), kind=PassageKind.EDITED, similarity=0.8)
    (row,) = compare_wording(story, [passage, passage], {"a": a, "b": b}, SETTINGS)
    assert (row.story, row.direction, row.a_span, row.b_span) == ("s-1", "unknown", Span(0, 19), Span(0, 21))


def test_long_passages_are_aligned_in_batches() -> None:
    words = [f"w{number}" for number in range(9_000)]
    changed = [*words[:4_500], "elsewhere", *words[4_501:7_000], "added", *words[7_000:]]
    wording = compare_texts(" ".join(words), " ".join(changed))
    assert wording is not None
    assert wording.differs == (("w4500", "elsewhere"),)
    assert wording.only_b == ("added",)


def test_hostile_repetition_ends() -> None:
    assert compare_texts("a b " * 20_000, "b a c " * 10_000) is not None
