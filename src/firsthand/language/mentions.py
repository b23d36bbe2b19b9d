"""The names in an article: found by the model, cleaned, and labelled alike throughout the article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from firsthand.language.parse import ArticleParse, Name
from firsthand.lexicon.quotation_marks import APOSTROPHES
from firsthand.model import Mention, Span
from firsthand.text.tokens import tokenise

__all__ = ["NAME_LABELS", "find_mentions", "folded_name"]

# Labels of the model that are names, the likelier first where an article is split evenly between two. Dates, numbers
# and languages are none.
NAME_LABELS = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")
_LONGEST_NAME = 120
_MARKS = "\"'“”„‘’«»‹›`´()[]{}<>.,;:!?-–—_*/|&•…"
_ARTICLES = ("the ", "The ", "THE ", "a ", "A ", "an ", "An ")


def folded_name(name: str) -> str:
    """`name` as it is compared: folded words, without accents, kinds of apostrophe or a genitive's ending."""
    words = [token.norm for token in tokenise(name)]
    if words and words[-1].endswith("'s"):
        words[-1] = words[-1][:-2]
    return " ".join(words)


def find_mentions(parse: ArticleParse, article: str) -> tuple[Mention, ...]:
    """The names of an article in order, apart from each other, without articles, marks and genitive endings.

    The model labels each sentence by itself; here each name has the label that most of its occurrences in the article
    got. A surname that stands alone has the label of the person whose full name ends in it, and is found too where
    the model missed it.

    Args:
        parse: The article's parse.
        article: The article's id.
    """
    names = [name for name in (_clean(parse.text, name) for name in parse.names) if name is not None]
    labels = _agreed_labels(parse.text, names)
    found = {Span(name.start, name.end): labels[folded_name(parse.text[name.start : name.end])] for name in names}
    surnames = _surnames(parse.text, found)
    for span in _missed_surnames(parse, surnames, found):
        found[span] = "PERSON"
    return tuple(
        Mention(article=article, span=span, label=label) for span, label in sorted(found.items()) if label is not None
    )


def _clean(text: str, name: Name) -> Name | None:
    if name.label not in NAME_LABELS or name.end - name.start > _LONGEST_NAME:
        return None
    start, end = name.start, name.end
    for word in _ARTICLES:
        if text.startswith(word, start, end) and end - start > len(word):
            start += len(word)
            break
    start, end = _trim(text, start, end)
    if end - start > 2 and text[end - 1] in "sS" and text[end - 2] in APOSTROPHES:
        start, end = _trim(text, start, end - 2)
    if not any(character.isalpha() for character in text[start:end]) or "\n" in text[start:end]:
        return None
    is_plain_word = text[start:end].islower() and " " not in text[start:end]
    if end - start < 2 or is_plain_word:
        return None
    return Name(start, end, name.label)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    # The point of "U.S." and "Inc." belongs to the name.
    while end > start and (text[end - 1] in _MARKS or text[end - 1].isspace()):
        if text[end - 1] == "." and (
            "." in text[start : end - 1]
            or text[start:end].lower().endswith(("inc.", "corp.", "co.", "ltd.", "jr.", "sr."))
        ):
            break
        end -= 1
    return start, end


def _agreed_labels(text: str, names: Iterable[Name]) -> dict[str, str | None]:
    """For each folded name the label that most of its occurrences have."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[folded_name(text[name.start : name.end])][name.label] += 1
    full = {key.split()[-1] for key, labels in votes.items() if " " in key and _winner(labels) == "PERSON"}
    return {
        key: "PERSON" if key in full and _winner(labels) not in {"GPE", "LOC"} else _winner(labels)
        for key, labels in votes.items()
    }


def _winner(labels: Counter[str]) -> str:
    return min(labels, key=lambda label: (-labels[label], NAME_LABELS.index(label)))


def _surnames(text: str, found: dict[Span, str | None]) -> frozenset[str]:
    """The last words of the persons named with two words or more, as written."""
    last = set()
    for span, label in found.items():
        words = text[span.start : span.end].split()
        if label == "PERSON" and len(words) > 1 and words[-1][:1].isupper() and len(words[-1]) > 2:
            last.add(words[-1])
    return frozenset(last)


def _missed_surnames(parse: ArticleParse, surnames: frozenset[str], found: dict[Span, str | None]) -> list[Span]:
    if not surnames:
        return []
    taken = sorted(found)
    missed = []
    place = 0
    for word in parse.words:
        while place < len(taken) and taken[place].end <= word.start:
            place += 1
        is_free = place == len(taken) or taken[place].start >= word.end
        if is_free and word.text in surnames and word.tag.startswith("NNP"):
            missed.append(Span(word.start, word.end))
    return missed
