"""The parts of a page that stand on it hundreds of times, made here: templates take five times as long for them.

They are handed to the templates as functions. Every value from outside is escaped, after controls and
overrides were made harmless.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from firsthand.report.marking import Piece
from firsthand.report.times import TimeView
from firsthand.report.views import ArticleRef, OriginMark, SourceView
from firsthand.report.visible import visible_text
from firsthand.report.words import Words

__all__ = ["PartMaker"]

_SHAPES = {
    1: '<circle cx="10" cy="10" r="9.5"/>',
    2: '<rect x="1" y="1" width="18" height="18" rx="2"/>',
    3: '<path d="M10 0 20 10 10 20 0 10Z"/>',
    4: '<path d="M5 .8h10l5 9.2-5 9.2H5L0 10Z"/>',
    5: '<path d="M1 1h18v10.5L10 19.5 1 11.5Z"/>',
    6: '<path d="M10 .5l9 8.5v10H1V9Z"/>',
}


def _safe(text: str) -> str:
    return str(escape(visible_text(text)))


@lru_cache(maxsize=2048)
def _sign(letter: str, shape: int, label: str) -> str:
    return (
        f'<span class="sign"><svg class="sign-shape origin-{shape}" viewBox="0 0 20 20" width="20" height="20" '
        f'aria-hidden="true" focusable="false">{_SHAPES.get(shape, "")}<text x="10" y="14" text-anchor="middle">'
        f'{_safe(letter)}</text></svg><span class="unseen">{_safe(label)}</span></span>'
    )


class PartMaker:
    """The parts in the words of one catalogue."""

    def __init__(self, words: Words) -> None:
        """Speak from `words`."""
        self._words = words

    def shape_path(self, shape: int) -> Markup:
        """The outline of an origin's sign."""
        return Markup(_SHAPES.get(shape, ""))  # noqa: S704 - our own

    def origin_sign(self, mark: OriginMark) -> Markup:
        """The sign of an origin: letter, shape, colour."""
        return Markup(self._sign(mark))  # noqa: S704 - escaped where it is made

    def origin_link(self, mark: OriginMark) -> Markup:
        """The sign that leads to its evidence. Never within a summary, which opens and closes when it is pressed."""
        return Markup(self._link(mark))  # noqa: S704 - escaped where it is made

    def origin_signs(self, marks: Iterable[OriginMark]) -> Markup:
        """Signs side by side."""
        return Markup(f'<span class="signs">{"".join(map(self._sign, marks))}</span>')  # noqa: S704

    def pieces(self, pieces: Iterable[Piece]) -> Markup:
        """Characters of an article with their marks."""
        return Markup("".join(map(self._piece, pieces)))  # noqa: S704 - escaped piece by piece

    def reference(self, ref: ArticleRef) -> Markup:
        """An article named in one line."""
        sign = f"{self._link(ref.origin)} " if ref.origin else ""
        unknown = "" if ref.outlet_known else " is-unknown"
        language = f' lang="{_safe(ref.language)}"' if ref.language else ""
        headline = f"<bdi{language}>{_safe(ref.headline)}</bdi>"
        if ref.href:
            headline = f'<a href="{_safe(ref.href)}">{headline}</a>'
        return Markup(  # noqa: S704 - every part is escaped above
            f'<span class="reference">{sign}<bdi class="outlet{unknown}">{_safe(ref.outlet)}</bdi>: {headline}</span>'
        )

    def time(self, view: TimeView) -> Markup:
        """A day or a time in words, and for machines."""
        return Markup(self._time(view))  # noqa: S704 - escaped where it is made

    def source(self, view: SourceView) -> Markup:
        """Characters of an article, marked, in the text that stands round them, with the way to the article."""
        language = f' lang="{_safe(view.ref.language)}"' if view.ref.language else ""
        before = '<span class="gap">… </span>' if view.before else ""
        after = '<span class="gap"> …</span>' if view.after else ""
        published = f" · {self._time(view.ref.published)}" if view.ref.published else ""
        words = self._words
        opens = at_outlet = ""
        if view.href and view.href != view.ref.href:
            label, short = _safe(words.say("source.open")), _safe(words.say("source.open_short"))
            opens = f' · <a href="{_safe(view.href)}" aria-label="{label}">{short}</a>'
        if view.address:
            said = _safe(words.say("source.address"))
            at_outlet = f' · <a href="{_safe(view.address)}" rel="noopener noreferrer external">{said}</a>'
        text = f"{before}{self.pieces(view.pieces)}{after}"
        return Markup(  # noqa: S704 - every part is escaped above
            f'<figure class="source">\n<blockquote dir="auto"{language}><p>{text}</p>'
            f"</blockquote>\n<figcaption>{self.reference(view.ref)}{published}{opens}{at_outlet}</figcaption>\n</figure>"
        )

    def _time(self, view: TimeView) -> str:
        if not view.machine:
            return _safe(view.words)
        return f'<time datetime="{_safe(view.machine)}">{_safe(view.words)}</time>'

    def _sign(self, mark: OriginMark) -> str:
        return _sign(mark.letter, mark.shape, self._words.say("origins.label", letter=mark.letter))

    def _link(self, mark: OriginMark) -> str:
        if not mark.href:
            return self._sign(mark)
        return f'<a class="sign-link" href="{_safe(mark.href)}">{self._sign(mark)}</a>'

    def _piece(self, piece: Piece) -> str:
        anchors = "".join(f'<a id="{_safe(anchor)}"></a>' for anchor in piece.anchors)
        if piece.left_out:
            said = _safe(self._words.count("count.left_out", piece.left_out))
            return f'{anchors}<span class="gap" lang="{self._words.language}" dir="ltr"> [… {said} …] </span>'
        text = _safe(piece.text)
        kinds = piece.kinds
        if not kinds:
            return f"{anchors}{text}"
        if "inserted" in kinds:
            return f"{anchors}<ins>{text}</ins>"
        if "deleted" in kinds:
            return f"{anchors}<del>{text}</del>"
        name = "mark" if "cited" in kinds or "changed" in kinds else "span"
        classes = " ".join(f"is-{kind}" for kind in kinds)
        return f'{anchors}<{name} class="{classes}">{text}</{name}>'
