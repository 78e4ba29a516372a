package data

// IcsItem is what is kept of an exported item for all feeds: SEQUENCE never
// goes back. ChangedAt is an instant, RFC 3339 UTC.
type IcsItem struct {
	UID       string
	Sequence  int
	FactHash  string
	ChangedAt string
}

// IcsFeed is what one feed was last given of an item. At is an instant, RFC
// 3339 UTC; Cancelled tells that its end was told.
type IcsFeed struct {
	Feed      string
	UID       string
	Hash      string
	At        string
	Body      string
	Cancelled bool
}
