#!/usr/bin/env bash
# Builds one preset (default release) into build/<preset>. Prints cmake's percentage on a terminal, and the log when
# something is wrong.
#   scripts/build.sh release normlab walk    only these targets
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}
target=()
[ $# -lt 2 ] || target=(--target "${@:2}")
log=build/$preset.log
mkdir -p build

# Shows the percentages of cmake's lines, "[ 42%] Building C object ...", on one line of the terminal.
show_progress() {
    if [ ! -t 1 ]; then
        cat >/dev/null
        return
    fi
    while IFS= read -r line; do
        [[ $line =~ ^\[\ *([0-9]+)%\] ]] && printf '\rbuild: %s %s%% ' "$preset" "${BASH_REMATCH[1]}"
    done
    printf '\r\033[K'
}

[ -t 1 ] || echo "build: $preset ..."
if ! { cmake --preset "$preset" && cmake --build --preset "$preset" -j "$(nproc)" "${target[@]}"; } 2>&1 |
    tee "$log" | show_progress; then
    cat "$log" >&2
    echo "build: preset $preset failed" >&2
    exit 1
fi
echo "build: $preset is up to date in build/$preset"
