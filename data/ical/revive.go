package ical

import (
	"errors"

	"portfel/data"
)

// revive makes the item again that a feed was given last, from its body. It is
// the way to tell the end of a record that exists no longer.
func revive(s FeedState) (Item, error) {
	f, ok := ReadText(s.Body, DecodeOptions{Zone: "UTC"})
	if !ok {
		return Item{}, errors.New("body of a feed cannot be read")
	}
	it := Item{
		Key: s.UID, UID: f.UID, Todo: f.Todo, AllDay: f.AllDay,
		StartsOn: f.StartsOn, EndsOn: f.EndsOn, Starts: f.Starts, Ends: f.Ends,
		Rule: f.Rule, UntilOn: f.UntilOn, ExDays: f.ExDates,
		Summary: f.Summary, Place: f.Location, Description: f.Description,
		Status: f.Status, Percent: f.Percent, Private: f.Private, Free: f.Free,
		Original: f.original,
	}
	if f.original.IsZero() && f.RecurrenceOn != 0 {
		it.Original, it.OriginalDay = data.Moment{Day: f.RecurrenceOn}, true
	}
	if len(f.Categories) > 0 {
		it.Category = f.Categories[0]
	}
	return it, nil
}
