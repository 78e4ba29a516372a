// Package plan is the room «План работ»: a table of tasks and a Gantt chart in
// one scroll, tasks typed one after another as in a spreadsheet, cells edited in
// place, bars dragged, and below the chosen task with why its dates are what
// they are.
//
// It must never compute a date: the engine does, behind commands; a drag asks a
// command where everything would stand.
package plan
