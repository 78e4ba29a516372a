package desk_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"portfel/app/desk"
)

// patience is how long a test waits for another goroutine.
const patience = 10 * time.Second

func wait(t *testing.T, c <-chan error) error {
	t.Helper()
	select {
	case err := <-c:
		return err
	case <-time.After(patience):
		t.Fatal("the job did not end")
		return nil
	}
}

func TestAJobReportsAndEnds(t *testing.T) {
	test.NewTempApp(t)
	ended := make(chan error, 2)
	var mu sync.Mutex
	var heard []float64
	desk.Run(func(_ context.Context, progress func(float64)) error {
		for i := range 1000 {
			progress(float64(i) / 1000)
		}
		return errors.New("нет места на диске")
	}, func(share float64) {
		mu.Lock()
		defer mu.Unlock()
		heard = append(heard, share)
	}, func(err error) { ended <- err })
	if err := wait(t, ended); err == nil || err.Error() != "нет места на диске" {
		t.Errorf("ended with %v", err)
	}
	mu.Lock()
	defer mu.Unlock()
	if len(heard) == 0 || heard[0] != 0 || len(heard) > 100 {
		t.Errorf("heard of progress %d times", len(heard))
	}
	if len(ended) > 0 {
		t.Error("ended twice")
	}
}

func TestACancelledJobStops(t *testing.T) {
	test.NewTempApp(t)
	begun, ended := make(chan struct{}), make(chan error, 1)
	cancel := desk.Run(func(ctx context.Context, _ func(float64)) error {
		close(begun)
		<-ctx.Done()
		return ctx.Err()
	}, func(float64) {}, func(err error) { ended <- err })
	<-begun
	cancel()
	if err := wait(t, ended); !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
	cancel() // a second press does nothing
}

func TestAPanicOfAJobIsItsError(t *testing.T) {
	test.NewTempApp(t)
	ended := make(chan error, 1)
	desk.Run(func(context.Context, func(float64)) error {
		panic("the job fell")
	}, func(float64) {}, func(err error) { ended <- err })
	if err := wait(t, ended); err == nil || !strings.Contains(err.Error(), "the job fell") {
		t.Errorf("ended with %v", err)
	}
}

func TestEveryRunsUntilStopped(t *testing.T) {
	test.NewTempApp(t)
	ticks := make(chan error, 100)
	stop := desk.Every(time.Millisecond, func() {
		select {
		case ticks <- nil:
		default:
		}
	})
	for range 3 {
		wait(t, ticks)
	}
	stop()
}

func TestAfterRunsOnceOrNotAtAll(t *testing.T) {
	test.NewTempApp(t)
	first, second := make(chan error, 2), make(chan error, 2)
	desk.After(time.Hour, func() { first <- nil })()
	desk.After(time.Millisecond, func() { second <- nil })
	wait(t, second)
	if len(first)+len(second) > 0 {
		t.Error("ran though it was stopped, or twice")
	}
}
