#!/usr/bin/env bash
# Runs that share a folder, for longer than tests/test_shared_runs.c: again and again, two to six runs start at once, each
# on a machine of its own (a namespace of processes and of mounts) or all on one, and all but one are killed at random
# moments. In the end every trial must be done, with the bits of a run that was alone, and no lease may be left.
#
# usage: scripts/test_shared.sh [ROUNDS] [LEASE_SECONDS]     [20 rounds, leases of 3 seconds]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-20}
export NORMLAB_LEASE_SECONDS=${2:-3}
normlab=$PWD/build/release/normlab
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sweep=(run batch_size panel=mlp --preset smoke --no-plot -q -j2 --seeds 0-3)
isolate=(unshare --pid --mount --fork --kill-child --mount-proc)
"${isolate[@]}" true 2>/dev/null || isolate=()
[ ${#isolate[@]} -gt 0 ] || echo "test_shared: this user may not make namespaces: all runs are on one machine" >&2

# The bits of all trials, without times.
bits() {
    "$normlab" export batch_size --preset smoke --out "$1" --csv | grep -vE ',([a-z]*_ms|train_seconds),' |
        sort | sha256sum
}

"$normlab" "${sweep[@]}" --out "$folder/alone" >/dev/null 2>&1
want=$(bits "$folder/alone")
trials=$(find "$folder/alone/results/batch_size.generated" -name '*.h5' | wc -l)
for ((round = 1; round <= rounds; round++)); do
    out=$folder/round$round
    mkdir "$out"
    prefix=()
    [ $((round % 2)) -eq 0 ] || prefix=("${isolate[@]}")
    runs=$((2 + RANDOM % 5))
    pids=()
    for ((i = 0; i < runs; i++)); do
        setsid "${prefix[@]}" "$normlab" "${sweep[@]}" --out "$out" >"$out/out$i" 2>"$out/err$i" &
        pids+=($!)
    done
    for ((i = 1; i < runs; i++)); do
        sleep "0.$((RANDOM % 10))"
        kill -KILL -- "-${pids[i]}" 2>/dev/null || true
    done
    wait "${pids[0]}" || { echo "test_shared: round $round: the last run ended with $?" >&2; cat "$out/err0" >&2; exit 1; }
    done_trials=$(find "$out/results/batch_size.generated" -name '*.h5' | wc -l)
    left=$(find "$out" -name '*.lease*' | wc -l)
    got=$(bits "$out")
    if [ "$done_trials" != "$trials" ] || [ "$left" != 0 ] || [ "$got" != "$want" ]; then
        echo "test_shared: round $round: $done_trials of $trials trials, $left leases left, bits $got, should be $want" >&2
        exit 1
    fi
    rm -r "$out"
    echo "round $round: $runs runs, $((runs - 1)) killed${prefix:+, each on a machine of its own}"
done
