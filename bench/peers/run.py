"""The same work in normlab, PyTorch and JAX, one thread each, in turns; ratios of medians.

    run.py --normlab BINARY --out RESULTS.md [--rounds R] [--quick] [--only PATTERN] [--work FOLDER] [--source TEXT]

Each row is kept in FOLDER/rows.json once it is measured, until a run has all of them: after an interruption the same
command, of the same program and peers, goes on with the next row.

Runs in the Python whose PyTorch and JAX are the peers; without JAX its rows are empty. Exit code 0; 1 when a peer
failed or the losses of a piece of work disagree, for then it is not the same work. A goal that is missed is a result.
"""
import argparse
import fnmatch
import hashlib
import importlib.util
import json
import os
import subprocess
import sys

import plan
import report

HERE = os.path.dirname(os.path.abspath(__file__))

EARLY = 10  # the steps whose losses are compared, beside all of plan.Training.compared
# Two curves are of the same work when they differ by no more than SELF times what PyTorch differs
# from itself under other rounding, or by so little over the early steps and over all.
SELF, EARLY_FLOOR, ALL_FLOOR = 10, 1e-5, 1e-3
EARLY_CAP, ALL_CAP = 1e-3, 5e-2  # beyond these, curves say nothing


class Failed(Exception):
    pass


def say(message):
    print(message, file=sys.stderr, flush=True)


class Peers:
    """How each peer is called; each call is a process of its own and returns what it printed, as JSON."""

    def __init__(self, normlab, folder):
        self.binary, self.folder = normlab, folder
        self.has_jax = importlib.util.find_spec("jax") is not None
        self.environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1",
                                TORCHINDUCTOR_CACHE_DIR=os.path.abspath(os.path.join(folder, "compiled")))

    def call(self, *command):
        done = subprocess.run([str(c) for c in command], env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)
        if done.returncode:
            lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
            raise Failed(f"{' '.join(os.path.basename(str(c)) for c in command[:3])}: {lines[-1]}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def script(self, name, *arguments):
        return self.call(sys.executable, os.path.join(HERE, name), *arguments)

    def torch(self, *arguments):
        return self.script("torch_peer.py", *arguments)

    def jax(self, *arguments):
        return self.script("jax_peer.py", *arguments)

    def normlab(self, *arguments):
        return self.call(self.binary, *arguments)


def in_turns(rounds, calls):
    """What each of the calls returned, by its name, round by round."""
    done = {name: [] for name in calls}
    for i in range(rounds):
        for name, call in calls.items():
            done[name].append(call())
        say(f"  round {i + 1} of {rounds}")
    return done


# ---- losses ----

def difference(a, b, steps):
    """The largest relative difference over the first steps; NaN counts as infinite."""
    worst = 0.0
    for x, y in zip(a[:steps], b[:steps]):
        d = abs(x - y) / abs(y)
        worst = max(worst, d if d == d else float("inf"))
    return worst


def compare_losses(mine, theirs, own):
    """Holds normlab's losses against those of each peer. own: PyTorch's eager losses under other rounding."""
    both = lambda a, b: (difference(a, b, EARLY), difference(a, b, len(b)))
    itself = [max(d) for d in zip(*(both(o, theirs["eager"]) for o in own))]
    limit = (min(max(EARLY_FLOOR, SELF * itself[0]), EARLY_CAP), min(max(ALL_FLOOR, SELF * itself[1]), ALL_CAP))
    from_peer = {name: both(mine, loss) for name, loss in theirs.items()}
    same = {name: d[0] <= limit[0] and d[1] <= limit[1] for name, d in from_peer.items()}
    return {"first": mine[0], "last": mine[-1], "steps": len(mine), "self": itself, "limit": limit, "peers": from_peer, "same": same}


def tell_losses(losses):
    for name, (early, every) in losses["peers"].items():
        say(f"  losses, {name}: largest relative difference {early:.1e} in the first {EARLY} steps (limit "
            f"{losses['limit'][0]:.1e}), {every:.1e} in all (limit {losses['limit'][1]:.1e})"
            + ("" if losses["same"][name] else " - NOT THE SAME WORK"))


def check(item, peers, quick):
    """Writes the work down, finds PyTorch's fastest ways, and holds the losses against each other. Returns what was
    found, and the file of the work."""
    dump, work = os.path.join(peers.folder, "work.h5"), os.path.join(peers.folder, "work.npz")
    steps = EARLY if quick else item.compared
    peers.normlab("bench", "train", *item.config, "--steps", steps, "--dump", dump)
    mine = peers.script("work.py", dump, work)["loss"]
    os.remove(dump)
    found = peers.torch("check", work, steps, *(["quick"] if quick else []),
                        *(["compiled"] if quick and item.smallest else []))
    found["jax"] = None
    if item.in_jax and peers.has_jax and (item.smallest or not quick):
        found["jax"] = peers.jax("check", work, steps)
        found["loss"]["JAX"] = found["jax"]["loss"]
    found["losses"] = compare_losses(mine, found["loss"], found["own"])
    tell_losses(found["losses"])
    for way, why in found["failed"].items():
        say(f"  PyTorch cannot: {way}: {why}")
    return found, work


# ---- training ----

def quick_times(item, found):
    """The times that the check took, in place of rounds."""
    times = {k: found["step_ms"][found[k]] for k in ("eager", "compiled") if found[k]}
    if found["jax"]:
        times["jax"] = found["jax"]["step_ms"]
    return {k: [{"step_ms": ms, "image_ms": ms / item.batch, "peak_bytes": None}] for k, ms in times.items()}


def run_training(item, peers, rounds, quick):
    say(item.name)
    found, work = check(item, peers, quick)
    steps, repeat = (4 + 64 // item.batch, 3) if quick else (item.steps, item.repeat)

    def by_normlab():
        row = peers.normlab("bench", "train", *item.config, "--steps", steps, "--repeat", repeat, "--json")[0]
        return dict(row, step_ms=row["median_ms"])

    def by_torch(way):
        return lambda: peers.torch("train", work, found[way], steps, repeat)

    calls = {way: by_torch(way) for way in ("eager", "compiled") if found[way]}
    if found["jax"]:
        calls["jax"] = lambda: peers.jax("train", work, steps, repeat)
    done = in_turns(rounds, {"normlab": by_normlab} if quick else dict(calls, normlab=by_normlab))
    if quick:
        done.update(quick_times(item, found))
    os.remove(work)
    # An epoch is 60000 images, whatever the number of steps that a quick run takes.
    figure, unit, scale = item.per
    row = report.summary({name: [scale * r[figure] for r in rows] for name, rows in done.items()})
    row.update(name=item.name, unit=unit, found=found, goal=item.goal, jax_goal=item.jax_goal,
               bytes={k: report.median(r["peak_bytes"] for r in done[k]) for k in ("eager", "normlab")})
    row["met"] = report.is_met(row)
    say(report.line(row))
    return row


# ---- norms ----

def run_norms(peers, rounds, quick):
    say("Norms alone, forward + backward")
    seconds = 0.06 if quick else 0.2
    done = in_turns(rounds, {
        "torch": lambda: peers.torch("norms", seconds, 3, *(["quick"] if quick else [])),
        "normlab": lambda: peers.normlab("bench", "norms", "--seconds", seconds, "--repeat", 3, "--json")})
    rows = []
    for work, title in plan.NORMS:
        for shape, nchw, by_bound in plan.SHAPES:
            here = lambda rows: next(r for r in rows if (r["work"], r["shape"]) == (work, shape))
            mine, theirs = [here(r) for r in done["normlab"]], [here(r["rows"]) for r in done["torch"]]
            times = {"normlab": [r["median_ms"] for r in mine], "eager": [r["eager"] for r in theirs]}
            if all(r["compiled"] for r in theirs):
                times["compiled"] = [r["compiled"] for r in theirs]
            row = report.summary(times)
            row.update(name=f"{title} {nchw}", unit="ms", fraction=report.median(r["fraction"] for r in mine),
                       bound_gb_s=report.median(r["bound_gb_s"] for r in mine),
                       goal=None if by_bound else plan.NORM_GOAL, bound_goal=plan.BOUND_GOAL if by_bound else None)
            row["met"] = row["fraction"] >= plan.BOUND_GOAL if by_bound else report.is_met(row)
            rows.append(row)
            say(report.line(row))
    return rows


# ---- all ----

class Rows:
    """The rows that are measured, by name, in a file that holds them for the next call. They are dropped when the program,
    a peer, or the way of measuring has changed."""

    def __init__(self, path, *what):
        self.path, self.rows = path, {}
        self.key = hashlib.sha256(repr(what).encode()).hexdigest()
        try:
            with open(path) as f:
                kept = json.load(f)
            if kept["key"] == self.key:
                self.rows = kept["rows"]
        except (OSError, ValueError, KeyError):
            pass  # none are kept

    def get(self, name, function, *arguments):
        if name in self.rows:
            say(f"{name}: measured before")
        else:
            self.rows[name] = function(*arguments)
            report.write(self.path, json.dumps({"key": self.key, "rows": self.rows}))
        return self.rows[name]


def digest(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def parse():
    p = argparse.ArgumentParser()
    p.add_argument("--normlab", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--work", default=".")
    p.add_argument("--rounds", type=int, default=3)
    p.add_argument("--quick", action="store_true")
    p.add_argument("--only", default="*")
    p.add_argument("--source", default="unknown", help="where the peers came from, for the results")
    a = p.parse_args()
    if a.rounds < 1:
        p.error("--rounds: should be 1 or more")
    return a


def attempt(result, name, function, *arguments):
    """Returns what the function returns, or None after it has failed."""
    try:
        return function(*arguments)
    except Failed as e:
        say(f"  FAILED: {e}")
        result["failed"].append((name, str(e)))
        return None


def main():
    a = parse()
    os.makedirs(a.work, exist_ok=True)
    peers, rounds = Peers(a.normlab, a.work), 1 if a.quick else a.rounds
    chosen = lambda name: fnmatch.fnmatch(name.lower(), f"*{a.only.lower()}*")
    items = [t for t in plan.trainings() if chosen(t.name)]
    if not items and not chosen("norms alone"):
        sys.exit(f"peers: nothing is called like '{a.only}'")
    result = {"norms": [], "failed": [], "rounds": rounds, "quick": a.quick, "early": EARLY, "self": SELF, "floors": (EARLY_FLOOR, ALL_FLOOR)}
    versions = peers.torch("versions"), peers.jax("versions") if peers.has_jax else None
    rows = Rows(os.path.join(a.work, "rows.json"), digest(a.normlab), versions, rounds, a.quick)
    result["trainings"] = [row for item in items
                           if (row := attempt(result, item.name, rows.get, item.name, run_training, item, peers, rounds,
                                              a.quick))]
    if chosen("norms alone"):
        result["norms"] = attempt(result, "norms alone", rows.get, "norms alone", run_norms, peers, rounds, a.quick) or []
    facts = report.machine(a.normlab, *versions, a.source)
    text = report.markdown(result, facts)
    report.write(a.out, text)
    say(f"wrote {a.out}")
    if not result["failed"] and a.only == "*":
        os.remove(rows.path)
    print(text)
    same = all(all(r["found"]["losses"]["same"].values()) for r in result["trainings"])
    return 0 if same and not result["failed"] else 1


if __name__ == "__main__":
    sys.exit(main())
