"""Furniture: what stands in the body and is no part of what the account says."""

from __future__ import annotations

from firsthand.model import Article, CreditRole, Span

__all__ = ["find_furniture"]


# A credit that spans more characters than this is told by a whole paragraph, which says something too.
_LONGEST_CREDIT = 100


def find_furniture(article: Article) -> list[Span]:
    """Where dateline, byline and the names of those whom the whole text is credited to stand in the body, in order."""
    found = [
        credit.span
        for credit in article.credits
        if credit.role in {CreditRole.FULL, CreditRole.OUTLET}
        and credit.span.end - credit.span.start <= _LONGEST_CREDIT
    ]
    for written in (article.dateline, article.byline):
        for body in article.body if written else ():
            place = article.text.find(written or "", body.start, body.end)
            if place >= 0:
                found.append(Span(place, place + len(written or "")))
                break
    return sorted(found)
