"""Pages visited: in turn, at a pace, by the rules of robots.txt, and only on hosts that were named."""

from __future__ import annotations

import email.utils
import gzip
import time
import zlib
from dataclasses import replace

import pytest
from tests.unit.sources.hostile_server import HostileServer, answer, redirect

from firsthand.sources.fetching import Client, Fetcher, FetchSettings, Link, parse_address
from firsthand.sources.fetching.robots import parse_robots, product_token

SETTINGS = FetchSettings(allow_private=True, timeout_s=5.0, max_page_s=10.0, max_page_bytes=100_000)
PAGE = answer("<p>words</p>")


class Clock:
    """Time that passes only while somebody sleeps, and while a page is asked for."""

    def __init__(self):
        self.now_s = 1_000.0
        self.slept = []

    def now(self):
        return self.now_s

    def sleep(self, seconds):
        self.slept.append(round(seconds, 3))
        self.now_s += seconds


@pytest.fixture
def server():
    with HostileServer() as running:
        running.answers["/story"] = PAGE
        yield running


@pytest.fixture
def clock():
    return Clock()


def links(*urls):
    return [Link(address=parse_address(url), name=url) for url in urls]


def everywhere(host, port):
    return ["127.0.0.1"]


def visit_all(clock, *urls, settings=SETTINGS, resolve=everywhere):
    fetcher = Fetcher(Client(settings, resolve=resolve), settings, now=clock.now, sleep=clock.sleep)
    return list(fetcher.visit_all(links(*urls)))


def visit(clock, *urls, **more):
    return visit_all(clock, *urls, **more)[0]


def reason(clock, *urls, **more):
    found = visit(clock, *urls, **more)
    assert found.fault is not None
    assert found.rejection.input == found.link.address.url
    return found.rejection.reason


def robots(text, status="200 OK", **headers):
    return answer(text, status, Content_Type="text/plain", **headers)


# --- redirects ----------------------------------------------------------------------------------------------------


def test_a_redirect_on_the_same_site_is_followed_and_kept(server, clock):
    server.answers["/old"] = redirect("/story")
    found = visit(clock, server.url("/old"))
    assert found.fault is None
    assert [(each.status, each.address.target) for each in found.exchanges] == [(302, "/old"), (200, "/story")]


def test_a_redirect_to_the_same_site_with_www_is_followed(server, clock):
    server.answers["/old"] = redirect(server.url("/story", "www.paper.example"))
    assert visit(clock, server.url("/old", "paper.example")).fault is None


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_to_another_host_is_not_followed_and_names_it(server, clock, status):
    asked = []

    def resolve(host, port):
        asked.append(host)
        return ["127.0.0.1"]

    other = server.url("/story", "other.example")
    server.answers["/old"] = redirect(other, status)
    said = reason(clock, server.url("/old", "paper.example"), resolve=resolve)
    assert other in said
    assert "add this address" in said
    assert (asked, server.paths) == (["paper.example"], ["/robots.txt", "/old"])


def test_a_redirect_to_a_host_that_was_named_too_is_followed(server, clock):
    other = server.url("/story", "other.example")
    server.answers["/old"] = redirect(other)
    assert [found.fault for found in visit_all(clock, server.url("/old", "paper.example"), other)] == [None, None]


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.2/", "http://[::1]/", "http://169.254.169.254/latest", "http://10.0.0.1/", "http://localhost/"],
)
def test_a_redirect_into_the_network_is_not_followed(server, clock, target):
    server.answers["/old"] = redirect(target)
    assert "another host" in reason(clock, server.url("/old"))
    # Named too, it is still inside the network.
    public = replace(SETTINGS, allow_private=False)
    said = [found.fault.what for found in visit_all(clock, target, server.url("/old"), settings=public)]
    assert all("inside the own machine or network" in each for each in said)


def test_a_redirect_to_another_port_is_not_followed(server, clock):
    with HostileServer() as other:
        server.answers["/old"] = redirect(other.url("/story"))
        assert "another host" in reason(clock, server.url("/old"))
        assert other.requests == []


def test_redirects_without_end_are_left(server, clock):
    server.answers["/a"], server.answers["/b"] = redirect("/b"), redirect("/a")
    found = visit(clock, server.url("/a"))
    assert "more than 5 times" in found.fault.what
    assert len(found.exchanges) == 6


@pytest.mark.parametrize("location", ["file:///etc/passwd", "javascript:alert(1)", "http://[::1", "http://2130706433/"])
def test_a_redirect_to_no_page_is_left(server, clock, location):
    server.answers["/old"] = redirect(location)
    assert visit(clock, server.url("/old")).fault is not None
    assert server.paths == ["/robots.txt", "/old"]


def test_a_line_break_in_a_location_asks_for_nothing_more(server, clock):
    server.answers["/old"] = redirect("/x%0d%0aHost:%20other.example\r\nLocation: http://other.example/")
    visit(clock, server.url("/old"))
    assert server.paths == ["/robots.txt", "/old", "/x%0d%0aHost:%20other.example"]
    assert all(request.count("Host:") == 1 for request in server.requests if "GET /x" not in request)


# --- answers that are no page -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("404 \x1b[2JGone fishing", "answered 404 Not Found. Check the address."),
        ("403 No", "answered 403 Forbidden. Save the page in a browser"),
        ("500 Oh", "answered 500 Internal Server Error. Try again later."),
        ("503 Oh", "answered 503 Service Unavailable."),
        ("429 Oh", "answered 429 Too Many Requests."),
        ("204 None", "answered 204 No Content."),
        ("206 Part", "answered 206 Partial Content."),
        ("799 \x1b]0;x\x07", "answered 799 of no known meaning."),
        ("304 Same", "answered 304 Not Modified."),
    ],
)
def test_another_status_is_told_in_our_words_and_kept(server, clock, status, said):
    server.answers["/story"] = answer("<p>sorry</p>", status)
    found = visit(clock, server.url())
    assert found.rejection.reason.startswith(said)
    assert len(found.exchanges) == 1


def test_a_long_error_page_is_cut_and_its_status_told(server, clock):
    server.answers["/story"] = server.drip(b"HTTP/1.1 404 No\r\n\r\n", b"x" * 1_000)
    found = visit(clock, server.url())
    assert "answered 404" in found.fault.what
    assert (len(found.exchanges[0].body), found.exchanges[0].cut) == (100_000, "length")


@pytest.mark.parametrize(
    "kind", ["image/png", "video/mp4", "application/octet-stream", "Application/ZIP", "\x1b[31m", "x"]
)
def test_what_is_no_text_is_not_read(server, clock, kind):
    server.answers["/story"] = server.drip(answer(b"", Content_Type=kind, Content_Length="999999999"), b"x")
    said = reason(clock, server.url())
    assert "not a page of text" in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    "kind", ["text/html", "TEXT/HTML;charset=x", "application/xhtml+xml", "text/plain", "application/pdf"]
)
def test_what_may_be_an_article_is_saved(server, clock, kind):
    server.answers["/story"] = answer("words", Content_Type=kind)
    assert visit(clock, server.url()).fault is None


@pytest.mark.parametrize(
    ("coding", "body", "is_saved"),
    [
        ("gzip", gzip.compress(b"<p>words</p>"), True),
        ("deflate", zlib.compress(b"<p>words</p>"), True),
        ("identity", b"<p>words</p>", True),
        ("br", b"<p>words</p>", False),
        ("gzip, br", b"<p>words</p>", False),
        ("gzip", gzip.compress(b"<p>words</p>" * 99)[:10] + b"\xff" * 40, False),
        ("gzip", gzip.compress(b" " * 50_000_000), False),
    ],
)
def test_a_page_is_packed_as_was_asked_or_not_saved(server, clock, coding, body, is_saved):
    server.answers["/story"] = answer(body, Content_Encoding=coding)
    assert (visit(clock, server.url()).fault is None) is is_saved


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n\0\0", b"PK\x03\x04" + bytes(99), bytes(range(256))])
def test_a_picture_that_says_it_is_a_page_is_none(server, clock, body):
    server.answers["/story"] = answer(body)
    assert "says that it is a page" in reason(clock, server.url())


def test_an_empty_page_is_none(server, clock):
    server.answers["/story"] = answer(b"")
    assert "the page is empty" in reason(clock, server.url())


# --- robots.txt ---------------------------------------------------------------------------------------------------


def test_a_closed_page_is_not_asked_for(server, clock):
    server.answers["/robots.txt"] = robots("User-agent: *\nDisallow: /st\nAllow: /story/open\n")
    server.answers["/story/open"] = PAGE
    closed, open_ = visit_all(clock, server.url("/story"), server.url("/story/open"))
    assert "robots.txt closes this page" in closed.rejection.reason
    assert open_.fault is None
    assert server.paths == ["/robots.txt", "/story/open"]


def test_a_setting_leaves_robots_unread(server, clock):
    server.answers["/robots.txt"] = robots("User-agent: *\nDisallow: /\n")
    assert visit(clock, server.url(), settings=replace(SETTINGS, respect_robots=False)).fault is None
    assert server.paths == ["/story"]


def test_a_redirect_to_a_closed_page_is_not_followed(server, clock):
    server.answers["/robots.txt"] = robots("User-agent: firsthand\nDisallow: /story\n")
    server.answers["/old"] = redirect("/story")
    assert "robots.txt closes" in reason(clock, server.url("/old"))
    assert server.paths == ["/robots.txt", "/old"]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone", "401 Who"])
def test_without_rules_everything_may_be_fetched(server, clock, status):
    server.answers["/robots.txt"] = answer("User-agent: *\nDisallow: /", status)
    assert visit(clock, server.url()).fault is None


@pytest.mark.parametrize("status", ["500 Oh", "503 Oh", "429 Slow"])
def test_rules_that_cannot_be_read_close_the_site_plainly_and_are_asked_for_once(server, clock, status):
    server.answers["/robots.txt"] = answer("", status)
    found = visit_all(clock, server.url("/story"), server.url("/other"))
    assert all("robots.txt could not be read" in each.rejection.reason for each in found)
    assert server.paths == ["/robots.txt"]


def test_rules_behind_a_broken_connection_close_the_site(server, clock):
    server.answers["/robots.txt"] = b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nUser-agent: *\n"
    assert "robots.txt could not be read" in reason(clock, server.url())
    assert server.paths == ["/robots.txt"]


def test_rules_without_end_are_read_as_far_as_they_should_be(server, clock):
    server.answers["/robots.txt"] = server.drip(
        robots("", Content_Length="999999999999"), b"User-agent: *\nDisallow: /s\n"
    )
    assert "robots.txt closes" in reason(clock, server.url())


@pytest.mark.parametrize(
    ("coding", "packed", "said"),
    [
        ("gzip", gzip.compress(b"User-agent: *\nDisallow: /story\n"), "robots.txt closes"),
        ("deflate", zlib.compress(b"User-agent: *\nDisallow: /story\n"), "robots.txt closes"),
        ("gzip", gzip.compress(b"\n" * 50_000_000), "robots.txt could not be read"),
        ("gzip", gzip.compress(b"User-agent: *")[:10] + b"\xff" * 40, "robots.txt could not be read"),
        ("made-up", b"x", "robots.txt could not be read"),
    ],
)
def test_rules_that_come_packed_are_unpacked(server, clock, coding, packed, said):
    server.answers["/robots.txt"] = robots(packed, Content_Encoding=coding)
    assert said in reason(clock, server.url())


def test_rules_that_drip_close_the_site(server, clock):
    server.answers["/robots.txt"] = server.drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x", 0.05)
    settings = replace(SETTINGS, timeout_s=0.3, max_page_s=0.5)
    assert "robots.txt could not be read" in reason(clock, server.url(), settings=settings)


def test_rules_elsewhere_on_the_site_are_followed_and_on_another_host_not(server, clock):
    server.answers["/robots.txt"] = redirect("/rules.txt")
    server.answers["/rules.txt"] = robots("User-agent: *\nDisallow: /story\n")
    assert "robots.txt closes" in reason(clock, server.url())
    server.answers["/robots.txt"] = redirect("http://other.example/robots.txt")
    assert "robots.txt could not be read: it sends on to another host" in reason(clock, server.url())
    server.answers["/robots.txt"] = redirect("/robots.txt")
    assert "without end" in reason(clock, server.url())


def test_rules_for_other_programs_are_not_ours():
    text = "User-agent: otherbot\nDisallow: /\n\nUser-agent: FirstHand/2.0\nUser-agent: hand\nDisallow: /a\n"
    rules = parse_robots(text, "firsthand")
    assert rules.allows(parse_address("http://paper.example/b"))
    assert (
        parse_robots("User-agent: *\nUser-agent: x\nDisallow: /", "firsthand").allows(
            parse_address("http://a.example/")
        )
        is False
    )
    assert parse_robots("user agent *\nDisallow /", "firsthand").allows(parse_address("http://a.example/")) is False


def test_a_file_of_very_many_agents_and_rules_is_not_multiplied_out():
    text = "".join(f"User-agent: a{n}\n" for n in range(20_000)) + "Allow: /\n" * 30_000 + "Disallow: " + "/*a" * 5_000
    assert parse_robots(text, "firsthand").allows(parse_address("http://paper.example/" + "a" * 7_000))


@pytest.mark.parametrize(("agent", "token"), [("firsthand (x)", "firsthand"), ("My-Bot/2.0", "my-bot"), ("(x)", "")])
def test_our_name_in_rules_is_the_first_word(agent, token):
    assert product_token(agent) == token


# --- pace ---------------------------------------------------------------------------------------------------------


def test_one_site_is_asked_after_a_pause_and_sites_in_turn(server, clock):
    server.answers.update(dict.fromkeys(("/1", "/2"), PAGE))
    urls = [
        server.url(path, host)
        for host in ("paper.example", "www.paper.example", "other.example")
        for path in ("/1", "/2")
    ]
    found = visit_all(clock, *urls, settings=replace(SETTINGS, respect_robots=False))
    asked = [each.link.address.host for each in found]
    assert asked == ["paper.example", "other.example"] * 2 + ["www.paper.example"] * 2
    assert clock.slept == [1.0, 1.0, 1.0]


def test_a_delay_that_robots_ask_for_is_kept_up_to_a_bound(server, clock):
    server.answers["/other"] = PAGE
    for asked, kept in (("7", 7.0), ("9999", 30.0), ("0.1", 1.0), ("-5", 1.0), ("nan", 1.0), ("inf", 1.0)):
        server.answers["/robots.txt"] = robots(f"User-agent: *\nCrawl-delay: {asked}\n")
        clock.slept.clear()
        visit_all(clock, server.url("/story"), server.url("/other"))
        assert clock.slept[1:] == [kept], asked


def test_a_site_that_names_a_time_is_asked_once_more(server, clock):
    server.answers["/story"] = [answer("", "429 Slow", Retry_After="20"), PAGE]
    assert visit(clock, server.url()).fault is None
    assert 20.0 in clock.slept
    server.answers["/story"] = answer("", "503 Slow", Retry_After="20")
    assert "answered 503" in reason(clock, server.url())
    assert server.paths.count("/story") == 4


@pytest.mark.parametrize("later", ["3600", "in two hours, as a date"])
def test_a_site_that_names_a_late_time_is_left_with_all_its_pages(server, clock, later):
    if later != "3600":
        later = email.utils.formatdate(time.time() + 7_200, usegmt=True)
    server.answers["/story"] = answer("", "429 Slow", Retry_After=later)
    with HostileServer("127.0.0.2") as other:
        other.answers["/story"] = PAGE
        found = visit_all(clock, server.url("/story"), other.url(), server.url("/other"), resolve=None)
    faults = {each.link.address.url: each.fault for each in found}
    assert len(faults) == 3
    assert faults[other.url()] is None
    assert "come back in" in faults[server.url("/other")].what
    assert "/other" not in server.paths


@pytest.mark.parametrize("later", ["", "soon", "-1", "1e9", "٣", "9" * 500, "Thu, 99 Foo 9999 99:99:99 GMT"])
def test_a_time_that_is_none_is_passed_over(server, clock, later):
    server.answers["/story"] = answer("", "429 Slow", Retry_After=later.encode().decode("latin-1"))
    assert "answered 429" in reason(clock, server.url())
    assert server.paths.count("/story") == 1


def test_a_host_inside_the_network_is_not_waited_for(clock):
    found = visit_all(
        clock, "http://127.0.0.1/a", "http://127.0.0.1/b", settings=replace(SETTINGS, allow_private=False)
    )
    assert all("inside the own" in each.fault.what for each in found)
    assert clock.slept == []
