"""Views for people: one set of view models and templates, written to a file or served."""

from firsthand.report.comparison import Compared, render_comparison
from firsthand.report.context import percent
from firsthand.report.headline import headline_number
from firsthand.report.links import Links
from firsthand.report.options import ReportOptions
from firsthand.report.pages import (
    FrontPage,
    PageFrame,
    render_article_page,
    render_front_page,
    render_notice_page,
    render_report,
    render_story_page,
)
from firsthand.report.quotations import group_quotations, quoted_spans
from firsthand.report.rendering import stylesheet
from firsthand.report.story_view import order_stories
from firsthand.report.version_view import summarise_changes
from firsthand.report.visible import visible_text, web_address
from firsthand.report.words import ENGLISH, Words

__all__ = [
    "ENGLISH",
    "Compared",
    "FrontPage",
    "Links",
    "PageFrame",
    "ReportOptions",
    "Words",
    "group_quotations",
    "headline_number",
    "order_stories",
    "percent",
    "quoted_spans",
    "render_article_page",
    "render_comparison",
    "render_front_page",
    "render_notice_page",
    "render_report",
    "render_story_page",
    "stylesheet",
    "summarise_changes",
    "visible_text",
    "web_address",
]
