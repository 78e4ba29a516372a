package rcpsp

import "fmt"

// Bounds of the numbers in a project, so that no sum of them overflows.
const (
	maxNumber = 1 << 29
	maxCount  = 1 << 24
)

// check refuses what makes no sense. What a person may have planned badly is not
// refused but becomes a Problem.
func (p *Project) check() error {
	if p.Horizon < 0 || p.Horizon > MaxHorizon {
		return fmt.Errorf("%w: horizon %d", ErrInput, p.Horizon)
	}
	if len(p.Activities) > maxCount || len(p.Links) > maxCount {
		return fmt.Errorf("%w: too large", ErrInput)
	}
	for i := range p.Activities {
		if err := p.checkActivity(&p.Activities[i]); err != nil {
			return fmt.Errorf("%w: activity %d: %s", ErrInput, i, err)
		}
	}
	for k, l := range p.Links {
		n := len(p.Activities)
		if l.Pred < 0 || l.Pred >= n || l.Succ < 0 || l.Succ >= n || l.Type > StartFinish || !within(l.Lag) {
			return fmt.Errorf("%w: link %d", ErrInput, k)
		}
	}
	for r, res := range p.Resources {
		if res.Capacity < 0 || res.Capacity > maxNumber {
			return fmt.Errorf("%w: resource %d: capacity %d", ErrInput, r, res.Capacity)
		}
		for _, o := range res.Overrides {
			if o.Capacity < 0 || o.Capacity > maxNumber {
				return fmt.Errorf("%w: resource %d: override %+v", ErrInput, r, o)
			}
		}
	}
	return nil
}

func (p *Project) checkActivity(a *Activity) error {
	switch {
	case a.Duration < 0 || a.Duration > maxNumber:
		return fmt.Errorf("duration %d", a.Duration)
	case !within(a.Release):
		return fmt.Errorf("release %d", a.Release)
	case a.Pinned && (a.Start < 0 || a.Start > maxNumber):
		return fmt.Errorf("start %d", a.Start)
	case !within(a.Deadline) || a.Weight < 0 || a.Weight > maxNumber:
		return fmt.Errorf("deadline %d, weight %d", a.Deadline, a.Weight)
	}
	for _, d := range a.Demands {
		if d.Resource < 0 || d.Resource >= len(p.Resources) || d.Units < 0 || d.Units > maxNumber {
			return fmt.Errorf("demand %+v", d)
		}
	}
	return nil
}

func within(t int) bool { return -maxNumber <= t && t <= maxNumber }
