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
        max_line_bytes: A line of JSONL, or a row of CSV, longer than this is passed over.
        max_broken_lines: After so many lines in a row that cannot be read the rest of a JSONL file is left, since it
            is something else; so is a WARC file of so many damaged records.
        max_json_bytes: A JSON file that is one object or one list is held in memory whole, so it may be no larger than
            this; JSONL is not.
        max_mail_bytes: A mail, or a page saved with its pictures, is held in memory whole, so it may be no larger.
        max_mail_parts: Of a mail or saved page so many parts are looked at; the largest have some hundred pictures.
        max_unpacked_bytes: A gzipped file, or a zip file with all its members, is read no further than this.
        max_gzip_ratio: Unpacked over packed bytes above which a gzipped or zip file is taken for a bomb; text packs 3
            to 20 times.
        max_copied_bytes: A Parquet or zip file that is itself packed is copied to a temporary file to be read, which
            may be no larger than this.
        max_row_group_bytes: A row group of a Parquet file that says it unpacks to more than this is passed over.
        max_feed_bytes: A feed is held in memory whole; real ones are a hundred times smaller.
        max_pdf_bytes: A PDF is held in memory whole.
        max_pdf_pages: A PDF of more pages is a book.
        max_pdf_content_bytes: What draws the pages of one PDF, unpacked; reading takes half a second for a million.
        max_zip_members: A zip file of more members is not looked into.
        max_zip_depth: Zip files within one another; deeper ones are not looked into.
        max_files: Files of one folder; more are not looked at.
        max_folder_depth: Folders within folders; deeper ones are not looked at.
    """

    max_text_bytes: int = 20 * _MB
    max_text_lines: int = 200_000
    max_line_bytes: int = 64 * _MB
    max_broken_lines: int = 10_000
    max_json_bytes: int = 256 * _MB
    max_mail_bytes: int = 128 * _MB
    max_mail_parts: int = 2_000
    max_unpacked_bytes: int = 64_000 * _MB
    max_gzip_ratio: int = 250
    max_copied_bytes: int = 4_000 * _MB
    max_row_group_bytes: int = 2_000 * _MB
    max_feed_bytes: int = 32 * _MB
    max_pdf_bytes: int = 128 * _MB
    max_pdf_pages: int = 500
    max_pdf_content_bytes: int = 20 * _MB
    max_zip_members: int = 100_000
    max_zip_depth: int = 2
    max_files: int = 5_000_000
    max_folder_depth: int = 60
