"""Candidates against comparing all pairs: what the index gives away."""

import random
from itertools import combinations

import pytest

from firsthand.lineage import LineageSettings, StockText, align_pair, find_candidates, fingerprint
from firsthand.model import Article, Source, Span

VOCABULARY = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "bdklmnrst"]


def sentence(draw):
    return " ".join(draw.choice(VOCABULARY) for _ in range(draw.randrange(12, 26))) + "."


def edit(text, share, draw):
    """`text` with `share` of its words replaced."""
    return " ".join(draw.choice(VOCABULARY) if draw.random() < share else word for word in text.split()) + "."


def archive(seed, count=60, copied=0.3, edited=0.0):
    """Articles of 20 sentences; every second one takes `copied` of its sentences from the one before it."""
    draw = random.Random(seed)
    articles, planted, last = [], set(), []
    for number in range(count):
        lines = [sentence(draw) for _ in range(20)]
        if number % 2:
            taken = round(copied * 20)
            lines[:taken] = [edit(line, edited, draw) if edited else line for line in last[:taken]]
            planted.add((f"n{number - 1:03}", f"n{number:03}"))
        last = lines
        text = "\n".join(lines)
        articles.append(
            Article(
                article=f"n{number:03}", text=text, body=(Span(0, len(text)),), source=Source(sha256="", bytes_kept=0)
            )
        )
    return articles, planted


@pytest.mark.parametrize("settings", [LineageSettings(), LineageSettings(small_archive=1)], ids=["small", "large"])
@pytest.mark.parametrize(("copied", "edited"), [(0.05, 0.0), (0.3, 0.0), (0.3, 0.05), (0.3, 0.15), (0.9, 0.15)])
def test_every_pair_that_shares_text_is_a_candidate(settings, copied, edited):
    articles, planted = archive(1, copied=copied, edited=edited)
    pairs = set(find_candidates([fingerprint(article, settings) for article in articles], StockText(), settings))
    assert planted <= pairs


@pytest.mark.parametrize(("copied", "edited"), [(0.3, 0.0), (0.3, 0.15)])
def test_candidates_lose_nothing_that_all_pairs_find(copied, edited):
    settings = LineageSettings(small_archive=1)
    articles, planted = archive(2, count=24, copied=copied, edited=edited)
    everything = {
        (one.article, other.article)
        for one, other in combinations(articles, 2)
        if align_pair(one, other, StockText(), settings)
    }
    found = set(find_candidates([fingerprint(article, settings) for article in articles], StockText(), settings))
    assert everything == planted
    assert everything <= found


def test_passages_are_the_planted_text():
    settings = LineageSettings()
    articles, planted = archive(3, count=20, copied=0.3)
    by_id = {article.article: article for article in articles}
    for a, b in planted:
        passages = align_pair(by_id[a], by_id[b], StockText(), settings)
        expected = len("\n".join(by_id[b].text.splitlines()[:6]))
        assert [passage.b_span for passage in passages] == [(0, expected)]
        assert [passage.a_span for passage in passages] == [(0, expected)]
