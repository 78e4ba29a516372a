package ui

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"

	"portfel/assets"
)

// Icon names a file of assets/icon without ".svg"; "" is no icon.
type Icon string

// The icons in use. Any file of assets/icon can be named as well.
const (
	IconHome      Icon = "home"
	IconProjects  Icon = "projects"
	IconPlan      Icon = "plan"
	IconMentoring Icon = "mentoring"
	IconTrips     Icon = "trips"
	IconDocuments Icon = "documents"
	IconClients   Icon = "clients"
	IconCalendar  Icon = "calendar"
	IconReports   Icon = "reports"
	IconSettings  Icon = "settings"
	IconAdd       Icon = "add"
	IconSearch    Icon = "search"
	IconMore      Icon = "more"
	IconClose     Icon = "close"
	IconDown      Icon = "chevron-down"
	IconUp        Icon = "chevron-up"
	IconLeft      Icon = "chevron-left"
	IconRight     Icon = "chevron-right"
	IconCheck     Icon = "check"
	IconUndo      Icon = "undo"
	IconRedo      Icon = "redo"
	IconExport    Icon = "export"
	IconImport    Icon = "import"
	IconLink      Icon = "link"
	IconTrash     Icon = "trash"
	IconEdit      Icon = "edit"
	IconFilter    Icon = "filter"
	IconWarning   Icon = "warning"
	IconClock     Icon = "clock"
	IconUser      Icon = "user"
	IconLock      Icon = "lock"
	IconSun       Icon = "sun"
	IconMoon      Icon = "moon"
	IconAttach    Icon = "attach"
	IconArchive   Icon = "archive"
	IconHistory   Icon = "history"
	IconRefresh   Icon = "refresh"
	IconPrint     Icon = "print"
	IconCopy      Icon = "copy"
	IconMail      Icon = "mail"
	IconPhone     Icon = "phone"
	IconMoney     Icon = "money"
	IconEye       Icon = "eye"
	IconComment   Icon = "comment"
	IconColumns   Icon = "columns"
	IconFlag      Icon = "flag"
	IconInfo      Icon = "info"
	iconOpen      Icon = "toggle-open"
	iconClosed    Icon = "toggle-closed"
)

type iconKey struct {
	i Icon
	c color.NRGBA
}

var icons = map[iconKey]fyne.Resource{}

// resource is the icon drawn in the colour; nil when there is no such file.
func (i Icon) resource(c color.NRGBA) fyne.Resource {
	k := iconKey{i, c}
	if r, ok := icons[k]; ok {
		return r
	}
	b, err := assets.Icon.ReadFile("icon/" + string(i) + ".svg")
	if err != nil {
		fyne.LogError("icon "+string(i), err)
		return nil
	}
	hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	r := fyne.NewStaticResource(string(i)+hex+".svg", []byte(strings.ReplaceAll(string(b), "#000000", hex)))
	icons[k] = r
	return r
}
