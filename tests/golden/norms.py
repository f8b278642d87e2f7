"""Variants of batchnorm for make_golden.py: chunks with statistics of their own."""
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
