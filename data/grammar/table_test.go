package grammar

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A pattern that stands twice for one gender would silently lose one meaning.
func TestPatternsStandOnce(t *testing.T) {
	for name, rs := range map[string]rules{"family": familyRules, "given": givenRules, "position": positionRules, "town": townRules} {
		for _, by := range []map[string][]rule{rs.whole, rs.short, rs.ending} {
			for pattern, list := range by {
				seen := map[string]bool{}
				for _, r := range list {
					if seen[r.gender] || seen["*"] {
						t.Errorf("%s: %q stands twice for %s", name, pattern, r.gender)
					}
					seen[r.gender] = true
				}
			}
		}
	}
}

// A declension cuts letters that its patterns must end with.
func TestPatternsEndWithWhatIsCut(t *testing.T) {
	cuts := map[string]string{}
	for _, row := range rows("declension") {
		cuts[row[0]] = strings.Trim(row[1], "-*")
	}
	for _, name := range []string{"family", "given", "position", "town"} {
		for _, row := range rows(name) {
			for pattern := range strings.FieldsSeq(row[0]) {
				if !strings.HasSuffix(pattern, cuts[row[2]]) && !strings.Contains(cell(row, 3), "stem=") {
					t.Errorf("%s: %s does not end with %s of %s", name, pattern, cuts[row[2]], row[2])
				}
			}
		}
	}
}

func TestListsHoldEachWordOnce(t *testing.T) {
	for _, name := range []string{"known", "head"} {
		seen := map[string]bool{}
		for _, row := range rows(name) {
			for w := range strings.FieldsSeq(row[1]) {
				if seen[w] || w != lower(w) {
					t.Errorf("%s: %q twice or in capitals", name, w)
				}
				seen[w] = true
			}
		}
	}
}

func TestTablesAreRussianAndWhole(t *testing.T) {
	for _, row := range rows("currency") {
		if len(row) != 12 && len(row) != 10 && cell(row, 5) != "" || len(row[0]) != 3 {
			t.Errorf("currency %v has %d cells", row, len(row))
		}
	}
	for _, row := range rows("declension") {
		if len(row) != 7 || !utf8.ValidString(strings.Join(row, "")) {
			t.Errorf("declension %v has %d cells", row, len(row))
		}
	}
	if len(numerals) != 37 {
		t.Errorf("%d numerals, want 0 to 20, seven tens, nine hundreds", len(numerals))
	}
}
