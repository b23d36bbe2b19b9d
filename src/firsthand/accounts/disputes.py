"""Groups of sentences that dispute the same thing, and in what the sentences of a group differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, pairwise

from firsthand.accounts.affair import Affair
from firsthand.accounts.differences import are_apart, find_differences
from firsthand.accounts.facet_marks import Facet
from firsthand.accounts.facets import find_facets
from firsthand.accounts.sentence_groups import Text, measure_likeness
from firsthand.accounts.settings import AccountsSettings
from firsthand.lexicon.demonyms import COUNTRY_OF_WORD
from firsthand.model import StatementDifference
from firsthand.text.tokens import fold_word

__all__ = ["compare_texts", "find_nested_places", "join_disputes"]

# Texts of a group that are compared with one another: what the others say has then been seen.
_MOST_COMPARED = 12
# Texts with one value in one slot that are compared with those that have another.
_MOST_EACH = 8
_PLACE_LABELS = frozenset({"GPE", "LOC"})


def find_nested_places(affair: Affair) -> frozenset[tuple[str, str]]:
    """Pairs of stems of places of which the first is said to lie in the second: "Harrow, London"."""
    nested: set[tuple[str, str]] = set()
    for name, annotation in affair.annotations.items():
        text = affair.articles[name].text if name in affair.articles else ""
        places = sorted((each.span, each.label) for each in annotation.mentions if each.label in _PLACE_LABELS)
        for (inner, _), (outer, _) in pairwise(places):
            if text[inner.end : outer.start].strip(" ") == ",":
                nested.update(
                    (_place_stem(one), _place_stem(other))
                    for one in text[inner.start : inner.end].split()
                    for other in text[outer.start : outer.end].split()
                )
    return frozenset(nested)


def _place_stem(word: str) -> str:
    folded = fold_word(word)
    return COUNTRY_OF_WORD.get(folded, folded)


def join_disputes(
    groups: Sequence[Sequence[Text]], nested: Collection[tuple[str, str]], settings: AccountsSettings
) -> list[list[Text]]:
    """`groups`, those joined that dispute one thing: little in common, but a strong facet with values that are apart.

    Only facets of which it can be told from little else that they are of the same thing count, and the sentences must
    be at least `disputed_statement` alike.
    """
    owner = list(range(len(groups)))

    def find(place: int) -> int:
        while owner[place] != place:
            place = owner[place]
        return place

    for one, other in _candidates(groups):
        (here, a, facet), (there, b, against) = one, other
        fewest = settings.disputed_statement * max(facet.alike, against.alike)
        if measure_likeness(a, b) >= fewest and are_apart(facet, against, a.lead, b.lead, nested):
            first, second = sorted((find(here), find(there)))
            owner[second] = first
    joined: dict[int, list[Text]] = defaultdict(list)
    for place, group in enumerate(groups):
        joined[find(place)] += group
    return list(joined.values())


_Told = tuple[int, Text, Facet]  # the group, the text, what it says


def _candidates(groups: Sequence[Sequence[Text]]) -> Iterator[tuple[_Told, _Told]]:
    """Pairs of texts of two groups that have another value in one slot, beside the same word."""
    told: dict[tuple[str, str], dict[frozenset[str], list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for place, group in enumerate(groups):
        for text in group:
            for facet in find_facets(text.lead):
                for stem in facet.beside if facet.is_strong else ():
                    told[facet.slot, stem][facet.value].append((place, text, facet))
    for key in sorted(told):
        values = told[key]
        for one, other in combinations(sorted(values, key=sorted), 2):
            for here in values[one][:_MOST_EACH]:
                for there in values[other][:_MOST_EACH]:
                    if here[0] != there[0] and not _have_common_article(here[1], there[1]):
                        yield here, there


def _have_common_article(one: Text, other: Text) -> bool:
    return not {each.article for each in one.sentences}.isdisjoint({each.article for each in other.sentences})


def compare_texts(texts: Sequence[Text], nested: Collection[tuple[str, str]]) -> tuple[StatementDifference, ...]:
    """In what the texts of one statement differ, by kind, articles and places; not those of one article."""
    found = set()
    for one, other in combinations(texts[:_MOST_COMPARED], 2):
        if _have_common_article(one, other):
            continue
        a, b = sorted((one.lead, other.lead), key=lambda sentence: (sentence.article, sentence.span))
        for difference in find_differences(a, b, nested):
            found.add(
                StatementDifference(
                    kind=difference.kind,
                    a=a.article,
                    a_span=difference.a_span,
                    b=b.article,
                    b_span=difference.b_span,
                )
            )
    return tuple(sorted(found, key=lambda each: (each.kind, each.a, each.b, each.a_span, each.b_span)))
