#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test: the release build, the double-precision build
# (gradient checks) and the build with AddressSanitizer and UndefinedBehaviorSanitizer.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/deps.sh
for preset in release double asan; do
    ./scripts/build.sh "$preset"
    ctest --preset "$preset" -j "$(nproc)"
done
