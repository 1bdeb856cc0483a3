-- Schema 2: the exporter's verdict, pauses, the rhythm's own follow-ups, the way through the funnel, orders; one image
-- for a range of new rows.
-- Money is INTEGER, in millionths of its currency. A column is added at a table's end only, so that a row's image of
-- an older version becomes one of this version by what is appended to it below.

ALTER TABLE customer ADD COLUMN verdict TEXT NOT NULL DEFAULT ''
    CHECK (verdict IN ('', 'real', 'doubtful', 'fake', 'not-target')); -- the exporter's own word; '': not decided
ALTER TABLE customer ADD COLUMN pause_until TEXT -- nothing is planned before that day: they are away, or left in peace
    CHECK (pause_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE customer ADD COLUMN pause_note TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN lost_reason TEXT NOT NULL DEFAULT '';

ALTER TABLE interaction ADD COLUMN template TEXT NOT NULL DEFAULT ''; -- slug of the template it was written from

ALTER TABLE follow_up ADD COLUMN made TEXT NOT NULL DEFAULT 'hand'
    CHECK (made IN ('hand', 'cadence')); -- the rhythm moves and removes only its own
ALTER TABLE follow_up ADD COLUMN reason TEXT NOT NULL DEFAULT ''; -- why it was skipped

-- Rows pk to last_pk, all new with this op; old is NULL, new has a sum of each (src/store/range.rs).
ALTER TABLE image ADD COLUMN last_pk INTEGER;
CREATE INDEX image_range ON image (tbl, pk) WHERE last_pk IS NOT NULL;

UPDATE image SET
    old = json_insert(old, '$[#]', '', '$[#]', NULL, '$[#]', '', '$[#]', ''),
    new = json_insert(new, '$[#]', '', '$[#]', NULL, '$[#]', '', '$[#]', '')
WHERE tbl = 'customer';
UPDATE image SET old = json_insert(old, '$[#]', ''), new = json_insert(new, '$[#]', '') WHERE tbl = 'interaction';
UPDATE image SET
    old = json_insert(old, '$[#]', 'hand', '$[#]', ''),
    new = json_insert(new, '$[#]', 'hand', '$[#]', '')
WHERE tbl = 'follow_up';

-- The way through the funnel (S1.2). What a customer began with is `was` of its first row, or its stage.
CREATE TABLE stage_change (
    id          INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    at          INTEGER NOT NULL,
    was         TEXT,
    stage       TEXT
) STRICT;
CREATE INDEX stage_change_customer ON stage_change (customer_id, at);

-- Not in a replay (op 0), which brings the rows back itself.
CREATE TRIGGER stage_changes AFTER UPDATE OF stage ON customer
WHEN OLD.stage IS NOT NEW.stage AND (SELECT op FROM log_state) > 0 BEGIN
    INSERT INTO stage_change (customer_id, at, was, stage)
    SELECT NEW.id, op.at, OLD.stage, NEW.stage FROM log_state CROSS JOIN op ON op.id = log_state.op;
END;

-- Orders (S4.1). `amount` is what the customer pays for the lines, cancelled and returned ones left out.
CREATE TABLE trade_order (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customer ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    number      TEXT NOT NULL DEFAULT '',
    ordered_on  TEXT NOT NULL CHECK (ordered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    currency    TEXT NOT NULL DEFAULT '' CHECK (length(currency) IN (0, 3)),
    amount      INTEGER NOT NULL DEFAULT 0,
    status      TEXT NOT NULL DEFAULT 'open'
        CHECK (status IN ('open', 'shipped', 'delivered', 'cancelled', 'returned')),
    shipped_on  TEXT CHECK (shipped_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    source      TEXT NOT NULL DEFAULT '',
    -- What makes it the same order when it is read again: its number, or its content and how often that was there.
    identity    TEXT NOT NULL DEFAULT '',
    note        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX trade_order_customer ON trade_order (customer_id, ordered_on, status, currency, amount);
CREATE INDEX trade_order_identity ON trade_order (identity) WHERE identity <> '';

CREATE TABLE order_line (
    id          INTEGER PRIMARY KEY,
    order_id    INTEGER NOT NULL REFERENCES trade_order ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    customer_id INTEGER NOT NULL,
    product     TEXT NOT NULL DEFAULT '',
    quantity    INTEGER NOT NULL DEFAULT 0, -- millionths of a unit
    amount      INTEGER NOT NULL DEFAULT 0,
    status      TEXT NOT NULL DEFAULT 'sold' CHECK (status IN ('sold', 'cancelled', 'returned')),
    position    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX order_line_order ON order_line (order_id, position);
