from __future__ import annotations

import re

import pytest

from firsthand.model import RawDocument, Rejection
from firsthand.reading import ReadingSettings, read_article
from firsthand.sources import SourceLimits, read_inputs
from firsthand.sources.feed_dates import iso_date

SENTENCE = "The ferry left the quay at dawn and lost power two miles out. "
PARAGRAPHS = [f"{SENTENCE}Report number {number} says so." for number in range(4)]
WHOLE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
NAMES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"'
)


def escaped(markup):
    return markup.replace("&", "&amp;").replace("<", "&lt;")


def rss(*items, head="<title>Harwick Gazette</title><link>https://www.harwick-gazette.example</link>"):
    return f'<?xml version="1.0"?><rss version="2.0" {NAMES}><channel>{head}{"".join(items)}</channel></rss>'


def item(content=WHOLE, number=1, more=""):
    link = f"https://www.harwick-gazette.example/{number}"
    body = f"<content:encoded><![CDATA[{content}]]></content:encoded>"
    return f"<item><title>Ferry {number}</title><link>{link}</link>{body}{more}</item>"


@pytest.fixture
def read(tmp_path):
    def read_feed(feed, **limits):
        path = tmp_path / "feed.xml"
        path.write_bytes(feed if isinstance(feed, bytes) else feed.encode())
        results = list(read_inputs([str(path)], SourceLimits(**limits)))
        documents = [one for one in results if isinstance(one, RawDocument)]
        return documents, {one.input[len(str(path)) :]: one.reason for one in results if isinstance(one, Rejection)}

    return read_feed


def test_item_of_rss(read):
    head = "<title>Harwick Gazette » News</title><link>https://www.harwick-gazette.example/</link><language>en-GB</language>"
    entry = (
        "<item><title>Ferry &amp;amp; tug &lt;em&gt;meet&lt;/em&gt;</title><link>/2031/ferry</link>"
        '<guid isPermaLink="false">https://www.harwick-gazette.example/?p=12</guid>'
        "<dc:creator>Anna Morland</dc:creator><dc:creator>Jo Reed</dc:creator>"
        "<pubDate>Wed, 12 Mar 2031 00:05:00 +0100</pubDate><description>Short.</description>"
        f"<content:encoded><![CDATA[{WHOLE}]]></content:encoded><media:title>no</media:title><media:content/></item>"
    )
    (document,), rejections = read(rss(entry, head=head))
    assert not rejections
    assert WHOLE in document.html
    assert document.text is None
    assert document.title == "Ferry & tug meet"
    assert document.url == "https://www.harwick-gazette.example/2031/ferry"
    assert document.outlet == "Harwick Gazette"
    assert document.byline == "Anna Morland, Jo Reed"
    assert document.language == "en"
    assert document.feed_date == "2031-03-12T00:05:00+01:00"
    assert document.published is None
    assert (document.media, document.line, document.id_is_given) == ("feed", 1, False)
    assert document.original.startswith(b"<item")
    assert b"<![CDATA[<p>The ferry" in document.original


def test_reading_gives_the_text_of_an_item_back(read):
    (document,), _ = read(rss(item()))
    article = read_article(document, ReadingSettings()).article
    assert article.text == "\n".join(["Ferry 1", *PARAGRAPHS])
    assert article.headline == "Ferry 1"


def test_entries_of_atom(read):
    feed = f"""<?xml-stylesheet href="x.xsl"?><!-- made by a program -->
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://zeitung.example/">
    <title>Zeitung am Kai</title><link rel="self" href="/feed"/><link href="/"/>
    <entry><title type="html">Die &lt;b&gt;Fähre&lt;/b&gt;</title><link rel="enclosure" href="x.mp3"/>
    <link href="artikel/1"/>
    <id>tag:zeitung.example,2031:1</id><published>2031-03-12T08:05:00+01:00</published>
    <updated>2031-03-12T09:05:00+01:00</updated><author><name>A. Morland</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{WHOLE}</div></content></entry>
    <entry><title>Zwei</title><link href="artikel/2"/><id>https://zeitung.example/2</id><updated>2031-03-12</updated>
    <content>{SENTENCE * 4}1 &lt; 2</content><source><title>Blatt</title></source></entry>
    <entry><title>Drei</title><link href="artikel/3"/><content type="html" src="https://x.example/3"/></entry></feed>"""
    (one, two), rejections = read(feed)
    assert one.article == "tag:zeitung.example,2031:1"
    assert one.id_is_given
    assert one.url == "https://zeitung.example/artikel/1"
    assert f"<div>{WHOLE}</div>" in one.html
    assert (one.feed_date, one.updated) == ("2031-03-12T08:05:00+01:00", "2031-03-12T09:05:00+01:00")
    assert (one.title, one.byline, one.outlet, one.language) == ("Die Fähre", "A. Morland", "Zeitung am Kai", "de")
    assert two.text == f"{SENTENCE * 4}1 < 2"
    assert not two.id_is_given
    assert (two.feed_date, two.updated, two.outlet) == ("2031-03-12", None, "Blatt")
    assert list(rejections) == [""]
    assert ": 1 of 3." in rejections[""]
    assert "https://zeitung.example/artikel/3" in rejections[""]


def test_items_of_rdf_in_latin_1_with_a_dtd(read):
    feed = (
        '<?xml version="1.0" encoding="ISO-8859-1"?><!DOCTYPE rdf:RDF [<!ATTLIST a b CDATA #IMPLIED>]>'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {NAMES}>'
        "<channel><title>Blad</title></channel><item><title>Été</title><link>https://blad.example/1</link>"
        f"<dc:date>2031-03-12</dc:date><content:encoded>{escaped(WHOLE)}</content:encoded></item></rdf:RDF>"
    )
    (document,), _ = read(feed.encode("latin-1"))
    assert (document.title, document.feed_date, document.outlet) == ("Été", "2031-03-12", "Blad")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_feed_with_a_byte_order_mark(read, encoding):
    (document,), _ = read(rss(item()).encode(encoding))
    assert document.title == "Ferry 1"


@pytest.mark.parametrize(
    ("content", "is_whole"),
    [
        (WHOLE, True),
        (f"{WHOLE}<p>Much remained open ...</p>", False),
        (f"{WHOLE * 4}<p>Much remained open ...</p>", True),
        (f"{WHOLE * 4}<p>Much remained [&#8230;]</p>", False),
        (f'{WHOLE * 4}<p>Much … <a href="https://x.example/1">Weiter <b>hier</b> »</a></p>', False),
        (f'{WHOLE}<p><a href="https://www.harwick-gazette.example/1">Read on</a></p>', False),
        (f'{WHOLE}<p>See <a href="https://www.harwick-gazette.example/9">an older report</a></p>', True),
        (f'{WHOLE}<p>Much […]</p><p>The post <a href="x">A</a> appeared first on <a href="y">B</a>.</p>', False),
        ("<p>A line of nine words is no whole report.</p>", False),
    ],
)
def test_what_is_whole(read, content, is_whole):
    documents, rejections = read(rss(item(content)))
    assert bool(documents) is is_whole
    assert bool(rejections) is not is_whole


def test_a_description_is_whole_only_if_it_is_long(read):
    def described(words):
        text = " ".join(["word"] * words)
        return f"<item><title>T</title><guid>https://x.example/{words}</guid><description>{text}</description></item>"

    (document,), rejections = read(rss(described(60), described(149), described(160)))
    assert document.url == "https://x.example/160"
    assert document.text.startswith("word word")
    assert ": 2 of 3." in rejections[""]
    assert "firsthand fetch" in rejections[""]


def test_an_id_that_items_share_is_none(read):
    shared = "<guid>tag:x.example,2031:all</guid>"
    documents, _ = read(rss(item(number=1, more=shared), item(number=2, more=shared)))
    assert not any(document.id_is_given for document in documents)
    assert len({document.article for document in documents}) == 2


def test_the_same_item_in_two_feeds_has_one_id(read):
    (one,), _ = read(rss(item()))
    (_, other), _ = read(rss(item(number=2), item()))
    assert one.article == other.article


def test_faults_are_mended(read):
    feed = rss(item(number=1)).replace("Ferry 1", "Ham &nbsp;& eggs &hellip; AT&T &unknown;").replace("</rss>", "")
    (document,), _ = read(feed)
    assert document.title == "Ham & eggs … AT&T &unknown;"


def test_a_feed_that_breaks_off(read):
    feed = rss(item(number=1), item(number=2))
    documents, rejections = read(feed[: feed.rindex("<p>")])
    assert [document.line for document in documents] == [1]
    assert "breaks off" in rejections[":2"]


def test_entities_are_not_expanded(read):
    declared = '<!ENTITY a "xxxxxxxxxx">' + "".join(
        f'<!ENTITY {chr(98 + step)} "{f"&{chr(97 + step)};" * 10}">' for step in range(9)
    )
    bomb = rss(item()).replace("<rss", f"<!DOCTYPE rss [{declared}]><rss").replace("Ferry 1", "&j;")
    assert "declares entities" in read(bomb)[1][""]
    late = rss(item()).replace("<channel>", '<!DOCTYPE rss [<!ENTITY a "boo">]><channel>').replace("Ferry 1", "&a;")
    documents, _ = read(late)
    assert not [document for document in documents if "boo" in (document.title or "")]


def test_no_file_is_read_for_a_feed(read, tmp_path):
    (tmp_path / "secret").write_text("secret words")
    outer = f'<!DOCTYPE rss [<!ENTITY a SYSTEM "file://{tmp_path}/secret">]>'
    documents, rejections = read(rss(item()).replace("<rss", f"{outer}<rss").replace("Ferry 1", "&a;"))
    assert not documents
    assert "declares entities" in rejections[""]
    plain = f'<!DOCTYPE rss SYSTEM "file://{tmp_path}/secret">'
    (document,), _ = read(rss(item()).replace("<rss", f"{plain}<rss").replace("Ferry 1", "&a;"))
    assert document.title == "&a;"


@pytest.mark.parametrize(
    "feed",
    [
        rss("<item " + " ".join(f'a{number}="1"' for number in range(50_000)) + "></item>"),
        rss("<item>" + "<a>" * 50_000),
        rss("<![CDATA[" * 50_000),
        rss("<item><title>" + "<!--" * 50_000),
        rss("&" * 200_000),
        rss("<" * 200_000),
        rss("<a b='" * 50_000),
        rss(item("<a href='" * 50_000)),
        rss(item("w " * 400 + "<p>The post " * 20_000)),
        rss(item("w " * 400 + "<a href='x'>" * 20_000)),
        rss(),
        "<rss",
        "<feed>",
    ],
    ids=range(13),
)
def test_hostile_feeds_end(read, feed):
    documents, rejections = read(feed)
    assert documents or rejections


def test_sizes_are_bounded(read):
    assert "max_feed_bytes" in read(rss(item()), max_feed_bytes=500)[1][""]
    assert "max_text_bytes" in read(rss(item()), max_text_bytes=100)[1][":1"]
    # Escaped, since the parser bounds a text and not a CDATA section.
    feed = rss(item(number=1), item("x " * 5_500_000, number=2)).replace("<![CDATA[x", "x").replace(" ]]>", "")
    documents, rejections = read(feed)
    assert [document.line for document in documents] == [1]
    assert ":2" in rejections


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("Wed, 12 Mar 2031 08:05:00 +0100", "2031-03-12T08:05:00+01:00"),
        ("Wed, 12 Mar 2031 8:05:00 GMT", "2031-03-12T08:05:00+00:00"),
        ("12 March 31 08:05 EST", "2031-03-12T08:05:00-05:00"),
        ("Wed, 12 Mar 2031 08:05:00 CET", "2031-03-12T08:05:00+01:00"),
        ("Wed, 12 Mar 2031 08:05:00", "2031-03-12T08:05:00"),
        ("Wed, 12 Mar 2031 08:05:00 IST", "2031-03-12T08:05:00"),
        ("Wed, 12 Mar 2031", "2031-03-12"),
        ("2031-03-12T08:05:00Z", "2031-03-12T08:05:00+00:00"),
        ("2031-03-12T08:05:00.5-03:30", "2031-03-12T08:05:00.500000-03:30"),
        (" 2031-03-12 08:05:00\n+0100 ", "2031-03-12T08:05:00+01:00"),
        ("2031-03", "2031-03"),
        ("Mi, 12 März 2031 08:05", "Mi, 12 März 2031 08:05"),
        ("Tue, 31 Feb 2031 08:05:00 GMT", "Tue, 31 Feb 2031 08:05:00 GMT"),
        ("2031-03-12T08:05:00+99:99", "2031-03-12T08:05:00+99:99"),
        ("", None),
        ("x" * 5_000, None),
    ],
)
def test_a_date_keeps_its_own_offset(raw, iso):
    assert iso_date(raw) == iso


def test_titles_of_section_feeds(read):
    link = "<link>https://www.harwick-gazette.example/sport</link>"
    for title, outlet in [
        ("Sport | The Harwick Gazette", "The Harwick Gazette"),
        ("Harwick Gazette: Sport", "Harwick Gazette"),
        ("All the news - all the time", "All the news - all the time"),
    ]:
        (document,), _ = read(rss(item(), head=f"<title>{title}</title>{link}"))
        assert document.outlet == outlet


def test_author_of_rss_is_a_name(read):
    for author, byline in [("desk@x.example (The Desk)", "The Desk"), ("a@x.example", None), ("Jo Reed", "Jo Reed")]:
        (document,), _ = read(rss(item(more=f"<author>{author}</author>")))
        assert document.byline == byline


def test_original_is_the_item_alone(read):
    documents, _ = read(rss(item(number=1), item(number=2)))
    assert all(len(re.findall(rb"<item", document.original)) == 1 for document in documents)
    assert documents[0].source.sha256 != documents[1].source.sha256
    assert documents[0].source.bytes_kept == len(documents[0].original)


def test_an_empty_item_at_the_end_does_not_break_the_feed_off():
    from firsthand.sources.feed_xml import parse_feed

    assert [entry.is_cut for entry in parse_feed("<rss><channel><item/><item /></channel></rss>").entries] == [
        False
    ] * 2
    assert [entry.is_cut for entry in parse_feed("<rss><channel><item/><item").entries][-1:] != [False]
