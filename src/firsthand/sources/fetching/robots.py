"""robots.txt: what a site asks of programs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from firsthand.sources.fetching.addresses import Address

if TYPE_CHECKING:
    from protego import Protego

__all__ = ["MAX_ROBOTS_BYTES", "RobotsRules", "parse_robots", "product_token"]

MAX_ROBOTS_BYTES = 512_000  # what stands beyond is not read: RFC 9309 asks for 500 KiB at least
_AGENT = re.compile(r"\s*user[-\s]?agent\s*[:\s]", re.IGNORECASE)
_NOBODY = "User-agent: ~"  # "~" stands in no product's name


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """What one site's robots.txt asks of us."""

    rules: Protego | None  # None where there is no robots.txt
    token: str

    def allows(self, address: Address) -> bool:
        """Whether a program may fetch `address`."""
        return self.rules is None or self.rules.can_fetch(address.url, self.token)

    @property
    def crawl_delay_s(self) -> float:
        """Seconds that are asked for between two requests; 0 where nothing is asked."""
        return 0.0 if self.rules is None else self.rules.crawl_delay(self.token) or 0.0


def product_token(user_agent: str) -> str:
    """The name that rules go by: "firsthand" of "firsthand/1.0 (...)"."""
    found = re.match(r"[A-Za-z_-]+", user_agent)
    return found.group().lower() if found else ""


def parse_robots(text: str, token: str) -> RobotsRules:
    """The rules of a robots.txt for the product `token`. Never fails; takes time linear in the text.

    Groups for other programs are read under one name that nobody has: a file of thousands of agents before thousands
    of rules would otherwise be multiplied out.
    """
    from protego import Protego

    return RobotsRules(Protego.parse("\n".join(_narrow(line, token) for line in text.splitlines())), token)


def _narrow(line: str, token: str) -> str:
    bare = line.partition("#")[0]
    agent = _AGENT.match(bare)
    if agent is None:
        return bare
    name = bare[agent.end() :].strip(" \t:*").lower()
    return bare if name in token else _NOBODY  # a bare "*" is everybody: the empty name
