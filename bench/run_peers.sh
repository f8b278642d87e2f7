#!/usr/bin/env bash
# The same work in normlab, PyTorch and JAX, in turns on one core each: builds, runs, and writes
# bench/results.md (a run that is quick or partial writes to build/peers/ instead).
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
    cat <<'EOF'
usage: bench/run_peers.sh [--quick] [--only PATTERN] [--rounds R] [--debian]

  --quick          every row once, in a few steps: does it all work?
  --only PATTERN   work whose name holds PATTERN, as "resnet-8", "lstm" or "norms alone"
  --rounds R       [3]
  --debian         Debian's PyTorch (python3-torch, python3-h5py), without JAX

The peers are the PyTorch and JAX of bench/peers/requirements.txt, in a virtual environment in build/peers/venv. It is
made by the first run, where pip reaches a package index (5 GB; pip's own settings say which, and one with PyTorch's CPU
wheels needs 1 GB); elsewhere Debian's PyTorch is the peer. torch.compile needs g++.

Exit code 1 when a peer failed or the losses disagree. A full run takes one to two hours, a quick one about five minutes.
When it was stopped, the same command goes on after the last row that was finished.
What torch.compile makes is kept in build/peers/compiled, so that a second run is shorter.
EOF
}

partial=0
debian=0
arguments=()
while [ $# -gt 0 ]; do
    case $1 in
        --quick) partial=1; arguments+=("$1"); shift ;;
        --debian) debian=1; shift ;;
        --only | --rounds)
            [ $# -gt 1 ] || { echo "run_peers: $1 needs a value" >&2; exit 2; }
            [ "$1" != --only ] || partial=1
            arguments+=("$1" "$2"); shift 2 ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
done

work=build/peers
venv=$work/venv
pins=bench/peers/requirements.txt
mkdir -p "$work"

# Makes the virtual environment unless the one that is there holds these very versions. The pins are copied last, so
# that a half made one is made anew.
make_venv() {
    ! cmp -s "$pins" "$venv/pins" || return 0
    echo "run_peers: making $venv (log: $work/venv.log)" >&2
    rm -rf "$venv"
    { python3 -m venv "$venv" && "$venv/bin/pip" install -r "$pins"; } >"$work/venv.log" 2>&1 || return 1
    cp "$pins" "$venv/pins"
}

if [ $debian -eq 0 ] && make_venv; then
    python=$venv/bin/python
    source="of today, as bench/peers/requirements.txt pins them"
else
    [ $debian -eq 1 ] || echo "run_peers: no PyTorch of today: $(tail -n 1 "$work/venv.log"); trying Debian's" >&2
    python=/usr/bin/python3
    source="Debian's PyTorch"
    missing=()
    for module in torch h5py; do
        "$python" -c "import $module" 2>/dev/null || missing+=("python3-$module")
    done
    if [ ${#missing[@]} -gt 0 ]; then
        echo "run_peers: Debian's PyTorch needs more: apt-get install python3 ${missing[*]}" >&2
        exit 1
    fi
fi
command -v g++ >/dev/null || echo "run_peers: no g++: nothing will be compiled in PyTorch" >&2

./scripts/build.sh release normlab >&2
out=bench/results.md
[ $partial -eq 0 ] || out=$work/results.md
"$python" bench/peers/run.py --normlab build/release/normlab --work "$work" --out "$out" --source "$source" \
    ${arguments[@]+"${arguments[@]}"}
