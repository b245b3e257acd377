package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"thidua/data/access"
	"thidua/data/clean"
	"thidua/data/follow"
	"thidua/data/meeting"
	"thidua/scoring/lang"
	"thidua/tui"
	"thidua/tui/ssh"
	startpage "thidua/tui/start"
)

// serveOptions are the flags of the serve command.
type serveOptions struct {
	screenOptions
	listen   string
	headless bool
	log      string
	welcome  bool // how others come in is shown at once
}

func (a *app) serveCommand() *cobra.Command {
	var o serveOptions
	cmd := &cobra.Command{
		Use: "serve MEETING --listen HOST:PORT",
		Short: a.text("Mở cuộc họp và cho người được mời vào qua SSH",
			"Run a meeting, and let those who are invited in over SSH"),
		Args:              a.args(1, 1, "MEETING"),
		ValidArgsFunction: completeMeeting,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.serve(cmd.Context(), args[0], o) },
	}
	o.flags(a, cmd)
	cmd.Flags().StringVar(&o.listen, "listen", "",
		a.text("địa chỉ và cổng, như :2222 hoặc 192.168.1.10:2222",
			"address and port, such as :2222 or 192.168.1.10:2222"))
	cmd.Flags().BoolVar(&o.headless, "headless", false, a.text("không vẽ màn hình ở đây", "draw no screen here"))
	cmd.Flags().StringVar(&o.log, "log", "",
		a.text("ghi ai vào, ai ra, ai bị từ chối vào tệp này",
			"write who came, who went and who was refused to this file"))
	return cmd
}

// serve runs a meeting that others can join, until the host leaves or the process is told to end.
func (a *app) serve(ctx context.Context, path string, o serveOptions) error {
	host, port, err := a.checkServe(o)
	if err != nil {
		return err
	}
	log, closeLog, err := a.serveLog(o)
	if err != nil {
		return err
	}
	defer closeLog()
	address := net.JoinHostPort(host, port)
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("%s: %w",
			a.say("không mở được cổng %s; chọn cổng khác bằng --listen",
				"the port %s cannot be opened; choose another with --listen", address), err)
	}
	defer listener.Close()
	if err := a.point.pass(ctx); err != nil {
		return err
	}
	m, err := meeting.Open(ctx, path)
	if err != nil {
		return err
	}
	if o.welcome { // who records was asked there
		a.remember(m.Snapshot(), path, o.by)
	}
	o.by = cmp.Or(clean.Line(o.by), recordsIn(path), person())
	a.remember(m.Snapshot(), path, "")
	a.sayClock(m)
	err = a.host(ctx, m, path, listener, log, o)
	a.remember(m.Snapshot(), path, "")
	return a.closed(m, path, err)
}

// checkServe says what is wrong with the flags, before anything is opened.
func (a *app) checkServe(o serveOptions) (host, port string, err error) {
	if o.listen == "" {
		return "", "", a.usage("thiếu --listen, như --listen :2222", "--listen is missing, such as --listen :2222")
	}
	host, port, err = net.SplitHostPort(o.listen)
	if n, bad := strconv.ParseUint(port, 10, 16); err != nil || bad != nil || n > 65535 {
		return "", "",
			a.usage("--listen %q không phải là HOST:PORT, như :2222",
				"--listen %q is no HOST:PORT, such as :2222", o.listen)
	}
	if !o.headless {
		err = o.check(a)
	}
	return host, port, err
}

// host lets people in, and shows the host's own screen meanwhile.
func (a *app) host(ctx context.Context, m *meeting.Meeting, path string, listener net.Listener, log *slog.Logger,
	o serveOptions) error {
	list := access.Path(path)
	key, err := hostKey(list)
	if err != nil {
		return err
	}
	warning, err := missing(list, &m.Snapshot().State)
	if err != nil {
		return err
	}
	slog.SetDefault(log) // what libraries say must not be drawn over the screen
	room := meeting.NewRoom()
	defer m.Join(room)()
	wall, unhang := wallOf(m, path)
	defer unhang()
	server, err := ssh.New(ssh.Options{Meeting: m, Room: room, Wall: wall, Access: list, HostKey: key,
		By: a.options(o.screenOptions, false).By, Log: log})
	if err != nil {
		return err
	}
	join, err := ssh.Join(listener.Addr(), key, ssh.Placeholder(a.lang))
	if err != nil {
		return err
	}
	join.Warning = warning
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	ended := make(chan error, 1)
	go func() {
		defer stop() // the host's screen as well: or nobody would know why people who lost the connection stay out
		if err := server.Serve(listener); err != nil {
			ended <- fmt.Errorf("%s: %w",
				a.text("không ai vào được nữa; mọi điều đã ghi vẫn còn, hãy chạy lại serve",
					"nobody can come in any more; all that is recorded is safe, start serve again"), err)
		}
	}()
	took := follow.TakeOver(path, m.Snapshot())
	if o.headless {
		a.sayJoin(join, took)
		<-ctx.Done()
	} else {
		opts := a.options(o.screenOptions, false)
		opts.Room, opts.Join, opts.Copies, opts.Wall = room, join, copies(m, path), wall
		opts.Sheets, opts.Papers = lateSheet, startpage.PapersFolder(path)
		opts.Welcome, opts.Took = o.welcome, took
		opts.At, opts.Left = beginAt(path, m.Snapshot()), keepPlace(path, m)
		leave := room.Come(nil)
		err = a.screen(ctx, m, o.plain, opts)
		leave()
	}
	room.VoidOpen(m, a.options(o.screenOptions, false).By,
		a.text("máy chủ dừng khi đang lấy phiếu", "the host stopped while it was open"))
	select {
	case failed := <-ended:
		err = errors.Join(err, failed)
	default:
	}
	return errors.Join(err,
		server.Close(lang.Sayf("chủ tọa đã đóng phòng họp; mọi điều đã ghi vẫn còn",
			"the host has closed the room; all that is recorded is safe")))
}

// sayJoin says how to come in where no screen shows it, and what to know of a standby's copy that one goes on with.
func (a *app) sayJoin(join *tui.Join, took []lang.Text) {
	for _, line := range join.Lines {
		fmt.Fprintln(a.out, line)
	}
	fmt.Fprintln(a.out, a.say("khóa của máy chủ: %s", "key of the host: %s", join.Fingerprint))
	for _, said := range took {
		fmt.Fprintln(a.err, said.In(a.lang))
	}
	if !join.Warning.IsZero() {
		a.complain(join.Warning)
	}
}

// serveLog is where the server writes who came and went: the file that was asked for, or standard error where no screen
// is there.
func (a *app) serveLog(o serveOptions) (*slog.Logger, func(), error) {
	switch {
	case o.log != "":
		f, err := os.OpenFile(o.log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return nil, nil,
				fmt.Errorf("%s: %w",
					a.say("không ghi được tệp %s", "the file %s cannot be written", clean.Escape(o.log)), err)
		}
		return logTo(f), func() { _ = f.Close() }, nil
	case o.headless:
		return logTo(a.err), func() {}, nil
	}
	return slog.New(slog.DiscardHandler), func() {}, nil
}

func logTo(w io.Writer) *slog.Logger { return slog.New(slog.NewTextHandler(w, nil)) }
