#!/usr/bin/env bash
# The random-kill campaign, for longer than in the test suite (tests/kills/test_kills.c): two to four runs share a folder
# and are killed again and again. tests/kills/RECORD.md has the figures of earlier campaigns.
#
# usage: scripts/kills.sh [N] [SEED]     N kills [1000]; the seed of their moments [the time]
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/build.sh release normlab test_kills
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export NORMLAB=$PWD/build/release/normlab TEST_FOLDER=$folder TEST_SOURCE=$PWD/tests OPENBLAS_NUM_THREADS=1
build/release/tests/test_kills "${1:-1000}" ${2:+"$2"}
