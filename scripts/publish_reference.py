"""Write docs/schema/<kind>.schema.json and docs/records.md from the program. Run after a record has changed."""

from __future__ import annotations

from pathlib import Path

from firsthand.export import records_page, schema_text
from firsthand.model import KINDS

DOCS = Path(__file__).parent.parent / "docs"


def publish() -> None:
    """Write the files; a test fails while they are out of date."""
    folder = DOCS / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / f"{kind}.schema.json").write_text(schema_text(kind), encoding="utf-8")
    (DOCS / "records.md").write_text(records_page(), encoding="utf-8")


if __name__ == "__main__":
    publish()
