//go:build !race

package record_test

// stride is how many bytes apart files are cut: at every byte.
const stride = 1
