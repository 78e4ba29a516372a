package command_test

import (
	"testing"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

func templateOf(t *testing.T, lang, key string) command.MentoringTemplate {
	t.Helper()
	list, err := command.MentoringTemplates(lang)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list {
		if x.Key == key {
			return x
		}
	}
	t.Fatalf("no template %s", key)
	return command.MentoringTemplate{}
}

// Four templates in each language, of the same items; each waits only for items
// that it has.
func TestShippedMentoringTemplates(t *testing.T) {
	ru, err := command.MentoringTemplates("ru")
	if err != nil || len(ru) != 4 {
		t.Fatalf("%d templates, %v", len(ru), err)
	}
	en, err := command.MentoringTemplates("en")
	if err != nil || len(en) != 4 {
		t.Fatalf("%d templates, %v", len(en), err)
	}
	for i := range ru {
		codes := map[string]bool{"": true}
		for _, x := range ru[i].Items {
			codes[x.Code] = true
		}
		if len(ru[i].Items) != len(en[i].Items) || ru[i].Key != en[i].Key || ru[i].Count() < 7 || ru[i].Goals == "" {
			t.Errorf("%s: %d and %d items", ru[i].Name, len(ru[i].Items), len(en[i].Items))
			continue
		}
		for n, x := range ru[i].Items {
			y := en[i].Items[n]
			if x.Code != y.Code || x.Offset != y.Offset || x.Days != y.Days || x.Effort != y.Effort || x.Mentor != y.Mentor || x.After != y.After {
				t.Errorf("%s %s differs between the languages", ru[i].Name, x.Code)
			}
			if !codes[x.After] || x.Days > 0 && (x.Skill == "" || x.Result == "" || x.Criterion == "" || y.Name == x.Name) {
				t.Errorf("%s %s: %+v", ru[i].Name, x.Code, x)
			}
		}
	}
	other, err := command.MentoringTemplates("fr")
	if err != nil || len(other) != 4 || other[0].Name != ru[0].Name {
		t.Errorf("a language without templates: %v", err)
	}
}

// Story 2: the plan of 16.11.2026-15.02.2027 from «Стажёр управленческого учёта»
// has 14 items in 5 sections, 124 hours of the trainee's and 24 of the mentor's;
// the summary of ABC budgeting is due on 27.11, the forms lie on 07.12-10.12, the
// interview is due on 18.12. The last item begins on the 54th working day, 08.02,
// and is due on 10.02.
func TestTheTraineeTemplateLaidOnTheCalendar(t *testing.T) {
	f, m := traineeFile(t)
	tpl := templateOf(t, "ru", "1-trainee")
	if tpl.Name != "Стажёр управленческого учёта" || tpl.Count() != 14 {
		t.Fatalf("%s, %d items", tpl.Name, tpl.Count())
	}
	papersDo(t, f, command.LayTemplate{MentoringID: m.ID, Template: tpl})
	rows := itemsOf(t, f, m)
	var own, mentors data.Minutes
	sections := 0
	at := map[string]data.ItemRow{}
	for _, r := range rows {
		at[r.Name] = r
		if r.Section() {
			sections++
			continue
		}
		own, mentors = own+r.Effort, mentors+r.MentorEffort
		if r.EndsOn != r.DeadlineOn {
			t.Errorf("%s ends on %s, due %s", r.Name, r.EndsOn, r.DeadlineOn)
		}
	}
	if len(rows) != 19 || sections != 5 || own != data.Hours(124) || mentors != data.Hours(24) {
		t.Errorf("%d lines, %d sections, %d and %d minutes", len(rows), sections, own, mentors)
	}
	for name, want := range map[string][2]data.Date{
		"Изучить методику ABC-бюджетирования, конспект 3 стр.": {papersDay(11, 23), papersDay(11, 27)},
		"Собрать реестр форм клиента":                          {papersDay(12, 7), papersDay(12, 10)},
		"Провести 1 интервью под наблюдением":                  {papersDay(12, 14), papersDay(12, 18)},
		"Практикум: план счетов в учётной системе":             {data.NewDate(2027, 1, 11), data.NewDate(2027, 1, 15)},
		"Самооценка и план развития":                           {data.NewDate(2027, 2, 8), data.NewDate(2027, 2, 10)},
	} {
		if r := at[name]; r.StartsOn != want[0] || r.Due() != want[1] {
			t.Errorf("%s: %s-%s, want %s-%s", name, r.StartsOn, r.Due(), want[0], want[1])
		}
	}
	if r := at["Изучить методику ABC-бюджетирования, конспект 3 стр."]; r.Effort != data.Hours(8) || r.MentorEffort != data.Hours(1) || r.Competency != "Методология" {
		t.Errorf("%+v", r)
	}
	undone(t, f)
	skills, _ := sqlite.List[data.Competency](f.Read(), "1 = 1")
	if n := len(itemsOf(t, f, m)); n+len(skills) != 0 {
		t.Errorf("one undo left %d items and %d competencies", n, len(skills))
	}
}

// The plan of one trainee serves a second one who begins a week later, on 23.11:
// each item a week (five working days) later; the competencies are the same ones.
func TestThePlanOfATraineeServesAnother(t *testing.T) {
	f, m := traineeFile(t)
	papersDo(t, f, command.LayTemplate{MentoringID: m.ID, Template: templateOf(t, "ru", "1-trainee")})
	skills, _ := sqlite.List[data.Competency](f.Read(), "1 = 1")
	papersDo(t, f, command.Accept{ItemID: itemsOf(t, f, m)[1].ID, Score: 5, On: papersDay(11, 20)})
	tpl, err := command.TemplateOfPlan(f.Read(), m.ID)
	if err != nil || tpl.Count() != 14 || tpl.Name != "Громов И. П." {
		t.Fatalf("%s %d, %v", tpl.Name, tpl.Count(), err)
	}
	who := data.Person{ID: data.NewID[data.Person](), FullName: "Сафина Лейла", Zone: "Europe/Moscow", Grade: data.GradeTrainee}
	papersDo(t, f, command.Put{Record: who})
	second := data.Mentoring{ID: data.NewID[data.Mentoring](), TraineeID: who.ID, MentorID: m.MentorID, StartsOn: papersDay(11, 23), EndsOn: data.NewDate(2027, 2, 22), Status: data.MentoringDraft}
	papersDo(t, f, command.NewMentoring{Mentoring: second, PlanName: "Стажёр", Name: "Сафина Л.", Template: &tpl})
	rows := itemsOf(t, f, second)
	after, _ := sqlite.List[data.Competency](f.Read(), "1 = 1")
	if len(rows) != 19 || len(after) != len(skills) {
		t.Fatalf("%d lines, %d competencies where there were %d", len(rows), len(after), len(skills))
	}
	if r := rows[1]; r.Status != data.TaskOpen || r.Score != 0 || r.StartsOn != papersDay(11, 23) || r.Due() != papersDay(11, 27) {
		t.Errorf("the first item of the second trainee %+v", r)
	}
	if r := rows[2]; r.StartsOn != papersDay(11, 30) || r.Due() != papersDay(12, 4) || r.Competency != "Методология" {
		t.Errorf("the summary of the second trainee %+v", r)
	}
}
