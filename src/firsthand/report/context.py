"""One story at hand: its articles by id, the marks of its origins, and how to cite its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from firsthand.model import ArticleRow, Dossier, Origin, Span, Story
from firsthand.report.links import Links, origin_anchor
from firsthand.report.marking import Mark, Piece, cut_pieces, shorten_pieces, widen
from firsthand.report.options import ReportOptions
from firsthand.report.times import instant, view_time
from firsthand.report.views import ArticleRef, OriginMark, SourceView
from firsthand.report.visible import shorten, visible_language, web_address
from firsthand.report.words import Words

__all__ = ["StoryContext", "mark_origins", "order_of_publication", "percent"]

_SHAPES = 6
_ORIGIN_ID = re.compile(r"origin-[0-9a-f]{8,}")  # as `firsthand.model.record_id` makes them; no agency is called so
_LATEST = datetime.max.replace(tzinfo=UTC)
_LONGEST_HEADLINE = 200
_LONGEST_SENTENCE = 700  # characters of a cited sentence in a line; where a text has no sentence marks it can be a page


def percent(share: float) -> str:
    """A share in [0, 1] as a reader reads it: "37%"; "under 1%" is not rounded to nothing."""
    rounded = round(share * 100)
    return "<1%" if share > 0 and rounded == 0 else f"{min(rounded, 100)}%"


def order_of_publication(article: ArticleRow) -> tuple[datetime, str]:
    """Key that puts articles in the order in which they were published; those without a day come last."""
    return instant(article.published) or _LATEST, article.article


def _letters(number: int) -> str:
    letters = ""
    while number >= 0:
        number, letter = divmod(number, 26)
        letters = chr(ord("A") + letter) + letters
        number -= 1
    return letters


def mark_origins(origins: Iterable[Origin], story: Story) -> dict[str, OriginMark]:
    """A letter, a colour and a shape for each origin: A is the one with the most articles of `story`.

    Among equals those that borrow nothing come first, then the names decide: the list of stories and the story's own
    page give the same letters.
    """
    here = set(story.articles)
    ordered = sorted(
        origins,
        key=lambda origin: (-len(here.intersection(origin.articles)), origin.mixed, origin.name, origin.origin),
    )
    return {
        origin.origin: OriginMark(
            letter=_letters(number), shape=number % _SHAPES + 1, name=origin.name, mixed=origin.mixed
        )
        for number, origin in enumerate(ordered)
    }


def _is_plainly_an_id(article: str) -> bool:
    """Whether `article` cannot be a number or a word of a sentence that holds it."""
    return len(article) > 3 and any(map(str.isalpha, article)) and not article.isalpha()


def _any_of(ids: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(ids, key=lambda article: (-len(article), article))
    if not longest_first:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


@dataclass(frozen=True, slots=True)
class StoryContext:
    """What every part of a story's page is made with."""

    dossier: Dossier
    options: ReportOptions
    words: Words
    links: Links
    number: int  # 1-based place of the story on the page
    articles: dict[str, ArticleRow]
    marks: dict[str, OriginMark]  # by origin
    origin_of: dict[str, str]  # by article
    shared: dict[str, list[Span]]  # by article: what stands in another article of the story too
    names: dict[str, str]  # by article, for the ids that evidence can hold
    ids: re.Pattern[str] | None  # any of these ids, standing alone
    shares: dict[str, float]  # by article: the largest part of its body that stands in one other
    references: dict[str, ArticleRef] = field(default_factory=dict)  # by article: made once, named often

    @classmethod
    def of(cls, dossier: Dossier, options: ReportOptions, words: Words, links: Links, number: int) -> StoryContext:
        """The context of one dossier."""
        articles = {article.article: article for article in dossier.articles}
        origin_of = {article.article: article.origin for article in dossier.articles if article.origin}
        for origin in dossier.origins:
            origin_of |= {article: origin.origin for article in origin.articles if article in articles}
        marks = mark_origins(dossier.origins, dossier.story)
        shared: dict[str, list[Span]] = {}
        for passage in dossier.passages:
            shared.setdefault(passage.a, []).append(passage.a_span)
            shared.setdefault(passage.b, []).append(passage.b_span)
        shares: dict[str, float] = {}
        for link in dossier.lineages:
            shares[link.a] = max(link.containment_a, shares.get(link.a, 0.0))
            shares[link.b] = max(link.containment_b, shares.get(link.b, 0.0))
        context = cls(dossier, options, words, links, number, articles, marks, origin_of, shared, {}, None, shares)
        context.names.update((article, context.name(article)) for article in articles if _is_plainly_an_id(article))
        for origin in dossier.origins:
            mark = marks[origin.origin]
            href = context.origin_href(mark.letter)
            marks[origin.origin] = replace(mark, name=context.origin_name(origin), href=href)
        # The marks have got their names and addresses since: what was named without is named anew.
        return replace(context, ids=_any_of(context.names), references={})

    @property
    def story(self) -> str:
        """The id of the story."""
        return self.dossier.story.story

    def mark_of(self, article: str) -> OriginMark | None:
        """The sign of the origin that an article belongs to."""
        return self.marks.get(self.origin_of.get(article, ""))

    def one_of_each(self, articles: Iterable[str]) -> list[str]:
        """`articles` with the first of each origin before all others, otherwise in order."""
        first: list[str] = []
        others: list[str] = []
        seen: set[str] = set()
        for article in articles:
            origin = self.origin_of.get(article, article)
            (others if origin in seen else first).append(article)
            seen.add(origin)
        return first + others

    def marks_of(self, origins: Iterable[str]) -> tuple[OriginMark, ...]:
        """The signs of `origins`, by letter."""
        found = (self.marks[origin] for origin in dict.fromkeys(origins) if origin in self.marks)
        return tuple(sorted(found, key=lambda mark: (len(mark.letter), mark.letter)))

    def reference(self, article: str) -> ArticleRef:
        """How `article` is named in one line. One that the dossier lacks is named by its id."""
        if article not in self.references:
            self.references[article] = self._refer(article)
        return self.references[article]

    def _refer(self, article: str) -> ArticleRef:
        row = self.articles.get(article)
        if row is None:
            return ArticleRef(
                article=article,
                outlet=self.words.say("articles.outlet_unknown"),
                outlet_known=False,
                headline=article,
                language=None,
                published=None,
                origin=None,
                href=None,
            )
        return ArticleRef(
            article=article,
            outlet=row.outlet or self.words.say("articles.outlet_unknown"),
            outlet_known=row.outlet is not None,
            headline=shorten(row.headline or self.words.say("articles.headline_unknown"), _LONGEST_HEADLINE),
            language=visible_language(row.language),
            published=view_time(row.published, self.words, row.published_precision) if row.published else None,
            origin=self.mark_of(article),
            href=self.links.article(self.story, article),
        )

    def name(self, article: str) -> str:
        """An article in a few words: its outlet, where need be with its time or the beginning of its headline.

        Without an outlet it is the headline alone, and without either the id: "no text of Outlet not known was found"
        is no sentence.
        """
        reference = self.reference(article)
        if not reference.outlet_known:
            row = self.articles.get(article)
            return f"“{shorten(reference.headline, 40)}”" if row is not None and row.headline else article
        if sum(row.outlet == reference.outlet for row in self.articles.values()) == 1:
            return reference.outlet
        which = reference.published.short if reference.published else f"“{shorten(reference.headline, 40)}”"
        return f"{reference.outlet} ({which})"

    def origin_name(self, origin: Origin) -> str:
        """The name of `origin`; an article whose id it ends in is named as everywhere on the page."""
        for article in origin.articles:
            if origin.name.endswith(f"({article})") and article in self.articles:
                return f"{origin.name[: -len(article) - 2]}({self.name(article)})"
        return origin.name

    def origin_href(self, letter: str) -> str | None:
        """Where the origin of that letter stands with its evidence: on the page of the story."""
        page = self.links.story(self.story)
        return None if page is None else f"{page.partition('#')[0]}#{origin_anchor(self.number, letter)}"

    def is_origin_elsewhere(self, lender: str) -> bool:
        """Whether what an origin borrows from is an origin of another story, which is known here by its id only."""
        return lender not in self.marks and _ORIGIN_ID.fullmatch(lender) is not None

    def in_names(self, lines: Iterable[str]) -> tuple[str, ...]:
        """Evidence as the stages word it, with names for the ids of this story's articles."""
        if self.ids is None:
            return tuple(lines)
        return tuple(self.ids.sub(lambda match: self.names[match.group()], line) for line in lines)

    def sentence(self, article: str, span: Span, marks: Iterable[Mark] = ()) -> tuple[Piece, ...]:
        """The characters of `span` alone."""
        row = self.articles.get(article)
        if row is None:
            return ()
        return shorten_pieces(cut_pieces(row.text, span, marks), _LONGEST_SENTENCE)

    def source(self, article: str, span: Span, marks: Iterable[Mark] = ()) -> SourceView | None:
        """`span` marked in the text that stands round it, with the way to the article; None without the article."""
        row = self.articles.get(article)
        if row is None:
            return None
        window = widen(row.text, span, self.options.excerpt_characters)
        pieces = cut_pieces(row.text, window, (Mark(span, "cited"), *marks))
        return SourceView(
            ref=self.reference(article),
            pieces=shorten_pieces(pieces, max(_LONGEST_SENTENCE, self.options.excerpt_characters)),
            before=window.start > 0,
            after=window.end < len(row.text),
            href=self.links.article(self.story, article, span),
            address=web_address(row.url),
        )
