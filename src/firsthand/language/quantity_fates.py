"""What happened to the people whom a number counts: killed, injured, missing, arrested and the like, by the parse."""

from __future__ import annotations

from firsthand.language.clauses import is_passive
from firsthand.language.parse import ArticleParse, Word
from firsthand.lexicon.fates import FATE_ADJECTIVES, FATE_NOUNS, FATE_VERBS, INTRANSITIVE_FATES, TOLL_NOUNS

__all__ = ["fate_of", "toll_above"]

_MOST_STEPS = 5
_LIMITING = frozenset("to about over around under near above below".split())
# "a total of 12 people": what is told of the sum is told of the people.
_SUM_NOUNS = frozenset("total number group handful dozen score hundred thousand".split())


def fate_of(parse: ArticleParse, index: int, behind: int) -> str | None:
    """What happened to the people whom the word at `index` stands for; None where the clause does not tell."""
    words = parse.words
    for child in parse.children[index]:
        word = words[child]
        if word.dep in {"acl", "amod", "relcl", "acomp"}:
            found = _told_by(parse, child, word.dep)
            if found is not None:
                return found
    return _told_above(parse, index) or _told_next(parse, behind)


def _told_above(parse: ArticleParse, index: int) -> str | None:
    """The fate told by the verb or noun from which the people hang."""
    words = parse.words
    here = index
    for _ in range(_MOST_STEPS):
        word, head = words[here], words[words[here].head]
        if word.dep in {"conj", "appos"} and head.tag.startswith(("NN", "CD")) and word.head != here:
            here = word.head
            continue
        if word.dep in {"dobj", "nsubjpass", "nsubj", "oprd"}:
            return _by_verb(parse, word, word.head)
        if word.dep != "pobj":
            return None
        above = words[head.head]
        if head.text.lower() in _LIMITING and above.tag.startswith("VB"):
            # "arrested up to 300 people", "killed over 30": the parse makes the qualifier a phrase of its own.
            return _by_object(parse, head.head)
        if head.text.lower() != "of":
            return None
        if above.lemma not in _SUM_NOUNS and above.tag != "CD":
            return _told_by_noun(parse, head.head)
        here = head.head
    return None


def _told_by_noun(parse: ArticleParse, noun: int) -> str | None:
    """As in "the deaths of ten miners"; None for "the attempted murder of two"."""
    words = parse.words
    is_attempt = any(words[child].text.lower() == "attempted" for child in parse.children[noun])
    return FATE_NOUNS.get(words[noun].lemma) if words[noun].tag.startswith("NN") and not is_attempt else None


def _told_by(parse: ArticleParse, child: int, dep: str) -> str | None:
    """The fate told by a participle, an adjective or a relative clause behind the noun."""
    word = parse.words[child]
    if word.tag in {"VBN", "JJ", "VBD"} and dep != "relcl":
        told = None if word.tag == "JJ" else FATE_VERBS.get(word.lemma)
        return FATE_ADJECTIVES.get(word.text.lower()) or told
    if dep == "relcl":
        if is_passive(parse, child):
            return FATE_VERBS.get(word.lemma)
        return INTRANSITIVE_FATES.get(word.lemma)
    return None


def _by_verb(parse: ArticleParse, word: Word, verb: int) -> str | None:
    """What the verb tells of its object, or of its subject where it is passive or has no object."""
    lemma = parse.words[verb].lemma
    if word.dep in {"dobj", "oprd"}:
        return _by_object(parse, verb)
    if is_passive(parse, verb):
        return FATE_VERBS.get(lemma) or _by_infinitive(parse, verb)
    if lemma in INTRANSITIVE_FATES:
        return INTRANSITIVE_FATES[lemma]
    if parse.words[verb].tag == "VBN":
        return FATE_ADJECTIVES.get(parse.words[verb].text.lower())
    return (_said_of(parse, verb) if lemma in {"be", "remain"} else None) or _by_infinitive(parse, verb)


def _by_infinitive(parse: ArticleParse, verb: int) -> str | None:
    """What a verb below tells of the same subject: "had to be rescued", "are known to have died"."""
    for child in parse.children[verb]:
        if parse.words[child].dep == "xcomp":
            lemma = parse.words[child].lemma
            return FATE_VERBS.get(lemma) if is_passive(parse, child) else INTRANSITIVE_FATES.get(lemma)
    return None


def _by_object(parse: ArticleParse, verb: int) -> str | None:
    """What the verb tells of its object: "killed 12 people", "left 12 people dead"."""
    lemma = parse.words[verb].lemma
    left = _said_of(parse, verb) if lemma == "leave" else None
    return left or FATE_VERBS.get(lemma)


def _said_of(parse: ArticleParse, verb: int) -> str | None:
    """The fate that an adjective under the verb tells: "left 12 people dead", "12 people are missing"."""
    told = (
        FATE_ADJECTIVES.get(parse.words[child].text.lower())
        for child in parse.children[verb]
        if parse.words[child].dep not in {"advcl", "conj"}
    )
    return next((fate for fate in told if fate is not None), None)


def _told_next(parse: ArticleParse, behind: int) -> str | None:
    """The fate that the very next word tells, which the parse may have hung elsewhere: "12 people killed in ..."."""
    words = parse.words
    index = behind
    if index < len(words) and words[index].text.lower() in {"were", "are", "was", "is", "remain", "remained"}:
        index += 1
    if index >= len(words) or behind == 0 or words[index].sentence != words[behind - 1].sentence:
        return None
    word = words[index]
    # A verb with an object of its own tells what they did: "two men killed a guard".
    if any(words[child].dep == "dobj" for child in parse.children[index]):
        return None
    return FATE_ADJECTIVES.get(word.text.lower())


def toll_above(parse: ArticleParse, core: int) -> str | None:
    """The fate counted by a toll to which the number belongs: "the death toll rose to 41"."""
    words = parse.words
    first, last = parse.sentence_words[words[core].sentence]
    here = core
    for _ in range(_MOST_STEPS):
        here = words[here].head
        for index in (here, *parse.children[here]):
            if not first <= index < last or not words[index].tag.startswith("NN"):
                continue
            if words[index].lemma in TOLL_NOUNS:
                return TOLL_NOUNS[words[index].lemma]
            if words[index].lemma == "number":
                fate = _number_of(parse, index)
                if fate is not None:
                    return fate
        if words[here].head == here:
            break
    return None


def _number_of(parse: ArticleParse, noun: int) -> str | None:
    """The fate in "the number of dead", "the number of people killed", "the number of deaths"."""
    words = parse.words
    for word in words[noun + 1 : noun + 5]:
        if word.sentence != words[noun].sentence or word.tag in {"VBD", "VBZ", "VBP"}:
            return None
        fate = FATE_ADJECTIVES.get(word.text.lower()) or FATE_NOUNS.get(word.lemma)
        if fate is not None:
            return fate
    return None
