package cli

import (
	"strings"
	"testing"
)

// The trip of story 3 before its advance is paid: 5 days at 1 500, of each 700
// free of tax; the report is due on 09.12.
func TestTripPrintsDaysAndMoney(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel", "--demo")
	got := d.ok("trip", "@a.portfel", "Екатеринбург", "--now", "2026-11-24T09:42")
	want := `name	Екатеринбург
person	Кузнецова Анна Сергеевна
from	2026-11-30
to	2026-12-04
days	5
per_diem_days	5
abroad_days	0
per_diem	7500.00
within_limit	3500.00
above_limit	4000.00
advance	0.00
spent	7500.00
balance	-7500.00
report_due	2026-12-09
status	agreed
day	2026-11-30	home	1500.00	home
day	2026-12-01	home	1500.00	home
day	2026-12-02	home	1500.00	home
day	2026-12-03	home	1500.00	home
day	2026-12-04	home	1500.00	home
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A journey to Minsk and back: three days by the norm of abroad, the day of the
// return by Russia's; of several travellers one is named.
func TestTripAbroadOfOneTraveller(t *testing.T) {
	d := newDesk(t)
	d.ok("new", "@a.portfel", "--demo")
	if _, _, code := d.run("trip", "@a.portfel", "Минск"); code != exitUsage {
		t.Errorf("two travellers went to Минск: exit %d", code)
	}
	got := d.ok("trip", "@a.portfel", "Минск/Ласточкин", "--now", "2026-11-24T09:42")
	for _, line := range []string{"per_diem_days\t4", "abroad_days\t3", "per_diem\t9000.00", "within_limit\t8200.00", "above_limit\t800.00", "advance\t24700.00", "spent\t24450.00", "balance\t250.00", "status\tclosed",
		"day\t2026-09-22\tabroad\t2500.00\tborderOut", "day\t2026-09-24\tabroad\t2500.00\tabroad", "day\t2026-09-25\thome\t1500.00\tborderBack"} {
		if !strings.Contains(got, line+"\n") {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
}
