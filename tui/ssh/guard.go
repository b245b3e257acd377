package ssh

import (
	"errors"
	"log/slog"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// One session that fails must not end the meeting: what this package starts on a goroutine of its own, or gives to
// somebody else's, runs guarded.

// guard runs f. Where it panics that is logged, and cleanup called.
func guard(log *slog.Logger, where string, cleanup func(), f func()) {
	defer func() {
		if r := recover(); r != nil {
			log.Error("failed", "where", where, "panic", r, "stack", string(debug.Stack()))
			if cleanup != nil {
				cleanup()
			}
		}
	}()
	f()
}

// errFailed is what a check answers that failed itself.
var errFailed = errors.New("the check failed")

// guarded guards a function that checks who somebody is: one that fails lets nobody in.
func guarded[A, B, R any](log *slog.Logger, f func(A, B) (*R, error)) func(A, B) (*R, error) {
	return func(a A, b B) (r *R, err error) {
		guard(log, "sign-in", func() { r, err = nil, errFailed }, func() { r, err = f(a, b) })
		return r, err
	}
}

// guardedScreen is a model that ends its own program when it fails, and no others.
type guardedScreen struct {
	Screen
	log    *slog.Logger
	after  func(Screen, tea.Msg) tea.Cmd // looks at the model after each message
	failed bool                          // read when the program has ended
	last   tea.View
}

// Init begins the model.
func (c *guardedScreen) Init() (cmd tea.Cmd) {
	c.try(&cmd, func() { cmd = c.command(c.Screen.Init()) })
	return cmd
}

// Update hands a message to the model.
func (c *guardedScreen) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	if failure, ok := msg.(failureMsg); ok {
		c.failed = true
		c.log.Error("failed", "where", "command", "panic", failure.what, "stack", failure.stack)
		return c, tea.Quit
	}
	c.try(&cmd, func() {
		model, next := c.Screen.Update(msg)
		if s, ok := model.(Screen); ok {
			c.Screen = s
		}
		cmd = tea.Batch(c.command(next), c.after(c.Screen, msg))
	})
	return c, cmd
}

// View draws the model, or what it last drew.
func (c *guardedScreen) View() tea.View {
	var quit tea.Cmd
	if !c.failed {
		c.try(&quit, func() { c.last = c.Screen.View() })
	}
	return c.last
}

func (c *guardedScreen) try(cmd *tea.Cmd, f func()) {
	guard(c.log, "screen", func() { c.failed, *cmd = true, tea.Quit }, f)
}

// failureMsg is a command that failed.
type failureMsg struct {
	what  any
	stack string
}

// command is a command that tells of its failure instead of ending the process. Those of a batch are run one by one
// elsewhere, so that each has to be guarded.
func (c *guardedScreen) command(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = failureMsg{r, string(debug.Stack())}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = c.command(batch[i])
			}
		}
		return msg
	}
}
