"""Whether a word stands in a clause about the past, the present or the future."""

from __future__ import annotations

from bisect import bisect_right

from firsthand.language.parse import ArticleParse, Word

__all__ = ["tense_at"]

_MOST_STEPS = 15
_FUTURE_MODALS = frozenset("will wo 'll ’ll shall would 'd ’d may might must should can could ca".split())
# "is meeting on Monday", "when they meet on Monday": with these the present tells what has been arranged.
_ARRANGED = frozenset("go meet come leave arrive start begin open visit travel".split())
# What is said with these to happen has not happened yet.
_PLANNING = frozenset(
    "plan schedule slate set due expect agree pledge promise vow intend hope want decide aim prepare ask urge invite "
    "call propose need threaten order tell seek ready likely poise offer continue refuse postpone extend delay "
    "adjourn".split()
)
# Whatever is scheduled lies ahead, also where the scheduling is told in the past.
_SCHEDULING = frozenset("schedule slate postpone extend adjourn".split())
# The present of these stands in news for something that has been said already.
_SAYING = frozenset("say tell add report claim write announce warn confirm argue note".split())
# Until a day that is given, the day lies ahead of the giving.
_GRANTING = frozenset("give grant extend allow set delay postpone push".split())
_UNTIL = frozenset(["until", "till", "by"])


def tense_at(parse: ArticleParse, word: int) -> str | None:
    """The tense of the clause that `word` stands in: "past", "present" or "future"; None where no verb tells.

    An infinitive is future where it hangs from a word of planning or asking, else it has the tense of the verb that
    it hangs from. Whatever its clause, "since" tells the past, and "until" with a verb of giving time the future.

    Args:
        parse: The article.
        word: Index of the word.
    """
    led = _preposition(parse, word)
    if led == "since":
        return "past"
    index = word
    for _ in range(_MOST_STEPS):
        tag = parse.words[index].tag
        if tag.startswith("VB") or tag == "MD":
            tense = _tense_of_verb(parse, index)
            if tense is not None:
                return "future" if led in _UNTIL and _is_granted(parse, index, tense) else tense
        head = parse.words[index].head
        if head == index:
            return None
        index = head
    return None


def _preposition(parse: ArticleParse, word: int) -> str:
    """The word before the phrase that `word` stands in, in lower case: "since January", "until 9 a.m. Tuesday"."""
    sentence = parse.words[word].sentence
    for index in range(word - 1, max(-1, word - 5), -1):
        before = parse.words[index]
        if before.sentence != sentence or before.tag.startswith("VB"):
            break
        if before.tag in {"IN", "TO"}:
            return before.lemma
    return ""


def _is_granted(parse: ArticleParse, verb: int, tense: str) -> bool:
    return tense == "present" or parse.words[verb].lemma in _GRANTING


def _tense_of_verb(parse: ArticleParse, index: int) -> str | None:
    word = parse.words[index]
    helpers = [parse.words[child] for child in parse.children[index] if parse.words[child].dep in {"aux", "auxpass"}]
    if any(helper.tag == "MD" and helper.text.lower() in _FUTURE_MODALS for helper in helpers):
        return "past" if _was_unable(parse, index, helpers) else "future"
    if any(helper.tag == "TO" for helper in helpers):
        return _tense_of_infinitive(parse, index)
    had = any(helper.text.lower() in {"had", "'d", "’d"} for helper in helpers)
    if word.lemma in _SCHEDULING:
        return "past" if had else "future"
    if any(helper.lemma == "have" or helper.tag == "VBD" for helper in helpers) or word.tag == "VBD":
        return "past"
    if word.tag == "VBN":
        return _tense_of_participle(parse, index, bool(helpers))
    return _tense_of_present(parse, index, helpers)


def _tense_of_present(parse: ArticleParse, index: int, helpers: list[Word]) -> str | None:
    """What the present tense tells: what is arranged lies ahead, what somebody says in a report has been said."""
    word = parse.words[index]
    if any(helper.tag in {"VBZ", "VBP"} for helper in helpers):
        return "future" if word.tag == "VBG" and word.lemma in _ARRANGED else "present"
    if word.tag not in {"VBZ", "VBP"}:
        return None
    # A headline tells what happened in the present; "comes" and "goes" are mostly said of no journey.
    if word.lemma in _ARRANGED - {"come", "go"} and not _is_headline(parse, index):
        return "future"
    return "past" if word.lemma in _SAYING else "present"


def _was_unable(parse: ArticleParse, verb: int, helpers: list[Word]) -> bool:
    """As in "they could not agree", which tells what was, unlike "they could agree"."""
    is_denied = any(parse.words[child].dep == "neg" for child in parse.children[verb])
    return is_denied and any(helper.text.lower() == "could" for helper in helpers)


def _tense_of_infinitive(parse: ArticleParse, index: int) -> str | None:
    """Future below a word of planning, past where that was over: "had been due to end"; else for its verb to say."""
    word = parse.words[index]
    governor = parse.words[word.head]
    if word.head == index or not (governor.lemma in _PLANNING or (word.dep == "xcomp" and governor.lemma == "be")):
        return None
    above = (word.head, governor.head) if governor.tag.startswith("JJ") else (word.head,)
    had = any(parse.words[child].text.lower() == "had" for each in above for child in parse.children[each])
    return "past" if had else "future"


def _tense_of_participle(parse: ArticleParse, index: int, has_helper: bool) -> str | None:
    word = parse.words[index]
    has_subject = any(parse.words[child].dep == "nsubj" for child in parse.children[index])
    if has_subject and not has_helper:  # a past tense that was tagged wrong
        return "past"
    if word.lemma in _PLANNING:
        # "a record set on Monday" is past, "a hearing set for Monday" is not.
        is_dated = word.lemma == "set" and any(parse.words[child].lemma == "on" for child in parse.children[index])
        return "past" if is_dated else "future"
    if has_helper:
        return "present"
    is_compared = index > 0 and parse.words[index - 1].lemma in {"than", "as"}
    return "past" if is_compared or word.dep in {"acl", "advcl"} else None


def _is_headline(parse: ArticleParse, index: int) -> bool:
    return bisect_right(parse.paragraphs, parse.words[index].start, key=lambda span: span.start) - 1 in parse.headlines
