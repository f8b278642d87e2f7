"""The work that all peers do: what `normlab bench train --dump` wrote, as arrays in one .npz file.

    work.py DUMP.h5 WORK.npz         prints normlab's losses as JSON

No peer that is timed needs h5py, so that its memory is not counted as the peer's.
"""
import json
import sys

import numpy as np

EXPECTED = {"flip": "0", "crop": "0", "drop_last": "0", "weight_decay": "0", "clip_norm": "0",
            "nesterov": "0", "schedule": "constant", "warmup_epochs": "0", "lr_ref_batch": "0",
            "loss": "softmax", "adam_form": "torch"}
PARAM = "param:"  # before the names of parameters in the .npz file


def text(value):
    return value.decode() if isinstance(value, bytes) else str(value)


def read_dump(path):
    """Returns the arrays, as save() takes them, and normlab's losses."""
    import h5py

    with h5py.File(path) as f:
        config = {k: text(v) for k, v in f.attrs.items()}
        for key, value in EXPECTED.items():
            if config[key] != value:
                raise SystemExit(f"peers: {key}={config[key]} is nothing that the peers do")
        arrays = {"config": np.array(json.dumps(config)), "label": f["label"][()].astype(np.int64),
                  "order": f["order"][()]}
        if "image" in f:
            arrays.update((k, f[k][()]) for k in ("image", "mean", "sd"))
        else:
            arrays["token"] = f["token"][()]
            if f["length"][()].min() < arrays["token"].shape[1]:
                raise SystemExit("peers: shorter sequences need masks, which the peers have not: give length")
        for name in map(text, f["params"][()]):
            arrays[PARAM + name] = f["param"][name][()]
        return arrays, f["loss"][()].tolist()


def load(path):
    """What work is there: config, params by normlab's names, label, order, and image [n][h][w][c] with mean and sd,
    or token [n][t]."""
    with np.load(path) as f:
        arrays = {name: f[name] for name in f.files}
    work = {k: v for k, v in arrays.items() if not k.startswith(PARAM)}
    work["config"] = json.loads(str(work["config"]))
    work["params"] = {k[len(PARAM):]: v for k, v in arrays.items() if k.startswith(PARAM)}
    return work


def groups_of(option):
    """The groups of GroupNorm's "groups=4"; without the option, normlab's default."""
    return int(option.partition("=")[2] or 8)


class Order:
    """The batches of a trial, epoch after epoch."""

    def __init__(self, order, batch):
        self.order, self.batch = order, batch
        self.restart()

    def restart(self):
        self.epoch = self.at = self.samples = 0

    def to_last(self):
        """The next batch is the last of an epoch, which may be smaller than the others."""
        self.at = (self.order.shape[1] - 1) // self.batch * self.batch

    def next(self):
        """The samples of the next batch."""
        index = self.order[self.epoch][self.at:self.at + self.batch]
        self.at += self.batch
        self.samples += index.shape[0]
        if self.at >= self.order.shape[1]:
            self.at, self.epoch = 0, (self.epoch + 1) % self.order.shape[0]
        return index


def peak_bytes():
    """The peak resident memory of this process."""
    with open("/proc/self/status") as f:
        return next(1024 * int(line.split()[1]) for line in f if line.startswith("VmHWM:"))


def main(dump, out):
    arrays, loss = read_dump(dump)
    np.savez(out, **arrays)
    print(json.dumps({"loss": loss}))


if __name__ == "__main__":
    main(*sys.argv[1:])
