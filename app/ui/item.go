package ui

import (
	"cmp"
	"slices"

	"portfel/data"
)

// Item is one thing of a calendar: a meeting, a trip, a term.
type Item struct {
	ID       string
	From, To data.Date // inclusive
	AllDay   bool
	Start    int // minute of From, when not AllDay
	End      int // minute of To, when not AllDay
	Title    string
	Note     string // second line of the agenda: place, project
	Role     Role
	Layer    string
	Word     string // what the role says, for the agenda's chip
	Fixed    bool   // cannot be dragged: its day is computed
}

// long tells whether the item is drawn as a bar over days.
func (i *Item) long() bool { return i.AllDay || i.To > i.From }

// label is the title led by the time.
func (i *Item) label() string {
	if i.AllDay {
		return i.Title
	}
	return clock(i.Start) + " " + i.Title
}

// laid is an item on a strip of days: columns a..b, both included, in a lane.
type laid struct {
	item       *Item
	a, b, lane int
}

// layLanes puts the items that touch from..from+days-1 into lanes so that none
// overlap: earlier and longer ones first, timed ones by their time.
func layLanes(items []Item, from data.Date, days int, keep func(*Item) bool) []laid {
	var all []laid
	last := from + data.Date(days) - 1
	for i := range items {
		it := &items[i]
		if it.To < from || it.From > last || keep != nil && !keep(it) {
			continue
		}
		all = append(all, laid{item: it, a: int(max(it.From, from) - from), b: int(min(it.To, last) - from)})
	}
	slices.SortStableFunc(all, func(x, y laid) int {
		return cmp.Or(cmp.Compare(x.a, y.a), -cmp.Compare(x.b-x.a, y.b-y.a),
			boolCompare(y.item.AllDay, x.item.AllDay), cmp.Compare(x.item.Start, y.item.Start))
	})
	var free []int // first free column of each lane
	for i := range all {
		lane := slices.IndexFunc(free, func(at int) bool { return at <= all[i].a })
		if lane < 0 {
			lane = len(free)
			free = append(free, 0)
		}
		free[lane] = all[i].b + 1
		all[i].lane = lane
	}
	return all
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// block is a timed item inside a day: its share of the day's width.
type block struct {
	item       *Item
	start, end int
	col, cols  int
}

// layBlocks puts the timed items of a day side by side where they overlap.
func layBlocks(items []Item, day data.Date) []block {
	var all []block
	for i := range items {
		if it := &items[i]; !it.long() && it.From == day {
			all = append(all, block{item: it, start: it.Start, end: max(it.End, it.Start+20)})
		}
	}
	slices.SortStableFunc(all, func(x, y block) int {
		return cmp.Or(cmp.Compare(x.start, y.start), -cmp.Compare(x.end, y.end))
	})
	for first := 0; first < len(all); {
		end, n := all[first].end, first+1
		for n < len(all) && all[n].start < end {
			end = max(end, all[n].end)
			n++
		}
		sideBySide(all[first:n])
		first = n
	}
	return all
}

// sideBySide gives columns to blocks that overlap in a chain.
func sideBySide(group []block) {
	var free []int // end of the last block of each column
	for i := range group {
		col := slices.IndexFunc(free, func(end int) bool { return end <= group[i].start })
		if col < 0 {
			col = len(free)
			free = append(free, 0)
		}
		free[col] = group[i].end
		group[i].col = col
	}
	for i := range group {
		group[i].cols = len(free)
	}
}

// itemMenu lists items, so that each can be opened by keyboard.
func itemMenu(items []Item, day data.Date, open func(string)) []MenuItem {
	var lines []MenuItem
	for _, l := range layLanes(items, day, 1, nil) {
		id := l.item.ID
		lines = append(lines, MenuItem{Label: bodyCut(l.item.label()), Do: func() {
			if open != nil {
				open(id)
			}
		}})
	}
	return lines
}

func bodyCut(s string) string { return body.cut(s, 360) }

// tag paints an item as a pill of the given height.
func (p *pen) tag(x, y, w, h float32, it *Item, hot bool) {
	c := Colors()
	p.rect(x, y, w, h, 4, c.Back(it.Role))
	if hot {
		p.rect(x, y, w, h, 4, c.Hover)
	}
	p.rect(x, y, 3, h, 1.5, c.Color(it.Role))
	p.left(x+8, y, w-11, h, it.label(), small, c.Word(it.Role))
}
