"""Mails: newsletters, releases sent to the press, articles that were forwarded."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from typing import NamedTuple

from firsthand.errors import InputError
from firsthand.model import RawDocument, Rejection
from firsthand.sources.articles import file_stem
from firsthand.sources.files import FoundFile, plain_name, read_whole
from firsthand.sources.limits import SourceLimits
from firsthand.sources.mime import MimePart, find_parts, header, read_head, read_iso_date, read_words
from firsthand.sources.pages import Payload, make_document, payload_kind, place_name, read_payload
from firsthand.sources.refusals import make_rejection
from firsthand.sources.rows import content_id
from firsthand.sources.sniffing import InputKind

__all__ = ["read_mail"]

_MAX_MAILS_WITHIN = 5  # mails within mails; who forwards a forward of a forward makes three
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_FILE_TYPES = frozenset({"text/plain", "application/pdf", "application/octet-stream", *_PAGE_TYPES})
_FILE_KINDS = frozenset({InputKind.HTML, InputKind.TEXT, InputKind.PDF})
_TAG = re.compile(r"<[^<>]{0,5000}>|&[#\w]{1,20};")
_STYLE, _STYLE_END = re.compile(r"<style\b", re.IGNORECASE), re.compile(r"</style\b", re.IGNORECASE)
_MIN_SHARE = 0.5  # of the plain text's letters that a page must show to be the same; a stub says "use another program"
# "Fwd: ", "AW: ": the mail's own sender and date are those of a reader, not of who wrote the article.
_PASSED_ON = re.compile(
    r"(?:(?:fwd?|wg|tr|rv|enc|i|vs|doorst|re|aw|sv|antw|odp|res|пересл|转发|回复)\s{0,3}[:：]\s{0,5}){1,10}",
    re.IGNORECASE,
)
# Names before the @ that stand for an office and not for a person.
_OFFICES = frozenset(
    "news newsletter newsletters info press presse prensa stampa media noreply donotreply hello hallo hola contact "
    "kontakt mail mailer email editor editors redaktion redaction redazione briefing daily weekly alerts alert updates "
    "update digest subscriptions subscribe service services office comms communications pr publicaffairs team desk "
    "newsroom newsdesk breaking bulletin".split()
)


class _Sender(NamedTuple):
    outlet: str | None
    byline: str | None


@dataclass(frozen=True, slots=True)
class _Mail:
    """A mail, or a mail within one."""

    raw: bytes
    begin: int
    end: int
    number: int | None  # of the part that it is within another mail
    depth: int


def read_mail(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    """The article that a mail is, then pages, texts and PDF that are attached, and mails within it.

    The text is the mail's page, unless it shows less than the plain text that goes with it. The subject is the
    headline, the mail's date the date of publication with the sender's own offset. The sender's name is the outlet
    where the address is that of an office ("news@") or of a domain of that name, the byline where the address is made
    of it ("anna.berg@"), and neither where that cannot be told. Of a mail that was answered or forwarded sender and
    date say nothing of the article but that it is no younger.

    What is kept of a part is its own bytes, unpacked.

    Raises:
        InputError: It is too large, or holds nothing to read.
    """
    raw = read_whole(stream, limits.max_mail_bytes, "max_mail_bytes")
    waiting, left = [_Mail(raw, len(raw) - len(raw.lstrip()), len(raw), None, 0)], limits.max_mail_parts
    is_any = is_more = False
    while waiting and left > 0:
        mail = waiting.pop(0)
        try:
            head, body = read_head(mail.raw, mail.begin, mail.end)
            found_parts = find_parts(head, mail.raw, (body, mail.end), left)
            left, is_more = left - found_parts.looked_at, is_more or found_parts.is_more
            waiting += _find_mails(found_parts.parts, mail)
            for item in _read_parts(found_parts.parts, head, mail, found, limits):
                is_any = True
                yield item
        except InputError as error:
            if mail.depth == 0:
                raise
            is_any = True
            yield make_rejection(place_name(found, mail.number), error)
    if waiting or is_more:
        yield make_rejection(plain_name(found.path), _too_many(limits))
    elif not is_any:
        raise InputError("there is no text in this mail.", "If the article is a picture, save its text.")


def _too_many(limits: SourceLimits) -> InputError:
    return InputError(
        f"the mail has more than {limits.max_mail_parts:,} parts; the others were not looked at.",
        "Save what is missing as files of their own.",
    )


def _find_mails(parts: Sequence[MimePart], mail: _Mail) -> list[_Mail]:
    """The mails that stand in a mail."""
    if mail.depth >= _MAX_MAILS_WITHIN:
        return []
    return [
        _Mail(mail.raw, part.begin, part.end, _number(mail, part), mail.depth + 1)
        for part in parts
        if part.type == "message/rfc822"
    ]


def _read_parts(
    parts: Sequence[MimePart], head: Message, mail: _Mail, found: FoundFile, limits: SourceLimits
) -> Iterator[RawDocument | Rejection]:
    main = _choose_text([part for part in parts if not part.is_attached])
    if main is not None:
        document = make_document(main[0], found, main[1], limits)
        yield _claim(document, head, mail, found)
    captured = read_iso_date(head)
    for part in parts:
        if part.is_attached and part.type in _FILE_TYPES:
            yield from _read_attached(part, _number(mail, part), captured, found, limits)


def _number(mail: _Mail, part: MimePart) -> int:
    """A part's number; of one within a mail within the mail, that of the inner mail."""
    return part.number if mail.number is None else mail.number


def _choose_text(parts: Sequence[MimePart]) -> tuple[Payload, InputKind] | None:
    """The mail's own text: of several pages or texts the longest, and its page before its text."""
    texts = [
        (part, part.payload()) for part in parts if part.type == "text/plain" or part.type.startswith("multipart/")
    ]
    pages = [(part, part.payload()) for part in parts if part.type in _PAGE_TYPES]
    text = max(texts, key=lambda one: len(one[1]), default=None)
    page = max(pages, key=lambda one: len(one[1]), default=None)
    shown, plain = _letter_count(page), _letter_count(text)
    if page is not None and shown and shown >= plain * _MIN_SHARE:
        return _payload(*page), InputKind.HTML
    return (_payload(*text), InputKind.TEXT) if text is not None and plain else None


def _payload(part: MimePart, raw: bytes) -> Payload:
    return Payload(raw=raw, media="mail", media_type=part.media_type)


def _letter_count(part: tuple[MimePart, bytes] | None) -> int:
    """How many letters and digits a text or page shows, roughly."""
    if part is None:
        return 0
    text = part[1].decode("utf-8", "replace")
    if part[0].type in _PAGE_TYPES:
        first, *styles = _STYLE.split(text)
        text = _TAG.sub(" ", first + "".join(_STYLE_END.split(piece, maxsplit=1)[-1] for piece in styles))
    return sum(map(str.isalnum, text[:1_000_000]))


def _claim(document: RawDocument, head: Message, mail: _Mail, found: FoundFile) -> RawDocument:
    """The document with what the mail's headers say of it."""
    subject = read_words(header(head, "Subject"))
    passed_on = _PASSED_ON.match(subject)
    title = (subject[passed_on.end() :] if passed_on else subject).strip() or None
    date = read_iso_date(head)
    sender = _Sender(None, None) if passed_on else _read_sender(header(head, "From"))
    url = header(head, "Archived-At").strip("<> ")
    url = url if url.startswith(("http://", "https://")) else ""
    content = document.text or document.html or ""
    return replace(
        document,
        article=file_stem(found) if mail.number is None else content_id(content, url, sender.outlet, title),
        fallback_id=plain_name(found.below) if mail.number is None else None,
        title=title,
        url=url or None,
        outlet=sender.outlet,
        byline=sender.byline,
        published=None if passed_on else date or header(head, "Date") or None,
        source=replace(document.source, captured=date if passed_on else None),
        line=mail.number,
    )


def _read_sender(value: str) -> _Sender:
    """Whether the sender's name is that of an outlet, of a person, or cannot be told."""
    given, bracket, rest = value.partition("<")
    address, _, comment = rest.partition(">") if bracket else value.partition("(")
    name = read_words(given if bracket else comment.rstrip(") ")).strip("\"' ")
    local, _, domain = address.strip().lower().rpartition("@")
    if not name or not local or "@" in name:
        return _Sender(None, None)
    words = [
        word for word in re.findall(r"\w+", name.lower()) if word not in {"the", "le", "la", "el", "der", "die", "das"}
    ]
    parts = [part for part in re.split(r"[\W\d_]+", local) if part]
    joined, labels = "".join(words), re.sub(r"[^\w]", "", domain)
    if _OFFICES & {*parts, "".join(parts)} or (len(joined) >= 4 and joined in labels):
        return _Sender(name, None)
    initials = {word[0] for word in words}
    is_person = 2 <= len(words) <= 5 and (
        "".join(parts) in {joined, words[0][0] + words[-1], words[0] + words[-1][0]}
        or (any(part in words for part in parts) and all(part in words or part in initials for part in parts))
    )
    return _Sender(None, name) if is_person else _Sender(None, None)


def _read_attached(
    part: MimePart, number: int, captured: str | None, found: FoundFile, limits: SourceLimits
) -> Iterator[RawDocument | Rejection]:
    payload = Payload(
        raw=part.payload(),
        media="mail",
        media_type=part.media_type,
        name=part.file_name,
        captured=captured,
        number=number,
    )
    kind = payload_kind(payload)
    if kind in _FILE_KINDS and not (kind is InputKind.TEXT and part.type == "application/octet-stream"):
        yield from read_payload(payload, found, kind, limits)
