#!/usr/bin/env bash
# scripts/damaged.sh [N [FIRST]]: reads N [1002] damaged files of each kind (merged results, a trial's file, an input of
# apply), numbers FIRST [0] and up, and files that lack something, with the commands that read such files, in the
# release build. The same numbers damage in the same way. tests/damaged.md has the figures of past runs. Files with which a
# command failed are kept in build/release/damaged/KIND.
set -euo pipefail
cd "$(dirname "$0")/.."
files=${1:-1002}
first=${2:-0}
./scripts/build.sh release normlab test_damaged test_lacking
folder=$PWD/build/release/damaged
mkdir -p "$folder"
export TEST_SOURCE=$PWD/tests NORMLAB=$PWD/build/release/normlab
pids=()
for kind in merged trial input; do
    TEST_FOLDER=$folder/$kind build/release/tests/test_damaged $(((files + 2) / 3)) "$first" $kind >"$folder/$kind.txt" 2>&1 &
    pids+=($!)
done
TEST_FOLDER=$folder/lacking build/release/tests/test_lacking all >"$folder/lacking.txt" 2>&1 &
pids+=($!)
bad=0
for pid in "${pids[@]}"; do
    wait "$pid" || bad=1
done
if [ $bad = 1 ]; then
    cat "$folder"/*.txt
else
    grep -h ' files, ' "$folder"/*.txt
fi
exit $bad
