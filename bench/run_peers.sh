#!/usr/bin/env bash
# The same work in PyTorch and in normlab, in turns on one core each: builds, runs, and writes
# bench/results.md (a run that is quick or partial writes to build/peers/ instead).
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
    cat <<'EOF'
usage: bench/run_peers.sh [--quick] [--only PATTERN] [--rounds R]

  --quick          one round of a few steps: does it all work?
  --only PATTERN   work whose name holds PATTERN, as "resnet-8", "lstm" or "norms alone"
  --rounds R       [5]

Exit code 1 when a peer failed or the losses disagree. A full run takes about 20 minutes.
EOF
}

partial=0
arguments=()
while [ $# -gt 0 ]; do
    case $1 in
        --quick) partial=1; arguments+=("$1"); shift ;;
        --only | --rounds)
            [ $# -gt 1 ] || { echo "run_peers: $1 needs a value" >&2; exit 2; }
            [ "$1" != --only ] || partial=1
            arguments+=("$1" "$2"); shift 2 ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
done

missing=()
for module in torch h5py; do
    /usr/bin/python3 -c "import $module" 2>/dev/null || missing+=("python3-$module")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "run_peers: PyTorch's side needs more: apt-get install python3 ${missing[*]}" >&2
    exit 1
fi

./scripts/build.sh release >&2
mkdir -p build/peers
out=bench/results.md
[ $partial -eq 0 ] || out=build/peers/results.md
code=0
/usr/bin/python3 bench/peers/run.py --normlab build/release/normlab --work build/peers --out "$out" \
    ${arguments[@]+"${arguments[@]}"} || code=$?
[ ! -e "$out" ] || echo "run_peers: wrote $out" >&2
exit $code
