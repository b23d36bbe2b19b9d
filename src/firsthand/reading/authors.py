"""What stands round an author's name: roles, outlets, firms; lines and fused words that are made of them."""

from __future__ import annotations

import re
from itertools import islice

from firsthand.lexicon.agencies import agency_named
from firsthand.lexicon.line_shapes import DATE_RUN
from firsthand.lexicon.outlets import LETTER_OUTLETS, OUTLET_WORDS, is_domain
from firsthand.reading.byline import find_byline, is_name

__all__ = ["find_fused_byline", "is_author_line", "is_byline_rest_line", "is_firm", "is_outlet_name", "is_role"]

_LONGEST = 160  # characters of a line of authors
_MOST_OUTLET_WORDS = 6
_SPEECH = '"“‘«'
_REACH = 140  # first characters of a line in which something may be fused
_MOST_BOUNDARIES = 8
_FEWEST_TEXT = 25  # characters of running text behind a fused byline
# Last words of outlets' names in languages that the table of outlets has few of.
_MORE_OUTLET_WORDS = frozenset(
    "вестник газета известия правда новости время ведомости gazetesi haber haberleri haberi nachrichten blatt zeitung"
    " tageblatt rundschau kurier dépêche presse courrier diario periódico heraldo correo noticias agency wire newspaper"
    " online".split()
)
_SMALL = frozenset("of and the & de des du der die das von la le los las el del al für et y".split())
_ROLE = re.compile(
    r"(?:[\w'’&/.-]+\s+){0,5}?(?:(?:correspondent|reporter|editor|writer|columnist|journalist|contributor|producer"
    r"|staff"
    r"|photographer|bureau chief|commentator|blogger|intern|analyst|redakteur(?:in)?|korrespondent(?:in)?|reporterin"
    r"|autor(?:in)?|journaliste|correspondante?|envoyée? spéciale?|rédact(?:eur|rice)|redactora?|corresponsal"
    r"|enviad[oa] especial|periodista|корреспондент|обозреватель|редактор|журналист|muhabiri?|editörü?|temsilcisi"
    r"|yazarı?"
    r"|مراسل|محرر|صحفي|记者|编辑)s?)(?:,?\s+(?:in|for|at|of|aus|à|en|в|the)\s+[^\W\d_a-z].{1,40})?",
    re.IGNORECASE,
)
# Looked for before the shape above is tried.
_ROLE_STEMS = (
    *"correspond report edit writ column journal contribut produc staff photog chief commentat blog intern".split(),
    *"analyst redakt korresp autor rédact spécial redact especial periodist корресп обозрев редакт журнал".split(),
    *"muhabir temsilci yazar مراسل محرر صحفي 记者 编辑".split(),
)
# What stands in front of "correspondent" or "editor" and is no first name.
_ROLE_WORDS = frozenset(
    "chief senior political diplomatic deputy managing associate assistant executive foreign home business economics"
    " economic science health defence defense security environment education legal crime religious religion arts"
    " culture"
    " sports sport royal special staff contributing investigative data digital news world europe africa asia america"
    " middle north south east west white house washington moscow beijing paris london berlin brussels city bureau chief"
    " technology transport energy industry consumer social affairs court night weekend daily contact guest"
    " freelance".split()
)
_PLACE = re.compile(r"(?:in|aus|à|en|в|from)\s+(?:[^\W\d_a-zа-яß-ÿ][\w'’.-]*[ ,]{0,2}){1,4}")
_FIRM = re.compile(
    r".{2,60}\b(?:Ltd|Limited|Inc|LLC|LLP|plc|PLC|Corp|Corporation|GmbH|AG|SE|KG|e\.V|S\.A|SA|S\.L|S\.p\.A|N\.V|B\.V"
    r"|A\.Ş|ООО"
    r"|ОАО|ПАО|АО|Co|Company|Group|Foundation|Ministry|Council|University|Association|Institute|Authority)\.?"
)
_ADDRESS = re.compile(r"\s*+(?:[|,•·-]\s*+)?(?:@\w{2,30}|[\w.+-]{1,40}@[\w.-]{3,40}|Follow @?\w+)\s*$")
_PARTS = re.compile(r"\s*(?:,|\||•|·|;|\s[–—-]\s|\s(?:and|und|et|y|и|ve|with|for|&)\s)\s*")
# Where a small letter, or a name in capitals, runs into the capital of what follows, perhaps with a mark of speech
# between. Capitals are rare, so that what stands in front is asked only there.
_BOUNDARY = re.compile(
    r"[A-ZÀ-ÞА-ЯЁ](?:(?<=[a-zß-öø-ÿа-яё\d].)|(?<=[a-zß-öø-ÿа-яё\d][\"“‘«].)|(?<=[A-ZÀ-Þ]{2}.)(?=[a-zß-ÿ]))"
)
_NAME_PREFIX = re.compile(r"(?:\bMc|\bMac|\bDe|\bDi|\bDu|\bLa|\bLe|\bVan|\bFitz|\bO|\bAl|\bEl|\b[A-Z]\.)$")
_BYLINE_LEAD = re.compile(r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Автор:?)\s+[^\W\d_]")
_DATED_BYLINE = re.compile(
    rf"(?P<by>[^\W\d_][^.!?\d\n]{{5,74}}?)\s*+(?:[,|•·–—-]\s*+)?(?P<date>{DATE_RUN})\s*+(?:[|•·–—-]\s*+)?(?=[\"“‘«]?[^\W\d_a-z])"
)
_STARTER = re.compile(r"(?:The|A|An|In|On|At|It|For|After|As|When|More|Two|Three|This|There)\s[a-z]")


def is_role(words: str) -> bool:
    """Whether `words` say what somebody does for an outlet, and nothing else: "Political correspondent"."""
    folded = words.lower()
    if not any(stem in folded for stem in _ROLE_STEMS):
        return False
    return len(words) <= 80 and words[-1:] not in ".!?" and _ROLE.fullmatch(words.strip()) is not None


def is_outlet_name(words: str) -> bool:
    """Whether `words` have the shape of an outlet's name: a domain, or capitalised words of which the last says so."""
    bare = words.strip(" \t•|·*_–—-")
    if is_domain(bare) or bare in LETTER_OUTLETS:
        return True
    parts = bare.split()
    if not 1 < len(parts) <= _MOST_OUTLET_WORDS:
        return False
    last = re.split(r"[-‑]", parts[-1].strip(".,"))[-1]
    if last.capitalize() not in OUTLET_WORDS and last.lower() not in _MORE_OUTLET_WORDS:
        return False
    return all(part[0].isupper() or part.lower() in _SMALL for part in parts)


def is_firm(words: str) -> bool:
    """Whether `words` are the name of a firm or a body: they end in its legal form or in what it is."""
    return len(words.split()) <= 8 and _FIRM.fullmatch(words.strip()) is not None


def is_byline_rest_line(line: str) -> bool:
    """Whether a line right below a byline goes on with it: a role, a place, an outlet."""
    bare = line.strip(" |•·–—-")
    return len(bare) <= 70 and (is_role(bare) or is_outlet_name(bare) or _PLACE.fullmatch(bare) is not None)


def _is_source(words: str) -> bool:
    return is_outlet_name(words) or agency_named(words) is not None


def _is_part(words: str) -> tuple[bool, bool]:
    """Whether a part of a line of authors is a name, and whether it is a role or an outlet; it may be both in a row."""
    split = words.split()
    for count in (2, 3, 4):
        name, rest = " ".join(split[:count]), " ".join(split[count:])
        described = bool(rest) and is_name(name) and (is_role(rest) or _is_source(rest))
        if described and not any(word.lower() in _ROLE_WORDS for word in split[:count]):
            return True, True
    if is_role(words) or _is_source(words):
        return False, True
    return is_name(words), False


def is_author_line(line: str) -> bool:
    """Whether the line is made of names with a role, an outlet or an account: "Ann Arbour, Political editor"."""
    bare = " ".join(line.split()).strip(" |•·–—-")
    if not 5 <= len(bare) <= _LONGEST or bare[-1] in ".!?:" or not bare[0].isupper():
        return False
    words = bare.split(None, 2)
    if len(words) < 2 or words[1][0].islower():
        return False
    front = _ADDRESS.sub("", _ADDRESS.sub("", bare)) if "@" in bare or "Follow" in bare else bare
    parts = [part for part in _PARTS.split(front) if part]
    if not parts or len(parts) > 8 or ("|" in front and any(agency_named(part) for part in parts)):
        return False  # "Ann Arbour | AP" credits a picture
    kinds = [_is_part(part) for part in parts]
    named = any(name for name, _ in kinds)
    described = any(role for _, role in kinds) or front != bare
    return named and described and all(name or role for name, role in kinds)


def _boundaries(line: str) -> list[int]:
    """Where the line may have to be cut, in order: the first few places."""
    places = []
    for match in islice(_BOUNDARY.finditer(line), _MOST_BOUNDARIES):
        place = match.start() - (line[match.start() - 1] in _SPEECH)
        if _NAME_PREFIX.search(line[max(0, place - 5) : place]) is None:
            places.append(place)
    return places


def _is_running(rest: str) -> bool:
    """Whether `rest` begins a sentence: long enough, with a word in small letters among its first ones."""
    words = rest.split()[:6]
    return len(rest) >= _FEWEST_TEXT and any(word[:1].islower() for word in words[1:])


def _is_whole_byline(left: str) -> bool:
    if _BYLINE_LEAD.match(left) is None:
        return is_author_line(left)
    byline = find_byline(left, 0, len(left))
    if byline is None:
        return False
    first = _PARTS.split(left[slice(*byline.names)].strip())[0]
    return is_name(first) or is_name(re.split(r"\s(?:in|at|of|from)\s", first)[0]) or is_author_line(first)


def find_fused_byline(text: str, start: int, end: int) -> list[int] | None:
    """Where the line `text[start:end]` must be cut so that a byline fused with what follows stands alone.

    A small letter that runs into a capital is looked at: in front of it stands a byline with its lead, a name with a
    role or an outlet, or a name and an outlet run together; behind it running text, an outlet or an agency.

    Returns:
        The ends of the fused parts, in order: each part is a byline, an agency or an outlet, and what is behind the
        last one, if anything, is text. None where nothing is fused.
    """
    line = text[start : min(end, start + _REACH)]
    lead = _BYLINE_LEAD.match(line) is not None
    if not lead and _BOUNDARY.search(line) is None:
        return None
    dated = _DATED_BYLINE.match(line)
    if dated is not None and _is_running(text[start + dated.end() : end]):
        front = dated["by"].rstrip(" ,|•·–—-")
        if _is_whole_byline(front) or (is_name(front) and dated.end("by") == dated.start("date")):
            return [start + dated.end("by"), start + dated.end()]
    places = _boundaries(line)
    for place in places:
        left, right = line[:place], text[start + place : end]
        if _is_whole_byline(left) and (_is_running(right) or _is_source(right.strip())):
            return [start + place]
    for place in places:
        left, right = line[:place], text[start + place : min(end, start + _REACH)]
        ends = _fused_pair(left, right)
        if ends is not None and (start + place + ends == end or _is_running(text[start + place + ends : end].lstrip())):
            return [start + place, start + place + ends]
    return None


def _fused_pair(left: str, right: str) -> int | None:
    """How many characters of `right` belong to a name and an outlet of which `left` is the other one; else None."""
    parts = [part for part in _PARTS.split(left) if part]
    names = bool(parts) and all(is_name(part) and not _is_source(part) for part in parts)
    if not names and not _is_source(left):
        return None
    fits = _is_source if names else is_name
    if fits(right.strip()):
        return len(right)
    for place in _boundaries(right):
        if fits(right[:place]):
            return place
    for count in (3, 2) if not names else ():
        words = right.split()
        name = " ".join(words[:count])
        if is_name(name) and right.startswith(name) and _STARTER.match(right[len(name) :].lstrip()):
            return len(name)
    return None
