package overlay

import (
	tea "charm.land/bubbletea/v2"

	"thidua/data/clean"
	"thidua/data/meeting"
	"thidua/data/outputs"
	"thidua/scoring"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	"thidua/tui/screen"
)

// Papers is the page of the files that a meeting gives: what is ready and what is missing, one of them as text, and
// writing them into a folder. It asks the root to make and to write, and hears from it what came of that.
type Papers struct {
	list    kit.List[string] // of the names of files
	chosen  map[string]bool  // those to be written; none: all
	offered string           // the folder that was typed last
	prompt  *kit.Prompt      // the folder is being typed; nil: it is not
	reading *reading         // the file that is read; nil: none
	writing *Written         // how far the writing is; nil: nothing is being written
	outcome lang.Sayer       // what came of it; nil: nothing was written yet
	failed  bool
}

// Written is how far files have been written.
type Written struct {
	Done, All int
	Name      string // the one that is being written; empty: they take their places
}

// Folder is where files are to be written, and which; none: all.
type Folder struct {
	Dir   string
	Names []string
}

// The keys that sentences name as well.
const (
	keyExport = "="
	keyFill   = "*"
)

// NewPapers shows the files, and offers a folder.
func NewPapers(env Env, offered string) *Papers {
	p := &Papers{offered: offered, chosen: map[string]bool{}}
	p.look(env)
	return p
}

// ID is PapersPage.
func (p *Papers) ID() ID { return PapersPage }

// look takes the files as they are now.
func (p *Papers) look(env Env) []outputs.Output {
	all := outputs.All(env.Live, env.Lang, nil)
	p.list.Show(outputs.Names(all))
	return all
}

// here is the file under the cursor.
func (p *Papers) here(env Env) (o outputs.Output) {
	all := p.look(env)
	if i := p.list.Index(); i < len(all) {
		o = all[i]
	}
	return o
}

// names are those of the files to be written, in their order.
func (p *Papers) names(all []outputs.Output) (out []string) {
	for _, o := range all {
		if len(p.chosen) == 0 || p.chosen[o.Name] {
			out = append(out, o.Name)
		}
	}
	return out
}

// Keys are those of the list, of the folder that is typed, or of the file that is read.
func (p *Papers) Keys(env Env) []kit.Binding {
	switch {
	case p.writing != nil:
		wait := closing()
		wait.Off = lang.Text{VI: "đang ghi các tệp, xin đợi", EN: "the files are being written, please wait"}
		return []kit.Binding{wait}
	case p.reading != nil:
		return p.reading.keys()
	case p.prompt != nil:
		back := closing()
		back.Label = lang.Text{VI: "bỏ", EN: "cancel"}
		return []kit.Binding{taking(lang.Text{VI: "xuất", EN: "export"},
			lang.Text{VI: "ghi các tệp vào thư mục này; tệp cùng tên được thay, lỗi thì giữ nguyên tất cả",
				EN: "write the files into this folder; those of the same name are replaced, all or none"}), back}
	}
	return p.listKeys(env)
}

func (p *Papers) listKeys(env Env) []kit.Binding {
	p.look(env)
	nothing := lang.Text{}
	if len(env.Live.Lacks()) == 0 {
		nothing = lang.Text{VI: "các văn bản không thiếu gì", EN: "the papers lack nothing"}
	}
	return append([]kit.Binding{
		{Action: doExport, Keys: kit.Named(keyExport), Shown: keyExport, Weight: 90,
			Label: lang.Text{VI: "xuất", EN: "export"},
			Help: lang.Text{VI: "ghi các tệp đã chọn, hay tất cả, vào một thư mục",
				EN: "write the chosen files, or all, into a folder"}},
		{Action: doTake, Keys: kit.Named(kit.KeyTake), Shown: kit.KeyTake, Weight: 88,
			Label: lang.Text{VI: "đọc trước", EN: "read it"},
			Help:  lang.Text{VI: "đọc nội dung tệp ở đây", EN: "read the file here, as text"}},
		{Action: doChoose, Keys: []string{"space"}, Shown: "Space", Weight: 86,
			Label: lang.Text{VI: "chọn", EN: "choose"},
			Help: lang.Text{VI: "chọn hay bỏ chọn tệp; không chọn tệp nào là xuất tất cả",
				EN: "choose the file, or not; where none is chosen all are written"}},
		{Action: doFill, Keys: kit.Named(keyFill), Shown: keyFill, Weight: 80, Off: nothing,
			Label: lang.Text{VI: "điền phần thiếu", EN: "fill in"},
			Help:  lang.Text{VI: "đến màn hình điền mục còn thiếu", EN: "go to where what is lacking is filled in"}},
		closing(screen.KeyPapers),
	}, p.list.Keys(50)...)
}

// Reading reports whether one of the files is being read.
func (p *Papers) Reading() bool { return p.reading != nil }

// Do carries out an action.
func (p *Papers) Do(env Env, a kit.Action) Effect {
	switch {
	case p.writing != nil:
		return Effect{}
	case p.reading != nil:
		if a == doClose {
			p.reading = nil
		} else {
			p.reading.pager.Do(a)
		}
		return Effect{}
	case p.prompt != nil:
		return p.takeFolder(env, a)
	case p.list.Do(a):
		return Effect{}
	}
	switch a {
	case doClose:
		return Effect{Close: true}
	case doTake:
		o := p.here(env)
		return Effect{Read: &o}
	case doChoose:
		name := p.here(env).Name
		if p.chosen[name] {
			delete(p.chosen, name)
		} else {
			p.chosen[name] = true
		}
	case doExport:
		p.askFolder()
	case doFill:
		return Effect{Close: true, Effect: screen.Effect{Go: screen.Fills(p.firstLack(env)),
			At: screen.Place{Unit: -1, Node: -1}}}
	}
	return Effect{}
}

// firstLack is what is lacking in the file under the cursor, else in any.
func (p *Papers) firstLack(env Env) scoring.Lack {
	if here := p.here(env).Lacks; len(here) > 0 {
		return here[0]
	}
	return env.Live.Lacks()[0]
}

func (p *Papers) askFolder() {
	const longest = 1000
	p.prompt = kit.NewPrompt(lang.Text{VI: "Thư mục", EN: "Folder"},
		lang.Text{VI: "gõ tên thư mục", EN: "type the name of a folder"}, longest)
	p.prompt.Set(p.offered)
	p.outcome = nil
}

func (p *Papers) takeFolder(env Env, a kit.Action) Effect {
	if a != doTake {
		p.prompt = nil
		return Effect{}
	}
	if missing := p.prompt.Missing(); !missing.IsZero() {
		return Effect{Effect: screen.Alarm(missing)}
	}
	p.offered = clean.Line(p.prompt.Value())
	p.prompt = nil
	names := p.names(p.look(env))
	p.writing = &Written{All: len(names)}
	return Effect{Export: &Folder{Dir: p.offered, Names: names}}
}

// Progress tells the page how far the writing is.
func (p *Papers) Progress(w Written) { p.writing = &w }

// Exported tells the page what came of the writing.
func (p *Papers) Exported(dir string, w outputs.Written, err error) {
	p.writing, p.outcome, p.failed = nil, w.Said(dir), err != nil
	if err != nil {
		p.outcome = lang.Sayf("✗ CHƯA XUẤT: %s", "✗ NOT EXPORTED: %s", meeting.Say(err))
	}
}

// Show opens a file as text. width breaks it into lines.
func (p *Papers) Show(o outputs.Output, width func(int) []string) {
	p.reading = &reading{file: o, lines: width}
}

// Type takes what is typed of a folder.
func (p *Papers) Type(_ Env, msg tea.KeyPressMsg) {
	if p.prompt != nil {
		p.prompt.Key(msg)
	}
}

// Paste takes pasted text.
func (p *Papers) Paste(_ Env, text string) {
	if p.prompt != nil {
		p.prompt.Insert(text)
	}
}

// Scroll moves the cursor, or through the file that is read.
func (p *Papers) Scroll(env Env, rows int) {
	if p.reading != nil {
		p.reading.pager.Move(rows)
		return
	}
	p.look(env)
	p.list.Move(rows)
}
