"""Alignment with the bounds that spare it most comparisons, against alignment that compares all it comes by."""

import random

import pytest

from firsthand.lineage import LineageSettings, StockText, align_pair, matching
from firsthand.lineage.comparable import make_comparable
from firsthand.lineage.matching import match_sentences
from firsthand.lineage.sentence_bounds import SentenceBounds, bound_sentences
from firsthand.lineage.vocabulary import share_vocabulary
from firsthand.model import Article, Source, Span
from firsthand.text.alignment import align_in_order

SETTINGS = LineageSettings()
COMMON = "the of a to in and on for was said that it by with as".split()
RARE = [f"{start}{end}" for start in ("Brok", "harv", "lins", "tarm", "ovel", "Pend", "skir") for end in "abcdefghijkl"]


def sentence(draw, names):
    words = [draw.choice(COMMON if draw.random() < 0.45 else names) for _ in range(draw.randint(2, 25))]
    if draw.random() < 0.3:
        words.insert(len(words) // 2, "“")
        words.append("”")
    return words


def edit(draw, lines, names):
    """Sentences replaced word by word, with clauses moved, split, joined, left out and added."""
    made = []
    for line in lines:
        chance = draw.random()
        if chance < 0.15:
            continue
        words = [draw.choice(names) if draw.random() < draw.choice([0, 0, 0.1, 0.3]) else word for word in line]
        if chance < 0.3:
            cut = len(words) // 2
            words = words[cut:] + words[:cut]
        elif chance < 0.45:
            made.append(words[: len(words) // 2])
            words = words[len(words) // 2 :]
        elif chance < 0.55 and made:
            words = made.pop() + words
        made.append(words)
        if draw.random() < 0.3:
            made.append(sentence(draw, names))
    return made


def write(name, lines, draw):
    text = "".join("It " + " ".join(line) + draw.choice([". ", ".\n"]) for line in lines).strip()
    return Article(article=name, text=text, body=(Span(0, len(text)),), source=Source(sha256="", bytes_kept=0))


def two_articles(seed):
    draw = random.Random(seed)
    names = draw.sample(RARE, draw.choice([12, 40, 80]))
    first = [sentence(draw, names) for _ in range(draw.randint(1, 14))]
    second = edit(draw, first, names) if seed % 4 else [sentence(draw, names) for _ in range(10)]
    return write("a", first, draw), write("b", second or [["Nothing"]], draw)


@pytest.mark.parametrize("seed", range(120))
def test_nothing_is_lost_by_bounds(seed, monkeypatch):
    one, other = two_articles(seed)
    text, other_text = (make_comparable(article, StockText(), SETTINGS) for article in (one, other))
    found = match_sentences(text, other_text, SETTINGS)
    passages = align_pair(one, other, StockText(), SETTINGS)
    monkeypatch.setattr(
        matching, "bound_sentences", lambda a, b, *_: SentenceBounds(len(a.sentences), len(b.sentences))
    )
    assert match_sentences(text, other_text, SETTINGS) == found
    assert align_pair(one, other, StockText(), SETTINGS) == passages


@pytest.mark.parametrize("seed", range(20))
def test_bounds_hold_for_every_pair_of_sentences(seed):
    text, other = (make_comparable(article, StockText(), SETTINGS) for article in two_articles(seed))
    bounds = bound_sentences(text, other, share_vocabulary(text, other), SETTINGS)
    matcher = matching._Matcher(text, other, SETTINGS)
    for s in range(len(text.sentences)):
        for t in range(len(other.sentences)):
            pair = matcher.pair(s, t)
            assert len(pair.places) <= bounds.common[s, t]
            assert pair.coverage <= bounds.coverage[s, t] + 1e-9
            assert pair.overlap <= bounds.overlap[s, t] + 1e-9
            assert pair.strength <= bounds.strength[s, t] + 1e-9
            words, others = (
                side.words[sentence.first : sentence.last].tolist()
                for side, sentence in ((text, text.sentences[s]), (other, other.sentences[t]))
            )
            in_order = sum(block.length for block in align_in_order(words, others))
            assert in_order <= len(pair.places)
            assert all(text.words[i] == other.words[j] for i, j in zip(pair.places, pair.other_places, strict=True))


def test_the_articles_do_match():
    matched = [
        len(
            match_sentences(
                *(make_comparable(each, StockText(), SETTINGS) for each in two_articles(seed)), SETTINGS
            ).pairs
        )
        for seed in range(60)
    ]
    assert sum(map(bool, matched)) > 20
    assert not all(matched)
