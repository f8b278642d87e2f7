"""Figures of the peers' runs as lines and as bench/results.md."""
import datetime
import os
import platform
import re
import statistics
import subprocess
import tempfile

import plan


def median(values):
    """None where a value was not measured."""
    values = list(values)
    return None if None in values else statistics.median(values)


def summary(times):
    """times: {peer: a time for each round}, of "normlab", PyTorch's "eager", and perhaps "compiled" and "jax". Returns
    medians, each peer's ratio to normlab, and of PyTorch's fastest way the least and largest ratio of a round."""
    middle = {name: statistics.median(values) for name, values in times.items()}
    ratio = {name: t / middle["normlab"] for name, t in middle.items()}
    fastest = min((name for name in ("eager", "compiled") if name in times), key=middle.get)
    rounds = [t / n for t, n in zip(times[fastest], times["normlab"])]
    return {"time": middle, "ratio": ratio, "fastest": fastest, "least": min(rounds), "most": max(rounds)}


def is_met(row):
    """True when normlab is as fast as its goals say; None when all that was measured is but JAX was not."""
    if row["ratio"][row["fastest"]] < row["goal"]:
        return False
    if not row.get("jax_goal"):
        return True
    return row["ratio"]["jax"] >= row["jax_goal"] if "jax" in row["ratio"] else None


def number(v):
    return f"{v:.3g}" if v < 1000 else f"{v:.0f}"


def times(ratio):
    return "-" if ratio is None else f"{ratio:.2f}"


def goal(row):
    if row.get("bound_goal"):
        return f"{row['bound_goal']:.0%} of bound"
    return f"{row['goal']:g}" + (f", JAX {row['jax_goal']:g}" if row.get("jax_goal") else "")


def line(row):
    told = {"eager": "PyTorch", "compiled": "compiled", "jax": "JAX"}
    return (f"  {row['name']}: normlab {number(row['time']['normlab'])} {row['unit']}; "
            + ", ".join(f"{told[k]} {r:.2f} times that" for k, r in row["ratio"].items() if k in told)
            + f"; goal {goal(row)}: {MET[row['met']].strip('*')}")


def mib(size):
    return f"{size / 2**20:.0f}"


# ---- the machine ----

def run(*command):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                              check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def caches():
    sizes = []
    for line in run("lscpu", "-C=NAME,ONE-SIZE").splitlines()[1:]:
        sizes.append(" ".join(line.split()))
    return ", ".join(sizes) or "unknown"


def machine(normlab, torch, jax, source):
    mine = dict(line.split(None, 1) for line in run(normlab, "--version").splitlines()
                if len(line.split(None, 1)) == 2)
    here = os.path.dirname(os.path.abspath(__file__))
    changed = run("git", "-C", here, "status", "--porcelain", "--untracked-files=no").strip()
    vectors = re.search(r"CPU capability usage: (\w+)", torch["build"])
    onednn = re.search(r"MKL-DNN v([\d.]+)", torch["build"])
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": run("git", "-C", here, "rev-parse", "HEAD").strip() + (" with changes" if changed else ""),
        "CPU": f"{mine.get('cpu', platform.processor())}, {os.cpu_count()} cores",
        "caches": caches(),
        "kernel": f"{platform.system()} {platform.release()} {platform.machine()}",
        "compiler": f"{mine.get('compiler', '?')}, {mine.get('compiler_flags', '?')}",
        "normlab's BLAS": mine.get("blas", "?").strip(),
        "normlab's kernels": f"{mine.get('isa', '?').strip()}, {mine.get('libxsmm', '?').strip()}",
        "peers": source,
        "PyTorch": f"{torch['torch']}, own kernels {vectors.group(1) if vectors else '?'}, "
                   f"oneDNN {onednn.group(1) if onednn else '?'}, "
                   f"BLAS {torch['blas'] or '?'}, Python {platform.python_version()}",
        "JAX": f"{jax['jax']}, {jax['platform']}" if jax else "not here",
        "threads": "one each; JAX on one core by its affinity",
    }


# ---- bench/results.md ----

MET = {True: "yes", False: "**no**", None: "JAX not measured"}

TRAIN_HEAD = """| work | normlab | PyTorch, fastest | rounds | compiled | JAX | goal | met |
|---|---|---|---|---|---|---|---|
"""

NORM_HEAD = """| norm, forward + backward | normlab, ms | PyTorch, fastest | rounds | compiled | streaming bound | goal | met |
|---|---|---|---|---|---|---|---|
"""

DETAILS_HEAD = """| work | PyTorch's ways, ms a step | peak memory, MiB | losses | normlab and the others | limits |
|---|---|---|---|---|---|
"""


def ratio_cells(row):
    """The fastest, its rounds, compiled."""
    return (f"{times(row['ratio'][row['fastest']])} | {row['least']:.2f} to {row['most']:.2f} "
            f"| {times(row['ratio'].get('compiled'))}")


def train_row(r):
    met = MET[r["met"]] if all(r["found"]["losses"]["same"].values()) else "**NOT THE SAME WORK**"
    return (f"| {r['name']} | {number(r['time']['normlab'])} {r['unit']} | {ratio_cells(r)} "
            f"| {times(r['ratio'].get('jax'))} | {goal(r)} | {met} |\n")


def norm_row(r):
    return (f"| {r['name']} | {number(r['time']['normlab'])} | {ratio_cells(r)} "
            f"| {r['fraction']:.0%} of {r['bound_gb_s']:.0f} GB/s | {goal(r)} | {MET[r['met']]} |\n")


def memory_cell(r):
    torch, normlab = r["bytes"]["eager"], r["bytes"]["normlab"]
    if torch is None:
        return "-"
    return f"{mib(torch)} / {mib(normlab)}" + ("" if normlab <= plan.MEMORY_GOAL * torch else ", **above a third**")


def ways_cell(found):
    timed = (found["eager"], found["compiled"])
    ways = [f"**{w} {number(t)}**" if w in timed else f"{w} {number(t)}" for w, t in found["step_ms"].items()]
    return ", ".join(ways)


def details_row(r):
    losses = r["found"]["losses"]
    pair = lambda d, digits=1: f"{d[0]:.{digits}e} / {d[1]:.{digits}e}"
    peers = "; ".join(f"{name} {pair(d, 0)}" for name, d in losses["peers"].items())
    return (f"| {r['name']} | {ways_cell(r['found'])} | {memory_cell(r)} | {losses['first']:.4f} to "
            f"{losses['last']:.4f} in {losses['steps']} | {peers} | {pair(losses['limit'], 0)} |\n")


def intro(result):
    rounds = result["rounds"]
    text = (f"# normlab, PyTorch and JAX, side by side\n\nWritten by `bench/run_peers.sh`: {rounds} "
            f"round{'s' if rounds > 1 else ''}, the peers in turns, each in a process of its own with one thread. A "
            "number under a peer's name is its time over normlab's: medians of the rounds, and the least and largest of "
            "a round. PyTorch's fastest is the best of its memory layouts, optimizer loops, and eager or compiled; "
            "\"compiled\" is `torch.compile`, \"JAX\" a jitted step. The time to compile is not counted. An epoch is "
            "60,000 images. Times hold all of a step: batch assembly from bytes, forward, loss, backward, update. In the MLP "
            "normlab computes less: not the gradient between the norm of the input and the first dense layer "
            "(src/layers/norms/norm.h), a third of this layer's products.\n\n")
    if result["quick"]:
        text += ("**A quick run: too short to quote. The peers' times are the best of few steps, and only the smallest "
                 "batch of each net was compiled or run in JAX.**\n\n")
    return text


NORM_NOTE = """
PyTorch's LayerNorm is the faster of `LayerNorm((C,H,W))` and `GroupNorm(1, C)`, whose parameters are normlab's. The
bound: 8 passes over the array (BatchNorm) or 5, at the bandwidth of a copy of an array of that size in the same run.

"""


def details(result):
    early = result["early"]
    floor, floor_all = result["floors"]
    return f"""## Details

The ways that were timed are bold; PyTorch does the first when nothing else is asked for. Peak memory is that of the
eager way's process and of normlab's; the goal is a third. A PyTorch that is built for CUDA ("+cu" in its version) holds
those libraries in memory too, though no GPU is used.

All peers start from the same values and take the same batches. Their losses' largest relative differences from
normlab's are given over the first {early} steps and over all that the table names. Rounding errors grow from step to step, so what
counts as the same work is measured: at most {result["self"]} times what PyTorch differs from itself when its first
values are rounded otherwise in the last place, or when its memory order is the other one; and never less than {floor:g}
and {floor_all:g}.

{DETAILS_HEAD}""" + "".join(map(details_row, result["trainings"])) + """
All sequences have 20 tokens, so there is no padding and nothing to mask. PyTorch's nets of them are made of `nn.Embedding`,
`nn.LSTM` (of its two biases one is not trained, as normlab has one), `nn.MultiheadAttention`, `nn.LayerNorm` and `nn.Linear`.
"""


def not_done(result):
    """What failed, and the ways that PyTorch cannot go here, each reason once."""
    text = "".join(f"\n**FAILED**: {name}: {why}\n" for name, why in result["failed"])
    reasons = {}
    for r in result["trainings"]:
        for way, why in r["found"]["failed"].items():
            reasons.setdefault(why, []).append(f"{r['name']}, {way}")
    for why, where in reasons.items():
        more = f" and {len(where) - 1} more" if len(where) > 1 else ""
        text += f"\nPyTorch cannot go this way here: {where[0]}{more}: {why}\n"
    return text


def markdown(result, facts):
    text = intro(result)
    if result["trainings"]:
        text += TRAIN_HEAD + "".join(map(train_row, result["trainings"])) + "\n"
    if result["norms"]:
        text += NORM_HEAD + "".join(map(norm_row, result["norms"])) + NORM_NOTE
    if result["trainings"]:
        text += details(result)
    text += not_done(result) + "\n## Machine\n\n| | |\n|---|---|\n"
    return text + "".join(f"| {k} | {v} |\n" for k, v in facts.items())


def write(path, text):
    """Whole or not at all."""
    folder = os.path.dirname(os.path.abspath(path))
    fd, temporary = tempfile.mkstemp(dir=folder, prefix=".results.", suffix=".tmp")
    try:
        with os.fdopen(fd, "w") as f:
            f.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
