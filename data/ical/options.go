package ical

import (
	"strings"
	"time"

	"portfel/data"
	"portfel/data/text"
)

// Audience is for whom a calendar is made.
type Audience string

// The audiences.
const (
	ForMe      Audience = "me"
	ForTeam    Audience = "team"
	ForClient  Audience = "client"
	ForTrainee Audience = "trainee"
)

// Audiences lists the audiences in the order of choices.
var Audiences = []Audience{ForMe, ForTeam, ForClient, ForTrainee}

// TasksAs says which component tasks and milestones become.
type TasksAs string

// Tasks as days of the calendar, or as lines of a task list.
const (
	TasksAsEvents TasksAs = "event"
	TasksAsTodos  TasksAs = "todo"
)

// Options is what an export needs to know besides the rows.
type Options struct {
	Lang     text.Lang
	Audience Audience             // empty = me
	Who      data.ID[data.Person] // the trainee; for me and team: only this person's rows and those of nobody
	Client   data.ID[data.Client] // the client of the client's calendar
	Layers   []data.Layer         // empty = all
	Tasks    TasksAs              // empty = events
	FileID   string               // the right half of every UID
	Owner    data.Person          // whose file it is: rows of others carry a name
	CalName  string
	Now      time.Time            // DTSTAMP, and LAST-MODIFIED of what changed
	Off      func(data.Date) bool // is it a day off; nil = no days off known
	// Auto marks the file that is rewritten after each change. It is a feed of its
	// own: whoever imports by hand is told of a change also when that file has
	// told it already.
	Auto bool
	// Named tells whether the client of the client's calendar takes part in an
	// event or a series by itself, and not only by its project; nil = in none.
	Named func(data.AgendaRow) bool
	// Confidential tells whether a row belongs to a confidential record; nil =
	// none does. Colleagues then see only that time is taken, the client
	// nothing.
	Confidential func(data.AgendaRow) bool
	Reminders    []Reminder // nil = DefaultReminders
}

// Feed is the name under which the states of this calendar are kept: audience,
// who, and layers in the order of data.Layers, and "auto" for the file that is
// rewritten by itself. All layers are "all", so that a layer of a later version
// joins the same feed.
func (o Options) Feed() string {
	who := o.Who.String()
	if o.audience() == ForClient {
		who = o.Client.String()
	}
	var names []string
	for _, l := range data.Layers {
		if o.shows(l) {
			names = append(names, string(l))
		}
	}
	layers := strings.Join(names, ",")
	if len(names) == len(data.Layers) {
		layers = "all"
	}
	name := string(o.audience()) + "|" + who + "|" + layers
	if o.Auto {
		name += "|auto"
	}
	return name
}

func (o Options) audience() Audience {
	if o.Audience == "" {
		return ForMe
	}
	return o.Audience
}

func (o Options) shows(l data.Layer) bool {
	if len(o.Layers) == 0 {
		return true
	}
	for _, x := range o.Layers {
		if x == l {
			return true
		}
	}
	return false
}

func (o Options) confidential(r data.AgendaRow) bool {
	return o.Confidential != nil && o.Confidential(r)
}

func (o Options) off(d data.Date) bool { return o.Off != nil && o.Off(d) }

// zone is the zone for rows that name none.
func (o Options) zone() string {
	if _, err := data.Location(o.Owner.Zone); err != nil {
		return "UTC"
	}
	return o.Owner.Zone
}
