#!/usr/bin/env bash
# Installs what normlab needs to build, test and run, where that is missing. Debian and Ubuntu; for other systems see
# docs/install.md.
set -euo pipefail

usage() {
    cat <<'EOF'
usage: scripts/deps.sh [--cluster] [--python] [--no-root]

  --cluster   also Open MPI for normlab-mpi, and Slurm with munge for a test that starts its own Slurm
              (scripts/loopback_slurm.sh)
  --python    also what the Python package and its tests need (25 MB to download)
  --no-root   install nothing; say what is missing, what normlab does without it, and how to go on without root
EOF
}

# A build needs the packages of `required`. Each line of `optional` says what does not work without its packages.
required=(
    build-essential cmake pkg-config ca-certificates
    libopenblas-openmp-dev libhdf5-dev zlib1g-dev libssl-dev librandom123-dev
    libcurl4-openssl-dev libarchive-dev libutf8proc-dev libyaml-dev libpng-dev libturbojpeg0-dev
)
optional=(
    "results do not name the commit: git"
    "convolutions and dense layers are slower: libxsmm-dev"
    "no tests are built: libcmocka-dev hdf5-tools locales"
    "cpack makes no Debian packages: file"
    "no figures are drawn: gnuplot-nox fonts-urw-base35 fonts-dejavu-core"
    "normlab data fetch fashion-mnist must download it: dataset-fashion-mnist"
    "data=words has no word lists: wamerican wdanish wdutch wfrench wngerman witalian wpolish wportuguese wspanish"
)
cluster="no normlab-mpi, and a test of Slurm is skipped: openmpi-bin libopenmpi-dev munge slurm-wlm"
python="the Python package and its tests do not run: python3-h5py python3-pandas python3-pytest python3-pip python3-setuptools python3-venv python3-wheel"

no_root=0
for option in "$@"; do
    case $option in
        --cluster) optional+=("$cluster") ;;
        --python) optional+=("$python") ;;
        --no-root) no_root=1 ;;
        -h | --help)
            usage
            exit 0
            ;;
        *)
            echo "deps: unknown option $option" >&2
            usage >&2
            exit 2
            ;;
    esac
done

if ! command -v apt-get >/dev/null 2>&1; then
    echo "deps: this is not Debian or Ubuntu: docs/install.md says what to install here" >&2
    exit 0
fi

# Prints those of the packages that are not installed.
missing_of() {
    local package status
    for package in "$@"; do
        status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
        [ "$status" = "install ok installed" ] || echo "$package"
    done
}

mapfile -t needed < <(missing_of "${required[@]}")
missing=("${needed[@]}")
losses=()
for line in "${optional[@]}"; do
    read -r -a packages <<<"${line##*: }"
    mapfile -t absent < <(missing_of "${packages[@]}")
    [ ${#absent[@]} -gt 0 ] || continue
    missing+=("${absent[@]}")
    losses+=("  ${absent[*]}: without it, ${line%: *}")
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "deps: everything is installed"
    exit 0
fi

sudo=()
if [ "$(id -u)" -ne 0 ]; then
    sudo=(sudo)
    command -v sudo >/dev/null 2>&1 || no_root=1
fi
if [ $no_root -eq 1 ]; then
    code=0
    if [ ${#needed[@]} -gt 0 ]; then
        echo "deps: normlab cannot be built without"
        echo "  ${needed[*]}"
        code=1
    fi
    if [ ${#losses[@]} -gt 0 ]; then
        echo "deps: optional, and missing"
        printf '%s\n' "${losses[@]}"
    fi
    if [ $code -eq 1 ]; then
        cat <<EOF
Ask whoever has root for: apt-get install ${missing[*]}
Or use an environment of conda-forge, or a container: docs/install.md, "Without root".
EOF
    fi
    exit $code
fi
echo "deps: installing ${missing[*]}"
"${sudo[@]}" apt-get update -q
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
