package journey

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// A layout says which key, and whether with Shift, makes a letter. Codes are
// those of an evdev keyboard.
type layout struct {
	name   string
	plain  map[rune]int
	shifts map[rune]int
}

var russian, american = layoutOf("ru", "ёйцукенгшщзхъфывапролджэячсмитьбю.", `!"№;%:?*()_+,`), layoutOf("us", "`qwertyuiop[]asdfghjkl;'zxcvbnm,./", `!@#$%^&*()_+?`)

// layoutOf numbers the letters row by row, and the signs over the digits with
// those of the minus, the equals sign and the slash.
func layoutOf(name, letters, signs string) layout {
	l := layout{name: name, plain: map[rune]int{' ': 65, '-': 20, '=': 21}, shifts: map[rune]int{}}
	codes := []int{49}
	for _, row := range [][2]int{{24, 36}, {38, 49}, {52, 62}} {
		for c := row[0]; c < row[1]; c++ {
			codes = append(codes, c)
		}
	}
	for i, r := range []rune(letters) {
		l.plain[r] = codes[i]
	}
	for i, r := range "1234567890" {
		l.plain[r] = 10 + i
	}
	for i, r := range []rune(signs) {
		l.shifts[r] = []int{10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 61}[i]
	}
	if name == "us" {
		l.shifts[':'] = 47
	}
	return l
}

// key is how xdotool is told to make a letter; "" when the layout has none.
func (l layout) key(r rune) string {
	if c, ok := l.plain[r]; ok {
		return strconv.Itoa(c)
	}
	if c, ok := l.shifts[r]; ok {
		return "shift+" + strconv.Itoa(c)
	}
	if c, ok := l.plain[unicode.ToLower(r)]; ok && unicode.IsUpper(r) {
		return "shift+" + strconv.Itoa(c)
	}
	return ""
}

func (l layout) has(text string) bool {
	for _, r := range text {
		if l.key(r) == "" {
			return false
		}
	}
	return true
}

// chord turns the letter of "ctrl+k" into its key code, so that it is the same
// key in every layout.
func chord(s string) string {
	parts := strings.Split(s, "+")
	last := parts[len(parts)-1]
	if r := []rune(last); len(r) == 1 {
		parts[len(parts)-1] = american.key(r[0])
	}
	return strings.Join(parts, "+")
}

func xdo(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command("xdotool", args...)
	cmd.Env = environment(t.TempDir())
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("xdotool %v: %v", args, err)
	}
	return strings.TrimSpace(string(out))
}

// press presses keys one after another: "Tab", "ctrl+k", "shift+Tab". The pause in
// milliseconds is no waiting: two presses of a key within one are taken for one.
func (p *person) press(keys ...string) {
	p.t.Helper()
	args := []string{"key", "--delay", "24"}
	for _, k := range keys {
		args = append(args, chord(k))
	}
	xdo(p.t, args...)
}

// write types a text, switching to the layout that has its letters.
func (p *person) write(text string) {
	p.t.Helper()
	if !p.on.has(text) {
		for _, l := range []layout{russian, american} {
			if l.has(text) {
				p.layout(l)
			}
		}
	}
	args := []string{"key", "--delay", "4"}
	for _, r := range text {
		k := p.on.key(r)
		if k == "" {
			p.t.Fatalf("no layout has all of %q", text)
		}
		args = append(args, k)
	}
	xdo(p.t, args...)
}

// layout sets the keyboard layout once the program has read what was typed.
func (p *person) layout(l layout) {
	p.t.Helper()
	settled(p.t)
	cmd := exec.Command("setxkbmap", l.name)
	cmd.Env = environment(p.home)
	if out, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("setxkbmap: %v %s", err, out)
	}
	p.on = l
}

// fill replaces what a field holds, and goes to the next one.
func (p *person) fill(text string) {
	p.t.Helper()
	p.press("ctrl+a", "Delete")
	if text != "" {
		p.write(text)
	}
	p.press("Tab")
}

// click presses the first button of the mouse at a place of the window.
func (p *person) click(x, y int) {
	p.t.Helper()
	xdo(p.t, "mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "1")
}

// drag pulls with the first button, in steps as a hand does.
func (p *person) drag(x, y, toX, toY int) {
	p.t.Helper()
	args := []string{"mousemove", strconv.Itoa(x), strconv.Itoa(y), "mousedown", "1"}
	for i := 1; i <= 8; i++ {
		args = append(args, "mousemove", strconv.Itoa(x+(toX-x)*i/8), strconv.Itoa(y+(toY-y)*i/8), "sleep", "0.02")
	}
	xdo(p.t, append(args, "mouseup", "1")...)
}
