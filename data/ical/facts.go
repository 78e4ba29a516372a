package ical

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"portfel/data"
)

// factsOf is the hash of what a calendar can show of a row, before audience and
// language: SEQUENCE follows it. What no calendar shows (the critical path, an
// order's number, a status between two that look the same) is left out.
func (m *maker) factsOf(r data.AgendaRow, it Item) string {
	h := m.facts[:0]
	h.add(string(r.Kind), r.Title, r.Place, r.ToPlace, r.Detail, r.Person, r.Client, r.Project, r.Trainee)
	h.add(string(statusOf(r)), shownStatus(r), r.Rule, string(r.DaysOff))
	if r.Kind == data.AgendaAbsence {
		h.add(r.What)
	}
	if r.Kind == data.AgendaLocal {
		h.add(r.City)
	}
	h.number(int(r.StartsOn), int(r.EndsOn), int(r.UntilOn), r.Percent)
	h.moment(r.Starts)
	h.moment(r.Ends)
	h.moment(it.Original)
	if r.AllDay {
		h.add("day")
	}
	for _, d := range it.ExDays {
		h.number(int(d))
	}
	m.facts = h
	return hash(h)
}

// factList is the facts one behind another, each ended by a sign that no text
// holds.
type factList []byte

func (f *factList) add(texts ...string) {
	for _, s := range texts {
		*f = append(append(*f, s...), 0x1f)
	}
}

func (f *factList) number(ns ...int) {
	for _, n := range ns {
		*f = append(strconv.AppendInt(*f, int64(n), 10), 0x1f)
	}
}

func (f *factList) moment(m data.Moment) {
	f.number(int(m.Day), m.Min)
	f.add(m.Zone)
}

// hash is half a SHA-256 in hexadecimal.
func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:16])
}
