"""What an archive is asked for: full text, lists by name and day, and what it shows of outlets and persons."""

from firsthand.model import SearchHit
from firsthand.search.catalogue import (
    Catalogue,
    StoryFilter,
    build_catalogue,
    match_names,
    read_languages,
)
from firsthand.search.hits import ArticleSearch, find_articles, search_articles
from firsthand.search.outlets import profile_outlet
from firsthand.search.persons import naming_expression, profile_person
from firsthand.search.query import parse_query

__all__ = [
    "ArticleSearch",
    "Catalogue",
    "SearchHit",
    "StoryFilter",
    "build_catalogue",
    "find_articles",
    "match_names",
    "naming_expression",
    "parse_query",
    "profile_outlet",
    "profile_person",
    "read_languages",
    "search_articles",
]
