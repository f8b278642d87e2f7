#!/usr/bin/python3
"""Makes norm_kin.h5, in the form of layers.h5: batchgroupnorm, batchrenorm, frn, tlu, scalenorm,
headnorm and attention with qknorm.

    norm_kin.py           writes the file beside this script
    norm_kin.py --check   computes everything anew and compares it with the committed file

Needs PyTorch, and Keras 3 with KERAS_BACKEND=torch, which batchrenorm is held against.
"""
import math
import os

os.environ.setdefault("KERAS_BACKEND", "torch")
import keras
import torch
import torch.nn.functional as F

import golden_files
import make_golden as golden


# ---- first values that make_golden.py's initial() does not know ----

initial_before = golden.initial


def initial(rng, name, shape, fan_in):
    if name == "steps":
        return torch.full(shape, 3.0)
    if name == "eps":
        return golden.float32(rng.uniform(0.05, 0.5, shape) * [-1, 1][rng.random() < 0.5])
    if name == "gain":
        return golden.float32([3.5])
    return initial_before(rng, name, shape, fan_in)


golden.initial = initial


# ---- the layers ----


def batch_moments(x, mask, groups, samples):
    """x [N, ..., C] as [chunks of samples, rows, groups, C / groups], the mask likewise; the last chunk may be smaller."""
    flat = x.reshape(len(x), -1, groups, x.shape[-1] // groups)
    valid = torch.ones(flat.shape[:2]) if mask is None else mask.to(x.dtype)
    for n in range(0, len(x), samples):
        yield flat[n:n + samples], valid[n:n + samples, :, None, None].expand(flat[n:n + samples].shape)


def batchgroupnorm(call, o, x):
    c, samples = x.shape[-1], int(o.get("samples", 0)) or len(x)
    groups = int(o["groups"]) if "groups" in o else c // int(o["channels_per_group"])
    gamma, beta = golden.affine(call, o, c)
    eps, cumulative = golden.epsilon(o, "batchnorm"), o.get("momentum") == "cma"
    keeps = samples > 1 or len(x) == 1
    if int(o.get("samples", 0)) == 1:
        keeps = False
    if keeps:
        old_mean, old_var = call.state("running_mean", (groups,)), call.state("running_var", (groups,))
        tracked = call.state("num_batches_tracked", (1,)) if cumulative else None
        momentum = 1 / (tracked.item() + 1) if cumulative else float(o.get("momentum", 0.1))
        if not call.training:
            flat = x.reshape(len(x), -1, groups, c // groups)
            z = (flat - old_mean[:, None]) / torch.sqrt(old_var[:, None] + eps)
            return z.reshape(x.shape) * gamma + beta
    y, slope, means, variances, counts = [], 0, 0, 0, 0
    for part, m in batch_moments(x, call.mask, groups, samples):
        count = m.sum((0, 1, 3), keepdim=True)
        mean = (part * m).sum((0, 1, 3), keepdim=True) / count
        var = ((part - mean) ** 2 * m).sum((0, 1, 3), keepdim=True) / count
        y.append((part - mean) / torch.sqrt(var + eps))
        call.note_slope(gamma.reshape(groups, -1), var, eps)
        slope = max(slope, call.slope)
        n = count.flatten()[0].item()
        means = means + n * mean.detach().flatten()
        variances = variances + n * (var * count / (count - 1)).detach().flatten()
        counts += n
    call.slope = slope
    if keeps:
        call.update("running_mean", (1 - momentum) * old_mean + momentum * means / counts)
        call.update("running_var", (1 - momentum) * old_var + momentum * variances / counts)
        if cumulative:
            call.update("num_batches_tracked", tracked + 1)
    y = torch.cat(y).reshape(x.shape) * gamma + beta
    if call.mask is None and samples == 1:
        same = F.group_norm(x.reshape(len(x), -1, c).movedim(-1, 1), groups, gamma, beta, eps).movedim(1, -1)
        assert torch.allclose(y, same.reshape(x.shape), rtol=1e-9, atol=1e-9)
    if call.mask is None and groups == c and samples == len(x):
        same = F.batch_norm(golden.channels_first(x), None, None, gamma, beta, True, 0.1, eps)
        assert torch.allclose(y, golden.channels_last(same), rtol=1e-9, atol=1e-9)
    return y


def limits(t, warmup, rmax, dmax):
    """The largest r and d at step t: from 1 and 0 at step `warmup` to rmax at 8 times it and dmax at 5 times it."""
    if warmup == 0:
        return rmax, dmax
    share = [min(1, max(0, (t - warmup) / (end * warmup - warmup))) for end in (8, 5)]
    return 1 + (rmax - 1) * share[0], dmax * share[1]


def batchrenorm(call, o, x):
    """Ioffe 2017, algorithm 1. running_var is the square of the running sigma, less eps."""
    c, eps = x.shape[-1], golden.epsilon(o, "batchnorm")
    gamma, beta = golden.affine(call, o, c)
    old_mean, old_var = call.state("running_mean", (c,)), call.state("running_var", (c,))
    cumulative = o.get("momentum") == "cma"
    tracked = call.state("num_batches_tracked", (1,)) if cumulative else None
    keras_like = o.get("compat") == "keras"
    momentum = 1 / (tracked.item() + 1) if cumulative else float(o.get("momentum", 0.01 if keras_like else 0.1))
    warmup = int(o.get("warmup", 100))
    steps = call.state("steps", (1,)) if warmup else torch.zeros(1)
    sigma = torch.sqrt(old_var + eps)
    if not call.training:
        return (x - old_mean) / sigma * gamma + beta
    rmax, dmax = limits(steps.item(), warmup, float(o.get("rmax", 3)), float(o.get("dmax", 5)))
    m = torch.ones(x.shape[:-1]) if call.mask is None else call.mask.to(x.dtype)
    over, count = tuple(range(x.dim() - 1)), m.sum()
    mean = (x * m[..., None]).sum(over) / count
    var = ((x - mean) ** 2 * m[..., None]).sum(over) / count
    batch_sigma = torch.sqrt(var + eps)
    r = (batch_sigma / sigma).clamp(1 / rmax, rmax).detach()
    d = ((mean - old_mean) / sigma).clamp(-dmax, dmax).detach()
    call.note_slope(gamma * r, var, eps)
    new_var = ((1 - momentum) * sigma + momentum * batch_sigma.detach()) ** 2 - eps
    if o.get("average") == "var":
        new_var = (1 - momentum) * old_var + momentum * (var * count / (count - 1)).detach()
    call.update("running_mean", (1 - momentum) * old_mean + momentum * mean.detach())
    call.update("running_var", new_var)
    if cumulative:
        call.update("num_batches_tracked", tracked + 1)
    if warmup:
        call.update("steps", steps + 1)
    y = ((x - mean) / batch_sigma * r + d) * gamma + beta
    if not cumulative and "average" not in o and x.abs().max() < 50:  # Keras computes E(x^2) - E(x)^2 in float32
        check_with_keras(call, o, x, y, (old_mean, sigma, gamma, beta), (rmax, dmax, momentum, eps))
    return y


def check_with_keras(call, o, x, y, start, options):
    """Keras's layer gives the same output, gradient and running statistics. It computes them in float32."""
    mean, sigma, gamma, beta = (t.detach() for t in start)
    rmax, dmax, momentum, eps = options
    layer = keras.layers.BatchNormalization(
        momentum=1 - momentum, epsilon=eps, renorm=True, renorm_momentum=1 - momentum,
        renorm_clipping=dict(rmin=1 / rmax, rmax=rmax, dmax=dmax))
    layer.build(x.shape)
    for variable, value in ((layer.gamma, gamma), (layer.beta, beta), (layer.moving_mean, mean),
                            (layer.renorm_mean, mean), (layer.moving_stddev, sigma), (layer.renorm_stddev, sigma)):
        variable.assign(value)
    own = x.detach().float().requires_grad_()
    theirs = layer(own, training=True, mask=call.mask)
    weights = torch.linspace(-1, 1, y.numel()).reshape(y.shape)
    ours, = torch.autograd.grad((y * weights).sum(), x, retain_graph=True)
    same, = torch.autograd.grad((theirs * weights.float()).sum(), own)
    after = dict(call.after)
    pairs = [(y, theirs), (ours, same), (after["running_mean"], layer.moving_mean.value),
             (after["running_var"], layer.moving_variance.value)]
    for a, b in pairs:
        assert torch.allclose(a.float(), b, rtol=2e-5, atol=2e-5), (o, (a - b).abs().max())


def frn(call, o, x):
    c, eps = x.shape[-1], float(o.get("eps", 1e-6))
    gamma, beta = golden.affine(call, o, c)
    if o.get("learn_eps") == "1":
        eps = eps + call.param("eps", (c,)).abs()
    flat = x.reshape(len(x), -1, c)
    m = torch.ones(flat.shape[:2]) if call.mask is None else call.mask.to(x.dtype)
    nu2 = (flat ** 2 * m[:, :, None]).sum(1, keepdim=True) / m.sum(1)[:, None, None]
    call.note_slope(gamma, nu2, eps)
    return (flat / torch.sqrt(nu2 + eps) * gamma + beta).reshape(x.shape)


def tlu(call, o, x):
    """torch.where() and not torch.maximum(), which halves the gradient of equal values."""
    tau = call.param("tau", (x.shape[-1],))
    y = torch.where(x <= tau, tau, x)
    assert torch.equal(y, torch.maximum(x, tau))
    return y


def scalenorm(call, o, x):
    c = x.shape[-1]
    g, beta = torch.tensor(math.sqrt(c)), torch.zeros(c)
    kind, compat = o.get("affine", "scale"), o.get("compat", "torch")
    if kind in ("both", "scale"):
        g = call.param("gamma", (1,))
    if kind in ("both", "shift"):
        beta = call.param("beta", (c,))
    eps = float(o.get("eps", torch.finfo(torch.float32).eps if compat == "torch" else 1e-6))
    call.note_slope(g / math.sqrt(c), (x ** 2).mean(-1), eps)
    y = g * x / torch.sqrt((x ** 2).sum(-1, keepdim=True) + c * eps) + beta
    if eps == 0:  # the authors' program, where no vector is shorter than 1e-5
        assert torch.allclose(y, g * F.normalize(x, dim=-1, eps=1e-5) + beta, rtol=1e-12, atol=1e-12)
    return y


def headnorm(call, o, x):
    """PyTorch's GroupNorm, with each position as a sample."""
    c, heads, eps = x.shape[-1], int(o.get("heads", 4)), golden.epsilon(o, "layernorm")
    gamma, beta = golden.affine(call, o, c)
    call.note_slope(gamma.reshape(heads, -1), x.unflatten(-1, (heads, -1)).var(-1, unbiased=False, keepdim=True), eps)
    return F.group_norm(x.reshape(-1, c), heads, gamma, beta, eps).reshape(x.shape)


def attention(call, o, x):
    c, heads, has_bias = x.shape[-1], int(o[""]), o.get("bias", "1") == "1"
    w, out = call.param("weight_qkv", (c, 3 * c), c), call.param("weight_out", (c, c), c)
    b, b_out = (call.param("bias_qkv", (3 * c,)), call.param("bias_out", (c,))) if has_bias else (0, 0)
    g = call.param("gain", (1,))
    q, k, v = ((x @ w + b)[..., i * c:(i + 1) * c].unflatten(-1, (heads, -1)).movedim(-2, 1) for i in range(3))
    keys = None if call.mask is None else call.mask[:, None, None, :]
    y = F.scaled_dot_product_attention(F.normalize(q, dim=-1) * g, F.normalize(k, dim=-1), v, keys, scale=1.0)
    return y.movedim(1, -2).flatten(-2) @ out + b_out


golden.LAYERS.update(batchgroupnorm=batchgroupnorm, batchrenorm=batchrenorm, frn=frn, tlu=tlu, scalenorm=scalenorm,
                     headnorm=headnorm, attention=attention)


def cases():
    """(spec, shape of x, what else make_case() takes)"""
    mask = golden.MASK
    for spec, shape in (("groups=2", (7, 6)), ("groups=17", (2, 3, 3, 17)), ("groups=1", (3, 5, 3)),
                        ("groups=2 samples=2", (7, 4)), ("groups=3 samples=3", (7, 2, 2, 6)),
                        ("groups=2 samples=1", (3, 2, 2, 4)), ("groups=1", (2, 3, 3, 1)),
                        ("channels_per_group=3 momentum=cma", (5, 6)),
                        ("groups=2 samples=2 affine=none", (5, 3, 4))):
        yield "batchgroupnorm " + spec, shape, {}
    yield "batchgroupnorm groups=2", (3, 3, 2, 4), dict(suffix="mean1e4", mean=1e4)
    for o in "groups=2", "groups=1 samples=2", "groups=2 samples=1":
        yield "batchgroupnorm " + o, (4, 6, 4), dict(suffix="masked", mask=mask)

    for o in ("warmup=0", "warmup=0 rmax=1.1 dmax=0.05", "warmup=1", "warmup=2 rmax=1.5 dmax=0.5", "",
              "rmax=1 dmax=0", "warmup=0 compat=keras", "warmup=1 momentum=0.3 eps=0.1",
              "warmup=0 momentum=cma affine=scale", "warmup=0 average=var"):
        yield "batchrenorm " + o if o else "batchrenorm", (7, 5), {}
    for shape in (2, 3, 3, 17), (3, 5, 3), (8, 1), (1, 3, 3, 2):
        yield "batchrenorm warmup=0", shape, {}
    yield "batchrenorm warmup=0", (3, 3, 2, 2), dict(suffix="mean100", mean=100)
    yield "batchrenorm warmup=0", (4, 6, 3), dict(suffix="masked", mask=mask)
    yield "batchrenorm warmup=1", (3, 6, 2), dict(suffix="holes", mask=golden.HOLES)

    for o in "", " learn_eps=1":
        for shape in (2, 3, 3, 17), (3, 5, 3), (2, 3, 3, 1), (1, 1, 2, 4):
            yield "frn" + o, shape, {}
        for more in " affine=none", " affine=scale eps=0.1":
            yield "frn" + o + more, (3, 2, 1, 3), {}
        yield "frn" + o, (4, 6, 3), dict(suffix="masked", mask=mask)
        yield "frn" + o, (3, 6, 2), dict(suffix="holes", mask=golden.HOLES)
    for shape in (7, 5), (3, 1, 1, 4), (2, 1, 3):
        yield "frn learn_eps=1", shape, {}
    yield "frn learn_eps=1 eps=0", (7, 5), {}

    for shape in (7, 5), (2, 3, 2, 17), (3, 5, 1):
        yield "tlu", shape, {}
    for shape in (7, 5), (2, 3, 2, 17), (3, 5, 3):
        yield "scalenorm", shape, {}
    for o in "eps=0", "affine=both", "affine=none eps=0.1", "compat=keras affine=shift":
        yield "scalenorm " + o, (2, 3, 1, 6), {}
    yield "scalenorm", (4, 6, 3), dict(suffix="masked", mask=mask)

    for spec, shape in (("", (7, 8)), ("heads=3", (2, 3, 2, 51)), ("heads=1", (3, 5, 3)), ("heads=2 affine=none", (2, 3, 1, 6)),
                        ("heads=2 compat=keras affine=scale", (5, 4)), ("heads=8 compat=flax affine=shift", (2, 4, 24))):
        yield f"headnorm {spec}".strip(), shape, {}
    yield "headnorm heads=2", (3, 3, 2, 6), dict(suffix="mean1e4", mean=1e4)
    yield "headnorm heads=3", (4, 6, 9), dict(suffix="masked", mask=mask)

    for spec, shape in (("2 bias=1", (2, 5, 4)), ("1 bias=0", (3, 4, 3)), ("4 bias=1", (1, 1, 8)),
                        ("3 bias=1", (1, 19, 51)), ("17 bias=0", (2, 3, 17))):
        yield "attention " + spec + " qknorm=1", shape, {}
    yield "attention 2 bias=1 qknorm=1", (4, 6, 4), dict(suffix="masked", mask=mask)
    yield "attention 1 bias=0 qknorm=1", (3, 6, 2), dict(suffix="holes", mask=golden.HOLES)


def make(path):
    with golden.file_create(path) as f:
        f.attrs["origin"] = "tests/golden/norm_kin.py"
        f.attrs["keras"] = keras.__version__
        for spec, shape, more in cases():
            golden.make_case(f, spec, shape, **more)


if __name__ == "__main__":
    golden_files.main(__doc__, make, "norm_kin.h5")
