r"""What normlab's experiments find where that disagrees with the literature, found again in PyTorch.

    python3 bench/peers/literature.py notebook|n1|depth|dropout|placement|saturation|gradients|trainable|landscape|rank|sync [--seeds 3] [--images FOLDER]
    python3 bench/peers/literature.py resnet20 --images ~/.local/share/normlab/cifar10 [--seeds 3]
        [--count 10000] [--epochs 2] [--batches 2,32]
    normlab bench train data=words data_seed=first length=8 net='embedding 1 tokens=${tokens}; mean; dense ${classes}' \
        --dump words.h5 && python3 bench/peers/literature.py words [--seeds 3] [--words words.h5]
    the same with train_count=7800 in place of length=8, and `sequence` in place of `words`

notebook   the two networks of note N0 with Keras's semantics: errors in % and loss, epoch by epoch; in Keras
           itself by notebook_keras.py
n1         the network of note N1 with Keras's semantics, with and without BatchNorm: validation error (the
           fifth of the training images that is held out) and test error after 20 epochs, and steps until the
           latter is at most --target %, seen eight times an epoch. N1's own numbers are of MNIST:
           --images FOLDER --target 3
depth      plain MLPs of 20 and 50 layers with and without BatchNorm: test error at each rate, and the
           gradient norm of the first layer over that of the last, before training
dropout    an MLP on 10,000 images, activation, norm, dropout: test error and generalization gap with and without BatchNorm
placement  an MLP of sigmoids with BatchNorm before and after them: test error
saturation MLPs of sigmoids and tanhs without a norm and with BatchNorm before or after them: share of saturated activations
           before and after training, growth of the squared gradient per layer backwards before training, test error
gradients  an MLP of 20 layers with and without BatchNorm: growth of the squared gradient from a layer to the one before it,
           after 0, 1, 10, 100 steps
trainable  MLPs with BatchNorm too deep to train by theory: the training error after ten epochs
landscape  a linear net of 25 layers with and without BatchNorm, full batches: training loss after 1,000 steps, and along
           the gradient there, up to 30 rates away, the range of the loss over the loss and the largest change of the
           gradient over its norm
rank       nets of 32 layers with BatchNorm, linear and with ReLU, before training: soft rank of a batch of 128 samples'
           features, by width
sync       an MLP and a residual net at batch 128 and 1024 whose workers have statistics of their own, over the samples a
           worker has: test error with the running statistics of the first worker and with the mean of all
resnet20   ResNet-20 on CIFAR-10 at 16x16 with BatchNorm and GroupNorm: test_error and fit_error at each batch size; of
           normlab `run resnet20 train_count=10000 fit_count=all epochs=2 batch=2,32`
words      convnets and LSTMs on words of 8 letters, without padding and with 75 %: test error with
           BatchNorm over all positions, over the valid ones, and with LayerNorm; the words to test on are
           the next as many of the training set's: normlab's val_error with twice the train_count and
           val_fraction=0.5
sequence   convnets and LSTMs on 6,000 words of all lengths at batch 64: test error, on the next 1,800, with
           BatchNorm and LayerNorm at each rate

The set-ups are those of the demo and paper presets of the experiments `placement`, `convergence`, `depth`, `dropout`,
`gradients`, `landscape`, `rank`, `resnet20`, `saturation`, `sync` and `sequence_norms`, and much like those of `padding`; random numbers are PyTorch's own, so means are to be
compared and not single runs.
"""
import argparse
import gzip
import pathlib

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from models import ResNet


# ---- note N0 ----


def read(folder, name, header):
    raw = gzip.open(pathlib.Path(folder) / name).read()
    return np.frombuffer(raw, np.uint8, offset=header)


def load(folder):
    x = read(folder, "train-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    v = read(folder, "t10k-images-idx3-ubyte.gz", 16).reshape(-1, 784)
    return (torch.tensor(x, dtype=torch.float32), torch.tensor(read(folder, "train-labels-idx1-ubyte.gz", 8), dtype=torch.long),
            torch.tensor(v, dtype=torch.float32), torch.tensor(read(folder, "t10k-labels-idx1-ubyte.gz", 8), dtype=torch.long))


class KerasNorm(nn.BatchNorm1d):
    """eps 1e-3; the new batch weighs 0.01 and its variance is the biased one."""

    def __init__(self, features):
        super().__init__(features, eps=1e-3, momentum=0.01)

    def forward(self, x):
        if self.training:
            with torch.no_grad():
                self.running_mean.lerp_(x.mean(0), 0.01)
                self.running_var.lerp_(x.var(0, unbiased=False), 0.01)
            return F.batch_norm(x, None, None, self.weight, self.bias, True, 0, self.eps)
        return F.batch_norm(x, self.running_mean, self.running_var, self.weight, self.bias, False, 0, self.eps)


class KerasAdam:
    """eps beside the uncorrected root."""

    def __init__(self, params, lr=1e-3, b1=0.9, b2=0.999, eps=1e-7):
        self.p, self.lr, self.b1, self.b2, self.eps, self.t = list(params), lr, b1, b2, eps, 0
        self.m = [torch.zeros_like(p) for p in self.p]
        self.v = [torch.zeros_like(p) for p in self.p]

    @torch.no_grad()
    def step(self):
        self.t += 1
        rate = self.lr * (1 - self.b2**self.t) ** 0.5 / (1 - self.b1**self.t)
        for p, m, v in zip(self.p, self.m, self.v):
            m.mul_(self.b1).add_(p.grad, alpha=1 - self.b1)
            v.mul_(self.b2).addcmul_(p.grad, p.grad, value=1 - self.b2)
            p.addcdiv_(m, v.sqrt().add_(self.eps), value=-rate)
            p.grad = None


def keras_start(layers):
    """As a net, with Keras's first weights."""
    for layer in layers:
        if isinstance(layer, nn.Linear):
            nn.init.xavier_uniform_(layer.weight)
            if layer.bias is not None:
                nn.init.zeros_(layer.bias)
    return nn.Sequential(*layers)


def network(place):
    layers, width = [KerasNorm(784)], 784
    for hidden in (300, 100):
        layers.append(nn.Linear(width, hidden, bias=place == "after"))
        layers += [nn.ReLU(), KerasNorm(hidden)] if place == "after" else [KerasNorm(hidden), nn.ReLU()]
        width = hidden
    layers.append(nn.Linear(width, 10))
    return keras_start(layers)


def loss_of(z, y):
    return F.cross_entropy(F.logsigmoid(z), y, reduction="sum")


def run(data, place, seed, epochs, batch=32):
    x, y, vx, vy = data
    torch.manual_seed(seed)
    net = network(place)
    adam = KerasAdam(net.parameters())
    for epoch in range(1, epochs + 1):
        net.train()
        wrong = 0
        for i in torch.randperm(len(x)).split(batch):
            z = net(x[i])
            (loss_of(z, y[i]) / len(i)).backward()
            wrong += (z.argmax(1) != y[i]).sum().item()
            adam.step()
        net.eval()
        with torch.no_grad():
            z = net(vx)
        print(f"{place} seed {seed} epoch {epoch}: train error {100 * wrong / len(x):.2f} "
              f"val error {100 * (z.argmax(1) != vy).float().mean():.2f} val loss {loss_of(z, vy) / len(vy):.4f}", flush=True)


# ---- note N1 ----


def n1_network(norm):
    """Dense with its activation and bias, then the norm."""
    layers, width = [], 784
    for hidden in (256, 128, 64):
        layers += [nn.Linear(width, hidden), nn.ReLU()]
        layers += [KerasNorm(hidden)] if norm else []
        width = hidden
    layers.append(nn.Linear(width, 10))
    return keras_start(layers)


def n1(data, seeds, target=15, train=48000, epochs=20, evals_per_epoch=8):
    x, y, vx, vy = data
    x, vx = x / 255, vx / 255
    for norm in (False, True):
        valid, errors, reached = [], [], []
        for seed in range(seeds):
            torch.manual_seed(seed)
            net, step, first = n1_network(norm), 0, float("nan")
            adam = KerasAdam(net.parameters())
            for _ in range(epochs):
                for i in torch.randperm(train).split(32):
                    net.train()
                    F.cross_entropy(net(x[i]), y[i]).backward()
                    adam.step()
                    step += 1
                    if first != first and step * evals_per_epoch % (train // 32) < evals_per_epoch and error(net, vx, vy) <= target:
                        first = step
            valid.append(error(net, x[train:], y[train:]))
            errors.append(error(net, vx, vy))
            reached.append(first)
        print(f"{'batchnorm' if norm else 'none'}: validation error {np.mean(valid):.2f} "
              f"({', '.join(f'{e:.2f}' for e in valid)}), test error {np.mean(errors):.2f} "
              f"({', '.join(f'{e:.2f}' for e in errors)}), {target:g} % after {reached} steps", flush=True)


# ---- plain MLPs ----


def mlp(hidden, act, norm, at="before", dropout=0.0):
    layers, width = [], 784
    for size in hidden:
        bias = not (norm and at == "before")
        layers.append(nn.Linear(width, size, bias=bias))
        nn.init.kaiming_normal_(layers[-1].weight, nonlinearity="relu")
        if bias:
            nn.init.zeros_(layers[-1].bias)
        block = [nn.BatchNorm1d(size)] if norm else []
        layers += block + [act()] if at == "before" else [act()] + block
        if dropout:
            layers.append(nn.Dropout(dropout))
        width = size
    layers.append(nn.Linear(width, 10))
    nn.init.kaiming_normal_(layers[-1].weight, nonlinearity="relu")
    nn.init.zeros_(layers[-1].bias)
    return nn.Sequential(*layers)


def standardized(data, count):
    x, y, vx, vy = data
    return (x - x.mean()) / x.std(), y, (vx - x.mean()) / x.std(), vy, count


def error(net, x, y):
    net.eval()
    with torch.no_grad():
        return 100 * (net(x).argmax(1) != y).float().mean().item()


def train(net, data, optimizer, epochs, batch=64):
    """Cosine schedule; returns the gradient's first over last norm before the first update."""
    x, y, _, _, count = data
    steps, step, ratio = epochs * -(-count // batch), 0, float("nan")
    base = optimizer.param_groups[0]["lr"]
    for _ in range(epochs):
        net.train()
        for i in torch.randperm(count).split(batch):
            optimizer.param_groups[0]["lr"] = base * 0.5 * (1 + np.cos(np.pi * step / steps))
            optimizer.zero_grad()
            F.cross_entropy(net(x[i]), y[i]).backward()
            if step == 0:
                weights = [m.weight.grad for m in net if isinstance(m, nn.Linear)]
                ratio = (weights[0].norm() / weights[-1].norm()).item()
            optimizer.step()
            step += 1
    return ratio


def depth(data, seeds):
    data = standardized(data, 3000)
    for layers in (20, 50):
        for norm in (False, True):
            for rate in (0.001, 0.01, 0.1):
                errors, ratios = [], []
                for seed in range(seeds):
                    torch.manual_seed(seed)
                    net = mlp([64] * layers, nn.ReLU, norm)
                    ratios.append(train(net, data, torch.optim.SGD(net.parameters(), rate, momentum=0.9), 3))
                    errors.append(error(net, data[2][:2000], data[3][:2000]))
                print(f"{layers} layers, {'batchnorm' if norm else 'none'}, lr {rate}: test error "
                      f"{np.mean(errors):.1f}, gradient first/last {np.exp(np.mean(np.log(ratios))):.3g}", flush=True)


def dropout(data, seeds):
    data = standardized(data, 10000)
    for norm in (False, True):
        for rate in (0.0, 0.3):
            errors, gaps = [], []
            for seed in range(seeds):
                torch.manual_seed(seed)
                net = mlp([256, 256], nn.ReLU, norm, "after", rate)
                train(net, data, torch.optim.Adam(net.parameters(), 0.001), 10)
                errors.append(error(net, data[2], data[3]))
                gaps.append(errors[-1] - error(net, data[0][:2000], data[1][:2000]))
            print(f"{'batchnorm' if norm else 'none'}, dropout {rate}: test error {np.mean(errors):.2f}, "
                  f"gap {np.mean(gaps):.2f}", flush=True)


class WorkerNorm(nn.Module):
    """What BatchNorm computes on `workers` workers, each with its part of the batch and its own running statistics. The
    workers stand beside each other as channels."""

    def __init__(self, features, workers):
        super().__init__()
        self.workers, self.keep = workers, "first"
        self.weight, self.bias = nn.Parameter(torch.ones(features)), nn.Parameter(torch.zeros(features))
        self.register_buffer("mean", torch.zeros(workers * features))
        self.register_buffer("var", torch.ones(workers * features))

    def kept(self, statistics):
        each = statistics.view(self.workers, -1)
        return each[0] if self.keep == "first" else each.mean(0)

    def forward(self, x):
        if not self.training:
            return F.batch_norm(x, self.kept(self.mean), self.kept(self.var), self.weight, self.bias)
        w, c, rest = self.workers, x.shape[1], x.shape[2:]
        beside = x.reshape(w, -1, c, *rest).transpose(0, 1).reshape(-1, w * c, *rest)
        y = F.batch_norm(beside, self.mean, self.var, self.weight.repeat(w), self.bias.repeat(w), True, 0.1)
        return y.reshape(-1, w, c, *rest).transpose(0, 1).reshape(x.shape)


class WorkerResNet(ResNet):
    """norm: the number of workers"""

    def put_norm(self, name, channels, image):
        return self.put(name, WorkerNorm(channels, self.norm))


def train_workers(kind, data, batch, samples, epochs=3):
    x, y, vx, vy, count = data
    workers = batch // samples
    if kind == "mlp":
        net = nn.Sequential(*(WorkerNorm(m.num_features, workers) if isinstance(m, nn.BatchNorm1d) else m
                              for m in mlp([128, 64], nn.ReLU, True)))
    else:
        net = WorkerResNet(1, 8, 8, False, 10, workers)
        he_normal(net)
        x, vx = (F.avg_pool2d(v.view(-1, 1, 28, 28), 4) for v in (x, vx))
    rate, steps, step = 0.1 * batch / 128, epochs * (count // batch), 0
    optimizer = torch.optim.SGD(net.parameters(), rate, momentum=0.9)
    for _ in range(epochs):
        net.train()
        for i in torch.randperm(count)[:count // batch * batch].split(batch):
            optimizer.param_groups[0]["lr"] = rate * 0.5 * (1 + np.cos(np.pi * step / steps))
            optimizer.zero_grad()
            F.cross_entropy(net(x[i]), y[i]).backward()
            optimizer.step()
            step += 1
    errors = []
    for keep in "first", "mean":
        for module in net.modules():
            if isinstance(module, WorkerNorm):
                module.keep = keep
        errors.append(error(net, vx[:5000], vy[:5000]))
    return errors


def sync(data, seeds):
    data = standardized(data, 10000)
    data = (data[0][:10000], data[1][:10000], *data[2:])
    for kind in "mlp", "resnet":
        for batch, sizes in (128, (1, 2, 4, 8, 32, 128)), (1024, (4, 8, 32, 128, 1024)):
            for samples in sizes:
                if samples == 1 and kind == "mlp":
                    continue
                errors = []
                for seed in range(seeds):
                    torch.manual_seed(seed)
                    errors.append(train_workers(kind, data, batch, samples))
                first, mean = np.mean(errors, 0)
                print(f"{kind}, batch {batch}, {samples} samples a worker: test error {first:.2f} with the first worker's "
                      f"statistics, {mean:.2f} with the mean", flush=True)


def placement(data, seeds):
    data = standardized(data, 5000)
    for norm, at in ((False, "before"), (True, "before"), (True, "after")):
        errors = []
        for seed in range(seeds):
            torch.manual_seed(seed)
            net = mlp([128, 64], nn.Sigmoid, norm, at)
            train(net, data, torch.optim.Adam(net.parameters(), 0.001), 4)
            errors.append(error(net, data[2][:2000], data[3][:2000]))
        print(f"sigmoid, {'batchnorm ' + at if norm else 'none'}: test error {np.mean(errors):.2f}", flush=True)


def inside(net, act, x, y):
    """The share of saturated activations, and the growth per layer backwards of the pre-activations' squared gradient."""
    pre, value, shares = [], x, []
    net.train()
    for layer in net:
        if isinstance(layer, act):
            value.retain_grad()
            pre.append(value)
        value = layer(value)
        if isinstance(layer, act):
            slope = 4 * value * (1 - value) if act is nn.Sigmoid else 1 - value ** 2
            shares.append((slope < 0.04).float().mean().item())
    F.cross_entropy(value, y).backward()
    squares = [p.grad.square().mean().log().item() for p in pre]
    return np.mean(shares), np.exp(-np.polyfit(range(len(squares)), squares, 1)[0])


def saturation(data, seeds):
    x, y, vx, vy, count = standardized(data, 6000)
    for act in (nn.Sigmoid, nn.Tanh):
        for scale in (1, 8):
            for norm, at in ((False, "before"), (True, "before"), (True, "after")):
                found = []
                for seed in range(seeds):
                    torch.manual_seed(seed)
                    net = mlp([100] * 3, act, norm, at)
                    with torch.no_grad():  # LeCun's scale: the variance of He's over 2
                        for m in net:
                            if isinstance(m, nn.Linear):
                                m.weight *= scale / np.sqrt(2)
                    first, growth = inside(net, act, x[:240], y[:240])
                    optimizer = torch.optim.SGD(net.parameters(), 0.1, momentum=0.9)
                    for _ in range(4):
                        for i in torch.randperm(count).split(60):
                            optimizer.zero_grad()
                            F.cross_entropy(net(x[i]), y[i]).backward()
                            optimizer.step()
                    found.append((first, inside(net, act, x[:240], y[:240])[0], np.log(growth), error(net, vx[:2000], vy[:2000])))
                m = np.mean(found, 0)
                print(f"{act.__name__.lower()}, weights {scale} times LeCun's, {'batchnorm ' + at if norm else 'none'}: saturated "
                      f"{m[0]:.4f} before, {m[1]:.4f} after training; gradient {np.exp(m[2]):.3g} times a layer; "
                      f"test error {m[3]:.1f}", flush=True)


# ---- inside the network ----


def growth(net, x, y):
    """By the slope of the logarithm over the layers; three at each end are left out."""
    values, h = [], x
    for i, m in enumerate(net):
        h = m(h)
        if i + 1 == len(net) or isinstance(net[i + 1], nn.ReLU):
            values.append(h)
    gradients = torch.autograd.grad(F.cross_entropy(h, y), values)
    logs = [g.square().mean().log().item() for g in gradients][3:-3]
    return -np.polyfit(np.arange(len(logs)), logs, 1)[0]


def gradients(data, seeds):
    x, y = standardized(data, 6400)[:2]
    for norm, rate in ((False, 0.1), (True, 0.1), (True, 1)):
        logs = []
        for seed in range(seeds):
            torch.manual_seed(seed)
            net = mlp([256] * 20, nn.ReLU, norm)
            optimizer = torch.optim.SGD(net.parameters(), rate)
            logs.append([])
            for step, i in enumerate([*torch.randperm(6400).split(64), None]):
                if step in (0, 1, 10, 100):
                    logs[-1].append(np.mean([growth(net, x[j:j + 64], y[j:j + 64]) for j in range(0, 256, 64)]))
                if i is not None:
                    optimizer.zero_grad()
                    F.cross_entropy(net(x[i]), y[i]).backward()
                    optimizer.step()
        print(f"{'batchnorm' if norm else 'none'}, lr {rate}: growth per layer after 0, 1, 10, 100 steps "
              + ", ".join(f"{v:.3g}" for v in np.exp(np.mean(logs, 0))), flush=True)


def trainable(data, seeds):
    """The training error of the last of ten epochs, taken while training; the rate is 0.0001 times the batch size."""
    x, y = standardized(data, 6400)[:2]
    for depth, batch in ((10, 8), (40, 8), (60, 32), (60, 128)):
        errors = []
        for seed in range(seeds):
            torch.manual_seed(seed)
            net = mlp([128] * depth, nn.ReLU, True)
            optimizer = torch.optim.SGD(net.parameters(), 0.0001 * batch)
            for _ in range(10):
                wrong = 0
                for i in torch.randperm(6400).split(batch):
                    optimizer.zero_grad()
                    z = net(x[i])
                    F.cross_entropy(z, y[i]).backward()
                    optimizer.step()
                    wrong += (z.argmax(1) != y[i]).sum().item()
            errors.append(100 * wrong / 6400)
        print(f"{depth} layers, batch {batch}: training error " + " ".join(f"{e:.1f}" for e in errors), flush=True)


def rank(data, seeds):
    x = standardized(data, 1024)[0]
    for name, act in (("linear", nn.Identity), ("relu", nn.ReLU)):
        for width in (32, 128, 512):
            logs = []
            for seed in range(seeds):
                torch.manual_seed(seed)
                features = mlp([width] * 32, act, True)[:-1]
                for h in (features(x[j:j + 128]).detach().double() for j in (0, 128)):
                    m = h @ h.T  # its trace and norm are those of the second moments
                    logs.append((m.trace() ** 2 / m.square().sum()).log().item())
            print(f"{name}, width {width}: soft rank {np.exp(np.mean(logs)):.3g}", flush=True)


def linear_net(norm):
    layers = []
    for _ in range(24):
        layers += [nn.Linear(10, 10, bias=not norm)] + ([nn.BatchNorm1d(10)] if norm else [])
    net = nn.Sequential(*layers, nn.Linear(10, 10))
    for m in net:
        if isinstance(m, nn.Linear):
            nn.init.normal_(m.weight, 0, 10 ** -0.5)
            if m.bias is not None:
                nn.init.zeros_(m.bias)
    return net


def landscape(data, seeds):
    """data is not used: the set is A x of normal numbers."""
    for rate in (1e-5, 1e-3, 1e-2):
        for norm in (False, True):
            rows = []
            for seed in range(seeds):
                torch.manual_seed(seed)
                x, net = torch.randn(1000, 10), linear_net(norm)
                y, params = x @ torch.randn(10, 10), list(net.parameters())

                def step(length):
                    loss = F.mse_loss(net(x), y)
                    g = torch.autograd.grad(loss, params)
                    with torch.no_grad():
                        for p, d in zip(params, g):
                            p -= length * d
                    return loss.item(), torch.cat([d.flatten() for d in g])

                for _ in range(1000):
                    step(rate)
                first = [p.detach().clone() for p in params]
                losses, changes = [], []
                for s in (0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30):
                    loss, g = step(s * rate)
                    there, h = step(0)
                    losses.append(there)
                    changes.append(((h - g).norm() / g.norm()).item())
                    with torch.no_grad():
                        for p, v in zip(params, first):
                            p.copy_(v)
                rows.append([loss, (max(losses) - min(losses)) / loss, max(changes)])
            print(f"linear net, {'batchnorm' if norm else 'none'}, lr {rate}: loss, range over loss, change over norm "
                  + ", ".join(f"{v:.3g}" for v in np.exp(np.mean(np.log(rows), 0))), flush=True)


# ---- words ----


def load_words(path):
    import h5py

    with h5py.File(path) as f:
        return torch.tensor(f["token"][()]).long(), torch.tensor(f["label"][()]).long()


class MaskedBatchNorm(nn.BatchNorm1d):
    """Over the valid positions of x[n][t][c]; what it gives at others is never read."""

    def forward(self, x, mask):
        if not self.training:
            return super().forward(x.transpose(1, 2)).transpose(1, 2)
        y = torch.zeros_like(x)
        y[mask] = super().forward(x[mask])
        return y


class Words(nn.Module):
    """embedding; conv or lstm layers with a norm behind each, which read padding as zeros; the mean of
    the valid positions; dense"""

    def __init__(self, kind, norm, tokens, classes, width=32):
        super().__init__()
        self.lstm, self.norm = kind == "lstm", norm
        self.embedding = nn.Embedding(tokens, width, padding_idx=0)
        make = {"layernorm": lambda: nn.LayerNorm(width), "batchnorm": lambda: nn.BatchNorm1d(width),
                "batchnorm masked": lambda: MaskedBatchNorm(width)}[norm]
        layer = (lambda: nn.LSTM(width, width, batch_first=True)) if self.lstm else (
            lambda: nn.Conv1d(width, width, 3, padding=1, bias=False))
        count = 2 if self.lstm else 3
        self.layers = nn.ModuleList(layer() for _ in range(count))
        self.norms = nn.ModuleList(make() for _ in range(count))
        self.dense = nn.Linear(width, classes)
        self.start()

    def start(self):
        """glorot_uniform, of an LSTM for each gate; an LSTM's forget gate has a bias of 1."""
        nn.init.uniform_(self.embedding.weight, -3**0.5, 3**0.5)
        with torch.no_grad():
            self.embedding.weight[0] = 0
        for m in [*self.layers, self.dense]:
            for name, p in m.named_parameters():
                if p.dim() == 1:
                    nn.init.zeros_(p)
                else:
                    for gate in p.chunk(4 if self.lstm and m is not self.dense else 1):
                        nn.init.xavier_uniform_(gate)
            if isinstance(m, nn.LSTM):
                nn.init.ones_(m.bias_hh_l0[len(m.bias_hh_l0) // 4:len(m.bias_hh_l0) // 2])
                m.bias_hh_l0.requires_grad_(False)

    def apply_norm(self, norm, x, mask):
        if self.norm == "batchnorm masked":
            return norm(x, mask)
        return norm(x) if self.norm == "layernorm" else norm(x.transpose(1, 2)).transpose(1, 2)

    def forward(self, x):
        mask = x > 0
        valid = mask[:, :, None].float()
        x = self.embedding(x)
        for layer, norm in zip(self.layers, self.norms):
            if self.lstm:
                x = self.apply_norm(norm, layer(x)[0] * valid, mask)
            else:
                x = layer((x * valid).transpose(1, 2)).transpose(1, 2)
                x = F.relu(self.apply_norm(norm, x, mask))
        return self.dense((x * valid).sum(1) / valid.sum(1))


def trim(x):
    """Without what pads even the longest."""
    return x[:, :int((x > 0).sum(1).max())]


def train_words(net, x, y, rate, epochs, batch=64, trimmed=False):
    """Adam, a cosine schedule, gradients no longer than 1."""
    params = [p for p in net.parameters() if p.requires_grad]
    adam = torch.optim.Adam(params, rate)
    steps, step = epochs * -(-len(x) // batch), 0
    net.train()
    for _ in range(epochs):
        for i in torch.randperm(len(x)).split(batch):
            adam.param_groups[0]["lr"] = rate * 0.5 * (1 + np.cos(np.pi * step / steps))
            adam.zero_grad()
            F.cross_entropy(net(trim(x[i]) if trimmed else x[i]), y[i]).backward()
            nn.utils.clip_grad_norm_(params, 1)
            adam.step()
            step += 1


def word_errors(kind, norm, x, y, train, test, rate, epochs, seeds, trimmed=False):
    """Test errors, one a seed; train and test are slices of the words."""
    errors = []
    for seed in range(seeds):
        torch.manual_seed(seed)
        net = Words(kind, norm, int(x.max()) + 1, int(y.max()) + 1)
        train_words(net, x[train], y[train], rate, epochs, trimmed=trimmed)
        errors.append(error(net, x[test], y[test]))
    return errors


def words(data, seeds):
    x, y = data
    for kind, count in (("conv", 5000), ("lstm", 3000)):
        train, test = slice(count), slice(count, 2 * count)
        for norm in ("batchnorm", "batchnorm masked", "layernorm"):
            for pad in (0, 24):  # behind 8 letters: none, and 75 %
                padded = F.pad(x, (0, pad))
                best = {}
                for rate in (0.003, 0.01):
                    best[rate] = np.mean(word_errors(kind, norm, padded, y, train, test, rate, 3, seeds))
                rate = min(best, key=best.get)
                print(f"{kind}, {norm}, {100 * pad // (pad + 8)} % padding: test error {best[rate]:.2f} "
                      f"at its best rate, {rate}", flush=True)


def sequence(data, seeds, count=6000):
    x, y = data
    for kind in ("lstm", "conv"):
        for norm in ("batchnorm", "batchnorm masked", "layernorm"):
            for rate in (0.003, 0.01, 0.03):
                errors = word_errors(kind, norm, x, y, slice(count), slice(count, None), rate, 5, seeds, trimmed=True)
                print(f"{kind}, {norm}, lr {rate}: test error {np.mean(errors):.2f} "
                      f"({', '.join(f'{e:.1f}' for e in errors)})", flush=True)


# ---- ResNet-20 ----


def load_cifar(folder):
    def pixels(name):
        raw = np.fromfile(pathlib.Path(folder).expanduser() / name, np.uint8).reshape(-1, 3073)
        return raw[:, 1:].reshape(-1, 3, 32, 32).astype(np.float32), raw[:, 0].astype(np.int64)

    parts = [pixels(f"data_batch_{i}.bin") for i in range(1, 6)]
    return (*map(np.concatenate, zip(*parts)), *pixels("test_batch.bin"))


def he_normal(net):
    for module in net.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.kaiming_normal_(module.weight)
            if module.bias is not None:
                nn.init.zeros_(module.bias)


def augmented(x, most=4):
    """Half of the images mirrored, each shifted by at most `most` pixels, with bytes of 0 coming in."""
    n, _, height, width = x.shape
    x = torch.where(torch.rand(n, 1, 1, 1) < 0.5, x.flip(3), x)
    padded, at = F.pad(x, (most, most, most, most)), torch.randint(0, 2 * most + 1, (n, 2)).tolist()
    return torch.stack([p[:, i:i + height, j:j + width] for p, (i, j) in zip(padded, at)])


def resnet_error(net, standard, x, y):
    net.eval()
    with torch.no_grad():
        wrong = sum((net(standard(a)).argmax(1) != b).sum().item() for a, b in zip(x.split(100), y.split(100)))
    return 100 * wrong / len(y)


def train_resnet(data, norm, batch, count, epochs, seed):
    """test_error and fit_error; a cosine after an epoch of warm-up, the last gamma of each block 0 at first."""
    x, y, vx, vy = data
    mean, sd = x[:count].mean((0, 2, 3), keepdim=True), x[:count].std((0, 2, 3), keepdim=True)
    standard = lambda images: F.avg_pool2d((images - mean) / sd, 2)
    torch.manual_seed(seed)
    net = ResNet(3, 20, 16, False, 10, norm).to(memory_format=torch.channels_last)
    he_normal(net)
    for block in net.blocks:
        nn.init.zeros_(block.norm2.weight)
    weights = [m.weight for m in net.modules() if isinstance(m, (nn.Conv2d, nn.Linear))]
    others = [p for p in net.parameters() if all(p is not w for w in weights)]
    rate, warm, step = 0.1 * batch / 32, -(-count // batch), 0
    optimizer = torch.optim.SGD([{"params": weights, "weight_decay": 1e-4}, {"params": others}], lr=rate, momentum=0.9)
    for epoch in range(epochs):
        net.train()
        for i in torch.randperm(count).split(batch):
            cosine = 0.5 * (1 + np.cos(np.pi * (step - warm) / (warm * max(epochs - 1, 1))))
            for group in optimizer.param_groups:
                group["lr"] = rate * ((step + 1) / warm if step < warm else cosine)
            optimizer.zero_grad()
            F.cross_entropy(net(standard(augmented(x[i]))), y[i]).backward()
            optimizer.step()
            step += 1
        error = resnet_error(net, standard, vx, vy)
        print(f"  batch {batch} {norm} seed {seed} epoch {epoch + 1}: test error {error:.2f}", flush=True)
    return error, resnet_error(net, standard, x[:count], y[:count])


def resnet20(data, seeds, count, epochs, batches):
    data = [torch.tensor(part) for part in data]
    for batch in batches:
        for norm in ("batchnorm", "groupnorm groups=8"):
            errors = [train_resnet(data, norm, batch, count, epochs, seed) for seed in range(seeds)]
            for name, e in zip(("test_error", "fit_error"), zip(*errors)):
                print(f"batch {batch} {norm}: {name} {np.mean(e):.2f} ({', '.join(f'{v:.2f}' for v in e)})", flush=True)


def notebook(data, seeds):
    for seed in range(seeds):
        for place in ("after", "before"):
            run(data, place, seed, 6)


def main():
    checks = {"notebook": notebook, "depth": depth, "dropout": dropout, "placement": placement, "saturation": saturation,
              "gradients": gradients, "trainable": trainable, "landscape": landscape, "rank": rank,
              "sync": sync, "words": words, "sequence": sequence}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("check", choices=[*checks, "n1", "resnet20"])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--images", default="/usr/share/datasets/fashion-mnist")
    parser.add_argument("--target", type=float, default=15)
    parser.add_argument("--words", default="words.h5")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--batches", default="2,32")
    o = parser.parse_args()
    torch.set_num_threads(1)
    if o.check == "n1":
        n1(load(o.images), o.seeds, o.target)
    elif o.check == "resnet20":
        resnet20(load_cifar(o.images), o.seeds, o.count, o.epochs, [int(b) for b in o.batches.split(",")])
    else:
        checks[o.check](load_words(o.words) if o.check in ("words", "sequence") else load(o.images), o.seeds)


if __name__ == "__main__":
    main()
