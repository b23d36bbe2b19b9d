"""Bytes into text, so that no byte can stop an article and nothing is removed.

UTF-8 is tried first; a wrong byte in text that is otherwise UTF-8 becomes one U+FFFD. Where a template in UTF-8 holds
text in Windows-1252, or the other way round, each is read as what it is. Other encodings are taken from the byte-order
mark, from what a page declares, and last from `charset_normalizer`.
"""

from __future__ import annotations

import codecs
import re

__all__ = ["decode_bytes", "decode_page", "guess_encoding", "mend_text"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([\w:.-]{2,40})""", re.IGNORECASE
)
_ENCODING_NAME = re.compile(r"[A-Za-z0-9_:.-]{2,40}")
# Encodings of names, of source code and of mail, in which no page is written; the first two cannot pass over a fault.
_NO_PAGE = frozenset("idna undefined punycode unicode-escape raw-unicode-escape utf-7".split())
_DECLARED_WITHIN = 8_192  # bytes; browsers look at the first 1,024, many pages declare later
_BROKEN = re.compile("[\x00\ud800-\udfff]")
# What the web means when it names these (WHATWG Encoding Standard, names and labels).
_WEB_NAMES = {
    label: encoding
    for encoding, labels in {
        "cp1252": "iso-8859-1 latin-1 latin1 ascii us-ascii",
        "cp1254": "iso-8859-9",
        "gb18030": "gb2312 gbk",
        "cp932": "shift_jis",
        "cp949": "ks_c_5601-1987 euc-kr",
        "cp874": "iso-8859-11 tis-620",
    }.items()
    for label in labels.split()
}
_SERVER_DEFAULTS = ("cp1252", "utf-8")  # what servers are set up to say of any page
# Encodings of old Macintosh systems, which differ from those in use in too few letters to be told apart in news.
_EXTINCT = ("mac_cyrillic", "mac_greek", "mac_iceland", "mac_latin2", "mac_roman", "mac_turkish")
_TURNS = re.compile(r"[a-zà-öø-ÿа-яё][A-ZÀ-ÖØ-ÞА-ЯЁ]")
_ASCII = bytes(range(0x80))
_DAMAGE_SHARE = 0.02  # of the bytes; a text in another encoding has more of them outside ASCII
_SAMPLE_BYTES = 200_000  # enough for a guess, and the guess takes time that grows with it
# Bytes of Windows-1252 that Western text is full of: dashes, quotation marks, the accented letters of its languages.
_WESTERN = frozenset(
    b"\x80\x85\x8a\x8c\x91\x92\x93\x94\x95\x96\x97\x99\x9a\x9c\xa0\xa3\xa7\xa9\xab\xae\xb0\xb4\xb7\xbb"
) | frozenset(range(0xC0, 0xFE))

# Bytes that are not UTF-8, as "surrogateescape" leaves them; and of these one that stands alone beside an ASCII letter
# or blank, as the letters, quotation marks and dashes of a Western text do.
_WRONG = re.compile("[\udc80-\udcff]")
_LONE_WRONG = re.compile("(?<![^\x00-\x7f])[\udc80-\udcff](?![^\x00-\x7f])")
_FEWEST_OF_EACH = 3  # wrong bytes, and right characters of several bytes, in a text of two encodings
_LONE_SHARE = 0.7  # of the wrong bytes; in cut or damaged UTF-8, and in other scripts, they stand together
_LETTERS = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}


def mend_text(text: str) -> str:
    """`text` without a leading byte-order mark, each NUL and each lone surrogate replaced by one U+FFFD.

    Nothing else changes, and after the mark no offset does.
    """
    text = text.removeprefix("\ufeff")
    return _BROKEN.sub("\ufffd", text)


def decode_bytes(raw: bytes, charset: str | None = None) -> str:
    """The text that `raw` holds; never fails. A byte-order mark is dropped, NUL becomes U+FFFD.

    Args:
        raw: The bytes.
        charset: What a server or a mail says of them; believed where they are not UTF-8.
    """
    known = _known_encoding(charset)
    return mend_text(_decode(raw, (known,) if known else ()))


def decode_page(raw: bytes, charset: str | None = None) -> str:
    """As `decode_bytes`, with the encoding that the page itself declares believed too.

    Args:
        raw: The bytes of a page.
        charset: What the server says of them. It counts before the page's own word, unless it is the Latin alphabet
            that servers name where nobody told them.
    """
    return mend_text(_decode(raw, declared_encodings(raw, charset)))


def declared_encodings(raw: bytes, charset: str | None = None) -> tuple[str, ...]:
    """The codecs that a server and a page name for a page's bytes, the more believable first, unknown ones left out."""
    declared = _DECLARED.search(raw, 0, _DECLARED_WITHIN)
    own, given = _known_encoding(declared[1].decode("ascii") if declared else None), _known_encoding(charset)
    if own and own.startswith(("utf-16", "utf-32")):  # what says so in single bytes is not in it
        own = None
    ordered = (own, given) if given in _SERVER_DEFAULTS else (given, own)
    return tuple(dict.fromkeys(name for name in ordered if name))


def _decode(raw: bytes, declared: tuple[str, ...]) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    wide = _guess_wide(raw)
    if wide:
        return raw.decode(wide, "replace")
    mixed = _decode_mixed(raw)
    if mixed is not None:
        return mixed
    decoded = raw.decode("utf-8", "replace")
    if _is_mostly_utf8(decoded, raw):
        return decoded
    named = next((name for name in declared if name != "utf-8"), None)
    if named:
        return raw.decode(named, "replace")
    return raw.decode(_guess(raw) or "utf-8", "replace")


def _decode_mixed(raw: bytes) -> str | None:
    """The text of bytes of which some are UTF-8 and some Windows-1252; None where they are not so mixed.

    Both must be there more often than chance and damage bring about: letters of Windows-1252 that stand among ASCII,
    and characters that are right as UTF-8, which other encodings hardly ever are.
    """
    escaped = raw.decode("utf-8", "surrogateescape")
    wrong = _WRONG.findall(escaped)
    right = len(escaped) - len(wrong) - (len(raw) - len(raw.translate(None, _ASCII)))
    if min(len(wrong), right) < _FEWEST_OF_EACH or any(ord(byte) - 0xDC00 not in _WESTERN for byte in wrong):
        return None
    if len(_LONE_WRONG.findall(escaped)) < len(wrong) * _LONE_SHARE:
        return None
    return escaped.translate(_LETTERS)


def guess_encoding(raw: bytes) -> str:
    """The codec for bytes that are not all UTF-8 and of which nothing else is known; UTF-8 where they mostly are."""
    wide = _guess_wide(raw)
    if wide or _is_mostly_utf8(raw.decode("utf-8", "replace"), raw):
        return wide or "utf-8"
    return _guess(raw) or "utf-8"


def _is_mostly_utf8(decoded: str, raw: bytes) -> bool:
    """Whether the wrong bytes are faults in UTF-8, and not letters of another encoding."""
    wrong = decoded.count("\ufffd")
    high = raw.translate(None, _ASCII)
    right = len(decoded) - wrong - (len(raw) - len(high))  # characters of two or more bytes
    if right > wrong:
        return True
    # Otherwise ASCII: a few high bytes are letters of a Western encoding, or damage.
    return len(high) < max(4, len(raw) * _DAMAGE_SHARE) and not all(byte in _WESTERN for byte in high)


def _guess_wide(raw: bytes) -> str | None:
    """UTF-16 without a byte-order mark: every other byte of Western text is NUL."""
    sample = raw[:4_096]
    if len(sample) < 8 or sample.count(0) < len(sample) * 0.3:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 5 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 5 * odd else None


def _known_encoding(name: str | None) -> str | None:
    if not name or not _ENCODING_NAME.fullmatch(name):
        return None
    lowered = name.lower()
    try:
        found = codecs.lookup(_WEB_NAMES.get(lowered, lowered))
    except LookupError:
        return None
    # Codecs such as "hex" or "rot13" are in the same table and are no character encodings.
    return found.name if getattr(found, "_is_text_encoding", True) and found.name not in _NO_PAGE else None


def _guess(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    first = next((place for place, byte in enumerate(raw) if byte >= 0x80), 0)
    begin = max(0, first - _SAMPLE_BYTES // 4)
    sample = raw[begin : begin + _SAMPLE_BYTES]
    high = {byte for byte in sample if byte >= 0x80}
    if high <= _WESTERN and sum(byte >= 0x80 for byte in sample) < len(sample) * 0.12:
        return "cp1252"  # few high bytes, all Western: a guess among the Latin tables is worse than the commonest
    # Of encodings that differ in which bytes are capitals (KOI8-R and Windows-1251), the one whose words do not turn to
    # capitals inside is meant; otherwise the library's order stands.
    found = from_bytes(sample, cp_exclusion=list(_EXTINCT))
    best = min(found, key=lambda match: len(_TURNS.findall(str(match)[:20_000])), default=None)
    return best.encoding if best else "cp1252"
