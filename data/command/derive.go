package command

import (
	"time"

	"portfel/data"
	"portfel/data/sqlite"
)

// Options joins the store with the engines: what the store needs to open a file.
func Options(now func() time.Time) sqlite.Options {
	return sqlite.Options{Now: now, Derive: derive, All: deriveAll, Ship: Ship{}}
}

// derive rebuilds the computed rows of what a step touched. A change of a
// calendar, a norm or a person's week touches everything.
func derive(tx *sqlite.Tx, ch data.Changed) error {
	if ch.Has(data.KindCalendar, data.KindCalendarDay, data.KindCalendarYear, data.KindNorm, data.KindPerson) {
		return deriveAll(tx)
	}
	d := deriver{tx: tx}
	if ch.Has(data.KindTrip, data.KindLeg) {
		if err := each(tx.TouchedTrips, d.trip); err != nil {
			return err
		}
		if err := each(tx.TouchedSites, d.plan); err != nil {
			return err
		}
	}
	if ch.Has(data.KindPlan, data.KindTask, data.KindDependency, data.KindAssignment, data.KindAbsence, data.KindProject, data.KindResource) {
		if err := each(tx.TouchedPlans, d.plan); err != nil {
			return err
		}
	}
	if err := d.followers(ch.Has(data.KindLink)); err != nil {
		return err
	}
	if ch.Has(data.KindMentoring) {
		if err := each(tx.TouchedMentorings, d.mentoring); err != nil {
			return err
		}
	}
	if ch.Has(data.KindSeries, data.KindEvent) {
		return each(tx.TouchedSeries, d.series)
	}
	return nil
}

// deriveAll rebuilds every computed row.
func deriveAll(tx *sqlite.Tx) error {
	d := deriver{tx: tx}
	if err := every(tx, d.trip); err != nil {
		return err
	}
	if err := every(tx, d.plan); err != nil {
		return err
	}
	if err := d.mentoringPlans(); err != nil {
		return err
	}
	if err := every(tx, d.mentoring); err != nil {
		return err
	}
	return every(tx, d.series)
}

// Refresh carries the occurrences of open-ended series on as days go by. It is
// called when a file is opened and when a day begins; it makes no step.
func Refresh(f *sqlite.File) error {
	return f.Keep(func(tx *sqlite.Tx) error {
		d := deriver{tx: tx}
		return every(tx, d.series)
	})
}

func each[T any](list func() ([]data.ID[T], error), do func(data.ID[T]) error) error {
	ids, err := list()
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := do(id); err != nil {
			return err
		}
	}
	return nil
}

func every[T data.Record](tx *sqlite.Tx, do func(data.ID[T]) error) error {
	return each(func() ([]data.ID[T], error) { return sqlite.IDs[T](tx.Reader) }, do)
}
