package command

import (
	"fmt"
	"slices"

	"portfel/data"
	"portfel/data/sqlite"
	"portfel/data/text"
)

// CheckLevel is how much a finding weighs.
type CheckLevel string

// The levels: the report will come back, somebody will ask, good to know.
const (
	CheckWrong CheckLevel = "wrong"
	CheckDoubt CheckLevel = "doubt"
	CheckHint  CheckLevel = "hint"
)

// CheckLevels lists the levels, the heaviest first.
var CheckLevels = []CheckLevel{CheckWrong, CheckDoubt, CheckHint}

// Finding is something that the accountant will say about a trip.
type Finding struct {
	Code  string
	Level CheckLevel
	Ref   data.Ref // the record to open
	Args  []any    // of the sentence
	Memo  bool     // a memo would help
}

// Sentence says what was found.
//
//text:prefix tripcheck.say.
func (f Finding) Sentence(w *text.Words) string { return w.F("tripcheck.say."+f.Code, f.spoken(w)...) }

// Advice says what to do about it.
//
//text:prefix tripcheck.do.
func (f Finding) Advice(w *text.Words) string { return w.F("tripcheck.do."+f.Code, f.spoken(w)...) }

// Word is the level in a word.
//
//text:prefix tripcheck.level.
func (l CheckLevel) Word(w *text.Words) string { return w.T("tripcheck.level." + string(l)) }

// spoken writes records as a person names them.
func (f Finding) spoken(w *text.Words) []any {
	out := make([]any, len(f.Args))
	for i, a := range f.Args {
		switch x := a.(type) {
		case data.Expense:
			out[i] = category(w, x.Category, x.Title)
		case data.Leg:
			out[i] = shownTown(w, x.FromPlace) + " — " + shownTown(w, x.ToPlace)
		default:
			out[i] = a
		}
	}
	return out
}

// TripFile is a file of a trip: an attachment of the trip or of one of its
// records.
type TripFile struct {
	Attachment data.Attachment
	Owner      data.Ref
	Bad        bool // its bytes are gone or not those that were taken in
}

// CheckInput is what the check looks at.
type CheckInput struct {
	Facts   TripFacts
	Files   []TripFile
	Missing data.Problems // what the settings lack for the report: see WritePaper
	Today   data.Date
}

// CheckTrip is «Что скажет бухгалтер»: what stands against an advance report
// before it is handed in, the heaviest first, in the order of the trip. A local
// trip has no report and no findings.
func CheckTrip(in CheckInput) []Finding {
	if in.Facts.Trip.What == data.TripLocal {
		return nil
	}
	c := &tripChecker{CheckInput: in}
	for _, look := range []func(){c.settings, c.order, c.counting, c.dates, c.flights, c.rides, c.expenses, c.twins, c.nights, c.touristTax, c.limit, c.daysOff, c.money, c.result, c.files} {
		look()
	}
	slices.SortStableFunc(c.found, func(a, b Finding) int {
		return slices.Index(CheckLevels, a.Level) - slices.Index(CheckLevels, b.Level)
	})
	return c.found
}

// tripChecker collects findings.
type tripChecker struct {
	CheckInput
	found []Finding
}

func (c *tripChecker) add(is bool, level CheckLevel, code string, ref data.Ref, args ...any) {
	if is {
		c.found = append(c.found, Finding{Code: code, Level: level, Ref: ref, Args: args})
	}
}

func (c *tripChecker) trip() data.Ref { return data.RefTo(data.KindTrip, c.Facts.Trip.ID) }

func expenseRef(e data.Expense) data.Ref { return data.RefTo(data.KindExpense, e.ID) }

// ReadTripCheck reads a trip with its files and checks it.
func ReadTripCheck(r *sqlite.Reader, id data.ID[data.Trip]) ([]Finding, error) {
	f, err := ReadTrip(r, id)
	if err != nil {
		return nil, err
	}
	in := CheckInput{Facts: f, Today: r.Today()}
	if in.Files, err = readTripFiles(r, f, true); err != nil {
		return nil, err
	}
	if in.Missing, err = missingForReport(r); err != nil {
		return nil, err
	}
	return CheckTrip(in), nil
}

// missingForReport is what the settings lack for an advance report of today.
func missingForReport(r *sqlite.Reader) (data.Problems, error) {
	p := &paper{r: r, w: text.For(text.RU), day: r.Today()}
	p.values.Text = map[string]string{}
	if err := p.fillFirm(); err != nil {
		return nil, err
	}
	p.head()
	p.accountant()
	return p.lacking, nil
}

// readTripFiles are the files of a trip: of its expenses in their order, of its
// rides and papers, then its own. With deep their bytes are compared with their
// hashes.
func readTripFiles(r *sqlite.Reader, f TripFacts, deep bool) ([]TripFile, error) {
	var owners []data.Ref
	for _, e := range f.Expenses {
		owners = append(owners, expenseRef(e))
	}
	for _, l := range f.Legs {
		owners = append(owners, data.RefTo(data.KindLeg, l.ID))
	}
	for _, p := range f.Papers {
		owners = append(owners, data.RefTo(data.KindPaper, p.ID))
	}
	if !f.Report.ID.IsZero() {
		owners = append(owners, data.RefTo(data.KindAdvanceReport, f.Report.ID))
	}
	owners = append(owners, data.RefTo(data.KindTrip, f.Trip.ID))
	var all []TripFile
	for _, o := range owners {
		list, err := r.Attachments(o)
		if err != nil {
			return nil, fmt.Errorf("files of a trip: %w", err)
		}
		for _, a := range list {
			x := TripFile{Attachment: a, Owner: o}
			if deep {
				_, err := r.Blob(a.Sha256)
				x.Bad = err != nil
			}
			all = append(all, x)
		}
	}
	return all, nil
}
