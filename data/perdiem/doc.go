// Package perdiem counts the days of a business trip and the money of it: which
// dates the trip has, what each date earns and why, what part of it is free of
// tax, by when the report is due, and how the advance is settled.
//
// It is pure: legs, dated rows and a calendar in, values out. It must never know
// where rows are kept, what day it is today, or in which language a cause is
// read. It holds no number of a law: amounts, percentages and terms are norm
// rows of the day they are asked for, and a missing one is an error.
//
// Decisions:
//   - Days are calendar dates on the clock of the place of work, from the date
//     of departure to the date of arrival, both included. Legs may come in any
//     order; they are sorted as instants.
//   - The road to and from a station outside the town counts by its minutes,
//     before the departure and after the arrival, if the trip says so. It may
//     add a date.
//   - The day of a border is the day of the stamp, so the local one: that of
//     departure when Russia is left, that of arrival elsewhere. It is kept
//     within the dates of the trip. Of several crossings on a date the last one
//     counts.
//   - A trip of one date that leaves Russia earns the part that the norm of
//     one-day trips abroad says, one within Russia the part of one-day trips
//     at home. Both ends are compared on the clock of the place of work.
//   - A trip abroad of which no leg is marked as crossing is taken to cross on
//     its first and on its last leg, and a fault says so.
//   - The town of a date is where the traveller sleeps; a change of trains is no
//     stay. The way back counts for the town that was left.
//   - The limit that is free of tax is one of a day, whatever part of the norm
//     the day earns, and is compared in roubles: a per diem in a currency by the
//     rate of the last day of the month in which the report is approved, before
//     approval by the rate of the accrual.
//   - A sum of one's own replaces the amount of a date and not what kind of day
//     it is; a personal day earns nothing in any case, nor does a local trip.
//   - Sums are rounded half up to the kopeck a date (a line of the paper), and
//     totals are sums of rounded lines.
package perdiem
