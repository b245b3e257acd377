// Package start is the page that the program shows when it is started alone, by a double click as well: the meetings
// that were open here, the sample, and whatever can be made of sheets and meetings. It is a program of its own beside
// the one that runs a meeting, with the same lists, prompts, keys and looks. What goes wrong is said on the page.
//
// A page asks for one thing and leads to the next; they lie on a stack, and Esc goes back. Nothing is read, written or
// waited for in Update and View: a page asks for work, which is done by a command and can be left.
//
//	model.go      the program, and what it is left with (Choice); update.go: what comes in; view.go: the picture
//	page.go       what a page is; work.go: what is done beside it; plain.go, speak.go: the page in words
//	home.go       the first page, home_keys.go, home_view.go; recent.go: the meetings that were open here
//	choose.go     one of a list; ask.go: a line of text; path.go: a file or folder; text.go: a text to read
//	open.go       opening a meeting, and what can be done where that fails; pick.go: which meeting
//	make.go       making a meeting; rules.go, group.go, past.go: what is asked first; sheets.go: what was read
//	forms.go      handing out forms; papers.go: papers; host.go, invite.go: letting others in; check.go: verifying
//	national.go   all meetings of a store side by side; national_view.go: as they are drawn
//	lessons.go    a minute's practice on the sample
package start
