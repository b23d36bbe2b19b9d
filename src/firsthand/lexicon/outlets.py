"""Names of outlets: how they are shaped, which are only letters, and how a domain and a name fit together.

No list of the world's outlets: a display name is read from the page or made from the domain. Kept here is what cannot
be derived: broadcasters known by letters alone, which running text names without any word that says "outlet".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

if TYPE_CHECKING:
    from tldextract import TLDExtract

__all__ = [
    "LETTER_OUTLETS",
    "OUTLET_WORDS",
    "is_article_address",
    "is_domain",
    "is_same_outlet",
    "outlet_of_domain",
    "registered_domain",
    "split_address",
]

# Broadcasters and networks that are named by letters alone, in many countries. Station call signs (K or W and three
# letters) have a shape of their own and are not listed.
LETTER_OUTLETS = frozenset(
    "ABC ARD BBC BFMTV BNN CBC CBS CCTV CGTN CNBC CNN CNA CTV DR DW ERT ESPN HBO ITV KBS LCI MBC MSNBC NBC NDTV NHK"
    " NOS NPO NPR NRK ORF PBS RAI RBC RFE RFI RT RTBF RTE RTÉ RTL RTP RTS RTVE SBS SRF SVT TASR TF1"
    " TMZ TRT TVE TVN TVP"
    " VOA VRT WDR YLE ZDF BFM NTV".split()
)
# Last or only words of an outlet's name: what makes "the <Place> <word>" a paper, a station or a site.
OUTLET_WORDS = frozenset(
    "Times Post News Daily Mirror Herald Guardian Journal Tribune Telegraph Mail Express Observer Independent Gazette"
    " Chronicle Examiner Enquirer Inquirer Star Sun Globe Press Standard Record Courier Dispatch Sentinel Ledger"
    " Register Republic Bee Argus Echo Advertiser Advocate Bulletin Citizen Monitor Review Reporter Magazine Weekly"
    " Today TV Television Radio Network Channel Broadcasting Zeitung Rundschau Anzeiger Allgemeine"
    " Kurier Monde Figaro"
    " Parisien Libération Mundo País Vanguardia Nación Nacion Prensa Corriere Repubblica Stampa Gazzetta".split()
)
_LONGEST_ADDRESS = 4096
_PATH = re.compile(r"(?<=[^:/])[/?#].*", re.DOTALL)  # behind the host
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,24}(?:[/:?#].*)?", re.IGNORECASE)


@cache
def _extractor() -> TLDExtract:
    from tldextract import TLDExtract

    # The snapshot of the public suffix list in the package: no network, no cache file. Private suffixes count, so that
    # two blogs on one host are two outlets.
    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def is_domain(name: str) -> bool:
    """Whether `name` is a bare domain or an address, not a name for readers."""
    return " " not in name.strip() and _DOMAIN.fullmatch(name.strip()) is not None


def split_address(address: str | None) -> SplitResult | None:
    """The parts of `address`; None where it names no host, or is written so that it cannot be taken apart.

    What a source gives as its address may be anything, and `urlsplit` alone raises on some of it.
    """
    try:
        parts = urlsplit(address or "")
    except ValueError:  # "http://[", characters that become "/" or "@" when they are normalised
        return None
    return parts if parts.hostname else None


def is_article_address(address: str | None) -> bool:
    """Whether `address` can be that of one article: it names a host, and a place on it.

    Collections hold "n/a", "#", script links and front pages where an address is missing; what shares those is not
    one article.
    """
    parts = split_address(address)
    return parts is not None and bool(parts.path.strip("/") or parts.query or parts.fragment)


def registered_domain(address: str) -> str | None:
    """The domain that was registered: "edition.news.example.co.uk/x" gives "example.co.uk"; None where there is none.

    Args:
        address: A domain, with or without scheme and path.
    """
    if len(address) > _LONGEST_ADDRESS:
        return None
    return _registered(_PATH.sub("", address.strip()))


@lru_cache(maxsize=1 << 14)  # a crawl has few sites and many addresses
def _registered(host: str) -> str | None:
    parts = _extractor()(host)
    if parts.domain and parts.suffix:
        return f"{parts.domain}.{parts.suffix}".lower()
    # A suffix that the public list does not know, as in documentation and on inner networks: the last two labels.
    labels = [label for label in (*parts.subdomain.split("."), parts.domain) if label]
    return ".".join(labels[-2:]).lower() if len(labels) > 1 and not labels[-1].isdigit() else None


def outlet_of_domain(address: str) -> str | None:
    """Display name made from an address: the registered domain in lower case, without "www." or a section's subdomain.

    A nicer name would be a guess; two sections of one site must give one outlet.
    """
    return registered_domain(address.strip())


def _letters(word: str) -> str:
    return re.sub(r"\W", "", word.casefold())


def is_same_outlet(name: str, outlet: str | None) -> bool:
    """Whether `name`, as an article writes it, is the outlet itself.

    "Example Times" fits the outlet "The Example Times" and the domains "exampletimes.com" and "etimes.com": in a
    domain each word but the last may stand as its first letter, and a leading article falls away.
    """
    if not outlet:
        return False
    domain = registered_domain(outlet) if is_domain(outlet) else None
    target = _letters(domain.split(".")[0] if domain else re.sub(r"^the\s+", "", outlet, flags=re.IGNORECASE))
    words = [_letters(word) for word in re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE).split()]
    words = [word for word in words if word][:8]
    if not words or not target:
        return False
    if target in {"".join(words), "".join(word[0] for word in words)} or _letters(name) == _letters(domain or outlet):
        return True
    if domain is None:
        return False
    shape = "".join(f"(?:{re.escape(word)}|{re.escape(word[0])})" for word in words[:-1]) + re.escape(words[-1])
    return re.fullmatch(rf"(?:the)?{shape}(?:online|news)?", target) is not None
