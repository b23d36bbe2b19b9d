"""Fetching: the pages at addresses that the user named, each kept as WARC records with its time, status and digest.

The only part of the program that makes requests. It asks nothing of a host that the user did not name, and nothing of
an address inside the user's own network unless `fetch.allow_private` says so.
"""

from firsthand.sources.fetching.addresses import Address, is_public, parse_address
from firsthand.sources.fetching.client import Client, Exchange, resolve_host
from firsthand.sources.fetching.links import Link, read_links
from firsthand.sources.fetching.settings import FetchSettings
from firsthand.sources.fetching.visits import Fetcher, Visit
from firsthand.sources.fetching.warc_file import WarcFile, find_saved

__all__ = [
    "Address",
    "Client",
    "Exchange",
    "FetchSettings",
    "Fetcher",
    "Link",
    "Visit",
    "WarcFile",
    "find_saved",
    "is_public",
    "parse_address",
    "read_links",
    "resolve_host",
]
