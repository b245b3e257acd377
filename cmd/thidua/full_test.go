//go:build !linux

package main

// moreCommands are those of this system alone.
func moreCommands() map[string]func() { return nil }
