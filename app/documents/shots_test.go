package documents

import (
	"path/filepath"
	"testing"
	"time"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

func TestShots(t *testing.T) {
	for _, c := range []struct {
		lang text.Lang
		dark bool
		name string
	}{{text.RU, false, "documents-ru"}, {text.EN, true, "documents-en-dark"}} {
		d := desktest.New(t, c.lang, c.dark)
		s := New(d, desk.Filter{})
		d.Show(s)
		s.Show(refOf(t, s, "Техническое задание на подсистему бюджетирования"))
		for _, tab := range []string{tabVersions, tabApproval, tabProperties, tabHistory} {
			s.side.tabs.Select(tab)
			d.Shoot(c.name + "-" + tab)
		}
		s.side.tabs.Select(tabVersions)
		s.create()
		d.Shoot(c.name + "-new")
	}
}

func TestAnEmptyFile(t *testing.T) {
	f, err := sqlite.Create(filepath.Join(t.TempDir(), "a.portfel"), command.Options(func() time.Time { return desktest.Now }))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Base(command.Seed{}); err != nil {
		t.Fatal(err)
	}
	d := desktest.Over(t, f, text.RU, false)
	s := New(d, desk.Filter{})
	d.Show(s)
	if len(d.Failed) > 0 {
		t.Fatal(d.Failed)
	}
	d.Shoot("documents-ru-empty")
	if s.Header().Buttons[0].Label == "" || s.Show(data.RefTo(data.KindDeliverable, data.NewID[data.Deliverable]())) {
		t.Error("an empty room has a way to begin and shows nothing else")
	}
}
