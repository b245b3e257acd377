// Package tui is what people see of a meeting in a terminal. This package is the root: the one Bubble Tea model, which
// holds the session, routes what comes in and puts the picture together.
//
// The rules of the interface:
//
//   - A screen shows one matter of the meeting (screen.Screen). It lives in a package of its own, knows no other
//     screen, and asks the root for what it wants done (screen.Effect).
//   - An overlay lies in front of a screen for a moment (overlay.Overlay), one on the other. It goes with Esc.
//   - Keys belong to the overlay in front, else to the screen, else to the session; each has one table of them, from
//     which the footer, F1, the palette and dispatch are made. A key of a table works, or says why it does not; what
//     no table knows is text for what is being typed.
//   - Everything that is drawn can be heard: whoever draws also speaks (Speak), in words without sequences.
//   - A decision shows as recorded when it is on disk, never before. Nothing is read, written or waited for in Update
//     and View: that is done by commands.
//   - Nothing that is only tried out, of earlier, or still to come is ever seen by the room or recorded.
//   - Nothing is torn away while it is being typed, neither by the one who leads nor by news.
//
// Where things are:
//
//	model.go        a session, what it begins with, and what it asks of the meeting
//	update.go       what comes in: keys, paste, mouse, answers; view.go, tabs.go: the picture around a screen
//	keys.go         the keys of the session, and what they do; typeahead.go: what is typed while a decision is written
//	screens.go      the screens, and what of them can do what; overlays.go: what lies in front of them
//	modes.go        trying out, replay, projector
//	follow.go       going where the one who leads goes; badge.go: what is shown of that
//	verdict.go      what a vote came to, until it has been seen; news.go: what a session is told; hold.go: held keys
//	stage.go        nothing of a ceremony before its time
//	suggestions.go  what reviewers suggest; join.go: how others come in
//	guide.go        a lesson, step by step; lessons.go, lessons_meeting.go, lessons_after.go: the lessons
//	plain.go        the session in words; shared.go: one picture for many
//	kit/            styles, keys, lines, lists: what knows nothing of meetings
//	screen/         what a screen is; review/, compare/, board/, vote/, election/, ceremony/, record/, roll/: they
//	overlay/        what an overlay is, and all of them
//	edit/, ballot/   parts that several screens have
//	ssh/            the same for those who come in over SSH
package tui
