#!/usr/bin/env bash
# Makes the reference runs, or what is left of them: the paper preset of each experiment, then fresh seeds for the claims that
# it leaves open (normlab settle), then the report. Trials that are done are not run again: after a stop, the same command goes on.
# Experiments of hours come last.
#   scripts/reproduce.sh [--hours H] [--preset NAME] [--out DIR] [-n] [EXPERIMENT...]
# --hours H       start no trial after H hours; those that then run leave a checkpoint. What is left of the hours when all
#                 presets are done is the budget of settle; without --hours nothing is settled
# --preset NAME   another preset than paper, for a try: nothing is settled, and smoke presets have no report
# --out DIR       folder of results/ and plots/ [.]
# -n              print what is left, and run nothing; exit code 0
# EXPERIMENT...   only these [all]
# Builds normlab first, unless NORMLAB names a program. Ends with a table of what each experiment took and what is left; exit code
# 0: nothing is left, 75: the hours are over, 1: an experiment failed (the others were run), 2: wrong usage.
set -euo pipefail
usage() {
    echo "reproduce: $1; see the first lines of scripts/reproduce.sh" >&2
    exit 2
}
hours='' preset=paper out=. dry='' names=()
while [ $# -gt 0 ]; do
    case $1 in
    --hours | --preset | --out)
        [ $# -gt 1 ] || usage "$1 needs a value"
        case $1 in --hours) hours=$2 ;; --preset) preset=$2 ;; *) out=$2 ;; esac
        shift
        ;;
    -n) dry=1 ;;
    -*) usage "unknown option $1" ;;
    *) names+=("$1") ;;
    esac
    shift
done
[[ -z $hours || $hours =~ ^[0-9]*\.?[0-9]+$ ]] || usage "--hours '$hours': not a number of hours"
out=$(realpath -- "$out")
cd "$(dirname "$0")/.."
if [ -z "${NORMLAB:-}" ]; then
    ./scripts/build.sh release normlab
    NORMLAB=$PWD/build/release/normlab
fi
long=(variants resnet20)
[ ${#names[@]} -gt 0 ] ||
    mapfile -t names < <("$NORMLAB" list experiments --names | grep -vxF "$(printf '%s\n' "${long[@]}")" && printf '%s\n' "${long[@]}")

for name in "${names[@]}"; do
    "$NORMLAB" list experiments --names | grep -qxF "$name" || usage "unknown experiment '$name'"
done

# seconds until the hours are over, as a whole number; nothing without --hours
end=''
[ -z "$hours" ] || end=$(awk -v h="$hours" -v now="$(date +%s)" 'BEGIN { printf "%d", now + h * 3600 }')
seconds_left() { echo $((end - $(date +%s))); }

# prints "TRIALS DONE FAILED TODO" of an experiment
count() { "$NORMLAB" status "$1" --preset "$preset" --out "$out" | awk -v p="$preset" '$2 == p { print $3, $4, $5, $6 }'; }

table=$(mktemp)
trap 'rm -f "$table"' EXIT
code=0 left=0 i=0
for name in "${names[@]}"; do
    i=$((i + 1)) minutes=0 result=''
    read -r trials _ _ todo <<<"$(count "$name")"
    seconds=1
    [ -z "$end" ] || seconds=$(seconds_left)
    if [ -z "$dry" ] && [ "$seconds" -gt 0 ] && [ "$todo" -gt 0 ]; then
        echo "reproduce: $i of ${#names[@]}: $name, $todo of $trials trials${end:+; $((seconds / 60)) minutes left}"
        start=$(date +%s) r=0
        run=("$NORMLAB" run "$name" --preset "$preset" --out "$out")
        if [ -n "$end" ]; then # SIGUSR1: start no trial, leave checkpoints, merge
            timeout --foreground --preserve-status --signal=USR1 "$seconds" "${run[@]}" >/dev/null || r=$?
        else
            "${run[@]}" >/dev/null || r=$?
        fi
        minutes=$((($(date +%s) - start + 30) / 60))
        [ "$r" -ne 130 ] || exit 130
        [ "$r" -eq 0 ] || [ "$r" -eq 75 ] || { code=1 && result="exit code $r"; }
    fi
    read -r trials finished _ todo <<<"$(count "$name")"
    left=$((left + todo))
    printf '%-22s %6d %6d %6d %8d  %s\n' "$name" "$trials" "$finished" "$todo" "$minutes" "$result" >>"$table"
done
if [ -z "$dry" ] && [ "$preset" = paper ] && [ "$left" -eq 0 ] && [ -n "$end" ] && [ "$(seconds_left)" -gt 60 ]; then
    "$NORMLAB" settle "${names[@]}" --out "$out" \
        --hours "$(awk -v s="$(seconds_left)" 'BEGIN { printf "%.3f", s / 3600 }')" || { [ $? -ne 130 ] || exit 130; code=1; }
fi
[ -n "$dry" ] || [ "$preset" = smoke ] || "$NORMLAB" report --out "$out" || code=1
printf '%-22s %6s %6s %6s %8s\n' experiment trials done 'to do' minutes
cat "$table"
[ "$code" -eq 0 ] || exit "$code"
[ -n "$dry" ] || [ "$left" -eq 0 ] || exit 75
