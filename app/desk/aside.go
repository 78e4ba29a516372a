package desk

import (
	"context"

	"portfel/data/sqlite"
)

// DoAside runs a command in a job of Work: the screens hear of it in the window
// when it is done. A job that is cancelled before all is written leaves nothing
// behind; the error is then context.Canceled.
func (c *Core) DoAside(ctx context.Context, cmd sqlite.Command) error {
	c.aside.Store(true)
	defer c.aside.Store(false)
	_, err := c.File.Do(unlessCancelled{cmd, ctx})
	return err
}

// unlessCancelled is a command that writes nothing once its job is cancelled.
type unlessCancelled struct {
	sqlite.Command
	ctx context.Context
}

// Run does the command between two looks at the job.
func (c unlessCancelled) Run(tx *sqlite.Tx) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	if err := c.Command.Run(tx); err != nil {
		return err
	}
	return c.ctx.Err()
}
