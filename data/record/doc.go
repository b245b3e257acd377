// Package record keeps the record of one meeting: append-only, chained by hashes, durable when it says so. It knows
// nothing of what a decision means; to it a decision is a body of canonical JSON with a number and a hash.
//
//	seq   body                                         hash
//	1     {"at":"2020-06-12T08:00:00+07:00", ...}      SHA-256("" + "\n" + body 1)
//	2     {"at":"2020-06-12T08:03:10+07:00", ...}      SHA-256(hash 1 + "\n" + body 2)
//
// There are two stores with one contract (package recordtest tests it): Memory, which does not last, and SQLite, one
// file a meeting:
//
//	meeting.thidua        the record; after a clean close the only file, in rollback-journal mode, readable from
//	                      read-only media
//	meeting.thidua-wal    while it is open, or after a crash: the newest decisions
//	meeting.thidua-shm    while it is open: SQLite's index of the former
//	meeting.thidua-lock   while it is open: who has it open, and the last decision that was acknowledged
//	meeting.thidua-new    while it is being made
//
// What holds:
//
//   - Append returns nil only when the entries are on the disk (WAL, synchronous=FULL: one sync), all of them or none.
//   - One writer at a time, any number of readers, also in other processes. The operating system frees the lock of a
//     process that dies; a lock file that is left over is no lock.
//   - Who closes last leaves one file, a writer or, where it may write there, a reader. What a process leaves that dies
//     is put together by the next writer only.
//   - A record is never silently shorter than what was acknowledged. A cut main file shows by its size, a cut or
//     missing -wal by the ack in the lock file, a copy made without the -wal of an open meeting by its journal mode.
//   - A -wal file that is older than the main file, or another's, is refused, and so is a file with a second name (hard
//     link) for writing.
//   - Nothing is acknowledged in a file that was moved, replaced or cut while it is open, nor after its disk failed;
//     what is there is left as it is, and SaveCopy writes what is in memory to another file.
//   - Entries checks numbers and hashes as it reads. Check checks everything again, from the entries alone.
//
// Where to look:
//
//	the contract       store.go (Store), entry.go (Entry, Chain), check.go (Check), errors.go (Error and its kinds)
//	the stores         memory.go; sqlite.go (Append), read.go (Entries)
//	a file's life      create.go, open.go, probe.go (what is looked at before a file is opened), close.go,
//	                   inplace.go (whether the files of an open meeting are in their places)
//	a file's inside    format.go (tables), conn.go (the connection), explain.go (what SQLite's errors mean)
//	the lock           lockfile.go, holder.go (who has it), ack.go (what was acknowledged), system_*.go
//
// On POSIX systems a process that opens and closes a file loses its locks on it. So a program that has a meeting open
// through this package must not open the same file by other means.
package record
