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
//	NewRail(items, bottom)  Rail{Brand, Items, Bottom, Saved, Active, OnSelect}
//	NewTopBar()             TopBar{Title, Crumb, Chip, SearchText, OnSearch}; SetButtons(secondary..., primary)
//	NewStrip(note, parts)    the strip under the top bar: chips and buttons, a muted note at the right
//	NewCard(title, note, content)
//	NewSplit(left, right, px)  Split{Px, OnMoved}
//	Across(gap, …), Down(gap, …), Fixed(w, o), Flex(share, o), Pad(…): layout by px and shares
//	NewEmpty(sentence, button), NewHeading(title, note, buttons...), NewNote(text)
//
// # Small parts
//
//	NewButton(kind, label, tap) (Primary, Secondary, Ghost; Icon, Shortcut, Tip), NewIconButton(icon, tip, tap)
//	NewLink(text, tap), NewChip(kind, word), NewSegmented(options, on), NewCheck(label, on), NewCheckRow
//	NewProgress(share), NewTabs(tabs, on), NewSteps(steps), NewScale (competencies)
//
// # Fields
//
// Every field takes F-keys and Ctrl shortcuts to the window, keeps on Enter and
// on loss of focus, gives up on Escape, and shows an error in red words.
//
//	NewField(text) Field{OnCommit func(string) error, OnCancel}; NewArea(text); NewSecret()
//	NewChoice(options, id) Choice{OnSelect func(Option) error, OnCreate func(text) (Option, error)}
//	NewDateField(parse, format) Parsed[data.Date]{OnSet func(data.Date) error, Value()}; .DayOff, .Today
//	NewTimeField, NewMoneyField, NewHoursField, NewNumberField: *Parsed[T]; NewMomentField
//	NewForm().Add(label, field) ; Form.Problem(field, sentence)
//	NewKeyValues(rows...) KV{Label, Text, Edit func() Editor}
//
// # Rows
//
//	NewList() List{Len, Fill func(i, *ListRow), OnSelect, OnOpen, OnMenu, OnCheck}
//	NewGrid(columns) Grid{Len, Fill func(i, *Row), OnSelect, OnOpen, OnSort, OnToggle, OnMenu, OnTab, OnDelete, …}
//	NewTreeGantt(columns) TreeGantt{View, Grid, Gantt}; Gantt{Fill func(i, *Bar), Links, Spans, Today, Zoom, OnDrag, OnDrop, OnLink}
//
// After a change of data call Reload: offset and selection (by row id) stay.
//
// # Calendar
//
//	NewMonthView, NewWeekView, NewAgendaList over []Item; NewTwoWeeks; NewLoadBars
//
// # On top
//
//	ShowDialog(canvas, Dialog{Title, Content, Buttons, OnConfirm}), ShowMenu(canvas, pos, items), Ask
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
//   - Only later.go starts goroutines (timers of tips and snackbars).
package ui
