package paint

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
)

// Model is a program whose views a screen draws instead of the library's renderer, which has to be switched off
// (tea.WithoutRenderer). A program that fails leaves the terminal first, so that what is said of it can be read.
//
// What a program sends to its terminal by itself, such as to its clipboard, it sends with tea.Raw: the library's own
// commands for that are the renderer's.
func (s *Screen) Model(m tea.Model) tea.Model { return &drawn{m, s} }

type drawn struct {
	tea.Model
	screen *Screen
}

// Init begins the program.
func (d *drawn) Init() tea.Cmd {
	defer d.failing()
	return d.command(d.Model.Init())
}

// Update takes what concerns the terminal, and hands everything on.
func (d *drawn) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	defer d.failing()
	switch m := msg.(type) {
	case tea.WindowSizeMsg:
		d.screen.Resize(m.Width, m.Height)
		m.Width, m.Height = d.screen.Size()
		msg = m
	case tea.ModeReportMsg:
		d.screen.answered(m)
	case tea.RawMsg:
		d.screen.Send(Raw(m))
	}
	model, cmd := d.Model.Update(msg)
	d.Model = model
	return d, d.command(cmd)
}

// View shows the screen the newest view. The library has nothing to draw.
func (d *drawn) View() tea.View {
	defer d.failing()
	d.screen.Show(d.Model.View())
	return tea.View{}
}

// failing leaves the terminal before a failure goes on.
func (d *drawn) failing() {
	if r := recover(); r != nil {
		d.screen.fault.CompareAndSwap(nil, new(fmt.Sprint(r)))
		d.screen.Leave()
		panic(r)
	}
}

// Fault is what the program failed of, empty where it has not. The library says it too, but where a command fails
// perhaps only when the process has ended.
func (s *Screen) Fault() string {
	if fault := s.fault.Load(); fault != nil {
		return *fault
	}
	return ""
}

// command is a command that leaves the terminal where it fails. Those of a batch are run one by one elsewhere.
func (d *drawn) command(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		defer d.failing()
		msg := cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = d.command(batch[i])
			}
		}
		return msg
	}
}
