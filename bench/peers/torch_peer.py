"""PyTorch's side, one thread; each command prints one line of JSON.

    prepare DUMP.h5 WORK.pt          what `normlab bench train --dump` wrote, as tensors
    probe WORK.pt                    the fastest way to take these steps in PyTorch
    losses WORK.pt WAY STEPS [nudge] loss of each of the first steps; nudge: from first values that
                                     are rounded otherwise in the last place
    train WORK.pt WAY STEPS REPEAT   time of REPEAT samples of STEPS steps
    norms SECONDS REPEAT             forward + backward of the norms

A WAY is how activations lie in memory, then "/each" or "/foreach" (the optimizer's loop). Images are
"nchw" or "channels_last"; sequences are "batch_first" or "time_first", all of full length.
"""
import json
import math
import os
import statistics
import sys
import time

import torch
from torch import nn
import torch.nn.functional as F

import models



def ways(config):
    """The first is what a PyTorch program does that asks for nothing else."""
    name = config["net"].split()[0]
    layouts = (("batch_first", "time_first") if name in models.SEQUENCE_NETS else
               ("nchw", "channels_last") if name == "resnet" else ("nchw",))
    return [f"{layout}/{loop}" for layout in layouts for loop in ("each", "foreach")]


def peak_bytes():
    with open("/proc/self/status") as f:
        for line in f:
            if line.startswith("VmHWM:"):
                return 1024 * int(line.split()[1])
    return math.nan


# ---- from the dump ----

EXPECTED = {"flip": "0", "crop": "0", "drop_last": "0", "weight_decay": "0", "clip_norm": "0",
            "nesterov": "0", "schedule": "constant", "warmup_epochs": "0", "lr_ref_batch": "0",
            "loss": "softmax", "adam_form": "torch"}


def read_images(f, tensor):
    return {"image": tensor(f["image"]).permute(0, 3, 1, 2).contiguous(),
            "mean": tensor(f["mean"]).float().view(1, -1, 1, 1),
            "sd": tensor(f["sd"]).float().view(1, -1, 1, 1)}


def read_tokens(f, tensor):
    token, length = tensor(f["token"]), tensor(f["length"])
    if length.min() < token.shape[1]:
        raise SystemExit("peers: shorter sequences need masks, which this peer has not: give length")
    return {"token": token, "classes": int(tensor(f["label"]).max()) + 1}


def prepare(dump, out):
    import h5py  # here alone, so that it costs the peer that is timed no memory

    tensor = lambda d: torch.from_numpy(d[()])
    with h5py.File(dump) as f:
        config = {k: v.decode() if isinstance(v, bytes) else str(v) for k, v in f.attrs.items()}
        for key, value in EXPECTED.items():
            if config[key] != value:
                raise SystemExit(f"peers: {key}={config[key]} is nothing that this peer does")
        names = [n.decode() if isinstance(n, bytes) else n for n in f["params"][()]]
        work = {
            "config": config,
            "params": {n: tensor(f["param"][n]) for n in names},
            "label": tensor(f["label"]).long(),
            "order": tensor(f["order"]),
            **(read_images if "image" in f else read_tokens)(f, tensor),
        }
        loss = f["loss"][()].tolist()
    torch.save(work, out)
    return {"loss": loss}


# ---- training ----

def make_optimizer(config, net, foreach):
    lr, params = float(config["lr"]), [p for p in net.parameters() if p.requires_grad]
    if config["optimizer"] == "adam":
        betas = (float(config["beta1"]), float(config["beta2"]))
        return torch.optim.Adam(params, lr, betas, float(config["optimizer_eps"]), foreach=foreach)
    if config["optimizer"] == "sgd":
        return torch.optim.SGD(params, lr, float(config["momentum"]), foreach=foreach)
    raise SystemExit(f"peers: no optimizer={config['optimizer']}")


class Images:
    """Batches of images, in the layout that the net takes."""

    def __init__(self, work, layout):
        image = work["image"]
        self.net = models.build(work["config"], image.shape[1], image.shape[2])
        self.mean, self.scale = work["mean"], 1 / work["sd"]
        self.channels_last = False
        if isinstance(self.net, models.Mlp):
            image = image.view(image.shape[0], -1)
            self.mean, self.scale = self.mean.view(1, -1), self.scale.view(1, -1)
        elif layout == "channels_last":
            self.channels_last = True
            self.net.to(memory_format=torch.channels_last)
            image = image.permute(0, 2, 3, 1).contiguous()
            self.mean, self.scale = self.mean.permute(0, 2, 3, 1), self.scale.permute(0, 2, 3, 1)
        self.image = image

    def batch(self, index):
        x = self.image.index_select(0, index).float().sub_(self.mean).mul_(self.scale)
        # Channels last in memory are NCHW by their dimensions.
        return x.permute(0, 3, 1, 2) if self.channels_last else x


class Tokens:
    """Batches of sequences."""

    def __init__(self, work, layout):
        token, table = work["token"], work["params"]["embedding1/weight"]
        self.batch_first = layout == "batch_first"
        self.net = models.build_sequence_net(work["config"], token.shape[1], table.shape[0],
                                             work["classes"], self.batch_first)
        self.token = token

    def batch(self, index):
        x = self.token.index_select(0, index)
        return (x if self.batch_first else x.t()).long()


class Session:
    """The steps of a trial, epoch after epoch."""

    def __init__(self, path, way):
        work = torch.load(path)
        layout, _, loop = way.partition("/")
        config = work["config"]
        self.input = (Images if "image" in work else Tokens)(work, layout)
        self.net = self.input.net
        models.fill(self.net, work["params"])
        self.net.train()
        self.batch = int(config["batch"])
        self.label, self.order = work["label"], work["order"]
        self.optimizer = make_optimizer(config, self.net, loop == "foreach")
        self.epoch, self.at, self.samples = 0, 0, 0

    def indices(self):
        order = self.order[self.epoch]
        index = order[self.at:self.at + self.batch]
        self.at += self.batch
        if self.at >= order.shape[0]:
            self.at, self.epoch = 0, (self.epoch + 1) % self.order.shape[0]
        return index

    def step(self):
        index = self.indices()
        x = self.input.batch(index)
        self.optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(self.net(x), self.label[index])
        loss.backward()
        self.optimizer.step()
        self.samples += index.shape[0]
        return loss.detach()


def time_steps(session, steps):
    start = time.perf_counter()
    for _ in range(steps):
        session.step()
    return time.perf_counter() - start


def nudge(net):
    torch.manual_seed(0)
    with torch.no_grad():
        for p in net.parameters():
            p.mul_(1 + (torch.rand_like(p) < 0.5) * 2.0**-23)


def losses(path, way, steps, how=""):
    session = Session(path, way)
    if how == "nudge":
        nudge(session.net)
    return {"loss": [session.step().double().item() for _ in range(int(steps))]}


def train(path, way, steps, repeat):
    session, steps, repeat = Session(path, way), int(steps), int(repeat)
    time_steps(session, max(3, steps // 10 + 1))
    session.samples = 0
    seconds = [time_steps(session, steps) for _ in range(repeat)]
    total_ms, samples = 1e3 * statistics.median(seconds), session.samples / repeat
    return {"step_ms": total_ms / steps, "image_ms": total_ms / samples, "peak_bytes": peak_bytes()}


def probe(path):
    """Takes the ways in turns, three times, and judges by the best time of each."""
    sessions = {way: Session(path, way) for way in ways(torch.load(path)["config"])}
    best = dict.fromkeys(sessions, math.inf)
    for session in sessions.values():
        time_steps(session, 2)
    for _ in range(3):
        for way, session in sessions.items():
            steps = 1 + 64 // session.batch
            best[way] = min(best[way], time_steps(session, steps) / steps)
    return {"way": min(best, key=best.get), "step_ms": {w: 1e3 * t for w, t in best.items()}}


# ---- norms ----

SHAPES = ((32, 16, 32, 32), (128, 64, 8, 8), (32, 64, 56, 56))
NORMS = {
    "batchnorm": [lambda c, s: nn.BatchNorm2d(c)],
    "groupnorm": [lambda c, s: nn.GroupNorm(8, c)],
    "instancenorm": [lambda c, s: nn.InstanceNorm2d(c, affine=True)],
    # normlab's gamma and beta are per channel, as GroupNorm(1)'s; the faster of both counts
    "layernorm": [lambda c, s: nn.LayerNorm((c, s, s)), lambda c, s: nn.GroupNorm(1, c)],
}


def time_norm(norm, shape, seconds, repeat):
    x, dy = torch.randn(shape, requires_grad=True), torch.randn(shape)

    def both(calls):
        start = time.perf_counter()
        for _ in range(calls):
            x.grad = None
            norm.zero_grad(set_to_none=True)
            norm(x).backward(dy)
        return time.perf_counter() - start

    both(2)
    calls = max(1, math.ceil(max(seconds / repeat, 0.02) / (both(2) / 2)))
    return 1e3 * statistics.median(both(calls) for _ in range(repeat)) / calls


def norms(seconds, repeat):
    rows = []
    for n, c, side, _ in SHAPES:
        for work, makers in NORMS.items():
            times = [time_norm(make(c, side), (n, c, side, side), float(seconds), int(repeat))
                     for make in makers]
            rows.append({"work": work, "shape": f"{n}x{side}x{side}x{c}", "median_ms": min(times)})
    return {"rows": rows, "peak_bytes": peak_bytes()}


def blas():
    """The files of the BLAS that this process has loaded."""
    with open("/proc/self/maps") as f:
        files = {os.path.realpath(line.split()[-1]) for line in f if "/lib" in line}
    return ", ".join(sorted(name for name in files if "blas" in os.path.basename(name)))


def versions():
    return {"torch": torch.__version__, "build": torch.__config__.show(), "blas": blas()}


COMMANDS = {f.__name__: f for f in (prepare, probe, losses, train, norms, versions)}

if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    print(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])))
