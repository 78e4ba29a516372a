package desk

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
)

// Run does a long job aside and comes back to the window in one place: report
// hears of progress at most twenty times a second, done ends it. A panic of the
// job becomes its error. The returned function cancels.
func Run(job func(ctx context.Context, progress func(float64)) error, report func(float64), done func(error)) (cancel func()) {
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		var last time.Time
		err := guarded(func() error {
			return job(ctx, func(share float64) {
				if now := time.Now(); now.Sub(last) >= 50*time.Millisecond {
					last = now
					fyne.Do(func() { report(share) })
				}
			})
		})
		stop()
		fyne.Do(func() { done(err) })
	}()
	return stop
}

func guarded(job func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("job failed: %v", p)
		}
	}()
	return job()
}

// Every runs f on the window's goroutine again and again until stop is called.
func Every(period time.Duration, f func()) (stop func()) {
	quit := make(chan struct{})
	go func() {
		t := time.NewTicker(period)
		defer t.Stop()
		for {
			select {
			case <-quit:
				return
			case <-t.C:
				fyne.Do(f)
			}
		}
	}()
	return func() { close(quit) }
}

// After runs f on the window's goroutine once, some time from now, unless stop
// is called before.
func After(wait time.Duration, f func()) (stop func()) {
	quit := make(chan struct{})
	go func() {
		t := time.NewTimer(wait)
		defer t.Stop()
		select {
		case <-quit:
		case <-t.C:
			fyne.Do(func() {
				select {
				case <-quit:
				default:
					f()
				}
			})
		}
	}()
	return func() { close(quit) }
}
