#!/usr/bin/env bash
# Makes build/normlab-VERSION.tar.gz of HEAD: the same bytes from the same commit, on any machine. A build from it names
# its commit in results.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/^project(normlab VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
mkdir -p build
out=build/normlab-$version.tar.gz
# gzip -n leaves out the time; the files have that of the commit.
git -c tar.umask=0022 archive --prefix="normlab-$version/" HEAD | gzip -9 -n >"$out.tmp.$$"
mv "$out.tmp.$$" "$out"
sha256sum "$out"
