package sqlite

import "portfel/data"

// IcsItems are the states of all items that were ever exported.
func (r *Reader) IcsItems() ([]data.IcsItem, error) {
	return query[data.IcsItem](r, "SELECT uid, sequence, fact_hash, changed_at FROM ics_item")
}

// IcsFeed is what a feed was last given.
func (r *Reader) IcsFeed(feed string) ([]data.IcsFeed, error) {
	return query[data.IcsFeed](r, "SELECT feed, uid, hash, at, body, cancelled FROM ics_feed WHERE feed = ?", feed)
}

// IcsTold is what all feeds were last given of one item, the last told first.
func (r *Reader) IcsTold(uid string) ([]data.IcsFeed, error) {
	return query[data.IcsFeed](r, "SELECT feed, uid, hash, at, body, cancelled FROM ics_feed WHERE uid = ? ORDER BY at DESC, feed", uid)
}

// PutIcsItem keeps the state of an item.
func (t *Tx) PutIcsItem(i data.IcsItem) error {
	return t.exec(`INSERT INTO ics_item (uid, sequence, fact_hash, changed_at) VALUES (?, ?, ?, ?)
  ON CONFLICT (uid) DO UPDATE SET sequence = max(sequence, excluded.sequence), fact_hash = excluded.fact_hash, changed_at = excluded.changed_at`,
		i.UID, i.Sequence, i.FactHash, i.ChangedAt)
}

// PutIcsFeed keeps what a feed was given.
func (t *Tx) PutIcsFeed(f data.IcsFeed) error {
	return t.exec(`INSERT INTO ics_feed (feed, uid, hash, at, body, cancelled) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (feed, uid) DO UPDATE SET hash = excluded.hash, at = excluded.at, body = excluded.body, cancelled = excluded.cancelled`,
		f.Feed, f.UID, f.Hash, f.At, f.Body, bindAny(f.Cancelled))
}

// ConfidentialIDs are the clients and documents marked confidential, and the
// projects of such clients.
func (r *Reader) ConfidentialIDs() ([]data.ID[data.Any], error) {
	rows, err := query[struct{ ID data.ID[data.Any] }](r, `SELECT id FROM client WHERE confidential = 1
  UNION SELECT id FROM deliverable WHERE confidential = 1
  UNION SELECT p.id FROM project p JOIN client c ON c.id = p.client_id WHERE c.confidential = 1`)
	out := make([]data.ID[data.Any], len(rows))
	for i, x := range rows {
		out[i] = x.ID
	}
	return out, err
}
