package command_test

import (
	"testing"

	"portfel/data"
	"portfel/data/command"
)

// A new file has three templates; each makes a project whose last milestone
// stands where its chain of working days ends. Budgeting from Monday 30 November
// 2026, day by day on the calendar of Russia: diagnostics 12 days to 15.12, the
// method 18 days to 19.01.2027 (31.12-10.01 are off), the specification 10 days
// to 02.02, the act two days to 04.02.
func TestShippedTemplatesMakeProjects(t *testing.T) {
	f := newFile(t)
	list := must(f.Read().Templates())(t)
	if len(list) != 3 {
		t.Fatalf("%d templates", len(list))
	}
	for _, tpl := range list {
		tree := must(f.Read().PlanTree(tpl.ID))(t)
		if len(tree.Rows) < 12 {
			t.Errorf("%s has %d rows", tpl.Name, len(tree.Rows))
		}
		for _, r := range tree.Rows {
			if r.Date.Problem != "" || r.Date.StartsOn.IsZero() {
				t.Errorf("%s %s: %q", tpl.Name, r.Code, r.Date.Problem)
			}
		}
		if tpl.Name != "Постановка бюджетирования" {
			continue
		}
		p := data.Project{ID: data.NewID[data.Project](), Name: "Новый", StartsOn: data.NewDate(2026, 11, 30), Status: data.ProjectPlanning}
		do(t, f, command.NewProject{Project: p, Template: tpl.ID})
		made := must(f.Read().PlanTree(must(f.Read().CurrentPlan(p.ID))(t)))(t)
		for code, want := range map[string]data.Date{"1.4": data.NewDate(2026, 12, 15), "2.4": data.NewDate(2027, 1, 19), "3.3": data.NewDate(2027, 2, 2), "4.1": data.NewDate(2027, 2, 4)} {
			if got := byCode(made, code).Date.EndsOn; got != want {
				t.Errorf("%s ends %s, want %s", code, got, want)
			}
		}
	}
}

// The first start in English has English templates, under the same ids.
func TestTemplatesSpeakTheLanguageOfTheFile(t *testing.T) {
	f := newFile(t)
	was := must(f.Read().Templates())(t)
	me := must(f.Read().Me())(t)
	me.FullName = "Ann"
	do(t, f, command.SetUp{Me: me, Language: "en"})
	now := must(f.Read().Templates())(t)
	if len(now) != len(was) {
		t.Fatalf("%d templates", len(now))
	}
	ids := map[data.ID[data.Plan]]bool{}
	for _, p := range was {
		ids[p.ID] = true
	}
	for _, p := range now {
		if !ids[p.ID] || p.Name[0] >= 128 {
			t.Errorf("template %q", p.Name)
		}
	}
}
