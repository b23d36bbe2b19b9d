"""Whatever articles print: utterances are the same in any order, and all that they span lies where they say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.accounts.told_sayings import SETTINGS, Telling

from firsthand.accounts import link_utterances

# Without sentence vectors: to load them takes longer than all examples.
PLAIN = replace(SETTINGS, most_meanings=0)
SAYINGS = (
    "We will rebuild the old bridge at Quenby before the winter floods",
    "We will rebuild the bridge at Quenby before winter",
    "We will, I think, rebuild the old bridge at Quenby before the winter floods",
    "Nobody had looked at the old bridge since the flood, and nobody will",
    "Every passenger of the night ferry will have the fare back by Friday",
    "Twelve boats were in the harbour. We counted 12 boats. No more",
    "grave mistake",
    "a",
)
SPEAKERS = (None, "Ann Vale", "Vale", "Ned Fairlop", "= she", "= the harbour board")
words_said = st.tuples(st.sampled_from(SAYINGS), st.sampled_from(SPEAKERS), st.booleans())
told_articles = st.lists(st.lists(words_said, max_size=4), min_size=1, max_size=5)


def tell(printed: list[list[tuple[str, str | None, bool]]]) -> Telling:
    telling = Telling()
    for count, sayings in enumerate(printed):
        lines, said = [], []
        for place, (words, speaker, is_direct) in enumerate(sayings):
            who = (speaker or "").split("=")[-1].strip()
            marked = f"“{words}”" if is_direct else words
            lines.append(f"{place}. {who} said that day: {marked}.")
            said.append((marked, speaker))
        telling.add(f"a{count}", "\n".join(lines) or "Nothing was said.", *dict.fromkeys(said))
        telling.origin_of[f"a{count}"] = f"o-{count // 2}"
    return telling


@given(told_articles, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_articles_and_quotations_changes_nothing(printed, random):
    telling = tell(printed)
    told = link_utterances(telling.affair(), PLAIN)
    names = list(telling.articles)
    random.shuffle(names)
    for name in names:
        quotations = list(telling.annotations[name].quotations)
        random.shuffle(quotations)
        telling.annotations[name] = replace(telling.annotations[name], quotations=tuple(quotations))
    assert link_utterances(telling.affair(names), PLAIN) == told


@given(told_articles)
@settings(max_examples=60, deadline=None)
def test_what_is_told_stands_in_its_article(printed):
    telling = tell(printed)
    told = link_utterances(telling.affair(), PLAIN)
    assert len({utterance.utterance for utterance in told}) == len(told)
    for utterance in told:
        assert len({each.article for each in utterance.instances}) > 1
        assert utterance.instances[0].alteration == "verbatim"
        assert utterance.instances[0].changed == ()
        assert utterance.origins == tuple(sorted({each.origin for each in utterance.instances}))
        spans: dict[str, list[tuple[int, int]]] = {}
        for each in utterance.instances:
            assert 0 <= each.span.start < each.span.end <= len(telling.articles[each.article].text)
            assert all(each.span.start <= start < end <= each.span.end for start, end in each.changed)
            for start, end in spans.setdefault(each.article, []):
                assert each.span.end <= start or end <= each.span.start
            spans[each.article].append(tuple(each.span))
