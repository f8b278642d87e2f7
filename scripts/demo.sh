#!/usr/bin/env bash
# Installs what is missing, builds normlab, and runs the batch-size experiment on Fashion-MNIST: a table,
# a figure, and where the files are: in demo/, so that the reference results stay as they are; then the
# report of it. Finished trials are kept, so a second run answers in seconds.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/deps.sh
./scripts/build.sh release normlab
./build/release/normlab run batch_size --preset demo --term --out demo "$@"
printf 'The report\n'
./build/release/normlab report batch_size --out demo | sed 's/^/  /'
