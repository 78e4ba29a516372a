package data

// Expense is money spent on a trip, or without one, with the paper that proves
// it. The per diem is no expense: it is computed from the days of the trip.
type Expense struct {
	ID           ID[Expense]
	PersonID     ID[Person] // who spent, or for whom the firm paid
	TripID       ID[Trip]
	ProjectID    ID[Project] // empty = the project of the trip
	Ord          int64
	SpentOn      Date
	Category     ExpenseCategory
	Title        string
	Sum          int64  // hundredths of the currency, as the paper says
	Currency     string // ISO 4217; empty = roubles
	Rate         int64  // ten-thousandths of a rouble for Nominal units
	Nominal      int64
	Vat          Money // of it, when the paper names it
	DocWhat      DocKind
	DocNo        string
	DocOn        Date // empty = the day it was spent
	Payer        Payer
	Billable     bool  // the client refunds it
	Accepted     Money // what the firm accepted, once AcceptedOn is set
	AcceptedOn   Date
	Sheets       int // of paper that go into the report
	ReimbursedOn Date
	Fiscal       string // fn, i and fp of a receipt's QR by hyphens: tells duplicates
	Note         string
}

// ExpenseCategory is what money is spent on.
type ExpenseCategory string

// The categories of the costs of a trip.
const (
	SpentTravel    ExpenseCategory = "travel"    // tickets
	SpentLodging   ExpenseCategory = "lodging"   // hotel, flat
	SpentTax       ExpenseCategory = "tax"       // tourist tax
	SpentTaxi      ExpenseCategory = "taxi"      // town transport and taxi
	SpentFuel      ExpenseCategory = "fuel"      // own or hired car
	SpentBaggage   ExpenseCategory = "baggage"   // luggage, seat
	SpentVisa      ExpenseCategory = "visa"      // visa, passport fees
	SpentInsurance ExpenseCategory = "insurance" // where entry demands it
	SpentExchange  ExpenseCategory = "exchange"  // bank fees, exchange
	SpentComm      ExpenseCategory = "comm"      // calls, internet
	SpentGuests    ExpenseCategory = "guests"    // meals with the client
	SpentOther     ExpenseCategory = "other"
)

// ExpenseCategories lists the categories in the order of choices.
var ExpenseCategories = []ExpenseCategory{SpentTravel, SpentLodging, SpentTax, SpentTaxi, SpentFuel, SpentBaggage,
	SpentVisa, SpentInsurance, SpentExchange, SpentComm, SpentGuests, SpentOther}

// DocKind is the paper that proves an expense.
type DocKind string

// The papers of expenses.
const (
	DocReceipt  DocKind = "receipt"  // of a cash register, with a QR
	DocInvoice  DocKind = "invoice"  // bill or act with proof of payment
	DocTicket   DocKind = "ticket"   // ticket or its itinerary
	DocBoarding DocKind = "boarding" // boarding pass
	DocForm     DocKind = "form"     // strict reporting form
	DocMemo     DocKind = "memo"     // memo instead of a lost paper
	DocNone     DocKind = "none"
)

// DocKinds lists the papers in the order of choices.
var DocKinds = []DocKind{DocReceipt, DocInvoice, DocTicket, DocBoarding, DocForm, DocMemo, DocNone}

// Payer is whose money an expense was.
type Payer string

// The payers. What the firm paid itself stands in the report with nothing to
// reimburse.
const (
	PaidSelf    Payer = "self"    // own money
	PaidAdvance Payer = "advance" // from the advance
	PaidCompany Payer = "company" // the firm by bank transfer
	PaidCard    Payer = "card"    // the firm's card in the traveller's hand
)

// Payers lists the payers in the order of choices.
var Payers = []Payer{PaidAdvance, PaidSelf, PaidCard, PaidCompany}

// Own tells whether the traveller accounts for the sum: it came out of the
// advance or of the own pocket.
func (p Payer) Own() bool { return p == PaidAdvance || p == PaidSelf }

// Kind is KindExpense.
func (Expense) Kind() Kind { return KindExpense }

// Key is the id without its type.
func (e Expense) Key() ID[Any] { return ID[Any](e.ID) }

// Foreign is the sum in its currency with its rate.
func (e Expense) Foreign() Foreign { return Foreign{e.Sum, e.Currency, e.Rate, e.Nominal} }

// Money is the sum in roubles.
func (e Expense) Money() Money { return e.Foreign().Money() }

// MaxSum is the largest sum that is believed of one line, in hundredths.
const MaxSum = 100_000_000_00

// Validate needs a person, a day, a sum above nothing, and known words.
func (e Expense) Validate() (ps Problems) {
	ps.Add(e.PersonID.IsZero(), "personId", "required")
	ps.Add(e.SpentOn.IsZero(), "spentOn", "required")
	ps.Add(!known(ExpenseCategories, e.Category), "category", "unknown", string(e.Category))
	ps.Add(!known(DocKinds, e.DocWhat), "docWhat", "unknown", string(e.DocWhat))
	ps.Add(!known(Payers, e.Payer), "payer", "unknown", string(e.Payer))
	ps.Add(e.Sum < 0 || e.Vat < 0 || e.Accepted < 0, "sum", "negative")
	ps.Add(e.Sum > MaxSum, "sum", "tooMuch")
	ps.Add(e.Foreign().Home() && e.Vat > e.Money(), "vat", "aboveWhole")
	ps.Add(!e.Foreign().Known(), "rate", "noRate", e.Currency)
	ps.Add(e.Sheets < 0 || e.Sheets > 1000, "sheets", "range", "0", "1000")
	return ps
}

// Estimate is one line of what a trip is expected to cost, beside its per diem.
type Estimate struct {
	ID       ID[Estimate]
	TripID   ID[Trip]
	Ord      int64
	Category ExpenseCategory
	Title    string
	Count    int64 // thousandths: 4 nights are 4000
	Price    int64 // of one, hundredths of the currency
	Currency string
	Rate     int64
	Nominal  int64
	Payer    Payer // PaidAdvance or PaidSelf: goes into the advance
}

// Kind is KindEstimate.
func (Estimate) Kind() Kind { return KindEstimate }

// Key is the id without its type.
func (e Estimate) Key() ID[Any] { return ID[Any](e.ID) }

// Foreign is count x price in its currency, half up to the hundredth.
func (e Estimate) Foreign() Foreign {
	return Foreign{e.Price, e.Currency, e.Rate, e.Nominal}.Times(e.Count)
}

// Money is count x price in roubles.
func (e Estimate) Money() Money { return e.Foreign().Money() }

// Validate needs a trip, a category, and amounts that are not negative.
func (e Estimate) Validate() (ps Problems) {
	ps.Add(e.TripID.IsZero(), "tripId", "required")
	ps.Add(!known(ExpenseCategories, e.Category), "category", "unknown", string(e.Category))
	ps.Add(!known(Payers, e.Payer), "payer", "unknown", string(e.Payer))
	ps.Add(e.Count < 0 || e.Price < 0, "price", "negative")
	ps.Add(e.Count > 10_000_000 || e.Price > MaxSum, "price", "tooMuch")
	ps.Add(!e.Foreign().Known(), "rate", "noRate", e.Currency)
	return ps
}

// known tells whether a code is one of a list.
func known[T comparable](list []T, x T) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
