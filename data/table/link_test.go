package table

import (
	"reflect"
	"testing"

	"portfel/data"
)

func TestLinksAreReadLongestIdFirst(t *testing.T) {
	x := NewIds([]string{"1", "12", "1.3", "7", "15", "В", "12F"})
	days := func(n int64) data.Span { return data.Span{Amount: n, Unit: data.WorkDays} }
	for s, want := range map[string][]Link{
		"":            nil,
		"12":          {{"12", data.FinishStart, data.Span{}}},
		"12FS":        {{"12", data.FinishStart, data.Span{}}},
		"12FS+2d":     {{"12", data.FinishStart, days(2000)}},
		"15SS;7FF-1d": {{"15", data.StartStart, data.Span{}}, {"7", data.FinishFinish, days(-1000)}},
		"1.3ОН+1,5д":  {{"1.3", data.FinishStart, days(1500)}},
		"ВОО":         {{"В", data.FinishFinish, data.Span{}}},
		"ВНН; 7но":    {{"В", data.StartStart, data.Span{}}, {"7", data.StartFinish, data.Span{}}},
		"12FFS":       {{"12F", data.FinishStart, data.Span{}}},
		"1 FS + 3 cd": {{"1", data.FinishStart, data.Span{Amount: 3000, Unit: data.CalendarDays}}},
		"7+4h":        {{"7", data.FinishStart, data.Span{Amount: 240, Unit: data.WorkMinutes}}},
		"7FS+0d":      {{"7", data.FinishStart, data.Span{}}},
		"7FS−2":       {{"7", data.FinishStart, days(-2000)}},
	} {
		got, problems := x.Links(s)
		if len(problems) > 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v %v, want %+v", s, got, problems, want)
		}
	}
}

func TestLinksThatCannotBeReadAreNamed(t *testing.T) {
	x := NewIds([]string{"1", "12"})
	for s, want := range map[string]string{"99": "table.noTask", "12XX": "table.link", "12FS+пять": "table.link", "12FS+": "table.link", "12FS+NaNd": "table.link", "12FS2d": "table.link", "12FS+99999d": "table.link", "2": "table.noTask", "1,12": "table.link"} {
		_, problems := x.Links(s)
		if len(problems) != 1 || problems[0].Code != want || problems[0].Args[0] != s {
			t.Errorf("%q: %v, want %s", s, problems, want)
		}
	}
}

func FuzzLinks(f *testing.F) {
	for _, s := range []string{"12FS+2d;15SS;7FF-1d", "1.3ОН+1,5д", "В", ";;", "12FS−", "1+−+2"} {
		f.Add(s)
	}
	x := NewIds([]string{"1", "12", "В", "1.3"})
	f.Fuzz(func(t *testing.T, s string) {
		got, _ := x.Links(s)
		for _, l := range got {
			if !x.known[l.ID] || (data.Dependency{Type: l.Type, Lag: l.Lag, PredID: data.ID[data.Task]{1}, SuccID: data.ID[data.Task]{2}}).Validate().Err() != nil {
				t.Fatalf("%q gave %+v", s, l)
			}
		}
	})
}
