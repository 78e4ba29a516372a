// Package settings is the room of what the whole file stands on: who I am, the
// department, people with their rates, absences and the cases of their names,
// rates of grades, resources, competencies, plan templates; the firm with those
// who sign for it, the numbering and the templates of its papers; dated norms,
// daily allowances, rates of currencies, calendars with their hours; the look,
// and the file itself with its journal.
//
// It must never hold a number of law: norms and calendars are rows that the
// user sees with their source and changes here.
//
// Decisions:
//   - Rates are rows that stay: a new one counts from its day, hours before it keep
//     the old one.
//   - What a paper misses is opened by a reference to it: of a firm without a name
//     the dialog of its details; without an id the dialog of a new signatory, daily
//     allowance or rate.
//   - A template of a paper is taken only when every placeholder in it is right; a
//     wrong one is told with its place.
//   - A form of a name that the rules of grammar doubt is marked until somebody has
//     looked at it; a sure one is not stored, so that it follows a changed name.
//   - A plan template is shown and edited here and not in the room of plans, whose
//     dates would mean nothing.
package settings
