// Package load says how full a person's weeks are: hours of work spread over
// working days, week by week, against the hours that the calendar asks for.
//
// It is pure. It must never know where the work comes from, which day it is
// today, or how a week is drawn.
//
// Decisions:
//   - Planned effort is spread evenly over the working days of its period, in
//     whole minutes whose sum is exact. Story 1: 24 hours on five days in one
//     week are 24 hours of that week.
//   - What stands on fixed days (a ride, a meeting) counts as it is, on a day
//     off too.
//   - Work that is late and not done is still to be done: its rest stands on
//     the day given as today.
//   - Without a working day in its period, work stands on its first day.
//   - The norm of a week is the working time of the calendar, so a week with a
//     holiday or an absence asks for less.
package load
