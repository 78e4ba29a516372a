package desk

// DeedImport asks the window for a file to import: a plan, a list, a calendar.
const DeedImport Deed = "import"
