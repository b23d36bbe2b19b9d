"""Lines that are not reporting, each by its class: legal lines, prompts, pasted posts, credits.

Stock phrases are judged from the archive instead (`stock_text`): no list of them could be complete.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby

from firsthand.model import Article, CreditRole, Span
from firsthand.text.lines import split_line, split_lines

__all__ = ["find_set_aside"]

# Legal lines: who owns the text and what may not be done with it.
_LEGAL = re.compile(
    r"©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b|\ball rights reserved\b|\brewritten or redistributed\b"
    r"|\bmay not be (?:published|reproduced|broadcast|copied)\b|\balle rechte vorbehalten\b"
    r"|\btous droits réservés\b|\btodos los derechos reservados\b|\btutti i diritti riservati\b"
    r"|\btodos os direitos reservados\b|\bвсе права защищены\b|版权所有|無断転載",
    re.IGNORECASE,
)
# Prompts: what the outlet asks of the reader. Two of these words in one short sentence, or one address to the reader.
_PROMPT = re.compile(
    r"\b(?:sign(?:ing)? up|subscri(?:be[ds]?|bing|ption)|agree to receive|special offers|updates and offers"
    r"|newsletters?|inbox|follow us|like us|click here|download our app|push notifications?|privacy policy"
    r"|terms of (?:use|service)|contact us|email us|e-mail us|advertisement|abonnieren|s'abonner|abonnez-vous"
    r"|suscríb\w+|iscriviti|подпи(?:сывайтесь|шитесь)\w*|рассылк\w+)\b",
    re.IGNORECASE,
)
# "Follow The Sound on Facebook": an address to the reader with the outlet's name in it, at the head of a sentence.
_FOLLOW = re.compile(
    r"follow (?:\S+ ){1,6}on (?:social media|facebook|twitter|x|instagram|whatsapp|telegram|youtube|linkedin|threads"
    r"|bluesky|tiktok|google news|apple news)\b",
    re.IGNORECASE,
)
_PROMPT_WORDS = 40  # a longer sentence with such a word reports on one

# Pasted posts of social networks: the markers that the networks' own embedding code leaves in a text.
_POST_LINK = re.compile(r"\bpic\.(?:twitter|x)\.com/|\bhttps?://t\.co/|\btwitter\.com/\w+/status/", re.IGNORECASE)
_POST_SIGNATURE = re.compile(r"(?:^|\s)[—–-]{1,2}\s?[^\n@—]{1,80}\(@\w{1,30}\)")
_POST_HANDLE = re.compile(r"^@\w{1,30}\b|\(@\w{1,30}\)\s*(?:\w+\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+\w+\.?\s+\d{4}|·)")
_SIGNATURE_ONLY = re.compile(r"^\s*[—–-]{1,2}\s?[^\n@—]{1,80}\(@\w{1,30}\)")

# How far into the text a dateline with its credit may reach: "LONDON, Jan. 1 (Agency) - ".
_DATELINE_REACH = 120
# A sentence of at most this many characters beside a credit is a credit line; a longer one reports something too.
_CREDIT_LINE = 220


# Letters that every line of the classes above holds: looked for first, in the whole text, because that is quick.
_POST_LETTERS = ("@", "pic.", "t.co/", "/status/")
_LEGAL_LETTERS = (
    *"© (c) copyright redistributed vorbehalten réservés reservados riservati защищены 版权所有 無断転載".split(),
    *("rights reserved", "may not be "),
)
_PROMPT_LETTERS = (
    *"subscri newsletter inbox advertisement abonn suscr iscriviti подпи рассылк".split(),
    *("sign up", "signing up", "agree to receive", "special offers", "and offers", "follow ", "like us"),
    *("click here", "download our app", "push notif", "privacy policy", "terms of ", "contact us", "mail us"),
)


def _is_post(line: str) -> bool:
    return bool(_POST_LINK.search(line) or _POST_SIGNATURE.search(line) or _POST_HANDLE.search(line))


def _find_posts(text: str, lines: list[Span]) -> list[Span]:
    """Lines that hold a pasted post, and the line before one that holds its signature only."""
    posts: list[Span] = []
    for number, line in enumerate(lines):
        content = text[line.start : line.end]
        if not _is_post(content):
            continue
        posts.append(line)
        if number and _SIGNATURE_ONLY.search(content):
            posts.append(lines[number - 1])
    return posts


def _find_notices(text: str, lines: list[Span], places: list[int]) -> Iterator[Span]:
    """Sentences that are legal lines or prompts, looked for where letters of theirs stand."""
    ends = [line.end for line in lines]
    for number, inside in groupby(places, key=lambda place: bisect_right(ends, place)):
        held = list(inside)
        for sentence in split_line(text, lines[number]):
            has_letters = bisect_left(held, sentence.start) < bisect_left(held, sentence.end)
            if has_letters and _is_notice(text, sentence):
                yield sentence


def _find_letters(text: str, lowered: str) -> list[int]:
    """Where letters stand that a legal line or a prompt must hold, ascending."""
    held = [letters for letters in (*_LEGAL_LETTERS, *_PROMPT_LETTERS) if letters in lowered]
    if held and len(lowered) != len(text):  # a few capitals have small letters of two characters
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return sorted(found.start() for letters in held for found in re.finditer(re.escape(letters), lowered))


def _is_notice(text: str, sentence: Span) -> bool:
    words = text.count(" ", sentence.start, sentence.end) + 1
    if words > _PROMPT_WORDS:
        return False
    lowered = text[sentence.start : sentence.end].lower()
    if _FOLLOW.match(text, sentence.start, sentence.end) and words <= _PROMPT_WORDS // 3:
        return True
    if any(map(lowered.__contains__, _PROMPT_LETTERS)):
        prompts = {match.group().lower() for match in _PROMPT.finditer(text, sentence.start, sentence.end)}
        if prompts and (len(prompts) > 1 or words <= _PROMPT_WORDS // 3):
            return True
    if not any(map(lowered.__contains__, _LEGAL_LETTERS)):
        return False
    # A caption may begin with the © of its picture: that sign alone makes a legal line only of a short sentence.
    legal = _LEGAL.search(text, sentence.start, sentence.end)
    return bool(legal and words <= (_PROMPT_WORDS // 3 if legal.group() == "©" else _PROMPT_WORDS))


def _find_credits(article: Article, line: Span) -> list[Span]:
    """The dateline with its agency at the head of `line`, or a line or sentence that only credits."""
    found = []
    for credit in article.credits:
        if credit.role not in {CreditRole.FULL, CreditRole.PARTIAL, CreditRole.PHOTO}:
            continue
        if not (line.start <= credit.span.start and credit.span.end <= line.end):
            continue
        if credit.role is CreditRole.FULL and credit.span.end - line.start <= _DATELINE_REACH:
            found.append(Span(line.start, credit.span.end))
        for sentence in split_line(article.text, line):
            inside = sentence.start <= credit.span.start and credit.span.end <= sentence.end
            if inside and credit.role is not CreditRole.FULL and sentence.end - sentence.start <= _CREDIT_LINE:
                found.append(sentence)
    return found


def find_set_aside(article: Article) -> list[Span]:
    """The stretches of `article.text` that cannot be a passage, in order; they may overlap."""
    text = article.text
    lowered = text.lower()
    has_posts = any(map(lowered.__contains__, _POST_LETTERS))
    places = _find_letters(text, lowered)
    if not (has_posts or places or article.credits):
        return []
    lines = split_lines(text)
    aside = _find_posts(text, lines) if has_posts else []
    aside.extend(_find_notices(text, lines, places))
    for line in lines if article.credits else []:
        aside.extend(_find_credits(article, line))
    return sorted(aside)
