//go:build !linux

package main

// commands are what the test binary can be started as.
func commands() map[string]func() {
	return map[string]func(){"thidua": cheap, "thidua-raced": cheap, "thidua-fails": fail}
}
