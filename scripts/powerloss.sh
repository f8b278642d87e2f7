#!/usr/bin/env bash
# Losses of power, for longer than in the test suite (tests/powerloss/test_powerloss.c): N random losses after each thing
# that a command does to files, and 3 N sweeps that go on after a loss. tests/powerloss/RECORD.md has the figures of earlier runs.
#
# usage: scripts/powerloss.sh [N] [SEED]     [N 100; the seed: the time]
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/build.sh release normlab test_powerloss
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export NORMLAB=$PWD/build/release/normlab RECORD=$PWD/build/release/tests/librecord.so TEST_FOLDER=$folder
export TEST_SOURCE=$PWD/tests OPENBLAS_NUM_THREADS=1
build/release/tests/test_powerloss "${1:-100}" ${2:+"$2"}
