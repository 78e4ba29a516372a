package schedule

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"portfel/data"
)

// among finds ids by their place in a list.
func among(ids ...string) func(string) (int, bool) {
	return func(id string) (int, bool) {
		i := slices.Index(ids, id)
		return i, i >= 0
	}
}

func TestLinksAreRead(t *testing.T) {
	find := among("12", "15", "7", "1.3", "В", "1", "ОН", "7F")
	hours := func(n int64) data.Span { return data.Span{Amount: n * 60, Unit: data.WorkMinutes} }
	for text, want := range map[string][]Predecessor{
		"":                     nil,
		" ; ;":                 nil,
		"12":                   {{0, data.FinishStart, data.Span{}}},
		"12FS+2d;15SS;7FF-1d":  {{0, data.FinishStart, data.Days(2)}, {1, data.StartStart, data.Span{}}, {2, data.FinishFinish, data.Days(-1)}},
		"12ОН+2д; 15нн ;7ОО−1": {{0, data.FinishStart, data.Days(2)}, {1, data.StartStart, data.Span{}}, {2, data.FinishFinish, data.Days(-1)}},
		"15НО + 2,5 д":         {{1, data.StartFinish, data.Span{Amount: 2500, Unit: data.WorkDays}}},
		"12+4ч":                {{0, data.FinishStart, hours(4)}},
		"12fs-1.5h":            {{0, data.FinishStart, data.Span{Amount: -90, Unit: data.WorkMinutes}}},
		"12+10кд":              {{0, data.FinishStart, data.Span{Amount: 10000, Unit: data.CalendarDays}}},
		"12+24кч":              {{0, data.FinishStart, data.Span{Amount: 1440, Unit: data.ElapsedMins}}},
		"1.3":                  {{3, data.FinishStart, data.Span{}}},
		"1":                    {{5, data.FinishStart, data.Span{}}},
		"В":                    {{4, data.FinishStart, data.Span{}}},
		"ВНН":                  {{4, data.StartStart, data.Span{}}},
		"ОНОН":                 {{6, data.FinishStart, data.Span{}}},
		"7FF":                  {{2, data.FinishFinish, data.Span{}}}, // "7F" is known, but "F" is no type
		"7F":                   {{7, data.FinishStart, data.Span{}}},
		"12HH":                 {{0, data.StartStart, data.Span{}}}, // Latin letters for НН
		"12SS;12FF":            {{0, data.StartStart, data.Span{}}, {0, data.FinishFinish, data.Span{}}},
		"12+0d":                {{0, data.FinishStart, data.Span{}}},
	} {
		got, err := ParseLinks(text, find)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v %v, want %v", text, got, err, want)
		}
	}
}

func TestBadLinksNameThePlace(t *testing.T) {
	find := among("12", "15")
	for text, want := range map[string]LinkError{
		"12;99FS":          {"99FS", 4, "linkID"},
		"12; FS":           {"FS", 5, "linkID"},
		"12ОН;15ПП":        {"15ПП", 6, "linkType"},
		"12;15FS+":         {"15FS+", 4, "linkLag"},
		"12FS+2q":          {"12FS+2q", 1, "linkLag"},
		"12FS+50%":         {"12FS+50%", 1, "linkLag"},
		"12FS+-2d":         {"12FS+-2d", 1, "linkLag"},
		"12-+2":            {"12-+2", 1, "linkLag"},
		"12FS2d":           {"12FS2d", 1, "linkType"},
		"12FS+1.2345d":     {"12FS+1.2345d", 1, "linkLag"},
		"12FS+20001d":      {"12FS+20001d", 1, "linkLag"},
		"12;15;12":         {"12", 7, "linkTwice"},
		"12FS+99999999999": {"12FS+99999999999", 1, "linkLag"},
	} {
		_, err := ParseLinks(text, find)
		var le *LinkError
		if !errors.As(err, &le) || *le != want {
			t.Errorf("%q: %v, want %v", text, err, &want)
		}
	}
	p := (&LinkError{"99FS", 4, "linkID"}).Problem()
	if p.Code != "linkID" || !slices.Equal(p.Args, []string{"99FS", "4"}) {
		t.Errorf("problem of a form: %v", p)
	}
}

func TestLinksAreWritten(t *testing.T) {
	preds := []Predecessor{{0, data.FinishStart, data.Span{}}, {1, data.FinishStart, data.Days(2)}, {0, data.StartStart, data.Span{}},
		{1, data.FinishFinish, data.Span{Amount: -1500, Unit: data.WorkDays}}, {0, data.StartFinish, data.Span{Amount: 240, Unit: data.WorkMinutes}},
		{1, "", data.Span{Amount: 90, Unit: data.WorkMinutes}}, {0, data.FinishFinish, data.Span{Amount: 3000, Unit: data.CalendarDays}},
		{1, data.StartStart, data.Span{Amount: -1440, Unit: data.ElapsedMins}}}
	id := func(task int) string { return []string{"12", "1.3"}[task] }
	if got, want := FormatLinks(preds, id, Latin), "12;1.3FS+2d;12SS;1.3FF-1.5d;12SF+4h;1.3FS+90m;12FF+3cd;1.3SS-24eh"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got, want := FormatLinks(preds, id, Russian), "12;1.3ОН+2д;12НН;1.3ОО-1,5д;12НО+4ч;1.3ОН+90м;12ОО+3кд;1.3НН-24кч"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What is read can be written and read again, in either notation.
func FuzzParseLinks(f *testing.F) {
	for _, s := range []string{"12FS+2d;15SS;7FF-1d", "12ОН+2д", "В;1.3НН-4ч", "7FF", "12+0,5", "1.3SF−10кд", "15OO+24eh", ";;", "12FS+1m", "\xff", "1.31.3"} {
		f.Add(s)
	}
	ids := []string{"12", "15", "7", "1.3", "В", "1"}
	find, id := among(ids...), func(i int) string { return ids[i] }
	f.Fuzz(func(t *testing.T, text string) {
		preds, err := ParseLinks(text, find)
		if err != nil {
			var le *LinkError
			if !errors.As(err, &le) || le.At < 1 || !strings.Contains(text, le.Text) {
				t.Errorf("%q: %v names no place", text, err)
			}
			return
		}
		for _, n := range []Notation{Latin, Russian} {
			again, err := ParseLinks(FormatLinks(preds, id, n), find)
			if err != nil || !slices.Equal(again, preds) {
				t.Errorf("%q: %v, written %q, read %v %v", text, preds, FormatLinks(preds, id, n), again, err)
			}
		}
	})
}
