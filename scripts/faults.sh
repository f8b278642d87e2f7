#!/bin/sh
# Lets the calls of each command fail, one after the other (tests/faults), and writes the figures to tests/faults/RECORD.md.
#   scripts/faults.sh [CASES [COMMAND]]
# CASES [200]: for each command, kind of call and mode, at most so many numbers of calls: the first half of them are the first
# calls, the others lie evenly among the rest. With 200, that takes some hours of a core. When it was stopped, the same command
# goes on: what is done is in build/faults/N.log; remove build/faults to begin anew.
set -e
cd "$(dirname "$0")/.."
./scripts/build.sh release normlab walk faults
here=$PWD/build/faults jobs=$(nproc)
mkdir -p "$here"
# a copy, for the program may be built anew meanwhile
cp build/release/normlab build/release/tests/walk build/release/tests/libfaults.so "$here"
pids=
for i in $(seq 0 $((jobs - 1))); do
  "$here/walk" "$here/normlab" "$here/libfaults.so" "$here/$i" "$here/$i.log" \
    "${1:-200}" "${2:-all}" "$i" "$jobs" &
  pids="$pids $!"
done
code=0
for pid in $pids; do
  wait "$pid" || code=1
done
cat "$here"/*.log | awk -F '\t' '
  { command[$1]; n[$1]++; kind[$1, $2]++; how[$1, $5]++; if ($6 != "") bad[$1]++
    all++; if ($5 == "same") same++; else error++; if ($6 != "") wrong++ }
  END {
    for (c in command)
      printf "| %s | %d | %d | %d | %d | %d | %d |\n", c, n[c], kind[c, "malloc"], n[c] - kind[c, "malloc"],
             how[c, "same"], how[c, "error"], bad[c] | "sort"
    close("sort")
    printf "| all | %d | | | %d | %d | %d |\n", all, same, error, wrong
  }' >"$here/table"
cat "$here/table"
awk -v table="$here/table" '
  /^\| command/ { print; getline; print; while ((getline line < table) > 0) print line; skip = 1; next }
  skip && /^\|/ { next }
  { skip = 0; print }' tests/faults/RECORD.md >"$here/record" && cp "$here/record" tests/faults/RECORD.md
exit $code
