package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"portfel/data/command"
	"portfel/data/mspdi"
	"portfel/data/text"
)

// Whatever bytes come as a file, they are refused or become a plan that the
// program itself finds sound.
func FuzzImportMSPDI(f *testing.F) {
	f.Add([]byte(whole.xml()))
	for _, c := range features {
		f.Add([]byte(c.plan.xml()))
	}
	for _, c := range refusedSources {
		f.Add([]byte(project{tasks: c.tasks}.xml()))
	}
	for _, name := range []string{"2003.xml", "2016.xml", "losses.xml"} {
		b, err := os.ReadFile(filepath.Join("..", "mspdi", "testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	file := newFile(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		source, err := mspdi.Read(bytes.NewReader(b), mspdi.Limits{Bytes: 1 << 20})
		if err != nil {
			return
		}
		cmd := command.ImportMSPDI{Source: source, File: "план.xml", Words: text.For(text.RU)}
		p, err := cmd.Look(file.Read())
		if err != nil || p.Refused() > 0 {
			return
		}
		done, err := file.Do(cmd)
		if err != nil {
			return // the engine's own refusal: nothing is written
		}
		defects, err := command.Check(file.Read())
		if err != nil || len(defects) > 0 {
			t.Fatalf("%v, %+v", err, defects)
		}
		if again, err := file.Do(cmd); err != nil || len(again.IDs) > 0 {
			t.Fatalf("a second import: %v, %+v", err, again)
		}
		if len(done.IDs) > 0 {
			undo(t, file)
		}
	})
}
