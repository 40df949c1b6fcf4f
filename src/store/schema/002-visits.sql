-- SPDX-License-Identifier: GPL-3.0-or-later
-- Monitoring visits: places, questionnaires and their answers, interviews, findings,
-- and files of any record. The rules of 001-recommendations.sql hold here, too.

CREATE TABLE facility (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  name TEXT,
  names TEXT,
  former_names TEXT,
  kind TEXT,
  authority TEXT REFERENCES body (id) DEFERRABLE INITIALLY DEFERRED,
  former_authorities TEXT,
  oblast TEXT,
  district TEXT,
  place TEXT,
  address TEXT,
  latitude REAL,
  longitude REAL,
  year_built INTEGER,
  capacity INTEGER,
  closed_on TEXT,
  language TEXT,
  notes TEXT
) STRICT;

CREATE INDEX facility_authority ON facility (authority) WHERE authority IS NOT NULL;

CREATE TABLE checklist (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  title TEXT,
  series TEXT,
  version INTEGER,
  definition TEXT,
  language TEXT
) STRICT;

CREATE TABLE visit (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  facility TEXT REFERENCES facility (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT,
  reason TEXT,
  "begin" TEXT,
  "end" TEXT,
  announced INTEGER,
  joint_with TEXT,
  access TEXT,
  minutes_waited INTEGER,
  privacy INTEGER,
  person_in_charge TEXT,
  state TEXT,
  summary TEXT,
  changes_since_last TEXT,
  good_practice TEXT,
  team TEXT,
  population TEXT,
  checklists TEXT,
  source TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  reopened TEXT,
  language TEXT,
  notes TEXT
) STRICT;

CREATE INDEX visit_facility ON visit (facility);
CREATE INDEX visit_source ON visit (source) WHERE source IS NOT NULL;

CREATE TABLE answer (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  checklist TEXT REFERENCES checklist (id) DEFERRABLE INITIALLY DEFERRED,
  question TEXT,
  value TEXT,
  note TEXT,
  language TEXT
) STRICT;

CREATE INDEX answer_visit ON answer (visit, checklist);
CREATE INDEX answer_checklist ON answer (checklist);

CREATE TABLE interview (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT,
  sex TEXT,
  age_group TEXT,
  status TEXT,
  "with" TEXT,
  private INTEGER,
  spoken_language TEXT,
  consents TEXT,
  account TEXT,
  allegation INTEGER,
  ill_treatment TEXT,
  injuries TEXT,
  medical_examination TEXT,
  name TEXT,
  contact TEXT,
  language TEXT
) STRICT;

CREATE INDEX interview_visit ON interview (visit);

CREATE TABLE finding (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED,
  area TEXT,
  severity TEXT,
  text TEXT,
  sources TEXT,
  rules TEXT,
  answer TEXT REFERENCES answer (id) DEFERRABLE INITIALLY DEFERRED,
  interviews TEXT,
  obstruction INTEGER,
  language TEXT
) STRICT;

CREATE INDEX finding_visit ON finding (visit);
CREATE INDEX finding_answer ON finding (answer) WHERE answer IS NOT NULL;

CREATE TABLE attachment (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT UNIQUE NOT NULL,
  record TEXT,
  interview TEXT REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  media_type TEXT,
  size INTEGER,
  sha256 TEXT,
  caption TEXT,
  personal INTEGER,
  added TEXT,
  language TEXT
) STRICT;

CREATE INDEX attachment_record ON attachment (record);
CREATE INDEX attachment_interview ON attachment (interview) WHERE interview IS NOT NULL;
CREATE INDEX attachment_sha256 ON attachment (sha256);

ALTER TABLE recommendation ADD COLUMN facility TEXT REFERENCES facility (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE recommendation ADD COLUMN visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE recommendation ADD COLUMN findings TEXT;
ALTER TABLE assessment ADD COLUMN visit TEXT REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE assessment ADD COLUMN finding TEXT REFERENCES finding (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX recommendation_facility ON recommendation (facility) WHERE facility IS NOT NULL;
CREATE INDEX recommendation_visit ON recommendation (visit) WHERE visit IS NOT NULL;
CREATE INDEX assessment_visit ON assessment (visit) WHERE visit IS NOT NULL;
CREATE INDEX assessment_finding ON assessment (finding) WHERE finding IS NOT NULL;

-- The bytes of files, once each. They stand outside capture and journal: an undo
-- brings the record back, and with it the way to them.
CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
