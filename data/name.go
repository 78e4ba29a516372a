package data

// NameRow is a record as a choice shows it.
type NameRow struct {
	ID   ID[Any]
	Name string
	Note string
}

// CommonZones are the zones that choices offer: Russia's from west to east, then
// neighbours and places that consultants fly to.
var CommonZones = []string{
	"Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Krasnoyarsk",
	"Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
	"Europe/Minsk", "Asia/Almaty", "Asia/Tashkent", "Asia/Bishkek", "Asia/Yerevan", "Asia/Baku", "Asia/Tbilisi", "Europe/Istanbul", "Asia/Dubai",
	"Asia/Shanghai", "Asia/Kolkata", "Europe/Berlin", "Europe/London", "America/New_York", "UTC",
}
