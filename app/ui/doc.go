// Package ui is the theme and the widgets of the window: a dense, calm desktop
// program on paper-like surfaces with one accent colour.
//
// It knows no database, no command and no screen. A widget is given rows,
// options, parse functions and callbacks; it never reads a clock ("today" is
// passed in) and never decides what a record means.
//
// # Start
//
//	ui.SetWords(words)     // *text.Words; again after a change of language
//	ui.Apply(dark)         // palette and theme of the running app
//	layers := ui.NewLayers(content)   // window content with snackbar, toasts, tips on top
//	layers.Snack("Поездка отменена", "Отменить", undo)
//	layers.Toast("Не удалось записать файл")
//
// # Frame and surfaces
//
//	NewRail(brand, items, bottom, selected)      Rail: SetActive, SetCount, SetSaved
//	NewTopBar(title, crumb, search, buttons...)  TopBar: Set, SetChip, SetButtons; the last button is the primary one
//	NewStrip(note, parts...)                     the line under the top bar: chips and small buttons, a muted note
//	NewCard(title, note, content)                Card{Actions, Inset}; SetTitle
//	NewHeading(title, note, buttons...)          the head of a record inside a card
//	NewSplit(left, right, px)                    Split{Px, MinLeft, MinRight, OnMoved}
//	Across(gap, parts...), Down(gap, parts...)   parts are Own(o), Fixed(px, o), Flex(share, o); Pad, Body, Spacer, Scroll
//	NewLabel, NewNote, NewStrong, NewHead        texts that wrap
//	NewEmpty(sentence, button)                   what stands where nothing is yet
//
// # Small parts
//
//	NewButton(kind, label, tap)   Button{Icon, Tip, Shortcut, Small}; kinds Secondary, Primary, Ghost, Danger
//	NewIconButton(icon, tip, tap), NewMenuButton(label, items), NewLink(text, tap), NewSearchBox(tap)
//	NewChip(role, word)           roles Plain, Muted, Go, Late, Risk, Done, Planned
//	NewSegmented(options, on, changed) one of several; NewToggles(options, on, changed) each by itself
//	NewCheck(label, on, changed), NewCheckRow(label, note, on, changed)
//	NewTabs(tabs, on, selected), NewSteps(now, steps...), NewProgress(share), NewScale(label, from, now, goal, right)
//
// # Fields
//
// Every field takes F-keys and Ctrl shortcuts to the window, keeps on Enter and
// on loss of focus, gives up on Escape, and shows a refusal in red words. The
// refusal is the error of OnCommit, OnSet or OnSelect: a data.Problem, or
// Refuse(sentence).
//
//	NewField(text), NewArea(text, rows), NewSecret()   Field{OnCommit, OnCancel, OnKey, Width}; SetValue, Value, SetProblem, Commit
//	NewParsed(value, parse, format)                    Parsed[T]{OnSet}; Set, Get
//	NewMoneyField(v), NewHoursField(v), NewNumberField(v, low, high), NewTimeField(minute)
//	NewDateField(day, parse)                           DateField{Today, DayOff, OnSet}; Open
//	NewMomentField(moment, parse, zoneNote)            MomentField{Box, Day, Time, OnSet}; lay out Box
//	NewChoice(options, id)                             Choice{OnSelect, OnCreate, Hint, Width}; Set, Chosen, SetOptions
//	NewForm().Add(name, label, field).AddNote(…).AddMoment(…).Section(label); Fail(err), Problem, Commit, Clean
//	NewKeyValues(rows...)                              KV{Label, Text, Role, Bold, Number, Hint, Edit, Open}; Set, Edit(i)
//
// # Rows
//
//	NewList(len, fill)             List{OnSelect, OnOpen, OnMenu, OnCheck, OnDelete, Empty, Full}; Select, SelectID, Reload
//	NewGrid(columns, len, fill)    Grid{OnSelect, OnOpen, OnSort, OnToggle, OnCheck, OnMenu, OnDelete, OnTab, OnKey,
//	                               OnColumns, IndexOf, Multi, Order, RowHeight, Empty}; Select, Chosen, CursorRow, Edit, Offset
//	NewTreeGantt(columns, len, fill, px)  TreeGantt{View, Grid, Gantt}; lay out View
//	Gantt{Fill, Spans, Today, DayOff, Baseline, ShowLinks, OnDrag, OnDrop, OnLink, OnTip, OnMenu}; SetRange, SetLinks, SetZoom, ShowDay
//
// Column.Editor makes the field of a cell; the field keeps the value by its own
// callback. After a change of data call Reload: offset and choice (by row id)
// stay, an open edit stays on its row.
//
// # Calendar
//
//	NewMonthView(day, today), NewWeekView(day, today)  SetItems([]Item), ShowDay, Range; OnOpen, OnCreate, OnMove, OnMonth/OnWeek
//	NewAgendaList(today)                               AgendaList{List, OnItem}; SetItems(items, from, to); lay out List
//	NewTwoWeeks(today, items), NewLoadBars(weeks)
//
// # Pictures of numbers
//
//	NewHeatGrid(len, side, fill)   HeatGrid: people by weeks, each cell a number on a shade
//	NewCurve()                     Curve: a distribution with marks along its axis
//	NewTimeline()                  Timeline: bars and marks on one axis of days
//	NewGround(content)             Ground: the paper under a page that is not a card
//
// # On top
//
//	ShowDialog(canvas, Dialog{Title, Content, About, Confirm, Cancel, Danger, Extra, OnConfirm, OnCancel}) *Sheet
//	Ask(canvas, title, sentence, yes, danger, do), ShowMenu(canvas, at, []MenuItem)
//
// # Decisions
//
//   - Widgets are drawn by a pen: each paint lists rectangles, texts and icons
//     in order, and the pen reuses the objects of the last paint. Cost follows
//     what is visible, never the number of rows.
//   - Texts are cut by a table of letter widths (text.go): measuring each cell
//     with the toolkit costs a hundred times more.
//   - The palette is read at paint time, so a theme switch is one Refresh.
//   - Rounded lines are two nested rectangles: a stroke with a transparent fill
//     gets a dark fringe on a GL screen.
//   - Nothing implements DoubleTappable: the toolkit would then hold back every
//     single click. A second click is counted here.
//   - Texts and panels stand on whole units: between two pixels a GL screen blurs
//     them.
//   - An editor is laid into its cell and focused in the same event, before the
//     toolkit knows its canvas; the cell hands it the canvas (seat).
//   - A type that only joins widgets (TreeGantt, AgendaList, MomentField) does not
//     embed them: an embedded widget answers under another identity than the one
//     laid into the window, and would neither size nor refresh.
//   - Muted ink and risk are a shade darker than the first palette, so that every
//     text keeps a contrast of 4.5 : 1; a test computes it.
//   - What is answered on Space calls used: the letter of that key comes after it,
//     to whatever has the keyboard then, and a field must not type it.
//   - A widget that is no longer shown may still have the keyboard: the toolkit
//     does not look. Each key asks gone first; Layers.KeepFocus gives the keyboard
//     to what stands in its place.
//   - The context menu opens by the menu key and Shift+F10 wherever it opens by the
//     second button of the mouse.
//   - Only later.go starts goroutines (timers of tips and snackbars).
package ui
