package ical

import (
	"strconv"
	"strings"
	"time"

	"github.com/teambition/rrule-go"

	"portfel/data"
)

// MaxCount is the largest COUNT and INTERVAL of a rule that is believed.
const MaxCount = 1000

// maxOccurrences bounds every expansion: a daily series of 27 years.
const maxOccurrences = 10000

// CheckRule tells whether a rule ("FREQ=WEEKLY;BYDAY=WE", RFC 5545 3.3.10) can
// be kept: it must repeat by days or more, hold nothing that calendars expand
// differently, and be able to fall on a day. The last day is a field of its
// own, so UNTIL is refused here. The error is a data.Problem of field "rule".
func CheckRule(rule string) error {
	parts, p := ruleParts(rule)
	if p == nil {
		p = checkParts(parts)
	}
	if p == nil {
		return nil
	}
	p.Field = "rule"
	if p.Code == "ruleFormat" {
		p.Args = []string{excerpt(rule)}
	}
	return *p
}

// ruleParts splits a rule into its parts by name, in capitals.
func ruleParts(rule string) (map[string]string, *data.Problem) {
	parts := map[string]string{}
	for _, kv := range strings.Split(tidyRule(rule), ";") {
		name, value, ok := strings.Cut(kv, "=")
		if _, twice := parts[name]; !ok || name == "" || value == "" || twice {
			return nil, &data.Problem{Code: "ruleFormat"}
		}
		parts[name] = value
	}
	return parts, nil
}

// tidyRule is the rule in capitals without spaces and without its name.
func tidyRule(rule string) string {
	s := strings.ToUpper(strings.Join(strings.Fields(rule), ""))
	return strings.TrimSuffix(strings.TrimPrefix(s, "RRULE:"), ";")
}

// exactRule says the day of the month that a rule only takes from its first day,
// where not every month or year has it: readers differ in what they make of 29
// February in the years between (RFC 5545 3.3.10 passes over them).
func exactRule(rule string, first data.Date) string {
	parts, p := ruleParts(rule)
	_, month, day := first.Civil()
	if p != nil || day < 29 || parts["BYDAY"]+parts["BYMONTHDAY"]+parts["BYYEARDAY"] != "" {
		return rule
	}
	switch {
	case parts["FREQ"] == "MONTHLY":
		return rule + ";BYMONTHDAY=" + strconv.Itoa(day)
	case parts["FREQ"] != "YEARLY":
		return rule
	case parts["BYMONTH"] != "":
		return rule + ";BYMONTHDAY=" + strconv.Itoa(day)
	case month == time.February:
		return rule + ";BYMONTH=2;BYMONTHDAY=29"
	}
	return rule
}

// freqs are the frequencies that a plan of days knows.
var freqs = map[string]bool{"DAILY": true, "WEEKLY": true, "MONTHLY": true, "YEARLY": true}

// ruleNames are the parts of a rule that are kept. BYWEEKNO, and BYSETPOS in
// weeks, give other days in other programs; hours and minutes belong to the
// start.
var ruleNames = map[string]bool{"FREQ": true, "INTERVAL": true, "COUNT": true, "WKST": true, "BYDAY": true,
	"BYMONTH": true, "BYMONTHDAY": true, "BYYEARDAY": true, "BYSETPOS": true}

func checkParts(parts map[string]string) *data.Problem {
	bad := func(code string, args ...string) *data.Problem { return &data.Problem{Code: code, Args: args} }
	freq := parts["FREQ"]
	switch {
	case freq == "":
		return bad("ruleFormat")
	case !freqs[freq]:
		return bad("ruleFreq", freq)
	case parts["UNTIL"] != "":
		return bad("ruleUntil")
	}
	for name := range parts {
		if !ruleNames[name] {
			return bad("ruleUnsupported", name)
		}
	}
	for _, name := range [2]string{"COUNT", "INTERVAL"} {
		if n, err := strconv.Atoi(parts[name]); parts[name] != "" && (err != nil || n < 1 || n > MaxCount) {
			return bad("ruleCount", name, strconv.Itoa(MaxCount))
		}
	}
	if name := misplaced(freq, parts); name != "" {
		return bad("ruleUnsupported", name)
	}
	if _, err := ruleOption(parts); err != nil {
		return bad("ruleFormat")
	}
	if never(parts) {
		return bad("ruleNever")
	}
	return nil
}

// misplaced names a part that the standard does not allow with the frequency.
func misplaced(freq string, parts map[string]string) string {
	numbered := strings.ContainsAny(parts["BYDAY"], "0123456789")
	switch {
	case freq == "WEEKLY" && parts["BYSETPOS"] != "":
		return "BYSETPOS"
	case parts["BYSETPOS"] != "" && parts["BYDAY"]+parts["BYMONTHDAY"]+parts["BYMONTH"]+parts["BYYEARDAY"] == "":
		return "BYSETPOS"
	case freq == "WEEKLY" && parts["BYMONTHDAY"] != "":
		return "BYMONTHDAY"
	case freq != "YEARLY" && parts["BYYEARDAY"] != "":
		return "BYYEARDAY"
	case numbered && freq != "MONTHLY" && freq != "YEARLY":
		return "BYDAY"
	case numbered && (freq == "MONTHLY" || parts["BYMONTH"] != "") && !smallWeeks(parts["BYDAY"]):
		return "BYDAY"
	}
	return ""
}

// smallWeeks tells whether every numbered weekday is within a month: the
// library reads beyond its tables otherwise.
func smallWeeks(byday string) bool {
	for _, d := range strings.Split(byday, ",") {
		if len(d) < 2 {
			return false
		}
		if n, err := strconv.Atoi(d[:len(d)-2]); len(d) > 2 && (err != nil || n < -5 || n > 5) {
			return false
		}
	}
	return true
}

// ruleOption is the rule in the library's form.
func ruleOption(parts map[string]string) (*rrule.ROption, error) {
	var kv []string
	for name := range ruleNames {
		if parts[name] != "" {
			kv = append(kv, name+"="+parts[name])
		}
	}
	opt, err := rrule.StrToROption(strings.Join(kv, ";"))
	if err != nil {
		return nil, err
	}
	_, err = rrule.NewRRule(*opt)
	return opt, err
}

// never tells whether the days of the month named in the rule exist in none of
// its months, as 30 February.
func never(parts map[string]string) bool {
	if parts["BYMONTH"] == "" || parts["BYMONTHDAY"] == "" {
		return false
	}
	for _, m := range strings.Split(parts["BYMONTH"], ",") {
		month, _ := strconv.Atoi(m)
		for _, d := range strings.Split(parts["BYMONTHDAY"], ",") {
			day, _ := strconv.Atoi(d)
			if last := longest(time.Month(month)); day != 0 && day <= last && day >= -last {
				return false
			}
		}
	}
	return true
}

// longest is the number of days of a month in a leap year.
func longest(m time.Month) int { return time.Date(2024, m+1, 0, 0, 0, 0, 0, time.UTC).Day() }
