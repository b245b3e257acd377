package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"thidua/data/access"
	"thidua/data/clean"
	"thidua/data/follow"
	"thidua/data/meeting"
	"thidua/data/settings"
	"thidua/scoring/lang"
	"thidua/tui"
	"thidua/tui/kit"
	startpage "thidua/tui/start"
)

// screenOptions are the flags of the commands that show the interface.
type screenOptions struct {
	theme string
	by    string
	plain bool
}

func (o *screenOptions) flags(a *app, cmd *cobra.Command) {
	o.themeFlag(a, cmd)
	cmd.Flags().StringVar(&o.by, "by", "",
		a.text("tên hoặc chức vụ người ghi quyết định", "name or office of who records decisions"))
	a.plainFlag(cmd, &o.plain)
}

// plainFlag is --plain, which need not be said on a terminal that can only write lines: no picture can be drawn there.
func (a *app) plainFlag(cmd *cobra.Command, plain *bool) {
	cmd.Flags().BoolVar(plain, "plain", false,
		a.text("viết từng thay đổi thành một dòng chữ thay vì vẽ màn hình (cho máy đọc màn hình)",
			"write each change as a line of text instead of drawing (for screen readers)"))
	*plain = os.Getenv("TERM") == "dumb" && a.drawsHere()
}

func (o *screenOptions) themeFlag(a *app, cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.theme, "theme", "",
		a.text("màu: dark, light, contrast, mono", "the theme: dark, light, contrast, mono"))
	completeWords(cmd, "theme", "dark", "light", "contrast", "mono")
}

// check says what is wrong with the flags, before anything is opened.
func (o *screenOptions) check(a *app) error {
	if o.theme != "" && !slices.Contains(kit.Themes(), kit.ThemeName(o.theme)) {
		return a.usage("không có màu %q; dùng dark, light, contrast hoặc mono",
			"there is no theme %q; use dark, light, contrast or mono", o.theme)
	}
	return a.needTerminal(o.plain)
}

func (a *app) openCommand() *cobra.Command {
	var o screenOptions
	var readOnly bool
	cmd := &cobra.Command{
		Use:               "open MEETING",
		Short:             a.text("Mở cuộc họp trong cửa sổ này", "Run a meeting in this terminal"),
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE: func(cmd *cobra.Command, args []string) error {
			if readOnly {
				return a.lookOn(cmd.Context(), args[0], o)
			}
			return a.openMeeting(cmd.Context(), args[0], o)
		},
	}
	o.flags(a, cmd)
	cmd.Flags().BoolVar(&readOnly, "read-only", false,
		a.text("chỉ xem, kể cả khi cuộc họp đang mở ở nơi khác; không ghi gì",
			"only look on, also at a meeting that is open elsewhere; nothing is recorded"))
	return cmd
}

// lookOn shows a meeting, whoever has it open, until the person leaves. Nothing is written.
func (a *app) lookOn(ctx context.Context, path string, o screenOptions) error {
	if err := errors.Join(o.check(a), a.point.pass(ctx)); err != nil {
		return err
	}
	w, err := meeting.Watch(ctx, path, startpage.LookEvery)
	if err != nil {
		return err
	}
	return a.watchMeeting(ctx, w, path, o)
}

// watchMeeting shows a meeting that is looked on at, and closes it.
func (a *app) watchMeeting(ctx context.Context, w *meeting.Watching, path string, o screenOptions) error {
	opts := a.options(o, false)
	opts.Looks, opts.Papers = &tui.Looking{Lost: w.Lost}, startpage.PapersFolder(path)
	return errors.Join(a.screen(ctx, w, o.plain, opts), w.Close())
}

// openMeeting runs a meeting on screen until the person leaves. The record is in one file again afterwards.
func (a *app) openMeeting(ctx context.Context, path string, o screenOptions) error {
	if err := errors.Join(o.check(a), a.point.pass(ctx)); err != nil {
		return err
	}
	m, err := meeting.Open(ctx, path)
	if err != nil {
		return err
	}
	return a.runMeeting(ctx, m, path, o)
}

// runMeeting runs a meeting that is open on screen, and closes it.
func (a *app) runMeeting(ctx context.Context, m *meeting.Meeting, path string, o screenOptions) error {
	o.by = cmp.Or(clean.Line(o.by), recordsIn(path), person())
	a.remember(m.Snapshot(), path, "")
	a.sayClock(m)
	// what is refused is said at the end, and lets nobody in
	_ = access.RecordWaiting(ctx, access.Path(path), m, person())
	opts := a.options(o, false)
	opts.Copies, opts.Sheets, opts.Papers = copies(m, path), lateSheet, startpage.PapersFolder(path)
	wall, unhang := wallOf(m, path)
	opts.Wall, opts.Took = wall, follow.TakeOver(path, m.Snapshot())
	if m.Shared() { // ballots come from the terminals of other hosts, and are counted here as well
		opts.Room = meeting.NewRoom()
		defer m.Join(opts.Room)()
		defer opts.Room.Come(nil)()
	}
	opts.At, opts.Left = beginAt(path, m.Snapshot()), keepPlace(path, m)
	err := a.screen(ctx, m, o.plain, opts)
	unhang()
	if err := access.RecordWaiting(context.WithoutCancel(ctx), access.Path(path), m, person()); err != nil {
		a.complain(meeting.Say(err))
	}
	a.remember(m.Snapshot(), path, "")
	return a.closed(m, path, err)
}

// sayClock says that this machine's clock is far from the database's, whose time the record has.
func (a *app) sayClock(m *meeting.Meeting) {
	if ahead := m.Skew(); ahead.Abs() > time.Minute {
		fmt.Fprintln(a.err,
			a.say("! đồng hồ máy này lệch %s so với cơ sở dữ liệu; quyết định được ghi theo giờ của cơ sở dữ liệu",
				"! this machine's clock is %s from the database's; decisions have the database's time",
				ahead.Abs().Truncate(time.Second)))
	}
}

// options puts together what was asked for now and what was chosen another time.
func (a *app) options(o screenOptions, demo bool) tui.Options {
	opts := tui.Options{Prefs: tui.Prefs{Lang: a.lang, Theme: kit.ThemeName(o.theme)}, NoColor: a.noColor,
		Signs: kit.SignsFor(os.Getenv),
		By:    clean.Line(o.by), Demo: demo}
	if opts.By == "" {
		opts.By = person()
	}
	file, err := settings.File()
	if err != nil {
		return opts // nowhere to keep choices: they last as long as the session
	}
	kept := settings.Load(file)
	if l, ok := lang.Parse(kept.Lang); ok && !a.langGiven {
		opts.Lang = l
	}
	if o.theme == "" && slices.Contains(kit.Themes(), kit.ThemeName(kept.Theme)) {
		opts.Theme = kit.ThemeName(kept.Theme)
	}
	opts.Save = func(p tui.Prefs) error { return saveSettings(p.Lang, p.Theme) }
	return opts
}
