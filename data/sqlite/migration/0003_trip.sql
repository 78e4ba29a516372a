-- Business trips to the settled report: the firm, norms by place, days, money, papers.

ALTER TABLE trip ADD COLUMN paid_by TEXT NOT NULL DEFAULT '';
ALTER TABLE trip ADD COLUMN acquainted_on TEXT;
ALTER TABLE trip ADD COLUMN consent_on TEXT;
ALTER TABLE trip ADD COLUMN home_daily INTEGER NOT NULL DEFAULT 0;
ALTER TABLE trip ADD COLUMN road_counts INTEGER NOT NULL DEFAULT 0;

ALTER TABLE trip_leg ADD COLUMN crosses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE trip_leg ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE trip_leg ADD COLUMN border_on TEXT;
ALTER TABLE trip_leg ADD COLUMN road_to INTEGER NOT NULL DEFAULT 0;
ALTER TABLE trip_leg ADD COLUMN road_from INTEGER NOT NULL DEFAULT 0;

ALTER TABLE person ADD COLUMN name_genitive TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN name_dative TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN name_accusative TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN name_instrumental TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN position_genitive TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN position_dative TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN position_accusative TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN position_instrumental TEXT NOT NULL DEFAULT '';

CREATE TABLE trip_day (
  id TEXT PRIMARY KEY,
  trip_id TEXT REFERENCES trip(id) ON DELETE CASCADE,
  day_on TEXT,
  personal INTEGER NOT NULL DEFAULT 0,
  use TEXT NOT NULL DEFAULT '',
  override INTEGER NOT NULL DEFAULT 0,
  amount INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX trip_day_trip_id ON trip_day(trip_id);

CREATE TABLE trip_item (
  id TEXT PRIMARY KEY,
  trip_id TEXT REFERENCES trip(id) ON DELETE CASCADE,
  ord INTEGER NOT NULL DEFAULT 0,
  what TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  ref_kind TEXT NOT NULL DEFAULT '',
  ref_id TEXT,
  done INTEGER NOT NULL DEFAULT 0,
  result TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX trip_item_trip_id ON trip_item(trip_id);
CREATE INDEX trip_item_ref_id ON trip_item(ref_id);

CREATE TABLE trip_change (
  id TEXT PRIMARY KEY,
  trip_id TEXT REFERENCES trip(id) ON DELETE CASCADE,
  what TEXT NOT NULL DEFAULT '',
  order_no TEXT NOT NULL DEFAULT '',
  order_on TEXT,
  old_value TEXT NOT NULL DEFAULT '',
  new_value TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX trip_change_trip_id ON trip_change(trip_id);

CREATE TABLE estimate (
  id TEXT PRIMARY KEY,
  trip_id TEXT REFERENCES trip(id) ON DELETE CASCADE,
  ord INTEGER NOT NULL DEFAULT 0,
  category TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  count INTEGER NOT NULL DEFAULT 0,
  price INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL DEFAULT '',
  rate INTEGER NOT NULL DEFAULT 0,
  nominal INTEGER NOT NULL DEFAULT 0,
  payer TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX estimate_trip_id ON estimate(trip_id);

CREATE TABLE expense (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person(id),
  trip_id TEXT REFERENCES trip(id) ON DELETE CASCADE,
  project_id TEXT REFERENCES project(id),
  ord INTEGER NOT NULL DEFAULT 0,
  spent_on TEXT,
  category TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  sum INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL DEFAULT '',
  rate INTEGER NOT NULL DEFAULT 0,
  nominal INTEGER NOT NULL DEFAULT 0,
  vat INTEGER NOT NULL DEFAULT 0,
  doc_what TEXT NOT NULL DEFAULT '',
  doc_no TEXT NOT NULL DEFAULT '',
  doc_on TEXT,
  payer TEXT NOT NULL DEFAULT '',
  billable INTEGER NOT NULL DEFAULT 0,
  accepted INTEGER NOT NULL DEFAULT 0,
  accepted_on TEXT,
  sheets INTEGER NOT NULL DEFAULT 0,
  reimbursed_on TEXT,
  fiscal TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX expense_person_id ON expense(person_id);
CREATE INDEX expense_trip_id ON expense(trip_id);
CREATE INDEX expense_project_id ON expense(project_id);
CREATE INDEX expense_fiscal ON expense(fiscal) WHERE fiscal != '';

CREATE TABLE advance_report (
  id TEXT PRIMARY KEY,
  trip_id TEXT REFERENCES trip(id) ON DELETE CASCADE,
  number TEXT NOT NULL DEFAULT '',
  reported_on TEXT,
  purpose TEXT NOT NULL DEFAULT '',
  prev_balance INTEGER NOT NULL DEFAULT 0,
  received INTEGER NOT NULL DEFAULT 0,
  per_diem INTEGER NOT NULL DEFAULT 0,
  spent INTEGER NOT NULL DEFAULT 0,
  accepted INTEGER NOT NULL DEFAULT 0,
  approved_by_id TEXT REFERENCES person(id),
  approved_on TEXT,
  doc_count INTEGER NOT NULL DEFAULT 0,
  sheet_count INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX advance_report_trip_id ON advance_report(trip_id);
CREATE INDEX advance_report_approved_by_id ON advance_report(approved_by_id);

CREATE TABLE money_move (
  id TEXT PRIMARY KEY,
  trip_id TEXT REFERENCES trip(id) ON DELETE CASCADE,
  moved_on TEXT,
  what TEXT NOT NULL DEFAULT '',
  amount INTEGER NOT NULL DEFAULT 0,
  doc_no TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX money_move_trip_id ON money_move(trip_id);

CREATE TABLE paper (
  id TEXT PRIMARY KEY,
  trip_id TEXT REFERENCES trip(id) ON DELETE CASCADE,
  what TEXT NOT NULL DEFAULT '',
  number TEXT NOT NULL DEFAULT '',
  seq INTEGER NOT NULL DEFAULT 0,
  paper_on TEXT,
  signed_on TEXT,
  text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX paper_trip_id ON paper(trip_id);

CREATE TABLE company (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  full_name TEXT NOT NULL DEFAULT '',
  inn TEXT NOT NULL DEFAULT '',
  kpp TEXT NOT NULL DEFAULT '',
  okpo TEXT NOT NULL DEFAULT '',
  legal_address TEXT NOT NULL DEFAULT '',
  postal_address TEXT NOT NULL DEFAULT '',
  town TEXT NOT NULL DEFAULT '',
  bank TEXT NOT NULL DEFAULT '',
  bik TEXT NOT NULL DEFAULT '',
  account TEXT NOT NULL DEFAULT '',
  corr TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE signatory (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person(id),
  name TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  authority TEXT NOT NULL DEFAULT '',
  authority_no TEXT NOT NULL DEFAULT '',
  authority_on TEXT,
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX signatory_person_id ON signatory(person_id);

CREATE TABLE numbering (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  pattern TEXT NOT NULL DEFAULT '',
  first INTEGER NOT NULL DEFAULT 0,
  yearly INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE form (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  lang TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  set_on TEXT
) STRICT;

CREATE TABLE per_diem (
  id TEXT PRIMARY KEY,
  country TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  grade TEXT NOT NULL DEFAULT '',
  amount INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL DEFAULT '',
  valid_from TEXT,
  valid_to TEXT,
  source_text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE fx_rate (
  id TEXT PRIMARY KEY,
  currency TEXT NOT NULL DEFAULT '',
  rated_on TEXT,
  rate INTEGER NOT NULL DEFAULT 0,
  nominal INTEGER NOT NULL DEFAULT 0,
  source_text TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX fx_rate_currency ON fx_rate(currency, rated_on);
