package start

import (
	tea "charm.land/bubbletea/v2"

	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// page is what is in front.
type page interface {
	// title is what stands in the head.
	title() lang.Text
	// about says in a few sentences what the page is for.
	about() lang.Text
	// keys is the table of what keys do here and now.
	keys() []kit.Binding
	// do carries out an action of the table.
	do(env screen.Env, a kit.Action) effect
	// draw draws it into a part of the terminal.
	draw(env screen.Env, body kit.Rect) screen.View
	// speak says it for those who listen, at least a line; the last is the one that the cursor is on.
	speak(env screen.Env) []string
}

// answered is a page that has had an answer: behind the next one it stands for that.
type answered interface{ answer() lang.Text }

// typer is a page that takes text: the keys that its table does not know.
type typer interface {
	key(msg tea.KeyPressMsg) effect
	inserter
}

// inserter is a page that takes what is pasted, or dragged onto the window.
type inserter interface {
	insert(text string) effect
}

// pointer is a page for the mouse.
type pointer interface {
	click(env screen.Env, x, y int) effect
	wheel(rows int)
}

// effect is what a page asks for, in the order of the fields.
type effect struct {
	close bool         // take away what is in front
	home  bool         // back to the first page
	back  bool         // back to the page before
	open  page         // put this in front
	note  lang.Text    // say this below
	alarm bool         // and do not let it be missed
	good  bool         // or be glad of it
	theme bool         // the next theme
	lang  bool         // the other language
	leave *Choice      // leave the page
	work  *work        // do this, and wait for it
	load  loading      // do this beside
	press *kit.Binding // do what this key does
}

// alarm is an effect that says why something cannot be done.
func alarm(t lang.Text) effect { return effect{note: t, alarm: true} }

// failed is an effect that says what went wrong.
func failed(err error) effect { return alarm(screen.Said(err)) }

const (
	doTake  kit.Action = "start-take"
	doBack  kit.Action = "start-back"
	doHelp  kit.Action = "start-help"
	doFind  kit.Action = "start-find"
	doTheme kit.Action = "start-theme"
	doLang  kit.Action = "start-lang"
	doQuit  kit.Action = "start-quit"
)

// taking is Enter.
func taking(label, help lang.Text) kit.Binding {
	return kit.Binding{Action: doTake, Keys: kit.Named(kit.KeyTake), Shown: kit.KeyTake, Weight: 90, Label: label,
		Help: help}
}

// going is Enter where the next page comes.
func going() kit.Binding {
	return taking(lang.Text{VI: "tiếp", EN: "go on"}, lang.Text{VI: "sang bước sau", EN: "to the next step"})
}

// finishing is Enter at the end of something.
func finishing() kit.Binding {
	return taking(lang.Text{VI: "xong", EN: "done"}, lang.Text{VI: "về trang đầu", EN: "to the start"})
}

// leaving is Esc.
func leaving() kit.Binding {
	return kit.Binding{Action: doBack, Keys: kit.Named(kit.KeyLeave), Shown: kit.KeyLeave, Weight: 85,
		Label: lang.Text{VI: "quay lại", EN: "back"},
		Help:  lang.Text{VI: "về bước trước; chưa ghi gì", EN: "to the step before; nothing is recorded"}}
}

// globalKeys are those of every page.
func globalKeys() []kit.Binding {
	return []kit.Binding{
		{Action: doTheme, Keys: []string{"ctrl+t"}, Shown: "Ctrl+T", Weight: 6,
			Label: lang.Text{VI: "màu", EN: "theme"},
			Help: lang.Text{VI: "đổi màu: tối, sáng (máy chiếu), tương phản, đơn sắc",
				EN: "the next theme: dark, light (projector), contrast, mono"}},
		{Action: doLang, Keys: []string{"ctrl+l"}, Shown: "Ctrl+L", Weight: 7,
			Label: lang.Text{VI: "English", EN: "Tiếng Việt"},
			Help:  lang.Text{VI: "chuyển sang tiếng Anh", EN: "change to Vietnamese"}},
		{Action: doQuit, Keys: kit.Named(screen.KeyQuit, "ctrl+c"), Shown: screen.KeyQuit, Weight: 10,
			Label: lang.Text{VI: "thoát", EN: "quit"},
			Help:  lang.Text{VI: "thoát chương trình", EN: "leave the program"}},
		{Action: doHelp, Keys: kit.Named(screen.KeyHelp), Shown: screen.KeyHelp, Weight: -1,
			Label: lang.Text{VI: "trợ giúp", EN: "help"}, Help: lang.Text{VI: "trang này", EN: "this page"}},
		{Action: doFind, Keys: kit.Named(screen.KeyFind), Shown: screen.KeyFind, Weight: -1,
			Label: lang.Text{VI: "tìm", EN: "find"},
			Help: lang.Text{VI: "tìm cuộc họp, việc cần làm, bài tập, lệnh",
				EN: "find a meeting, a task, a lesson, an action"}},
	}
}
