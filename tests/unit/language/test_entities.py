from __future__ import annotations

from firsthand.language import apply_links, link_entities
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
