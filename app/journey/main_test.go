package journey

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What all journeys share: the program, the display and its picture.
var (
	program string
	display string
	picture string // the frame buffer, in XWD form
)

// patience is how long a step may take on a busy machine.
const patience = 20 * time.Second

// bare is the window manager's set-up: windows without a frame that fill the
// display, so that a place in the window is a place on the display.
const bare = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications><application class="*"><decor>no</decor><maximized>yes</maximized><focus>yes</focus></application></applications>
</openbox_config>
`

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "journeys:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (int, error) {
	for _, tool := range []string{"Xvfb", "openbox", "xdotool", "setxkbmap", "xkbcomp"} {
		if _, err := exec.LookPath(tool); err != nil {
			return 1, fmt.Errorf("%s is missing: apt-get install xvfb openbox xdotool x11-xkb-utils", tool)
		}
	}
	dir, err := os.MkdirTemp("", "portfel-journey-")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(dir)
	if err := build(dir); err != nil {
		return 1, err
	}
	stop, err := openDisplay(dir)
	if err != nil {
		return 1, err
	}
	defer stop()
	return m.Run(), nil
}

// build makes the program, as `make build` does, unless it is at hand.
func build(dir string) (err error) {
	if b := os.Getenv("PORTFEL_BIN"); b != "" {
		program, err = filepath.Abs(b)
		return err
	}
	program = filepath.Join(dir, "portfel")
	cmd := exec.Command("go", "build", "-buildvcs=false", "-tags", "migrated_fynedo", "-o", program, "portfel")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("build: %w\n%s", err, out)
	}
	return nil
}

// openDisplay starts a display under a free number, and the window manager.
func openDisplay(dir string) (stop func(), err error) {
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1440x900x24", "-fbdir", dir, "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		return nil, err
	}
	w.Close()
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("the display did not start: %w", err)
	}
	display, picture = ":"+strings.TrimSpace(number), filepath.Join(dir, "Xvfb_screen0")
	rc := filepath.Join(dir, "openbox.xml")
	if err := os.WriteFile(rc, []byte(bare), 0o600); err != nil {
		return nil, err
	}
	wm := exec.Command("openbox", "--config-file", rc)
	wm.Env = environment(dir)
	if err := wm.Start(); err != nil {
		return nil, err
	}
	return func() {
		for _, c := range []*exec.Cmd{wm, x} {
			c.Process.Kill()
			c.Wait()
		}
	}, nil
}

// environment is that of a person at home in dir, with a Russian system.
func environment(dir string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "DISPLAY=" + display, "HOME=" + dir, "LANG=ru_RU.UTF-8", "LC_CTYPE=C.UTF-8", "TZ=Europe/Moscow", "FYNE_SCALE=1",
		"XDG_DATA_HOME=" + filepath.Join(dir, "share"), "XDG_STATE_HOME=" + filepath.Join(dir, "state"), "XDG_CONFIG_HOME=" + filepath.Join(dir, "config"),
		"XDG_CACHE_HOME=" + filepath.Join(dir, "cache"), "XDG_DOCUMENTS_DIR=" + filepath.Join(dir, "Documents"), "XDG_RUNTIME_DIR=" + dir,
	}
}
