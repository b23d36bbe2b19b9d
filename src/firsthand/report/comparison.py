"""Two articles on a page of their own: what they share, who had it first, and both texts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Protocol

from markupsafe import Markup

from firsthand.model import Article, ArticleRow, Dossier, Lineage, Passage, Span, Story, Wording
from firsthand.report.context import StoryContext
from firsthand.report.links import Links
from firsthand.report.options import ReportOptions
from firsthand.report.pairs import view_pairs
from firsthand.report.rendering import render_template, style_hash, stylesheet
from firsthand.report.words import ENGLISH, Words

__all__ = ["Compared", "compare_context", "render_comparison"]


class Compared(Protocol):
    """Two articles and what they share."""

    @property
    def a(self) -> Article: ...  # noqa: D102
    @property
    def b(self) -> Article: ...  # noqa: D102
    @property
    def passages(self) -> Sequence[Passage]: ...  # noqa: D102
    @property
    def lineages(self) -> Sequence[Lineage]: ...  # noqa: D102
    @property
    def wordings(self) -> Sequence[Wording]: ...  # noqa: D102


class _NoLinks:
    """Addresses of a page that stands alone: there are none."""

    def story(self, story: str) -> str | None:  # noqa: ARG002
        return None

    def article(self, story: str | None, article: str, span: Span | None = None) -> str | None:  # noqa: ARG002
        return None

    def storyline(self, storyline: str) -> str | None:  # noqa: ARG002
        """None: two articles alone are in no storyline."""
        return None

    def entity(self, entity: str) -> str | None:  # noqa: ARG002
        return None

    def outlet(self, outlet: str) -> str | None:  # noqa: ARG002
        return None

    def compare(self, a: str, b: str) -> str | None:  # noqa: ARG002
        return None


def _row(article: Article) -> ArticleRow:
    if isinstance(article, ArticleRow):
        return article
    return ArticleRow(**{field.name: getattr(article, field.name) for field in fields(Article)})


def compare_context(compared: Compared, words: Words, links: Links) -> StoryContext:
    """Two articles as a story of their own, both shown whole."""
    articles = (_row(compared.a), _row(compared.b))
    names = tuple(article.article for article in articles)
    story = Story(story="", title="", title_article=names[0], articles=names, members=())
    dossier = Dossier(
        story=story,
        articles=articles,
        passages=tuple(compared.passages),
        lineages=tuple(compared.lineages),
        wordings=tuple(compared.wordings),
    )
    return StoryContext.of(dossier, ReportOptions(full_text=True), words, links, 1)


def render_comparison(compared: Compared, words: Words = ENGLISH) -> str:
    """One HTML file: the finding, the shared passages side by side, and both texts whole with these marked.

    It needs no script, no other file and no other host. It holds both texts whole: mind the outlets' rights.
    """
    context = compare_context(compared, words, _NoLinks())
    names = (compared.a.article, compared.b.article)
    pairs, _ = view_pairs(context)
    return render_template(
        "comparison.html",
        words,
        title=words.say("compare.title", a=context.name(names[0]), b=context.name(names[1])),
        style=Markup(stylesheet()),  # noqa: S704 - our own file; what it holds is tested
        style_hash=style_hash(),
        home=None,
        twin=None,
        archive="ARCHIVE",
        pair=pairs[0] if pairs else None,
        refs=[context.reference(name) for name in names],
    )
