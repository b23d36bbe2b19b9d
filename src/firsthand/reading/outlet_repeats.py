"""Repeats over one outlet's articles: what stands in many of them belongs to the outlet, not to an article.

The danger lies the other way: a paragraph of background stands word for word in each report of an affair, and one
article comes under several ids. So a line counts only where it could be furniture by its shape, has nothing to do with
the text round it, and stands in articles that share little else. A line that is in doubt stays body.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from firsthand.lexicon.boilerplate import label_line
from firsthand.lexicon.function_words import FUNCTION_WORDS
from firsthand.model import OutletRepeat, Reading, Segment, SegmentLabel, Span
from firsthand.reading.byline import find_byline, is_name

__all__ = [
    "FEWEST_ARTICLES",
    "LineMark",
    "LineMarks",
    "judge_repeats",
    "mark_lines",
    "relabel_repeats",
    "repeats_by_article",
]

_LONGEST_LINE = 300  # characters of a line that is judged anywhere in a text
_LONGEST_AT_EDGE = 600  # and of one among the first or last lines: a note on the paper, its terms, its newsletter
_EDGE = 3  # first and last lines of the body that are its edges
_SHORTEST_PROSE = 60  # characters; a shorter line is no paragraph, whatever it ends with
_MOST_LINES = 2_000  # of one article that are compared
_STEM = 5  # first letters by which a word is looked for in the rest of the text
_MOST_TIED_SHARE = 0.34  # of the line's words that the rest of the text has too
_FEWEST_TIED = 2  # such words: one is chance
FEWEST_ARTICLES = 3  # unlike one another; an outlet with fewer repeats nothing
_FEWEST_UNADDRESSED = 4  # the same for a paragraph that does not speak to its reader, and for a heading
_LEAST_LOOSE_SHARE = 0.6  # of the articles that hold the line, those in which nothing ties it to the rest
_MOST_SHARED = 0.25  # of the text of the shorter of two articles that stands in both, or they are copies of one
_FEWEST_LETTERS = 5  # of a line; of one in a script without spaces half as many are
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
_DIGITS = re.compile(r"\d+")
# Marks and verbs of speech; such a line tells what somebody said.
_SPEECH_MARKS = frozenset('"“”«»„「」『』')
_SPEECH_WORDS = frozenset(
    "said says told tells announced asked added according sagte sagten erklärte selon déclaré según dijo afirmó сказал"
    " сказала заявил заявила сообщил сообщила dedi söyledi قال قالت".split()
)
# Words with which a line speaks to its reader or of its paper.
_ADDRESSING_WORDS = frozenset(
    "you your yours our ours us we here click subscribe subscribers newsletter newsletters sign"
    " ihr ihre ihren ihnen wir unser unsere unseren uns hier vous votre vos nous notre nos ici usted su sus nosotros"
    " nuestro nuestra nuestros aquí вы вас вам ваш ваши мы нас наш наши здесь siz sizin biz bizim burada".split()
)
_ADDRESSING_SIGNS = ("http://", "https://", "www.", "@", "©")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
_ATTRIBUTION = re.compile(r"[—–―-]\s?[^\W\d_]")  # "— Name": whose words the line before was
_NAMED = re.compile(r"(?:by|von|par|por|da|di)\b", re.IGNORECASE)
_SECTIONS = (SegmentLabel.BODY, SegmentLabel.SUBHEADLINE)
_DEFAULT = SegmentLabel.METADATA


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """One distinct line of an article's body, as it is compared."""

    digest: str  # of the line, case, blanks and digits folded; 16 hexadecimal digits
    span: Span  # where it stands first
    loose: bool  # could be furniture here: by its shape, and because nothing ties it to the rest of the text
    addressed: bool  # speaks to the reader, or is no sentence: fewer articles are evidence enough


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMarks:
    """The distinct lines of one article's body: all that is asked of it when its outlet's repeats are judged."""

    article: str
    outlet: str | None
    lines: tuple[LineMark, ...] = ()


def _digest_line(line: str) -> str:
    folded = _DIGITS.sub("0", " ".join(line.casefold().split()))
    return hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _stems(line: str) -> list[str]:
    return [word[:_STEM] for word in _CONTENT_WORD.findall(line.casefold())]


def _is_sentence(line: str) -> bool:
    return len(line) >= _SHORTEST_PROSE and _SENTENCE_END.search(line[-12:]) is not None


def _speaks_to_reader(line: str, words: AbstractSet[str]) -> bool:
    return not words.isdisjoint(_ADDRESSING_WORDS) or any(sign in line for sign in _ADDRESSING_SIGNS)


def _could_be_furniture(line: str, words: AbstractSet[str], *, at_edge: bool, addressed: bool) -> bool:
    """Whether the line alone may be furniture: no speech, no figures in a sentence, nobody's name, not too long."""
    if len(line) > (_LONGEST_AT_EDGE if at_edge else _LONGEST_LINE):
        return False
    if not _SPEECH_MARKS.isdisjoint(line) or not _SPEECH_WORDS.isdisjoint(words):
        return False
    if _is_sentence(line):
        return addressed or (at_edge and _DIGITS.search(line) is None)
    letters = sum(map(str.isalpha, line)) * (1 if line.isascii() else 2)
    if letters < _FEWEST_LETTERS or _ATTRIBUTION.match(line) or _NAMED.match(line):
        return False
    return not is_name(line) and find_byline(line, 0, len(line)) is None


def mark_lines(reading: Reading) -> LineMarks:
    """The distinct lines of the body of `reading`, for comparison with the outlet's other articles.

    Take the reading as it was made without any repeats, so that what is judged does not hang on what was judged
    before. Cost grows with the length of the text.
    """
    text = reading.article.text
    segments = [one for one in reading.segments if one.label in _SECTIONS] if reading.article.body else []
    found: dict[str, LineMark] = {}
    held: Counter[str] | None = None
    for place, segment in enumerate(segments[:_MOST_LINES]):
        line = text[slice(*segment.span)]
        digest = _digest_line(line)
        if digest in found:
            continue
        words = frozenset(line.casefold().split())
        addressed = _speaks_to_reader(line, words)
        at_edge = place < _EDGE or place >= len(segments) - _EDGE
        loose = _could_be_furniture(line, words, at_edge=at_edge, addressed=addressed)
        if loose:
            held = _count_stems(text, segments) if held is None else held
            loose = not _is_tied(line, held)
        plain = segment.label is SegmentLabel.BODY and (addressed or not _is_sentence(line))
        found[digest] = LineMark(digest=digest, span=segment.span, loose=loose, addressed=plain)
    return LineMarks(article=reading.article.article, outlet=reading.article.outlet, lines=tuple(found.values()))


def _count_stems(text: str, segments: Sequence[Segment]) -> Counter[str]:
    """How often each stem stands in the distinct lines."""
    lines = dict.fromkeys(text[slice(*one.span)] for one in segments)
    return Counter(_stems("\n".join(lines)))


def _is_tied(line: str, held: Mapping[str, int]) -> bool:
    """Whether the line takes up words of the rest of the text, as a paragraph of it does."""
    own = Counter(word[:_STEM] for word in _CONTENT_WORD.findall(line.casefold()) if word not in FUNCTION_WORDS)
    every = Counter(_stems(line))
    elsewhere = sum(held[stem] > every[stem] for stem in own)
    return elsewhere >= min(_FEWEST_TIED, len(own)) and elsewhere > _MOST_TIED_SHARE * len(own)


class _Groups:
    """Disjoint sets of articles that are copies or states of one text."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def find(self, article: str) -> str:
        top = article
        while (above := self._above.get(top, top)) != top:
            top = above
        while article != top:
            self._above[article], article = top, self._above.get(article, article)
        return top

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self._above[second] = first


def judge_repeats(marks: Iterable[LineMarks]) -> tuple[OutletRepeat, ...]:
    """The lines that belong to an outlet, by outlet and digest; the order of `marks` changes nothing.

    A line is judged a repeat where at least 3 articles of the outlet hold it that are unlike one another (of any two
    the shorter shares at most a quarter of its text with the other, such lines put aside), and where it is loose in
    most of those that hold it. A paragraph that does not speak to its reader, and a heading, need 4. Cost
    grows with the number of lines.

    Args:
        marks: One for each article; an article whose outlet is not known takes no part.
    """
    by_outlet: defaultdict[str, list[LineMarks]] = defaultdict(list)
    for one in marks:
        if one.outlet is not None and one.lines:
            by_outlet[one.outlet].append(one)
    return tuple(repeat for outlet in sorted(by_outlet) for repeat in _judge_outlet(outlet, by_outlet[outlet]))


def _judge_outlet(outlet: str, marks: Sequence[LineMarks]) -> Iterator[OutletRepeat]:
    if len(marks) < FEWEST_ARTICLES:
        return
    holders: defaultdict[str, list[tuple[str, LineMark]]] = defaultdict(list)
    for one in sorted(marks, key=lambda marked: marked.article):
        for line in one.lines:
            holders[line.digest].append((one.article, line))
    groups = _group_copies(marks, holders)
    for digest in sorted(holders):
        held = holders[digest]
        loose = [(article, line) for article, line in held if line.loose]
        unlike = {groups.find(article) for article, _ in loose}
        fewest = FEWEST_ARTICLES if all(line.addressed for _, line in loose) else _FEWEST_UNADDRESSED
        if len(unlike) < fewest or len(loose) < _LEAST_LOOSE_SHARE * len(held):
            continue
        article, line = held[0]
        reason = f"stands in {len(held)} articles of the outlet, {len(unlike)} of them unlike one another"
        yield OutletRepeat(
            outlet=outlet, digest=digest, article=article, span=line.span, articles=len(held), reason=reason
        )


def _group_copies(marks: Sequence[LineMarks], holders: Mapping[str, Sequence[tuple[str, LineMark]]]) -> _Groups:
    """The articles of one outlet, those that are copies or states of one text in one group.

    Compared are all lines but those that may turn out to be the outlet's. Of the articles that hold a line each is
    compared with the next and with the first: copies share more than one line.
    """
    doubtful = {digest for digest, held in holders.items() if sum(line.loose for _, line in held) >= FEWEST_ARTICLES}
    lengths = {
        one.article: {line.digest: line.span.end - line.span.start for line in one.lines if line.digest not in doubtful}
        for one in marks
    }
    groups = _Groups()
    compared: set[tuple[str, str]] = set()
    for digest, held in holders.items():
        articles = [article for article, _ in held] if digest not in doubtful else []
        for place, article in enumerate(articles[1:], start=1):
            for other in {articles[place - 1], articles[0]}:
                pair = (other, article)
                if pair not in compared:
                    compared.add(pair)
                    if _are_copies(lengths[other], lengths[article]):
                        groups.join(other, article)
    for one in marks:
        if not lengths[one.article]:  # nothing else: no evidence of an article of its own
            groups.join(one.article, "")
    return groups


def _are_copies(a: Mapping[str, int], b: Mapping[str, int]) -> bool:
    shorter, longer = (a, b) if sum(a.values()) <= sum(b.values()) else (b, a)
    shared = sum(length for digest, length in shorter.items() if digest in longer)
    return shared > _MOST_SHARED * sum(shorter.values())


def repeats_by_article(marks: Iterable[LineMarks], repeats: Iterable[OutletRepeat]) -> dict[str, frozenset[str]]:
    """The digests of the repeats that each article holds, by article; one that holds none is left out.

    Only these are to be read again, with the digests as `repeats`.
    """
    by_outlet: defaultdict[str, set[str]] = defaultdict(set)
    for repeat in repeats:
        by_outlet[repeat.outlet].add(repeat.digest)
    touched = {
        one.article: frozenset(line.digest for line in one.lines if line.digest in by_outlet[one.outlet])
        for one in marks
        if one.outlet is not None and one.outlet in by_outlet
    }
    return {article: digests for article, digests in sorted(touched.items()) if digests}


def relabel_repeats(text: str, segments: Sequence[Segment], repeats: AbstractSet[str]) -> tuple[Segment, ...]:
    """`segments`, with each line of the body whose digest is in `repeats` under the label that fits it as furniture.

    Spans stay as they are. A line whose own words do not say what it is becomes metadata.
    """
    if not repeats:
        return tuple(segments)
    return tuple(
        replace(one, label=label_line(line, may_be_biography=True) or _DEFAULT)
        if one.label in _SECTIONS and _digest_line(line := text[slice(*one.span)]) in repeats
        else one
        for one in segments
    )
