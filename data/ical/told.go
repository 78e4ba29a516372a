package ical

import "portfel/data"

// Text is the component of an item without what changes at every writing: what a
// feed keeps as its body.
func (it *Item) Text() string {
	if it.body == "" {
		it.render(&lines{})
	}
	return it.body
}

// ReadText reads the text of a component as a calendar file with it is read; false
// when it cannot be read.
func ReadText(body string, o DecodeOptions) (Foreign, bool) {
	list, refused, err := Decode([]byte("BEGIN:VCALENDAR\r\n"+body+"END:VCALENDAR\r\n"), o)
	if err != nil || len(refused) > 0 || len(list) != 1 {
		return Foreign{}, false
	}
	return list[0], true
}

// Key is the identity of an item in the stored states: Item.Key.
func (f *Foreign) Key() string {
	if f.RecurrenceOn.IsZero() {
		return f.UID
	}
	return occurrenceKey(f.UID, f.RecurrenceOn)
}

// On is an item of a series as the series has it on a day.
func (f Foreign) On(day data.Date) Foreign {
	o := occurrence(f.series(), day)
	f.RecurrenceOn, f.Rule, f.UntilOn, f.ExDates, f.RDates = day, "", 0, nil, nil
	if f.AllDay {
		f.StartsOn, f.EndsOn = o.Starts.Day, o.Ends.Day
		return f
	}
	f.Starts, f.Ends = o.Starts, o.Ends
	return f
}

// series is the series of an item, to count its days.
func (f *Foreign) series() data.Series {
	return Item{Rule: f.Rule, UntilOn: f.UntilOn, Starts: f.Starts, Ends: f.Ends, AllDay: f.AllDay, StartsOn: f.StartsOn, EndsOn: f.EndsOn}.series()
}
