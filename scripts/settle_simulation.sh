#!/usr/bin/env bash
# scripts/settle_simulation.sh [N [M]]: simulates N [10000] claims, and twice as many with true effects of any size, that five
# exploratory seeds leave open and fresh seeds answer, as `normlab settle` would; then M [60] claims about the largest usable
# rate, for which fresh seeds get values between those of the axis. Prints how many are answered, and how many for the wrong side.
# docs/tuning.md has the figures.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/build.sh release test_settle test_settle_axis
build/release/tests/test_settle "${1:-10000}"
build/release/tests/test_settle_axis "${2:-60}"
