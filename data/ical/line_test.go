package ical

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"portfel/data"
)

// letters are what texts of the tests are made of: one to four octets, signs
// that need escapes, line breaks, control characters, joined emoji.
var letters = []rune("aZ9 ;,\\\":=«»—№₽ёЖя\n\t\u200d👩👧🇷\u0301\u2028\u0085\x07\ufeff")

func randomText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range r.IntN(n + 1) {
		b.WriteRune(letters[r.IntN(len(letters))])
	}
	return b.String()
}

func TestFoldingNeverCutsARune(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		s := clean(randomText(r, 300))
		var l lines
		l.text("DESCRIPTION", s)
		raw := string(l.b)
		if s == "" {
			if raw != "" {
				t.Fatalf("empty text gives %q", raw)
			}
			continue
		}
		body, ok := strings.CutSuffix(raw, "\r\n")
		if !ok {
			t.Fatalf("no CRLF: %q", raw)
		}
		for i, line := range strings.Split(body, "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
				t.Fatalf("line %d: %d octets: %q", i, len(line), line)
			}
			if i > 0 && line[0] != ' ' {
				t.Fatalf("continuation does not start with a space: %q", line)
			}
		}
		value := strings.TrimPrefix(strings.ReplaceAll(body, "\r\n ", ""), "DESCRIPTION:")
		if got := unescape(value); got != s {
			t.Fatalf("%q came back as %q", s, got)
		}
	}
}

func TestFoldAtExactly75Octets(t *testing.T) {
	for n, want := range map[int]int{75 - len("SUMMARY:"): 1, 76 - len("SUMMARY:"): 2, 75 - len("SUMMARY:") + 74: 2, 75 - len("SUMMARY:") + 75: 3} {
		var l lines
		l.text("SUMMARY", strings.Repeat("x", n))
		if got := strings.Count(string(l.b), "\r\n"); got != want {
			t.Errorf("%d letters: %d lines, want %d", n, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"просто текст":           "просто текст",
		" край\t":                "край",
		"a\r\nb\rc\nd":           "a\nb\nc\nd",
		"a\u2028b\u2029c\u0085d": "a\nb\nc\nd",
		"зво\x07нок\x00\x7f":     "звонок",
		"табу\tляция":            "табу ляция",
		"\ufeffметка":            "метка",
		"плохо\xff\xfe":          "плохо",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got := oneLine("a\n\nb"); got != "a b" {
		t.Errorf("%q", got)
	}
}

func TestParameters(t *testing.T) {
	for in, want := range map[string]string{"Europe/Moscow": "Europe/Moscow", `ООО "Ромашка"`: "ООО «Ромашка»", "Иванов; отдел: 5, 6": `"Иванов; отдел: 5, 6"`, "a\nb": "a b"} {
		if got := param(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestTextsOfOneLine(t *testing.T) {
	r := meeting(1, "Первая\nвторая; третья, \\ \u2028 четвёртая", "2026-12-01T10:00 Europe/Moscow", "2026-12-01T11:00 Europe/Moscow")
	r.Detail = "строка 1\r\nстрока 2"
	got, p := export(t, []data.AgendaRow{r}, mine())
	flat := strings.ReplaceAll(got, "\r\n ", "")
	for _, want := range []string{"SUMMARY:Первая вторая\\; третья\\, \\\\   четвёртая\r\n", "DESCRIPTION:строка 1\\nстрока 2\r\n"} {
		if !strings.Contains(flat, want) {
			t.Errorf("no %q in\n%s", want, flat)
		}
	}
	if !strings.HasSuffix(string(Table(p.Write)), "\tПервая вторая; третья, \\   четвёртая\n") {
		t.Errorf("%s", Table(p.Write))
	}
	r.Title = " \x07 "
	if _, p = export(t, []data.AgendaRow{r}, mine()); p.Write[0].Summary != "Событие" {
		t.Errorf("an empty title: %q", p.Write[0].Summary)
	}
}
