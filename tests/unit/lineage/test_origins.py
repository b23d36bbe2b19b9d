from firsthand.lineage import LineageSettings, group_origins, judge_lineage
from firsthand.model import Article, Credit, CreditRole, Passage, PassageKind, Source, Span, Story

SETTINGS = LineageSettings()


def make(name, *, full=(), partial=(), cites=(), **fields):
    named = [Credit(name=source, span=Span(0, 1), role=CreditRole.FULL) for source in full]
    named += [Credit(name=source, span=Span(0, 1), role=CreditRole.PARTIAL) for source in partial]
    body = fields.pop("body", (Span(0, 100),))
    return Article(
        article=name,
        text="x" * 100,
        body=body,
        credits=tuple(named),
        cites=tuple(cites),
        source=Source(sha256="", bytes_kept=0),
        **fields,
    )


def group(articles, shared=(), stories=()):
    """`shared`: (a, b, end of the span in a, end of the span in b)."""
    records = {article.article: article for article in articles}
    passages = [
        Passage(a=a, b=b, a_span=Span(0, a_end), b_span=Span(0, b_end), kind=PassageKind.VERBATIM, similarity=1.0)
        for a, b, a_end, b_end in shared
    ]
    lineages = [judge_lineage(records[p.a], records[p.b], (p,), SETTINGS) for p in passages]
    made = [
        Story(story=f"s{n}", title="", title_article=ids[0], articles=ids, members=()) for n, ids in enumerate(stories)
    ]
    return group_origins(made, records, lineages, passages, SETTINGS)


def members(origins):
    return [origin.articles for origin in origins]


def test_each_article_alone():
    origins = group([make("a", outlet="The Star"), make("b")])
    assert members(origins) == [("a",), ("b",)]
    assert [origin.name for origin in origins] == ["The Star's own reporting", "account of unknown outlet (b)"]
    assert all(origin.evidence for origin in origins)


def test_full_credit_joins_whatever_is_shared():
    articles = [
        make("a", full=["AFP"], published="2020-03-02T10:00"),
        make("b", full=["AFP"]),
        make("c", full=["Reuters"]),
    ]
    origins = group(articles, stories=[("a", "b", "c")])
    assert members(origins) == [("a", "b"), ("c",)]
    assert origins[0].name == "AFP report of 2 March 2020"
    assert origins[0].inferred
    assert origins[0].stories == ("s0",)


def test_full_credit_does_not_join_across_stories():
    assert members(group([make("a", full=["AFP"]), make("b", full=["AFP"])], stories=[("a",), ("b",)])) == [
        ("a",),
        ("b",),
    ]
    assert members(group([make("a", full=["AFP"]), make("b", full=["AFP"])])) == [("a",), ("b",)]


def test_partial_credit_does_not_join():
    assert members(group([make("a", full=["AFP"]), make("b", partial=["AFP"])], stories=[("a", "b")])) == [
        ("a",),
        ("b",),
    ]


def test_more_than_half_of_the_body_joins_a_credited_origin():
    origins = group([make("a", full=["AFP"]), make("b")], [("a", "b", 51, 51)], [("a", "b")])
    assert members(origins) == [("a", "b")]


def test_half_of_the_body_is_an_account_of_its_own_that_is_mixed():
    origins = group([make("a", full=["AFP"]), make("b")], [("a", "b", 50, 50)], [("a", "b")])
    assert members(origins) == [("a",), ("b",)]
    assert not origins[0].mixed
    assert origins[1].mixed
    assert origins[1].borrows_from == (origins[0].origin,)


def test_the_giver_is_not_mixed():
    articles = [make("a", outlet="Northaven Star"), make("b", outlet="Tolm Today", cites=["Northaven Star"])]
    origins = group(articles, [("a", "b", 30, 30)])
    assert [origin.mixed for origin in origins] == [False, True]
    assert origins[1].borrows_from == (origins[0].origin,)


def test_uncredited_copies_of_each_other_are_one_inferred_origin():
    [origin] = group([make("a"), make("b")], [("a", "b", 80, 80)])
    assert origin.articles == ("a", "b")
    assert origin.inferred
    assert not origin.mixed


def test_both_copy_a_third():
    """Two thirds of the one stand in a good third of the other: neither is the other's source."""
    first, second = group([make("a"), make("b")], [("a", "b", 67, 37)])
    assert (first.articles, second.articles) == (("a",), ("b",))
    assert first.inferred
    assert not first.mixed
    assert second.mixed
    assert second.borrows_from == (first.origin,)


def test_a_cut_joins_the_longer_text():
    assert members(group([make("a"), make("b")], [("a", "b", 95, 30)])) == [("a", "b")]


def test_an_article_that_quotes_from_many_makes_no_giant():
    """b has half of a and half of c; a and c have nothing in common."""
    articles = [make("a"), make("b"), make("c"), make("d")]
    passages = [("a", "b", 60, 55), ("b", "c", 60, 55), ("c", "d", 60, 55)]
    origins = group(articles, passages)
    assert max(len(origin.articles) for origin in origins) <= 3
    assert ("a", "b", "c", "d") not in members(origins)


def test_the_publisher_itself_joins_what_credits_it():
    articles = [
        make("a", outlet="Northaven Star"),
        make("b", full=["Northaven Star"]),
        make("c", outlet="Northaven Star"),
    ]
    origins = group(articles, [("a", "b", 20, 20)], [("a", "b", "c")])
    assert members(origins) == [("a", "b"), ("c",)]
    assert not origins[0].inferred


def test_a_compilation_joins_the_agency_most_of_it_stands_in():
    articles = [make("a", full=["AFP"]), make("b", full=["Reuters"]), make("c", full=["AFP", "Reuters"])]
    assert members(group(articles, [("b", "c", 60, 60)], [("a", "b", "c")])) == [("a",), ("b", "c")]
    assert members(group(articles, (), [("a", "b", "c")])) == [("a",), ("b",), ("c",)]


def test_set_aside_articles_are_in_no_origin():
    assert members(group([make("a"), make("b", body=())])) == [("a",)]


def test_ids_follow_from_members_alone():
    one = group([make("a"), make("b")], [("a", "b", 80, 80)])
    other = group([make("a", outlet="The Star"), make("b"), make("c")], [("a", "b", 90, 90)])
    assert one[0].origin == other[0].origin
