#!/usr/bin/env bash
# How long a training step takes when several processes compute it: bench/run_mpi.sh [KEY=VALUE]... > bench/mpi.md. The machine
# should have nothing else to do. Builds must be in build/release; RANKS are the numbers of processes.
set -euo pipefail
cd "$(dirname "$0")/.."
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
read -ra ranks <<<"${RANKS:-1 2}"
trial=(data=synthetic-rgb "net=resnet depth=8 width=16" "norm=batchnorm sync=1" batch=64 train_count=512
    test_count=64 epochs=15 workers=2 "$@")

# Prints a row: what was run, the time of a step at the last evaluation in ms, and the share of exchanges in the training. The
# share is the exchanges' time over that of all steps, step_ms times their number.
row() {
    local name=$1
    shift
    "$@" | awk -v name="$name" '
        NF == 8 && $8 ~ /^[0-9.]+$/ { step_ms = $8 }
        /parameters,/ { steps = $3 }
        /on exchanges/ { exchange_s = $5 }
        END {
            share = exchange_s == "" ? "-" : sprintf("%.0f %%", 100 * exchange_s / (steps * step_ms / 1000))
            printf "| %s | %.2f | %s |\n", name, step_ms, share
        }'
}

echo "# Data-parallel training on one machine"
echo
echo "\`bench/run_mpi.sh\`, $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1): \`${trial[*]}\`"
echo
echo "| processes | ms a step | of that exchanges |"
echo "|---|---|---|"
row "normlab, workers=1" build/release/normlab trial "${trial[@]}" workers=1
row "normlab" build/release/normlab trial "${trial[@]}"
for n in "${ranks[@]}"; do
    row "normlab-mpi, $n" mpirun --bind-to none -n "$n" build/release/normlab-mpi trial "${trial[@]}"
done
