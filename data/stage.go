package data

// Staged is a record with a status machine.
type Staged interface {
	Record
	// Stage is the status code as stored.
	Stage() string
	// Stages lists the legal next codes, in the order of buttons.
	Stages() []string
	// StagePrefix is the text key before the code: "trip.status.".
	StagePrefix() string
}

func codes[S ~string](next []S) []string {
	out := make([]string, len(next))
	for i, s := range next {
		out[i] = string(s)
	}
	return out
}

// Stage is the status code.
func (a Absence) Stage() string { return string(a.Status) }

// Stages lists the legal next codes.
func (a Absence) Stages() []string { return codes(AbsenceFlow.Next(a.Status)) }

// StagePrefix is the text key before the code.
func (a Absence) StagePrefix() string { return "absence.status." }

// Stage is the status code.
func (p Project) Stage() string { return string(p.Status) }

// Stages lists the legal next codes.
func (p Project) Stages() []string { return codes(ProjectFlow.Next(p.Status)) }

// StagePrefix is the text key before the code.
func (p Project) StagePrefix() string { return "project.status." }

// Stage is the status code.
func (t Task) Stage() string { return string(t.Status) }

// Stages lists the legal next codes.
func (t Task) Stages() []string { return codes(TaskFlow.Next(t.Status)) }

// StagePrefix is the text key before the code; a trainee's items have words of
// their own under "item.status.".
func (t Task) StagePrefix() string { return "task.status." }

// Stage is the status code.
func (m Mentoring) Stage() string { return string(m.Status) }

// Stages lists the legal next codes.
func (m Mentoring) Stages() []string { return codes(MentoringFlow.Next(m.Status)) }

// StagePrefix is the text key before the code.
func (m Mentoring) StagePrefix() string { return "mentoring.status." }

// Stage is the status code.
func (t Trip) Stage() string { return string(t.Status) }

// Stages lists the legal next codes.
func (t Trip) Stages() []string { return codes(t.Flow().Next(t.Status)) }

// StagePrefix is the text key before the code.
func (t Trip) StagePrefix() string { return "trip.status." }

// Stage is the status code.
func (v Version) Stage() string { return string(v.Status) }

// Stages lists the legal next codes.
func (v Version) Stages() []string { return codes(VersionFlow.Next(v.Status)) }

// StagePrefix is the text key before the code.
func (v Version) StagePrefix() string { return "version.status." }

// Stage is the decision code.
func (a Approval) Stage() string { return string(a.Decision) }

// Stages lists the legal next codes.
func (a Approval) Stages() []string { return codes(DecisionFlow.Next(a.Decision)) }

// StagePrefix is the text key before the code.
func (a Approval) StagePrefix() string { return "approval.decision." }

// Stage is the status code.
func (e Event) Stage() string { return string(e.Status) }

// Stages lists the legal next codes.
func (e Event) Stages() []string { return codes(EventFlow.Next(e.Status)) }

// StagePrefix is the text key before the code.
func (e Event) StagePrefix() string { return "event.status." }
