"""PyTorch's side, one thread; each command prints one line of JSON.

    check WORK.npz STEPS [quick [compiled]]
                                the fastest ways to take these steps in PyTorch, eager and compiled, and the loss of
                                each of the first steps. quick: shorter samples, and compiled only where told so
    train WORK.npz WAY STEPS REPEAT   time of REPEAT samples of STEPS steps
    norms SECONDS REPEAT [quick]      forward + backward of the norms
    versions

A WAY is how activations lie in memory; then "/each", "/foreach" or "/fused" (the optimizer's loop); then perhaps
"/compiled" (torch.compile of the batch's assembly, the net and the loss, forward and backward; its time to compile is
not counted). Images are "nchw" or "channels_last"; sequences are "batch_first" or "time_first", all of full length.
"""
import json
import math
import os
import re
import statistics
import sys
import time

import torch
import torch.nn.functional as F

import models
import torch_norms
from work import Order, load, peak_bytes

LOOPS = {"each": {"foreach": False}, "foreach": {"foreach": True}, "fused": {"fused": True}}


def layouts(config):
    name = config["net"].split()[0]
    return (("batch_first", "time_first") if name in models.SEQUENCE_NETS else
            ("nchw", "channels_last") if name == "resnet" else ("nchw",))


# ---- training ----

def make_optimizer(config, net, loop):
    lr, params = float(config["lr"]), [p for p in net.parameters() if p.requires_grad]
    if config["optimizer"] == "adam":
        betas = (float(config["beta1"]), float(config["beta2"]))
        return torch.optim.Adam(params, lr, betas, float(config["optimizer_eps"]), **LOOPS[loop])
    if config["optimizer"] == "sgd":
        return torch.optim.SGD(params, lr, float(config["momentum"]), **LOOPS[loop])
    raise SystemExit(f"peers: no optimizer={config['optimizer']}")


class Images:
    """Batches of images, in the layout that the net takes."""

    def __init__(self, work, layout):
        image = torch.from_numpy(work["image"])
        self.net = models.build(work["config"], image.shape[3], image.shape[1])
        self.mean, self.scale = (torch.from_numpy(work[k]).float() for k in ("mean", "sd"))
        self.scale = 1 / self.scale
        self.channels_last = layout == "channels_last"
        if isinstance(self.net, models.Mlp):
            image = image.permute(0, 3, 1, 2).reshape(image.shape[0], -1)
            self.mean, self.scale = self.mean.view(1, -1), self.scale.view(1, -1)
        elif self.channels_last:
            self.net.to(memory_format=torch.channels_last)
        else:
            image = image.permute(0, 3, 1, 2).contiguous()
            self.mean, self.scale = self.mean.view(1, -1, 1, 1), self.scale.view(1, -1, 1, 1)
        self.image = image

    def batch(self, index):
        x = self.image.index_select(0, index).float().sub_(self.mean).mul_(self.scale)
        # Channels last in memory are NCHW by their dimensions.
        return x.permute(0, 3, 1, 2) if self.channels_last else x


class Tokens:
    """Batches of sequences."""

    def __init__(self, work, layout):
        self.token, classes = torch.from_numpy(work["token"]), int(work["label"].max()) + 1
        self.batch_first = layout == "batch_first"
        self.net = models.build_sequence_net(work["config"], self.token.shape[1],
                                             work["params"]["embedding1/weight"].shape[0], classes,
                                             self.batch_first)

    def batch(self, index):
        x = self.token.index_select(0, index)
        return (x if self.batch_first else x.t()).long()


class Session:
    """The steps of a trial, epoch after epoch."""

    def __init__(self, work, way):
        layout, self.loop, *compiled = way.split("/")
        self.config = work["config"]
        self.input = (Images if "image" in work else Tokens)(work, layout)
        self.net = self.input.net
        self.net.train()
        self.params = {name: torch.from_numpy(value) for name, value in work["params"].items()}
        self.label = torch.from_numpy(work["label"])
        self.batches = Order(torch.from_numpy(work["order"]), int(self.config["batch"]))
        self.loss_of = torch.compile(self.loss, dynamic=False) if compiled else self.loss
        self.restart()

    def restart(self):
        models.fill(self.net, self.params)
        self.optimizer = make_optimizer(self.config, self.net, self.loop)
        self.batches.restart()

    def loss(self, index):
        return F.cross_entropy(self.net(self.input.batch(index)), self.label[index])

    def step(self):
        index = self.batches.next()
        self.optimizer.zero_grad(set_to_none=True)
        loss = self.loss_of(index)
        loss.backward()
        self.optimizer.step()
        return loss.detach()

    def warm(self, steps):
        """Takes a step of each size of batch, so that each is compiled, and then some more from the start."""
        self.batches.to_last()
        self.step()
        self.restart()
        time_steps(self, steps)

    def losses(self, steps):
        return [self.step().double().item() for _ in range(steps)]


def time_steps(session, steps):
    start = time.perf_counter()
    for _ in range(steps):
        session.step()
    return time.perf_counter() - start


def nudge(net):
    """Rounds the first values otherwise in the last place."""
    torch.manual_seed(0)
    with torch.no_grad():
        for p in net.parameters():
            p.mul_(1 + (torch.rand_like(p) < 0.5) * 2.0**-23)


# ---- the fastest way ----

class Probe:
    """The ways that work here, each with its session and the best time of a step; and why others do not."""

    def __init__(self, work, quick):
        self.work = work
        self.seconds, self.samples = (0.1, 2) if quick else (0.5, 3)  # of each way
        self.session, self.steps, self.step_ms, self.failed = {}, {}, {}, {}

    def start(self, way):
        try:
            session = Session(self.work, way)
            session.warm(2)
            self.steps[way] = 1 + int(self.seconds / time_steps(session, 1))
            self.session[way] = session
        except Exception as e:  # whatever PyTorch cannot do here is one way less
            why = next((line for line in str(e).splitlines() if line.strip()), type(e).__name__)
            self.failed[way] = re.sub(r"\s+", " ", why).strip()[:200]

    def time(self, ways):
        """Takes the ways in turns and judges by the best time of each."""
        for way in ways:
            self.start(way)
        for _ in range(self.samples):
            for way in filter(self.session.get, ways):
                ms = 1e3 * time_steps(self.session[way], self.steps[way]) / self.steps[way]
                self.step_ms[way] = min(ms, self.step_ms.get(way, math.inf))

    def fastest(self, where):
        return min(filter(where, self.step_ms), key=self.step_ms.get, default=None)

    def losses(self, way, steps, change=None):
        session = self.session[way]
        session.restart()
        if change:
            change(session.net)
        return session.losses(steps)


def is_compiled(way):
    return way.endswith("/compiled")


def check(path, steps, mode="", compiled=""):
    steps, quick = int(steps), mode == "quick"
    probe = Probe(load(path), quick)
    every = layouts(probe.work["config"])
    # The first is what a PyTorch program does that asks for nothing else.
    probe.time([f"{layout}/{loop}" for layout in every for loop in LOOPS])
    eager = probe.fastest(lambda way: True)
    if not eager:
        raise SystemExit(f"peers: PyTorch can do none: {probe.failed}")
    layout = eager.split("/")[0]
    best = [probe.fastest(lambda way: way.startswith(a + "/"))
            for a in ((layout,) if quick else every)]
    if not quick or compiled:
        probe.time([f"{way}/compiled" for way in best if way])
    fast = probe.fastest(is_compiled)
    loss = {"eager": probe.losses(eager, steps)}
    if fast:
        loss["compiled"] = probe.losses(fast, steps)
    own = [probe.losses(eager, steps, nudge)]
    if not quick:
        own += [probe.losses(way, steps) for way in best if way and not way.startswith(layout + "/")]
    return {"eager": eager, "compiled": fast, "step_ms": probe.step_ms, "failed": probe.failed,
            "loss": loss, "own": own}


def train(path, way, steps, repeat):
    session, steps, repeat = Session(load(path), way), int(steps), int(repeat)
    session.warm(max(3, steps // 10 + 1))
    session.batches.samples = 0
    seconds = [time_steps(session, steps) for _ in range(repeat)]
    total_ms, samples = 1e3 * statistics.median(seconds), session.batches.samples / repeat
    return {"step_ms": total_ms / steps, "image_ms": total_ms / samples, "peak_bytes": peak_bytes()}


# ---- the machine ----

def blas():
    """The BLAS that PyTorch was built with, and its files where it is not part of PyTorch's own."""
    with open("/proc/self/maps") as f:
        files = {os.path.realpath(line.split()[-1]) for line in f if "/lib" in line}
    # What numpy and CUDA bring along is not what PyTorch calls here.
    own = sorted(name for name in files if "blas" in os.path.basename(name) and not re.search("/numpy|/nvidia/", name))
    kind = re.search(r"BLAS_INFO=(\w+)", torch.__config__.show())
    return ", ".join(([kind.group(1)] if kind else []) + own)


def versions():
    return {"torch": torch.__version__, "build": torch.__config__.show(), "blas": blas()}


COMMANDS = {f.__name__: f for f in (check, train, torch_norms.norms, versions)}

if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    print(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])))
