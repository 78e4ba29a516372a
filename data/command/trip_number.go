package command

import (
	"strings"

	"portfel/data"
	"portfel/data/sqlite"
)

// NextNumber is the number that the next paper of a kind gets on a day: the one
// after the largest in use within the year (or within the file, when the rule
// does not begin anew), as the rule prints it. Without a rule it is empty.
func NextNumber(r *sqlite.Reader, k data.PaperKind, on data.Date) (number string, seq int64, err error) {
	rule, ok, err := r.Numbering(k)
	if err != nil || !ok {
		return "", 0, err
	}
	used, err := r.UsedNumbers(k, ruleYear(rule, on))
	if err != nil {
		return "", 0, err
	}
	seq = rule.First
	for _, u := range used {
		seq = max(seq, seqOf(rule, u)+1)
	}
	number, _ = rule.Print(seq, on.Year())
	return number, seq, nil
}

// ruleYear is the year within which a rule counts, 0 = all.
func ruleYear(rule data.Numbering, on data.Date) int {
	if rule.Yearly {
		return on.Year()
	}
	return 0
}

// seqOf is the place of a number in its row: as stored, else read by the rule.
func seqOf(rule data.Numbering, u sqlite.UsedNumber) int64 {
	if u.Seq > 0 {
		return u.Seq
	}
	n, _ := rule.Seq(u.Number, u.On.Year())
	return n
}

// takeNumber gives a paper its number: the typed one, or the next. A number that
// another journey's paper of the same kind carries within the year is refused.
func takeNumber(tx *sqlite.Tx, p data.Paper, group data.ID[data.Trip]) (data.Paper, error) {
	p.Number = strings.TrimSpace(p.Number)
	if p.Number == "" {
		var err error
		p.Number, p.Seq, err = NextNumber(tx.Reader, p.What, p.PaperOn)
		return p, err
	}
	rule, ok, err := tx.Numbering(p.What)
	if err != nil {
		return p, err
	}
	if ok {
		p.Seq, _ = rule.Seq(p.Number, p.PaperOn.Year())
	}
	used, err := tx.UsedNumbers(p.What, p.PaperOn.Year())
	for _, u := range used {
		if u.Number == p.Number && u.TripID != p.TripID && (u.Group != group || p.What != data.PaperOrder) {
			return p, data.Problems{{Field: "number", Code: "numberTaken", Args: []string{p.Number, tx.NameOf(data.KindTrip, u.TripID.String())}}}
		}
	}
	return p, err
}

// PutPaper writes a paper of a trip and gives it the next number when it has
// none and its kind is numbered. An order's number and day stand in the trip too.
type PutPaper struct{ Paper data.Paper }

// Label is "command.put.paper" and the number.
func (c PutPaper) Label() (string, string) { return "command.put.paper", c.Paper.Number }

// Run numbers and puts.
func (c PutPaper) Run(tx *sqlite.Tx) error {
	p := c.Paper
	t, err := sqlite.Get(tx.Reader, p.TripID)
	if err != nil {
		return err
	}
	if p.PaperOn.IsZero() {
		p.PaperOn = tx.Today()
	}
	if p.ID.IsZero() {
		if p.ID, err = paperOf(tx.Reader, p.TripID, p.What); err != nil {
			return err
		}
	}
	if old, known := sqlite.Get(tx.Reader, p.ID); known == nil && p.Number == "" {
		p.Number = old.Number
	}
	if p, err = takeNumber(tx, p, journey(t)); err != nil {
		return err
	}
	if p.What == data.PaperOrder {
		t.OrderNo, t.OrderOn = p.Number, p.PaperOn
	}
	if p.What == data.PaperAssignment {
		t.AssignmentNo = p.Number
	}
	if err := tx.Put(t); err != nil {
		return err
	}
	return tx.Put(p)
}

// signOrder keeps the order of a trip that becomes ordered as a paper, and gives
// it the next number when none is typed. The travellers of a journey share it.
func signOrder(tx *sqlite.Tx, t *data.Trip) error {
	if t.OrderOn.IsZero() {
		t.OrderOn = tx.Today()
	}
	id, err := paperOf(tx.Reader, t.ID, data.PaperOrder)
	if err != nil {
		return err
	}
	p := data.Paper{ID: id, TripID: t.ID, What: data.PaperOrder, Number: t.OrderNo, PaperOn: t.OrderOn, SignedOn: t.OrderOn}
	if p, err = takeNumber(tx, p, journey(*t)); err != nil || p.Number == "" {
		return err
	}
	t.OrderNo = p.Number
	return tx.Put(p)
}

// paperOf is the id of a trip's paper of a kind, a new one when there is none;
// there may be several memos.
func paperOf(r *sqlite.Reader, trip data.ID[data.Trip], k data.PaperKind) (data.ID[data.Paper], error) {
	all, err := r.Papers(trip)
	for _, p := range all {
		if p.What == k && k != data.PaperMemo && k != data.PaperCarMemo {
			return p.ID, nil
		}
	}
	return data.NewID[data.Paper](), err
}

// journey is the group of a trip, or the trip itself.
func journey(t data.Trip) data.ID[data.Trip] {
	if t.GroupID.IsZero() {
		return t.ID
	}
	return t.GroupID
}
