package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"thidua/data/clean"
	"thidua/data/follow"
	"thidua/data/record"
	"thidua/data/store"
	"thidua/scoring/lang"
)

// followOptions are the flags of `follow`.
type followOptions struct {
	key     string // the file of a private key
	hostKey string // the fingerprint of the host's key, where nobody can be asked
}

func (a *app) followCommand() *cobra.Command {
	var o followOptions
	cmd := &cobra.Command{
		Use: "follow SOURCE FILE",
		Short: a.text("Máy dự phòng: giữ một bản sao luôn kịp với cuộc họp ở máy khác hay cơ sở dữ liệu",
			"Warm standby: keep a copy in step with a meeting on another machine, or in a database"),
		Long: a.text(`Máy dự phòng: giữ một bản sao luôn kịp với cuộc họp ở máy khác hay cơ sở dữ liệu.

SOURCE là ssh://TÊN@MÁY:CỔNG (TÊN được mời với --role standby) hoặc postgres://…?meeting=TÊN.
FILE là tệp cuộc họp bình thường; mỗi quyết định được kiểm tra và nằm trên đĩa của máy này rồi mới báo đã có.
Máy chủ không đợi máy dự phòng; hai bên đều nói còn thiếu bao nhiêu. Ctrl+C để dừng; khi máy chủ hỏng:
dừng rồi họp tiếp bằng thidua open FILE.`,
			`Warm standby: keep a copy in step with a meeting on another machine, or in a database.

SOURCE is ssh://NAME@HOST:PORT (NAME was invited with --role standby) or postgres://…?meeting=NAME.
FILE is an ordinary meeting file; each decision is checked and on this machine's disk before it is confirmed.
The host does not wait for the standby; both say how much is missing. Ctrl+C stops; when the host has died,
stop, and go on with thidua open FILE.`),
		Example: `  thidua invite cum2.thidua --role standby --name "Máy dự phòng"
  thidua follow ssh://may-du-phong@192.168.1.10:2222 du-phong.thidua`,
		Args: a.args(2, 2, "SOURCE FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.follow(cmd.Context(), args[0], args[1], o)
		},
	}
	cmd.Flags().StringVar(&o.key, "key", "",
		a.text("tệp khóa SSH bí mật của máy này; không có thì hỏi mã vào họp",
			"the file of this machine's private SSH key; without it the passcode is asked for"))
	cmd.Flags().StringVar(&o.hostKey, "host-key", "",
		a.text("khóa của máy chủ (SHA256:…, ở F12), để lần đầu không phải hỏi",
			"key of the host (SHA256:…, on F12), so that nobody is asked the first time"))
	return cmd
}

// follow keeps a copy in step until it is told to end.
func (a *app) follow(ctx context.Context, from, file string, o followOptions) error {
	source, err := a.followSource(from, file, o)
	if err != nil {
		return err
	}
	if err := a.point.pass(ctx); err != nil {
		return err
	}
	c, err := follow.OpenCopy(ctx, file)
	if err != nil {
		return err
	}
	told := &followTold{app: a, from: store.Shown(from), file: file}
	err = follow.Run(ctx, source, c, time.Now, told.tell)
	told.end(c)
	if errors.Is(err, record.ErrFull) {
		err = lang.Errorf("%v; bản sao dừng ở quyết định số %d, giải phóng ổ đĩa rồi chạy lại",
			"%[1]v; the copy ends at decision %[2]d, make room and start again", err, c.Seq())
	}
	return errors.Join(err, c.Close())
}

// followSource is what is followed.
func (a *app) followSource(from, file string, o followOptions) (follow.Source, error) {
	if !store.IsFile(file) {
		return nil, a.usage("FILE phải là tệp ở máy này", "FILE must be a file on this machine")
	}
	if !follow.IsSSH(from) {
		if store.IsFile(from) {
			return nil, a.usage("SOURCE phải bắt đầu bằng ssh:// hoặc postgres://; chép tệp thì dùng thidua copy",
				"SOURCE must begin with ssh:// or postgres://; to copy a file use thidua copy")
		}
		return follow.Database(from), nil
	}
	address, err := follow.ParseSSH(from)
	if err != nil {
		return nil, usageError{err}
	}
	known, err := follow.KnownHosts()
	if err != nil {
		return nil, err
	}
	s := &follow.SSH{Address: address, Known: known, Lang: a.lang}
	s.Vouch = func(host, fingerprint string) error { return a.vouch(host, fingerprint, o.hostKey) }
	if o.key != "" {
		s.Keys, err = a.followKey(o.key)
		return s, err
	}
	s.Passcode = a.followPasscode(address)
	return s, nil
}

// vouch asks whether a host that is not known is the right one.
func (a *app) vouch(host, fingerprint, expected string) error {
	if expected != "" {
		if expected == fingerprint {
			return nil
		}
		return lang.Errorf("máy %s có khóa %s, không phải %s",
			"the key of %s is %s, not %s", host, fingerprint, expected)
	}
	if !a.asksHere() {
		return lang.Errorf("chưa biết máy %s; so khóa %s với F12 ở máy chủ, rồi chạy lại với --host-key %[2]s",
			"the host %s is not known; compare the key %s with F12 on the host, then start again with --host-key %[2]s",
			host, fingerprint)
	}
	a.tell("Chưa biết máy %s. Khóa của máy đó (so với F12 ở máy chủ, từng ký tự):\n  %s",
		"The host %s is not known. Its key (compare it with F12 on the host, to the letter):\n  %s", host, fingerprint)
	answer, err := a.ask(a.text("Đúng khóa này? Gõ yes rồi Enter: ", "Is it this key? Type yes and Enter: "), false)
	if err != nil {
		return err
	}
	if answer != "yes" {
		return lang.Errorf("không nối: khóa chưa được xác nhận", "not connected: nobody has confirmed the key")
	}
	return nil
}

// asksHere reports whether somebody can be asked.
func (a *app) asksHere() bool {
	in, ok := a.given.in.(*os.File)
	return ok && term.IsTerminal(in.Fd())
}

// followTold says how a copy stands: a line for each change, and on a terminal the last line anew while only numbers
// change.
type followTold struct {
	app  *app
	from string
	file string

	mu    sync.Mutex
	begun bool
	was   follow.Status // the newest
	said  follow.Status // what was said of it last
	wait  *time.Timer   // until numbers that have changed are said; nil: none have
	open  bool          // the last line can be written anew
}

// everySoOften is how often numbers that change make a line.
const everySoOften = time.Second

func (t *followTold) tell(s follow.Status) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.note(s)
	t.was = s
	if !t.begun || !alike(t.said, s) {
		t.begun = true
		t.say()
		return
	}
	if s.State == follow.Following && t.wait == nil {
		t.wait = time.AfterFunc(everySoOften, func() {
			t.mu.Lock()
			defer t.mu.Unlock()
			if t.wait != nil && t.said != t.was {
				t.say()
			}
			t.wait = nil
		})
	}
}

// alike reports whether two statuses differ in numbers only.
func alike(a, b follow.Status) bool {
	return a.State == b.State && (a.Behind() == 0) == (b.Behind() == 0)
}

// say writes the newest.
func (t *followTold) say() {
	line := clean.Secrets(clean.Line(t.line(t.was).In(t.app.lang)))
	redraw := t.app.drawsHere()
	switch {
	case redraw && t.open && alike(t.said, t.was):
		fmt.Fprint(t.app.out, "\r\x1b[K"+line)
	case redraw:
		if t.open {
			fmt.Fprintln(t.app.out)
		}
		fmt.Fprint(t.app.out, line)
	default:
		fmt.Fprintln(t.app.out, line)
	}
	t.said, t.open = t.was, redraw
}

// drawsHere reports whether lines can be written anew.
func (a *app) drawsHere() bool {
	out, ok := a.given.out.(*os.File)
	return ok && term.IsTerminal(out.Fd())
}

// line says how a copy stands.
func (t *followTold) line(s follow.Status) lang.Text {
	clock := s.Since.Format("15:04:05")
	has := lang.Count(s.Has, "quyết định", "decision", "decisions")
	switch {
	case s.State == follow.Connecting:
		return lang.Sayf("đang nối với %s; %s có %s", "connecting to %s; %s has %s", t.from, clean.Escape(t.file), has)
	case s.State == follow.Away && s.Behind() > 0:
		return lang.Sayf("✗ MẤT NGUỒN từ %s: %s; bản này có %s, còn thiếu ít nhất %d; đang thử lại",
			"✗ THE SOURCE IS GONE since %s: %s; this copy has %s and lacks at least %d; trying again",
			clock, said(s.Why), has, s.Behind())
	case s.State == follow.Away:
		return lang.Sayf("✗ MẤT NGUỒN từ %s: %s; bản này có %s, đủ đến lúc đó; đang thử lại",
			"✗ THE SOURCE IS GONE since %s: %s; this copy has %s, all until then; trying again",
			clock, said(s.Why), has)
	case s.Behind() > 0:
		return lang.Sayf("… đang chép: %d/%d quyết định, chậm %d từ %s",
			"… copying: %d of %d decisions, %d behind since %s",
			s.Has, s.Newest, s.Behind(), clock)
	}
	return lang.Sayf("✓ đủ %s", "✓ in step: %s", has)
}

func said(err error) lang.Sayer {
	var s lang.Sayer
	if errors.As(err, &s) {
		return s
	}
	return lang.Both(err.Error())
}

// note keeps beside the copy how it stands.
func (t *followTold) note(s follow.Status) {
	if s.Has > 0 && (t.was.Has == 0 || !alike(t.was, s)) {
		t.noteOf(s).Save(t.file)
	}
}

func (t *followTold) noteOf(s follow.Status) follow.Note {
	return follow.Note{Source: t.from, Newest: max(s.Newest, s.Has), At: time.Now(), Lost: s.State == follow.Away}
}

// end says how the copy was left.
func (t *followTold) end(c *follow.Copy) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.wait = nil
	if t.open {
		fmt.Fprintln(t.app.out)
	}
	snap := c.Snapshot()
	if snap == nil {
		return
	}
	t.noteOf(t.was).Save(t.file)
	fmt.Fprintln(t.app.out, t.app.say("đã dừng: %s có %s, mã kiểm chứng %s", "stopped: %s has %s, fingerprint %s",
		clean.Escape(t.file), lang.Count(snap.Seq(), "quyết định", "decision", "decisions"), snap.Fingerprint()))
}
