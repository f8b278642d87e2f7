#!/usr/bin/env bash
# Fuzzes the readers and writers of text and files (tests/fuzz/) with libFuzzer and the sanitizers, which need clang.
#   scripts/fuzz.sh [MINUTES] [TARGET...]    10 minutes and all targets unless told otherwise
# The minutes are shared by the targets; as many run at a time as there are cores, or FUZZ_JOBS. What they learn is kept in
# build/fuzz/corpus/TARGET, so that the next call goes on from there. An input that fails is in build/fuzz/failed/TARGET: mend the
# fault, then keep the input in tests/fuzz/found/TARGET, where the test fuzz replays it. Each call adds a line for each target to
# tests/fuzz/RECORD.md. Ends with 1 when an input failed.
set -euo pipefail

main() { # bash has read all of it before it runs: the file may change meanwhile
    cd "$(dirname "$0")/.."
    command -v clang >/dev/null || {
        echo "fuzz: needs clang and its runtime libraries: apt-get install clang libclang-rt-dev" >&2
        exit 1
    }
    minutes=${1:-10}
    shift || true
    ./scripts/build.sh fuzz
    program=$PWD/build/fuzz/fuzz.$$ # a copy, which a build meanwhile does not change
    cp build/fuzz/tests/fuzz/fuzz "$program"
    TMPDIR=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)/normlab-fuzz.XXXXXX")
    export TMPDIR # a target that fails leaves its folder there
    trap 'rm -rf "$program" "$TMPDIR"' EXIT
    date=$(date -u +%Y-%m-%d)
    commit=$(git rev-parse --short=12 HEAD)
    [ -z "$(git status --porcelain -- src tests/fuzz/*.[ch])" ] || commit+=-dirty
    declare -A most
    while read -r name bytes; do
        most[$name]=$bytes
    done < <("$program")
    targets=("$@")
    [ ${#targets[@]} -gt 0 ] || mapfile -t targets < <("$program" | cut -d' ' -f1)
    cores=${FUZZ_JOBS:-$(nproc)}
    seconds=$(awk -v m="$minutes" -v c="$cores" -v n="${#targets[@]}" 'BEGIN { s = int(m * 60 * c / n); print s < m * 60 ? (s > 1 ? s : 1) : int(m * 60) }')
    export ASAN_OPTIONS=detect_leaks=1:malloc_context_size=10 UBSAN_OPTIONS=print_stacktrace=1

    # Runs a target until its time is over, again after each input that fails. Prints the line of the record.
    run() {
        local target=$1 until left log executions=0 covered=0 failed=0 n dictionary=()
        local corpus=build/fuzz/corpus/$target failures=build/fuzz/failed/$target
        mkdir -p "$corpus" "$failures" "build/fuzz/logs"
        log=build/fuzz/logs/$target
        [ ! -e "tests/fuzz/dictionaries/$target" ] || dictionary=(-dict="tests/fuzz/dictionaries/$target")
        until=$(($(date +%s) + seconds))
        while left=$((until - $(date +%s))) && [ "$left" -gt 0 ]; do
            n=0
            local inputs=("$corpus" "tests/fuzz/seeds/$target")
            [ ! -d "tests/fuzz/found/$target" ] || inputs+=("tests/fuzz/found/$target")
            FUZZ_TARGET=$target "$program" -max_total_time="$left" -max_len="${most[$target]}" -timeout=10 -rss_limit_mb=2048 \
                -artifact_prefix="$failures/" -print_final_stats=1 "${dictionary[@]}" "${inputs[@]}" >"$log" 2>&1 || n=1
            executions=$((executions + $(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1 | grep . || echo 0)))
            covered=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -1)
            failed=$((failed + n))
            [ "$n" -eq 0 ] || cp "$log" "$log.failed.$failed"
            # a fault that is met at once would be met again
            [ "$failed" -lt 20 ] || break
        done
        echo "$target $seconds $executions ${covered:-0} $(find "$corpus" -type f | wc -l) $failed"
    }
    export -f run
    export program seconds
    most_text=$(declare -p most)
    export most_text
    lines=$(printf '%s\n' "${targets[@]}" | xargs -P "$cores" -I{} bash -c 'eval "$most_text"; run {}')
    sort <<<"$lines" | while read -r target time executions covered corpus failed; do
        echo "| $date | $commit | $target | $time | $executions | $covered | $corpus | $failed |"
    done | tee -a tests/fuzz/RECORD.md
    awk '{ n += $3; f += $6 } END { printf "fuzz: %d executions, %d failed inputs\n", n, f; exit f > 0 }' <<<"$lines"
}

main "$@"
