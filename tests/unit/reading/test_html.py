from __future__ import annotations

import pytest

from firsthand.model import RawDocument, Source
from firsthand.reading.html import MAX_ATTRIBUTES, MAX_ELEMENTS, MAX_PAGE_CHARACTERS, extract_page
from firsthand.reading.when import decide_published, find_dates

PARAGRAPHS = [
    "The port of Almere reopened on Tuesday after eleven days, and the first ships came in by noon, the board said.",
    "Dockers had worked in three shifts since the storm, which tore away a part of the northern pier and its crane.",
    "The harbour master, Ann Ode, thanked them in a short speech and said that the crane would be replaced by summer.",
]


def page(head="", before="", after="", lang="en"):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html lang='{lang}'><head><title>Port reopens | Harbour Post</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a> <a href='/s'>Sport</a></nav><main><article><h1>Port reopens after storm</h1>"
        f"{before}{body}</article></main>{after}<footer>© Harbour Post</footer></body></html>"
    )


def published(html, url=None, **fields):
    found = extract_page(html, url)
    source = Source(sha256="", bytes_kept=0)
    document = RawDocument(article="n1", html=html, url=url, source=source, original=b"", **fields)
    return decide_published(find_dates("n1", found.text, (), document, found)).published


LD = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, '
    '{"@type": ["NewsArticle"], "headline": "Port reopens after storm", "datePublished": "2031-03-04T20:31:00+03:00", '
    '"dateModified": "2031-03-05T08:00:00+03:00", "author": [{"name": "By Bea Quay"}, "Cal Rope"], '
    '"publisher": {"@type": "Organization", "name": "Harbour Post"}, "articleSection": "Local", '
    '"inLanguage": "en-GB"}]}'
    "</script>"
)


def test_page_is_headline_and_paragraphs_with_what_its_data_says():
    found = extract_page(page(LD), None)
    assert found.text.split("\n") == ["Port reopens after storm", *PARAGRAPHS]
    assert found.title == "Port reopens after storm"
    assert (found.outlet, found.section, found.language) == ("Harbour Post", "Local", "en")
    assert found.authors == ("Bea Quay", "Cal Rope")
    assert found.published[0][1:3] == ("2031-03-04T20:31:00+03:00", "json-ld $.@graph[1].datePublished")
    assert found.updated == "2031-03-05T08:00:00+03:00"
    assert found.no_article is None


@pytest.mark.parametrize(
    ("html", "day"),
    [
        (page(LD), "2031-03-04T20:31:00+03:00"),
        (page('<meta property="article:published_time" content="2031-03-04T20:31+0300">'), "2031-03-04T20:31+03:00"),
        (page(before='<span itemprop="datePublished" content="2031-03-04">x</span>'), "2031-03-04"),
        (page(before='<time datetime="2031-03-04T20:31Z">4 March</time>'), "2031-03-04T20:31Z"),
        (page(before='<div class="article-date">Tuesday, 4 March 2031, 8:31 pm</div>'), "2031-03-04T20:31"),
        (page(before="<div>By Bea Quay</div><div>4. März 2031</div>"), "2031-03-04"),
        (page(before='<div class="comments"><time>9 May 2032</time></div><p class="date">4.3.2031</p>'), "2031-03-04"),
        (page('<script>var x = {"publishedAt": "2031-03-04T20:31:00Z"};</script>'), "2031-03-04T20:31:00Z"),
        (page(), None),
    ],
)
def test_dates_of_pages(html, day):
    assert published(html) == day


def test_what_the_page_shows_outvotes_one_stamp():
    html = page(
        '<meta name="date" content="2028-01-01T10:00:00Z">',
        '<span class="date">4 March 2031</span><time datetime="2031-03-04T20:31Z">4 March 2031</time>',
    )
    assert published(html) == "2031-03-04T20:31Z"


def test_late_evening_by_utc_is_the_day_that_is_shown():
    html = page(
        '<meta property="article:published_time" content="2031-03-03T23:00Z">', '<p class="date">4 March 2031</p>'
    )
    assert published(html) == "2031-03-04"


def test_address_decides_between_claims():
    html = page('<meta name="date" content="2031-06-01">')
    assert published(html, "https://h.example/2031/03/04/port") == "2031-03-04"


def test_headline_in_text_is_not_repeated_and_outlet_leaves_the_title():
    html = (
        page()
        .replace("<h1>Port reopens after storm</h1>", "")
        .replace("<head>", "<head><meta property='og:site_name' content='Harbour Post'>")
    )
    found = extract_page(html, None)
    assert found.title == "Port reopens"
    assert found.text.count("Port reopens") == 1


@pytest.mark.parametrize(
    "script",
    [
        "{" * 50_000,
        "[" * 50_000,
        '{"@type": "NewsArticle", "headline": "Port reopens after storm", "datePublished": "2031-03-04",}',
        '<!-- {"@type": "NewsArticle", "headline": "Port reopens after storm", "datePublished": "2031-03-04"} -->',
        '{"@type": "NewsArticle", "headline": "Port\nreopens after storm", "datePublished": "2031-03-04"}{"x": 1}',
        '{"@type": "NewsArticle", headline: broken, "datePublished": "2031-03-04"}',
    ],
)
def test_broken_json_ld_is_read_as_far_as_it_goes(script):
    found = extract_page(page(f'<script type="application/ld+json">{script}</script>'), None)
    assert found.text.endswith(PARAGRAPHS[-1])
    if "datePublished" in script:
        assert found.published[0].raw == "2031-03-04"


def test_object_of_another_article_is_not_taken():
    other = (
        '{"@type": "NewsArticle", "headline": "Cup won", "url": "https://h.example/cup", "datePublished": "2030-01-01"}'
    )
    own = '{"@type": "NewsArticle", "headline": "Port", "url": "https://h.example/port", "datePublished": "2031-03-04"}'
    link = '<link rel="canonical" href="https://h.example/port">'
    head = f'{link}<script type="application/ld+json">[{other}, {own}]</script>'
    found = extract_page(page(head), None)
    assert found.published[0].raw == "2031-03-04"
    assert found.canonical_url == "https://h.example/port"


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0026)https://quay.example/port -->",
        "<!--\n Page saved with SingleFile \n url: https://quay.example/port \n saved date: Tue Mar 04 2031\n-->",
    ],
)
def test_address_that_a_saved_page_came_from(comment):
    assert extract_page("<!DOCTYPE html>\n" + comment + page(""), None).canonical_url == "https://quay.example/port"
    claimed = '<link rel="canonical" href="https://h.example/own">'
    assert extract_page("<!DOCTYPE html>\n" + comment + page(claimed), None).canonical_url == "https://h.example/own"
    script = comment.replace("https://", "javascript:")
    assert extract_page("<!DOCTYPE html>\n" + script + page(""), None).canonical_url is None


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("", "no elements"),
        ("   \n", "no elements"),
        ("<html></html>", "running text"),
        ("<div>" * 100_000 + "x", "running text"),
        ("<script>" * 100_000, "running text"),
        ("x" * (MAX_PAGE_CHARACTERS + 1), "characters"),
        ("<b>x</b>" * (MAX_ELEMENTS + 1), "elements"),
        ("<p " + " ".join(f"a{number}=1" for number in range(20_000)) + ">x", "attributes"),
    ],
)
def test_hostile_pages_have_a_clear_outcome(html, reason):
    found = extract_page(html, None)
    assert found.text == ""
    assert reason in found.no_article


def test_quotation_marks_out_of_place_make_no_bomb():
    odd = "<meta name=“port” content=“Almere\" /><!-- x's -->" + "<i>a b = c</i>" * 2_000 + '<b title="a b">x</b>'
    assert extract_page(page(odd), None).text.endswith(PARAGRAPHS[-1])
    held = f'<iframe srcdoc="{"<p a b>x</p>" * 4_000}"></iframe>'
    assert extract_page(page(before=held), None).text.endswith(PARAGRAPHS[-1])
    spread = "<p " + "\n".join(f'a{number}="x y"' for number in range(MAX_ATTRIBUTES)) + ">x"
    assert "attributes" in extract_page(spread, None).no_article


@pytest.mark.parametrize(
    "load",
    [
        "<img src='data:image/png;base64," + "A" * 1_000_000 + "'>",
        "<script>" + "a=1;<b>" * 150_000 + "</script>",
        "<style>" + "p{color:red}" * 90_000 + "</style>",
    ],
)
def test_page_of_many_pictures_and_programs_is_read_to_its_end(load):
    html = page(LD, load * 15)
    assert 10_000_000 < len(html) < MAX_PAGE_CHARACTERS
    found = extract_page(html, None)
    assert found.text.split("\n") == ["Port reopens after storm", *PARAGRAPHS]
    assert found.outlet == "Harbour Post"


def test_script_bomb_and_entities_beside_an_article():
    bomb = page(f"<script>{'a=1;' * 500_000}</script>", "<script>x</script>" * 5_000)
    assert extract_page(bomb, None).text.endswith(PARAGRAPHS[-1])
    entities = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + page(before="<p>&b;&b;</p>")[15:]
    assert "aaaa" not in extract_page(entities, None).text


def test_headline_above_the_text_wins_over_another_in_the_data():
    found = extract_page(page('<meta property="og:title" content="Ships may come in again">'), None)
    assert found.title == "Port reopens after storm"
    assert found.text.split("\n") == ["Port reopens after storm", *PARAGRAPHS]


def test_page_without_markup_errors_is_read_twice_alike():
    html = page(LD)
    assert extract_page(html, None) == extract_page(html, None)


def test_a_long_page_of_programs_that_never_begin_is_read_once():
    page = "<html><body><p>The ferry ran aground near Marrowick on Tuesday, officials said.</p>" + "<script " * 700_000
    assert "Marrowick" in extract_page(page, None).text
