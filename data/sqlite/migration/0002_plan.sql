-- The plan engine: facts, estimates, resources, rates and baselines.

CREATE TABLE resource (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  what TEXT NOT NULL DEFAULT '',
  capacity INTEGER NOT NULL DEFAULT 0,
  calendar_id TEXT REFERENCES calendar(id),
  archived_on TEXT
) STRICT;
CREATE INDEX resource_calendar_id ON resource(calendar_id);

CREATE TABLE rate (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person(id) ON DELETE CASCADE,
  grade TEXT NOT NULL DEFAULT '',
  client_id TEXT REFERENCES client(id) ON DELETE CASCADE,
  project_id TEXT REFERENCES project(id) ON DELETE CASCADE,
  what TEXT NOT NULL DEFAULT '',
  amount INTEGER NOT NULL DEFAULT 0,
  valid_from TEXT
) STRICT;
CREATE INDEX rate_person_id ON rate(person_id);
CREATE INDEX rate_client_id ON rate(client_id);
CREATE INDEX rate_project_id ON rate(project_id);

CREATE TABLE baseline (
  id TEXT PRIMARY KEY,
  plan_id TEXT REFERENCES plan(id) ON DELETE CASCADE,
  name TEXT NOT NULL DEFAULT '',
  taken_at TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX baseline_plan_id ON baseline(plan_id);

CREATE TABLE baseline_task (
  id TEXT PRIMARY KEY,
  baseline_id TEXT REFERENCES baseline(id) ON DELETE CASCADE,
  task_id TEXT REFERENCES task(id) ON DELETE CASCADE,
  starts_on TEXT,
  ends_on TEXT,
  effort INTEGER NOT NULL DEFAULT 0,
  cost INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX baseline_task_baseline_id ON baseline_task(baseline_id);
CREATE INDEX baseline_task_task_id ON baseline_task(task_id);

ALTER TABLE task ADD COLUMN constraint_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN actual_start TEXT;
ALTER TABLE task ADD COLUMN actual_finish TEXT;
ALTER TABLE task ADD COLUMN remaining TEXT;
ALTER TABLE task ADD COLUMN est_o TEXT;
ALTER TABLE task ADD COLUMN est_m TEXT;
ALTER TABLE task ADD COLUMN est_p TEXT;
ALTER TABLE task ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN level_delay TEXT;
ALTER TABLE task ADD COLUMN calendar_id TEXT REFERENCES calendar(id);
ALTER TABLE task ADD COLUMN fixed_cost INTEGER NOT NULL DEFAULT 0;
CREATE INDEX task_calendar_id ON task(calendar_id);

ALTER TABLE assignment ADD COLUMN resource_id TEXT REFERENCES resource(id);
CREATE INDEX assignment_resource_id ON assignment(resource_id);

ALTER TABLE project ADD COLUMN price INTEGER NOT NULL DEFAULT 0;
ALTER TABLE project ADD COLUMN health_set TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN health_note TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN calendar_id TEXT REFERENCES calendar(id);
CREATE INDEX project_calendar_id ON project(calendar_id);

ALTER TABLE calendar ADD COLUMN hours TEXT NOT NULL DEFAULT '';
ALTER TABLE calendar_day ADD COLUMN shifts TEXT NOT NULL DEFAULT '';

ALTER TABLE approval ADD COLUMN plan_id TEXT REFERENCES plan(id) ON DELETE CASCADE;
CREATE INDEX approval_plan_id ON approval(plan_id);

ALTER TABLE task_date ADD COLUMN start_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task_date ADD COLUMN finish_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task_date ADD COLUMN float INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task_date ADD COLUMN free INTEGER NOT NULL DEFAULT 0;
