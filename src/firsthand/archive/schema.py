"""The tables of an archive file, and the marks by which a file is known as one.

    documents   every text or page that was taken in, one row a distinct state, with what its source claimed and
                the bytes as they came; text, claims and original bytes are compressed
    articles    the current state of each article; what was read from it stands in results
    results     what a stage put out, under the digest of all that it was given
    records     what was derived from the whole archive, one row a record: passages, origins, stories ...
    dictionaries  some records of each kind, against which the others are compressed
    runs, rejections, tombstones, settings

Everything is derived from `documents`; the other tables can be rebuilt from it.
"""

from __future__ import annotations

from firsthand.model import KINDS

__all__ = ["APPLICATION_ID", "PAGE_BYTES", "SCHEMA", "SCHEMA_VERSION", "TOKENISER", "record_range"]

APPLICATION_ID = 0x46_48_53_44  # "FHSD", kept in the header of the file
SCHEMA_VERSION = 1
PAGE_BYTES = 1024  # of 1024 to 8192, the size at which 56 and 320 news articles take least room

# Records of one kind are numbered from its own start, in export order: a kind is a range of numbers, without an index.
_RECORDS_A_KIND = 1 << 40
_KIND_NUMBER = {kind: number for number, kind in enumerate(KINDS)}


def record_range(kind: str) -> tuple[int, int]:
    """The numbers of the records of `kind`: from the first, inclusive, to the second, exclusive."""
    first = _KIND_NUMBER[kind] * _RECORDS_A_KIND
    return first, first + _RECORDS_A_KIND


# Words with their accents folded; one wording for the index and for finding hits in a text.
TOKENISER = "tokenize='unicode61 remove_diacritics 2'"

SCHEMA = f"""
CREATE TABLE documents (
  document INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  claimed_id TEXT NOT NULL,
  article TEXT,
  url TEXT,
  run INTEGER NOT NULL,
  claims BLOB NOT NULL,
  original BLOB NOT NULL,
  markup BLOB,
  markup_from TEXT,
  headline TEXT,
  text BLOB
) STRICT;
CREATE INDEX documents_by_article ON documents (article);
CREATE TABLE articles (
  article TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (document),
  reading BLOB NOT NULL,
  annotation BLOB,
  story TEXT,
  origin TEXT,
  stories TEXT NOT NULL,
  urls TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE results (
  stage TEXT NOT NULL,
  digest BLOB NOT NULL,
  payload BLOB NOT NULL,
  PRIMARY KEY (stage, digest)
) STRICT;
CREATE TABLE records (record INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT, body BLOB NOT NULL) STRICT;
CREATE TABLE dictionaries (kind TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX records_by_id ON records (id) WHERE id IS NOT NULL;
CREATE TABLE record_places (
  place TEXT NOT NULL,
  record INTEGER NOT NULL REFERENCES records (record),
  PRIMARY KEY (place, record)
) STRICT, WITHOUT ROWID;
CREATE TABLE runs (run INTEGER PRIMARY KEY, inputs TEXT NOT NULL, ended INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE rejections (
  input TEXT NOT NULL,
  stage TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (input, stage)
) STRICT, WITHOUT ROWID;
CREATE TABLE tombstones (digest TEXT PRIMARY KEY, removed TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE full_text USING fts5(
  headline, text, content='', {TOKENISER}
);
"""
