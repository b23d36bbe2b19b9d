"""Full text search over an archive."""

from firsthand.search.hits import ArticleSearch, SearchHit, search_articles
from firsthand.search.query import parse_query

__all__ = ["ArticleSearch", "SearchHit", "parse_query", "search_articles"]
