#!/usr/bin/python3
"""Makes variants_training.h5: PyTorch's training of small nets with variants of norms, for tests/test_variants_training.c.

    variants_training.py           writes the file beside this script
    variants_training.py --check   computes everything anew and compares it with the committed file

Each net takes 50 steps of SGD with momentum in float64. The variants are written as torch.nn modules from their papers'
formulas; README.md describes the file.
"""
import math

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import golden_files
from make_golden import file_create, float32, generator, group, write, write_numbered

BATCHES, SAMPLES, STEPS, LR, MOMENTUM, CLASSES = 5, 12, 50, 0.05, 0.9, 5
IMAGE, SEQUENCE = (2, 6, 7), (6, 4)  # [C, H, W] and [T, C]


# ---- the variants; images are [N, C, H, W] ----


class Affine(nn.Module):
    """gamma and beta of each channel; along: the shape in which they stand."""

    def __init__(self, channels, along=(1, -1, 1, 1)):
        super().__init__()
        self.gamma, self.beta = nn.Parameter(torch.ones(channels)), nn.Parameter(torch.zeros(channels))
        self.along = along

    def affine(self, x):
        return self.gamma.view(self.along) * x + self.beta.view(self.along)


class GhostBatchNorm(Affine):
    """Hoffer, Hubara & Soudry 2017: BatchNorm over chunks of the batch."""

    def __init__(self, channels, ghost):
        super().__init__(channels)
        self.ghost = ghost

    def forward(self, x):
        chunks = [F.batch_norm(chunk, None, None, training=True) for chunk in x.split(self.ghost)]
        return self.affine(torch.cat(chunks))


class BatchRenorm(Affine):
    """Ioffe 2017, algorithm 1. The limits of r and d grow with the number of earlier steps: 1 and 0 during the warm-up,
    rmax at 8 and dmax at 5 times as many steps."""

    def __init__(self, channels, rmax, dmax, warmup, momentum=0.1, eps=1e-5):
        super().__init__(channels)
        self.rmax, self.dmax, self.warmup, self.momentum, self.eps = rmax, dmax, warmup, momentum, eps
        self.step, self.mean, self.sd = 0, torch.zeros(channels), torch.full((channels,), math.sqrt(1 + eps))

    def limits(self):
        grown = [min(1, max(0, (self.step / self.warmup - 1) / (end - 1))) for end in (8, 5)]
        return 1 + (self.rmax - 1) * grown[0], self.dmax * grown[1]

    def forward(self, x):
        mean = x.mean((0, 2, 3))
        sd = torch.sqrt(x.var((0, 2, 3), unbiased=False) + self.eps)
        rmax, dmax = self.limits()
        r = (sd / self.sd).clamp(1 / rmax, rmax).detach()
        d = ((mean - self.mean) / self.sd).clamp(-dmax, dmax).detach()
        self.mean = (1 - self.momentum) * self.mean + self.momentum * mean.detach()
        self.sd = (1 - self.momentum) * self.sd + self.momentum * sd.detach()
        self.step += 1
        z = (x - mean.view(self.along)) / sd.view(self.along)
        return self.affine(z * r.view(self.along) + d.view(self.along))


class FilterResponseNorm(Affine):
    """Singh & Krishnan 2020, equations 1 to 3."""

    def forward(self, x):
        return self.affine(x * torch.rsqrt((x ** 2).mean((2, 3), keepdim=True) + 1e-6))


class ThresholdedLinear(nn.Module):
    """Singh & Krishnan 2020, equation 4."""

    def __init__(self, channels):
        super().__init__()
        self.tau = nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        return torch.maximum(x, self.tau.view(1, -1, 1, 1))


class EvoNormS0(Affine):
    """Liu et al. 2020, table 3."""

    def __init__(self, channels, groups):
        super().__init__(channels)
        self.v, self.groups = nn.Parameter(torch.ones(channels)), groups

    def forward(self, x):
        grouped = x.reshape(len(x), self.groups, -1)
        sd = torch.sqrt(grouped.var(2, unbiased=False, keepdim=True) + 1e-5)
        gated = x * torch.sigmoid(self.v.view(self.along) * x)
        return self.affine((gated.reshape(grouped.shape) / sd).view(x.shape))


class DynamicTanh(Affine):
    """Zhu et al. 2025, equation 2; x is [N, T, C]."""

    def __init__(self, channels):
        super().__init__(channels, (1, 1, -1))
        self.alpha = nn.Parameter(torch.tensor([0.5]))

    def forward(self, x):
        return self.affine(torch.tanh(self.alpha * x))


class StandardizedConv2d(nn.Conv2d):
    """Qiao et al. 2019, equations 2 to 4: each output channel's weights have mean 0 and variance 1."""

    def forward(self, x):
        w = self.weight
        mean, var = w.mean((1, 2, 3), keepdim=True), w.var((1, 2, 3), unbiased=False, keepdim=True)
        return self._conv_forward(x, (w - mean) / torch.sqrt(var + 1e-10), None)


# ---- the nets ----


class Residual(nn.Module):
    def __init__(self, *body):
        super().__init__()
        self.body = nn.Sequential(*body)

    def forward(self, x):
        return x + self.body(x)


class Attention(nn.Module):
    def __init__(self, channels, heads):
        super().__init__()
        self.all = nn.MultiheadAttention(channels, heads, bias=False, batch_first=True)

    def forward(self, x):
        return self.all(x, x, x, need_weights=False)[0]


class MeanOverTime(nn.Module):
    def forward(self, x):
        return x.mean(1)


def conv(into, out, kind=nn.Conv2d, **more):
    return kind(into, out, 3, padding=1, bias=False, **more)


def image_net(norm, act=nn.ReLU, kind=nn.Conv2d):
    """norm and act: functions that make them for so many channels."""
    act_of = (lambda c: act()) if act is nn.ReLU else act
    return nn.Sequential(conv(2, 4, kind), norm(4), act_of(4),
                         Residual(conv(4, 4, kind), norm(4), act_of(4), conv(4, 4, kind), norm(4)), act_of(4),
                         conv(4, 8, kind, stride=2), norm(8), act_of(8),
                         nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, CLASSES))


def image_text(norm, act="relu; ", ws=""):
    return (f"conv2d 4 k=3{ws}; {norm}; {act}residual {{ conv2d 4 k=3{ws}; {norm}; {act}conv2d 4 k=3{ws}; {norm} }}; "
            f"{act}conv2d 8 k=3 stride=2{ws}; {norm}; {act}gap; dense {CLASSES}")


def encoder():
    return nn.Sequential(nn.Linear(4, 8),
                         Residual(DynamicTanh(8), Attention(8, 2)),
                         Residual(DynamicTanh(8), nn.Linear(8, 12), nn.ReLU(), nn.Linear(12, 8)),
                         DynamicTanh(8), MeanOverTime(), nn.Linear(8, CLASSES))


NETS = {
    "ghost": (image_text("batchnorm ghost=4"), IMAGE, lambda: image_net(lambda c: GhostBatchNorm(c, 4))),
    "batchrenorm": (image_text("batchrenorm rmax=1.5 dmax=0.5 warmup=4"), IMAGE,
                    lambda: image_net(lambda c: BatchRenorm(c, 1.5, 0.5, 4))),
    "ws_groupnorm": (image_text("groupnorm groups=2", ws=" ws=1"), IMAGE,
                     lambda: image_net(lambda c: nn.GroupNorm(2, c), kind=StandardizedConv2d)),
    "frn_tlu": (image_text("frn", "tlu; "), IMAGE, lambda: image_net(FilterResponseNorm, ThresholdedLinear)),
    "evonorm_s0": (image_text("evonorm groups=2", ""), IMAGE,
                   lambda: image_net(lambda c: EvoNormS0(c, 2), lambda c: nn.Identity())),
    "dyt": ("dense 8; residual { dyt; attention 2 bias=0 }; residual { dyt; dense 12; relu; dense 8 }; dyt; mean; "
            f"dense {CLASSES}", SEQUENCE, encoder),
}
NAMES = {nn.Conv2d: ("weight",), StandardizedConv2d: ("weight",), nn.Linear: ("weight", "bias"),
         nn.GroupNorm: ("weight", "bias"), GhostBatchNorm: ("gamma", "beta"), BatchRenorm: ("gamma", "beta"),
         FilterResponseNorm: ("gamma", "beta"), ThresholdedLinear: ("tau",), EvoNormS0: ("gamma", "beta", "v"),
         DynamicTanh: ("alpha", "gamma", "beta")}


def as_normlab(m, t):
    """A tensor as normlab has it: dense [in, out], conv2d [k, k, in, out]."""
    if isinstance(m, (nn.Linear, nn.MultiheadAttention)) and t.dim() == 2:
        return t.T.contiguous()
    return t.permute(2, 3, 1, 0).contiguous() if t.dim() == 4 else t


def params(net):
    """Name, as normlab has it, and tensor of each parameter, in the net's order."""
    found = []
    for m in net.modules():
        for name in NAMES.get(type(m), ()):
            called = {"weight": "gamma", "bias": "beta"}[name] if isinstance(m, nn.GroupNorm) else name
            found.append((called, as_normlab(m, getattr(m, name))))
        if isinstance(m, nn.MultiheadAttention):
            found += [("weight_qkv", as_normlab(m, m.in_proj_weight)),
                      ("weight_out", as_normlab(m, m.out_proj.weight))]
    assert len(found) == len(list(net.parameters()))
    return [(name, t.detach().clone()) for name, t in found]


def draw(net, rng):
    for name, t in net.named_parameters():
        a = rng.standard_normal(tuple(t.shape))
        if t.dim() > 1:
            a = a * math.sqrt(2 / math.prod(t.shape[1:]))
        elif name.endswith(("gamma", "alpha", ".v")):
            a = rng.uniform(0.5, 1.5, tuple(t.shape))
        else:
            a = 0.3 * a
        t.data.copy_(float32(a))


def textures(rng, shape):
    """What samples of a class have beside noise: of images a texture of 2 x 2, of sequences a value of each channel."""
    if shape == SEQUENCE:
        return rng.standard_normal((CLASSES, 1, shape[1]))
    c, h, w = shape
    return np.tile(rng.standard_normal((CLASSES, c, 2, 2)), ((h + 1) // 2, (w + 1) // 2))[:, :, :h, :w]


def make_net(f, name, text, shape, build):
    rng, net = generator("variants_training_" + name), build().double()
    draw(net, rng)
    labels = torch.tensor(rng.integers(0, CLASSES, (BATCHES, SAMPLES)))
    x = float32(rng.standard_normal((BATCHES, SAMPLES, *shape)) + textures(rng, shape)[labels.numpy()])
    g = group(f, name)
    g.attrs["net"] = text
    write(g, "x", x.movedim(2, -1) if shape == IMAGE else x)
    write(g, "labels", labels)
    write_numbered(g, "param", params(net), named=True)
    sgd, losses = torch.optim.SGD(net.parameters(), LR, momentum=MOMENTUM), []
    for step in range(STEPS):
        loss = F.cross_entropy(net(x[step % BATCHES]), labels[step % BATCHES])
        sgd.zero_grad()
        loss.backward()
        sgd.step()
        losses.append(loss.item())
    assert losses[-1] < 0.5 * losses[0], (name, losses)
    write(g, "loss", losses)
    write_numbered(g, "param_after", params(net), named=True)


def make(path):
    with file_create(path) as f:
        f.attrs["origin"] = "tests/golden/variants_training.py"
        f.attrs["steps"], f.attrs["lr"], f.attrs["momentum"] = float(STEPS), LR, MOMENTUM
        for name, (text, shape, build) in NETS.items():
            make_net(f, name, text, shape, build)


if __name__ == "__main__":
    golden_files.main(__doc__, make, "variants_training.h5")
