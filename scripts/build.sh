#!/usr/bin/env bash
# Builds one preset (default release) into build/<preset>, quietly unless something is wrong.
#   scripts/build.sh release normlab    only this target, without the tests
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}
target=()
[ -z "${2:-}" ] || target=(--target "$2")
log=build/$preset.log
mkdir -p build
echo "build: $preset ..."
if ! { cmake --preset "$preset" && cmake --build --preset "$preset" -j "$(nproc)" "${target[@]}"; } >"$log" 2>&1; then
    cat "$log" >&2
    echo "build: preset $preset failed" >&2
    exit 1
fi
echo "build: $preset is up to date in build/$preset"
