#!/usr/bin/env bash
# Installs what normlab needs to build, test and run, where that is missing. Debian and Ubuntu; elsewhere
# it prints what to install. With --cluster also what normlab-mpi and the tests of clusters need: Open MPI, and Slurm with
# munge, of which scripts/loopback_slurm.sh starts its own services. With --python also what the Python package and its tests
# need, 25 MB more to download.
set -euo pipefail

packages=(
    build-essential cmake pkg-config git ca-certificates
    libopenblas-openmp-dev libxsmm-dev libhdf5-dev zlib1g-dev libssl-dev librandom123-dev
    libcurl4-openssl-dev libarchive-dev libutf8proc-dev libyaml-dev
    libpng-dev libturbojpeg0-dev
    libcmocka-dev hdf5-tools locales
    gnuplot-nox fonts-urw-base35 fonts-dejavu-core
    dataset-fashion-mnist
    wamerican wdanish wdutch wfrench wngerman witalian wpolish wportuguese wspanish
)

for option in "$@"; do
    case $option in
        --cluster) packages+=(openmpi-bin libopenmpi-dev munge slurm-wlm) ;;
        --python) packages+=(python3-h5py python3-pandas python3-pytest python3-pip python3-setuptools python3-venv python3-wheel) ;;
        *)
            echo "deps: unknown option $option; there are --cluster and --python" >&2
            exit 2
            ;;
    esac
done

if ! command -v apt-get >/dev/null 2>&1; then
    cat <<EOF
This is not Debian or Ubuntu. Please install, under your system's names for them:
  a C11 compiler, CMake 3.25, pkg-config, git
  OpenBLAS (OpenMP build), LIBXSMM (optional, for speed), HDF5 with its high-level library, zlib, OpenSSL's libcrypto, Random123, libcurl 7.85, libarchive, utf8proc, libyaml, libpng, libjpeg-turbo
  cmocka and h5dump (for the tests), gnuplot with svg, pdfcairo and pngcairo, a font with Helvetica's widths (Nimbus Sans, Liberation Sans), without which text leaves the page
  Python 3.9 with h5py and pandas (optional, for the Python package)
  Open MPI (optional, for normlab-mpi), munge and Slurm with slurmctld and slurmd (optional, for a test)
and put Fashion-MNIST's four IDX files into ~/.local/share/normlab/fashion-mnist. The data set of words
is made from Debian's word lists: american-english, danish, dutch, french, italian, ngerman, polish,
portuguese, spanish, in /usr/share/dict or ~/.local/share/normlab/words.
EOF
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    echo "deps: everything is installed"
    exit 0
fi

sudo=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "deps: missing ${missing[*]}; run as root, or install sudo" >&2
        exit 1
    fi
    sudo=(sudo)
fi
echo "deps: installing ${missing[*]}"
"${sudo[@]}" apt-get update -q
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
