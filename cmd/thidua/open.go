package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"thidua/data/demo"
	"thidua/data/meeting"
	"thidua/tui"
)

func (a *app) openCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "open MEETING",
		Short:             a.text("Mở cuộc họp trong cửa sổ này", "Run a meeting in this terminal"),
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.openMeeting(cmd.Context(), args[0]) },
	}
}

// openMeeting runs a meeting on screen until the person leaves. The record is in one file again afterwards.
func (a *app) openMeeting(ctx context.Context, path string) error {
	if err := a.needTerminal(); err != nil {
		return err
	}
	m, err := meeting.Open(ctx, path)
	if err != nil {
		return err
	}
	err = a.screen(ctx, m, false)
	return errors.Join(err, m.Close())
}

func (a *app) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: a.text("Cuộc họp mẫu để thử; không giữ lại gì", "The sample meeting to try out; nothing is kept"),
		Args:  a.args(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.needTerminal(); err != nil {
				return err
			}
			m, err := demo.Meeting(nil)
			if err != nil {
				return err
			}
			return errors.Join(a.screen(cmd.Context(), m, true), m.Close())
		},
	}
}

// needTerminal refuses to draw where nobody could see it.
func (a *app) needTerminal() error {
	in, inOK := a.in.(*os.File)
	out, outOK := a.out.(*os.File)
	if inOK && outOK && term.IsTerminal(in.Fd()) && term.IsTerminal(out.Fd()) {
		return nil
	}
	return errors.New(a.say("lệnh này cần một cửa sổ dòng lệnh (terminal); không có cửa sổ thì dùng standings, log, apply",
		"this command needs a terminal; without one use standings, log and apply"))
}

// screen runs the interface.
func (a *app) screen(ctx context.Context, m *meeting.Meeting, demo bool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	model := tui.New(ctx, m, tui.Options{Lang: a.lang, NoColor: a.noColor, By: person(), Demo: demo})
	_, err := tea.NewProgram(model, tea.WithContext(ctx), tea.WithInput(a.in), tea.WithOutput(a.out), tea.WithFPS(120)).Run()
	if err != nil && !errors.Is(err, tea.ErrInterrupted) && !(errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil) {
		return fmt.Errorf("%s: %w", a.text("màn hình dừng đột ngột; các quyết định đã ghi vẫn còn", "the screen stopped; what was recorded is safe"), err)
	}
	return nil
}
