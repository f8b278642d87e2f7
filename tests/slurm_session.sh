#!/usr/bin/env bash
# What test_slurm.c runs on the cluster of scripts/loopback_slurm.sh: submits an experiment, disturbs each of its three tasks in
# another way, submits it again, and prints what happened as lines NAME=VALUE. Arguments: the folder for --out, then the
# words of the experiment.
set -euo pipefail
out=$1
shift

# Submits; sets array and last to the numbers of the two jobs.
submit() {
    local said
    said=$("$NORMLAB" submit "$@" --slurm --tasks 3 --time 10 --partition short --out "$out" -- --comment="it's 100 % so")
    array=$(sed -n 's/^submitted: job \([0-9]*\),.*/\1/p' <<<"$said")
    last=$(sed -n 's/.* then job \([0-9]*\),.*/\1/p' <<<"$said")
}

# Waits until the command succeeds.
await() {
    for _ in {1..900}; do
        if "$@"; then
            return
        fi
        sleep 0.1
    done
    echo "slurm_session: waited in vain for: $*" >&2
    squeue --all >&2
    tail -n 5 "$out"/results/*/logs/* >&2
    exit 1
}
queue_is_empty() { [ -z "$(squeue --noheader)" ]; }
trials_run() { [ "$(find "$out" -name '*.lease*' | wc -l)" -ge 3 ]; }
# The value of a field in what Slurm knows of a job.
field() { scontrol --oneliner show job "$1" | grep -o " $2=[^ ]*" | cut -d= -f2; }

submit "$@"
await trials_run
scancel --signal=USR1 --batch "${array}_1" # as Slurm does before the time limit
scontrol requeue "${array}_2"              # as when its node fails: it begins again
scancel "${array}_3"
await queue_is_empty
for task in 1 2 3; do
    echo "restarts_$task=$(field "${array}_$task" Restarts)"
    echo "state_$task=$(field "${array}_$task" JobState)"
done
echo "exit_last=$(field "$last" ExitCode)"
echo "stopped=$(grep -c 'stopped in time by signal' "$out"/results/*/logs/"${array}_1.log")"
echo "missing=$(grep -c 'of 12 trials [0-9]* are missing and 0 have failed' "$out"/results/*/logs/"${last}_finish.log")"

submit "$@"
await queue_is_empty
echo "exit_last_again=$(field "$last" ExitCode)"
echo "cores=$(field "${array}_1" NumCPUs)"
echo "third=$("$NORMLAB" submit "$@" --slurm --out "$out" 2>&1)"
