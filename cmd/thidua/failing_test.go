package main

import (
	"context"
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"
)

// failing is an interface that fails at the key of its name: in one of the places where a program can.
type failing struct{ place string }

func (f failing) Init() tea.Cmd { return nil }

func (f failing) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return f, nil
	}
	switch f.place = key.String(); f.place {
	case "u":
		panic("the update fails")
	case "c":
		return f, func() tea.Msg { panic("the command fails") }
	case "b":
		return f, tea.Batch(func() tea.Msg { panic("the batch fails") }, func() tea.Msg { return nil })
	}
	return f, nil
}

func (f failing) View() tea.View {
	if f.place == "v" {
		panic("the view fails")
	}
	v := tea.NewView("press a key")
	v.AltScreen, v.WindowTitle = true, "failing"
	return v
}

// fail is a program that shows it.
func fail() {
	a := &app{given: stdio{in: os.Stdin, out: os.Stdout, err: os.Stderr}}
	err := a.interact(context.Background(), false, func(context.Context) (tea.Model, func()) {
		return failing{}, func() {}
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitFail)
	}
}
