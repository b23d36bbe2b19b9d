"""The tables of an archive file, and the marks by which a file is known as one.

    documents   every text or page that was taken in, one row a distinct state, with what its source claimed
    originals   the bytes as they came, compressed, by their SHA-256
    articles    the current state of each article; what was read from it stands in results
    results     what a stage put out, under the digest of all that it was given
    records     what was derived from the whole archive, one row a record: passages, origins, stories ...
    runs, rejections, tombstones, settings

Everything is derived from `documents` and `originals`; the other tables can be rebuilt from them.
"""

from __future__ import annotations

__all__ = ["APPLICATION_ID", "SCHEMA", "SCHEMA_VERSION"]

APPLICATION_ID = 0x46_48_53_44  # "FHSD", kept in the header of the file
SCHEMA_VERSION = 1

SCHEMA = """
CREATE TABLE documents (
  document INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  claimed_id TEXT NOT NULL,
  article TEXT,
  url TEXT,
  run INTEGER NOT NULL,
  claims TEXT NOT NULL,
  original TEXT NOT NULL REFERENCES originals (sha256),
  markup BLOB,
  headline TEXT,
  text TEXT
) STRICT;
CREATE INDEX documents_by_article ON documents (article);
CREATE INDEX documents_by_url ON documents (url) WHERE url IS NOT NULL;
CREATE INDEX documents_by_original ON documents (original);
CREATE TABLE originals (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE articles (
  article TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (document),
  reading TEXT NOT NULL,
  annotation TEXT,
  story TEXT,
  origin TEXT,
  stories TEXT NOT NULL,
  urls TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE results (
  stage TEXT NOT NULL,
  digest TEXT NOT NULL,
  payload BLOB NOT NULL,
  PRIMARY KEY (stage, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE records (
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX records_by_id ON records (kind, id) WHERE id IS NOT NULL;
CREATE TABLE record_places (
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (kind, place, position)
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
  headline, text, content='documents', content_rowid='document', tokenize='unicode61 remove_diacritics 2'
);
"""
