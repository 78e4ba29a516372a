package data

// HealthCode names a fact that speaks against a project.
type HealthCode int

// The facts, the gravest first. Days are working days.
const (
	WhyShift    HealthCode = iota // the plan ends Days after the deadline On
	WhyOverdue                    // the deadline On was Days ago and the project is open
	WhyLate                       // Count tasks are late
	WhyTight                      // only Days are left between the plan's end and the deadline
	WhyBase                       // the plan ends Days after the baseline Name
	WhyEffort                     // the plan takes Effort more than the baseline Name
	WhyBehind                     // Count per cent done, Days per cent of the term gone
	WhyProblems                   // Count tasks contradict each other
)

// HealthReason is one such fact. Level is HealthSetLate or HealthSetRisk.
type HealthReason struct {
	Code   HealthCode
	Level  HealthSet
	Days   int
	Count  int
	Effort Minutes
	On     Date
	Name   string
}

// behindBy is by how many per cent the work may stay behind the elapsed part of
// the term before it is called a risk.
const behindBy = 15

// Reasons are the facts that speak against a project that is planned, running or
// closing, the gravest first; none when all is well. distance is as in Health.
func (p ProjectRow) Reasons(today Date, distance func(from, to Date) int) []HealthReason {
	h, days := p.Health(today, distance)
	if h == HealthNone {
		return nil
	}
	var out []HealthReason
	add := func(is bool, r HealthReason) {
		if is {
			out = append(out, r)
		}
	}
	add(h == HealthShift, HealthReason{Code: WhyShift, Level: HealthSetLate, Days: days, On: p.DeadlineOn})
	add(h == HealthOverdue, HealthReason{Code: WhyOverdue, Level: HealthSetLate, Days: days, On: p.DeadlineOn})
	add(p.Late > 0, HealthReason{Code: WhyLate, Level: HealthSetLate, Count: p.Late})
	add(h == HealthTight, HealthReason{Code: WhyTight, Level: HealthSetRisk, Days: days, On: p.DeadlineOn})
	add(p.BaseShift(distance) > 0, HealthReason{Code: WhyBase, Level: HealthSetRisk, Days: p.BaseShift(distance), Name: p.BaseName})
	add(p.BaseName != "" && p.Effort > p.BaseEffort, HealthReason{Code: WhyEffort, Level: HealthSetRisk, Effort: p.Effort - p.BaseEffort, Name: p.BaseName})
	gone, known := p.Elapsed(today, distance)
	add(known && p.Tasks > 0 && gone-p.Percent >= behindBy, HealthReason{Code: WhyBehind, Level: HealthSetRisk, Count: p.Percent, Days: gone})
	add(p.Problems > 0, HealthReason{Code: WhyProblems, Level: HealthSetRisk, Count: p.Problems})
	return out
}

// BaseShift is by how many working days the plan ends after its newest baseline;
// negative when it ends earlier, 0 without a baseline.
func (p ProjectRow) BaseShift(distance func(from, to Date) int) int {
	if p.BaseOn.IsZero() || p.FinishOn.IsZero() {
		return 0
	}
	return distance(p.BaseOn, p.FinishOn)
}

// Elapsed is the part of the term that is over on the evening before today, in
// per cent of its working days; false without a term. The term runs from the
// project's start to its deadline, both inclusive, or to the plan's end when
// there is no deadline.
func (p ProjectRow) Elapsed(today Date, distance func(from, to Date) int) (percent int, known bool) {
	end := p.DeadlineOn
	if end.IsZero() {
		end = p.FinishOn
	}
	if p.StartsOn.IsZero() || end < p.StartsOn {
		return 0, false
	}
	whole := distance(p.StartsOn-1, end)
	if whole <= 0 {
		return 0, false
	}
	gone := min(max(distance(p.StartsOn-1, today-1), 0), whole)
	return (gone*100 + whole/2) / whole, true
}

// Verdict is how the project stands: what was set by hand, else by the gravest of
// the reasons; empty when nothing is asked of it or there is no plan to judge.
func (p ProjectRow) Verdict(reasons []HealthReason) HealthSet {
	active := p.Status == ProjectPlanning || p.Status == ProjectRunning || p.Status == ProjectClosing
	switch {
	case p.HealthSet != "":
		return p.HealthSet
	case len(reasons) > 0:
		return worst(reasons)
	case !active || p.FinishOn.IsZero():
		return ""
	}
	return HealthSetGood
}

func worst(reasons []HealthReason) HealthSet {
	for _, r := range reasons {
		if r.Level == HealthSetLate {
			return HealthSetLate
		}
	}
	return HealthSetRisk
}

// ProblemTask is a task of a project's plan that the engine finds a contradiction
// in; Problem is the code.
type ProblemTask struct {
	ID      ID[Task]
	Name    string
	Problem string
}
