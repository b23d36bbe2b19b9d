"""What kind of thing each name of an article names: one label for a name throughout the article.

The model labels each sentence by itself, and what it has never read it often takes for a person or a company. Here its
labels are votes, and the words of a name, the persons named in full, and where a name stands outvote it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from firsthand.language.parse import ArticleParse, Name
from firsthand.lexicon.demonyms import COUNTRY_OF_WORD
from firsthand.lexicon.gazetteer import find_places
from firsthand.lexicon.given_names import pronoun_of_name
from firsthand.lexicon.known_names import (
    BODY_ENDINGS,
    COMPANY_FORMS,
    KNOWN_BODIES,
    PLACE_ENDINGS,
    PLACE_OPENINGS,
    REGIONS,
)
from firsthand.lexicon.speech import HONORIFICS, ROLE_NOUNS

__all__ = ["NAME_LABELS", "agree_labels"]

# Labels of the model that are names, the likelier first where an article is split evenly between two. Dates, numbers
# and languages are none.
NAME_LABELS = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")
_PLACES = frozenset(["GPE", "LOC", "FAC"])
_LOCATIVES = frozenset("in near across outside inside throughout".split())
# "Confidence in Norton", "invested in Apple": what stands before tells no place.
_NO_PLACE_AFTER = frozenset(
    """
    appear article believe belief column confidence essay faith interest interested invest investment investor involve
    op-ed opinion print publish role say share specialise specialize stake trust write
    """.split()
)
_BODY_WORDS = BODY_ENDINGS | COMPANY_FORMS
_BODY_OR_PLACE = _BODY_WORDS | PLACE_ENDINGS
_LONGEST_FULL_NAME = 3  # words of a person's name that the model took for something else
_LEAST_LOCATED = 5  # one mention in so many stands behind a word of place, where a name is one


def agree_labels(parse: ArticleParse, names: Sequence[Name], folded: Sequence[str]) -> dict[str, str]:
    """The label of each folded name.

    Args:
        parse: The article's parse.
        names: The names found in it, cleaned.
        folded: Each of them as it is compared.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    located: Counter[str] = Counter()
    for name, key in zip(names, folded, strict=True):
        votes[key][name.label] += 1
        located[key] += _is_located(parse, name)
    labels = {key: _winner(counts) for key, counts in votes.items()}
    labels = {key: _by_words(key, label) for key, label in labels.items()}
    for key, label in labels.items():
        if " " in key and label in {"ORG", "NORP", "PRODUCT"} and _names_person(key, votes):
            labels[key] = "PERSON"
    persons = _parts_of_persons(labels)
    companies = {key.split()[0] for key, label in labels.items() if label == "ORG" and key.split()[-1] in _BODY_WORDS}
    for key, label in labels.items():
        if key in persons and not _is_place_word(key):
            labels[key] = "PERSON"
        elif label == "PERSON" and key in companies:  # "Torvane" where the article has "Torvane Chemicals"
            labels[key] = "ORG"
        elif label in {"PERSON", "ORG"} and located[key] and located[key] * _LEAST_LOCATED >= votes[key].total():
            labels[key] = _as_place(key, label, persons)
    return labels


def _winner(labels: Mapping[str, int]) -> str:
    return min(labels, key=lambda label: (-labels[label], NAME_LABELS.index(label)))


def _by_words(key: str, label: str) -> str:
    """The label that the words of a name give it, else the one that it has."""
    words = key.split()
    if key in KNOWN_BODIES:
        return "ORG"
    if key in REGIONS:
        return "LOC"
    if label != "PERSON" or len(words) == 1 or _opens_with_given_name(words):
        return label
    if words[-1] in BODY_ENDINGS:
        return "ORG"
    return "LOC" if words[-1] in PLACE_ENDINGS or words[0] in PLACE_OPENINGS else label


def _opens_with_given_name(words: Sequence[str]) -> bool:
    return pronoun_of_name(words[0]) is not None or len(words[0]) == 1 or words[0] in HONORIFICS | ROLE_NOUNS


def _names_person(key: str, votes: Mapping[str, Counter[str]]) -> bool:
    """Whether a longer name is a person's: its last word stands alone as one's, or it begins with a given name."""
    words = key.split()
    is_plain = not ({*words} & {"of", "and", "for", "the"}) and words[-1] not in _BODY_OR_PLACE
    if not is_plain or len(words) > _LONGEST_FULL_NAME or _is_place_word(words[0]):
        return False
    alone = votes.get(words[-1])
    return pronoun_of_name(words[0]) is not None or (alone is not None and _winner(alone) == "PERSON")


def _is_place_word(word: str) -> bool:
    return word in COUNTRY_OF_WORD or bool(find_places(word))


def _parts_of_persons(labels: Mapping[str, str]) -> frozenset[str]:
    """Single words that a person's full name opens or closes with."""
    full = [key.split() for key, label in labels.items() if label == "PERSON" and " " in key]
    first = {words[0] for words in full if words[0] not in HONORIFICS | ROLE_NOUNS}
    return frozenset(first | {words[-1] for words in full})


def _is_located(parse: ArticleParse, name: Name) -> bool:
    """Whether a name stands straight behind a word of place, and what stands there is the place itself."""
    words = parse.words
    first = bisect_left(words, name.start, key=lambda word: word.start)
    last = bisect_left(words, name.end, key=lambda word: word.start)
    if first == 0 or first >= len(words) or words[first - 1].sentence != words[first].sentence:
        return False
    before = words[first - 1]
    if before.lemma not in _LOCATIVES or words[before.head].lemma in _NO_PLACE_AFTER:
        return False
    follows = words[last] if last < len(words) else None
    return follows is None or not (follows.tag == "POS" or follows.tag.startswith("NN") or follows.text == "-")


def _as_place(key: str, label: str, persons: Iterable[str]) -> str:
    is_other = " " in key or key in persons or key in BODY_ENDINGS or key in KNOWN_BODIES
    return label if is_other else "GPE"
