from tests.unit.lineage.invented_accounts import Shared, group, make, members

HALVES: list[Shared] = [("cut", "whole", (0, 100), (0, 90)), ("rest", "whole", (0, 100), (100, 190))]


def whole_and_halves(**fields: str) -> list:  # type: ignore[type-arg]
    return [make("whole", length=200, **fields), make("cut"), make("rest")]


def test_a_text_merged_from_two_makes_no_one_origin_of_them() -> None:
    origins = {origin.articles: origin for origin in group(whole_and_halves(), HALVES)}
    assert set(origins) == {("whole",), ("cut",), ("rest",)}
    merged = origins["whole",]
    assert merged.mixed
    assert set(merged.borrows_from) == {origins["cut",].origin, origins["rest",].origin}
    assert not origins["cut",].mixed
    assert not origins["cut",].inferred


def test_halves_meet_where_the_whole_bears_their_heading() -> None:
    articles = [make("whole", length=200, byline="By Ilse Kandor", headline="Orlan votes")]
    articles += [make("cut", headline="ORLAN VOTES"), make("rest", byline="by Ilse Kandor")]
    assert members(group(articles, HALVES)) == [("cut", "rest", "whole")]


def test_halves_meet_where_the_whole_was_out_before_them() -> None:
    articles = [make("whole", length=200, published="2031-03-04")]
    articles += [make(name, published="2031-03-08") for name in ("cut", "rest")]
    assert members(group(articles, HALVES)) == [("cut", "rest", "whole")]


def test_halves_meet_where_a_second_text_holds_both() -> None:
    shared = [*HALVES, ("whole", "whole2", (0, 200), (0, 200))]
    shared += [("cut", "whole2", (0, 100), (0, 90)), ("rest", "whole2", (0, 100), (100, 190))]
    articles = [*whole_and_halves(outlet="Orlan Post"), make("whole2", length=200, outlet="Tarn Echo")]
    assert members(group(articles, shared)) == [("cut", "rest", "whole", "whole2")]


def test_a_round_up_that_two_print_chains_nothing() -> None:
    briefs = [make(f"brief{n}") for n in range(3)]
    articles = [*briefs, *(make(f"round{n}", length=300, outlet=f"Paper {n}") for n in range(2))]
    shared: list[Shared] = [
        (f"brief{n}", f"round{m}", (0, 100), (100 * n, 100 * n + 100)) for n in range(3) for m in range(2)
    ]
    shared.append(("round0", "round1", (0, 300), (0, 300)))
    assert members(group(articles, shared)) == [("brief0",), ("brief1",), ("brief2",), ("round0", "round1")]


def test_what_two_longer_texts_took_is_the_cut_of_neither() -> None:
    articles = [make("brief"), make("long1", length=300), make("long2", length=250)]
    shared: list[Shared] = [
        ("brief", "long1", (0, 100), (0, 100)),
        ("brief", "long2", (0, 100), (150, 250)),
        ("long1", "long2", (0, 100), (150, 250)),
    ]
    origins = group(articles, shared)
    assert members(origins) == [("brief",), ("long1",), ("long2",)]
    assert [origin.mixed for origin in origins] == [False, True, True]


def test_a_giver_is_no_cut_of_what_took_it() -> None:
    articles = [make("first", outlet="Orlan Post"), make("taker", length=300, outlet="Tarn Echo")]
    shared: list[Shared] = [("first", "taker", (0, 100), (0, 100))]
    assert members(group(articles, shared)) == [("first", "taker")]
    assert members(group(articles, shared, takers=[("taker", "first")])) == [("first",), ("taker",)]


def test_a_giver_is_no_copy_of_the_agency_that_took_it() -> None:
    articles = [make("first"), make("wire1", length=300, full=["AFP"]), make("wire2", length=300, full=["AFP"])]
    shared: list[Shared] = [("first", f"wire{n}", (0, 100), (0, 100)) for n in (1, 2)]
    takers = [("wire1", "first"), ("wire2", "first")]
    origins = group(articles, shared, [("first", "wire1", "wire2")], takers)
    assert members(origins) == [("first",), ("wire1", "wire2")]
    assert origins[1].borrows_from == (origins[0].origin,)
    assert origins[1].mixed


def test_a_release_leads_those_who_print_it_and_lends_to_the_others() -> None:
    articles = [
        make("release", kind="release", outlet="Orlan Water"),
        make("printed", outlet="Tarn Echo", length=110),
        make("part", outlet="Belm Post", length=250),
    ]
    shared: list[Shared] = [
        ("printed", "release", (0, 100), (0, 100)),
        ("part", "release", (0, 100), (0, 100)),
        ("part", "printed", (0, 100), (0, 100)),
    ]
    part, printed = group(articles, shared)
    assert (part.articles, printed.articles) == (("part",), ("printed", "release"))
    assert part.borrows_from == (printed.origin,)
    assert "40% of the body of part stands in release and is from there, 100% of the release" in printed.evidence
    assert "91% of the body of printed stands in release" in printed.evidence


def test_another_state_of_a_credited_article_is_of_its_origin() -> None:
    url = "https://paper.example/2031/03/the-harbour-vote-in-orlan.html"
    articles = [make("a", full=["AFP"], url=url), make("b", url=url)]
    [origin] = group(articles, [("a", "b", (0, 30), (0, 30))], [("a", "b")])
    assert "b is another state of a" in origin.evidence
