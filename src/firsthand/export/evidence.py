"""A pack of evidence: what a story rests on, with digests, so that anybody can check it without this program."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from firsthand.export.rows import encode_row
from firsthand.export.target import Target, open_target
from firsthand.model import ArticleRow, Correction, Dossier, Run, Span

__all__ = ["EvidenceSource", "write_evidence"]

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first time that a ZIP can hold: one story packs to the same bytes again
_SUFFIXES = {"text/html": ".html", "application/pdf": ".pdf", "message/rfc822": ".eml", "application/json": ".json"}

_README = """This pack holds what one story of a Firsthand archive rests on.

  manifest.json     the story, its articles with their sources, digests and times of capture, the runs of the program
  originals/        the bytes of each article as they came
  texts/            the text of each article, UTF-8; every span counts its code points
  records/          what was derived, one record a line; the fields are described in docs/records.md of Firsthand
  spans.jsonl       every span that the records cite, with the characters that stand there
  report.html       the story as a page, with the whole texts
  SHA256SUMS        the digests of all files
  check.py          checks all of it

To check it, unpack it and run

  python3 check.py

or, with Firsthand,

  firsthand evidence PACK --check

or compare the digests alone:

  sha256sum -c SHA256SUMS

The originals and texts belong to their outlets: mind their rights before you pass this pack on.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSource:
    """What is packed.

    Attributes:
        dossier: The story.
        originals: The bytes of each article as they came, by id.
        runs: What was done to the archive.
        corrections: What users decided.
        software: Name and version of the program.
        state: The state of the archive.
        report: The story as a page.
    """

    dossier: Dossier
    originals: Mapping[str, bytes]
    runs: Sequence[Run] = ()
    corrections: Sequence[Correction] = ()
    software: str = ""
    state: str = ""
    report: str = ""


@dataclass(slots=True)
class _Pack:
    file: zipfile.ZipFile
    sums: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, body: bytes) -> str:
        """Write one file; its digest."""
        info = zipfile.ZipInfo(name, date_time=_EARLIEST)
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        self.file.writestr(info, body)
        self.sums[name] = hashlib.sha256(body).hexdigest()
        return self.sums[name]


def write_evidence(source: EvidenceSource, target: Target) -> int:
    """Pack one story as a ZIP.

    Args:
        source: What is packed. The same gives the same bytes.
        target: A file or a stream.

    Returns:
        How many articles are in it.

    Raises:
        InputError: The target cannot be written.
    """
    dossier = source.dossier
    with open_target(target) as stream, zipfile.ZipFile(stream, "w") as file:
        pack = _Pack(file)
        articles = [_put_article(pack, number, row, source) for number, row in enumerate(dossier.articles, start=1)]
        for kind, records in _records(dossier).items():
            pack.put(f"records/{kind}.jsonl", b"".join(encode_row(record) + b"\n" for record in records))
        texts = {row.article: row.text for row in dossier.articles}
        pack.put("spans.jsonl", b"".join(map(_line, _spans(dossier, texts))))
        pack.put("report.html", source.report.encode())
        manifest = {
            "format": 1,
            "software": source.software,
            "archive_state": source.state,
            "story": dossier.story.story,
            "title": dossier.story.title,
            "articles": articles,
            "runs": [json.loads(encode_row(run)) for run in source.runs],
            "corrections": [json.loads(encode_row(each)) for each in source.corrections],
        }
        pack.put("manifest.json", json.dumps(manifest, indent=1, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        pack.put("check.py", files("firsthand.export").joinpath("check_evidence.py").read_bytes())
        pack.put("README.txt", _README.encode())
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(pack.sums.items()))
        pack.put("SHA256SUMS", lines.encode())
    return len(dossier.articles)


def _put_article(pack: _Pack, number: int, row: ArticleRow, source: EvidenceSource) -> dict[str, Any]:
    media = (row.source.media_type or "").partition(";")[0].strip().lower()
    original, text = f"originals/{number:04}{_SUFFIXES.get(media, '.bin')}", f"texts/{number:04}.txt"
    return {
        "article": row.article,
        "outlet": row.outlet,
        "headline": row.headline,
        "url": row.url,
        "published": row.published,
        "original": original,
        "original_sha256": pack.put(original, source.originals.get(row.article, b"")),
        "text": text,
        "text_sha256": pack.put(text, row.text.encode("utf-8", "surrogatepass")),
        "source": json.loads(encode_row(row.source)),
    }


def _records(dossier: Dossier) -> dict[str, Sequence[object]]:
    annotations = [dossier.annotations[name] for name in sorted(dossier.annotations)]
    return {
        "stories": (dossier.story,),
        "storylines": (dossier.storyline,) if dossier.storyline else (),
        "articles": dossier.articles,
        "segments": [each for name in sorted(dossier.segments) for each in dossier.segments[name]],
        "dates": [each for name in sorted(dossier.dates) for each in dossier.dates[name]],
        "quotations": [each for annotation in annotations for each in annotation.quotations],
        "passages": dossier.passages,
        "lineage": dossier.lineages,
        "versions": [each for name in sorted(dossier.versions) for each in dossier.versions[name]],
        "origins": dossier.origins,
        "timeline": dossier.timeline,
        "utterances": dossier.utterances,
        "figures": dossier.figures,
        "statements": dossier.statements,
        "coverage": dossier.coverage,
        "wording": dossier.wordings,
    }


def _line(record: Mapping[str, Any]) -> bytes:
    # Escaped, so that no character of a text ends a line for any reader.
    return json.dumps(record, ensure_ascii=True).encode() + b"\n"


def _cited(dossier: Dossier) -> Iterator[tuple[str, Span, str]]:
    """Article, span, and which record rests on it."""
    for number, happening in enumerate(dossier.timeline):
        yield happening.article, happening.span, f"timeline {number}"
        yield from ((article, span, f"timeline {number}") for article, span in happening.supports)
    for passage in dossier.passages:
        yield passage.a, passage.a_span, f"passage with {passage.b}"
        yield passage.b, passage.b_span, f"passage with {passage.a}"
    for name in sorted(dossier.annotations):
        for quotation in dossier.annotations[name].quotations:
            yield from ((name, part, quotation.quotation) for part in quotation.spans or (quotation.span,))
    told: Iterable[tuple[str, Iterable[Any]]] = [
        *((each.utterance, each.instances) for each in dossier.utterances),
        *((each.figure, each.values) for each in dossier.figures),
        *((each.statement, each.sentences) for each in dossier.statements),
    ]
    for name, parts in told:
        yield from ((part.article, part.span, name) for part in parts)
    for row in dossier.articles:
        yield from ((row.article, credit.span, f"credit to {credit.name}") for credit in row.credits)


def _spans(dossier: Dossier, texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for article, span, of in _cited(dossier):
        if article in texts:
            yield {"article": article, "span": list(span), "of": of, "text": texts[article][slice(*span)]}
