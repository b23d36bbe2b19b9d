"""Stretches of a body in another language than the article: a statement in the original, a translation, a caption.

Another script is sure evidence. Within one script a line is looked at only where it has room for a stretch without a
word of grammar of the article's language; it is taken as another language's only where that language's own words of
grammar fill it, or, for a language that the table lacks, where the classifier leaves no doubt. Names, lists and
quotations of a few words are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from firsthand.lexicon.language_words import LANGUAGE_WORDS, OTHER_SCRIPT, SCRIPT_LANGUAGES, Script, is_unspaced
from firsthand.model import LanguageStretch, Span
from firsthand.reading.language import classify_language, language_of_script, tally_languages
from firsthand.text.lines import split_lines, split_sentences

__all__ = ["find_stretches"]

_LONGEST_BODY = 400_000  # characters that are looked at; no article is as long
_SHORTEST = 60  # characters of a stretch in the script of the article
_FEWEST_LETTERS = 24  # of a stretch in another script: four words or so
_FEWEST_UNSPACED = 12  # of one in a script whose letters are words or syllables
_WIDEST_BREAK = 12  # characters of blanks, marks and digits inside a stretch of another script
_FEWEST_WORDS = 8
_LEAST_OWN_SHARE = 0.25  # of a line's words that are the article's words of grammar; mostly they are 0.35 and more
_LEAST_HALF_SHARE = 0.25  # of the words of a half that only the article's language has as words of grammar
_LEAST_OTHER_SHARE = 0.2  # the same of the other language in its stretch
_FEWEST_OF_OTHER = 3  # of its words of grammar that the article's language lacks: neighbours share many
_MOST_OF_OWN = 0.5  # words of grammar that only the article's language has, for each that only the other has
_FEWEST_INTRODUCING = 2  # words of grammar of the article's language in front of a quotation
_CLASSIFIED = 400  # characters of a stretch that the classifier is shown
_UNLISTED_LENGTH = 100  # characters of a stretch in a language that the table lacks
_UNLISTED_PROBABILITY = 0.97
_MOST_UNLISTED_OWN = 0.05
_LEAST_SMALL_SHARE = 0.6  # of its words that begin with a small letter: names do not
_HOME_SCRIPTS: dict[str, frozenset[Script]] = {
    "ja": frozenset({"kana", "han"}),
    "ko": frozenset({"hangul", "han"}),
    "sr": frozenset({"cyrillic", "latin"}),
    **{language: frozenset({"cyrillic"}) for language in "uk bg be mk kk ky tg mn".split()},
    **{language: frozenset({"arabic"}) for language in "fa ur ps ug".split()},
    **{language: frozenset({"devanagari"}) for language in "mr ne sa".split()},
    **{
        language: frozenset({script})
        for script, language in SCRIPT_LANGUAGES.items()
        if script not in {"kana", "hangul"}
    },
}
_LATIN_ONLY = frozenset({"latin"})
_ANY_OTHER_SCRIPT = re.compile("[\u0370-\u1fff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff66-\uff9d]")
_LATIN_RUN = re.compile("[A-Za-z\u00c0-\u024f][^\u0370-\u1dff\u1f00-\u1fff\u2e80-\ud7ff\uf900-\ufdff\ufe70-\ufefc]++")
_STOPS = frozenset(".!?。！？…؟।")
_QUOTED = re.compile(r"[“\"„«»](?P<words>[^“”\"„«»\r\n]{60,})[”\"“»«]")
# Languages that share so many words of grammar that only the others say which of them a line is written in.
_NEIGHBOURS = (frozenset({"es", "pt", "ca", "it"}), frozenset({"ru", "uk", "bg"}), frozenset({"de", "nl"}))
# Letters that the first language has and the other lacks, by their codes.
_OWN_LETTERS = {("ru", "uk"): "ыэёъ", ("uk", "ru"): "іїєґ"}
_FEWEST_OWN_LETTERS = 3
# Languages so alike that the classifier may name one for the other in a few sentences.
_ALIKE = (frozenset({"da", "no", "nn", "sv"}), frozenset({"id", "ms"}), frozenset({"cs", "sk"}))


def find_stretches(text: str, body: Sequence[Span], language: str | None) -> tuple[LanguageStretch, ...]:
    """The stretches of `body` in another language than `language`: in order, apart, each inside one span of the body.

    Args:
        text: The text of the article.
        body: Spans of its body, in order.
        language: ISO 639-1 code of the article's language; None where it is not known, so that nothing differs.

    Returns:
        Stretches of at least 60 characters, or of 24 letters (12 in a script without spaces) in another script. Of a
        body of more than 400,000 characters the first ones are looked at.
    """
    if language is None:
        return ()
    home = _HOME_SCRIPTS.get(language, _LATIN_ONLY)
    stretches: list[LanguageStretch] = []
    left = _LONGEST_BODY
    for span in body:
        end = min(span.end, span.start + left)
        left -= max(0, end - span.start)
        if end <= span.start:
            break
        mixed = "latin" not in home or _ANY_OTHER_SCRIPT.search(text, span.start, end) is not None
        first = len(stretches)
        for line in _lines_with_room(text, Span(span.start, end), language, every=mixed):
            for one in _in_line(text, line, language, home) if mixed else _in_home_script(text, line, language):
                start = one.span.start
                if len(stretches) > first and _adjoins(text, stretches[-1], one):
                    start = stretches.pop().span.start
                stretches.append(LanguageStretch(span=Span(start, one.span.end), language=one.language))
    return tuple(stretches)


def _lines_with_room(text: str, span: Span, language: str, *, every: bool) -> Iterator[Span]:
    """The lines of the span that may hold a stretch, or `every` line that is not empty: most are told by one look."""
    telling = _telling_words(language)
    end = span.start - 1
    for raw in text[span.start : span.end].split("\n"):
        start, end = end + 1, end + 1 + len(raw)
        if every or (len(raw) >= _SHORTEST and _has_room(raw.lower().split(), telling)):
            yield from split_lines(text, start, end)


def _adjoins(text: str, before: LanguageStretch, after: LanguageStretch) -> bool:
    between = text[before.span.end : after.span.start]
    return before.language == after.language and len(between) <= _WIDEST_BREAK and not between.strip()


def _in_line(text: str, line: Span, language: str, home: frozenset[Script]) -> list[LanguageStretch]:
    """The stretches of a line that may hold more than one script, in order."""
    found = [
        LanguageStretch(span=_with_stop(text, span, line), language=code)
        for span, code in _in_other_scripts(text, line, language, home)
    ]
    for match in _LATIN_RUN.finditer(text, *line) if "latin" not in home else ():
        span = Span(match.start(), match.start() + len(match.group().rstrip()))
        code = _judge(text[slice(*span)], language)
        if code is not None:
            found.append(LanguageStretch(span=span, language=code))
    return sorted(found, key=lambda one: one.span) or list(_in_home_script(text, line, language))


def _in_other_scripts(text: str, line: Span, language: str, home: frozenset[Script]) -> Iterator[tuple[Span, str]]:
    """The runs of scripts in which the article is not written, long enough to be more than a name."""
    start = end = -1
    lengths: dict[Script, int] = {}
    for match in OTHER_SCRIPT.finditer(text, *line):
        script = str(match.lastgroup)
        if script in home:
            continue
        joined = (
            lengths
            and match.start() - end <= _WIDEST_BREAK
            and not any(character.isalpha() for character in text[end : match.start()])
            and (script in lengths or (is_unspaced(script) and any(map(is_unspaced, lengths))))
        )
        if not joined:
            yield from _script_stretch(text, Span(start, end), lengths, language)
            start, lengths = match.start(), {}
        end = match.end()
        lengths[script] = lengths.get(script, 0) + match.end() - match.start()
    yield from _script_stretch(text, Span(start, end), lengths, language)


def _script_stretch(text: str, span: Span, lengths: dict[Script, int], language: str) -> Iterator[tuple[Span, str]]:
    if not lengths:
        return
    script = "kana" if "kana" in lengths else max(lengths, key=lambda one: (lengths[one], one))
    if sum(lengths.values()) < (_FEWEST_UNSPACED if is_unspaced(script) or script == "hangul" else _FEWEST_LETTERS):
        return
    code = language_of_script(script, text[slice(*span)][:_CLASSIFIED])
    if code != language:
        yield span, code


def _with_stop(text: str, span: Span, line: Span) -> Span:
    """The stretch with the mark that ends its last sentence, where that stands in the line."""
    return Span(span.start, span.end + 1) if span.end < line.end and text[span.end] in _STOPS else span


@cache
def _telling_words(language: str) -> frozenset[str]:
    """The words of grammar of `language` that its neighbours lack."""
    words = LANGUAGE_WORDS.get(language, frozenset())
    for group in _NEIGHBOURS:
        if language in group:
            words = words.difference(*(LANGUAGE_WORDS[other] for other in group if other != language))
    return words


def _has_room(words: Sequence[str], known: frozenset[str]) -> bool:
    """Whether 60 characters on end hold no word of `known`, or all of `words` hold too few."""
    gap = hits = 0
    room = False
    for word in words:
        if word in known:
            gap = 0
            hits += 1
        else:
            gap += len(word) + 1
            room = room or gap >= _SHORTEST
    return room or hits < _LEAST_OWN_SHARE * len(words)


def _in_home_script(text: str, line: Span, language: str) -> Iterator[LanguageStretch]:
    """The whole line, else its sentences, else what stands between quotation marks in one of them."""
    if line.end - line.start < _SHORTEST:
        return
    if not _has_room(text[slice(*line)].lower().split(), _telling_words(language)):
        return
    code = _judge(text[slice(*line)], language)
    if code is not None and not _is_mixed(text, line, language, code):
        yield LanguageStretch(span=line, language=code)
        return
    for sentence in split_sentences(text, *line):
        quotations = list(_quotations(text, sentence, language))
        code = _judge(text[slice(*sentence)], language)
        if quotations and _is_introduced(text, Span(sentence.start, quotations[0].span.start), language, code):
            yield from quotations
        elif code is not None and not _is_mixed(text, sentence, language, code):
            yield LanguageStretch(span=sentence, language=code)
        else:
            yield from quotations


def _quotations(text: str, sentence: Span, language: str) -> Iterator[LanguageStretch]:
    for quoted in _QUOTED.finditer(text, *sentence):
        code = _judge(quoted["words"], language)
        if code is not None:
            yield LanguageStretch(span=Span(*quoted.span("words")), language=code)


def _is_introduced(text: str, front: Span, language: str, code: str | None) -> bool:
    """Whether the words in front of a quotation are the article's own: "He wrote in German: ..."."""
    own = LANGUAGE_WORDS.get(language, frozenset()) - LANGUAGE_WORDS.get(code or "", frozenset())
    return sum(word in own for word in text[slice(*front)].lower().split()) >= _FEWEST_INTRODUCING


def _is_mixed(text: str, span: Span, language: str, code: str) -> bool:
    """Whether a half of the stretch is full of the article's words of grammar, so that only the other is foreign."""
    words = text[slice(*span)].lower().split()
    own = LANGUAGE_WORDS.get(language, frozenset()) - LANGUAGE_WORDS.get(code, frozenset())
    middle = len(words) // 2
    return any(
        len(half) >= _FEWEST_WORDS // 2 and sum(word in own for word in half) >= _LEAST_HALF_SHARE * len(half)
        for half in (words[:middle], words[middle:])
    )


def _judge(stretch: str, language: str) -> str | None:
    """ISO 639-1 code of the language of the stretch where it is surely not `language`; None else."""
    words = stretch.lower().split()
    if len(stretch) < _SHORTEST or len(words) < _FEWEST_WORDS:
        return None
    for (code, article_language), letters in _OWN_LETTERS.items():
        if article_language == language and sum(map(stretch.count, letters)) >= _FEWEST_OWN_LETTERS:
            return None if any(letter in stretch for letter in _OWN_LETTERS[article_language, code]) else code
    own = LANGUAGE_WORDS.get(language, frozenset())
    tally = tally_languages(words)
    others = {code: hits for code, hits in tally.items() if code != language}
    best = max(others, key=lambda code: (others[code], code), default="")
    if others.get(best, 0) >= _LEAST_OTHER_SHARE * len(words):
        other = LANGUAGE_WORDS[best]
        only_other = sum(word in other and word not in own for word in words)
        only_own = sum(word in own and word not in other for word in words)
        if only_other >= _FEWEST_OF_OTHER and only_own <= _MOST_OF_OWN * only_other:
            code, _ = classify_language(stretch[:_CLASSIFIED])
            tied = others.get(code, 0) >= others[best] - 1
            alike = any({code, best} <= group and language not in group for group in _ALIKE)
            return code if tied or alike else None
    return _judge_unlisted(stretch, len(words), tally.get(language, 0)) if own else None


def _judge_unlisted(stretch: str, words: int, own: int) -> str | None:
    """The language of the stretch where it is surely one that the table of words lacks."""
    if own > _MOST_UNLISTED_OWN * words or len(stretch) < _UNLISTED_LENGTH:
        return None
    if sum(word[:1].islower() for word in stretch.split()) < _LEAST_SMALL_SHARE * words:
        return None
    code, probability = classify_language(stretch[:_CLASSIFIED])
    return code if code not in LANGUAGE_WORDS and probability >= _UNLISTED_PROBABILITY else None
