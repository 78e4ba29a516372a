// Package projects is the room «Проекты»: the register of projects with what
// their plans say, and the card of one project: its facts, team, trips,
// documents, meetings and history.
//
// It answers one question: which project needs me, and why? Health is computed
// from the plan's finish, the deadline and today (data.ProjectRow.Health); it is
// never typed.
//
// It must never schedule anything or know how a trip or a document looks: those
// are other rooms, embedded with a filter.
//
// Decisions:
//   - Without a chosen project the register takes the whole room and shows all
//     columns; beside a card it keeps name, progress and health.
//   - A client that is not there yet is made by typing its name into the choice,
//     in the same step as the project.
package projects
