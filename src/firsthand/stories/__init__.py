"""Articles into stories and storylines, from text, headline and dates alone: it works before annotation."""

from firsthand.stories.arrival import Arrival, ArrivalLimits, arrive, split_arrivals
from firsthand.stories.corrections import correct_stories, corrected_articles
from firsthand.stories.features import StoryFeatures, describe_article
from firsthand.stories.grouping import group_stories
from firsthand.stories.identity import IdChange
from firsthand.stories.opened_index import OpenedIndex, open_index
from firsthand.stories.settings import StorySettings
from firsthand.stories.storylines import link_storylines
from firsthand.stories.surroundings import Holdings
from firsthand.stories.term_index import StoryIndex, TermBlock, TermTable

__all__ = [
    "VERSION",
    "Arrival",
    "ArrivalLimits",
    "Holdings",
    "IdChange",
    "OpenedIndex",
    "StoryFeatures",
    "StoryIndex",
    "StorySettings",
    "TermBlock",
    "TermTable",
    "arrive",
    "correct_stories",
    "corrected_articles",
    "describe_article",
    "group_stories",
    "link_storylines",
    "open_index",
    "split_arrivals",
]

VERSION = "2"
