#!/usr/bin/python3
"""Makes norm_stats.h5: what PyTorch's BatchNorm computes with other statistics than usual, for tests/test_norm_stats.c.

    norm_stats.py           writes the file beside this script
    norm_stats.py --check   computes everything anew and compares it with the committed file

Networks are torch.nn modules in float64; README.md describes the file.
"""
import copy

import torch
import torch.nn.functional as F
from torch import nn
from torch.optim.swa_utils import update_bn

import golden_files
from make_golden import file_create, float32, generator, group, write, write_all

BATCHES, STEPS, LR, MOMENTUM, OWN_WEIGHT, CLASSES = 4, 6, 0.05, 0.9, 0.25, 5
NETS = {
    "mlp": ("dense 7 bias=1; batchnorm; relu; dense 6 bias=1; batchnorm eps=0.01; tanh; dense 5", (6, 8),
            lambda: nn.Sequential(nn.Linear(8, 7), nn.BatchNorm1d(7), nn.ReLU(), nn.Linear(7, 6),
                                  nn.BatchNorm1d(6, eps=0.01), nn.Tanh(), nn.Linear(6, 5))),
    "conv": ("conv2d 4 k=3 bias=0; batchnorm; relu; conv2d 6 k=3 stride=2 bias=0; batchnorm; tanh; gap; dense 5",
             (4, 2, 5, 6),
             lambda: nn.Sequential(nn.Conv2d(2, 4, 3, padding=1, bias=False), nn.BatchNorm2d(4), nn.ReLU(),
                                   nn.Conv2d(4, 6, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(6),
                                   nn.Tanh(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(6, 5))),
}


def norms(net):
    return [m for m in net if isinstance(m, nn.modules.batchnorm._BatchNorm)]


def draw(net, rng):
    for m in net:
        for name, t in [*m.named_parameters(), *m.named_buffers()]:
            if name == "num_batches_tracked":
                continue
            a = rng.standard_normal(tuple(t.shape)) * 0.5
            if isinstance(m, nn.modules.batchnorm._BatchNorm) and name in ("weight", "running_var"):
                a = rng.uniform(0.5, 2, tuple(t.shape))
            t.data.copy_(float32(a))


def as_normlab(m, t):
    """A weight as normlab has it: dense [in, out], conv2d [k, k, in, out]."""
    if isinstance(m, nn.Linear) and t.dim() == 2:
        return t.T.contiguous()
    return t.permute(2, 3, 1, 0).contiguous() if t.dim() == 4 else t


def params(net):
    tensors = [as_normlab(m, t) for m in net for _, t in m.named_parameters()]
    return [(f"{i:03}", t) for i, t in enumerate(tensors)]


def state(net):
    tensors = [t for m in norms(net) for t in (m.running_mean, m.running_var)]
    return [(f"{i:03}", t.clone()) for i, t in enumerate(tensors)]


def moments(net, xs):
    """Mean and biased variance of what each norm reads in each batch, in training mode: [norm][batch]."""
    net, found = copy.deepcopy(net).train(), []
    for m in norms(net):
        mine = []
        found.append(mine)
        dims = lambda x: (0, *range(2, x.dim()))
        m.register_forward_pre_hook(
            lambda m, x, mine=mine: mine.append((x[0].mean(dims(x[0])), x[0].var(dims(x[0]), unbiased=False))))
    for x in xs:
        net(x)
    return found


def precise(net, xs, total):
    """Wu & Johnson 2021: E(mean), and E(mean^2 + var) - E(mean)^2 or, within, E(var)."""
    net = copy.deepcopy(net)
    for m, mine in zip(norms(net), moments(net, xs)):
        mean, var = (torch.stack(t).detach() for t in zip(*mine))
        m.running_mean = mean.mean(0)
        m.running_var = (mean ** 2 + var).mean(0) - mean.mean(0) ** 2 if total else var.mean(0)
    return net


def own(net, x):
    """Summers & Dinneen 2020: running statistics mixed with those of each sample by itself."""
    for m in net:
        if not isinstance(m, nn.modules.batchnorm._BatchNorm):
            x = m(x)
            continue
        shape, dims = (1, -1) + (1,) * (x.dim() - 2), tuple(range(2, x.dim()))
        x_mean = x.mean(dims, keepdim=True) if dims else x
        x_square = (x ** 2).mean(dims, keepdim=True) if dims else x ** 2
        r_mean, r_var = m.running_mean.reshape(shape), m.running_var.reshape(shape)
        mean = (1 - OWN_WEIGHT) * r_mean + OWN_WEIGHT * x_mean
        var = (1 - OWN_WEIGHT) * (r_var + r_mean ** 2) + OWN_WEIGHT * x_square - mean ** 2
        x = (x - mean) / torch.sqrt(var + m.eps) * m.weight.reshape(shape) + m.bias.reshape(shape)
    return x


def frozen(net, xs, labels, affine):
    """Trains with the norms in eval mode; affine: gamma and beta do not learn either."""
    net = copy.deepcopy(net).train()
    for m in norms(net):
        m.eval()
        for t in m.parameters():
            t.requires_grad_(not affine)
    learned = [t for t in net.parameters() if t.requires_grad]
    sgd, losses, sizes = torch.optim.SGD(learned, LR, momentum=MOMENTUM), [], []
    for step in range(STEPS):
        loss = F.cross_entropy(net(xs[step % BATCHES]), labels[step % BATCHES])
        sgd.zero_grad()
        loss.backward()
        losses.append(loss.item())
        sizes.append(torch.sqrt(sum((t.grad ** 2).sum() for t in learned)).item())
        sgd.step()
    return net, losses, sizes


def make_net(f, name, text, shape, build):
    rng, net = generator("norm_stats_" + name), build().double()
    draw(net, rng)
    xs = [float32(rng.standard_normal(shape) + 0.3 * i) for i in range(BATCHES)]
    labels = [torch.tensor(rng.integers(0, CLASSES, shape[0])) for _ in range(BATCHES)]
    g = group(f, name)
    g.attrs["net"] = text
    x = torch.stack(xs)
    write(g, "x", x.movedim(2, -1) if x.dim() > 3 else x)
    write(g, "labels", torch.stack(labels))
    write_all(g, "param", params(net))
    write_all(g, "state", state(net))
    for kind in "total", "within":
        write_all(g, "state_" + kind, state(precise(net, xs, kind == "total")))
    write(g, "logits_total", precise(net, xs, True).eval()(xs[0]))
    averaged = copy.deepcopy(net)
    update_bn(xs, averaged)
    write_all(g, "state_update_bn", state(averaged))
    write(g, "logits_batch", copy.deepcopy(net).train()(xs[0]))
    write(g, "logits_own", own(net, xs[0]))
    for kind in "frozen", "frozen_affine":
        after, losses, sizes = frozen(net, xs, labels, kind == "frozen_affine")
        assert all(torch.equal(a, b) for (_, a), (_, b) in zip(state(after), state(net)))
        write(g, "loss_" + kind, losses)
        write(g, "gradient_norm_" + kind, sizes)
        write_all(g, "param_" + kind, params(after))


def make(path):
    with file_create(path) as f:
        f.attrs["origin"] = "tests/golden/norm_stats.py"
        f.attrs["batches"], f.attrs["steps"], f.attrs["lr"] = float(BATCHES), float(STEPS), LR
        f.attrs["momentum"], f.attrs["own_weight"] = MOMENTUM, OWN_WEIGHT
        for name, (text, shape, build) in NETS.items():
            make_net(f, name, text, shape, build)


if __name__ == "__main__":
    golden_files.main(__doc__, make, "norm_stats.h5")
