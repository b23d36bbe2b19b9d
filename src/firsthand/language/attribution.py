"""Who said that something is so: verbs, nouns and phrases of reporting with what they report and their source.

Read from the parse alone; quotation marks are looked at elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.language.clauses import (
    can_speak,
    is_passive,
    phrase_span,
    relative_pronoun,
    speaking_subject,
    subject_of,
    subtree,
)
from firsthand.language.parse import ArticleParse
from firsthand.lexicon.speech import REPORTING_NOUNS, act_of_verb
from firsthand.model import Span

__all__ = ["Attribution", "find_attributions"]

# What is said about somebody rather than that something is so: the object is the content. "denied the charge".
_OBJECT_VERBS = frozenset(
    "accuse affirm announce bemoan blame blast cite condemn confirm contradict criticise criticize decry defend demand "
    "denounce deny disavow disclose dismiss downplay echo endorse explain express hail highlight mention mock oppose "
    "outline praise predict promise propose question recall recommend reiterate reject repeat report reveal slam "
    "suggest tout urge veto voice welcome want".split()
)
# What is said of something follows these with their preposition: "called for a vote", "spoke of a breach".
_OF_SOMETHING = {
    ("ask", "about"), ("ask", "for"), ("balk", "at"), ("call", "for"), ("campaign", "for"), ("comment", "on"),
    ("complain", "about"), ("complain", "of"), ("hint", "at"), ("plead", "for"), ("point", "to"), ("push", "for"),
    ("refer", "to"), ("respond", "to"), ("speak", "about"), ("speak", "of"), ("talk", "about"), ("talk", "of"),
    ("warn", "of"), ("warn", "about"), ("warn", "against"),
}  # fmt: skip
# With "as" these say or think something of somebody.
_SEEN_AS = frozenset("see view describe cast regard portray dismiss denounce hail depict identify".split())

# With an infinitive these say, want or plan what it says: "vowed to leave".
_INFINITIVE_VERBS = frozenset(
    "agree aim ask call claim decide decline demand expect hope intend like mean offer plan pledge prepare promise "
    "propose refuse seek swear tell threaten try urge vow vote want wish advise order instruct encourage push".split()
)
# With a clause beside them these are taken to report it, though the parse does not join the two.
_CLAUSE_VERBS = frozenset(
    "say add tell argue claim note report announce warn insist explain maintain acknowledge believe reveal write tweet "
    "confirm".split()
)
# "called it a mistake": what somebody is called is somebody's word.
_NAMING_VERBS = frozenset("call label describe brand dub term deem characterise characterize portray".split())
# Verbs that report only with this particle.
_PARTICLES = {"point": "out", "go": "on", "lay": "out", "set": "out"}
_SHORTEST_CONTENT = 2  # words
# Words that stand for something told elsewhere; alone they tell nothing: "what Doe says was a mistake".
_STAND_INS = frozenset(["WP", "WDT"])


@dataclass(frozen=True, slots=True)
class Attribution:
    """One thing that is reported.

    Attributes:
        cue: Where the word or words stand that report it.
        cue_word: Index of the reporting word.
        act: said, thought or planned.
        source: The phrase that says whose it is; None where there is none.
        source_word: Index of the head of that phrase.
        parts: What is reported, in order, without cue and source.
    """

    cue: Span
    cue_word: int
    act: str
    source: Span | None
    source_word: int | None
    parts: tuple[Span, ...]

    @property
    def extent(self) -> Span:
        """From the start of the first part to the end of the last."""
        return Span(self.parts[0].start, self.parts[-1].end)


def find_attributions(parse: ArticleParse) -> list[Attribution]:
    """What the sentences of an article report, in order of the reporting word."""
    found: list[Attribution] = []
    for index, word in enumerate(parse.words):
        attribution: Attribution | None = None
        if word.text.lower() == "according":
            attribution = _according_to(parse, index)
        elif word.tag.startswith("VB"):
            attribution = _of_verb(parse, index)
        elif word.tag in {"NN", "NNS"} and word.lemma in REPORTING_NOUNS:
            attribution = _of_noun(parse, index)
        if attribution is not None:
            found.append(attribution)
    # "said in a statement that ...": one thing reported, by the verb.
    by_verb = {each.parts for each in found if parse.words[each.cue_word].tag.startswith("VB")}
    return [each for each in found if each.parts not in by_verb or parse.words[each.cue_word].tag.startswith("VB")]


def _of_verb(parse: ArticleParse, verb: int) -> Attribution | None:
    act = _act_of(parse, verb)
    if act is None:
        return None
    if is_passive(parse, verb) and parse.words[verb].lemma != "quote":
        return _reported(parse, verb, act, _agent_of(parse, verb)) if act in {"said", "thought"} else None
    subject = _inverted_subject(parse, verb) or subject_of(parse, verb)
    return _reported(parse, verb, act, subject)


def _agent_of(parse: ArticleParse, verb: int) -> int | None:
    """As in "was asked by a reporter": who does what a passive verb tells."""
    for child in parse.children[verb]:
        if parse.words[child].dep == "agent":
            return next((each for each in parse.children[child] if parse.words[each].dep == "pobj"), None)
    return None


def _inverted_subject(parse: ArticleParse, verb: int) -> int | None:
    """As in ", say experts like Doe,": the noun behind a finite verb that stands right behind a comma."""
    word = parse.words[verb]
    if verb == 0 or word.tag not in {"VBD", "VBZ", "VBP"} or parse.words[verb - 1].text not in {",", '"', "”", "''"}:
        return None
    for child in parse.children[verb]:
        below = parse.words[child]
        if child > verb and below.dep in {"nsubj", "dobj", "attr"} and can_speak(parse, child):
            return child
        if child < verb and below.dep in {"nsubj", "aux"}:
            return None
    return None


def _act_of(parse: ArticleParse, verb: int) -> str | None:
    lemma = parse.words[verb].lemma
    if lemma in _NAMING_VERBS:
        return "said"
    particle = _PARTICLES.get(lemma)
    if particle is None:
        return act_of_verb(lemma) or ("said" if _object_of_preposition(parse, verb) or _seen_as(parse, verb) else None)
    has_particle = any(
        parse.words[child].dep == "prt" and parse.words[child].lemma == particle for child in parse.children[verb]
    )
    return "said" if has_particle or _object_of_preposition(parse, verb) else None


def _is_named(parse: ArticleParse, word: int) -> bool:
    """Whether a word below a verb of naming is what is named, or what it is called."""
    return parse.words[word].dep in {"dobj", "oprd", "ccomp"} or parse.words[word].lemma == "as"


def _reported(parse: ArticleParse, verb: int, act: str, subject: int | None) -> Attribution | None:
    content = _content_of(parse, verb) or _beside_verb(parse, verb, act, subject)
    if not content:
        return None
    parts = _as_parts(parse, content, verb, subject)
    if not parts:
        return None
    subject = speaking_subject(parse, subject, verb)
    source = None if subject is None else phrase_span(parse, subject, parts)
    pronoun = relative_pronoun(parse, verb)
    if pronoun is not None and pronoun not in content:
        source = Span(parse.words[pronoun].start, parse.words[pronoun].end)
    return Attribution(_cue_span(parse, verb), verb, act, source, subject, parts)


def _content_of(parse: ArticleParse, verb: int) -> list[int]:
    """Indices of the words that a verb reports; none where it reports nothing."""
    own = parse.words[verb]
    for child in parse.children[verb]:
        if parse.words[child].dep == "ccomp" and parse.words[child].tag[:1] in "VMNJPRWCI":
            return subtree(parse, child)
    for child in parse.children[verb]:
        if own.lemma in _INFINITIVE_VERBS and _is_infinitive(parse, child):
            return subtree(parse, child)
    if own.dep == "parataxis" or (own.dep in {"ccomp", "advcl", "dep"} and _is_set_off(parse, verb)):
        below = set(subtree(parse, verb))
        return [index for index in subtree(parse, own.head) if index not in below]
    return (
        _named_by(parse, verb)
        or _seen_as(parse, verb)
        or _object_of(parse, verb)
        or _object_of_preposition(parse, verb)
    )


def _object_of_preposition(parse: ArticleParse, verb: int) -> list[int]:
    """As in "called for a vote", "pointed to the figures": what stands behind the preposition that the verb takes."""
    for child in parse.children[verb]:
        if child > verb and (parse.words[verb].lemma, parse.words[child].lemma) in _OF_SOMETHING:
            return [index for index in subtree(parse, child) if index > child]
    return []


def _seen_as(parse: ArticleParse, verb: int) -> list[int]:
    """As in "described the vote as a farce": of what something is said, and what is said of it."""
    if parse.words[verb].lemma not in _SEEN_AS:
        return []
    below = [child for child in parse.children[verb] if child > verb]
    seen = [child for child in below if parse.words[child].dep in {"dobj", "nsubj"}] or _relative_object(parse, verb)
    called = [child for child in below if parse.words[child].lemma == "as" and parse.words[child].dep == "prep"]
    if not seen or not called:
        return []
    if seen[0] < verb:
        return [index for index in subtree(parse, called[0]) if index != called[0]]
    return sorted({*subtree(parse, seen[0]), *subtree(parse, called[0])})


def _relative_object(parse: ArticleParse, verb: int) -> list[int]:
    """As in "what Doe calls a farce", "a plan that Doe calls a farce": the pronoun before the verb that it names."""
    return [
        child
        for child in parse.children[verb]
        if child < verb and _stands_in(parse, child) and parse.words[child].dep == "dobj"
    ]


def _is_infinitive(parse: ArticleParse, word: int) -> bool:
    has_to = any(parse.words[each].tag == "TO" for each in parse.children[word])
    return parse.words[word].dep == "xcomp" and has_to


def _named_by(parse: ArticleParse, verb: int) -> list[int]:
    """What a verb of naming names, with what it is called."""
    if parse.words[verb].lemma not in _NAMING_VERBS:
        return []
    named = [each for each in parse.children[verb] if each > verb and _is_named(parse, each)]
    if len(named) == 1 and _relative_object(parse, verb):
        return [index for index in subtree(parse, named[0]) if parse.words[index].lemma != "as" or index != named[0]]
    return sorted({index for each in named for index in subtree(parse, each)}) if len(named) > 1 else []


def _object_of(parse: ArticleParse, verb: int) -> list[int]:
    """The object of a verb that can be said of a thing, with what follows it and belongs to it."""
    if parse.words[verb].lemma not in _OBJECT_VERBS:
        return []
    for child in parse.children[verb]:
        if parse.words[child].dep == "dobj":
            found = subtree(parse, child)
            behind = child + len(found)
            for each in parse.children[verb]:
                if each == behind and parse.words[each].dep in {"prep", "advcl", "xcomp", "oprd"}:
                    found += subtree(parse, each)
            return sorted(found)
    return []


def _beside_verb(parse: ArticleParse, verb: int, act: str, subject: int | None) -> list[int]:
    """The clause behind a finite verb of saying from which the parse hangs none, else the one before its subject."""
    own = parse.words[verb]
    if act != "said" or subject is None or own.tag not in {"VBD", "VBZ", "VBP"} or own.lemma not in _CLAUSE_VERBS:
        return []
    first, last = parse.sentence_words[own.sentence]
    behind = list(range(verb + 1, last))
    if _has_clause(parse, behind):
        start = next((place for place, index in enumerate(behind) if parse.words[index].lemma == "that"), 0)
        return behind[start:]
    leads = min(subtree(parse, subject)) if subject < verb else verb
    before = list(range(first, leads))
    if before and parse.words[before[-1]].tag in {",", "''"} and _has_clause(parse, before):
        return before
    return []


def _has_clause(parse: ArticleParse, words: list[int]) -> bool:
    """Whether a finite verb stands among the words together with a subject or a main verb of its own."""
    inside = set(words)
    for index in words:
        word = parse.words[index]
        if word.tag == "MD" and word.dep == "aux":
            return True
        below = (child for child in parse.children[index] if child in inside)
        if word.tag in {"VBD", "VBZ", "VBP"} and any(parse.words[child].dep.startswith("nsubj") for child in below):
            return True
    return False


def _is_set_off(parse: ArticleParse, verb: int) -> bool:
    """Whether a short clause of reporting stands inside the sentence that it reports, between commas: ", he said,"."""
    words = subtree(parse, verb)
    head = parse.words[verb].head
    return (
        len(words) <= 8
        and head != verb
        and any(parse.words[index].dep == "nsubj" and parse.words[index].head == verb for index in words)
    )


def _as_parts(parse: ArticleParse, content: list[int], cue: int, subject: int | None) -> tuple[Span, ...]:
    """The words of the content as stretches of text: parted where cue or source stand between them."""
    # Of a noun with a relative clause ("the envoy, who said that ...") the clause is no part of the source.
    taken = set()
    if subject is not None and subject not in content:
        taken = set(subtree(parse, subject)) - set(subtree(parse, cue))
    taken.add(cue)
    words = [index for index in content if index not in taken]
    while words and parse.words[words[0]].tag in {",", ":", ".", "``", "''", "-LRB-", "-RRB-"}:
        words.pop(0)
    while words and parse.words[words[-1]].tag in {",", ":", ".", "``", "''", "CC"}:
        words.pop()
    if len(words) < _SHORTEST_CONTENT:
        return ()
    parts: list[Span] = []
    first = previous = words[0]
    for index in words[1:]:
        between = range(previous + 1, index)
        if any(
            each in taken or (parse.words[each].head == cue and parse.words[each].dep != "punct") for each in between
        ):
            parts.append(Span(parse.words[first].start, parse.words[previous].end))
            first = index
        previous = index
    parts.append(Span(parse.words[first].start, parse.words[previous].end))
    alone = {(parse.words[index].start, parse.words[index].end) for index in words if _stands_in(parse, index)}
    return tuple(part for part in parts if tuple(part) not in alone)


def _stands_in(parse: ArticleParse, word: int) -> bool:
    return parse.words[word].tag in _STAND_INS


def _cue_span(parse: ArticleParse, verb: int) -> Span:
    end = parse.words[verb].end
    for child in parse.children[verb]:
        if child == verb + 1 and parse.words[child].dep == "prt":
            end = parse.words[child].end
    return Span(parse.words[verb].start, end)


def _of_noun(parse: ArticleParse, noun: int) -> Attribution | None:
    """As in "his claim that ...": the clause behind a noun of reporting; its source is whose claim it is."""
    for child in parse.children[noun]:
        word = parse.words[child]
        has_that = any(
            parse.words[each].dep == "mark" and parse.words[each].lemma in {"that", "whether"}
            for each in parse.children[child]
        )
        if word.dep in {"acl", "ccomp", "relcl"} and child > noun and has_that:
            parts = _as_parts(parse, subtree(parse, child), noun, None)
            if not parts:
                return None
            owner = next((each for each in parse.children[noun] if parse.words[each].dep == "poss"), None)
            if owner is None:
                owner = _subject_above(parse, noun)
            owner = speaking_subject(parse, owner, noun)
            source = None if owner is None else phrase_span(parse, owner, parts)
            return Attribution(Span(parse.words[noun].start, parse.words[noun].end), noun, "said", source, owner, parts)
    return None


def _subject_above(parse: ArticleParse, noun: int) -> int | None:
    """Who makes, repeats or drops what a noun tells: "Doe repeated accusations that ...", "... in a statement that"."""
    index = noun
    for _ in range(4):
        word = parse.words[index]
        if word.tag.startswith("VB"):
            return None if is_passive(parse, index) else subject_of(parse, index)
        if word.dep not in {"dobj", "pobj", "prep", "attr", "conj"} or word.head == index:
            return None
        index = word.head
    return None


def _according_to(parse: ArticleParse, word: int) -> Attribution | None:
    """As in "according to X": the rest of the clause is what X says."""
    following = parse.words[word + 1 : word + 2]
    if not following or following[0].text.lower() != "to":
        return None
    source = next((child for child in parse.children[word + 1] if parse.words[child].dep == "pobj"), None)
    if source is None:
        return None
    first, last = parse.sentence_words[parse.words[word].sentence]
    named = phrase_span(parse, source)
    behind = max([source, *(index for index in range(word + 2, last) if parse.words[index].end <= named.end)]) + 1
    # At the start of a sentence the phrase governs what follows it, elsewhere what stands before it.
    leads = word - first <= 1 and behind < last - 1
    content = list(range(behind, last) if leads else range(first, word))
    parts = _as_parts(parse, content, word, None)
    if not parts:
        return None
    cue = Span(parse.words[word].start, parse.words[word + 1].end)
    return Attribution(cue, word, "said", phrase_span(parse, source), source, parts)
