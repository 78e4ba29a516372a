package app

import (
	"portfel/app/desk"
	"portfel/app/ui"
	"portfel/data"
)

// room is one place of the navigation.
type room struct {
	id     string // as `portfel shot` names it, and the text key "nav.<id>"
	icon   ui.Icon
	bottom bool
	opens  []data.Kind // records that are shown here
	make   func(desk.Desk, desk.Filter) desk.Screen
}

// roomFor is the room that shows records of a kind, nil if none does.
func roomFor(k data.Kind) *room {
	for i := range rooms {
		for _, o := range rooms[i].opens {
			if o == k {
				return &rooms[i]
			}
		}
	}
	return nil
}

func roomByID(id string) *room {
	for i := range rooms {
		if rooms[i].id == id {
			return &rooms[i]
		}
	}
	return nil
}
