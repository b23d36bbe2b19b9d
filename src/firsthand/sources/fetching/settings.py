"""How pages are fetched."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FetchSettings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """Manners and bounds of `firsthand fetch`. None of these changes what is made of a page once it is saved.

    Attributes:
        pause_s: Seconds between two requests to one site; a longer Crawl-delay in its robots.txt is kept.
        max_pause_s: A Crawl-delay longer than this, in seconds, is cut to it.
        max_wait_s: A site that answers "too many requests" or "unavailable" and says when to come back is asked once
            more where that is at most so many seconds away; else the rest of its pages are left.
        timeout_s: Seconds to wait for a connection, and for each next piece of an answer.
        max_page_s: Seconds that one request may take in all, however steadily its answer drips.
        max_page_bytes: A page larger than this, in bytes as they are sent, is not saved.
        max_redirects: How often one page may send on to another address of its own site.
        max_links: Addresses that one call takes; more is a crawl, not a reading list.
        again_after_s: What was saved less than so many seconds ago is not fetched again without `--again`, so that an
            interrupted run goes on where it stopped.
        allow_private: Whether addresses inside the own machine and network (loopback, private, link-local) are
            fetched.
        respect_robots: Whether a page that the site's robots.txt closes to programs is left alone.
        user_agent: What sites are told of who asks; rules in robots.txt go by its first word.
    """

    pause_s: float = 1.0
    max_pause_s: float = 30.0
    max_wait_s: float = 60.0
    timeout_s: float = 30.0
    max_page_s: float = 120.0
    max_page_bytes: int = 20_000_000
    max_redirects: int = 5
    max_links: int = 10_000
    again_after_s: float = 3_600.0
    allow_private: bool = False
    respect_robots: bool = True
    user_agent: str = "firsthand (saves pages that its user names)"
