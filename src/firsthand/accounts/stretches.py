"""The stretches of speech that an article prints: each quotation as it stands, its sentences, its words under marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from firsthand.accounts.affair import Affair
from firsthand.accounts.content_words import says_little, stem_word
from firsthand.accounts.saying_posts import cut_posts
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.voices import Voice, read_voice
from firsthand.lexicon.demonyms import COUNTRY_OF_WORD
from firsthand.lexicon.irregular_verbs import VERB_OF_FORM
from firsthand.lexicon.quotation_marks import OPENING_MARKS
from firsthand.lexicon.spelling_variants import spelling_key
from firsthand.model import Annotation, Article, Quotation, Span
from firsthand.text.lines import split_sentences, strip_span
from firsthand.text.tokens import Token, tokenise

__all__ = ["Piece", "Stretch", "Voice", "find_stretches", "read_keys", "read_pieces", "stem_key"]

# Where two parts of one quotation have nothing but marks and blanks between them they are one stretch.
_LONGEST_GAP = 12
_FEWEST_CONTENT = 2
_OBJECTS = frozenset({"me", "him", "us", "them", "whom"})
_FEWEST_CLAUSE = 3  # words of content in the shortest clause that stands for itself
# Where a second clause with its own verb begins in reported speech.
_JOINT = re.compile(
    r"(?<=[\w,”\"]) (?P<joint>(?:and|but) (?:that|would|will|had|has|have|could|should|must|was|were|is|are|did"
    r"|they|he|she|it|we|nonetheless|also|then)\b)"
)
_JOINTS = frozenset({"and", "but", "that"})
# A mixed quotation with two parts or more between marks, one of them so long, is told by its parts.
_WHOLE_PART = 4

# What somebody thought, plans or did, in the article's own words, is no saying: "refused to sign" would read as the
# opposite of the text. Words between marks were said in any case.
_SAID = "said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words in a row of one quotation, in one article.

    Attributes:
        quotation: Id of the quotation; None where the words were found by those of another article.
        kind: direct, mixed or indirect.
        is_marked: Whether it is all that stands between two quotation marks.
    """

    article: str
    quotation: str | None
    span: Span
    kind: str
    voice: Voice
    is_marked: bool

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """By which stretches are sorted: the same whatever the order of input."""
        return self.article, self.span, self.kind, self.quotation or ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """A sentence of a stretch.

    Attributes:
        stretch: What it stands in.
        place: Its number among the sentences of the stretch, from 0.
        words: Its words with their places.
        keys: One key for all spellings of a word, for each of `words`.
        stems: The stems of the words that say something, in order; no word of grammar or of reporting.
    """

    stretch: Stretch
    place: int
    span: Span
    words: tuple[Token, ...]
    keys: tuple[str, ...]
    stems: tuple[str, ...]


def find_stretches(affair: Affair, settings: AccountsSettings) -> list[Stretch]:
    """Every stretch of the annotated articles, in order of article and place; the same words once.

    A mixed quotation gives the whole clause, and each part of it between marks. A quotation whose parts are set apart
    by the article's own words gives each part.
    """
    found: list[Stretch] = []
    for name in sorted(affair.articles):
        annotation = affair.annotations.get(name)
        if annotation is not None and annotation.skipped is None:
            found += _read_article(affair.articles[name], annotation, settings)
    return found


def read_pieces(stretches: Iterable[Stretch], affair: Affair) -> list[Piece]:
    """The sentences of `stretches` that hold a word, in order."""
    return [piece for stretch in stretches for piece in _read_stretch(stretch, affair.articles[stretch.article].text)]


def _read_article(article: Article, annotation: Annotation, settings: AccountsSettings) -> list[Stretch]:
    by_span: dict[Span, Stretch] = {}
    for quotation in annotation.quotations:
        voice = read_voice(article, quotation, annotation.mentions)
        for stretch in _cut_quotation(article.text, quotation, voice):
            is_said = stretch.is_marked or quotation.act == _SAID
            if not is_said or not _is_compared(stretch, article.text, settings):
                continue
            other = by_span.get(stretch.span)
            if other is None or _rank(stretch) < _rank(other):
                by_span[stretch.span] = stretch
    return [by_span[span] for span in sorted(by_span)]


def _rank(stretch: Stretch) -> tuple[bool, str, str, str, str]:
    """Of two stretches of the same words the first is taken: one whose speaker is known, direct speech."""
    voice = stretch.voice
    return voice.name is None, stretch.kind, stretch.quotation or "", voice.name or "", voice.written or ""


def _is_compared(stretch: Stretch, text: str, settings: AccountsSettings) -> bool:
    """Whether a stretch says anything: words between marks do, a clause with two words of content, not all of it names.

    A number is no such word: "asked for 60 per cent". What begins with an object says nothing by itself: "accused them
    of theft".
    """
    if stretch.span.end - stretch.span.start > settings.longest_stretch:
        return False
    words = tokenise(text, stretch.span.start, stretch.span.end)
    content = [word for word in words if not says_little(word.norm)]
    if stretch.is_marked:
        return bool(content)
    if words[0].norm in _OBJECTS:
        return False
    worded = [word for word in content if not word.norm[:1].isdigit()]
    return len(worded) >= _FEWEST_CONTENT and any(text[word.start].islower() for word in worded)


def _cut_quotation(text: str, quotation: Quotation, voice: Voice) -> list[Stretch]:
    parts = quotation.spans or (quotation.span,)
    if quotation.kind == "direct":
        return [
            _stretch(quotation, post, Voice(name=signed, written=signed) if signed else voice, is_marked=True)
            for run in _join_parts(text, parts)
            for post, signed in cut_posts(text, run)
        ]
    marked = [part for part in parts if part.start and text[part.start - 1] in OPENING_MARKS]
    if len(marked) > 1 and any(len(tokenise(text, *part)) >= _WHOLE_PART for part in marked):
        runs = []
    else:
        runs = [run for run in _join_parts(text, parts) if run not in marked]
    found = [_stretch(quotation, run, voice, is_marked=False) for run in runs]
    return found + [_stretch(quotation, part, voice, is_marked=True) for part in marked]


def _stretch(quotation: Quotation, span: Span, voice: Voice, is_marked: bool) -> Stretch:
    return Stretch(
        article=quotation.article,
        quotation=quotation.quotation,
        span=span,
        kind=quotation.kind,
        voice=voice,
        is_marked=is_marked,
    )


def _join_parts(text: str, parts: Sequence[Span]) -> list[Span]:
    """The parts of a quotation, those made one between which no word stands."""
    runs: list[Span] = []
    for part in sorted(parts):
        if runs and part.start - runs[-1].end <= _LONGEST_GAP and not _has_word(text, runs[-1].end, part.start):
            runs[-1] = Span(runs[-1].start, max(runs[-1].end, part.end))
        else:
            runs.append(part)
    return runs


def _has_word(text: str, start: int, end: int) -> bool:
    return any(character.isalnum() for character in text[start:end])


def _read_stretch(stretch: Stretch, text: str) -> list[Piece]:
    pieces: list[Piece] = []
    for sentence in split_sentences(text, stretch.span.start, stretch.span.end):
        for span in [sentence] if stretch.is_marked else _split_clauses(text, sentence):
            words = tokenise(text, span.start, span.end)
            if not stretch.is_marked:
                words = _drop_joint(words)
            if words:
                keys = read_keys(words)
                stems = tuple(stem_key(key) for key in keys if not says_little(key))
                told = Span(words[0].start, words[-1].end + _count_ends(text, words[-1].end, span.end))
                pieces.append(
                    Piece(stretch=stretch, place=len(pieces), span=told, words=tuple(words), keys=keys, stems=stems)
                )
    return pieces


def _drop_joint(words: list[Token]) -> list[Token]:
    """`words` without the "and that" which joins a clause to what stands before it."""
    first = 0
    while first < len(words) - _FEWEST_CLAUSE and words[first].norm in _JOINTS:
        first += 1
    return words[first:]


def _count_ends(text: str, start: int, end: int) -> int:
    """How many characters behind the last word belong to it: the stop of a sentence, no comma before "he said"."""
    behind = text[start:end]
    return len(behind) if behind.strip(",; ") else 0


def _split_clauses(text: str, sentence: Span) -> list[Span]:
    """The clauses of reported speech that each say something of their own: "that ..., and that ..."."""
    edges = [match.start("joint") for match in _JOINT.finditer(text, sentence.start, sentence.end)]
    starts = [sentence.start, *edges]
    clauses: list[Span] = []
    for start, end in zip(starts, [*edges, sentence.end], strict=True):
        span = Span(start, end)
        content = [word for word in tokenise(text, start, end) if not says_little(word.norm)]
        if clauses and len(content) < _FEWEST_CLAUSE:
            clauses[-1] = Span(clauses[-1].start, end)
        else:
            clauses.append(span)
    return [strip for each in clauses if (strip := strip_span(text, each.start, each.end)) is not None]


def read_keys(words: Iterable[Token]) -> tuple[str, ...]:
    """One key for all spellings of a word, for each of `words`."""
    return tuple(spelling_key(word.norm.removesuffix("'s")) for word in words)


def stem_key(key: str) -> str:
    """The stem of a word; what stands for a country stands under the country ("Nepali", "Nepal")."""
    return COUNTRY_OF_WORD.get(key) or stem_word(VERB_OF_FORM.get(key, key))
