// Package mentoring is the room «Наставничество»: the plans of trainees at the
// left, the chosen one with its items, meetings, reviews and competencies in the
// middle, and what is next at the right.
//
// It answers one question: how far is my trainee, what do I check next? The
// items are tasks of a plan like any other; only their words differ. The room
// must never compute a date or a progress: dates come from the engine's rows,
// progress from data.MentoringRow, limits from norms. Meetings belong to package
// meeting. Embedded in another record's card it shows the list alone.
package mentoring
