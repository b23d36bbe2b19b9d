"""What every article costs before anything is compared: reading, fingerprint, story features; and reading a page."""

from __future__ import annotations

from benchmarks import crawl
from benchmarks.table import Table, time_each
from benchmarks.texts import make_documents, make_pages
from firsthand.lineage import LineageSettings, fingerprint
from firsthand.model import RawDocument
from firsthand.reading import ReadingSettings, read_article
from firsthand.stories import StorySettings, describe_article

__all__ = ["measure"]

_TEXTS, _PAGES = 400, 60


def measure() -> list[Table]:
    """Plain texts by stage; pages against trafilatura, metadata on, in the same run; memory over a crawl."""
    return [_measure_texts(), _measure_pages(), crawl.measure()]


def _measure_texts() -> Table:
    documents = make_documents(_TEXTS)
    settings = ReadingSettings()
    articles = [read_article(document, settings).article for document in documents]
    lineage, stories = LineageSettings(), StorySettings()
    seconds = {
        "reading.read_article": time_each(lambda document: read_article(document, settings), documents),
        "lineage.fingerprint": time_each(lambda article: fingerprint(article, lineage), articles),
        "stories.describe_article": time_each(lambda article: describe_article(article, stories), articles),
    }
    length = sum(len(document.text or "") for document in documents) // len(documents)
    return Table(
        title=f"Plain text, one core: {_TEXTS} texts of {length:,} characters on average",
        columns=("stage", "articles/s", "ms each"),
        rows=tuple((stage, f"{1 / each:,.0f}", f"{1000 * each:.2f}") for stage, each in seconds.items()),
    )


def _measure_pages() -> Table:
    import trafilatura

    pages = make_pages(_PAGES)
    settings = ReadingSettings()

    def read_with_trafilatura(page: RawDocument) -> object:
        return trafilatura.bare_extraction(page.html, url=page.url, with_metadata=True)

    peer = time_each(read_with_trafilatura, pages)
    ours = time_each(lambda page: read_article(page, settings), pages)
    length = sum(len(page.html or "") for page in pages) // len(pages)
    return Table(
        title=f"Pages, one core: {_PAGES} pages of {length:,} characters on average",
        columns=("reader", "pages/s", "ms each", "times trafilatura's time"),
        rows=tuple(
            (reader, f"{1 / each:,.0f}", f"{1000 * each:.1f}", f"{each / peer:.2f}")
            for reader, each in (("trafilatura with metadata", peer), ("reading.read_article", ours))
        ),
        note="Ours reads the body with trafilatura, and then segments, dates and credits.",
    )
