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
// A duration in days counts working days whatever their length, and is over with
// its day, however early that day closes; one in hours counts the minutes of the
// day's shifts and is over by the clock, so that what follows may begin inside
// the day. Half a day is half of that day's working time.
//
// A milestone is a boundary between days with a side: at the end of a day or at
// the start of the next. A finish leads to an end, a start to a start; a lag
// above zero leads to an end, below zero to a start; from a milestone the side
// is inherited; of equal drivers the start wins, being later on the clock. One
// that a person has set on a day stands at its end, one that must start or is not
// earlier at its start, and one with a minute at that minute: at the opening of a
// day, what follows begins on the same day.
//
// The plan ends with its latest finish. Total float is the late start less the
// early start, in working days of the task; a task is critical when it has none.
// Free float is how far a task can go without moving any other task or the
// plan's end; it is never below zero. A summary starts with its first child,
// finishes with its last, and has the least floats of its children that are not
// finished. FS and FF from a summary wait for all its leaves, FS and SS to a
// summary hold all its leaves; the other four are a problem.
//
// Where a start must come before a gap of days off, its latest moment is a
// little before the gap, so that the last whole day is the day before.
//
// # Facts
//
// What is done does not move. A task with an actual finish stands on its actual
// dates (a whole day counts from its start to its end), has no float and is not
// critical; one with an actual start begins there. Links do not concern either,
// and nobody has to hurry for them. The done part of a begun task runs from the
// actual start; the rest begins no earlier than the status date. A task with per
// cent but no actual start begins where its links say, and only its rest waits
// for the status date. What is not begun starts no earlier than the status date.
// The clock pushes nothing.
//
// A remaining duration counts always, with a status date or without. Of a begun
// task (by an actual start or a per cent) it is the rest. Done is then what it
// leaves of the duration, if the per cent says the same within one or is not given;
// if they differ, somebody has estimated the rest anew, and done is the per cent of
// the duration: of five days 40 % done and four remaining, the task takes six. Of
// what is not begun, the remaining duration is the duration.
//
// # Sites
//
// A task at a site works on the days of trips that its people make there, as
// far as these are working days of all its people. What the trips do not hold
// goes on the ordinary working days after the last of them, and is said.
//
// # Limits
//
// Not earlier and not later bound a start from below and a finish from above;
// finish not earlier and start not later the other ends. As late as possible
// means: as late as nothing else moves, neither a task nor the plan's end. Must
// start and must finish pin. A limit may name a minute of its day. What is too
// late shows as negative float and in the list, and moves nothing.
//
// A delay given by levelling is added to the start in working days or minutes,
// after everything else.
//
// # Several projects
//
// Plans solved together have starts, status dates and ends of their own; float
// is measured to the end of the own project, or, if asked for, to the last end
// of all.
//
// # How it is built
//
// The line of time is counted in ticks, dayTicks a day. A task with work lies on
// the axis of its calendar, where only working days exist: there a link is an
// addition. What has a date of its own (milestones, manual tasks, facts, elapsed
// time) lies on the common line, the clock, on which the boundary of a day is
// midnight for every calendar; equal ticks are told apart by the side. Two axes
// are joined through the common line; both ways are constant time. Part of a day
// is part of its working time, whatever the day's length.
//
// A summary with links becomes one or two hidden milestones (gates), so that a
// link between two large summaries costs their size, not its square.
//
// Tasks, links and people are indexes, never maps; a Solver keeps its memory, so
// solving again allocates nothing but what changed in size. Edit walks from the
// changed tasks along the order of the last solution, forward as far as early
// dates move and back as far as late ones do; when a plan's end moves, all late
// dates are found again.
//
// # Decisions
//
//   - Problems are data. A cycle is named and one link of it left out (the one
//     entered last), so the rest is scheduled all the same. They are listed in
//     the order of tasks.
//   - Manual tasks, and those that must start or finish on a day, stand there;
//     what they break is listed. The float of what precedes them is measured to
//     where they stand.
//   - A duration in calendar days runs on all dates, of which each is as long as
//     the longest day of the plan's week; elapsed minutes run by the clock.
//   - An elapsed lag is counted from the close of a day to the clock.
//   - A task by the clock begins at the midnight after what is done by days.
//   - A begun task's start on a day off counts for links as the next working day.
//   - A finish limit on a day off is the end of the working day before.
//   - As late as possible never makes a task late itself; what must come before a
//     day's end begins with that day, before a minute a minute earlier.
//   - A start that must come before days off may lie anywhere in the day before,
//     whenever that day closes.
//   - What is pinned is not stretched by the status date and not delayed.
//   - Limits that facts and manual tasks miss are not listed: nobody can keep them
//     any more.
//   - A begun task goes on beside predecessors that are late: what has begun is
//     not stopped by the plan.
//   - What elapsed time leaves of a working day when it ends on days off is no
//     float: float counts working days.
//   - The effort of a summary is that of its leaves; its own is not added.
//   - Per cent is 100 only when everything is done.
package schedule
