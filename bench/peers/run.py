"""The same work in PyTorch and in normlab, one thread each, in turns; ratios of medians.

    run.py --normlab BINARY --out RESULTS.md [--rounds R] [--quick] [--only PATTERN] [--work FOLDER]

Exit code 0; 1 when a peer failed or the losses of a piece of work disagree, for then it is not the
same work. A target that is missed is a result.
"""
import argparse
import fnmatch
import json
import os
import statistics
import subprocess
import sys

import report

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = "/usr/bin/python3"
ENVIRONMENT = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

STEPS = 50  # whose losses are compared; as in src/tools/bench.h
EARLY = 10
# Two curves are of the same work when they differ by no more than SELF times what PyTorch differs
# from itself under other rounding, or by so little over the early steps and over all.
SELF, EARLY_FLOOR, ALL_FLOOR = 10, 1e-5, 1e-3
EARLY_CAP, ALL_CAP = 1e-3, 5e-2  # beyond these, curves say nothing

MEMORY_TARGET = 1 / 3


# What a time is of: the peers' figure, its unit, and how many of it.
PER_IMAGE, PER_STEP, PER_EPOCH = ("image_ms", "ms/image", 1), ("step_ms", "ms/step", 1), ("image_ms", "s", 60)


class Training:
    """Steps of a trial. steps, repeat: of a round's samples."""

    def __init__(self, name, config, batch, steps, repeat, target, per):
        self.name, self.config = name, config + [f"batch={batch}"]
        self.steps, self.repeat, self.target, self.per = steps, repeat, target, per


MLP = ["net=mlp hidden=300-100 norm_at=input-before", "norm=batchnorm", "data=fashion-mnist",
       "optimizer=adam", "lr=0.001"]
# The rate is low because rounding errors grow with it, and the two curves are to be compared; a
# step's work does not depend on it.
RESNET = ["data=synthetic-rgb", "optimizer=sgd", "momentum=0.9", "lr=0.0002"]
# Words of 20 letters or more, cut to 20: no padding, so that neither peer masks. There are 763; of 640
# every batch is full, whatever its size.
SEQUENCES = ["norm=layernorm over=token", "data=words", "length=20", "train_count=640",
             "optimizer=adam", "lr=0.001"]


def trainings():
    yield Training("MLP 784-300-100-10, BatchNorm, Adam, an epoch, batch 32", MLP, 32, 1875, 1, 8, PER_EPOCH)
    yield Training("MLP 784-300-100-10, BatchNorm, Adam, an epoch, batch 256", MLP, 256, 235, 1, 2, PER_EPOCH)
    for depth, norm, title, steps in (
            (20, "batchnorm", "BatchNorm", {2: 40, 32: 6, 128: 2}),
            (20, "groupnorm groups=8", "GroupNorm 8", {2: 40, 32: 6, 128: 2}),
            (8, "batchnorm", "BatchNorm", {2: 80, 32: 10, 128: 3})):
        for batch, target in ((2, 5), (32, 2.2), (128, 2.2)):
            yield Training(f"ResNet-{depth} width 16, {title}, SGD, batch {batch}",
                           [f"net=resnet depth={depth} width=16", f"norm={norm}"] + RESNET,
                           batch, steps[batch], 3, target, PER_IMAGE)
    for net, title, steps in (
            ("recurrent embedding=32 units=64", "embedding 32, LSTM 64, T=20, LayerNorm",
             {8: 160, 32: 80, 128: 40}),
            ("transformer layers=2 width=64 heads=4 ff=256",
             "transformer d=64, 4 heads, ff 256, 2 layers, T=20, LayerNorm", {8: 80, 32: 40, 128: 20})):
        for batch, target in ((8, 5), (32, 4), (128, 3)):
            yield Training(f"{title}, Adam, batch {batch}", [f"net={net}"] + SEQUENCES, batch,
                           steps[batch], 3, target, PER_STEP)


NORMS = (("batchnorm", "BatchNorm"), ("groupnorm", "GroupNorm 8"),
         ("instancenorm", "InstanceNorm"), ("layernorm", "LayerNorm over C,H,W"))
SHAPES = (("32x32x32x16", "(32,16,32,32)", "ratio"), ("128x8x8x64", "(128,64,8,8)", "ratio"),
          ("32x56x56x64", "(32,64,56,56)", "bound"))
NORM_RATIO, NORM_FRACTION = 2, 0.9


class Failed(Exception):
    pass


def call(command):
    """Runs a peer in a process of its own; what it printed, as JSON."""
    done = subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        raise Failed(f"{os.path.basename(command[0])}: {lines[-1]}")
    return json.loads(done.stdout) if done.stdout.strip() else None


def torch_peer(*arguments):
    return call([PYTHON, os.path.join(HERE, "torch_peer.py"), *map(str, arguments)])


def say(message):
    print(message, file=sys.stderr, flush=True)


def in_turns(rounds, *calls):
    """What each of the calls returned, round by round."""
    done = []
    for i in range(rounds):
        done.append(tuple(c() for c in calls))
        say(f"  round {i + 1} of {rounds}")
    return done


# ---- training ----

def difference(a, b, steps):
    """The largest relative difference over the first steps; NaN counts as infinite."""
    worst = 0.0
    for x, y in zip(a[:steps], b[:steps]):
        d = abs(x - y) / abs(y)
        worst = max(worst, d if d == d else float("inf"))
    return worst


def self_differences(work, way, ways, theirs):
    """PyTorch against itself: from first values rounded otherwise, and in its other memory order."""
    others = [torch_peer("losses", work, way, STEPS, "nudge")["loss"]]
    layout, _, _ = way.partition("/")
    for other in ways:
        if other.endswith("/each") and not other.startswith(layout):
            others.append(torch_peer("losses", work, other, STEPS)["loss"])
    return (max(difference(o, theirs, EARLY) for o in others),
            max(difference(o, theirs, STEPS) for o in others))


def compare_losses(item, normlab, folder):
    """Writes the work down, finds PyTorch's fastest way, and holds the losses against each other."""
    dump, work = os.path.join(folder, "work.h5"), os.path.join(folder, "work.pt")
    call([normlab, "bench", "train", *item.config, "--dump", dump])
    mine = torch_peer("prepare", dump, work)["loss"]
    os.remove(dump)
    probe = torch_peer("probe", work)
    theirs = torch_peer("losses", work, probe["way"], STEPS)["loss"]
    own = self_differences(work, probe["way"], probe["step_ms"], theirs)
    c = {"way": probe["way"], "plain": next(iter(probe["step_ms"])), "step_ms": probe["step_ms"],
         "first": mine[0], "last": mine[-1],
         "early": difference(mine, theirs, EARLY), "all": difference(mine, theirs, STEPS),
         "self_early": own[0], "self_all": own[1],
         "early_limit": min(max(EARLY_FLOOR, SELF * own[0]), EARLY_CAP),
         "all_limit": min(max(ALL_FLOOR, SELF * own[1]), ALL_CAP)}
    c["same"] = c["early"] <= c["early_limit"] and c["all"] <= c["all_limit"]
    say(f"  losses of {STEPS} steps, {mine[0]:.4f} to {mine[-1]:.4f}: largest relative difference "
        f"{c['early']:.1e} in the first {EARLY} (limit {c['early_limit']:.1e}), {c['all']:.1e} in all "
        f"(limit {c['all_limit']:.1e})" + ("" if c["same"] else " - NOT THE SAME WORK"))
    return c, work


def run_training(item, normlab, folder, rounds, steps):
    say(item.name)
    check, work = compare_losses(item, normlab, folder)
    plain = check["plain"]
    steps = min(steps or item.steps, item.steps)

    def by_torch(way=check["way"]):
        return torch_peer("train", work, way, steps, item.repeat)

    def by_plain_torch():
        return by_torch(plain) if check["way"] != plain else None

    def by_normlab():
        row = call([normlab, "bench", "train", *item.config, "--steps", str(steps), "--repeat",
                    str(item.repeat), "--json"])[0]
        return dict(row, step_ms=row["median_ms"])

    turns = in_turns(rounds, by_torch, by_plain_torch, by_normlab)
    pairs = [(t, n) for t, _, n in turns]
    os.remove(work)
    # An epoch is 60000 images, whatever the number of steps that a quick run takes.
    figure, unit, scale = item.per
    row = report.summary([scale * t[figure] for t, _ in pairs],
                         [scale * n[figure] for _, n in pairs])
    row.update(name=item.name, unit=unit, target=item.target, check=check, goal=f"{item.target}x",
               torch_bytes=statistics.median(t["peak_bytes"] for t, _ in pairs),
               normlab_bytes=statistics.median(n["peak_bytes"] for _, n in pairs))
    row["plain"] = statistics.median(scale * (p or t)[figure] for t, p, _ in turns)
    row["met"] = row["ratio"] >= item.target
    row["plain_met"] = row["plain"] / row["normlab"] >= item.target
    row["memory_met"] = row["normlab_bytes"] <= MEMORY_TARGET * row["torch_bytes"]
    say(report.line(row))
    return row


# ---- norms ----

def run_norms(normlab, rounds, seconds):
    say("Norms alone, forward + backward")
    pairs = in_turns(rounds, lambda: torch_peer("norms", seconds, 3),
                     lambda: call([normlab, "bench", "norms", "--seconds", str(seconds), "--repeat",
                                   "3", "--json"]))
    rows = []
    for work, title in NORMS:
        for shape, nchw, kind in SHAPES:
            here = lambda rows: next(r for r in rows if (r["work"], r["shape"]) == (work, shape))
            mine = [here(n) for _, n in pairs]
            row = report.summary([here(t["rows"])["median_ms"] for t, _ in pairs],
                                 [m["median_ms"] for m in mine])
            fraction = statistics.median(m["fraction"] for m in mine)
            row.update(name=f"{title} {nchw}", unit="ms", fraction=fraction,
                       goal=f"{NORM_RATIO}x" if kind == "ratio" else f"{NORM_FRACTION:.0%} of bound",
                       bound_gb_s=statistics.median(m["bound_gb_s"] for m in mine))
            row["met"] = (row["ratio"] >= NORM_RATIO if kind == "ratio"
                          else fraction >= NORM_FRACTION)
            rows.append(row)
            say(report.line(row))
    return rows


# ---- all ----

def parse():
    p = argparse.ArgumentParser()
    p.add_argument("--normlab", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--work", default=".")
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--quick", action="store_true")
    p.add_argument("--only", default="*")
    a = p.parse_args()
    if a.rounds < 1:
        p.error("--rounds: should be 1 or more")
    return a


def main():
    a = parse()
    rounds = 1 if a.quick else a.rounds
    chosen = lambda name: fnmatch.fnmatch(name.lower(), f"*{a.only.lower()}*")
    result = {"trainings": [], "norms": [], "failed": [], "rounds": rounds, "quick": a.quick,
              "steps": STEPS, "early": EARLY, "self": SELF, "floors": (EARLY_FLOOR, ALL_FLOOR)}
    os.makedirs(a.work, exist_ok=True)
    items = [t for t in trainings() if chosen(t.name)]
    for item in items:
        try:
            result["trainings"].append(
                run_training(item, a.normlab, a.work, rounds, 4 if a.quick else None))
        except Failed as e:
            say(f"  FAILED: {e}")
            result["failed"].append((item.name, str(e)))
    if chosen("norms alone"):
        try:
            result["norms"] = run_norms(a.normlab, rounds, 0.06 if a.quick else 0.2)
        except Failed as e:
            say(f"  FAILED: {e}")
            result["failed"].append(("norms alone", str(e)))
    elif not items:
        sys.exit(f"peers: nothing is called like '{a.only}'")
    text = report.markdown(result, report.machine(a.normlab, torch_peer("versions")))
    report.write(a.out, text)
    print(text)
    return 1 if result["failed"] or any(not r["check"]["same"] for r in result["trainings"]) else 0


if __name__ == "__main__":
    sys.exit(main())
