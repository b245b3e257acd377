# Everything that is done with this project by hand or by a machine. Needs Go, git, and gcc for the race detector.

.DEFAULT_GOAL := help

PROGRAM     := thidua
PLATFORMS   := linux/amd64 linux/arm64 windows/amd64 darwin/amd64 darwin/arm64
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
RACE        ?= -race
FUZZTIME    ?= 20s
BENCHTIME   ?= 100ms

# Builds are the same whoever makes them: no cgo, no paths of this machine. The toolchain does not look at the checkout's
# history, for it fails where git refuses to, as in a checkout that belongs to somebody else; there --version says no commit.
export GOFLAGS := $(strip $(shell go env GOFLAGS) -buildvcs=false)
COMMIT         := $(shell git describe --always --dirty --abbrev=12 --exclude='*' 2>/dev/null)
BUILD          := CGO_ENABLED=0 go build -trimpath -ldflags '-s -w -X main.commit=$(COMMIT)'

.PHONY: help
help: ## show this list
	@while IFS= read -r line; do \
		case "$$line" in [a-z]*': '*'## '*) printf '  make %-11s %s\n' "$${line%%:*}" "$${line##*## }" ;; esac; \
	done < Makefile

.PHONY: demo
demo: build ## run the sample meeting; nothing is kept
	@bin/$(PROGRAM) demo

.PHONY: build
build: ## build bin/thidua
	$(BUILD) -o bin/ ./cmd/$(PROGRAM)

.PHONY: test
test: export CGO_ENABLED = $(if $(RACE),1,0)
# Under the race detector every program waits a second before it ends, for races still to come: there are fifty of them.
test: export GORACE ?= atexit_sleep_ms=20
test: gcc lacking ## run all tests under the race detector (without gcc: make test RACE=)
	go test $(RACE) ./...

# Tests that need another program say so when they are left out, which is not shown where all others pass.
.PHONY: lacking
lacking:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
		echo 'LEFT OUT: the tests on a database, for PostgreSQL is not installed (apt-get install postgresql)'
	@command -v soffice >/dev/null || echo 'LEFT OUT: papers in an office program, for soffice is not installed'

# The race detector is the one thing that needs a C compiler.
.PHONY: gcc
gcc:
	@test -z '$(RACE)' || command -v $$(go env CC) >/dev/null || { \
		echo 'the race detector needs gcc: install it (apt-get install gcc libc6-dev), or run: make test RACE=' >&2; exit 1; }

.PHONY: check
check: lint test ## all that must hold before a commit: lint and test

.PHONY: lint
lint: ## formatting, vet, staticcheck, tidy modules
	@echo 'gofmt -l'; files=$$(gofmt -l cmd tui data scoring sample) && test -z "$$files" || { \
		printf 'not formatted, run make fmt:\n%s\n' "$$files" >&2; exit 1; }
	go vet ./...
	GOOS=windows CGO_ENABLED=0 go vet ./...
	go run $(STATICCHECK) -checks all ./...
	go mod tidy -diff

.PHONY: layers
layers: ## the rules of the house alone: who imports whom, how long things are
	go test -run '^TestHouse' ./scoring

.PHONY: postgres
postgres: build ## start a PostgreSQL to try meetings on; it goes away with Ctrl+C
	@.ci/postgres

.PHONY: smoke
smoke: build ## a meeting from new to verify, with the program as built
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && set -e && export LC_MESSAGES=en NO_COLOR=1 && \
	bin/$(PROGRAM) new "$$dir/smoke.thidua" --rulebook 5350-2019 --cluster 2 --year 2019-2020 sample/cluster-2 && \
	bin/$(PROGRAM) apply "$$dir/smoke.thidua" sample/cluster-2-meeting.toml && \
	bin/$(PROGRAM) standings "$$dir/smoke.thidua" && \
	fingerprint=$$(bin/$(PROGRAM) verify "$$dir/smoke.thidua") && \
	bin/$(PROGRAM) verify "$$dir/smoke.thidua" --against "$$fingerprint" && \
	test "$$(ls -A "$$dir")" = smoke.thidua

.PHONY: windows
windows: build ## the Windows program, and its commands under Wine where that is installed
	GOOS=windows GOARCH=amd64 $(BUILD) -o bin/$(PROGRAM).exe ./cmd/$(PROGRAM)
	.ci/windows bin/$(PROGRAM).exe bin/$(PROGRAM)

.PHONY: fuzz
fuzz: ## fuzz every fuzz target for FUZZTIME each (20s)
	@list=$$(go test -list '^Fuzz' ./...) || { echo "$$list"; exit 1; }; names=; \
	echo "$$list" | while read -r word package rest; do \
		case "$$word" in \
		Fuzz*) names="$$names $$word" ;; \
		ok) for name in $$names; do \
				echo "== $$package $$name"; \
				go test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x "$$package" || exit 1; \
			done; names= ;; \
		esac; \
	done

.PHONY: stress
stress: ## the tests that take a while at full size: 500 connections that never sign in
	go test $(RACE) -run 'HalfOpen' ./tui/ssh -long

.PHONY: hosts
hosts: ## hosts on one database at full size: 1,000 racing decisions, every byte cut, thirty kills, a failover
	go test -v -count=1 -timeout 30m -run 'Cut|TestKilled' ./data/postgres -long
	go test -v -count=1 -timeout 30m -run 'TestHosts|TestFailover|TestCountedOnce|TestServerDies' ./data/meeting -long

.PHONY: torture
torture: ## kill, cut, flip, race and fail a meeting's files for minutes, print how often; then 20,000 random meetings
	go test -v -count=1 -timeout 30m -run '^TestTorture|^TestDisk|^TestApplyOnFullDisk' ./data/record ./cmd/thidua -long
	go test -v -count=1 -timeout 30m -run '^TestMeetingsTwice$$|^TestEverySmall' ./scoring -meetings 20000 -long

.PHONY: bench
bench: SHELL := bash
bench: ## run every benchmark, for BENCHTIME (100ms) or of 200 terminals 200 times; then a table beside others
	@out=$$(mktemp) && trap 'rm -f "$$out"' EXIT && set -e -o pipefail && \
	go test -run '^$$' -bench . -benchmem -benchtime $(BENCHTIME) -p 1 \
		$$(go list ./... | grep -v '/tui/ssh$$') | tee "$$out" && \
	go test -run '^$$' -bench . -benchtime 200x -timeout 30m ./tui/ssh | tee -a "$$out" && \
	.ci/bench <"$$out"

.PHONY: bench-postgres
bench-postgres: SHELL := bash
bench-postgres: ## the benchmarks on a database alone: hosts beside pgbench, screens of another host, an evening of 500
	@out=$$(mktemp) && trap 'rm -f "$$out"' EXIT && set -e -o pipefail && \
	go test -run '^$$' -bench 'Hosts' -benchtime 3000x ./data/meeting | tee "$$out" && \
	go test -run '^$$' -bench 'OtherHost|Evening' -benchtime 200x -timeout 30m ./tui/ssh | tee -a "$$out" && \
	.ci/bench <"$$out"

.PHONY: golden
golden: ## write the golden files anew; read the difference before you commit it
	@for package in $$(go list ./...); do \
		if out=$$(go test "$$package" -update 2>&1); then \
			case "$$out" in *'no test files'*) ;; *) echo "$$out" ;; esac; \
		else \
			case "$$out" in *'flag provided but not defined: -update'*) ;; *) echo "$$out"; exit 1 ;; esac; \
		fi; \
	done
	@git status --short -- '*testdata*'

.PHONY: dist
dist: ## static programs for Linux, Windows and macOS in dist/, with SHA256SUMS
	rm -rf dist
	@set -e; for platform in $(PLATFORMS); do \
		os=$${platform%/*} arch=$${platform#*/}; name=$(PROGRAM)-$$os-$$arch; \
		if [ $$os = windows ]; then name=$$name.exe; fi; \
		echo "dist/$$name"; GOOS=$$os GOARCH=$$arch $(BUILD) -o dist/$$name ./cmd/$(PROGRAM); \
	done
	@cd dist && sha256sum $(PROGRAM)-* > SHA256SUMS && cat SHA256SUMS

.PHONY: dist-check
dist-check: ## see that Windows and macOS still build
	GOOS=windows GOARCH=amd64 $(BUILD) -o /dev/null ./cmd/$(PROGRAM)
	GOOS=darwin GOARCH=arm64 $(BUILD) -o /dev/null ./cmd/$(PROGRAM)

.PHONY: fmt
fmt: ## format the code
	gofmt -w cmd tui data scoring sample

.PHONY: clean
clean: ## remove bin/ and dist/
	rm -rf bin dist
