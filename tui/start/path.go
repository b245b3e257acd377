package start

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"thidua/data/clean"
	"thidua/data/names"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// path asks for a file or a folder. Below what is typed stand the entries of the folder that fit: Tab completes, ↓ goes
// into the list.
type path struct {
	head, help lang.Text
	prompt     *kit.Prompt
	folder     bool     // a folder is asked for
	ends       []string // of files that are meant; none: all
	fresh      bool     // the name is of something new: what is there is only for finding the way
	take       func(env screen.Env, typed string) effect

	read    string // the folder whose entries are known
	soon    bool   // the name is to be completed as soon as they are
	entries []entry
	failed  lang.Text // why there are none
	list    kit.List[string]
	inList  bool // the cursor is in the list
}

// entry is a file or folder.
type entry struct {
	name   string
	folder bool
}

const (
	doComplete kit.Action = "start-complete"
	doInto     kit.Action = "start-into"
)

// newPath asks for a path and offers one.
func newPath(head, help, label lang.Text, offered string, take func(screen.Env, string) effect) *path {
	p := &path{head: head, help: help, take: take,
		prompt: kit.NewPrompt(label, lang.Text{VI: "gõ đường dẫn", EN: "type a path"}, longest)}
	p.prompt.Set(offered)
	return p
}

// opened puts the page in front and reads the folder that is offered.
func (p *path) opened() effect {
	e := p.look()
	e.open = p
	return e
}

func (p *path) title() lang.Text { return p.head }
func (p *path) about() lang.Text { return p.help }

func (p *path) answer() lang.Text {
	return lang.Both(kit.Cut(filepath.Base(clean.Line(p.prompt.Value())), longestTitle))
}

func (p *path) keys() []kit.Binding {
	tab := kit.Binding{Action: doComplete, Keys: []string{"tab"}, Shown: "Tab", Weight: 80,
		Label: lang.Text{VI: "điền tiếp", EN: "complete"},
		Help:  lang.Text{VI: "điền tiếp tên theo các tệp có ở đó", EN: "complete the name by what is there"}}
	if len(p.fitting()) == 0 && p.known() {
		tab.Off = lang.Text{VI: "không có tên nào hợp", EN: "nothing there fits"}
	}
	if !p.inList {
		down := kit.Binding{Action: doInto, Keys: []string{"down"}, Shown: "↓", Weight: 75, Off: tab.Off,
			Label: lang.Text{VI: "chọn từ danh sách", EN: "choose below"},
			Help:  lang.Text{VI: "chọn từ danh sách bên dưới", EN: "choose from the list below"}}
		return []kit.Binding{going(), leaving(), tab, down}
	}
	enter := going()
	enter.Label = lang.Text{VI: "lấy", EN: "take"}
	enter.Help = lang.Text{VI: "vào thư mục, hoặc lấy tệp này", EN: "into the folder, or take the file"}
	return append([]kit.Binding{enter, leaving(), tab}, p.list.Keys(50)...)
}

func (p *path) do(env screen.Env, a kit.Action) effect {
	switch {
	case a == doBack && p.inList:
		p.inList = false
		return effect{}
	case a == doBack:
		return effect{back: true}
	case a == doComplete:
		return p.complete()
	case a == doInto:
		p.inList = len(p.fitting()) > 0
		return effect{}
	case p.inList && a == kit.ListUp && p.list.Index() == 0:
		p.inList = false
		return effect{}
	case p.list.Do(a):
		return effect{}
	case a != doTake:
		return effect{}
	case p.inList:
		return p.enter(env)
	}
	if missing := p.prompt.Missing(); !missing.IsZero() {
		return alarm(missing)
	}
	if _, name := split(p.prompt.Value()); name == "" && !p.folder && p.list.Len() > 0 {
		p.inList = true // a folder is no file: one of its own is meant
		return effect{}
	}
	return p.take(env, Expand(clean.Line(p.prompt.Value())))
}

// enter takes what the cursor is on: a folder is gone into, a file is taken.
func (p *path) enter(env screen.Env) effect {
	name, ok := p.list.Here()
	if !ok {
		return effect{}
	}
	dir, _ := split(p.prompt.Value())
	p.prompt.Set(dir + name)
	if strings.HasSuffix(name, slash) {
		p.show()
		return p.look()
	}
	p.inList = false
	return p.take(env, Expand(p.prompt.Value()))
}

func (p *path) key(msg tea.KeyPressMsg) effect {
	p.inList = false
	p.prompt.Key(msg)
	p.show()
	return p.look()
}

// insert takes a pasted path: a file that is dragged onto the window comes so, often in quotes.
func (p *path) insert(pasted string) effect {
	if bare := unquote(pasted); filepath.IsAbs(bare) {
		p.prompt.Set(bare)
	} else {
		p.prompt.Insert(pasted)
	}
	p.show()
	return p.look()
}

// unquote takes the quotes off that terminals put around a path that is dragged onto them.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	for _, quote := range []string{"'", `"`} {
		if len(s) > 1 && strings.HasPrefix(s, quote) && strings.HasSuffix(s, quote) {
			return s[1 : len(s)-1]
		}
	}
	return s
}

const slash = string(os.PathSeparator)

// split is a typed path as its folder and the beginning of a name.
func split(typed string) (dir, name string) {
	i := strings.LastIndexFunc(typed, func(r rune) bool { return r == '/' || r < 0x80 && os.IsPathSeparator(byte(r)) })
	return typed[:i+1], typed[i+1:]
}

// Expand is a typed path with ~ put into words.
func Expand(typed string) string {
	if rest, ok := strings.CutPrefix(typed, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == os.PathSeparator) {
		if home, err := os.UserHomeDir(); err == nil {
			return home + rest
		}
	}
	return typed
}

// known reports whether the entries of the folder that is typed are known.
func (p *path) known() bool {
	dir, _ := split(p.prompt.Value())
	return dir == p.read && (p.entries != nil || !p.failed.IsZero())
}

// short is a path as people write it: what is in the person's own folder begins with ~.
func short(path string) string {
	home, err := os.UserHomeDir()
	if rest, ok := strings.CutPrefix(path, home+slash); ok && err == nil && home != "" {
		return "~" + slash + rest
	}
	return path
}

// fitting are the entries that fit what is typed, with or without diacritics.
func (p *path) fitting() (out []string) {
	dir, name := split(p.prompt.Value())
	if dir != p.read {
		return nil
	}
	for _, e := range p.entries {
		switch {
		case !strings.HasPrefix(names.Bare(e.name), names.Bare(name)):
		case e.folder:
			out = append(out, e.name+slash)
		case !p.folder && p.meant(e.name):
			out = append(out, e.name)
		}
	}
	return out
}

func (p *path) meant(name string) bool {
	return len(p.ends) == 0 || slices.ContainsFunc(p.ends, func(end string) bool {
		return strings.HasSuffix(strings.ToLower(name), end)
	})
}

func (p *path) show() {
	p.list.Show(p.fitting())
	if p.list.Len() == 0 {
		p.inList = false
	}
}

// complete adds what all that fits begins with.
func (p *path) complete() effect {
	if p.soon = !p.known(); p.soon {
		return p.look()
	}
	all := p.fitting()
	if len(all) == 0 {
		return effect{}
	}
	common := []rune(all[0])
	for _, name := range all[1:] {
		n := 0
		for _, r := range name {
			if n == len(common) || common[n] != r {
				break
			}
			n++
		}
		common = common[:n]
	}
	if dir, name := split(p.prompt.Value()); len(common) >= len([]rune(name)) {
		p.prompt.Set(dir + string(common))
	}
	p.show()
	if len(all) > 1 && len(common) == 0 {
		p.inList = true
	}
	return p.look()
}

// look reads the folder that is typed, unless it is the one that is known.
func (p *path) look() effect {
	dir, _ := split(p.prompt.Value())
	if p.known() {
		return effect{}
	}
	return effect{load: func(context.Context) outcome {
		entries, err := list(dir)
		return outcome{then: func(screen.Env) effect {
			if now, _ := split(p.prompt.Value()); now != dir {
				return effect{} // typed on meanwhile
			}
			p.read, p.entries, p.failed = dir, entries, lang.Text{}
			if err != nil {
				p.failed = lang.Text{VI: "không có thư mục này, hoặc không đọc được",
					EN: "there is no such folder, or it cannot be read"}
			}
			p.show()
			if p.soon {
				return p.complete()
			}
			return effect{}
		}}
	}}
}

// list reads a folder: folders first, then files, by name. What begins with a dot is left out.
func list(dir string) ([]entry, error) {
	at := Expand(dir)
	if at == "" {
		at = "."
	}
	found, err := os.ReadDir(at)
	out := []entry{}
	for _, e := range found {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		isFolder := e.IsDir()
		if e.Type()&os.ModeSymlink != 0 {
			if info, err := os.Stat(filepath.Join(at, e.Name())); err == nil {
				isFolder = info.IsDir()
			}
		}
		out = append(out, entry{e.Name(), isFolder})
	}
	collate := names.NewCollator()
	slices.SortStableFunc(out, func(a, b entry) int {
		if a.folder != b.folder {
			if a.folder {
				return -1
			}
			return 1
		}
		return collate.Compare(a.name, b.name)
	})
	return out, err
}

func (p *path) draw(env screen.Env, body kit.Rect) screen.View {
	st := env.Styles
	c := kit.NewCanvas(body)
	c.Add(paragraph(st.Text, env.In(p.help), body.W)...)
	if c.H >= roomy {
		c.Blank()
	}
	at := p.prompt.Draw(c, st, env.Lang)
	c.Rule(st)
	dir, _ := split(p.prompt.Value())
	switch {
	case dir != p.read:
	case !p.failed.IsZero() && !p.fresh:
		c.Text(st.Warn, env.In(p.failed), 1)
	case p.list.Len() == 0 && !p.fresh:
		c.Text(st.Text, env.Say("Ở đó không có gì hợp.", "Nothing there fits."), 1)
	}
	p.list.Place(c.Rest(0), 1)
	c.Add(p.list.Draw(st, func(row *kit.Canvas, name string, here bool) {
		line, mark, style := kit.NewRow(row.W), "  ", st.Text
		if here && p.inList {
			line, mark = kit.NewMarked(row.W, st.Cursor), "› "
		}
		if strings.HasSuffix(name, slash) {
			style = st.Strong
		}
		row.Add(line.Put(st.Accent, mark).Put(style, clean.Line(name)).String())
	})...)
	v := whole(body, c.Lines)
	if !p.inList {
		v.Cursor = &at
	}
	return v
}

func (p *path) click(env screen.Env, x, y int) effect {
	if !p.list.Click(x, y) {
		return effect{}
	}
	if p.inList {
		return p.enter(env)
	}
	p.inList = true
	return effect{}
}

func (p *path) wheel(rows int) {
	p.inList = p.list.Len() > 0
	p.list.Move(rows)
}
