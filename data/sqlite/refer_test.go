package sqlite

import (
	"errors"
	"slices"
	"testing"

	"portfel/data"
)

// heldBy are the names in the refusal of a deletion.
func heldBy(t *testing.T, f *File, ref data.Ref) data.Problem {
	t.Helper()
	_, err := f.Do(write(func(tx *Tx) error { return tx.Delete(ref) }))
	var ps data.Problems
	if !errors.As(err, &ps) || len(ps) != 1 || ps[0].Code != "inUse" {
		t.Fatalf("delete: %v", err)
	}
	return ps[0]
}

func TestARefusalNamesPartsByWhatTheyBelongTo(t *testing.T) {
	f := fresh(t)
	day := data.NewDate(2026, 11, 16)
	me := data.Person{ID: data.NewID[data.Person](), FullName: "Кузнецова Анна", IsMe: true}
	who := data.Person{ID: data.NewID[data.Person](), FullName: "Громов Илья"}
	c := client("Балтик-Тара")
	contact := data.Contact{ID: data.NewID[data.Contact](), ClientID: c.ID, FullName: "Зимина Ольга"}
	other := client("Орион")
	p := data.Project{ID: data.NewID[data.Project](), Code: "ОР-1", Name: "Аудит", ClientID: other.ID, Status: data.ProjectRunning}
	skill := data.Competency{ID: data.NewID[data.Competency](), Name: "Методология", Scale: 5}
	m := data.Mentoring{ID: data.NewID[data.Mentoring](), TraineeID: who.ID, MentorID: me.ID, StartsOn: day, EndsOn: day + 91, Status: data.MentoringRunning}
	put(t, f, me, who, c, contact, other, p, skill, m,
		data.Member{ID: data.NewID[data.Member](), ProjectID: p.ID, ContactID: contact.ID},
		data.Member{ID: data.NewID[data.Member](), ProjectID: p.ID, PersonID: who.ID},
		data.Absence{ID: data.NewID[data.Absence](), PersonID: who.ID, StartsOn: day, EndsOn: day, What: data.Study, Status: data.AbsencePlanned},
		data.Score{ID: data.NewID[data.Score](), MentoringID: m.ID, CompetencyID: skill.ID, ByWhom: data.ScoreMentor, Level: 2, OnDate: day})
	for name, x := range map[string]struct {
		ref  data.Ref
		want []string
	}{
		"a client":     {data.RefTo(data.KindClient, c.ID), []string{"@kind.project_member|ОР-1 Аудит"}},
		"a person":     {data.RefTo(data.KindPerson, who.ID), []string{"@kind.absence|2026-11-16", "@kind.mentoring|2026-11-16", "@kind.project_member|ОР-1 Аудит"}},
		"a competency": {data.RefTo(data.KindCompetency, skill.ID), []string{"@kind.competency_score|Громов Илья, 2026-11-16"}},
	} {
		got := heldBy(t, f, x.ref)
		slices.Sort(got.Args)
		if !slices.Equal(got.Args, x.want) || len(got.Refs) != len(got.Args) {
			t.Errorf("%s is held by %q, want %q; %d references", name, got.Args, x.want, len(got.Refs))
		}
	}
}

// A step of a part that has no name of its own is called after its document.
func TestAStepOfAPartIsCalledAfterItsWhole(t *testing.T) {
	f := fresh(t)
	doc := data.Deliverable{ID: data.NewID[data.Deliverable](), Title: "Регламент"}
	v := data.Version{ID: data.NewID[data.Version](), DeliverableID: doc.ID, Label: "0.3", CreatedOn: data.NewDate(2026, 11, 20), Status: data.VersionDraft}
	me := data.Person{ID: data.NewID[data.Person](), FullName: "Кузнецова Анна", IsMe: true}
	a := data.Approval{ID: data.NewID[data.Approval](), VersionID: v.ID, PersonID: me.ID, Round: 1, Decision: data.DecisionAgreed, DecidedOn: v.CreatedOn}
	put(t, f, me, doc, v)
	if _, err := f.Do(labelled{"command.move.approval", func(tx *Tx) error { return tx.Put(a) }}); err != nil {
		t.Fatal(err)
	}
	label, subject, err := f.Read().NextUndo()
	if err != nil || label != "command.move.approval" || subject != "Регламент 0.3" {
		t.Errorf("the step is %q of %q, %v", label, subject, err)
	}
}

// labelled is a command without a subject.
type labelled struct {
	key string
	do  func(*Tx) error
}

func (l labelled) Label() (string, string) { return l.key, "" }
func (l labelled) Run(tx *Tx) error        { return l.do(tx) }
