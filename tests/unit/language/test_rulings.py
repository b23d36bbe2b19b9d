"""What users decided of names, over what their forms say."""

from __future__ import annotations

from firsthand.language import link_entities
from firsthand.model import Annotation, Correction, Mention, Span


def annotation(article: str, *names: tuple[str, str]) -> Annotation:
    return Annotation(
        article=article,
        mentions=tuple(
            Mention(article=article, span=Span(10 * place, 10 * place + 5), label=label, form=name, name=name)
            for place, (name, label) in enumerate(names)
        ),
    )


def ruling(kind: str, *anchors: tuple[str, ...], of: tuple[str, ...] = ()) -> Correction:
    named = of or tuple(names[0] for names in anchors)
    return Correction(correction="correction-1", kind=kind, of=named, by="Mara", made="2031-03-20", anchors=anchors)


def written(annotations: list[Annotation], *corrections: Correction) -> list[set[str]]:
    entities = link_entities(annotations, corrections).entities
    return sorted(({each.name, *each.aliases} for each in entities), key=sorted)


TWO = [annotation("a", ("Ada Lund", "PERSON")), annotation("b", ("Petra Holl", "PERSON"), ("Holl", "PERSON"))]


def test_two_names_of_one_person_are_one_entity_with_all_their_forms() -> None:
    same = ruling("same", ("Ada Lund",), ("Petra Holl", "Holl"))
    assert written(TWO, same) == [{"Ada Lund", "Petra Holl", "Holl"}]
    (entity,) = link_entities(TWO, [same]).entities
    assert entity.articles == 2
    entity_of = link_entities(TWO, [same]).entity_of
    assert {each for names in entity_of.values() for each in names.values()} == {entity.entity}


def test_a_name_that_is_taken_out_is_an_entity_of_its_own() -> None:
    different = ruling("different", ("Petra Holl",), ("Holl",))
    assert written(TWO, different) == [{"Ada Lund"}, {"Holl"}, {"Petra Holl"}]


def test_two_that_are_two_stay_two_when_a_new_form_would_join_them() -> None:
    different = ruling("different", ("Anna Norton",), ("Norton",))
    annotations = [annotation("a", ("Anna Norton", "PERSON")), annotation("b", ("Norton", "PERSON"))]
    assert written(annotations) == [{"Anna Norton", "Norton"}]
    assert written(annotations, different) == [{"Anna Norton"}, {"Norton"}]


def test_spellings_are_compared_as_the_stage_compares_them() -> None:
    annotations = [annotation("a", ("Emre Yıldız", "PERSON")), annotation("b", ("Holl", "PERSON"))]
    assert len(written(annotations, ruling("same", ("EMRE YILDIZ",), ("Mr Holl",)))) == 1


def test_an_id_goes_before_a_form_that_two_share() -> None:
    annotations = [
        annotation("a", ("Jordan", "PERSON")),
        annotation("b", ("Kingdom of Ardesh", "GPE")),
        *(annotation(f"c{number}", ("jordan", "GPE")) for number in range(3)),
        annotation("d", ("Michael Jordan", "PERSON")),
    ]
    place = next(each for each in link_entities(annotations).entities if each.name == "jordan")
    same = ruling("same", ("jordan",), ("Kingdom of Ardesh",), of=(place.entity, "Kingdom of Ardesh"))
    assert any({"jordan", "Kingdom of Ardesh"} <= names for names in written(annotations, same))


def test_what_is_not_there_or_would_leave_nothing_changes_nothing() -> None:
    plain = written(TWO)
    assert written(TWO, ruling("same", ("Ada Lund",), ("Nobody",))) == plain
    assert written(TWO, ruling("different", ("Nobody",), ("Holl",))) == plain
    assert written(TWO, ruling("different", ("Petra Holl", "Holl"), ("Holl",))) == plain
    assert written(TWO, ruling("merge", ("Ada Lund",), ("Petra Holl",))) == plain


def test_later_rulings_go_before_earlier_ones() -> None:
    same = ruling("same", ("Ada Lund",), ("Petra Holl",))
    different = ruling("different", ("Ada Lund",), ("Petra Holl",))
    assert written(TWO, different, same) == [{"Ada Lund", "Petra Holl", "Holl"}]
    assert written(TWO, same, different) == [{"Ada Lund", "Holl"}, {"Petra Holl"}]
