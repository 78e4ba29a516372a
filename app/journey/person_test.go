package journey

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// today is the clock with which every journey begins: the Tuesday of stories.md.
const today = "2026-11-24T09:42"

// person sits before the program with a home of their own.
type person struct {
	t      *testing.T
	home   string
	file   string // the data file that the window has open
	cmd    *exec.Cmd
	said   *bytes.Buffer // what the program wrote on standard error
	on     layout
	now    string   // the clock; empty = today
	also   []string // further variables of the environment
	errors bool     // the journey provokes errors, so the log may hold some
}

// newPerson makes a home, without a data file, and no window.
func newPerson(t *testing.T) *person {
	t.Helper()
	p := &person{t: t, home: t.TempDir(), on: american}
	p.file = filepath.Join(p.home, "share", "portfel", "portfel.portfel")
	for _, dir := range []string{"Documents", "share", "state", "config/fyne"} {
		if err := os.MkdirAll(filepath.Join(p.home, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	// The toolkit's own setting: a caret that does not fade lets pictures rest.
	if err := os.WriteFile(filepath.Join(p.home, "config/fyne/settings.json"), []byte(`{"no_animations":true}`), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.leave)
	return p
}

// withSample sees the sample in a file of their own.
func withSample(t *testing.T) *person {
	t.Helper()
	p := newPerson(t)
	p.file = filepath.Join(p.home, "Documents", "мой.portfel")
	p.must("new", p.file, "--demo")
	p.start(p.file)
	return p
}

// settledIn has answered the questions of the first start and sees the first room
// of a file of their own.
func settledIn(t *testing.T) *person {
	t.Helper()
	p := newPerson(t)
	p.start()
	p.write("Кузнецова Анна Сергеевна")
	changed(t, "the second question", func() { p.press("Return") })
	changed(t, "the third question", func() { p.press("Return") })
	p.write("Москва")
	changed(t, "the last question", func() { p.press("Return") })
	p.press("Return")
	p.in("Обзор")
	return p
}

// start opens the window and waits until it is drawn and has the keyboard.
func (p *person) start(args ...string) {
	p.t.Helper()
	p.cmd = exec.Command(program, append(args, "--now", p.clock())...)
	p.cmd.Env, p.cmd.Dir = append(environment(p.home), p.also...), p.home
	p.said = &bytes.Buffer{}
	p.cmd.Stderr, p.cmd.Stdout = p.said, p.said
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.layout(russian)
	xdo(p.t, "mousemove", "1438", "898")
	until(p.t, "the window opens", func() bool { return p.title() != "" })
	until(p.t, "the window is drawn", func() bool {
		f := look(p.t)
		c := f.at(700, 3)
		return c.R > 40 || c.B > 40
	})
	settled(p.t)
}

// clock is the moment at which the program is told to stand.
func (p *person) clock() string {
	if p.now == "" {
		return today
	}
	return p.now
}

// comesBack closes the window and opens it again at another moment.
func (p *person) comesBack(now string) {
	p.t.Helper()
	p.close()
	p.now = now
	p.start(p.file)
}

// title is that of the window which has the keyboard, "" when none has.
func (p *person) title() string {
	cmd := exec.Command("xdotool", "getactivewindow", "getwindowname")
	cmd.Env = environment(p.home)
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// rooms are the places of the navigation, in its order: Ctrl+1 to Ctrl+9.
var rooms = []string{"Обзор", "Проекты", "План работ", "Наставничество", "Командировки", "Документы", "Клиенты", "Календарь", "Настройки"}

// room goes to a room by its key and waits for it.
func (p *person) room(name string) {
	p.t.Helper()
	p.press("ctrl+" + strconv.Itoa(slices.Index(rooms, name)+1))
	p.in(name)
}

// does runs an action of the palette by the words of its name.
func (p *person) does(action string) {
	p.t.Helper()
	changed(p.t, "the palette", func() { p.press("ctrl+k") })
	changed(p.t, "the action "+action, func() { p.write(action) })
	changed(p.t, action, func() { p.press("Return") })
}

// in waits until the window shows a room.
func (p *person) in(name string) {
	p.t.Helper()
	until(p.t, "the room "+name, func() bool { return strings.HasPrefix(p.title(), name+" — ") })
	settled(p.t)
}

// leave ends the program and looks at what it has complained about.
func (p *person) leave() {
	if p.t.Failed() {
		keep(p.t)
	}
	if p.cmd != nil {
		p.kill()
	}
	if !p.errors {
		if l := p.log(); strings.Contains(l, "level=ERROR") {
			p.t.Errorf("the log holds errors:\n%s", l)
		}
	}
}

// kill ends the program as a power cut does.
func (p *person) kill() {
	p.cmd.Process.Kill()
	p.cmd.Wait()
	p.cmd = nil
	if s := p.said.String(); s != "" {
		p.t.Errorf("the program complained: %s", s)
	}
}

// close closes the window by its key and waits for the end of the program.
func (p *person) close() {
	p.t.Helper()
	p.press("ctrl+q")
	done := make(chan error, 1)
	cmd := p.cmd
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			p.t.Fatalf("the program ended with %v: %s", err, p.said)
		}
	case <-time.After(patience):
		p.t.Fatal("the program does not end on Ctrl+Q")
	}
	p.cmd = nil
}

func (p *person) log() string {
	b, _ := os.ReadFile(filepath.Join(p.home, "state", "portfel", "portfel.log"))
	return string(b)
}

// command runs the program without a window.
func (p *person) command(args ...string) (out string, err error) {
	cmd := exec.Command(program, append(args, "--now", p.clock(), "--lang", "ru")...)
	cmd.Env, cmd.Dir = environment(p.home), p.home
	var said bytes.Buffer
	cmd.Stderr = &said
	b, err := cmd.Output()
	return string(b) + said.String(), err
}

// must runs a command that has to succeed.
func (p *person) must(args ...string) string {
	p.t.Helper()
	out, err := p.command(args...)
	if err != nil {
		p.t.Fatalf("portfel %v: %v: %s", args, err, out)
	}
	return out
}

// finds waits until a command of the program prints a text.
func (p *person) finds(text string, args ...string) {
	p.t.Helper()
	last := ""
	defer func() {
		if p.t.Failed() {
			p.t.Logf("portfel %s printed last:\n%s", strings.Join(args, " "), last)
		}
	}()
	until(p.t, "portfel "+strings.Join(args, " ")+" prints "+text, func() bool {
		last = p.must(args...)
		return strings.Contains(last, text)
	})
}

// sound asserts that the file has no defect.
func (p *person) sound() {
	p.t.Helper()
	if out, err := p.command("check", p.file); err != nil {
		p.t.Errorf("check: %v\n%s", err, out)
	}
}
