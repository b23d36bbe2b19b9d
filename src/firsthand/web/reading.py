"""A story, and an article: each with its twin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from firsthand.export import STORY_FORMS
from firsthand.model import ArticleRow
from firsthand.report import ArticlePage, render_article_page, render_story_page
from firsthand.web.addresses import article_address, read_span, story_address
from firsthand.web.room import TWIN, Room, look_up
from firsthand.web.twins import article_twin, story_twin

if TYPE_CHECKING:
    from firsthand.api import OpenArchive

__all__ = ["Reading"]

_MOST_NEIGHBOURS = 60
_FORM_TYPES = {"jsonld": "application/ld+json"}


class Reading(Room):
    """What is read at the desk."""

    def story(self, request: Request) -> Response:
        """One story, or its twin; a former id leads to the story that took it up."""
        with self.open_archive() as archive:
            dossier, as_data = look_up(request, archive.story)
        if dossier is None:
            return self.missing(request)
        form = request.query_params.get("as", "")
        if as_data and form in STORY_FORMS:
            return Response(STORY_FORMS[form](dossier), media_type=_FORM_TYPES.get(form, "application/json"))
        if as_data:
            return JSONResponse(story_twin(dossier))
        return HTMLResponse(render_story_page(dossier, self.framed(story_address(dossier.story.story, TWIN))))

    def article(self, request: Request) -> Response:
        """One article, or its twin."""
        with self.open_archive() as archive:
            article, as_data = look_up(request, archive.article)
            if article is None:
                return self.missing(request)
            page = _gather(article, archive, request)
        if as_data:
            return JSONResponse(article_twin(page))
        return HTMLResponse(render_article_page(page, self.framed(article_address(article.article, TWIN))))


def _gather(article: ArticleRow, archive: OpenArchive, request: Request) -> ArticlePage:
    cards = archive.desk.cards([article.story]) if article.story else []
    return ArticlePage(
        article=article,
        reading=archive.reading(article.article),
        annotation=archive.annotation(article.article),
        story=cards[0][0] if cards else None,
        origins=cards[0][1] if cards else (),
        neighbours=archive.desk.neighbours(article.article, _MOST_NEIGHBOURS),
        versions=tuple(archive.versions(article.article)),
        span=read_span(request.query_params),
    )
