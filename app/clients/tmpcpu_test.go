package clients

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"portfel/app/desk"
	"portfel/app/desk/desktest"
	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
	"portfel/data/text"
)

func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func TestTmpCPU(t *testing.T) {
	path := filepath.Join(os.TempDir(), "p", "large.portfel")
	f, err := sqlite.Open(path, command.Options(func() time.Time { return desktest.Now }))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := f.Read()
	today := r.Today()
	lap := func(name string, do func()) {
		do()
		at := cpu()
		for range 10 {
			do()
		}
		t.Log(name, ((cpu() - at) / 10).Round(time.Millisecond))
	}
	lap("projects", func() { r.Projects(data.ProjectFilter{}, today) })
	lap("clients", func() { r.Clients(today) })
	d := desktest.Over(t, f, text.RU, false)
	s := New(d, desk.Filter{})
	d.Show(s)
	lap("reload", s.Reload)
	cs, _ := r.Clients(today)
	lap("line", func() { r.ClientTimeline(cs[5].ID, today) })
	i := 0
	lap("show", func() { i++; s.Show(cs[i].Ref()) })
	lap("arrange", s.arrange)
	lap("headline", s.view.headline)
	lap("people", func() { s.view.people.show(s.view.client) })
	lap("fill", s.view.fill)
	lap("body", s.view.body.Refresh)
}
