from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.lineage import LineageSettings, StockText, align_pair, find_candidates, fingerprint, judge_stock_text
from firsthand.model import Article, Source, Span, is_inside

SETTINGS = LineageSettings()
WORDS = [
    *"the a of to in on Monday ferry island harbour captain crew said council bridge 140 12.5 fog left sand".split(),
    *"« » “ ” \" ' — @x (@idaholm) © 水 渡 輪 паром остров copyright newsletter".split(),
]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(lambda words: " ".join(words) + ".")
TEXTS = st.lists(SENTENCES, min_size=1, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", " ", "\r\n"]).map(lambda joint: joint.join(lines))
)


def make(name, text, outlet=None):
    return Article(
        article=name, text=text, outlet=outlet, body=(Span(0, len(text)),), source=Source(sha256="", bytes_kept=0)
    )


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 30))
def test_alignment_is_symmetric_and_inside_the_text(one, other, cut):
    other = other + "\n" + one[cut:]
    first, second = make("a", one), make("b", other)
    passages = align_pair(first, second, StockText(), SETTINGS)
    assert align_pair(second, first, StockText(), SETTINGS) == passages
    for passage in passages:
        assert (passage.a, passage.b) == ("a", "b")
        assert is_inside(passage.a_span, Span(0, len(one)))
        assert is_inside(passage.b_span, Span(0, len(other)))
        assert passage.a_span.start < passage.a_span.end
        assert passage.b_span.start < passage.b_span.end
        assert 0.0 <= passage.similarity <= 1.0


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(texts, chance):
    articles = [make(f"n{number}", text, f"outlet {number % 2}") for number, text in enumerate(texts)]
    prints = [fingerprint(article, SETTINGS) for article in articles]
    stock = judge_stock_text(prints, SETTINGS)
    pairs = find_candidates(prints, stock, SETTINGS)
    shuffled = list(prints)
    chance.shuffle(shuffled)
    assert judge_stock_text(shuffled, SETTINGS) == stock
    assert find_candidates(shuffled, stock, SETTINGS) == pairs
    assert pairs == sorted(set(pairs))
    assert all(one < other for one, other in pairs)
