from __future__ import annotations

from collections.abc import Callable

import pytest

from firsthand.language import LanguageModel, LanguageSettings, annotate_articles, load_model
from firsthand.model import Annotation, Article, Source, Span


@pytest.fixture(scope="session")
def model() -> LanguageModel:
    return load_model("en_core_web_sm")


def make_article(text: str, headline: str = "", **fields: object) -> Article:
    """An English article whose text is the headline, where there is one, an empty line, and the body."""
    whole = f"{headline}\n\n{text}" if headline else text
    start = len(whole) - len(text)
    span = Span(0, len(headline)) if headline else None
    values: dict[str, object] = {"article": "a", "language": "en", "published": "2016-05-18"} | fields
    return Article(
        text=whole,
        headline_span=span,
        body=(Span(start, len(whole)),),
        source=Source(sha256="0" * 64, bytes_kept=len(whole)),
        **values,  # type: ignore[arg-type]
    )


@pytest.fixture(scope="session")
def annotate(model: LanguageModel) -> Callable[..., Annotation]:
    def run(text: str, headline: str = "", **fields: object) -> Annotation:
        return annotate_articles([make_article(text, headline, **fields)], model, LanguageSettings())[0]

    return run


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    return make_article
