#!/usr/bin/env bash
# scripts/documents.sh [PAGE...]: types every block of README.md and docs/ (or of these pages, as docs/files.md) that can run
# here, also those that take long, in folders of build/release/documents. All take about an hour; the test suite runs the short
# ones (tests/test_documents.c).
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/build.sh release normlab test_documents
export TEST_SOURCE=$PWD/tests TEST_FOLDER=$PWD/build/release/documents NORMLAB=$PWD/build/release/normlab NORMLAB_TEST_LONG=1
build/release/tests/test_documents "$@"
