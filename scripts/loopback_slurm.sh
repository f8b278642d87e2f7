#!/usr/bin/env bash
# Runs a command on a Slurm cluster that exists only meanwhile: munged, slurmctld and two slurmd on this machine's
# loopback, in a folder of their own. For tests, and to try docs/clusters.md without a cluster.
#   scripts/loopback_slurm.sh bash                 a shell in which sbatch, squeue and scontrol talk to that cluster
#   scripts/loopback_slurm.sh COMMAND [ARGUMENT]...
# Needs Debian's slurm-wlm and munge (scripts/deps.sh --cluster), and no rights. When the command ends, or this script is stopped
# by a signal, the jobs end, the daemons too, and the folder is removed. When this script is killed by SIGKILL, a guard does so.
# Exit code: that of the command; 77 when the programs are missing, or when the cluster does not come up.
set -euo pipefail

say() {
    echo "loopback_slurm: $*" >&2
}

PATH=$PATH:/usr/sbin:/sbin
for program in munged slurmctld slurmd sbatch scontrol; do
    command -v "$program" >/dev/null && continue
    say "no $program in PATH: scripts/deps.sh --cluster installs it"
    exit 77
done
[ $# -gt 0 ] || set -- bash

folder=$(mktemp -d "${TMPDIR:-/tmp}/normlab-slurm.XXXXXX")
chmod 755 "$folder"

# Ends what runs in the folder, and removes it.
clean() {
    local pids
    trap '' INT TERM HUP
    for file in "$folder"/*.pid; do
        [ -s "$file" ] && kill -TERM "$(cat "$file")" 2>/dev/null
    done
}
