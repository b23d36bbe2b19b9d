"""The timeline of a story: what gives a line, what is one line, and how it is told."""

from __future__ import annotations

from dataclasses import replace

from firsthand.accounts import AccountsSettings, build_timeline
from firsthand.model import Annotation, Article, Happening, Mention, Source, Span, Story, TimeExpression
from firsthand.text.lines import split_sentences

SETTINGS = AccountsSettings()


class Archive:
    """Articles with their dates marked by hand."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.annotations: dict[str, Annotation] = {}
        self.origin_of: dict[str, str] = {}

    def add(self, name: str, text: str, times: list[tuple[str, str]], **fields: object) -> None:
        """`times`: words as they stand in the text, and TIMEX3 values (a day, a month, or a day with a time)."""
        fields.setdefault("body", (Span(0, len(text)),))
        fields.setdefault("published", "2031-05-04")
        source = Source(sha256="0" * 64, bytes_kept=len(text))
        self.articles[name] = Article(article=name, text=text, source=source, language="en", **fields)  # type: ignore[arg-type]
        found = []
        for words, value in times:
            start = text.index(words)
            days = (value[:10], value[:10]) if len(value) >= 10 else (f"{value}-01", f"{value}-28")
            found.append(
                TimeExpression(
                    article=name,
                    span=Span(start, start + len(words)),
                    type="TIME" if "T" in value else "DATE",
                    value=value,
                    earliest=days[0] if len(value) >= 7 else None,
                    latest=days[1] if len(value) >= 7 else None,
                )
            )
        self.annotations[name] = Annotation(article=name, sentences=tuple(split_sentences(text)), times=tuple(found))
        self.origin_of.setdefault(name, f"o-{name}")

    def timeline(self) -> list[Happening]:
        story = Story(story="s-1", title="t", title_article="", articles=tuple(self.articles), members=())
        return build_timeline(story, self.articles, self.annotations, self.origin_of, SETTINGS)

    def quote(self, happening: Happening) -> str:
        return self.articles[happening.article].text[happening.span.start : happening.span.end]


def test_one_line_a_date_in_order_with_its_sentence() -> None:
    archive = Archive()
    archive.add(
        "a", "The bridge opened in March. The bridge fell on May 3.", [("May 3", "2031-05-03"), ("March", "2031-03")]
    )
    march, may = archive.timeline()
    assert (march.date, march.earliest, archive.quote(march)) == (
        "2031-03",
        "2031-03-01",
        "The bridge opened in March.",
    )
    assert (may.date, may.status, archive.quote(may)) == ("2031-05-03", "happened", "The bridge fell on May 3.")
    assert archive.articles["a"].text[slice(*may.time_span or ())] == "May 3"


def test_the_day_of_a_time_counts_and_vague_times_do_not() -> None:
    archive = Archive()
    archive.add(
        "a",
        "The bridge fell at 9 p.m. It was built in 1962. It stood for years.",
        [("9 p.m.", "2031-05-03T21:00"), ("1962", "1962"), ("years", "P3Y")],
    )
    assert [each.date for each in archive.timeline()] == ["2031-05-03"]


def test_sentences_that_tell_the_same_are_one_line_with_their_origins() -> None:
    archive = Archive()
    archive.add("a", "The Norbury bridge collapsed into the river Alm on Tuesday.", [("Tuesday", "2031-05-03")])
    archive.add(
        "b",
        "Officials said a bridge in Norbury collapsed on Tuesday, throwing nine cars into the river Alm.",
        [("Tuesday", "2031-05-03")],
    )
    archive.add("c", "The minister of transport resigned on Tuesday over an old loan.", [("Tuesday", "2031-05-03")])
    collapse, resigned = sorted(archive.timeline(), key=lambda each: -len(each.origins))
    assert collapse.origins == ("o-a", "o-b")
    assert {collapse.article, *(article for article, _ in collapse.supports)} == {"a", "b"}
    assert resigned.origins == ("o-c",)


def test_copied_sentences_count_for_one_origin() -> None:
    text = "Three rescue boats from Brill searched the river Alm for nine missing cars on Tuesday."
    archive = Archive()
    archive.add("a", text, [("Tuesday", "2031-05-03")], published="2031-05-05")
    archive.add("b", text, [("Tuesday", "2031-05-03")], published="2031-05-04")
    (line,) = archive.timeline()
    assert line.article == "b"
    assert line.origins == ("o-b",)
    assert [article for article, _ in line.supports] == ["a"]


def test_a_copied_sentence_of_unknown_order_is_not_counted_too_low() -> None:
    text = "Three guilds agreed to hold a large fair for salt and fish in Belgor on May 18."
    archive = Archive()
    archive.add("a", text, [("May 18", "2031-05-18")], published=None)
    archive.add("b", text, [("May 18", "2031-05-18")])
    archive.add("a2", "The Belgor fair for salt opens on May 18.", [("May 18", "2031-05-18")])
    archive.origin_of["a2"] = "o-a"
    (line,) = archive.timeline()
    assert line.origins == ("o-a", "o-b")


def test_a_copy_keeps_the_day_of_the_first_print() -> None:
    text = "Three rescue boats from Brill searched the river Alm for nine missing cars this morning."
    archive = Archive()
    archive.add("a", text, [("this morning", "2031-05-03TMO")], published="2031-05-03")
    archive.add("b", text, [("this morning", "2031-05-05TMO")], published="2031-05-05")
    assert [(each.date, len(each.supports)) for each in archive.timeline()] == [("2031-05-03", 1)]


def test_planned_by_date_and_by_words() -> None:
    archive = Archive()
    archive.add(
        "a",
        "A fair in Brill opens on May 18. The inquiry was to be held on May 1. The queen will speak on Wednesday. "
        "The guard left on May 2.",
        [("May 18", "2031-05-18"), ("May 1.", "2031-05-01"), ("Wednesday", "2031-05-04"), ("May 2", "2031-05-02")],
    )
    assert {each.date: each.status for each in archive.timeline()} == {
        "2031-05-18": "planned",
        "2031-05-01": "planned",
        "2031-05-04": "planned",
        "2031-05-02": "happened",
    }


def test_saying_of_a_plan_has_happened() -> None:
    archive = Archive()
    archive.add(
        "a",
        "Three guilds agreed on Tuesday to hold a fair in Brill on May 18.",
        [("Tuesday", "2031-05-03"), ("May 18", "2031-05-18")],
    )
    assert [(each.date, each.status) for each in archive.timeline()] == [
        ("2031-05-03", "happened"),
        ("2031-05-18", "planned"),
    ]


def test_two_tellings_of_one_plan_are_one_line() -> None:
    archive = Archive()
    archive.add("a", "A second match is due in Belgor on May 18.", [("May 18", "2031-05-18")])
    archive.add("b", "The teams agreed to play again in Belgor on May 18.", [("May 18", "2031-05-18")])
    mentions = {"a": "Belgor", "b": "Belgor"}
    for name, word in mentions.items():
        start = archive.articles[name].text.index(word)
        old = archive.annotations[name]
        archive.annotations[name] = Annotation(
            article=name,
            sentences=old.sentences,
            times=old.times,
            mentions=(Mention(article=name, span=Span(start, start + len(word)), label="GPE"),),
        )
    (line,) = archive.timeline()
    assert line.origins == ("o-a", "o-b")


def test_denied() -> None:
    archive = Archive()
    archive.add(
        "a",
        "The ferry did not sail on May 1. The guard denied that his men had fired at the crowd on May 2. "
        "The guard denied on May 3 that he fled. Police could not say on May 4 who fired.",
        [("May 1", "2031-05-01"), ("May 2", "2031-05-02"), ("May 3", "2031-05-03"), ("May 4", "2031-05-04")],
    )
    assert [each.status for each in archive.timeline()] == ["denied", "denied", "happened", "happened"]


def test_a_denial_is_a_line_of_its_own() -> None:
    archive = Archive()
    archive.add("a", "The ferry Alma sailed from Brill on May 1.", [("May 1", "2031-05-01")])
    archive.add("b", "The ferry Alma did not sail from Brill on May 1.", [("May 1", "2031-05-01")])
    assert sorted(each.status for each in archive.timeline()) == ["denied", "happened"]


def test_what_happened_leads_over_what_was_announced() -> None:
    archive = Archive()
    archive.add(
        "a", "The Brill fair on the Alm meadow will open on May 5.", [("May 5", "2031-05-05")], published="2031-05-01"
    )
    archive.add(
        "b", "The Brill fair on the Alm meadow opened on May 5.", [("May 5", "2031-05-05")], published="2031-05-05"
    )
    (line,) = archive.timeline()
    assert (line.status, line.article, line.origins) == ("happened", "b", ("o-a", "o-b"))


def test_without_a_day_of_publication_only_what_is_far_off_is_later() -> None:
    archive = Archive()
    archive.add(
        "a",
        "The mayor resigned on Thursday. The vote on a mayor is on May 30.",
        [("Thursday", "2031-05-08"), ("May 30", "2031-05-30")],
        published=None,
        event_date="2031-05-05",
    )
    assert [each.status for each in archive.timeline()] == ["happened", "planned"]


def test_furniture_and_what_stands_outside_the_body_give_no_line() -> None:
    text = "BRILL, May 3 - The bridge fell. Updated: May 4\nAnna Wirth, May 2\nRead more: the flood of May 1"
    archive = Archive()
    archive.add(
        "a",
        text,
        [("May 3", "2031-05-03"), ("May 4", "2031-05-04"), ("May 2", "2031-05-02"), ("May 1", "2031-05-01")],
        dateline="BRILL, May 3",
        body=(Span(0, text.index("Read more")),),
    )
    assert archive.timeline() == []


def test_a_day_inside_a_name_is_none() -> None:
    text = "The Monday Club praised the old bridge."
    archive = Archive()
    archive.add("a", text, [("Monday", "2031-05-02")])
    old = archive.annotations["a"]
    archive.annotations["a"] = Annotation(
        article="a",
        sentences=old.sentences,
        times=old.times,
        mentions=(Mention(article="a", span=Span(4, 15), label="ORG"),),
    )
    assert archive.timeline() == []


def test_a_range_of_days_is_one_line() -> None:
    archive = Archive()
    archive.add("a", "The talks went on in Brill on April 3-4.", [("April 3", "2031-04-03"), ("4", "2031-04-04")])
    (line,) = archive.timeline()
    assert (line.date, line.earliest, line.latest) == ("2031-04-03", "2031-04-03", "2031-04-04")


def test_articles_that_are_not_annotated_give_no_line() -> None:
    archive = Archive()
    archive.add("a", "The bridge fell on May 3.", [("May 3", "2031-05-03")])
    archive.annotations["a"] = Annotation(article="a", skipped="no model for this language")
    assert archive.timeline() == []
    del archive.annotations["a"]
    assert archive.timeline() == []


def test_a_sentence_without_end_gives_no_line() -> None:
    archive = Archive()
    archive.add("a", "bridge " * 50_000 + "fell on May 3", [("May 3", "2031-05-03")])
    assert archive.timeline() == []


def test_words_that_look_back_or_ahead_go_before_the_day() -> None:
    archive = Archive()
    archive.add(
        "a",
        "The mayor left Brill two weeks ago. The council meets again later this month.",
        [("two weeks ago", "2031-05-20"), ("later this month", "2031-05")],
    )
    assert {each.date: each.status for each in archive.timeline()} == {"2031-05-20": "happened", "2031-05": "planned"}


def test_many_tellings_of_one_happening_are_one_line_with_a_typical_lead() -> None:
    archive = Archive()
    sentences = [
        "Queen Alma met King Odo in Brill on Tuesday.",
        "Queen Alma and King Odo met in Brill on Tuesday.",
        "In Brill, Queen Alma met King Odo on Tuesday.",
        "King Odo met Queen Alma in Brill on Tuesday for talks on salt.",
        "The envoy, a former judge who collects old coins, heard from a gardener that Queen Alma met Odo on Tuesday.",
    ]
    for number, sentence in enumerate(sentences):
        archive.add(f"a{number}", sentence, [("Tuesday", "2031-05-03")])
    (line,) = archive.timeline()
    assert len(line.supports) == len(sentences) - 1
    assert line.article != "a4"


def test_a_year_gives_a_line_where_something_is_said_to_have_been_in_it() -> None:
    archive = Archive()
    archive.add(
        "a",
        "Masons widened the arches in 1962. Nobody has checked the bolts since 1987. "
        "It is the worst collapse since 1911, when a barge rammed a pillar. The 1931 survey was lost.",
        [("1962", "1962"), ("1987", "1987"), ("1911", "1911"), ("1931", "1931")],
    )
    archive.annotations["a"] = _with_years(archive.annotations["a"])
    assert [each.date for each in archive.timeline()] == ["1911", "1962"]


def _with_years(annotation: Annotation) -> Annotation:
    times = tuple(
        replace(each, earliest=f"{each.value}-01-01", latest=f"{each.value}-12-31") for each in annotation.times
    )
    return replace(annotation, times=times)


def test_a_week_or_a_season_is_a_line_with_its_days_but_not_a_bare_one() -> None:
    archive = Archive()
    archive.add("a", "Repairs began in spring 2030. The fall hurt two masons.", [])
    times = [
        ("spring 2030", "2030-SP", "2030-03-01", "2030-05-31"),
        ("The fall", "2031-FA", "2031-09-01", "2031-11-30"),
    ]
    text = archive.articles["a"].text
    archive.annotations["a"] = replace(
        archive.annotations["a"],
        times=tuple(
            TimeExpression(
                article="a",
                span=Span(text.index(words), text.index(words) + len(words)),
                type="DATE",
                value=value,
                earliest=earliest,
                latest=latest,
            )
            for words, value, earliest, latest in times
        ),
    )
    (line,) = archive.timeline()
    assert (line.date, line.earliest, line.latest) == ("2030-03-01/2030-05-31", "2030-03-01", "2030-05-31")


def test_the_same_minute_is_one_line_though_little_else_is_told_alike() -> None:
    archive = Archive()
    archive.add(
        "a",
        "Ferry 175 cast off at 11:36 a.m. but turned round over the sandbank when stewards learned of the mix-up.",
        [("11:36 a.m.", "2031-05-03T11:36")],
    )
    archive.add(
        "b",
        "An actress sat among 200 travellers on a ferry that left Norbury at 11:36 in the morning, bound for Harrow.",
        [("11:36", "2031-05-03T11:36")],
    )
    archive.add("c", "A ferry moored at 11:52 in the morning in Harrow.", [("11:52", "2031-05-03T11:52")])
    assert [1 + len(each.supports) for each in archive.timeline()] == [2, 1]


def test_a_day_in_capitals_behind_a_word_in_capitals_is_a_name() -> None:
    archive = Archive()
    archive.add("a", "A request by NORBURY TODAY for an answer was not met.", [("TODAY", "2031-05-04")])
    assert archive.timeline() == []
