"""Writes probes.h5: what the probes moments, percentiles, saturation and similarity must measure in small nets.

Needs PyTorch, numpy, scipy, h5py. All is computed in float64, by other means than normlab's where there are some: the
Wasserstein distance by scipy, percentiles by numpy, the soft rank from eigenvalues, cosines pair by pair, derivatives
of sigmoid and tanh by autograd.
"""
import os
import zlib

import h5py
import numpy as np
import scipy.stats
import torch
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
torch.set_default_dtype(torch.float64)


def float32(a):
    return np.asarray(a, dtype=np.float32).astype(np.float64)


class Net:
    """Collects the stages of a pass. A stage is a dict of pre, post, kind and, after an add, stream."""

    def __init__(self, rng, params=None):
        self.rng, self.given, self.params, self.stages = rng, params, [], []

    def param(self, shape, scale, shift=0.0, fix=None):
        if self.given is None:
            a = float32(shift + scale * self.rng.standard_normal(shape))
            if fix:
                fix(a)
        else:
            a = self.given[len(self.params)]
        self.params.append(a)
        return torch.tensor(a)

    def dense(self, x, units, bias=True, **fix):
        w = self.param((x.shape[-1], units), 1.5 / np.sqrt(x.shape[-1]), fix=fix.get("weight"))
        y = x @ w
        return y + self.param((units,), 0.5, fix=fix.get("bias")) if bias else y

    def conv(self, x, channels):
        w = self.param((3, 3, x.shape[-1], channels), 0.4)
        b = self.param((channels,), 0.1, fix=lambda a: np.copyto(a, -np.abs(a)))
        return F.conv2d(x.permute(0, 3, 1, 2), w.permute(3, 2, 0, 1), b, padding=1).permute(0, 2, 3, 1)

    def batchnorm(self, x):
        gamma, beta = self.param((x.shape[-1],), 0.3, 1), self.param((x.shape[-1],), 0.3)
        axes = tuple(range(x.dim() - 1))
        mean, var = x.mean(axes), x.var(axes, unbiased=False)
        return (x - mean) / torch.sqrt(var + 1e-5) * gamma + beta

    def stage(self, pre, kind=None, stream=None):
        post = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu, None: lambda v: v}[kind](pre)
        self.stages.append(dict(pre=pre.numpy(), post=post.numpy(), kind=kind, stream=stream))
        return post


def no_weights(a):
    a[:, 1] = 0


def never_positive(a):
    a[2] = -20


def mlp(net, x):
    x = net.stage(net.batchnorm(net.dense(x.flatten(1), 6, bias=False)), "sigmoid")
    x = net.stage(net.dense(x, 5, weight=no_weights), "tanh")
    x = net.stage(net.dense(x, 7, bias=never_positive), "relu")
    net.stage(net.dense(x, 4))


def conv(net, x):
    x = net.stage(net.conv(x, 3), "relu")
    x = net.stage(net.conv(x, 4), "relu")
    net.stage(net.dense(x.flatten(1), 4))


def residual(net, x):
    x = net.dense(x.flatten(1), 6)
    h = net.stage(net.batchnorm(x), "relu")
    x = x + net.dense(h, 6)
    first = x.numpy()
    h = net.stage(net.batchnorm(x), "relu", stream=first)
    x = x + net.dense(h, 6)
    net.stage(x, stream=x.numpy())
    net.stage(net.dense(x, 4))


CASES = {
    "mlp": (mlp, "flatten; dense 6; batchnorm; sigmoid; dense 5; tanh; dense 7; relu; dense 4", 8, 24, (3, 4, 1), 3),
    "conv": (conv, "conv2d 3; relu; conv2d 4; relu; flatten; dense 4", 5, 15, (5, 6, 3), 2),
    "residual": (residual, "flatten; dense 6; residual {batchnorm; relu; dense 6}; "
                           "residual {batchnorm; relu; dense 6}; dense 4", 9, 18, (2, 3, 1), 1),
}


def rows(a):
    return a.reshape(-1, a.shape[-1])


def moments(now, last, start):
    pre, post = rows(now["pre"]), rows(now["post"])
    out = dict(pre_mean=pre.mean(), pre_sd=pre.std(), post_mean=post.mean(), post_sd=post.std())
    for name, before in ("last", last), ("start", start):
        if before is None:
            continue
        was, drift = rows(before["pre"]), []
        for u in range(pre.shape[1]):
            a, b = was[:, u], pre[:, u]
            if np.ptp(a) == 0 or np.ptp(b) == 0:
                continue
            drift.append((abs(b.mean() - a.mean()) / a.std(), abs(np.log(b.std() / a.std())),
                          scipy.stats.wasserstein_distance(a, b) / a.std()))
        for key, v in zip(("mean", "sd", "w1"), np.mean(drift, 0)):
            out["drift_%s_%s" % (key, name)] = v
    if now["stream"] is not None:
        out["stream_ms"] = (now["stream"] ** 2).mean()
    return out


def percentiles(now, start):
    pre = now["pre"]
    out = {"p%d" % p: np.percentile(pre, p) for p in (5, 15, 50, 85, 95)}
    if start is not None:
        out.update(("shift_p%d" % p, abs(out["p%d" % p] - np.percentile(start["pre"], p))) for p in (15, 50, 85))
    out["of_units"] = np.percentile(rows(pre), (15, 50, 85), axis=0).T
    return out


def saturation(now, last):
    out = {}
    if now["kind"] == "relu":
        post = rows(now["post"])
        out["dead"], out["zero"] = np.mean(post.max(0) == 0), np.mean(post == 0)
    elif now["kind"]:
        x = torch.tensor(now["pre"], requires_grad=True)
        y = torch.sigmoid(x) if now["kind"] == "sigmoid" else torch.tanh(x)
        slope = torch.autograd.grad(y.sum(), x)[0].numpy() / (0.25 if now["kind"] == "sigmoid" else 1)
        assert np.abs(slope - 0.04).min() > 1e-5
        out["saturated"], out["slope"] = np.mean(slope < 0.04), slope.mean()
    if last:
        p = scipy.special.softmax(now["post"], -1)
        out["entropy"], out["top"] = np.mean(scipy.stats.entropy(p, axis=-1)), np.mean(p.max(-1))
    return out


def similarity(now, batch):
    values = []
    for b in range(0, len(now["post"]), batch):
        h = now["post"][b:b + batch]
        flat = h.reshape(batch, -1)
        lives = [v / np.linalg.norm(v) for v in flat if np.linalg.norm(v) > 0]
        pairs = [u @ v for i, u in enumerate(lives) for v in lives[:i]]
        eigenvalue = np.linalg.eigvalsh(flat.T @ flat / batch)
        values.append((np.mean(pairs), eigenvalue.sum() ** 2 / (eigenvalue ** 2).sum(),
                       (rows(h).mean(0) ** 2).sum() / (rows(h) ** 2).mean(0).sum()))
    return dict(zip(("cosine", "soft_rank", "mean_share"), np.mean(values, 0)))


def run(function, x, batch, params, rng):
    """Stages of all batches; the statistics of batch norms are those of a batch."""
    whole = None
    for b in range(0, len(x), batch):
        net = Net(rng, params)
        with torch.no_grad():
            function(net, torch.tensor(x[b:b + batch]))
        params = net.params
        if whole is None:
            whole = net.stages
        else:
            for s, more in zip(whole, net.stages):
                for key in "pre", "post", "stream":
                    s[key] = None if s[key] is None else np.concatenate((s[key], more[key]))
    return whole, params


with h5py.File(os.path.join(HERE, "probes.h5"), "w", libver="v110") as f:
    f.attrs["made_by"] = "probes.py, PyTorch %s, numpy %s, scipy %s" % (
        torch.__version__, np.__version__, scipy.__version__)
    for name, (function, text, batch, samples, shape, points) in CASES.items():
        rng = np.random.default_rng(zlib.crc32(name.encode()))
        pixels = rng.integers(0, 256, (samples,) + shape, dtype=np.uint8)
        pixels[3] = 0
        g = f.create_group(name)
        g.attrs.update(net=text, batch=batch)
        g["pixels"], g["labels"] = pixels, np.arange(samples, dtype=np.uint8) % 4
        last = start = None
        for point in range(points):
            now, params = run(function, pixels / 255, batch, None, rng)
            p = g.create_group("%d" % point)
            for i, a in enumerate(params):
                p["param/%03d" % i] = a
            found = [dict(moments=moments(s, last and last[i], start and start[i]), percentiles=percentiles(s, start and start[i]),
                          saturation=saturation(s, i == len(now) - 1), similarity=similarity(s, batch))
                     for i, s in enumerate(now)]
            for i, s in enumerate(found):
                p["of_units/%d" % i] = s["percentiles"].pop("of_units")
            for probe in found[0]:
                names = list(dict.fromkeys(key for s in found for key in s[probe]))
                p[probe] = [[s[probe].get(key, np.nan) for key in names] for s in found]
                p[probe].attrs["columns"] = " ".join(names)
            last, start = now, start or now
