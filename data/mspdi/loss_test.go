package mspdi

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestLosses(t *testing.T) {
	f := loadFile(t, "losses.xml")
	equal(t, "notes", len(f.Notes), 0)
	var got []string
	for _, n := range f.Losses() {
		got = append(got, strings.TrimSpace(n.Code+" "+strconv.Itoa(n.UID)+" "+strings.Join(n.Args, "|")))
	}
	equal(t, "losses", strings.Join(got, "\n"), strings.Join([]string{
		"fromFinish -1",
		"exceptionsDiffer 1 2026-05-05|1", // the rule has only the 4th
		"workWeek 1 Лето",
		"split 1 2026-06-02|2026-06-04|1", // Tuesday to Thursday; Saturday and Sunday are no break
		"durationRounded 1 PT8H0M30S",
		"inactive 2",
		"estimated 2",
		"blankRow 3",
		"recurring 4",
		`subproject 5 C:\планы\чужой.mpp`,
		"external 6 B.mpp",
		"taskCalendar 7 Цех",
		"levelingDelay 7 1440",
		"lagPercent 7 50",
		"lagRounded 7 5",
		`crossLink 7 C:\планы\b.mpp\9`,
		"customFields 7 1",
		"outlineCode 7",
		"split 8 2026-05-06T17:00|2026-05-12T08:00|1", // Thursday, Friday and Monday are worked
		"availability 1",
		"rateTables 1 3",
		"material 2 м",
		"costResource 3",
		"budget 4",
		"generic 4",
		"overtime 1 120",
		"contourDrawn 1",
		"assignmentDelay 1 480",
		"rateTable 1 B",
		"contour 4 6",
		"levelingDelay 4 60",
	}, "\n"))
}

// What is done up to the evening and goes on the next morning is no split.
func TestNoSplitOverNight(t *testing.T) {
	for _, n := range loadFile(t, "2016.xml").Losses() {
		if n.Code == "split" {
			t.Errorf("got %+v", n)
		}
	}
}

// Every code that the package writes is listed, and none stands twice.
func TestCodesAreListed(t *testing.T) {
	seen := map[string]bool{}
	for _, list := range [][]string{NoteCodes, LossCodes, FaultCodes} {
		for i, c := range list {
			if slices.Index(list, c) != i {
				t.Errorf("%s stands twice", c)
			}
			seen[c] = true
		}
	}
	for _, name := range []string{"2003.xml", "2016.xml", "losses.xml"} {
		f := loadFile(t, name)
		for _, n := range append(f.Notes, f.Losses()...) {
			if !seen[n.Code] {
				t.Errorf("%s is not listed", n.Code)
			}
		}
	}
}
