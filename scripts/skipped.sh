#!/usr/bin/env bash
# Prints the tests that were skipped in the last run of some presets' tests, a line each: "  preset test_file: test (why)"; of a
# program that was skipped as a whole, "all" in place of the test.
set -euo pipefail
cd "$(dirname "$0")/.."
for preset in "$@"; do
    awk -v preset="$preset" '
        BEGIN { none = "no reason given" }
        / Testing: / { file = $3; why = none; listed = 0 }
        /^\[==========\] [0-9]+ test/ { listed = 1 } # what follows is the summary, which names them again
        /^skipped: / { why = substr($0, 10) }
        /^\[  SKIPPED \] / && !listed { printf "  %s %s: %s (%s)\n", preset, file, $4, why; why = none }
        /^<end of output>/ && !listed && why != none { printf "  %s %s: all (%s)\n", preset, file, why }
    ' "build/$preset/Testing/Temporary/LastTest.log"
done
