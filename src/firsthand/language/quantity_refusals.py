"""Numbers that are no quantities: parts of names and addresses, labels, dates, lists, and "one" for somebody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from firsthand.language.parse import ArticleParse, Word
from firsthand.language.quantity_numbers import Number
from firsthand.lexicon.number_words import PAIRED_THINGS
from firsthand.model import Span, TimeExpression

__all__ = ["QuantityContext", "masked_spans"]

# Labels of the model for what has a number in its name.
_NAME_LABELS = frozenset("PERSON ORG GPE LOC NORP FAC EVENT PRODUCT WORK_OF_ART LAW".split())
# Of these, those whose name may begin with its number: "20th Century", "7-Eleven".
_LEADING_LABELS = frozenset("ORG FAC EVENT PRODUCT WORK_OF_ART LAW PERSON".split())
# A number behind one of these tells which, not how many. Lower case, singular.
_DESIGNATORS = frozenset(
    """
    act amendment annex apartment apt article bay block book box building bus camp car case category cell chapter class
    channel clause convention corridor court day district division episode exhibit exit factor figure flight flat
    floor form formula gate generation grade group hall highway interstate issue item kilometre lane law level line lot
    m1 mark model module motorway night no nr number op opus page paragraph part phase pier platform point pool
    precinct proposition protocol psalm question quarter railway resolution room round route row rule runway scene
    season seat section sector series sheet size slide sol square stage station step stop story street studio suite
    table task terminal tier title track train turn type unit verse version ville vol volume ward week windows world
    zone
    """.split()
)
_STREETS = re.compile(
    r"\s(?:[NSEW]\.?\s|North\s|South\s|East\s|West\s)?(?:[A-Z0-9][\w'.-]{0,20}\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd"
    r"|Drive|Dr|Lane|Ln|Boulevard|Blvd|Way|Court|Place|Square|Terrace|Highway|Hwy|Parkway|Pkwy|Broadway)\b"
)
# Addresses of the net, handles and tags; telephone numbers; dates in figures.
_MASKED = re.compile(
    r"(?:https?://|www\.|pic\.)\S{1,500}|[\w.+-]{1,60}@[\w.-]{1,60}|[@#]\w{1,60}|\b[\w-]{1,40}\.(?:com|org|net|co)/\S{1,500}"
    r"|(?<![\w.])(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)[ .-]?\d{2,4}[ .-]|\d{2,4}[.-]\d{3,4}[.-]|\d{3}-(?=\d{4}))\d{3,4}"
    r"(?![\w,])|\(\d{2,4}(?:-\d{1,4})?\)[ ]?\d{3}-\d{3,4}(?!\w)"
    r"|(?<!\w)\+\d{1,3}(?:[ .-]\d{2,5}){2,5}|(?<!\w)0\d{2,4}(?: \d{3,4}){1,2}(?!\w)"
    r"|(?<![\w.])\d{1,4}[/.]\d{1,2}[/.]\d{2,4}(?![\w])|(?<![\w.])\d{4}-\d{2}-\d{2}(?:T[\d:.+Z-]{1,20})?"
    # A code in groups, a paragraph of a law ("6(1)(a)"), the mark of a note.
    r"|(?<![\w.])\d{1,6}(?:-\d{1,6}){2,8}(?!\w)|(?<=\w)(?:\(\w{1,3}\)){1,4}|[A-Z]{1,4}\d{3,10}\.\d{1,6}[+-]\d{1,10}(?:\.\d{1,6})?"
    r"|\[\d{1,4}\]|(?<![\w.])(?:24/7|9/11|7/7|50[-/]50|20/20)(?!\w)"
)
_LIST_MARK = re.compile(r"\s*(?:\(?\d{1,3}[.):](?=\s|$)|[•*#-]\s?\d{1,3}[.)]\s)")
# "No. 5", "numbers 3 and 4", "#1". "Past nine" is an hour.
_NUMBERED = re.compile(r"(?:\b(?:Nos?|Nr|numbers?)\.?\s?|#\s?|№\s?)$", re.IGNORECASE)
# "Three-way talks", "two-tier", "three-dimensional": of what kind, not how many.
_MANNER = re.compile(r"-(?:way|tier|tiered|dimensional|sided|faced|fold|track|pronged|speed|handed|piece)\b")
# Beside "one" and "first" these make a set phrase and count nothing.
_ONE_PHRASES = frozenset("day time thing way hand side point another area place word step moment other".split())
_FIRST_PHRASES = frozenset(
    """
    aid air class hand lady minister name person place step thing time floor responder glance half language amendment
    degree rate ladies sight instance quarter officer family
    """.split()
)
_SECOND_PHRASES = frozenset("hand half thought nature class quarter language fiddle wind world".split())
_ORDINAL_PHRASES: dict[float | str, frozenset[str]] = {1.0: _FIRST_PHRASES, 2.0: _SECOND_PHRASES}
_SHORTEST_MODEL, _SHORTEST_IDENTIFIER = 3, 7  # digits
_WORDS_OF_NAME = 5
_WORDS_OF_PAIR = 4  # "of", two adjectives and the noun
_LEADING_NOUGHT = re.compile(r"0\d{1,8}")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100


class QuantityContext:
    """What the readers of quantities may look at: the parse, and the stretches that hold no quantities.

    Attributes:
        parse: The article.
        text: The article's text with plain marks, of the same length.
    """

    def __init__(self, parse: ArticleParse, text: str, times: Sequence[TimeExpression]) -> None:
        self.parse = parse
        self.text = text
        self._starts = [word.start for word in parse.words]
        self._names = [name for name in parse.names if name.label in _NAME_LABELS]
        self._name_starts = [name.start for name in self._names]
        self._durations = {time.span.start: time.span.end for time in times if time.type == "DURATION"}
        self._times = [time for time in times if time.type != "DURATION"]
        self._time_starts = [time.span.start for time in self._times]

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """Indices `[first, last)` of the words that share a character with `[start, end)`; may be empty."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.parse.words[first].end <= start:
            first += 1
        return first, max(first, bisect_left(self._starts, end))

    def time_at(self, start: int, end: int) -> TimeExpression | None:
        """The date, time of day or set that shares a character with `[start, end)`."""
        place = bisect_left(self._time_starts, end) - 1
        if place < 0 or self._times[place].span.end <= start:
            return None
        return self._times[place]

    def is_duration(self, start: int, end: int) -> bool:
        """Whether a time expression that is a duration begins at `start` and ends at `end`."""
        return self._durations.get(start) == end

    def times_in(self, span: Span) -> list[TimeExpression]:
        """The dates and times of day that begin inside `span`, in order."""
        first, last = bisect_left(self._time_starts, span.start), bisect_left(self._time_starts, span.end)
        return [time for time in self._times[first:last] if time.type != "SET"]

    def is_in_name(self, number: Number) -> bool:
        """Whether the number is part of a name that the model found."""
        place = bisect_right(self._name_starts, number.start) - 1
        if place < 0:
            return False
        name = self._names[place]
        if number.end > name.end or number.start >= name.end:
            return False
        return name.start < number.start or (name.end > number.end and name.label in _LEADING_LABELS)

    def is_label(self, number: Number, has_unit: bool) -> bool:
        """Whether the number tells which one is meant: "Channel 4", "Flight 12", "No. 5", "12 Oak Road"."""
        text = self.text
        if _MANNER.match(text, number.end):
            return True
        lead = text[max(0, number.start - 9) : number.start]
        if _NUMBERED.search(lead) or (number.form == "words" and lead.endswith(" past ")):
            return True
        if has_unit or number.form not in {"digits", "words"}:
            return False
        if number.form == "digits" and _STREETS.match(text, number.end):
            return True
        first, last = self.words_of(number.start, number.end)
        if first == last or first == 0:
            return False
        before, own = self.parse.words[first - 1], self.parse.words[last - 1]
        is_beside = text[before.end : number.start] in {" ", "-", "\u00a0"} and before.sentence == own.sentence
        return is_beside and before.text[0].isalpha() and self._is_labelled(number, first, last)

    def _is_labelled(self, number: Number, first: int, last: int) -> bool:
        """Whether the word before the number names what the number tells apart."""
        before, own = self.parse.words[first - 1], self.parse.words[last - 1]
        if before.text.lower() == "the":
            return self._is_model(number, last)
        counts = own.head >= last and own.dep in {"nummod", "compound", "amod", "quantmod", "nmod"}
        if before.text.lower() in _DESIGNATORS and before.tag in {"NN", "NNP"}:
            return not (counts and self.parse.words[own.head].tag in {"NNS", "NNPS"})
        if before.tag != "NNP":
            return False
        counts_many = counts and self.parse.words[own.head].tag.endswith("S")
        if number.form == "digits" and not counts_many and self._is_named_before(first):
            return True  # "the Norvik 4 mission", "its Norvik 4 is to land"; not "told the Herald 12 people had come"
        if number.form == "words" and self.text[number.start].isupper():
            return before.text[0].isupper()
        return not counts and (own.head < first if number.form == "digits" else own.head == first - 1)

    def _is_model(self, number: Number, last: int) -> bool:
        """Whether a number behind "the" names a thing: "the 486 is", but not "the 486 needed to pass"."""
        text = self.text[number.start : number.end]
        if not text.isdigit() or len(text) < _SHORTEST_MODEL:
            return False
        after = self._after(last, self.parse.words[last - 1])
        return after is None or after.tag in {"VBZ", ".", ",", "CC", ":"}

    def is_model(self, number: Number, end: int) -> bool:
        """Whether number and unit are part of a name: "a Norvik 4C", "bottles of 5-Hour Zest".

        Args:
            number: With the unit.
            end: Of the unit.
        """
        first, last = self.words_of(number.start, end)
        words = self.parse.words
        if first == last or number.form != "digits":
            return False
        unit = self.text[number.end : end]
        if len(unit) == 1 and unit.isupper():
            return first > 0 and self._is_named_before(first)
        if not unit.startswith("-") or not unit[1:2].isupper() or last >= len(words) or words[last].tag != "NNP":
            return False
        # In a headline every word begins with a capital.
        around = (words[first - 1] if first else None, words[last + 1] if last + 1 < len(words) else None)
        return all(word is None or not word.text[0].isupper() for word in around)

    def _is_named_before(self, first: int) -> bool:
        """Whether a name with "the", "a" or a genitive before it leads to the word `first`: "the Long Run 4"."""
        words = self.parse.words
        here = first - 1
        while here >= max(0, first - _WORDS_OF_NAME) and words[here].text[0].isupper() and words[here].tag == "NNP":
            here -= 1
        if here == first - 1 or here < 0 or words[here].sentence != words[first].sentence:
            return False
        return words[here].tag in {"DT", "POS", "PRP$"}

    def is_year(self, number: Number) -> bool:
        """Whether four digits without a unit are a year, or a time of day or a code that begins with nought."""
        if _LEADING_NOUGHT.fullmatch(self.text, number.start, number.end):
            return True  # "0554 local time"; as a code it is no count either
        if number.form != "digits" or number.end - number.start != 4 or not isinstance(number.value, float):
            return False
        if not _FIRST_YEAR <= number.value <= _LAST_YEAR or not self.text[number.start : number.end].isdigit():
            return False
        first, last = self.words_of(number.start, number.end)
        if first == last:
            return True
        own = self.parse.words[last - 1]
        head = self.parse.words[own.head]
        return not (own.dep == "nummod" and own.head >= last and head.tag == "NNS" and number.value < 1900)

    def is_identifier(self, number: Number) -> bool:
        """Whether so many digits without a comma are the number of a file or an account: no writer counts like that."""
        return (
            number.form == "digits"
            and number.end - number.start >= _SHORTEST_IDENTIFIER
            and number.scale == 1.0
            and (self.text[number.start : number.end].isdigit())
        )

    def is_paired_thing(self, number: Number) -> bool:
        """Whether "a pair" is one thing: "a pair of trousers"."""
        if number.form != "group" or not self.text[number.start : number.end].lower().endswith("pair"):
            return False
        _, last = self.words_of(number.start, number.end)
        behind = self.parse.words[last : last + _WORDS_OF_PAIR]
        return any(word.text.lower() in PAIRED_THINGS for word in behind)

    def is_one_of_none(self, number: Number) -> bool:
        """Whether "one" stands for somebody or makes a set phrase, and counts nothing."""
        if number.form != "words" or number.value != 1.0:
            return False
        first, last = self.words_of(number.start, number.end)
        if first == last:
            return True
        own = self.parse.words[last - 1]
        after = self._after(last, own)
        before = self.parse.words[first - 1] if first and self.parse.words[first - 1].sentence == own.sentence else None
        if self.text[number.end : number.end + 1] in {"-", "–"} or (before is not None and before.tag in _DETERMINERS):
            return True
        if after is None:
            return before is None or before.lemma not in {"least", "only", "kill", "injure", "wound"}
        # "One Anna Brell" is somebody of that name.
        if after.lemma in _ONE_PHRASES or after.tag == "NNP":
            return True
        counts = own.dep == "nummod" and own.head >= last
        return not counts and after.lemma not in {"person", "man", "woman", "child", "dead", "killed", "injured"}

    def is_idle_ordinal(self, number: Number) -> bool:
        """Whether an ordinal does not count the noun behind it: "first reported", "first lady", "Second World War"."""
        if number.form != "ordinal":
            return False
        first, last = self.words_of(number.start, number.end)
        own = self.parse.words[last - 1] if first < last else None
        after = None if own is None else self._after(last, own)
        if own is None or after is None or not own.tag.startswith(("JJ", "CD", "NN", "RB")):
            return True
        # "-grader" is joined to what it counts, "first-", "second-" hardly ever.
        if after.start == number.end and after.text[0] in "-–":
            return number.value in {1.0, 2.0}
        is_phrase = after.lemma in _ORDINAL_PHRASES.get(number.value, ())
        is_name = own.text[0].isupper() and after.tag.startswith("NNP")
        if is_phrase or is_name:
            return True
        is_adverb = own.dep == "advmod" and after.tag not in {"JJS", "RBS"}
        return is_adverb or not after.tag.startswith(("NN", "JJ", "VBG", "VBN", "CD", "RBS"))

    def _after(self, last: int, own: Word) -> Word | None:
        words = self.parse.words
        return words[last] if last < len(words) and words[last].sentence == own.sentence else None


_DETERMINERS = frozenset("DT PRP$ WDT JJ JJR POS".split())


def masked_spans(text: str, paragraph: Span) -> list[Span]:
    """Stretches of a paragraph whose digits are no numbers, in order: addresses, handles, telephones, a list's mark."""
    found = [Span(*match.span()) for match in _MASKED.finditer(text, paragraph.start, paragraph.end)]
    mark = _LIST_MARK.match(text, paragraph.start, paragraph.end)
    if mark is not None and (not found or mark.end() <= found[0].start):
        found.insert(0, Span(*mark.span()))
    return found
