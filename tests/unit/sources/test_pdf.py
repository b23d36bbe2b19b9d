from __future__ import annotations

import io
import zlib

import pytest

from firsthand.model import RawDocument, Rejection
from firsthand.sources import SourceLimits, read_inputs
from firsthand.sources.paragraphs import PrintedLine, join_lines

LINES = [
    "The ferry Morning Tide left Harwick Quay at dawn on Tues-",
    "day with forty people aboard and lost power two miles out,",
    "the harbour office said on Tuesday.",
    "Nobody was hurt in the accident, the harbour office added,",
    "and the reef was missed by a mile.",
]
PARAGRAPHS = (
    f"{LINES[0][:-1]}{LINES[1]} {LINES[2]}",
    f"{LINES[3]} {LINES[4]}",
)


def drawn(lines, top=700):
    shown = b"".join(b"(%s) Tj T*\n" % line.encode("cp1252").translate(None, b"()\\") for line in lines)
    return b"BT /F1 10 Tf 12 TL 50 %d Td\n%sET" % (top, shown)


def made(*pages, info=b"", resources=b"", is_packed=False):
    """A PDF with a catalogue, a font, and for each page its content."""
    kids = b" ".join(b"%d 0 R" % (5 + 2 * place) for place in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< %s >>" % info,
    ]
    for place, page in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> %s >> "
            b"/Contents %d 0 R >>" % (resources, 6 + 2 * place)
        )
        content, packing = (zlib.compress(page), b"/Filter /FlateDecode") if is_packed else (page, b"")
        objects.append(b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), packing, content))
    file, places = io.BytesIO(), []
    file.write(b"%PDF-1.4\n")
    for number, held in enumerate(objects, start=1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, held))
    start, size = file.tell(), len(objects) + 1
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    file.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    file.write(b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start))
    return file.getvalue()


@pytest.fixture
def read(tmp_path):
    def read_pdf(raw, **limits):
        path = tmp_path / "paper.pdf"
        path.write_bytes(raw)
        results = list(read_inputs([str(path)], SourceLimits(**limits)))
        documents = [one for one in results if isinstance(one, RawDocument)]
        return documents, {one.input[len(str(path)) :]: one.reason for one in results if isinstance(one, Rejection)}

    return read_pdf


def test_text_layer_in_paragraphs(read):
    raw = made(drawn(LINES), info=b"/Title (untitled-3.docx) /CreationDate (D:20310304050607Z)")
    (document,), rejections = read(raw)
    assert not rejections
    assert document.text == "\n".join(PARAGRAPHS)
    assert (document.article, document.media, document.line) == ("paper", "pdf", None)
    assert document.original == raw
    assert document.title is None
    assert document.published is None
    assert document.source.captured is None


def test_title_that_stands_in_the_text(read):
    (document,), _ = read(made(drawn(LINES), info=b"/Title (The ferry Morning Tide)"))
    assert document.title == "The ferry Morning Tide"


def test_a_sentence_goes_on_over_the_page(read):
    head, foot = "Harwick Gazette, 4 March 2031", "Page %d of 3"
    pages = [
        drawn([head, *lines, foot % number])
        for number, lines in enumerate([LINES[:2], LINES[2:4], [*LINES[4:], "A last paragraph stands here."]], 1)
    ]
    (document,), _ = read(made(*pages))
    assert document.text.split("\n")[:2] == list(PARAGRAPHS)
    assert "Page" not in document.text
    assert "Gazette" not in document.text


def test_address_that_a_browser_printed(read):
    lines = [
        "3/4/31, 8:05 AM Ferry drifts",
        *LINES,
        "https://harwick.example/2031/ferry 1/1",
        "https://other.example/not-at-the-foot",
    ]
    (document,), _ = read(made(drawn(lines)))
    assert document.url == "https://harwick.example/2031/ferry"
    assert "8:05" not in document.text
    assert "1/1" not in document.text


def test_scans_are_told(read):
    assert "OCR" in read(made(b"q 1 0 0 1 0 0 cm Q"))[1][""]
    assert "OCR" in read(made(drawn(["7"]), drawn(["8"])))[1][""]


def test_encrypted(read, tmp_path):
    from pypdf import PdfReader, PdfWriter

    for password, is_read in (("secret", False), ("", True)):
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made(drawn(LINES)))))
        writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
        writer.write(tmp_path / "locked.pdf")
        documents, rejections = read((tmp_path / "locked.pdf").read_bytes())
        assert bool(documents) is is_read
        assert is_read or "encrypted" in rejections[""]


def test_one_broken_page_is_named(read):
    documents, rejections = read(made(drawn(LINES), b"[[" * 300_000, drawn(["More words of a text."])))
    assert documents[0].text.endswith("More words of a text.")
    assert list(rejections) == [":2"]


def test_sizes_are_bounded(read):
    assert "max_pdf_bytes" in read(made(drawn(LINES)), max_pdf_bytes=100)[1][""]
    assert "3 pages, more than 2" in read(made(*[drawn(LINES)] * 3), max_pdf_pages=2)[1][""]
    assert "max_pdf_content_bytes" in read(made(*[drawn(LINES)] * 3), max_pdf_content_bytes=500)[1][""]


@pytest.mark.parametrize(
    "raw",
    [
        made(bytes(50_000_000), is_packed=True),
        made(b"1 " * 2_000_000, is_packed=True),
        made(b"[" * 500_000, is_packed=True),
        made(b"<<" * 500_000, is_packed=True),
        made(b"(" * 500_000, is_packed=True),
        made(b"BI ID " * 100_000, is_packed=True),
        made(b"/X Do " * 50_000, resources=b"/XObject << /X 6 0 R >>"),
        made(drawn(LINES)).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"),
        made(drawn(LINES)).replace(b"/Contents 6 0 R", b"/Contents 5 0 R"),
        made(drawn(LINES), b"1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange").replace(
            b"/Encoding /WinAnsiEncoding", b"/Encoding /Identity-H /ToUnicode 8 0 R"
        ),
        made(drawn(LINES))[:400],
        b"%PDF-1.4\n" + b"1 0 obj\n" * 50_000,
        b"%PDF-1.4\n" + b"startxref\n" * 50_000,
        b"%PDF-1.4\n" + b"[" * 100_000 + b"\nstartxref\n9\n%%EOF",
    ],
    ids=range(14),
)
def test_hostile_files_end_with_a_reason(read, raw):
    documents, rejections = read(raw)
    assert not documents
    assert rejections


# --- lines into paragraphs -------------------------------------------------------------------------------------


def printed(*rows, page=1):
    """Lines from (text, left, base) or (text, left, base, size)."""
    return [PrintedLine(row[0], row[1], row[2], row[3] if len(row) > 3 else 10.0, page) for row in rows]


def test_a_wider_gap_begins_a_paragraph():
    bases = [700, 688, 676, 664, 640, 628, 616]
    lines = printed(*((f"This line number {base} runs on without an end", 50, base) for base in bases))
    assert [len(paragraph.split("This")) - 1 for paragraph in join_lines(lines).split("\n")] == [4, 3]


def test_a_line_that_is_set_in_begins_a_paragraph():
    text = "A line of the text that fills the measure, as it does."
    lines = printed(*((text, 62 if place in {0, 3} else 50, 700 - 12 * place) for place in range(6)))
    assert join_lines(lines).count("\n") == 1


def test_other_sizes_and_bullets_stand_alone():
    lines = printed(
        ("A headline in large letters", 50, 700, 24.0),
        ("that goes on", 50, 672, 24.0),
        ("Words of the text that follow it at some length", 50, 640),
        ("• one thing", 50, 628),
        ("• another thing", 50, 616),
    )
    assert join_lines(lines).split("\n") == [
        "A headline in large letters that goes on",
        "Words of the text that follow it at some length",
        "• one thing",
        "• another thing",
    ]


def test_the_next_column_goes_on():
    text = "a line of the column that fills the measure"
    left = [(text, 50, 700 - 12 * place) for place in range(5)]
    right = [(text, 300, 700 - 12 * place) for place in range(5)]
    assert "\n" not in join_lines(printed(*left, *right))


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["We met the re-", "porters, and the reporters left."], "We met the reporters, and the reporters left."),
        (["It is a well-", "known reef, well-known for storms."], "It is a well-known reef, well-known for storms."),
        (["Off the Stennet-", "Harwick road."], "Off the Stennet-Harwick road."),
        (["Soft re\u00ad", "porters came."], "Soft reporters came."),
        (["It is a well-", "known reef of long standing."], "It is a well-known reef of long standing."),
    ],
)
def test_divided_words(lines, joined):
    assert join_lines(printed(*((text, 50, 700 - 12 * place) for place, text in enumerate(lines)))) == joined


def test_letters_by_their_shapes_become_plain():
    assert join_lines(printed(("The ﬁre oﬃce, ﺟﻨﻮح", 50, 700))) == "The fire office, جنوح"


def test_a_large_first_letter_is_put_back():
    lines = printed(("T", 50, 690, 36.0), ("he ferry left the quay at dawn and", 80, 700), ("drifted.", 80, 688))
    assert join_lines(lines) == "The ferry left the quay at dawn and drifted."


def test_no_lines_give_no_text():
    assert join_lines([]) == ""
