package decision

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"thidua/data/clean"
	"thidua/data/record"
	"thidua/data/rulebook"
	"thidua/scoring"
)

// entry is a decision as JSON. Every kind has the keys it needs and no others; numbers are exact decimals.
//
// The key seq is the decision's own number in the record. The decision that an undo withdraws is therefore called
// undoes here, though files call it seq.
type entry struct {
	Kind scoring.Kind `json:"kind"`
	Seq  int          `json:"seq,omitempty"` // left out only within a vote's act
	At   string       `json:"at,omitempty"`
	By   string       `json:"by,omitempty"`

	Unit      string       `json:"unit,omitempty"`
	Units     []string     `json:"units,omitempty"`
	Criterion string       `json:"criterion,omitempty"`
	Target    string       `json:"target,omitempty"`
	Percent   *json.Number `json:"percent,omitempty"`
	Points    *json.Number `json:"points,omitempty"`
	Reason    string       `json:"reason,omitempty"`
	Sanction  string       `json:"sanction,omitempty"`
	Present   *bool        `json:"present,omitempty"`
	Person    string       `json:"person,omitempty"`
	Assessor  string       `json:"assessor,omitempty"`
	Undoes    int          `json:"undoes,omitempty"`
	Text      string       `json:"text,omitempty"`
	Role      string       `json:"role,omitempty"`
	Key       string       `json:"key,omitempty"` // its fingerprint

	Subject  string         `json:"subject,omitempty"`
	For      *int           `json:"for,omitempty"`
	Against  *int           `json:"against,omitempty"`
	Abstain  *int           `json:"abstain,omitempty"`
	Secret   bool           `json:"secret,omitempty"`
	Votes    map[string]any `json:"votes,omitempty"` // of units in a vote, for candidates in a ballot
	Act      *entry         `json:"act,omitempty"`
	Office   scoring.Office `json:"office,omitempty"`
	Round    *int           `json:"round,omitempty"`
	Blank    *int           `json:"blank,omitempty"`
	Spoiled  *int           `json:"spoiled,omitempty"`
	Issued   int            `json:"issued,omitempty"`
	Returned int            `json:"returned,omitempty"`
	Winner   string         `json:"winner,omitempty"`
	Seed     string         `json:"seed,omitempty"`

	Rulebook *book      `json:"rulebook,omitempty"`
	Cluster  string     `json:"cluster,omitempty"`
	Year     string     `json:"year,omitempty"`
	Sheets   []sheet    `json:"sheets,omitempty"`
	History  []officers `json:"history,omitempty"`
}

// officers are who led the cluster in another year.
type officers struct {
	Year   string `json:"year"`
	Leader string `json:"leader,omitempty"`
	Deputy string `json:"deputy,omitempty"`
}

// book is a rulebook in the record: all of it, so that a meeting never depends on what a later program ships.
type book struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// sheet is a unit's sheet in the record, as it was read.
type sheet struct {
	Unit          string                 `json:"unit"`
	Submitted     string                 `json:"submitted,omitempty"`
	Late          bool                   `json:"late,omitempty"`
	Percent       map[string]json.Number `json:"percent"`
	Evidence      map[string][]string    `json:"evidence,omitempty"`
	Requests      []request              `json:"request,omitempty"`
	NotApplicable []string               `json:"not_applicable,omitempty"`
}

type request struct {
	Target string      `json:"target"`
	Points json.Number `json:"points"`
	Reason string      `json:"reason"`
}

// Encode writes a decision as canonical JSON (RFC 8785), as it is hashed and kept.
func Encode(d scoring.Decision) ([]byte, error) {
	e, err := encodeAct(d.Act)
	if err != nil {
		return nil, fmt.Errorf("write decision %d: %w", d.Seq, err)
	}
	e.Seq, e.At, e.By = d.Seq, d.At.Format(time.RFC3339Nano), d.By
	if err := e.checked(); err != nil {
		return nil, fmt.Errorf("write decision %d: %w", d.Seq, err)
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		return nil, fmt.Errorf("write decision %d: %w", d.Seq, err)
	}
	return record.Canonical(buf.Bytes())
}

// encodeAct writes what is decided.
func encodeAct(act scoring.Act) (entry, error) {
	e := entry{Kind: act.Kind()}
	switch a := act.(type) {
	case scoring.New:
		e.Rulebook, e.Cluster, e.Year = &book{a.Rulebook.ID, a.Text}, a.Cluster, a.Year
		for _, sh := range a.Sheets {
			e.Units = append(e.Units, sh.Unit)
			e.Sheets = append(e.Sheets, encodeSheet(sh))
		}
		for _, o := range a.History {
			e.History = append(e.History, officers(o))
		}
	case scoring.Score:
		e.Unit, e.Criterion, e.Percent, e.Reason = a.Unit, a.Criterion, number(a.Percent), a.Reason
	case scoring.Bonus:
		e.Unit, e.Target, e.Points, e.Reason = a.Unit, a.Target, number(a.Points), a.Reason
	case scoring.Penalty:
		e.Unit, e.Target, e.Points, e.Reason = a.Unit, a.Target, number(a.Points), a.Reason
	case scoring.Sanctioned:
		e.Unit, e.Sanction, e.Reason = a.Unit, string(a.Sanction), a.Reason
	case scoring.Order:
		e.Units = a.Units
	case scoring.Accept:
		e.Unit = a.Unit
	case scoring.Attend:
		e.Unit, e.Present, e.Person = a.Unit, &a.Present, a.Person
	case scoring.Appraise:
		e.Unit, e.Criterion, e.Percent, e.Assessor = a.Unit, a.Criterion, number(a.Percent), a.Assessor
	case scoring.Note:
		e.Unit, e.Target, e.Text = a.Unit, a.Target, a.Text
	case scoring.Undo:
		e.Undoes = a.Seq
	case scoring.Close:
		e.Reason = a.Reason
	case scoring.Reopen:
		e.Reason = a.Reason
	case scoring.Confirm:
		e.Unit = a.Unit
	case scoring.Invite:
		e.Person, e.Role, e.Unit, e.Key = a.Person, a.Role, a.Unit, a.Key
	case scoring.Revoke:
		e.Person = a.Person
	case scoring.Vote:
		return encodeVote(a)
	case scoring.Ballot:
		return encodeBallot(a), nil
	case scoring.Lots:
		e.Office, e.Winner, e.Reason, e.Seed = a.Office, a.Winner, a.Reason, a.Seed
	default:
		return e, fmt.Errorf("a decision of kind %q cannot be written", e.Kind)
	}
	return e, nil
}

func number(n fmt.Stringer) *json.Number {
	s := json.Number(n.String())
	return &s
}

func encodeSheet(sh *scoring.Sheet) sheet {
	out := sheet{Unit: sh.Unit, Late: sh.Late, Percent: map[string]json.Number{}, Evidence: sh.Evidence,
		NotApplicable: sh.NotApplicable}
	if !sh.Submitted.IsZero() {
		out.Submitted = sh.Submitted.Format(time.DateOnly)
	}
	for code, p := range sh.Percent {
		out.Percent[code] = *number(p)
	}
	for _, q := range sh.Requests {
		out.Requests = append(out.Requests, request{q.Target, *number(q.Points), q.Reason})
	}
	return out
}

// Decode reads a decision from the record. Nothing in it is taken on trust: numbers, the rulebook and the kind are
// checked as they are in files; the rules are checked when it is applied.
func Decode(body []byte) (scoring.Decision, error) {
	var e entry
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&e); err != nil {
		return scoring.Decision{}, notJSON(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return scoring.Decision{}, unreadable("có gì đó đứng sau quyết định", "the entry is more than a decision")
	}
	if err := e.checkedIn(body); err != nil {
		return scoring.Decision{}, err
	}
	if e.Seq < 1 { // 0 would take whatever number comes next
		return scoring.Decision{}, unreadable("quyết định không có số", "the decision has no number")
	}
	at, err := time.Parse(time.RFC3339Nano, e.At)
	if err != nil {
		return scoring.Decision{},
			unreadable("quyết định %d: thời điểm %q không đúng RFC 3339",
				"decision %d: its time %q is not as RFC 3339 has it", e.Seq, clean.Show(e.At))
	}
	act, err := e.act()
	if err != nil {
		return scoring.Decision{}, unreadable("quyết định %d: %s", "decision %d: %s", e.Seq, err)
	}
	return scoring.Decision{Seq: e.Seq, At: at, By: e.By, Act: act}, nil
}

func (e *entry) act() (scoring.Act, error) {
	switch e.Kind {
	case scoring.KindNew:
		return e.begin()
	case scoring.KindScore, scoring.KindAppraise:
		p, err := percent(e.Percent)
		if e.Kind == scoring.KindAppraise {
			return scoring.Appraise{Unit: e.Unit, Criterion: e.Criterion, Percent: p, Assessor: e.Assessor}, err
		}
		return scoring.Score{Unit: e.Unit, Criterion: e.Criterion, Percent: p, Reason: e.Reason}, err
	case scoring.KindBonus, scoring.KindPenalty:
		p, err := points(e.Points)
		if e.Kind == scoring.KindPenalty {
			return scoring.Penalty{Unit: e.Unit, Target: e.Target, Points: p, Reason: e.Reason}, err
		}
		return scoring.Bonus{Unit: e.Unit, Target: e.Target, Points: p, Reason: e.Reason}, err
	case scoring.KindSanction:
		return scoring.Sanctioned{Unit: e.Unit, Sanction: scoring.Sanction(e.Sanction), Reason: e.Reason}, nil
	case scoring.KindOrder:
		return scoring.Order{Units: e.Units}, nil
	case scoring.KindAccept:
		return scoring.Accept{Unit: e.Unit}, nil
	case scoring.KindAttend:
		return scoring.Attend{Unit: e.Unit, Present: e.Present != nil && *e.Present, Person: e.Person}, nil
	case scoring.KindNote:
		return scoring.Note{Unit: e.Unit, Target: e.Target, Text: e.Text}, nil
	case scoring.KindConfirm:
		return scoring.Confirm{Unit: e.Unit}, nil
	case scoring.KindInvite:
		return scoring.Invite{Person: e.Person, Role: e.Role, Unit: e.Unit, Key: e.Key}, nil
	case scoring.KindRevoke:
		return scoring.Revoke{Person: e.Person}, nil
	case scoring.KindVote:
		return e.vote()
	case scoring.KindBallot:
		return e.ballot()
	case scoring.KindLots:
		return scoring.Lots{Office: e.Office, Winner: e.Winner, Reason: e.Reason, Seed: e.Seed}, nil
	case scoring.KindUndo:
		return scoring.Undo{Seq: e.Undoes}, nil
	case scoring.KindClose:
		return scoring.Close{Reason: e.Reason}, nil
	case scoring.KindReopen:
		return scoring.Reopen{Reason: e.Reason}, nil
	}
	return nil,
		unreadable("chương trình này không biết loại quyết định %q; dùng bản mới hơn",
			"its kind %q is not known to this program; use a newer one", string(e.Kind))
}

func percent(n *json.Number) (scoring.Percent, error) {
	if n == nil {
		return 0, unreadable("thiếu phần trăm", "its percent is missing")
	}
	return scoring.ParsePercent(n.String())
}

func points(n *json.Number) (scoring.Points, error) {
	if n == nil {
		return 0, unreadable("thiếu số điểm", "its points are missing")
	}
	return scoring.ParsePoints(n.String())
}

// begin reads the first decision.
func (e *entry) begin() (scoring.Act, error) {
	if e.Rulebook == nil {
		return nil, unreadable("thiếu bộ tiêu chí", "its rulebook is missing")
	}
	b, err := rulebook.Read(e.Rulebook.ID, []byte(e.Rulebook.Text))
	if err != nil {
		return nil, unreadable("bộ tiêu chí: %s", "its rulebook: %s", err)
	}
	a := scoring.New{Rulebook: b.Rulebook, Text: e.Rulebook.Text, Cluster: e.Cluster, Year: e.Year}
	for _, o := range e.History {
		a.History = append(a.History, scoring.Officers(o))
	}
	for _, sh := range e.Sheets {
		decoded, err := sh.decode()
		if err != nil {
			return nil, unreadable("bản tự chấm của %s: %s", "the sheet of %s: %s", sh.Unit, err)
		}
		a.Sheets = append(a.Sheets, decoded)
	}
	return a, nil
}

func (sh sheet) decode() (*scoring.Sheet, error) {
	out := &scoring.Sheet{Unit: sh.Unit, Late: sh.Late, Percent: map[string]scoring.Percent{}, Evidence: sh.Evidence,
		NotApplicable: sh.NotApplicable}
	var err error
	if sh.Submitted != "" {
		if out.Submitted, err = time.Parse(time.DateOnly, sh.Submitted); err != nil {
			return nil, err
		}
	}
	for code, n := range sh.Percent {
		if out.Percent[code], err = percent(&n); err != nil {
			return nil, unreadable("%s: %s", "%s: %s", code, err)
		}
	}
	for _, q := range sh.Requests {
		p, err := points(&q.Points)
		if err != nil {
			return nil, err
		}
		out.Requests = append(out.Requests, scoring.Request{Target: q.Target, Points: p, Reason: q.Reason})
	}
	return out, nil
}
