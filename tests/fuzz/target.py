"""One reader under the fuzzer, in a process of its own: `python -m tests.fuzz.target KIND [libFuzzer options]`."""

from __future__ import annotations

import io
import sys
import warnings
from contextlib import suppress
from importlib import import_module

import atheris

with atheris.instrument_imports(include=["firsthand.sources", "firsthand.reading"]):
    from firsthand.errors import InputError
    from firsthand.model import RawDocument, Rejection
    from firsthand.reading import ReadingSettings, read_article
    from firsthand.sources import SourceLimits
    from firsthand.sources.files import FoundFile
    from firsthand.sources.inputs import READERS, read_stream

    for place in {reader.partition(".")[0] for reader in READERS.values()} | {"zips"}:  # they load when they are needed
        import_module(f"firsthand.sources.{place}")

_SUFFIXES = {"email": "eml", "feed": "xml", "text": "txt"}
_READ = 3  # documents of one input that are also read as articles


def check(item: RawDocument | Rejection) -> None:
    """What holds of whatever a reader gives."""
    if isinstance(item, Rejection):
        assert item.input
        assert item.reason
        return
    assert not (item.text is not None and item.html is not None)
    assert item.text is not None or item.html is not None or item.title
    for text in (item.text, item.html, item.title, item.url, item.outlet):
        assert text is None or not ("\x00" in text or any("\ud800" <= character <= "\udfff" for character in text))


def read(name: str, data: bytes) -> None:
    """Read `data` as a file of that name; only an InputError may end it."""
    found = FoundFile(name, name)
    documents = []
    with suppress(InputError):
        for item in read_stream(io.BufferedReader(io.BytesIO(data)), found, SourceLimits()):
            check(item)
            if isinstance(item, RawDocument) and len(documents) < _READ:
                documents.append(item)
    for document in documents:
        reading = read_article(document, ReadingSettings())
        covered = "".join(reading.article.text[slice(*segment.span)] for segment in reading.segments)
        assert len(covered) <= len(reading.article.text)


def main() -> None:
    """Fuzz the kind that is named first until libFuzzer's options say stop."""
    kind = sys.argv.pop(1)
    name = f"fuzz.{_SUFFIXES.get(kind, kind)}"
    warnings.simplefilter("ignore")
    atheris.Setup(sys.argv, lambda data: read(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
