// Package postgres keeps meetings in a database that speaks PostgreSQL's protocol: several meetings in one database,
// and several hosts, on several machines, at one meeting. It is a store of package record with the same contract.
//
//	postgres://[USER[:PASSWORD]@]HOST[:PORT][,HOST...]/DATABASE?meeting=NAME[&sslmode=...]
//
// What holds:
//
//   - Append is one transaction in one round trip. An entry goes in only behind the entry that its author had last,
//     with its hash, and a number is there once: of two hosts that append at the same moment one gets ErrConflict.
//   - It returns nil only when the database has it on disk, and on its synchronous standby where there is one, whatever
//     the database's own default for synchronous_commit is.
//   - When the connection breaks while an append is under way nobody knows whether it was recorded. It is then sent
//     again, the same entries, until the database has answered: it takes them, or has them already, or another's.
//     Where it has them already it is made to write once more, so that what its standby may lack is there too.
//   - Ballots of a vote that is open lie in tables of their own: a unit's is there once, whichever host took it, and
//     they go in the transaction in which the vote is counted, which counts just these. Of a secret vote nothing says
//     whose a ballot was, and nothing is written to the log of the database.
//   - Who else has appended is heard by LISTEN, where the database knows it, and by asking now and then.
//   - Who connects to another machine must be shown a certificate of its name (sslmode=verify-full), unless the address
//     says otherwise. Sockets and this machine itself are exempt: nothing leaves it.
//   - A password is never shown: Address.String leaves it out, and nothing that a driver or a server says is shown
//     without it being looked for.
//
// Where to look:
//
//	an address         address.go
//	a database         schema.go (tables, versions), identify.go (whether it is ours), explain.go (what it says)
//	a connection       session.go
//	a meeting          store.go (its life), append.go, entries.go, news.go (what others do)
//	beside the record  guests.go (who is invited), ballots.go and beside.go (votes that are open), ballot_tables.go
package postgres
