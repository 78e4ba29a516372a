package command_test

import (
	"fmt"

	"portfel/data"
)

// tripPart is a random part of a trip, or one of the records that papers of
// trips are made from; nil for other kinds.
func (g *gen) tripPart(k data.Kind) data.Record {
	sum := int64(g.r.Intn(3_000_000))
	switch k {
	case data.KindTripDay:
		return data.TripDay{ID: data.NewID[data.TripDay](), TripID: pick[data.Trip](g), DayOn: g.date(), Personal: g.chance(30), Use: choose(g, data.DayUses...)}
	case data.KindTripItem:
		o := g.anyRef()
		return data.TripItem{ID: data.NewID[data.TripItem](), TripID: pick[data.Trip](g), Ord: int64(g.r.Intn(99)), What: choose(g, data.TripItemKinds...), Title: g.word() + ".", RefKind: o.Kind, RefID: o.ID, Done: g.chance(50)}
	case data.KindTripChange:
		return data.TripChange{ID: data.NewID[data.TripChange](), TripID: pick[data.Trip](g), What: choose(g, data.TripChangeKinds...), OrderOn: g.maybeDate(), Reason: g.word() + "."}
	case data.KindEstimate:
		return data.Estimate{ID: data.NewID[data.Estimate](), TripID: pick[data.Trip](g), Category: choose(g, data.ExpenseCategories...), Title: g.word(), Count: 1000 * int64(g.r.Intn(9)), Price: sum, Payer: choose(g, data.Payers...)}
	case data.KindExpense:
		return data.Expense{ID: data.NewID[data.Expense](), PersonID: pick[data.Person](g), TripID: some[data.Trip](g, 80), ProjectID: some[data.Project](g, 20), SpentOn: g.date(), Category: choose(g, data.ExpenseCategories...),
			Title: g.word(), Sum: sum, Currency: choose(g, "", "", "USD"), Rate: 921250, Nominal: 1, DocWhat: choose(g, data.DocKinds...), DocOn: g.maybeDate(), Payer: choose(g, data.Payers...), Sheets: g.r.Intn(3)}
	case data.KindAdvanceReport:
		return data.AdvanceReport{ID: data.NewID[data.AdvanceReport](), TripID: pick[data.Trip](g), Number: fmt.Sprint(g.r.Intn(99)), ReportedOn: g.maybeDate(), Received: data.Money(sum), Spent: data.Money(sum / 2)}
	case data.KindMoneyMove:
		return data.MoneyMove{ID: data.NewID[data.MoneyMove](), TripID: pick[data.Trip](g), MovedOn: g.date(), What: choose(g, data.MoneyMoveKinds...), Amount: data.Money(1 + sum)}
	case data.KindPaper:
		return data.Paper{ID: data.NewID[data.Paper](), TripID: pick[data.Trip](g), What: choose(g, data.PaperKinds...), Number: g.word(), PaperOn: g.maybeDate()}
	}
	return g.firmPart(k)
}

// firmPart is a random record of the firm's own rules.
func (g *gen) firmPart(k data.Kind) data.Record {
	switch k {
	case data.KindCompany:
		return data.Company{ID: data.CompanyID(), Name: g.word() + ".", Inn: "7701234567"}
	case data.KindSignatory:
		return data.Signatory{ID: data.NewID[data.Signatory](), PersonID: some[data.Person](g, 50), Name: g.word() + ".", Role: choose(g, data.SignRoles...), Authority: data.ByStatute, ValidFrom: g.maybeDate()}
	case data.KindNumbering:
		code := choose(g, data.PaperKinds...)
		return data.Numbering{ID: data.NumberingID(code), Code: code, Pattern: choose(g, "{n}-ком", "{nn}/{yy}", "№"), First: int64(g.r.Intn(60)), Yearly: g.chance(50)}
	case data.KindForm:
		return data.Form{ID: data.FormID("order", "ru"), Code: "order", Lang: "ru", Name: g.word(), SetOn: g.maybeDate()}
	case data.KindPerDiem:
		return data.PerDiem{ID: data.NewID[data.PerDiem](), Country: choose(g, "RU", "*", "BY", "DE"), City: g.word(), Amount: int64(g.r.Intn(900000)), ValidFrom: g.maybeDate()}
	case data.KindFxRate:
		return data.FxRate{ID: data.NewID[data.FxRate](), Currency: choose(g, "USD", "EUR", "BYN"), RatedOn: g.date(), Rate: 1 + int64(g.r.Intn(2_000_000)), Nominal: 1}
	}
	return nil
}
