package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/decision"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// What the keys do that work on every screen.
const (
	goNext        kit.Action = "next-screen"
	goPrevious    kit.Action = "previous-screen"
	doHelp        kit.Action = "help"
	doPalette     kit.Action = "palette"
	doUndo        kit.Action = "undo"
	doRedo        kit.Action = "redo"
	doWhatIf      kit.Action = "what-if"
	doProject     kit.Action = "project"
	doTheme       kit.Action = "theme"
	doLang        kit.Action = "language"
	doQuit        kit.Action = "quit"
	doStepNext    kit.Action = "replay-next"
	doStepBack    kit.Action = "replay-back"
	doStepFirst   kit.Action = "replay-first"
	doPresent     kit.Action = "present"
	doFollow      kit.Action = "follow"
	doSuggestions kit.Action = "suggestions"
	doJoin        kit.Action = "join"
	doCopy        kit.Action = "copy"
	doSheet       kit.Action = "sheet"
	doPapers      kit.Action = "papers-page"
	doYears       kit.Action = "years"
)

// bindings is the whole key table of the moment: the overlay in front, else the replay's, then the screen's, then the
// global ones.
func (m *Model) bindings() []kit.Binding {
	if m.ahead.stays && !m.leaving() {
		return m.aheadKeys()
	}
	if o := m.overlays.Top(); o != nil {
		return m.reworded(o.Keys(m.overlayEnv()))
	}
	return m.offered()
}

// reworded are keys in the words of the meeting's rulebook.
func (m *Model) reworded(keys []kit.Binding) []kit.Binding {
	book := m.seen.Rulebook()
	if book.Words.Group.IsZero() {
		return keys
	}
	out := slices.Clone(keys)
	for i := range out {
		b := &out[i]
		b.Label, b.Help, b.Off = book.Said(b.Label), book.Said(b.Help), book.Said(b.Off)
	}
	return out
}

// offered is the key table without overlays: what F1 explains.
func (m *Model) offered() []kit.Binding {
	if m.held() {
		return m.heldKeys()
	}
	if m.announced() {
		return m.verdictKeys()
	}
	out := m.here().Keys(m.env())
	if m.onStage() {
		return append(out, m.stageKeys()...)
	}
	if m.mode == screen.Replay {
		out = append(replayKeys(), out...)
	}
	return m.reworded(m.withGlobalKeys(out, m.editing()))
}

// named are the bindings that the footer names: those of the moment, and while a number is typed that leaves all else
// where it is, those from before.
func (m *Model) named() []kit.Binding {
	if k, ok := m.kept(); ok {
		return m.reworded(m.withGlobalKeys(k.KeptKeys(m.env()), false))
	}
	all := m.bindings()
	if m.keys = nil; !m.overlays.Any() && !m.ahead.stays {
		m.keys = all
	}
	return all
}

// kept is the screen on which a number is typed that leaves all else where it is; false: it does not, or nothing is
// typed.
func (m *Model) kept() (screen.Keeper, bool) {
	k, ok := m.here().(screen.Keeper)
	if !ok || m.ahead.stays || m.overlays.Any() || m.announced() || m.held() || m.onStage() || m.mode == screen.Replay {
		return nil, false
	}
	f, _ := m.frame()
	return k, k.Keeps(m.env(), f.Body)
}

// waits reports whether a key is one that the footer goes on naming while a number is typed, and no part of a number.
func (m *Model) waits(key string) bool {
	k, ok := m.kept()
	if !ok || strings.ContainsAny(key, "0123456789") && len(key) == 1 {
		return false
	}
	b, ok := kit.Find(m.withGlobalKeys(k.KeptKeys(m.env()), false), key)
	return ok && b.Weight != 0
}

// patient are the actions that do not wait while something is being typed.
func patient(a kit.Action) bool {
	return a == doHelp || a == doQuit || a == doCopy || a == doTheme || a == doLang || a == doProject || a == doPut
}

// withGlobalKeys adds the keys that work on every screen to others. It is asked for with every key and every picture.
func (m *Model) withGlobalKeys(out []kit.Binding, editing bool) []kit.Binding {
	const beside = 12 // those that are not always the same
	others := len(out)
	out = slices.Grow(out, len(m.fixed)+beside)
	for _, some := range [...][]kit.Binding{
		m.suggestionKeys(), m.followKeys(), m.recordKeys(), m.joinKeys(), m.copyKeys(), m.sheetKeys(), m.papersKeys(),
		m.yearsKeys(), m.clipboardKeys(), m.wallKeys(), m.lateKeys(), m.fixed,
	} {
		out = append(out, some...)
	}
	global, here := out[others:], m.screens[m.current].goHere
	for i := range global {
		if global[i].Action == here {
			global[i].Off = lang.Text{VI: "đang ở màn hình này", EN: "this is that screen"}
		}
	}
	if editing {
		global = slices.DeleteFunc(global, func(b kit.Binding) bool { return !patient(b.Action) })
	}
	return out[:others+len(global)]
}

// fixedKeys are the global keys that never change: made once for a session, since they are asked for with every
// picture.
func (m *Model) fixedKeys() []kit.Binding {
	out := []kit.Binding{
		{Action: goNext, Keys: []string{"tab"}, Shown: "Tab", Weight: 30,
			Label: lang.Text{VI: "màn hình sau", EN: "next screen"},
			Help:  lang.Text{VI: "sang màn hình sau", EN: "the next screen"}},
		{Action: goPrevious, Keys: []string{"shift+tab"}, Shown: "Shift+Tab",
			Label: lang.Text{VI: "màn hình trước", EN: "previous screen"},
			Help:  lang.Text{VI: "về màn hình trước", EN: "the previous screen"}},
	}
	for _, t := range m.screens {
		if t.id != screen.Appraisal {
			out = append(out, goKey(t))
		}
	}
	return append(out,
		kit.Binding{Action: doProject, Keys: kit.Named(screen.KeyProject), Shown: screen.KeyProject, Weight: 14,
			Label: lang.Text{VI: "máy chiếu", EN: "projector"},
			Help: lang.Text{VI: "phóng to cho cả phòng, ẩn những gì chỉ dành cho chủ tọa",
				EN: "larger for the room, without what is only for the chair"}},
		kit.Binding{Action: doTheme, Keys: []string{"ctrl+t"}, Shown: "Ctrl+T",
			Label: lang.Text{VI: "màu", EN: "theme"},
			Help: lang.Text{VI: "đổi màu: tối, sáng, tương phản, không màu",
				EN: "change the theme: dark, light, high contrast, no colour"}},
		kit.Binding{Action: doLang, Keys: []string{"ctrl+l"}, Shown: "Ctrl+L",
			Label: lang.Text{VI: "English", EN: "Tiếng Việt"},
			Help:  lang.Text{VI: "chuyển sang tiếng Anh", EN: "change to Vietnamese"}},
		kit.Binding{Action: doQuit, Keys: kit.Named(screen.KeyQuit, "ctrl+c"), Shown: screen.KeyQuit, Weight: 10,
			Label: lang.Text{VI: "thoát", EN: "quit"},
			Help:  lang.Text{VI: "thoát; mọi quyết định đã ghi vẫn còn", EN: "quit; everything recorded stays"}},
		kit.Binding{Action: doHelp, Keys: kit.Named(screen.KeyHelp), Shown: screen.KeyHelp, Weight: -1,
			Label: lang.Text{VI: "trợ giúp", EN: "help"}, Help: lang.Text{VI: "trang này", EN: "this page"}},
		kit.Binding{Action: doPalette, Keys: kit.Named(screen.KeyFind), Shown: screen.KeyFind, Weight: -1,
			Label: lang.Text{VI: "tìm", EN: "find"},
			Help: lang.Text{VI: "tìm đơn vị, tiêu chí, lệnh; gõ có dấu hay không dấu",
				EN: "find a unit, criterion or action, with or without diacritics"}},
	)
}

// goKey leads straight to a screen.
func goKey(t tab) kit.Binding {
	return kit.Binding{Action: t.goHere, Keys: kit.Named(t.id.Key()), Shown: t.id.Key(), Label: t.Title(),
		Help: lang.Sayf("màn hình %s", "the screen %s", t.Title())}
}

// recordKeys are undo, redo and what-if, with what keeps them from working.
func (m *Model) recordKeys() []kit.Binding {
	undo := kit.Binding{Action: doUndo, Once: true, Keys: kit.Named(screen.KeyUndo), Shown: screen.KeyUndo, Weight: 40,
		Label: lang.Text{VI: "hoàn tác", EN: "undo"},
		Help: lang.Text{VI: "hoàn tác quyết định gần nhất; nhật ký giữ cả hai",
			EN: "undo the last decision; the record keeps both"}}
	redo := kit.Binding{Action: doRedo, Once: true, Keys: []string{"ctrl+y"}, Shown: "Ctrl+Y",
		Label: lang.Text{VI: "làm lại", EN: "redo"},
		Help:  lang.Text{VI: "làm lại điều vừa hoàn tác", EN: "bring back what was just undone"}}
	whatIf := kit.Binding{Action: doWhatIf, Keys: kit.Named(screen.KeyWhatIf), Shown: screen.KeyWhatIf, Weight: 8,
		Label: lang.Text{VI: "giả định", EN: "what if"},
		Help: lang.Text{VI: "sửa thử mà không ghi; không hiện trên máy chiếu",
			EN: "try changes without recording them; never on the projector"}}
	if m.mode == screen.WhatIf {
		whatIf.Weight, whatIf.Label = 95, lang.Text{VI: "hết giả định", EN: "end what-if"}
	}
	env := m.env()
	last, ok := lastDone(&m.seen.State)
	if !ok {
		undo.Off = lang.Text{VI: "chưa có gì để hoàn tác", EN: "there is nothing to undo"}
	} else if m.seen.MayUndo(m.env().Who, last.Seq) != nil {
		undo.Off = m.env().Barred(last.Act.Kind())
	}
	back := m.seen.NextRedo()
	if back == nil {
		redo.Off = lang.Text{VI: "không có gì vừa hoàn tác để làm lại",
			EN: "nothing was just undone that could be redone"}
	}
	if t := env.Frozen(); !t.IsZero() {
		if !ok || !env.FrozenFor(scoring.Undo{Seq: last.Seq}).IsZero() {
			undo.Off = t
		}
		if back == nil || !env.FrozenFor(scoring.Undo{Seq: back.Seq}).IsZero() {
			redo.Off = t
		}
	}
	switch {
	case m.projector:
		whatIf.Off = lang.Text{VI: "không giả định khi đang chiếu", EN: "not while the room is looking"}
	case m.mode == screen.Replay:
		whatIf.Off = m.env().Frozen()
	}
	return []kit.Binding{undo, redo, whatIf}
}

// replayKeys step through the record. A presenter's clicker sends PgDn and PgUp.
func replayKeys() []kit.Binding {
	return []kit.Binding{
		{Action: doStepNext, Keys: []string{"pgdown", "right"}, Shown: "PgDn", Weight: 97,
			Label: lang.Text{VI: "bước sau", EN: "next step"},
			Help:  lang.Text{VI: "quyết định tiếp theo", EN: "the next decision"}},
		{Action: doStepBack, Keys: []string{"pgup", "left"}, Shown: "PgUp", Weight: 96,
			Label: lang.Text{VI: "bước trước", EN: "step back"},
			Help:  lang.Text{VI: "quyết định trước đó", EN: "the decision before"}},
		{Action: doStepFirst, Keys: []string{"ctrl+home"}, Shown: "Ctrl+Home",
			Label: lang.Text{VI: "từ đầu", EN: "from the start"},
			Help:  lang.Text{VI: "về đầu cuộc họp", EN: "the beginning of the meeting"}},
		{Action: doPresent, Keys: kit.Named(screen.KeyPresent), Shown: screen.KeyPresent, Weight: 98,
			Label: lang.Text{VI: "về hiện tại", EN: "to the present"},
			Help:  lang.Text{VI: "thôi xem lại", EN: "end the replay"}},
	}
}

// lastDone is the newest decision that counts and that an undo of the last thing done can mean.
func lastDone(s *scoring.State) (*scoring.Decision, bool) {
	for seq := s.Seq(); seq > 1; seq-- {
		d, ok := s.Decision(seq)
		if !ok {
			return nil, false
		}
		if _, gone := s.Withdrawn(seq); !gone && !decision.Stays(d.Act.Kind()) {
			return d, true
		}
	}
	return nil, false
}

// global carries out an action that is not a screen's; done is false if it is one.
func (m *Model) global(a kit.Action) (cmd tea.Cmd, done bool) {
	switch a {
	case doHelp, doPalette, doSuggestions, doJoin, doCopy, doSheet, doPapers, doYears:
		m.overlays.Open(m.overlay(a))
	case doQuit:
		m.overlays.Open(m.overlay(a))
		return m.checkIntact(), true
	case doFollow:
		m.toggleFollow()
	case doClipboard:
		return m.clipboard(), true
	case doPut:
		m.putOnWall()
	case doAlong:
		m.toggleAlong()
	case doUndo:
		if d, ok := lastDone(&m.seen.State); ok {
			return m.takeBack(d), true
		}
	case doRedo:
		if d := m.seen.NextRedo(); d != nil {
			return m.takeBack(d), true
		}
	case doWhatIf:
		m.whatIf()
	case doProject:
		m.project()
	case doTheme:
		return m.nextTheme(), true
	case doLang:
		m.opts.Lang = m.opts.Lang.Other()
		return m.save(), true
	case goNext:
		m.show(m.beside(1))
	case goPrevious:
		m.show(m.beside(len(m.screens) - 1))
	default:
		return nil, m.globalPlace(a)
	}
	return nil, true
}

// globalPlace carries out an action that only changes what is looked at.
func (m *Model) globalPlace(a kit.Action) bool {
	switch a {
	case doStepNext:
		m.replay(m.past.at + 1)
	case doStepBack:
		m.replay(m.past.at - 1)
	case doStepFirst:
		m.replay(1)
	case doPresent:
		m.present()
	default:
		for i, t := range m.screens {
			if a == t.goHere {
				m.show(i)
				return true
			}
		}
		return false
	}
	return true
}

func (m *Model) nextTheme() tea.Cmd {
	all := kit.Themes()
	for i, name := range all {
		if name == m.styles.Theme {
			m.opts.Theme = all[(i+1)%len(all)]
			m.styles = kit.NewStyles(m.opts.Theme).With(m.opts.Signs)
			break
		}
	}
	return m.save()
}

// busyHere says why a key for another screen, or one that the footer goes on naming, does nothing while something is
// typed or counted on this one; false: the key is none of those.
func (m *Model) busyHere(key string) bool {
	goes := slices.ContainsFunc(m.screens, func(t tab) bool { return strings.EqualFold(t.id.Key(), key) })
	if !goes && !m.waits(key) || !m.editing() {
		return false
	}
	m.note = note{alarm: true, text: lang.Sayf("%s: đang nhập hoặc lấy phiếu ở đây; xong hoặc bỏ trước đã",
		"%s: something is being typed or counted here; finish or leave it first", lang.Both(strings.ToUpper(key)))}
	return true
}
