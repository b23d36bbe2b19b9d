"""PDF with a text layer: one document a file."""

from __future__ import annotations

import hashlib
import io
import logging
import re
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from firsthand.errors import InputError
from firsthand.model import RawDocument, Rejection, Source
from firsthand.sources.articles import file_stem
from firsthand.sources.decoding import mend_text
from firsthand.sources.files import FoundFile, plain_name, read_whole
from firsthand.sources.limits import SourceLimits
from firsthand.sources.paragraphs import PrintedLine, join_lines, plain_letters
from firsthand.sources.refusals import make_rejection
from firsthand.sources.rows import check_lines

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["read_pdf"]

_MAX_STREAM_BYTES = 8_000_000  # of one page or font, unpacked
_MAX_STREAM_PARTS = 300_000  # numbers, names and operators of one page; a full newspaper page has 100,000
_MAX_OPERATORS = 2_000_000  # of all pages
_MAX_FORMS = 500  # drawn in one document, each of which is read as a page is
_MIN_LETTERS = 20  # of a document, and half as many a page: scans have a stamp or a page number at most
_MAX_UNKNOWN_SHARE = 0.2  # of the characters
_TITLE_WITHIN = 3_000  # characters
_MAX_TITLE = 300
_UNKNOWN = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
# What browsers print at the head and foot of each page: the time with the title, the address with the page.
_PRINTED_HEAD = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?: ?[AP]M)?\b.{0,400}", re.IGNORECASE)
_PRINTED_FOOT = re.compile(r"(?P<address>[a-z]{4,5}://\S{1,2000}) \d{1,4}(?:/| of )\d{1,4}", re.IGNORECASE)
_ENDING_MARKS = tuple(".،؛؟!:")  # what ends sentences in scripts that are written from right to left
# What pypdf raises for a broken file beyond its own errors, as its documentation warns: objects of another type than
# should stand there, numbers beyond sense, broken compression.
_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RecursionError,
    NotImplementedError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def read_pdf(stream: io.BufferedReader, found: FoundFile, limits: SourceLimits) -> Iterator[RawDocument | Rejection]:
    """The one document that a PDF is, and the pages of it that cannot be read.

    Its text is the text layer with the lines of a paragraph joined (`firsthand.sources.paragraphs`). A PDF says when
    it was made, which is not when the article was published, and that is left out. Its title is taken where it stands
    in the text too: programs fill it with file names. The address that a browser printed at the foot is taken.

    Raises:
        InputError: It is too large, broken, encrypted, has too many pages, or no text layer.
    """
    raw = read_whole(stream, limits.max_pdf_bytes, "max_pdf_bytes")
    lines, title, faults = _Extraction(limits).extract(raw)
    path = plain_name(found.path)
    for number, error in faults:
        yield make_rejection(f"{path}:{number}", error)
    lines = [line._replace(text=plain_letters(line.text)) for line in lines]
    text = mend_text(join_lines([line for line in lines if not _is_printed(line.text)]))
    _check_text(text, max(1, len({line.page for line in lines})))
    _check_order(lines)
    check_lines(text, limits)
    yield RawDocument(
        article=file_stem(found),
        fallback_id=plain_name(found.below),
        text=text,
        url=_printed_address(lines),
        title=_plausible_title(title, text),
        source=Source(path=path, sha256=hashlib.sha256(raw).hexdigest(), bytes_kept=len(raw)),
        media="pdf",
        original=raw,
    )


def _printed_address(lines: list[PrintedLine]) -> str | None:
    """The address at the foot of the pages; browsers shorten long ones."""
    feet = (match["address"] for line in lines if (match := _PRINTED_FOOT.fullmatch(line.text)))
    return next((foot for foot in feet if foot.lower().startswith("http") and not foot.endswith(("…", "..."))), None)


def _check_order(lines: list[PrintedLine]) -> None:
    """See that lines written from right to left are: where the words come reversed, so does the mark that ends them."""
    text = "".join(line.text for line in lines)
    letters = sum(map(str.isalpha, text))
    if sum(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text) * 2 < letters:
        return
    begun = sum(line.text.startswith(_ENDING_MARKS) for line in lines)
    if begun > sum(line.text.endswith(_ENDING_MARKS) for line in lines):
        raise InputError("the words of the PDF come out in the wrong order.", "Add the page itself, or its text.")


def _is_printed(text: str) -> bool:
    return bool(_PRINTED_HEAD.fullmatch(text) or _PRINTED_FOOT.fullmatch(text))


def _check_text(text: str, pages: int) -> None:
    letters = sum(map(str.isalpha, text))
    if letters < max(_MIN_LETTERS, pages * _MIN_LETTERS // 2):
        raise InputError("the PDF has no text layer: it is scanned, or a picture.", "Run an OCR program over it first.")
    if len(_UNKNOWN.findall(text)) > len(text) * _MAX_UNKNOWN_SHARE:
        raise InputError(
            "the fonts of the PDF do not say which letters they show.", "Run an OCR program over it, or save the page."
        )


def _plausible_title(title: str, text: str) -> str | None:
    name = " ".join(mend_text(title).split())[:_MAX_TITLE]
    return name if len(name) > 3 and _letters(name) in _letters(text[:_TITLE_WITHIN]) else None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


class _Extraction:
    """The lines of one PDF; what may be spent on it is counted."""

    def __init__(self, limits: SourceLimits) -> None:
        self._limits = limits
        self._bytes = self._operators = self._forms = 0

    def extract(self, raw: bytes) -> tuple[list[PrintedLine], str, list[tuple[int, InputError]]]:
        """The lines of all pages, the title, and the pages that cannot be read.

        Raises:
            InputError: None of it can be read.
        """
        from pypdf import apply_configuration
        from pypdf.errors import DependencyError, PyPdfError

        # What it says of faults in the file is for those who mend the file.
        logging.getLogger("pypdf").setLevel(logging.CRITICAL)
        faults: list[tuple[int, InputError]] = []
        lines: list[PrintedLine] = []
        with apply_configuration(
            maximum_declared_stream_length=self._limits.max_pdf_bytes,
            array_based_stream_maximum_output_length=_MAX_STREAM_BYTES,
            zlib_maximum_output_length=_MAX_STREAM_BYTES,
            lzw_maximum_output_length=_MAX_STREAM_BYTES,
            run_length_maximum_output_length=_MAX_STREAM_BYTES,
            stream_parsing_work_maximum_count=_MAX_STREAM_PARTS,
            page_tree_maximum_entries=20 * self._limits.max_pdf_pages,
            page_tree_maximum_page_entries=100 * self._limits.max_pdf_pages,
            xform_maximum_invocations_per_extraction=_MAX_FORMS,
            jbig2dec_binary=None,  # no other program is run
        ):
            try:
                reader = self._open(raw)
                title = _title_of(reader)
                pages = list(reader.pages)
            except (PyPdfError, DependencyError, *_FAULTS) as error:
                raise _broken(error) from error
            for number, page in enumerate(pages, start=1):
                try:
                    lines += self._read_page(page, number)
                except (PyPdfError, DependencyError, *_FAULTS) as error:
                    faults.append((number, _broken(error, "page")))
        if len(faults) == len(pages):
            raise faults[0][1] if faults else InputError("the PDF has no pages.", "Fetch it again.")
        return lines, title, faults

    def _open(self, raw: bytes) -> PdfReader:
        from pypdf import PasswordType, PdfReader

        reader = PdfReader(io.BytesIO(raw))
        # Many are encrypted without a password for reading, only against changes.
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise InputError("the PDF is encrypted.", "Open it with its password, and print it to a new PDF.")
        count = len(reader.pages)
        if count > self._limits.max_pdf_pages:
            raise InputError(
                f"the PDF has {count:,} pages, more than {self._limits.max_pdf_pages:,}.",
                "Split it into articles, or raise `sources.max_pdf_pages`.",
            )
        return reader

    def _read_page(self, page: PageObject, number: int) -> list[PrintedLine]:
        contents = page.get_contents()
        self._bytes += len(contents.get_data()) if contents is not None else 0
        if self._bytes > self._limits.max_pdf_content_bytes:
            raise InputError(
                f"what draws its pages is larger than {self._limits.max_pdf_content_bytes:,} bytes.",
                "Split it into articles, or raise `sources.max_pdf_content_bytes`.",
            )
        drawn = _DrawnLines(number)
        page.extract_text(visitor_operand_before=self._count, visitor_text=drawn.add)
        self._check_steps()  # once more: the library goes on after what is raised within a form
        return drawn.finish()

    def _count(self, operator: bytes, *_: Any) -> None:
        self._operators += 1
        self._forms += operator == b"Do"
        self._check_steps()

    def _check_steps(self) -> None:
        if self._operators > _MAX_OPERATORS or self._forms > _MAX_FORMS:
            raise InputError("the PDF takes too many steps to draw.", "Print it to a new PDF, page by page.")


def _title_of(reader: PdfReader) -> str:
    """The title that the file gives, empty where it gives none that can be read."""
    try:
        title = reader.metadata.title if reader.metadata else None
    except _FAULTS:
        return ""
    return title if isinstance(title, str) else ""


class _DrawnLines:
    """The lines of a page, put together from the pieces in which they are drawn."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._text: list[str] = []
        self._place: tuple[float, float, float] | None = None
        self._left, self._longest = 0.0, 0
        self._lines: list[PrintedLine] = []

    def add(self, text: str, transform: Any, matrix: Any, font: Any, size: Any) -> None:
        """Take the next piece as pypdf hands it over: its line ends are the page's; the matrices say where it is."""
        del font
        left = matrix[4] * transform[0] + matrix[5] * transform[2] + transform[4]
        base = matrix[4] * transform[1] + matrix[5] * transform[3] + transform[5]
        scale = abs(matrix[3] * transform[3] + matrix[1] * transform[2]) or 1.0
        pieces = text.split("\n")
        for place, piece in enumerate(pieces):
            if place:
                self._end_line()
            self._text.append(piece)
            words = len(piece.strip())
            if self._place is None and words:
                self._left = float(left)
            if words > self._longest:  # a bullet or a raised letter does not say where the line stands
                self._longest = words
                self._place = self._left, float(base), abs(float(size) * float(scale)) or 1.0

    def _end_line(self) -> None:
        if self._place is not None:
            self._lines.append(PrintedLine("".join(self._text), *self._place, self._page))
        self._text, self._place, self._longest = [], None, 0

    def finish(self) -> list[PrintedLine]:
        """All lines of the page."""
        self._end_line()
        return self._lines


def _broken(error: Exception, part: str = "PDF") -> InputError:
    from pypdf.errors import DependencyError, FileNotDecryptedError

    if isinstance(error, DependencyError | FileNotDecryptedError):
        return InputError("the PDF is encrypted.", "Open it, and print it to a new PDF.")
    said = " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__
    return InputError(f"the {part} is broken: {said}.", "Print it to a new PDF, or add the text.")
