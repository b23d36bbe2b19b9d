from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.lineage import LineageSettings, group_origins, judge_lineage
from firsthand.model import Article, Credit, CreditRole, Passage, PassageKind, Source, Span, Story

SETTINGS = LineageSettings()
NAMES = [f"n{number}" for number in range(7)]
SOURCES = st.sampled_from([(), (), ("AFP",), ("Reuters",), ("AFP", "Reuters")])


@st.composite
def archives(draw):
    articles = {}
    for name in NAMES:
        named = tuple(
            Credit(name=source, span=Span(0, 1), role=draw(st.sampled_from([CreditRole.FULL, CreditRole.PARTIAL])))
            for source in draw(SOURCES)
        )
        body = (Span(0, 100),) if draw(st.integers(0, 9)) else ()
        articles[name] = Article(
            article=name, text="x" * 100, body=body, credits=named, source=Source(sha256="", bytes_kept=0)
        )
    passages = []
    pairs = [(a, b) for a in NAMES for b in NAMES if a < b and articles[a].body and articles[b].body]
    for a, b in draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12)) if pairs else []:
        spans = [
            Span(start, draw(st.integers(start + 1, 100))) for start in (draw(st.integers(0, 60)) for _ in range(2))
        ]
        passages.append(Passage(a=a, b=b, a_span=spans[0], b_span=spans[1], kind=PassageKind.VERBATIM, similarity=1.0))
    cut = draw(st.integers(0, len(NAMES)))
    stories = [
        Story(story=f"s{number}", title="", title_article=part[0], articles=tuple(part), members=())
        for number, part in enumerate((NAMES[:cut], NAMES[cut:-1]))
        if part
    ]
    return articles, passages, stories


def group(articles, passages, stories):
    lineages = [judge_lineage(articles[item.a], articles[item.b], (item,), SETTINGS) for item in passages]
    return group_origins(stories, articles, [item for item in lineages if item], passages, SETTINGS)


@settings(max_examples=60, deadline=None)
@given(archives())
def test_every_article_with_a_body_is_in_exactly_one_origin(archive):
    articles, passages, stories = archive
    origins = group(articles, passages, stories)
    members = [name for origin in origins for name in origin.articles]
    assert sorted(members) == sorted(name for name, article in articles.items() if article.body)
    assert len({origin.origin for origin in origins}) == len(origins)
    for origin in origins:
        assert origin.evidence
        assert origin.name
        assert origin.origin not in origin.borrows_from
        assert not (origin.mixed and not origin.borrows_from)


@settings(max_examples=60, deadline=None)
@given(archives(), st.randoms(use_true_random=False))
def test_order_of_input_changes_nothing(archive, chance):
    articles, passages, stories = archive
    expected = group(articles, passages, stories)
    names = list(articles)
    chance.shuffle(names)
    chance.shuffle(passages)
    assert group({name: articles[name] for name in names}, passages, stories[::-1]) == expected
