#!/usr/bin/python3
"""Makes weights.h5, in the form of layers.h5: layers whose weight is made from other parameters (ws=, weightnorm=).

    weights.py           writes the file beside this script
    weights.py --check   computes everything anew and compares it with the committed file

weightnorm is torch.nn.utils.parametrizations.weight_norm of PyTorch's modules. Weight standardization is not in PyTorch:
it is written by its definition, which must agree with batch normalization of the weights, as timm computes it.
"""
import math

import torch
import torch.nn.functional as F
from scipy.integrate import quad
from torch import nn
from torch.func import functional_call
from torch.nn.utils.parametrizations import weight_norm

import golden_files
import make_golden as golden


ACTIVATIONS = {"relu": F.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "gelu": F.gelu}
# What DeepMind's nfnets program has, estimated there from random numbers.
PUBLISHED = {"relu": 1.7139588594436646, "tanh": 1.5939117670059204, "sigmoid": 4.803835391998291,
             "gelu": 1.7015043497085571}


def activation_gain(name):
    """1 / sd of the activation of a standard normal number."""
    def moment(power):
        def density(z):
            value = ACTIVATIONS[name](torch.tensor(z)).item()
            return math.exp(-z * z / 2) / math.sqrt(2 * math.pi) * value ** power
        return quad(density, -12, 12, points=[0], epsabs=1e-13, limit=200)[0]
    gain = 1 / math.sqrt(moment(2) - moment(1) ** 2)
    assert abs(gain / PUBLISHED[name] - 1) < 2e-3
    return gain


def standardized(o, w, gain):
    """w [..., O]; gain [O], or None with ws=1."""
    flat = w.flatten(0, -2)
    var, mean = torch.var_mean(flat, 0, unbiased=False)
    fan_in = len(flat)
    if o["ws"] == "1":
        eps = float(o.get("ws_eps", 1e-10))
        out = (flat - mean) / torch.sqrt(var + eps)
        same = F.batch_norm(flat, None, None, training=True, eps=eps)
    else:
        eps, factor = float(o.get("ws_eps", 1e-4)), o.get("ws_gain", "1")
        factor = activation_gain(factor) if factor in ACTIVATIONS else float(factor)
        out = gain * factor * (flat - mean) / torch.sqrt(fan_in * var + eps)
        same = F.batch_norm(flat, None, None, gain * factor / math.sqrt(fan_in), training=True, eps=eps / fan_in)
    assert torch.allclose(out, same, 1e-9, 1e-9)
    return out.reshape(w.shape)


def channels_first(w):
    """A weight, or a gain in its shape, in PyTorch's order [O, I, ...]."""
    return w.permute(w.dim() - 1, w.dim() - 2, *range(w.dim() - 2))


def normalized_module(module, call, v, bias):
    g = call.param("weight_g", (1,) * (v.dim() - 1) + v.shape[-1:])
    values = {"parametrizations.weight.original0": channels_first(g),
              "parametrizations.weight.original1": channels_first(v)}
    if bias is not None:
        values["bias"] = bias
    return lambda x: functional_call(weight_norm(module), values, (x,))


def layer(kind, k_dims):
    def run(call, o, x):
        k, c, out = int(o.get("k", 1)), x.shape[-1], int(o[""])
        shape = (k,) * k_dims + (c, out)
        name = "weight_v" if "weightnorm" in o else "weight"
        w = call.param(name, shape, k ** k_dims * c)
        bias = golden.bias(call, o, out)
        options = {}
        if kind == "conv2d":
            options = dict(stride=int(o.get("stride", 1)), padding=int(o.get("pad", (k - 1) // 2)))
        elif kind == "conv1d":
            options = dict(padding="same", dilation=int(o.get("dilation", 1)))
            x = x * golden.kept(call, x) if o.get("masked", "1") == "1" else x
        if "weightnorm" in o:
            args = (c, out) if k_dims == 0 else (c, out, k)
            module = (nn.Linear, nn.Conv1d, nn.Conv2d)[k_dims](*args, bias=bias is not None, **options)
            product = normalized_module(module, call, w, bias)
        else:
            gain = call.param("gain", (1,) * (k_dims + 1) + (out,)) if o["ws"] == "scaled" else None
            weight = channels_first(standardized(o, w, gain if gain is None else gain.flatten()))
            function = (F.linear, F.conv1d, F.conv2d)[k_dims]
            product = lambda x: function(x, weight, bias, **options)
        return product(x) if k_dims == 0 else golden.channels_last(product(golden.channels_first(x)))
    return run


def cases():
    """(spec, shape of x, what else make_case() takes)"""
    rules = "ws=1", "ws=scaled", "weightnorm=1"
    for rule in rules:
        yield f"dense 7 bias=1 {rule}", (5, 6), {}
        yield f"dense 17 bias=0 {rule}", (3, 2, 5), {}
        yield f"conv1d 4 k=3 bias=1 {rule}", (2, 5, 3), {}
        yield f"conv1d 5 k=2 bias=0 dilation=2 {rule}", (4, 6, 3), dict(suffix="masked", mask=golden.MASK)
        yield f"conv2d 4 k=3 bias=1 {rule}", (2, 5, 4, 2), {}
        yield f"conv2d 9 k=3 bias=0 {rule}", (2, 8, 9, 8), {}  # by Winograd's algorithm
        yield f"conv2d 5 k=1 stride=2 bias=1 {rule}", (2, 5, 4, 3), {}
        yield f"conv2d 3 k=5 stride=3 pad=1 bias=0 {rule}", (1, 7, 9, 1), {}
    for gain in *ACTIVATIONS, "0.5":
        yield f"dense 3 bias=1 ws=scaled ws_gain={gain}", (4, 9), {}
    yield "dense 3 bias=1 ws=1 ws_eps=0.1", (4, 9), {}
    yield "dense 3 bias=1 ws=scaled ws_eps=1e-9", (4, 9), {}
    yield "dense 4 bias=1 weightnorm=1", (5, 1), {}


def make(path):
    golden.LAYERS.update(dense=layer("dense", 0), conv1d=layer("conv1d", 1), conv2d=layer("conv2d", 2))
    with golden.file_create(path) as f:
        f.attrs["origin"] = "tests/golden/weights.py"
        for spec, shape, more in cases():
            golden.make_case(f, spec, shape, **more)


if __name__ == "__main__":
    golden_files.main(__doc__, make, "weights.h5")
