package command_test

import (
	"errors"
	"testing"

	"portfel/data"
	"portfel/data/command"
)

func TestTheOwnerAndTheShippedCalendarCannotBeDeleted(t *testing.T) {
	f := newFile(t)
	me, err := f.Read().Me()
	if err != nil {
		t.Fatal(err)
	}
	for ref, code := range map[data.Ref]string{
		data.RefTo(data.KindPerson, me.ID):            "ownerStays",
		data.RefTo(data.KindCalendar, command.Russia): "calendarStays",
	} {
		_, err := f.Do(command.Delete{Ref: ref})
		var ps data.Problems
		if !errors.As(err, &ps) || ps[0].Code != code {
			t.Errorf("deleting %s: %v, want %s", ref.Kind, err, code)
		}
	}
}
