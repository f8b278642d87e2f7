#!/usr/bin/env bash
# scripts/settle_simulation.sh [N]: simulates N [10000] claims, and twice as many with true effects of any size, that five
# exploratory seeds leave open and fresh seeds decide, as `normlab settle` would; prints how many are decided, and how many
# wrongly. docs/tuning.md has the figures.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/build.sh release test_settle
exec build/release/tests/test_settle "${1:-10000}"
