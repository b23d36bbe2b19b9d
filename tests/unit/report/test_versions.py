"""The states of an article on its page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.lineage import compare_versions
from firsthand.model import Article, Source, Span
from firsthand.report import ArticlePage, PageFrame, ReportOptions, render_article_page, render_report
from firsthand.report.links import FileLinks
from firsthand.report.version_view import MOST_VERSIONS, view_versions

OLD = (
    "The mill burned on Monday night.\n"
    "Two people were hurt when the roof fell in.\n"
    "The owner <said> nothing about it.\n"
)
NEW = OLD.replace("Two", "Three").replace("nothing about it", "notihng about it") + "The mayor came at noon.\n"


def _state(text, headline, **fields):
    return Article(
        article="wire-0",
        text=text,
        headline=headline,
        body=(Span(0, len(text)),),
        source=Source(sha256="", bytes_kept=0, captured=fields.pop("captured", None)),
        **fields,
    )


@pytest.fixture
def dossier(invented):
    versions = compare_versions(
        [
            _state(OLD, "Mill burns", published="2031-03-03T21:42+01:00"),
            _state(NEW, "Mill burns, three hurt", updated="2031-03-04T08:00+01:00", captured="2031-03-04T09:00:00Z"),
        ]
    )
    return replace(invented.FERRY_DOSSIER, versions={"wire-0": tuple(versions)})


def test_each_state_says_when_and_what_changed(dossier, context_of):
    first, second = view_versions("wire-0", context_of(dossier))
    assert first.summary == "the first state known"
    assert first.published.words == "3 March 2031, 21:42 (UTC+01:00)"
    assert second.summary == ("headline changed, 1 paragraph added, 1 paragraph rewritten; 1 small change set aside")
    assert second.captured == "fetched 4 March 2031, 09:00 (UTC)"
    assert second.small == ("“nothing” became “notihng”",)


def test_what_is_gone_and_what_is_new_is_marked(dossier, context_of):
    _, second = view_versions("wire-0", context_of(dossier))
    by_kind = {change.kind: change for change in second.changes}
    rewritten = by_kind["rewritten"]
    assert [piece.text for piece in rewritten.before if "deleted" in piece.kinds] == ["Two"]
    assert [piece.text for piece in rewritten.now if "inserted" in piece.kinds] == ["Three"]
    assert "".join(piece.text for piece in rewritten.now) == "Three people were hurt when the roof fell in."
    assert by_kind["added"].before == ()
    assert second.changes[0].kind == "headline"


def test_an_article_with_one_state_has_no_such_part(invented, context_of):
    assert view_versions("wire-0", context_of(invented.FERRY_DOSSIER)) == ()
    assert 'class="versions"' not in render_report([invented.FERRY_DOSSIER], ReportOptions())


def test_the_report_tells_which_articles_changed(dossier, parse):
    page = parse(render_report([dossier], ReportOptions()))
    (part,) = page.xpath("//*[@class='versions']")
    assert part.xpath(".//ins")
    assert part.xpath(".//del")
    (told,) = page.xpath("//p[contains(., 'changed after publication')]")
    (link,) = told.xpath(".//a/@href")
    assert page.xpath(f"//*[@id='{link[1:]}']//*[@class='versions']")


def test_the_page_of_the_article_shows_them(dossier, parse):
    frame = PageFrame(
        links=FileLinks.of([dossier], full_text=False), options=ReportOptions(), stylesheet="/s", icon="/i", home="/"
    )
    row = next(row for row in dossier.articles if row.article == "wire-0")
    page = parse(render_article_page(ArticlePage(article=row, versions=dossier.versions["wire-0"]), frame))
    assert len(page.xpath("//*[@class='version']")) == 2


def test_many_states_are_cut_to_the_latest(invented, context_of):
    states = [_state(f"{OLD}Update {number}.\n", "Mill burns") for number in range(MOST_VERSIONS + 5)]
    dossier = replace(invented.FERRY_DOSSIER, versions={"wire-0": tuple(compare_versions(states))})
    views = view_versions("wire-0", context_of(dossier))
    assert len(views) == MOST_VERSIONS
    assert views[-1].number == len(states)


def test_a_page_long_paragraph_is_cut_round_its_marks(invented, context_of):
    words = " ".join(f"word{number}" for number in range(5000))
    versions = compare_versions([_state(words, "Mill"), _state(words.replace("word2500 ", "fire "), "Mill")])
    dossier = replace(invented.FERRY_DOSSIER, versions={"wire-0": tuple(versions)})
    (change,) = view_versions("wire-0", context_of(dossier))[1].changes
    assert sum(len(piece.text) for piece in change.now) < 3000
    assert [piece.text for piece in change.now if "inserted" in piece.kinds] == ["fire"]
