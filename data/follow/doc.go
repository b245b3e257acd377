// Package follow keeps a copy of a meeting's record in step with the record itself, from another machine: a warm
// standby. The copy is an ordinary meeting file. Each entry is held against the chain and the rules, and is on the
// copy's disk before it is confirmed.
//
// Nobody waits for a copy: a host records, and shows as recorded, what is on its own disk. What the copy has confirmed
// survives the host; what came after that may not, and both sides say how much that is.
//
//	the copy       copy.go (the file), marks.go (whether a copy and a record are the same, up to where)
//	between them   wire.go (what is said), host.go (the host's side), ssh.go (the copy's side over SSH)
//	a database     database.go: it is asked directly
//	over time      run.go: follows, says how far, and begins again after a break
//	known hosts    address.go (what a host is called), known.go (the keys by which hosts are known again)
//
// What is sent is the record and nothing else: bodies and hashes of decisions. Ballots of a vote that is open,
// passcodes, and what is typed are no part of it.
package follow
