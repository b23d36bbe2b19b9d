"""What a reader types never acts as an FTS5 operator."""

from __future__ import annotations

import sqlite3

import pytest

from firsthand.errors import ConfigError
from firsthand.search import parse_query

TEXT = "The pilot of the AC-130 didn't turn; don't ask. C++ was said. Near the harbour the ferry sank on Monday."


@pytest.fixture(scope="module")
def index():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(headline, text, tokenize='unicode61 remove_diacritics 2')")
    connection.execute("INSERT INTO t VALUES ('Ferry sinks', ?)", (TEXT,))
    yield connection
    connection.close()


def found(index, query):
    return bool(index.execute("SELECT rowid FROM t WHERE t MATCH ?", (parse_query(query),)).fetchall())


@pytest.mark.parametrize(
    "query",
    [
        "ferry",
        "FERRY harbour",
        '"the ferry sank"',
        "“the ferry sank”",
        "don't",
        "don’t",
        "AC-130",
        "C++",
        'ferry "',
        '"ferry',
        "ferry + sank",
        "near",
        "ferry AND sank",
        "férry",
        "(ferry)",
        "ferry*",
        "^ferry",
        "-ferry",
        "ferry\0",
    ],
)
def test_it_finds_what_stands_there(index, query):
    if "AND" in query:
        assert not found(index, query)  # a word like any other, and it does not stand in the text
    else:
        assert found(index, query)


@pytest.mark.parametrize(
    "query", ['"ferry the sank"', "ferry submarine", "AC 131", "headline:ferry", "ferr*", "NOT ferry", "NEAR(ferry"]
)
def test_it_does_not_find_what_does_not(index, query):
    assert not found(index, query)


@pytest.mark.parametrize("query", ["", "   ", '"', '""', "+++", "- - -", "***", "_", "\0"])
def test_a_query_without_a_word_is_refused(query):
    with pytest.raises(ConfigError, match="no word"):
        parse_query(query)


def test_a_phrase_is_one_term_and_repeats_go():
    assert parse_query('sank "the  ferry" sank') == '"sank" "the  ferry"'


def test_size_is_bounded():
    with pytest.raises(ConfigError, match="terms"):
        parse_query(" ".join(f"w{place}" for place in range(65)))
    with pytest.raises(ConfigError, match="characters"):
        parse_query("x" * 10_001)
