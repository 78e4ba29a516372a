// Package clients is the room «Клиенты»: the list with how long each has been
// silent, and the card of one client: timeline, properties, projects, history,
// with the people of the client at its right.
//
// It answers one question: whom should I get in touch with? Silence is counted
// from the last held meeting or trip against the cadence of the client; it is
// never typed.
//
// It must never know how a project looks (that room is embedded) nor how a
// meeting is planned (package meeting).
//
// Decisions:
//   - A client or a person that is there already, by INN, phone, e-mail or name
//     without legal form, is pointed out before it is made a second time; the
//     user decides.
//   - Check digits of INN and OGRN are looked at where they are typed, not where
//     they are stored: a merge must not lose a client to somebody's slip.
package clients
