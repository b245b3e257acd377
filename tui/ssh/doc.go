// Package ssh lets people into a meeting with plain ssh, each with the rights of their role.
//
// A person who follows the one who leads shares one picture with all who would see the same: it is drawn once, what has
// changed is put into bytes once, and each session's own goroutine sends it. A session that is slow finds the newest
// picture when it is ready for one, and misses those between; nobody waits for it. Whoever presses a key gets a screen
// of their own, a group of one that takes keys, and comes back to the shared picture by following again. Pictures
// become bytes in tui/paint.
//
// Nothing that a stranger sends is trusted or grows without bound: connections that have not signed in, passcodes,
// sizes, texts, and the time that anything may take are all limited. This is the only package that knows the SSH
// protocol.
//
// # Who owns a connection
//
// One after the other, each until it hands the connection on:
//
//	limiter.go        connLimiter: it has not signed in yet; guards the reading and writing of all (limitedConn)
//	authenticator.go  authenticator: who is it? passcode.go tries passcodes (passcode_queue.go, rightcodes.go),
//	                  throttle.go slows down who guesses, networks.go says what counts as one address
//	pending.go        pending: it has signed in, and asks for no session yet
//	channel.go        negotiate: what it says of its terminal, until it asks for the meeting
//	session.go        session: one person at one terminal, on one goroutine (run); close.go how it ends
//
// A session is open in sessions.go from startSession to its end. Beside it run, for it alone: the reader of what is
// typed (input.go, keys.go), the reader of requests (channel.go) and the keepalive (keepalive.go). Who listens has
// lines of text, from a screen of their own to the end (byear.go). A picture comes from one of two:
//
//	follow.go         it is one of the viewers of a view (view.go), which the renderer's workers draw (renderer.go)
//	                  and of which differences are sent
//	alone.go          it has a screen of its own (own.go), as large as cells.go lets it be; idle.go brings it back to
//	                  the view, guard.go contains its failures
//
// Beside all sessions: server.go begins and ends everything; watch.go has the views drawn and rings; guestlist.go is
// who is invited at the moment; preferences.go what people chose; limitedlog.go the log that a flood cannot fill;
// join.go how others come in; terminal.go the far end of a session; screen.go what is needed of the interface.
package ssh
