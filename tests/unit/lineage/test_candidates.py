import random

import msgspec

from firsthand.lineage import (
    Fingerprint,
    LineageSettings,
    StockText,
    find_candidates,
    fingerprint,
    judge_stock_text,
    order_pairs,
)
from firsthand.model import Article, Source, Span

SETTINGS = LineageSettings()


def make(name, text, outlet=None):
    return Article(
        article=name, text=text, outlet=outlet, body=(Span(0, len(text)),), source=Source(sha256="", bytes_kept=0)
    )


def words(seed, count):
    draw = random.Random(seed)
    return " ".join(f"w{draw.randrange(100_000)}" for _ in range(count))


def prints(*texts, outlet=None):
    return [fingerprint(make(f"n{number:03}", text, outlet), SETTINGS) for number, text in enumerate(texts)]


def test_articles_that_share_a_sentence_are_a_pair():
    common = words(0, 25)
    items = prints(f"{words(1, 80)}. {common}", words(2, 90), f"{common}. {words(3, 70)}")
    assert find_candidates(items, StockText(), SETTINGS) == [("n000", "n002")]


def test_order_of_input_does_not_matter():
    common = words(0, 25)
    items = prints(*[f"{words(seed, 60)}. {common}" for seed in range(1, 8)])
    assert find_candidates(items[::-1], StockText(), SETTINGS) == find_candidates(items, StockText(), SETTINGS)


def test_a_report_in_very_many_articles_pairs_them_with_the_fullest():
    common = words(0, 60)
    items = prints(*[f"{common}. {words(seed, 5 + seed)}" for seed in range(1, 101)])
    pairs = find_candidates(items, StockText(), SETTINGS)
    assert {name for pair in pairs for name in pair} == {item.article for item in items}
    assert len(pairs) < 2000  # of 4950


def test_large_archives_ask_for_more_than_one_shared_run():
    settings = LineageSettings(small_archive=1)
    short, long = words(0, 4), words(1, 40)
    items = prints(
        f"{words(2, 30)}. {short}", f"{words(3, 30)}. {short}", f"{words(4, 30)}. {long}", f"{words(5, 30)}. {long}"
    )
    assert find_candidates(items, StockText(), settings) == [("n002", "n003")]


def test_few_articles_give_no_pair():
    assert find_candidates([], StockText(), SETTINGS) == []
    assert find_candidates(prints("one text"), StockText(), SETTINGS) == []
    assert find_candidates([Fingerprint(article="a"), Fingerprint(article="b")], StockText(), SETTINGS) == []


def test_stock_text_finds_no_candidates():
    common = words(0, 25)
    items = prints(*[f"{words(seed, 60)}. {common}" for seed in range(1, 8)], outlet="The Strait")
    stock = judge_stock_text(items, SETTINGS)
    assert find_candidates(items, stock, SETTINGS) == []
    assert judge_stock_text(items[::-1], SETTINGS) == stock


def test_updates_of_one_report_are_no_stock_text():
    report = words(0, 100)
    items = prints(*[f"{report}. {words(seed, 40)}" for seed in range(1, 8)], outlet="The Strait")
    assert judge_stock_text(items, SETTINGS) == StockText()


def test_text_of_several_outlets_is_no_stock_text():
    common = words(0, 25)
    items = [
        fingerprint(make(f"n{seed}", f"{words(seed, 60)}. {common}", f"outlet {seed % 3}"), SETTINGS)
        for seed in range(1, 13)
    ]
    assert judge_stock_text(items, SETTINGS) == StockText()
    assert judge_stock_text([], SETTINGS) == StockText()


def test_a_report_that_hundreds_of_outlets_reprint_is_no_stock_text():
    report = words(0, 40)
    items = prints(*[f"{report}. {words(seed, 5)}" for seed in range(1, 221)])
    assert judge_stock_text(items, SETTINGS) == StockText()
    pairs = find_candidates(items, StockText(), SETTINGS)
    assert {name for pair in pairs for name in pair} == {item.article for item in items}


def test_a_line_that_stands_in_hundreds_of_other_articles_is_stock_text():
    common = words(0, 10)
    items = prints(*[f"{words(seed, 60)}. {common}" for seed in range(1, 221)])
    stock = judge_stock_text(items, SETTINGS)
    assert stock != StockText()
    assert find_candidates(items, stock, SETTINGS) == []


def test_fingerprints_and_stock_text_survive_json():
    item = prints(words(0, 50))[0]
    assert msgspec.json.decode(msgspec.json.encode(item), type=Fingerprint) == item
    stock = StockText(runs=item.runs)
    assert msgspec.json.decode(msgspec.json.encode(stock), type=StockText) == stock


def test_pairs_of_one_group_come_in_a_row():
    pairs = [("a", "g"), ("b", "c"), ("b", "h"), ("d", "e"), ("c", "d"), ("f", "g")]
    assert order_pairs(pairs) == [("a", "g"), ("f", "g"), ("b", "c"), ("b", "h"), ("c", "d"), ("d", "e")]
    assert order_pairs(pairs[::-1]) == order_pairs(pairs)
    assert order_pairs([]) == []
