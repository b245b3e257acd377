package main

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"thidua/data/meeting"
	"thidua/data/overview"
	"thidua/data/report"
	"thidua/data/store"
	"thidua/scoring/lang"
	"thidua/tui/kit"
	startpage "thidua/tui/start"
)

// boardOptions are the flags of `board`.
type boardOptions struct {
	screenOptions
	format string
}

func (a *app) boardCommand() *cobra.Command {
	var o boardOptions
	cmd := &cobra.Command{
		Use: "board STORE",
		Short: a.text("Bảng toàn quốc: mọi cuộc họp của một cơ sở dữ liệu hay thư mục cạnh nhau, tự cập nhật",
			"The national board: all meetings of a database or a folder side by side, live"),
		Long: a.text(`Bảng toàn quốc: mọi cuộc họp của một cơ sở dữ liệu hay thư mục cạnh nhau, tự cập nhật.

STORE là thư mục chứa các tệp .thidua, hoặc postgres://MÁY/CSDL không kèm meeting. Gõ chữ để tìm, Enter để vào xem
một cuộc họp (không ghi gì), rời ra thì về bảng. Khi đầu ra không phải cửa sổ, hoặc có --format, viết một lần ra chữ.`,
			`The national board: all meetings of a database or a folder side by side, live.

STORE is a folder of .thidua files, or postgres://HOST/DB without a meeting. Type to search, Enter looks on at a
meeting (nothing is recorded), leaving it comes back. Where the output is no terminal, or with --format, it is
written once as text.`),
		Args: a.args(1, 1, "STORE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.checkFormat(o.format); err != nil {
				return err
			}
			if cmd.Flags().Changed("format") || !a.drawsBoard(o.plain) {
				return a.listBoard(cmd.Context(), args[0], o.format)
			}
			return a.showBoard(cmd.Context(), args[0], o)
		},
	}
	o.themeFlag(a, cmd)
	a.plainFlag(cmd, &o.plain)
	a.formatFlag(cmd, &o.format)
	return cmd
}

// drawsBoard reports whether there is a terminal for the board.
func (a *app) drawsBoard(plainly bool) bool {
	in, ok := a.given.in.(*os.File)
	return ok && term.IsTerminal(in.Fd()) && (plainly || a.drawsHere())
}

// listBoard writes all meetings once.
func (a *app) listBoard(ctx context.Context, name, format string) error {
	all, err := overview.Once(ctx, name)
	if err != nil {
		return err
	}
	t := overview.Table(all, a.lang)
	err = a.write(format, t, func(w io.Writer) error { return report.RowsJSON(w, "meetings", t) })
	unread := 0
	for _, m := range all {
		if m.Err != nil {
			unread++
		}
	}
	if err == nil && unread > 0 {
		err = lang.Errorf("%s không đọc được", "%s could not be read",
			lang.Count(unread, "cuộc họp", "meeting", "meetings"))
	}
	return err
}

// showBoard shows the board until somebody leaves it; from a meeting one comes back to where one was.
func (a *app) showBoard(ctx context.Context, name string, o boardOptions) error {
	if err := errors.Join(o.check(a), a.point.pass(ctx)); err != nil {
		return err
	}
	w, err := overview.Open(ctx, name)
	if err != nil {
		return err
	}
	defer w.Close()
	opts := startpage.Options{NoColor: a.noColor, Signs: kit.SignsFor(os.Getenv),
		Board: &startpage.Watched{From: w, Store: store.Shown(store.Absolute(name))}}
	for {
		choice, chosen, left, err := a.choose(ctx, o.plain, opts, o.screenOptions)
		if err != nil || choice.Task == startpage.Quit || ctx.Err() != nil {
			return errors.Join(err, letGo(choice))
		}
		opts.Said, opts.Failed = nil, false
		if left != nil {
			opts.Board = left
		}
		if err := a.carryOut(ctx, choice, chosen); err != nil { // also what the palette leads to
			opts.Said, opts.Failed = meeting.Say(err), true
		}
	}
}
