package cli

import (
	"strings"
	"testing"
)

// The trainee of story 2 on 24.11: 14 items of 124 and 24 hours. The item of the
// project's task 1.2 lies where that one does, 07.12-10.12. Progress is 15.6 of
// 124 hours: 4 accepted, 40 % of 8, all of 6, 60 % of 4. Handed in so far are 4, 6
// and 3 hours; checked for half an hour twice.
func TestMentoringPrintsThePlanAndItsTotals(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel", "--demo")
	got := d.ok("mentoring", "@a.portfel", "Громов", "--now", "2026-11-24T09:42")
	lines := strings.Split(strings.TrimRight(got, "\n"), "\n")
	if lines[0] != "section\titem\tstatus\tstart\tdue\tdone\tscore\ttrainee_h\tmentor_h" {
		t.Errorf("header %q", lines[0])
	}
	for _, want := range []string{
		"Введение в профессию\tОзнакомиться с порядком отдела и правилами работы с клиентом\tdone\t2026-11-16\t2026-11-20\t2026-11-20\t5\t4\t0.5",
		"Введение в профессию\tИзучить методику ABC-бюджетирования, конспект 3 стр.\tworking\t2026-11-23\t2026-11-27\t-\t-\t8\t1",
		"Работа в проекте\tСобрать реестр форм клиента МК (задача 1.2)\topen\t2026-12-07\t2026-12-10\t-\t-\t16\t2",
		"trainee\tГромов Илья Павлович", "mentor\tКузнецова Анна Сергеевна", "from\t2026-11-16", "to\t2027-02-15", "status\trunning", "grounds\tjob",
		"items\t14", "done\t1", "on_time\t1", "in_review\t1", "returned\t1", "overdue\t1", "progress\t13", "average\t5.0", "trainee_h\t124", "mentor_h\t24",
		"trainee_spent_h\t13", "mentor_spent_h\t1", "control_30\t2026-12-16", "control_60\t2027-01-15", "control_90\t2027-02-15",
		"conclusion_due\t2027-02-10", "notice_due\t2027-02-11",
	} {
		if !strings.Contains(got, "\n"+want+"\n") && !strings.HasSuffix(got, "\n"+want+"\n") {
			t.Errorf("no line %q in\n%s", want, got)
		}
	}
	if !strings.HasPrefix(d.ok("mentoring", "@a.portfel", "Громов", "--json"), "[\n  {\"section\": \"Введение в профессию\"") {
		t.Error("no JSON")
	}
	if strings.Contains(got, "только для наставника") {
		t.Error("the private note is printed")
	}
	// The former trainee: 5 of 5, the third item handed in a day after its term.
	got = d.ok("mentoring", "@a.portfel", "Ершова")
	for _, want := range []string{"done\t5", "on_time\t4", "average\t4.4", "trainee_spent_h\t92", "mentor_spent_h\t12", "conclusion\tfits"} {
		if !strings.Contains(got, "\n"+want+"\n") {
			t.Errorf("no line %q in\n%s", want, got)
		}
	}
	if _, _, code := d.run("mentoring", "@a.portfel", "Нет"); code != exitUsage {
		t.Errorf("nobody of that name: exit %d", code)
	}
}
