"""A small sample of one article's runs of words, by which articles that share text find each other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from firsthand.lineage.settings import LineageSettings
from firsthand.lineage.zones import read_words
from firsthand.model import Article
from firsthand.text.shingles import hash_shingles, pack_hashes, winnow

__all__ = ["Fingerprint", "fingerprint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """The runs of words that stand for one article.

    Attributes:
        article: Its id.
        outlet: Its outlet, None where unknown.
        runs: Distinct shingle hashes, ascending, packed: about two in five of its runs.
    """

    article: str
    outlet: str | None = None
    runs: bytes = b""


def fingerprint(article: Article, settings: LineageSettings) -> Fingerprint:
    """The fingerprint of `article`: of its body and of long lines outside it; empty where it has no body.

    What is set aside in the article itself (pasted posts, legal lines, prompts) is left out. Cost: one pass.

    Args:
        article: As read.
        settings: Reads `shingle_words`, `winnow_window`, `longest_words`, `caption_words`.
    """
    words, is_aside = read_words(article, settings)
    shingles = hash_shingles(words, settings.shingle_words)
    if len(shingles) and is_aside.any():
        kept = np.ones(len(shingles), dtype=bool)
        for place in range(settings.shingle_words):
            kept &= ~is_aside[place : place + len(shingles)]
        shingles = shingles[kept]
    runs = winnow(shingles, settings.winnow_window)
    return Fingerprint(article=article.article, outlet=article.outlet, runs=pack_hashes(runs))
