package main

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"thidua/data/meeting"
	"thidua/data/settings"
	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui"
	"thidua/tui/kit"
	startpage "thidua/tui/start"
)

// start shows the start page, and whatever is chosen there; from a meeting one comes back to it. A meeting that is
// named, as by a file that is double-clicked, is opened at once, and when it is left that is all; what goes wrong is
// said on the page: a window that closes by itself says nothing.
func (a *app) start(ctx context.Context, plain bool, named ...string) error {
	if err := a.point.pass(ctx); err != nil {
		return err
	}
	opts := startpage.Options{NoColor: a.noColor, Signs: kit.SignsFor(os.Getenv), By: person(),
		HashCost: a.hashCost}
	for _, l := range append([]tui.Lesson{tui.FirstSteps()}, tui.Lessons()...) {
		opts.Lessons = append(opts.Lessons, startpage.Lesson{ID: l.ID, Title: l.Title, About: l.About})
	}
	opts.Recents, _ = settings.RecentFile() // without such a folder nothing is remembered
	if len(named) > 0 {
		opts.Open = named[0]
	}
	for faults := 0; ; {
		choice, o, _, err := a.choose(ctx, plain, opts, screenOptions{})
		if err != nil && faults == 0 && ctx.Err() == nil { // once more, and say so: the page may stand up to it now
			faults++
			opts.Said, opts.Failed, opts.Open = meeting.Say(errors.Join(err, letGo(choice))), true, ""
			continue
		}
		if err != nil || choice.Task == startpage.Quit || ctx.Err() != nil {
			return errors.Join(err, letGo(choice))
		}
		direct := opts.Open != "" && filepath.Base(opts.Open) == filepath.Base(choice.Path)
		opts.Open, opts.Said, opts.Failed = "", nil, false
		if err := a.carryOut(ctx, choice, o); err != nil {
			opts.Said, opts.Failed = meeting.Say(err), true
		} else if direct {
			return nil
		} else if choice.Task == startpage.Run || choice.Task == startpage.Serve {
			opts.Said = leftWith(opts.Recents, choice.Path)
		}
		if ctx.Err() != nil {
			return nil
		}
	}
}

// leftWith says how a meeting was left.
func leftWith(recents, path string) lang.Sayer {
	r := settings.RecentOf(recents, path)
	if r.Decisions == 0 {
		return nil
	}
	count := lang.Count(r.Decisions, "quyết định", "decision", "decisions")
	return lang.Sayf("✓ %s: %s đã ghi đầy đủ trong tệp", "✓ %s: %s, all on record in the file",
		filepath.Base(path), count)
}

// choose shows the start page, or the board, until something is chosen, and says where the board was left. What was
// chosen of languages and themes holds for what comes next.
func (a *app) choose(ctx context.Context, plain bool, opts startpage.Options,
	asked screenOptions) (startpage.Choice, screenOptions, *startpage.Watched, error) {
	kept := a.options(asked, false)
	opts.Prefs = startpage.Prefs{Lang: kept.Lang, Theme: kept.Theme}
	opts.Save = func(p startpage.Prefs) error { return saveSettings(p.Lang, p.Theme) }
	if dir, err := os.Getwd(); err == nil {
		opts.Folder = dir
	}
	var page *startpage.Model
	err := a.interact(ctx, plain, func(ctx context.Context) (tea.Model, func()) {
		page = startpage.New(ctx, opts)
		if !plain {
			return page, func() {}
		}
		heard := startpage.NewPlain(page, a.given.out)
		return heard, heard.Close
	})
	if page == nil {
		return startpage.Choice{}, screenOptions{}, nil, err
	}
	choice, prefs := page.Choice(), page.Prefs()
	if choice.Task == startpage.Quit {
		page.Close()
	}
	if a.langGiven {
		a.lang = prefs.Lang
	}
	return choice, screenOptions{theme: string(prefs.Theme), by: choice.By, plain: plain}, page.Board(), err
}

// carryOut does what was chosen on the start page.
func (a *app) carryOut(ctx context.Context, c startpage.Choice, o screenOptions) error {
	switch c.Task {
	case startpage.Run:
		a.remember(c.Meeting.Snapshot(), c.Path, c.By)
		return a.runMeeting(ctx, c.Meeting, c.Path, o)
	case startpage.Look:
		return a.watchMeeting(ctx, c.Watching, c.Path, o)
	case startpage.Serve:
		return a.serve(ctx, c.Path, serveOptions{screenOptions: o, listen: c.Listen, welcome: true})
	case startpage.Wall:
		if o.plain {
			return lang.Errorf("màn chiếu cần một cửa sổ vẽ được: mở chương trình không có --plain",
				"the room's screen has to be drawn: start the program without --plain")
		}
		return a.showWall(ctx, c.Path, o)
	case startpage.Board:
		return a.showBoard(ctx, c.Path, boardOptions{screenOptions: o})
	case startpage.Standby:
		return a.follow(ctx, c.From, c.Path, followOptions{})
	case startpage.Demo:
		return a.runDemo(ctx, cmp.Or(c.Lesson, "first"), screenOptions{theme: o.theme, plain: o.plain})
	}
	return nil
}

// letGo closes what a choice holds that is not carried out.
func letGo(c startpage.Choice) (err error) {
	if c.Meeting != nil {
		err = c.Meeting.Close()
	}
	if c.Watching != nil {
		err = errors.Join(err, c.Watching.Close())
	}
	return err
}

// remember puts a meeting among those that were open here. Where that cannot be kept nothing is lost but a convenience.
func (a *app) remember(s *meeting.Snapshot, path, by string) {
	file, err := settings.RecentFile()
	if err != nil {
		return
	}
	m := startpage.Remembered(path, s, a.lang)
	m.By = by
	_ = settings.Remember(file, m)
}

// recordsIn is who was said to record in a meeting; empty where nobody has said.
func recordsIn(path string) string {
	file, err := settings.RecentFile()
	if err != nil {
		return ""
	}
	return settings.RecentOf(file, store.Kept(path)).By
}

// saveSettings keeps what was chosen on screen.
func saveSettings(l lang.Lang, theme kit.ThemeName) error {
	file, err := settings.File()
	if err != nil {
		return err
	}
	return settings.Save(file, settings.Settings{Lang: l.String(), Theme: string(theme)})
}
