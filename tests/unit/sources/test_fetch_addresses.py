"""Addresses: one spelling each, nothing that two programs read differently, and what is inside the own network."""

from __future__ import annotations

import ipaddress

import pytest

from firsthand.errors import InputError
from firsthand.sources.fetching.addresses import (
    Origin,
    hide_login,
    is_public,
    may_follow,
    parse_address,
    parse_location,
)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://Paper.Example", "https://paper.example/"),
        ("HTTP://paper.example:80/a?b=c#d", "http://paper.example/a?b=c"),
        ("https://paper.example:8443/a", "https://paper.example:8443/a"),
        ("https://paper.example./a", "https://paper.example/a"),
        ("https://straße.example/ü?q=ä", "https://xn--strae-oqa.example/%C3%BC?q=%C3%A4"),
        ("https://paper.example/a%20b%2Fc", "https://paper.example/a%20b%2Fc"),
        ('https://paper.example/"<x>{y}|z^`', "https://paper.example/%22%3Cx%3E%7By%7D%7Cz%5E%60"),
        ("http://[2001:DB8::0001]/a", "http://[2001:db8::1]/a"),
        ("http://192.0.2.7:81/a", "http://192.0.2.7:81/a"),
        ("http://192.0.2.7/a", "http://192.0.2.7/a"),
        ("https://my_desk.paper.example/a", "https://my_desk.paper.example/a"),
    ],
)
def test_an_address_has_one_spelling(text, url):
    found = parse_address(text)
    assert found.url == url
    assert parse_address(found.url) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "paper.example/story",
        "ftp://paper.example/a",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https:///story",
        "https://user@paper.example/a",
        "https://user:secret@paper.example/a",
        "https://paper.example/a b",
        "https://paper.example/a\r\nHost: other.example",
        "https://paper.example/a\tb",
        "https://paper.example\\@other.example/",
        "https://paper.example/\u202etxt.exe",
        "https://paper.example/\x00",
        "https://paper.example:0/",
        "https://paper.example:99999/",
        "https://paper.example:x/",
        "https://[::1",
        "https://[fe80::1%25eth0]/",
        "https://[v1.x]/",
        "https://-paper.example/",
        "https://paper..example/",
        "https://paper%2eexample/",
        f"https://{'a' * 64}.example/",
        f"https://paper.example/{'a' * 9_000}",
        "https://xn--\u4f60.example\u0000/",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(text):
    with pytest.raises(InputError):
        parse_address(text)


@pytest.mark.parametrize(
    "host",
    ["2130706433", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1", "127.0.0.01", "1.2.3.4.5", "１２７.1", "0x", "999"],
)
def test_an_ip_address_in_another_spelling_is_refused(host):
    with pytest.raises(InputError):
        parse_address(f"http://{host}/")


def test_wide_digits_are_the_address_that_they_spell():
    assert parse_address("http://１２７.0.0.1/").host == "127.0.0.1"


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "127.9.9.9",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "2001::1",
        "2001:db8::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "100::1",
    ],
)
def test_an_address_inside_the_network_or_of_special_purpose_is_not_public(ip):
    assert not is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_other_addresses_are_public(ip):
    assert is_public(ipaddress.ip_address(ip))


HTTP, HTTPS = Origin("http", "paper.example", 80), Origin("https", "paper.example", 443)


@pytest.mark.parametrize(
    ("origin", "target", "is_followed"),
    [
        (HTTPS, HTTPS, True),
        (HTTPS, HTTPS._replace(host="www.paper.example"), True),
        (HTTPS._replace(host="www.paper.example"), HTTPS, True),
        (HTTP, HTTPS._replace(host="www.paper.example"), True),
        (HTTPS, HTTP, False),
        (HTTPS, HTTPS._replace(host="news.paper.example"), False),
        (HTTPS, HTTPS._replace(host="paper.example.other.example"), False),
        (HTTPS, HTTPS._replace(host="other.example"), False),
        (HTTPS, HTTPS._replace(port=8443), False),
        (HTTP, HTTP._replace(port=6379), False),
        (HTTP._replace(port=8080), HTTPS, False),
        (HTTPS._replace(host="co.uk"), HTTPS._replace(host="www.co.uk"), False),
        (HTTPS._replace(host="github.io"), HTTPS._replace(host="www.github.io"), False),
        (HTTPS._replace(host="127.0.0.1"), HTTPS._replace(host="127.0.0.2"), False),
    ],
)
def test_a_redirect_stays_with_the_site(origin, target, is_followed):
    assert may_follow(origin, target, set()) is is_followed


def test_a_redirect_to_a_host_that_was_named_too_is_followed():
    other = Origin("https", "other.example", 443)
    assert may_follow(HTTPS, other, {HTTPS, other})
    assert not may_follow(HTTPS, other._replace(port=444), {HTTPS, other})


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://paper.example/b"),
        ("b?c", "https://paper.example/dir/b?c"),
        ("//www.paper.example/b", "https://www.paper.example/b"),
        ("https://other.example/x#y", "https://other.example/x"),
        (" /a b ", "https://paper.example/a%20b"),
        ("/ü".encode().decode("latin-1"), "https://paper.example/%C3%BC"),
        ("/a\x1b[31m", "https://paper.example/a%1B[31m"),
        ("/a\r\nSet-Cookie: x", "https://paper.example/a%0D%0ASet-Cookie:%20x"),
    ],
)
def test_a_location_is_read_against_its_page(location, url):
    assert parse_location(parse_address("https://paper.example/dir/a"), location).url == url


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "http://[::1", "https://a@b.example/", "data:text/html,x", "http://2130706433/"]
)
def test_a_location_that_is_no_page_is_refused(location):
    with pytest.raises(InputError):
        parse_location(parse_address("https://paper.example/a"), location)


def test_a_login_is_hidden():
    assert hide_login("https://user:secret@paper.example/a@b") == "https://[hidden]@paper.example/a@b"
