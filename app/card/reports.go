package card

import (
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
	"portfel/data/command"
)

//text:prefix report.action.

// ReportsMenu are the reports on a plan, its export to a file, and the import of
// one, as the plan's room and the project's card offer them.
func ReportsMenu(d desk.Desk, plan data.ID[data.Plan]) []ui.MenuItem {
	t := d.Words().T
	item := func(code string, icon ui.Icon) ui.MenuItem {
		return ui.MenuItem{Label: t("report.action." + code), Icon: icon, Disabled: plan.IsZero(), Do: func() { d.Perform(desk.ReportDeed(code, plan)) }}
	}
	return []ui.MenuItem{item(command.ReportResources, ui.IconReports), item(command.ReportExecution, ui.IconReports), item(command.ReportGantt, ui.IconPlan), {},
		item(command.ExportOfPlan, ui.IconExport), {Label: t("importing.action"), Icon: ui.IconImport, Do: func() { d.Perform(desk.DeedImport) }}}
}

// ReportsButton opens ReportsMenu.
func ReportsButton(d desk.Desk, plan data.ID[data.Plan]) *ui.Button {
	return ui.NewMenuButton(d.Words().T("exporting.menu"), func() []ui.MenuItem { return ReportsMenu(d, plan) })
}
