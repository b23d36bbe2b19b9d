from firsthand.lineage import compare_versions
from firsthand.model import Article, Source, Span

FIRST = "The ferry ran aground on Monday.\nTwo people were hurt.\nIt had left at six in the morning."


def state(text, published=None):
    return Article(
        article="a", text=text, published=published, body=(Span(0, len(text)),), source=Source(sha256="", bytes_kept=0)
    )


def changed(*texts):
    versions = compare_versions([state(text) for text in texts])
    return [[text[start:end] for start, end in version.changed] for text, version in zip(texts, versions, strict=True)]


def test_a_single_state():
    [version] = compare_versions([state(FIRST, "2020-03-02")])
    assert (version.version, version.published, version.changed) == (1, "2020-03-02", ())


def test_another_number_is_a_change():
    assert changed(FIRST, FIRST.replace("Two", "Three")) == [[], ["Three people were hurt."]]
    assert changed("It left at 6:10.", "It left at 6:15.")[1] == ["It left at 6:15."]


def test_a_typo_is_set_aside():
    assert changed(FIRST, FIRST.replace("aground", "agruond")) == [[], []]


def test_a_paragraph_that_was_added():
    assert changed(FIRST, f"{FIRST}\nSalvage begins on Tuesday.")[1] == ["Salvage begins on Tuesday."]


def test_moved_paragraphs_are_unchanged():
    lines = FIRST.split("\n")
    assert changed(FIRST, "\n".join([lines[2], lines[0], lines[1]]))[1] == []


def test_each_state_is_compared_with_the_one_before():
    assert [len(spans) for spans in changed(FIRST, FIRST.replace("Monday", "Sunday"), FIRST)] == [0, 1, 1]
