#!/usr/bin/python3
"""Makes layers.h5, norms.h5, recurrent.h5, losses.h5 and training.h5: what PyTorch computes, for normlab to be compared with.

    make_golden.py           writes the files beside this script
    make_golden.py --check   computes everything anew and compares it with the committed files

Everything is float64. Inputs are rounded to float32 first, so that a float build of normlab starts
from the same numbers. Tensors are channels last; README.md describes the files.
"""
import ctypes
import math
import sys
import zlib

import h5py
import numpy as np
import torch
import torch.nn.functional as F
from torch.nn.utils.stateless import functional_call

import golden_files
import norms
import recurrent

NORMS = ("batchnorm", "layernorm", "instancenorm", "groupnorm", "rmsnorm")
FILES = "layers.h5", "norms.h5", "recurrent.h5", "losses.h5", "training.h5"
STEPS = 20
HDF5 = ctypes.CDLL(h5py.defs.__file__)  # where h5py links it

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)


# ---- files: no times in them, small headers ----


def file_create(path):
    fcpl = h5py.h5p.create(h5py.h5p.FILE_CREATE)
    fcpl.set_obj_track_times(False)
    fapl = h5py.h5p.create(h5py.h5p.FILE_ACCESS)
    fapl.set_libver_bounds(h5py.h5f.LIBVER_V110, h5py.h5f.LIBVER_V110)
    f = h5py.File(h5py.h5f.create(path.encode(), h5py.h5f.ACC_TRUNC, fcpl, fapl))
    f.attrs["origin"] = "tests/golden/make_golden.py"
    f.attrs["torch"] = str(torch.__version__)
    f.attrs["numpy"] = np.__version__
    f.attrs["h5py"] = h5py.__version__
    f.attrs["hdf5"] = h5py.version.hdf5_version
    f.attrs["python"] = sys.version.split()[0]
    return f


def group(parent, name):
    gcpl = h5py.h5p.create(h5py.h5p.GROUP_CREATE)
    gcpl.set_obj_track_times(False)
    return h5py.Group(h5py.h5g.create(parent.id, name.encode(), gcpl=gcpl))


def write(g, name, tensor):
    a = tensor.detach().numpy() if isinstance(tensor, torch.Tensor) else np.asarray(tensor)
    pack = dict(chunks=a.shape, shuffle=True, compression="gzip", compression_opts=9)
    dcpl = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    # Without this, which h5py does not wrap, HDF5 leaves 200 bytes in each dataset for attributes.
    HDF5.H5Pset_dset_no_attrs_hint(ctypes.c_int64(dcpl.id), ctypes.c_bool(True))
    return g.create_dataset(name, data=a, dcpl=dcpl, track_times=False,
                            **(pack if a.size > 16 else {}))


def write_all(parent, name, tensors):
    """A group of named tensors; none when there are none."""
    if tensors:
        g = group(parent, name)
        for key, t in tensors:
            write(g, key, t)


def write_numbered(parent, name, tensors, named=False):
    """A group 000, 001, ... in the net's order; named: each has its name as an attribute."""
    g = group(parent, name)
    for i, (key, t) in enumerate(tensors):
        d = write(g, f"{i:03}", t)
        if named:
            d.attrs["name"] = key


# ---- random numbers: of a case by its name, so that adding one leaves the others alone ----


def generator(name):
    return np.random.default_rng(zlib.crc32(name.encode()))


def float32(a):
    return torch.tensor(np.asarray(a, dtype=np.float32).astype(np.float64))


def initial(rng, name, shape, fan_in):
    if name.startswith("weight"):
        a = rng.standard_normal(shape) / math.sqrt(fan_in)
    elif name.startswith("gamma"):
        a = rng.uniform(0.5, 1.5, shape) * np.where(rng.random(shape) < 0.25, -1, 1)
    elif name.startswith("running_var"):
        a = rng.uniform(0.5, 2, shape)
    elif name == "num_batches_tracked":
        a = np.full(shape, 3)
    elif name.startswith("steps_trained"):
        a = np.full(shape, 1)
    else:
        a = 0.5 * rng.standard_normal(shape)
    return float32(a)


# ---- layers: functions of (call, options, inputs); activations are [N, ..., C] ----


class Call:
    """Runs layers. The first run draws parameters and state in the order in which the layers ask
    for them, every later run replays them; a run in training leaves the new state in `after`."""

    def __init__(self, rng, mask=None, fresh_state=False):
        self.rng, self.mask, self.fresh_state = rng, mask, fresh_state
        self.params, self.states, self.after = [], [], []
        self.layer = ""  # prefix of names
        self.feeds_norm = False
        self.slope = None

    def run(self, function, training):
        self.training = training
        self.param_at = self.state_at = 0
        if training:
            self.after = []
        return function(self)

    def param(self, name, shape, fan_in=1):
        if self.param_at == len(self.params):
            t = initial(self.rng, name, shape, fan_in).requires_grad_()
            self.params.append((self.layer + name, t))
        self.param_at += 1
        return self.params[self.param_at - 1][1]

    def state(self, name, shape):
        if self.state_at == len(self.states):
            t = initial(self.rng, name, shape, 1)
            if self.fresh_state:
                t = torch.full(shape, 1.0 if name == "running_var" else 0.0)
            self.states.append((self.layer + name, t))
        # In inference what the training run before has left, where there was one.
        source = self.states if self.training or not self.after else self.after
        self.state_at += 1
        return source[self.state_at - 1][1]

    def note_slope(self, gamma, var, eps):
        """A norm's largest |gamma| / sqrt(var + eps): its dx is what is left of terms so large."""
        self.slope = (gamma / torch.sqrt(var + eps)).abs().max().item()

    def update(self, name, value):
        if self.training:
            self.after.append((self.layer + name, value.detach()))


def options(spec):
    """Name, options and the bare word: "conv2d 6 k=3" is ("conv2d", {"": "6", "k": "3"})."""
    name, *words = spec.split()
    return name, dict(w.split("=", 1) if "=" in w else ("", w) for w in words)


def channels_first(x):
    return x.movedim(-1, 1)


def channels_last(x):
    return x.movedim(1, -1)


def epsilon(o, name):
    compat = {"torch": 1e-5, "keras": 1e-3, "flax": 1e-5 if name == "batchnorm" else 1e-6}
    return float(o.get("eps", compat[o.get("compat", "torch")]))


def affine(call, o, channels, default="both"):
    kind = o.get("affine", default)
    gamma, beta = torch.ones(channels), torch.zeros(channels)
    if kind in ("both", "scale"):
        gamma = call.param("gamma", (channels,))
    if kind in ("both", "shift"):
        beta = call.param("beta", (channels,))
    return gamma, beta


def standardize(x, mask, dims, eps):
    """The definition: x [N, S, groups, C/groups] by the moments over dims of what the mask keeps."""
    m = torch.ones(x.shape[:2]) if mask is None else mask.to(x.dtype)
    m = m[:, :, None, None].expand(x.shape)
    count = m.sum(dims, keepdim=True)
    mean = (x * m).sum(dims, keepdim=True) / count
    var = ((x - mean) ** 2 * m).sum(dims, keepdim=True) / count
    return (x - mean) / torch.sqrt(var + eps), mean, var, count


def batchnorm(call, o, x):
    if o.get("over") == "step":
        return recurrent.batchnorm_over_step(call, o, x)
    if "ghost" in o:
        return norms.ghost_batchnorm(batchnorm, call, o, x)
    if "scale" in o:
        return norms.scaled_batchnorm(affine, epsilon(o, "batchnorm"), call, o, x)
    c = x.shape[-1]
    gamma, beta = affine(call, o, c)
    eps, compat = epsilon(o, "batchnorm"), o.get("compat", "torch")
    old_mean, old_var = call.state("running_mean", (c,)), call.state("running_var", (c,))
    momentum = o.get("momentum", "0.1" if compat == "torch" else "0.01")
    cumulative = momentum == "cma"
    if cumulative:
        tracked = call.state("num_batches_tracked", (1,))
    momentum = 1 / (tracked.item() + 1) if cumulative else float(momentum)
    unbiased = o.get("running_var", "unbiased" if compat == "torch" else "biased") == "unbiased"

    # F.batch_norm updates these in place; they stand for a biased or masked update too, below.
    new_mean, new_var = old_mean.clone(), old_var.clone()
    y = channels_last(F.batch_norm(channels_first(x), new_mean, new_var, gamma, beta,
                                   call.training, momentum, eps))
    if not call.training:
        return y
    z, mean, var, count = standardize(x.reshape(len(x), -1, 1, c), call.mask, (0, 1, 2), eps)
    z = (z * gamma + beta).reshape(x.shape)
    if call.mask is None:
        assert torch.allclose(y, z, rtol=1e-9, atol=1e-9)
    else:
        y = z
    call.note_slope(gamma, var, eps)
    mean, var, count = (t.detach().flatten() for t in (mean, var, count))
    if call.mask is not None or not unbiased:
        new_mean = (1 - momentum) * old_mean + momentum * mean
        new_var = var * count / (count - 1) if unbiased else var
        new_var = (1 - momentum) * old_var + momentum * new_var
    call.update("running_mean", new_mean)
    call.update("running_var", new_var)
    if cumulative:
        call.update("num_batches_tracked", tracked + 1)
    return y


def sample_norm(call, o, x, name, groups, function):
    """Norms whose groups lie within a sample. function: what PyTorch has for it, on [N, C, S]."""
    c, eps = x.shape[-1], epsilon(o, name)
    gamma, beta = affine(call, o, c)
    flat = x.reshape(len(x), -1, c)
    z, _, var, _ = standardize(flat.reshape(*flat.shape[:2], groups, -1), call.mask, (1, 3), eps)
    call.note_slope(gamma.reshape(groups, -1), var, eps)
    z = z.reshape(x.shape) * gamma + beta
    if call.mask is not None:
        return z
    y = channels_last(function(channels_first(flat), gamma, beta, eps)).reshape(x.shape)
    assert torch.allclose(y, z, rtol=1e-9, atol=1e-9)
    return y


def layernorm(call, o, x):
    if o.get("over", "sample") == "token":
        # A position is a group of its own here: there is nothing in it for a mask to leave out.
        gamma, beta = affine(call, o, x.shape[-1])
        eps = epsilon(o, "layernorm")
        call.note_slope(gamma, x.var(-1, unbiased=False, keepdim=True), eps)
        return F.layer_norm(x, x.shape[-1:], gamma, beta, eps)
    return sample_norm(call, o, x, "layernorm", 1, lambda x, g, b, eps: F.group_norm(x, 1, g, b, eps))


def instancenorm(call, o, x):
    return sample_norm(call, o, x, "instancenorm", x.shape[-1],
                       lambda x, g, b, eps: F.instance_norm(x, weight=g, bias=b, eps=eps))


def groupnorm(call, o, x):
    groups = int(o["groups"]) if "groups" in o else x.shape[-1] // int(o["channels_per_group"])
    return sample_norm(call, o, x, "groupnorm", groups,
                       lambda x, g, b, eps: F.group_norm(x, groups, g, b, eps))


def bias(call, o, channels):
    if o.get("bias", "0" if call.feeds_norm else "1") == "1":
        return call.param("bias", (channels,))
    return None


def dense(call, o, x):
    w = call.param("weight", (x.shape[-1], int(o[""])), x.shape[-1])
    return F.linear(x, w.T, bias(call, o, int(o[""])))


def conv2d(call, o, x):
    k, c = int(o["k"]), x.shape[-1]
    w = call.param("weight", (k, k, c, int(o[""])), k * k * c)
    pad = (k - 1) // 2 if o.get("pad", "same") == "same" else int(o["pad"])
    return channels_last(F.conv2d(channels_first(x), w.permute(3, 2, 0, 1),
                                  bias(call, o, int(o[""])), int(o.get("stride", 1)), pad))


def kept(call, x):
    """Which positions of [N, T, C] count, as a factor [N, T, 1]."""
    return torch.ones(*x.shape[:2], 1) if call.mask is None else call.mask[:, :, None].to(x.dtype)


def embedding(call, o, x):
    tokens = int(o["tokens"])
    w = call.param("weight", (tokens, int(o[""])))
    # padding_idx keeps row 0 from being trained; nn.Embedding sets it to 0 at first.
    w = w * (torch.arange(tokens) > 0)[:, None]
    return F.embedding(x[..., 0].long(), w, padding_idx=0)


def position(call, o, x):
    t, c = x.shape[1:]
    if o.get("", "sinusoidal") == "learned":
        return x + call.param("weight", (t, c))
    angle = torch.arange(t)[:, None] / 10000 ** (torch.arange(c) // 2 * 2 / c)
    return x + torch.where(torch.arange(c) % 2 == 0, torch.sin(angle), torch.cos(angle))


def conv1d(call, o, x):
    k, c = int(o["k"]), x.shape[-1]
    w = call.param("weight", (k, c, int(o[""])), k * c)
    if o.get("masked", "1") == "1":
        x = x * kept(call, x)
    return channels_last(F.conv1d(channels_first(x), w.permute(2, 1, 0), bias(call, o, int(o[""])),
                                  padding="same", dilation=int(o.get("dilation", 1))))


def mean(call, o, x):
    m = kept(call, x)
    return (x * m).sum(1) / m.sum(1)


def last(call, o, x):
    at = (kept(call, x)[..., 0] * torch.arange(1, x.shape[1] + 1)).argmax(1)
    return x[torch.arange(len(x)), at]


def attention(call, o, x):
    c = x.shape[-1]
    has_bias = o.get("bias", "1") == "1"
    module = torch.nn.MultiheadAttention(c, int(o["heads"]), bias=has_bias, batch_first=True)
    weights = {"in_proj_weight": call.param("weight_qkv", (c, 3 * c), c).T,
               "out_proj.weight": call.param("weight_out", (c, c), c).T}
    if has_bias:
        weights["in_proj_bias"] = call.param("bias_qkv", (3 * c,))
        weights["out_proj.bias"] = call.param("bias_out", (c,))
    padding = None if call.mask is None else ~call.mask
    return functional_call(module, weights, (x, x, x), dict(key_padding_mask=padding,
                                                            need_weights=False))[0]


def pool(function):
    def layer(call, o, x):
        k = int(o[""])
        return channels_last(function(channels_first(x), k, int(o.get("stride", k)),
                                      int(o.get("pad", 0))))
    return layer


def rmsnorm(call, o, x):
    """Not in this PyTorch; as its later RMSNorm: x / sqrt(mean(x^2) + eps) * gamma."""
    gamma, beta = affine(call, o, x.shape[-1], "scale")
    compat = {"torch": np.finfo(np.float32).eps, "keras": 1e-6, "flax": 1e-6}
    eps = float(o.get("eps", compat[o.get("compat", "torch")]))
    m = torch.ones(x.shape[:-1]) if call.mask is None else call.mask.to(x.dtype)
    dims = tuple(range(1, x.dim()))
    if o.get("over", "sample") == "token":
        m, dims = torch.ones(x.shape[:-1]), (-1,)
    m = m[..., None].expand(x.shape)
    square = (x ** 2 * m).sum(dims, keepdim=True) / m.sum(dims, keepdim=True)
    call.note_slope(gamma, square, eps)
    return x / torch.sqrt(square + eps) * gamma + beta


def subsample(call, o, x):
    stride = int(o["stride"])
    return F.pad(x[:, ::stride, ::stride, :], (0, int(o[""]) - x.shape[-1]))


def dropout(call, o, x):
    assert not call.training, "its random numbers are not PyTorch's"
    return F.dropout(x, float(o[""]), False)


LAYERS = {
    "batchnorm": batchnorm, "layernorm": layernorm, "instancenorm": instancenorm,
    "groupnorm": groupnorm, "rmsnorm": rmsnorm, "dense": dense, "conv2d": conv2d,
    "maxpool": pool(F.max_pool2d), "avgpool": pool(F.avg_pool2d),
    "gap": lambda call, o, x: x.mean(tuple(range(1, x.dim() - 1))),
    "flatten": lambda call, o, x: x.flatten(1),
    "relu": lambda call, o, x: F.relu(x),
    "sigmoid": lambda call, o, x: torch.sigmoid(x),
    "tanh": lambda call, o, x: torch.tanh(x),
    "gelu": lambda call, o, x: F.gelu(x, approximate=o.get("approx", "none")),
    "embedding": embedding, "position": position, "conv1d": conv1d, "attention": attention,
    "mean": mean, "last": last,
    "dropout": dropout, "subsample": subsample,
    "none": lambda call, o, x: x.clone(),
    "add": lambda call, o, x, x2: x + x2,
    **recurrent.LAYERS,
}


# ---- layers.h5 ----


def lengths(*valid):
    """A mask from the number of valid positions of each sample."""
    return torch.tensor([[t < n for t in range(max(valid))] for n in valid])


HOLES = torch.tensor([[1, 0, 1, 1, 0, 1], [0, 0, 1, 0, 1, 0], [1, 1, 1, 1, 1, 1]]).bool()
MASK = lengths(6, 4, 2, 5)


def zeros_and_extremes(x):
    x[..., 0] = 0
    x.flatten()[1::7] *= 40
    return x


def constant_channel(x):
    x[..., 0] = 0.75
    return x


def small_integers(x):
    return x.round().clamp(0, 1)


def token_numbers(x):
    return (x.abs() * 100).floor() % 5


def cases():
    """(spec, shape of x, what else make_case() takes)"""
    image, narrow, tiny = (2, 3, 3, 17), (3, 3, 2, 2), (3, 2, 1, 3)

    for shape in image, (7, 5), (3, 5, 3), (1, 3, 3, 4), (6, 1, 1, 5), (2, 3, 3, 1), (8, 1), (2, 1, 3):
        yield "batchnorm", shape, {}
    for o in ("affine=scale", "affine=shift", "affine=none", "momentum=cma", "running_var=biased",
              "eps=0.1", "compat=keras", "compat=flax", "compat=keras momentum=0.25 eps=0.01",
              "compat=flax running_var=unbiased"):
        yield "batchnorm " + o, tiny, {}
    yield "batchnorm", narrow, dict(suffix="mean1e4", mean=1e4)
    yield "batchnorm", narrow, dict(suffix="constant", edit=constant_channel)
    for o in "", " running_var=biased momentum=cma":
        yield "batchnorm" + o, (4, 6, 3), dict(suffix="masked", mask=MASK)
    yield "batchnorm", (3, 6, 2), dict(suffix="holes", mask=HOLES)
    yield "batchnorm", (4, 6, 2), dict(suffix="masked_mean1e4", mask=MASK, mean=1e4)

    for shape in image, (7, 5), (3, 5, 3), (1, 3, 3, 4), (6, 1, 1, 5), (2, 3, 3, 1):
        yield "layernorm", shape, {}
    for o in "affine=scale", "affine=shift", "compat=keras", "compat=flax":
        yield "layernorm " + o, tiny, {}
    yield "layernorm", narrow, dict(suffix="mean1e4", mean=1e4)
    yield "layernorm", (4, 6, 3), dict(suffix="masked", mask=MASK)
    yield "layernorm", (3, 6, 2), dict(suffix="holes", mask=HOLES)
    for shape in (2, 3, 1, 17), (7, 5), (3, 4, 3), (1, 3, 3, 4):
        yield "layernorm over=token", shape, {}
    for o in "affine=none", "compat=keras", "compat=flax":
        yield "layernorm over=token " + o, (2, 3, 4), {}
    yield "layernorm over=token", narrow, dict(suffix="mean1e4", mean=1e4)
    yield "layernorm over=token", (4, 6, 3), dict(suffix="masked", mask=MASK)

    for shape in image, (7, 5), (3, 5, 3):
        yield "rmsnorm", shape, {}
        yield "rmsnorm over=token", shape, {}
    for o in "affine=both", "compat=keras affine=none", "over=token affine=both eps=0.1":
        yield "rmsnorm " + o, tiny, {}
    yield "rmsnorm", narrow, dict(suffix="mean1e4", mean=1e4)
    yield "rmsnorm over=token", (2, 3, 1, 17), dict(suffix="mean1e4", mean=1e4)
    yield "rmsnorm", (4, 6, 3), dict(suffix="masked", mask=MASK)
    yield "rmsnorm", (3, 6, 2), dict(suffix="holes", mask=HOLES)
    yield "rmsnorm over=token", (4, 6, 3), dict(suffix="masked", mask=MASK)

    for shape in image, (3, 5, 3), (1, 3, 3, 4), (2, 3, 3, 1):
        yield "instancenorm", shape, {}
    for o in "affine=none", "compat=keras", "compat=flax":
        yield "instancenorm " + o, tiny, {}
    yield "instancenorm", narrow, dict(suffix="mean1e4", mean=1e4)
    yield "instancenorm", (4, 6, 3), dict(suffix="masked", mask=MASK)
    yield "instancenorm", (3, 6, 2), dict(suffix="holes", mask=HOLES)

    for spec, shape in (("groups=4", (2, 3, 3, 8)), ("groups=1", (1, 3, 3, 17)),
                        ("groups=17", (2, 2, 2, 17)), ("groups=2", (2, 2, 1, 34)),
                        ("groups=2", (5, 6)), ("groups=3", (3, 5, 6)), ("groups=2", (4, 1, 1, 6)),
                        ("groups=2", (1, 3, 3, 4)), ("groups=1", (2, 3, 3, 1)),
                        ("channels_per_group=2", (2, 2, 3, 6)),
                        ("groups=2 affine=scale", (2, 2, 2, 4)),
                        ("groups=2 compat=keras", (2, 2, 2, 4)),
                        ("groups=2 compat=flax", (2, 2, 2, 4))):
        yield "groupnorm " + spec, shape, {}
    yield "groupnorm groups=2", (3, 3, 2, 4), dict(suffix="mean1e4", mean=1e4)
    yield "groupnorm groups=2", (4, 6, 4), dict(suffix="masked", mask=MASK)
    yield "groupnorm groups=2", (3, 6, 4), dict(suffix="holes", mask=HOLES)

    for spec, shape in (("7 bias=1", (5, 6)), ("7 bias=0", (5, 6)), ("7 bias=1", (3, 4, 5)),
                        ("7 bias=0", (2, 3, 2, 5)), ("1 bias=1", (4, 1)), ("17 bias=1", (1, 17))):
        yield "dense " + spec, shape, {}

    for spec, shape in (("5 k=3 stride=2 pad=1 bias=1", (2, 7, 5, 3)),
                        ("4 k=3 bias=1", (2, 5, 4, 2)),
                        ("6 k=3 bias=0", (1, 4, 5, 1)),
                        ("2 k=3 bias=1", (1, 3, 4, 17)),
                        ("17 k=1 bias=1", (1, 3, 3, 2)),
                        ("5 k=1 stride=2 bias=0", (2, 5, 4, 3)),
                        ("1 k=1 pad=0 bias=1", (2, 1, 1, 1)),
                        ("4 k=2 pad=0 bias=1", (2, 5, 4, 3)),
                        ("4 k=2 stride=2 pad=1 bias=1", (2, 5, 4, 3)),
                        ("3 k=3 stride=3 pad=2 bias=1", (1, 7, 8, 2)),
                        ("3 k=3 stride=2 pad=0 bias=1", (1, 8, 7, 2)),
                        ("4 k=3 stride=2 bias=0", (2, 6, 5, 2)),
                        ("2 k=5 bias=1", (1, 6, 5, 2)),
                        ("2 k=5 stride=3 pad=1 bias=1", (1, 7, 9, 2)),
                        ("2 k=5 pad=2 bias=1", (3, 2, 1, 2)),
                        ("2 k=3 bias=1", (3, 1, 1, 2))):
        yield "conv2d " + spec, shape, {}

    for spec in "2 stride=2 pad=0", "3 stride=2 pad=1", "2", "3 stride=1 pad=1":
        yield "maxpool " + spec, (2, 7, 5, 2), {}
        yield "avgpool " + spec, (2, 7, 5, 2), {}
    # The first of equal values, in reading order of the window, gets the gradient.
    yield "maxpool 3 stride=2 pad=1", (2, 5, 5, 2), dict(suffix="ties", edit=small_integers)
    for shape in (2, 5, 3, 4), (3, 6, 4), (2, 1, 1, 17):
        yield "gap", shape, {}

    for spec in "relu", "sigmoid", "tanh", "gelu", "gelu approx=tanh":
        yield spec, (2, 2, 3, 5), dict(edit=zeros_and_extremes)
    yield "relu", (5, 17), {}
    for shape in (2, 3, 2, 4), (3, 4, 5):
        yield "flatten", shape, {}
    yield "dropout 0.3", (3, 7), {}
    yield "none", (3, 2, 2, 3), {}
    yield "subsample 12 stride=2", (2, 5, 4, 3), {}
    yield "subsample 5 stride=2", (2, 6, 1, 5), {}
    yield "add", (2, 3, 2, 3), {}

    yield "embedding 3 tokens=5", (3, 6, 1), dict(edit=token_numbers)
    yield "embedding 17 tokens=5", (2, 1, 1), dict(edit=token_numbers)
    for o in "", " learned":
        for shape in (2, 5, 6), (1, 3, 1), (2, 1, 17):
            yield "position" + o, shape, {}
    for spec, shape in (("4 k=3 bias=1", (2, 5, 3)), ("3 k=5 bias=0", (1, 2, 4)),
                        ("5 k=1 bias=1", (2, 3, 1)), ("2 k=4 bias=1", (2, 5, 3)),
                        ("17 k=3 dilation=2 bias=1", (1, 7, 2)),
                        ("1 k=2 dilation=3 bias=0", (2, 4, 17))):
        yield "conv1d " + spec, shape, {}
    for o in "k=3", "k=3 masked=0", "k=2 dilation=3":
        yield "conv1d 4 bias=1 " + o, (4, 6, 3), dict(suffix="masked", mask=MASK)
    yield "conv1d 2 k=5 bias=1", (3, 6, 2), dict(suffix="holes", mask=HOLES)
    for spec, shape in (("heads=2 bias=1", (2, 5, 4)), ("heads=1 bias=0", (3, 4, 3)),
                        ("heads=4 bias=1", (1, 1, 8)), ("heads=3 bias=1", (1, 19, 51)),
                        ("heads=17 bias=1", (2, 3, 17)), ("heads=1 bias=1", (1, 40, 2))):
        yield "attention " + spec, shape, {}
    yield "attention heads=2 bias=1", (4, 6, 4), dict(suffix="masked", mask=MASK)
    yield "attention heads=2 bias=0", (4, 6, 4), dict(suffix="masked", mask=MASK)
    yield "attention heads=1 bias=1", (3, 6, 2), dict(suffix="holes", mask=HOLES)
    for kind in "mean", "last":
        yield kind, (2, 5, 3), {}
        yield kind, (2, 1, 70), {}
        yield kind, (4, 6, 3), dict(suffix="masked", mask=MASK)
        yield kind, (3, 6, 2), dict(suffix="holes", mask=HOLES)


def condition(call, run, xs, y, grads, dy):
    """How much larger than a relative change of inputs and parameters that of the results is, where they are
    below 1 the change itself: what rounding does to them, whoever computes them."""
    step, rng, worst = 1e-8, np.random.default_rng(1), 1.0
    inputs = xs + [t for _, t in call.params]
    before = [t.detach().clone() for t in inputs]
    for _ in range(4):
        for t, old in zip(inputs, before):
            t.data = old * (1 + step * torch.tensor(rng.uniform(-1, 1, t.shape)))
        moved = call.run(run, True)
        after = [moved, *torch.autograd.grad(moved, inputs, dy)]
        for p, q in zip([y, *grads], after):
            change = (p - q).abs().max() / p.abs().max().clamp(min=1) / step
            worst = max(worst, change.item())
    for t, old in zip(inputs, before):
        t.data = old
    call.run(run, True)
    return worst


def make_case(f, spec, shape, suffix="", mask=None, mean=0.3, edit=None):
    parts = [spec.replace("=", "").replace(" ", "_"), {2: "nc", 3: "ntc", 4: "nhwc"}[len(shape)],
             "x".join(map(str, shape)), suffix]
    name = "_".join(p for p in parts if p)
    kind, o = options(spec)
    rng = generator(name)
    xs = [float32(rng.standard_normal(shape) + mean) for _ in range(2 if kind == "add" else 1)]
    if edit:
        xs = [float32(edit(x)) for x in xs]
    if mask is not None:
        # Padding holds something else than data, to be noticed when it is counted.
        xs = [torch.where(mask[:, :, None], x, float32(2 * (x - mean) + mean + 3)) for x in xs]
    reached = [] if kind == "embedding" else xs  # by gradients
    for x in reached:
        x.requires_grad_()
    call = Call(rng, mask)
    run = lambda call: LAYERS[kind](call, o, *xs)
    is_random = kind == "dropout"
    y = call.run(run, not is_random)
    if kind == "batchnorm" and mean > 100:
        call.states[0] = ("running_mean", float32(call.states[0][1] + mean))
        y = call.run(run, True)
    dy = float32(rng.standard_normal(y.shape))
    weights = [t for _, t in call.params]
    grads = torch.autograd.grad(y, reached + weights, dy)
    y_eval = call.run(run, False)
    dx_eval = torch.autograd.grad(y_eval, reached, dy) if reached else []

    g = group(f, name)
    g.attrs["spec"] = spec
    g.attrs["layout"] = "nhwc"
    if is_random:
        g.attrs["random"] = 1.0
    if kind in recurrent.LAYERS or o.get("over") == "step":
        g.attrs["condition"] = float(f"{condition(call, run, xs, y, grads, dy):.3g}")
    if call.slope:
        g.attrs["dx_terms"] = float(f"{call.slope * dy.abs().max().item():.3g}")
    for x, n in zip(xs, ("x", "x2")):
        write(g, n, x)
    if mask is not None:
        write(g, "mask", mask.numpy().astype(np.uint8))
    write(g, "dy", dy)
    names = ("dx", "dx2")[:len(reached)]
    if not is_random:
        write(g, "y", y)
        for dx, n in zip(grads, names):
            write(g, n, dx)
    write_all(g, "param", call.params)
    write_all(g, "dparam", [(n, d) for (n, _), d in zip(call.params, grads[len(reached):])])
    write_all(g, "state", call.states)
    write_all(g, "state_after", call.after)
    write_eval(g, "y_eval", y_eval, "y")
    for dx, n in zip(dx_eval, names):
        write_eval(g, n + "_eval", dx, n)
    return g, call


def write_eval(g, name, tensor, training_name):
    """A hard link where inference gives the numbers of training."""
    if training_name in g and np.array_equal(g[training_name][()], tensor.detach().numpy()):
        g[name] = g[training_name]
    else:
        write(g, name, tensor)


def softmax_cases():
    rng = generator("softmax")
    normal = rng.standard_normal((6, 5))
    yield "random_6x5", normal * 2, rng.integers(0, 5, 6)
    yield "random_1x10", rng.standard_normal((1, 10)), [7]
    yield "two_4x2", rng.standard_normal((4, 2)), [0, 1, 1, 0]
    yield "large_4x3", [[1e4, 0, -1e4], [-1e4, 1e4, 0], [1e4, 1e4, -1e4], [-1e4, -1e4, -1e4]], [0, 0, 1, 2]
    yield "shifted_6x5", normal + 1e4, rng.integers(0, 5, 6)
    yield "shifted_down_6x5", normal - 1e4, rng.integers(0, 5, 6)
    yield "equal_4x3", [[0, 0, 0], [2.5, 2.5, 2.5], [-1e4] * 3, [1e4] * 3], [0, 1, 2, 0]
    yield "one_class_3x1", rng.standard_normal((3, 1)), [0, 0, 0]


def make_cross_entropy(f, kind, scores):
    """kind: the group's name; scores: what of the logits goes into the softmax."""
    parent = group(f, kind)
    for name, logits, labels in softmax_cases():
        logits, labels = float32(logits).requires_grad_(), torch.tensor(np.asarray(labels))
        loss = F.cross_entropy(scores(logits), labels)
        g = group(parent, name)
        write(g, "logits", logits)
        write(g, "labels", labels)
        write(g, "loss", loss.reshape(1))
        write(g, "loss_per_sample", F.cross_entropy(scores(logits), labels, reduction="none"))
        write(g, "dlogits", torch.autograd.grad(loss, logits)[0])
        # Of equal logits the first is the answer.
        write(g, "errors", [int((np.argmax(logits.detach().numpy(), 1) != labels.numpy()).sum())])


def make_mse(f):
    parent = group(f, "mse")
    for shape in (6, 1), (4, 3), (1, 17):
        name = "x".join(map(str, shape))
        rng = generator("mse_" + name)
        y, target = (float32(rng.standard_normal(shape) * 3) for _ in range(2))
        loss = F.mse_loss(y.requires_grad_(), target)
        g = group(parent, name)
        write(g, "y", y)
        write(g, "target", target)
        write(g, "loss", loss.reshape(1))
        write(g, "dy", torch.autograd.grad(loss, y)[0])


# ---- training.h5 ----

NETS = {
    "resnet": ("conv2d 4 k=3; batchnorm; relu; "
               "residual { conv2d 4 k=3; batchnorm; relu; conv2d 4 k=3; batchnorm }; relu; "
               "residual { conv2d 8 k=3 stride=2; batchnorm; relu; conv2d 8 k=3; batchnorm } "
               "{ conv2d 8 k=1 stride=2; batchnorm }; relu; gap; dense 5", (6, 7, 6, 3)),
    "mlp": ("flatten; dense 12; layernorm; gelu; dense 5", (8, 4, 4, 2)),
    "lenet": ("conv2d 4 k=3; groupnorm groups=2; tanh; avgpool 2; conv2d 6 k=3 pad=0; tanh; "
              "avgpool 2; flatten; dense 10; tanh; dense 5", (4, 12, 12, 1)),
    "encoder_pre": ("dense 8; "
                    "residual { layernorm over=token; attention heads=2 bias=1 }; "
                    "residual { layernorm over=token; dense 12; relu; dense 8 }; "
                    "layernorm over=token; mean; dense 5", (4, 6, 3)),
    "encoder_post": ("dense 8; "
                     "residual { attention heads=2 bias=1 }; layernorm over=token; "
                     "residual { dense 12; relu; dense 8 }; layernorm over=token; "
                     "last; dense 5", (4, 6, 3)),
    "convnet": ("embedding 6 tokens=9; position learned; conv1d 8 k=3; batchnorm masked=1; relu; "
                "residual { conv1d 8 k=3 dilation=2; relu }; mean; dense 5", (4, 6, 1)),
}


def parse(tokens):
    """net.h's grammar from a list of tokens: a list of specs and of (body, shortcut)."""
    items, words = [], []
    while tokens and tokens[0] != "}":
        token = tokens.pop(0)
        if token == "{":
            assert words == ["residual"]
            body, shortcut = parse(tokens), []
            tokens.pop(0)
            if tokens and tokens[0] == "{":
                tokens.pop(0)
                shortcut = parse(tokens)
                tokens.pop(0)
            items.append((body, shortcut))
            words = []
        elif token != ";":
            words.append(token)
        if words and (token == ";" or not tokens or tokens[0] == "}"):
            items.append(" ".join(words))
            words = []
    return items


def run_net(call, items, x, place=""):
    for i, item in enumerate(items):
        here = f"{place}{i}"
        if isinstance(item, tuple):
            body = run_net(call, item[0], x, here + ".body.")
            x = body + run_net(call, item[1], x, here + ".shortcut.")
            continue
        kind, o = options(item)
        following = items[i + 1] if i + 1 < len(items) else ""
        call.feeds_norm = isinstance(following, str) and following.split(" ")[0] in NORMS
        call.layer = f"{here}.{kind}."
        x = LAYERS[kind](call, o, x)
    return x


def net(text):
    items = parse(text.replace(";", " ; ").replace("{", " { ").replace("}", " } ").split())
    return lambda call, x: run_net(call, items, x)


def encoder_layer(call, x, norm_first):
    """torch.nn.TransformerEncoderLayer with the parameters of the nets encoder_*, and what is around it."""
    p = {}
    for name, t in call.params:
        p.setdefault(name.split(".")[-1], []).append(t)
    into, first, second, out = zip(p["weight"], p["bias"])
    layer = torch.nn.TransformerEncoderLayer(8, 2, 12, 0.0, batch_first=True, norm_first=norm_first)
    y = functional_call(layer, {
        "self_attn.in_proj_weight": p["weight_qkv"][0].T, "self_attn.in_proj_bias": p["bias_qkv"][0],
        "self_attn.out_proj.weight": p["weight_out"][0].T, "self_attn.out_proj.bias": p["bias_out"][0],
        "linear1.weight": first[0].T, "linear1.bias": first[1],
        "linear2.weight": second[0].T, "linear2.bias": second[1],
        "norm1.weight": p["gamma"][0], "norm1.bias": p["beta"][0],
        "norm2.weight": p["gamma"][1], "norm2.bias": p["beta"][1],
    }, (F.linear(x, into[0].T, into[1]),), dict(src_key_padding_mask=~call.mask))
    if norm_first:
        y = mean(call, {}, F.layer_norm(y, (8,), p["gamma"][2], p["beta"][2]))
    else:
        y = last(call, {}, y)
    return F.linear(y, out[0].T, out[1])


def make_net(parent, name):
    text, shape = NETS[name]
    rng = generator(name)
    x = float32(rng.standard_normal(shape))
    labels = torch.tensor(rng.integers(0, 5, shape[0]))
    tokens = 9 if text.startswith("embedding") else 0
    mask = MASK if len(shape) == 3 else None
    if tokens:
        x = float32(rng.integers(1, tokens, shape)) * mask[:, :, None]
    call, function = Call(rng, mask, fresh_state=True), net(text)
    logits = call.run(lambda call: function(call, x), True)
    if name.startswith("encoder"):
        assert torch.allclose(logits, encoder_layer(call, x, name == "encoder_pre"), 1e-9, 1e-9)
    loss = F.cross_entropy(logits, labels)
    grads = torch.autograd.grad(loss, [t for _, t in call.params])

    g = group(parent, name)
    g.attrs["net"] = text
    if tokens:
        g.attrs["tokens"] = float(tokens)
    write(g, "x", x)
    if mask is not None:
        write(g, "mask", mask.numpy().astype(np.uint8))
    write(g, "labels", labels)
    write(g, "logits", logits)
    write(g, "loss", loss.reshape(1))
    write_numbered(g, "param", call.params, named=True)
    write_numbered(g, "dparam", [(n, d) for (n, _), d in zip(call.params, grads)])
    if call.states:
        write_numbered(g, "state", call.states, named=True)
        write_numbered(g, "state_after", call.after)
    write(g, "logits_eval", call.run(lambda call: function(call, x), False))


OPTIMIZERS = {
    "sgd": dict(optimizer="sgd", lr=0.1),
    "sgd_momentum": dict(optimizer="sgd", lr=0.05, momentum=0.9),
    "sgd_nesterov": dict(optimizer="sgd", lr=0.05, momentum=0.9, nesterov=1),
    "sgd_weight_decay": dict(optimizer="sgd", lr=0.05, momentum=0.9, weight_decay=1e-2),
    "sgd_clip": dict(optimizer="sgd", lr=0.1, clip_norm=0.5),
    "sgd_clip_some": dict(optimizer="sgd", lr=0.1, clip_norm=1.1),
    "adam": dict(optimizer="adam", lr=1e-2, beta1=0.9, beta2=0.999, eps=1e-8),
    "adam_weight_decay": dict(optimizer="adam", lr=1e-2, beta1=0.9, beta2=0.999, eps=1e-8,
                              weight_decay=1e-2),
    "rmsprop": dict(optimizer="rmsprop", lr=1e-3, rho=0.9, eps=1e-7),
}


def torch_optimizer(o, params):
    """Weight decay is for weights: not for biases, gamma and beta."""
    decayed = [t for n, t in params if n.endswith(".weight")]
    others = [t for n, t in params if not n.endswith(".weight")]
    groups = [dict(params=decayed, weight_decay=o["weight_decay"]), dict(params=others)]
    if o["optimizer"] == "sgd":
        return torch.optim.SGD(groups, lr=o["lr"], momentum=o["momentum"],
                               nesterov=bool(o["nesterov"]))
    if o["optimizer"] == "adam":
        return torch.optim.Adam(groups, lr=o["lr"], betas=(o["beta1"], o["beta2"]), eps=o["eps"])
    return torch.optim.RMSprop(groups, lr=o["lr"], alpha=o["rho"], eps=o["eps"],
                               momentum=o["momentum"])


def make_optimizers(f):
    text, shape = NETS["mlp"]
    batches = 5
    rng = generator("optimizers")
    x = float32(rng.standard_normal((batches, *shape)))
    labels = torch.tensor(rng.integers(0, 5, (batches, shape[0])))
    function, first = net(text), Call(generator("optimizers/param"))
    first.run(lambda call: function(call, x[0]), True)

    parent = group(f, "optimizers")
    parent.attrs["net"] = text
    parent.attrs["steps"] = float(STEPS)
    write(parent, "x", x)
    write(parent, "labels", labels)
    write_numbered(parent, "param", first.params, named=True)
    runs = group(parent, "runs")
    for name, given in OPTIMIZERS.items():
        o = dict(momentum=0, nesterov=0, weight_decay=0, clip_norm=0) | given
        call = Call(generator("optimizers/param"))
        losses, norms = [], []
        for step in range(STEPS):
            logits = call.run(lambda call: function(call, x[step % batches]), True)
            weights = [t for _, t in call.params]
            if step == 0:
                optimizer = torch_optimizer(o, call.params)
            loss = F.cross_entropy(logits, labels[step % batches])
            optimizer.zero_grad()
            loss.backward()
            limit = o["clip_norm"] if o["clip_norm"] else math.inf
            norm = torch.linalg.vector_norm(torch.cat([t.grad.flatten() for t in weights]))
            if o["clip_norm"]:
                torch.nn.utils.clip_grad_norm_(weights, limit)
            optimizer.step()
            losses.append(loss.item())
            norms.append(norm.item())
        g = group(runs, name)
        for key, value in o.items():
            g.attrs[key] = value if isinstance(value, str) else float(value)
        write(g, "loss", losses)
        write(g, "gradient_norm", norms)
        write_numbered(g, "param", call.params)


# ---- all ----


def make(layers, norm_variants, recurrent_layers, losses, training):
    with file_create(layers) as f:
        for spec, shape, more in cases():
            make_case(f, spec, shape, **more)
        make_cross_entropy(f, "softmax", lambda logits: logits)
    with file_create(norm_variants) as f:
        for spec, shape, more in norms.cases(MASK):
            make_case(f, spec, shape, **more)
    with file_create(recurrent_layers) as f:
        for spec, shape, more in recurrent.cases(lengths, HOLES):
            make_case(f, spec, shape, **more)
    with file_create(losses) as f:
        make_cross_entropy(f, "sigmoid", F.logsigmoid)
        make_mse(f)
    with file_create(training) as f:
        nets = group(f, "nets")
        for name in NETS:
            make_net(nets, name)
        make_optimizers(f)


if __name__ == "__main__":
    golden_files.main(__doc__, make, *FILES)
