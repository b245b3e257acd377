// Package overview is all meetings of a store side by side, each in a few words, kept up to date: what the national
// board shows.
//
// Of each meeting only its summary is kept (Meeting). What has changed is known without opening anything: by the looks
// of a file, or by one statement for all meetings of a database. Of the meetings in which something was recorded last
// the state itself is kept as well, a bounded number of them, and only what is new is read and folded; any other that
// changes is read once as a whole. So memory and connections do not grow with the number of meetings, and a moment in
// which nothing is recorded costs a look.
//
//	meeting.go   what is said of a meeting; table.go: as a table
//	watch.go     keeps all of them up to date; recent.go: the states that are kept
//	folder.go    meetings that are files; database.go: those of a database
package overview
