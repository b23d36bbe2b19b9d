"""Correction notes: sentences by which a page says that an earlier state of it was wrong.

English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Ukrainian, Turkish, Chinese.
"""

from __future__ import annotations

import re
from functools import lru_cache

from firsthand.model import Span

__all__ = ["find_correction_notes"]

_LONGEST_NOTE = 600  # characters
_MOST_NOTES = 5
_NOTE = re.compile(
    r"(?:an? (?:earlier|previous|original) version of (?:this|the|our) (?:article|story|report|post|headline|page)"
    r"|this (?:article|story|report|post|version|headline|page)(?: has been| was| is)? (?:amended|corrected"
    r"|corrects|refiled|updated to correct|edited to correct|changed to correct)"
    r"|\(?corrects |refiles to correct|correction(?: \([^)\n]{0,40}\))?:|corrections? and clarifications?"
    r"|clarification:"
    r"|we (?:originally|earlier|previously|mistakenly|wrongly|incorrectly) (?:said|reported|stated|wrote)"
    r"|in einer (?:früheren|vorherigen|ersten) (?:version|fassung)|korrektur:|berichtigung:"
    r"|une (?:version précédente|première version) de (?:cet|notre) article|rectificatif|erratum"
    r"|una versión anterior de est|fe de erratas|corrección:|una versione precedente|errata corrige"
    r"|uma versão anterior dest|correção:|erramos:|in een eerdere versie|rectificatie:"
    r"|в (?:предыдущей|первоначальной|ранней) версии|исправление:|у попередній версії|виправлення:"
    r"|haberin önceki|düzeltme:|更正[:：]|本文早前)",
    re.IGNORECASE,
)
# One of these stands in every note: most texts hold none, and are not searched.
_TELLING = (
    *"""version correct amended refile clarification: erratum errat corrige fassung korrektur: berichtigung: rectific
    corrección: anterior correção: erramos: eerdere версии версії исправление: виправлення: önceki düzeltme: 更正
    本文早前 originally mistakenly wrongly incorrectly""".split(),
    "we earlier",
    "we previously",
)
_END = re.compile(r"\n|\Z")


@lru_cache(maxsize=256)  # an article is compared with several others in a row
def find_correction_notes(text: str) -> tuple[Span, ...]:
    """The correction notes of `text`: from the words that say so to the end of the line, in order."""
    found: list[Span] = []
    end, lower = 0, text.lower()
    if not any(word in lower for word in _TELLING):
        return ()
    while len(found) < _MOST_NOTES and (match := _NOTE.search(text, end)) is not None:
        line = text.rfind("\n", 0, match.start()) + 1
        start = match.start() if match.start() - line > 200 else line
        last = _END.search(text, match.end())
        end = min(last.start() if last else len(text), match.start() + _LONGEST_NOTE)
        end = max(end, match.end())
        found.append(Span(start, end))
    return tuple(found)
