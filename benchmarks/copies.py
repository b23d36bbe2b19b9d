"""A corpus with planted copies: every article is invented word by word, and which has whose text is known.

Words and their frequencies are those of the bundled sample, or of any JSONL with a `text` in each line. Nothing reads
as sense; runs of words repeat by chance as often as the frequencies make them, and everything else that two articles
share was planted.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations
from pathlib import Path

from firsthand.model import Article, RawDocument, Source, Span
from firsthand.reading import ReadingSettings, read_article

__all__ = ["KINDS", "Corpus", "Planted", "make_corpus"]

Sentence = tuple[int | None, list[str]]  # which sentence of its source it is, None for one of its own; its words
Sentences = list[Sentence]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_OUTLETS = 400
_TO_BE_FOUND = 2  # sentences that two copies of one original must both hold to be looked for
_MOST_COPIES = 12  # of one original
_BRITISH = "colour labour centre theatre organise organised recognised travelled defence programme grey".split()
_AMERICAN = "color labor center theater organize organized recognized traveled defense program gray".split()
_WRAPPING = (
    "Sign up to our newsletter {outlet} for the morning briefing.",
    "Read more: what we know so far.",
    "ADVERTISEMENT",
    "© {outlet}. All rights reserved.",
    "Follow {outlet} on social media for the latest.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """One copy: what was taken, from where, and what was done to it."""

    source: str
    copy: str
    kind: str
    words: int  # of the source that stand in the copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Articles in order of ids, what was planted, and which pairs share planted text.

    Two copies of one original share what both took. `pairs` share two sentences or more, and are to be found;
    `touching` are those and the pairs that share one sentence, which are right when found and no miss when not.
    """

    articles: list[Article]
    planted: list[Planted]
    pairs: frozenset[tuple[str, str]]
    touching: frozenset[tuple[str, str]]


class _Words:
    """Draws words by their frequency, many at a time."""

    def __init__(self, counts: Counter[str], seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - nothing is secret here
        self._words, self._weights = list(counts), list(counts.values())
        total = 0
        self._cumulative = [total := total + weight for weight in self._weights]

    def draw(self, count: int) -> list[str]:
        return self.random.choices(self._words, cum_weights=self._cumulative, k=count)

    def sentences(self, words: int) -> list[list[str]]:
        drawn = iter(self.draw(words))
        made: list[list[str]] = []
        while words > 0:
            length = min(words, self.random.randint(8, 28))
            made.append([next(drawn) for _ in range(length)])
            words -= length
        return made


def _frequencies(texts: Path | None) -> Counter[str]:
    lines = (texts or files("firsthand.sample").joinpath("articles.jsonl")).read_text(encoding="utf-8").splitlines()
    held = (json.loads(line).get("text") or "" for line in lines if line.strip())
    counts = Counter(word for text in held for word in _WORD.findall(text))
    for british, american in zip(_BRITISH, _AMERICAN, strict=True):
        counts[british] += 8
        counts.pop(american, None)
    # A language has many more rare words than a small sample shows: each that stands once or twice gets sisters.
    rare = [word for word, count in counts.items() if count <= 2 and len(word) > 4]
    counts.update({f"{word}{ending}": 1 for word in rare for ending in ("ik", "ov", "ane", "esk", "ul")})
    return counts


# --- what is done to a text -----------------------------------------------------------------------------------------


def _whole(text: Sentences, words: _Words) -> Sentences:  # noqa: ARG001 - one shape for all
    return text


def _half(text: Sentences, words: _Words) -> Sentences:  # noqa: ARG001
    return text[: max(2, len(text) // 2)]


def _cut(text: Sentences, words: _Words) -> Sentences:
    return text[: max(2, int(len(text) * words.random.uniform(0.2, 0.6)))]


def _reordered(text: Sentences, words: _Words) -> Sentences:
    shuffled = text[:]
    words.random.shuffle(shuffled)
    return shuffled


def _edited(share: float) -> Callable[[Sentences, _Words], Sentences]:
    def edit(text: Sentences, words: _Words) -> Sentences:
        return [
            (place, [words.draw(1)[0] if words.random.random() < share else word for word in line])
            for place, line in text
        ]

    return edit


def _respelt(text: Sentences, words: _Words) -> Sentences:  # noqa: ARG001
    american = dict(zip(_BRITISH, _AMERICAN, strict=True))
    return [(place, [american.get(word, word) for word in line]) for place, line in text]


def _excerpt(text: Sentences, words: _Words) -> Sentences:
    taken = words.random.randint(3, 5)
    start = words.random.randrange(max(1, len(text) - taken))
    own: Sentences = [(None, line) for line in words.sentences(words.random.randint(150, 400))]
    middle = len(own) // 2
    return own[:middle] + text[start : start + taken] + own[middle:]


KINDS: dict[str, Callable[[Sentences, _Words], Sentences]] = {
    "whole": _whole,
    "cut": _cut,
    "reordered": _reordered,
    "edited 5 %": _edited(0.05),
    "edited 15 %": _edited(0.15),
    "edited 30 %": _edited(0.30),
    "respelt": _respelt,
    "wrapped": _whole,
    "merged": _half,  # with the half of another
    "excerpt": _excerpt,
}


# --- the corpus -----------------------------------------------------------------------------------------------------


def make_corpus(count: int, *, copied: float = 0.3, seed: int = 1, texts: Path | None = None) -> Corpus:
    """`count` articles, of which a share are copies; the same in every run.

    Args:
        count: At least 10.
        copied: Share of the articles that have another's text.
        seed: Another seed, another corpus.
        texts: JSONL whose words are used; None for the bundled sample.
    """
    words = _Words(_frequencies(texts), seed)
    originals = count - int(count * copied)
    lengths = [min(1_500, max(60, int(words.random.lognormvariate(5.7, 0.6)))) for _ in range(originals)]
    sources: list[Sentences] = [list(enumerate(words.sentences(length))) for length in lengths]
    articles = [_make_article(number, text, words) for number, text in enumerate(sources)]
    planted: list[Planted] = []
    copies_of: dict[int, list[tuple[int, set[int]]]] = {}
    kinds = list(KINDS)
    for number in range(originals, count):
        kind = kinds[number % len(kinds)]
        taken = [_choose(words, originals, copies_of) for _ in range(2 if kind == "merged" else 1)]
        parts = [KINDS[kind](sources[one], words) for one in taken]
        articles.append(_make_article(number, [line for part in parts for line in part], words, kind == "wrapped"))
        for one, part in zip(taken, parts, strict=True):
            held = {place for place, _ in part if place is not None}
            length = sum(len(line) for place, line in part if place is not None)
            copies_of.setdefault(one, []).append((number, held))
            planted.append(Planted(source=_id(one), copy=_id(number), kind=kind, words=length))
    shared = {(each.source, each.copy): _TO_BE_FOUND for each in planted}
    for held_by in copies_of.values():
        for (one, held), (other, too) in combinations(held_by, 2):
            if one != other and held & too:
                shared[_id(one), _id(other)] = len(held & too)
    pairs = frozenset(pair for pair, sentences in shared.items() if sentences >= _TO_BE_FOUND)
    return Corpus(articles=articles, planted=planted, pairs=pairs, touching=frozenset(shared))


def _choose(words: _Words, originals: int, copies_of: Mapping[int, Sequence[object]]) -> int:
    """An original to copy: often one that was copied before, as agency reports are."""
    if copies_of and words.random.random() < 0.3:
        again = words.random.choice(list(copies_of)) if len(copies_of) < 50 else _recent(words, copies_of)
        if len(copies_of[again]) < _MOST_COPIES:
            return again
    return words.random.randrange(originals)


def _recent(words: _Words, copies_of: Mapping[int, Sequence[object]]) -> int:
    for key in reversed(copies_of):
        if words.random.random() < 0.2:
            return key
    return next(iter(copies_of))


def _id(number: int) -> str:
    return f"a{number:07}"


def _paragraphs(text: Sentences, words: _Words) -> Iterator[str]:
    held: list[str] = []
    for _, line in text:
        sentence = " ".join(line)
        held.append(f"{sentence[0].upper()}{sentence[1:]}.")
        if words.random.random() < 0.4:
            yield " ".join(held)
            held = []
    if held:
        yield " ".join(held)


def _make_article(number: int, text: Sentences, words: _Words, is_wrapped: bool = False) -> Article:
    outlet = f"Outlet {words.random.randrange(_OUTLETS)}"
    lines = list(_paragraphs(text, words))
    if is_wrapped:  # what of it is the article is for the reading stage to find, as in a real archive
        for line in _WRAPPING:
            lines.insert(words.random.randrange(len(lines) + 1), line.format(outlet=outlet))
        return _read("\n".join(lines), number, outlet)
    body = "\n".join(lines)
    return Article(
        article=_id(number),
        text=body,
        outlet=outlet,
        language="en",
        body=(Span(0, len(body)),),
        source=Source(path="made", sha256="", bytes_kept=0),
    )


def _read(text: str, number: int, outlet: str) -> Article:
    source = Source(path="made", sha256="", bytes_kept=0)
    document = RawDocument(article=_id(number), text=text, outlet=outlet, source=source, original=b"")
    return read_article(document, ReadingSettings()).article
