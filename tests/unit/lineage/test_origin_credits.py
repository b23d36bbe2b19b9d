from tests.unit.lineage.invented_accounts import group, make, members


def test_two_reports_of_one_agency_of_different_days_are_two_origins() -> None:
    articles = [
        make("a", full=["AFP"], published="2031-03-04", event_date="2031-03-04"),
        make("b", full=["AFP"], published="2031-03-04T22:10", event_date="2031-03-04"),
        make("c", full=["AFP"], published="2031-03-05T09:00", event_date="2031-03-05"),
    ]
    origins = group(articles, [("a", "b", (0, 60), (0, 60)), ("b", "c", (0, 5), (90, 95))], [("a", "b", "c")])
    assert members(origins) == [("a", "b"), ("c",)]
    assert [origin.name for origin in origins] == ["AFP report of 4 March 2031", "AFP report of 5 March 2031"]
    assert any("1 other report" in line for line in origins[0].evidence)


def test_one_day_alone_tells_no_two_reports_apart() -> None:
    """Papers print the evening's report next morning, and an update may share nothing with the first lines."""
    articles = [
        make("a", full=["AFP"], published="2031-03-04", event_date="2031-03-04"),
        make("b", full=["AFP"], published="2031-03-05", event_date="2031-03-04"),
    ]
    assert members(group(articles, (), [("a", "b")])) == [("a", "b")]


def test_two_days_do_where_no_text_is_shared() -> None:
    articles = [make("a", full=["AFP"], published="2031-03-04"), make("b", full=["AFP"], published="2031-03-06")]
    assert members(group(articles, (), [("a", "b")])) == [("a",), ("b",)]
    assert members(group(articles, [("a", "b", (0, 30), (0, 30))], [("a", "b")])) == [("a", "b")]


def test_two_texts_of_one_day_of_which_one_tells_of_no_known_day_are_one_report() -> None:
    articles = [
        make("a", full=["AFP"], published="2031-03-04", event_date="2031-03-04"),
        make("b", full=["AFP"], published="2031-03-04"),
    ]
    assert members(group(articles, (), [("a", "b")])) == [("a", "b")]


def test_a_report_without_a_date_is_told_apart_from_none() -> None:
    articles = [make("a", full=["AFP"], published="2031-03-04"), make("b", full=["AFP"])]
    assert members(group(articles, (), [("a", "b")])) == [("a", "b")]


def test_a_report_that_a_second_agency_sends_out_is_the_firsts() -> None:
    articles = [make("a", full=["Reuters"]), make("b", full=["Reuters"]), make("c", full=["Belga"])]
    shared = [("a", "b", (0, 90), (0, 90)), ("a", "c", (0, 70), (0, 70)), ("b", "c", (0, 70), (0, 70))]
    [origin] = group(articles, shared, [("a", "b", "c")])
    assert origin.source == "Reuters"
    assert "c credits Belga, but 70% of its body stands in texts credited to Reuters" in origin.evidence


def test_what_the_agency_itself_published_stays_its_own() -> None:
    articles = [make("a", full=["Reuters"]), make("c", full=["Belga"], outlet="Belga")]
    assert members(group(articles, [("a", "c", (0, 30), (0, 90))], [("a", "c")])) == [("a",), ("c",)]


def test_one_report_printed_in_two_stories_is_one_origin() -> None:
    articles = [make(name, full=["AFP"]) for name in "abcd"]
    shared = [("a", "b", (0, 90), (0, 90)), ("a", "c", (0, 80), (0, 90)), ("c", "d", (0, 40), (0, 40))]
    origins = group(articles, shared, [("a", "b"), ("c",), ("d",)])
    assert members(origins) == [("a", "b", "c"), ("d",)]
    assert origins[0].stories == ("s0", "s1")


def test_every_member_of_a_credited_origin_says_what_is_seen_of_it() -> None:
    [origin] = group([make(name, full=["AFP"]) for name in "ab"], [("a", "b", (0, 80), (0, 40))], [("a", "b")])
    assert origin.evidence == (
        "a credits its whole text to AFP; 80% of its body also stands in the others that do",
        "b credits its whole text to AFP; 40% of its body also stands in the others that do",
    )
