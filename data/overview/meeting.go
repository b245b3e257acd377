package overview

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"thidua/data/decision"
	"thidua/data/meeting"
	"thidua/data/names"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
)

// Meeting is a meeting in a few words.
type Meeting struct {
	Path string // by which it is opened
	Name string // of the file without its ending, or in the database
	Read bool   // what follows is known
	Err  error  // why the newest could not be read; nil: it could

	Title    lang.Text // of the group, or the rulebook
	Year     string
	Seq      int // decisions
	Units    int
	Sheets   int // units with a sheet
	Accepted int // of them those whose sheet is agreed
	Present  int
	Closed   bool
	Leaders  []string // the units in first place; none: nobody has a score yet
	Figure   lang.Text
	Ties     int // open ties
	Pending  int // units whose award is undecided, or waits for a vote
	Last     lang.Text
	By       string
	At       time.Time
}

// Of says what there is to say of a meeting.
func Of(path, name string, s *meeting.Snapshot) Meeting {
	m := Meeting{Path: path, Name: name, Read: true, Title: s.Rulebook().Title, Year: s.Year(), Seq: s.Seq(),
		Units: len(s.Units()), Present: s.Present(), Closed: s.Closed(), At: s.Saved()}
	if group, ok := s.Group(); ok {
		m.Title = group.Name
	}
	for _, u := range s.Units() {
		if u.HasSheet() {
			m.Sheets++
		}
		if u.HasSheet() && u.Accepted() {
			m.Accepted++
		}
	}
	t := s.Standings(scoring.Agreed)
	for i := range t.Len() {
		x := t.At(i)
		if x.Rank == 1 {
			m.Leaders = append(m.Leaders, s.Units()[x.Unit].Name())
		}
		if x.Award == scoring.AwardUndecided || len(x.Waits) > 0 {
			m.Pending++
		}
	}
	if len(m.Leaders) > 0 {
		vi, en := view.PlacesOf(t, lang.VI), view.PlacesOf(t, lang.EN)
		m.Figure = lang.Text{VI: vi.Measured(0), EN: en.Measured(0)}
	}
	m.Ties = len(t.OpenTies())
	if last := s.Last(); last != nil {
		m.Last, m.By = decision.Sentence(&s.State, last), last.By
	}
	return m.alone()
}

// alone is the summary with texts of its own: a name that is a piece of the record would keep all of that in memory.
func (m Meeting) alone() Meeting {
	own := func(t lang.Text) lang.Text { return lang.Text{VI: strings.Clone(t.VI), EN: strings.Clone(t.EN)} }
	m.Title, m.Figure, m.Last = own(m.Title), own(m.Figure), own(m.Last)
	m.Year, m.By = strings.Clone(m.Year), strings.Clone(m.By)
	m.Leaders = slices.Clone(m.Leaders)
	for i := range m.Leaders {
		m.Leaders[i] = strings.Clone(m.Leaders[i])
	}
	return m
}

// Progress is how much of the meeting is agreed, in hundredths.
func (m Meeting) Progress() int {
	if m.Sheets == 0 {
		return 0
	}
	return 100 * m.Accepted / m.Sheets
}

// Called is what the meeting is called: its group and its year; before it was read, its name.
func (m Meeting) Called(l lang.Lang) string {
	if !m.Read {
		return m.Name
	}
	if m.Year == "" {
		return m.Title.In(l)
	}
	return m.Title.In(l) + " · " + strings.ReplaceAll(m.Year, "-", "–")
}

// State is how it stands, in a word.
func (m Meeting) State() lang.Text {
	switch {
	case m.Err != nil:
		return lang.Text{VI: "✗ không đọc được", EN: "✗ cannot be read"}
	case !m.Read:
		return lang.Text{VI: "… đang đọc", EN: "… being read"}
	case m.Closed:
		return lang.Text{VI: "✓ đã chốt", EN: "✓ closed"}
	case m.Accepted == 0 && m.Present == 0:
		return lang.Text{VI: "chưa họp", EN: "not begun"}
	}
	return lang.Text{VI: "đang họp", EN: "running"}
}

// Open says what is left to be settled; zero where nothing is.
func (m Meeting) Open() lang.Text {
	ties := lang.Count(m.Ties, "bằng điểm chưa xếp", "open tie", "open ties")
	pending := lang.Count(m.Pending, "khen thưởng chưa quyết", "pending award", "pending awards")
	switch {
	case m.Ties > 0 && m.Pending > 0:
		return lang.Sayf("%s · %s", "%s · %s", ties, pending)
	case m.Ties > 0:
		return ties
	case m.Pending > 0:
		return pending
	}
	return lang.Text{}
}

// Short is Open in the fewest words.
func (m Meeting) Short() lang.Text {
	ties := lang.Sayf("%d bằng điểm", "%d level", m.Ties)
	pending := lang.Sayf("%d chưa quyết", "%d pending", m.Pending)
	switch {
	case m.Ties > 0 && m.Pending > 0:
		return lang.Sayf("%s, %s", "%s, %s", ties, pending)
	case m.Ties > 0:
		return ties
	case m.Pending > 0:
		return pending
	}
	return lang.Text{}
}

// Fits reports whether a meeting is what somebody searches for: each word of the search stands in what it is called,
// its file, or its leader, with or without diacritics. A number is the beginning of one there: «2» is not that of a
// year, which takes four digits.
func (m Meeting) Fits(search string) bool {
	in := names.Bare(strings.Join(append([]string{m.Title.VI, m.Title.EN, m.Name}, m.Leaders...), " "))
	parts := strings.FieldsFunc(in, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, word := range strings.Fields(names.Bare(search)) {
		const year = 4
		fits := strings.Contains(in, word)
		if strings.Trim(word, "0123456789") == "" {
			fits = slices.ContainsFunc(parts, func(part string) bool { return strings.HasPrefix(part, word) })
		}
		if !fits && (len(word) < year || !strings.Contains(m.Year, word)) {
			return false
		}
	}
	return true
}
