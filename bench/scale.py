#!/usr/bin/env python3
"""Measures how normlab's work on many trials grows with their number: listing, starting, merging, claims, plot, status.

usage: bench/scale.py [--normlab BINARY] [--folder DIR] [--counts 1000,10000,100000] [--steps list,start,merge,...]

Trains one trial for each norm of bench/scale.yaml, and makes all other trial files out of these five: the bytes of their seed, learning rate and key are replaced, and the checksum is computed anew. Such files are no
results; they only have the form of results. Prints a table of processor times (user + system), which are nearly the same
on a busy machine, and of peak memory. bench/scale.md has tables of it.
"""
import argparse
import hashlib
import json
import os
import resource
import shutil
import subprocess
import sys
import time

SEED, RATE = "7321", "0.111"  # of the templates; no other value of theirs contains these
CELLS = 500  # of bench/scale.yaml
YAML = os.path.join(os.path.dirname(os.path.abspath(__file__)), "scale.yaml")
SUM = b"\nnormlab sha256 "


def command(binary, folder, seeds, *more):
    return [binary, "run", YAML, "--seeds", seeds, "--no-plot", "--out", folder, *more]


def replaced(template, key, rate, seed):
    body = template["bytes"].replace(template["key"].encode(), key.encode())
    body = body.replace(RATE.encode(), rate.encode()).replace(SEED.encode(), seed.encode())
    return body + SUM + hashlib.sha256(body).hexdigest().encode() + b"\n"


def make_templates(binary, folder):
    subprocess.run(command(binary, folder, SEED, "-q", "lr=" + RATE), check=True, stdout=subprocess.DEVNULL)
    listed = subprocess.run(command(binary, folder, SEED, "-n", "--json", "lr=" + RATE), check=True, capture_output=True)
    templates = {}
    for trial in json.loads(listed.stdout):
        with open(f"{folder}/results/scale/{trial['key']}.h5", "rb") as f:
            data = f.read()
        templates[trial["norm"]] = {"key": trial["key"], "bytes": data[:data.rindex(SUM)]}
    return templates


def make_files(binary, folder, templates, seeds):
    """Makes the trial files of all seeds in the folder, which must not exist."""
    target = f"{folder}/results/scale"
    os.makedirs(target)
    listed = subprocess.run(command(binary, folder, seeds, "-n", "--json"), check=True, capture_output=True)
    trials = json.loads(listed.stdout)
    for t in trials:
        data = replaced(templates[t["norm"]], t["key"], t["lr"], t["seed"])
        with open(f"{target}/{t['key']}.h5", "wb") as f:
            f.write(data)
    return len(trials)


def measure(arguments):
    """Processor seconds and peak memory in MiB of a command."""
    pid = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=[
        (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 3):
        sys.exit(f"scale: exit code {code} of {' '.join(arguments)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure_start(arguments, folder):
    """Processor seconds that a run takes before its first worker starts."""
    run = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    children = f"/proc/{run.pid}/task/{run.pid}/children"
    while not open(children).read().strip():
        if run.poll() is not None:
            sys.exit(f"scale: {' '.join(arguments)} ended before it had started a trial")
        time.sleep(0.001)
    ticks = open(f"/proc/{run.pid}/stat").read().rsplit(")", 1)[1].split()
    peak = [line for line in open(f"/proc/{run.pid}/status") if line.startswith("VmHWM")]
    run.kill()
    run.wait()
    return (int(ticks[11]) + int(ticks[12])) / os.sysconf("SC_CLK_TCK"), int(peak[0].split()[1]) / 1024


def steps(binary, folder, empty, seeds):
    out = ["--out", folder]
    return {
        "list": lambda: measure(command(binary, empty, seeds, "-n")),
        "start": lambda: measure_start(command(binary, empty, seeds, "-q", "-j1"), empty),
        "status": lambda: measure([binary, "status", YAML, "seed=" + seeds, *out]),
        "merge": lambda: measure([binary, "merge", YAML, *out]),
        "again": lambda: measure([binary, "merge", YAML, *out]),
        "claims": lambda: measure([binary, "claims", YAML, *out]),
        "plot": lambda: measure([binary, "plot", YAML, *out]),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--normlab", default="build/release/normlab")
    parser.add_argument("--folder", default="build/scale")
    parser.add_argument("--counts", default="1000,10000,100000")
    parser.add_argument("--steps", default="list,start,status,merge,again,claims,plot")
    a = parser.parse_args()
    binary = os.path.abspath(a.normlab)
    os.environ["NORMLAB_CACHE"] = os.path.abspath(a.folder) + "/cache"
    templates = None
    print("| trials | step | processor seconds | peak MiB |\n|---|---|---|---|")
    for count in map(int, a.counts.split(",")):
        folder, empty = f"{a.folder}/{count}", f"{a.folder}/empty"
        seeds = f"1000-{1000 + max(1, round(count / CELLS)) - 1}"
        if not os.path.exists(folder):
            templates = templates or make_templates(binary, f"{a.folder}/templates")
            make_files(binary, folder, templates, seeds)
        for name in a.steps.split(","):
            shutil.rmtree(empty, ignore_errors=True)
            if name == "merge":
                for end in "h5", "txt":
                    if os.path.exists(f"{folder}/results/scale.{end}"):
                        os.remove(f"{folder}/results/scale.{end}")
            seconds, peak = steps(binary, folder, empty, seeds)[name]()
            print(f"| {count} | {name} | {seconds:.2f} | {peak:.0f} |", flush=True)


main()
