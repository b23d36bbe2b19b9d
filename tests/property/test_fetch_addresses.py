"""Whatever is given as an address, a list, a Location or a robots.txt: refused or taken, in one spelling."""

from __future__ import annotations

import ipaddress

from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.errors import InputError
from firsthand.sources.fetching import is_public, parse_address, read_links
from firsthand.sources.fetching.addresses import parse_location
from firsthand.sources.fetching.robots import parse_robots

ADDRESS_LETTERS = st.sampled_from(
    [*"ab.:/@?#%[]\\-_ 0127x~&=", "http://", "https://", "é", "。", "ß", "\x00", "\n", "\u202e"]
)
ADDRESSES = st.lists(ADDRESS_LETTERS, max_size=24).map("".join)
PAGE = parse_address("https://paper.example/dir/a?b")


def taken(read, *given_):
    try:
        return read(*given_)
    except InputError:
        return None


@settings(max_examples=60, deadline=None)
@given(st.one_of(ADDRESSES, ADDRESSES.map("https://".__add__), st.text(max_size=60)))
def test_an_address_is_refused_or_has_one_spelling_that_cannot_break_a_request(text):
    found = taken(parse_address, text)
    if found is not None:
        assert parse_address(found.url) == found
        assert found.url.isascii()
        assert found.url.isprintable()
        assert not set(found.url) & set(' \\"<>')
        assert "@" not in found.host_field


@settings(max_examples=60, deadline=None)
@given(st.one_of(ADDRESSES, st.text(st.characters(max_codepoint=255), max_size=60)))
def test_a_location_is_refused_or_an_address(location):
    found = taken(parse_location, PAGE, location)
    assert found is None or parse_address(found.url) == found


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.lists(ADDRESSES, max_size=6).map(lambda lines: "\n".join(lines).encode())))
def test_each_line_of_a_list_is_an_address_a_rejection_or_nothing(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("links") / "links.txt"
    path.write_bytes(raw)
    links, rejections = read_links([str(path)], 100)
    assert links or rejections or b"#" in raw or not raw.strip()
    assert len({link.address.url for link in links}) == len(links)


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200),
    st.lists(st.sampled_from(["User-agent: *", "user agent", "Disallow: /", "Allow: /*a$", "Crawl-delay: 9", "x"])),
)
def test_any_robots_file_says_yes_or_no(text, lines):
    rules = parse_robots("\n".join([text, *lines]), "firsthand")
    assert rules.allows(PAGE) in {True, False}
    assert rules.crawl_delay_s >= 0


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_an_address_of_four_bytes_is_judged_alike_inside_one_of_sixteen(number):
    inner = ipaddress.IPv4Address(number)
    for outer in (0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80):
        assert is_public(ipaddress.IPv6Address(outer)) == is_public(inner)
