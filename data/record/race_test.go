//go:build race

package record_test

// stride is how many bytes apart files are cut: with the race detector every opening takes twenty times as long.
const stride = 17
