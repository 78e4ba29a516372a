package meeting

import (
	"strconv"
	"strings"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// byDay are the weekdays as rules name them, Sunday first.
var byDay = [7]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}

// repeats are the codes of the ways to repeat, in the order of choices.
var repeats = []string{"week", "twoweeks", "workdays", "monthday", "monthweekday"}

// ruleOf is the rule of a way to repeat that begins on a day.
func ruleOf(code string, on data.Date) string {
	name := byDay[on.Weekday()]
	_, _, n := on.Civil()
	switch code {
	case "week":
		return "FREQ=WEEKLY;BYDAY=" + name
	case "twoweeks":
		return "FREQ=WEEKLY;INTERVAL=2;BYDAY=" + name
	case "workdays":
		return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
	case "monthday":
		return "FREQ=MONTHLY;BYMONTHDAY=" + strconv.Itoa(n)
	case "monthweekday":
		if n > 28 {
			return "FREQ=MONTHLY;BYDAY=-1" + name
		}
		return "FREQ=MONTHLY;BYDAY=" + strconv.Itoa((n+6)/7) + name
	}
	return code
}

// codeOf is the way to repeat that a rule stands for; a rule of another kind is
// its own code.
func codeOf(rule string, on data.Date) string {
	for _, c := range repeats {
		if ruleOf(c, on) == rule {
			return c
		}
	}
	return rule
}

// RuleWords tells how a series repeats: «каждую неделю, ср».
func RuleWords(w *text.Words, rule string, on data.Date) string {
	c := codeOf(rule, on)
	_, _, n := on.Civil()
	switch c {
	case "week", "twoweeks":
		return w.F("meeting.repeat."+c, w.Weekday(on))
	case "monthday":
		return w.F("meeting.repeat.monthday", n)
	case "monthweekday":
		if n > 28 {
			return w.F("meeting.repeat.monthlast", w.Weekday(on))
		}
		return w.F("meeting.repeat.monthweekday", (n+6)/7, w.Weekday(on))
	case "workdays":
		return w.T("meeting.repeat.workdays")
	}
	return w.F("meeting.repeat.other", strings.ToUpper(rule))
}

// repeatOptions are the ways to repeat from a day; a rule of another kind is
// kept as an option.
func repeatOptions(w *text.Words, rule string, on data.Date) []ui.Option {
	var out []ui.Option
	for _, c := range repeats {
		out = append(out, ui.Option{ID: c, Label: RuleWords(w, ruleOf(c, on), on)})
	}
	if c := codeOf(rule, on); c == rule && rule != "" {
		out = append(out, ui.Option{ID: rule, Label: RuleWords(w, rule, on)})
	}
	return out
}
