#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test: the release build, the double-precision build
# (gradient checks), the build with AddressSanitizer and UndefinedBehaviorSanitizer, and the numeric tests
# of a build without LIBXSMM.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/deps.sh
for preset in release double asan blas; do
    ./scripts/build.sh "$preset"
    ctest --preset "$preset" -j "$(nproc)"
done
