-- Mentoring: what is handed in and decided, and the materials of an item.

CREATE TABLE submission (
  id TEXT PRIMARY KEY,
  task_id TEXT REFERENCES task(id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person(id),
  handed_on TEXT,
  trainee_spent INTEGER NOT NULL DEFAULT 0,
  comment TEXT NOT NULL DEFAULT '',
  verdict TEXT NOT NULL DEFAULT '',
  score INTEGER NOT NULL DEFAULT 0,
  remarks TEXT NOT NULL DEFAULT '',
  new_term_on TEXT,
  mentor_spent INTEGER NOT NULL DEFAULT 0,
  decided_on TEXT,
  decider_id TEXT REFERENCES person(id)
) STRICT;
CREATE INDEX submission_task_id ON submission(task_id);
CREATE INDEX submission_person_id ON submission(person_id);
CREATE INDEX submission_decider_id ON submission(decider_id);

CREATE TABLE material (
  id TEXT PRIMARY KEY,
  task_id TEXT REFERENCES task(id) ON DELETE CASCADE,
  ord INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX material_task_id ON material(task_id);
