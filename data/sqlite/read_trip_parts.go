package sqlite

import (
	"errors"

	"portfel/data"
)

// TripDays are what was said of single days of a trip, by day.
func (r *Reader) TripDays(id data.ID[data.Trip]) ([]data.TripDay, error) {
	return List[data.TripDay](r, "trip_id = ? ORDER BY day_on, id", id)
}

// TripItems are the points of a trip's assignment in their order.
func (r *Reader) TripItems(id data.ID[data.Trip]) ([]data.TripItem, error) {
	return List[data.TripItem](r, "trip_id = ? ORDER BY ord, id", id)
}

// TripChanges are the orders that changed a trip, by day.
func (r *Reader) TripChanges(id data.ID[data.Trip]) ([]data.TripChange, error) {
	return List[data.TripChange](r, "trip_id = ? ORDER BY order_on, id", id)
}

// Estimates are the lines of a trip's estimate in their order.
func (r *Reader) Estimates(id data.ID[data.Trip]) ([]data.Estimate, error) {
	return List[data.Estimate](r, "trip_id = ? ORDER BY ord, id", id)
}

// Expenses are what was spent on a trip, in the order of its report.
func (r *Reader) Expenses(id data.ID[data.Trip]) ([]data.Expense, error) {
	return List[data.Expense](r, "trip_id = ? ORDER BY ord, spent_on, id", id)
}

// AdvanceReport is the report of a trip; false when there is none yet.
func (r *Reader) AdvanceReport(id data.ID[data.Trip]) (data.AdvanceReport, bool, error) {
	all, err := List[data.AdvanceReport](r, "trip_id = ? ORDER BY id LIMIT 1", id)
	if err != nil || len(all) == 0 {
		return data.AdvanceReport{}, false, err
	}
	return all[0], true, nil
}

// MoneyMoves are the payments over a trip, by day.
func (r *Reader) MoneyMoves(id data.ID[data.Trip]) ([]data.MoneyMove, error) {
	return List[data.MoneyMove](r, "trip_id = ? ORDER BY moved_on, id", id)
}

// Papers are the papers of a trip, by day.
func (r *Reader) Papers(id data.ID[data.Trip]) ([]data.Paper, error) {
	return List[data.Paper](r, "trip_id = ? ORDER BY paper_on, id", id)
}

// Company is the own firm; its name is empty until somebody fills it in.
func (r *Reader) Company() (data.Company, error) {
	c, err := Get(r, data.CompanyID())
	if errors.Is(err, data.ErrNotFound) {
		return data.Company{ID: data.CompanyID()}, nil
	}
	return c, err
}

// Signatories are all who sign for the firm, by role, the newest first.
func (r *Reader) Signatories() ([]data.Signatory, error) {
	return List[data.Signatory](r, "true ORDER BY role, valid_from DESC, id")
}

// Numbering is the rule of a kind of papers; false when there is none.
func (r *Reader) Numbering(k data.PaperKind) (data.Numbering, bool, error) {
	n, err := Get(r, data.NumberingID(k))
	if errors.Is(err, data.ErrNotFound) {
		return n, false, nil
	}
	return n, err == nil, err
}

// PerDiems are the firm's daily allowances.
func (r *Reader) PerDiems() ([]data.PerDiem, error) {
	return List[data.PerDiem](r, "true ORDER BY country, city, grade, valid_from, id")
}

// FxRates are the rates of all currencies, by currency and day.
func (r *Reader) FxRates() ([]data.FxRate, error) {
	return List[data.FxRate](r, "true ORDER BY currency, rated_on, id")
}

// FxOn is the rate of a currency in force on a day; false when none is known.
func (r *Reader) FxOn(currency string, day data.Date) (data.FxRate, bool, error) {
	all, err := List[data.FxRate](r, "currency = ? AND rated_on <= ? ORDER BY rated_on DESC, id LIMIT 1", currency, day)
	if err != nil || len(all) == 0 {
		return data.FxRate{}, false, err
	}
	return all[0], true, nil
}

// UsedNumber is a number that a paper carries.
type UsedNumber struct {
	Number string
	Seq    int64
	On     data.Date
	TripID data.ID[data.Trip]
	Group  data.ID[data.Trip] // journey of the trip, or the trip itself
}

// UsedNumbers are the numbers of papers of a kind in a year; year 0 asks for
// all years. Orders whose number stands in the trip alone count too.
func (r *Reader) UsedNumbers(k data.PaperKind, year int) ([]UsedNumber, error) {
	from, to := yearDay(year, "-01-01"), yearDay(year, "-12-31")
	if year == 0 {
		to = "9999-12-31"
	}
	text := `SELECT p.number, p.seq, p.paper_on, t.id, coalesce(t.group_id, t.id) FROM paper p JOIN trip t ON t.id = p.trip_id
  WHERE p.what = ?1 AND p.number <> '' AND p.paper_on BETWEEN ?2 AND ?3`
	if k == data.PaperOrder {
		text += ` UNION ALL SELECT t.order_no, 0, t.order_on, t.id, coalesce(t.group_id, t.id) FROM trip t
  WHERE t.order_no <> '' AND t.order_on BETWEEN ?2 AND ?3 AND NOT EXISTS (SELECT 1 FROM paper p WHERE p.trip_id = t.id AND p.what = ?1)
  UNION ALL SELECT x.order_no, 0, x.order_on, t.id, coalesce(t.group_id, t.id) FROM trip_change x JOIN trip t ON t.id = x.trip_id
  WHERE x.order_no <> '' AND x.order_on BETWEEN ?2 AND ?3`
	}
	if k == data.PaperReport {
		text += ` UNION ALL SELECT a.number, 0, a.reported_on, t.id, coalesce(t.group_id, t.id) FROM advance_report a JOIN trip t ON t.id = a.trip_id
  WHERE a.number <> '' AND a.reported_on BETWEEN ?2 AND ?3 AND NOT EXISTS (SELECT 1 FROM paper p WHERE p.trip_id = t.id AND p.what = ?1)`
	}
	return query[UsedNumber](r, text, string(k), from, to)
}

// FiscalTwins are the expenses with the same receipt, but for one of them.
func (r *Reader) FiscalTwins(fiscal string, but data.ID[data.Expense]) ([]data.Expense, error) {
	if fiscal == "" {
		return nil, nil
	}
	return List[data.Expense](r, "fiscal = ? AND id IS NOT ? ORDER BY spent_on, id", fiscal, but)
}

// ReceiptCounts are the files of a trip's expenses, by expense.
func (r *Reader) ReceiptCounts(trip data.ID[data.Trip]) (map[data.ID[data.Expense]]int, error) {
	type row struct {
		ID data.ID[data.Expense]
		N  int
	}
	all, err := query[row](r, `SELECT e.id, count(*) FROM expense e JOIN attachment a ON a.owner_kind = 'expense' AND a.owner_id = e.id
  WHERE e.trip_id = ? GROUP BY e.id`, trip.String())
	out := make(map[data.ID[data.Expense]]int, len(all))
	for _, x := range all {
		out[x.ID] = x.N
	}
	return out, err
}
