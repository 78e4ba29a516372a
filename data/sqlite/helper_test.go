package sqlite

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// helperEnv makes the test binary do one thing as another process.
const helperEnv = "PORTFEL_TEST_HELPER"

func TestMain(m *testing.M) {
	if what, path, ok := strings.Cut(os.Getenv(helperEnv), ":"); ok && what == "hold" {
		hold(path)
		return
	}
	os.Exit(m.Run())
}

// hold opens a file, says so, and keeps it until its input ends.
func hold(path string) {
	f, err := Open(path, options())
	if err != nil {
		fmt.Println("failed:", err)
		return
	}
	fmt.Println("open")
	bufio.NewReader(os.Stdin).ReadString('\n')
	f.Close()
}

// elsewhere opens the file in another process and returns what ends it: by
// closing the file, or by kill -9.
func elsewhere(t *testing.T, path string) (finish, kill func()) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), helperEnv+"=hold:"+path)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, _ := bufio.NewReader(out).ReadString('\n'); line != "open\n" {
		t.Fatalf("the other process says %q", line)
	}
	return func() { in.Close(); cmd.Wait() }, func() { cmd.Process.Kill(); cmd.Wait() }
}

// names are the names of all clients, in order.
func names(t testing.TB, f *File) string {
	t.Helper()
	rows, err := query[struct{ Name string }](f.Read(), "SELECT name FROM client ORDER BY name")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		all = append(all, r.Name)
	}
	return strings.Join(all, " ")
}

// reopened closes a file and opens it again.
func reopened(t testing.TB, f *File) *File {
	t.Helper()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	g, err := Open(f.Path, options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	return g
}

// sound fails the test unless the file is whole and nothing in it points to
// nowhere.
func sound(t testing.TB, f *File) {
	t.Helper()
	lines, err := f.Read().Integrity()
	if err != nil || len(lines) != 0 {
		t.Errorf("integrity: %v, %v", lines, err)
	}
	if list, err := f.Read().DanglingKeys(); err != nil || len(list) != 0 {
		t.Errorf("dangling: %v, %v", list, err)
	}
}
