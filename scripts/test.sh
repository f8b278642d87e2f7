#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test in the release build, those with matrix products with LIBXSMM and
# without; the numeric ones in double precision (gradient checks); and all but the longest in the build with
# AddressSanitizer and UndefinedBehaviorSanitizer. Tests run as in a bare container, where no locale and no terminal is set: of the
# environment they see what it takes to run, where data is, and the seed of tests that draw one. Ends with the tests that
# were skipped, and why; build/skipped.txt has the same lines.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/deps.sh
bare=(env -i)
for name in HOME PATH LD_LIBRARY_PATH TMPDIR NORMLAB_DATA NORMLAB_TEST_SEED; do
    [ -z "${!name+set}" ] || bare+=("$name=${!name}")
done
presets=(release double asan)
for preset in "${presets[@]}"; do
    ./scripts/build.sh "$preset"
    "${bare[@]}" ctest --preset "$preset" -j "$(nproc)"
done
./scripts/skipped.sh "${presets[@]}" >build/skipped.txt
echo "$(wc -l <build/skipped.txt) tests were skipped:"
cat build/skipped.txt
