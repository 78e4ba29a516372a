package trips

import "testing"

func TestALineMayBeginWithATown(t *testing.T) {
	for line, want := range map[string][2]string{
		"Химки график возобновления работ": {"Химки", "график возобновления работ"},
		"нижний новгород согласование":     {"Нижний Новгород", "согласование"},
		"согласование протокола":           {"", "согласование протокола"},
		"": {"", ""},
	} {
		if town, rest := townFirst(line); town != want[0] || rest != want[1] {
			t.Errorf("%q: %q and %q, want %v", line, town, rest, want)
		}
	}
}
