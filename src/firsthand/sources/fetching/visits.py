"""Pages visited one after another: politely, by the site's rules, and without leaving the hosts that were named."""

from __future__ import annotations

import logging
import re
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from firsthand.errors import InputError
from firsthand.model import Rejection
from firsthand.sources.decoding import decode_bytes
from firsthand.sources.fetching.addresses import Address, Origin, may_follow, parse_location
from firsthand.sources.fetching.client import Client, Exchange, Headers
from firsthand.sources.fetching.links import Link
from firsthand.sources.fetching.robots import MAX_ROBOTS_BYTES, RobotsRules, parse_robots, product_token
from firsthand.sources.fetching.settings import FetchSettings
from firsthand.sources.http_messages import HttpHead, decode_payload
from firsthand.sources.limits import SourceLimits
from firsthand.sources.pages import Payload, payload_kind
from firsthand.sources.refusals import make_rejection
from firsthand.sources.sniffing import InputKind

__all__ = ["Fetcher", "Visit"]

_LOGGER = logging.getLogger(__name__)

_REDIRECTS = {301, 302, 303, 307, 308}
_COME_BACK = {429, 503}
_CLOSED = {401, 402, 403, 407, 451}  # for people with an account, or in some countries
_GONE = {404, 410}
# Pages, texts, PDF and feeds: what can be read, and no pictures, films, programs or data.
_TYPES = frozenset(
    "text/html application/xhtml+xml text/plain application/pdf application/rss+xml application/atom+xml"
    " application/xml text/xml".split()
)
_KINDS = {InputKind.HTML, InputKind.TEXT, InputKind.PDF, InputKind.FEED}
_ENCODINGS = {"", "identity", "gzip", "x-gzip", "deflate"}
_LONGEST_SHOWN = 500  # characters of an address
_MAX_ERROR_PAGE_BYTES = 1_000_000
_SAVE_IT = "Save the page in a browser and add the file."


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What became of one link."""

    link: Link
    exchanges: tuple[Exchange, ...]  # the answers, in order: redirects, then the page
    fault: InputError | None = None  # why there is no page

    @property
    def rejection(self) -> Rejection | None:
        """The record of a page that was not saved, under its address; None where it was."""
        return None if self.fault is None else make_rejection(self.link.address.url, self.fault)


class Fetcher:
    """Visits links, sites in turn, with a pause between two requests to one site."""

    def __init__(
        self,
        client: Client,
        settings: FetchSettings,
        *,
        limits: SourceLimits | None = None,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Make a fetcher.

        Args:
            client: Who asks.
            settings: Bounds and manners.
            limits: What a page may cost when it is unpacked; the defaults where left out.
            now: Tells the time, in seconds.
            sleep: Passes the time, in seconds.
        """
        self._client = client
        self._settings = settings
        self._limits = limits or SourceLimits()
        self._now = now
        self._sleep = sleep
        self._ready_at: dict[str, float] = {}  # by site: not asked before
        self._pause_s: dict[str, float] = {}  # by site, where robots.txt asks for more than the settings
        self._robots: dict[Origin, RobotsRules | InputError] = {}
        self._named: frozenset[Origin] = frozenset()

    def visit_all(self, links: Sequence[Link]) -> Iterator[Visit]:
        """The pages of `links`, those of different sites in turn, so that the pause of one is used for another.

        Each is asked for when its visit is asked for.

        Yields:
            One visit a link.
        """
        self._named = frozenset(link.address.origin for link in links)
        waiting: dict[str, deque[tuple[Link, bool]]] = {}
        for link in links:
            waiting.setdefault(link.address.site, deque()).append((link, True))
        while waiting:
            site = min(waiting, key=lambda each: self._ready_at.get(each, 0.0))
            queue = waiting.pop(site)
            link, is_first = queue.popleft()
            visit = self._visit(link)
            wait_s = _wait_asked(visit)
            if wait_s is not None and wait_s > self._settings.max_wait_s:
                fault = InputError(f"the site asks to come back in {wait_s:,.0f} seconds.", "Fetch it again then.")
                yield Visit(link=link, exchanges=visit.exchanges, fault=fault)
                yield from (Visit(link=each, exchanges=(), fault=fault) for each, _ in queue)
                continue
            if wait_s is not None and is_first:
                self._ready_at[site] = max(self._ready_at.get(site, 0.0), self._now() + wait_s)
                queue.append((link, False))
            else:
                yield visit
            if queue:
                waiting[site] = queue  # at the end: of sites that are ready, the one longest not asked comes first

    def _visit(self, link: Link) -> Visit:
        exchanges: list[Exchange] = []
        fault: InputError | None = None
        try:
            self._follow(link.address, exchanges)
            _check_page(exchanges[-1], self._limits)
        except InputError as error:
            fault = error
        return Visit(link=link, exchanges=tuple(exchanges), fault=fault)

    def _follow(self, address: Address, exchanges: list[Exchange]) -> None:
        """Ask for `address`, and for where it sends on to, until something else than a redirect is answered."""
        for _ in range(self._settings.max_redirects + 1):
            self._check_rules(address)
            exchange = self._ask(address, self._weigh_page)
            exchanges.append(exchange)
            location = exchange.header("Location")
            if exchange.status not in _REDIRECTS or location is None:
                return
            address = self._next(address, location)
        raise InputError(
            f"it sends on more than {self._settings.max_redirects} times.", "Open it in a browser and copy the address."
        )

    def _next(self, address: Address, location: str) -> Address:
        target = parse_location(address, location)
        if not may_follow(address.origin, target.origin, self._named):
            shown = target.url if len(target.url) <= _LONGEST_SHOWN else f"{target.url[:_LONGEST_SHOWN]}…"
            raise InputError(
                f"it sends on to another host, which you did not name: {shown}", "If that is meant, add this address."
            )
        return target

    def _ask(self, address: Address, weigh: Callable[[int, Headers], tuple[int, bool]]) -> Exchange:
        """One request, not before the site's pause is over."""
        self._client.check(address)  # nothing to wait for where it will not be asked
        left = self._ready_at.get(address.site, 0.0) - self._now()
        if left > 0:
            self._sleep(left)
        try:
            exchange = self._client.get(address, weigh)
        finally:
            pause_s = max(self._settings.pause_s, self._pause_s.get(address.site, 0.0))
            self._ready_at[address.site] = self._now() + pause_s
        _LOGGER.info("%s from %s: %d", address.url, exchange.ip, exchange.status)
        return exchange

    def _weigh_page(self, status: int, headers: Headers) -> tuple[int, bool]:
        if status != HTTPStatus.OK:
            return min(_MAX_ERROR_PAGE_BYTES, self._settings.max_page_bytes), True
        fields = {name.lower(): value for name, value in reversed(headers)}
        media_type = fields.get("content-type", "").partition(";")[0].strip().lower()
        if media_type and media_type not in _TYPES:
            raise InputError(f"it is {_shown(media_type)}, not a page of text.", "Nothing to do, unless it should be.")
        if fields.get("content-encoding", "").strip().lower() not in _ENCODINGS:
            raise InputError("it is packed in a way that was not asked for.", _SAVE_IT)
        return self._settings.max_page_bytes, False

    def _check_rules(self, address: Address) -> None:
        """See that the site's robots.txt lets programs fetch `address`.

        Raises:
            InputError: It does not, or could not be read.
        """
        if not self._settings.respect_robots:
            return
        self._client.check(address)
        if address.origin not in self._robots:
            self._robots[address.origin] = self._find_rules(address)
        rules = self._robots[address.origin]
        if isinstance(rules, InputError):
            raise InputError(rules.what, rules.mend)
        if not rules.allows(address):
            raise InputError("the site's robots.txt closes this page to programs.", _SAVE_IT)

    def _find_rules(self, page: Address) -> RobotsRules | InputError:
        address = Address(scheme=page.scheme, host=page.host, port=page.port, target="/robots.txt")
        try:
            exchange = self._read_robots(address)
        except InputError as error:
            return InputError(f"the site's robots.txt could not be read: {error.what}", error.mend)
        token = product_token(self._settings.user_agent)
        status = exchange.status
        if status in _COME_BACK or status >= HTTPStatus.INTERNAL_SERVER_ERROR or exchange.cut not in {None, "length"}:
            return InputError(
                f"the site's robots.txt could not be read ({status} {_phrase(status)}), so nothing is fetched from it.",
                "Try again later.",
            )
        if status != HTTPStatus.OK:  # RFC 9309: without rules everything may be fetched
            return RobotsRules(None, token)
        try:
            raw = _unpack(exchange, self._limits)[:MAX_ROBOTS_BYTES]
        except InputError as error:
            return InputError(f"the site's robots.txt could not be read: {error.what}", "Try again later.")
        rules = parse_robots(decode_bytes(raw), token)
        self._pause_s[address.site] = min(rules.crawl_delay_s, self._settings.max_pause_s)
        return rules

    def _read_robots(self, address: Address) -> Exchange:
        for _ in range(self._settings.max_redirects + 1):
            exchange = self._ask(address, _weigh_robots)
            location = exchange.header("Location")
            if exchange.status not in _REDIRECTS or location is None:
                return exchange
            address = self._next(address, location)
        raise InputError("it sends on without end.")


def _weigh_robots(_status: int, _headers: Headers) -> tuple[int, bool]:
    return MAX_ROBOTS_BYTES, True


def _wait_asked(visit: Visit) -> float | None:
    """Seconds after which the site asks to be asked again; None where it does not say."""
    if not visit.exchanges or visit.exchanges[-1].status not in _COME_BACK:
        return None
    asked = (visit.exchanges[-1].header("Retry-After") or "").strip()
    if re.fullmatch(r"\d{1,9}", asked, re.ASCII):
        return float(asked)
    try:
        moment = parsedate_to_datetime(asked)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _check_page(exchange: Exchange, limits: SourceLimits) -> None:
    """See that an answer is a page that our reader of WARC files will read.

    Raises:
        InputError: It is another answer, nothing, packed with a bomb, or not what it says.
    """
    status = exchange.status
    if status != HTTPStatus.OK:
        mend = _SAVE_IT if status in _CLOSED else "Check the address." if status in _GONE else "Try again later."
        raise InputError(f"answered {status} {_phrase(status)}.", mend)
    raw = _unpack(exchange, limits)
    if not raw:
        raise InputError("the page is empty.", "Open it in a browser to see why.")
    media_type = exchange.header("Content-Type")
    kind = payload_kind(Payload(raw=raw, media="warc", media_type=media_type, name=exchange.address.path))
    if kind not in _KINDS:
        raise InputError(f"it says that it is a page, and is {kind}.", "Open it in a browser to see what it is.")


def _unpack(exchange: Exchange, limits: SourceLimits) -> bytes:
    """The body as our reader of WARC files will have it.

    Raises:
        InputError: It is broken, or a bomb.
    """
    fields = {"content-encoding": exchange.header("Content-Encoding") or ""}
    return decode_payload(exchange.body, HttpHead(status=exchange.status, fields=fields, begin=0), limits)


def _phrase(status: int) -> str:
    """What a status means, in the standard's words: the server's own may be anything."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "of no known meaning"


def _shown(media_type: str) -> str:
    return media_type if re.fullmatch(r"[\w.+-]{1,60}/[\w.+-]{1,80}", media_type, re.ASCII) else "of no known kind"
