package sample

import (
	"errors"
	"fmt"

	"portfel/data"
	"portfel/data/command"
	"portfel/data/sqlite"
)

// Zones of the sample's clocks.
const (
	moscow        = "Europe/Moscow"
	yekaterinburg = "Asia/Yekaterinburg"
)

// Fill writes the sample's records into a new file in steps that are not the
// user's to undo. Shipped calendars and norms are added when the file has none;
// the owner of the file, if there is one, becomes Кузнецова.
func Fill(f *sqlite.File) error {
	b, err := open(f)
	if err != nil {
		return err
	}
	b.people()
	b.clients()
	b.copperProject()
	b.otherProjects()
	b.mentoring()
	b.formerTrainee()
	b.firm()
	b.trips()
	b.tripMoney()
	b.documents()
	b.meetings()
	_, err = f.Base(command.All{Key: "command.sample", Commands: b.commands})
	if err != nil {
		return fmt.Errorf("sample records: %w", err)
	}
	if _, err = f.Base(agreed()); err != nil {
		return fmt.Errorf("sample baseline: %w", err)
	}
	return nil
}

// open seeds the file when it needs it and finds its owner.
func open(f *sqlite.File) (*book, error) {
	if err := seed(f); err != nil {
		return nil, err
	}
	me, err := f.Read().Me()
	return &book{calendar: command.Russia, me: me.ID}, err
}

// seed adds the shipped rows to a file that has no calendar yet.
func seed(f *sqlite.File) error {
	_, err := sqlite.Get(f.Read(), command.Russia)
	if errors.Is(err, data.ErrNotFound) {
		_, err = f.Base(command.Seed{})
	}
	return err
}

// book collects the sample's commands.
type book struct {
	commands []sqlite.Command
	me       data.ID[data.Person]
	calendar data.ID[data.Calendar]
	ord      int64
}

func (b *book) put(rs ...data.Record) {
	for _, r := range rs {
		b.commands = append(b.commands, command.Put{Record: r})
	}
}

// id is the id of the record that the sample calls by key ("person.gromov").
func id[T any](key string) data.ID[T] { return data.ShippedID[T]("sample:" + key) }

// on is a day of the sample.
func on(year, month, day int) data.Date { return data.NewDate(year, monthOf(month), day) }

// at is a moment on a Moscow clock.
func at(d data.Date, hour, min int) data.Moment {
	return data.Moment{Day: d, Min: hour*60 + min, Zone: moscow}
}

// in is a moment on the clock of another zone.
func in(zone string, d data.Date, hour, min int) data.Moment {
	return data.Moment{Day: d, Min: hour*60 + min, Zone: zone}
}
