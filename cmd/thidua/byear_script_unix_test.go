//go:build unix

package main

import "fmt"

// What is pressed and what has to be heard in the meeting by ear, part by part.

// opening is where one is, and what the keys do.
func opening() []step {
	return []step{{nil, []string{"Emulation cluster 2, 2019-2020. F1 reads the keys, Ctrl+Q leaves.", "Screen Roll.",
		"0 of 9 units present"}}, {keys("f2"), []string{"Screen Review.",
		"Vĩnh Phúc, 1.1 ", "of 20.00, self 100 %, agreed 100 %, 20.00 points", "line 2 of ", "unit 1 of 9: total ",
		"rank ", "not accepted yet", "Keys: 0–9 percent; + bonus",
	}}}
}

// rolling calls the roll.
func rolling() []step {
	return []step{
		{keys("f9"), []string{"Screen Roll.", "Vĩnh Phúc: not called; line 1 of 11; 0 of 9 units present, "}},
		{keys("+"), []string{"Present for Vĩnh Phúc: nothing typed"}},
		{keys("Director", "enter"), []string{"Present for Vĩnh Phúc: Director", "✓ recorded as 2: ",
			"(Director) is present",
			"Bắc Ninh: not called; line 3 of 12; 1 of 9 units present"}},
		{keys("*"), []string{"Decision 3, ", "Bắc Ninh is present",
			"✓ recorded 8 decisions, 3–10: Ninh Bình is present",
			"9 of 9 units present, a quorum"}},
		{keys("*"), []string{"*: every unit is present"}},
		{keys("*"), []string{"*: every unit is present"}},
	}
}

// reviewing changes a percent with its reason, is refused, and answers a request.
func reviewing() []step {
	return []step{
		{keys("f2", "down"), []string{"Screen Review.", "Vĩnh Phúc, 1.2 ", "self 85 %, agreed 85 %, 25.50 points"}},
		{keys("9"), []string{"Change the percent, Vĩnh Phúc, 1.2 ",
			"9 %. 2.70 points, before that 25.50, total 1,972.45, rank",
			"Keys: Enter record; Esc cancel; Tab reason"}},
		{keys("0"), []string{"90 %. 27.00 points, before that 25.50, total 1,996.75, rank"}},
		{keys("tab"), []string{"reason: nothing typed. 27.00 points"}},
		{keys("checked", "enter"),
			[]string{"reason: checked\r\n", "✓ recorded as 11: Vĩnh Phúc 1.2: 85 % → 90 % (checked)",
				"agreed 90 %, 27.00 points, changed, ", "; reason: checked; line 3 of "}},
		{keys("101", "enter"), []string{"101 %. 101 % is outside 0–100 %", "101 % is outside 0–100 %"}},
		{keys("enter"), []string{"101 % is outside 0–100 %"}},
		{keys("esc"), []string{"Left; nothing was recorded.", "Vĩnh Phúc, 1.2 "}},
		{keys("ctrl+k"), []string{"1 of ", "Keys: Enter take"}},
		{keys("13.4"), []string{"find 13.4: 1 of 2; criterion 13.4 "}},
		{keys("enter"), []string{"Vĩnh Phúc, 13.4 ", "asks for a bonus of 4.00 points: "}},
		{keys("+"), []string{"Bonus, Vĩnh Phúc, 13.4 ", "; at most 4.00 points (13.4, III.2.2.b)",
			"4 points. Before that 0.00, total 2,000.75"}},
		{keys("3", "0"), []string{"3 points. Before that 0.00", "30 points. ", "break the limit"}},
		{keys("esc"), []string{"Left; nothing was recorded."}},
		{keys("*"), []string{"✓ recorded as 12: Vĩnh Phúc 13.4: bonus of 4.00 points", "a bonus of 4.00 points: ",
			"total 2,000.75", "bonuses 4.00"}},
	}
}

// voting counts a vote by hand.
func voting() []step {
	return []step{
		{keys("f5"), []string{"Screen Vote.", "waits for a vote, line 1 of ", "Bắc Ninh, 5.2 ",
			"Keys: Enter put to the vote"}},
		{keys("enter"), []string{"A vote: Bắc Ninh, 5.2 ", "a bonus of 8.00 points",
			"For, field 1 of 3: nothing typed. 9 ballots to go, no verdict yet"}},
		{keys("7", "enter"), []string{"For, field 1 of 3: 7. 2 ballots to go",
			"Against, field 2 of 3: nothing typed."}},
		{keys("1"), []string{"Against, field 2 of 3: 1; Abstain: 1, what is left. ",
			"7 for of 9 units present, at least 5 needed: carried"}},
		{keys("enter"), []string{"✓ recorded as 13\r\n", "carried. Bắc Ninh, 5.2 ", "for 7, against 1, abstaining 1",
			"Keys: Enter go on"}},
		{keys("space"), []string{"waits for a vote, line 1 of "}},
	}
}

// settling finds what is missing before the meeting can be closed, and settles the tie: a vote that gives nobody the
// place, then the chair's ruling.
func settling() []step {
	return []step{
		{keys("f7"), []string{"Screen Ceremony.", "thing to do 1 of ",
			"undecided because of a tie; must be done before closing",
			"Enter goes to F5", "= close the meeting (2 things are missing before"}},
		{keys("="), []string{"=: 2 things are missing"}},
		{keys("="), []string{"=: 2 things are missing"}},
		{keys("enter"), []string{"Screen Vote.", "Hải Dương and Quảng Ninh share rank 4, and an award hangs on it"}},
		{keys("enter"), []string{"A vote: Hải Dương and Quảng Ninh are level with 2,000.25 points. Which takes rank 4",
			"Hải Dương, field 1 of 3: nothing typed"}},
		{keys("4", "tab", "4", "tab"),
			[]string{"Hải Dương, field 1 of 3: 4. ", "Quảng Ninh, field 2 of 3: 4; Abstain: 1, what is left. ",
				"Abstain, field 3 of 3: 1 (what is left). ", "tied, not carried"}},
		{keys("enter"), []string{"✓ recorded as 25\r\n", "not carried. ", "no unit takes rank 4",
			"Keys: Enter go on"}},
		{keys("space"), []string{"A vote: ", "! chair's ruling; * lots"}},
		{keys("!"), []string{"The chair's ruling, rank 4: Hải Dương, 1 of 2; Reason: nothing typed"}},
		{keys("enter"), []string{"Say why the chair rules so."}},
		{keys("down"), []string{"rank 4: Quảng Ninh, 2 of 2"}},
		{keys("agreed", "enter"), []string{"✓ recorded as 26\r\n",
			"Quảng Ninh rank 4. order by the chair's ruling: level → Quảng Ninh › Hải Dương (agreed)"}},
		{keys("space"), []string{"no unit takes rank 4"}}, // the newest vote is at hand
	}
}

// electing elects the leader and the deputy. A count that is wrong is refused, as often as it is tried.
func electing() []step {
	return []step{
		{keys("f6"), []string{"Screen Election.", "Election of the leader, round 1, 9 units present",
			"Vĩnh Phúc: 0, line 1 of 13; never leader", "= record the round (no ballots yet: type the counts)"}},
		{keys("5"), []string{"Vĩnh Phúc: 5, ", "5 of 9 ballots counted; 4 ballots to go, no verdict yet"}},
		{keys("down", "5"), []string{"Bắc Ninh: 5, line 2 of 13",
			"10 of 9 ballots counted. 10 ballots, but only 9 units present"}},
		{keys("="), []string{"count again"}},
		{keys("="), []string{"count again"}},
		{keys("backspace", "4"), []string{"9 of 9 ballots counted. Vĩnh Phúc: 5 votes of 9 units present"}},
		{keys("="), []string{"✓ recorded as 27", "Vĩnh Phúc. Elected leader of 2020–2021. ", "Keys: Enter go on"}},
		{keys("space"), []string{"Election of the deputy, round 1", "Bắc Ninh: 0, line 1 of 12"}},
		{keys("9", "="), []string{"Bắc Ninh. Elected deputy of 2020–2021. "}},
		{keys("space"), []string{"all are elected: leader Vĩnh Phúc (", "; deputy Bắc Ninh ("}},
	}
}

// announcing closes the meeting and announces its results, to the last step; then the record is heard.
func announcing() []step {
	steps := []step{
		{keys("f7"), []string{"Screen Ceremony.", "should be done before the results are announced",
			"The meeting can be closed: ="}},
		{keys("="), []string{"= once more closes the meeting"}},
		{keys("x"), []string{"The meeting can be closed: ="}}, // no key: it says where one is, and lets go of the other
		{keys("="), []string{"the meeting is closed\r\n", "the meeting is closed, 29 decisions, fingerprint ",
			"Enter begins", "Keys: Enter begin the ceremony"}},
		{keys("enter"), []string{"the ceremony begins; step 0 of 14. Next, seen by nobody yet: rank 9: Hà Nam",
			"Keys: PgDn next"}},
		{keys("."), []string{"the screen is blank; . shows it again"}},
		{keys("."), []string{"the ceremony begins; step 0 of 14"}},
	}
	for i, said := range []string{"rank 9: Hà Nam", "rank 8: Hưng Yên", "rank 7: Ninh Bình", "rank 6: Thái Bình",
		"rank 5: Hải Dương", "rank 4: Quảng Ninh", "rank 3: Vĩnh Phúc", "rank 2: Nam Định", "rank 1: Bắc Ninh",
		"certificate: ", "flag: Bắc Ninh", "leader: Vĩnh Phúc", "deputy: Bắc Ninh", "all results: rank 1: Bắc Ninh"} {
		steps = append(steps, step{keys("pgdown"), []string{said, fmt.Sprintf("; step %d of 14", i+1)}})
	}
	return append(steps, []step{
		{keys("pgdown"), []string{"PgDn: everything has been revealed"}},
		{keys("esc"), []string{"the meeting is closed, 29 decisions"}},
		{keys("ctrl+z"), []string{"Ctrl+Z: the meeting is closed"}},
		{keys("f8"), []string{"Screen Record.", "29, close, ", "; line 29 of 29"}},
		{keys("/", "level"), []string{"Filter: nothing typed, 29 decisions", "Filter: level, "}},
		{keys("enter"), []string{"filtered by: level"}},
		{keys("f4"), []string{"Screen Ranking.", "rank 1, Bắc Ninh, 2,027.38 points, flag", "; 1 of 9"}},
		{keys("down"), []string{"rank 2, Nam Định, 2,013.25 points, certificate", "behind the unit above; 2 of 9"}},
		{keys("right"), []string{"1 ", ": rank ", " of 100.00 points; overall: rank 2; "}},
		{keys("f3"), []string{"Screen Compare.", "; unit ", " of 9: total "}},
	}...)
}
