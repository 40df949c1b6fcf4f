-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema: recommendations, what they stand in and what became of them.
--
-- In record tables columns are only ever appended: what captures a transaction's
-- changes knows them by their place. Their names are those of the field tables in
-- src/core/records (a test compares them). `n` never leaves this file.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT
) STRICT;

CREATE TABLE body (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  name TEXT,
  former_names TEXT,
  parent TEXT REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT,
  address TEXT,
  language TEXT,
  notes TEXT
) STRICT;

CREATE TABLE term (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  vocabulary TEXT,
  code TEXT,
  label TEXT,
  broader TEXT REFERENCES term (id) DEFERRABLE INITIALLY DEFERRED,
  language TEXT
) STRICT;

CREATE TABLE source (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  mechanism TEXT,
  committee TEXT,
  state_concerned TEXT,
  symbol TEXT,
  title TEXT,
  cycle TEXT,
  session TEXT,
  date TEXT,
  language TEXT,
  url TEXT,
  body TEXT REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  notes TEXT
) STRICT;

CREATE TABLE recommendation (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  source TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT,
  section TEXT,
  paragraph TEXT,
  text TEXT,
  language TEXT,
  title TEXT,
  states TEXT,
  response TEXT,
  response_text TEXT,
  action TEXT,
  themes TEXT,
  groups TEXT,
  body TEXT REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  other_bodies TEXT,
  priority TEXT,
  deadline TEXT,
  repeats TEXT REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED,
  context TEXT,
  sdgs TEXT,
  follow_up INTEGER,
  reply_due TEXT,
  annotation_id TEXT,
  notes TEXT
) STRICT;

CREATE INDEX recommendation_source ON recommendation (source);
CREATE INDEX recommendation_body ON recommendation (body) WHERE body IS NOT NULL;
CREATE INDEX recommendation_repeats ON recommendation (repeats) WHERE repeats IS NOT NULL;

CREATE TABLE reply (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  recommendation TEXT REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT,
  body TEXT REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  symbol TEXT,
  summary TEXT,
  url TEXT,
  language TEXT
) STRICT;

CREATE INDEX reply_recommendation ON reply (recommendation);

CREATE TABLE assessment (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  recommendation TEXT REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT,
  track TEXT,
  status TEXT,
  grade TEXT,
  progress TEXT,
  evidence TEXT,
  url TEXT,
  assessor TEXT,
  plan TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  plan_item TEXT,
  language TEXT
) STRICT;

CREATE INDEX assessment_recommendation ON assessment (recommendation, track);
CREATE INDEX assessment_plan ON assessment (plan) WHERE plan IS NOT NULL;

-- The journal: one entry per changed record, in one chain per device. `first` is
-- the `seq` of the first entry of the same transaction; `subject` is the `first`
-- of the transaction that an undo or redo takes back. `content` is the digest of
-- `salt` and `changes`, so that both can be erased later and the chain still holds.
CREATE TABLE journal (
  n INTEGER PRIMARY KEY,
  device TEXT NOT NULL,
  seq INTEGER NOT NULL,
  first INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  author TEXT,
  action TEXT NOT NULL,
  type TEXT,
  record TEXT,
  subject INTEGER,
  changes TEXT,
  salt BLOB,
  content BLOB NOT NULL,
  previous BLOB NOT NULL,
  digest BLOB NOT NULL,
  UNIQUE (device, seq)
) STRICT;

CREATE INDEX journal_record ON journal (record) WHERE record IS NOT NULL;

CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
BEGIN
  SELECT raise (ABORT, 'the journal is never changed');
END;

CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
BEGIN
  SELECT raise (ABORT, 'the journal is never changed');
END;

-- The search: one document per record; `owner_n` is the number of the record that
-- lists show it with (an assessment is found with its recommendation), and `n`
-- holds it, too: see src/store/nazar-search-index.c. The words of personal fields stand
-- apart, for they are searched on request only.
CREATE TABLE search_doc (
  n INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  owner_n INTEGER NOT NULL,
  title TEXT,
  body TEXT,
  personal TEXT
) STRICT;

CREATE VIRTUAL TABLE search_fts USING fts5 (
  title, body, personal,
  content = 'search_doc', content_rowid = 'n', tokenize = 'nazar'
);
