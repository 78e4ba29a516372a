// Package schedule computes the dates of a plan: earliest dates, float and the
// critical path over production calendars, what hinders, and why a task starts
// when it does.
//
// It is pure: a Plan goes in, a Result comes out. It must never know where plans
// are stored, what day it is today (nothing is pushed by the clock), which
// language is read, or what a window is.
//
// # The definitions
//
// Working days are numbered. A task occupies [start, finish), finish = start +
// duration; it is shown from its first day to its last, both included. FS lag 0
// begins on the next working day; SS, FF and SF compare the same ends; a lag in
// days counts working days of the calendar of the task that waits and may be
// negative.
// Nothing starts before the plan's start except what a person has pinned.
// Tasks are contiguous and as early as possible.
//
// A milestone is a boundary between days with a side: at the end of a day or at
// the start of the next. A finish leads to an end, a start to a start; a lag
// above zero leads to an end, below zero to a start; from a milestone the side
// is inherited; of equal drivers the start wins, being later on the clock.
//
// The plan ends with its latest finish. Float is the late start less the early
// start, in working days of the task; a task is critical when it has none. A
// summary starts with its first child, finishes with its last, and has the
// least float of its children. FS and FF from a summary wait for all its
// leaves, FS and SS to a summary hold all its leaves; the other four are a
// problem.
//
// Where a start must come before a gap of days off, its latest moment is a
// little before the gap, so that the last whole day is the day before.
//
// # How it is built
//
// The line of time is counted in ticks, dayTicks a day. A task with work lies on
// the axis of its calendar, where only working days exist: there a link is an
// addition. What has a date of its own (milestones, manual tasks, calendar
// days) lies on the common line of all days, where equal ticks are told apart by
// the side. Two axes are joined through the common line; both ways are constant
// time. Part of a day is part of its working time, whatever the day's length.
//
// A summary with links becomes one or two hidden milestones (gates), so that a
// link between two large summaries costs their size, not its square.
//
// Tasks, links and people are indexes, never maps; a Solver keeps its memory, so
// solving again allocates nothing but what changed in size.
//
// # Decisions
//
//   - Problems are data. A cycle is named and one link of it left out (the one
//     entered last), so the rest is scheduled all the same.
//   - Manual tasks, and those that must start or finish on a day, stand there;
//     what they break is listed. The float of what precedes them is measured to
//     where they stand.
//   - "Not later" bounds the finish; it moves nothing and shows as negative float.
//   - A duration in calendar days or elapsed minutes runs on all days.
//   - Elapsed minutes meet the day as if work lasted from 09:00 to 18:00.
//   - The effort of a summary is that of its leaves; its own is not added.
//   - Per cent is 100 only when everything is done.
package schedule
