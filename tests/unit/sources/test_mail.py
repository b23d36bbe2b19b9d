from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest

from firsthand.model import RawDocument, Rejection
from firsthand.sources import SourceLimits, read_inputs

WORDS = "The harbour bridge opened on Tuesday after nine months of repairs, the council said. "


def mail(subject="Bridge opens", sender="The Harbour Courier <news@courier.example>", text=None, html=None):
    message = EmailMessage()
    message["Received"] = "from mx.example by mail.example; Tue, 5 Mar 2024 07:00:01 +0000"
    message["From"] = sender
    message["To"] = "desk@paper.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 05 Mar 2024 08:00:00 +0100"
    message["MIME-Version"] = "1.0"
    if text is not None:
        message.set_content(text)
    if html is not None:
        if text is None:
            message.set_content(html, subtype="html")
        else:
            message.add_alternative(html, subtype="html")
    return message


def read(tmp_path, raw, name="letter.eml", **limits):
    path = tmp_path / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.as_bytes())
    results = list(read_inputs([str(path)], SourceLimits(**limits)))
    documents = [one for one in results if isinstance(one, RawDocument)]
    return documents, {one.input.removeprefix(str(path)): one.reason for one in results if isinstance(one, Rejection)}


def test_a_newsletter(tmp_path):
    html = f"<html><style>{'p{} ' * 999}</style><body><p>{WORDS}Größe</p></body></html>\n"
    message = mail(subject="Brücke: „offen“", text=WORDS + "Größe", html=html)
    message["Archived-At"] = "<https://courier.example/letters/9>"
    (document,), rejections = read(tmp_path, message)
    assert not rejections
    assert document.html == html
    assert document.title == "Brücke: „offen“"
    assert (document.outlet, document.byline) == ("The Harbour Courier", None)
    assert document.published == "2024-03-05T08:00:00+01:00"
    assert document.url == "https://courier.example/letters/9"
    assert (document.article, document.media, document.kind, document.line) == ("letter", "mail", "article", None)
    assert document.source.captured is None


def test_plain_text_where_the_page_is_a_stub(tmp_path):
    (document,), _ = read(tmp_path, mail(text=WORDS, html="<p>Your program cannot show this.</p>"))
    assert document.html is None
    assert document.text.strip() == WORDS.strip()


def test_a_page_alone_and_a_text_alone(tmp_path):
    assert read(tmp_path, mail(html="<p>Words.</p>"))[0][0].html.strip() == "<p>Words.</p>"
    assert read(tmp_path, mail(text="Words."))[0][0].text.strip() == "Words."


@pytest.mark.parametrize(
    ("sender", "outlet", "byline"),
    [
        ("Anna Berg <anna.berg@council.example>", None, "Anna Berg"),
        ("Anna Berg <aberg@council.example>", None, "Anna Berg"),
        ("Anna Berg <a.berg2@council.example>", None, "Anna Berg"),
        ('"=?utf-8?q?Stra=C3=9Fenblatt?=" <redaktion@blatt.example>', "Straßenblatt", None),
        ("Harbour Courier <courier@harbourcourier.example>", "Harbour Courier", None),
        ("Port Authority <no-reply@sender.example>", "Port Authority", None),
        ("Anna Berg <x77@post.example>", None, None),
        ("news@courier.example (Harbour Courier)", "Harbour Courier", None),
        ("news@courier.example", None, None),
        ("<>", None, None),
        ("", None, None),
    ],
)
def test_who_the_sender_is(tmp_path, sender, outlet, byline):
    raw = f"From: {sender}\nMessage-ID: <1@x>\nMIME-Version: 1.0\nSubject: x\n\nWords of a text.\n".encode()
    (document,), _ = read(tmp_path, raw)
    assert (document.outlet, document.byline) == (outlet, byline)


@pytest.mark.parametrize(
    "subject", ["Fwd: Bridge opens", "WG: AW: Bridge opens", "Re: Fw: Bridge opens", "转发：Bridge opens"]
)
def test_headers_of_a_forwarded_mail_are_the_readers(tmp_path, subject):
    (document,), _ = read(tmp_path, mail(subject=subject, text=WORDS))
    assert document.title == "Bridge opens"
    assert (document.outlet, document.byline, document.published) == (None, None, None)
    assert document.source.captured == "2024-03-05T08:00:00+01:00"


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("Tue, 5 Mar 2024 08:00:00 -0530", "2024-03-05T08:00:00-05:30"),
        ("5 Mar 2024 08:00 GMT", "2024-03-05T08:00:00+00:00"),
        ("Tue, 5 Mar 2024 08:00:00 -0000", "2024-03-05T08:00:00+00:00"),
        ("yesterday", "yesterday"),
        ("Tue, 99 Mar 2024 08:00:00 +0000", "Tue, 99 Mar 2024 08:00:00 +0000"),
        ("1 Jan 99999999999999999999 00:00 +99999999999", "1 Jan 99999999999999999999 00:00 +99999999999"),
    ],
)
def test_dates_keep_their_offset(tmp_path, date, published):
    raw = f"From: a@b.example\nMessage-ID: <1@x>\nMIME-Version: 1.0\nDate: {date}\n\nWords of a text.\n".encode()
    assert read(tmp_path, raw)[0][0].published == published


def test_attached_files_and_mails_are_documents_of_their_own(tmp_path):
    inner = mail(subject="The first report", sender="Anna Berg <anna.berg@paper.example>", text="Inner words.")
    message = mail(subject="Fwd: see below", text="See below.")
    message.add_attachment(b"<html><p>Attached page.</p></html>", "text", "html", filename="page.html")
    message.add_attachment("Attached words.", filename="notes.txt")
    message.add_attachment(b"\x89PNG\r\n\x1a\n" * 9, "image", "png", filename="p.png")
    message.add_attachment("BEGIN:VCARD", subtype="vcard", filename="a.vcf")
    message.add_attachment(bytes(range(256)), "application", "octet-stream", filename="x.bin")
    message.add_attachment(inner)
    documents, rejections = read(tmp_path, message)
    assert not rejections
    assert [(one.text or one.html).strip() for one in documents] == [
        "See below.", "<html><p>Attached page.</p></html>", "Attached words.", "Inner words.",
    ]  # fmt: skip
    assert [one.line for one in documents] == [None, 2, 3, 7]
    assert len({one.article for one in documents}) == 4
    assert (documents[3].title, documents[3].byline) == ("The first report", "Anna Berg")
    assert documents[3].published == "2024-03-05T08:00:00+01:00"
    assert documents[1].source.captured == "2024-03-05T08:00:00+01:00"


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        ("utf-8", "Größe".encode()),
        ("iso-8859-1", "Größe".encode("latin-1")),
        ("iso-8859-1", "Größe".encode()),
        ("us-ascii", "Größe".encode("cp1252")),
        ("nonsense", "Größe".encode("cp1252")),
        ("idna", "Größe".encode("cp1252")),
    ],
)
def test_charsets_right_wrong_and_unknown(tmp_path, charset, raw):
    head = f"From: a@b.example\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n"
    packed = base64.encodebytes(b"Die " + raw + b" der Stadt. " + WORDS.encode())
    (document,), _ = read(tmp_path, head.encode() + b"Content-Transfer-Encoding: base64\n\n" + packed)
    assert document.text.startswith("Die Größe der Stadt.")


def test_headers_in_raw_letters_and_broken_encoded_words(tmp_path):
    raw = "From: Straßenblatt <news@blatt.example>\nMessage-ID: <1>\nMIME-Version: 1\n"
    raw += "Subject: Größe =?x?q?y?= =?utf-8?b?="
    (document,), _ = read(tmp_path, raw.encode() + b"\n\nWords of a text.\n")
    assert document.outlet == "Straßenblatt"
    assert document.title.startswith("Größe")


def test_ten_thousand_parts(tmp_path):
    raw = b'From: a@b.example\nMessage-ID: <1>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n'
    raw += b"--x\nContent-Type: text/plain\n\nWords of a text.\n" * 10_000 + b"--x--\n"
    (document,), rejections = read(tmp_path, raw)
    assert document.text.strip() == "Words of a text."
    assert "more than 2,000 parts" in rejections[""]


@pytest.mark.parametrize("kind", ["multipart", "message"])
def test_nested_deeply(tmp_path, kind):
    head = b"From: a@b.example\nMessage-ID: <1>\nMIME-Version: 1.0\n"
    raw = b"\nWords of a text.\n"
    for depth in range(500):
        if kind == "multipart":
            raw = f'Content-Type: multipart/mixed; boundary="b{depth}x"\n\n--b{depth}x\n'.encode() + raw
        else:
            raw = b"Content-Type: message/rfc822\n\n" + raw
    documents, rejections = read(tmp_path, head + raw)
    assert not documents
    assert len(rejections) == 1


def test_hostile_headers(tmp_path):
    head = b"From: a@b.example\nMessage-ID: <1>\nMIME-Version: 1.0\n"
    nested, mixed = b"(" * 900 + b"<", b"x/y; name*=a'b'c; name*0=b; name*x=1; boundary*0*=idna'x'%ff; boundary*=q"
    for name in ("Subject", "From", "Date", "Content-Type", "Content-Disposition"):
        for value in (
            b'"' * 60_000,
            b"a;" * 30_000,
            b"=?" * 30_000,
            b"(" * 60_000,
            b"\x00\xff" * 30_000,
            nested,
            mixed,
            b"=?utf-8\xff?b?YQ==?=",
        ):
            documents, rejections = read(tmp_path, head + name.encode() + b": " + value + b"\n\nWords of a text.\n")
            assert len(documents) + len(rejections) == 1
    _, rejections = read(tmp_path, head + b"X-A: b\n" * 90_000 + b"\nWords")
    assert "headers are longer" in rejections[""]


def test_a_mail_without_text(tmp_path):
    message = mail()
    message.add_attachment(b"\x89PNG\r\n\x1a\n" * 9, "image", "png", filename="p.png")
    documents, rejections = read(tmp_path, message)
    assert not documents
    assert "no text in this mail" in rejections[""]


def test_broken_packing_is_passed_over(tmp_path):
    head = b"From: a@b.example\nMessage-ID: <1>\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n"
    packed = base64.b64encode(WORDS.encode())
    for body in (packed[:-3], packed[:20] + b"!!\x00 \n" + packed[20:], packed + b"==rubbish"):
        (document,), _ = read(tmp_path, head + body)
        assert document.text.startswith("The harbour bridge opened on Tuesday")
