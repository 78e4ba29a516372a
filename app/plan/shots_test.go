package plan

import (
	"testing"

	"portfel/app/desk/desktest"
	"portfel/data/text"
)

func TestShots(t *testing.T) {
	for _, v := range []struct {
		name string
		lang text.Lang
		dark bool
	}{{"ru-light", text.RU, false}, {"en-dark", text.EN, true}} {
		d := desktest.New(t, v.lang, v.dark)
		s := openCopper(t, d)
		vacation(t, d)
		s.chart.Grid.Select(at(t, s, "2.2"))
		d.Shoot("plan-" + v.name)
		s.chart.Grid.Edit(at(t, s, "2.2"), "preds", "9.9")
		d.Press("Return")
		d.Shoot("plan-refused-" + v.name)
	}
}
