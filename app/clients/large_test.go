package clients

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/app/projects"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sample"
	"portfel/data/sqlite"
	"portfel/data/text"
)

func TestTmpLarge(t *testing.T) {
	path := filepath.Join(os.TempDir(), "p", "large.portfel")
	opt := command.Options(func() time.Time { return desktest.Now })
	f, err := sqlite.Open(path, opt)
	if err != nil {
		if f, err = sqlite.Create(path, opt); err != nil {
			t.Fatal(err)
		}
		size := sample.Full
		size.Clients = 500
		if err := sample.Large(f, size, 1); err != nil {
			t.Fatal(err)
		}
	}
	defer f.Close()
	d := desktest.Over(t, f, text.RU, false)
	lap := func(name string, do func()) {
		for range 2 {
			at := time.Now()
			do()
			t.Log(name, time.Since(at).Round(time.Millisecond))
		}
	}
	r := f.Read()
	today := d.Today()
	rows, _ := r.Projects(data.ProjectFilter{}, today)
	lap("projects", func() { r.Projects(data.ProjectFilter{}, today) })
	lap("late", func() { r.LateTasks(rows[0].ID, today, 20) })
	lap("milestones", func() { r.Milestones(rows[0].ID, 6) })
	lap("meetings", func() { m, _ := r.ProjectMeetings(rows[0].ID); _ = m })
	lap("clients", func() { r.Clients(today) })
	cs, _ := r.Clients(today)
	lap("timeline", func() { x, _ := r.ClientTimeline(cs[0].ID, today); t.Log(len(x)) })
	lap("contacts", func() { r.ClientContacts(cs[0].ID) })
	lap("twins", func() { twins(d, data.Sketch{Name: "x"}) })
	s := New(d, desk.Filter{})
	d.Show(s)
	lap("clients reload", s.Reload)
	lap("client show", func() { s.Show(cs[3].Ref()) })
	p := projects.New(d, desk.Filter{})
	d.Show(p)
	lap("projects reload", p.Reload)
	lap("project show", func() { p.Show(rows[3].Ref()) })
	lap("project reload", p.Reload)
}
