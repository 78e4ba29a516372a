// Package projects is the room «Проекты»: the register of projects with what
// their plans say, and the card of one project: its facts, team, trips,
// documents, meetings and history.
//
// It answers one question: which project needs me, and why? Health is computed
// from the plan, its newest baseline, the deadline and today
// (data.ProjectRow.Reasons), each reason in words. Somebody may set it by hand,
// with a reason; then the card and the register say that it is by hand, and the
// facts stay beside it.
//
// It must never schedule anything or know how a trip or a document looks: those
// are other rooms, embedded with a filter.
//
// Decisions:
//   - Without a chosen project the register takes the whole room and shows all
//     columns; beside a card it keeps name, progress and health.
//   - Prices, rates and costs stand on a page of their own and nowhere else: they
//     are internal, and no embedded room or calendar file takes anything from it.
//   - «Done» is what the tasks' per cent says; hours without a rate are named, not
//     guessed.
//   - The calendar of a project is chosen here for its plans too, so that the
//     choice moves dates at once.
//   - A client that is not there yet is made by typing its name into the choice,
//     in the same step as the project.
package projects
