"""The articles of an archive as a run finds them: as it read them anew, else as the last run left them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping

from firsthand.archive import ArchiveWriter
from firsthand.model import Article
from firsthand.pipeline.keys import digest_article
from firsthand.pipeline.readings import Arrivals

__all__ = ["Library"]

_MOST_HELD = 20_000  # articles taken from the archive that are held in memory


class Library(Mapping[str, Article]):
    """Articles by id. Those that hold no article (set aside) are not in it.

    Attributes:
        arrived: Ids of articles that this run read.
        changed: Those of them that are new, or of which something was read that was not read before.
        gone: Ids of articles that are no more, or that were found to hold none.
    """

    def __init__(self, writer: ArchiveWriter, arrivals: Arrivals) -> None:
        """Over what was read; nothing is taken from the archive yet."""
        self._writer = writer
        self._fresh = {
            article: states[-1].read.article
            for article, states in arrivals.states.items()
            if states[-1].read.set_aside is None
        }
        self._digests = {article: digest_article(each) for article, each in self._fresh.items()}
        rows = {article: writer.article_row(article) for article in arrivals.states}
        before = {article: row.digest for article, row in rows.items() if row is not None and not row.is_set_aside}
        self.arrived = frozenset(self._fresh)
        self.changed = frozenset(article for article, digest in self._digests.items() if before.get(article) != digest)
        self.gone = arrivals.gone | (frozenset(before) - self.arrived)
        self._held: OrderedDict[str, Article] = OrderedDict()

    def __getitem__(self, article: str) -> Article:
        """The article of that id.

        Raises:
            KeyError: There is none.
        """
        if article in self._fresh:
            return self._fresh[article]
        if article in self._held:
            self._held.move_to_end(article)
            return self._held[article]
        read = None if article in self.gone else self._writer.article_reading(article)
        if read is None or read.set_aside is not None:
            raise KeyError(article)
        self._held[article] = read.article
        if len(self._held) > _MOST_HELD:
            self._held.popitem(last=False)
        return read.article

    def __contains__(self, article: object) -> bool:
        """Whether there is an article of that id; its text is not read for it."""
        if article in self._fresh:
            return True
        if not isinstance(article, str) or article in self.gone:
            return False
        row = self._writer.article_row(article)
        return row is not None and not row.is_set_aside

    def __iter__(self) -> Iterator[str]:
        """The ids of all articles, in order."""
        return iter(sorted((set(self._writer.article_ids()) | self.arrived) - self.gone))

    def __len__(self) -> int:
        """How many articles there are."""
        return len(list(iter(self)))

    def text(self, article: str) -> str:
        """The text of the article of that id; it is not read for it.

        Raises:
            KeyError: There is none.
        """
        if article in self._fresh:
            return self._fresh[article].text
        text = None if article in self.gone else self._writer.article_text(article)
        if text is None:
            raise KeyError(article)
        return text

    def digest(self, article: str) -> str:
        """Digest of all that was read from the article of that id.

        Raises:
            KeyError: There is none.
        """
        if article in self._digests:
            return self._digests[article]
        row = self._writer.article_row(article)
        if row is None:
            raise KeyError(article)
        return row.digest

    def select(self, articles: Collection[str]) -> dict[str, Article]:
        """The articles of those ids, in order; ids of none are left out."""
        return {article: self[article] for article in sorted(articles) if article in self}
