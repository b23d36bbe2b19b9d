"""What a number counts or measures: the noun with what describes it, and what happened to the people counted."""

from __future__ import annotations

from firsthand.language.parse import ArticleParse, Word
from firsthand.language.quantity_fates import fate_of, toll_above
from firsthand.lexicon.fates import FATE_ADJECTIVES, FATE_NOUNS
from firsthand.lexicon.units import CURRENCY_NAMES, SPELLED_UNITS, UNIT_SYMBOLS

__all__ = ["counted", "measured"]

_MOST_WORDS = 8  # between a number and its noun
_MOST_BEHIND = 6  # words of an "of ..." behind the noun
_MOST_STEPS = 5
_MODIFIER_TAGS = ("JJ", "NN", "VBN", "VBG", "HYPH", "POS", "``", "''", "CD", "AFX")
_ACT_ENDINGS = ("ation", "ment", "ness")  # "train cancellations": nobody was killed or trapped
_HYPHENS = frozenset("-–‑")
_DROPPED = frozenset("the a an this that these those its their his her our my your all of".split())
# "The tower is 300 metres tall": what the measure says of its subject.
_DIMENSIONS = frozenset("tall high long wide deep thick old away apart far heavy strong".split())
_LIGHT_VERBS = frozenset("be have do get go make take become remain".split())
_PRONOUNS = frozenset("it they them we you this that".split())
# "a family of five".
_GROUP_NOUNS = frozenset("family group crew team gang crowd party class panel squad delegation population".split())


def counted(parse: ArticleParse, first: int, last: int) -> tuple[str | None, int]:
    """What the number at the words `[first, last)` counts, and the index behind the last word of its phrase.

    The noun with its modifiers as written, an "of ..." behind it, and one word for what happened to the people where
    the clause tells: "crew members killed". "people" stands for people whom the text does not name.
    """
    noun, start = _counted_noun(parse, last)
    if noun is None:
        core = _core(parse, first, last)
        toll = toll_above(parse, core)
        if toll is not None:
            return f"people {toll}", last
        fate = fate_of(parse, core, last)
        if fate is not None:
            return f"people {fate}", last
        group = _group_above(parse, core)
        return group, last
    fate_noun = FATE_NOUNS.get(parse.words[noun].lemma)
    if fate_noun is not None and parse.words[noun].tag.startswith("NN"):
        return f"people {fate_noun}", noun + 1
    if parse.words[noun].text.lower() in FATE_ADJECTIVES and not parse.words[noun].tag.startswith("NN"):
        return f"people {FATE_ADJECTIVES[parse.words[noun].text.lower()]}", noun + 1
    phrase, inner = _phrase(parse, start, noun)
    is_act = parse.words[noun].lemma.endswith(_ACT_ENDINGS)
    fate = None if is_act else inner or fate_of(parse, noun, noun + 1)
    behind = _of_behind(parse, noun)
    said = " ".join(part for part in (phrase, behind, fate) if part)
    return said or None, noun + 1


def measured(parse: ArticleParse, first: int, last: int, kind: str) -> tuple[str | None, int]:
    """What the measure at the words `[first, last)` is of, and the index behind the last word of its phrase."""
    words = parse.words
    sentence = words[last - 1].sentence
    following = words[last] if last < len(words) and words[last].sentence == sentence else None
    if kind == "age":
        return _aged(parse, first, last), last
    if following is not None and following.text.lower() == "of":
        noun, start = _counted_noun(parse, last)
        if noun is not None:
            return _phrase(parse, start, noun)[0], last
    noun, start = _noun_behind(parse, last)
    if noun is not None and _is_joined(parse, first, last, noun):
        return " ".join(filter(None, [_phrase(parse, start, noun)[0], _of_behind(parse, noun)])) or None, last
    if following is not None and following.text.lower() == "in" and kind in {"money", "duration", "other"}:
        noun, start = _noun_behind(parse, last + 1)
        if noun is not None and words[noun].tag != "CD":
            return _phrase(parse, start, noun)[0], last
    return _governor(parse, _core(parse, first, last)), last


def _core(parse: ArticleParse, first: int, last: int) -> int:
    """The word of `[first, last)` from which the others hang."""
    for index in range(last - 1, first - 1, -1):
        if not first <= parse.words[index].head < last or parse.words[index].head == index:
            return index
    return last - 1


def _counted_noun(parse: ArticleParse, last: int) -> tuple[int | None, int]:
    """The noun that the number before the word `last` counts, and where its phrase begins."""
    words = parse.words
    if last >= len(words) or words[last].sentence != words[last - 1].sentence:
        return None, last
    start = last
    # "Half the town" needs no "of".
    if words[last].text.lower() == "of" or (words[last - 1].lemma == "half" and words[last].text.lower() in _DROPPED):
        while (
            start < len(words)
            and start - last < _MOST_BEHIND
            and words[start].sentence == words[last].sentence
            and (words[start].text.lower() in _DROPPED or words[start].tag == "CD" or start == last)
        ):
            start += 1
    return _noun_behind(parse, start)


def _noun_behind(parse: ArticleParse, start: int) -> tuple[int | None, int]:
    """The last noun of the run of nouns and adjectives that begins at `start`, and where the run begins."""
    words = parse.words
    if start >= len(words):
        return None, start
    sentence = words[start].sentence
    if words[start].text in _HYPHENS:
        start += 1
    elif not words[start].text[0].isalnum() and words[start].tag != "``":
        return None, start
    noun: int | None = None
    is_inside = True  # before the noun, and again behind "'s" and a hyphen
    for index in range(start, min(start + _MOST_WORDS, len(words))):
        word = words[index]
        if word.sentence != sentence:
            break
        if word.tag.startswith("NN") or (noun is None and word.text.lower() in FATE_ADJECTIVES):
            if noun is not None and not is_inside and _begins_anew(parse, noun, index):
                break
            # "12 dead people": the adjective counts only where no noun follows it.
            noun, is_inside = index, not word.tag.startswith("NN")
        elif _is_joint(word):
            is_inside = True
        elif not is_inside or not _is_modifier(parse, word, index):
            break
    return noun, start


def _is_modifier(parse: ArticleParse, word: Word, index: int) -> bool:
    if word.tag == "," and index + 1 < len(parse.words):
        # "two small, red lamps"
        return parse.words[index - 1].tag == "JJ" and parse.words[index + 1].tag == "JJ"
    if word.tag.startswith("RB"):
        # "highly enriched uranium", "most powerful lawmakers"
        return word.head > index and parse.words[word.head].tag in {"JJ", "VBN"}
    if word.tag in {"VBG", "VBN"} and word.dep in {"acl", "ROOT", "advcl", "conj", "ccomp", "pcomp"}:
        return False
    return word.tag.startswith(_MODIFIER_TAGS) or word.text.lower() in {"more", "other", "such"}


def _begins_anew(parse: ArticleParse, noun: int, index: int) -> bool:
    """Whether a noun beside another begins a phrase of its own: "12 people Sunday", "5 children Ann and Bo"."""
    before, word = parse.words[noun], parse.words[index]
    is_compound = before.dep in {"compound", "amod", "nmod", "poss"} and before.head >= index
    return before.tag in {"NNS", "NNPS"} and not is_compound and word.head != noun


def _phrase(parse: ArticleParse, start: int, noun: int) -> tuple[str, str | None]:
    """The words from `start` to the noun without marks and articles, and the fate that one of them tells."""
    kept: list[str] = []
    fate = None
    for index in range(start, noun + 1):
        word = parse.words[index]
        lowered = word.text.lower()
        if not any(character.isalnum() for character in word.text) and not _is_joint(word):
            continue
        if index < noun and lowered in FATE_ADJECTIVES:
            fate = FATE_ADJECTIVES[lowered]
            continue
        if lowered in _DROPPED and index < noun:
            continue
        before = parse.words[index - 1] if kept else None
        is_glued = before is not None and before.end == word.start
        if is_glued and (_is_joint(word) or (before is not None and before.text in _HYPHENS) or word.text[0] in "'’"):
            kept[-1] += word.text
        else:
            kept.append(word.text)
    return " ".join(kept).strip("-–‑ "), fate


def _is_joint(word: Word) -> bool:
    """Whether it is a hyphen, which the model may take for a word, or the ending of a genitive."""
    return word.text in _HYPHENS or word.tag in {"POS", "HYPH"}


def _of_behind(parse: ArticleParse, noun: int) -> str | None:
    """A short "of ..." behind the noun, as written; None where there is none."""
    words = parse.words
    if noun + 2 >= len(words) or words[noun + 1].text.lower() != "of":
        return None
    if words[noun + 2].sentence != words[noun].sentence:
        return None
    start = noun + 2
    while start < len(words) - 1 and words[start].text.lower() in _DROPPED and words[start].tag != "PRP$":
        start += 1
    end = start + 1 if words[start].tag == "PRP$" else start
    inner, _ = _noun_behind(parse, end)
    if inner is None or inner - start > _MOST_BEHIND or words[inner].sentence != words[noun].sentence:
        return None
    return "of " + _phrase(parse, start, inner)[0]


def _group_above(parse: ArticleParse, core: int) -> str | None:
    """As in "a family of five": the noun above."""
    word = parse.words[core]
    head = parse.words[word.head]
    if word.dep == "pobj" and head.text.lower() == "of" and parse.words[head.head].lemma in _GROUP_NOUNS:
        return f"people in {parse.words[head.head].lemma}"
    return None


def _is_joined(parse: ArticleParse, first: int, last: int, noun: int) -> bool:
    """Whether the measure describes the noun behind it: "450-pound gorilla", but not "60 km Tuesday"."""
    words = parse.words
    core = _core(parse, first, last)
    for index in range(core, noun + 1):
        head = words[index].head
        if index < last and last <= head <= noun:
            return True
    is_hyphened = any(words[index].text in _HYPHENS for index in range(first, last))
    return is_hyphened or any(first <= child < last for child in parse.children[noun])


def _aged(parse: ArticleParse, first: int, last: int) -> str | None:
    """Whose age it is: the noun or name behind it, the name before its comma, or the subject of its clause."""
    words = parse.words
    noun, start = _noun_behind(parse, last)
    if noun is not None and start == last and words[last].tag != ",":
        return _phrase(parse, start, noun)[0] or None
    index = first - 1
    while index >= 0 and words[index].sentence == words[first].sentence and _is_before_age(words[index]):
        index -= 1
    if index >= 0 and index < first - 1 and words[index].tag.startswith("NN"):
        start = index
        while (
            start > 0 and words[start - 1].tag.startswith("NN") and words[start - 1].sentence == words[index].sentence
        ):
            start -= 1
        return _phrase(parse, start, index)[0] or None
    return _governor(parse, _core(parse, first, last))


def _is_before_age(word: Word) -> bool:
    """Whether the word may stand between the people and their ages: "the two, aged 22 and 23"."""
    return word.tag in {",", "-LRB-", "CD"} or word.text.lower() in {"and", "aged", "age", "ages"}


def _governor(parse: ArticleParse, core: int) -> str | None:
    """What governs a measure: the noun that it hangs from, else subject and verb of its clause."""
    words = parse.words
    here = core
    for _ in range(_MOST_STEPS):
        word = words[here]
        if word.head == here:
            return _clause_of(parse, here)
        head = words[word.head]
        is_measure = head.text.lower() in SPELLED_UNITS or head.text in UNIT_SYMBOLS or head.lemma in CURRENCY_NAMES
        is_noun = head.tag.startswith("NN") and head.text[0].isalnum() and not is_measure
        # Where a measure is given twice, "400 pounds (180 kg)", what is measured hangs above the first.
        if is_noun and word.dep in {"prep", "appos", "npadvmod", "nmod", "amod"}:
            return _noun_with_modifiers(parse, word.head)
        if head.tag.startswith("VB"):
            return _clause_of(parse, word.head)
        here = word.head
    return None


def _clause_of(parse: ArticleParse, verb: int) -> str | None:
    words = parse.words
    parts: list[str] = []
    for child in parse.children[verb]:
        if words[child].dep in {"nsubj", "nsubjpass"} and words[child].tag.startswith(("NN", "PRP")):
            parts.append(
                _noun_with_modifiers(parse, child) if words[child].tag.startswith("NN") else words[child].text.lower()
            )
            break
    if words[verb].tag.startswith("VB") and words[verb].lemma not in _LIGHT_VERBS:
        parts.append(words[verb].text.lower())
    parts.extend(
        words[child].text.lower()
        for child in parse.children[verb]
        if words[child].dep == "acomp" and words[child].text.lower() in _DIMENSIONS
    )
    said = " ".join(filter(None, parts))
    return said if said and said not in _PRONOUNS else None


def _noun_with_modifiers(parse: ArticleParse, noun: int) -> str:
    start = noun
    while (
        start > 0
        and parse.words[start - 1].tag.startswith(("NN", "JJ", "HYPH"))
        and parse.words[start - 1].sentence == parse.words[noun].sentence
        and noun - start < _MOST_BEHIND
    ):
        start -= 1
    return _phrase(parse, start, noun)[0]
