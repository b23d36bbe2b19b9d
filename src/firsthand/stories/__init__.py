"""Articles into stories and storylines, from text, headline and dates alone: it works before annotation."""

from firsthand.stories.arrival import Arrival, ArrivalLimits, arrive, split_arrivals
from firsthand.stories.corrections import correct_stories, corrected_articles
from firsthand.stories.features import StoryFeatures, describe_article
from firsthand.stories.grouping import group_stories
from firsthand.stories.history import keep_history
from firsthand.stories.identity import IdChange, Naming, explain_changes
from firsthand.stories.opened_index import OpenedIndex, open_index
from firsthand.stories.settings import StorySettings
from firsthand.stories.storylines import link_storylines
from firsthand.stories.summaries import Summary, choose_summary
from firsthand.stories.surroundings import Holdings
from firsthand.stories.term_index import StoryIndex, TermBlock, TermTable

__all__ = [
    "VERSION",
    "Arrival",
    "ArrivalLimits",
    "Holdings",
    "IdChange",
    "Naming",
    "OpenedIndex",
    "StoryFeatures",
    "StoryIndex",
    "StorySettings",
    "Summary",
    "TermBlock",
    "TermTable",
    "arrive",
    "choose_summary",
    "correct_stories",
    "corrected_articles",
    "describe_article",
    "explain_changes",
    "group_stories",
    "keep_history",
    "link_storylines",
    "open_index",
    "split_arrivals",
]

VERSION = "3"
