#!/usr/bin/python3
"""Makes evonorm.h5: EvoNorm, dynamic tanh, SkipInit and LayerScale, in the form of layers.h5.

    evonorm.py           writes the file beside this script
    evonorm.py --check   computes everything anew and compares it with the committed file

EvoNorm is timm's (EvoNorm2dS0 and EvoNorm2dB0), in float64: timm takes variances in float32, which is switched off here.
Where timm has no such option (masks, a biased or cumulative running variance), numbers come from the definition, and the
script asserts for all other cases that the definition and timm's module agree. Dynamic tanh is that of the paper's
algorithm 1 in PyTorch's functions; SkipInit and LayerScale are products, LayerScale's is timm's module. Gradients are
those of autograd.
"""

import timm
import torch
from timm.layers import LayerScale
from timm.layers.evo_norm import EvoNorm2dB0, EvoNorm2dS0

import golden_files
import make_golden as golden

def functional(module, parameters, x):
    return torch.func.functional_call(module, parameters, (x,))


def by_timm(o, kind, training, eps, tensors, x):
    """timm's module on [N, C, positions, 1]; with the module's running variance after the call, where it has one."""
    c = x.shape[-1]
    nonlin = o.get("nonlin") != "0"
    if kind == "b0":
        module = EvoNorm2dB0(c, apply_act=nonlin, eps=eps, momentum=float(o.get("momentum", 0.1)))
    else:
        module = EvoNorm2dS0(c, groups=int(o.get("groups", 8)), apply_act=nonlin, eps=eps)
    module.train(training)
    image = x.reshape(len(x), -1, c).transpose(1, 2)[..., None]
    whole, torch.Tensor.float = torch.Tensor.float, lambda self: self
    try:
        buffers = {"running_var": tensors["running_var"].clone()} if "running_var" in tensors else {}
        weights = {n: tensors[n] for n in ("weight", "bias", "v") if n in tensors}
        y = functional(module, {**weights, **buffers}, image)
    finally:
        torch.Tensor.float = whole
    return y[..., 0].transpose(1, 2).reshape(x.shape), buffers.get("running_var")


def masked_var(x, m, dims):
    """The biased variance of x [N, S, groups, width] over dims, of what m [N, S, 1, 1] counts; 0 where nothing does."""
    count = (m.expand(x.shape[:2] + (1, 1)).sum(dims[:-1], keepdim=True) * (x.shape[3] if 3 in dims else 1)).clamp(min=1)
    mean = (x * m).sum(dims, keepdim=True) / count
    return ((x - mean) ** 2 * m).sum(dims, keepdim=True) / count


def evonorm(call, o, x):
    kind, c, eps = o.get("kind", "s0"), x.shape[-1], golden.epsilon(o, "batchnorm" if o.get("kind") == "b0" else "groupnorm")
    nonlin = o.get("nonlin") != "0"
    gamma, beta = golden.affine(call, o, c)
    v = call.param("v", (c,)) if nonlin else None
    flat = x.reshape(len(x), -1, 1, c)
    m = torch.ones(flat.shape[:2] + (1, 1)) if call.mask is None else call.mask[:, :, None, None].to(x.dtype)
    after = None
    if not nonlin:
        return x * gamma + beta
    if kind == "s0":
        grouped = x.reshape(len(x), -1, int(o.get("groups", 8)), c // int(o.get("groups", 8)))
        root = torch.sqrt(masked_var(grouped, m, (1, 3)) + eps)
        y = (grouped / root).reshape(flat.shape) * torch.sigmoid(v * flat)
    else:
        running = call.state("running_var", (c,))
        cumulative = o.get("momentum") == "cma"
        tracked = call.state("num_batches_tracked", (1,)) if cumulative else None
        momentum = 1 / (tracked.item() + 1) if cumulative else float(o.get("momentum", 0.1))
        columns = flat.transpose(2, 3)  # [N, S, C, 1]
        batch = masked_var(columns, m, (0, 1, 3)).flatten() if call.training else running
        instance = torch.sqrt(masked_var(columns, m, (1, 3)) + eps).transpose(2, 3)
        y = flat / torch.maximum(torch.sqrt(batch + eps), v * flat + instance)
        if call.training:
            n = (m * torch.ones(flat.shape[:2] + (1, 1))).sum()
            unbiased = o.get("running_var", "unbiased") == "unbiased"
            after = (1 - momentum) * running + momentum * batch.detach() * (n / (n - 1) if unbiased else 1)
            call.update("running_var", after)
            if cumulative:
                call.update("num_batches_tracked", tracked + 1)
    empty = m.sum(1, keepdim=True) == 0
    y = torch.where(empty, torch.zeros(()), y).reshape(x.shape) * gamma + beta
    if call.mask is None and o.get("running_var") is None and o.get("momentum") != "cma":
        names = {"weight": gamma, "bias": beta, "v": v}
        if kind == "b0":
            names["running_var"] = running
        theirs, their_after = by_timm(o, kind, call.training, eps, names, x)
        assert torch.allclose(y, theirs, rtol=1e-12, atol=1e-12)
        assert after is None or torch.allclose(after, their_after, rtol=1e-12)
        return theirs
    return y


def dyt(call, o, x):
    alpha = call.param("alpha", (1,))
    gamma, beta = golden.affine(call, o, x.shape[-1])
    return gamma * torch.tanh(alpha * x) + beta


def skipinit(call, o, x):
    return call.param("alpha", (1,)) * x


def layerscale(call, o, x):
    c = x.shape[-1]
    return functional(LayerScale(c), {"gamma": call.param("gamma", (c,))}, x)


def cases():
    shapes = (5, 16), (3, 4, 3, 17), (4, 6, 8), (1, 5, 5, 4)
    for groups, shape in (8, shapes[0]), (1, shapes[1]), (17, shapes[1]), (4, shapes[2]), (2, shapes[3]):
        yield f"evonorm groups={groups}", shape, {}
    yield "evonorm", (2, 3, 2, 16), {}
    yield "evonorm groups=1", (2, 3, 2, 1), {}
    for o in "eps=0.1 affine=none", "affine=scale", "affine=shift", "compat=keras":
        yield "evonorm groups=2 " + o, (3, 2, 2, 6), {}
    yield "evonorm groups=2", (3, 2, 2, 6), dict(suffix="mean100", mean=100)
    yield "evonorm groups=2", (4, 6, 4), dict(suffix="masked", mask=golden.MASK)
    yield "evonorm nonlin=0", (3, 2, 2, 6), {}
    for shape in shapes + ((2, 3, 3, 1), (7, 1)):
        yield "evonorm kind=b0", shape, {}
    for o in "eps=0.1 affine=none", "affine=scale", "momentum=0.3", "momentum=cma", "running_var=biased", "eps=1e-3":
        yield "evonorm kind=b0 " + o, (3, 2, 2, 6), {}
    yield "evonorm kind=b0", (3, 2, 2, 6), dict(suffix="mean100", mean=100)
    yield "evonorm kind=b0", (4, 6, 4), dict(suffix="masked", mask=golden.MASK)
    yield "evonorm kind=b0 momentum=cma", (4, 6, 4), dict(suffix="masked", mask=golden.MASK)
    for shape in shapes:
        yield "dyt", shape, {}
        yield "skipinit", shape, {}
        yield "layerscale", shape, {}
    for o in "none", "scale", "shift":
        yield "dyt affine=" + o, (4, 3), {}
    yield "dyt", (5, 4, 4, 3), dict(suffix="large", edit=lambda x: 100 * x)
    for kind in "dyt", "skipinit", "layerscale":
        yield kind, (4, 6, 3), dict(suffix="masked", mask=golden.MASK)


def make(path):
    golden.LAYERS.update(evonorm=evonorm, dyt=dyt, skipinit=skipinit, layerscale=layerscale)
    with golden.file_create(path) as f:
        f.attrs["origin"] = "tests/golden/evonorm.py"
        f.attrs["timm"] = timm.__version__
        for spec, shape, more in cases():
            golden.make_case(f, spec, shape, **more)


if __name__ == "__main__":
    golden_files.main(__doc__, make, "evonorm.h5")
