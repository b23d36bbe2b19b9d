"""Parts of a sentence, read from the parse: what hangs from a word, who its subject is, where a phrase ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from firsthand.language.parse import ArticleParse
from firsthand.lexicon.speaking_nouns import BODY_NOUNS, DOCUMENT_NOUNS
from firsthand.lexicon.speech import PERSON_NOUNS, ROLE_NOUNS, UNNAMED_SOURCES
from firsthand.model import Span

__all__ = [
    "can_speak",
    "is_passive",
    "phrase_span",
    "relative_pronoun",
    "speaking_subject",
    "subject_of",
    "subtree",
    "words_between",
]

_SUBJECTS = frozenset(["nsubj", "csubj", "nsubjpass", "expl"])
_MOST_STEPS = 6
_IDLE_VERBS = frozenset(["be", "go", "'s", "’s"])
_DASHES = frozenset(["-", "--", "–", "—"])
_WEEKDAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
# By these a verb hangs from the one that it goes on from.
_GOES_ON = frozenset("conj xcomp advcl ccomp acl acomp pcomp prep dep parataxis".split())
# Where a report comes from, before its first sentence: "BELMAR, May 3 (Agency) - ", "(BELMAR) ".
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’-]{2,30}(?: [A-Z][A-Z.'’-]{1,30}){0,3}(?:,[^\n()—–]{1,40})?(?: ?\([^()\n]{1,30}\))? ?(?:--|—|–| -) ?"
    r"|\([A-Z][^()\n]{1,60}\)(?: ?(?:--|—|–|-))? ?"
)
_SPEAKING_NOUNS = ROLE_NOUNS | PERSON_NOUNS | BODY_NOUNS | DOCUMENT_NOUNS


def subtree(parse: ArticleParse, root: int) -> list[int]:
    """Indices of `root` and all words below it, in order."""
    found = []
    stack = [root]
    while stack:
        index = stack.pop()
        found.append(index)
        stack.extend(parse.children[index])
    return sorted(found)


def is_passive(parse: ArticleParse, verb: int) -> bool:
    """Whether the verb is in the passive voice: "was told"; not "he's said that ...", which the parse may take so."""
    below = [parse.words[child] for child in parse.children[verb]]
    if any(word.text in {"'s", "’s"} for word in below) and any(word.dep == "ccomp" for word in below):
        return False
    return any(word.dep in {"auxpass", "nsubjpass"} for word in below)


def subject_of(parse: ArticleParse, verb: int) -> int | None:
    """The word that is the subject of `verb`; None where there is none.

    Its own, or that of the verb which it goes on from ("said and added", "spoke, adding"), or the noun that it
    describes ("a statement saying"), or whose that is ("issued a statement saying"). A verb that goes on from another
    goes on from one that can be said of somebody: not "the shake-up is coming" in "Doe denied that the shake-up is
    coming, saying ...".
    """
    index = verb
    first: int | None = None
    for step in range(_MOST_STEPS):
        for child in parse.children[index]:
            if parse.words[child].dep in _SUBJECTS:
                subject = _behind_pronoun(parse, child, index)
                if step == 0 or can_speak(parse, subject):
                    return subject
                first = subject if first is None else first
                break
        word = parse.words[index]
        if word.head == index:
            return first
        if word.dep in {"acl", "relcl"} and parse.words[word.head].tag.startswith(("NN", "PRP")):
            return _issuer_of(parse, word.head) if first is None else first
        if word.dep not in _GOES_ON:
            return first
        index = word.head
    return first


def _issuer_of(parse: ArticleParse, noun: int) -> int:
    """Who issues a document, where that is told beside it; else the noun itself."""
    word = parse.words[noun]
    if word.lemma in DOCUMENT_NOUNS and word.dep == "dobj":
        for child in parse.children[word.head]:
            if parse.words[child].dep == "nsubj" and can_speak(parse, child):
                return _behind_pronoun(parse, child, word.head)
    return noun


def speaking_subject(parse: ArticleParse, subject: int | None, cue: int) -> int | None:
    """The subject of a cue; None where it stands for nobody: "there is", "it is safe to say", "it goes without saying".

    Of a dateline that the parse took for the subject, the name behind it that hangs from it or is a subject too.
    """
    if subject is None:
        return _behind_day(parse, cue)
    word = parse.words[subject]
    is_idle_it = word.text.lower() == "it" and word.head != cue and parse.words[word.head].lemma in _IDLE_VERBS
    if word.dep == "expl" or word.tag == "EX" or is_idle_it:
        return None
    paragraph = parse.paragraphs[bisect_right(parse.paragraphs, word.start, key=lambda each: each.start) - 1]
    dateline = _DATELINE.match(parse.text, paragraph.start, paragraph.end)
    if dateline is None or not word.end <= dateline.end() <= parse.words[cue].start:
        return subject
    others = [each for each in parse.children[cue] if parse.words[each].dep in _SUBJECTS]
    behind = [each for each in (*parse.children[subject], *others) if dateline.end() <= parse.words[each].start]
    return next((each for each in behind if each < cue and parse.words[each].tag.startswith("NN")), None)


def _behind_day(parse: ArticleParse, cue: int) -> int | None:
    """The name before a finite cue that the parse joined to the day before it: "On Monday Doe said"."""
    if cue < 2 or parse.words[cue].tag not in {"VBD", "VBZ"}:
        return None
    name, day = parse.words[cue - 1], parse.words[cue - 2]
    is_joined = name.dep == "pobj" and name.tag == "NNP" and day.text in _WEEKDAYS and day.head == cue - 1
    return cue - 1 if is_joined else None


def can_speak(parse: ArticleParse, word: int) -> bool:
    """Whether a noun or pronoun can stand for somebody who says something: a name, a person, a body, a document."""
    found = parse.words[word]
    if found.tag in {"PRP", "WP"}:
        return found.text.lower() not in {"it", "what"}
    return found.tag.startswith("NNP") or found.lemma in _SPEAKING_NOUNS or found.text.lower() in UNNAMED_SOURCES


def relative_pronoun(parse: ArticleParse, verb: int) -> int | None:
    """The relative pronoun that is the subject of `verb`: "the envoy, who said ..."; None where there is none."""
    for child in parse.children[verb]:
        if parse.words[child].dep in _SUBJECTS and _behind_pronoun(parse, child, verb) != child:
            return child
    return None


def _behind_pronoun(parse: ArticleParse, subject: int, verb: int) -> int:
    """The noun that a relative pronoun stands for; `subject` itself where it is none."""
    if parse.words[subject].tag in {"WP", "WDT"} and parse.words[verb].dep == "relcl":
        return parse.words[verb].head
    return subject


def phrase_span(parse: ArticleParse, head: int, outside: Iterable[Span] = ()) -> Span:
    """The phrase round a noun or pronoun, without relative clauses, and never reaching into a span of `outside`."""
    first = last = head
    blocked = list(outside)
    for index in _phrase_words(parse, head):
        word = parse.words[index]
        if any(span.start < word.end and word.start < span.end for span in blocked):
            continue
        first, last = min(first, index), max(last, index)
    # A span of `outside` between the ends of the phrase parts it: keep the part of the head.
    for span in blocked:
        if parse.words[first].start <= span.start and span.end <= parse.words[head].start:
            first = head
        if parse.words[head].end <= span.start and span.end <= parse.words[last].end:
            last = head
    first, last = _behind_dateline(parse, first, head), _before_bracket(parse, head, last)
    last = _before_clause(parse, head, last)
    while last > head and parse.words[last].tag in {",", ":", "CC", "``", "''"}:
        last -= 1
    while first < head and parse.words[first].tag in {",", ":", "CC", "``", "''"}:
        first += 1
    return Span(parse.words[first].start, parse.words[last].end)


def _behind_dateline(parse: ArticleParse, first: int, head: int) -> int:
    """The first word of a phrase behind what the parse hangs before it: "BELMAR, May 3 - Mayor Doe", "Monday Doe"."""
    for index in range(head - 1, first, -1):
        word = parse.words[index]
        if word.text in _DASHES and parse.text[word.start - 1].isspace() and parse.text[word.end].isspace():
            return index + 1
    while first < head and parse.words[first].text in _WEEKDAYS and parse.words[first + 1].tag == "NNP":
        first += 1
    return first


def _before_bracket(parse: ArticleParse, head: int, last: int) -> int:
    """The last word of a phrase before a bracket that it opens and does not close."""
    opened = None
    for index in range(head + 1, last + 1):
        if parse.words[index].text in {"(", "["}:
            opened = index
        elif parse.words[index].text in {")", "]"}:
            opened = None
    return last if opened is None else opened - 1


def _before_clause(parse: ArticleParse, head: int, last: int) -> int:
    """The last word of a phrase before the clause that goes on from it, which the parse may hang elsewhere.

    "Doe, who ...", "the mayor, still angry over ...", "Roe, speaking ...".
    """
    for index in range(head + 1, last):
        if parse.words[index].text != ",":
            continue
        following = parse.words[index + 1]
        behind = parse.words[min(index + 2, last)]
        if following.tag in {"WP", "WP$", "WDT", "WRB", "VBG"} or (
            following.tag == "RB" and behind.tag[:2] in {"VB", "JJ"}
        ):
            return index - 1
    return last


def _phrase_words(parse: ArticleParse, head: int) -> list[int]:
    found = []
    stack = [head]
    while stack:
        index = stack.pop()
        found.append(index)
        stack.extend(
            child
            for child in parse.children[index]
            if parse.words[child].dep not in {"relcl", "acl", "advcl", "ccomp", "parataxis", "cc", "conj"}
            or (parse.words[child].dep in {"cc", "conj"} and index == head)
        )
    return sorted(found)


def words_between(parse: ArticleParse, start: int, end: int) -> range:
    """Indices of the words that lie inside `[start, end)`."""
    first = bisect_left(parse.words, start, key=lambda word: word.start)
    last = bisect_left(parse.words, end, key=lambda word: word.start)
    return range(first, last)
