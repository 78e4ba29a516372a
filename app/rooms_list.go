package app

// rooms are the places of the navigation, in its order.
var rooms []room
