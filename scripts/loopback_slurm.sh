#!/usr/bin/env bash
# Runs a command on a Slurm cluster that exists only meanwhile: munged, slurmctld and two slurmd with two cores each, on
# this machine's loopback, with all their files in a new folder. For tests, and to try docs/clusters.md without a cluster.
#   scripts/loopback_slurm.sh                          a shell that has this cluster's sbatch, squeue, scontrol
#   scripts/loopback_slurm.sh COMMAND [ARGUMENT]...
# Needs Debian's slurm-wlm and munge (scripts/deps.sh --cluster), and no rights. The cluster ends with the command, or with
# this script, also when that is killed: its jobs and daemons end, and the folder is removed.
# Exit code: that of the command; 77 when programs are missing; 70 when the cluster does not start.
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
conf=$folder/slurm.conf

# The processes of this cluster, those of its jobs, and the command: all have its configuration in their environment.
members() {
    grep -lzxF "SLURM_CONF=$conf" /proc/[0-9]*/environ 2>/dev/null | tr -dc '0-9\n' || true
}

# Ends them, and removes the folder.
clean() {
    local signal pids
    trap '' INT TERM HUP
    for signal in TERM TERM TERM KILL KILL; do
        pids=$(members)
        [ -n "$pids" ] || break
        # shellcheck disable=SC2086 # a list of numbers
        kill -"$signal" $pids 2>/dev/null || true
        sleep 0.5
    done
    rm -rf "$folder"
}

# Cleans up when this script was killed. In a session of its own, so that what kills its group does not reach it.
main=$$
export -f members clean
export folder conf main
setsid bash -c 'while kill -0 "$main" 2>/dev/null; do sleep 0.3; done; [ ! -d "$folder" ] || clean' \
    </dev/null >/dev/null 2>&1 &
export -n folder conf main

child=''
finish() {
    [ -z "$child" ] || kill -TERM "$child" 2>/dev/null || true
    clean
}
trap finish EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Prints three ports on which nothing listens.
free_ports() {
    local port count=0
    while [ "$count" -lt 3 ]; do
        port=$((20000 + RANDOM % 12000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && continue
        echo "$port"
        count=$((count + 1))
    done
}

write_conf() {
    local host user ports
    host=$(hostname -s)
    user=$(id -un)
    mapfile -t ports < <(free_ports)
    # A task that was requeued waits for cred_expire and a second; 5 is the least that Slurm takes.
    cat >"$conf" <<END
ClusterName=loopback
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
SlurmctldPort=${ports[0]}
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket,cred_expire=5
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool-%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/%n.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=2
MaxArraySize=50
SchedulerParameters=sched_interval=1,batch_sched_delay=0,sched_min_interval=100000,bf_interval=1
NodeName=loop1 NodeHostname=$host NodeAddr=127.0.0.1 Port=${ports[1]} CPUs=2
NodeName=loop2 NodeHostname=$host NodeAddr=127.0.0.1 Port=${ports[2]} CPUs=2
PartitionName=short Nodes=loop1,loop2 Default=YES MaxTime=INFINITE State=UP
END
}

start() {
    mkdir "$folder/state"
    (umask 077 && head -c 128 /dev/urandom >"$folder/munge.key")
    write_conf
    munged --force --num-threads=1 --key-file="$folder/munge.key" --socket="$folder/munge.socket" \
        --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" --seed-file="$folder/munge.seed" \
        2>"$folder/munged.err" &&
        slurmctld -i && slurmd -N loop1 && slurmd -N loop2 || return
    for _ in {1..100}; do
        [ "$(sinfo --noheader --Node --states=idle --format=%N 2>/dev/null | wc -l)" -ne 2 ] || return 0
        sleep 0.2
    done
    return 1
}

# What other clusters set does not hold here.
for name in ${!SLURM_*} ${!SBATCH_*} ${!SALLOC_*}; do
    unset "$name"
done
if ! SLURM_CONF=$conf start >"$folder/start.log" 2>&1; then
    say "the cluster did not start:"
    tail -n 5 "$folder"/*.log "$folder"/*.err >&2
    exit 70
fi
if [ -t 0 ]; then
    code=0
    SLURM_CONF=$conf "$@" || code=$?
    exit "$code"
fi
# In the background, because bash would handle no signal before a command in the foreground has ended.
SLURM_CONF=$conf "$@" <&0 &
child=$!
code=0
wait "$child" || code=$?
exit "$code"
