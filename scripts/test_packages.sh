#!/usr/bin/env bash
# Makes the Debian packages, installs them in a bare Debian 12 (scripts/test_bare.sh), and runs a small experiment and a
# program of the library there. Needs root, debootstrap and a network; takes some minutes.
#   scripts/test_packages.sh FOLDER    FOLDER is made, must not be one in which normlab's sources were built
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 1 ] || { sed -n '2,4s/^# *//p' "$0" >&2; exit 2; }
folder=$(realpath -m -- "$1")

./scripts/build.sh release
rm -rf build/release/packages
(cd build/release && cpack -G DEB) >build/packages.log 2>&1 || { cat build/packages.log >&2; exit 1; }
./scripts/test_bare.sh "$folder" true
cp build/release/packages/normlab_*.deb build/release/packages/libnormlab-dev_*.deb "$folder/root/"
./scripts/test_bare.sh "$folder" /bin/bash -ec '
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q
    apt-get install -y -q /root/normlab_*.deb /root/libnormlab-dev_*.deb gcc libc6-dev pkg-config
    rm /root/*.deb
    cd "$(mktemp -d)"
    normlab run batch_size --preset smoke -q >out
    grep -q "2 of 2 trials refused" out
    [ -s plots/batch_size.generated/error.png ]
    gcc -o train /root/normlab/examples/train.c $(pkg-config --cflags --libs normlab) -lm
    ./train
    echo "test_packages: passed"'
