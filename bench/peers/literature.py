"""What normlab's experiments find where that disagrees with the literature, found again in PyTorch.

    python3 bench/peers/literature.py notebook|depth|dropout|placement [--seeds 3] [--images FOLDER]

notebook   the two networks of note N0 with Keras's semantics: errors in % and loss, epoch by epoch
depth      plain MLPs of 20 and 50 layers with and without BatchNorm: test error at each rate, and the
           gradient norm of the first layer over that of the last, before training
dropout    an MLP on 10,000 images: test error and generalization gap with and without BatchNorm
placement  an MLP of sigmoids with BatchNorm before and after them: test error

The set-ups are those of the demo and paper presets of the experiments `placement`, `depth` and `dropout`;
random numbers are PyTorch's own, so means are to be compared and not single runs.
"""
import argparse
import gzip
import pathlib

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


# ---- note N0 ----


def read(folder, name, header):
    raw = gzip.open(pathlib.Path(folder) / name).read()
    return np.frombuffer(raw, np.uint8, offset=header)


def load(folder):
    x = read(folder, "train-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    v = read(folder, "t10k-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    return (torch.tensor(x, dtype=torch.float32), torch.tensor(read(folder, "train-labels-idx1-ubyte.gz", 8), dtype=torch.long),
            torch.tensor(v, dtype=torch.float32), torch.tensor(read(folder, "t10k-labels-idx1-ubyte.gz", 8), dtype=torch.long))


class KerasNorm(nn.BatchNorm1d):
    """eps 1e-3; the new batch weighs 0.01 and its variance is the biased one."""

    def __init__(self, features):
        super().__init__(features, eps=1e-3, momentum=0.01)

    def forward(self, x):
        if self.training:
            with torch.no_grad():
                self.running_mean.lerp_(x.mean(0), 0.01)
                self.running_var.lerp_(x.var(0, unbiased=False), 0.01)
            return F.batch_norm(x, None, None, self.weight, self.bias, True, 0, self.eps)
        return F.batch_norm(x, self.running_mean, self.running_var, self.weight, self.bias, False, 0, self.eps)


class KerasAdam:
    """eps beside the uncorrected root."""

    def __init__(self, params, lr=1e-3, b1=0.9, b2=0.999, eps=1e-7):
        self.p, self.lr, self.b1, self.b2, self.eps, self.t = list(params), lr, b1, b2, eps, 0
        self.m = [torch.zeros_like(p) for p in self.p]
        self.v = [torch.zeros_like(p) for p in self.p]

    @torch.no_grad()
    def step(self):
        self.t += 1
        rate = self.lr * (1 - self.b2**self.t) ** 0.5 / (1 - self.b1**self.t)
        for p, m, v in zip(self.p, self.m, self.v):
            m.mul_(self.b1).add_(p.grad, alpha=1 - self.b1)
            v.mul_(self.b2).addcmul_(p.grad, p.grad, value=1 - self.b2)
            p.addcdiv_(m, v.sqrt().add_(self.eps), value=-rate)
            p.grad = None


def network(place):
    layers, width = [KerasNorm(784)], 784
    for hidden in (300, 100):
        layers.append(nn.Linear(width, hidden, bias=place == "after"))
        layers += [nn.ReLU(), KerasNorm(hidden)] if place == "after" else [KerasNorm(hidden), nn.ReLU()]
        width = hidden
    layers.append(nn.Linear(width, 10))
    for layer in layers:
        if isinstance(layer, nn.Linear):
            nn.init.xavier_uniform_(layer.weight)
            if layer.bias is not None:
                nn.init.zeros_(layer.bias)
    return nn.Sequential(*layers)


def loss_of(z, y):
    return F.cross_entropy(F.logsigmoid(z), y, reduction="sum")


def run(data, place, seed, epochs, batch=32):
    x, y, vx, vy = data
    torch.manual_seed(seed)
    net = network(place)
    adam = KerasAdam(net.parameters())
    for epoch in range(1, epochs + 1):
        net.train()
        wrong = 0
        for i in torch.randperm(len(x)).split(batch):
            z = net(x[i])
            (loss_of(z, y[i]) / len(i)).backward()
            wrong += (z.argmax(1) != y[i]).sum().item()
            adam.step()
        net.eval()
        with torch.no_grad():
            z = net(vx)
        print(f"{place} seed {seed} epoch {epoch}: train error {100 * wrong / len(x):.2f} "
              f"val error {100 * (z.argmax(1) != vy).float().mean():.2f} val loss {loss_of(z, vy) / len(vy):.4f}", flush=True)


# ---- plain MLPs ----


def mlp(hidden, act, norm, at="before", dropout=0.0):
    layers, width = [], 784
    for size in hidden:
        bias = not (norm and at == "before")
        layers.append(nn.Linear(width, size, bias=bias))
        nn.init.kaiming_normal_(layers[-1].weight, nonlinearity="relu")
        if bias:
            nn.init.zeros_(layers[-1].bias)
        block = [nn.BatchNorm1d(size)] if norm else []
        layers += block + [act()] if at == "before" else [act()] + block
        if dropout:
            layers.append(nn.Dropout(dropout))
        width = size
    layers.append(nn.Linear(width, 10))
    nn.init.kaiming_normal_(layers[-1].weight, nonlinearity="relu")
    nn.init.zeros_(layers[-1].bias)
    return nn.Sequential(*layers)


def standardized(data, count):
    x, y, vx, vy = data
    return (x - x.mean()) / x.std(), y, (vx - x.mean()) / x.std(), vy, count


def error(net, x, y):
    net.eval()
    with torch.no_grad():
        return 100 * (net(x).argmax(1) != y).float().mean().item()


def train(net, data, optimizer, epochs, batch=64):
    """Cosine schedule; returns the gradient's first over last norm before the first update."""
    x, y, _, _, count = data
    steps, step, ratio = epochs * -(-count // batch), 0, float("nan")
    base = optimizer.param_groups[0]["lr"]
    for _ in range(epochs):
        net.train()
        for i in torch.randperm(count).split(batch):
            optimizer.param_groups[0]["lr"] = base * 0.5 * (1 + np.cos(np.pi * step / steps))
            optimizer.zero_grad()
            F.cross_entropy(net(x[i]), y[i]).backward()
            if step == 0:
                weights = [m.weight.grad for m in net if isinstance(m, nn.Linear)]
                ratio = (weights[0].norm() / weights[-1].norm()).item()
            optimizer.step()
            step += 1
    return ratio


def depth(data, seeds):
    data = standardized(data, 3000)
    for layers in (20, 50):
        for norm in (False, True):
            for rate in (0.001, 0.01, 0.1):
                errors, ratios = [], []
                for seed in range(seeds):
                    torch.manual_seed(seed)
                    net = mlp([64] * layers, nn.ReLU, norm)
                    ratios.append(train(net, data, torch.optim.SGD(net.parameters(), rate, momentum=0.9), 3))
                    errors.append(error(net, data[2][:2000], data[3][:2000]))
                print(f"{layers} layers, {'batchnorm' if norm else 'none'}, lr {rate}: test error "
                      f"{np.mean(errors):.1f}, gradient first/last {np.exp(np.mean(np.log(ratios))):.3g}", flush=True)


def dropout(data, seeds):
    data = standardized(data, 10000)
    for norm in (False, True):
        for rate in (0.0, 0.3):
            errors, gaps = [], []
            for seed in range(seeds):
                torch.manual_seed(seed)
                net = mlp([256, 256], nn.ReLU, norm, dropout=rate)
                train(net, data, torch.optim.Adam(net.parameters(), 0.001), 10)
                errors.append(error(net, data[2], data[3]))
                gaps.append(errors[-1] - error(net, data[0][:2000], data[1][:2000]))
            print(f"{'batchnorm' if norm else 'none'}, dropout {rate}: test error {np.mean(errors):.2f}, "
                  f"gap {np.mean(gaps):.2f}", flush=True)


def placement(data, seeds):
    data = standardized(data, 5000)
    for norm, at in ((False, "before"), (True, "before"), (True, "after")):
        errors = []
        for seed in range(seeds):
            torch.manual_seed(seed)
            net = mlp([128, 64], nn.Sigmoid, norm, at)
            train(net, data, torch.optim.Adam(net.parameters(), 0.001), 4)
            errors.append(error(net, data[2][:2000], data[3][:2000]))
        print(f"sigmoid, {'batchnorm ' + at if norm else 'none'}: test error {np.mean(errors):.2f}", flush=True)


def notebook(data, seeds):
    for seed in range(seeds):
        for place in ("after", "before"):
            run(data, place, seed, 6)


def main():
    checks = {"notebook": notebook, "depth": depth, "dropout": dropout, "placement": placement}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("check", choices=checks)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--images", default="/usr/share/datasets/fashion-mnist")
    o = parser.parse_args()
    torch.set_num_threads(1)
    checks[o.check](load(o.images), o.seeds)


if __name__ == "__main__":
    main()
