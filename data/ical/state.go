package ical

import (
	"slices"
	"time"
)

// ItemState is what is kept of an item for all feeds: the row of table
// ics_item. UID is Item.Key.
type ItemState struct {
	UID       string
	Sequence  int
	FactHash  string
	ChangedAt time.Time
}

// FeedState is what one feed was last given of an item: the row of table
// ics_feed without the feed's name. UID is Item.Key; Body is the component
// without what changes at every writing.
type FeedState struct {
	UID       string
	Hash      string
	At        time.Time
	Body      string
	Cancelled bool // its end was told; it is not told again
}

// Known is what was exported before: states by key.
type Known struct {
	Items map[string]ItemState
	Feed  map[string]FeedState
}

// Planned is what an export writes and what it must remember. Only states that
// differ from the known ones are listed.
type Planned struct {
	Write []Item // in the order of the file
	Items []ItemState
	Feed  []FeedState
}

// goneFacts stands for the facts of a record that exists no longer.
const goneFacts = "gone"

// Plan compares items with what the feed was given before. An item gets a new
// SEQUENCE only when its facts changed, and a new LAST-MODIFIED only when its
// text in this feed changed. What the feed held and holds no longer (deleted,
// cancelled, no longer for this audience) is written once more as cancelled.
// With onlyChanged everything else that stayed the same is left out.
func Plan(items []Item, known Known, o Options, onlyChanged bool) Planned {
	p := planner{known: known, now: o.Now.UTC().Truncate(time.Second), onlyChanged: onlyChanged, masters: map[string]Item{}}
	p.Write = make([]Item, 0, len(items))
	here := make(map[string]bool, len(items))
	for _, it := range items {
		here[it.Key] = true
		if it.Rule != "" && !it.Hidden && it.Status != Cancelled {
			p.masters[it.Key] = it
		}
	}
	for _, it := range items {
		if it.Hidden || it.Status == Cancelled {
			p.end(it.Key, it.Facts)
		} else {
			p.live(it)
		}
	}
	var gone []string
	for key := range known.Feed {
		if !here[key] {
			gone = append(gone, key)
		}
	}
	slices.Sort(gone)
	for _, key := range gone {
		p.end(key, goneFacts)
	}
	p.Write = inOrder(p.Write)
	return p.Planned
}

type planner struct {
	Planned
	known       Known
	now         time.Time
	onlyChanged bool
	masters     map[string]Item // live series by key
	scratch     lines
}

// live plans an item that takes place.
func (p *planner) live(it Item) {
	it.Sequence = p.sequence(it.Key, it.Facts)
	it.render(&p.scratch)
	was, held := p.known.Feed[it.Key]
	now := FeedState{UID: it.Key, Hash: hash(p.scratch.b), At: was.At, Body: it.body}
	same := held && !was.Cancelled && was.Hash == now.Hash
	if !same {
		now.At = p.after(was.At)
		p.Feed = append(p.Feed, now)
	}
	it.ModifiedAt = now.At
	if !same || !p.onlyChanged {
		p.Write = append(p.Write, it)
	}
}

// end plans what no longer takes place: it is told once to a feed that held it.
func (p *planner) end(key, facts string) {
	was, held := p.known.Feed[key]
	if !held || was.Cancelled {
		return
	}
	it, err := revive(was)
	if err != nil {
		return // a body that cannot be read cannot be taken back
	}
	if master, ok := p.masters[it.UID]; ok && key != it.UID && facts == goneFacts && master.has(it) {
		it = master.back(it)
	} else {
		it.Status, it.HasRemind = Cancelled, false
	}
	it.Sequence = p.endSequence(key, facts, was.At)
	it.ModifiedAt = p.after(was.At)
	it.render(&p.scratch)
	p.Feed = append(p.Feed, FeedState{UID: key, Hash: hash(p.scratch.b), At: it.ModifiedAt, Body: it.body, Cancelled: true})
	p.Write = append(p.Write, it)
}

// sequence is the number of an item; it never goes back.
func (p *planner) sequence(key, facts string) int {
	s, known := p.known.Items[key]
	if known && s.FactHash == facts {
		return s.Sequence
	}
	if known {
		s.Sequence++
	}
	return p.keep(key, facts, s.Sequence)
}

// endSequence is the number under which an end is told. It is higher than what
// the feed holds also when the facts stayed the same, as for a record that this
// audience may no longer see.
func (p *planner) endSequence(key, facts string, told time.Time) int {
	s, known := p.known.Items[key]
	if known && s.FactHash == facts && (facts == goneFacts || s.ChangedAt.After(told)) {
		return s.Sequence
	}
	return p.keep(key, facts, s.Sequence+1)
}

func (p *planner) keep(key, facts string, sequence int) int {
	p.Items = append(p.Items, ItemState{UID: key, Sequence: sequence, FactHash: facts, ChangedAt: p.now})
	return sequence
}

// after is now, but later than what the feed was told before.
func (p *planner) after(was time.Time) time.Time {
	if was.Before(p.now) {
		return p.now
	}
	return was.Add(time.Second)
}

// has tells whether a touched occurrence still is a day of the series.
func (it Item) has(o Item) bool {
	return fallsOn(it.series(), o.Original.Day) && !slices.Contains(it.ExDays, o.Original.Day)
}

// back is the day of the series as the series has it, in place of a touched
// occurrence that was dropped: calendars keep the touched one otherwise.
func (it Item) back(o Item) Item {
	day := occurrence(it.series(), o.Original.Day)
	r := it
	r.Key, r.Rule, r.UntilOn, r.ExDays = o.Key, "", 0, nil
	r.Original, r.OriginalDay = o.Original, o.OriginalDay
	if r.AllDay {
		r.StartsOn, r.EndsOn = day.Starts.Day, day.Ends.Day
		return r
	}
	r.Starts, r.Ends = day.Starts, day.Ends
	return r
}
