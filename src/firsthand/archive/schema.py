"""The tables of an archive file, and the marks by which a file is known as one.

    documents   every text or page that was taken in, one row a distinct state, with what its source claimed and
                the bytes as they came; text, claims and original bytes are compressed
    identities  what shows two documents to be states of one article: digests of ids, addresses, texts
    articles    the current state of each article; what was read from it stands in results
    results     what a stage put out, under the digest of all that it was given
    shelves     what was derived from articles together (passages, origins, stories ...), the records of one kind that
                hang on one article, story or outlet in one row; shelf_places: by what else they are looked up
    dictionaries  some records of each kind, against which the others are compressed
    indexes     what near articles are found by, in parts that are added to and merged; judgements: how many articles
                there were when something was last judged from all of them
    corrections  what users decided; one that was undone stays, marked, so that its id is not given again
    watched     which files of watched folders were read, and in which state: digests
    runs, rejections, tombstones

Everything but what users decided is derived from `documents`; the other tables can be rebuilt from it.
"""

from __future__ import annotations

__all__ = ["APPLICATION_ID", "PAGE_BYTES", "SCHEMA", "SCHEMA_VERSION", "TOKENISER"]

APPLICATION_ID = 0x46_48_53_44  # "FHSD", kept in the header of the file
SCHEMA_VERSION = 2
PAGE_BYTES = 1024  # of 1024 to 8192, the size at which 56 and 320 news articles take least room

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
CREATE TABLE identities (
  identity BLOB NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (identity, document)
) STRICT, WITHOUT ROWID;
CREATE TABLE articles (
  article TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (document),
  outlet TEXT,
  is_set_aside INTEGER NOT NULL,
  digest BLOB NOT NULL,
  reading BLOB NOT NULL,
  features BLOB,
  annotation BLOB,
  story TEXT,
  origin TEXT,
  stories TEXT,
  urls TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE results (
  stage TEXT NOT NULL,
  digest BLOB NOT NULL,
  document INTEGER,
  payload BLOB NOT NULL,
  PRIMARY KEY (stage, digest)
) STRICT;
CREATE INDEX results_by_document ON results (document);
CREATE TABLE shelves (
  shelf INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  rank TEXT,
  body BLOB NOT NULL,
  UNIQUE (kind, owner)
) STRICT;
CREATE TABLE shelf_places (
  place INTEGER NOT NULL,
  shelf INTEGER NOT NULL REFERENCES shelves (shelf),
  PRIMARY KEY (place, shelf)
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_places_by_shelf ON shelf_places (shelf);
CREATE TABLE dictionaries (kind TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE indexes (
  name TEXT NOT NULL,
  part INTEGER NOT NULL,
  size INTEGER NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (name, part)
) STRICT;
CREATE TABLE judgements (subject TEXT PRIMARY KEY, articles INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE runs (run INTEGER PRIMARY KEY, inputs TEXT NOT NULL, ended INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE rejections (
  input TEXT NOT NULL,
  stage TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (input, stage)
) STRICT, WITHOUT ROWID;
CREATE TABLE corrections (
  number INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  undone TEXT,
  undone_by TEXT
) STRICT;
CREATE TABLE watched (file BLOB PRIMARY KEY, state BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE tombstones (digest TEXT PRIMARY KEY, removed TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE full_text USING fts5(
  headline, text, content='', {TOKENISER}
);
"""
