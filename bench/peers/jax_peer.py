"""JAX's side: MLPs and ResNets under jit, on one core. Each command prints one line of JSON.

    check WORK.npz STEPS              the loss of each of the first steps, and the time of a step
    train WORK.npz STEPS REPEAT       time of REPEAT samples of STEPS steps
    versions

A step is one jitted function: batch assembly from bytes, forward, loss, backward, update; parameters, running
statistics and the optimizer's state are donated to it. Its time to compile is not counted.
"""
import json
import math
import os
import statistics
import sys
import time

# One core and one thread, said before JAX starts its pools.
os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
os.environ["XLA_FLAGS"] = (os.environ.get("XLA_FLAGS", "") + " --xla_cpu_multi_thread_eigen=false").strip()
os.environ["JAX_PLATFORMS"] = "cpu"

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

from work import Order, groups_of, load, peak_bytes

EPS, KEEP = 1e-5, 0.9  # of PyTorch's norms: epsilon, and what a running statistic keeps


# ---- layers; p: the layer's parameters by normlab's names ----

def batch_norm(p, x, running):
    """Returns y, and the running mean and variance after this batch."""
    axes = tuple(range(x.ndim - 1))
    n = math.prod(x.shape[:-1])
    mean = x.mean(axes)
    var = jnp.square(x - mean).mean(axes)
    y = (x - mean) * lax.rsqrt(var + EPS) * p["gamma"] + p["beta"]
    return y, tuple(KEEP * old + (1 - KEEP) * new for old, new in zip(running, (mean, var * (n / (n - 1)))))


def group_norm(p, x, groups):
    n, h, w, c = x.shape
    z = x.reshape(n, h * w, groups, c // groups)
    mean = z.mean((1, 3), keepdims=True)
    var = jnp.square(z - mean).mean((1, 3), keepdims=True)
    z = (z - mean) * lax.rsqrt(var + EPS)
    return z.reshape(x.shape) * p["gamma"] + p["beta"]


def dense(p, x):
    return x @ p["weight"] + p.get("bias", 0)


def conv(p, x, stride):
    pad = p["weight"].shape[0] // 2
    return lax.conv_general_dilated(x, p["weight"], (stride, stride), ((pad, pad), (pad, pad)),
                                    dimension_numbers=("NHWC", "HWIO", "NHWC"))


# ---- nets: functions of (net, x) ----

class Net:
    """Parameters, and the running statistics before and after a step, by the names of normlab's layers."""

    def __init__(self, config, params, running):
        kind, _, option = config["norm"].partition(" ")
        if kind not in ("batchnorm", "groupnorm"):
            raise SystemExit(f"peers: no function for norm={config['norm']}")
        self.groups = groups_of(option) if kind == "groupnorm" else 0
        self.params, self.running, self.after = params, running, {}

    def norm(self, name, x):
        if self.groups:
            return group_norm(self.params[name], x, self.groups)
        y, self.after[name] = batch_norm(self.params[name], x, self.running[name])
        return y

    def conv(self, name, x, stride=1):
        return conv(self.params[name], x, stride)

    def dense(self, name, x):
        return dense(self.params[name], x)


def mlp(net, x, config):
    """flatten; [norm]; dense, norm, relu for each hidden width; dense"""
    x = x.transpose(0, 3, 1, 2).reshape(x.shape[0], -1)
    hidden = sum(name.startswith("dense") for name in net.params) - 1
    first = "norm_at=input-before" in config["net"]
    if first:
        x = net.norm("norm1", x)
    for i in range(1, hidden + 1):
        x = jax.nn.relu(net.norm(f"norm{i + first}", net.dense(f"dense{i}", x)))
    return net.dense(f"dense{hidden + 1}", x)


def resnet(net, x, config):
    """He et al. 2016 for CIFAR, with projections"""
    if "shortcut=" in config["net"]:
        raise SystemExit(f"peers: no function for net={config['net']}")
    blocks = sum(name.startswith("block") and name.endswith(".conv2") for name in net.params)
    x = jax.nn.relu(net.norm("norm1", net.conv("conv1", x)))
    for i in range(blocks):
        name, stride = f"block{i + 1}", 2 if i in (blocks // 3, 2 * blocks // 3) else 1
        y = jax.nn.relu(net.norm(f"{name}.norm1", net.conv(f"{name}.conv1", x, stride)))
        y = net.norm(f"{name}.norm2", net.conv(f"{name}.conv2", y))
        if stride == 2:
            x = net.norm(f"{name}.shortcut.norm1", net.conv(f"{name}.shortcut.conv1", x, 2))
        x = jax.nn.relu(y + x)
    return net.dense("dense1", x.mean((1, 2)))


NETS = {"mlp": mlp, "resnet": resnet}


# ---- optimizers: (config, t, gradients, parameters, state) -> parameters, state ----

def sgd(config, t, grads, params, velocity):
    lr, momentum = float(config["lr"]), float(config["momentum"])
    velocity = jax.tree.map(lambda v, g: momentum * v + g, velocity, grads)
    return jax.tree.map(lambda p, v: p - lr * v, params, velocity), velocity


def adam(config, t, grads, params, moments):
    """Kingma & Ba 2015, algorithm 1"""
    b1, b2 = float(config["beta1"]), float(config["beta2"])
    lr, eps = float(config["lr"]), float(config["optimizer_eps"])
    first = jax.tree.map(lambda m, g: b1 * m + (1 - b1) * g, moments[0], grads)
    second = jax.tree.map(lambda v, g: b2 * v + (1 - b2) * g * g, moments[1], grads)
    grown = lambda b: -jnp.expm1(t * math.log(b))  # 1 - b^t, which would lose digits in float
    rate, scale = lr / grown(b1), lax.rsqrt(grown(b2))
    update = lambda p, m, v: p - rate * m / (jnp.sqrt(v) * scale + eps)
    return jax.tree.map(update, params, first, second), (first, second)


OPTIMIZERS = {"sgd": sgd, "adam": adam}


# ---- training ----

def by_layer(params):
    """{"norm1/gamma": v} -> {"norm1": {"gamma": v}}"""
    layers = {}
    for name, value in params.items():
        layer, _, what = name.rpartition("/")
        layers.setdefault(layer, {})[what] = value
    return layers


def make_step(config):
    forward = NETS[config["net"].split()[0]]
    optimize = OPTIMIZERS[config["optimizer"]]

    def loss_of(params, running, image, label):
        net = Net(config, params, running)
        log_p = jax.nn.log_softmax(forward(net, image, config))
        return -jnp.take_along_axis(log_p, label[:, None], 1).mean(), net.after

    def step(state, data, index):
        params, running, moments, t = state
        pick = lambda a: jnp.take(a, index, axis=0, mode="clip")  # without a test of each index
        x = (pick(data["image"]).astype(jnp.float32) - data["mean"]) * data["scale"]
        (loss, running), grads = jax.value_and_grad(loss_of, has_aux=True)(params, running, x, pick(data["label"]))
        params, moments = optimize(config, t, grads, params, moments)
        return (params, running, moments, t + 1), loss

    return jax.jit(step, donate_argnums=0)


class Session:
    """The steps of a trial, epoch after epoch."""

    def __init__(self, path):
        work = load(path)
        if "image" not in work:
            raise SystemExit("peers: no sequences in JAX")
        self.config, self.params = work["config"], by_layer(work["params"])
        self.data = jax.device_put({"image": work["image"], "mean": work["mean"].astype(np.float32),
                                    "scale": (1 / work["sd"]).astype(np.float32),
                                    "label": work["label"].astype(np.int32)})
        self.batches = Order(work["order"].astype(np.int32), int(self.config["batch"]))
        self.compiled = make_step(self.config)
        self.restart()

    def restart(self):
        params = jax.tree.map(lambda a: jnp.array(a, jnp.float32), self.params)
        zeros = lambda: jax.tree.map(jnp.zeros_like, params)
        running = {name: (jnp.zeros_like(p["gamma"]), jnp.ones_like(p["gamma"]))
                   for name, p in params.items() if "gamma" in p}
        if self.config["norm"].split()[0] != "batchnorm":
            running = {}
        moments = (zeros(), zeros()) if self.config["optimizer"] == "adam" else zeros()
        self.state = (params, running, moments, jnp.float32(1))
        self.batches.restart()

    def step(self):
        self.state, loss = self.compiled(self.state, self.data, self.batches.next())
        return loss

    def warm(self, steps):
        """Takes a step of each size of batch, so that each is compiled, and then some more from the start."""
        self.batches.to_last()
        self.step()
        self.restart()
        self.time(steps)

    def time(self, steps):
        start = time.perf_counter()
        for _ in range(steps):
            self.step()
        jax.block_until_ready(self.state)
        return time.perf_counter() - start


def check(path, steps):
    session = Session(path)
    loss = [float(session.step()) for _ in range(int(steps))]
    count = 1 + int(0.1 / session.time(1))
    return {"loss": loss, "step_ms": 1e3 * min(session.time(count) for _ in range(2)) / count}


def train(path, steps, repeat):
    session, steps, repeat = Session(path), int(steps), int(repeat)
    session.warm(max(3, steps // 10 + 1))
    session.batches.samples = 0
    seconds = [session.time(steps) for _ in range(repeat)]
    total_ms, samples = 1e3 * statistics.median(seconds), session.batches.samples / repeat
    return {"step_ms": total_ms / steps, "image_ms": total_ms / samples, "peak_bytes": peak_bytes()}


def versions():
    return {"jax": jax.__version__, "platform": jax.default_backend()}


COMMANDS = {f.__name__: f for f in (check, train, versions)}

if __name__ == "__main__":
    print(json.dumps(COMMANDS[sys.argv[1]](*sys.argv[2:])))
