# The same few commands for people and for the gate. See README.md.
TAGS := -tags migrated_fynedo
export GOFLAGS := -buildvcs=false

.PHONY: run build test quick shots bench setup-run setup-test clean

run: setup-run build
	./bin/portfel --demo

build:
	go build $(TAGS) -o bin/portfel .

# Everything that the gate runs.
test: setup-test
	.ci/checks

# Tests that need no C compiler and no display: seconds after the first time.
quick:
	CGO_ENABLED=0 go test $(TAGS) $$(go list -e $(TAGS) ./... | grep -v -x -e portfel -e portfel/app/journey)

shots: build
	.ci/shots

bench:
	.ci/bench

setup-run:
	.ci/setup run

setup-test:
	.ci/setup test

clean:
	rm -rf bin
