package command

import (
	"slices"
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/text"
	"portfel/data/workday"
)

// TripProposal is a point that a trip's assignment could have.
type TripProposal struct {
	data.TripItem        // without ids and place
	Note          string // where it comes from
	Ticked        bool   // proposed, not only offered
}

// GatherOf is what an existing trip gathers for.
func GatherOf(row data.TripRow) data.GatherFilter {
	return data.GatherFilter{TripID: row.ID, ClientID: row.ClientID, Town: row.Place, From: row.StartsOn, To: row.EndsOn, People: []data.ID[data.Person]{row.PersonID}}
}

// TripProposals are the points that a trip to a client or a town could have:
// work at the client's place, papers to sign or to fetch, what was promised,
// meetings, people to call on. Ticked is what belongs to the client of the trip
// and to its days; what is among the points of the trip already is left out.
//
// A meeting that begins with the same word as a work on its day is a part of
// that work («Интервью: финансовый директор» of «Интервью с ЦФО»): it is
// offered, not ticked.
func TripProposals(r *sqlite.Reader, w *text.Words, f data.GatherFilter) ([]TripProposal, error) {
	if f.From.IsZero() || f.ClientID.IsZero() && strings.TrimSpace(f.Town) == "" {
		return nil, nil
	}
	g := &gatherer{r: r, w: w, f: f, clients: map[data.ID[data.Client]]data.TownClient{}}
	for _, step := range []func() error{g.start, g.tasks, g.papers, g.promises, g.meetings, g.contacts} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	have, err := r.TripItems(f.TripID)
	if err != nil {
		return nil, err
	}
	var out []TripProposal
	for _, p := range g.out {
		if !knownItem(have, p.TripItem) {
			have = append(have, p.TripItem)
			out = append(out, p)
		}
	}
	return out, nil
}

// gatherer collects proposals.
type gatherer struct {
	r       *sqlite.Reader
	w       *text.Words
	f       data.GatherFilter
	cal     *workday.Calendar
	clients map[data.ID[data.Client]]data.TownClient
	ids     []data.ID[data.Client]
	own     []data.ID[data.Client] // those that the trip goes to
	work    []data.GatherTask      // in the days
	met     []data.ID[data.Any]    // meetings that were proposed
	out     []TripProposal
}

func (g *gatherer) start() error {
	all, err := g.r.TownClients(g.f.ClientID, g.f.Town)
	if err != nil {
		return err
	}
	for _, c := range all {
		g.clients[c.ID] = c
		g.ids = append(g.ids, c.ID)
		if c.Own {
			g.own = append(g.own, c.ID)
		}
	}
	g.cal, err = Workdays(g.r)
	return err
}

func (g *gatherer) add(what data.TripItemKind, ref data.Ref, title string, client data.ID[data.Client], ticked bool, note ...string) {
	c := g.clients[client]
	if !c.Own || g.f.ClientID.IsZero() {
		note = append(note, c.Name)
	}
	g.out = append(g.out, TripProposal{data.TripItem{What: what, Title: upperFirst(title), RefKind: ref.Kind, RefID: ref.ID}, text.Join(note...), ticked && c.Own})
}

func upperFirst(s string) string {
	r := []rune(strings.TrimSpace(s))
	if len(r) == 0 {
		return ""
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// tasks propose as many working days as the trip holds of them.
func (g *gatherer) tasks() error {
	rows, err := g.r.GatherTasks(g.ids, g.f)
	if err != nil {
		return err
	}
	for _, t := range rows {
		code, err := g.r.TaskCode(t.ID)
		if err != nil {
			return err
		}
		days, note := g.cal.Between(max(g.f.From, t.StartsOn), min(g.f.To, t.EndsOn)), g.w.Period(t.StartsOn, t.EndsOn)
		title := code + " " + t.Name
		if t.EndsOn < g.f.From {
			note = g.w.F("gather.note.late", g.w.DayMonth(t.EndsOn))
		} else {
			g.work = append(g.work, t)
		}
		if days > 0 {
			title += ", " + g.w.Days(days)
		}
		g.add(data.ItemTask, data.RefTo(data.KindTask, t.ID), title, t.ClientID, t.Ours && t.EndsOn >= g.f.From, t.Project, note, t.People)
	}
	return nil
}

// papers are for signing where a contact is asked, for fetching where the client
// has the document, for bringing where it is approved and not handed over.
func (g *gatherer) papers() error {
	rows, err := g.r.GatherPapers(g.ids)
	if err != nil {
		return err
	}
	for _, p := range rows {
		ref, named := data.Ref{Kind: p.Kind, ID: p.ID}, g.w.Quote(p.Title)
		note := []string{}
		if p.Label != "" {
			note = append(note, g.w.F("gather.note.version", p.Label))
		}
		if p.Status == data.VersionClient && !p.SentOn.IsZero() {
			note = append(note, g.w.F("gather.note.sent", g.w.DayMonth(p.SentOn)))
		}
		switch {
		case p.Kind == data.KindPlan:
			g.add(data.ItemSign, ref, g.w.F("gather.sign.plan", named), p.ClientID, true, p.Signers)
		case p.Signers != "":
			g.add(data.ItemSign, ref, g.w.F("gather.sign", named), p.ClientID, true, append(note, p.Signers)...)
		case p.Status == data.VersionApproved:
			g.add(data.ItemBring, ref, g.w.F("gather.bring", named), p.ClientID, false, append(note, g.w.T("gather.note.approved"))...)
		default:
			g.add(data.ItemFetch, ref, g.w.F("gather.answer", named), p.ClientID, true, note...)
		}
	}
	return nil
}

// verbs tell by its first word what a promise is, in both languages: the words
// are the user's.
var verbs = map[data.TripItemKind][]string{
	data.ItemFetch: {"забрать", "получить", "взять", "fetch", "collect", "pick"},
	data.ItemBring: {"привезти", "передать", "отвезти", "вручить", "отдать", "bring", "deliver", "hand"},
	data.ItemSign:  {"подписать", "sign"},
}

func (g *gatherer) promises() error {
	rows, err := g.r.GatherPromises(g.ids, g.f)
	if err != nil {
		return err
	}
	for _, p := range rows {
		what := data.ItemPromise
		first := firstWord(p.NextStep)
		for kind, list := range verbs {
			if slices.Contains(list, first) {
				what = kind
			}
		}
		note := []string{p.Title + " " + g.w.DayMonth(p.HeldOn)}
		if !p.NextOn.IsZero() {
			note = append(note, g.w.F("gather.note.due", g.w.DayMonth(p.NextOn)))
		}
		g.add(what, data.RefTo(data.KindEvent, p.EventID), p.NextStep, p.ClientID, p.NextOn <= g.f.To, note...)
	}
	return nil
}

// firstWord is the first word of a text, folded, without signs around it.
func firstWord(s string) string {
	f := strings.Fields(data.Fold(s))
	if len(f) == 0 {
		return ""
	}
	return strings.Trim(f[0], ".,:;!?«»\"()")
}

// meetings are those of the travellers with the clients, of the trip, or in the
// town.
func (g *gatherer) meetings() error {
	for _, who := range g.f.People {
		rows, err := g.r.TripMeetings(data.TripRow{ID: g.f.TripID, PersonID: who, ClientID: g.f.ClientID, StartsOn: g.f.From, EndsOn: g.f.To})
		if err != nil {
			return err
		}
		for _, m := range rows {
			g.meeting(m)
		}
	}
	return nil
}

func (g *gatherer) meeting(m data.TripMeeting) {
	var client data.ID[data.Client]
	for id, c := range g.clients {
		if c.Name == m.Client {
			client = id
		}
	}
	town := data.Fold(strings.TrimSpace(g.f.Town))
	here := m.OwnTrip || !client.IsZero() || town != "" && strings.Contains(data.Fold(m.Place), town)
	if m.Status != data.EventPlanned || !here || m.Remote() {
		return
	}
	g.met = append(g.met, m.ID)
	when := g.w.WeekdayDay(m.Starts.Day)
	if !m.AllDay {
		when += " " + g.w.Clock(m.Starts.Min)
	}
	part := slices.ContainsFunc(g.work, func(t data.GatherTask) bool {
		return t.ClientID == client && firstWord(t.Name) == firstWord(m.Title) && t.StartsOn <= m.Starts.Day && m.Starts.Day <= t.EndsOn
	})
	g.add(data.ItemMeeting, m.Ref(), m.Title, client, !part, when, m.Place, m.People)
	if m.OwnTrip && client.IsZero() {
		g.out[len(g.out)-1].Ticked = true
	}
}

// contacts are those to whom nobody will have spoken for longer than their
// client wants, and who take no part in a meeting of the trip.
func (g *gatherer) contacts() error {
	rows, err := g.r.GatherContacts(g.own)
	if err != nil {
		return err
	}
	met, err := g.r.PartyContacts(g.met)
	if err != nil {
		return err
	}
	for _, k := range rows {
		silent := int(g.f.To - k.LastOn)
		if met[k.ID] || !k.LastOn.IsZero() && silent <= k.Cadence {
			continue
		}
		last := g.w.T("gather.note.never")
		if !k.LastOn.IsZero() {
			last = g.w.F("gather.note.last", g.w.Date(k.LastOn))
		}
		g.add(data.ItemContact, data.RefTo(data.KindContact, k.ID), g.w.F("gather.contact", data.ShortName(k.Name)), k.ClientID, false, k.Position, last, k.Phone)
	}
	return nil
}
