"""How much of an input is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SourceLimits"]

_MB = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLimits:
    """Bounds on what one input may cost. What is larger is rejected with its reason, and the rest goes on.

    Attributes:
        max_text_bytes: A plain text or page larger than this, in bytes, unpacked, is no article: about 30 novels.
        max_text_lines: A plain text of more lines than this is a table or a log: 100 times the longest article.
        max_line_bytes: A line of JSONL longer than this is passed over without being held in memory.
        max_broken_lines: After so many lines in a row that cannot be read the rest of a JSONL file is left, since it
            is something else.
        max_json_bytes: A JSON file that is one object or one list is held in memory whole, so it may be no larger than
            this; JSONL is not.
        max_unpacked_bytes: A gzipped file is read no further than this.
        max_gzip_ratio: Unpacked over packed bytes above which a gzipped file is taken for a bomb; text packs 3 to 20
            times.
        max_files: Files of one folder; more are not looked at.
        max_folder_depth: Folders within folders; deeper ones are not looked at.
    """

    max_text_bytes: int = 20 * _MB
    max_text_lines: int = 200_000
    max_line_bytes: int = 64 * _MB
    max_broken_lines: int = 10_000
    max_json_bytes: int = 256 * _MB
    max_unpacked_bytes: int = 64_000 * _MB
    max_gzip_ratio: int = 250
    max_files: int = 5_000_000
    max_folder_depth: int = 60
