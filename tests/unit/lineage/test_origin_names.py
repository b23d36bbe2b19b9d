from dataclasses import replace

from tests.unit.lineage.invented_accounts import make

from firsthand.lineage.origin_names import NamedAccount, name_accounts
from firsthand.model import Article, Span


def names(*accounts: tuple[Article, ...], source: str | None = None) -> list[str]:
    given = {f"o{n}": NamedAccount(articles=account, source=source) for n, account in enumerate(accounts)}
    found = name_accounts(given)
    assert name_accounts(dict(reversed(given.items()))) == found
    return [found[each] for each in given]


def test_names_are_short_where_they_differ() -> None:
    report = make("a", published="2031-03-04T10:00", dateline="ORLAN", headline="Bridge opens")
    later = make("b", published="2031-03-05T10:00", dateline="ORLAN", headline="Bridge closes")
    assert names((report,), (later,), source="Reuters") == [
        "Reuters report of 4 March 2031",
        "Reuters report of 5 March 2031",
    ]


def test_what_is_read_beside_other_stories_has_its_headline() -> None:
    report = NamedAccount(articles=(make("a", headline="Bridge opens"),), source="Reuters")
    other = NamedAccount(articles=(make("b", headline="Bridge closes"),), source="AFP")
    assert name_accounts({"o": report}) == {"o": "Reuters report: “Bridge opens”"}
    assert name_accounts({"o": report, "p": other}, is_one_of_many=True)["o"] == "Reuters report: “Bridge opens”"


def test_without_a_headline_the_opening_stands_for_it() -> None:
    text = "By Ilse Kandor\nThe bridge over the Tarn opened on Monday morning after nine years of works and delays.\n"
    article = replace(make("a", outlet="Orlan Post"), text=text, body=(Span(0, len(text)),))
    assert names((article,)) == [
        "Orlan Post's own reporting: “The bridge over the Tarn opened on Monday morning after …”"
    ]


def test_place_tells_reports_of_one_day_apart() -> None:
    first = make("a", published="2031-03-04T10:00", dateline="ORLAN, Kessin")
    second = make("b", published="2031-03-04T12:00", dateline="Tarn")
    assert names((first,), (second,), source="Reuters") == [
        "Reuters report of 4 March 2031 from Orlan, Kessin",
        "Reuters report of 4 March 2031 from Tarn",
    ]


def test_time_of_day_tells_apart_what_the_place_does_not() -> None:
    accounts = [(make(str(n), published=f"2031-03-04T1{n}:05", dateline="Orlan"),) for n in range(2)]
    assert names(*accounts, source="Reuters") == [
        "Reuters report of 4 March 2031, 10:05",
        "Reuters report of 4 March 2031, 11:05",
    ]


def test_headline_tells_apart_where_the_hour_is_not_known() -> None:
    accounts = [
        (make("a", outlet="Orlan Post", published="2031-03-04", headline="Bridge opens"),),
        (make("b", outlet="Orlan Post", published="2031-03-04", headline=f"The council {'of Orlan ' * 9}votes"),),
    ]
    assert names(*accounts) == [
        "Orlan Post's own reporting of 4 March 2031: “Bridge opens”",
        "Orlan Post's own reporting of 4 March 2031: “The council of Orlan of Orlan of Orlan of Orlan of Orlan of …”",
    ]


def test_the_id_is_the_last_resort() -> None:
    assert names((make("a"),), (make("b"),), source="Reuters") == ["Reuters report (a)", "Reuters report (b)"]


def test_outlets_tell_apart_where_nothing_else_does() -> None:
    accounts = [(make("a", outlet="Orlan Post"),), (make("b", outlet="Tarn Echo"),)]
    assert names(*accounts, source="Reuters") == [
        "Reuters report, seen in Orlan Post",
        "Reuters report, seen in Tarn Echo",
    ]


def test_a_release_is_named_by_its_issuer() -> None:
    release = make("a", kind="release", outlet="Orlan Water", published="2031-03-04")
    statement = make("b", kind="release", outlet="Orlan Water", headline="Statement on the works at Tarn")
    printed = make("c", outlet="Tarn Echo", published="2031-03-01")
    assert names((release, printed), (statement,)) == [
        "press release by Orlan Water of 4 March 2031",
        "statement of Orlan Water",
    ]


def test_an_outlet_called_like_another_with_an_id_keeps_its_own_name() -> None:
    accounts = [(make("a", outlet="X"),), (make("b", outlet="X"),), (make("c", outlet="X's own reporting (a)"),)]
    assert len(set(names(*accounts))) == 3


def test_the_headline_is_the_one_that_most_have() -> None:
    articles = [
        make(name, headline=headline) for name, headline in zip("abc", ("Menu", "Bridge", "BRIDGE"), strict=True)
    ]
    assert names(tuple(articles), source="Reuters") == ["Reuters report: “Bridge”"]
