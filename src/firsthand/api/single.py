"""One or two files looked at without an archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from firsthand import accounts, lineage, reading
from firsthand.errors import InputError
from firsthand.model import Article, Lineage, Passage, RawDocument, Reading, Wording
from firsthand.pipeline import Settings, load_settings, peek

__all__ = ["Comparison", "compare_articles", "compare_files", "read_file"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two articles share, and how it stands in each."""

    a: Article
    b: Article
    passages: tuple[Passage, ...]
    lineages: tuple[Lineage, ...]
    wordings: tuple[Wording, ...]


def _read_one(path: Path | str, settings: Settings) -> RawDocument:
    documents = peek([str(path)], settings)
    if not documents:
        raise InputError(f"{path}: holds no text.", "Name a file with one article.")
    if len(documents) > 1:
        raise InputError(
            f"{path}: holds more than one article.", "Add it to an archive, and name an article by its id."
        )
    return documents[0]


def read_file(path: Path | str, *, settings: Mapping[str, object] | None = None) -> Reading:
    """What is read from a file that holds one article: its segments, dates and credits.

    Args:
        path: The file.
        settings: Dotted keys and values, as `--set` takes them.

    Raises:
        InputError: The file cannot be read, or holds more than one article.
        ConfigError: A setting is unknown or out of range.
    """
    loaded, _ = load_settings(None, settings)
    return reading.read_article(_read_one(path, loaded), loaded.reading)


def compare_articles(one: Article, other: Article, settings: Settings) -> Comparison:
    """What two articles share; `a` is the one whose id sorts first.

    Raises:
        InputError: Both have the same id.
    """
    if one.article == other.article:
        raise InputError(f"{one.article}: compared with itself.", "Name two different articles.")
    a, b = sorted((one, other), key=lambda article: article.article)
    # Two texts are no archive: nothing can be called stock text for standing in many.
    stock = lineage.judge_stock_text([], settings.lineage)
    passages = lineage.align_pair(a, b, stock, settings.lineage)
    judged = lineage.judge_lineage(a, b, passages, settings.lineage) if passages else None
    wordings = accounts.compare_wording(None, passages, {a.article: a, b.article: b}, settings.accounts)
    return Comparison(
        a=a, b=b, passages=tuple(passages), lineages=(judged,) if judged else (), wordings=tuple(wordings)
    )


def compare_files(a: Path | str, b: Path | str, *, settings: Mapping[str, object] | None = None) -> Comparison:
    """What two files, each with one article, share.

    Args:
        a: A file.
        b: Another file.
        settings: Dotted keys and values, as `--set` takes them.

    Raises:
        InputError: A file cannot be read, or holds more than one article.
        ConfigError: A setting is unknown or out of range.
    """
    loaded, _ = load_settings(None, settings)
    documents = [_read_one(a, loaded), _read_one(b, loaded)]
    if documents[0].article == documents[1].article:
        # Two files of one name are two articles here: call each by its path.
        documents = [_renamed(document) for document in documents]
    one, other = (reading.read_article(document, loaded.reading).article for document in documents)
    return compare_articles(one, other, loaded)


def _renamed(document: RawDocument) -> RawDocument:
    return replace(document, article=str(document.source.path or document.article))
