#!/usr/bin/env python3
"""The experiment inference_gap in PyTorch: an MLP on Fashion-MNIST whose BatchNorm has chunks of a batch of 256, and its
test error by running statistics and by those of chunks of the test set.

    inference_gap_torch.py [CHUNK ...]     prints a line for each chunk size and seed

Where Wu & Johnson 2021 find the batch's own statistics better in chunks of 2 to 4, normlab finds them worse in these
small nets. This script asks PyTorch's own batch_norm(). Initial weights and order are not normlab's.
"""
import gzip
import math
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

DATA = "/usr/share/datasets/fashion-mnist/"
BATCH, TRAIN, TEST, EPOCHS, RATE, SGD_MOMENTUM = 256, 10000, 2000, 4, 0.5, 0.9


class GhostNorm(nn.BatchNorm1d):
    """BatchNorm1d on each chunk; the running statistics average the chunks'. by_chunk: also in inference."""
    chunk, by_chunk = 0, False

    def forward(self, x):
        if not self.training and not self.by_chunk:
            return super().forward(x)
        g, (n, c) = min(self.chunk, len(x)), x.shape
        chunks = x.view(n // g, g, c)
        # Each channel of each chunk is a channel of its own to batch_norm().
        y = F.batch_norm(chunks.permute(1, 0, 2).reshape(g, -1), None, None, training=True, eps=self.eps)
        if self.training:
            with torch.no_grad():
                self.running_mean.lerp_(chunks.mean(1).mean(0), self.momentum)
                self.running_var.lerp_(chunks.var(1, unbiased=True).mean(0), self.momentum)
        return y.view(g, n // g, c).permute(1, 0, 2).reshape(n, c) * self.weight + self.bias


def read(part, count):
    with gzip.open(f"{DATA}{part}-images-idx3-ubyte.gz") as f:
        x = np.frombuffer(f.read(), np.uint8, offset=16).reshape(-1, 784)[:count]
    with gzip.open(f"{DATA}{part}-labels-idx1-ubyte.gz") as f:
        y = np.frombuffer(f.read(), np.uint8, offset=8)[:count]
    return torch.tensor(x, dtype=torch.float32), torch.tensor(y.astype(np.int64))


def net(chunk):
    layers = []
    for a, b in (784, 128), (128, 64):
        dense, norm = nn.Linear(a, b, bias=False), GhostNorm(b)
        nn.init.normal_(dense.weight, std=math.sqrt(2 / a))
        norm.chunk = chunk
        layers += [dense, norm, nn.ReLU()]
    last = nn.Linear(64, 10)
    nn.init.normal_(last.weight, std=math.sqrt(2 / 64))
    nn.init.zeros_(last.bias)
    return nn.Sequential(*layers, last)


def error(model, x, y, by_chunk):
    for m in model:
        if isinstance(m, GhostNorm):
            m.by_chunk = by_chunk
    model.eval()
    with torch.no_grad():
        wrong = sum((model(x[i:i + BATCH]).argmax(1) != y[i:i + BATCH]).sum().item()
                    for i in range(0, TEST // BATCH * BATCH, BATCH))
    return 100 * wrong / (TEST // BATCH * BATCH)


def trial(chunk, seed, train, test):
    torch.manual_seed(seed)
    model = net(chunk)
    sgd = torch.optim.SGD(model.parameters(), RATE, momentum=SGD_MOMENTUM)
    steps = TRAIN // BATCH * EPOCHS
    for step in range(steps):
        if step % (TRAIN // BATCH) == 0:
            order = torch.randperm(TRAIN)
        for g in sgd.param_groups:
            g["lr"] = RATE / 2 * (1 + math.cos(math.pi * step / steps))
        at = order[step % (TRAIN // BATCH) * BATCH:][:BATCH]
        model.train()
        loss = F.cross_entropy(model(train[0][at]), train[1][at])
        sgd.zero_grad()
        loss.backward()
        sgd.step()
    return error(model, *test, False), error(model, *test, True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    train, test = read("train", TRAIN), read("t10k", TEST)
    mean, sd = train[0].mean(), train[0].std()
    train, test = (((x - mean) / sd, y) for x, y in (train, test))
    for chunk in map(int, sys.argv[1:] or ["2", "4", "8", "32", "256"]):
        for seed in range(4):
            running, batch = trial(chunk, seed, train, test)
            print(f"chunks of {chunk}, seed {seed}: running {running:.2f} %, chunks {batch:.2f} %", flush=True)
