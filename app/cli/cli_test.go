package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfel/app"
	"portfel/app/shot"
)

// desk is a folder with files and a command line to use on them.
type desk struct {
	t   testing.TB
	dir string
}

func newDesk(t testing.TB) *desk { return &desk{t, t.TempDir()} }

func (d *desk) path(name string) string { return filepath.Join(d.dir, name) }

func (d *desk) write(name, text string) {
	d.t.Helper()
	if err := os.WriteFile(d.path(name), []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// run runs a line; words of it that name a file of the desk begin with "@".
func (d *desk) run(line ...string) (out, errs string, code int) {
	args := make([]string, len(line))
	for i, a := range line {
		if name, ok := strings.CutPrefix(a, "@"); ok {
			a = d.path(name)
		}
		args[i] = a
	}
	var o, e bytes.Buffer
	code = Run(args, Env{Stdout: &o, Stderr: &e, Stdin: strings.NewReader(""), Now: fixedNow,
		Getenv: func(string) string { return "" }, Shot: shot.Draw})
	return o.String(), strings.ReplaceAll(e.String(), d.dir+string(filepath.Separator), ""), code
}

// ok runs a line that must succeed and gives its output.
func (d *desk) ok(line ...string) string {
	d.t.Helper()
	out, errs, code := d.run(line...)
	if code != 0 {
		d.t.Fatalf("%v: exit %d, %s%s", line, code, out, errs)
	}
	return out
}

// says runs a line and compares exit code, output and errors.
func (d *desk) says(code int, out, errs string, line ...string) {
	d.t.Helper()
	o, e, got := d.run(line...)
	if got != code || o != out || e != errs {
		d.t.Errorf("%v: exit %d, want %d\nout:\n%s\nwant:\n%s\nerrors:\n%s\nwant:\n%s", line, got, code, o, out, e, errs)
	}
}

const story1 = "№;Родитель;Задача;Дней;Предшественники;Трудозатраты, ч;Срок\n" +
	"1;;Диагностика;;;;\n" +
	"1.1;1;Интервью с ЦФО;5;;\"Я:24;Ласточкин Дмитрий Олегович:32\";\n" +
	"1.2;1;Анализ форм отчётности;4;1.1;\"Ласточкин:32;Громов Илья Павлович:16\";\n" +
	"1.3;1;Отчёт о диагностике;3;1.2;\"Я:16;Ласточкин:16\";\n" +
	"2;;Методика;;;;\n" +
	"2.1;2;Финансовая структура;5;1.3;\"Я:32;Ласточкин:24\";\n" +
	"2.2;2;Регламент бюджетирования;8;2.1;\"Я:16;Ласточкин:64\";\n" +
	"3;;ТЗ;;;;\n" +
	"3.1;3;Техническое задание;10;2.2;\"Я:56;Ласточкин:64;Громов:24\";\n" +
	"В;3;ТЗ утверждено;0;3.1;;2027-01-27\n"

func fixedNow() time.Time { return time.Date(2026, 11, 24, 6, 42, 0, 0, time.UTC) }

func rooms() []string { return app.Rooms() }
