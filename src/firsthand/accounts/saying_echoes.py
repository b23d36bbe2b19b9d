"""Words of a quotation that another article prints too, where the language stage saw no quotation.

A post that is set into a page without marks, a clause whose verb the parser misread in one of five copies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from firsthand.accounts.affair import Affair
from firsthand.accounts.content_words import says_little
from firsthand.accounts.saying_posts import read_signature
from firsthand.accounts.stretches import Stretch, read_keys
from firsthand.accounts.voices import Voice
from firsthand.lexicon.quotation_marks import APOSTROPHES, CLOSING_MARKS, OPENING_MARKS
from firsthand.model import Article, Span, overlap_length
from firsthand.text.tokens import Token, tokenise

__all__ = ["find_echoes"]

_RUN = 4  # words in the runs by which echoes are looked up
_MOST_PLACES = 30  # of one run in one article, beyond which it is a refrain
_MOST_HOLDERS = 300  # places in quotations of one run, beyond which it brings nothing together
_LONGEST_GAP = 3  # words between two runs of one echo
_FEWEST_WORDS = 6
_FEWEST_CONTENT = 3
# Without marks and without the speaker beside them, so many words in a row are speech that was printed as it is.
_UNLED_WORDS = 12
# Of the words between the first and the last that are shared, so many must be.
_COMMON_SHARE = 0.85
# Of a clause so much must stand there, else a report shares words with it that nobody is quoted for.
_WHOLE_SHARE = 0.8
# An echo of which quotations of the same article hold this share is one of them.
_KNOWN_SHARE = 0.6
_MARKS = (OPENING_MARKS | CLOSING_MARKS) - APOSTROPHES
_REACH = 160  # characters on both sides in which the speaker is looked for


@dataclass(frozen=True, slots=True)
class _Wording:
    """One wording of quoted words, and the first stretch that has it."""

    keys: tuple[str, ...]
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class _Body:
    """The words of an article's body; an empty one stands between two parts of it."""

    text: str
    words: list[Token]
    keys: tuple[str, ...]

    @classmethod
    def of(cls, article: Article) -> _Body:
        words: list[Token] = []
        for span in article.body:
            words += [*tokenise(article.text, span.start, span.end), Token(span.end, span.end, "")]
        return cls(article.text, words, read_keys(words))

    def is_one_flow(self, end: int, start: int) -> bool:
        """Whether what ends before word `end` goes on at word `start`: few words between, and no mark."""
        if start <= end:
            return "" not in self.keys[start:end]
        if start - end > _LONGEST_GAP or "" in self.keys[end:start]:
            return False
        between = self.text[self.words[end - 1].end : self.words[start].start]
        return _MARKS.isdisjoint(between)


def find_echoes(stretches: Sequence[Stretch], affair: Affair) -> list[Stretch]:
    """Stretches without a quotation that hold the words of one in another article, in order.

    Taken are words between marks, words that stand beside the speaker whom the other article gives, and twelve words
    or more in a row of what the other article prints in direct speech. Cost grows with the length of the bodies and the
    number of runs of words that they share with quotations.
    """
    wordings = _read_wordings(stretches, affair)
    known: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        known[stretch.article].append(stretch)
    runs: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for place, wording in enumerate(wordings):
        for at in range(len(wording.keys) - _RUN + 1):
            holders = runs[wording.keys[at : at + _RUN]]
            if len(holders) < _MOST_HOLDERS:
                holders.append((place, at))
    found: list[Stretch] = []
    for name in sorted(affair.annotations):
        if affair.annotations[name].skipped is None:
            found += _search_article(affair.articles[name], wordings, runs, known[name])
    return found


def _read_wordings(stretches: Sequence[Stretch], affair: Affair) -> list[_Wording]:
    by_words: dict[tuple[str, ...], _Wording] = {}
    for stretch in stretches:
        words = tokenise(affair.articles[stretch.article].text, stretch.span.start, stretch.span.end)
        keys = read_keys(words)
        if len(keys) >= _FEWEST_WORDS and keys not in by_words:
            by_words[keys] = _Wording(keys, stretch)
    return [by_words[keys] for keys in sorted(by_words)]


def _search_article(
    article: Article,
    wordings: Sequence[_Wording],
    runs: Mapping[tuple[str, ...], Sequence[tuple[int, int]]],
    known: Sequence[Stretch],
) -> list[Stretch]:
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    body = _Body.of(article)
    words, keys = body.words, body.keys
    for at in range(len(keys) - _RUN + 1):
        for wording, within in runs.get(keys[at : at + _RUN], ()):
            places[wording].append((at, within))
    windows: dict[Span, tuple[int, int]] = {}
    for wording in sorted(places):
        for first, last in _find_windows(places[wording], wordings[wording].keys, body):
            span = Span(words[first].start, words[last - 1].end)
            if not _is_known(span, known) and _is_speech(article.text, span, last - first, wordings[wording]):
                windows.setdefault(span, (last - first, wording))
    found: list[Stretch] = []
    for span, (_, wording) in sorted(windows.items(), key=lambda each: (-each[1][0], each[0])):
        if not any(overlap_length(span, other.span) for other in found):
            found.append(_echo(article, span, wordings[wording].stretch))
    return sorted(found, key=lambda stretch: stretch.order)


def _find_windows(
    places: Sequence[tuple[int, int]], wording: tuple[str, ...], body: _Body
) -> Iterator[tuple[int, int]]:
    """Where in an article the words stand, as its first word and the one after the last.

    Args:
        places: Of each run that both have, its first word in the article and in the wording.
        wording: The words of a quotation elsewhere.
        body: The words of the article.
    """
    if len(places) > _MOST_PLACES * len(wording):
        return
    rows: list[list[tuple[int, int]]] = []
    for at, within in sorted(places):
        if rows and within >= rows[-1][-1][1] and body.is_one_flow(rows[-1][-1][0] + _RUN, at):
            rows[-1].append((at, within))
        else:
            rows.append([(at, within)])
    for row in rows:
        first, end = row[0][0], row[-1][0] + _RUN
        window = body.keys[first:end]
        says_enough = len(window) >= _FEWEST_WORDS and sum(not says_little(key) for key in window) >= _FEWEST_CONTENT
        if says_enough and LCSseq.similarity(window, wording) >= _COMMON_SHARE * len(window):
            yield first, end


def _is_known(span: Span, known: Sequence[Stretch]) -> bool:
    held = [stretch for stretch in known if overlap_length(stretch.span, span)]
    covered = {at for each in held for at in range(max(each.span.start, span.start), min(each.span.end, span.end))}
    return len(covered) >= _KNOWN_SHARE * (span.end - span.start)


def _is_marked(text: str, span: Span) -> bool:
    before = text[span.start - 1] if span.start else ""
    behind = text[span.end : span.end + 2].lstrip(".,!?")[:1]
    return before in OPENING_MARKS and behind in CLOSING_MARKS if before and behind else False


def _is_speech(text: str, span: Span, words: int, wording: _Wording) -> bool:
    """Whether the words are told as somebody's: see `find_echoes`."""
    if _is_marked(text, span):
        return True
    if wording.stretch.kind == "direct":
        return words >= _UNLED_WORDS or _is_beside(text, span, wording.stretch.voice)
    return words >= _WHOLE_SHARE * len(wording.keys) and _is_beside(text, span, wording.stretch.voice)


def _is_beside(text: str, span: Span, voice: Voice) -> bool:
    """Whether a word of the speaker's name or description stands shortly before or behind."""
    names = {word.norm for word in tokenise(f"{voice.name or ''} {voice.written or ''}")}
    beside = {
        word.norm
        for start, end in ((max(0, span.start - _REACH), span.start), (span.end, span.end + _REACH))
        for word in tokenise(text, start, min(end, len(text)))
    }
    return any(not says_little(name) for name in names & beside)


def _echo(article: Article, span: Span, stretch: Stretch) -> Stretch:
    is_marked = _is_marked(article.text, span)
    name = read_signature(article.text, span.end)
    return Stretch(
        article=article.article,
        quotation=None,
        span=span,
        kind="direct" if is_marked or stretch.kind == "direct" else "indirect",
        voice=Voice(name=name, written=name),
        is_marked=is_marked,
    )
