"""Figures of the peers' runs as lines and as bench/results.md."""
import datetime
import os
import platform
import re
import statistics
import subprocess
import tempfile


def summary(torch_values, normlab_values):
    """Medians over the rounds, their ratio, and the least and largest ratio of a round."""
    ratios = [t / n for t, n in zip(torch_values, normlab_values)]
    torch, normlab = statistics.median(torch_values), statistics.median(normlab_values)
    return {"torch": torch, "normlab": normlab, "ratio": torch / normlab,
            "least": min(ratios), "most": max(ratios)}


def number(v):
    return f"{v:.3g}" if v < 1000 else f"{v:.0f}"


def line(row):
    return (f"  {row['name']}: PyTorch {number(row['torch'])} {row['unit']}, normlab "
            f"{number(row['normlab'])} {row['unit']}: {row['ratio']:.2f}x "
            f"({row['least']:.2f} to {row['most']:.2f}), target {row['goal']}: "
            + ("met" if row["met"] else "not met"))


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


def machine(normlab, torch):
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
        "PyTorch": f"{torch['torch']}, own kernels {vectors.group(1) if vectors else '?'}, "
                   f"oneDNN {onednn.group(1) if onednn else '?'}, "
                   f"BLAS {torch['blas'] or '?'}, Python {platform.python_version()}",
        "threads": "one each",
    }


# ---- bench/results.md ----

TRAIN_HEAD = """| {} | PyTorch, fastest | as it comes | normlab | ratio to fastest | rounds | to as it comes | target | met | losses agree | memory, MiB | ratio | met |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
"""

NORM_HEAD = """| norm, forward + backward | PyTorch, ms | normlab, ms | ratio | rounds | part of the streaming bound | target | met |
|---|---|---|---|---|---|---|---|
"""


def yes(v):
    return "yes" if v else "**no**"


def train_row(r):
    c = r["check"]
    agree = f"{c['early']:.0e} / {c['all']:.0e}"
    if not c["same"]:
        agree = f"**NOT THE SAME WORK**: {agree}"
    unit = {"s": " s", "ms/image": " ms", "ms/step": " ms a step"}[r["unit"]]
    met = "yes" if r["met"] else "as it comes" if r["plain_met"] else "**no**"
    return (f"| {r['name']} | {number(r['torch'])}{unit} | {number(r['plain'])}{unit} "
            f"| {number(r['normlab'])}{unit} | {r['ratio']:.2f}x | {r['least']:.2f} to {r['most']:.2f} "
            f"| {r['plain'] / r['normlab']:.2f}x | {r['goal']} | {met} "
            f"| {agree} | {mib(r['torch_bytes'])} / {mib(r['normlab_bytes'])} "
            f"| 1/{r['torch_bytes'] / r['normlab_bytes']:.1f} | {yes(r['memory_met'])} |\n")


def norm_row(r):
    return (f"| {r['name']} | {number(r['torch'])} | {number(r['normlab'])} | {r['ratio']:.2f}x "
            f"| {r['least']:.2f} to {r['most']:.2f} | {r['fraction']:.0%} of {r['bound_gb_s']:.0f} GB/s "
            f"| {r['goal']} | {yes(r['met'])} |\n")


def loss_notes(result):
    early, every = result["early"], result["steps"]
    floor, floor_all = result["floors"]
    return f"""
Both peers start from the same values and take the same batches. "Losses agree" gives the largest
relative difference between their losses over the first {early} steps and over all {every}. Rounding errors
grow from step to step, so what counts as the same work is measured: at most {result["self"]} times what PyTorch
differs from itself when its first values are rounded otherwise in the last place, or when its memory order
is the other one; and never less than {floor:g} and {floor_all:g}.

| work | first and last loss | normlab and PyTorch, {early} / {every} steps | limits | PyTorch and itself | PyTorch's steps, ms; the fastest way was timed |
|---|---|---|---|---|---|
"""


def loss_row(r):
    c = r["check"]
    ways = ", ".join(f"**{w} {number(t)}**" if w == c["way"] else f"{w} {number(t)}"
                     for w, t in c["step_ms"].items())
    return (f"| {r['name']} | {c['first']:.4f}, {c['last']:.4f} | {c['early']:.1e} / {c['all']:.1e} "
            f"| {c['early_limit']:.0e} / {c['all_limit']:.0e} "
            f"| {c['self_early']:.0e} / {c['self_all']:.0e} | {ways} |\n")


def markdown(result, facts):
    rounds = result["rounds"]
    text = "# normlab and PyTorch, side by side\n\n"
    text += (f"Written by `bench/run_peers.sh`; {rounds} round{'s' if rounds > 1 else ''}, PyTorch and "
             "normlab in turns, each in a process of its own with one thread. A ratio is PyTorch's median "
             "over normlab's, \"rounds\" the least and largest ratio of one round. PyTorch is timed twice: in "
             "the memory layout and with the optimizer loop that are fastest here, and as it comes (NCHW, or "
             "batch first, and its optimizers' default loop). Memory is the peak resident memory of the process (target: a "
             "third of the fastest way's).\n\n")
    if result["quick"]:
        text += "**A quick run: too few steps to quote.**\n\n"
    steps = [r for r in result["trainings"] if r["unit"] == "ms/step"]
    others = [r for r in result["trainings"] if r not in steps]
    if others:
        text += TRAIN_HEAD.format("work") + "".join(map(train_row, others))
        text += "\nAn epoch is 60,000 images; the other rows are per image.\n\n"
    if steps:
        text += TRAIN_HEAD.format("sequences: **time of a step**") + "".join(map(train_row, steps))
        text += ("\nThese rows are per step, of a whole batch and not per sequence. All sequences have 20 "
                 "tokens, so there is no padding and nothing to mask. PyTorch's sequences lie as [N][T][C] or as "
                 "[T][N][C] in memory, whichever is faster here; as it comes: `batch_first=True`. Its nets are "
                 "made of `nn.Embedding`, `nn.LSTM` (of its two biases one is not trained, as normlab has "
                 "one), `nn.MultiheadAttention`, `nn.LayerNorm` and `nn.Linear`.\n\n")
    if result["trainings"]:
        text += ("Times hold all of a step: batch assembly from bytes, forward, loss, backward, update.\n")
        text += loss_notes(result) + "".join(map(loss_row, result["trainings"]))
    if result["norms"]:
        text += "\n" + NORM_HEAD + "".join(map(norm_row, result["norms"]))
        text += ("\nPyTorch is timed in NCHW memory; its LayerNorm is the faster of `LayerNorm((C,H,W))` and "
                 "`GroupNorm(1, C)`, whose parameters are normlab's. The bound: 8 passes over the array "
                 "(BatchNorm) or 5, at the bandwidth of a copy of an array of that size in the same run.\n")
    for name, why in result["failed"]:
        text += f"\n**FAILED**: {name}: {why}\n"
    text += "\n## Machine\n\n| | |\n|---|---|\n"
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
