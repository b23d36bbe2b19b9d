"""Views for people: one set of view models and templates, written to a file or served."""

from firsthand.report.comparison import Compared, render_comparison
from firsthand.report.context import percent
from firsthand.report.desk_pages import (
    render_compare_page,
    render_outlet_page,
    render_outlets_page,
    render_person_page,
    render_search_page,
    render_storyline_page,
    render_storylines_page,
)
from firsthand.report.edit_page import render_edit_page
from firsthand.report.frame import PageFrame
from firsthand.report.happenings import MOST_LINES as STORYLINE_LINES
from firsthand.report.headline import headline_number
from firsthand.report.links import Links
from firsthand.report.lookup_view import view_entity, view_figure_line, view_hit, view_storyline
from firsthand.report.lookup_views import FilterView, NamedView, PagerView, SearchView
from firsthand.report.options import ReportOptions
from firsthand.report.pages import (
    ArticlePage,
    FrontPage,
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
from firsthand.report.words import CATALOGUES, ENGLISH, Words, choose_words

__all__ = [
    "CATALOGUES",
    "ENGLISH",
    "STORYLINE_LINES",
    "ArticlePage",
    "Compared",
    "FilterView",
    "FrontPage",
    "Links",
    "NamedView",
    "PageFrame",
    "PagerView",
    "ReportOptions",
    "SearchView",
    "Words",
    "choose_words",
    "group_quotations",
    "headline_number",
    "order_stories",
    "percent",
    "quoted_spans",
    "render_article_page",
    "render_compare_page",
    "render_comparison",
    "render_edit_page",
    "render_front_page",
    "render_notice_page",
    "render_outlet_page",
    "render_outlets_page",
    "render_person_page",
    "render_report",
    "render_search_page",
    "render_story_page",
    "render_storyline_page",
    "render_storylines_page",
    "stylesheet",
    "summarise_changes",
    "view_entity",
    "view_figure_line",
    "view_hit",
    "view_storyline",
    "visible_text",
    "web_address",
]
