"""An article's body and headline as the paragraphs that are parsed, each on its own."""

from __future__ import annotations

import re
from hashlib import blake2b

from firsthand.language.settings import LanguageSettings
from firsthand.model import Article, Span
from firsthand.text.lines import split_lines, strip_span

__all__ = ["paragraph_digest", "paragraph_texts", "readable_text", "split_paragraphs"]

# A text file wrapped by hand: three or more lines in a row, all but the last about equally long.
_WRAPPED_LINES = 3
_WRAPPED_SHORTEST, _WRAPPED_LONGEST, _WRAPPED_SPREAD = 45, 90, 25
# A run of blanks is tried from its first only: from each, a line of blanks takes time by the square of its length.
_BLANK_LINE = re.compile(r"(?:(?<![^\S\n])[^\S\n]++)?+\n[^\S\n]*+\n")
# One character for one, so that offsets stay: marks that scrapes write for the apostrophe, and typewriter quotation
# marks made of two characters, which the model would read as two marks each.
_APOSTROPHES = str.maketrans("´`ʼ＇", "''''")
# Ranks and titles whose full stop the English pipelines take for the end of a sentence.
_RANK = re.compile(
    r"\b(Cmdr|Cdr|Comdr|Capt|Col|Lt|Maj|Sgt|Cpl|Pvt|Pfc|Spc|Brig|Ens|Msgr|Hon|Supt|Insp|Det|Atty|Asst|Ald|Amb|Pres|Fr|Mx"
    r"|Mme|Mlle)\.(?=\s[A-Z])"
)
_LINE_BREAK = re.compile(r"[\r\n\u2028\u2029\x0b\x0c\x85\t\xa0]")


def readable_text(text: str) -> str:
    """`text` as the model reads it: of the same length, with plain apostrophes, quotation marks and spaces.

    Ranks lose their full stop before a name, at which the model would end the sentence.
    """
    plain = text.replace("``", ' "').replace("''", '" ')
    return _RANK.sub(r"\1 ", _LINE_BREAK.sub(" ", plain.translate(_APOSTROPHES)))


def paragraph_digest(text: str) -> bytes:
    """What a paragraph's parse is found by, 16 bytes: of `readable_text`."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def paragraph_texts(article: Article, settings: LanguageSettings) -> dict[bytes, str]:
    """The paragraphs of an article as the model would read them, by digest; none where it would not be read."""
    is_long = sum(end - start for start, end in article.body) > settings.longest_body
    if is_long or article.language != settings.model.partition("_")[0]:
        return {}
    spans, _ = split_paragraphs(article, settings.longest_paragraph)
    texts = [readable_text(article.text[start:end]) for start, end in spans]
    return {paragraph_digest(text): text for text in texts}


def split_paragraphs(article: Article, longest: int) -> tuple[list[Span], frozenset[int]]:
    """The paragraphs of the article's headline and body in order, and which of them are the headline.

    A line is a paragraph, but lines that were wrapped by hand are joined. The headline counts only where it stands
    in the text.

    Args:
        article: Its `body` and `headline_span` are read.
        longest: No paragraph has more characters than this; longer ones are cut at white space, where there is some.
    """
    regions = [(span, False) for span in article.body]
    headline = article.headline_span
    if headline is not None and not any(
        span.start < headline.end and headline.start < span.end for span in article.body
    ):
        regions.append((headline, True))
    elif headline is not None:
        regions = _part_headline(regions, headline)
    paragraphs: list[Span] = []
    headlines: set[int] = set()
    for region, is_headline in sorted(regions):
        for paragraph in _region_paragraphs(article.text, region):
            for piece in _cut_long(article.text, paragraph, longest):
                if is_headline:
                    headlines.add(len(paragraphs))
                paragraphs.append(piece)
    return paragraphs, frozenset(headlines)


def _part_headline(regions: list[tuple[Span, bool]], headline: Span) -> list[tuple[Span, bool]]:
    """The regions with the headline cut out of them and added as its own."""
    parted: list[tuple[Span, bool]] = [(headline, True)]
    for span, _ in regions:
        before = Span(span.start, min(span.end, headline.start))
        after = Span(max(span.start, headline.end), span.end)
        parted.extend((part, False) for part in (before, after) if part.start < part.end)
    return parted


def _region_paragraphs(text: str, region: Span) -> list[Span]:
    paragraphs: list[Span] = []
    start = region.start
    ends = [match.start() for match in _BLANK_LINE.finditer(text, region.start, region.end)]
    for end in [*ends, region.end]:
        lines = split_lines(text, start, end)
        paragraphs.extend([Span(lines[0].start, lines[-1].end)] if _is_wrapped(lines) else lines)
        start = end
    return paragraphs


def _is_wrapped(lines: list[Span]) -> bool:
    if len(lines) < _WRAPPED_LINES:
        return False
    lengths = [line.end - line.start for line in lines[:-1]]
    return (
        min(lengths) >= _WRAPPED_SHORTEST
        and max(lengths) <= _WRAPPED_LONGEST
        and max(lengths) - min(lengths) <= _WRAPPED_SPREAD
    )


def _cut_long(text: str, paragraph: Span, longest: int) -> list[Span]:
    pieces: list[Span] = []
    start = paragraph.start
    while paragraph.end - start > longest:
        # The last sentence end, else the last space, in the second half of what is allowed.
        window = text[start : start + longest]
        cut = max(window.rfind(". "), window.rfind("! "), window.rfind("? ")) + 1
        if cut <= longest // 2:
            cut = window.rfind(" ")
        if cut <= longest // 2:
            cut = longest
        piece = strip_span(text, start, start + cut)
        if piece is not None:
            pieces.append(piece)
        start += cut
    piece = strip_span(text, start, paragraph.end)
    return [*pieces, piece] if piece is not None else pieces
