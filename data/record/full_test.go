//go:build !linux

package record_test

import "context"

func playFull(context.Context, string) error     { return nil }
func playLimited(context.Context, string) error  { return nil }
func playUnsynced(context.Context, string) error { return nil }
func playLocked(context.Context, string) error   { return nil }
func playRefused(context.Context, string) error  { return nil }
