package clients

import (
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/text"
)

// The chips that narrow the list.
const (
	chipActive   = "active"
	chipLeads    = "leads"
	chipPartners = "partners"
	chipFormer   = "former"
	chipAll      = "all"
	chipArchive  = "archive"
)

var chipList = []string{chipActive, chipLeads, chipPartners, chipFormer, chipAll, chipArchive}

// The orders of the list.
const (
	orderSilence = "silence"
	orderName    = "name"
	orderCity    = "city"
)

var orderList = []string{orderSilence, orderName, orderCity}

//text:prefix clients.chip.
//text:prefix clients.order.

func options(w *text.Words, prefix string, codes []string) []ui.Option {
	var out []ui.Option
	for _, c := range codes {
		out = append(out, ui.Option{ID: c, Label: w.T(prefix + c)})
	}
	return out
}

// chipKinds are the kinds of clients that a chip shows.
var chipKinds = map[string][]data.ClientKind{
	chipActive:   {data.ClientActive},
	chipLeads:    {data.ClientLead, data.ClientPotential},
	chipPartners: {data.ClientPartner},
	chipFormer:   {data.ClientFormer, data.ClientCompetitor},
}

// chipHas tells whether a chip shows the client.
func chipHas(chip string, r data.ClientRow) bool {
	if chip == chipArchive {
		return !r.ArchivedOn.IsZero()
	}
	if !r.ArchivedOn.IsZero() {
		return false
	}
	if chip == chipAll {
		return true
	}
	for _, k := range chipKinds[chip] {
		if k == r.What {
			return true
		}
	}
	return false
}

// chipFor is a chip that shows the client for sure.
func chipFor(r data.ClientRow) string {
	if !r.ArchivedOn.IsZero() {
		return chipArchive
	}
	return chipAll
}

func (s *Screen) fill(i int, r *ui.ListRow) {
	w, c := s.d.Words(), s.rows[i]
	r.ID, r.Title, r.TitleLines = c.ID.String(), c.Name, 2
	next := ""
	if !c.NextOn.IsZero() {
		next = w.F("clients.next", w.Relative(c.NextOn, s.today))
	}
	r.Note, r.NoteLines = text.Join(c.Category, c.City, next), 2
	days, over := c.Silence(s.today)
	switch {
	case over:
		r.ChipRole, r.ChipWord = ui.Late, w.N("clients.silent", days)
	case days < 0:
		r.Right = w.T("clients.never")
	case days == 0:
		r.Right = w.T("relative.today")
	default:
		r.Right = w.N("clients.ago", days)
	}
	if !c.ArchivedOn.IsZero() {
		r.Role = ui.Muted
	}
}

// kindRole is the colour of what a client is.
func kindRole(k data.ClientKind) ui.Role {
	switch k {
	case data.ClientActive:
		return ui.Done
	case data.ClientPotential, data.ClientLead, data.ClientPartner:
		return ui.Go
	}
	return ui.Planned
}
