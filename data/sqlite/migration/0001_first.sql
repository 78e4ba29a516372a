-- The first tables. Records mirror the structs of package data column by
-- column; a test compares them. Parts go with their whole (ON DELETE CASCADE),
-- everything else is refused while somebody points to it.

CREATE TABLE calendar (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  base_id TEXT REFERENCES calendar(id),
  region TEXT NOT NULL DEFAULT '',
  archived_on TEXT
) STRICT;
CREATE INDEX calendar_base_id ON calendar(base_id);

CREATE TABLE calendar_day (
  id TEXT PRIMARY KEY,
  calendar_id TEXT REFERENCES calendar(id) ON DELETE CASCADE,
  on_date TEXT,
  type TEXT NOT NULL DEFAULT '',
  minutes INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX calendar_day_calendar_id ON calendar_day(calendar_id);

CREATE TABLE calendar_year (
  id TEXT PRIMARY KEY,
  calendar_id TEXT REFERENCES calendar(id) ON DELETE CASCADE,
  year INTEGER NOT NULL DEFAULT 0,
  confirmed INTEGER NOT NULL DEFAULT 0,
  source TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX calendar_year_calendar_id ON calendar_year(calendar_id);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  full_name TEXT NOT NULL DEFAULT '',
  short_name TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '',
  grade TEXT NOT NULL DEFAULT '',
  department TEXT NOT NULL DEFAULT '',
  work_place TEXT NOT NULL DEFAULT '',
  zone TEXT NOT NULL DEFAULT '',
  manager_id TEXT REFERENCES person(id),
  calendar_id TEXT REFERENCES calendar(id),
  week_hours INTEGER NOT NULL DEFAULT 0,
  email TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  tab_no TEXT NOT NULL DEFAULT '',
  hired_on TEXT,
  probation_until TEXT,
  is_me INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  archived_on TEXT
) STRICT;
CREATE INDEX person_manager_id ON person(manager_id);
CREATE INDEX person_calendar_id ON person(calendar_id);

CREATE TABLE absence (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person(id),
  what TEXT NOT NULL DEFAULT '',
  starts_on TEXT,
  ends_on TEXT,
  deputy_id TEXT REFERENCES person(id),
  status TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX absence_person_id ON absence(person_id);
CREATE INDEX absence_deputy_id ON absence(deputy_id);

CREATE TABLE client (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  full_name TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL DEFAULT '',
  inn TEXT NOT NULL DEFAULT '',
  kpp TEXT NOT NULL DEFAULT '',
  ogrn TEXT NOT NULL DEFAULT '',
  legal_address TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  zone TEXT NOT NULL DEFAULT '',
  category TEXT NOT NULL DEFAULT '',
  cadence_days INTEGER NOT NULL DEFAULT 0,
  owner_id TEXT REFERENCES person(id),
  confidential INTEGER NOT NULL DEFAULT 0,
  verified_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  archived_on TEXT
) STRICT;
CREATE INDEX client_owner_id ON client(owner_id);

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  client_id TEXT REFERENCES client(id) ON DELETE CASCADE,
  full_name TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  birthday TEXT,
  note TEXT NOT NULL DEFAULT '',
  archived_on TEXT
) STRICT;
CREATE INDEX contact_client_id ON contact(client_id);

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  client_id TEXT REFERENCES client(id),
  what TEXT NOT NULL DEFAULT '',
  billing TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  manager_id TEXT REFERENCES person(id),
  starts_on TEXT,
  deadline_on TEXT,
  goal TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  archived_on TEXT
) STRICT;
CREATE INDEX project_client_id ON project(client_id);
CREATE INDEX project_manager_id ON project(manager_id);

CREATE TABLE project_member (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project(id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person(id),
  contact_id TEXT REFERENCES contact(id),
  role TEXT NOT NULL DEFAULT '',
  starts_on TEXT,
  ends_on TEXT
) STRICT;
CREATE INDEX project_member_project_id ON project_member(project_id);
CREATE INDEX project_member_person_id ON project_member(person_id);
CREATE INDEX project_member_contact_id ON project_member(contact_id);

CREATE TABLE mentoring (
  id TEXT PRIMARY KEY,
  trainee_id TEXT REFERENCES person(id),
  mentor_id TEXT REFERENCES person(id),
  starts_on TEXT,
  ends_on TEXT,
  probation_until TEXT,
  grounds TEXT NOT NULL DEFAULT '',
  order_no TEXT NOT NULL DEFAULT '',
  consent_on TEXT,
  addendum_no TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  goals TEXT NOT NULL DEFAULT '',
  conclusion TEXT NOT NULL DEFAULT '',
  conclusion_text TEXT NOT NULL DEFAULT '',
  closed_on TEXT,
  archived_on TEXT
) STRICT;
CREATE INDEX mentoring_trainee_id ON mentoring(trainee_id);
CREATE INDEX mentoring_mentor_id ON mentoring(mentor_id);

CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  what TEXT NOT NULL DEFAULT '',
  project_id TEXT REFERENCES project(id) ON DELETE CASCADE,
  mentoring_id TEXT REFERENCES mentoring(id) ON DELETE CASCADE,
  name TEXT NOT NULL DEFAULT '',
  variant TEXT NOT NULL DEFAULT '',
  is_current INTEGER NOT NULL DEFAULT 0,
  starts_on TEXT,
  status_on TEXT,
  calendar_id TEXT REFERENCES calendar(id),
  archived_on TEXT
) STRICT;
CREATE INDEX plan_project_id ON plan(project_id);
CREATE INDEX plan_mentoring_id ON plan(mentoring_id);
CREATE INDEX plan_calendar_id ON plan(calendar_id);

CREATE TABLE competency (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  area TEXT NOT NULL DEFAULT '',
  scale INTEGER NOT NULL DEFAULT 0,
  archived_on TEXT
) STRICT;

CREATE TABLE task (
  id TEXT PRIMARY KEY,
  plan_id TEXT REFERENCES plan(id) ON DELETE CASCADE,
  parent_id TEXT REFERENCES task(id) ON DELETE CASCADE,
  ord INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL DEFAULT '',
  mode TEXT NOT NULL DEFAULT '',
  starts_on TEXT,
  ends_on TEXT,
  duration TEXT,
  effort INTEGER NOT NULL DEFAULT 0,
  constraint_kind TEXT NOT NULL DEFAULT '',
  constraint_on TEXT,
  deadline_on TEXT,
  status TEXT NOT NULL DEFAULT '',
  percent INTEGER NOT NULL DEFAULT 0,
  responsible_id TEXT REFERENCES person(id),
  reviewer_id TEXT REFERENCES person(id),
  place TEXT NOT NULL DEFAULT '',
  importance INTEGER NOT NULL DEFAULT 0,
  waiting_for TEXT NOT NULL DEFAULT '',
  waiting_since TEXT,
  result TEXT NOT NULL DEFAULT '',
  criterion TEXT NOT NULL DEFAULT '',
  competency_id TEXT REFERENCES competency(id),
  mentor_effort INTEGER NOT NULL DEFAULT 0,
  score INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  extra TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX task_plan_id ON task(plan_id);
CREATE INDEX task_parent_id ON task(parent_id);
CREATE INDEX task_responsible_id ON task(responsible_id);
CREATE INDEX task_reviewer_id ON task(reviewer_id);
CREATE INDEX task_competency_id ON task(competency_id);

CREATE TABLE dependency (
  id TEXT PRIMARY KEY,
  pred_id TEXT REFERENCES task(id) ON DELETE CASCADE,
  succ_id TEXT REFERENCES task(id) ON DELETE CASCADE,
  type TEXT NOT NULL DEFAULT '',
  lag TEXT
) STRICT;
CREATE INDEX dependency_pred_id ON dependency(pred_id);
CREATE INDEX dependency_succ_id ON dependency(succ_id);

CREATE TABLE assignment (
  id TEXT PRIMARY KEY,
  task_id TEXT REFERENCES task(id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person(id),
  effort INTEGER NOT NULL DEFAULT 0,
  units INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX assignment_task_id ON assignment(task_id);
CREATE INDEX assignment_person_id ON assignment(person_id);

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  mentoring_id TEXT REFERENCES mentoring(id) ON DELETE CASCADE,
  what TEXT NOT NULL DEFAULT '',
  held_on TEXT,
  mentor_note TEXT NOT NULL DEFAULT '',
  visibility TEXT NOT NULL DEFAULT '',
  trainee_note TEXT NOT NULL DEFAULT '',
  score INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX review_mentoring_id ON review(mentoring_id);

CREATE TABLE competency_score (
  id TEXT PRIMARY KEY,
  mentoring_id TEXT REFERENCES mentoring(id) ON DELETE CASCADE,
  competency_id TEXT REFERENCES competency(id),
  review_id TEXT REFERENCES review(id) ON DELETE CASCADE,
  by_whom TEXT NOT NULL DEFAULT '',
  level INTEGER NOT NULL DEFAULT 0,
  on_date TEXT
) STRICT;
CREATE INDEX competency_score_mentoring_id ON competency_score(mentoring_id);
CREATE INDEX competency_score_competency_id ON competency_score(competency_id);
CREATE INDEX competency_score_review_id ON competency_score(review_id);

CREATE TABLE trip (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL DEFAULT '',
  person_id TEXT REFERENCES person(id),
  group_id TEXT,
  project_id TEXT REFERENCES project(id),
  client_id TEXT REFERENCES client(id),
  purpose TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  starts_on TEXT,
  ends_on TEXT,
  time_from INTEGER NOT NULL DEFAULT 0,
  time_to INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT '',
  basis TEXT NOT NULL DEFAULT '',
  order_no TEXT NOT NULL DEFAULT '',
  order_on TEXT,
  assignment_no TEXT NOT NULL DEFAULT '',
  host_phone TEXT NOT NULL DEFAULT '',
  own_phone TEXT NOT NULL DEFAULT '',
  task_text TEXT NOT NULL DEFAULT '',
  result_text TEXT NOT NULL DEFAULT '',
  cancel_reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  archived_on TEXT
) STRICT;
CREATE INDEX trip_person_id ON trip(person_id);
CREATE INDEX trip_group_id ON trip(group_id);
CREATE INDEX trip_project_id ON trip(project_id);
CREATE INDEX trip_client_id ON trip(client_id);

CREATE TABLE trip_leg (
  id TEXT PRIMARY KEY,
  trip_id TEXT REFERENCES trip(id) ON DELETE CASCADE,
  ord INTEGER NOT NULL DEFAULT 0,
  transport TEXT NOT NULL DEFAULT '',
  from_place TEXT NOT NULL DEFAULT '',
  to_place TEXT NOT NULL DEFAULT '',
  depart TEXT,
  arrive TEXT,
  carrier TEXT NOT NULL DEFAULT '',
  ticket_no TEXT NOT NULL DEFAULT '',
  hotel TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX trip_leg_trip_id ON trip_leg(trip_id);

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  owner_kind TEXT NOT NULL DEFAULT '',
  owner_id TEXT,
  name TEXT NOT NULL DEFAULT '',
  mime TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0,
  sha256 TEXT NOT NULL DEFAULT '',
  added_on TEXT
) STRICT;
CREATE INDEX attachment_owner_id ON attachment(owner_id);

CREATE TABLE deliverable (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL DEFAULT '',
  designation TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL DEFAULT '',
  project_id TEXT REFERENCES project(id),
  task_id TEXT REFERENCES task(id),
  author_id TEXT REFERENCES person(id),
  due_on TEXT,
  profile TEXT NOT NULL DEFAULT '',
  confidential INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  archived_on TEXT
) STRICT;
CREATE INDEX deliverable_project_id ON deliverable(project_id);
CREATE INDEX deliverable_task_id ON deliverable(task_id);
CREATE INDEX deliverable_author_id ON deliverable(author_id);

CREATE TABLE version (
  id TEXT PRIMARY KEY,
  deliverable_id TEXT REFERENCES deliverable(id) ON DELETE CASCADE,
  label TEXT NOT NULL DEFAULT '',
  created_on TEXT,
  attachment_id TEXT REFERENCES attachment(id),
  changes TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  sent_on TEXT,
  approved_on TEXT
) STRICT;
CREATE INDEX version_deliverable_id ON version(deliverable_id);
CREATE INDEX version_attachment_id ON version(attachment_id);

CREATE TABLE approval (
  id TEXT PRIMARY KEY,
  version_id TEXT REFERENCES version(id) ON DELETE CASCADE,
  round INTEGER NOT NULL DEFAULT 0,
  ord INTEGER NOT NULL DEFAULT 0,
  role TEXT NOT NULL DEFAULT '',
  person_id TEXT REFERENCES person(id),
  contact_id TEXT REFERENCES contact(id),
  due_on TEXT,
  decision TEXT NOT NULL DEFAULT '',
  decided_on TEXT,
  comment TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX approval_version_id ON approval(version_id);
CREATE INDEX approval_person_id ON approval(person_id);
CREATE INDEX approval_contact_id ON approval(contact_id);

CREATE TABLE event_series (
  id TEXT PRIMARY KEY,
  what TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  starts TEXT,
  ends TEXT,
  all_day INTEGER NOT NULL DEFAULT 0,
  place TEXT NOT NULL DEFAULT '',
  client_id TEXT REFERENCES client(id),
  project_id TEXT REFERENCES project(id),
  mentoring_id TEXT REFERENCES mentoring(id) ON DELETE CASCADE,
  rule TEXT NOT NULL DEFAULT '',
  until_on TEXT,
  days_off TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX event_series_client_id ON event_series(client_id);
CREATE INDEX event_series_project_id ON event_series(project_id);
CREATE INDEX event_series_mentoring_id ON event_series(mentoring_id);

CREATE TABLE event (
  id TEXT PRIMARY KEY,
  what TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT '',
  starts TEXT,
  ends TEXT,
  all_day INTEGER NOT NULL DEFAULT 0,
  place TEXT NOT NULL DEFAULT '',
  client_id TEXT REFERENCES client(id),
  project_id TEXT REFERENCES project(id),
  mentoring_id TEXT REFERENCES mentoring(id) ON DELETE CASCADE,
  trip_id TEXT REFERENCES trip(id),
  result TEXT NOT NULL DEFAULT '',
  next_step TEXT NOT NULL DEFAULT '',
  next_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  series_id TEXT REFERENCES event_series(id) ON DELETE CASCADE,
  original_on TEXT
) STRICT;
CREATE INDEX event_client_id ON event(client_id);
CREATE INDEX event_project_id ON event(project_id);
CREATE INDEX event_mentoring_id ON event(mentoring_id);
CREATE INDEX event_trip_id ON event(trip_id);
CREATE INDEX event_series_id ON event(series_id);

CREATE TABLE event_person (
  id TEXT PRIMARY KEY,
  event_id TEXT REFERENCES event(id) ON DELETE CASCADE,
  series_id TEXT REFERENCES event_series(id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person(id),
  contact_id TEXT REFERENCES contact(id)
) STRICT;
CREATE INDEX event_person_event_id ON event_person(event_id);
CREATE INDEX event_person_series_id ON event_person(series_id);
CREATE INDEX event_person_person_id ON event_person(person_id);
CREATE INDEX event_person_contact_id ON event_person(contact_id);

CREATE TABLE link (
  id TEXT PRIMARY KEY,
  left_kind TEXT NOT NULL DEFAULT '',
  left_id TEXT,
  right_kind TEXT NOT NULL DEFAULT '',
  right_id TEXT,
  role TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX link_left_id ON link(left_id);
CREATE INDEX link_right_id ON link(right_id);

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  record_kind TEXT NOT NULL DEFAULT '',
  record_id TEXT,
  system TEXT NOT NULL DEFAULT '',
  external_id TEXT NOT NULL DEFAULT '',
  hash TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX source_record_id ON source(record_id);

CREATE TABLE norm (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  valid_from TEXT,
  valid_to TEXT,
  source_text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE UNIQUE INDEX project_code ON project(code) WHERE code <> '';
CREATE UNIQUE INDEX calendar_day_once ON calendar_day(calendar_id, on_date);
CREATE UNIQUE INDEX calendar_year_once ON calendar_year(calendar_id, year);
CREATE UNIQUE INDEX source_once ON source(system, external_id);
CREATE UNIQUE INDEX setting_once ON setting(code);
CREATE UNIQUE INDEX norm_once ON norm(code, valid_from);
CREATE UNIQUE INDEX person_me ON person(is_me) WHERE is_me = 1;
CREATE INDEX task_order ON task(plan_id, parent_id, ord);
CREATE INDEX event_day ON event(substr(starts, 1, 10), substr(ends, 1, 10));
CREATE INDEX trip_leg_day ON trip_leg(substr(depart, 1, 10), substr(arrive, 1, 10));
CREATE INDEX task_deadline ON task(deadline_on);
CREATE INDEX deliverable_due ON deliverable(due_on);
CREATE INDEX absence_days ON absence(starts_on, ends_on);

-- The journal. A step is one command; its changes are written by triggers.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  who TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  target INTEGER REFERENCES step(id),
  state TEXT NOT NULL,
  is_open INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX step_open ON step(is_open) WHERE is_open = 1;
CREATE INDEX step_state ON step(state, id);
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL REFERENCES step(id),
  tbl TEXT NOT NULL,
  row_id TEXT NOT NULL,
  old TEXT,
  new TEXT
) STRICT;
CREATE INDEX change_step ON change(step_id);
CREATE INDEX change_row ON change(row_id);

-- Computed rows: no triggers, rebuilt by one function.
CREATE TABLE task_date (
  task_id TEXT PRIMARY KEY REFERENCES task(id) ON DELETE CASCADE,
  plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE,
  starts_on TEXT,
  ends_on TEXT,
  days INTEGER NOT NULL,
  float_days INTEGER NOT NULL,
  critical INTEGER NOT NULL,
  slack_days INTEGER,
  percent INTEGER NOT NULL,
  effort INTEGER NOT NULL,
  is_summary INTEGER NOT NULL,
  problem TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX task_date_plan ON task_date(plan_id);
CREATE INDEX task_date_days ON task_date(starts_on, ends_on);
CREATE TABLE due_date (
  owner_kind TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  code TEXT NOT NULL,
  ord INTEGER NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  starts TEXT,
  ends TEXT,
  PRIMARY KEY (owner_id, code, ord)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_date_code ON due_date(code, starts_on, ends_on);

-- File contents, by hash; freed only by compaction.
CREATE TABLE blob (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

-- Unfinished form text, and what the window remembers.
CREATE TABLE draft (place TEXT PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE remembered (place TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;

-- What was exported: SEQUENCE is per UID, hashes are per feed.
CREATE TABLE ics_item (
  uid TEXT PRIMARY KEY,
  sequence INTEGER NOT NULL,
  fact_hash TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ics_feed (
  feed TEXT NOT NULL,
  uid TEXT NOT NULL,
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  body TEXT NOT NULL,
  cancelled INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (feed, uid)
) STRICT, WITHOUT ROWID;

-- Search. The rows are written by the store after each step, folded in Go.
CREATE TABLE search_row (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_word USING fts5(title, body, content='', contentless_delete=1, prefix='2 3');
