package data

// AdvanceReport is the account that a traveller gives of the money of a trip.
// Its figures are those of the day it was handed in.
type AdvanceReport struct {
	ID           ID[AdvanceReport]
	TripID       ID[Trip]
	Number       string
	ReportedOn   Date // empty = not handed in
	Purpose      string
	PrevBalance  Money // rest of the earlier advance in hand; below zero = overspent then
	Received     Money // advances of this trip
	PerDiem      Money
	Spent        Money // per diem and own expenses
	Accepted     Money // what the firm accepted of Spent, once ApprovedOn is set
	ApprovedByID ID[Person]
	ApprovedOn   Date
	DocCount     int
	SheetCount   int
	Note         string
}

// Kind is KindAdvanceReport.
func (AdvanceReport) Kind() Kind { return KindAdvanceReport }

// Key is the id without its type.
func (r AdvanceReport) Key() ID[Any] { return ID[Any](r.ID) }

// Balance is what the traveller has to give back; below zero the firm owes it.
func (r AdvanceReport) Balance() Money {
	spent := r.Spent
	if !r.ApprovedOn.IsZero() {
		spent = r.Accepted
	}
	return r.PrevBalance + r.Received - spent
}

// Validate needs a trip, sums that are not negative, and an approval that is
// not older than the report.
func (r AdvanceReport) Validate() (ps Problems) {
	ps.Add(r.TripID.IsZero(), "tripId", "required")
	ps.Add(r.Received < 0 || r.PerDiem < 0 || r.Spent < 0 || r.Accepted < 0, "spent", "negative")
	ps.Add(!r.ApprovedOn.IsZero() && r.ApprovedOn < r.ReportedOn, "approvedOn", "order")
	ps.Add(r.DocCount < 0 || r.SheetCount < 0 || r.SheetCount > 10_000, "sheetCount", "range", "0", "10000")
	return ps
}

// MoneyMove is money that changed hands over a trip.
type MoneyMove struct {
	ID      ID[MoneyMove]
	TripID  ID[Trip]
	MovedOn Date
	What    MoneyMoveKind
	Amount  Money
	DocNo   string // cash order or payment
}

// MoneyMoveKind is the direction of a payment.
type MoneyMoveKind string

// The moves of money: to the traveller before the trip, back from the
// traveller, and what the firm still owed.
const (
	MoneyAdvance MoneyMoveKind = "advance"
	MoneyReturn  MoneyMoveKind = "return"
	MoneyExtra   MoneyMoveKind = "extra"
)

// MoneyMoveKinds lists the moves in the order of choices.
var MoneyMoveKinds = []MoneyMoveKind{MoneyAdvance, MoneyReturn, MoneyExtra}

// Kind is KindMoneyMove.
func (MoneyMove) Kind() Kind { return KindMoneyMove }

// Key is the id without its type.
func (m MoneyMove) Key() ID[Any] { return ID[Any](m.ID) }

// Validate needs a trip, a day, a known direction and a sum above nothing.
func (m MoneyMove) Validate() (ps Problems) {
	ps.Add(m.TripID.IsZero(), "tripId", "required")
	ps.Add(m.MovedOn.IsZero(), "movedOn", "required")
	ps.Add(!known(MoneyMoveKinds, m.What), "what", "unknown", string(m.What))
	ps.Add(m.Amount <= 0, "amount", "positive")
	ps.Add(m.Amount > MaxSum, "amount", "tooMuch")
	return ps
}

// PerDiem is the firm's daily allowance for a place or a grade from a day on.
// Empty scopes hold everywhere: the row that says most wins (town, then
// country, then grade, then the default of Russia or of abroad).
type PerDiem struct {
	ID         ID[PerDiem]
	Country    string // ISO 3166 alpha-2; "RU", or "*" for any country abroad
	City       string
	Grade      Grade
	Amount     int64 // a day, hundredths of the currency
	Currency   string
	ValidFrom  Date
	ValidTo    Date // inclusive, empty = open
	SourceText string
}

// AnyAbroad is the country of a rate that holds for all countries but Russia.
const AnyAbroad = "*"

// Kind is KindPerDiem.
func (PerDiem) Kind() Kind { return KindPerDiem }

// Key is the id without its type.
func (p PerDiem) Key() ID[Any] { return ID[Any](p.ID) }

// Validate needs a country, an amount and days in order.
func (p PerDiem) Validate() (ps Problems) {
	ps.Add(p.Country != AnyAbroad && len(p.Country) != 2, "country", "required")
	ps.Add(p.Amount < 0, "amount", "negative")
	ps.Add(p.Amount > MaxSum, "amount", "tooMuch")
	ps.Add(p.Currency != "" && len(p.Currency) != 3, "currency", "currency", p.Currency)
	ps.Add(!p.ValidTo.IsZero() && p.ValidTo < p.ValidFrom, "validTo", "order")
	return ps
}

// FxRate is the official rate of a currency from a day until the next one.
type FxRate struct {
	ID         ID[FxRate]
	Currency   string
	RatedOn    Date
	Rate       int64 // ten-thousandths of a rouble for Nominal units
	Nominal    int64
	SourceText string
}

// Kind is KindFxRate.
func (FxRate) Kind() Kind { return KindFxRate }

// Key is the id without its type.
func (x FxRate) Key() ID[Any] { return ID[Any](x.ID) }

// Validate needs a currency, a day and a rate.
func (x FxRate) Validate() (ps Problems) {
	ps.Add(len(x.Currency) != 3, "currency", "currency", x.Currency)
	ps.Add(x.RatedOn.IsZero(), "ratedOn", "required")
	ps.Add(x.Rate <= 0 || x.Nominal <= 0, "rate", "positive")
	return ps
}
