"""Signatures: what a page says round its text of the house that the text is from: byline, a line of its own, a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.lexicon.house_marks import find_house_lines
from firsthand.lexicon.houses import agency_of, house_forms, is_same_house
from firsthand.lexicon.outlets import is_article_address, is_domain, split_address
from firsthand.lineage.crediting import full_credits, is_own_text
from firsthand.lineage.grounds import Ground, GroundKind, Side, Weight
from firsthand.model import Article

__all__ = ["signature_grounds"]

_LONGEST_BYLINE = 300
_LONGEST_LINK = 300
_FEWEST_SLUG_WORDS = 3
_SLUG_WORD = re.compile(r"[a-z]{4,}")


def _foreign_forms(side: Side) -> tuple[str, ...]:
    """The names of the giver's house that are not the taker's too."""
    giver, taker = side.giver, side.taker
    forms = house_forms(giver.outlet, giver.url)
    return tuple(form for form in forms if not is_same_house(form, taker.outlet, taker.url))


def _byline_form(byline: str | None, forms: tuple[str, ...]) -> str | None:
    """The name of the house that stands in the byline: at its end, behind a comma, "for", "of" or a bar."""
    if not byline:
        return None
    names = "|".join(re.escape(form) for form in forms if not is_domain(form))
    if not names:
        return None
    pattern = (
        rf"(?:[,|/–—-]\s*|\b(?:for|of|from|via)\s+)(?:[Tt]he )?(?P<name>(?i:{names}))(?=\s*(?:[,;|/.)–—-]|and\b|$))"
    )
    match = re.search(pattern, byline[:_LONGEST_BYLINE])
    return match["name"] if match else None


def _path(address: str | None) -> str | None:
    """Host and path of an article's address, as a text would write them; None where it is none."""
    parts = split_address(address)
    if parts is None or not is_article_address(address) or len(parts.path.strip("/")) < len("2000/01/01"):
        return None
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"


def _link(giver: Article, taker: Article, forms: tuple[str, ...]) -> int | None:
    """Where the taker's text writes the address of the giver; None where it does not.

    Where the giver's own address is not known, a link to its house counts whose words are those of its headline.
    """
    path = _path(giver.url)
    if path is not None:
        place = taker.text.find(path)
        return place if place >= 0 else None
    headline = set(_SLUG_WORD.findall((giver.headline or "").lower()))
    domains = [form for form in forms if is_domain(form)]
    if giver.url is not None or len(headline) < _FEWEST_SLUG_WORDS or not domains:
        return None
    names = "|".join(re.escape(domain) for domain in domains)
    for match in re.finditer(rf"(?:{names})/(\S{{12,{_LONGEST_LINK}}})", taker.text):
        slug = set(_SLUG_WORD.findall(match[1].lower())) - {"story", "article", "news", "html", "index"}
        if len(slug & headline) >= _FEWEST_SLUG_WORDS and 2 * len(slug & headline) >= len(slug):
            return match.start()
    return None


def signature_grounds(side: Side) -> Iterator[Ground]:
    """The taker's byline is of the giver's house, its page links to the giver, or shows the house's name on a line."""
    giver, taker = side.giver, side.taker
    if any(not is_own_text(giver, source) for source in full_credits(giver)):
        return
    forms = _foreign_forms(side)
    if not forms:
        return
    house, weight, words = giver.outlet or forms[0], Weight.PLACE, ""
    written = _byline_form(taker.byline, forms)
    link = _link(giver, taker, forms) if written is None else None
    if written is not None:
        weight = Weight.WHOLE
        words = f"the byline of {taker.article} names {written}, which published {giver.article}"
    elif link is not None:
        words = f"{taker.article} gives the address of {giver.article} (at character {link})"
    elif agency_of(giver.outlet, giver.url) is None:  # an agency's name alone on a line is a picture's credit
        lines = find_house_lines(taker.text, forms)
        if lines:
            # Papers of one family show each other's names on every page.
            is_family = giver.publisher is not None and giver.publisher == taker.publisher
            weight = Weight.HINT if is_family else Weight.TEXT
            words = f"{taker.article} shows {house}, which published {giver.article}, on a line of its own"
            words += f" (at character {lines[0][0]})"
    if words:
        yield Ground(kind=GroundKind.SIGNATURE, direction=side.direction, weight=weight, words=words, via=house)
