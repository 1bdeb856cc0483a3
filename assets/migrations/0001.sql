-- Schema 1: the customer file and its log.
-- Text that is not known is ''; NULL only where '' would mean something else. Instants are unix seconds (UTC), dates
-- and times are what a calendar and a wall show. References are checked at the end of an op, which spares each of its
-- statements a journal of its own. No REAL and no BLOB: a row must survive json_array unchanged.
-- The log's triggers are not written here: they are made from the tables (src/store/schema.rs).

CREATE TABLE customer (
    id           INTEGER PRIMARY KEY AUTOINCREMENT, -- a number given once is never given again
    created_at   INTEGER NOT NULL,
    name         TEXT NOT NULL DEFAULT '',
    company      TEXT NOT NULL DEFAULT '',
    country      TEXT CHECK (length(country) = 2),
    city         TEXT NOT NULL DEFAULT '',
    zone         TEXT NOT NULL DEFAULT '',
    language     TEXT NOT NULL DEFAULT '',
    tier         TEXT NOT NULL DEFAULT 'none' CHECK (tier IN ('A', 'B', 'C', 'none')),
    stage        TEXT CHECK (length(stage) BETWEEN 1 AND 15),
    favourite    INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
    status       TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'archived')),
    tags         TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    source       TEXT NOT NULL DEFAULT '',
    interests    TEXT NOT NULL DEFAULT '',
    requirements TEXT NOT NULL DEFAULT '',
    notes        TEXT NOT NULL DEFAULT '',
    cadence_days INTEGER CHECK (cadence_days BETWEEN 0 AND 65535)
) STRICT;
-- The counts of the first page; the first page by name.
CREATE INDEX customer_count ON customer (status, tier);
CREATE INDEX customer_favourite ON customer (status) WHERE favourite = 1;
CREATE INDEX customer_inquiry ON customer (status) WHERE stage = 'inquiry';
CREATE INDEX customer_name ON customer (name COLLATE NOCASE);

CREATE TABLE contact (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    name        TEXT NOT NULL DEFAULT '',
    role        TEXT NOT NULL DEFAULT '',
    position    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX contact_customer ON contact (customer_id, position);

CREATE TABLE channel (
    id           INTEGER PRIMARY KEY,
    customer_id  INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    contact_id   INTEGER, -- see contact_goes
    kind         TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 15),
    handle       TEXT NOT NULL,
    norm         TEXT NOT NULL DEFAULT '',
    is_primary   INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
    is_emergency INTEGER NOT NULL DEFAULT 0 CHECK (is_emergency IN (0, 1)),
    position     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX channel_customer ON channel (customer_id, position);
CREATE INDEX channel_norm ON channel (norm) WHERE norm <> '';

CREATE TABLE interaction (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    contact_id  INTEGER,
    at          INTEGER NOT NULL,
    direction   TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    kind        TEXT CHECK (length(kind) BETWEEN 1 AND 15),
    text        TEXT NOT NULL DEFAULT '',
    outcome     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX interaction_customer ON interaction (customer_id, direction, at);

-- In place of two foreign keys, which would want an index each: what is a person's becomes the company's.
CREATE TRIGGER contact_goes BEFORE DELETE ON contact BEGIN
    UPDATE channel SET contact_id = NULL WHERE customer_id = OLD.customer_id AND contact_id = OLD.id;
    UPDATE interaction SET contact_id = NULL WHERE customer_id = OLD.customer_id AND contact_id = OLD.id;
END;

CREATE TABLE follow_up (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    due_on      TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    due_time    TEXT CHECK (due_time GLOB '[0-2][0-9]:[0-5][0-9]'),
    due_zone    TEXT,
    note        TEXT NOT NULL DEFAULT '',
    state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'late', 'dropped')),
    closed_at   INTEGER,
    CHECK ((state = 'open') = (closed_at IS NULL))
) STRICT;
CREATE INDEX follow_up_customer ON follow_up (customer_id, state, due_on);
CREATE INDEX follow_up_due ON follow_up (due_on, customer_id) WHERE state = 'open';

CREATE TABLE care_date (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    kind        TEXT NOT NULL,
    month       INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    day         INTEGER NOT NULL CHECK (day BETWEEN 1 AND 31),
    year        INTEGER,
    note        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX care_date_customer ON care_date (customer_id);

CREATE TABLE view (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT NOT NULL,
    query    TEXT NOT NULL CHECK (json_valid(query)),
    position INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The log. One op is one undoable step; its images are seq first_seq to last_seq.
CREATE TABLE op (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    ulid      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    label     TEXT NOT NULL,
    args      TEXT NOT NULL CHECK (json_valid(args)),
    state     TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped')),
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL,
    rows      INTEGER NOT NULL
) STRICT;

-- A row before and after, as json_array of its columns in the table's order; NULL: it was not there.
CREATE TABLE image (
    seq      INTEGER PRIMARY KEY,
    op       INTEGER NOT NULL,
    tbl      TEXT NOT NULL,
    pk       INTEGER NOT NULL,
    customer INTEGER,
    old      TEXT,
    new      TEXT
) STRICT;

-- Which ops touched a customer, for its history.
CREATE TABLE op_customer (
    customer INTEGER NOT NULL,
    op       INTEGER NOT NULL,
    PRIMARY KEY (customer, op)
) STRICT, WITHOUT ROWID;

-- Which op is open. NULL: none, and nothing may be written. 0: an undo or a redo, whose rows are in the log already.
CREATE TABLE log_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    op INTEGER
) STRICT;
INSERT INTO log_state (id, op) VALUES (1, NULL);

-- What other windows read to catch up. cause 'restored': everything may be different.
CREATE TABLE feed (
    seq   INTEGER PRIMARY KEY AUTOINCREMENT,
    op    INTEGER,
    cause TEXT NOT NULL CHECK (cause IN ('committed', 'undone', 'redone', 'restored'))
) STRICT;
