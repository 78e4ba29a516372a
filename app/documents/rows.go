package documents

import (
	"sort"
	"strconv"

	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// The chips over the register.
const (
	filterAll     = "all"
	filterWork    = "work"
	filterClient  = "client"
	filterLate    = "late"
	filterMine    = "mine"
	filterArchive = "archive"
)

var filters = []string{filterAll, filterWork, filterClient, filterLate, filterMine, filterArchive}

func known(filter string) bool {
	for _, f := range filters {
		if f == filter {
			return true
		}
	}
	return false
}

// keeps tells whether a filter lets a document through; the archive stands apart.
func keeps(filter string, r *data.DeliverableRow, today data.Date) bool {
	if filter == filterArchive || !r.ArchivedOn.IsZero() {
		return filter == filterArchive && !r.ArchivedOn.IsZero()
	}
	switch filter {
	case filterWork:
		return r.Open()
	case filterClient:
		return r.Status == data.VersionClient
	case filterLate:
		return r.Late(today)
	case filterMine:
		return r.Mine
	}
	return true
}

// filterOptions are the chips with how many documents each lets through.
//
//text:prefix documents.filter.
func (s *Screen) filterOptions() []ui.Option {
	today := s.d.Today()
	out := make([]ui.Option, len(filters))
	for i, f := range filters {
		n := 0
		for k := range s.all {
			if keeps(f, &s.all[k], today) {
				n++
			}
		}
		out[i] = ui.Option{ID: f, Label: s.d.Words().T("documents.filter." + f)}
		if n > 0 || f == filterAll {
			out[i].Note = strconv.Itoa(n)
		}
	}
	return out
}

func (s *Screen) setFilter(id string) {
	s.filter = id
	s.arrange()
}

// layOut lists the documents that the filter leaves: by project, inside it by
// the chosen column. The rows come by project.
func (s *Screen) layOut() []line {
	today := s.d.Today()
	var out []line
	var group []int
	flush := func() {
		if len(group) == 0 {
			return
		}
		s.sort(group)
		if s.narrow.ProjectID.IsZero() {
			out = append(out, s.heading(&s.all[group[0]]))
		}
		for _, i := range group {
			out = append(out, line{doc: i})
		}
		group = nil
	}
	for i := range s.all {
		if !keeps(s.filter, &s.all[i], today) {
			continue
		}
		if len(group) > 0 && s.all[group[0]].ProjectID != s.all[i].ProjectID {
			flush()
		}
		group = append(group, i)
	}
	flush()
	return out
}

func (s *Screen) heading(r *data.DeliverableRow) line {
	l := line{head: s.d.Words().T("documents.noproject"), doc: -1}
	if !r.ProjectID.IsZero() {
		l.head, l.note = projectTitle(r), r.Client
	}
	return l
}

func projectTitle(r *data.DeliverableRow) string { return text.Join(r.ProjectCode, r.Project) }

// sorters compare two documents by a column.
var sorters = map[string]func(w *text.Words, a, b *data.DeliverableRow) int{
	colTitle: func(w *text.Words, a, b *data.DeliverableRow) int { return w.Compare(a.Title, b.Title) },
	colKind: func(w *text.Words, a, b *data.DeliverableRow) int {
		return w.Compare(w.DeliverableKind(a.What), w.DeliverableKind(b.What))
	},
	colVersion: func(w *text.Words, a, b *data.DeliverableRow) int { return w.Compare(a.Label, b.Label) },
	colAuthor:  func(w *text.Words, a, b *data.DeliverableRow) int { return w.Compare(a.Author, b.Author) },
	colDue:     func(_ *text.Words, a, b *data.DeliverableRow) int { return dayOrder(a.DueOn) - dayOrder(b.DueOn) },
	colState:   func(_ *text.Words, a, b *data.DeliverableRow) int { return stage(a.Status) - stage(b.Status) },
}

// dayOrder puts documents without a term after the others.
func dayOrder(d data.Date) int {
	if d.IsZero() {
		return 1 << 30
	}
	return int(d)
}

// stage orders statuses along a document's life.
func stage(s data.VersionStatus) int {
	for i, x := range []data.VersionStatus{"", data.VersionDraft, data.VersionInternal, data.VersionRemarks, data.VersionClient,
		data.VersionApproved, data.VersionHanded, data.VersionReplaced, data.VersionCancelled} {
		if x == s {
			return i
		}
	}
	return 0
}

func (s *Screen) sort(group []int) {
	cmp, w := sorters[s.order.Column], s.d.Words()
	sort.SliceStable(group, func(x, y int) bool {
		a, b := &s.all[group[x]], &s.all[group[y]]
		if n := cmp(w, a, b); n != 0 {
			return n < 0 != s.order.Down
		}
		return dayOrder(a.DueOn) < dayOrder(b.DueOn)
	})
}
