package postgres

import "thidua/data/record"

// ballotTables keep the ballots of votes that are open.
//
// Those of a secret vote are UNLOGGED: they are not in the write-ahead log, so neither in its archive nor on a standby,
// and a base backup leaves them out. What a crash of the server takes with them is a vote that is void then, of all
// hosts: with its ballots goes its row, and without that nothing is counted. Which unit has voted and how often each
// choice was made are two tables; a choice is a number that grows, in a row that was there before the first ballot.
func ballotTables() []string {
	return []string{
		`CREATE TABLE thidua.votes (
			meeting bigint NOT NULL,
			opened bigint NOT NULL,
			version bigint NOT NULL,
			about bytea NOT NULL,
			beside bytea NOT NULL,
			PRIMARY KEY (meeting, opened))`,
		`CREATE TABLE thidua.ballots (
			meeting bigint NOT NULL,
			opened bigint NOT NULL,
			unit text NOT NULL,
			choice text NOT NULL,
			own boolean NOT NULL,
			sent text NOT NULL,
			PRIMARY KEY (meeting, opened, unit))`,
		`CREATE UNLOGGED TABLE thidua.secret_votes (
			meeting bigint NOT NULL,
			opened bigint NOT NULL,
			version bigint NOT NULL,
			about bytea NOT NULL,
			beside bytea NOT NULL,
			PRIMARY KEY (meeting, opened))`,
		`CREATE UNLOGGED TABLE thidua.secret_ballots (
			meeting bigint NOT NULL,
			opened bigint NOT NULL,
			unit text NOT NULL,
			sent text NOT NULL,
			PRIMARY KEY (meeting, opened, unit))`,
		`CREATE UNLOGGED TABLE thidua.secret_counts (
			meeting bigint NOT NULL,
			opened bigint NOT NULL,
			choice text NOT NULL,
			n bigint NOT NULL,
			PRIMARY KEY (meeting, opened, choice))`,
	}
}

// votesOf is the table of the votes of a kind.
func votesOf(v record.OpenVote) string {
	if v.Secret {
		return "thidua.secret_votes"
	}
	return "thidua.votes"
}

// ballotsOf are the tables of what is in, for votes of a kind.
func ballotsOf(v record.OpenVote) []string {
	if v.Secret {
		return []string{"thidua.secret_ballots", "thidua.secret_counts"}
	}
	return []string{"thidua.ballots"}
}
