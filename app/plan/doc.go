// Package plan is the room «План работ»: a table of tasks and a Gantt chart in
// one scroll, tasks typed or pasted one after another as in a spreadsheet, cells
// edited in place, rows and bars dragged, and below, in a wide window beside, the
// chosen task: all its fields, why its dates are what they are, and what would
// change if. The other tabs show the same plan as load, milestones, baselines,
// variants and risk.
//
// It must never compute a date: the engine does, behind commands; a drag asks a
// command where everything would stand, and nothing is written before the bar is
// dropped or the question kept.
//
// Decisions: Enter keeps a cell and goes to the next row; Tab moves a task in only
// in its name, also while that is being typed; rows dragged or moved by keys may
// leave their stage; what is pasted is shown before it is written, and is one step.
// A start beside a finish in a pasted text is what a program has computed and is
// not taken as a constraint.
package plan
