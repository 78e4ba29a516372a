// Package documents is the room «Документы»: the register of what projects owe,
// by project, and beside it the chosen document with its versions, signatures
// and properties.
//
// It answers one question: which version, at whom, by when? It must never
// decide what a status means: a document's status is that of its newest
// version, late is computed by data.DeliverableRow, and legal moves come from
// data.VersionFlow. Embedded in another record's card it shows the register
// alone and opens a document in its own room.
package documents
