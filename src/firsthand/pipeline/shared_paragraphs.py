"""Paragraphs that several articles have, parsed once for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from firsthand import language
from firsthand.engines import Engine
from firsthand.model import Annotation, Article

__all__ = ["ReadingTask", "SharedParagraphs", "annotate_tasks"]

_PORTION = 256  # articles whose shared paragraphs are parsed together: a killed run loses no more than these
_BATCH_SIZE = 32  # paragraphs that a worker parses at once


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingTask:
    """An article that is to be annotated, with the parses of paragraphs that it is not alone to have, packed."""

    article: Article
    parses: Mapping[bytes, bytes] = field(default_factory=dict)


def annotate_tasks(tasks: Sequence[ReadingTask], settings: language.LanguageSettings) -> list[Annotation]:
    """Annotations of a batch of articles; the model is loaded once a process."""
    model = language.load_model(settings.model)
    packed = {digest: parse for task in tasks for digest, parse in task.parses.items()}
    parses = {digest: language.unpack_parse(parse) for digest, parse in packed.items()}
    return language.annotate_articles([task.article for task in tasks], model, settings, parses)


def parse_batch(texts: Sequence[str], settings: language.LanguageSettings) -> list[bytes]:
    """The parses of a batch of paragraphs, packed."""
    return [language.pack_parse(parse) for parse in language.load_model(settings.model).parse(texts)]


class SharedParagraphs:
    """The paragraphs that stand in more than one of a run's articles.

    They are parsed when the first article needs them, a portion of the articles at a time, and let go of behind the
    last that does.
    """

    def __init__(self, engine: Engine, articles: Sequence[Article], settings: language.LanguageSettings) -> None:
        """Over the articles that are to be annotated.

        Args:
            engine: What parses.
            articles: In the order in which they are asked for.
            settings: Of the language stage.
        """
        self._engine = engine
        self._articles = articles
        self._settings = settings
        self._place = {article.article: place for place, article in enumerate(articles)}
        self._uses: Counter[bytes] = Counter()
        for article in articles:
            self._uses.update(self._texts(article).keys())
        self._uses = Counter({digest: uses for digest, uses in self._uses.items() if uses > 1})
        self._parses: dict[bytes, bytes] = {}
        self._ready = 0  # articles whose paragraphs were seen to

    def task(self, article: Article) -> ReadingTask:
        """The article with what is known of its paragraphs."""
        if self._uses and self._place[article.article] >= self._ready:
            self._parse_portion()
        parses = {}
        for digest in self._texts(article).keys() & self._uses.keys():
            if digest in self._parses:
                parses[digest] = self._parses[digest]
            self._uses[digest] -= 1
            if not self._uses[digest]:
                del self._uses[digest]
                self._parses.pop(digest, None)
        return ReadingTask(article=article, parses=dict(sorted(parses.items())))

    def _texts(self, article: Article) -> dict[bytes, str]:
        return language.paragraph_texts(article, self._settings)

    def _parse_portion(self) -> None:
        portion = self._articles[self._ready : self._ready + _PORTION]
        self._ready += len(portion)
        texts = {digest: text for article in portion for digest, text in self._texts(article).items()}
        wanted = sorted((text, digest) for digest, text in texts.items() if digest in self._uses)
        wanted = [(text, digest) for text, digest in wanted if digest not in self._parses]
        outcomes = self._engine.map_articles(
            partial(parse_batch, settings=self._settings), [text for text, _ in wanted], _BATCH_SIZE
        )
        for (_, digest), outcome in zip(wanted, outcomes, strict=True):
            if outcome.value is not None:  # what cannot be parsed fails with its article
                self._parses[digest] = outcome.value
