"""Write the reference pages that are made from the program. Run after a record or a setting has changed.

docs/schema/<kind>.schema.json, docs/records.md and docs/settings.md; tests fail while they are out of date.
"""

from __future__ import annotations

import json
from pathlib import Path

from firsthand import api
from firsthand.export import records_page, schema_text
from firsthand.model import KINDS

DOCS = Path(__file__).parent.parent / "docs"

SETTINGS_HEAD = """# Settings

Made from the program by `scripts/publish_reference.py`; `firsthand settings ARCHIVE` prints the same list with the
values in force and where each comes from.

A value is looked for in this order; the first one found holds:

1. `--set key=value` on the command line, or `firsthand.open(path, settings={"key": value})`;
2. `firsthand.toml` in the folder of the archive;
3. the default below.

`firsthand.toml` is TOML, a table for each room or dotted keys:

```toml
[run]
workers = 4
```

An unknown key is an error, with the nearest known one named; so is a value of the wrong type. Changing a setting redoes
the stages that read it and no others, on the next `add`. Settings under `run` never change what comes out,
those under `fetch` only what comes in.

"""


def settings_page() -> str:
    """docs/settings.md: every setting with its default and meaning, by room."""
    lines: list[str] = []
    room = ""
    for row in api.settings():
        if row.key.partition(".")[0] != room:
            room = row.key.partition(".")[0]
            lines += ["", f"## {room}", "", "| key | default | meaning |", "|---|---|---|"]
        default = json.dumps(row.value, ensure_ascii=False, default=list)
        meaning = row.description.replace("|", "\\|")
        lines.append(f"| `{row.key}` | `{default}` | {meaning} |")
    return SETTINGS_HEAD + "\n".join(lines).lstrip() + "\n"


def publish() -> None:
    """Write the files."""
    folder = DOCS / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        (folder / f"{kind}.schema.json").write_text(schema_text(kind), encoding="utf-8")
    (DOCS / "records.md").write_text(records_page(), encoding="utf-8")
    (DOCS / "settings.md").write_text(settings_page(), encoding="utf-8")


if __name__ == "__main__":
    publish()
