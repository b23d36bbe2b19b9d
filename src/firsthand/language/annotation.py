"""Articles into annotations: sentences, times, names, quotations and quantities, a batch at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.language.language_names import language_name
from firsthand.language.mentions import find_mentions
from firsthand.language.model import LanguageModel
from firsthand.language.paragraphs import paragraph_digest, readable_text, split_paragraphs
from firsthand.language.parse import ArticleParse, ParagraphParse, join_parses
from firsthand.language.people import find_people
from firsthand.language.quantities import find_quantities
from firsthand.language.quotations import find_quotations
from firsthand.language.release_speech import find_sender
from firsthand.language.settings import LanguageSettings
from firsthand.language.time_values import anchor_of
from firsthand.language.times import find_times
from firsthand.model import Annotation, Article, Mention, Span

__all__ = ["annotate_articles"]

_OPENING_PARAGRAPHS = 12  # a byline stands in one of these
_LONGEST_BESIDE = 40  # characters beside the names in a byline's own line: "By", an office, a place
_BYLINE_LEADS = frozenset("By BY Von Par Por".split())


def annotate_articles(
    articles: Sequence[Article],
    model: LanguageModel,
    settings: LanguageSettings,
    parses: Mapping[bytes, ParagraphParse] | None = None,
) -> list[Annotation]:
    """One annotation for each article, in the order of `articles`.

    Headline and body are read, and nothing else of the text. Paragraphs that are equal are parsed once for the whole
    batch; dates and pronouns are resolved in each article by itself. An article in a language that the model does not
    read, or whose language is not known, is set aside with the reason, and so is one that is too long.

    A mention's `name` is the fullest form that the article has for it; `entity` stays None until the archive is linked.

    Args:
        articles: A handful to some hundreds; all their parses are held at once.
        model: See `load_model`.
        settings: See `LanguageSettings`.
        parses: What is known of their paragraphs already, by `paragraph_digest`.
    """
    known = parses or {}
    skipped = {article.article: _reason_to_skip(article, model, settings) for article in articles}
    plans: list[tuple[Article, list[Span], frozenset[int]]] = []
    texts: dict[str, ParagraphParse] = {}
    for article in articles:
        if skipped[article.article] is None:
            paragraphs, headlines = split_paragraphs(article, settings.longest_paragraph)
            plans.append((article, paragraphs, headlines))
            texts.update((readable_text(article.text[start:end]), ParagraphParse()) for start, end in paragraphs)
    if known:
        texts.update({text: known.get(paragraph_digest(text), parse) for text, parse in texts.items()})
    # Sorted, so that the model sees the same batches whatever the order of the articles.
    ordered = sorted(text for text, parse in texts.items() if not parse.words)
    texts.update(zip(ordered, model.parse(ordered), strict=True))
    annotations = {
        article: Annotation(article=article, skipped=reason)
        for article, reason in skipped.items()
        if reason is not None
    }
    for article, paragraphs, headlines in plans:
        found = [texts[readable_text(article.text[start:end])] for start, end in paragraphs]
        parse = join_parses(article.text, paragraphs, found, headlines)
        annotations[article.article] = _annotate(article, parse, settings)
    return [annotations[article.article] for article in articles]


def _reason_to_skip(article: Article, model: LanguageModel, settings: LanguageSettings) -> str | None:
    if article.language is None:
        return "the language of the article is not known"
    if article.language != model.language:
        return f"no model for {language_name(article.language)} ({article.language})"
    length = sum(span.end - span.start for span in article.body)
    if length > settings.longest_body:
        return f"the body has {length} characters, more than {settings.longest_body} (language.longest_body)"
    return None


def _annotate(article: Article, parse: ArticleParse, settings: LanguageSettings) -> Annotation:
    mentions = find_mentions(parse, article.article)
    times = find_times(parse, article.article, anchor_of(article))
    byline, sender = _byline_of(article, parse), find_sender(article, parse)
    quotations = find_quotations(parse, article.article, mentions, settings.indirect, byline, sender)
    return Annotation(
        article=article.article,
        sentences=parse.sentences,
        times=times,
        mentions=_with_names(parse, mentions),
        quotations=quotations,
        quantities=find_quantities(parse, article.article, times, quotations),
    )


def _byline_of(article: Article, parse: ArticleParse) -> Span | None:
    """Where the byline stands in the text: a short paragraph of its own, or glued in front of one; None elsewhere.

    A byline that the source gives as a field may name somebody whom the text tells of.
    """
    if not article.byline:
        return None
    for paragraph in parse.paragraphs[:_OPENING_PARAGRAPHS]:
        start = parse.text.find(article.byline, paragraph.start, paragraph.end)
        if start < 0:
            continue
        end = start + len(article.byline)
        lead = parse.text[paragraph.start : start].strip()
        alone = paragraph.end - paragraph.start - len(article.byline) <= _LONGEST_BESIDE
        is_led_in = bool(lead) and lead in _BYLINE_LEADS
        return Span(paragraph.start, paragraph.end if alone else end) if alone or is_led_in else None
    return None


def _with_names(parse: ArticleParse, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    people = find_people(parse, mentions).of_mention
    named = []
    for mention in mentions:
        person = people.get(mention.span)
        name = (
            person.name if person is not None else " ".join(parse.text[mention.span.start : mention.span.end].split())
        )
        named.append(replace(mention, form=name, name=name))
    return tuple(named)
