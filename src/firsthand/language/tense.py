"""Whether a word stands in a clause about the past, the present or the future."""

from __future__ import annotations

from firsthand.language.parse import ArticleParse, Word

__all__ = ["tense_at"]

_MOST_STEPS = 15
_FUTURE_MODALS = frozenset("will wo 'll ’ll shall would 'd ’d may might must should can could ca".split())
# "is meeting on Monday": with these the present tells what has been arranged.
_ARRANGED = frozenset("go meet come leave arrive start begin".split())
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


def tense_at(parse: ArticleParse, word: int) -> str | None:
    """The tense of the clause that `word` stands in: "past", "present" or "future"; None where no verb tells.

    An infinitive is future where it hangs from a word of planning or asking, else it has the tense of the verb that
    it hangs from.

    Args:
        parse: The article.
        word: Index of the word.
    """
    index = word
    for _ in range(_MOST_STEPS):
        tag = parse.words[index].tag
        if tag.startswith("VB") or tag == "MD":
            tense = _tense_of_verb(parse, index)
            if tense is not None:
                return tense
        head = parse.words[index].head
        if head == index:
            return None
        index = head
    return None


def _tense_of_verb(parse: ArticleParse, index: int) -> str | None:
    word = parse.words[index]
    helpers = [parse.words[child] for child in parse.children[index] if parse.words[child].dep in {"aux", "auxpass"}]
    if any(helper.tag == "MD" and helper.text.lower() in _FUTURE_MODALS for helper in helpers):
        return "future"
    if any(helper.tag == "TO" for helper in helpers):
        governor = parse.words[word.head]
        is_planned = governor.lemma in _PLANNING or (word.dep == "xcomp" and governor.lemma == "be")
        return "future" if is_planned and word.head != index else None
    if word.lemma in _SCHEDULING:
        return "future"
    if any(helper.lemma == "have" or helper.tag == "VBD" for helper in helpers) or word.tag == "VBD":
        return "past"
    if word.tag == "VBN":
        return _tense_of_participle(word, bool(helpers))
    if any(helper.tag in {"VBZ", "VBP"} for helper in helpers):
        return "future" if word.tag == "VBG" and word.lemma in _ARRANGED else "present"
    if word.tag in {"VBZ", "VBP"}:
        return "past" if word.lemma in _SAYING else "present"
    return None


def _tense_of_participle(word: Word, has_helper: bool) -> str | None:
    if word.lemma in _PLANNING:
        return "future"
    if has_helper:
        return "present"
    return "past" if word.dep in {"acl", "advcl"} else None
