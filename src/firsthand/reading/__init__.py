"""Reading: a raw document into an article: segments, headline, outlet, byline, dateline, days, credits, language."""

from firsthand.reading.article import VERSION, ReadingSettings, read_article

__all__ = ["VERSION", "ReadingSettings", "read_article"]
