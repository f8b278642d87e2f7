#!/usr/bin/env bash
# The long checks of the code that no run of the test suite makes. Each needs minutes to an hour:
#   scripts/sanitizers.sh threads    ThreadSanitizer: the tests that share work among threads (preset tsan)
#   scripts/sanitizers.sh valgrind   Valgrind: apply on every layer, and every tensor and option at its bounds
#   scripts/sanitizers.sh old_cpu    qemu: tests and a trial on a CPU without AVX, on which an AVX instruction ends a program
#   scripts/sanitizers.sh            all three
# It needs valgrind and qemu-user (Debian's packages), and ends with exit code 1 when one of them finds something.
#
# About false alarms of ThreadSanitizer. normlab's threads are POSIX threads with C11 atomics (base/system/parallel.c),
# which it understands. OpenBLAS uses OpenMP, whose barriers it does not see in gcc's libgomp; but a trial sets
# OMP_NUM_THREADS=1, as the tests do, and then OpenBLAS starts no threads. LIBXSMM's code is not instrumented: it can
# hide a race, but causes no alarm. So an alarm counts unless both of its stacks lie within libopenblas, libgomp or libxsmm.
set -euo pipefail
cd "$(dirname "$0")/.."

export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 # also: with these normlab does not start itself again, outside qemu
export TEST_SOURCE=$PWD/tests TEST_BUILD=$PWD/build/release
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export NORMLAB_CACHE=$scratch/cache

need() {
    command -v "$1" >/dev/null || {
        echo "sanitizers: no $1: apt install $2" >&2
        exit 2
    }
}

build() { # PRESET TARGET...; a build that fails ends all, else an older program would be checked
    { cmake --preset "$1" && cmake --build "build/$1" -j "$(nproc)" --target "${@:2}"; } >"$scratch/build" 2>&1 || {
        cat "$scratch/build" >&2
        exit 2
    }
}

threads() {
    build tsan threaded_tests
    TSAN_OPTIONS="halt_on_error=1 exitcode=66" ctest --test-dir build/tsan -L threads -j "$(nproc)" --output-on-failure
}

# LIBXSMM writes machine code while it runs. Valgrind knows no AVX-512, so these are the AVX2 kernels. The process that reads
# files without a checksum has a limit of processor time, which is too short when Valgrind runs it: here it has none.
valgrind_apply() {
    need valgrind valgrind
    build release test_apply test_domains
    echo 'int setrlimit(void) { return 0; } int setrlimit64(void) { return 0; }' |
        gcc -shared -fPIC -x c - -o "$scratch/unlimited.so"
    for test in test_apply test_domains; do
        echo "valgrind: $test"
        # the reading process ends without freeing, and a leak that counts as an error would change its exit code
        TEST_FOLDER=$scratch/$test LD_PRELOAD=$scratch/unlimited.so valgrind --quiet --error-exitcode=99 --leak-check=full \
            --errors-for-leak-kinds=none --child-silent-after-fork=yes --smc-check=all-non-file \
            "build/release/tests/$test" >"$scratch/log" 2>&1 && ! grep -q 'definitely lost' "$scratch/log" || {
            cat "$scratch/log" >&2
            return 1
        }
        grep -E 'PASSED|FAILED' "$scratch/log"
    done
}

old_cpu() {
    local cpu=(qemu-x86_64 -cpu Nehalem)

    need qemu-x86_64 qemu-user
    build release normlab test_layers test_kernels test_matmul test_golden test_golden_net
    "${cpu[@]}" build/release/normlab doctor --json | grep -q '"table", "value": "plain"' || {
        echo "sanitizers: normlab takes other kernels than the plain ones on a CPU without AVX" >&2
        return 1
    }
    for test in layers kernels matmul golden golden_net; do
        echo "old_cpu: test_$test"
        TEST_FOLDER=$scratch/$test "${cpu[@]}" "build/release/tests/test_$test" 2>&1 | grep -E 'PASSED|FAILED|signal'
    done
    for net in "mlp hidden=64-32" "lenet" "resnet depth=8 width=4"; do
        echo "old_cpu: a trial of $net"
        "${cpu[@]}" build/release/normlab trial data=synthetic "net=$net" norm=batchnorm train_count=64 test_count=32 epochs=1 -q --file "$scratch/old.h5"
        rm "$scratch/old.h5"
    done
}

case ${1:-all} in
    threads) threads ;;
    valgrind) valgrind_apply ;;
    old_cpu) old_cpu ;;
    all) # not joined by &&, within which set -e does nothing
        threads
        valgrind_apply
        old_cpu
        ;;
    *)
        echo "sanitizers: takes threads, valgrind or old_cpu" >&2
        exit 2
        ;;
esac
echo "sanitizers: nothing was found"
