package main

import (
	"context"
	"errors"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/spf13/cobra"

	"thidua/data/meeting"
	"thidua/data/wall"
	"thidua/tui/kit"
	show "thidua/tui/wall"
)

func (a *app) wallCommand() *cobra.Command {
	var o screenOptions
	cmd := &cobra.Command{
		Use: "wall MEETING",
		Short: a.text("Màn chiếu của phòng họp, trong cửa sổ thứ hai của máy chủ tọa",
			"The room's own screen, in a second window on the chair's machine"),
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.showWall(cmd.Context(), args[0], o)
		},
	}
	o.themeFlag(a, cmd)
	return cmd
}

// showWall shows what the chair puts on the wall, until somebody closes the window.
func (a *app) showWall(ctx context.Context, path string, o screenOptions) error {
	if err := errors.Join(o.check(a), a.point.pass(ctx)); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	news, err := wall.Watch(ctx, path)
	if err != nil {
		return err
	}
	chosen := a.options(o, false)
	first, ok := <-news
	if !ok { // told to end already
		return nil
	}
	return a.interact(ctx, false, func(context.Context) (tea.Model, func()) {
		return show.New(first, show.Options{Lang: chosen.Lang, Theme: chosen.Theme, NoColor: a.noColor,
				Signs: kit.SignsFor(os.Getenv), News: news}),
			func() {}
	})
}

// wallOf is the wall of a meeting that this process has open, and lets windows of this machine show it. Where they
// cannot the meeting goes on: who starts one is told there.
func wallOf(m *meeting.Meeting, path string) (w *meeting.Wall, done func()) {
	w = meeting.NewWall()
	host, err := wall.Open(path, m, w)
	if err != nil {
		return w, func() {}
	}
	return w, host.Close
}
