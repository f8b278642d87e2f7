#!/usr/bin/env bash
# Prints the tests that were skipped in the last run of some presets' tests, a line each: "  preset test_file: test (why)".
set -euo pipefail
cd "$(dirname "$0")/.."
for preset in "$@"; do
    awk -v preset="$preset" '
        / Testing: / { file = $3; why = "no reason given"; listed = 0 }
        /^\[==========\] [0-9]+ test/ { listed = 1 } # what follows is the summary, which names them again
        /^skipped: / { why = substr($0, 10) }
        /^\[  SKIPPED \] / && !listed { printf "  %s %s: %s (%s)\n", preset, file, $4, why; why = "no reason given" }
    ' "build/$preset/Testing/Temporary/LastTest.log"
done
