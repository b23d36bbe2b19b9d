"""Addresses of pages: taken apart strictly, and told apart from what lies inside the user's own network."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Set
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from firsthand.errors import InputError
from firsthand.lexicon.outlets import registered_domain

__all__ = ["Address", "Origin", "hide_login", "is_public", "may_follow", "parse_address", "parse_location"]

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_MAX_LENGTH = 8_000  # characters; servers refuse longer ones
_PORTS = {"http": 80, "https": 443}
# White space, controls and marks of writing direction: none belongs in an address, and a reader may be misled by any.
_FORBIDDEN = re.compile(
    "[\x00-\x20\x7f-\xa0\u00ad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\\\\]"
)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")  # what C libraries take for a part of an IPv4 address
_SAFE = "!$%&'()*+,-./:;=?@_~[]"  # stays as it is in a path or query; the rest is percent-encoded
_LOGIN = re.compile(r"//[^/?#]*@")

# IPv4 addresses inside IPv6 ones, which a gateway would unwrap (RFC 6052); mapped ones and 6to4 the library knows.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Not reachable from everywhere, but not known as such to every Python that we run on (IANA special-purpose registry).
_SPECIAL = tuple(
    ipaddress.ip_network(text)
    for text in ("192.0.0.0/24", "64:ff9b:1::/48", "100::/64", "2001::/23", "3fff::/20", "5f00::/16", "fec0::/10")
)


class Origin(NamedTuple):
    """Whom a request goes to."""

    scheme: str
    host: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An http or https address in one spelling: lower-case ASCII host, escaped target, no fragment."""

    scheme: str  # http or https
    host: str  # a name (punycode), or an IP address without brackets
    port: int
    target: str  # path and query, beginning with "/", printable ASCII without spaces

    @property
    def origin(self) -> Origin:
        """Whom a request goes to."""
        return Origin(self.scheme, self.host, self.port)

    @property
    def host_field(self) -> str:
        """The host as the Host header has it, with the port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.host_field}{self.target}"

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    @property
    def site(self) -> str:
        """What the pace of requests goes by: the host without "www."."""
        return self.host.removeprefix("www.")

    @property
    def ip(self) -> IPAddress | None:
        """The host where it is an IP address, not a name."""
        try:
            return ipaddress.ip_address(self.host)
        except ValueError:
            return None


def hide_login(text: str) -> str:
    """`text` with a user name and password in an address hidden: messages and records are passed on."""
    return _LOGIN.sub("//[hidden]@", text)


def parse_address(text: str) -> Address:
    """The address that `text` spells.

    Names in other scripts become punycode (UTS 46), other characters of path and query are percent-encoded, and the
    part after "#" is dropped, since it is never sent.

    Raises:
        InputError: It is none, or one that is not fetched: another scheme, a login in it, white space or control
            characters, an IP address in a spelling that only some programs understand.
    """
    if len(text) > _MAX_LENGTH:
        raise InputError(f"the address is longer than {_MAX_LENGTH:,} characters.")
    if _FORBIDDEN.search(text):
        raise InputError(
            "the address holds white space, a backslash or a control character.", "Copy it from the browser again."
        )
    try:
        parts = urlsplit(text)
        port, host = parts.port, parts.hostname
    except ValueError as error:
        raise InputError("this is no address.", "Copy it from the browser again.") from error
    if parts.scheme not in _PORTS:
        raise InputError("this is no address of a page.", "An address begins with http:// or https://.")
    if "@" in parts.netloc:
        raise InputError(
            "the address holds a user name or password, which are not sent.", "Save the page in a browser and add it."
        )
    if not host:
        raise InputError("the address names no host.", "An address looks like https://paper.example/story.")
    if port == 0:
        raise InputError("the address names port 0, which is none.")
    query = f"?{parts.query}" if parts.query else ""
    return Address(
        scheme=parts.scheme,
        host=_parse_host(host, is_bracketed="[" in parts.netloc),
        port=port or _PORTS[parts.scheme],
        target=quote((parts.path or "/") + query, safe=_SAFE, errors="replace"),
    )


def _parse_host(text: str, *, is_bracketed: bool) -> str:
    fault = InputError(f"{text!r} is no name of a host.", "Copy the address from the browser again.")
    if is_bracketed:
        try:
            return str(ipaddress.IPv6Address(text)) if "%" not in text else _refuse(fault)
        except ValueError as error:
            raise fault from error
    host = _to_ascii(text, fault).lower().removesuffix(".")
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise fault
    if _NUMBER.fullmatch(labels[-1]):
        # 2130706433, 0x7f.1 and 0177.0.0.1 are 127.0.0.1 to some programs and names to others.
        try:
            return str(ipaddress.IPv4Address(host))
        except ValueError as error:
            raise InputError(f"{text!r} is no name of a host.", "Write an IP address as four numbers.") from error
    return host


def _refuse(fault: InputError) -> str:
    raise fault


def _to_ascii(host: str, fault: InputError) -> str:
    if host.isascii():
        return host
    import idna

    try:
        return idna.encode(host, uts46=True, transitional=False).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise fault from error


def parse_location(base: Address, location: str) -> Address:
    """The address that a redirect from `base` leads to.

    Args:
        base: The page that sends on.
        location: The Location header, its bytes read as Latin-1.

    Raises:
        InputError: It is no address of a page.
    """
    try:
        # Sent unescaped, the bytes are UTF-8 on nearly all sites; spaces at the ends and inside are common slips.
        spelled = quote(location.strip(" \t").encode("latin-1"), safe=_SAFE + "#")
        joined = urljoin(base.url, spelled)
    except ValueError as error:
        raise InputError("it sends on to what is no address.") from error
    return parse_address(joined)


def is_public(ip: IPAddress) -> bool:
    """Whether `ip` can be reached from everywhere: not the own machine, not the own network, not a special purpose.

    An IPv4 address inside an IPv6 one (mapped, 6to4, NAT64) is judged as itself.
    """
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(inner)
    is_special = ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_loopback or ip.is_unspecified
    return ip.is_global and not is_special and not any(ip in network for network in _SPECIAL)


def may_follow(origin: Origin, target: Origin, named: Set[Origin]) -> bool:
    """Whether a redirect from `origin` to `target` stays with the hosts that the user named.

    It does where the user named `target` too, and where both are one site: the same host, or the same with "www."
    before it, on the same port, or on the schemes' own ports from http to https. A step back to http is none of these.
    """
    if target in named:
        return True
    if not _is_same_site(origin.host, target.host):
        return False
    if (origin.scheme, origin.port) == (target.scheme, target.port):
        return True
    return (origin.scheme, origin.port, target.scheme, target.port) == ("http", 80, "https", 443)


def _is_same_site(one: str, other: str) -> bool:
    if one == other:
        return True
    # "www." before a public suffix ("www.co.uk") is a name that anybody may have registered.
    domain = registered_domain(one)
    return (
        domain is not None
        and one.removeprefix("www.") == other.removeprefix("www.")
        and domain == registered_domain(other)
    )
