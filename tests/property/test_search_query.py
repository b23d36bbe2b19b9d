"""Whatever is typed: SQLite takes the expression, and the typed words find the text that holds them."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import ConfigError
from firsthand.search import parse_query


@pytest.fixture(scope="module")
def index():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
    yield connection
    connection.close()


@given(query=st.text(alphabet=st.one_of(st.sampled_from("\"'*^:+-(){}[]AND OR NOT NEAR,.\0\\;%_"), st.characters())))
@settings(max_examples=60, deadline=None)
def test_no_query_is_a_syntax_error(index, query):
    try:
        expression = parse_query(query)
    except ConfigError:
        return
    index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (expression,)).fetchone()


@given(words=st.lists(st.text(alphabet="abcdefgxyz0123456789'-+&.", min_size=1, max_size=8), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_words_of_a_text_find_it(index, words):
    text = " ".join(words)
    try:
        expression = parse_query(text)
    except ConfigError:
        return
    index.execute("DELETE FROM t")
    index.execute("INSERT INTO t VALUES (?)", (text,))
    assert index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (expression,)).fetchone() == (1,)
