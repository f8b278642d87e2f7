#!/usr/bin/env bash
# Runs the README's test command where nothing is installed: in a bare Debian 12 made by debootstrap, on a clean clone
# of HEAD, with HOME and PATH as the only environment variables. Needs root, debootstrap, 6 GB and an hour or more.
#   scripts/test_bare.sh FOLDER                      runs ./scripts/test.sh
#   scripts/test_bare.sh FOLDER ./scripts/demo.sh    runs another command in the clone
# FOLDER is kept, and used again with what is installed in it by then; `rm -r` it for a bare one.
set -euo pipefail
source=$(cd "$(dirname "$0")/.." && pwd)
release=bookworm

fail() {
    echo "test_bare: $*" >&2
    exit 1
}

[ $# -gt 0 ] || fail "which folder is the Debian to be made in? For example: scripts/test_bare.sh /var/tmp/normlab-bare"
[ "$(id -u)" -eq 0 ] || fail "debootstrap and chroot need root; run it with sudo"
folder=$(realpath -m -- "$1")
shift
[ $# -gt 0 ] || set -- ./scripts/test.sh
command -v debootstrap >/dev/null || fail "no debootstrap in PATH: apt-get install debootstrap"
if [ -e "$folder" ] && [ ! -e "$folder/etc/debian_version" ] && [ -n "$(ls -A "$folder")" ]; then
    fail "$folder holds something else than a Debian; name a folder that is empty or not there"
fi

# The host's mirror and proxy serve the new system too.
proxy=$(apt-config dump --format '%v%n' Acquire::http::Proxy)
proxy=${proxy:-${http_proxy:-}}
if [ ! -e "$folder/etc/debian_version" ]; then
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
        awk -v release="$release" '$2 == release && $3 == "main" { print $1; exit }')
    [ -n "$mirror" ] || fail "apt has no source for Debian's $release here: add one to /etc/apt/sources.list.d"
    rm -rf "$folder.part" # of a debootstrap that was interrupted
    http_proxy=$proxy debootstrap --variant=minbase "$release" "$folder.part" "$mirror"
    [ ! -e "$folder" ] || rmdir "$folder"
    mv "$folder.part" "$folder"
fi
cp /etc/resolv.conf "$folder/etc/resolv.conf"
[ -z "$proxy" ] || echo "Acquire::http::Proxy \"$proxy\";" >"$folder/etc/apt/apt.conf.d/90host-proxy"

rm -rf "$folder/root/normlab"
git clone -q "$source" "$folder/root/normlab"

# The mounts end with the namespace, whatever happens.
unshare --mount bash -c '
    mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && folder=$1 && shift &&
    exec chroot "$folder" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        /bin/bash -c "cd /root/normlab && exec \"\$@\"" bash "$@"' bash "$folder" "$@"
