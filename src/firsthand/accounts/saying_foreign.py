"""Direct speech in articles whose language was not read: found by marks, by the speaker's name, and by its meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from firsthand.accounts.affair import Affair
from firsthand.accounts.saying_links import Link
from firsthand.accounts.settings import AccountsSettings
from firsthand.accounts.stretches import Piece, Stretch
from firsthand.accounts.voices import Voice, name_words
from firsthand.model import Article, Span, is_inside
from firsthand.text.tokens import tokenise

__all__ = ["find_foreign", "is_foreign", "link_foreign"]

_MARKED = re.compile(r"[„«“\"»](?P<inner>[^\s„«“”\"»][^\n„«“”\"»]{8,600}?)[“»”\"«]")
_FEWEST_WORDS = 4
_SHORTEST_NAME = 4  # letters of the name that must stand near; inflected endings may follow
_LIKE = 0.7  # cosine of the sentence vectors
_REACH = 400  # characters on both sides in which it does


def find_foreign(affair: Affair) -> list[Stretch]:
    """What stands between marks in articles that were skipped for their language, in order of article and place."""
    found: list[Stretch] = []
    for name in sorted(affair.annotations):
        if affair.annotations[name].skipped is not None and name in affair.articles:
            found += _read_article(affair.articles[name])
    return found


def is_foreign(piece: Piece, affair: Affair) -> bool:
    """Whether a piece is from an article that was skipped for its language."""
    return affair.annotations[piece.stretch.article].skipped is not None


def link_foreign(pieces: Sequence[Piece], affair: Affair, settings: AccountsSettings) -> list[Link]:
    """Links between sentences of direct speech in languages that were read, and those in others; in order.

    The speaker's last name stands near, in whatever script, the meanings are alike, and each is the other's nearest.
    """
    foreign = [place for place, piece in enumerate(pieces) if is_foreign(piece, affair)]
    if not foreign:
        return []
    said = _choose_speeches(pieces, affair)[: settings.most_meanings]
    near = _compare(foreign[: settings.most_meanings], said, pieces, affair)
    # A sentence has one original, and one translation in each article.
    original: dict[int, float] = {}
    translation: dict[tuple[int, str], float] = {}
    for link, one, other in near:
        key = other, pieces[one].stretch.article
        original[one] = max(original.get(one, 0.0), link.closeness)
        translation[key] = max(translation.get(key, 0.0), link.closeness)
    return sorted(
        link
        for link, one, other in near
        if link.closeness >= max(original[one], translation[other, pieces[one].stretch.article])
    )


def _read_article(article: Article) -> list[Stretch]:
    found: list[Stretch] = []
    for body in article.body:
        for match in _MARKED.finditer(article.text, *body):
            span = Span(*match.span("inner"))
            if is_inside(span, body) and len(tokenise(article.text, *span)) >= _FEWEST_WORDS:
                found.append(
                    Stretch(
                        article=article.article,
                        quotation=None,
                        span=span,
                        kind="direct",
                        voice=Voice(),
                        is_marked=True,
                    )
                )
    return found


def _choose_speeches(pieces: Sequence[Piece], affair: Affair) -> list[int]:
    """One piece for each wording of direct speech whose speaker is known."""
    by_words: dict[tuple[str, ...], int] = {}
    for place, piece in enumerate(pieces):
        is_said = piece.stretch.kind == "direct" and piece.stretch.voice.name and len(piece.keys) >= _FEWEST_WORDS
        if is_said and not is_foreign(piece, affair):
            by_words.setdefault(piece.keys, place)
    return sorted(by_words.values())


def _compare(
    foreign: Sequence[int], said: Sequence[int], pieces: Sequence[Piece], affair: Affair
) -> list[tuple[Link, int, int]]:
    """The pairs that are alike, each with the place of the foreign piece and that of the other."""
    import numpy

    from firsthand.text.sentence_vectors import encode_sentence, pair_likeness, unpack_vectors

    around = {place: _read_around(pieces[place], affair) for place in foreign}
    names = {place: _last_name(pieces[place].stretch.voice.name or "") for place in said}
    pairs = [(one, other) for one in foreign for other in said if _is_named(names[other], around[one])]
    compared = sorted({place for pair in pairs for place in pair})
    if not compared:
        return []
    texts = [affair.articles[pieces[at].stretch.article].text[slice(*pieces[at].span)] for at in compared]
    rows = unpack_vectors([encode_sentence(text) for text in texts])
    row_of = {place: row for row, place in enumerate(compared)}
    firsts = numpy.array([row_of[one] for one, _ in pairs])
    seconds = numpy.array([row_of[other] for _, other in pairs])
    cosines = pair_likeness(rows, firsts, seconds).tolist()
    return [
        (Link(min(pair), max(pair), round(cosine, 4), is_sure=True), *pair)
        for pair, cosine in zip(pairs, cosines, strict=True)
        if cosine >= _LIKE
    ]


def _read_around(piece: Piece, affair: Affair) -> set[str]:
    """The words near a piece, in Latin letters."""
    from anyascii import anyascii

    text = affair.articles[piece.stretch.article].text
    start, end = max(0, piece.span.start - _REACH), min(len(text), piece.span.end + _REACH)
    return {word.norm for word in tokenise(anyascii(text[start:end]))}


def _last_name(name: str) -> str | None:
    from anyascii import anyascii

    words = [word.norm for word in tokenise(anyascii(name)) if word.norm in name_words(anyascii(name))]
    return words[-1] if words and len(words[-1]) >= _SHORTEST_NAME else None


def _is_named(name: str | None, around: set[str]) -> bool:
    return name is not None and any(word.startswith(name) for word in around)
