//go:build race

package main

// raced is whether the race detector looks at this process.
const raced = true
