package form

import "slices"

// The codes of the shipped papers, in the order of choices.
const (
	Order         = "order"          // order to travel, after T-9
	Assignment    = "assignment"     // what is to be done, with a mark of its execution
	Estimate      = "estimate"       // plan of costs and the advance asked for
	AdvanceReport = "advance-report" // own form with the mandatory details of AO-1
	Memo          = "memo"           // explanation of a lost ticket
	CarMemo       = "car-memo"       // journeys by own car
	LocalTrips    = "local-trips"    // journal of trips in town, to be signed
	Journal       = "journal"        // journal of departures and arrivals
)

// Codes lists the shipped papers.
var Codes = []string{Order, Assignment, Estimate, AdvanceReport, Memo, CarMemo, LocalTrips, Journal}

// SchemaOf is the schema of a shipped paper; no such code gives false.
func SchemaOf(code string) (Schema, bool) {
	s := Schema{Code: code}
	switch code {
	case Order, Assignment:
		s.Fields = slices.Concat(firmFields, personFields, tripFields, estimateFields)
		s.Lists = []List{tasks, costs}
	case Estimate:
		s.Fields = slices.Concat(firmFields, personFields, tripFields, estimateFields)
		s.Lists = []List{costs, tasks}
	case AdvanceReport:
		s.Fields = slices.Concat(firmFields, personFields, tripFields, reportFields)
		s.Lists = []List{expenses, tasks}
	case Memo:
		s.Fields = slices.Concat(firmFields, personFields, tripFields, memoFields)
	case CarMemo:
		s.Fields = slices.Concat(firmFields, personFields, tripFields, carFields)
		s.Lists = []List{drives}
	case LocalTrips:
		s.Fields = slices.Concat(firmFields, journalFields)
		s.Lists = []List{visits}
	case Journal:
		s.Fields = slices.Concat(firmFields, journalFields)
		s.Lists = []List{departures}
	default:
		return Schema{}, false
	}
	return s, true
}

// firmFields are the firm, those who sign, and the paper itself.
var firmFields = []Def{
	{"doc.number", "документ.номер"},
	{"doc.date", "документ.дата"},
	{"doc.date_long", "документ.дата прописью"},
	{"company.name", "организация.название"},
	{"company.full_name", "организация.полное название"},
	{"company.inn", "организация.инн"},
	{"company.kpp", "организация.кпп"},
	{"company.okpo", "организация.окпо"},
	{"company.address", "организация.адрес"},
	{"company.town", "организация.город"},
	{"company.head_position", "руководитель.должность"},
	{"company.head_name", "руководитель.фио"},
	{"company.head_authority", "руководитель.основание"},
	{"company.accountant", "главный бухгалтер.фио"},
	{"boss.position", "начальник.должность"},
	{"boss.name", "начальник.фио"},
}

// personFields are the traveller.
var personFields = []Def{
	{"person.name", "сотрудник.фио"},
	{"person.name_genitive", "сотрудник.фио кого"},
	{"person.name_dative", "сотрудник.фио кому"},
	{"person.short_name", "сотрудник.фио кратко"},
	{"person.position", "сотрудник.должность"},
	{"person.position_genitive", "сотрудник.должность кого"},
	{"person.position_dative", "сотрудник.должность кому"},
	{"person.department", "сотрудник.подразделение"},
	{"person.tab_no", "сотрудник.табельный номер"},
}

// tripFields are the trip and its order.
var tripFields = []Def{
	{"trip.place", "поездка.место"},
	{"trip.country", "поездка.страна"},
	{"trip.abroad", "поездка.за границу"},
	{"trip.organization", "поездка.организация"},
	{"trip.purpose", "поездка.цель"},
	{"trip.from", "поездка.с"},
	{"trip.from_long", "поездка.с прописью"},
	{"trip.to", "поездка.по"},
	{"trip.to_long", "поездка.по прописью"},
	{"trip.days", "поездка.дней"},
	{"trip.report_due", "поездка.срок отчёта"},
	{"trip.basis", "поездка.основание"},
	{"trip.paid_by", "поездка.за счёт"},
	{"trip.project", "поездка.проект"},
	{"trip.route", "поездка.маршрут"},
	{"trip.transport", "поездка.транспорт"},
	{"trip.order_number", "приказ.номер"},
	{"trip.order_date", "приказ.дата"},
	{"task.text", "задание.текст"},
	{"task.report", "задание.отчёт"},
}

var tasks = List{Def{"tasks", "задания"}, "task", []Def{
	{"task.n", "задание.номер"},
	{"task.what", "задание.что"},
	{"task.expected", "задание.ожидается"},
	{"task.result", "задание.результат"},
}}

var estimateFields = []Def{
	{"estimate.total", "смета.итого"},
	{"estimate.total_words", "смета.итого прописью"},
	{"estimate.advance", "смета.аванс"},
	{"estimate.advance_words", "смета.аванс прописью"},
	{"estimate.note", "смета.примечание"},
}

var costs = List{Def{"costs", "затраты"}, "cost", []Def{
	{"cost.n", "затрата.номер"},
	{"cost.what", "затрата.что"},
	{"cost.count", "затрата.количество"},
	{"cost.price", "затрата.цена"},
	{"cost.sum", "затрата.сумма"},
	{"cost.note", "затрата.примечание"},
}}

// reportFields are the figures of an advance report. Of balance and overspend,
// and of the two earlier ones, at most one is filled.
var reportFields = []Def{
	{"report.purpose", "отчёт.назначение"},
	{"report.prev_balance", "отчёт.прежний остаток"},
	{"report.prev_overspend", "отчёт.прежний перерасход"},
	{"report.received", "отчёт.получено"},
	{"report.received_by", "отчёт.чем получено"},
	{"report.total_received", "отчёт.всего получено"},
	{"report.spent", "отчёт.израсходовано"},
	{"report.spent_words", "отчёт.израсходовано прописью"},
	{"report.accepted", "отчёт.принято"},
	{"report.accepted_words", "отчёт.принято прописью"},
	{"report.balance", "отчёт.остаток"},
	{"report.balance_words", "отчёт.остаток прописью"},
	{"report.overspend", "отчёт.перерасход"},
	{"report.overspend_words", "отчёт.перерасход прописью"},
	{"report.docs_count", "отчёт.документов"},
	{"report.sheets_count", "отчёт.листов"},
	{"report.approved_on", "отчёт.утверждён"},
	{"report.settled_by", "отчёт.чем закрыт"},
}

var expenses = List{Def{"expenses", "расходы"}, "expense", []Def{
	{"expense.n", "расход.номер"},
	{"expense.date", "расход.дата"},
	{"expense.number", "расход.номер документа"},
	{"expense.name", "расход.название"},
	{"expense.sum", "расход.сумма"},
	{"expense.accepted", "расход.принято"},
}}

var memoFields = []Def{
	{"memo.route", "записка.маршрут"},
	{"memo.date", "записка.дата поездки"},
	{"memo.ticket", "записка.билет"},
	{"memo.carrier", "записка.перевозчик"},
	{"memo.sum", "записка.сумма"},
	{"memo.reason", "записка.причина"},
	{"memo.proof", "записка.подтверждение"},
}

var carFields = []Def{
	{"car.model", "автомобиль.марка"},
	{"car.plate", "автомобиль.номер"},
	{"car.owner", "автомобиль.владелец"},
	{"car.km", "автомобиль.пробег"},
	{"car.fuel", "автомобиль.топливо"},
	{"car.papers", "автомобиль.документы"},
}

var drives = List{Def{"drives", "выезды"}, "drive", []Def{
	{"drive.n", "выезд.номер"},
	{"drive.date", "выезд.дата"},
	{"drive.from", "выезд.откуда"},
	{"drive.to", "выезд.куда"},
	{"drive.purpose", "выезд.цель"},
	{"drive.km", "выезд.пробег"},
}}

var journalFields = []Def{
	{"journal.from", "журнал.с"},
	{"journal.to", "журнал.по"},
	{"journal.period", "журнал.период"},
	{"journal.department", "журнал.подразделение"},
	{"journal.keeper_position", "журнал.ведёт должность"},
	{"journal.keeper_name", "журнал.ведёт фио"},
}

var visits = List{Def{"visits", "выходы"}, "visit", []Def{
	{"visit.n", "выход.номер"},
	{"visit.date", "выход.дата"},
	{"visit.person", "выход.фио"},
	{"visit.left", "выход.ушёл"},
	{"visit.back", "выход.вернулся"},
	{"visit.organization", "выход.организация"},
	{"visit.address", "выход.адрес"},
	{"visit.purpose", "выход.цель"},
	{"visit.contact", "выход.контакт"},
}}

var departures = List{Def{"departures", "отъезды"}, "departure", []Def{
	{"departure.n", "отъезд.номер"},
	{"departure.person", "отъезд.фио"},
	{"departure.organization", "отъезд.организация"},
	{"departure.place", "отъезд.место"},
	{"departure.order_number", "отъезд.приказ номер"},
	{"departure.order_date", "отъезд.приказ дата"},
	{"departure.left", "отъезд.выбыл"},
	{"departure.back", "отъезд.прибыл"},
	{"departure.note", "отъезд.примечание"},
}}
