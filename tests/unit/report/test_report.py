"""The report as a file: whole, self-contained, and the same for the same dossiers."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest

from firsthand.errors import ConfigError
from firsthand.report import ReportOptions, render_report


@pytest.fixture
def page(invented, parse):
    return parse(render_report([invented.FERRY_DOSSIER], ReportOptions(archive="my.firsthand")))


def test_the_headline_number_stands_in_one_piece(invented):
    report = render_report([invented.FERRY_DOSSIER], ReportOptions())
    assert "5 articles, 4 known outlets, at most 4 independent origins, one of them mixed" in report


@pytest.mark.parametrize("full_text", [False, True])
def test_it_needs_nothing_from_elsewhere(invented, parse, full_text):
    report = render_report([invented.FERRY_DOSSIER, invented.INQUIRY_DOSSIER], ReportOptions(full_text=full_text))
    page = parse(report)
    assert page.xpath("//script | //iframe | //object | //embed | //form | //img | //base") == []
    assert page.xpath("//@style | //@src | //@srcset") == []
    assert page.xpath("//link/@href") == ["data:,"]
    assert not [name for element in page.iter() for name in element.attrib if name.startswith("on")]
    assert page.xpath("//head/title/text()")
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    style = re.search(r"<style>(.*?)</style>", report, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("full_text", [False, True])
def test_ids_are_unique_and_every_anchor_leads_somewhere(invented, parse, full_text):
    page = parse(render_report([invented.FERRY_DOSSIER, invented.INQUIRY_DOSSIER], ReportOptions(full_text=full_text)))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= set(ids)
    named = {name for value in page.xpath("//@aria-labelledby") for name in value.split()}
    assert named <= set(ids)


def test_links_out_go_to_the_web_and_give_nothing_away(page):
    out = [link for link in page.xpath("//a[@href]") if not link.get("href").startswith("#")]
    assert out
    assert all(link.get("href").startswith("https://") for link in out)
    assert all({"noopener", "noreferrer"} <= set(link.get("rel").split()) for link in out)
    assert "javascript:" not in str(page.xpath("//@href"))


def test_structure_for_those_who_hear_or_tab(page):
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//header and //main and //footer and //nav[@aria-label]")
    assert page.xpath("string(//body/a[1]/@href)") == "#content"
    assert all(table.xpath("./caption") for table in page.xpath("//table"))
    assert all(cell.get("scope") for cell in page.xpath("//th"))
    levels = [int(heading.tag[1]) for heading in page.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert all(following - level <= 1 for level, following in pairwise(levels))
    (picture,) = page.xpath("//*[local-name()='svg' and contains(@class, 'lineage')]")
    assert picture.xpath("./*[local-name()='title']")
    assert picture.xpath("./*[local-name()='desc']")
    assert page.xpath("//details[contains(@class, 'twin')]//table")


def test_right_to_left_text_is_set_as_such(page):
    arabic = [quote for quote in page.xpath("//blockquote") if "العبّارة" in quote.text_content()]
    assert arabic
    assert all((quote.get("dir"), quote.get("lang")) == ("auto", "ar") for quote in arabic)


def test_every_timeline_line_opens_its_source(page, invented):
    lines = page.xpath("//section[contains(@class, 'timeline')]//li/details")
    assert len(lines) == len(invented.TIMELINE)
    for line, happening in zip(lines, invented.TIMELINE, strict=True):
        text = next(row.text for row in invented.ARTICLES if row.article == happening.article)
        first = line.xpath("(.//figure)[1]//mark")
        assert "".join(mark.text_content() for mark in first) == text[slice(*happening.span)]
    assert "planned" in lines[1].text_content()


def test_excerpts_hold_what_is_cited_and_not_the_rest(invented):
    dossier = invented.FERRY_DOSSIER
    wordy = replace(dossier.articles[0], text=dossier.articles[0].text + "Buried sentence nobody cites. " * 40)
    dossier = replace(dossier, articles=(wordy, *dossier.articles[1:]))
    short = render_report([dossier], ReportOptions(excerpt_characters=100))
    whole = render_report([dossier], ReportOptions(full_text=True))
    assert "Buried sentence" not in short
    assert whole.count("Buried sentence") == 40
    assert "Divers will inspect" in short


def test_the_same_dossiers_give_the_same_bytes_in_any_order(invented):
    both = [invented.FERRY_DOSSIER, invented.INQUIRY_DOSSIER]
    assert render_report(both, ReportOptions()) == render_report(both[::-1], ReportOptions())


def test_an_archive_has_a_front_that_leads_to_its_stories(invented, parse):
    page = parse(render_report([invented.INQUIRY_DOSSIER, invented.FERRY_DOSSIER], ReportOptions()))
    assert page.xpath("//ol[@class='front']//h2//a/@href") == ["#story-1", "#story-2"]
    assert "6 articles, 5 known outlets, 2 stories" in page.text_content()
    assert page.xpath("//section[@class='related']//li//a/@href") == ["#story-2", "#story-1"]


def test_an_empty_archive_says_what_to_do(parse):
    page = parse(render_report([], ReportOptions(archive="my.firsthand")))
    assert "firsthand add my.firsthand PATH" in page.text_content()


def test_an_unannotated_story_names_the_command(invented, parse):
    dossier = replace(invented.FERRY_DOSSIER, annotations={}, timeline=())
    page = parse(render_report([dossier], ReportOptions(archive="my.firsthand")))
    assert "firsthand annotate my.firsthand --story st-ferry" in page.text_content()


def test_each_term_leads_to_its_plain_line(page):
    assert page.xpath("//dl/div[@id='term-origin']/dd")
    assert page.xpath("//a[@class='term'][@href='#term-origin']")
    assert "What this may get wrong" in page.text_content()


@pytest.mark.parametrize("characters", [-1, 10_001])
def test_excerpts_have_a_range(characters):
    with pytest.raises(ConfigError):
        ReportOptions(excerpt_characters=characters)


def test_the_headline_number_comes_first_and_names_the_origins_with_their_evidence(invented, parse):
    page = parse(render_report([invented.FERRY_DOSSIER], ReportOptions()))
    (story,) = page.xpath("//article[@class='story']")
    shown = [part for part in story if part.text_content().strip()]
    assert [part.get("class") or part.tag for part in shown[:4]] == ["h1", "dayline", "headline-number", "origin-names"]
    assert "at most" in shown[2].text_content()
    targets = [link.get("href")[1:] for link in shown[3].xpath(".//a")]
    assert len(targets) == len(invented.ORIGINS)
    for target in targets:
        (card,) = page.xpath(f"//*[@id='{target}']")
        assert card.xpath(".//*[@class='evidence']/li | .//p[@class='small']")


def test_no_sign_in_a_summary_is_a_link(invented, parse):
    page = parse(render_report([invented.FERRY_DOSSIER], ReportOptions(full_text=True)))
    assert page.xpath("//figcaption//a[@class='sign-link']")
    assert not page.xpath("//summary//a")


def test_an_origin_leads_to_its_texts_side_by_side(invented, parse):
    page = parse(render_report([invented.FERRY_DOSSIER], ReportOptions()))
    links = page.xpath("//*[@class='origins']//a[contains(@href, '-pair-')]/@href")
    assert links
    assert all(page.xpath(f"//*[@id='{link[1:]}']//mark") for link in links)
