"""Dates that pages give: in data, in elements, in lines that readers see."""

from __future__ import annotations

import pytest

from firsthand.model import RawDocument, Source
from firsthand.reading.html import extract_page
from firsthand.reading.standing import Standing, standing_of
from firsthand.reading.when import decide_published, find_dates

BODY = "".join(
    f"<p>The {number} pier of the port was closed after the storm, and the board had its stones brought back.</p>"
    for number in ("first", "second", "third", "fourth")
)


def page(before="", *, head="", top="", after="", body_class="post"):
    return (
        f"<!DOCTYPE html><html><head><title>Piers closed</title>{head}</head><body>{top}<main>"
        f"<div class='{body_class}'><h1>Three piers closed after storm</h1>{before}{BODY}</div></main>{after}"
        "</body></html>"
    )


def decide(html, url=None, captured=None, feed_date=None):
    found = extract_page(html, url)
    source = Source(sha256="", bytes_kept=0, captured=captured)
    document = RawDocument(article="n1", html=html, url=url, source=source, original=b"", feed_date=feed_date)
    return decide_published(
        find_dates("n1", found.text, (), document, found), updated=found.updated, latest_day=captured
    )


def published(html, **fields):
    return decide(html, **fields).published


def candidate(decision, raw):
    return next(one for one in decision.candidates if one.raw == raw)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published: 4 March 2031", "2031-03-04"),
        ("Veröffentlicht am Dienstag, 4. März 2031 um 20:31 Uhr", "2031-03-04T20:31"),
        ("Dieser Beitrag wurde am Dienstag, 4. März 2031 von der Redaktion veröffentlicht und abgelegt.", "2031-03-04"),
        ("Publié le mardi 4 mars 2031 à 20h31", "2031-03-04T20:31"),
        ("Publicado el 4 de marzo de 2031", "2031-03-04"),
        ("Pubblicato il 4 marzo 2031 alle ore 20:31", "2031-03-04T20:31"),
        ("Publicado em 4 de março de 2031 às 20h31", "2031-03-04T20:31"),
        ("Gepubliceerd op dinsdag 4 maart 2031 om 20:31", "2031-03-04T20:31"),
        ("Opublikowano: wtorek, 4 marca 2031, godz. 20:31", "2031-03-04T20:31"),
        ("Опубликовано: 4 марта 2031, 20:31 МСК", "2031-03-04T20:31+03:00"),
        ("Yayınlanma: 4 Mart 2031 Salı 20:31", "2031-03-04T20:31"),
        ("نشر: 4 مارس 2031", "2031-03-04"),
        ("发布时间：2031年3月4日 20:31", "2031-03-04T20:31"),
        ("Publicerad: 4 mars 2031 kl. 20.31", "2031-03-04T20:31"),
    ],
)
def test_lines_that_say_when_in_many_languages(line, value):
    assert published(page(f"<div><div>{line}</div></div>")) == value


def test_label_and_date_in_two_elements():
    assert published(page("<div><span>Datum:</span> <span>4.3.2031</span></div>")) == "2031-03-04"


def test_a_study_published_earlier_is_no_label():
    line = "It is the third storm since a study that was published 1 November 2030 and named all of the piers weak."
    decision = decide(page(f"<p>{line} Nobody had read it, the board said, and nobody had asked for it either.</p>"))
    assert decision.published is None
    assert "label" not in {one.locator for one in decision.candidates}


def test_member_since_is_no_day_of_publication():
    html = page("<div><b>Registered:</b> 18.09.2028, 05:56</div><div>04.03.2031, 20:31</div>")
    assert published(html) == "2031-03-04T20:31"


def test_the_day_that_the_site_head_shows_is_that_of_the_visit():
    top = "<div class='top-bar'><div class='date'>Friday, 8 August 2031</div></div>"
    decision = decide(page(top=top))
    assert decision.published is None
    assert standing_of(candidate(decision, "Friday, 8 August 2031")) is Standing.SITE_HEAD
    assert "head of the site" in decision.why_null
    assert published(page("<p class='date'>4 March 2031</p>", top=top)) == "2031-03-04"


def test_a_wrapper_with_the_headline_is_no_aside():
    assert published(page("<p class='date'>4 March 2031</p>", body_class="with-sidebar widget")) == "2031-03-04"
    aside = "<div class='widget'><p class='date'>9 March 2031</p></div>"
    assert published(page("<p class='date'>4 March 2031</p>", top=aside)) == "2031-03-04"
    assert {one.locator for one in decide(page(top=aside)).candidates} <= {"htmldate"}


def test_the_foot_of_the_article_counts_and_that_of_the_page_does_not():
    assert published(page("<footer><p class='date'>4 March 2031</p></footer>")) == "2031-03-04"
    foot = page(after="<footer><p class='date'>4 March 2031</p></footer>")
    assert {one.locator for one in decide(foot).candidates} <= {"htmldate"}


def test_an_embedded_post_and_a_picture_have_dates_of_their_own():
    stamp = "<time datetime='2031-02-01T10:00Z'>1 Feb</time>"
    post = f"<blockquote class='twitter-tweet'><p>Ships again</p>{stamp}</blockquote>"
    picture = "<figure><div class='date'>2 February 2031</div></figure>"
    assert published(page(f"{post}{picture}<div class='date'>4 March 2031</div>")) == "2031-03-04"


def test_the_time_of_a_change_is_told_from_that_of_publication():
    html = page("<p class='meta'>Updated: 6 March 2031 | Published: 4 March 2031</p>")
    assert published(html) == "2031-03-04"
    shown = "<span class='meta'><time class='entry-updated' datetime='2031-03-06'>6 March 2031</time></span>"
    head = "<meta name='date' content='2031-03-04'>"
    decision = decide(page(shown, head=head))
    assert decision.published == "2031-03-04"
    assert {standing_of(one) for one in decision.candidates if one.raw == "6 March 2031"} == {Standing.CHANGED}
    # hAtom wants the class on every date: alone it tells of no change.
    assert published(page("<time class='updated' datetime='2031-03-06'>6 March 2031</time>")) == "2031-03-06"


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ('{"publishDate": "2031-03-04T20:31:00Z"}', "2031-03-04T20:31:00Z"),
        ("article = {publicationDate: '2031-03-04 20:31:00'}", "2031-03-04T20:31:00"),
        (r'"{\"published_at\":\"2031-03-04T20:31:00Z\"}"', "2031-03-04T20:31:00Z"),
        ('{"unpublishDate": "2035-01-01"}', None),
        ('{"published": true, "pub": "2031"}', None),
    ],
)
def test_dates_in_scripts(script, value):
    assert published(page(f"<script>var x = {script};</script>")) == value


def test_date_for_reference_managers():
    title = "ctx_ver=Z39.88-2004&amp;rft.title=Piers&amp;rft.date=2031-03-04"
    assert published(page(f"<span class='Z3988' title='{title}'></span>")) == "2031-03-04"


def test_words_of_the_address_bear_out_and_decide_nothing():
    url = "https://h.example/reports/weekly-report-4-march-2031.html"
    lines = "<p>Report of 28 February 2031</p><p>Report of 4 March 2031</p>"
    assert published(page(), url=url) is None
    assert "url" in {one.kind for one in decide(page(lines), url=url).candidates}


def test_month_of_the_address_bears_out_a_day_in_it():
    url = "https://h.example/2031/03/piers/"
    head = "<meta name='date' content='2031-01-30'>"
    assert published(page("<p class='date'>4 March 2031</p>", head=head), url=url) == "2031-03-04"


def test_a_shown_day_takes_its_year_from_another_claim():
    html = page("<p class='article-date'>[03月04日 20時31分]</p>", after="<img src='/2031/02/27/pier.jpg'>")
    found = decide(html, url="https://h.example/2031/pier")
    assert found.published in {None, "2031-03-04T20:31"}
    head = "<meta name='date' content='2031-03-05'>"
    assert candidate(decide(page("<p class='date'>4 March</p>", head=head)), "4 March").value == "2031-03-04"


def test_local_day_goes_before_that_of_utc_and_gets_its_offset():
    head = "<meta property='article:published_time' content='2031-03-05T04:31:25Z'>"
    decision = decide(page("<div class='date'>March 4, 2031 8:31 PM</div>", head=head))
    assert (decision.published, decision.precision) == ("2031-03-04T20:31-08:00", "minute")
    assert "offset" in decision.evidence
    other = "<meta property='article:published_time' content='2031-03-05T04:47:25Z'>"
    assert published(page("<div class='date'>March 4, 2031 8:31 PM</div>", head=other)) == "2031-03-04T20:31"


def test_stamps_of_other_articles_are_not_borne_out_by_the_days_round_them():
    head = "<meta name='date' content='2031-03-03T17:01:27Z'>"
    listed = "".join(
        f"<div><time datetime='2031-03-{day}-05:00'>Other</time></div>" for day in ("05T00:00:32", "04T21:49:25")
    )
    assert (
        published(page("<div class='date'>March 3, 2031 12:01 PM</div>", head=head, after=listed))[:10] == "2031-03-03"
    )


def test_day_and_month_of_figures_are_mended_by_another_claim():
    html = page("<div class='date'>3/4/2031</div>")
    assert published(html) == "2031-04-03"
    assert published(html, url="https://h.example/2031/03/04/x") == "2031-03-04"
    assert published(html, captured="2031-03-10T10:00:00Z") == "2031-03-04"
    assert published(page("<div class='date'>3/4/2031</div><div class='date'>3/14/2031</div>")) == "2031-03-04"


def test_nothing_is_published_after_the_page_was_taken():
    head = "<meta name='date' content='2031-03-09T10:00:00Z'>"
    assert published(page(head=head), captured="2031-03-09T11:00:00Z") == "2031-03-09T10:00:00Z"
    decision = decide(page(head=head), captured="2031-03-09T09:00:00Z")
    assert decision.published is None
    assert "future" in decision.why_null


def test_the_minute_at_which_the_page_was_taken_is_a_crawl_date():
    html = page("<div class='date'>4 March 2031</div>", head="<meta name='date' content='2031-08-08T12:00:31+02:00'>")
    decision = decide(html, captured="2031-08-08T10:00:07Z")
    assert decision.published == "2031-03-04"
    assert standing_of(candidate(decision, "2031-08-08T12:00:31+02:00")) is Standing.CAPTURED


def test_a_feed_dates_its_item():
    decision = decide(page(), feed_date="Tue, 04 Mar 2031 20:31:00 +0200")
    assert decision.published == "2031-03-04T20:31:00+02:00"
    assert [(one.kind, one.locator, standing_of(one)) for one in decide(page(), feed_date="x").candidates] == [
        ("feed", "feed", None)
    ]


def test_data_of_the_page_stands_against_an_old_day_in_the_text():
    late = "<p>On Monday the board spoke of Friday, 3 January 2031, when the first stone fell into the basin.</p>"
    html = page(f"<div class='date'>4 March 2031</div>{late}")
    assert published(html) == "2031-03-04"


def test_every_claim_of_a_page_names_its_place():
    html = page(
        "<time datetime='2031-03-04T20:31Z'>4 March</time><span itemprop='datePublished'>4 March 2031</span>",
        head="<meta name='date' content='2031-03-04'>"
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "datePublished": "2031-03-04"}</script>',
    )
    places = {one.locator for one in decide(html).candidates}
    assert {"json-ld $.datePublished", "meta date", "microdata datePublished", "time datetime"} <= places
