package quick

import (
	"slices"
	"strings"
	"unicode/utf8"

	"portfel/data"
)

// kindWord is a word that names the kind of a record at the start of a line.
type kindWord struct {
	names string // whole words, folded; four letters or more of one are enough
	exact string // abbreviations and other forms, only as they are
	draft Draft
}

var kindWords = []kindWord{
	{"местная локальная", "местную local", Draft{Kind: data.KindTrip, Trip: data.TripLocal}},
	{"командировка поездка", "командировку поездку trip travel ком", Draft{Kind: data.KindTrip, Trip: data.TripHome}},
	{"встреча совещание meeting", "встречу", Draft{Kind: data.KindEvent, Event: data.EventMeeting}},
	{"звонок созвон", "call", Draft{Kind: data.KindEvent, Event: data.EventCall}},
	{"визит", "visit", Draft{Kind: data.KindEvent, Event: data.EventVisit}},
	{"семинар seminar", "", Draft{Kind: data.KindEvent, Event: data.EventSeminar}},
	{"обучение training", "", Draft{Kind: data.KindEvent, Event: data.EventTraining}},
	{"консультация consultation", "консультацию", Draft{Kind: data.KindEvent, Event: data.EventConsultation}},
	{"письмо", "letter", Draft{Kind: data.KindEvent, Event: data.EventLetter}},
	{"", "1:1", Draft{Kind: data.KindEvent, Event: data.EventOneToOne}},
	{"задача поручение", "задачу task todo", Draft{Kind: data.KindTask}},
	{"документ document", "док doc", Draft{Kind: data.KindDeliverable}},
}

// kindOf is the draft of a kind word. Other words of the same root («документы»,
// «письменный») begin a title.
func kindOf(token string) (Draft, bool) {
	t := strings.TrimRight(data.Fold(token), ":.,")
	for _, k := range kindWords {
		for _, w := range strings.Fields(k.names) {
			if strings.HasPrefix(w, t) && utf8.RuneCountInString(t) >= 4 {
				return k.draft, true
			}
		}
		if slices.Contains(strings.Fields(k.exact), t) {
			return k.draft, true
		}
	}
	return Draft{}, false
}
