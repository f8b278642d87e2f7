#!/usr/bin/python3
"""Makes probe_gradients.h5: what the probes gradients, shift, landscape and landscape_far should measure.

PyTorch in float64. A case is a small net with its weights, 24 images of bytes, and an optimizer. Before each of its
points, one training step on all images is taken, but for the first point. README.md describes the file.
"""
import zlib

import numpy as np
import torch
import torch.nn.functional as F

import golden_files
from make_golden import file_create, group, write

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
SAMPLES, SIDE, CLASSES = 24, 4, 3
LENGTHS = {"landscape": [2 ** (i / 2) for i in range(-2, 5)],
           "landscape_far": [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30]}

# name: net, batch, number of points, keys of the optimizer
CASES = {
    "none_momentum": ("flatten; dense 8; relu; dense 7; relu; dense 3", 24, 3,
                      "optimizer=sgd lr=0.3 momentum=0.9 weight_decay=0.01"),
    "batchnorm_momentum": ("flatten; dense 8; batchnorm; relu; dense 7; batchnorm; relu; dense 3", 24, 3,
                           "optimizer=sgd lr=0.3 momentum=0.9"),
    "batchnorm_adam": ("flatten; dense 8; batchnorm; tanh; dense 7; batchnorm; tanh; dense 3", 24, 3,
                       "optimizer=adam lr=0.1"),
    "residual": ("flatten; dense 8; batchnorm; tanh; residual { dense 6; tanh; dense 8; batchnorm }; tanh; dense 3",
                 24, 2, "optimizer=sgd lr=0.2 momentum=0"),
    "batches": ("flatten; dense 8; batchnorm; tanh; dense 7; batchnorm; tanh; dense 3", 8, 1,
                "optimizer=sgd lr=0.1 momentum=0.9"),
    "conv": ("conv2d 4 k=3; batchnorm; relu; conv2d 3 k=3; batchnorm; relu; gap; dense 3", 8, 1,
             "optimizer=sgd lr=0.1 momentum=0.9"),
}


def parse(text):
    """A net's text as a list of words; a residual's body is a list."""
    items, text = [], text.strip()
    while text:
        if text.startswith("residual"):
            end = text.index("}")
            items.append(["residual", parse(text[text.index("{") + 1:end])])
            text = text[end + 1:].lstrip("; ")
        else:
            item, _, text = text.partition(";")
            items.append(item.split())
            text = text.strip()
    return items


class Net:
    """Parameters are drawn in the first run. Each run leaves the stages' values: weights, pre, post."""

    def __init__(self, name, text):
        self.items = parse(text)
        self.rng = np.random.default_rng(zlib.crc32(name.encode()))
        self.params = []  # (role, layer's number, tensor)

    def param(self, role, shape, layer):
        if self.at == len(self.params):
            scale = 1 / np.sqrt(np.prod(shape[:-1])) if role == "weight" else 0.3
            a = scale * self.rng.standard_normal(shape) + (role == "gamma")
            a = torch.tensor(a.astype(np.float32).astype(np.float64)).requires_grad_()
            self.params.append((role, layer, a))
        self.at += 1
        return self.params[self.at - 1][2]

    def run(self, x):
        self.at = self.layer = 0
        self.stages = []  # weight's number in params, pre, post, whether an activation was seen
        return self.sequence(self.items, x)

    def sequence(self, items, x):
        for i, (word, *options) in enumerate(items):
            self.layer += 1
            if word == "residual":
                x = x + self.sequence(options[0], x)
                self.note(x, False)
                continue
            norm_follows = i + 1 < len(items) and items[i + 1][0] == "batchnorm"
            if word in ("dense", "conv2d"):
                self.stages.append([self.at, None, None, False])
                x = self.affine(word, int(options[0]), norm_follows, x)
            elif word == "batchnorm":
                c = x.shape[-1]
                gamma, beta = (self.param(role, (c,), self.layer) for role in ("gamma", "beta"))
                x = F.batch_norm(x.movedim(-1, 1), None, None, gamma, beta, True, 0, 1e-5).movedim(1, -1)
            elif word == "flatten":
                x = x.reshape(len(x), -1)
                continue
            elif word == "gap":
                x = x.mean((1, 2))
            else:
                x = {"relu": torch.relu, "tanh": torch.tanh}[word](x)
            self.note(x, word in ("relu", "tanh"))
        return x

    def note(self, x, activation):
        """x is the stage's activation, and its pre-activation too until there is an activation."""
        s = self.stages[-1] if self.stages else None
        if s and not s[3]:
            s[2], s[3] = x, activation
            if not activation:
                s[1] = x

    def affine(self, word, units, norm_follows, x):
        if word == "dense":
            y = x @ self.param("weight", (x.shape[-1], units), self.layer)
        else:
            w = self.param("weight", (3, 3, x.shape[-1], units), self.layer)
            y = F.conv2d(x.movedim(-1, 1), w.permute(3, 2, 0, 1), padding=1).movedim(1, -1)
        return y if norm_follows else y + self.param("bias", (units,), self.layer)

    def tensors(self):
        return [t for _, _, t in self.params]

    def weights(self):
        return [self.params[s[0]][2] for s in self.stages]

    def loss(self, x, labels):
        return F.cross_entropy(self.run(x), labels)

    def gradient(self, x, labels, of=None):
        loss = self.loss(x, labels)
        return loss.item(), torch.autograd.grad(loss, of or self.tensors())


def options(text):
    return dict(word.split("=") for word in text.split())


def optimizer(net, o):
    decay = float(o.get("weight_decay", 0))
    groups = [dict(params=[t], weight_decay=decay if role == "weight" else 0) for role, _, t in net.params]
    if o["optimizer"] == "adam":
        return torch.optim.Adam(groups, lr=float(o["lr"]))
    return torch.optim.SGD(groups, lr=float(o["lr"]), momentum=float(o["momentum"]))


def step(opt, tensors, gradient):
    for t, g in zip(tensors, gradient):
        t.grad = g.clone()
    opt.step()


def flat(tensors):
    return torch.cat([t.flatten() for t in tensors])


def gradients(net, batches):
    """[stages] of each column, from one backward pass for each batch and sample."""
    out, all_weights, per_sample = [], [], []
    for x, labels in batches:
        loss = net.loss(x, labels)
        values = [v for s in net.stages for v in (s[1], s[2])]
        grads = torch.autograd.grad(loss, net.weights() + values)
        all_weights.append(grads[:len(net.stages)])
        per_sample.append([len(x) * g for g in grads[len(net.stages):]])
    for s in range(len(net.stages)):
        w = torch.stack([g[s].flatten() for g in all_weights])
        pre, post = (torch.cat([b[2 * s + i] for b in per_sample]) for i in (0, 1))
        row = {"weight_norm": w.mean(0).norm(), "weight_ms": w.mean(0).square().mean(),
               "weight_snr": w.mean(0).square().sum() / w.var(0).sum() if len(w) > 1 else torch.tensor(np.nan)}
        for name, g in ("pre", pre), ("post", post):
            norms = g.flatten(1).norm(dim=1)
            row[name + "_norm"] = norms.square().mean().sqrt()
            row[name + "_ms"] = g.square().mean()
        out.append(row)
    return {k: [row[k].item() for row in out] for k in out[0]}


def shift(net, opt, state, x, labels):
    """opt, state: of the training so far; both are left as they were."""
    tensors, first = net.tensors(), [t.detach().clone() for t in net.tensors()]
    _, g = net.gradient(x, labels)
    step(opt, tensors, g)
    after = [t.detach().clone() for t in tensors]
    rows = []
    for stage, s in enumerate(net.stages):
        before = [i for i in range(len(tensors)) if i < s[0]]
        with torch.no_grad():
            for i, t in enumerate(tensors):
                t.copy_(after[i] if i in before else first[i])
        _, changed = net.gradient(x, labels)
        a, b = g[s[0]].flatten(), changed[s[0]].flatten()
        rows.append([a.norm(), (a - b).norm(), (a - b).norm() / a.norm(), F.cosine_similarity(a, b, dim=0)])
        if stage == 0:  # no layers are before it
            rows[0][1:] = [torch.tensor(np.nan)] * 3
    with torch.no_grad():
        for t, v in zip(tensors, first):
            t.copy_(v)
    opt.load_state_dict(state)
    return {k: [row[i].item() for row in rows] for i, k in enumerate(("norm", "shift", "relative", "cosine"))}


def landscape(net, lengths, lr, x, labels):
    tensors, first = net.tensors(), [t.detach().clone() for t in net.tensors()]
    loss, g = net.gradient(x, labels)
    losses, changes, cosines, slopes = [], [], [], []
    for s in lengths:
        with torch.no_grad():
            for t, v, d in zip(tensors, first, g):
                t.copy_(v - s * lr * d)
        there = flat([t.detach() for t in tensors]) - flat(first)
        there_loss, there_g = net.gradient(x, labels)
        losses.append(there_loss)
        changes.append((flat(there_g) - flat(g)).norm().item())
        cosines.append(F.cosine_similarity(flat(there_g), flat(g), dim=0).item())
        slopes.append(changes[-1] / there.norm().item())
    with torch.no_grad():
        for t, v in zip(tensors, first):
            t.copy_(v)
    norm = flat(g).norm().item()
    out = {"loss": loss, "loss_min": min(losses), "loss_max": max(losses), "loss_range": max(losses) - min(losses),
           "loss_relative": (max(losses) - min(losses)) / loss, "norm": norm, "change_min": min(changes),
           "change_max": max(changes), "relative_min": min(changes) / norm, "relative_max": max(changes) / norm,
           "cosine_min": min(cosines), "cosine_max": max(cosines), "smoothness": max(slopes)}
    return {k: [v] for k, v in out.items()}


def make_case(f, name):
    text, batch, points, keys = CASES[name]
    rng = np.random.default_rng(zlib.crc32((name + " data").encode()))
    images = rng.integers(0, 256, (SAMPLES, SIDE, SIDE)).astype(np.uint8)
    labels = np.arange(SAMPLES) % CLASSES
    x = torch.tensor((images / 255.0)[..., None])
    y = torch.tensor(labels)
    net = Net(name, text)
    net.run(x)
    o = options(keys)
    opt = optimizer(net, o)
    g = group(f, name)
    g.attrs["net"], g.attrs["keys"] = text, keys + f" batch={batch}"
    g.attrs["points"] = float(points)
    write(g, "images", images)
    write(g, "labels", labels.astype(np.uint8))
    write(g, "param", flat(net.tensors()))
    batches = [(x[i:i + batch], y[i:i + batch]) for i in range(0, SAMPLES, batch)]
    for point in range(points):
        if point > 0:
            step(opt, net.tensors(), net.gradient(x, y)[1])
        # A copy, because the optimizer changes its state's tensors in place.
        state = copy_state(opt)
        measured = {"gradients": gradients(net, batches), "shift": shift(net, opt, state, *batches[0])}
        for probe, lengths in LENGTHS.items():
            measured[probe] = landscape(net, lengths, float(o["lr"]), *batches[0])
        for probe, columns in measured.items():
            f.attrs[probe] = " ".join(columns)
            write(g, f"{probe}_{point}", np.array(list(columns.values())))


def copy_state(opt):
    state = opt.state_dict()
    return {"param_groups": state["param_groups"],
            "state": {k: {n: v.clone() if isinstance(v, torch.Tensor) else v for n, v in s.items()}
                      for k, s in state["state"].items()}}


def make(path):
    with file_create(path) as f:
        f.attrs["origin"] = "tests/golden/probe_gradients.py"
        for name in CASES:
            make_case(f, name)


if __name__ == "__main__":
    golden_files.main(__doc__, make, "probe_gradients.h5")
