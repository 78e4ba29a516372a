// Package card holds what the card of any record has: rows that are edited in
// place, date fields that understand short words, choices of people, clients
// and projects, buttons of the next legal states, files, links, history, and
// the menu that archives or deletes.
//
// It stands between app/ui, which knows no record, and the screens, which would
// otherwise write these parts nine times. It must never know a particular noun
// or decide what a change means: it builds a command.Put or command.Move and
// hands it to the desk.
package card
