"""The names in an article: found by the model, cleaned, and labelled alike throughout the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from firsthand.language.name_labels import NAME_LABELS, agree_labels
from firsthand.language.parse import ArticleParse, Name
from firsthand.lexicon.gazetteer import country_of_demonym, find_places
from firsthand.lexicon.given_names import pronoun_of_name
from firsthand.lexicon.quotation_marks import APOSTROPHES
from firsthand.model import Mention, Span
from firsthand.text.tokens import fold_word, tokenise

__all__ = ["NAME_LABELS", "find_mentions", "folded_name"]

_LONGEST_NAME = 120
_MARKS = "\"'“”„‘’«»‹›`´()[]{}<>.,;:!?-–—_*/|&•…"
# Tags of words that open no name, capitalised where a sentence or headline begins with them.
_NO_NAME_TAGS = frozenset(["VBG", "IN", "CC", "DT", "PRP$", "MD"])
_PAIR = re.compile(r"([^\W\d][\w.]{0,40})[-–/‑]([^\W\d][\w.]{0,40})")
_ARTICLES = ("the ", "The ", "THE ", "a ", "A ", "an ", "An ")


def folded_name(name: str) -> str:
    """`name` as it is compared: folded words, without accents, kinds of apostrophe or a genitive's ending."""
    words = [token.norm for token in tokenise(name)]
    if words and words[-1].endswith("'s"):
        words[-1] = words[-1][:-2]
    return " ".join(words)


def find_mentions(parse: ArticleParse, article: str) -> tuple[Mention, ...]:
    """The names of an article in order, apart from each other, without articles, marks and genitive endings.

    Each name has one label throughout the article (`agree_labels`). The surname of a person who is named in full is
    found too where the model missed it.

    Args:
        parse: The article's parse.
        article: The article's id.
    """
    names = [name for name in (_clean(parse, name) for name in parse.names) if name is not None]
    names = _part_pairs(parse.text, names)
    folded = [folded_name(parse.text[name.start : name.end]) for name in names]
    labels = agree_labels(parse, names, folded)
    found = {Span(name.start, name.end): labels[key] for name, key in zip(names, folded, strict=True)}
    surnames = _surnames(parse.text, found)
    for span in _missed_surnames(parse, surnames, found):
        found[span] = "PERSON"
    return tuple(Mention(article=article, span=span, label=label) for span, label in sorted(found.items()))


def _clean(parse: ArticleParse, name: Name) -> Name | None:
    text = parse.text
    if name.label not in NAME_LABELS or name.end - name.start > _LONGEST_NAME:
        return None
    start, end = _without_lead(parse, name), name.end
    for word in _ARTICLES:
        if text.startswith(word, start, end) and end - start > len(word):
            start += len(word)
            break
    start, end = _trim(text, start, end)
    if end - start > 2 and text[end - 1] in "sS" and text[end - 2] in APOSTROPHES:
        start, end = _trim(text, start, end - 2)
    if name.label == "PERSON":
        start, end = _without_genitive(parse, Span(start, end))
    if not any(character.isalpha() for character in text[start:end]) or "\n" in text[start:end]:
        return None
    is_plain_word = text[start:end].islower() and " " not in text[start:end]
    if end - start < 2 or is_plain_word:
        return None
    return Name(start, end, name.label)


def _part_pairs(text: str, names: Sequence[Name]) -> list[Name]:
    """The names, those of two joined by a dash as two: "the Ardesh-Kassaria border", "Norton/Gurung talks"."""
    label_of: dict[str, str] = {}
    for name in reversed(names):
        key = folded_name(text[name.start : name.end])
        label_of[key] = name.label
        if name.label == "PERSON" and " " in key:
            label_of.setdefault(key.split()[-1], "PERSON")
    parted: list[Name] = []
    for name in names:
        pair = _PAIR.fullmatch(text, name.start, name.end)
        labels = [_label_alone(word, label_of) for word in pair.groups()] if pair is not None else [None]
        if pair is None or None in labels or find_places(pair[0]):  # "Guinea-Bissau" is one
            parted.append(name)
        else:
            parted += [Name(*pair.span(side), label) for side, label in enumerate(labels, start=1) if label]
    return parted


def _label_alone(word: str, label_of: Mapping[str, str]) -> str | None:
    """What the article calls one side of a pair where it stands alone; else what is known of countries and peoples."""
    key = folded_name(word)
    if any(place.kind == "country" for place in find_places(word)):
        return "GPE"
    return label_of.get(key) or ("NORP" if country_of_demonym(key) else None)


def _without_lead(parse: ArticleParse, name: Name) -> int:
    """Where a person's name starts behind a word that is no name: "Defending Norton", "Coach Ann Doe" in a headline."""
    if name.label != "PERSON":
        return name.start
    words = parse.words
    place = bisect_left(words, name.start, key=lambda word: word.start)
    while place + 1 < len(words) and words[place + 1].start < name.end and _is_plain(parse, place, name.end):
        place += 1
    return max(name.start, words[place].start) if place < len(words) and words[place].start < name.end else name.start


def _is_plain(parse: ArticleParse, place: int, end: int) -> bool:
    """Whether a capitalised word is none of a name: a verb, or what the article also writes small."""
    word = parse.words[place]
    if pronoun_of_name(fold_word(word.text)) is not None:
        return False
    is_common = f" {word.text.lower()} " in parse.text
    if word.tag.startswith("NNP"):  # "Fisherman Asha Gurung": only where a sentence begins, and a full name is left
        is_first = place == 0 or parse.words[place - 1].sentence != word.sentence
        return is_first and is_common and place + 2 < len(parse.words) and parse.words[place + 2].start < end
    return is_common or word.tag in _NO_NAME_TAGS


def _without_genitive(parse: ArticleParse, span: Span) -> Span:
    """A person's name without what the person owns, or who owns the person.

    "Ann Doe's Harbour Plan" begins with a person, "Belmar Post's Ann Doe" ends with one.
    """
    text = parse.text
    for place in range(span.start + 1, span.end - 3):
        if text[place] in APOSTROPHES and text[place + 1 : place + 3] == "s ":
            whole = text[span.start : span.end]
            if any(other.label != "PERSON" and text[other.start : other.end] == whole for other in parse.names):
                return span  # "Jehovah's Witnesses", where the model was right once
            behind = fold_word(text[place + 3 : span.end].split()[0])
            return Span(span.start, place) if pronoun_of_name(behind) is None else Span(place + 3, span.end)
    return span


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


def _surnames(text: str, found: dict[Span, str]) -> frozenset[str]:
    """The last words of the persons named with two words or more, as written."""
    last = set()
    for span, label in found.items():
        words = text[span.start : span.end].split()
        if label == "PERSON" and len(words) > 1 and words[-1][:1].isupper() and len(words[-1]) > 2:
            last.add(words[-1])
    return frozenset(last)


def _missed_surnames(parse: ArticleParse, surnames: frozenset[str], found: dict[Span, str]) -> list[Span]:
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
