"""Under which digest the result of each stage is kept."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from firsthand import language, lineage, reading, stories
from firsthand.archive import StoredDocument
from firsthand.model import Article
from firsthand.model import content_digest as full_digest
from firsthand.pipeline.settings import Settings, digest_settings

__all__ = ["ResultKeys", "digest_article"]


def content_digest(*parts: str | bytes) -> str:
    """Digest of `parts` in 40 hexadecimal digits: there are several for each article, and 160 bits are enough."""
    return full_digest(*parts)[:40]


def digest_article(article: Article) -> str:
    """Digest of all that was read from one article, its text included."""
    return content_digest(msgspec.json.encode(article, order="sorted"))


@dataclass(frozen=True, slots=True)
class ResultKeys:
    """Digests of all that a stage is given: its version, the settings that it reads, and its input.

    A changed setting changes the keys of the stage that reads it, and of no other.
    """

    reading_base: str
    lineage_base: str
    stories_base: str
    language_base: str

    @classmethod
    def of(cls, settings: Settings, model_digest: str) -> ResultKeys:
        """The keys that hold under `settings` with a language model of that digest."""
        return cls(
            reading_base=content_digest(reading.VERSION, digest_settings(settings.reading)),
            lineage_base=content_digest(lineage.VERSION, digest_settings(settings.lineage)),
            stories_base=content_digest(stories.VERSION, digest_settings(settings.stories)),
            language_base=content_digest(language.VERSION, digest_settings(settings.language), model_digest),
        )

    def reading(self, stored: StoredDocument, article: str, repeats: frozenset[str] = frozenset()) -> str:
        """Key of the reading of one document under one article id, without the lines that its outlet repeats."""
        return content_digest(self.reading_base, stored.digest, article, *sorted(repeats))

    def passages(self, first_digest: str, second_digest: str, stock_digest: str) -> str:
        """Key of the passages that two articles share."""
        return content_digest(self.lineage_base, "passages", first_digest, second_digest, stock_digest)

    def features(self, article_digest: str) -> str:
        """Key of the story features of one article."""
        return content_digest(self.stories_base, article_digest)

    def annotation(self, article_digest: str) -> str:
        """Key of the annotation of one article."""
        return content_digest(self.language_base, article_digest)
