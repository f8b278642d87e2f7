#!/usr/bin/python3
"""Makes custom_norms.h5 and powernorm.h5: what norms with passes of their own compute, in float64.

    custom_norms.py           writes the files beside this script
    custom_norms.py --check   computes everything anew and compares it with the committed files

switchablenorm and iternorm are written by their definition, with autograd's gradients; where PyTorch has a function that
they equal, the script asserts it. powernorm follows algorithm 2 of Shen et al. 2020, whose gradient is no derivative.
README.md describes the files.
"""

import numpy as np
import torch
import torch.nn.functional as F

import golden_files
import make_golden
from make_golden import (MASK, HOLES, affine, channels_first, channels_last, epsilon, file_create,
                         float32, generator, group, make_case, write)

INITIAL = make_golden.initial


def initial(rng, name, shape, fan_in):
    return float32(np.full(shape, 3)) if name == "warmup_calls" else INITIAL(rng, name, shape, fan_in)


def momentum_of(call, o):
    """The weight of a new batch, and the number of batches so far where momentum=cma counts them."""
    if o.get("momentum") == "cma":
        tracked = call.state("num_batches_tracked", (1,))
        return 1 / (tracked.item() + 1), tracked
    return float(o.get("momentum", 0.1 if o.get("compat", "torch") == "torch" else 0.01)), None


def flat(call, x):
    """x as [N, S, C], which positions count as a factor [N, S, 1], and how many they are."""
    x = x.reshape(len(x), -1, x.shape[-1])
    m = torch.ones(*x.shape[:2], 1) if call.mask is None else call.mask[:, :, None].to(x.dtype)
    return x, m, m.sum()


def count_batch(call, tracked):
    if tracked is not None:
        call.update("num_batches_tracked", tracked + 1)


# ---- switchablenorm: Luo et al. 2018, equations 3 to 6 ----


def switchablenorm(call, o, x):
    shape, c = x.shape, x.shape[-1]
    gamma, beta = affine(call, o, c)
    x, m, count = flat(call, x)
    using_bn, kinds = o.get("using_bn", "1") == "1", []
    n_in = m.sum(1, keepdim=True)
    safe = torch.clamp(n_in, min=1)
    if x.shape[1] > 1:
        mean = (x * m).sum(1, keepdim=True) / safe
        kinds.append((mean, ((x - mean) ** 2 * m).sum(1, keepdim=True) / safe))
    mean = (x * m).sum((1, 2), keepdim=True) / (safe * c)
    kinds.append((mean, ((x - mean) ** 2 * m).sum((1, 2), keepdim=True) / (safe * c)))
    weights = [torch.softmax(call.param(name, (len(kinds) + using_bn,)), 0)
               for name in ("mean_weight", "var_weight")]
    if using_bn:
        old = call.state("running_mean", (c,)), call.state("running_var", (c,))
        momentum, tracked = momentum_of(call, o)
        if call.training:
            mean = (x * m).sum((0, 1)) / count
            var = ((x - mean) ** 2 * m).sum((0, 1)) / count
            kinds.append((mean, var))
            unbiased = o.get("running_var", "unbiased" if o.get("compat", "torch") == "torch" else "biased")
            new = mean, var * count / (count - 1) if unbiased == "unbiased" else var
            call.update("running_mean", (1 - momentum) * old[0] + momentum * new[0])
            call.update("running_var", (1 - momentum) * old[1] + momentum * new[1])
            count_batch(call, tracked)
        else:
            kinds.append(old)
    mean, var = (sum(w * k[i] for w, k in zip(weights[i], kinds)) for i in (0, 1))
    call.note_slope(gamma, var, epsilon(o, "batchnorm"))
    return ((x - mean) / torch.sqrt(var + epsilon(o, "batchnorm")) * gamma + beta).reshape(shape)


def check_switchablenorm():
    """With all weight on one kind, it is PyTorch's norm of this kind."""
    x = channels_last(torch.tensor(generator("one kind").standard_normal((3, 4, 2, 3)) * 2 + 1))
    ones, zeros = torch.ones(4), torch.zeros(4)
    first = channels_first(x)
    want = [F.instance_norm(first, eps=1e-5), F.group_norm(first, 1, eps=1e-5),
            F.batch_norm(first, zeros.clone(), ones.clone(), training=True, eps=1e-5)]
    for kind, y in enumerate(want):
        call = make_golden.Call(generator("one kind"))
        run = lambda call: switchablenorm(call, {"affine": "none"}, x)
        call.run(run, True)
        call.params = [(n, torch.where(torch.arange(3) == kind, 1e3, 0.0)) for n, _ in call.params]
        assert torch.allclose(channels_first(call.run(run, True)), y, rtol=1e-12, atol=1e-12)


# ---- iternorm: Huang et al. 2019, algorithms 1 and 2 ----


def iternorm(call, o, x):
    shape, c = x.shape, x.shape[-1]
    gamma, beta = affine(call, o, c)
    groups, iterations, eps = int(o.get("groups", 1)), int(o.get("iterations", 5)), epsilon(o, "batchnorm")
    d = c // groups
    x, m, count = flat(call, x)
    old = call.state("running_mean", (c,)), call.state("running_whitening", (groups, d, d))
    momentum, tracked = momentum_of(call, o)
    mean, w = old
    if call.training:
        mean = (x * m).sum((0, 1)) / count
        z = ((x - mean) * m).reshape(-1, groups, d)
        s = torch.einsum("rgi,rgj->gij", z, z) / count + eps * torch.eye(d)
        trace = torch.diagonal(s, dim1=1, dim2=2).sum(1)[:, None, None]
        p = torch.eye(d).expand(groups, d, d)
        for _ in range(iterations):
            p = 1.5 * p - 0.5 * p @ p @ p @ (s / trace)
        w = p / torch.sqrt(trace)
        call.update("running_mean", (1 - momentum) * old[0] + momentum * mean)
        call.update("running_whitening", (1 - momentum) * old[1] + momentum * w)
        count_batch(call, tracked)
        call.slope = (gamma.abs().max() * torch.linalg.matrix_norm(w, 2).max()).item()
    z = (x - mean).reshape(*x.shape[:2], groups, d)
    if call.training:
        # W is large in directions without variance: the size of what cancels in W (x - mean). Each of the three products
        # of an iteration rounds W, as a random walk.
        call.terms = (3 * iterations) ** 0.5 * (torch.linalg.matrix_norm(w, 2) * (z * m[..., None]).norm(dim=-1)).max().item()
    return (torch.einsum("gij,nsgj->nsgi", w, z).reshape(x.shape) * gamma + beta).reshape(shape)


def check_iternorm():
    """With one channel in a group and many iterations, it is PyTorch's batch norm; else the covariance is the identity."""
    x = torch.tensor(generator("white").standard_normal((200, 4)) @ np.diag([1.0, 0.5, 2, 1]) + 3)
    run = lambda o: make_golden.Call(generator("white")).run(lambda call: iternorm(call, o, x), True)
    y = F.batch_norm(x, torch.zeros(4), torch.ones(4), training=True, eps=1e-5)
    assert torch.allclose(run({"affine": "none", "groups": "4", "iterations": "1"}), y, rtol=1e-12, atol=1e-12)
    y = run({"affine": "none", "iterations": "12", "eps": "0"})
    assert torch.allclose(y.T @ y / len(y), torch.eye(4), atol=1e-9)


# ---- powernorm: Shen et al. 2020, algorithm 2 ----


class Power(torch.autograd.Function):
    """xhat = x / psi, whose gradient is (g - nu * xhat) / psi where positions count."""

    @staticmethod
    def forward(ctx, x, m, psi, nu):
        ctx.save_for_backward(x, m, psi, nu)
        return x / psi

    @staticmethod
    def backward(ctx, g):
        x, m, psi, nu = ctx.saved_tensors
        return (g - nu * x / psi * m) / psi, None, None, None


def powernorm(call, o, x):
    shape, c = x.shape, x.shape[-1]
    gamma, beta = affine(call, o, c)
    x, m, count = flat(call, x)
    old, eps = call.state("running_var", (c,)), epsilon(o, "batchnorm")
    momentum, tracked = momentum_of(call, o)
    call.state("running_nu", (c,))
    nu = call.state("next_nu", (c,))
    warmup = int(o["warmup"])
    calls = call.state("warmup_calls", (1,)) if warmup else torch.zeros(1)
    if not call.training:
        return (x / torch.sqrt(old + eps) * gamma + beta).reshape(shape)
    square = (x ** 2 * m).sum((0, 1)).detach() / count
    psi = torch.sqrt((square if calls.item() < warmup else old) + eps)
    call.update("running_var", (1 - momentum) * old + momentum * square)
    count_batch(call, tracked)
    call.update("running_nu", nu)
    call.update("next_nu", nu)
    if warmup:
        call.update("warmup_calls", torch.clamp(calls + 1, max=max(warmup, calls.item())))
    call.slope = (gamma.abs() / psi).max().item()
    return (Power.apply(x, m, psi, nu) * gamma + beta).reshape(shape)


def power_steps(f, name, shape, steps, alpha, alpha_nu, eps, mask=None):
    """Algorithm 2 over some steps, in NumPy. Written: what goes in, and what each step leaves."""
    rng, c = generator(name), shape[-1]
    xs, dys = (np.asarray(float32(rng.standard_normal((steps, *shape)) * s + t)) for s, t in ((1.5, 0.4), (1, 0.2)))
    gamma, beta = (np.asarray(float32(rng.uniform(0.5, 1.5, c))) for _ in range(2))
    counts = np.ones(shape[:-1], bool) if mask is None else mask.numpy()
    psi2, nu, out = np.ones(c), np.zeros(c), {n: [] for n in ("y", "dx", "dgamma", "dbeta", "running_var", "nu")}
    for x, dy in zip(xs, dys):
        psi = np.sqrt(psi2 + eps)
        xhat, g = x / psi, gamma * dy
        out["y"].append(gamma * xhat + beta)
        out["dx"].append((g - nu * xhat * counts[..., None]) / psi)
        out["dgamma"].append((dy * xhat).reshape(-1, c).sum(0))
        out["dbeta"].append(dy.reshape(-1, c).sum(0))
        big_gamma, big_lambda = (xhat[counts] ** 2).mean(0), (g[counts] * xhat[counts]).mean(0)
        nu = nu * (1 - (1 - alpha_nu) * big_gamma) + (1 - alpha_nu) * big_lambda
        psi2 = alpha * psi2 + (1 - alpha) * (x[counts] ** 2).mean(0)
        out["running_var"].append(psi2)
        out["nu"].append(nu)
    g = group(f, name)
    g.attrs["spec"] = f"powernorm warmup=0 momentum={1 - alpha:g} momentum_nu={1 - alpha_nu:g} eps={eps:g}"
    for n, v in dict(x=xs, dy=dys, gamma=gamma, beta=beta, **{n: np.stack(v) for n, v in out.items()}).items():
        write(g, n, v)
    if mask is not None:
        write(g, "mask", counts.astype(np.uint8))


# ---- files ----

LAYERS = {"switchablenorm": switchablenorm, "iternorm": iternorm, "powernorm": powernorm}


def cases():
    """(spec, shape of x, what else make_case() takes)"""
    image, narrow, tiny = (2, 3, 3, 17), (5, 3, 2, 2), (3, 2, 1, 3)
    sequences = ((4, 6, 3), "masked", MASK), ((3, 6, 2), "holes", HOLES)

    for shape in image, (7, 5), (3, 5, 3), (1, 3, 3, 4), (6, 1, 1, 5), (2, 3, 3, 1):
        yield "switchablenorm", shape, {}
    for o in ("affine=scale", "affine=none momentum=cma", "compat=keras", "running_var=biased", "using_bn=0",
              "using_bn=0 affine=shift eps=0.1"):
        yield "switchablenorm " + o, tiny, {}
    yield "switchablenorm", narrow, dict(suffix="mean1e4", mean=1e4)

    for shape in (4, 3, 3, 17), (40, 5), (9, 5, 3), (6, 3, 3, 4), (2, 3, 3, 1), (8, 1), (2, 1, 3):
        yield "iternorm", shape, {}
    for o in ("groups=3", "iterations=1 affine=scale", "iterations=7 affine=none momentum=cma", "compat=keras affine=shift",
              "eps=0.1 groups=2"):
        yield "iternorm " + o, (4, 3, 2, 6), {}
    yield "iternorm", narrow, dict(suffix="mean1e4", mean=1e4)

    for shape in image, (7, 5), (3, 5, 3), (2, 3, 3, 1), (1, 4):
        yield "powernorm warmup=0", shape, {}
    for o in ("warmup=3", "warmup=4", "warmup=9", "warmup=0 affine=scale momentum=cma", "warmup=0 affine=none",
              "warmup=9 compat=keras affine=shift"):
        yield "powernorm " + o, tiny, {}
    for shape, suffix, mask in sequences:
        for spec in "switchablenorm", "switchablenorm using_bn=0", "iternorm", "powernorm warmup=0", "powernorm warmup=9":
            yield spec, shape, dict(suffix=suffix, mask=mask)


def make(custom_norms, powernorm):
    make_golden.LAYERS.update(LAYERS)
    make_golden.initial = initial
    check_switchablenorm()
    check_iternorm()
    with file_create(custom_norms) as f:
        f.attrs["origin"] = "tests/golden/custom_norms.py"
        for spec, shape, more in cases():
            g, call = make_case(f, spec, shape, **more)
            if hasattr(call, "terms"):
                g.attrs["condition"] = float(f"{max(1, call.terms):.3g}")
    with file_create(powernorm) as f:
        f.attrs["origin"] = "tests/golden/custom_norms.py"
        power_steps(f, "images", (3, 2, 3, 5), 7, 0.9, 0.9, 1e-5)
        power_steps(f, "vectors", (6, 3), 12, 0.75, 0.5, 0.125)
        power_steps(f, "one", (1, 2), 5, 0.9, 0.9, 1e-5)
        power_steps(f, "masked", (4, 6, 3), 6, 0.9, 0.8, 1e-5, MASK)


if __name__ == "__main__":
    golden_files.main(__doc__, make, "custom_norms.h5", "powernorm.h5")
