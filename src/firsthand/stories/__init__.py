"""Articles into stories and storylines, from text, headline and dates alone: it works before annotation."""

from firsthand.stories.features import StoryFeatures, describe_article
from firsthand.stories.grouping import group_stories
from firsthand.stories.settings import StorySettings
from firsthand.stories.storylines import link_storylines

__all__ = ["VERSION", "StoryFeatures", "StorySettings", "describe_article", "group_stories", "link_storylines"]

VERSION = "1"
