"""Variants of batchnorm for make_golden.py: chunks with statistics of their own, and other deviations."""
import math

import torch


def ghost_batchnorm(batchnorm, call, o, x):
    """Workers that each normalize a chunk of the batch by statistics of their own, as torch.nn.BatchNorm1d and 2d do in
    DistributedDataParallel, and then average their running statistics by the numbers of values of their chunks."""
    ghost = int(o["ghost"])
    own = {key: value for key, value in o.items() if key != "ghost"}
    if not call.training:
        return batchnorm(call, own, x)
    first, mask, slope = (call.param_at, call.state_at), call.mask, 0
    y, states, counts = [], [], []
    for n in range(0, len(x), ghost):
        call.param_at, call.state_at = first
        call.mask = None if mask is None else mask[n:n + ghost]
        y.append(batchnorm(call, own, x[n:n + ghost]))
        slope = max(slope, call.slope)
        states.append(call.after)
        call.after = []
        counts.append(x[n:n + ghost, ..., 0].numel() if mask is None else call.mask.sum().item())
    call.mask, call.slope = mask, slope
    for workers in zip(*states):
        mean = sum(n * value for n, (_, value) in zip(counts, workers)) / sum(counts)
        call.after.append((workers[0][0], mean))
    return torch.cat(y)


def deviation(d, count, scale):
    """Of the differences d from the mean, 0 where they do not count, [N, S, C]: a number for each channel."""
    if scale == "l1":
        return math.sqrt(math.pi / 2) * d.abs().sum((0, 1)) / count
    return d.flatten(0, 1).abs().max(0).values  # the gradient of max() reaches one value


def scaled_batchnorm(affine, eps, call, o, x):
    """batchnorm scale=l1 or linf by its definition; running_var averages the squared deviation."""
    c = x.shape[-1]
    gamma, beta = affine(call, o, c)
    mean, var = call.state("running_mean", (c,)), call.state("running_var", (c,))
    cumulative = o.get("momentum") == "cma"
    tracked = call.state("num_batches_tracked", (1,)) if cumulative else None
    momentum = 1 / (tracked.item() + 1) if cumulative else float(o.get("momentum", 0.1))
    if not call.training:
        return (x - mean) / torch.sqrt(var + eps) * gamma + beta
    flat = x.reshape(len(x), -1, c)
    m = torch.ones(flat.shape[:2]) if call.mask is None else call.mask.to(x.dtype)
    count = m.sum()
    own_mean = (flat * m[:, :, None]).sum((0, 1)) / count
    own_var = deviation((flat - own_mean) * m[:, :, None], count, o["scale"]) ** 2
    call.note_slope(gamma, own_var, eps)
    call.update("running_mean", (1 - momentum) * mean + momentum * own_mean)
    call.update("running_var", (1 - momentum) * var + momentum * own_var)
    if cumulative:
        call.update("num_batches_tracked", tracked + 1)
    return (x - own_mean) / torch.sqrt(own_var + eps) * gamma + beta


def cases(mask):
    """(spec, shape of x, what else make_case() takes)"""
    for shape in (8, 5), (6, 3, 3, 17), (7, 2, 3, 2), (4, 5, 3):
        yield "batchnorm ghost=2", shape, {}
    for o in "ghost=4", "ghost=3", "ghost=11", "ghost=3 compat=keras", "ghost=3 momentum=cma affine=scale":
        yield "batchnorm " + o, (8, 5), {}
    yield "batchnorm ghost=1", (3, 2, 2, 5), {}
    yield "batchnorm ghost=2", (7, 3, 2, 2), dict(suffix="mean1e4", mean=1e4)
    yield "batchnorm ghost=2", (4, 6, 3), dict(suffix="masked", mask=mask)
    yield "batchnorm ghost=1 momentum=cma", (4, 6, 3), dict(suffix="masked", mask=mask)
    for scale in "l1", "linf":
        spec = "batchnorm scale=" + scale
        for shape in (7, 5), (3, 3, 2, 17), (3, 5, 3), (5, 1):
            yield spec, shape, {}
        for o in "eps=0.1 affine=none", "momentum=cma affine=scale", "running_var=unbiased":
            yield spec + " " + o, (3, 2, 2, 3), {}
        yield spec, (5, 3, 2, 2), dict(suffix="mean1e4", mean=1e4)
        yield spec, (4, 6, 3), dict(suffix="masked", mask=mask)
        yield "batchnorm ghost=3 scale=" + scale, (8, 5), {}
        yield "batchnorm ghost=2 scale=" + scale, (4, 6, 3), dict(suffix="masked", mask=mask)
