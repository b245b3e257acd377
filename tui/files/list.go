// Package files says in a few lines which files a meeting gives: what each of them is, whether it is ready, and what is
// in it so far.
package files

import (
	"strings"

	"thidua/data/meeting"
	"thidua/data/outputs"
	"thidua/data/view"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// State is what a file lacks: closing, or something that the papers say.
func State(o outputs.Output) (said lang.Text, ready bool) {
	lacks := lang.Sayf("thiếu %d mục", "%d lacking", len(o.Lacks))
	switch {
	case o.Draft && len(o.Lacks) > 0:
		return lang.Sayf("dự thảo · %s", "draft · %s", lacks), false
	case o.Draft:
		return lang.Text{VI: "dự thảo", EN: "draft"}, false
	case len(o.Lacks) > 0:
		return lacks, false
	}
	return lang.Text{VI: "sẵn sàng", EN: "ready"}, true
}

// The widths of the list: from wide on a paper takes one line, else where it is and what it holds stand on a second.
const (
	wide      = 90
	nameWidth = 20
	isWidth   = 30
	fullWidth = 26
)

// entry is a paper, or another file, with the names of the files it is handed in as.
type entry struct {
	outputs.Output
	names string
}

// Known is what is said of a snapshot, worked out once for it: a meeting may have thousands of units.
type Known struct {
	of      *meeting.Snapshot
	lang    lang.Lang
	entries []entry
	holds   []lang.Text
	ready   int
	checks  []Check
}

// look takes what is looked at now.
func (k *Known) look(env screen.Env) {
	if k.of == env.Snap && k.lang == env.Lang {
		return
	}
	*k = Known{of: env.Snap, lang: env.Lang, checks: checks(env)}
	k.entries, k.ready = entries(env)
	for _, o := range k.entries {
		k.holds = append(k.holds, holds(env, o.Name))
	}
}

// entries are the files, those of one paper together: «minutes.docx .pdf».
func entries(env screen.Env) (out []entry, ready int) {
	for _, o := range outputs.All(env.Snap, env.Lang, nil) {
		base, ending, _ := strings.Cut(o.Name, ".")
		if n := len(out); n > 0 && strings.HasPrefix(out[n-1].Name, base+".") {
			out[n-1].names += " ." + ending
			continue
		}
		out = append(out, entry{o, o.Name})
		if _, ok := State(o); ok {
			ready++
		}
	}
	return out, ready
}

// Draw lists the papers and other files, as many as there is room for, with the key that opens their page.
func (k *Known) Draw(env screen.Env, c *kit.Canvas) {
	k.look(env)
	st, all, ready := env.Styles, k.entries, k.ready
	head := kit.NewRow(c.W).Put(st.Title, env.Say("VĂN BẢN", "PAPERS")).
		Put(st.Text, env.Say(" · %d trên %d sẵn sàng", " · %d of %d ready", ready, len(all))).
		Put(st.Key, "  → "+screen.KeyPapers)
	c.Add(head.String())
	two := c.W < wide && c.Room() >= 2*len(all)
	for i, o := range all {
		said, ok := State(o.Output)
		sign, style := "! ", st.Warn
		if ok {
			sign, style = "✓ ", st.Good
		}
		row, state, holds := kit.NewRow(c.W).Put(style, sign), said.In(env.Lang), k.holds[i].In(env.Lang)
		if c.W >= wide {
			row.Left(st.Strong, o.Title.In(env.Lang), isWidth).Left(style, state, fullWidth)
			c.Add(row.Left(st.Text, o.names, nameWidth).Put(st.Text, holds).String())
			continue
		}
		row.Put(st.Strong, o.Title.In(env.Lang)).End(min(kit.Width(state), row.Space())).Put(style, state)
		c.Add(row.String())
		if two {
			c.Add(kit.NewRow(c.W).Gap(2).Put(st.Text, o.names+" · "+holds).String())
		}
	}
}

// holds is what is in a file so far, in figures.
func holds(env screen.Env, name string) lang.Text {
	snap := env.Snap
	switch name {
	case "meeting.json":
		return lang.Count(snap.Seq(), "quyết định", "decision", "decisions")
	case "counting.docx":
		return lang.Count(len(view.Counts(&snap.State)), "lần kiểm phiếu", "count", "counts")
	case "proposal.docx":
		n := 0
		for _, x := range snap.Standings(scoring.Agreed).All() {
			if _, ok := snap.Rulebook().Award(x.Award); ok {
				n++
			}
		}
		return lang.Sayf("đề nghị %s", "proposes %s", lang.Count(n, "đơn vị", "unit", "units"))
	case "ballot.pdf":
		return lang.Count(len(snap.Rulebook().Election.Offices), "chức danh", "office", "offices")
	case "results.xlsx", "report.html", "report.docx":
		return lang.Sayf("%s, %s", "%s, %s",
			lang.Count(len(snap.Units()), "đơn vị", "unit", "units"),
			lang.Count(changed(snap.Units()), "thay đổi", "change", "changes"))
	}
	said := 0
	for _, x := range snap.Sittings() {
		said += len(snap.Statements(x))
	}
	return lang.Sayf("%s, %s", "%s, %s", lang.Count(changed(snap.Units()), "thay đổi", "change", "changes"),
		lang.Count(said, "ý kiến", "line", "lines"))
}

// changed is how many decisions that count changed what units had given themselves.
func changed(units []*scoring.Unit) (n int) {
	for _, u := range units {
		n += u.Changes()
	}
	return n
}
