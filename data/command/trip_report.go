package command

import (
	"portfel/data"
	"portfel/data/sqlite"
)

// reportMoved keeps a trip's advance report in step with the trip: handed in,
// taken back, approved.
func reportMoved(tx *sqlite.Tx, old, next data.Trip) error {
	rep, found, err := tx.AdvanceReport(next.ID)
	if err != nil || !found {
		return err
	}
	switch {
	case old.Status == data.TripReported && next.Status == data.TripOrdered:
		rep.ReportedOn = 0
	case next.Status == data.TripApproved && rep.ApprovedOn.IsZero():
		rep.ApprovedOn = max(tx.Today(), rep.ReportedOn)
		rep.Accepted = rep.Spent
	default:
		return nil
	}
	return tx.Put(rep)
}
