"""Datelines: the place, the day and the agency in front of a report's first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from firsthand.lexicon.agencies import agency_named, find_agencies
from firsthand.lexicon.outlets import LETTER_OUTLETS
from firsthand.model import Segment, SegmentLabel, Span

__all__ = ["Dateline", "find_dateline", "find_plain_dateline", "read_place"]


class Dateline(NamedTuple):
    """A dateline as it stands in the text."""

    span: Span  # all of it, to the dash or the point that closes it
    place: Span | None  # "PORT ELL, Wessmark"; None for a tag without a place
    tag: Span | None  # "(Reuters) -", "/TASS/."
    source: str | None  # full name of the agency in the tag, or the letters of an outlet as written


_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁЄІЇҐΑ-Ω"
_LOWER = "a-zß-öø-ÿāăąćčďđēėęěğģīįıķļłńņňőœřśşšţťūůűųźżžа-яёєіїґα-ω"
# A place in capitals, of up to five words; in mixed letters only where a tag or a day follows.
_CAPITALS = rf"[{_UPPER}][{_UPPER}'’.]+(?:[ -]+(?:[{_UPPER}][{_UPPER}'’.]*)){{0,4}}"
_MIXED = (
    rf"[{_UPPER}][{_LOWER}{_UPPER}'’.]+(?:[ -](?:(?:de|del|da|do|la|el|al|am|an|der|upon|on|sur|na"
    rf"|do)[ -])?[{_UPPER}][{_LOWER}{_UPPER}'’.]+){{0,3}}"
)
_REGION = rf"(?:, (?:[{_UPPER}][\w.'’-]*[ -]?){{1,4}})"
_MONTH = (
    r"(?:Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|Apr(?:il)?|May|Jun[ei]?|Jul[yi]?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?"
    r"|März|Mai|janv(?:ier)?|févr(?:ier)?|mars|avril|mai|juin|juil(?:let)?|août|septembre|octobre|novembre|décembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|feb|mar|abr|may"
    r"|jun|jul|ago|sept?|oct|nov|dic"
    r"|янв(?:аря)?|фев(?:раля)?|мар(?:та)?|апр(?:еля)?|мая|июня|июля|авг(?:уста)?|сен(?:тября)?"
    r"|окт(?:ября)?|ноя(?:бря)?|дек(?:абря)?"
    r"|Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık)\.?"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}}\.? {_MONTH})(?:,? \d{{4}})?"
_TAG = r"(?P<tag>\((?P<source>[^()]{2,40})\)|/(?P<slashed>\w(?:[\w -]{0,18}\w)?)/)"
_DASH = r"(?:\s*[-–—]{1,3}(?=\s)|\s*[–—]{1,2})"
_PLACE = r"(?P<place>"
# First words of cities of two words: before a colon two words in capitals are more often a slogan or a speaker.
_COMPOUND = (
    "NEW|SAN|SANTA|SANTO|SÃO|SAO|LOS|LAS|LA|EL|ST|ST\\.|SAINT|PORT|FORT|RIO|TEL|ABU|ADDIS|KUALA|HONG"
    "|CAPE|BUENOS|PANAMA"
    "|MEXICO|KUWAIT|PHNOM|HO|DAR|BEL|SALT|BATON|DES|NEW-|UNITED|NIZHNY|СТАРЫЙ|НИЖНИЙ|САНКТ"
)
_FORMS = tuple(
    re.compile(form)
    for form in (
        # PORT ELL, Wess., May 3 (Reuters) - ; ELLMOUTH, May 3. /TASS/. ; Berlin (dpa) -
        rf"{_PLACE}(?:{_CAPITALS}|{_MIXED}){_REGION}?)(?:[,.]? {_DAY}[.,]?)?[,.]?\s*(?P<end>{_TAG}[.:]?(?:{_DASH})?)",
        # МОСКВА, 1 ноя — РИА Новости. ; Москва. 1 ноября. INTERFAX.RU -
        (
            rf"{_PLACE}(?:{_CAPITALS}|{_MIXED}))[,.]"
            rf" {_DAY}\.?\s*(?:[-–—]\s*)?(?P<end>(?P<bare>[{_UPPER}][\w.]+(?: [{_UPPER}]\w+)?)\s*(?:[.:]"
            r"|[-–—]))(?=\s)"
        ),
        # PORT ELL, Wessmark — ; GENEVA, 12 March 2018 –
        rf"{_PLACE}{_CAPITALS}{_REGION}?)(?:[,.]? {_DAY}[.,]?)?{_DASH}",
        # Geneva, 12 March 2018 –
        rf"{_PLACE}{_MIXED}{_REGION}?)[,.]? {_DAY}[.,]?{_DASH}",
        # Geneva, 12 March 2018. Text
        rf"{_PLACE}{_MIXED}{_REGION}?)[,.] {_DAY}\.(?=\s[^\W\d_a-z])",
        # ELLMOUTH: ; NEW ELLMOUTH:
        rf"{_PLACE}(?:(?:{_COMPOUND})[ -])?[{_UPPER}][{_UPPER}'’-]+{_REGION}?)(?:[,.]? {_DAY}[.,]?)?:(?=\s)",
        # (Reuters) - ; (CNN)
        rf"(?P<end>{_TAG}[.:]?(?:{_DASH})?)(?=\s)",
        # 新华社北京11月1日电
        (
            r"[（(【]?(?P<end>(?P<bare>新华社|中新社|法新社|路透社|塔斯社|韩联社|共同社"
            r"|中央社))(?P<place>\w{1,8}?)(?:\d{1,2}月)?\d{1,2}日(?:专?电|讯)[）)】]?"
        ),
        # القاهرة (رويترز) - ; بيروت 3 مايو (رويترز) -
        (
            r"(?P<place>[\u0600-\u06ff]+(?: [\u0600-\u06ff]+){0,2}?)(?:[،,]? \d{1,2} [\u0600-\u06ff]+(?:"
            r" [\u0600-\u06ff]+)?"
            rf"(?: \d{{4}})?)?\s*(?P<end>{_TAG}[.:]?(?:{_DASH})?)"
        ),
    )
)
# Words in capitals before a dash or colon that name a kind of text, not a place.
_NOT_PLACES = frozenset(
    "EXCLUSIVE UPDATE UPDATED BREAKING WATCH VIDEO CORRECTION CORRECTED ANALYSIS OPINION LIVE PHOTOS"
    " PHOTO INTERVIEW REVIEW"
    " FILE RELATED READ MORE ALSO ADVERTISEMENT NEWS COMMENT NOTE WARNING EDITORIAL FACTBOX TIMELINE"
    " INSIGHT SPECIAL REPORT"
    " EXPLAINER DEVELOPING ALERT URGENT FACT CHECK PROFILE BACKGROUND SUMMARY COLUMN SPOILER PREVIEW RECAP POLL QUIZ"
    " PICTURED IMAGE CAPTION LISTEN BY SEE THE AND FOR NOT NEW TOP FAQ Q&A Q A TODAY TOMORROW"
    " YESTERDAY MONDAY TUESDAY"
    " WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY VOICE NARRATOR HOST PRESIDENT SENATOR QUESTION ANSWER EIL EILMELDUNG"
    " ВИДЕО ФОТО СРОЧНО ОБНОВЛЕНО SON DAKİKA".split()
)
# What every form holds within the first characters: a dash, a bracket, a slash, a colon, or a day.
_SIGN = re.compile(r".{0,100}?(?:[-–—(/:：（【]|\d\. |日)")
_LONGEST_LEAD = 160  # characters
# "Ellmünde. Die Brücke", "Ellmünde/Berlin - Die Brücke", "ELLMÜNDE taz | Die": German papers set no agency and no day.
_PLAIN = re.compile(
    rf"(?P<place>[{_UPPER}][\w'’-]{{2,24}}(?:[ /](?:(?:am|an der|im|ob der|in"
    rf"|bei) )?[{_UPPER}][\w'’.-]{{1,24}}){{0,2}})"
    r"(?:\s(?:taz|afp|dpa|rtr|epd|kna|ap|sid|dts) \||\.|\s[-–—])\s+(?=[\"„»“]?[^\W\d_a-zäöü])"
)
_CHINESE_DAY = re.compile(r"(?:\d{1,2}月)?\d{1,2}日(?:专?电|讯)")
_GERMAN = frozenset(
    "der die das den dem des ein eine einen einem einer und in im am auf aus bei mit nach von vom vor zu zum zur"
    " über für"
    " gegen durch ist sind war wird werden wurde wurden hat haben sich nicht auch noch nur".split()
)
# Words that stand alone before a full stop as sentences do: no places.
_LONE_WORDS = frozenset(
    "nein ja doch gut schluss aus ende endlich stopp halt danke bitte stille schade klar genau richtig falsch"
    " vielleicht"
    " niemals immer jetzt heute morgen gestern schweigen wahnsinn unglaublich pech glück schock weiter also".split()
)


def _source_of(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    written = (groups.get("source") or groups.get("slashed") or groups.get("bare") or "").strip()
    if not written:
        return None
    found = agency_named(written)
    if found is None and "/" in written:  # "(APA/dpa)"
        parts = [agency_named(part.strip()) for part in written.split("/")]
        found = parts[0] if all(parts) else None
    if found is None and groups.get("source"):
        hits = list(find_agencies(written))
        found = hits[0].name if hits else None
    if found is None and (written in LETTER_OUTLETS or (groups.get("slashed") and written.isupper())):
        found = written  # only agencies set their letters between slashes, also those that the table lacks
    return found


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline with which `text[start:end]` begins; None where it begins with none.

    A place in capitals before a dash or a colon is enough; a place in small letters needs an agency's tag or a day;
    a tag alone must name an agency or a broadcaster that the tables know.
    """
    head = text[start : min(end, start + _LONGEST_LEAD)]
    if _SIGN.match(head) is None:
        return None
    for form in _FORMS:
        match = form.match(head)
        if match is None:
            continue
        groups = match.groupdict()
        source = _source_of(match)
        tagged = groups.get("end") is not None
        if tagged and source is None:
            continue
        place = groups.get("place")
        if place is not None:
            words = re.findall(r"[^\W\d_]+", place.upper())
            if not words or words[0] in _NOT_PLACES or (not tagged and sum(map(len, words)) < 4):
                continue
        if match.end() >= end - start:  # nothing follows: a line by itself is no dateline
            continue
        return Dateline(
            span=Span(start, start + match.end()),
            place=None
            if place is None
            else Span(start + match.start("place"), start + match.start("place") + len(place.rstrip(" ,."))),
            tag=Span(start + match.start("end"), start + match.end("end")) if tagged else None,
            source=source,
        )
    return None


def find_plain_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The place with which a German paper's report begins, closed by a full stop or a dash; None where there is none.

    For the first paragraph of a text alone, and where German words of grammar follow.
    """
    head = text[start : min(end, start + _LONGEST_LEAD)]
    match = _PLAIN.match(head)
    if match is None:
        return None
    place = match["place"]
    words = re.findall(r"[^\W\d_]+", place.lower())
    following = re.findall(r"[^\W\d_]+", head[match.end() :].lower())[:12]
    if words[0] in _LONE_WORDS or words[0] in _GERMAN or words[0].upper() in _NOT_PLACES or len(following) < 4:
        return None
    if sum(word in _GERMAN for word in following) < 2:
        return None
    return Dateline(
        span=Span(start, start + len(match.group().rstrip())),
        place=Span(start, start + len(place)),
        tag=None,
        source=None,
    )


def read_place(text: str, segments: Sequence[Segment]) -> str | None:
    """The place of the first dateline among `segments`, as written; None where no dateline names one."""
    for segment in segments:
        if segment.label is not SegmentLabel.DATELINE:
            continue
        reach = min(len(text), segment.span.end + _LONGEST_LEAD)
        dateline = find_dateline(text, segment.span.start, reach)
        dateline = dateline or find_plain_dateline(text, segment.span.start, reach)
        if dateline is not None:
            return None if dateline.place is None else text[slice(*dateline.place)]
        chinese = _CHINESE_DAY.search(text, *segment.span)  # the agency stands in front, in a segment of its own
        if chinese is not None:
            return text[segment.span.start : chinese.start()] or None
        return text[slice(*segment.span)].strip(" |,.:-–—") or None
    return None
