from __future__ import annotations

from firsthand.language import apply_links, link_entities, link_names, list_names
from firsthand.model import Annotation, Mention, Quotation, Span


def annotation(article: str, *names: tuple[str, str], quotations: tuple[Quotation, ...] = ()) -> Annotation:
    mentions = tuple(
        Mention(article=article, span=Span(10 * place, 10 * place + 5), label=label, form=name, name=name)
        for place, (name, label) in enumerate(names)
    )
    return Annotation(article=article, mentions=mentions, quotations=quotations)


def names(*annotations: Annotation) -> list[str]:
    return sorted(entity.name for entity in link_entities(annotations).entities)


def test_spellings_of_one_person_are_one_entity() -> None:
    links = link_entities(
        [
            annotation("a", ("Emre Yıldız", "PERSON")),
            annotation("b", ("Emre Yildiz", "PERSON"), ("Ali Emre Yildiz", "PERSON")),
            annotation("c", ("Yildiz", "PERSON")),
        ]
    )
    (entity,) = links.entities
    assert entity.articles == 3
    assert set(entity.aliases) | {entity.name} == {"Emre Yıldız", "Emre Yildiz", "Ali Emre Yildiz", "Yildiz"}
    assert len(entity.name.split()) > 1


def test_two_persons_of_one_surname_are_two_and_the_bare_surname_is_a_third() -> None:
    assert names(
        annotation("a", ("Anna Norton", "PERSON")),
        annotation("b", ("David Norton", "PERSON")),
        annotation("c", ("Norton", "PERSON")),
    ) == ["Anna Norton", "David Norton", "Norton"]


def test_a_name_that_fits_two_fuller_ones_joins_neither() -> None:
    assert (
        len(
            names(
                annotation(
                    "a", ("Anna Berta Norton", "PERSON"), ("Anna Clara Norton", "PERSON"), ("Anna Norton", "PERSON")
                )
            )
        )
        == 3
    )


def test_acronym_goes_to_its_name_in_the_same_article() -> None:
    assert names(annotation("a", ("Northern Harbour Board", "ORG"), ("NHB", "ORG"))) == ["Northern Harbour Board"]
    assert names(annotation("a", ("Northern Harbour Board", "ORG")), annotation("b", ("NHB", "ORG"))) == [
        "NHB",
        "Northern Harbour Board",
    ]


def test_country_and_its_initials_are_one_across_articles() -> None:
    assert names(annotation("a", ("United Kingdom", "GPE")), annotation("b", ("U.K.", "GPE"), ("UK", "GPE"))) == [
        "United Kingdom"
    ]


def test_the_archive_outvotes_one_label() -> None:
    (entity,) = link_entities(
        [annotation(str(n), ("Gurung", "PERSON")) for n in range(5)] + [annotation("x", ("Gurung", "NORP"))]
    ).entities
    assert (entity.label, entity.articles) == ("PERSON", 6)


def test_order_changes_nothing() -> None:
    annotations = [annotation("a", ("Anna Norton", "PERSON")), annotation("b", ("Norton", "PERSON"), ("Oslo", "GPE"))]
    assert link_entities(annotations) == link_entities(annotations[::-1])


def test_links_fill_mentions_and_speakers_and_leave_the_rest() -> None:
    def quotation(name: str | None, chain: tuple[Span, ...]) -> Quotation:
        return Quotation(
            quotation="q",
            article="b",
            span=Span(90, 99),
            spans=(Span(90, 99),),
            kind="direct",
            speaker_form=name,
            speaker_name=name,
            chain=chain,
        )

    quoted = annotation(
        "b",
        ("Norton", "PERSON"),
        quotations=(
            quotation("Norton", (Span(50, 52), Span(0, 5))),
            quotation("Norton", (Span(50, 60),)),
            quotation(None, ()),
        ),
    )
    links = link_entities([annotation("a", ("Anna Norton", "PERSON")), quoted])
    linked = apply_links(quoted, links)
    (entity,) = links.entities
    assert linked.mentions[0].entity == entity.entity
    assert [each.speaker for each in linked.quotations] == [entity.entity, entity.entity, None]
    assert [each.speaker_name for each in linked.quotations] == ["Anna Norton", "Anna Norton", None]
    assert apply_links(annotation("z", ("Berg", "PERSON")), links) == annotation("z", ("Berg", "PERSON"))


def aliases(*annotations: Annotation) -> list[set[str]]:
    return sorted(({each.name, *each.aliases} for each in link_entities(annotations).entities), key=sorted)


def times(count: int, *names: tuple[str, str], prefix: str = "n") -> list[Annotation]:
    return [annotation(f"{prefix}{number}", *names) for number in range(count)]


def test_letters_of_other_scripts_and_their_transliterations_are_one_where_company_is_shared() -> None:
    town = ("Ardeshia", "GPE")
    spellings = ["Sergei Lavrentyev", "Sergey Lavrentiev", "Sergej Lavrentjev"]
    found = aliases(*(annotation(str(n), (name, "PERSON"), town) for n, name in enumerate(spellings)))
    assert set(spellings) in found
    found = aliases(
        annotation("a", ("Muhammad Al-Khatar", "PERSON"), town), annotation("b", ("Mohamed Khatar", "PERSON"), town)
    )
    assert {"Muhammad Al-Khatar", "Mohamed Khatar"} in found


def test_names_that_sound_alike_are_two_where_nothing_else_is_shared() -> None:
    found = [annotation("a", ("Sergei Lavrentyev", "PERSON")), annotation("b", ("Sergey Lavrentiev", "PERSON"))]
    assert len(names(*found)) == 2
    town = ("Ardeshia", "GPE")
    assert {"Mario Lund", "Maria Lund"} not in aliases(
        annotation("a", ("Mario Lund", "PERSON"), town), annotation("b", ("Maria Lund", "PERSON"), town)
    )


def test_middle_names_tell_persons_apart() -> None:
    found = aliases(annotation("a", ("Jon A. B. Norton", "PERSON")), annotation("b", ("Jon C. Norton", "PERSON")))
    assert len(found) == 2
    assert aliases(annotation("a", ("Jon C. Norton", "PERSON")), annotation("b", ("Jon Norton", "PERSON"))) == [
        {"Jon C. Norton", "Jon Norton"}
    ]


def test_a_fuller_name_of_one_odd_article_does_not_keep_others_apart() -> None:
    found = aliases(
        *times(5, ("Anna B. Norton", "PERSON")),
        annotation("odd", ("Anna Welcomes Norton", "PERSON")),
        annotation("x", ("Anna Norton", "PERSON")),
    )
    assert {"Anna B. Norton", "Anna Norton"} in found


def test_a_bare_surname_is_whose_company_stands_beside_it() -> None:
    archive = [
        annotation("a", ("Anna Norton", "PERSON"), ("Harbour Board", "ORG")),
        annotation("b", ("David Norton", "PERSON"), ("Northern Orchestra", "ORG")),
        annotation("c", ("Norton", "PERSON"), ("Harbour Board", "ORG")),
        annotation("d", ("Norton", "PERSON"), ("Northern Orchestra", "ORG")),
        annotation("e", ("Norton", "PERSON")),
    ]
    links = link_entities(archive)
    named = {
        article: links.name_of[found.get("Norton", "")]
        for article, found in links.entity_of.items()
        if "Norton" in found
    }
    assert named == {"c": "Anna Norton", "d": "David Norton", "e": "Norton"}
    assert len({entity.entity for entity in links.entities}) == len(links.entities) == 5


def test_a_bare_surname_is_the_bearers_whom_the_archive_names_by_far_most() -> None:
    found = aliases(
        *times(10, ("Anna Norton", "PERSON")),
        annotation("b", ("David Norton", "PERSON")),
        annotation("c", ("Norton", "PERSON")),
    )
    assert found == [{"Anna Norton", "Norton"}, {"David Norton"}]


def test_family_names_that_stand_first_are_found() -> None:
    assert aliases(annotation("a", ("Kim Dae Sok", "PERSON")), annotation("b", ("Kim", "PERSON"))) == [
        {"Kim", "Kim Dae Sok"}
    ]


def test_a_given_name_that_many_bear_is_nobodys() -> None:
    town = ("Ardeshia", "GPE")
    archive = [annotation("a", ("Anna Norton", "PERSON"), town), annotation("b", ("Anna", "PERSON"), town)]
    assert {"Anna"} in aliases(*archive)


def test_one_part_of_a_persons_name_has_the_persons_label() -> None:
    archive = [*times(3, ("Talia Gurung", "PERSON")), annotation("b", ("Gurung", "NORP"))]
    (entity,) = link_entities(archive).entities
    assert (entity.name, entity.label, entity.articles) == ("Talia Gurung", "PERSON", 4)


def test_spellings_of_a_body_are_one() -> None:
    assert aliases(
        annotation("a", ("Department of Harbours", "ORG")), annotation("b", ("Harbours Department", "ORG"))
    ) == [{"Department of Harbours", "Harbours Department"}]
    assert aliases(annotation("a", ("Belmar Lines Inc.", "ORG")), annotation("b", ("Belmar Lines", "ORG"))) == [
        {"Belmar Lines", "Belmar Lines Inc."}
    ]
    assert aliases(
        annotation("a", ("Ardesh Defence Board", "ORG")), annotation("b", ("Ardesh Defense Board", "ORG"))
    ) == [{"Ardesh Defence Board", "Ardesh Defense Board"}]
    assert aliases(annotation("a", ("Harbour Zoo & Gardens", "ORG")), annotation("b", ("Harbour Zoo", "ORG"))) == [
        {"Harbour Zoo", "Harbour Zoo & Gardens"}
    ]
    assert (
        len(names(annotation("a", ("University of Ardesh", "ORG")), annotation("b", ("Ardesh University", "ORG")))) == 2
    )


def test_ministries_are_not_one_for_their_titles_words() -> None:
    archive = [annotation("a", ("Interior Ministry", "ORG"), ("Foreign Ministry", "ORG"), ("Justice Ministry", "ORG"))]
    assert len(names(*archive)) == 3


def test_a_body_is_the_one_of_the_country_that_its_articles_speak_of() -> None:
    norway = ("Norwegian", "NORP")
    qualified = annotation("a", ("Norwegian Harbour Ministry", "ORG"))
    assert {"Harbour Ministry", "Norwegian Harbour Ministry"} in aliases(
        qualified, annotation("b", ("Harbour Ministry", "ORG"), norway)
    )
    assert {"Harbour Ministry"} in aliases(qualified, annotation("b", ("Harbour Ministry", "ORG"), ("Nepal", "GPE")))


def test_a_short_name_is_the_one_body_that_its_articles_name() -> None:
    whole = ("Ardesh Hustle", "ORG")
    assert aliases(annotation("a", whole, ("Hustle", "ORG"))) == [{"Ardesh Hustle", "Hustle"}]
    assert len(names(annotation("a", whole), annotation("b", ("Hustle", "ORG")))) == 2
    assert len(names(annotation("a", whole, ("Kassar Hustle", "ORG"), ("Hustle", "ORG")))) == 3


def test_known_bodies_have_their_initials_in_any_article() -> None:
    archive = [
        annotation("a", ("United Nations", "ORG")),
        annotation("b", ("UN", "GPE")),
        annotation("c", ("U.N.", "ORG")),
    ]
    (entity,) = link_entities(archive).entities
    assert (entity.name, entity.label, entity.articles) == ("United Nations", "ORG", 3)


def test_members_of_a_people_are_one_with_it() -> None:
    assert aliases(annotation("a", ("Nepali", "NORP")), annotation("b", ("Nepalis", "NORP"))) == [{"Nepali", "Nepalis"}]
    assert aliases(annotation("a", ("Turkish", "NORP")), annotation("b", ("Turks", "NORP"))) == [{"Turkish", "Turks"}]


def test_places_are_tied_to_the_gazetteer() -> None:
    links = link_entities(
        [annotation("a", ("United States", "GPE")), annotation("b", ("US", "GPE")), annotation("c", ("Ardesh", "GPE"))]
    )
    us, other = links.entities
    assert (us.name, us.code, us.articles) == ("United States", "US", 2)
    assert us.lat is not None
    assert us.lon is not None
    assert (other.code, other.lat, other.lon) == (None, None, None)


def test_a_name_of_two_places_is_two_entities() -> None:
    links = link_entities(
        [
            annotation("a", ("Georgia", "GPE"), ("Russia", "GPE")),
            annotation("b", ("Georgia", "GPE"), ("Texas", "GPE"), ("Ohio", "GPE")),
        ]
    )
    codes = {entity.entity: entity.code for entity in links.entities}
    assert codes[links.entity_of["a"]["Georgia"]] == "GE"
    assert codes[links.entity_of["b"]["Georgia"]] == "US-GA"


def test_names_are_all_that_linking_needs_and_stay_the_same_when_linked() -> None:
    archive = [annotation("a", ("Anna Norton", "PERSON"), ("NHB", "ORG")), annotation("b", ("Norton", "PERSON"))]
    links = link_entities(archive)
    listed = [list_names(each) for each in archive]
    assert link_names(listed) == links
    assert [list_names(apply_links(each, links)) for each in archive] == listed


def test_a_hyphen_makes_no_other_person() -> None:
    assert aliases(annotation("a", ("Kim Dae-sok", "PERSON")), annotation("b", ("Kim Dae Sok", "PERSON"))) == [
        {"Kim Dae Sok", "Kim Dae-sok"}
    ]


def test_the_name_shown_is_the_full_one_unless_hardly_anybody_writes_it() -> None:
    few = [*times(3, ("NHB", "ORG")), annotation("a", ("NHB", "ORG"), ("Northern Harbour Board", "ORG"))]
    assert names(*few) == ["Northern Harbour Board"]
    many = [*times(20, ("NHB", "ORG"), prefix="m"), *few]
    assert names(*many) == ["NHB"]
    shouted = [annotation("a", ("ANNA NORTON", "PERSON")), annotation("b", ("Anna Norton", "PERSON"))]
    assert names(*shouted) == ["Anna Norton"]


def test_two_names_run_together_join_nobody() -> None:
    ada, petra = ("Ada Lund", "PERSON"), ("Petra Holl", "PERSON")
    found = aliases(annotation("a", ada), annotation("b", petra), annotation("c", ("Ada Lund Petra Holl", "PERSON")))
    assert found == [{"Ada Lund"}, {"Ada Lund Petra Holl"}, {"Petra Holl"}]
