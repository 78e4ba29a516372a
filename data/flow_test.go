package data

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// machine is a status machine under test, without its type.
type machine struct {
	name  string
	codes []string
	can   func(from, to string) bool
	move  func(from, to string) error
}

func machineOf[S ~string](name string, f Flow[S]) machine {
	m := machine{name: name}
	for s := range f {
		m.codes = append(m.codes, string(s))
	}
	m.can = func(from, to string) bool { return f.Can(S(from), S(to)) }
	m.move = func(from, to string) error { return f.Move(name+".status.", S(from), S(to)) }
	return m
}

// legal are the moves of the record model, a status and what may follow it.
var legal = map[string]string{
	"absence":   "planned: agreed cancelled; agreed: planned cancelled; cancelled: planned",
	"project":   "presale: planning cancelled; planning: running cancelled; running: closing paused cancelled; paused: running cancelled; closing: closed running; closed:; cancelled:",
	"task":      "open: working cancelled; working: review done waiting cancelled; waiting: working cancelled; review: done returned; returned: working cancelled; done: working; cancelled: open",
	"mentoring": "draft: agreed; agreed: approved draft; approved: running; running: assessment done; assessment: done running; done:",
	"trip":      "draft: planned cancelled; planned: agreed draft cancelled; agreed: ordered planned cancelled; ordered: reported cancelled; reported: approved ordered; approved: closed; closed:; cancelled:",
	"local":     "planned: held cancelled; held:; cancelled:",
	"version":   "draft: internal client cancelled; internal: client remarks draft cancelled; client: approved remarks cancelled; remarks: replaced cancelled; approved: handed replaced; handed: replaced; replaced:; cancelled:",
	"decision":  "pending: agreed remarks refused informed; agreed: pending; remarks: pending; refused: pending; informed: pending",
	"event":     "planned: held cancelled; held: planned; cancelled: planned",
}

func machines() []machine {
	return []machine{machineOf("absence", AbsenceFlow), machineOf("project", ProjectFlow), machineOf("task", TaskFlow), machineOf("mentoring", MentoringFlow),
		machineOf("trip", TripFlow), machineOf("local", LocalTripFlow), machineOf("version", VersionFlow), machineOf("decision", DecisionFlow), machineOf("event", EventFlow)}
}

func TestEachMachineMovesOnlyAlongTheModel(t *testing.T) {
	for _, m := range machines() {
		want := map[string][]string{}
		for _, part := range strings.Split(legal[m.name], "; ") {
			from, to, _ := strings.Cut(part, ":")
			want[from] = strings.Fields(to)
		}
		if len(want) != len(m.codes) {
			t.Errorf("%s has %d statuses, want %d", m.name, len(m.codes), len(want))
		}
		for _, from := range m.codes {
			for _, to := range append(m.codes, "", "unknown") {
				checkMove(t, m, from, to, slices.Contains(want[from], to))
			}
		}
	}
}

func checkMove(t *testing.T, m machine, from, to string, legal bool) {
	t.Helper()
	err := m.move(from, to)
	if m.can(from, to) != legal || (err == nil) != legal {
		t.Errorf("%s from %s to %q: %v, want legal %v", m.name, from, to, err, legal)
		return
	}
	var ps Problems
	if !legal && (!errors.As(err, &ps) || ps[0].Code != "move" || ps[0].Args[0] != "@"+m.name+".status."+from) {
		t.Errorf("%s from %s to %q is refused with %v", m.name, from, to, err)
	}
}

func TestEveryStatusCanBeReachedFromTheFirst(t *testing.T) {
	first := map[string]string{"absence": "planned", "project": "presale", "task": "open", "mentoring": "draft", "trip": "draft", "local": "planned",
		"version": "draft", "decision": "pending", "event": "planned"}
	for _, m := range machines() {
		seen := map[string]bool{first[m.name]: true}
		for range m.codes {
			for from := range seen {
				for _, to := range m.codes {
					if m.can(from, to) {
						seen[to] = true
					}
				}
			}
		}
		if len(seen) != len(m.codes) {
			t.Errorf("%s: of %v only %v are reached", m.name, m.codes, seen)
		}
	}
}

func TestComputedStatusesAreNeverStored(t *testing.T) {
	for _, s := range []TripStatus{TripTravelling, TripDue} {
		if TripFlow.Has(s) || LocalTripFlow.Has(s) {
			t.Errorf("%s is a stored status", s)
		}
	}
}

// The trip of story 3: 30.11–04.12.2026.
func TestAnOrderedTripIsSaidByTheDay(t *testing.T) {
	from, to := NewDate(2026, 11, 30), NewDate(2026, 12, 4)
	for _, c := range []struct {
		status TripStatus
		today  Date
		want   TripStatus
	}{
		{TripOrdered, from - 1, TripOrdered}, {TripOrdered, from, TripTravelling}, {TripOrdered, to, TripTravelling}, {TripOrdered, to + 1, TripDue},
		{TripAgreed, from, TripAgreed}, {TripReported, to + 1, TripReported}, {TripCancelled, from, TripCancelled},
	} {
		if got := c.status.Phase(from, to, c.today); got != c.want {
			t.Errorf("%s on %s is %s, want %s", c.status, c.today, got, c.want)
		}
	}
	if got := TripOrdered.Phase(0, 0, from); got != TripOrdered {
		t.Errorf("without dates it is %s", got)
	}
}

func TestButtonsOfferTheLegalNextSteps(t *testing.T) {
	for _, c := range []struct {
		rec    Staged
		stage  string
		next   string
		prefix string
	}{
		{Trip{What: TripHome, Status: TripAgreed}, "agreed", "ordered planned cancelled", "trip.status."},
		{Trip{What: TripLocal, Status: TripPlanned}, "planned", "held cancelled", "trip.status."},
		{Trip{What: TripLocal, Status: TripHeld}, "held", "", "trip.status."},
		{Absence{Status: AbsencePlanned}, "planned", "agreed cancelled", "absence.status."},
		{Project{Status: ProjectRunning}, "running", "closing paused cancelled", "project.status."},
		{Task{Status: TaskReview}, "review", "done returned", "task.status."},
		{Mentoring{Status: MentoringRunning}, "running", "assessment done", "mentoring.status."},
		{Version{Status: VersionClient}, "client", "approved remarks cancelled", "version.status."},
		{Approval{Decision: DecisionRefused}, "refused", "pending", "approval.decision."},
		{Event{Status: EventHeld}, "held", "planned", "event.status."},
	} {
		if c.rec.Stage() != c.stage || strings.Join(c.rec.Stages(), " ") != c.next || c.rec.StagePrefix() != c.prefix {
			t.Errorf("%T: %s, %v, %s", c.rec, c.rec.Stage(), c.rec.Stages(), c.rec.StagePrefix())
		}
	}
}
