"""Captions: the lines that describe a picture, with or without its credit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.lexicon.set_phrases import is_photo_lead
from firsthand.model import SegmentLabel
from firsthand.reading.pieces import Piece, first_prose, is_terminated, split_piece

__all__ = ["is_picture_line", "label_captions"]

_LONGEST_CAPTION = 1200  # characters, with a file picture's whole story
_SHORTEST_UNCLOSED = 40  # an unclosed line below this is a heading or a link
_LONGEST_UNCLOSED = 420  # one above is a paragraph that was cut off
_SURE_UNCLOSED = 62  # from here on an unclosed single sentence among closed paragraphs is no heading
_CLOSED_SHARE = 0.5  # of the longer lines that must end in a full stop before an unclosed one means anything
_REPEATED_SHARE = 0.45  # of a line's 4-word sequences that stand elsewhere in the text
_MOST_STANDFIRSTS = 2  # unclosed lines between headline and text; more of them are a gallery's
_LIST_LINES = 4  # unclosed lines of one shape side by side
_LIST_SIGNS = re.compile(r"[\w\s.'’-]+")  # what is left is the shape: "June 10 – Ellmouth, WE @ Old Mill" gives "–,@"
_GRAM = 4
_MOST_CREDIT_WORDS = 9  # behind "Photo:"; more of them describe the picture
_LONGEST_CREDIT = 200  # characters of a line that is a picture's credit alone
_MOST_REPEATED_CHARACTERS = 300_000  # of a text that are searched for repeats

_AGENCY = (
    r"(?:AP Photo|AP Images|Getty(?: Images)?|GETTY|AFP|REUTERS|Reuters|EPA(?:-EFE)?|Associated Press|Shutterstock"
    r"|Alamy|Bloomberg|Xinhua|TASS|ТАСС|РИА Новости|dpa|DPA|ANSA|Anadolu|WireImage|Sputnik|Kyodo|Yonhap|PTI|PA Wire"
    r"|PA|AP|Instagram|Facebook|Twitter|YouTube|[Hh]andout|[Ff]ile [Pp]hotos?|[Ff]ile [Pp]icture"
    r"|Agencies|Archiv|Pool)"
)
_PHOTO = (
    r"(?:[Pp]hoto(?:s|graphs?|graphy|graphers?)?|PHOTO|[Ii]mages?|[Pp]ictures?|[Cc]redits?|[Cc]ourtesy|Foto|FOTO|Bild"
    r"|Fotos|Crédit(?: photo)?|Фото|Fotoğraf|صورة|تصوير|图|Screenshot|Screengrab)"
)
_CREDIT_TAIL_LENGTH = 200  # characters at a line's end in which a picture's credit stands
_CREDIT_SIGNS = ("/", "|", ")", "]", *"Photo PHOTO photo Image Getty Foto Фото Bild Credit Picture 图 صورة".split())
_IN_BRACKETS = (
    rf"(?:[^()\[\]]*\b{_PHOTO}\b[^()\[\]]*|[^()\[\]]*[^\W\d_a-z][^()\[\]]*[/|]\s?[^\W\d_a-z][^()\[\]]*"
    rf"|(?:[^()\[\]]*\b)?{_AGENCY}\b[^()\[\]]{{0,12}})"
)
# How a caption ends.
_CREDIT_TAIL = re.compile(
    # in brackets, as in (Name/Agency) and [Photo/Agencies]
    rf"(?:[(\[]{_IN_BRACKETS}[)\]]\.?(?:\s*\([^()]{{0,40}}\))?"
    # run on, as in REUTERS/Name and Name / Agency and Photograph: Name
    rf"|\b(?:REUTERS|AFP|AP|EPA|Reuters)\s?/\s?[^\W\d_][\w .'’-]{{2,40}}"
    rf"|/\s?(?:\w+ Photo via )?(?:{_AGENCY}|Agence France-?\s?[Pp]resse)(?: (?:Photo|Images|via \w+))?\.?"
    rf"|\b{_PHOTO}\s?[:/]\s?[^\W\d_][^.!?]{{2,80}}\.?"
    r"|\b(?:AP Photo|AFP PHOTO|Getty Images|Sputnik Photo)\b[^.!?]{0,60})$"
)
# How a caption begins.
_CAPTION_LEAD = re.compile(
    r"(?:©|\(c\)|Copyright)\s*[A-Z][\w. ]{1,30}/"
    rf"|(?:{_PHOTO}|Pictured|PICTURED|ABOVE|Above|LEFT|RIGHT)\s*:\s*\S"
    r"|(?:FILE|File|Files)(?: (?:[Pp]hoto|PHOTO|[Pp]icture))?\s*[-–—:]+\s"
    r"|(?:In this|This|An?)\s(?:[\w.,’'-]+ ){0,8}(?:photo|image|photograph|picture|frame grab|video grab|screenshot"
    r"|handout|illustration|combination)(?:\s(?:combo|illustration))?,?\s(?:taken|released|provided|made|from|shows?"
    r"|showing|obtained|supplied|posted|by|grab|combination|of)\b"
    r"|In this (?:[\w.,’'-]+ ){0,8}(?:file )?photo\b"
    r"|(?:Enlarge (?:this )?image|Image \d|Photo \d|Slide \d|[Tt]oggle caption|Play Video)\b"
    r"|(?:(?:Facebook|Twitter|Pinterest|WhatsApp|Email) ){2,}"
    r"|(?:From left|Left to right|L-R|\(L-R\)|Clockwise from)\b"
    # a place and a day in capitals before a colon, as a picture agency files it
    r"|[A-ZÀ-Þ .'-]{3,40}, [A-ZÀ-Þ .'-]{3,30} [-–—] (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV"
    r"|DEC)[A-Z]* \d{1,2}:"
    # "in the picture" in other languages
    r"|(?:Im Bild|Auf (?:dem|diesem) (?:Foto|Bild|Archivbild)|Das (?:Foto|Bild|Archivbild) zeigt|(?:Archiv"
    r"|Symbol)(?:bild|foto)"
    r"|Sur (?:la|cette) photo|(?:La|Cette) photo montre|Photo d['’](?:archives|illustration)|En (?:la"
    r"|esta) (?:imagen|foto)\b"
    r"|(?:Imagen|Foto) de archivo|На (?:фото|снимке|фотографии)|Архивное фото|في الصورة|صورة (?:أرشيفية|تعبيرية"
    r"|من الأرشيف)"
    r"|Fotoğrafta|Arşiv fotoğrafı|图为|资料图|图片说明|图:|图：)"
)
# "A road in Ellmouth. Pictured, the bridge": the second sentence says what the line is.
_PICTURED_WORD = re.compile(r"Pictured|picture|image|photo")
_PICTURED = re.compile(r"[.!?]['’\"”]?\s+(?:\(?Pictured|File picture|Stock (?:image|photo)|Archive (?:image|photo))\b")
_GALLERY = re.compile(r"Hide Caption|Caption \d+ of \d+")
_CREDIT_ONLY = re.compile(
    rf"\((?:[Cc]ourtesy|[Pp]hoto|[Ii]mage|[Vv]ideo|[Cc]redit|via)\b[^()]{{0,120}}\)"
    rf"|\([^().!?]{{2,90}}/[^().!?]{{2,60}}\)"
    rf"|{_AGENCY}(?:\s?[/|]\s?[\w .'’-]{{2,40}})+|[\w.'’-]+(?: [\w.'’-]+){{0,3}}\s?[/|]\s?{_AGENCY}(?: Images?)?"
    rf"|(?:(?:[A-Z][\w.&'-]*) ){{0,2}}(?:YouTube|Instagram|Facebook|Twitter|Getty Images|AP Photo)"
    rf"|[A-Z][\w.'’-]*(?: [\w.'’-]+){{1,3}}, {_AGENCY}(?:-\w+)?(?: Images?)?|(?:{_AGENCY} )?[Pp]hotos? (?:by|via"
    r"|courtesy of)"
    rf" [\w .,'’/-]{{3,60}}"
    rf"|{_PHOTO}s?|Image|Video|Slideshow(?: \(.*\))?|Gallery|[A-Z]{{2,5}} Video"
)
_DATED_VERB = re.compile(
    r"(?<!\bwill )(?<!\bto )(?<!\bwould )(?<!\bmay )\b(?:attends?|speaks?|poses?|walks?|arrives?"
    r"|stands?|sits?|waves?|holds?|shakes?|looks?|takes? (?:off|part)|listens?|gestures?|meets?"
    r"|delivers?|reacts?|gathers?|smiles?"
    r"|leaves?|addresses|hugs?|kisses|embraces?|greets?|rides?|drives?|runs?|salutes?|(?:is|are)"
    r" (?:seen|pictured|shown))\b"
)
_FULL_DATE = re.compile(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? \d{1,2}, \d{4}\b"
)
_HINT = re.compile(
    r"\b(?:pictured|(?:is|are) seen|seen here|photographed|snapped|file photo|screengrab|footage"
    r"|\(left\)|\(right\)|\(centre\)|\(center\)|\(L\)|\(R\)|\(C\)|looks on|poses?|posing"
    r"|courtesy)\b|\((?:left|right|centre|center|above|pictured|L|R|C-?[LR]?)\)",
    re.IGNORECASE,
)
# "Out and about: ..." but not "She tweeted: ..."
_COLON_LEAD = re.compile(
    r"(?![^:]*\b(?:said|says|saying|told|tweet\w*|wrote|writes|added|adds|read|reads|posted|asked"
    r"|replied|stated)\b)['‘\"“]?[A-Z][\w’'. -]{2,60}['’\"”]?: (?=(?:.*?\b[a-zß-ÿ]{2,}\b){4})"
)
_CREDIT_LEAD = re.compile(
    rf"(?:{_AGENCY}|[A-Z][a-z]+ News|[A-Z]{{3,}} [A-Z]{{3,}}|[A-Z][a-z]+ - Contributor|\w+ / @\w+)\s+\S"
)
_SPEAKER_END = re.compile(r"\b(?:according to|said|says|told|added)\b[^.!?]{0,90}$")
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|we|We|my|me|our|y['’]all)\b")
_QUOTED = re.compile(r"[\"“«„][^\"”»“]{0,400}[\"”»“]")
_SENTENCE_BREAK = re.compile(r"[.!?…][\"”’']?\s+(?=[\"“‘']?[^\W\d_a-z])")
# A small letter, a list's mark, a speaker's initials in an interview, capitals throughout or a speaker and a colon
# begin no caption; nor does one end in "and" or "or".
_NO_CAPTION = re.compile(
    (
        r"\||[\"“«„][^\"”»“]*[\"”»“]$|[a-zа-я]|[(\[]?(?:[a-z]|[ivx]+|\d{1,2})[).]\s|[•*·–—-]|[A-Z]{1,3}: |[^a-zа-я]*$"
        r"|[^:]{2,60}\b(?:said|says|tweeted|wrote|added|posted|asked|replied): |.*(?:\b(?:and|or|und|oder"
        r"|и)|;)$"
    ),
    re.DOTALL,
)
_WORD = re.compile(r"\w+")
_TWEET = re.compile(r"\(@\w{1,20}\)|pic\.twitter\.com|https?://t\.co/")


def _grams(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return list(zip(*(words[shift:] for shift in range(_GRAM)), strict=False))


class _Repeats:
    """Which 4-word sequences of a text stand in it more than once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._counts: Counter[tuple[str, ...]] | None = None  # counted when first asked for

    def share(self, piece: Piece) -> float:
        """Share of the piece's sequences that stand elsewhere too; 0.0 for a piece of fewer than four words."""
        if self._counts is None:
            self._counts = Counter(_grams(self._text[:_MOST_REPEATED_CHARACTERS]))
        grams = _grams(self._text[piece.start : piece.end])
        return sum(self._counts[gram] > 1 for gram in grams) / len(grams) if grams else 0.0


def _is_described_picture(line: str) -> bool:
    """Whether the line's first sentence is told in the present and dated to the day, as agencies write captions."""
    if _FULL_DATE.search(line) is None:
        return False
    first = _SENTENCE_BREAK.split(line, 1)[0]
    date = _FULL_DATE.search(first)
    return (
        date is not None
        and date.end() >= len(first) - 3
        and _DATED_VERB.search(first) is not None
        and '"' not in first
        and "“" not in first
    )


def _is_strong(line: str) -> bool:
    """Whether the line's own shape says that it is a caption."""
    if len(line) > _LONGEST_CAPTION:
        return False
    tail = line[-_CREDIT_TAIL_LENGTH:]
    return (
        (any(sign in tail for sign in _CREDIT_SIGNS) and _CREDIT_TAIL.search(tail) is not None)
        or _CAPTION_LEAD.match(line) is not None
        or (_PICTURED_WORD.search(line) is not None and _PICTURED.search(line) is not None)
        or _GALLERY.search(tail) is not None
        or (len(line) <= _LONGEST_UNCLOSED and _is_described_picture(line))
    )


def _is_credit_lead(line: str) -> bool:
    """Whether the line is a picture's credit behind its own word: "Foto: Ann Arbour"; a longer one is a caption."""
    return line[-1] not in ".!?。" and is_photo_lead(line) and len(line.split()) <= _MOST_CREDIT_WORDS


def is_picture_line(line: str) -> bool:
    """Whether the line's own shape says that it is a caption or a picture's credit."""
    if len(line) <= _LONGEST_CREDIT and (_CREDIT_ONLY.fullmatch(line) is not None or _is_credit_lead(line)):
        return True
    return _is_strong(line)


def _is_weak(text: str, piece: Piece, repeats: _Repeats, *, beside_caption: bool, standfirst: bool) -> bool:
    """Whether an unclosed line among closed paragraphs is a caption; one that may be a standfirst needs a hint."""
    line = text[piece.start : piece.end]
    if not _SHORTEST_UNCLOSED <= len(line) <= _LONGEST_UNCLOSED or _NO_CAPTION.match(line) or _TWEET.search(line):
        return False
    if _HINT.search(line) or _COLON_LEAD.match(line) or _CREDIT_LEAD.match(line) or _is_described_picture(line):
        return True
    if repeats.share(piece) >= _REPEATED_SHARE:
        return True
    if (
        standfirst
        or _FIRST_PERSON.search(_QUOTED.sub("", line))
        or _SPEAKER_END.search(line)
        or _SENTENCE_BREAK.search(line)
    ):
        return False
    return len(line) >= _SURE_UNCLOSED or beside_caption


def _cut_credit(text: str, piece: Piece) -> list[Piece]:
    """A caption and, where it ends with one in brackets, its credit."""
    if text[piece.end - 1] not in ")]":
        return [piece]
    bracket = max(text.rfind("(", piece.start, piece.end), text.rfind("[", piece.start, piece.end))
    if bracket <= piece.start or _CREDIT_TAIL.match(text[bracket : piece.end]) is None:
        return [piece]
    return split_piece(text, piece, bracket, SegmentLabel.CAPTION, SegmentLabel.PHOTO_CREDIT)


def _are_paragraphs_closed(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether this text's paragraphs end in full stops, so that a line without one means something."""
    long = [piece for piece in pieces if piece.label is None and piece.length >= _SURE_UNCLOSED]
    closed = sum(is_terminated(text, piece) for piece in long)
    return closed >= 2 and closed >= _CLOSED_SHARE * len(long)


def _without_lists(text: str, pieces: Sequence[Piece], places: Sequence[int]) -> list[int]:
    """The places but for those in a row of many unclosed lines of one shape: dates and towns, rows of a table."""
    kept: list[int] = []
    row: list[int] = []
    shape = ""
    for place in [*places, -1]:
        line = text[pieces[place].start : pieces[place].end] if place >= 0 else ""
        own = "" if place < 0 or is_terminated(text, pieces[place]) else _LIST_SIGNS.sub("", line)
        if row and (own != shape or not own or place != row[-1] + 1):
            kept += row if len(row) < _LIST_LINES else []
            row = []
        if place >= 0 and own:
            row.append(place)
        elif place >= 0:
            kept.append(place)
        shape = own
    return kept


def _label_unclosed(text: str, pieces: Sequence[Piece], places: Sequence[int]) -> None:
    """Label the captions among the unclosed lines at `places`, in a text whose paragraphs are closed."""
    repeats = _Repeats(text)
    prose = first_prose(text, pieces)
    places = _without_lists(text, pieces, places)
    opening = [place for place in places if place < prose and not is_terminated(text, pieces[place])]
    for _ in range(2):  # a caption beside one that stands further down is found the second time
        for place in places:
            piece = pieces[place]
            if piece.label is not None or is_terminated(text, piece):
                continue
            if place == len(pieces) - 1 and piece.length > 2 * _SURE_UNCLOSED:  # the text was cut off here
                continue
            near = [pieces[other].label for other in (place - 1, place + 1) if 0 <= other < len(pieces)]
            beside = SegmentLabel.CAPTION in near or SegmentLabel.PHOTO_CREDIT in near
            standfirst = place in opening and len(opening) <= _MOST_STANDFIRSTS
            if _is_weak(text, piece, repeats, beside_caption=beside, standfirst=standfirst):
                piece.label = SegmentLabel.CAPTION


def label_captions(text: str, pieces: Sequence[Piece], *, by_shape: bool = True) -> list[Piece]:
    """The pieces with captions and picture credits labelled, a caption's credit in brackets cut off.

    By shape first; then a line that is printed twice in a row; then, where the paragraphs are closed by full stops, a
    line that is not: a caption if it repeats the text, or has a caption's words, or is one long enough sentence. The
    last two only `by_shape`, that is in plain text.
    """
    closed = by_shape and _are_paragraphs_closed(text, pieces)
    unlabelled = [place for place, piece in enumerate(pieces) if piece.label is None and not piece.prose]
    lines = {
        place: text[pieces[place].start : min(pieces[place].end, pieces[place].start + 2000)] for place in unlabelled
    }
    for place in unlabelled:
        line = lines[place]
        if len(line) <= _LONGEST_CREDIT and (_CREDIT_ONLY.fullmatch(line) or _is_credit_lead(line)):
            pieces[place].label = SegmentLabel.PHOTO_CREDIT
        elif _is_strong(line):
            pieces[place].label = SegmentLabel.CAPTION
        elif by_shape and len(line) >= _SHORTEST_UNCLOSED and line == lines.get(place + 1):
            pieces[place].label = pieces[place + 1].label = SegmentLabel.CAPTION
    if closed:
        _label_unclosed(text, pieces, [place for place in unlabelled if pieces[place].label is None])
    return [
        part
        for piece in pieces
        for part in (_cut_credit(text, piece) if piece.label is SegmentLabel.CAPTION else [piece])
    ]
