// Package sample makes two files out of nothing: the sample file, a fictional
// consultant's desk on 24.11.2026 with content for every list and state, and
// large generated files for measuring.
//
// It writes through commands, as a user would. It must never know a window, and
// its records are Russian data, not words of the program.
//
// Decisions:
//   - Ids of the sample are derived from keys, so that pictures, tests and
//     calendars made from two sample files agree.
//   - The sample's rows are a base step: they came with the file, and Ctrl+Z
//     does not empty it.
//   - A generated file depends on nothing but its size and seed.
package sample
